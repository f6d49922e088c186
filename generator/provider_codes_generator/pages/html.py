"""Reads HTML, as a server sends it or as a browser saves it."""

from collections.abc import Callable, Mapping

from .builder import PageBuilder
from .cell import BLOCKS, CellBuilder
from .grid import Grid, GridRow, Slot
from .markup import Close, Open, Part, Text, parts
from .page import Page
from .text import normal

_LEVELS = {f"h{level}": level for level in range(1, 7)}


def read(text: str) -> Page:
    """Return the page of a text in HTML."""
    builder = PageBuilder()
    read_into(builder, normal(text), lambda line: line)
    return builder.page()


def read_into(builder: PageBuilder, text: str, line_of: Callable[[int], int]) -> None:
    """Add the headings, tables and loose lines of a piece of HTML to a page.

    `line_of` maps a line of the piece to a line of the page.
    """
    reader = _Reader(builder, line_of)
    for part in parts(text):
        reader.take(part)
    reader.end()


class _Reader:
    """Reads the parts of a page. Each belongs to a heading, to a table, or to loose text."""

    def __init__(self, builder: PageBuilder, line_of: Callable[[int], int]) -> None:
        self._builder = builder
        self._line_of = line_of
        self._text = _Words()
        self._heading: tuple[str, _Words] | None = None
        self._table: _TableReader | None = None
        self._preformatted = 0

    def take(self, part: Part) -> None:
        """Read the next part."""
        if self._table is not None:
            self._take_in_table(self._table, part)
        elif isinstance(part, Open) and (part.tag in _LEVELS or _is_data(part)):
            self.end()
            if part.tag in _LEVELS:
                self._heading = (part.tag, _Words(self._line_of(part.line)))
            else:
                self._table = _TableReader(self._line_of(part.line))
        elif self._heading is not None:
            self._heading[1].take(part)
            if part == Close(self._heading[0]):
                self._end_heading()
        else:
            self._take_loose(part)

    def end(self) -> None:
        """Close what is open: the page ends, or an element begins that cannot be inside it."""
        self._end_heading()
        self._end_text()

    def _take_in_table(self, table: "_TableReader", part: Part) -> None:
        if table.take(part, self._line_of):
            return
        self._take_loose(part)
        if table.ended:
            table.grid.give(self._builder)
            self._table = None

    def _take_loose(self, part: Part) -> None:
        if isinstance(part, Text):
            # Like a fenced block in Markdown, this is an example and not the page's own text.
            if not self._preformatted:
                self._text.take(part, self._line_of(part.line))
            return
        if part.tag == "pre":
            step = 1 if isinstance(part, Open) else -1
            self._preformatted = max(0, self._preformatted + step)
        if part.tag in BLOCKS:
            self._end_text()
        else:
            self._text.take(part)

    def _end_text(self) -> None:
        self._builder.loose(self._text.text(), self._text.line)
        self._text = _Words()

    def _end_heading(self) -> None:
        if self._heading is not None:
            tag, words = self._heading
            self._builder.heading(words.text(), _LEVELS[tag], words.line)
            self._heading = None


class _TableReader:
    """Reads the parts of a table. Text outside of its cells is loose."""

    def __init__(self, line: int) -> None:
        self.grid = Grid(line)
        self.ended = False
        self._cell: CellBuilder | None = None
        self._attributes: Mapping[str, str] = {}
        self._part = 0
        self._in_head = False
        self._tables_inside = 0

    def take(self, part: Part, line_of: Callable[[int], int]) -> bool:
        """Read a part. Return False if it is loose."""
        if not isinstance(part, Text) and part.tag == "table":
            self.ended = isinstance(part, Close) and not self._tables_inside
            self._tables_inside += 1 if isinstance(part, Open) else -1
        if self._cell is not None:
            self._take_in_cell(self._cell, part)
            return True
        match part:
            case Open(tag="tr"):
                self.grid.rows.append(GridRow(line_of(part.line), self._part, self._in_head))
            case Open(tag="td" | "th") if self.grid.rows:
                self._cell, self._attributes = CellBuilder(), part.attributes
            case Open(tag="thead" | "tbody" | "tfoot"):
                self._part += 1
                self._in_head = part.tag == "thead"
            case Close(tag="thead"):
                self._part += 1
                self._in_head = False
            case _:
                return False
        return True

    def _take_in_cell(self, cell: CellBuilder, part: Part) -> None:
        """Add a part to the cell. A table inside a cell is text of the cell."""
        match part:
            case Text():
                cell.text(part.text)
            case Open():
                cell.open(part.tag, part.attributes)
            case Close(tag="td" | "th") if not self._tables_inside:
                self._end_cell(cell, part.tag)
            case Close():
                cell.close(part.tag)

    def _end_cell(self, cell: CellBuilder, tag: str) -> None:
        columns = _span(self._attributes.get("colspan")) or 1
        # A span of no rows means all rows that follow.
        rows = _span(self._attributes.get("rowspan")) or _MOST
        self.grid.rows[-1].slots.append(Slot(cell.cell(), columns, rows, tag == "th"))
        self._cell = None


class _Words:
    """Collects text, and the line of its first word."""

    def __init__(self, line: int | None = None) -> None:
        self._builder = CellBuilder()
        self._line = line
        self._link: list[str] | None = None

    @property
    def line(self) -> int:
        """The line of the first word."""
        return self._line or 1

    def text(self) -> str:
        """Return the text."""
        self._end_link()
        return self._builder.cell().text

    def take(self, part: Part, line: int | None = None) -> None:
        """Add a part. A link of symbols only (#, ¶) is the anchor of a heading and is skipped."""
        match part:
            case Text() if self._link is not None:
                self._link.append(part.text)
            case Text():
                self._builder.text(part.text)
            case Open(tag="a"):
                self._link = []
            case Open():
                self._builder.open(part.tag, part.attributes)
            case Close(tag="a"):
                self._end_link()
            case Close():
                self._builder.close(part.tag)
        if self._line is None and isinstance(part, Text) and part.text.strip():
            self._line = line

    def _end_link(self) -> None:
        words = "".join(self._link or ())
        if any(map(str.isalnum, words)):
            self._builder.text(words)
        self._link = None


_MOST = 65534


def _span(value: str | None) -> int:
    """Return the span that a cell declares, or 1 if it declares none that is valid."""
    value = (value or "1").strip()
    if value.isascii() and value.isdigit() and len(value) <= len(str(_MOST)):
        return min(int(value), _MOST)
    return 1


def _is_data(part: Open) -> bool:
    return part.tag == "table" and not part.layout
