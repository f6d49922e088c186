"""Finds tables and lines on a page that look like codes and belong to no list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..pages import Loose, Page, column_of_codes
from .bindings import Binding, Claims, Outline, owners

_ROW = re.compile(r"(-?[0-9]{1,18}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\s+\S")


@dataclass(frozen=True, slots=True)
class Unbound:
    """A table or a line on the page that looks like codes and belongs to no list."""

    line: int
    heading: str | None
    header: tuple[str, ...]
    rows: int
    first: str


def loose_lines(
    page: Page, bindings: Sequence[Binding], claims: Claims
) -> list[tuple[Loose, Binding]]:
    """Return the lines below the heading of a list that look like a row, each with its list.

    The text before the table of a group is excluded, because it describes the group.
    """
    outline = Outline(page)
    intros = {
        binding.code_list.name: [table.intro for table in claims.tables[binding.code_list.name]]
        for binding in bindings
        if binding.has_groups
    }
    found: list[tuple[Loose, Binding]] = []
    for line in page.loose:
        if _ROW.match(line.text):
            owned = owners(outline, line.path, bindings)
            if len(owned) == 1 and not any(
                line.text in intro for intro in intros.get(owned[0].code_list.name, ())
            ):
                found.append((line, owned[0]))
    return found


def unbound_line(line: Loose) -> Unbound:
    return Unbound(line.line, line.path[-1].text if line.path else None, (), 1, line.text)


def unbound_tables(claims: Claims) -> Iterator[Unbound]:
    for table in claims.unclaimed:
        if column_of_codes(table) is not None:
            heading = table.path[-1].text if table.path else None
            yield Unbound(table.line, heading, table.header, len(table.rows), table.rows[0].raw)
