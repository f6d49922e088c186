"""Progress of `drift`, shown on a terminal only."""

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from ..model import printable

Item = TypeVar("Item")


def with_progress(items: Sequence[Item], doing: Callable[[Item], str]) -> Iterator[Item]:
    """The items; while one is in use, a terminal shows a line like "reading x (2 of 9) ...".

    A single item shows nothing. The line is erased at the end, so that only findings remain.
    """
    if len(items) < 2 or not sys.stderr.isatty():
        yield from items
        return
    try:
        for number, item in enumerate(items, start=1):
            words = printable(f"{doing(item)} ({number} of {len(items)}) ...")
            print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)
            yield item
    finally:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
