"""A page from headings, tables and lines of text, as a reader comes upon them."""

from collections.abc import Sequence

from .page import Cell, Heading, Loose, Page, Row, Table
from .text import fold

# No list of codes is wider; what a page claims must not cost more than that.
MAX_COLUMNS = 100


class PageBuilder:
    """Keeps the path of headings, and the text that stands before the next table."""

    def __init__(self) -> None:
        self._path: tuple[Heading, ...] = ()
        self._intro = ""
        self._since: list[str] = []
        self._headings: list[Heading] = []
        self._tables: list[Table] = []
        self._loose: list[Loose] = []

    def heading(self, text: str, level: int, line: int) -> None:
        """Take a heading: those of its level and deeper end. One without text is none."""
        if text := fold(text):
            heading = Heading(text, level, line)
            above = [outer for outer in self._path if outer.level < level]
            self._path = (*above, heading)
            self._headings.append(heading)
            self._intro = ""
            self._since.clear()

    def loose(self, text: str, line: int, *, intro: bool = True) -> None:
        """Take a line of text; `intro` says whether it can introduce a table."""
        if text := fold(text):
            self._loose.append(Loose(self._path, text, line))
            if intro:
                self._since.append(text)

    def table(
        self, header: Sequence[str], rows: Sequence[Row], line: int, *, split: bool = True
    ) -> None:
        """Take a table. One without a text of its own shares that of the table before."""
        if self._since:
            self._intro = " ".join(self._since)
            self._since.clear()
        header = tuple(fold(name) for name in header)
        self._tables.append(Table(self._path, header, tuple(rows), line, self._intro, split))

    def page(self) -> Page:
        """The page, of what was taken."""
        return Page(tuple(self._headings), tuple(self._tables), tuple(self._loose))


def fitted(cells: Sequence[Cell], columns: int) -> tuple[Cell, ...]:
    """As many cells as there are columns: what is missing is empty, what is more is left out."""
    return (*cells[:columns], *[Cell("")] * (columns - len(cells)))
