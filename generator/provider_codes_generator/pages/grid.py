"""Converts HTML tables and lists of definitions to rows and columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile, zip_longest
from typing import TypeAlias

from .builder import MAX_COLUMNS, PageBuilder, row_of
from .cell import CellBuilder
from .implied import is_code
from .page import Cell
from .text import fold


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell, how many columns and rows it spans, and whether it is a header or struck out."""

    cell: Cell
    columns: int
    rows: int
    is_header: bool
    is_struck: bool


@dataclass(slots=True)
class GridRow:
    """A row on the page. `part` counts the heads, bodies and feet of the table.

    `raw` is its text on the page, if that is not what its cells say.
    """

    line: int
    part: int
    in_head: bool
    raw: str
    slots: list[Slot] = field(default_factory=list[Slot])

    @property
    def width(self) -> int:
        """How many columns the row has."""
        return sum(slot.columns for slot in self.slots)

    @property
    def is_header(self) -> bool:
        """Whether the row names the columns."""
        return self.in_head or all(slot.is_header for slot in self.slots)

    @property
    def is_struck(self) -> bool:
        """Whether the row is struck out: all of it, or its code."""
        filled = [slot for slot in self.slots if slot.cell.text]
        struck = [slot for slot in filled if slot.is_struck]
        return bool(struck) and (
            struck == filled or any(is_code(slot.cell.text) for slot in struck)
        )

    def seen(self) -> str:
        """Return the row as a person sees it on the page.

        The source is not used, because the style names in it change with each build of the site.
        """
        return self.raw or fold(f"| {' | '.join(slot.cell.text for slot in self.slots)} |")


@dataclass(slots=True)
class Grid:
    """A table on the page."""

    line: int
    caption: str = ""
    rows: list[GridRow] = field(default_factory=list[GridRow])
    _part: int = 0
    _in_head: bool = False

    @property
    def is_data(self) -> bool:
        """Whether the table has rows and columns, and does not only arrange a text."""
        return len(self.rows) > 1 and self._width > 1

    @property
    def text(self) -> str:
        """The text of all cells."""
        return " ".join(slot.cell.text for row in self.rows for slot in row.slots)

    @property
    def _width(self) -> int:
        return max((row.width for row in self.rows if len(row.slots) > 1), default=1)

    def begin(self, *, in_head: bool) -> None:
        """Begin the next head, body or foot."""
        self._part += 1
        self._in_head = in_head

    def begin_row(self, line: int, raw: str) -> None:
        """Begin the next row."""
        self.rows.append(GridRow(line, self._part, self._in_head, raw))

    def give(self, builder: PageBuilder) -> None:
        """Add the table to the page. A row of one cell across all columns is loose text."""
        width = self._width
        spread: list[tuple[GridRow, list[Cell]]] = []
        for row, cells in _spread([row for row in self.rows if row.slots]):
            if len(row.slots) == 1 and 1 < width <= row.width:
                builder.loose(row.slots[0].cell.text, row.line, intro=False)
            else:
                spread.append((row, cells))
        if not spread:
            return
        header = [_texts(cells) for _, cells in spread[: _header_rows([row for row, _ in spread])]]
        names = _names(header)
        rows = [
            row_of(cells, len(names), row.line, row.seen(), is_struck=row.is_struck)
            for row, cells in spread[len(header) :]
            if _texts(cells) not in header
        ]
        builder.caption(self.caption, self.line)
        builder.table(names, rows, self.line)


# Terms with their lines, and the words that define them.
_Entry: TypeAlias = tuple[list[tuple[int, Cell]], CellBuilder]


@dataclass(slots=True)
class Definitions:
    """A list of definitions. Each belongs to one or more terms."""

    line: int
    entries: list[_Entry] = field(default_factory=list[_Entry])

    def begin_term(self, line: int, term: Cell) -> None:
        """Begin the next term. Without a definition, it shares that of the next one."""
        if not self.entries or self.entries[-1][1].line is not None:
            self.entries.append(([], CellBuilder()))
        self.entries[-1][0].append((line, term))

    def give(self, builder: PageBuilder) -> None:
        """Add the list to the page as a table."""
        rows = [
            row_of((term, definition), 2, line, f"{term.text}: {definition.text}")
            for terms, words in self.entries
            for definition in [words.cell()]
            for line, term in terms
        ]
        builder.table(("term", "definition"), rows, self.line)


def _texts(cells: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in cells]


def _header_rows(rows: Sequence[GridRow]) -> int:
    """Return how many rows name the columns: at least one.

    Below a name that spans several columns, the next row names each of them.
    """
    number = sum(1 for _ in takewhile(lambda row: row.is_header, rows))
    if number not in (0, len(rows)):
        return number
    spans = any(slot.columns > 1 for slot in rows[0].slots)
    return 2 if spans and len(rows) > 2 else 1


def _spread(rows: Sequence[GridRow]) -> Iterator[tuple[GridRow, list[Cell]]]:
    """Yield the cells of each row. A cell is repeated in each column and row that it spans."""
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
            for _ in range(min(slot.columns, max(MAX_COLUMNS - column, 1))):
                cells[column] = slot.cell
                if slot.rows > 1:
                    from_above[column] = (slot.cell, slot.rows - 1)
                column += 1
        yield row, [cells.get(place, Cell("")) for place in range(max(cells, default=-1) + 1)]


def _names(header: Sequence[Sequence[str]]) -> list[str]:
    """Return the name of each column. If there are several header rows, their texts are joined."""
    columns = zip_longest(*header, fillvalue="")
    return [" ".join(dict.fromkeys(filter(None, column))) for column in columns]
