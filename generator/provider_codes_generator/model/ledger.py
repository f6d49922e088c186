"""The ledger: what became of every row of a page, and the lines that report what was left out."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from .messages import counted, printable, shortened

# The limits of what people read: lines, and characters of a line.
_MOST = 50
_LONGEST = 300


class Entry(NamedTuple):
    """What became of a table, a row, or something else on a page that may be about codes.

    For every row of every table, exactly one entry of a row or of a whole table accounts for it.
    """

    kind: Literal["taken", "ignored", "left-out"]
    what: Literal["table", "column", "row", "cells", "line"]
    provider: str = ""
    document: str = ""
    file: str = ""
    line: int = 0
    reason: str = ""
    # The list that it was read for, and the value of its code.
    code_list: str | None = None
    value: int | str | None = None
    # The nearest heading, and the columns of a table.
    heading: str | None = None
    header: tuple[str, ...] = ()
    text: str = ""
    # How many rows of tables it accounts for.
    rows: int = 0
    # Whether it has codes that are left out: a table that looks like codes of no list, or a new row
    # without a promised fact.
    is_codes: bool = False


def ledger_lines(entries: Iterable[Entry]) -> list[str]:
    """Return a line for each entry that was left out, the tables of codes first."""
    left_out = [entry for entry in entries if entry.kind == "left-out"]
    left_out.sort(key=lambda entry: (not entry.is_codes, entry.what != "table"))
    lines = [_line(entry) for entry in left_out[:_MOST]]
    more = len(left_out) - len(lines)
    return [*lines, f"and {more:,} more"] if more else lines


def _line(entry: Entry) -> str:
    place = f"{entry.file}:{entry.line}: " if entry.file else ""
    text = "" if entry.what == "table" and entry.rows > 1 else entry.text
    words = ": ".join(filter(None, (f"{place}{_subject(entry)}", entry.reason, text)))
    return printable(shortened(words, _LONGEST))


def _subject(entry: Entry) -> str:
    value = "" if entry.value is None else f" {entry.value}"
    owner = f" of {entry.code_list}{value}" if entry.code_list else ""
    below = f" below {entry.heading}" if entry.heading and not owner else ""
    if entry.what != "table":
        return f"{entry.what}{owner}{below}"
    return f"table{owner}{below} ({' | '.join(entry.header)}), {counted(entry.rows, 'row')}"
