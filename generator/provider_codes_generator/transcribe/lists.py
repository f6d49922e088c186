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
from .bindings import Binding, Claims, Gone, Outline, claim
from .ledger import NOWHERE, Ledger, Position, lines_like_rows
from .merge import ListReader, PageList
from .rows import whole_lines


@dataclass(frozen=True, slots=True)
class Transcript:
    """The lists of a provider that a page has, by name, and what became of each of its rows.

    `ignored` has what the spec ignores and the page has. `gone` has the lists without a table.
    """

    lists: dict[str, PageList] = field(default_factory=dict[str, PageList])
    ledger: list[Entry] = field(default_factory=list[Entry])
    findings: list[Finding] = field(default_factory=list[Finding])
    ignored: set[Ignored] = field(default_factory=set[Ignored])
    gone: dict[str, Gone] = field(default_factory=dict[str, Gone])


class Part(NamedTuple):
    """The lists that are bound to one path of a page, as far as they could be read there."""

    readers: dict[str, ListReader]
    claims: Claims
    ledger: Ledger
    is_whole: bool = False


def transcribe(
    code_lists: Sequence[CodeList],
    page: Page,
    file: str,
    ignore: Sequence[Ignored] = (),
    *,
    is_whole: bool = False,
) -> Transcript:
    """Read the lists that are bound to tables of the page; see `read_part` and `join`."""
    return join([read_part(code_lists, page, file, ignore)], code_lists, is_whole=is_whole)


def read_part(
    code_lists: Sequence[CodeList], page: Page, file: str, ignore: Sequence[Ignored]
) -> Part:
    """Read the lists that are bound to tables of the page. `file` is its name in findings."""
    ledger = Ledger(ignore, file, page.tables)
    page = page._replace(tables=tuple(ledger.not_ignored(page.tables)))
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
    for reader in readers.values():
        claims.findings += reader.problems.findings()
    return Part(readers, claims, ledger, page.is_whole)


def unread_part(code_lists: Sequence[CodeList], finding: Finding) -> Part:
    """Return a part that has nothing to read: the finding says why."""
    claims = Claims(Outline(Page((), ())), {})
    if finding.id == "records-not-found":
        names = " and ".join(each.name for each in code_lists)
        finding = replace(finding, message=f"{names}: {finding.message}")
        there = [each for each in code_lists if not each.is_gone]
        claims.gone |= {each.name: Gone(finding, "", bool(each.codes)) for each in there}
    else:
        claims.findings.append(finding)
    return Part({}, claims, Ledger((), ""))


def join(
    parts: Sequence[Part], code_lists: Sequence[CodeList], *, is_whole: bool = False
) -> Transcript:
    """Return the transcript of a page with these parts and lists.

    What the page lacks is removed only if the page `is_whole`, or goes on after its place.
    """
    readers = {name: reader for part in parts for name, reader in part.readers.items()}
    ends = [readers[each.name].end() if each.name in readers else NOWHERE for each in code_lists]
    is_whole = is_whole or any(part.is_whole for part in parts)
    found = Transcript()
    for part in parts:
        for reader in part.readers.values():
            if not is_whole:
                part.claims.findings += reader.keep_doubtful(max(ends, default=NOWHERE))
            reader.account()
        found.findings.extend(part.claims.findings)
        found.ledger.extend(sorted(part.ledger.entries, key=lambda entry: entry.line))
        found.ignored.update(part.ledger.ignored)
        found.gone.update(_gone(code_lists, ends, part.claims, is_whole=is_whole))
    found.lists.update((name, each.page_list()) for name, each in readers.items() if each.is_read)
    return found


def _gone(
    code_lists: Sequence[CodeList], ends: Sequence[Position], claims: Claims, *, is_whole: bool
) -> Iterator[tuple[str, Gone]]:
    """Yield the lists without a table, which is certain if the page goes on after their place."""
    is_whole &= max(ends, default=NOWHERE) > NOWHERE
    for place, name in enumerate(each.name for each in code_lists):
        if gone := claims.gone.get(name):
            is_past = is_whole or max(ends[place:]) > max(ends[:place], default=NOWHERE)
            yield name, gone._replace(is_certain=gone.is_certain and is_past)


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
            claims.gone[name] = Gone(finding)


def _at_path(table: Table) -> Table:
    """Return a table of records with the path that leads to it as its only heading."""
    return table._replace(path=(table.path[-1]._replace(text=table.keys),))
