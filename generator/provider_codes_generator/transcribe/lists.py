"""Reads lists of codes from a page, by the bindings of a spec.

The lists have the codes and groups of the page. A code has no Python name yet, and a
group is named by its id. Anything that could not be read without guessing is a finding.
Its list is then omitted, because an incomplete list cannot be compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import (
    DESCRIPTION,
    FLAGS,
    GROUP,
    NAME,
    NOTHING,
    Alias,
    Code,
    CodeList,
    Erratum,
    Fact,
    FactValue,
    Finding,
    Level,
    Place,
    blocks,
    facts_of,
    set_facts,
)
from ..pages import Cell, Loose, Page, Row, Table, fold, is_number
from .bindings import Binding, claim, headings_there, plain
from .groups import GroupReader
from .rows import Anchors, Fields, read_cells, read_line
from .unbound import Unbound, loose_lines, unbound_line, unbound_tables


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
    """The lists of a provider that a page has, by name."""

    lists: dict[str, PageList]
    unbound: list[Unbound]
    findings: list[Finding]


def transcribe(code_lists: Sequence[CodeList], page: Page, file: str) -> Transcript:
    """Read the lists that are bound to tables of the page.

    `file` is the page's name in findings.
    """
    bindings = [Binding(each, each.tables) for each in code_lists if each.tables]
    claims = claim(page, bindings, file)
    loose = loose_lines(page, bindings, claims)
    lists: dict[str, PageList] = {}
    findings = claims.findings
    for binding in bindings:
        name = binding.code_list.name
        if name not in claims.unsure:
            others = [each for each in code_lists if each is not binding.code_list]
            reader = _ListReader(binding, others, page, file)
            beside = [_row(line) for line, owner in loose if owner is binding]
            reader.read(claims.tables[name], beside)
            page_list = reader.page_list()
            findings += reader.findings
            if not blocks(reader.findings):
                lists[name] = page_list
    quoted = {fold(erratum.page) for erratum in _errata(code_lists)}
    news = [line for line, _ in loose if line.text not in quoted]
    unbound = [*unbound_tables(claims), *map(unbound_line, news)]
    return Transcript(lists, sorted(unbound, key=lambda each: each.line), findings)


def _errata(code_lists: Iterable[CodeList]) -> Iterator[Erratum]:
    for code_list in code_lists:
        for code in code_list.codes:
            if code.erratum:
                yield code.erratum


def _parts(raw: str) -> tuple[str, ...]:
    """Return the cells of a row as the page has them, without optional outer pipes."""
    return tuple(part.strip() for part in fold(raw).strip("| ").split("|"))


def _row(line: Loose) -> Row:
    return Row((Cell(line.text, None, line.text),), line.line, line.text)


class _ListReader:
    """Reads the tables of one list."""

    def __init__(self, binding: Binding, others: Iterable[CodeList], page: Page, file: str) -> None:
        self.findings: list[Finding] = []
        self._binding = binding
        self._spec = binding.code_list
        self._file = file
        self._anchors = Anchors(self._spec, others)
        self._known = {str(code.value): code for code in self._spec.codes}
        self._groups = GroupReader(binding, headings_there(page), file)
        self._codes: list[Code] = []
        self._unnamed: set[str] = set()
        self._errata: defaultdict[tuple[str, ...], list[Code]] = defaultdict(list)
        for code in self._spec.codes:
            if code.erratum:
                self._errata[_parts(code.erratum.page)].append(code)

    def read(self, tables: Iterable[Table], loose: Iterable[Row]) -> None:
        """Read the tables, and the loose lines that errata quote."""
        for table in tables:
            self._read_table(table)
        for row in loose:
            self._read_erratum(row)

    def page_list(self) -> PageList:
        """Return the list as the page has it."""
        fields = {name for name, _ in self._binding.tables.columns}
        if self._binding.has_groups:
            fields.add("group")
        self.findings += self._groups.findings
        if not self._codes and self._spec.codes and not blocks(self.findings):
            message = f"the tables of {self._spec.name} have no rows"
            help = "look at the page; if the list is gone, take it out of the spec by hand"
            place = self._binding.tables.place
            self.findings.append(Finding("table-empty", message, help, place))
        groups = tuple(self._groups.groups.values())
        by_value: defaultdict[str, list[Code]] = defaultdict(list)
        for code in self._codes:
            by_value[str(code.value)].append(code)
        codes = tuple(self._one_code(rows) for rows in by_value.values())
        code_list = replace(self._spec, groups=groups, codes=codes, withdrawn=())
        return PageList(code_list, frozenset(fields), frozenset(self._unnamed))

    def _read_table(self, table: Table) -> None:
        group = None
        if self._binding.has_groups and "group" not in dict(self._binding.tables.columns):
            heading = table.path[-1].text if table.path else ""
            group = self._groups.from_heading(heading, table.intro, table.line)
            if group is None:
                return
        columns = self._binding.columns(table)
        has_more = not table.split and self._binding.has_more(table)
        order = sorted(columns, key=lambda name: columns[name])
        more = len(table.header) - len(set(columns.values())) if table.split else 0
        for row in table.rows:
            if any(cell.text for cell in row.cells) and not self._read_erratum(row, more):
                if table.split:
                    fields = read_cells(row, columns, self._anchors)
                else:
                    fields = read_line(row, order, self._anchors, has_more=has_more)
                self._read_row(row, fields, group, is_split=table.split)

    def _read_erratum(self, row: Row, more: int = 0) -> bool:
        """Read a broken row as the spec says, and return whether the spec has an erratum for it.

        The page may have added `more` columns after those that the spec quotes.
        """
        parts = _parts(row.raw)
        codes = self._errata.get(parts) or self._errata.get(parts[: len(parts) - more], [])
        groups = {group.name: group for group in self._spec.groups}
        for code in codes:
            group = code.group and self._groups.known(groups[code.group])
            self._codes.append(
                replace(
                    code,
                    documented_name=self._spec.documented_name(code),
                    group=group,
                    aliases=(),
                    place=self._place(row.line),
                )
            )
        if codes:
            names = " and ".join(code.name for code in codes)
            message = f"{self._spec.name} has {names} by our reading of the row: {row.raw}"
            self._say("erratum", message, row.line, level="note")
        return bool(codes)

    def _read_row(self, row: Row, fields: Fields, group: str | None, *, is_split: bool) -> None:
        value = self._value(fields.value)
        if value is None:
            texts = {cell.text for cell in row.cells} - {""}
            if not (is_split and len(texts) == 1 and not any(map(str.isdigit, row.raw))):
                message = f"{fields.value or 'nothing'} is no value of {self._spec.name}: {row.raw}"
                help = "if the page is broken there, add an erratum to the code that the row means"
                self._say("row-unreadable", message, row.line, help)
            return
        if "group" in fields.facts:
            group = self._groups.from_cell(fields.facts["group"], row.line)
        name = fields.facts.get("name")
        if not fields.is_split or (not name and "name" in self._spec.documents):
            self._unnamed.add(str(value))
            message = f"the name of {value} cannot be told from its text: {row.raw}"
            help = f"name the code in the spec, below {self._spec.name}, with its documented_name"
            self._say("row-not-split", message, row.line, help, "warning")
        facts = {
            fact: self._fact(fact, fields.facts[fact.name], row)
            for fact in facts_of(self._spec)
            if fact is not GROUP and fact.name in fields.facts
        }
        place = self._place(row.line)
        code = Code(name="", value=value, group=group, links=fields.links, place=place)
        self._codes.append(set_facts(self._spec, code, facts))

    def _value(self, text: str) -> int | str | None:
        if self._spec.values == "int":
            return int(text) if is_number(text) else None
        return text or None

    def _fact(self, fact: Fact, text: str, row: Row) -> FactValue | None:
        """Return the value that a cell states, or None if it states none or cannot be read."""
        if not fact.is_optional:
            return text
        if fact is NAME:
            return text or None
        if plain(text) in NOTHING:
            return None
        if fact.values == "bool":
            return self._flag(fact, text, row)
        if fact.values == "int" and not is_number(text):
            message = f"{text} is not a whole number: {row.raw}"
            help = f"bind {fact.name} to another column, or declare it as str"
            self._say("number-unreadable", message, row.line, help)
            return None
        return int(text) if fact.values == "int" else text

    def _flag(self, fact: Fact, text: str, row: Row) -> bool | None:
        flag = FLAGS.get(plain(text))
        if flag is None:
            message = f"{text} is neither true nor false: {row.raw}"
            help = f"bind {fact.name} to another column"
            self._say("flag-unreadable", message, row.line, help)
        return flag

    # Codes that the page has more than once

    def _one_code(self, rows: Sequence[Code]) -> Code:
        """Return one code for all rows of a value. The other rows become its aliases."""
        if len(rows) == 1:
            return rows[0]
        if whole := [row for row in rows if row.erratum is None]:
            rows = whole
        first = self._main(rows)
        aliases: dict[str, Alias] = {}
        for row in rows:
            if row is first:
                continue
            is_alias = row.documented_name not in (None, first.documented_name)
            if is_alias and row.documented_name:
                name, text = row.documented_name, row.description
                aliases.setdefault(name, Alias(name="", documented_name=name, description=text))
            # An alias has its own name and description.
            shared = [
                each
                for each in facts_of(self._spec)
                if each not in (NAME, *[DESCRIPTION] * is_alias)
            ]
            if any(each.of(self._spec, row) != each.of(self._spec, first) for each in shared):
                message = f"the page has {row.value} twice, and not alike; the other is on line "
                help = "the row that is like the spec counts, or else the first"
                line = row.place.line
                self._say("row-twice", f"{message}{first.place.line}", line, help, "warning")
        return replace(first, aliases=tuple(aliases.values()))

    def _main(self, rows: Sequence[Code]) -> Code:
        """Return the row that represents the code: the one that the spec has, or the first."""
        known = self._known.get(str(rows[0].value))
        if known is None or len(rows) == 1:
            return rows[0]
        name = self._spec.documented_name(known)
        others = {self._spec.documented_alias(alias) for alias in known.aliases}
        for alike in (
            [row for row in rows if row.documented_name == name],
            [row for row in rows if row.documented_name not in others],
        ):
            if alike:
                return next(
                    (row for row in alike if row.description == known.description), alike[0]
                )
        return rows[0]

    def _place(self, line: int) -> Place:
        return Place(self._file, line)

    def _say(
        self, id: str, message: str, line: int, help: str = "", level: Level = "error"
    ) -> None:
        self.findings.append(Finding(id, message, help, self._place(line), level))
