"""The `tables` key of a list: the headings, columns and groups that it names, as patterns."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from ..model import FLAGS, NOTHING, CodeList
from ..pages import TITLE, Heading, Table, fold

# A longer text is not the name of a group, and matching a pattern against it could be very slow.
_LONGEST_GROUP = 300

_UNIFIED = str.maketrans(dict.fromkeys('"`´‘’‚‛“”„‟′″‹›«»', "'") | dict.fromkeys("‐‑‒–—―−", "-"))
_LONGEST_NOTHING = max(map(len, NOTHING))
_PATTERNS = {"name": r"(?P<name>\S.*?)", "value": r"(?P<value>[^\s()]+?)"}

# The number of a chapter or table.
_CHAPTER = re.compile(
    r"\A(?:(?:Appendix|Annex|Chapter|Section|Table|Kapitel|Abschnitt|Anhang|Tabelle|N[or]\.)"
    r" (?:[A-Z]|\d+)(?:[.-]\d+)*(?:[.:)]| [–—-])?"
    r"|§ ?\d+(?:\.\d+)*(?: \(\d+\))?|[A-Z](?:\.\d+)+\.?|(?:[A-Z]|[IVX]+)[.)]"
    r"|\(?\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|\d{1,2}(?: [–—-])?(?= [A-Z]))\s+"
)


def uniform(text: str) -> str:
    """Return a text for comparisons: without case, kinds of quotes and dashes, and a final colon."""
    return _unified(text).casefold()


def without_number(heading: str) -> str:
    """Return a heading without the number of its chapter or table."""
    return _CHAPTER.sub("", heading)


def unnumbered(heading: str) -> str:
    """Return a heading for comparisons, without its number."""
    return uniform(without_number(heading))


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no value: it is empty, or has a dash, a colon or the like."""
    text = text.rstrip(" :")
    return len(text) <= _LONGEST_NOTHING and text.translate(_UNIFIED).casefold() in NOTHING


class GroupText(NamedTuple):
    """The group in a heading or a cell. A part that it lacks is None."""

    name: str | None
    value: str | None
    description: str | None = None


class Binding:
    """A list and the tables, headings and columns that it is bound to."""

    def __init__(self, code_list: CodeList) -> None:
        tables = code_list.tables
        assert tables
        self.code_list = code_list
        self.name = code_list.name
        self.tables = tables
        self.headings = tuple(map(uniform, tables.heading))
        # Whether headings, or rows across a table, name groups.
        self.has_sections = bool(tables.group) and "group" not in dict(tables.columns)
        self._groups = tuple(map(_pattern, tables.group))
        self._group_names = {group.documented_name for group in code_list.groups}
        self._columns = {name: uniform(header) for name, header in tables.columns}
        # The group that each heading names.
        self._above: dict[Heading, GroupText | None] = {}
        self.flags = dict(FLAGS)
        for flag, texts in ((True, tables.flags.true), (False, tables.flags.false)):
            self.flags |= dict.fromkeys(map(uniform, texts), flag)

    def group(self, text: str) -> GroupText | None:
        """Return the group that a heading or a cell names, or None if no pattern matches."""
        if len(text) > _LONGEST_GROUP:
            return None
        for pattern in self._groups:
            if found := pattern.fullmatch(_unified(text)):
                return _fields(found, fold(text))
        return None

    def group_above(self, table: Table) -> GroupText | None:
        """Return the group that the innermost heading names, or None if no heading names one.

        A pattern may go on into the text below the heading, whose rest describes the group.
        """
        section = next((each for each in reversed(table.path) if each.level < TITLE), None)
        for heading in reversed(table.path):
            if heading not in self._above:
                intro = table.intro if heading is section else ""
                self._above[heading] = self._named(heading.text, intro)
            if found := self._above[heading]:
                return found
        return None

    def _named(self, heading: str, intro: str) -> GroupText | None:
        """Return the group that a heading names, alone or together with the text below it."""
        name, value, _ = self.group(heading) or (None, None, None)
        text, rest = f"{heading} {intro}", intro
        for pattern in () if value else self._groups:
            # The heading may give the name alone, and the text below it the id.
            start = len(heading) + 1 if name and "name" not in pattern.groupindex else 0
            match = pattern.match(_unified(text[:_LONGEST_GROUP]), start)
            if match and match.end() > len(heading):
                below, rest = _fields(match, text), text[match.end() :]
                if below.name and match.start("name") < len(heading) < match.end("name"):
                    # The name ends with the heading. A sentence before the id describes the group.
                    rest = text[len(heading) : match.end("name")] + rest
                    below = below._replace(name=heading[match.start("name") :].rstrip(" :"))
                name, value = below.name or name, below.value
                break
        if name and heading.startswith(name) and name not in self._group_names:
            name = without_number(name)
        return GroupText(name, value, rest.strip()) if name or value else None

    def columns(self, table: Table) -> dict[str, int]:
        """Return the position of each field's column in the table, if the table has the column."""
        places = _places(table.header)
        return {name: places[header] for name, header in self._columns.items() if header in places}

    def values(self, table: Table) -> set[str]:
        """Return the texts in the table's column of values."""
        place = self.columns(table)["value"]
        return {row.cells[place].text for row in table.rows}

    def missing(self, table: Table) -> list[str]:
        """Return the bound columns that the table lacks."""
        bound, places = dict(self.tables.columns), _places(table.header)
        lacking = (bound[name] for name, header in self._columns.items() if header not in places)
        return list(dict.fromkeys(lacking))


def place_of(table: Table, column: str) -> int:
    """Return the place of a column, whose header may have other quotes, dashes or capitals."""
    return list(map(uniform, table.header)).index(uniform(column))


@lru_cache(10_000)  # The headers of a table are compared with each list.
def _places(header: tuple[str, ...]) -> Mapping[str, int]:
    """Return the place of each header of a table, in uniform form."""
    return {uniform(text): place for place, text in enumerate(header)}


def _unified(text: str) -> str:
    """Return the text with unified quotes and dashes. All characters keep their positions."""
    return fold(text).translate(_UNIFIED).rstrip(" :")


def _fields(found: re.Match[str], text: str) -> GroupText:
    """Return the fields of a match, with the quotation marks of the page."""
    parts = {name: text[slice(*found.span(name))] for name in found.groupdict()}
    return GroupText(parts.get("name", "").rstrip(" :") or None, parts.get("value"))


def _pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern such as `{name} (group id: {value})`. It matches whole words."""
    # The space before a parenthesis is optional.
    made = re.escape(_unified(text)).replace(r"\ \(", r"\s*\(").replace(r"\ ", r"\s+")
    for name, pattern in _PATTERNS.items():
        # Only the first use of a field captures.
        field = re.escape(f"{{{name}}}")
        made = made.replace(field, pattern, 1).replace(field, ".+?")
    end = "[.,;]?" if text.endswith("{value}") else ""
    return re.compile(rf"{made}{end}(?!\S)", re.IGNORECASE)
