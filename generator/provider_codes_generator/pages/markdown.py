"""Reads Markdown in the style of GitHub and GitBook, with HTML in cells or between them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from . import inline
from .builder import PageBuilder, fitted
from .page import Cell, Page, Row
from .prepare import prepared, without_front_matter
from .text import Line, fold, lines

# A GitBook tag on its own line is text and not part of a table.
_TEMPLATE_TAG = re.compile(r"\{%.*%\}")
# The anchor of a heading, if the page sets one.
_ANCHOR = re.compile(r" \{#[^{}]*\}$")


def read(text: str) -> Page:
    """Return the page of a text in Markdown."""
    return read_lines(without_front_matter(lines(text)))


def read_lines(page: Sequence[Line]) -> Page:
    """Return the page of lines in Markdown, from any source."""
    builder = PageBuilder()
    references: inline.References = {}
    tokens = inline.PARSER.parse("\n".join(prepared(page)), references)
    reader = _Reader(builder, page, references)
    for token in tokens:
        reader.take(token)
    return builder.page()


@dataclass(slots=True)
class _Table:
    """A table whose tokens are not complete yet."""

    place: int
    rows: list[tuple[int, list[Cell]]] = field(default_factory=list[tuple[int, list[Cell]]])


class _Reader:
    """Reads the parser's tokens. Their places count lines from 0."""

    def __init__(
        self, builder: PageBuilder, page: Sequence[Line], references: inline.References
    ) -> None:
        self._builder = builder
        self._page = page
        self._references = references
        self._table_ends = [
            place for place, line in enumerate(page) if "</table" in line.text.lower()
        ]
        # Tokens of lines before this place are skipped, because HTML has consumed the lines.
        self._next = 0
        self._level: int | None = None
        self._table: _Table | None = None

    def take(self, token: Token) -> None:
        """Read the next token."""
        start, end = token.map or (self._next, self._next)
        if start < self._next:
            return
        match token.type:
            case "heading_open":
                # A heading inside a quotation or a list is not a heading of the text after it.
                self._level = int(token.tag[1:]) if token.level == 0 else None
            case "heading_close":
                self._level = None
            case "inline":
                self._take_inline(token, start)
            case "html_block":
                self._take_html(token.content, start, end)
            case "table_open":
                self._table = _Table(start)
            case "tr_open" if self._table:
                self._table.rows.append((start, []))
            case "table_close" if self._table:
                self._end_table(self._table)
            case _:
                pass

    def _take_inline(self, token: Token, place: int) -> None:
        if self._table:
            self._table.rows[-1][1].append(inline.read(token.content, self._references))
        elif self._level:
            text = _ANCHOR.sub("", inline.read(token.content, self._references).text)
            self._builder.heading(text, self._level, self._page[place].number)
        else:
            for line, text in enumerate(
                inline.text_lines(token.content, self._references), start=place
            ):
                self._loose(text, line)

    def _take_html(self, content: str, start: int, end: int) -> None:
        """Read a block of HTML up to the end of its table.

        In Markdown, a blank line ends HTML, but a table can continue after it.
        """
        lowered = content.lower()
        if lowered.count("<table") > lowered.count("</table"):
            following = self._table_ends[bisect_left(self._table_ends, end) :][:1]
            for last in following:
                content += "\n".join(line.text for line in self._page[end : last + 1])
                end = last + 1
        # Few pages have such HTML, and its parser loads slowly.
        from . import html

        # An entity can represent a line end. The HTML then seems to have more lines than the page.
        last_line = min(end, len(self._page)) - 1
        html.read_into(
            self._builder,
            content,
            lambda line: self._page[min(start + line - 1, last_line)].number,
        )
        self._next = end

    def _end_table(self, table: _Table) -> None:
        self._table = None
        (_, header), *rows = table.rows
        kept: list[Row] = []
        for place, cells in rows:
            line = self._page[place]
            if _TEMPLATE_TAG.fullmatch(line.text.strip()):
                self._loose(line.text, place)
            else:
                kept.append(Row(fitted(cells, len(header)), line.number, fold(line.raw)))
        names = [cell.text for cell in header]
        self._builder.table(names, kept, self._page[table.place].number)

    def _loose(self, text: str, place: int) -> None:
        is_tag = _TEMPLATE_TAG.fullmatch(text.strip())
        self._builder.loose(text, self._page[place].number, intro=not is_tag)
