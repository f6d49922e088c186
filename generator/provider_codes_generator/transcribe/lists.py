"""Reads lists of codes from a page, by the bindings of a spec.

The lists have the codes and groups of the page. A code has no Python name yet, unless it stays as
it is in the spec, and a group is named by its id. What could not be read is in the ledger. A list
with an error is omitted, because it cannot be compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..model import Code, CodeList, Entry, Finding, Ignored, Place, blocks
from ..pages import Loose, Page, Row, Table
from .bindings import IF_GONE, Binding, claim
from .ledger import Ledger, Read, lines_like_rows, outside
from .merge import Found, Merger
from .removals import doubtful
from .tables import TableReader


@dataclass(frozen=True, slots=True)
class PageList:
    """A list as the page has it. `fields` are the fields that are bound to the page.

    `unnamed` has the values of codes with a name that could not be separated from its text.
    """

    code_list: CodeList
    fields: frozenset[str]
    unnamed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Transcript:
    """The lists of a provider that a page has, by name, and what became of each of its rows.

    `gone` has the lists without a table, each with its error, which is among the findings.
    `ignored` has what the spec ignores and the page has.
    """

    lists: dict[str, PageList]
    ledger: list[Entry]
    findings: list[Finding]
    gone: dict[str, Finding] = field(default_factory=dict[str, Finding])
    ignored: set[Ignored] = field(default_factory=set[Ignored])

    def add(self, other: "Transcript") -> None:
        """Add what was read at another path of the page."""
        self.lists.update(other.lists)
        self.ledger.extend(other.ledger)
        self.findings.extend(other.findings)
        self.gone.update(other.gone)
        self.ignored.update(other.ignored)


def transcribe(
    code_lists: Sequence[CodeList],
    page: Page,
    file: str,
    ignore: Sequence[Ignored] = (),
    *,
    is_whole: bool = False,
) -> Transcript:
    """Read the lists that are bound to tables of the page.

    `file` is the page's name in findings. A code that the page lacks is removed only if the page
    `is_whole`, or goes on after the place of the code.
    """
    ledger = Ledger(ignore, file)
    page = replace(page, tables=tuple(_not_ignored(page.tables, ledger)))
    bindings = [Binding(each, each.tables) for each in code_lists if each.tables]
    claims = claim(page, bindings, file)
    for table, reason in claims.left_out:
        ledger.table(table, "left-out", reason)
    for table in _not_ignored(page.elsewhere, ledger):
        ledger.table(table, "left-out", "")
    readers = {
        each.code_list.name: _ListReader(each, code_lists, page, file, ledger) for each in bindings
    }
    for line, owner in lines_like_rows(page, bindings):
        if owner:
            readers[owner.code_list.name].lines.append(line)
        else:
            ledger.line(line, outside(line))
    for name, reader in readers.items():
        if name not in claims.unsure and name not in claims.gone:
            reader.read(claims.tables[name])
    end = max((reader.end() for reader in readers.values()), default=0)
    lists: dict[str, PageList] = {}
    for name, reader in readers.items():
        if not is_whole and not page.is_whole:
            claims.findings += reader.keep_doubtful(end)
        claims.findings += reader.findings()
        if page_list := reader.page_list():
            lists[name] = page_list
        elif reader.is_empty():
            claims.gone[name] = reader.nothing_read()
        reader.account(claims.tables[name], is_read=name in lists)
    claims.findings += claims.gone.values()
    ledger.entries.sort(key=lambda entry: entry.line)
    return Transcript(lists, ledger.entries, claims.findings, claims.gone, ledger.ignored)


def _not_ignored(tables: Iterable[Table], ledger: Ledger) -> Iterator[Table]:
    """Yield the tables that the spec does not ignore."""
    for table in tables:
        if reason := ledger.why_ignored(table):
            ledger.table(table, "ignored", reason)
        else:
            yield table


class _ListReader:
    """Reads one list: its rows, and the codes that they make."""

    def __init__(
        self,
        binding: Binding,
        code_lists: Sequence[CodeList],
        page: Page,
        file: str,
        ledger: Ledger,
    ) -> None:
        # The lines outside its tables that look like its rows.
        self.lines: list[Loose] = []
        self._binding = binding
        self._spec = binding.code_list
        self._file = file
        self._ledger = ledger
        others = [each for each in code_lists if each is not self._spec]
        self._reader = TableReader(binding, others, page, file, ledger)
        self._rows: list[tuple[Table, Read]] = []
        self._beside: list[Read] = []
        self._codes: list[Code] = []
        self._is_read = False

    def read(self, tables: Iterable[Table]) -> None:
        """Read the tables, and the lines that errata quote."""
        self._rows = [(table, read) for table in tables for read in self._reader.read(table)]
        self._beside = [self._line(line) for line in self.lines]
        by_value: defaultdict[str, list[Found]] = defaultdict(list)
        for table, read in (*self._rows, *((None, read) for read in self._beside)):
            for code in read.codes:
                by_value[str(code.value)].append(Found(code, read, table))
        merger = Merger(self._spec, self._reader.problems)
        self._codes = [merger.one_code(rows) for rows in by_value.values()]
        self._is_read = True
        self._reader.report()
        if not blocks(self.findings()):
            self._keep_unread()

    def _line(self, line: Loose) -> Read:
        read = outside(line)
        return self._reader.erratum(read.row) or read

    def findings(self) -> list[Finding]:
        """Return what could not be read, and what is worth saying."""
        return self._reader.problems.findings()

    def page_list(self) -> PageList | None:
        """Return the list as the page has it, or None if it was not read, or not all of it."""
        if not self._is_read or self.is_empty() or blocks(self.findings()):
            return None
        fields = {name for name, _ in self._binding.tables.columns}
        if self._binding.has_groups:
            fields.add("group")
        groups = tuple(self._reader.groups.groups.values())
        code_list = replace(self._spec, groups=groups, codes=tuple(self._codes), withdrawn=())
        return PageList(code_list, frozenset(fields), frozenset(self._reader.unnamed))

    def is_empty(self) -> bool:
        """Whether there are tables, but no codes in them, although the spec has some."""
        has_none = self._is_read and not self._codes and bool(self._spec.codes)
        return has_none and not blocks(self.findings())

    def nothing_read(self) -> Finding:
        """Return the finding that the tables have no codes."""
        message = f"the tables of {self._spec.name} have no rows that could be read"
        help = f"look at the page; {IF_GONE}"
        return Finding("table-empty", message, help, self._binding.tables.place)

    def account(self, tables: Sequence[Table], *, is_read: bool) -> None:
        """Enter the rows into the ledger, or the tables as a whole if they were not read."""
        name = self._spec.name
        for table, read in self._rows if is_read else ():
            self._ledger.row(table, read, name)
        for table in () if is_read else tables:
            self._ledger.table(table, "left-out", "could not be read", name)
        self._ledger.columns(tables if is_read else (), self._binding)
        for line, read in zip(self.lines, self._beside or map(outside, self.lines), strict=True):
            self._ledger.line(line, read, name)

    # Codes that the page does not have, or that could not be read there

    def _keep_unread(self) -> None:
        """Keep the codes of the spec whose rows may be among those that were not read."""
        reads = [read for _, read in self._rows]
        by_clue = {clue: read for read in (*self._beside, *reads[::-1]) for clue in read.clues}
        known: set[int] = set()
        for code in self._missing():
            texts = (str(code.value), self._spec.documented_name(code), code.description)
            if read := next((by_clue[text] for text in texts if text and text in by_clue), None):
                known.add(id(read))
                self._keep(code, read.row.line)
                message = (
                    f"{code.name} ({code.value}) stays as it is: its row may be {read.row.raw}"
                )
                help = "if it is, let an erratum of the code quote it; if not, withdraw the code"
                self._warn("code-unread", message, help, read.row, message)
        help = "if it is a code, add an erratum to the one that it means; if not, ignore it"
        for read in reads:
            if read.clues and id(read) not in known:
                message = f"{read.reason}: {read.row.raw}"
                self._warn("row-unreadable", message, help, read.row, self._spec.name)

    def _warn(self, id: str, message: str, help: str, row: Row, about: str) -> None:
        problems = self._reader.problems
        problems.add(id, message, help, line=row.line, level="warning", about=about)

    def _missing(self) -> list[Code]:
        there = {str(code.value) for code in self._codes}
        return [code for code in self._spec.codes if str(code.value) not in there]

    def _keep(self, code: Code, line: int) -> None:
        place = Place(self._file, line)
        self._codes.append(replace(self._reader.groups.as_on_page(code), place=place))

    def end(self) -> int:
        """Return the last line of the page with a code that the spec has."""
        return max(self._places().values(), default=0)

    def _places(self) -> dict[str, int]:
        """Return the line of each code that the spec has."""
        known = {str(code.value) for code in self._spec.codes}
        return {
            str(code.value): code.place.line for code in self._codes if str(code.value) in known
        }

    def keep_doubtful(self, end: int) -> Iterator[Finding]:
        """Keep the codes and aliases that the page may only have lost, with a finding.

        `end` is the last line of the page with a row that a spec has.
        """
        found = {str(code.value): code for code in self._codes}
        places = self._places()
        kept = [
            code
            for code in doubtful(self._spec.codes, places, end)
            if not self._has_all(found.get(str(code.value)), code)
        ]
        if places and kept:
            last, names = self.end(), ", ".join(code.name for code in kept)
            of = f"{len(kept):,} of {len(self._spec.codes):,} codes of {self._spec.name}"
            message = f"{of} may be gone, or lost: the page has no more rows of the spec"
            help = f"is the page whole? then --accept-removals withdraws what is gone: {names}"
            yield Finding("page-not-whole", message, help, Place(self._file, last))
            gone = {str(code.value) for code in kept}
            self._codes = [code for code in self._codes if str(code.value) not in gone]
            for code in kept:
                self._keep(code, last)

    def _has_all(self, found: Code | None, code: Code) -> bool:
        """Whether the page has a code of the spec with all its aliases."""
        there = {alias.documented_name for alias in found.aliases} if found else set[str | None]()
        return found is not None and (
            bool(found.name) or there.issuperset(map(self._spec.documented_alias, code.aliases))
        )
