"""The result of every reader: headings, tables with line numbers, and loose lines."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from ..model import Finding
from .text import fold

# The marks of a note after a code, a name or a text.
NOTE_MARKS = "†‡§⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ"
# Turns the number or letter of a note into such a mark.
RAISED = str.maketrans("0123456789-abcde", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᵃᵇᶜᵈᵉ", "[]()")
# The mark of a footnote in Markdown, such as `[^1]`.
FOOTNOTE = r"\[\^[^\[\]\s]+\]"

# Levels below those of a page's headings. A title, such as a bold line, a summary or the label of
# a tab, holds until the next heading or title. A caption, or a line ending in a colon, holds for
# one table.
TITLE = 7
CAPTION = 8

# The headers of tables that the page does not draw: lines of codes, without `name` if they
# have no names; terms with their definitions; and records with keys, or of single values.
CODES = ("code", "name", "text")
TERM = "term"
TERMS = (TERM, "definition")
KEY = "key"
# The first header of a table without a header.
UNNAMED = "column 1"
VALUE = "value"

# The marks of a line inside an example, of a row that is a record, and of the last row of a table
# that the page does not end.
EXAMPLE = frozenset(("example",))
RECORD = frozenset(("record",))
CUT = frozenset(("cut",))
# The mark of a row of Markdown that has its last pipe.
CLOSED = frozenset(("closed",))

# No list of codes is wider. The limit bounds the cost of a page that claims more columns.
MAX_COLUMNS = 100


class Heading(NamedTuple):
    """A heading. The level is that of the page, from 1 to 6, or `TITLE` or `CAPTION`."""

    text: str
    level: int
    line: int
    is_struck: bool = False


class Cell(NamedTuple):
    """The text of a cell: white space folded, markup removed, entities decoded.

    Block boundaries and line breaks become one space. A link leaves its text, and its target
    goes into `links`. `code` is the text of the first piece of inline code, and `rest` is the
    text without it. They are name and description if a cell holds both. Without inline code, `code`
    is None and `rest` is the text. `struck` is what was struck out beside the text. `lines` are
    the lines of the text if it has several.
    """

    text: str
    code: str | None = None
    rest: str = ""
    links: tuple[str, ...] = ()
    struck: str = ""
    lines: tuple[str, ...] = ()


def lines_in(text: str, end: str) -> tuple[str, ...]:
    """Return the lines of a cell that end with a sign, or nothing if it has only one."""
    if end not in text:  # as in nearly all cells
        return ()
    lines = [line for line in map(fold, text.split(end)) if line]
    return tuple(lines) if len(lines) > 1 else ()


def text_cell(text: str) -> Cell:
    """Return the cell of a text without markup."""
    lines, text = lines_in(text, "\n"), fold(text)
    return Cell(text, None, text, lines=lines)


class Row(NamedTuple):
    """A row of a table, with one cell per column of the header.

    `raw` is its text on the page, with white space folded. `surplus` has the texts of cells beyond
    the header. `marks` has `struck`, `hidden` or `bold` if the whole row or its code has it,
    `record` for a record, which never continues another, `closed` if it has its last pipe, and
    `cut` if the page ends in its table.
    """

    cells: tuple[Cell, ...]
    line: int
    raw: str
    surplus: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the cells."""
        return tuple(cell.text for cell in self.cells)

    def with_more(self, text: str) -> "Row":
        """Return the row with more text in its last cell."""
        *others, last = self.cells
        whole = text_cell(f"{last.text} {text}")
        return self._replace(cells=(*others, whole), raw=f"{self.raw} {fold(text)}")

    @property
    def is_across(self) -> bool:
        """Whether the row is one cell that spans all columns, as the title of a section does."""
        return len(self.cells) > 1 and all(cell is self.cells[0] for cell in self.cells)


def row_of(
    cells: Sequence[Cell], columns: int, line: int, raw: str, marks: frozenset[str] = frozenset()
) -> Row:
    """Return a row with one cell per column. Others are surplus, unless they repeat the last."""
    missing = [Cell("")] * (columns - len(cells))
    surplus = [cell.text for left, cell in pairwise(cells[columns - 1 :]) if cell is not left]
    return Row((*cells[:columns], *missing), line, fold(raw), tuple(filter(None, surplus)), marks)


class Table(NamedTuple):
    """A table and the headings above it, the outermost first.

    `intro` is the text between the nearest heading and the table. `records_path` says where records
    are on their page. A cell that spans columns or rows, or that no rule can split, is one object.
    `place` orders tables and loose text, because a whole page may be one line.
    """

    path: tuple[Heading, ...]
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    line: int
    intro: str = ""
    records_path: str | None = None
    place: int = 0

    def rows_of(self, column: int) -> list[Row]:
        """Return the rows whose cell in the column spans neither from the row above nor all columns."""
        above = (None, *(row.cells[column] for row in self.rows))
        rows = zip(self.rows, above, strict=False)
        return [row for row, cell in rows if row.cells[column] is not cell and not row.is_across]


class Loose(NamedTuple):
    """A line of text outside every table, and the headings above it.

    `marks` has `link` if it only links elsewhere on the page, `item` for an item of a list, `inner`
    if it is not the first line of one, `note` if it begins with the mark of a note, is the title of
    a section with codes, or is between rows, `example` inside an example, `beside` for a line with
    a sign beside codes, and `heading` for a heading with a code. `code` is its first inline code,
    or below a heading about codes, the bold words at its start.
    """

    path: tuple[Heading, ...]
    text: str
    line: int
    marks: frozenset[str] = frozenset()
    code: str = ""
    place: int = 0

    @property
    def after_code(self) -> str | None:
        """The text after the code that the line begins with; None if it begins with none."""
        begins = self.code != "" and self.text.startswith(self.code)
        return self.text[len(self.code) :] if begins else None


class Page(NamedTuple):
    """A page, as its reader returns it.

    It is whole if it ends verifiably, for example with `</html>` or the last bracket of JSON.
    `title` is from its front matter or its head. `missing` says why a path has no records. `file`
    is what findings call it: a file or an address.
    """

    headings: tuple[Heading, ...]
    tables: tuple[Table, ...]
    loose: tuple[Loose, ...] = ()
    is_whole: bool = False
    title: str | None = None
    missing: Mapping[str | None, Finding] = MappingProxyType({})
    file: str = ""
