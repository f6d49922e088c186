"""What a page is built from: the sections below its headings, and the tables that text implies."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import TypeAlias

from .page import Heading, Loose, Row, Table

Paragraph: TypeAlias = list[Loose]
Item: TypeAlias = Heading | Table | Paragraph


@dataclass(slots=True, eq=False)
class Section:
    """A heading with those above it, and the items below it up to the next heading."""

    path: tuple[Heading, ...]
    items: list[Item] = field(default_factory=list[Item])
    # The same items, with implied tables in place of their lines.
    implied: list[Item] = field(default_factory=list[Item])


def path_below(
    path: Sequence[Heading], heading: Heading, kept: Collection[Heading] = ()
) -> tuple[Heading, ...]:
    """Return the path of a heading that follows the last of another path, and ends its level.

    Those to be kept stay in the path, whatever their level.
    """
    return (*(each for each in path if each.level < heading.level or each in kept), heading)


def table_of(path: tuple[Heading, ...], rows: Sequence[Row], header: Sequence[str]) -> Table:
    """Return a table without the columns that are empty."""
    columns = zip(*(row.cells for row in rows), strict=True)
    filled = [any(cell.text for cell in column) for column in columns]
    kept = (row._replace(cells=tuple(compress(row.cells, filled))) for row in rows)
    return Table(path, tuple(compress(header, filled)), tuple(kept), rows[0].line)
