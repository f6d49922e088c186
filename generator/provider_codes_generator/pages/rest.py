"""Reads reStructuredText, with the directives and roles of any extension.

docutils parses it, and `rest_html` makes HTML of the parsed document. No file is inserted and no
raw text is used. Of an unknown directive or role, the text stays.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Directive, Parser, directives
from docutils.parsers.rst.directives.tables import CSVTable, ListTable
from docutils.parsers.rst.languages import en
from docutils.parsers.rst.states import Inliner
from docutils.statemachine import StringList
from docutils.utils import new_document

from . import html
from .page import Page
from .problem import unreadable
from .rest_html import as_html
from .text import normal

# The parser takes a millisecond and 20 kB for each line.
_MOST_LINES = 20_000
# The parser skips a page with a longer line.
_LONGEST_LINE = 10_000
_SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": 5,  # none: what the parser cannot read is in the document
    "halt_level": 5,
    "line_length_limit": _LONGEST_LINE,
    "syntax_highlight": "none",
}
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([\w:+.-]+?)[ \t]?::(?=\s|$)")
# The last words of the names of directives that describe one object, such as `py:data`.
_OBJECTS = frozenset(
    "attribute confval const constant data describe enumerator envvar exception macro object"
    " option statuscode".split()
)
_LABELS = re.compile(r"tab\b|tab-item|dropdown|details|collapse|rubric")


def read(text: str) -> Page:
    """Return the page of a text in reStructuredText."""
    text = normal(text)
    try:
        return html.read(as_html(parse(text), text))
    except RecursionError as error:
        raise unreadable("the blocks of the page are nested too deep") from error


def parse(text: str) -> nodes.document:
    """Return the parsed document of a text. Raises `Refused`."""
    lines = text.split("\n")
    if len(lines) > _MOST_LINES:
        raise unreadable(f"the page has {len(lines):,} lines, of which {_MOST_LINES:,} are read")
    for number, line in enumerate(lines, start=1):
        if len(line) > _LONGEST_LINE:
            raise unreadable(f"line {number} has more than {_LONGEST_LINE:,} characters")
    _register_directives(text)
    settings = get_default_settings(Parser)
    for name, value in _SETTINGS.items():
        setattr(settings, name, value)
    document = new_document("page", settings)
    Parser(inliner=_Inliner()).parse(text, document)
    return document


def _register_directives(text: str) -> None:
    """Make the parser keep the text of directives that it does not know."""
    directives.register_directive("csv-table", _CsvTable)
    directives.register_directive("list-table", _ListTable)
    for name in set(_DIRECTIVE.findall(text.lower())) - en.directives.keys():
        directives.register_directive(name, _Kept)


class _Kept(Directive):
    """A directive of an extension: its argument, and its content as part of the page."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = defaultdict(lambda: directives.unchanged, {"name": directives.unchanged})

    def run(self) -> Sequence[nodes.Node]:
        """Return the nodes for the directive: a definition, if it describes an object."""
        content = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, content, match_titles=True)
        argument = " ".join(self.arguments)
        if not argument:
            return content.children
        if self.name.rpartition(":")[2] in _OBJECTS and content.children:
            return [self._definition(argument, content)]
        text: nodes.Node = nodes.Text(argument)
        if _LABELS.search(self.name):
            text = nodes.strong("", "", text)
        label = nodes.paragraph("", "", text)
        label.line = self.lineno
        return [label, *content.children]

    def _definition(self, argument: str, content: nodes.Element) -> nodes.Node:
        term = nodes.term("", argument)
        term.line = self.lineno
        item = nodes.definition_list_item("", term, nodes.definition("", *content.children))
        return nodes.definition_list("", item)


class _Inliner(Inliner):
    """Leaves the markup inside a text to `rest_html`.

    The class of the parser takes quadratic time for markup without an end.
    """

    def init_customizations(self, settings: object) -> None:
        """Compile no patterns."""

    def adjust_uri(self, uri: str) -> str:
        """Return the target of a link as it is."""
        return uri

    def parse(
        self, text: str, lineno: int, memo: object, parent: object
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the text as a single node, and no messages."""
        return [nodes.Text(text)], []


# Widths for a different number of columns would hide the table.
def _automatic(_: str) -> str:
    return "auto"


_WIDTHS = {"widths": _automatic}


class _ListTable(ListTable):
    option_spec = {**(ListTable.option_spec or {}), **_WIDTHS}


class _CsvTable(CSVTable):
    """Knows the line of each row, which the class of the parser does not."""

    option_spec = {**(CSVTable.option_spec or {}), **_WIDTHS}

    def parse_csv_data_into_rows(
        self, csv_data: Any, dialect: Any, source: Any
    ) -> tuple[list[list[Any]], int]:
        """Return the rows and the number of columns."""
        places = csv_data.items if isinstance(csv_data, StringList) else [(source, 0)]
        reader = csv.reader((f"{line}\n" for line in csv_data), dialect=dialect)
        rows: list[list[Any]] = []
        start = 0
        for texts in reader:
            place = places[min(start, len(places) - 1)]
            lines = [text.splitlines() for text in texts]
            rows.append([(0, 0, 0, StringList(cell, items=[place] * len(cell))) for cell in lines])
            start = reader.line_num
        return rows, max(map(len, rows), default=0)
