"""Makes tables of records: the keys of all records become the header."""

from collections.abc import Sequence

from .builder import MAX_COLUMNS, PageBuilder
from .page import Cell, Row
from .problem import unreadable
from .text import fold

# The line of a record, and its fields in order.
Record = tuple[int, dict[str, str]]


def add_records(builder: PageBuilder, records: Sequence[Record], line: int) -> None:
    """Add a table of records to a page. Raises `Refused`."""
    header = list(dict.fromkeys(name for _, fields in records for name in fields))
    if len(header) > MAX_COLUMNS:
        raise unreadable(f"the records have {len(header)} different keys: no table is that wide")
    rows = [
        Row(tuple(_cell(fields.get(name, "")) for name in header), at, _raw(fields))
        for at, fields in records
    ]
    if header:
        builder.table(header, rows, line)


def _cell(text: str) -> Cell:
    text = fold(text)
    return Cell(text, None, text)


def _raw(fields: dict[str, str]) -> str:
    return fold(", ".join(f"{name}: {text}" for name, text in fields.items()))
