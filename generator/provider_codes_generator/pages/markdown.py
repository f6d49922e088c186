"""Reads Markdown in the style of GitHub, GitBook and MDX, by way of HTML."""

import re
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from html import escape
from typing import Any, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

from . import html
from .markup import LINE, TAGS
from .page import FOOTNOTE, Page
from .pipes import cells_of, table
from .prepare import prepared, without_front_matter
from .text import Line, lines

# What the parser knows about a page besides its tokens: where its links lead.
_References: TypeAlias = MutableMapping[str, Any]

# Inline text is parsed only when needed, because the tokens of a whole page take many times its
# size. Text without markup characters needs no parser. Nearly all cells are such text.
_INLINE = MarkdownIt("commonmark", {"breaks": True}).enable("strikethrough")
_PLAIN = re.compile(r"(?:[A-Za-z0-9 .,;:()'\"/-]|(?<=[A-Za-z0-9])_++(?=[A-Za-z0-9]))*+")

# Where components or HTML have indented text, indented lines are not code.
_INDENTS = re.compile(r"\s*</?[A-Z][^<>]*>\s*$|(?:\t\s*+|\s{4,}+)</?t[drh]\b")
# A directive of Sphinx in Markdown: a table, or a file with more of the page.
_DIRECTIVE = re.compile(r"\{(list-table|csv-table|(?:literal)?include)\}(.*)")
# The mark of a note, which is not text. At the start of a line, it begins the note.
_NOTE = re.compile(rf"(?<=[^\n]){FOOTNOTE}")
# The anchor or the class that a page sets for the markup or the text before it.
_ATTRIBUTES = re.compile(
    r"(?:(?<=[\w.(}][`*_)\]])|(?<=[\w.}]\*\*))\{:? ?[#.][^{}`]*\}"
    r"|(?<=[\w.]) ?\{(?:: ?[#.]| ?#)[^{}`]*\}$"
)
_TAG = re.compile(r"</?([A-Za-z][\w.:-]*+)([^<>]*?)(/?)>")


def read(text: str) -> Page:
    text, title = without_front_matter(text)
    return read_lines(lines(text), title)


def read_lines(page: Sequence[Line], title: str | None = None) -> Page:
    """Return the page of lines in Markdown, from any source."""
    page = list(prepared(page))
    references: _References = {}
    parser = MarkdownIt("commonmark").enable("table").use(deflist_plugin)
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.block.ruler.at("table", table, {"alt": ["paragraph", "reference"]})
    parser.block.ruler.at("reference", _reference)
    if any(_INDENTS.match(line.text) for line in page):
        parser.disable("code")
    text = "\n".join(line.text for line in page)
    # No tokens are kept while the HTML is read.
    return html.read("".join(_as_html(parser.parse(text, references), references)), page, title)


def _as_html(tokens: Iterable[Token], references: _References) -> Iterator[str]:
    """Yield the HTML of tokens. Each element is on the line that it has on the page."""
    line = 0
    for token in tokens:
        if token.map and token.nesting >= 0 and line < token.map[0]:
            yield "\n" * (token.map[0] - line)
            line = token.map[0]
        text = _converted(token, references)
        yield text
        line += text.count("\n")


def _converted(token: Token, references: _References) -> str:
    match token.type:
        case "inline":
            return _inline(token.content, references)
        case "html_block":
            return _TAG.sub(_tag, token.content)
        case "row":
            cells = (_inline(cell, references) for cell in cells_of(token.content))
            return f"<tr {LINE}>{''.join(f'<{token.tag}>{cell}' for cell in cells)}</tr>"
        case "fence" if found := _DIRECTIVE.fullmatch(token.info.strip()):
            from .rst import as_html  # docutils loads slowly, and few pages need it

            content = token.content.replace("\n", "\n   ")
            return as_html(f".. {found[1]}:: {found[2]}\n   {content}")
        case "fence" | "code_block":
            start = "\n" if token.type == "fence" else ""
            return f"<pre>{start}{escape(token.content)}</pre>"
        case "list_item_open" if token.info:
            return f'<li value="{token.info}">'
        case _:
            # A heading inside a quotation or a list is not a heading of the text after it.
            tag = "p" if token.type.startswith("heading") and token.level else token.tag
            return "" if token.hidden else f"<{'/' * (token.nesting < 0)}{tag}>"


def _inline(text: str, references: _References) -> str:
    """Return a text in Markdown as HTML, with as many lines."""
    if _PLAIN.fullmatch(text):
        return text
    rendered: str = _INLINE.renderInline(_ATTRIBUTES.sub("", text), references)
    return rendered


def _tag(found: re.Match[str]) -> str:
    """Return a tag in Markdown as a parser of HTML knows it.

    Names with a capital or a sign are components of the site. Any other unknown name, such as
    `<number>`, is a word of the text.
    """
    name, attributes, is_closed = found.groups()
    if name.lower() in TAGS:
        return found[0]
    if name.isalnum() and not name[0].isupper():
        return escape(found[0])
    return f"<{name}{attributes}></{name}>" if is_closed else found[0]


def _html(renderer: RendererHTML, tokens: Sequence[Token], place: int, *_: object) -> str:
    return _TAG.sub(_tag, tokens[place].content)


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read where a link leads. A note of one word looks the same, but is text."""
    is_note = state.src.startswith("[^", state.bMarks[start] + state.tShift[start])
    return not is_note and reference(state, start, end, silent)


def _note(state: StateInline, silent: bool) -> bool:
    """Skip the mark of a note."""
    if found := _NOTE.match(state.src, state.pos):
        state.pos = found.end()
        state.pending = state.pending.rstrip()
    return found is not None


_INLINE.inline.ruler.before("link", "note", _note)
_INLINE.add_render_rule("html_inline", _html)
