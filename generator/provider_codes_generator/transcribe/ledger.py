"""Accounts for every row of a page and whatever may be about codes, and collects findings."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Literal, TypeAlias

from ..model import Code, Entry, Finding, Level, Place, shortened
from ..pages import (
    UNNAMED,
    Cell,
    Loose,
    Page,
    Row,
    Table,
    column_of_codes,
    fold,
    forms,
    is_like_row,
    leading_code,
)
from .bindings import Binding
from .claims import alike
from .ignores import Ignores
from .outline import Outline, Spot

Fate = Literal["taken", "ignored", "left-out"]

# The line of a row, and its place among all rows, because a whole page may be one line.
Position: TypeAlias = tuple[int, int]
BEFORE_PAGE: Position = (0, 0)
_LONGEST = 200  # characters of the rows of a table


class Problems:
    """Findings about the rows of a page. Rows with the same problem share one."""

    def __init__(self, file: str) -> None:
        """`file` is the page's name in findings."""
        self._file = file
        # The findings about each thing, in order. Rows may share one about their table.
        self._found: dict[tuple[str, str], dict[Finding, None]] = {}

    def place(self, line: int) -> Place:
        return Place(self._file, line)

    def add(
        self,
        id: str,
        message: str,
        help: str = "",
        *,
        line: int,
        level: Level = "warning",
        about: str = "",
    ) -> None:
        """Add a finding. The same finding `about` the same thing is reported once."""
        finding = Finding(id, message, help, self.place(line), level)
        self._found.setdefault((id, about or message), {})[finding] = None

    def findings(self) -> list[Finding]:
        """Return one finding for each problem, with the number of further rows."""
        return [
            replace(first, message=f"{first.message} (and {len(more):,} more)") if more else first
            for first, *more in self._found.values()
        ]


@dataclass(slots=True)
class Read:
    """What became of a row, or of a line that looks like a row: its codes, or why it has none."""

    part: Table | Loose
    row: Row
    fate: Fate
    reason: str = ""
    value: int | str | None = None
    codes: tuple[Code, ...] = ()
    # The row that this one continues.
    above: "Read | None" = None
    # If the row looks like a code but cannot be read: texts that may identify the code.
    clues: tuple[str, ...] = ()
    # The codes that the row is about if it is about several.
    several: tuple[str, ...] = ()
    # The parts of the row that were not read, each with the reason.
    left_out: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


