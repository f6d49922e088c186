"""Converts an HTML table to rows and columns. Cells may span several of either."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile, zip_longest
from typing import NamedTuple, TypeAlias

from .builder import PageBuilder
from .forms import is_surely_code
from .markup import MARKS, Element
from .page import CLOSED, CUT, MAX_COLUMNS, Cell, Row, row_of
from .regular import head_of


class Slot(NamedTuple):
    """A cell, the columns and rows it spans, whether it is a header, and its `MARKS`."""

    cell: Cell
    columns: int
    rows: int
    is_header: bool
    marks: frozenset[str]


@dataclass(slots=True)
class GridRow:
    """A row on the page, in the head, a body or the foot of the table.

    `raw` is its text on the page, if that differs from its cells. It is never HTML source, where
    style names change with each build of the site.
    """

    line: int
    part: Element
    raw: str
    slots: list[Slot] = field(default_factory=list[Slot])

    @property
    def width(self) -> int:
        return sum(slot.columns for slot in self.slots)

    @property
    def is_header(self) -> bool:
        """Whether the row names the columns."""
        return self.part.tag == "thead" or all(slot.is_header for slot in self.slots)

    @property
    def may_begin_table(self) -> bool:
        """Whether the row names all columns, so that below other rows, it may begin a table."""
        texts = [slot.cell.text for slot in self.slots]
        is_named = all(texts) and not any(map(is_surely_code, texts))
        return self.is_header and self.part.tag != "tfoot" and len(texts) > 1 and is_named

    @property
    def marks(self) -> frozenset[str]:
        """The marks of the row: of all its cells, or of a code."""
        filled = [(slot.cell.text, slot.marks) for slot in self.slots if slot.cell.text]
        of_all = MARKS.intersection(*(marks for _, marks in filled)) if filled else frozenset[str]()
        return of_all.union(*(marks for text, marks in filled if is_surely_code(text)))


# A row, and its cells with one per column.
_Spread: TypeAlias = tuple[GridRow, list[Cell]]


@dataclass(slots=True)
class Grid:
    """A table on the page, in which the page may end."""

    line: int
    caption: str
    is_cut: bool = False
    rows: list[GridRow] = field(default_factory=list[GridRow])

    def add_to(self, builder: PageBuilder) -> None:
        given = [row for row in self.rows if row.slots]
        width = max((row.width for row in self.rows if len(row.slots) > 1), default=1)
        across = [len(row.slots) == 1 and 1 < width <= row.width for row in given]
        number = sum(takewhile(bool, across))
        titles, spread = given[:number], list(_spread(given))[number:]
        below = [row for row, _ in spread[:1]]
        self._add_titles(builder, titles, below, has_sections=any(across[number:]))
        has_title = any(row.is_header for row in titles)
        for part in _parts(spread):
            names, rows = _table(part, width, has_title=has_title)
            if self.is_cut and rows and part[-1] is spread[-1]:
                rows[-1] = rows[-1]._replace(marks=rows[-1].marks | CUT)
            builder.caption(self.caption, self.line)
            builder.table(names, rows, self.line if part[0] is spread[0] else part[0][0].line)

    def _add_titles(
        self,
        builder: PageBuilder,
        titles: Sequence[GridRow],
        below: Sequence[GridRow],
        *,
        has_sections: bool,
    ) -> None:
        """Add the cells across all columns above the table. `below` has its first row, if any.

        A single one above a header is the caption. Others are loose text, or the title of the first
        of its sections.
        """
        are_headers = [row.is_header for row in (*titles, *below)] == [True, True]
        if are_headers and not (has_sections or self.caption):
            self.caption = titles[0].slots[0].cell.text
            return
        marks = frozenset(("note",) if has_sections else ())
        for row in titles:
            builder.loose(row.slots[0].cell.text, row.line, intro=False, marks=marks)


def _parts(rows: Iterable[_Spread]) -> Iterator[list[_Spread]]:
    """Yield the rows of each table: a head in other words, below rows, begins a further table."""
    part: list[_Spread] = []
    heads: list[tuple[str, ...]] = []
    for each in rows:
        row, cells = each
        if row.is_header or not part:
            head = head_of(_texts(cells))
            is_below = part and not part[-1][0].is_header
            if is_below and row.may_begin_table and head not in heads:
                yield part
                part, heads = [], []
            heads.append(head)
        part.append(each)
    if part:
        yield part


def _table(
    spread: Sequence[_Spread], width: int, *, has_title: bool
) -> tuple[Sequence[str], list[Row]]:
    number = _header_rows([row for row, _ in spread])
    header = [_texts(cells) for _, cells in spread[:number]]
    # A title across all columns may be all that stands above the rows.
    if has_title and not spread[0][0].is_header and any(map(is_surely_code, header[0])):
        header = []
    # If there are several header rows, their texts are joined.
    names = [" ".join(dict.fromkeys(filter(None, column))) for column in zip_longest(*header)]
    names = names or [""] * width
    rows: list[Row] = []
    for row, cells in spread[len(header) :]:
        texts = _texts(cells)
        # The whole header again may begin a section. One of its rows is skipped.
        is_whole = texts == names
        if is_whole or texts not in header:
            # A foot that is not the header is one cell across.
            if row.part.tag == "tfoot" and not is_whole:
                cells = [Cell(" ".join(texts))] * len(names)
            raw = row.raw or f"| {' | '.join(slot.cell.text for slot in row.slots)} |"
            marks = row.marks | CLOSED if row.raw.endswith("|") else row.marks
            rows.append(row_of(cells, len(names), row.line, raw, marks))
    return names, rows


def _texts(cells: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in cells]


def _header_rows(rows: Sequence[GridRow]) -> int:
    """Return how many rows name the columns: at least one, and not all of them.

    Without header cells, a name above several others shows that the head has as many rows as the
    names beside it.
    """
    number = sum(takewhile(bool, (row.is_header and len(row.slots) > 1 for row in rows)))
    first = rows[0].slots
    if number == 0 and any(slot.columns > 1 for slot in first) and len(first) > 1:
        number = max(slot.rows for slot in first)
        texts = (slot.cell.text for row in rows[:number] for slot in row.slots)
        number = 0 if any(map(is_surely_code, texts)) else number
    return 1 if number >= len(rows) else max(number, 1)


def _spread(rows: Iterable[GridRow]) -> Iterator[_Spread]:
    """Yield the cells of each row. A cell is repeated in each column and row that it spans."""
    from_above: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        cells = {column: cell for column, (cell, _) in from_above.items()}
        from_above = {
            column: (cell, left - 1) for column, (cell, left) in from_above.items() if left > 1
        }
        column = 0
        for slot in row.slots:
            while column in cells:
                column += 1
            for _ in range(min(slot.columns, max(MAX_COLUMNS - column, 1))):
                cells[column] = slot.cell
                if slot.rows > 1 and column < MAX_COLUMNS:
                    from_above[column] = (slot.cell, slot.rows - 1)
                column += 1
        yield row, [cells.get(place, Cell("")) for place in range(max(cells) + 1)]
