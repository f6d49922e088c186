"""Prepares Markdown as providers publish it, so that the parser reads it as intended.

Each line keeps its number, but some lines are added, and some dropped:

- Blank lines set off headings, tables, and tags of components alone on their lines.
- Comments and tags of templates alone on their lines are dropped. What labels a tab becomes HTML.
- A rule gets as many columns as its header. A row behind a blank line joins the table above it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape, unescape

from .text import Line, is_rule, normal

# Lines that can be YAML, and are no rows of a table.
_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?:(?:[ \t#-](?![ \t]*\|).*|[^ \t#|:\n-][^:\n]*:.*)?\n)+?---[ \t]*(?:\n|\Z)"
)
_KEY = re.compile(r"^[A-Za-z_][\w-]*\s*:", re.MULTILINE)
_TITLE = re.compile(r"^title[ \t]*:[ \t]*([\"']?)([^>|\n].*?)\1[ \t]*$", re.MULTILINE)
_PIPE = re.compile(r"(?<!\\)\|")
_CODE_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+\S")
# The anchor of a heading, if the page sets one.
_ANCHOR = re.compile(r"[ \t]*\{#[^{}]*\}[ \t]*$")
_COMPONENTS = re.compile(r"\s*(?:</?[A-Z][^<>]*>\s*)+")
_UNSEEN = re.compile(r"\s*(?:<!--(?:(?!-->).)*-->|\{[%:/][^{}]*\}|\{\{[%<][^{}]*\}\})\s*")
# What labels a tab, or a text that is folded away: in GitBook and Hugo, MkDocs, and VitePress.
_LABEL = re.compile(
    r"""\s*(?:(?:\{[{%<\s-]+tab\s+(?:\w+=)?|===[!+]?\s+|\?\?\?\+?\s+[\w\s-]+)(["'])(.*?)\1.*"""
    r"""|(?:@|:{3,}\s*\{?)(?:tab|tab-item|details|dropdown)\}?\s+(.*))"""
)
# The mark of a list item that begins with a table.
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\|)")
# In a table, only such a rule is not a row of dashes.
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


def prepared(page: Sequence[Line]) -> list[Line]:
    """Return the lines that the parser reads as the page is meant."""
    preparer = _Preparer([replace(line, text=_blanked(line.text)) for line in page])
    for place, line in enumerate(preparer.page):
        preparer.read(place, line)
    return preparer.lines


def cells_of(row: str) -> list[str]:
    """Return the cells of a row of a table, in Markdown."""
    inside = row.strip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return [cell.strip().replace("\\|", "|") for cell in _PIPE.split(inside)]


def _blanked(text: str) -> str:
    """Replace each character that looks like a space with a space, and old entities.

    If other spaces than those of ASCII indent the line, the indent is removed. Otherwise it
    would make the line code.
    """
    bare = text.lstrip()
    if text[: len(text) - len(bare)].strip(" \t\v\f"):
        text = bare
    text = _OLD_ENTITY.sub(lambda found: unescape(found[0]), text)
    return text.translate(_BLANKS)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table whose rows are being read."""

    columns: int
    indent: str
    is_piped: bool
    rule: int

    def has(self, row: str, *, is_behind_blank: bool) -> bool:
        """Whether a line is a row of the table."""
        if not is_behind_blank or (self.is_piped and row.lstrip().startswith("|")):
            return _PIPE.search(row) is not None
        return not self.is_piped and 1 < self.columns == len(cells_of(row))


class _Preparer:
    """Reads the lines of a page one by one."""

    def __init__(self, page: Sequence[Line]) -> None:
        self.page = page
        self.lines: list[Line] = []
        self._fence = ""
        self._is_comment = False
        self._table: _Table | None = None
        self._is_behind_blank = False
        ends = (place for place, line in enumerate(page) if "-->" in line.text)
        self._last_comment_ends = max(ends, default=-1)

    def read(self, place: int, line: Line) -> None:
        """Add a line in the form that the parser reads."""
        if self._is_comment or self._begins_comment(place, line.text):
            self._is_comment = "-->" not in line.text
        elif self._is_fenced(line.text):
            self._table = None
            self.lines.append(line)
        elif found := _LABEL.fullmatch(line.text):
            label = escape(found[2] or found[3] or "")
            self._add_apart(replace(line, text=f'<Tab title="{label}"/>'))
        elif _COMPONENTS.fullmatch(line.text):
            self._add_apart(replace(line, text=line.text.strip()))
        elif not line.text.strip():
            self._is_behind_blank = True
            if self._table is None:
                self.lines.append(line)
        elif not _UNSEEN.fullmatch(line.text):
            self._read_text(place, line)

    def _begins_comment(self, place: int, text: str) -> bool:
        is_open = text.lstrip().startswith("<!--") and "-->" not in text
        return is_open and not self._fence and place < self._last_comment_ends

    def _is_fenced(self, text: str) -> bool:
        found = _CODE_FENCE.match(text)
        if self._fence:
            if found and found[1].startswith(self._fence) and found[1] == text.strip():
                self._fence = ""
            return True
        if found and "`" not in text[found.end() :]:
            self._fence = found[1]
        return bool(self._fence)

    def _add_apart(self, line: Line) -> None:
        self._table = None
        self.lines += [_blank(line), line, _blank(line)]

    def _read_text(self, place: int, line: Line) -> None:
        if self._is_header(place, line.text):
            self.lines.append(_blank(line))
            self._table = _table(place, line.text, self.page[place + 1].text)
        elif self._table is not None:
            line = self._in_table(place, line, self._table)
        if _HEADING.match(line.text):
            self.lines.append(_blank(line))
            line = replace(line, text=_ANCHOR.sub("", line.text))
        self.lines.append(line)
        self._is_behind_blank = False

    def _is_header(self, place: int, text: str) -> bool:
        below = self.page[place + 1].text if place + 1 < len(self.page) else ""
        if not is_rule(below) or is_rule(text) or not _PIPE.search(text):
            return False
        if self._table is None or self._is_behind_blank:
            return True
        return _LONG_RULE.fullmatch(below) is not None and self._table.columns == len(
            cells_of(below)
        )

    def _in_table(self, place: int, line: Line, table: _Table) -> Line:
        """Return a rule or a row as it has to be, or end the table before any other line."""
        if place == table.rule:
            return replace(line, text=table.indent + "|" + "---|" * table.columns)
        if not table.has(line.text, is_behind_blank=self._is_behind_blank):
            self._table = None
            self.lines.append(_blank(line))
            return line
        is_code = line.text.startswith(table.indent + " " * 4)
        return replace(line, text=table.indent + line.text.lstrip()) if is_code else line


def _table(place: int, header: str, rule: str) -> _Table:
    header = _ITEM.sub("", header).lstrip()
    indent = rule[: len(rule) - len(rule.lstrip())]
    return _Table(len(cells_of(header)), indent, header.startswith("|"), place + 1)


def _blank(line: Line) -> Line:
    return Line("", line.number, "")
