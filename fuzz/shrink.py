"""The smallest part of a text that still fails."""

from collections.abc import Callable
from time import monotonic

_SECONDS = 20


def shrunk(whole: str, fails: Callable[[str], bool], seconds: float = _SECONDS) -> str:
    """Return the text without all parts that can be removed in this many seconds.

    Tries halves first, then smaller and smaller parts, down to single characters.
    """
    end = monotonic() + seconds
    size = max(1, len(whole) // 2)
    while monotonic() < end:
        start, shorter = 0, False
        while start < len(whole) and monotonic() < end:
            rest = whole[:start] + whole[start + size :]
            if fails(rest):
                whole, shorter = rest, True
            else:
                start += size
        if size == 1 and not shorter:
            break
        size = size if shorter else max(1, size // 2)
    return whole
