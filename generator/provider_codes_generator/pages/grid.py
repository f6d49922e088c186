"""Converts an HTML table to rows and columns. Cells may span several of either."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, takewhile, zip_longest
from typing import NamedTuple

from .builder import PageBuilder
from .forms import is_surely_code
from .markup import MARKS, Element
from .page import CUT, MAX_COLUMNS, Cell, Row, row_of


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
    def marks(self) -> frozenset[str]:
        """The marks of the row: of all its cells, or of a code."""
        filled = [(slot.cell.text, slot.marks) for slot in self.slots if slot.cell.text]
        of_all = MARKS.intersection(*(marks for _, marks in filled)) if filled else frozenset[str]()
        return of_all.union(*(marks for text, marks in filled if is_surely_code(text)))


@dataclass(slots=True)
class Grid:
    """A table on the page, in which the page may end."""

    line: int
    caption: str
    is_cut: bool = False
    rows: list[GridRow] = field(default_factory=list[GridRow])

    def add_to(self, builder: PageBuilder) -> None:
        """Add the table. A cell across all columns above it is loose text, or titles a section."""
        width = max((row.width for row in self.rows if len(row.slots) > 1), default=1)
        spread: list[tuple[GridRow, list[Cell]]] = []
        has_title = False
        across = [len(row.slots) == 1 and 1 < width <= row.width for row in self.rows if row.slots]
        has_sections = any(dropwhile(bool, across))
        marks = frozenset(("note",) if has_sections else ())
        for (row, cells), is_across in zip(_spread(self.rows), across, strict=True):
            if is_across and not spread:
                builder.loose(row.slots[0].cell.text, row.line, intro=False, marks=marks)
                has_title |= row.is_header
            else:
                spread.append((row, cells))
        if not spread:
            return
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
            # The whole header again may begin a section. One of its rows is no row.
            is_whole = texts == names
            if is_whole or texts not in header:
                # A foot that is not the header is one cell across.
                if row.part.tag == "tfoot" and not is_whole:
                    cells = [Cell(" ".join(texts))] * len(names)
                raw = row.raw or f"| {' | '.join(slot.cell.text for slot in row.slots)} |"
                rows.append(row_of(cells, len(names), row.line, raw, row.marks))
        if self.is_cut and rows:
            rows[-1] = rows[-1]._replace(marks=rows[-1].marks | CUT)
        builder.caption(self.caption, self.line)
        builder.table(names, rows, self.line)


def _texts(cells: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in cells]


def _header_rows(rows: Sequence[GridRow]) -> int:
    """Return how many rows name the columns: at least one, and not all of them."""
    number = sum(takewhile(bool, (row.is_header and len(row.slots) > 1 for row in rows)))
    return 1 if number == len(rows) else max(number, 1)


def _spread(rows: Iterable[GridRow]) -> Iterator[tuple[GridRow, list[Cell]]]:
    """Yield the cells of each row. A cell is repeated in each column and row that it spans."""
    from_above: dict[int, tuple[Cell, int]] = {}
    for row in (row for row in rows if row.slots):
        cells: dict[int, Cell] = {column: cell for column, (cell, _) in from_above.items()}
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
        yield row, [cells.get(place, Cell("")) for place in range(max(cells, default=-1) + 1)]
