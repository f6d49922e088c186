"""Splits HTML into a stream of tags and texts. Only this module knows the HTML parser."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from .cell import DROPPED
from .problem import unreadable

# lxml has no types. Its objects leave this module as the classes below.
_ETREE: Any = import_module("lxml.etree")

# The parser reports this line for every element on a later line.
_LAST_LINE = 65535

# These belong to the page as a whole and not to its text.
_APART = DROPPED | {"head", "nav", "svg"}

# Advice of the parser to its callers.
_ADVICE = re.compile(r", (?:use|try) XML_PARSE_HUGE.*")

_OWN_HEADER_CELLS = "./tr/th | ./thead/tr/th | ./tbody/tr/th | ./tfoot/tr/th"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Open:
    """An opening tag. A table with `layout` holds parts of the page, not facts in columns."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    layout: bool = False


@dataclass(frozen=True, slots=True)
class Close:
    """A closing tag. Every opened tag is closed."""

    tag: str


@dataclass(frozen=True, slots=True)
class Text:
    """Text between tags, and the line of its first word."""

    text: str
    line: int


Part = Open | Close | Text


def parts(text: str) -> Iterator[Part]:
    """Yield the tags and texts of a page in order, without those that a browser hides."""
    root = _parse(text)
    if root is None:
        return
    walk = _ETREE.iterwalk(root, events=("start", "end"))
    line = 1
    for event, element in walk:
        tag, shown = str(element.tag), not _is_hidden(element)
        if event == "end":
            if shown:
                yield Close(tag)
            words = element.tail or ""
        elif shown:
            line = element.sourceline if element.sourceline < _LAST_LINE else line
            attributes = {str(key): str(value) for key, value in element.attrib.items()}
            yield Open(tag, attributes, line, _is_layout(element))
            words = element.text or ""
        else:
            walk.skip_subtree()
            continue
        before = len(words) - len(words.lstrip())
        yield Text(words, line + words.count("\n", 0, before))
        line += words.count("\n")


def _parse(text: str) -> Any:
    parser = _ETREE.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = _ETREE.fromstring(text.encode("utf-8", "replace"), parser)
    except _ETREE.LxmlError as error:
        raise unreadable(f"not HTML: {error}") from error
    # The parser continues after all errors but these, for which it returns what it read before.
    for entry in parser.error_log:
        if entry.level_name == "FATAL":
            words = _ADVICE.sub("", entry.message)
            raise unreadable(f"line {entry.line}: the HTML cannot be read: {words}")
    return root


def _is_hidden(element: Any) -> bool:
    style = "".join((element.get("style") or "").lower().split())
    return element.tag in _APART or "hidden" in element.attrib or "display:none" in style


def _is_layout(element: Any) -> bool:
    if element.tag != "table":
        return False
    if element.get("role") in ("presentation", "none"):
        return True
    if element.xpath(_OWN_HEADER_CELLS):
        return False
    return next(element.iterdescendants("table", *_HEADINGS), None) is not None
