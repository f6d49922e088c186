"""Reads reStructuredText, with the directives and roles of any extension, by way of HTML.

docutils parses the blocks of the page. No file is inserted and no raw text is used: their directives
remain as lines. Unknown directives and roles keep their text.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Sequence
from html import escape
from itertools import chain
from typing import Any

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Directive, Parser, directives
from docutils.parsers.rst.directives.tables import CSVTable
from docutils.parsers.rst.languages import en
from docutils.parsers.rst.states import Inliner
from docutils.statemachine import StringList
from docutils.utils import new_document

from . import html
from .code_lines import is_listing
from .forms import is_surely_code
from .page import Page
from .text import lines, normal, unreadable

# The parser takes a millisecond and 20 kB for each line.
_MOST_LINES = 20_000
# The parser skips a page with a longer line.
_LONGEST_LINE = 10_000
_SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": 5,  # none: what the parser cannot read becomes a node
    "halt_level": 5,
    "line_length_limit": _LONGEST_LINE,
    "syntax_highlight": "none",
}
# The border of a table, without or with signs around it.
_BORDER = re.compile(r"(?:=+(?: +=+)+|\+(?:-+\+)+) *")
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([\w:+.-]+?)[ \t]?::(?=\s|$)")
# Widths for a different number of columns would hide the table.
_WIDTHS = re.compile(r"^([ \t]+:widths:).*", re.MULTILINE)
# Directives with the titles of parts of the page, and those that define objects, such as `py:data`.
_TITLED = re.compile(r"tab\b|tab-item|dropdown|details|collapse")
_DEFINING = re.compile(
    r"(?:^|:)(?:attribute|confval|const|constant|data|describe|enumerator|envvar|exception|macro"
    r"|object|option|statuscode)$"
)

# The elements of HTML for nodes, from the outside in. Other nodes are their contents.
_TAGS = {
    "block_quote": "blockquote",
    "bullet_list": "ul",
    "caption": "figcaption",
    "doctest_block": "pre",
    "footnote": "p",
    "line": "p",
    "list_item": "li",
    "literal_block": "pre",
    "paragraph": "p",
    "row": "tr",
    **dict.fromkeys(("classifier", "definition", "description", "field_body"), "dd"),
    **dict.fromkeys(("definition_list", "field_list", "option_list"), "dl"),
    **dict.fromkeys(("field_name", "option_group", "term"), "dt"),
    **{tag: tag for tag in ("strong", "table", "tbody", "thead")},
}
# The most characters that all references to a substitution may take.
_MOST_SUBSTITUTED = 10_000_000
# The level of messages about content that is missing in the document.
_ERROR = 3
# Nodes that a page does not show in place.
_APART = (nodes.comment, nodes.label, nodes.substitution_definition, nodes.target)

# Markup inside a text that is escaped for HTML: a code, marked text, a reference, or an escaped
# character. The limits keep the search for an end short.
_MARKUP = re.compile(
    r"""
    ``(?=\S)(?P<code>.{1,1000}?)(?<=\S)``(?!`)
    | (?<![\w:])(?::(?P<role>[a-z][\w:+.-]{0,60}):)?`(?=\S)(?P<interpreted>[^`]{1,1000})(?<=\S)`
      (?:_{1,2}|:[a-z][\w:+.-]{0,60}:)?
    | (?<![\w*])\*\*(?=\S)(?P<strong>(?:[^*\\]|\\.){1,1000})(?<=\S)\*\*(?!\w)
    | (?<![\w*])\*(?=\S)(?P<em>(?:[^*\\]|\\.){1,1000})(?<=\S)\*(?!\w)
    | (?<!\w)\|(?P<substitution>\w[\w .:+-]{0,100})\|_{0,2}
    | [ ]?\[(?P<note>\d+|\#[\w-]*|\*|[a-z][\w.-]*)\]_
    | (?<![\w.+:-])(?P<reference>[a-z0-9]+(?:[-._+:][a-z0-9]+)*)_{1,2}(?!\w)
    | \\(?P<escaped>.?)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ESCAPED = re.compile(r"\\(.?)", re.DOTALL)
# The start of a role's text if it is not a link, or if only its last word is shown.
_UNSEEN = re.compile(r"^[!~]*(?:(?<=~).*\.)?")
# Roles that add to their text.
_ROLES = {"code": "<code>{}</code>", "literal": "<code>{}</code>", "pep": "PEP {}", "rfc": "RFC {}"}


def read(text: str) -> Page:
    try:
        return html.read(as_html(normal(text)))
    except RecursionError as error:
        raise unreadable("the blocks of the page are nested too deep") from error


def as_html(text: str) -> str:
    """Return the HTML of a text in reStructuredText, with the same lines. Raises `Refused`."""
    # The parser would end a line at other separators, too.
    lines = [" ".join(line.splitlines()) for line in text.split("\n")]
    lines += _missing_border(lines)
    text = "\n".join(lines)
    if len(lines) > _MOST_LINES:
        message = f"the page has {len(lines):,} lines; the limit is {_MOST_LINES:,}"
        raise unreadable(
            message, "cut out of it what holds the tables, and give that with --document"
        )
    for number, line in enumerate(lines, start=1):
        if len(line) > _LONGEST_LINE:
            raise unreadable(f"line {number} has more than {_LONGEST_LINE:,} characters")
    directives.register_directive("csv-table", _CsvTable)
    for name in set(_DIRECTIVE.findall(text.lower())) - en.directives.keys():
        if not name.endswith("include"):
            directives.register_directive(name, _Kept)
    settings = get_default_settings(Parser)
    vars(settings).update(_SETTINGS)
    document = new_document("page", settings)
    Parser(inliner=_Inliner()).parse(_WIDTHS.sub(r"\1 auto", text), document)
    writer = _Writer(document, lines)
    writer.write(document)
    # Definition lists below each other are one.
    return re.sub(r"</dl>(\n*)<dl>", r"\1", "".join(writer.parts))


def _missing_border(lines: Sequence[str]) -> list[str]:
    """Return the border that the table at the end of a page lacks because the page is cut off."""
    first, *others = "\n".join(lines).strip("\n").rpartition("\n\n")[2].split("\n")
    is_open = others and _BORDER.fullmatch(first) and not _BORDER.fullmatch(others[-1])
    return [first] if is_open else []


class _Kept(Directive):
    """A directive of an extension: its argument, and its content as part of the page."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = defaultdict(lambda: directives.unchanged, {"name": directives.unchanged})

    def run(self) -> Sequence[nodes.Node]:
        """Return the nodes for the directive. Its argument is a title, a term or another text."""
        content = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, content, match_titles=True)
        argument = " ".join(self.arguments)
        if not argument:
            return content.children
        if _DEFINING.search(self.name):
            term = nodes.term("", argument)
            term.line = self.lineno
            item = nodes.definition_list_item("", term, nodes.definition("", *content.children))
            return [nodes.definition_list("", item)]
        kind = nodes.strong if _TITLED.search(self.name) else nodes.inline
        label = nodes.paragraph("", "", kind("", argument))
        label.line = self.lineno
        return [label, *content.children]


class _Inliner(Inliner):
    """Leaves the markup inside a text to the writer: the parser takes quadratic time for it."""

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


class _CsvTable(CSVTable):
    """Knows the line of each row, which the class of the parser does not."""

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


class _Writer:
    """Writes each node on its line of the page, if that line is known and still ahead."""

    def __init__(self, document: nodes.document, lines: Sequence[str]) -> None:
        self.parts: list[str] = []
        self._line = 1
        self._lines = lines
        # References inside these texts stay as they are, because they may lead back to the text.
        self._substitutions: dict[str, str] = {}
        longest = _MOST_SUBSTITUTED // (sum(line.count("|") for line in lines) + 1)
        texts = ((name, each.astext()) for name, each in document.substitution_defs.items())
        self._substitutions = {
            name.lower(): self._in_html(text) for name, text in texts if len(text) <= longest
        }

    def write(self, node: nodes.Node, level: int = 0) -> None:
        """Write a node and its content. `level` is the level of its section."""
        if isinstance(node, nodes.Text):
            plain = node.astext()
            text = self._in_html(plain)
            # Lines of codes are not flowing text.
            are_codes = is_listing(lines(plain))
            self._add(text.replace("\n", "<br>\n") if are_codes else text)
        elif isinstance(node, nodes.system_message):
            self._write_unread(node)
        elif isinstance(node, nodes.Element) and not isinstance(node, _APART):
            tags = _tags(node, level)
            if tags:
                self._go_to(self._line_of(node))
            self._add("".join(f"<{tag}>" for tag in tags))
            if isinstance(node, nodes.footnote):
                self._add(f"[^{' '.join(node['names']) or '*'}]: ")
            for child in node.children:
                self.write(child, level + isinstance(node, nodes.section))
            self._add("".join(f"</{tag.split(' ')[0]}>" for tag in reversed(tags)))

    def _line_of(self, node: nodes.Element) -> int:
        """Return the line of a node, or 0 if it is not known."""
        if isinstance(node, nodes.title) and node.line:
            # Without an overline, the parser gives the line of the underline.
            return node.line - (not any(map(str.isalnum, self._lines[node.line - 1])))
        if isinstance(node, nodes.literal_block) and node.line:
            # The parser gives the line where a directive with code ends.
            return self._line_ahead(node.astext(), node.line) or node.line
        # A table gets the line of its first row: docutils before 0.23 does not know its own.
        known = chain(node.findall(), [node.parent])
        return next((n.line for n in known if n.line and not isinstance(n, nodes.table)), 0)

    def _write_unread(self, node: nodes.system_message) -> None:
        """Write the lines that the parser could not read, such as a malformed table."""
        for block in node.findall(nodes.literal_block):
            lines = block.astext().splitlines()
            if node["level"] >= _ERROR or lines[0].startswith(".."):
                first = lines[0].strip()
                self._go_to(self._line_ahead(first, len(self._lines)))
                if first.startswith("..") and "" not in lines:  # only options
                    lines = [" ".join(lines)]
                self._add("".join(f"<p>{escape(line)}</p>\n" for line in lines))

    def _line_ahead(self, text: str, last: int) -> int:
        """Return the number of the next line, up to `last`, that begins the text; 0 if no line does."""
        first = text.partition("\n")[0].strip()
        ahead = range(self._line, last + 1)
        return next((each for each in ahead if self._lines[each - 1].strip() == first), 0)

    def _go_to(self, line: int) -> None:
        self._add("\n" * (line - self._line))

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self._line += text.count("\n")

    def _in_html(self, text: str) -> str:
        """Return the HTML of a text with markup inside."""
        return _MARKUP.sub(self._marked_up, escape(text))

    def _marked_up(self, match: re.Match[str]) -> str:
        """Return the HTML of a piece of markup. References and roles keep only their text."""
        kind = str(match.lastgroup)
        text = match[kind]
        if kind in ("strong", "em", "interpreted"):
            text = _ESCAPED.sub(r"\1", text)
        match kind:
            case "code" | "strong" | "em":
                return f"<{kind}>{text}</{kind}>"
            case "substitution":
                return self._substitutions.get(text.lower(), match[0])
            case "interpreted":
                label, _, target = text.removesuffix("&gt;").partition("&lt;")
                label = _UNSEEN.sub("", label.strip() or target)
                label = _ROLES.get(str(match["role"]).lower(), "{}").format(label)
                return f'<a href="{target}">{label}</a>' if "://" in target else label
            case "note":
                return ""
            case _:
                return text.strip()


def _is_about_page(fields: nodes.field_list) -> bool:
    """Whether fields of a page outside its sections are about the page, such as its date."""
    names = (each.astext() for each in fields.findall(nodes.field_name))
    return not any(map(is_surely_code, names))


def _tags(node: nodes.Element, level: int) -> list[str]:
    """Return the elements of HTML for a node, the outermost first, with their attributes."""
    match node:
        case nodes.title() if isinstance(node.parent, nodes.section):
            return [f"h{min(level, 6)}"]
        case nodes.title() if isinstance(node.parent, nodes.table):
            return ["caption"]
        case nodes.title() | nodes.rubric():
            return ["p", "strong"]
        case nodes.paragraph() if isinstance(node.parent, nodes.footnote):
            return ["span"]  # its mark and its text are one text
        case nodes.field_list() if level <= 1 and _is_about_page(node):
            return []
        case nodes.entry():
            columns, rows = node.get("morecols", 0) + 1, node.get("morerows", 0) + 1
            return [f'td colspan="{columns}" rowspan="{rows}"']
        case nodes.image():
            return [f'img alt="{escape(node.get("alt", ""))}"']
        case nodes.enumerated_list():
            kind = "1" if node["enumtype"] == "arabic" else "a"
            return [f'ol type="{kind}" start="{node.get("start", 1)}"']
        case _:
            return [_TAGS[node.tagname]] if node.tagname in _TAGS else []
