"""The words of messages: texts that may be long or hostile, numbers, and what is meant."""

from collections.abc import Iterable

# The most characters of a message that quotes a file.
LONGEST_MESSAGE = 1000


def counted(number: int, noun: str) -> str:
    """Return the number and the noun, in the plural unless the number is one."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def shortened(text: str, longest: int = 100) -> str:
    """Return the beginning of a text; texts from files and servers may be very long."""
    return text if len(text) <= longest else f"{text[:longest]}…"


def printable(text: str) -> str:
    """Return the text, escaped where it could control a terminal or the log of a workflow."""
    text = text.replace("##[", "#\\x23[")
    if text.isprintable():
        return text
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode("ascii")
        for each in text
    )


def same_start(text: str, other: str) -> int:
    """Return the number of characters that both texts begin with."""
    pairs = enumerate(zip(text, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(text), len(other)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a help line that names the nearest of the known words, in any case, or all of them."""
    from difflib import get_close_matches

    known = sorted(known)
    folded = {each.casefold(): each for each in known}
    if near := get_close_matches(word.casefold(), folded, n=1):
        return f"did you mean {folded[near[0]]}?"
    return f"known here: {', '.join(known)}" if known else ""
