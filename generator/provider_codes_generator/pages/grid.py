"""A table of HTML to rows and columns: cells may span several of either."""

from dataclasses import dataclass, field
from itertools import takewhile

from .builder import MAX_COLUMNS, PageBuilder, fitted
from .page import Cell, Row
from .text import fold


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell, how many columns and rows it spans, and whether it is one of a header."""

    cell: Cell
    columns: int
    rows: int
    header: bool


@dataclass(slots=True)
class GridRow:
    """A row as it stands on the page; `part` counts heads, bodies and feet of the table."""

    line: int
    part: int
    in_head: bool
    slots: list[Slot] = field(default_factory=list[Slot])

    @property
    def is_header(self) -> bool:
        """Whether the row names the columns."""
        return self.in_head or (bool(self.slots) and all(slot.header for slot in self.slots))


@dataclass(slots=True)
class Grid:
    """A table as it stands on the page."""

    line: int
    rows: list[GridRow] = field(default_factory=list[GridRow])

    def give(self, builder: PageBuilder) -> None:
        """Give the table to the page; a row of one cell over all columns is loose text."""
        full = [row for row in self.rows if row.slots]
        width = max((_width(row) for row in full if len(row.slots) > 1), default=1)
        spread: list[tuple[GridRow, list[Cell]]] = []
        for row, cells in zip(full, _spread(full), strict=True):
            if len(row.slots) == 1 and 1 < width <= row.slots[0].columns:
                builder.loose(row.slots[0].cell.text, row.line, intro=False)
            else:
                spread.append((row, cells))
        if not spread:
            return
        header = [cells for _, cells in takewhile(lambda pair: pair[0].is_header, spread)]
        if len(header) in (0, len(spread)):
            header = [spread[0][1]]
        names = _names(header)
        rows = [
            Row(fitted(cells, len(names)), row.line, _raw(row))
            for row, cells in spread[len(header) :]
        ]
        builder.table(names, rows, self.line)


def _width(row: GridRow) -> int:
    return sum(slot.columns for slot in row.slots)


def _spread(rows: list[GridRow]) -> list[list[Cell]]:
    """The cells of each row, each as often as it spans columns, and again in each row."""
    spread: list[list[Cell]] = []
    from_above: dict[int, tuple[Cell, int]] = {}
    part = 0
    for row in rows:
        if row.part != part:
            part, from_above = row.part, {}
        cells: dict[int, Cell] = {column: cell for column, (cell, _) in from_above.items()}
        from_above = {
            column: (cell, left - 1) for column, (cell, left) in from_above.items() if left > 1
        }
        column = 0
        for slot in row.slots:
            while column in cells:
                column += 1
            for _ in range(min(slot.columns, MAX_COLUMNS - column)):
                cells[column] = slot.cell
                if slot.rows > 1:
                    from_above[column] = (slot.cell, slot.rows - 1)
                column += 1
        spread.append([cells.get(place, Cell("")) for place in range(max(cells, default=-1) + 1)])
    return spread


def _names(header: list[list[Cell]]) -> list[str]:
    """The name of each column: where header rows stand on each other, their texts together."""
    width = max(map(len, header))
    return [
        " ".join(dict.fromkeys(cells[column].text for cells in header if column < len(cells)))
        for column in range(width)
    ]


def _raw(row: GridRow) -> str:
    """The row as a reader of the page sees it.

    Not its source: the names of styles in it change whenever the site is built.
    """
    return fold(f"| {' | '.join(slot.cell.text for slot in row.slots)} |")
