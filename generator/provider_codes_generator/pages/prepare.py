"""Prepares Markdown as providers publish it, so that the parser reads it as intended.

Each line keeps its number, but some lines are added, and some dropped:

- Blank lines set off headings, tables, and tags of components alone on their lines.
- Comments and tags of templates alone on their lines are dropped. What labels a tab becomes HTML.
- Tables become HTML, whatever the length of their rules and rows. A row after a blank line joins
  the table above it.
"""

import re
from collections.abc import Callable, Sequence
from html import escape, unescape
from typing import NamedTuple

from .markup import LINE
from .text import Line, is_rule, normal

# Lines that can be YAML or TOML, and are not rows of a table.
_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?:(?:[ \t#-](?![ \t]*\|).*|[^ \t#|:\n-][^:\n]*:.*)?\n)+?---[ \t]*(?:\n|\Z)"
    r"|\+{3}[ \t]*\n(?:[^|\n]*\n)+?\+{3}[ \t]*(?:\n|\Z)"
)
_KEY = re.compile(r"^[A-Za-z_][\w-]*\s*[:=]", re.MULTILINE)
_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*([\"']?)([^>|\s](?:.*\S)?)\1[ \t]*$", re.MULTILINE)
PIPE = re.compile(r"(?<!\\)\|")
HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
# The anchor or the class of a heading, if the page sets one.
_ANCHOR = re.compile(r"(?<![ \t])[ \t]*\{[#.][^{}]*\}[ \t]*$")
_COMPONENTS = re.compile(r"\s*(?:</?[A-Z][^<>]*>\s*)+")
# A string as the value of an attribute in MDX.
_BRACED = re.compile(r"=\{([\"'])([^\"'{}]*)\1\}")
# A comment at the start of a line, or fenced code, which may contain such a comment.
_COMMENT = re.compile(
    r"^[ \t]*(?:<!--(?:(?!-->).)*+(-->|\Z)|(`{3,}+|~{3,}+).*?^[ \t]*\2)", re.DOTALL | re.MULTILINE
)
# Tags of templates, and the ends and kinds of notes.
_UNSEEN = re.compile(r"\s*(?:\{[%:/][^{}]*\}|\{\{[%<][^{}]*\}\}|:{3,}[\s\w-]*+)\s*")
# The label of a tab, or of a folded text: in GitBook and Hugo, MkDocs, and VitePress.
_LABEL = re.compile(
    r"""\s*(?:(?:\{[{%<\s-]+tab\s+(?:\w+=)?|===[!+]?\s+|\?\?\?\+?\s[\w\s-]+)(["'])(.*?)\1.*"""
    r"""|(?:@|:{3,}\s*\{?)(?:tab|tab-item|details|dropdown)\}?\s+(\S.*)?)""",
    re.DOTALL,
)
_FENCE = re.compile(r"```[^`]*$|~~~")
# The title of a callout in Docusaurus, MkDocs, Obsidian and templates, if it may have a code.
_CALLOUT = re.compile(
    r"""([>\s]*+)(?::{3,}\s*+\{?[\w-]++\}?+[\s\[{]*+(?:title=")?+|!!!\s[\w\s-]++"|\[![\w-]++\][+-]?+"""
    r"""|\{[{%][^{}]*?\stitle=")(?=.*[\d_])([^"]+)"""
)
# A note, which becomes an item of a list, with an id, because the parser knows where an item ends.
_NOTE = re.compile(r"^ {0,3}\[\^([^\[\]\s]+)\]:")
_NOTE_AS_ITEM = r'- <a id="note:\1"></a>\[^\1]:'
# The mark of a list item that begins with a table.
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\|)")
# In a table, only such a line of dashes is a rule, not a row.
_LONG_RULE = re.compile(r"[|\s]*(?::?-{3,}:?[|\s]*)+")

# Numbers of characters in windows-1252, which browsers read as such.
_OLD_ENTITY = re.compile(r"&#(?:1(?:2[89]|[345]\d)|x0*[89][0-9a-f]);", re.IGNORECASE)

# The parser treats only ASCII spaces as spaces.
_BLANKS = {ord(blank): " " for blank in "\xa0\u1680\u202f\u205f\u3000"} | {
    code: " " for code in range(0x2000, 0x200B)
}


def without_front_matter(text: str) -> tuple[str, str | None]:
    """Return a page with its front matter emptied, and the title in the front matter."""
    text = normal(text)
    found = _FRONT_MATTER.match(text)
    if found is None or not _KEY.search(found[0]):
        return text, None
    title = _TITLE.search(found[0])
    emptied = "\n" * found[0].count("\n") + text[found.end() :]
    return emptied, title and title[2]


def prepared(page: Sequence[Line], inline: Callable[[str], str]) -> tuple[str, list[Line]]:
    """Return the text for the parser, and for each of its lines the line of the page.

    `inline` makes HTML of the text of a cell.
    """
    text = "\n".join(_blanked(line.text) for line in page)
    # Without an end, it is not a comment.
    text = _COMMENT.sub(lambda it: "\n" * it[0].count("\n") if it[1] else it[0], text)
    preparer = _Preparer(text.split("\n"), inline)
    for place, line in enumerate(page):
        preparer.read(place, line)
    preparer.end_table()
    return "\n".join(preparer.texts), preparer.origins


def _blanked(text: str) -> str:
    """Replace characters that look like spaces with spaces, and decode old entities.

    An indent with spaces outside ASCII is removed, because it would turn the line into code.
    """
    bare = text.lstrip()
    if text[: len(text) - len(bare)].strip(" \t\v\f"):
        text = bare
    if text.isascii() and "&#" not in text:
        return text
    text = _OLD_ENTITY.sub(lambda found: unescape(found[0]), text)
    return text.translate(_BLANKS)


def _bare(text: str) -> str:
    """Return a line without its indent and the marks of a quotation."""
    return text.lstrip("> \t")


def _cells(row: str) -> list[str]:
    """Return the cells of a row."""
    inside = _bare(row).rstrip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return [cell.strip().replace("\\|", "|") for cell in PIPE.split(inside)]


class _Table(NamedTuple):
    """A table whose rows are being read. `start` is what its lines begin with: marks and indent."""

    start: str
    columns: int
    is_piped: bool
    rule: int

    def has(self, row: str, *, is_behind_blank: bool) -> bool:
        """Whether a line is a row of the table."""
        bare = _bare(row)
        is_quoted_alike = row[: -len(bare)].count(">") == self.start.count(">")
        if not is_quoted_alike or not PIPE.search(bare):
            return False
        if not is_behind_blank or (self.is_piped and bare.startswith("|")):
            return True
        return not self.is_piped and 1 < self.columns == len(_cells(row))


class _Preparer:
    """Reads the lines of a page one by one."""

    def __init__(self, page: Sequence[str], inline: Callable[[str], str]) -> None:
        self.texts: list[str] = []
        self.origins: list[Line] = []
        self._page = page
        self._inline = inline
        self._table: _Table | None = None
        self._is_behind_blank = False
        self._fence = ""

    def read(self, place: int, line: Line) -> None:
        """Add a line in the form that the parser reads."""
        text = self._page[place]
        bare = _bare(text).rstrip()
        if self._fence or _FENCE.match(bare):
            self.end_table()
            self._add(line, text)
            is_end = self._fence and bare.startswith(self._fence) and len(set(bare)) == 1
            self._fence = "" if is_end else self._fence or bare[:3]
        elif found := _LABEL.fullmatch(text):
            self.end_table()
            label = escape(found[2] or found[3] or "")
            self._add(line, "", f'<Tab title="{label}"/>', "")
        elif _COMPONENTS.fullmatch(text):
            self.end_table()
            self._add(line, "", _BRACED.sub(r'="\2"', text.strip()), "")
        elif found := _CALLOUT.match(text):
            self.end_table()
            self._add(line, "", found[1] + found[2].rstrip("]}"))
        elif text.strip() and not _UNSEEN.fullmatch(text):
            self._read_text(place, line, text)
        else:
            self._is_behind_blank = True
            if self._table is None:
                self._add(line, "")

    def _add(self, line: Line, *texts: str) -> None:
        self.texts += texts
        self.origins += [line] * len(texts)

    def _read_text(self, place: int, line: Line, text: str) -> None:
        table = self._table
        if self._is_header(place, text):
            self._begin_table(place, line, text)
        elif table and place == table.rule:
            pass
        elif table and table.has(text, is_behind_blank=self._is_behind_blank):
            self._add(line, table.start + self._row(_cells(text), "td"))
        else:
            self.end_table()
            text = _NOTE.sub(_NOTE_AS_ITEM, text)
            is_heading = HEADING.match(text)
            self._add(line, *(["", _ANCHOR.sub("", text)] if is_heading else [text]))
        self._is_behind_blank = False

    def _is_header(self, place: int, text: str) -> bool:
        below = _bare(self._page[place + 1]) if place + 1 < len(self._page) else ""
        if not is_rule(below) or is_rule(_bare(text)) or not PIPE.search(text):
            return False
        if self._table is None or self._is_behind_blank:
            return True
        return bool(_LONG_RULE.fullmatch(below)) and self._table.columns == len(_cells(below))

    def _begin_table(self, place: int, line: Line, text: str) -> None:
        self.end_table()
        item = _ITEM.match(text)
        header = text[item.end() :] if item else _bare(text)
        rule = self._page[place + 1]
        cells = _cells(header)
        start = rule[: len(rule) - len(_bare(rule))]
        self._table = _Table(start, len(cells), header.startswith("|"), place + 1)
        self._add(line, "", text[: len(text) - len(header)] + "<table>" + self._row(cells, "th"))

    def _row(self, cells: Sequence[str], tag: str) -> str:
        markup = "".join(f"<{tag}>{self._inline(cell)}</{tag}>" for cell in cells)
        return f"<tr {LINE}>{markup}</tr>"

    def end_table(self) -> None:
        """End the table, if one is being read."""
        if self._table is not None:
            self._add(self.origins[-1], f"{self._table.start}</table>", "")
            self._table = None