class Ledger:
    """Collects the entries of one page."""

    def __init__(self, page: Page, ignores: Ignores) -> None:
        """`page` has no tables that the spec ignores."""
        self.page = page
        self.ignores = ignores
        self.entries: list[Entry] = []
        rows = (row for table in page.tables for row in table.rows)
        self._order = {id(row): place for place, row in enumerate(rows, start=1)}

    def add_ignored(self, tables: Iterable[Table]) -> list[Table]:
        """Account for those of the tables that the spec ignores, and return them."""
        ignored: list[Table] = []
        for table in tables:
            if (reason := self.ignores.reason(table)) is not None:
                self.add_table(table, "ignored", reason)
                ignored.append(table)
        return ignored

    def position(self, row: Row) -> Position:
        """Return the position of a row on the page. The place of a line outside the tables is 0."""
        return row.line, self._order.get(id(row), 0)

    def add_table(self, table: Table, fate: Fate, reason: str, **fields: Any) -> None:
        """Account for all rows of a table at once."""
        fields |= {"text": table.rows[0].raw if table.rows else "", "rows": len(table.rows)}
        self._add(table, kind=fate, what="table", line=table.line, reason=reason, **fields)

    def add_unbound(self, tables: Sequence[tuple[Table, str]]) -> list[Table]:
        """Account for tables of no list, each with a reason. Return those that look like codes."""
        of_codes: list[Table] = []
        reasons = {id(table): reason for table, reason in tables}
        for group in alike(table for table, _ in tables):
            is_codes = column_of_codes(*group) is not None
            of_codes += group if is_codes else ()
            looks = "looks like codes, but" if is_codes else "does not look like codes, and"
            default = f"{looks} no list is bound to it"
            for table in group:
                reason = reasons[id(table)] or default
                if table.header[0] == UNNAMED:  # only the rows say what the table is
                    rows = " ".join(row.raw for row in table.rows)
                    reason = f"{reason}: {shortened(rows, _LONGEST)}"
                self.add_table(table, "left-out", reason, is_codes=is_codes)
        return of_codes

    def _unread(self, line: Loose) -> Read:
        row = Row((Cell(line.text),), line.line, line.text)
        if ignored := self.ignores.reason(line, row=row):
            return Read(line, row, "ignored", ignored)
        # The code of a link is where it leads.
        text = "" if "link" in line.marks else line.text
        code, first = leading_code(text), first_word(text)
        clues = (code, first, *map(str.strip, text.split("|")))
        several = tuple(forms.codes_in(first))
        reason = "struck through" if "struck" in line.marks else "outside the tables"
        return Read(line, row, "left-out", reason, clues=clues, several=several)

    def lines_like_rows(
        self, outline: Outline, bindings: Iterable[Binding]
    ) -> defaultdict[str, list[Read]]:
        """Return the lines that look like rows, by the list whose heading is above them.

        Lines that begin like the rows of errata count too. One that an erratum quotes is of its
        list anywhere on the page, unless the list has it below its own heading as well. Lines
        without a list go into the ledger. Text before the table of a group is excluded: it
        describes the group.
        """
        page = self.page
        known: set[str] = set()
        quoted: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        values: defaultdict[str, set[str]] = defaultdict(set)
        for name, code in ((each.name, code) for each in bindings for code in each.code_list.codes):
            values[name].add(str(code.value))
            if code.erratum:
                known |= {str(code.value), first_word(code.erratum.page)}
                quoted[raw_cells(code.erratum.page)].add(name)
        starts = [table.place for table in page.tables]
        owned = [
            (line, raw_cells(line.text), spots, _owner(line, spots, values))
            for line in self._likely_lines(known)
            for spots in [outline.owners(line)]
        ]
        at_home = {(owner, cells) for _, cells, _, owner in owned}
        lines: defaultdict[str, list[Read]] = defaultdict(list)
        for line, cells, spots, owner in owned:
            moved = [name for name in quoted.get(cells, ()) if (name, cells) not in at_home]
            place = bisect_right(starts, line.place)
            below = page.tables[place] if place < len(page.tables) else None
            if len(moved) == 1:
                lines[moved[0]].append(self._unread(line))
            elif below and any(_introduces(line, below, spot.binding) for spot in spots):
                continue
            elif owner:
                lines[owner].append(self._unread(line))
            else:
                self.add(self._unread(line))
        return lines

    def _likely_lines(self, known: Collection[str]) -> Iterator[Loose]:
        """Yield the lines that look like rows, or begin with a known word, but no links to headings."""
        titles = {heading.text for heading in self.page.headings}
        for line in self.page.loose:
            is_likely = is_like_row(line) or first_word(line.text) in known
            if is_likely and not ("link" in line.marks and line.text in titles):
                yield line

    def add(self, read: Read, code_list: str | None = None, *, is_codes: bool = False) -> None:
        """Account for one row or line, and for the parts of it that were not read."""
        if read.above and read.above.fate == "left-out":
            read.fate, read.reason = "left-out", "continues a row that was left out"
        row, value = read.row, read.value
        add = partial(self._add, read.part, code_list=code_list, value=value, line=row.line)
        what, rows = ("row", 1) if isinstance(read.part, Table) else ("line", 0)
        reason = read.reason
        add(kind=read.fate, what=what, rows=rows, reason=reason, text=row.raw, is_codes=is_codes)
        for text, reason in read.left_out:
            add(kind="left-out", what="cells", reason=reason, text=text)

    def add_columns(self, tables: Sequence[Table], binding: Binding) -> None:
        """Account for headers that may be rows, and once for each unbound column with any text."""
        seen: set[str] = set()
        for table in tables:
            columns = binding.columns(table)
            add = partial(self._add, table, line=table.line, code_list=binding.name)
            if forms.is_surely_code(table.header[columns["value"]]):
                text = f"| {' | '.join(table.header)} |"
                add(kind="left-out", what="row", reason="read as the header", text=text)
            for place, name in enumerate(table.header):
                is_filled = any(row.cells[place].text for row in table.rows)
                if place not in columns.values() and name not in seen and is_filled:
                    seen.add(name)
                    ignored = self.ignores.reason(table, column=name)
                    kind = "ignored" if ignored else "left-out"
                    add(kind=kind, what="column", text=name, reason=ignored or "not bound")

    def _add(self, part: Table | Loose, **fields: Any) -> None:
        heading = part.path[-1].text if part.path else None
        if isinstance(part, Table):
            fields |= {"header": part.header}
            heading = part.records_path or heading
        self.entries.append(Entry(file=self.page.file, heading=heading, **fields))


def first_word(text: str) -> str:
    """Return the first word of a line or a cell, which is the value if the line is a row."""
    return text.lstrip("| ").partition(" ")[0].rstrip(":.,;|")


def raw_cells(raw: str) -> tuple[str, ...]:
    """Return the cells of a row as the page has them, without optional outer pipes."""
    return tuple(part.strip() for part in fold(raw).strip("| ").split("|"))


def _owner(line: Loose, spots: Sequence[Spot], values: Mapping[str, Collection[str]]) -> str | None:
    """Return the only list at these spots, or the only one there that has the code of a line."""
    names = [name for spot in spots for name in spot.names]
    if len(names) > 1:
        codes = {leading_code(line.text), first_word(line.text)}
        names = [name for name in names if not codes.isdisjoint(values[name])]
    return names[0] if len(names) == 1 else None


def _introduces(line: Loose, table: Table, owner: Binding) -> bool:
    """Whether a line stands before the table of a group."""
    is_above = table.path[: len(line.path)] == line.path
    return is_above and bool(owner.tables.group) and not owner.missing(table)
