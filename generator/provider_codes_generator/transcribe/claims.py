"""Finds the list that each table of the page belongs to, and the lists without a table."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import NamedTuple

from ..changes import grouped
from ..model import Code, CodeList, Finding, Place
from ..pages import CODES, TERM, TERMS, Page, Table, column_of_codes, hint_in, in_file
from .bindings import Binding, uniform
from .outline import Outline, Spot, heading_texts

# The most headings, tables or lists that a finding names.
_MOST = 40

# A longer text above a table is not its title.
_LONGEST_TITLE = 60


class Gone(NamedTuple):
    """A list without a table on the page, the finding that says so, and what the page has instead.

    It `is_certain` if the page is whole, and has no trace of the list, such as its headings.
    """

    code_list: CodeList
    finding: Finding
    on_page: str = ""
    is_certain: bool = False


class Claims:
    """The tables of each list, and the tables of no list."""

    def __init__(
        self, page: Page, bindings: Sequence[Binding], ignored: Sequence[Table] = ()
    ) -> None:
        """`page` has no tables that the spec ignores."""
        self._page = page
        self._ignored = ignored
        self.outline = Outline(page, bindings)
        self.tables: dict[str, list[Table]] = {binding.name: [] for binding in bindings}
        # Tables are left out after all others are assigned.
        self._values = cache(self._values_at)
        # Tables of no list, each with the reason.
        self.left_out: list[tuple[Table, str]] = []
        # Lines that repeat codes of their list.
        self.remarks: list[Table] = []
        unread = {
            path: each for path, each in page.missing.items() if each.id != "records-not-found"
        }
        self.findings = [in_file(each, page.file) for each in unread.values()]
        # Lists whose tables were not all found. They are not compared with the spec.
        self.unsure = {each.name for each in bindings if each.tables.path in unread}
        self.gone: dict[str, Gone] = {}

    def _report(self, id: str, message: str, help: str, table: Table) -> None:
        self.findings.append(Finding(id, message, help, Place(self._page.file, table.line)))

    def assign(self, table: Table, fitting: Sequence[Spot]) -> None:
        """Assign a table that has the columns of some lists to those bound to the most headings."""
        found = [(len(spot.binding.headings), spot.number_and_owners(table)) for spot in fitting]
        most = max((number for number, names in found if names), default=0)
        chosen = [name for number, names in found if number == most for name in names]
        if len(chosen) == 1:
            self.tables[chosen[0]].append(table)
            return
        if chosen:
            self.unsure.update(chosen)
            reason = f"the table {where(table)} is bound to {' and '.join(chosen[:_MOST])}"
            help = (
                "bind each list to a heading of its own; if the page has joined them, bind only one"
            )
            help = f"{help}, and withdraw the other; {headings_there(self._page)}"
            self._report("table-claimed-twice", reason, help, table)
        else:
            names = [name for spot in fitting for name in spot.names]
            verb = "are" if names[1:] else "is"
            reason = f"{' and '.join(names)} {verb} bound to another position"
        self.left_out.append((table, reason))

    def leave_out(self, table: Table, spots: Sequence[Spot]) -> None:
        """Account for a table without the columns of the lists that are bound above it."""
        if {*CODES, *TERMS}.issuperset(table.header):
            column = column_of_codes(table) or 0
            texts = {row.cells[column].text for row in table.rows}
            if any(texts <= self._values(spot) for spot in spots):
                self.remarks.append(table)
                return
        reason = ""
        if any(self._may_have(spot, table) for spot in spots):
            for spot in spots:
                self.unsure.update(spot.names)
            name, missing = spots[0].names[0], ", ".join(spots[0].binding.missing(table))
            reason = f"the table {where(table)} has no column {missing}, to which {name} is bound"
            columns = ", ".join(table.header)
            help = f"its columns are: {columns}; change columns of {name} in the spec"
            self._report("column-missing", reason, help, table)
        self.left_out.append((table, reason))

    def _values_at(self, spot: Spot) -> set[str]:
        own = (table for name in spot.names for table in self.tables[name])
        return set(chain.from_iterable(map(spot.binding.values, own)))

    def _may_have(self, spot: Spot, table: Table) -> bool:
        """Whether a table without the columns has values of the spec that are in no own table."""
        left = {str(code.value) for code in spot.binding.code_list.codes} - self._values(spot)
        has_some = not left.isdisjoint(text for row in table.rows for text in row.texts)
        return has_some and column_of_codes(table) is not None

    def keep(self, name: str, own: list[Table], reason: str) -> None:
        """Leave out all tables of a list except its own."""
        kept = set(map(id, own))
        self.left_out += [(each, reason) for each in self.tables[name] if id(each) not in kept]
        self.tables[name] = own

    def why_gone(self, binding: Binding) -> Gone:
        """Return why a list has no table. A list that `update` has yet to fill is never gone."""
        page, name, place = self._page, binding.name, binding.tables.place
        codes = binding.code_list.codes
        left_out = (table for table, _ in self.left_out)
        is_certain = bool(codes) and not any(map(_holds_most(codes), left_out))
        if missing := page.missing.get(binding.tables.path):
            missing = replace(in_file(missing, page.file), message=f"{name}: {missing.message}")
            return Gone(binding.code_list, missing, is_certain=is_certain)
        is_certain &= not (self.unsure or self.outline.has(binding.headings))
        wanted = " > ".join(binding.tables.heading)
        spot = self.outline.spots[name]
        fitting = (each for each in self._ignored if not binding.missing(each))
        if any(spot in self.outline.owners(each) for each in fitting):
            message = f"an entry of ignore hides the table of {name}"
            hidden = Finding("table-not-found", message, "remove the entry", place)
            return Gone(binding.code_list, hidden)
        if spot.below or not wanted:
            id, on_page = "table-not-found", tables_there(spot.below or page.tables)
            columns = ", ".join(dict.fromkeys(dict(binding.tables.columns).values()))
            message = f"{name} finds no table with the columns {columns} on the page"
        else:
            on_page = headings_there(page)
            on_page = on_page if page.headings else f"{tables_there(page.tables)}; {on_page}"
            id = "heading-not-found"
            message = f"{name} is bound to the heading {wanted}, below which the page has no table"
        return Gone(binding.code_list, Finding(id, message, "", place), on_page, is_certain)


def claim(page: Page, bindings: Sequence[Binding], ignored: Sequence[Table] = ()) -> Claims:
    """Assign the tables of the page to the lists, except those that the spec ignores."""
    claims = Claims(page, bindings, ignored)
    others: list[tuple[Table, list[Spot]]] = []
    for table in page.tables:
        spots = claims.outline.owners(table)
        for spot in spots:
            spot.below.append(table)
        if fitting := [spot for spot in spots if not spot.binding.missing(table)]:
            claims.assign(table, fitting)
        else:
            others.append((table, spots))
    for table, spots in others:
        claims.leave_out(table, spots)
    for binding in bindings:
        name, spot = binding.name, claims.outline.spots[binding.name]
        if len(claims.tables[name]) > 1:
            own = _in_one_section(binding, claims.tables[name], claims.outline)
            claims.keep(name, own, f"{name} is bound to another section")
            own = _without_other_codes(binding, claims.tables[name])
            claims.keep(name, own, f"{name} has its values in another table")
        if name not in claims.unsure and (moved := _moved_away(binding, claims.tables[name], spot)):
            claims.findings.append(moved)
            claims.unsure.update(spot.names)
        if not (claims.tables[name] or name in claims.unsure):
            claims.gone[name] = claims.why_gone(binding)
    return claims


def _in_one_section(binding: Binding, tables: list[Table], outline: Outline) -> list[Table]:
    """Return the tables of the section with codes of the list, if its heading repeats."""

    def outside(table: Table) -> Hashable:
        texts = outline.above(table.path)
        return tuple(texts[: texts.index(binding.headings[-1])])

    sections = grouped(tables, outside) if binding.headings else []
    has_text = _has_text(binding.code_list.codes)
    own = [section for section in sections if any(map(has_text, section))]
    return own[0] if len(own) == 1 else tables


def _without_other_codes(binding: Binding, tables: list[Table]) -> list[Table]:
    """Return the tables without those whose values have other meanings in tables with known texts."""
    known = list(filter(_has_text(binding.code_list.codes), tables))
    taken = set(chain.from_iterable(map(binding.values, known)))
    own = set(map(id, known))
    return [each for each in tables if id(each) in own or taken.isdisjoint(binding.values(each))]


def _moved_away(binding: Binding, own: Iterable[Table], spot: Spot) -> Finding | None:
    """Report that most codes of a list are at another position than its `own` tables."""
    if not (binding.tables.position and binding.code_list.codes):
        return None
    has_most = _holds_most(binding.code_list.codes)
    fitting = (each for each in spot.below if id(each) in spot.fitting)
    moved = None if any(map(has_most, own)) else next(filter(has_most, fitting), None)
    if moved is None:
        return None
    before, now = binding.tables.position, spot.fitting[id(moved)]
    message = f"{binding.name} is bound to position {before}, but most of its codes are at {now}"
    help = "change the positions of the lists that are bound to the same heading"
    return Finding("table-moved", message, help, binding.tables.place)


def _has_text(codes: Iterable[Code]) -> Callable[[Table], bool]:
    """Return a check that a table has a name or a description of one of the codes."""
    known = {text for code in codes for text in _texts(code)}
    return lambda table: not all(known.isdisjoint(row.texts) for row in table.rows)


def _holds_most(codes: Sequence[Code]) -> Callable[[Table], bool]:
    """Return a check that a table has most of the codes, with their names or descriptions."""
    texts = {str(code.value): set(_texts(code)) for code in codes}

    def has_most(table: Table) -> bool:
        rows = (set(row.texts) for row in table.rows)
        found = (any(not row.isdisjoint(texts.get(each, ())) for each in row) for row in rows)
        return sum(found) * 2 > len(codes) > 0

    return has_most


def _texts(code: Code) -> Iterable[str]:
    return filter(None, (code.documented_name, code.description))


def alike(tables: Iterable[Table]) -> list[list[Table]]:
    """Return groups of tables that are read alike."""
    return grouped(tables, _header_of)


def _header_of(table: Table) -> Hashable:
    """Return what tables read alike have in common: the header, and what it says about codes."""
    header = tuple(map(uniform, table.header))
    # All lists of definitions have the same header, even those without codes in other sections.
    section = heading_texts(table.path) if header[0] == TERM else ()
    return header, hint_in(table.header[0], table), section


def where(table: Table) -> str:
    return f"below {table.path[-1].text}" if table.path else "without a heading"


def tables_there(tables: Sequence[Table]) -> str:
    """List tables by their columns and short texts above them, for the help of a finding."""
    texts: list[str] = []
    for table in tables:
        header = " | ".join(table.header)
        has_title = not table.path and 0 < len(table.intro) <= _LONGEST_TITLE
        texts.append(f"{table.intro} ({header})" if has_title else header)
    return f"tables there: {_listed(texts, '; ')}"


def headings_there(page: Page) -> str:
    """List the headings of the page, for the help of a finding."""
    if page.tables and not page.headings:
        return "the page has no headings: write position instead of heading"
    return f"headings there: {_listed([heading.text for heading in page.headings], ', ')}"


def _listed(texts: Iterable[str], between: str) -> str:
    different = list(dict.fromkeys(texts))
    more = " ..." if len(different) > _MOST else ""
    return f"{between.join(different[:_MOST]) or 'none'}{more}"
