"""What a page is built from: the sections below its headings, and the tables that text implies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import TypeAlias

from .page import CAPTION, Heading, Loose, Row, Table

Paragraph: TypeAlias = list[Loose]
Item: TypeAlias = Heading | Table | Paragraph

_CAPTION = re.compile(r"Table(?: [\w.-]*\d\b|:)")


@dataclass(slots=True, eq=False)
class Section:
    """A heading with those above it, and the items below it up to the next heading."""

    path: tuple[Heading, ...]
    items: list[Item] = field(default_factory=list[Item])
    # The same items, with implied tables in place of their lines.
    implied: list[Item] = field(default_factory=list[Item])


def table_of(path: tuple[Heading, ...], rows: Sequence[Row], header: Sequence[str]) -> Table:
    """Return a table without the columns that are empty."""
    columns = zip(*(row.cells for row in rows), strict=True)
    filled = [any(cell.text for cell in column) for column in columns]
    kept = (row._replace(cells=tuple(compress(row.cells, filled))) for row in rows)
    return Table(path, tuple(compress(header, filled)), tuple(kept), rows[0].line)


def is_numbered_caption(text: str) -> bool:
    """Whether a line begins like `Table 1: Errors` or `Table: Errors`."""
    return _CAPTION.match(text) is not None


def captions_at_tables(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items of a page, with the captions below tables moved to these.

    Captions such as `Table 1: Errors` are below their tables if each follows a table, and no table
    follows the last one.
    """
    found = {
        place: Heading(item[0].text, CAPTION, item[0].line)
        for place, item in enumerate(items)
        if isinstance(item, list) and len(item) == 1 and is_numbered_caption(item[0].text)
    }
    last = max(found, default=0)
    is_below = all(place and isinstance(items[place - 1], Table) for place in found)
    if not is_below or found.get(last) in items[last + 1 : last + 2]:
        found = {}
    moved = set(found.values())
    for place, item in enumerate(items):
        if isinstance(item, Table):
            own = [found[place + 1]] if place + 1 in found else []
            yield from own
            yield item._replace(path=(*(each for each in item.path if each not in moved), *own))
        elif isinstance(item, list) or item not in moved:
            yield item
