"""Reads Markdown in the style of GitHub, GitBook and MDX, by way of HTML."""

import re
from collections.abc import Iterator, MutableMapping, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from . import html
from .markup import TAGS
from .page import Page
from .prepare import cells_of, prepared, without_front_matter
from .text import Line, fold, lines

# GitHub's additions to CommonMark that change the text of a page.
_GITHUB = ["table", "strikethrough"]
# Blocks are parsed first. Inline text is parsed only when needed, because the tokens of a whole
# page take many times its size.
_BLOCKS = MarkdownIt("commonmark").enable(_GITHUB)
_BLOCKS.core.ruler.enableOnly(["normalize", "block"])
_INDENTED_BLOCKS = MarkdownIt("commonmark").enable(_GITHUB).disable("code")
_INDENTED_BLOCKS.core.ruler.enableOnly(["normalize", "block"])
_INLINE = MarkdownIt("commonmark", {"breaks": True}).enable(_GITHUB)

# Where components, tabs, notes or HTML have indented text, indented lines are not code.
_INDENTS = re.compile(r"\s*(?:</?[A-Z][^<>]*>\s*$|(?:===|!!!|\?\?\?)[!+]? )|\s{4,}</?t[drh]\b")
# Text without markup characters needs no parser. Nearly all cells are such text.
_PLAIN = re.compile(r"(?:[A-Za-z0-9 .,;:()'\"/-]|(?<=[A-Za-z0-9])_++(?=[A-Za-z0-9]))*+")
_TAG = re.compile(r"</?([A-Za-z][\w.:-]*)([^<>]*?)(/?)>")
_QUOTED = re.compile(r"[\s>]*")


def read(text: str) -> Page:
    """Return the page of a text in Markdown."""
    text, title = without_front_matter(text)
    return read_lines(lines(text), title)


def read_lines(page: Sequence[Line], title: str | None = None) -> Page:
    """Return the page of lines in Markdown, from any source."""
    page = prepared(page)
    blocks = _INDENTED_BLOCKS if any(_INDENTS.match(line.text) for line in page) else _BLOCKS
    converter = _Converter(page)
    for token in blocks.parse("\n".join(line.text for line in page), converter.references):
        converter.add(token)
    return html.read(converter.html(), lambda line: page[line - 1].number, title)


class _Converter:
    """Makes HTML of the parser's tokens. Each element is on the line that it has on the page."""

    def __init__(self, page: Sequence[Line]) -> None:
        self.references: MutableMapping[str, Any] = {}
        self._page = page
        self._html: list[str] = []
        self._line = 0
        self._row = 0
        self._cells = 0

    def html(self) -> str:
        """Return the HTML of all tokens."""
        return "".join(self._html)

    def add(self, token: Token) -> None:
        """Add the next token."""
        if token.map and token.nesting >= 0:
            self._write("\n" * (token.map[0] - self._line))
        self._write(self._converted(token))

    def _write(self, text: str) -> None:
        self._html.append(text)
        self._line += text.count("\n")

    def _converted(self, token: Token) -> str:
        match token.type:
            case "inline":
                return self._inline(token.content)
            case "html_block":
                return _TAG.sub(_tag, token.content)
            case "fence" | "code_block" | "hr":
                return ""
            case "heading_open" | "heading_close" if token.level:
                # A heading inside a quotation or a list is not a heading of the text after it.
                return "<p>" if token.nesting > 0 else "</p>"
            case "tr_open" if token.map:
                self._row, self._cells = token.map[0], 0
                return f'<tr data-raw="{escape(fold(self._page[self._row].raw))}">'
            case "tr_close":
                return "".join(self._surplus()) + "</tr>"
            case _:
                self._cells += token.type == "td_open"
                return "" if token.hidden else f"<{'/' * (token.nesting < 0)}{token.tag}>"

    def _surplus(self) -> Iterator[str]:
        """Yield the cells of a row beyond its header, which the parser drops."""
        text = _QUOTED.sub("", self._page[self._row].text, count=1)
        for cell in cells_of(text)[self._cells :] if self._cells else ():
            yield f"<td>{self._inline(cell)}</td>"

    def _inline(self, text: str) -> str:
        return text if _PLAIN.fullmatch(text) else _INLINE.renderInline(text, self.references)


def _text(renderer: RendererHTML, tokens: Sequence[Token], place: int, *_: object) -> str:
    """Return a piece of text. An entity that represents a line end makes no line."""
    return escape(tokens[place].content).replace("\n", " ")


def _html_inline(renderer: RendererHTML, tokens: Sequence[Token], place: int, *_: object) -> str:
    return _TAG.sub(_tag, tokens[place].content)


def _tag(found: re.Match[str]) -> str:
    """Return a tag as HTML has it.

    Names with a capital or a sign are components of the site. Any other that is not a tag is a
    word of the text, such as `<number>`.
    """
    name, attributes, is_closed = found.groups()
    if name.lower() in TAGS:
        return found[0]
    if name.isalnum() and not name[0].isupper():
        return escape(found[0])
    return f"<{name}{attributes}></{name}>" if is_closed else found[0]


_INLINE.add_render_rule("text", _text)
_INLINE.add_render_rule("html_inline", _html_inline)
