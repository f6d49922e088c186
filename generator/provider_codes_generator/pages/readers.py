"""Reads a page of any format. Detects the reader, unless the spec names it."""

import re
from collections.abc import Callable
from importlib import import_module

from ..model import Finding, Refused, did_you_mean
from ..spec import Mapping, Sequence
from . import records
from .page import Page
from .problem import unreadable
from .text import fold, is_rule, normal

_RECORDS = "records"


def _loaded_when_used(name: str) -> Callable[[str], Page]:
    """Return a reader that imports its module at the first call.

    Few pages need several readers, and parsers load slowly.
    """

    def read(text: str) -> Page:
        reader: Callable[[str], Page] = import_module(f".{name}", __package__).read
        return reader(text)

    return read


# The readers, by their names in a spec.
READERS = {
    name: _loaded_when_used(name) for name in ("columns", "html", "markdown", "readme", _RECORDS)
}

# The limit for rows, lines and records. No page of codes is longer, and each costs kilobytes.
MOST_ROWS = 100_000
_HTML_ROW = re.compile(r"<tr\b", re.IGNORECASE)

_HTML = re.compile(r"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HTML_INSIDE = re.compile(r"<(?:html|body|table)\b", re.IGNORECASE)
_COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)
_BLOCK = re.compile(r"\[block:[\w-]+\]\s*\{")
_JSON = re.compile(r"\s*(?:\[\s*)?\{\s*[\"}]")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+\S")


def read(text: str, reader: str | None = None, path: str | None = None) -> Page:
    """Return the page of a text, read by the named reader or by the detected one.

    `path` says where the records are. Raises `Refused`.
    """
    if not fold(text):
        raise unreadable("the page is empty")
    if reader != "html" and not _is_html(text):
        _expect(text.count("\n"), "lines")
        _expect(text.count("{"), "records")
        _expect(text.count("| |"), "rows")  # of a table in a single line
    _expect(len(_HTML_ROW.findall(text)), "rows")
    name = reader or (_RECORDS if path else detect(text))
    if name not in READERS:
        help = did_you_mean(name, READERS)
        raise Refused(Finding("unknown-reader", f"there is no reader called {name}", help))
    if path and name != _RECORDS:
        help = f"remove the path, or let the reader be {_RECORDS}"
        raise Refused(Finding("path-unused", f"the reader {name} follows no path", help))
    page = records.read(text, path) if path else READERS[name](text)
    _expect(sum(len(table.rows) for table in page.tables), "rows")
    return page


def _expect(number: int, what: str) -> None:
    """Check that a page does not exceed the limit. Raises `Refused`."""
    if number > MOST_ROWS:
        message = f"the page has {number:,} {what}, of which {MOST_ROWS:,} are read"
        help = "cut out of it what holds the tables, and give that with --document"
        raise Refused(Finding("page-too-large", message, help))


def _is_html(text: str) -> bool:
    return _HTML.match(text, _behind_comments(text)) is not None


def detect(text: str) -> str:
    """Return the name of the reader for a text."""
    text = normal(text)
    if _is_html(text):
        return "html"
    if _BLOCK.search(text):
        return "readme"
    if _JSON.match(text):
        return _RECORDS
    texts = text.split("\n")
    if any(map(is_rule, texts)):
        return "markdown"
    has_headings = any(map(_HEADING.match, texts))
    # In YAML, a Markdown heading is a comment, and the line below it may look like a key.
    if _is_yaml(text, nested=has_headings):
        return _RECORDS
    if has_headings:
        return "markdown"
    return "html" if _HTML_INSIDE.search(text) else "columns"


def _behind_comments(text: str) -> int:
    """Return the offset after the comments that a browser adds to the pages it saves."""
    at = 0
    while found := _COMMENT.match(text, at):
        at = found.end()
    return at


def _is_yaml(text: str, *, nested: bool) -> bool:
    """Whether a text is records in YAML. With `nested`, a mapping of words alone does not count."""
    try:
        root = records.parse(text)
    except Refused:
        return False
    if isinstance(root, Sequence):
        return any(isinstance(item, Mapping) for item in root.items)
    if not isinstance(root, Mapping):
        return False
    return not nested or any(isinstance(value, Mapping | Sequence) for _, value in root.entries)
