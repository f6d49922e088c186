"""Reads lists of codes from a page, by the bindings of a spec.

The lists have the codes and groups of the page. A code has no Python name yet, unless it stays as
it is in the spec, and a group is named by its id. What could not be read is in the ledger. A list
with an error is omitted, because it cannot be compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..model import CodeList, Entry, Finding, Ignored, blocks
from ..pages import Page, Table
from .bindings import IF_GONE, Binding, claim
from .ledger import Ledger, Read, lines_like_rows
from .merge import Codes
from .rows import Lines, whole_lines
from .tables import TableReader


@dataclass(frozen=True, slots=True)
class PageList:
    """A list as the page has it. `fields` are the fields that are bound to the page.

    `unnamed` has the values of codes with a name that could not be separated from its text.
    """

    code_list: CodeList
    fields: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()


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
    page = replace(page, tables=tuple(ledger.not_ignored(page.tables)))
    bindings = [Binding(each, each.tables) for each in code_lists if each.tables]
    claims = claim(page, bindings, file)
    for table, reason in claims.left_out:
        ledger.table(table, "left-out", reason)
    for table in ledger.not_ignored(page.elsewhere):
        ledger.table(table, "left-out", "")
    everywhere = whole_lines(code_lists)
    readers = {
        each.name: _ListReader(each, claims.tables[each.name], everywhere, page, ledger)
        for each in bindings
    }
    for line, owner in lines_like_rows(page, claims.outline):
        if owner:
            readers[owner].lines.append(ledger.outside(line))
        else:
            ledger.read(ledger.outside(line))
    for name, reader in readers.items():
        if name not in claims.unsure and name not in claims.gone:
            reader.read()
    end = max((reader.codes.end() for reader in readers.values()), default=0)
    lists: dict[str, PageList] = {}
    for name, reader in readers.items():
        if not is_whole and not page.is_whole:
            claims.findings += reader.codes.keep_doubtful(end)
        claims.findings += reader.problems.findings()
        if page_list := reader.page_list():
            lists[name] = page_list
        elif reader.is_empty():
            claims.gone[name] = reader.nothing_read()
        reader.account(is_read=name in lists)
    claims.findings += claims.gone.values()
    ledger.entries.sort(key=lambda entry: entry.line)
    return Transcript(lists, ledger.entries, claims.findings, claims.gone, ledger.ignored)


class _ListReader:
    """Reads one list: its rows, and the codes that they make."""

    def __init__(
        self,
        binding: Binding,
        tables: Sequence[Table],
        everywhere: Lines,
        page: Page,
        ledger: Ledger,
    ) -> None:
        # The lines outside its tables that look like its rows.
        self.lines: list[Read] = []
        self._binding = binding
        self._spec = binding.code_list
        self._tables = tables
        self._ledger = ledger
        self._reader = TableReader(binding, everywhere, page, ledger)
        self.problems = self._reader.problems
        self.codes = Codes(self._spec, self._reader.groups, self.problems)
        self._rows: list[Read] = []
        self._is_read = False

    def read(self) -> None:
        """Read the tables, and the lines that errata quote."""
        self._is_read = True
        self._rows = [read for table in self._tables for read in self._reader.read(table)]
        self.lines = [self._reader.erratum(line) or line for line in self.lines]
        reads = [*self._rows, *self.lines]
        self.codes.merge(reads)
        self._reader.report()
        if not blocks(self.problems.findings()):
            self.codes.keep_unread(reads)

    def page_list(self) -> PageList | None:
        """Return the list as the page has it, or None if it was not read, or not all of it."""
        if not self._is_read or self.is_empty() or blocks(self.problems.findings()):
            return None
        fields = {name for name, _ in self._binding.tables.columns}
        if self._binding.has_groups:
            fields.add("group")
        groups = tuple(self._reader.groups.groups.values())
        codes = tuple(self.codes.found.values())
        code_list = replace(self._spec, groups=groups, codes=codes, withdrawn=())
        return PageList(code_list, frozenset(fields), frozenset(self._reader.unnamed))

    def is_empty(self) -> bool:
        """Whether there are tables, but no codes in them, although the spec has some."""
        has_none = self._is_read and not self.codes.found and bool(self._spec.codes)
        return has_none and not blocks(self.problems.findings())

    def nothing_read(self) -> Finding:
        """Return the finding that the tables have no codes."""
        message = f"the tables of {self._spec.name} have no rows that could be read"
        help = f"look at the page; {IF_GONE}"
        return Finding("table-empty", message, help, self._binding.tables.place)

    def account(self, *, is_read: bool) -> None:
        """Enter the rows into the ledger, or the tables as a whole if they were not read."""
        name = self._spec.name
        if is_read:
            self._ledger.columns(self._tables, self._binding)
        else:
            for table in self._tables:
                self._ledger.table(table, "left-out", "could not be read", name)
        for read in (*(self._rows if is_read else ()), *self.lines):
            self._ledger.read(read, name)
