"""Reads inline Markdown, which may contain HTML, into a cell."""

import re
from collections.abc import Iterable, MutableMapping
from html.parser import HTMLParser
from typing import Any, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .cell import BLOCKS, DROPPED, CellBuilder
from .page import Cell
from .text import fold

# GitHub's additions to CommonMark that change the text of a page. Inline text is parsed only
# when needed, because the tokens of a whole page take many times its size.
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PARSER.core.ruler.enableOnly(["normalize", "block"])

# Text without markup characters needs no parser. Nearly all cells are such text.
_PLAIN = re.compile(r"(?:[A-Za-z0-9 .,;:()'\"/-]|(?<=[A-Za-z0-9])_++(?=[A-Za-z0-9]))*+")
# The data that the parser keeps about a page besides its tokens.
References: TypeAlias = MutableMapping[str, Any]

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_BREAKS = frozenset({"softbreak", "hardbreak"})
_INLINE_TAGS = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark q s "
    "samp small span strike strong sub sup svg time tt u var wbr".split()
)


def read(text: str, references: References) -> Cell:
    """Return the cell of a text in Markdown. `references` has the link definitions of the page."""
    if _PLAIN.fullmatch(text):
        plain = fold(text)
        return Cell(plain, None, plain)
    return parsed(text, references)


def parsed(text: str, references: References) -> Cell:
    """Return the cell of a text in Markdown, always with the parser."""
    return _cell(_tokens(text, references))


def _tokens(text: str, references: References) -> list[Token]:
    tokens: list[Token] = []
    PARSER.inline.parse(text, PARSER, references, tokens)
    return tokens


def _cell(tokens: Iterable[Token]) -> Cell:
    builder = CellBuilder()
    for token in tokens:
        _take(builder, token)
    return builder.cell()


def text_lines(text: str, references: References) -> list[str]:
    """Return the text of a paragraph, one item per line of the page."""
    pieces: list[list[Token]] = [[]]
    for child in _tokens(text, references):
        if child.type in _BREAKS:
            pieces.append([])
        else:
            pieces[-1].append(child)
    source = text.split("\n")
    # Code and tags can contain line ends of their own. Then each line is read separately.
    if len(pieces) != len(source):
        return [read(line, references).text for line in source]
    return [_cell(piece).text for piece in pieces]


def _take(builder: CellBuilder, token: Token) -> None:
    match token.type:
        case "text" | "text_special":
            builder.text(token.content)
        case "code_inline":
            builder.code(token.content)
        case "softbreak" | "hardbreak":
            builder.text(" ")
        case "link_open":
            builder.open("a", {"href": str(token.attrs.get("href", ""))})
        case "image":
            for child in token.children or ():
                _take(builder, child)
        case "html_inline":
            _take_tag(builder, token.content)
        case _:
            pass


def _take_tag(builder: CellBuilder, markup: str) -> None:
    match = _TAG.match(markup)
    if match is None:
        return  # a comment or similar
    closing, name = match[1], match[2].lower()
    if closing:
        builder.close(name)
    elif name in ("a", "img"):
        builder.open(name, _attributes(markup))
    else:
        builder.open(name)
    if _is_placeholder(match[2]):
        builder.text(markup)


def _is_placeholder(name: str) -> bool:
    """Whether `<name>` is a word of the text that only looks like a tag.

    Names with a capital or a hyphen are components of the site.
    """
    return not (name.lower() in BLOCKS | DROPPED | _INLINE_TAGS or "-" in name or name[0].isupper())


def _attributes(markup: str) -> dict[str, str]:
    parser = _StartTag()
    parser.feed(markup)
    return parser.attributes


class _StartTag(HTMLParser):
    """Reads the attributes of one tag."""

    def __init__(self) -> None:
        super().__init__()
        self.attributes: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes = {name: value or "" for name, value in attrs}
