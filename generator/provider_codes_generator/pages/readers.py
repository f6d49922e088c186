"""Reads a page of any format."""

import re
from collections.abc import Collection, Iterator
from importlib import import_module

from ..model import Finding, Refused, did_you_mean
from . import json_yaml
from .code_columns import column_of_codes
from .detect import detect, is_html, is_mhtml, is_yaml
from .page import Page
from .text import CONTROL, fold, unreadable

# The readers, by their names in a spec, with their modules.
READERS = {
    "columns": "plain_text",
    "csv": "delimited",
    "html": "html",
    "markdown": "markdown",
    "mhtml": "mhtml",
    "readme": "readme",
    "records": "json_yaml",
    "rst": "rst",
    "xml": "xml_records",
}

# The limit for rows, lines and records. No page of codes is longer, and each costs kilobytes.
MOST_ROWS = 100_000
_START = 1000
# How the file or the address of records ends.
_OF_RECORDS = (".json", ".yaml", ".yml")
_HTML_ROW = re.compile(r"<tr\b", re.IGNORECASE)


def reader_of_suffix(suffix: str, text: str) -> str | None:
    """Return the reader that a suffix names if the text looks like another. Raises `Refused`."""
    if suffix == ".rst":
        return "rst"  # It has no sign that plain text cannot have.
    if suffix not in (".md", ".mdx", ".markdown", ".yaml", ".yml"):
        return None
    _expect_size(text, None)
    detected = detect(text)
    if suffix in (".yaml", ".yml"):
        is_named = detected == "markdown" and is_yaml(text, by_name=True)
        return "records" if is_named else None
    return "markdown" if detected in ("rst", "columns") else None


def read(text: str, reader: str | None = None, path: str | None = None, file: str = "") -> Page:
    """Return the page of a text with the tables at a path, and beside it. Raises `Refused`."""
    page = read_all(text, reader, (path,), file)
    for finding in page.missing.values():
        raise Refused(finding)
    return page


def read_all(text: str, reader: str | None, paths: Collection[str | None], file: str = "") -> Page:
    """Read a text by the named or detected reader. Raises `Refused`.

    `paths` lead to records. `file` is the file or the address of the page.
    """
    # Folding a whole page would take several times its memory.
    if not (fold(text[:_START]) or fold(text)):
        raise unreadable("the page is empty")
    _expect_size(text, reader)
    # Among the readers that follow no path, only XML is detected with certainty.
    is_markup = text.lstrip().startswith("<")
    name = reader or ("records" if any(paths) and not is_markup else detect(text))
    if name not in READERS:
        message = f"there is no reader called {name}"
        raise Refused(Finding("unknown-reader", message, did_you_mean(name, READERS)))
    if any(paths) and name != "records":
        help = "choose tables by their heading instead: only records in JSON and YAML have paths"
        raise Refused(Finding("path-unused", f"the reader {name} follows no path", help))
    # Few pages need several readers, and parsers load slowly.
    module = import_module(f".{READERS[name]}", __package__)
    page: Page = module.read(text, paths) if name == "records" else module.read(text)
    if not reader and file.lower().endswith(_OF_RECORDS):
        if all(column_of_codes(table) is None for table in page.tables):
            json_yaml.parse(text)  # says why it could not be read as records
    _expect(sum(len(table.rows) for table in page.tables), "rows")
    _expect_no_controls(page)
    return page._replace(file=file)


def _expect_size(text: str, reader: str | None) -> None:
    """Check that a text has not too many rows for any reader, or for the named one."""
    if reader not in ("html", "mhtml") and not is_html(text) and not is_mhtml(text):
        _expect(text.count("\n"), "lines")
        _expect(text.count("{"), "records")
        _expect(text.count("| |"), "rows")  # of a table in a single line
    _expect(sum(1 for _ in _HTML_ROW.finditer(text)), "rows")


def _expect_no_controls(page: Page) -> None:
    """Check that no text has a control character, which a spec cannot hold. Raises `Refused`."""
    for line, text in _texts(page):
        if control := CONTROL.search(text):
            shown = CONTROL.sub("\ufffd", text)
            message = f"line {line}: the control character U+{ord(control[0]):04X} is in {shown}"
            help = "remove it, or save the page in the encoding UTF-8, and give it with --document"
            raise unreadable(message, help)


def _texts(page: Page) -> Iterator[tuple[int, str]]:
    """Yield every text of a page with its line."""
    yield from ((heading.line, heading.text) for heading in page.headings)
    for table in page.tables:
        yield from ((table.line, name) for name in table.header)
        above = set[int]()  # A cell that spans rows is in each of them.
        for row in table.rows:
            yield row.line, row.raw
            yield from ((row.line, cell.text) for cell in row.cells if id(cell) not in above)
            above = set(map(id, row.cells))
    yield from ((line.line, line.text) for line in page.loose)


def _expect(number: int, what: str) -> None:
    """Check that a page does not exceed the limit. Raises `Refused`."""
    if number > MOST_ROWS:
        message = f"the page has {number:,} {what}; the limit is {MOST_ROWS:,}"
        help = "cut out of it what holds the tables, and give that with --document"
        raise Refused(Finding("page-too-large", message, help))
