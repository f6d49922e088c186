"""Makes the codes of a list from its rows, and keeps those that the page may only have lost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from ..changes import grouped
from ..model import (
    DESCRIPTION,
    GROUP,
    NAME,
    Alias,
    Code,
    CodeList,
    Finding,
    Level,
    blocks,
    facts_of,
    shortened,
)
from ..pages import Table
from .bindings import Binding
from .ledger import BEFORE_PAGE, Ledger, Position, Read, first_word
from .table_reader import TableReader


class ListReader(TableReader):
    """Reads the tables of one list. If rows share a value, the one nearest to the spec counts."""

    def __init__(
        self, binding: Binding, tables: Sequence[Table], lines: Sequence[Read], ledger: Ledger
    ) -> None:
        """`lines` are outside the tables, and look like rows."""
        super().__init__(binding, tables, ledger)
        self.is_read = False
        self._lines = lines
        self._rows: list[Read] = []
        # The codes, and the places of their rows, by value in the order of the page.
        self._codes: dict[str, Code] = {}
        self._places: dict[str, Position] = {}

    def read_list(self) -> Finding | None:
        """Read the tables, and the lines that errata quote. Return why they have no codes."""
        self._rows = [read for table in self._tables for read in self.read(table)]
        self._lines = [self.erratum(line) or line for line in self._lines]
        rows = [(code, read) for read in (*self._rows, *self._lines) for code in read.codes]
        codes = map(self._one_code, grouped(rows, lambda row: str(row[0].value)))
        self._codes = {str(code.value): code for code in codes}
        self.report()
        if blocks(self.problems.findings()):
            return None
        self.is_read = bool(self._codes) or not self._spec.codes
        if self.is_read:
            self._keep_unread()
            return None
        message = f"the tables of {self._spec.name} have no rows that could be read"
        reasons = [f"{read.reason}: {read.row.raw}" for read in self._rows if read.reason]
        help = f"{reasons[0]}; check the columns of its tables" if reasons else "look at the page"
        return Finding("table-empty", message, help, self._binding.tables.place)

    def code_list(self) -> CodeList:
        """Return the list as the page has it."""
        groups = tuple(self.groups.groups.values())
        return replace(self._spec, groups=groups, codes=tuple(self._codes.values()), withdrawn=())

    def account(self) -> None:
        """Enter the rows into the ledger, or the tables as a whole if they were not read."""
        name = self._spec.name
        if self.is_read:
            self._ledger.add_columns(self._tables, self._binding)
        else:
            for table in self._tables:
                self._ledger.add_table(table, "left-out", "could not be read", code_list=name)
        for read in (*(self._rows if self.is_read else ()), *self._lines):
            # No other row gives its code.
            has_code = read.value is None or str(read.value) in self._codes
            self._ledger.add(read, name, is_codes=read.fate == "left-out" and not has_code)

    def _one_code(self, rows: Sequence[tuple[Code, Read]]) -> Code:
        """Return the code of a value. Other names in the same table become its aliases."""
        rows = [(code, read) for code, read in rows if not code.name] or rows
        first, best = max(rows, key=lambda row: self._likeness(row[0])) if rows[1:] else rows[0]
        self._places[str(first.value)] = self._ledger.position(best.row)
        aliases: dict[str, Alias] = {}
        for code, read in rows:
            name = code.documented_name
            has_same_name = name in (None, first.documented_name)
            if name and not has_same_name and read.part is best.part:
                alias = Alias(name="", documented_name=name, description=code.description)
                if aliases.setdefault(name, alias) == alias:
                    self._report_lost(code, first, read)
                    continue
            facts = (fact for fact in facts_of(self._spec) if fact is not NAME)
            if not has_same_name or any(fact.of(code) != fact.of(first) for fact in facts):
                message = f"the page has {code.value} twice, and not alike"
                message = f"{message}; the other is on line {best.row.line}"
                help = f"the row nearest to the spec counts; this one is left out: {read.row.raw}"
                self.problems.add("row-twice", message, help, line=read.row.line)
                read.fate = "left-out"
                read.reason = f"not like the row of {code.value} on line {best.row.line}"
        return replace(first, aliases=tuple(aliases.values())) if aliases else first

    def _report_lost(self, alias: Code, code: Code, read: Read) -> None:
        """Report the facts of an alias that are not those of its code: an alias has no others."""
        columns = self._binding.columns(read.part) if isinstance(read.part, Table) else {}
        texts = {name: read.row.cells[place].text for name, place in columns.items()}
        facts = (fact for fact in facts_of(self._spec) if fact not in (NAME, DESCRIPTION))
        lost = [fact for fact in facts if fact.of(alias) not in (None, fact.of(code))]
        for fact in lost:
            text = texts.get(fact.name, str(fact.of(alias)))
            read.left_out.append((text, f"an alias has no {fact.name} of its own"))
        if lost:
            names = ", ".join(fact.name for fact in lost)
            message = f"the page has {code.value} twice, and not with the same {names}"
            help = f"{alias.documented_name} becomes an alias, which has no {names} of its own"
            self.problems.add("row-twice", message, f"{help}: {read.row.raw}", line=read.row.line)

    def _likeness(self, code: Code) -> tuple[bool, bool, int]:
        """Return how similar a row is to the spec. Of rows of a new code, one with a name wins."""
        spec, known = self._spec, self._known.get(str(code.value))
        if known is None:
            return code.documented_name is not None, False, 0
        others = {alias.documented_name for alias in known.aliases}
        facts = [fact for fact in facts_of(spec) if fact not in (NAME, GROUP)]
        same = sum(fact.of(code) == fact.of(known) for fact in facts)
        same += code.group == self.groups.id_of(known)
        name = code.documented_name
        return name == known.documented_name, name not in others, same

    def _keep_unread(self) -> None:
        """Keep the codes of the spec whose rows may be among those that were not read."""
        reads = [*self._rows, *self._lines]
        # The first row counts, and lines outside the tables are last.
        by_clue = {clue: read for read in reads[::-1] for clue in (*read.several, *read.clues)}
        recognised: set[int] = set()
        for value, code in self._known.items():
            if value in self._codes:
                continue
            quoted = first_word(code.erratum.page) if code.erratum else ""
            texts = (value, quoted, code.documented_name, code.description)
            if read := next((by_clue[text] for text in texts if text and text in by_clue), None):
                recognised.add(id(read))
                self._keep(code, self._ledger.position(read.row))
                raw = read.row.raw
                message = f"{code.name} ({code.value}) stays as it is: its row may be {raw}"
                how = "change the erratum of" if code.erratum else "add an erratum to"
                help = f"if it is, {how} the code, with this row as its page, and your reading"
                help = f"{help}; if not, withdraw the code"
                self.problems.add("code-unread", message, help, line=read.row.line)
        single = "if it is a code, add an erratum to the one that it means; if not, ignore it"
        several = "add its codes to the spec by hand, or ignore the row"
        for read in self._rows:
            if read.clues and id(read) not in recognised:
                help = several if read.several else single
                message = f"{read.reason}: {read.row.raw}"
                about, line = self._spec.name, read.row.line
                self.problems.add("row-unreadable", message, help, line=line, about=about)

    def _keep(self, code: Code, position: Position) -> None:
        place = self.problems.place(position[0])
        self._codes[str(code.value)] = replace(self.groups.as_on_page(code), place=place)
        self._places[str(code.value)] = position

    def end(self, codes: Iterable[Code]) -> Position:
        """Return the last position on the page with a row of one of these codes."""
        values = {str(code.value) for code in codes} & self._codes.keys()
        return max((self._places[value] for value in values), default=BEFORE_PAGE)

    def keep_doubtful(self, end: Position) -> Iterator[Finding]:
        """Keep the codes and aliases that a page may lack only because it is cut off.

        `end` is the last position on the page with a row that the spec has. A page has surely
        dropped a code if a later row of the list is there, or a later row of any other list.
        """
        yield from self._cut_tables()
        rows = (self._ledger.position(read.row) for read in self._rows)
        last = self.end(self._spec.codes)
        last = max(rows, default=BEFORE_PAGE) if last == BEFORE_PAGE else last
        if not self.is_read or end > last:
            return
        # The value of a row that is cut off may be that of another code.
        places = {
            value: place
            for value, place in self._places.items()
            if place < last or value not in self._known or self._is_unchanged(self._codes[value])
        }
        kept = self._doubtful(places)
        if kept:
            names = shortened(", ".join(code.name for code in kept), 1000)
            of = f"{len(kept):,} of {len(self._spec.codes):,} codes of {self._spec.name}"
            message = f"{of} may be gone, or lost: the page has no more rows of the spec"
            help = f"is the page whole? then --accept-removals withdraws what is gone: {names}"
            yield Finding("page-not-whole", message, help, self.problems.place(last[0]))
        for code in kept:
            self._codes.pop(str(code.value), None)
            self._keep(code, last)
        yield from self._keep_cut_off(last)

    def _doubtful(self, places: Mapping[str, Position]) -> list[Code]:
        """Return the codes that the page lacks, and that no later row of the spec follows."""
        known = self._known_in_order(places)
        known_places = [places.get(value, BEFORE_PAGE) for value, _ in known]
        # For each code, the last place of the codes after it.
        *lasts, _ = accumulate(reversed(known_places), max, initial=BEFORE_PAGE)
        before = BEFORE_PAGE
        doubtful: list[Code] = []
        for (value, code), after in zip(known, reversed(lasts), strict=True):
            before = places.get(value, before)
            if after <= before and not self._has_all(value, code):
                doubtful.append(code)
        return doubtful

    def _cut_tables(self) -> Iterator[Finding]:
        """Report tables that the page does not end. New codes of a known list have to wait."""
        is_new = self._spec.codes and not self._codes.keys() <= self._known.keys()
        level: Level = "error" if is_new else "warning"
        help = "is the page whole? then drift and update read that row with --accept-removals"
        for row in (read.row for read in self._rows if "cut" in read.row.marks and not read.codes):
            raw = shortened(row.raw, 100)
            message = f"the page ends in the table of {self._spec.name}, in the row {raw}"
            yield Finding("page-not-whole", message, help, self.problems.place(row.line), level)

    def _known_in_order(self, places: Mapping[str, Position]) -> Sequence[tuple[str, Code]]:
        """Return the codes of the spec by value, the last ones first if the page has them so."""
        known = list(self._known.items())
        steps = list(pairwise(places[value] for value, _ in known if value in places))
        is_reversed = sum(above > below for above, below in steps) * 2 > len(steps)
        return known[::-1] if is_reversed else known

    def _keep_cut_off(self, last: Position) -> Iterator[Finding]:
        """Keep the code of the last row if its name and text only begin like those of the spec.

        A row that has its last pipe, or that something follows on the page, is not cut off.
        """
        page = self._ledger.page
        lines = [each.line for each in page.headings] + [each.line for each in page.loose]
        goes_on = max([*lines, *(table.line for table in page.tables)], default=0) > last[0]
        rows = [each.row for each in self._rows if self._ledger.position(each.row) == last]
        if goes_on or any("closed" in row.marks and row.texts[-1] for row in rows):
            return
        for code in self._spec.codes:
            if self._places.get(str(code.value)) != last:
                continue
            # Without its full stop, a text is whole.
            known, texts = (
                (each.documented_name or "", each.description.removesuffix("."))
                for each in (code, self._codes[str(code.value)])
            )
            if texts != known and all(map(str.startswith, known, texts)):
                message = f"the page ends with the beginning of the row of {code.name}"
                help = "is the page whole? then --accept-removals accepts the row as it is"
                yield Finding("page-not-whole", message, help, self.problems.place(last[0]))
                self._keep(code, last)

    def _has_all(self, value: str, code: Code) -> bool:
        now = self._codes.get(value)
        if now is None:
            return False
        names = {alias.documented_name for alias in now.aliases}
        return bool(now.name) or all(alias.documented_name in names for alias in code.aliases)
