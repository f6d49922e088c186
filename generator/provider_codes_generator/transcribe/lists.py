"""Reads lists of codes from a page, by the bindings of a spec.

The lists have the codes and groups of the page. A code has no Python name yet, unless it stays as
it is in the spec, and a group is named by its id. What could not be read is in the ledger. A list
with an error is omitted, because it cannot be compared.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ..model import CodeList, Entry, Finding, Ignored
from ..pages import Page, Table
from .bindings import Binding, Claims, Outline, claim
from .ledger import Ledger, lines_like_rows
from .merge import ListReader, PageList
from .rows import whole_lines


class Gone(NamedTuple):
    """A list that has no table on the page, with the finding that says so, and what is there.

    It is certain if the page has other lists, but not the headings of this one, and has not lost
    it: it is whole, or goes on after its place.
    """

    finding: Finding
    there: str
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Transcript:
    """The lists of a provider that a page has, by name, and what became of each of its rows.

    `ignored` has what the spec ignores and the page has. `gone` has the lists without a table.
    """

    lists: dict[str, PageList]
    ledger: list[Entry]
    findings: list[Finding]
    ignored: set[Ignored] = field(default_factory=set[Ignored])
    gone: dict[str, Gone] = field(default_factory=dict[str, Gone])

    def add(self, other: "Transcript") -> None:
        """Add what was read at another path of the page."""
        self.lists.update(other.lists)
        self.ledger.extend(other.ledger)
        self.findings.extend(other.findings)
        self.ignored.update(other.ignored)
        self.gone.update(other.gone)


def transcribe(
    code_lists: Sequence[CodeList],
    page: Page,
    file: str,
    ignore: Sequence[Ignored] = (),
    *,
    is_whole: bool = False,
    accept_removals: bool = False,
) -> Transcript:
    """Read the lists that are bound to tables of the page.

    `file` is the page's name in findings. A code that the page lacks is removed only if the page
    `is_whole`, or goes on after the place of the code, or if `accept_removals`.
    """
    ledger = Ledger(ignore, file)
    page = replace(page, tables=tuple(ledger.not_ignored(page.tables)))
    bindings = [Binding(each, each.tables) for each in code_lists if each.tables]
    claims = claim(page, bindings, file)
    elsewhere = ((_at_path(table), "") for table in ledger.not_ignored(page.elsewhere))
    ledger.left_out([*claims.left_out, *elsewhere])
    everywhere = whole_lines(code_lists)
    readers = {
        each.name: ListReader(each, claims.tables[each.name], everywhere, page, ledger)
        for each in bindings
    }
    _share_lines(code_lists, page, claims.outline, readers, ledger)
    _read_lists(readers, claims)
    ends = [reader.end() for reader in readers.values()]
    is_whole = is_whole or page.is_whole
    for reader in readers.values():
        if not (is_whole or accept_removals):
            claims.findings += reader.keep_doubtful(max(ends))
        claims.findings += reader.problems.findings()
        reader.account()
    ledger.entries.sort(key=lambda entry: entry.line)
    lists = {name: reader.page_list() for name, reader in readers.items() if reader.is_read}
    gone = dict(_gone(list(readers), ends, claims, is_whole=is_whole))
    return Transcript(lists, ledger.entries, claims.findings, ledger.ignored, gone)


def _gone(
    names: Sequence[str], ends: Sequence[int], claims: Claims, *, is_whole: bool
) -> Iterator[tuple[str, Gone]]:
    """Yield the lists without a table, which is certain if the page goes on after their place."""
    for place, name in enumerate(names):
        if name in claims.gone:
            is_past = max(ends[place:]) > max(ends[:place], default=0) or (is_whole and any(ends))
            yield name, Gone(*claims.gone[name], is_past and name in claims.traceless)


def _share_lines(
    code_lists: Sequence[CodeList],
    page: Page,
    outline: Outline,
    readers: Mapping[str, ListReader],
    ledger: Ledger,
) -> None:
    """Give the lines outside the tables that look like rows to their lists, or to the ledger."""
    errata = [code for each in code_lists for code in each.codes if code.erratum]
    for line, owner in lines_like_rows(page, outline, errata):
        read = ledger.outside(line)
        if owner:
            readers[owner].lines.append(read)
        else:
            ledger.read(read)


def _read_lists(readers: Mapping[str, ListReader], claims: Claims) -> None:
    """Read each list that has a table; one whose table has no codes is gone."""
    for name, reader in readers.items():
        is_known = name not in claims.unsure and name not in claims.gone
        if is_known and (finding := reader.read_list()):
            claims.gone[name] = finding, ""


def _at_path(table: Table) -> Table:
    """Return a table of records with the path that leads to it as its only heading."""
    return replace(table, path=(replace(table.path[-1], text=table.keys),))
