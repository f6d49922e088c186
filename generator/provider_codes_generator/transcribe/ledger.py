"""Accounts for every row of a page, and for what else on it may be about codes.

Also knows what the spec ignores on purpose.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from ..model import Code, Entry, Ignored
from ..pages import Cell, Heading, Loose, Page, Row, Table, column_of_codes
from .bindings import Binding, Candidates, Outline, owners, plain

Fate = Literal["taken", "ignored", "left-out"]

_ROW = re.compile(r"\|? ?(-?[0-9]{1,18}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?: ?[:|–—]| -)? +\S.*")


@dataclass(slots=True)
class Read:
    """What became of a row: the codes that it gives, or the reason why it gives none."""

    row: Row
    fate: Fate
    reason: str = ""
    value: int | str | None = None
    codes: tuple[Code, ...] = ()
    # The row that it continues.
    above: "Read | None" = None
    # If it looks like a code, but cannot be read: the texts by which it may be recognised.
    clues: tuple[str, ...] = ()
    # The parts of the row that were not read, each with the reason.
    left_out: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


def outside(line: Loose) -> Read:
    """Return the row that a line outside the tables looks like, and that was not read."""
    found = _ROW.fullmatch(line.text)
    parts = [part.strip() for part in line.text.split("|")]
    clues = (found[1] if found else "", *parts)
    row = Row((Cell(line.text),), line.line, line.text)
    return Read(row, "left-out", "outside the tables", clues=clues)


class Ledger:
    """Collects the entries of one page."""

    def __init__(self, ignore: Sequence[Ignored], file: str) -> None:
        """`file` is the page's name in findings and entries."""
        self.entries: list[Entry] = []
        # What the spec ignores and the page has.
        self.ignored: set[Ignored] = set()
        self._ignore = ignore
        self._file = file

    def table(self, table: Table, fate: Fate, reason: str, code_list: str | None = None) -> None:
        """Account for all rows of a table at once."""
        is_codes = fate == "left-out" and not code_list and column_of_codes(table) is not None
        if not reason:
            reason = "looks like codes, but no list is bound to it" if is_codes else "not bound"
        first = table.rows[0].raw if table.rows else ""
        found: dict[str, Any] = {"code_list": code_list, "text": first, "is_codes": is_codes}
        self._add(fate, "table", table.line, reason, table, rows=len(table.rows), **found)

    def row(self, table: Table, read: Read, code_list: str) -> None:
        """Account for one row, and for the parts of it that were not read."""
        if read.above and read.above.fate == "left-out":
            read.fate, read.reason = "left-out", "continues a row that was left out"
        found: dict[str, Any] = {"code_list": code_list, "value": read.value}
        line = read.row.line
        self._add(read.fate, "row", line, read.reason, table, text=read.row.raw, rows=1, **found)
        for text, reason in read.left_out:
            self._add("left-out", "cells", line, reason, table, text=text, **found)

    def columns(self, tables: Sequence[Table], binding: Binding) -> None:
        """Account for the columns of a list's tables that are not bound, each once."""
        known: set[str] = set()
        for table in tables:
            for header, reason in _unbound_columns(table, binding):
                if header not in known:
                    known.add(header)
                    ignored = self.why_ignored(table, column=header)
                    fate: Fate = "ignored" if ignored else "left-out"
                    found: dict[str, Any] = {"text": header, "code_list": binding.code_list.name}
                    self._add(fate, "column", table.line, ignored or reason, table, **found)

    def line(self, line: Loose, read: Read, code_list: str | None = None) -> None:
        """Account for a line outside the tables."""
        fate, reason = read.fate, read.reason
        if fate == "left-out" and (ignored := self._reason(line.path, set(), None, [line.text])):
            fate, reason = "ignored", ignored
        found: dict[str, Any] = {"code_list": code_list, "value": read.value, "text": line.text}
        self._add(fate, "line", line.line, reason, line, **found)

    def _add(
        self,
        fate: Fate,
        what: Literal["table", "column", "row", "cells", "line"],
        line: int,
        reason: str,
        part: Table | Loose,
        **found: Any,
    ) -> None:
        entry = Entry(
            kind=fate,
            what=what,
            file=self._file,
            line=line,
            reason=reason,
            heading=part.path[-1].text if part.path else None,
            header=part.header if isinstance(part, Table) else (),
            **found,
        )
        self.entries.append(entry)

    # What the spec ignores

    def why_ignored(
        self, table: Table, column: str | None = None, row: Row | None = None
    ) -> str | None:
        """Return why the spec ignores a table, or else its column or row; None if it does not."""
        texts = (row.cells[0].text, row.raw) if row else ()
        return self._reason(table.path, set(map(plain, table.header)), column, texts)

    def _reason(
        self, path: Sequence[Heading], header: set[str], column: str | None, texts: Sequence[str]
    ) -> str | None:
        for each in self._ignore:
            if (
                _is_meant(each, column, texts)
                and header.issuperset(map(plain, each.columns))
                and _is_below(path, each.heading)
            ):
                self.ignored.add(each)
                return each.reason
        return None


def _is_meant(ignored: Ignored, column: str | None, row: Sequence[str]) -> bool:
    """Whether an entry ignores the column or row, or if there is none, a table."""
    if column is not None:
        return ignored.column is not None and plain(ignored.column) == plain(column)
    if row:
        return ignored.row is not None and plain(ignored.row) in map(plain, row)
    return ignored.column is None and ignored.row is None


def _is_below(path: Sequence[Heading], headings: Sequence[str]) -> bool:
    """Whether the headings, from the outside in, are among those of the path."""
    above = iter(plain(heading.text) for heading in path)
    return all(plain(text) in above for text in headings)


def _unbound_columns(table: Table, binding: Binding) -> Iterator[tuple[str, str]]:
    """Yield each column with texts that is not bound, and the reason."""
    bound = binding.columns(table).values()
    if not table.split:
        if binding.has_more(table):
            yield table.header[0], "some of its columns are not bound"
        return
    headers = list(map(plain, table.header))
    for place, header in enumerate(table.header):
        if place not in bound and any(row.cells[place].text for row in table.rows):
            is_twice = headers.count(plain(header)) > 1
            name = header or f"column {place + 1}"
            yield name, "the header has it several times" if is_twice else "not bound"


def lines_like_rows(
    page: Page, bindings: Sequence[Binding]
) -> Iterator[tuple[Loose, Binding | None]]:
    """Yield the lines that look like a row, each with the list whose heading is above it.

    The text before the table of a group is excluded, because it describes the group.
    """
    outline, candidates = Outline(page), Candidates(bindings)
    starts = [table.line for table in page.tables]
    for line in page.loose:
        if _ROW.fullmatch(line.text):
            owned = owners(outline, line.path, candidates.of(line.path))
            owner = owned[0] if len(owned) == 1 else None
            below = page.tables[bisect_right(starts, line.line) :][:1]
            if not any(owner and _introduces(line, table, owner) for table in below):
                yield line, owner


def _introduces(line: Loose, table: Table, owner: Binding) -> bool:
    """Whether a line stands before the table of a group."""
    is_above = table.path[: len(line.path)] == line.path
    return is_above and owner.has_groups and not owner.missing(table)
