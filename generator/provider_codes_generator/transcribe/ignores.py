"""Finds what a spec ignores on purpose: tables, columns, rows and lines of a page."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from ..model import Ignored
from ..pages import Loose, Page, Row, Table
from .bindings import uniform
from .outline import place_above


class Ignores:
    """The entries of `ignore`."""

    def __init__(self, entries: Iterable[Ignored]) -> None:
        # By the column and the row that they ignore. Those of a whole table have neither.
        self._entries: defaultdict[tuple[str, str], list[Ignored]] = defaultdict(list)
        for each in entries:
            if each.column:
                self._entries[uniform(each.column), ""].append(each)
            if each.row or not each.column:
                self._entries["", uniform(each.row or "")].append(each)

    def without(self, page: Page) -> Page:
        """Return the page without the tables that the spec ignores."""
        return page._replace(tables=tuple(t for t in page.tables if self.reason(t) is None))

    def reason(
        self, part: Table | Loose, *, column: str = "", row: Row | None = None
    ) -> str | None:
        """Return why the spec ignores a table, or its column, or a row or line; None if not."""
        if not self._entries:
            return None
        rows = dict.fromkeys((uniform(row.cells[0].text), uniform(row.raw))) if row else ("",)
        known = (self._entries.get((uniform(column), text), ()) for text in rows)
        header = set(map(uniform, part.header)) if isinstance(part, Table) else set[str]()
        above = [uniform(heading.text) for heading in part.path]
        for each in chain.from_iterable(known):
            is_below = place_above(above, list(map(uniform, each.heading))) is not None
            if is_below and header.issuperset(map(uniform, each.columns)):
                return each.reason
        return None
