"""Reads Markdown in the style of GitHub, GitBook and MDX, by way of HTML."""

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from . import html
from .inline import References, inline, with_tags
from .page import Page
from .prepare import prepared, without_front_matter
from .text import Line, lines

# Inline text is parsed only when needed, because the tokens of a whole page take many times its
# size.
_PARSER = MarkdownIt("commonmark")
_PARSER.core.ruler.enableOnly(["normalize", "block"])
_PARSER_WITHOUT_CODE = MarkdownIt("commonmark").disable("code")
_PARSER_WITHOUT_CODE.core.ruler.enableOnly(["normalize", "block"])

# Where components, tabs, notes or HTML have indented text, indented lines are not code.
_INDENTS = re.compile(r"\s*(?:</?[A-Z][^<>]*>\s*$|(?:===|!!!|\?\?\?)[!+]? )|\s{4,}</?t[drh]\b")


def read(text: str) -> Page:
    """Return the page of a text in Markdown."""
    text, title = without_front_matter(text)
    return read_lines(lines(text), title)


def read_lines(page: Sequence[Line], title: str | None = None) -> Page:
    """Return the page of lines in Markdown, from any source."""
    parser = _PARSER_WITHOUT_CODE if any(_INDENTS.match(line.text) for line in page) else _PARSER
    references: References = {}
    parser.parse("\n\n".join(line.text for line in page if "]:" in line.text), references)
    text, origins = prepared(page, lambda cell: inline(cell, references))
    # No tokens are kept while the HTML is read.
    return html.read("".join(_as_html(parser.parse(text, references), references)), origins, title)


def _as_html(tokens: Iterable[Token], references: References) -> Iterator[str]:
    """Yield the HTML of tokens. Each element is on the line that it has on the page."""
    line = 0
    for token in tokens:
        if token.map and token.nesting >= 0 and line < token.map[0]:
            yield "\n" * (token.map[0] - line)
            line = token.map[0]
        text = _converted(token, references)
        yield text
        line += text.count("\n")


def _converted(token: Token, references: References) -> str:
    match token.type:
        case "inline":
            return inline(token.content, references)
        case "html_block":
            return with_tags(token.content)
        case "fence" | "code_block" | "hr":
            return ""
        case _:
            # A heading inside a quotation or a list is not a heading of the text after it.
            tag = "p" if token.type.startswith("heading") and token.level else token.tag
            return "" if token.hidden else f"<{'/' * (token.nesting < 0)}{tag}>"
