"""The text of a page: its lines, and what folding leaves of a piece of it."""

from dataclasses import dataclass

from ..spec import hidden_characters

# Nobody sees these either, but they are as wide as a blank.
_WIDE = frozenset("\u2800\u3164\uffa0")


@dataclass(frozen=True, slots=True)
class Line:
    """A line to read; `raw` is what the page has for it, on the line `number`."""

    text: str
    number: int
    raw: str


def normal(text: str) -> str:
    """The text with line feeds for line ends and without a byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def lines(text: str) -> list[Line]:
    """The lines of a text; only what ends a line in an editor ends one here."""
    parts = normal(text).split("\n")
    return [Line(part, number, part) for number, part in enumerate(parts, start=1)]


def without_hidden(text: str) -> str:
    """The text without what a spec cannot hold because nobody sees it; what is wide is a blank."""
    if text.isascii() and text.isprintable():
        return text
    names = hidden_characters(text)
    hidden = [chr(int(name.removeprefix("U+"), 16)) for name in names]
    wide = {ord(sign): " " if sign.isspace() or sign in _WIDE else None for sign in hidden}
    return text.translate(wide) if wide else text


def fold(text: str) -> str:
    """White space folded to single blanks and trimmed; non-breaking spaces are white space.

    What a spec cannot hold because nobody sees it (zero-width spaces, soft hyphens) goes.
    """
    folded = " ".join(text.split())
    seen = without_hidden(folded)
    return folded if seen is folded else " ".join(seen.split())


def is_rule(text: str) -> bool:
    """Whether a line is the row of dashes that makes the line above it a table's header.

    Some editors turn two or three hyphens into one dash.
    """
    marks = set("".join(text.split()))
    return "|" in marks and marks <= set("|:-–—") and not marks.isdisjoint("-–—")
