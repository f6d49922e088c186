"""Builds a page from headings, tables and lines of text, in the order in which they are read."""

from collections.abc import Sequence

from .page import Cell, Heading, Loose, Page, Row, Table
from .text import fold

# No list of codes is wider. The limit bounds the cost of a page that claims more columns.
MAX_COLUMNS = 100


class PageBuilder:
    """Keeps the path of headings and the text before the next table."""

    def __init__(self) -> None:
        self._path: tuple[Heading, ...] = ()
        self._intro = ""
        self._since: list[str] = []
        self._headings: list[Heading] = []
        self._tables: list[Table] = []
        self._loose: list[Loose] = []

    def heading(self, text: str, level: int, line: int) -> None:
        """Add a heading, which ends those of its level and deeper. Without text it is ignored."""
        if text := fold(text):
            heading = Heading(text, level, line)
            above = [outer for outer in self._path if outer.level < level]
            self._path = (*above, heading)
            self._headings.append(heading)
            self._intro = ""
            self._since.clear()

    def loose(self, text: str, line: int, *, intro: bool = True) -> None:
        """Add a line of text. `intro` says whether it can introduce a table."""
        if text := fold(text):
            self._loose.append(Loose(self._path, text, line))
            if intro:
                self._since.append(text)

    def table(
        self, header: Sequence[str], rows: Sequence[Row], line: int, *, split: bool = True
    ) -> None:
        """Add a table. Without a text of its own, it shares the intro of the table before."""
        if self._since:
            self._intro = " ".join(self._since)
            self._since.clear()
        header = tuple(fold(name) for name in header)
        self._tables.append(Table(self._path, header, tuple(rows), line, self._intro, split))

    def page(self) -> Page:
        """Return the page."""
        return Page(tuple(self._headings), tuple(self._tables), tuple(self._loose))


def fitted(cells: Sequence[Cell], columns: int) -> tuple[Cell, ...]:
    """Return exactly as many cells as columns: pad with empty cells, and drop surplus ones."""
    return (*cells[:columns], *[Cell("")] * (columns - len(cells)))
