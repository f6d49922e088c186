"""Finds what a list can be bound to: headings, patterns of group headings, and positions."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..pages import CAPTION, TITLE, Heading, Page, Table
from .bindings import Binding, Outline, plain

# In `PENDING (group id: 1) - status codes`, the parentheses hold the id of a group. The first
# paragraph below a heading may do so too.
_GROUP = re.compile(
    r"(?P<name>[^()]+?) ?\((?P<label>(?=[^():]*[^():\d])[^():]++): ?-?\d+\)(?P<tail>.*)"
)
_GROUP_BELOW = re.compile(r"(?P<label>[^:.]*\bid): ?-?\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """What a list is bound to: a heading, or several, and the pattern of its group headings."""

    heading: tuple[str, ...]
    group: str | None


class Places:
    """The places of a page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._outline = Outline(page)
        self._headings = Counter(plain(heading.text) for heading in page.headings)
        self._sections = Counter(_section(table.path) for table in page.tables)
        self._fitting: dict[object, dict[int, int]] = {}

    def of(self, table: Table) -> Place:
        """Return what to bind a table to: the nearest heading, or the whole path if it repeats."""
        path, section = table.path, _section(table.path)
        pattern = _group_pattern(section[-1].text, table.intro) if section else None
        if pattern:
            path = section[:-1]
        elif section and path[-1].level == CAPTION and self._sections[section] == 1:
            path = section
        texts = tuple(heading.text for heading in path)
        is_unique = bool(texts) and self._headings[plain(texts[-1])] == 1
        return Place(texts[-1:] if is_unique else texts, pattern)

    def position(self, table: Table, binding: Binding) -> int:
        """Return the position of a table among those with the headings and columns of a binding."""
        key = binding.headings, tuple(sorted(binding.tables.columns))
        if key not in self._fitting:
            fitting = [
                id(each)
                for each in self._page.tables
                if self._outline.nearest(each.path, binding) is not None
                and not binding.missing(each)
            ]
            self._fitting[key] = {each: place for place, each in enumerate(fitting, start=1)}
        return self._fitting[key][id(table)]


def _section(path: Sequence[Heading]) -> tuple[Heading, ...]:
    """Return the headings of a path without the titles and captions at its end."""
    return tuple(heading for heading in path if heading.level < TITLE)


def _group_pattern(heading: str, intro: str) -> str | None:
    """Return the pattern of the headings of groups, or None if the heading names no group."""
    if found := _GROUP.fullmatch(heading):
        return f"{{name}} ({found['label']}: {{value}}){found['tail']}"
    if found := _GROUP_BELOW.match(intro):
        return f"{{name}} {found['label']}: {{value}}"
    return None
