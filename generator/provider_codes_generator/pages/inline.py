"""Makes HTML of inline Markdown."""

import re
from collections.abc import MutableMapping, Sequence
from html import escape
from typing import Any, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from .markup import TAGS

# What the parser knows about a page besides its tokens: where its links lead.
References: TypeAlias = MutableMapping[str, Any]

_PARSER = MarkdownIt("commonmark", {"breaks": True}).enable("strikethrough")
# Text without markup characters needs no parser. Nearly all cells are such text.
_PLAIN = re.compile(r"(?:[A-Za-z0-9 .,;:()'\"/-]|(?<=[A-Za-z0-9])_++(?=[A-Za-z0-9]))*+")
_TAG = re.compile(r"</?([A-Za-z][\w.:-]*)([^<>]*?)(/?)>")


def inline(text: str, references: References) -> str:
    """Return a text in Markdown as HTML, with as many lines."""
    return text if _PLAIN.fullmatch(text) else _PARSER.renderInline(text, references)


def with_tags(markup: str) -> str:
    """Return HTML as it is in Markdown with its tags as a parser of HTML knows them.

    Names with a capital or a sign are components of the site. Any other that is not a tag is a
    word of the text, such as `<number>`.
    """
    return _TAG.sub(_tag, markup)


def _tag(found: re.Match[str]) -> str:
    name, attributes, is_closed = found.groups()
    if name.lower() in TAGS:
        return found[0]
    if name.isalnum() and not name[0].isupper():
        return escape(found[0])
    return f"<{name}{attributes}></{name}>" if is_closed else found[0]


def _text(renderer: RendererHTML, tokens: Sequence[Token], place: int, *_: object) -> str:
    """Return a piece of text. An entity that represents a line end makes no line."""
    return escape(tokens[place].content).replace("\n", " ")


def _html(renderer: RendererHTML, tokens: Sequence[Token], place: int, *_: object) -> str:
    return with_tags(tokens[place].content)


_PARSER.add_render_rule("text", _text)
_PARSER.add_render_rule("html_inline", _html)
