"""Reads a table of plain text whose columns begin below each other, or that tabs separate."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice, pairwise

from .builder import PageBuilder
from .code_lines import begins_with_code
from .forms import is_surely_code, mostly
from .hints import heads_codes
from .page import MAX_COLUMNS, Cell, Row, text_cell
from .text import GAP, WIDE_GAP, Line, depth, ends_sentence, fold

_FIRST_CELL = re.compile(r"(?:\d\w*|[A-Z][A-Z0-9_-]+|(?=\w+_\w)\w++)(?: |$)")
# Spaces beside a tab fill the column, and other rows may have only these.
_MIXED = re.compile(r"\t  |  \t")
_TAB = re.compile(r"\t")
BULLET = re.compile(r"^(\s*)[-*+•](?= )")


class AlignedTable:
    """A header, and the rows below it. Without tabs, columns are known by their offsets."""

    def __init__(self, header: Line) -> None:
        names = header.text.split("\t")
        is_mixed = _MIXED.search(header.text.strip()) is not None
        self._has_tabs = len(names) > 1 and all(map(str.strip, names)) and not is_mixed
        self.header = self._split(self._text(header))
        self.line = header.number
        self.rows: list[Row] = []
        # The form of the first cell of the last row, and the line where that row ends.
        self._form: tuple[bool, bool] | None = None
        self._end = 0

    def is_likely(self) -> bool:
        """Whether the table is not too wide, and a row has several cells."""
        several = (sum(bool(cell.text) for cell in row.cells) > 1 for row in self.rows)
        return 1 < len(self.header) <= MAX_COLUMNS and any(several)

    def add(self, line: Line) -> bool:
        """Add a row. Return False if the line has no cells but text."""
        text = self._text(line)
        cells = self._split(text, len(self.header) - 1)
        # A tab separates columns even if one is empty, so counting the cells is enough.
        starts = [] if self._has_tabs else [start for start, _ in self.header]
        if len(cells) < len(starts) and _is_like_row(text):
            cells = _cut(text, starts) or cells
        if is_in_second := bool(starts) and cells[0][0] >= starts[1]:
            # A sign alone in the first column is not a bullet.
            cells = self._split(line.text.rstrip(), len(self.header) - 1)
        if len(cells) == 1 and not is_in_second and not _FIRST_CELL.fullmatch(cells[0][1]):
            return self._add_rest(line)
        row = Row(_placed(cells, starts, len(self.header)), line.number, fold(line.raw))
        if row.cells[0].text:
            self._form = _form(row.cells[0].text)
        self.line = self.line or line.number
        self.rows.append(row)
        self._end = line.number
        return True

    def _add_rest(self, line: Line) -> bool:
        """Add a line to the text above it, between tabs, if only together they are sentences."""
        text = fold(line.text)
        above = self.rows[-1].texts[-1] if self._end == line.number - 1 else ""
        is_open = self._has_tabs and above and not ends_sentence(above)
        if not is_open or not (text[0].islower() or ends_sentence(text)):
            return False
        self.rows[-1] = self.rows[-1].with_more(text)
        self._end = line.number
        return True

    def continues_with(self, line: Line) -> bool:
        """Whether a line after a blank one is a row: it begins with a code of the same kind."""
        cells = self._split(self._text(line), len(self.header) - 1)
        first = fold(cells[0][1])
        is_code = _form(first)[0] or _FIRST_CELL.fullmatch(first) is not None
        return len(cells) > 1 and is_code and _form(first) == self._form

    def add_to(self, builder: PageBuilder) -> None:
        """Give the rows read so far to the page, without rules. More may follow other lines."""
        if self.rows:
            rows = [row for row in self.rows if any(map(str.isalnum, row.raw))]
            builder.table([name for _, name in self.header], rows, self.line)
            self.rows, self.line = [], 0

    def _text(self, line: Line) -> str:
        """Return the text of a line without the bullet of an item, which no cell has."""
        return line.text if self._has_tabs else _without_bullet(line.text)

    def _split(self, text: str, gaps: int = 0) -> list[tuple[int, str]]:
        """Return at most `gaps` + 1 cells of a line, or all if it is 0, each with its offset."""
        gap, start = (_TAB, 0) if self._has_tabs else (GAP, depth(text))
        cells: list[tuple[int, str]] = []
        for found in islice(gap.finditer(text, start), gaps or None):
            cells.append((start, text[start : found.start()]))
            start = found.end()
        return [*cells, (start, text[start:])]


def table_in(block: Sequence[Line]) -> AlignedTable | None:
    """Return the table that a block of an example is, or None. Its header has to name codes."""
    table = AlignedTable(block[0])
    are_rows = len(block) > 1 and has_columns(block[0]) and all(map(table.add, block[1:]))
    coded = [place for place, (_, name) in enumerate(table.header) if heads_codes(fold(name))]
    cells = (row.cells[place].text for row in table.rows for place in coded[:1])
    codes = list(filter(None, cells))
    is_table = are_rows and table.is_likely() and codes and mostly(codes, is_surely_code)
    return table if is_table else None


def _form(text: str) -> tuple[bool, bool]:
    """Return whether a cell begins with a number, and whether more words follow."""
    first, space, _ = text.partition(" ")
    return first.isdigit(), bool(space)


def _placed(cells: list[tuple[int, str]], starts: Sequence[int], width: int) -> tuple[Cell, ...]:
    """Return the cells, each in its column. If some are missing, the offset in the line decides."""
    places = list(range(len(cells)))
    if len(cells) < len(starts):
        below = [bisect_right(starts, start) - 1 for start, _ in cells]
        if below == sorted(set(below)) and below[0] >= 0:
            places = below
    found = {place: text for place, (_, text) in zip(places, cells, strict=True)}
    return tuple(text_cell(found.get(place, "")) for place in range(width))


def has_columns(line: Line) -> bool:
    """Whether the white space of a line separates columns."""
    return WIDE_GAP.search(_without_bullet(line.text)) is not None


def _without_bullet(text: str) -> str:
    return BULLET.sub(r"\1 ", text).rstrip()


def _is_like_row(text: str) -> bool:
    """Whether a line has columns, or begins with a code."""
    start = text.strip()
    return bool(WIDE_GAP.search(text) or _FIRST_CELL.match(start)) or begins_with_code(start)


def _cut(line: str, starts: Sequence[int]) -> list[tuple[int, str]]:
    """Return the cells of a line if it has spaces before each start of a column, or else none."""
    borders = starts[1:]
    if not borders or any(line[border - 1 : border].strip() for border in borders):
        return []
    parts = ((start, line[start:end].strip()) for start, end in pairwise((0, *borders, len(line))))
    return [(start, text) for start, text in parts if text]
