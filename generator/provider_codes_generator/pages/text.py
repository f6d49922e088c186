"""Splits the text of a page into lines, folds its white space, or refuses it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..model import LONGEST_MESSAGE, Finding, Refused, shortened
from ..spec import HIDDEN

# Controls other than white space. They are kept to be reported: most are characters read in the
# wrong encoding.
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")

_PROLOG = re.compile(
    r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?!\s+html\b)[^\[>]*(?:\[.*?\]\s*)?>)",
    re.DOTALL | re.IGNORECASE,
)

# These are invisible too, but as wide as a space.
_WIDE = frozenset("\u2800\u3164\uffa0")

# The white space between columns, and its place between words.
GAP = re.compile(r" *\t[ \t]*|  +")
WIDE_GAP = re.compile(rf"\S(?:{GAP.pattern})\S")

# A constant of a program in C.
DEFINE = re.compile(r"^[ \t]*# *define\b.*", re.MULTILINE)

_SENTENCE_END = re.compile(r"[.!?:。][\"'”’)\]]*$")

# The end of an entry of a table of contents: dots that lead to the number of a page.
_LEADER = re.compile(r"(?<!\.)(?<!\. )(?: ?\.){4,}+ ?\d+$")

# A line of one sign.
_RULE = re.compile(r"\s*([^\w\s]|_)\1{3,}\s*")
_RULE_BELOW = re.compile(r"(?=[^|]*\|)(?=.*[–—-])[\s|:–—-]*")


class Line(NamedTuple):
    """A line to read. `raw` is its text on the page, on the line `number`."""

    text: str
    number: int
    raw: str


def normal(text: str) -> str:
    """Return the text with line feeds as line ends, composed letters, and no byte order mark.

    A program that saves a page may decompose its letters.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def lines(text: str) -> list[Line]:
    """Split a text into lines. Only line feeds and carriage returns end a line, as in an editor."""
    parts = normal(text).split("\n")
    return [Line(part, number, part) for number, part in enumerate(parts, start=1)]


def blocks(page: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the groups of lines that blank lines, rules or page breaks separate."""
    block: list[Line] = []
    for line in page:
        is_end = not fold(line.text) or _separates(line.text, block)
        if block and (is_end or line.text.startswith("\f")):
            yield block
            block = []
        if not is_end:
            block.append(line._replace(text=line.text.lstrip("\f").rstrip(" ")))
    if block:
        yield block


def _separates(text: str, block: Sequence[Line]) -> bool:
    """Whether a line is a rule, and not below columns, where it is part of a table."""
    above = [each.text for each in (*block[:1], *block[-1:])]
    return bool(_RULE.fullmatch(text)) and not any(map(WIDE_GAP.search, above))


def without_hidden(text: str) -> str:
    """Remove the invisible characters that a spec cannot hold, or make a space of a wide one."""
    return text if text.isascii() and text.isprintable() else HIDDEN.sub(_visible, text)


def _visible(hidden: re.Match[str]) -> str:
    sign = hidden[0]
    if CONTROL.match(sign):
        return sign
    return " " if sign.isspace() or sign in _WIDE else ""


def fold(text: str) -> str:
    """Fold white space to single spaces, and remove what a spec cannot hold, except controls."""
    folded = " ".join(text.split())
    seen = without_hidden(folded)
    return folded if seen is folded else " ".join(seen.split())


def title_in_contents(line: str) -> str:
    """Return the title of an entry in a table of contents; nothing for any other line."""
    if not line.rstrip()[-1:].isdigit():  # as nearly all lines
        return ""
    text = fold(line)
    title = _LEADER.sub("", text)
    return "" if title == text else title.strip()


def depth(line: str) -> int:
    """Return how deep a line is indented."""
    return len(line) - len(line.lstrip())


def prolog_end(text: str) -> int:
    """Return the offset of the first element of HTML or XML, after comments and declarations."""
    end = 0
    while found := _PROLOG.match(text, end):
        end = found.end()
    return end


def ends_sentence(text: str) -> bool:
    """Whether a text ends with the sign of a sentence, perhaps inside quotes or brackets."""
    return _SENTENCE_END.search(text) is not None


def is_rule(text: str) -> bool:
    """Whether a line is the row of dashes below a header. Editors turn hyphens into dashes."""
    return _RULE_BELOW.fullmatch(text) is not None


def unreadable(message: str, help: str = "", id: str = "page-unreadable") -> Refused:
    """Return the refusal of a page that its reader cannot read."""
    message, help = shortened(message, LONGEST_MESSAGE), shortened(help, LONGEST_MESSAGE)
    return Refused(Finding(id, message, help))
