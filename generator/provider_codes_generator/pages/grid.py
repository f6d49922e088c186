"""Converts an HTML table to rows and columns. Cells may span several of either."""

from dataclasses import dataclass, field
from itertools import takewhile

from .builder import MAX_COLUMNS, PageBuilder, fitted
from .page import Cell, Row
from .text import fold


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell, how many columns and rows it spans, and whether it is a header cell."""

    cell: Cell
    columns: int
    rows: int
    header: bool


@dataclass(slots=True)
class GridRow:
    """A row on the page. `part` counts the heads, bodies and feet of the table."""

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
    """A table on the page."""

    line: int
    rows: list[GridRow] = field(default_factory=list[GridRow])

    def give(self, builder: PageBuilder) -> None:
        """Add the table to the page. A row of one cell across all columns is loose text."""
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
    """Return the cells of each row. A cell is repeated in each column and row that it spans."""
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
    """Return the name of each column. If there are several header rows, their texts are joined."""
    width = max(map(len, header))
    return [
        " ".join(dict.fromkeys(cells[column].text for cells in header if column < len(cells)))
        for column in range(width)
    ]


def _raw(row: GridRow) -> str:
    """Return the row as a person sees it on the page.

    The source is not used, because the style names in it change with each build of the site.
    """
    return fold(f"| {' | '.join(slot.cell.text for slot in row.slots)} |")
