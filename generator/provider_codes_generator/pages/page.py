"""What every reader makes of a page: headings, tables with line numbers, and loose lines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the level counts from 1 and is as deep as the page says."""

    text: str
    level: int
    line: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell reduced to its text: white space folded, markup gone, entities decoded.

    Block boundaries and line breaks have become one blank, a link has left its text
    and put its target into `links`. `code` is the text of the first piece of inline
    code, and `rest` is the text without that piece: where one cell holds name and
    description, they are these two. Without inline code, `code` is None and `rest`
    is the text.
    """

    text: str
    code: str | None = None
    rest: str = ""
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `raw` is as it stands on the page, with white space folded."""

    cells: tuple[Cell, ...]
    line: int
    raw: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table below its headings, the outermost first.

    `intro` is the text between the nearest heading and the table. Where plain text
    cannot be split into columns by rule, `split` is False: the header is the whole
    header line, and each row has one cell, the whole line.
    """

    path: tuple[Heading, ...]
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    line: int
    intro: str = ""
    split: bool = True


@dataclass(frozen=True, slots=True)
class Loose:
    """A line of text that stands in no table, below its headings."""

    path: tuple[Heading, ...]
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page as its reader saw it."""

    headings: tuple[Heading, ...]
    tables: tuple[Table, ...]
    loose: tuple[Loose, ...] = ()
