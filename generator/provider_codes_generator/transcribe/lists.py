"""Reads lists of codes from a page, by the bindings of a spec.

The lists have the codes and groups of the page. A code has no Python name yet, unless it is kept
from the spec, and a group is named by its id. What could not be read is in the ledger. A list with
an error is omitted, because it cannot be compared.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..changes import identity
from ..model import CodeList, Document, Entry, Finding, Ignored, Provider, blocks
from ..pages import Page, Table
from .bindings import Binding
from .claims import Claims, Gone, claim
from .ignores import Ignores
from .ledger import BEFORE_PAGE, Ledger, Position
from .list_reader import ListReader


class Transcript(NamedTuple):
    """The lists of a provider as a page has them, by name, and what became of each of its rows.

    `gone` has the lists without a table, and `unbound` the tables of codes without a list. The page
    `is_clear` if no list is in error. Only then may the unbound tables be new.
    """

    lists: dict[str, CodeList]
    ledger: list[Entry]
    findings: list[Finding]
    gone: dict[str, Gone]
    unbound: list[Table]
    is_clear: bool


def transcribe(
    code_lists: Sequence[CodeList],
    page: Page,
    ignore: Sequence[Ignored] = (),
    new: Sequence[CodeList] = (),
) -> Transcript:
    """Read the lists that are bound to tables of the page.

    A code that the page lacks is removed only if the page is whole, or if rows of these lists
    follow the place of the code, even in `new` lists.
    """
    ignores = Ignores(ignore)
    ledger = Ledger(ignores.without(page), ignores)
    ignored = ledger.add_ignored(page.tables)
    bindings = list(map(Binding, (*code_lists, *new)))
    claims = claim(ledger.page, bindings, ignored)
    unbound = ledger.add_unbound(claims.left_out)
    for table in claims.remarks:
        ledger.add_table(table, "left-out", "repeats codes of its list")
    readers = _read(bindings, claims, ledger)
    ends = [readers[each.name].end(each.codes) for each in code_lists]
    last = max((*ends, *_ends_of_moved(code_lists, new, readers)), default=BEFORE_PAGE)
    findings = list(claims.findings)
    for reader in readers.values():
        findings += reader.problems.findings()
    is_clear = not blocks(findings)
    for reader in readers.values():
        if not page.is_whole:
            findings += reader.keep_doubtful(last)
        reader.account()
    return Transcript(
        {name: each.code_list() for name, each in readers.items() if each.is_read},
        sorted(ledger.entries, key=lambda entry: entry.line),
        findings,
        dict(_gone(code_lists, ends, claims, is_whole=page.is_whole)),
        unbound,
        is_clear,
    )


def bound_to(provider: Provider, document: Document) -> list[CodeList]:
    """Return the lists that are bound to tables of a document."""
    names = (document.name, None) if len(provider.documents) == 1 else (document.name,)
    return [each for each in provider.lists if each.tables and each.document in names]


def _read(bindings: Sequence[Binding], claims: Claims, ledger: Ledger) -> dict[str, ListReader]:
    """Read each list that has a table. A list whose tables have no codes is gone."""
    lines = ledger.lines_like_rows(claims.outline, bindings)
    readers: dict[str, ListReader] = {}
    for each in bindings:
        name, tables = each.name, claims.tables[each.name]
        reader = readers[name] = ListReader(each, tables, lines[name], ledger)
        is_known = name not in claims.unsure and name not in claims.gone
        if is_known and (finding := reader.read_list()):
            claims.gone[name] = Gone(each.code_list, finding)
    return readers


def _ends_of_moved(
    code_lists: Iterable[CodeList], new: Iterable[CodeList], readers: Mapping[str, ListReader]
) -> Iterator[Position]:
    """Yield, for each new list, the end of the codes that surely come from the other lists."""
    known = {identity(code) for each in code_lists for code in each.codes} - {None}
    for reader in (readers[each.name] for each in new):
        yield reader.end(code for code in reader.code_list().codes if identity(code) in known)


def _gone(
    code_lists: Sequence[CodeList], ends: Sequence[Position], claims: Claims, *, is_whole: bool
) -> Iterator[tuple[str, Gone]]:
    """Yield the lists without a table. One is surely gone if the page goes on after its place."""
    is_whole &= max(ends, default=BEFORE_PAGE) > BEFORE_PAGE
    for place, name in enumerate(each.name for each in code_lists):
        if gone := claims.gone.get(name):
            is_past = is_whole or max(ends[place:]) > max(ends[:place], default=BEFORE_PAGE)
            yield name, gone._replace(is_certain=gone.is_certain and is_past)
