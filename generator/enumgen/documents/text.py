"""The text of a page: its lines, and what folding leaves of a piece of it."""

from dataclasses import dataclass

from ..source import hidden_characters


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


def fold(text: str) -> str:
    """White space folded to single blanks and trimmed; non-breaking spaces are white space.

    What a spec cannot hold because nobody sees it (zero-width spaces, soft hyphens) goes.
    """
    folded = " ".join(text.split())
    hidden = {int(name.removeprefix("U+"), 16): None for name in hidden_characters(folded)}
    return " ".join(folded.translate(hidden).split()) if hidden else folded


def is_rule(text: str) -> bool:
    """Whether a line is the row of dashes that makes the line above it a table's header.

    Some editors turn two or three hyphens into one dash.
    """
    marks = set("".join(text.split()))
    return "|" in marks and marks <= set("|:-–—") and not marks.isdisjoint("-–—")
