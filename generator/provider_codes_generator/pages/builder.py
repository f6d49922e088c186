"""Builds a page from headings, tables and lines of text, in the order in which they are read."""

import re
from collections.abc import Sequence

from .code_lines import without_strike
from .hints import speaks_of_codes
from .page import CAPTION, FOOTNOTE, NOTE_MARKS, TITLE, Heading, Loose, Page, Row, Table
from .regular import numbered, regular, struck, without_continued
from .sections import Section, captions_at_tables, is_numbered_caption
from .tables_of_headings import add_tables_of_headings, unite_cards
from .tables_of_lines import add_tables_of_lines, caption_of
from .text import fold, title_in_contents

# The bullet of a list item that the page writes as text. A star may begin a note as well.
_BULLET = re.compile(r"^(?:[-+•·▪●◦‣»] )+(?=\S)|^\[[ xX]\] |^\* (?=[\w-]+(?:: | [–—=-]+ ))")
_NOTE = re.compile(rf"[*{NOTE_MARKS}]|{FOOTNOTE}:")
# A code in quotes before the text of an item.
_QUOTED = re.compile(r"^['\"‘“]([A-Z0-9_-]+)['\"’”](?=:| [-–—] )")


class PageBuilder:
    """Keeps the sections of the page and the text before the next table."""

    def __init__(self, *, has_markup: bool = False) -> None:
        """`has_markup` says whether what is struck out is marked, and tildes are text."""
        self._has_markup = has_markup
        self._sections = [Section(())]
        self._caption: Heading | None = None
        self._intro = ""
        self._since: list[Loose] = []
        # The labels of the components being read.
        self.labels: tuple[Heading, ...] = ()

    def is_about_codes(self) -> bool:
        """Whether the nearest heading, or a line with a colon, names codes."""
        above = [heading.text for heading in self._path[-1:]]
        above += [line.text for line in self._since[-1:] if line.text[-1] == ":"]
        return any(map(speaks_of_codes, above))

    def heading(self, text: str, level: int, line: int, *, is_struck: bool = False) -> None:
        """Add a heading, which ends those of its level and below. Without text, it is ignored.

        A summary directly below a title is about what this title names. `Alarms (continued)` goes on
        with the section of that name.
        """
        text = fold(text)
        bare = without_continued(text)
        if bare != text and any(above.text == bare for above in self._path):
            return
        if text:
            kept = self._path if level == TITLE and self._is_title() else self.labels
            self._begin(Heading(text, level, line, is_struck), kept)
            self._intro = ""
            self._since.clear()

    def label(self, text: str, line: int) -> None:
        """Add the label of a component, a title which no heading inside the component ends."""
        self.heading(text, TITLE, line)
        self.labels += (Heading(fold(text), TITLE, line),)

    def title(self, text: str, line: int) -> None:
        """Add a line that is also a title, and does not end the text before the next table."""
        if text := fold(text):
            if not is_numbered_caption(text):
                self._begin(Heading(text, TITLE, line), self.labels)
            self.loose(text, line)

    def footer(self) -> None:
        """End all sections: what follows is below no heading."""
        self._sections.append(Section(()))

    @property
    def _path(self) -> tuple[Heading, ...]:
        return self._sections[-1].path

    def _begin(self, heading: Heading, kept: Sequence[Heading]) -> None:
        """Begin a section. Its heading ends those of its level and below, except those to keep."""
        above = (each for each in self._path if each.level < heading.level or each in kept)
        self._sections.append(Section((*above, heading)))

    def _is_title(self) -> bool:
        """Whether the text since the last table ends with the title of the section."""
        return bool(self._since and self._path) and self._since[-1].text == self._path[-1].text

    def caption(self, text: str, line: int) -> None:
        """Add the caption of the next table."""
        if text := fold(text):
            self._caption = Heading(text, CAPTION, line)

    def loose(
        self,
        text: str,
        line: int,
        *,
        intro: bool = True,
        continues: bool = False,
        marks: frozenset[str] = frozenset(),
        code: str = "",
    ) -> None:
        """Add a line of text. `intro` says whether it can introduce a table.

        `continues` says whether it belongs to the paragraph of the line before.
        """
        written = fold(text)
        if text := _BULLET.sub("", written):
            if text != written:
                marks, continues = marks | {"item"}, False
            if "item" in marks and not code:
                text = _QUOTED.sub(r"\1", text)
            if not self._has_markup and (bare := without_strike(text)):
                text, marks = bare, marks | {"struck"}
            if _NOTE.match(text):
                marks = marks | {"note"}
            if title_in_contents(text):
                marks = marks | {"link"}
            loose = Loose(self._path, text, line, marks, code)
            items = self._sections[-1].items
            if continues and items and isinstance(items[-1], list):
                items[-1].append(loose)
            else:
                items.append([loose])
            if intro:
                self._since.append(loose)

    def table(
        self, header: Sequence[str], rows: Sequence[Row], line: int, records_path: str | None = None
    ) -> None:
        """Add a table. Without text above it, it shares the intro of the previous table."""
        if self._since:
            if not (self._caption or self._is_title()):
                self._caption = caption_of(self._since[-1])
            self._intro = " ".join(loose.text for loose in self._since)
            self._since.clear()
        captions = [self._caption] if self._caption else []
        self._caption = None
        path = (*self._path, *captions)
        rows = rows if self._has_markup else list(map(struck, rows))
        table = Table(path, tuple(map(fold, header)), tuple(rows), line, self._intro, records_path)
        items = self._sections[-1].items
        items += captions
        for each in regular(table):
            items += [*each.path[len(path) :], each]

    def page(self, *, is_whole: bool = False, title: str | None = None) -> Page:
        add_tables_of_lines(self._sections)
        add_tables_of_headings(self._sections)
        unite_cards(self._sections)
        found = [each for part in self._sections for each in (*part.path[-1:], *part.implied)]
        items = list(captions_at_tables(found))
        headings = tuple(item for item in items if isinstance(item, Heading))
        tables: list[Table] = []
        loose: list[Loose] = []
        for place, item in enumerate(items):
            if isinstance(item, Table):
                tables.append(numbered(item)._replace(place=place))
            elif isinstance(item, list):
                loose += [line._replace(place=place) for line in item]
        return Page(headings, tuple(tables), tuple(loose), is_whole, title and fold(title))
