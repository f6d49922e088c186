"""Reads plain text. Blank lines and the look of lines decide what is a heading or a table.

- A heading is a short line alone between blank lines that ends no sentence and does not begin
  with a number, as a row does. Nothing says how deep it is, so all are of level 1.
- A table is a header and the lines below it, up to a blank one. If tabs, or two or more
  spaces, separate all of its lines into columns, these are its columns. Otherwise a header is
  known by its look: a few words without symbols or digits. If the first and the last begin
  with a capital, one row is enough to make a table. Otherwise at least two rows must follow
  that begin with a code. Such a table is not split, because one space says nothing.
- All other lines are loose.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from .builder import MAX_COLUMNS, PageBuilder
from .page import Cell, Page, Row
from .text import Line, fold, lines

_LONGEST_HEADING = 80
_LONGEST_HEADER = 60
_END_OF_SENTENCE = (".", ",", ";", ":", "!")

_WORDS = re.compile(r"[^\W\d_][^\d.,;:!?]*")
_ROW_NUMBER = re.compile(r"\d+(?: |$)")
_CODE = re.compile(r"(?:\d+|[A-Z][A-Z0-9_]+)(?: |$)")
_TAB = re.compile(r"\t")
_GAP = re.compile(r" ?\t[ \t]*|  +")
_OTHER_BLANKS = re.compile(r"[^\S\t\n]")


def read(text: str) -> Page:
    """Return the page of a text in columns."""
    builder = PageBuilder()
    for block in _blocks(lines(text)):
        if len(block) == 1 and _is_heading(fold(block[0].text)):
            builder.heading(block[0].text, 1, block[0].number)
        elif not (_read_split(builder, block) or _read_whole(builder, block)):
            for line in block:
                builder.loose(line.text, line.number, continues=line is not block[0])
    return builder.page()


def _blocks(page: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the groups of lines that blank lines separate."""
    for blank, block in groupby(page, lambda line: not fold(line.text)):
        if not blank:
            yield list(block)


def _is_heading(text: str) -> bool:
    return (
        len(text) <= _LONGEST_HEADING
        and any(map(str.isalpha, text))
        and not text.endswith(_END_OF_SENTENCE)
        and not _ROW_NUMBER.match(text)
    )


def _read_split(builder: PageBuilder, block: list[Line]) -> bool:
    """Read a table whose columns are separated by more than a space. Return whether it is one."""
    header, *texts = [_OTHER_BLANKS.sub(" ", line.text).rstrip(" ") for line in block]
    header = header.rstrip()
    gap = _TAB if "\t" in header and all(map(str.strip, header.split("\t"))) else _GAP
    if gap is _GAP:
        texts = [text.rstrip() for text in texts]
    names = _split(header, gap)
    found = [_split(text, gap, len(names) - 1) for text in texts]
    parted = [len(cells) > 1 or bool(_CODE.fullmatch(cells[0][1])) for cells in found]
    if (
        not 2 <= len(names) <= MAX_COLUMNS
        or not all(parted)
        or not any(len(cells) > 1 for cells in found)
    ):
        return False
    # A tab separates columns even if one is empty, so counting the cells is enough.
    starts = [start for start, _ in names] if gap is _GAP else []
    width = len(names)
    rows = [
        Row(_placed(cells, starts, width), line.number, fold(line.raw))
        for line, cells in zip(block[1:], found, strict=True)
    ]
    builder.table([name for _, name in names], rows, block[0].number)
    return True


def _split(text: str, gap: re.Pattern[str], gaps: int = 0) -> list[tuple[int, str]]:
    """Return the cells of a line and their offsets.

    After `gaps` separators, the rest of the line is one cell. 0 means no limit.
    """
    start = 0 if gap is _TAB else len(text) - len(text.lstrip())
    cells: list[tuple[int, str]] = []
    for found in islice(gap.finditer(text, start), gaps or None):
        cells.append((start, text[start : found.start()]))
        start = found.end()
    return [*cells, (start, text[start:])]


def _placed(cells: list[tuple[int, str]], starts: list[int], width: int) -> tuple[Cell, ...]:
    """Return the cells, each in its column. If some are missing, the offset in the line decides."""
    places = list(range(len(cells)))
    if len(cells) < len(starts):
        below = [bisect_right(starts, start) - 1 for start, _ in cells]
        if below == sorted(set(below)) and below[0] == 0:
            places = below
    found = {place: text for place, (_, text) in zip(places, cells, strict=True)}
    return tuple(_cell(found.get(place, "")) for place in range(width))


def _read_whole(builder: PageBuilder, block: list[Line]) -> bool:
    """Read a table whose columns are separated by single spaces. Return whether it is one.

    Such a table cannot be split.
    """
    header, *rows = block
    if not rows or not _is_header(fold(header.text), [fold(row.text) for row in rows]):
        return False
    whole = [Row((_cell(row.text),), row.number, fold(row.raw)) for row in rows]
    builder.table([header.text], whole, header.number, split=False)
    return True


def _is_header(text: str, rows: list[str]) -> bool:
    words = text.split()
    if len(text) > _LONGEST_HEADER or len(words) < 2 or not _WORDS.fullmatch(text):
        return False
    if words[0][0].isupper() and words[-1][0].isupper():
        return True
    return len(rows) > 1 and all(map(_CODE.match, rows))


def _cell(text: str) -> Cell:
    text = fold(text)
    return Cell(text, None, text)
