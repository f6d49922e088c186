"""Drafts a first spec from the page of a new provider, for a person to review.

Every table that looks like codes becomes a list, bound to the heading above it. Tables with one
header are read alike, wherever they stand. Two tables are one list only if a binding finds them
together and no value means two things.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..model import (
    NAME,
    Code,
    CodeList,
    Document,
    Fact,
    ListFact,
    Provider,
    Tables,
    ValueType,
    facts_of,
    names,
)
from ..pages import (
    Page,
    Table,
    column_of_codes,
    first_word,
    is_code,
    is_identifier,
    is_number,
    value_and_name,
)
from .bindings import Binding, claim, plain
from .columns import choose_columns, choose_facts
from .follow import follow
from .lists import Transcript, transcribe
from .places import Place, Places
from .propose import ListNames


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person decided about the draft.

    The columns of the built-in facts and of further ones, the path of the records, the heading
    above the tables, and the name of the list.
    """

    columns: Mapping[str, str] = field(default_factory=dict[str, str])
    facts: Mapping[str, str] = field(default_factory=dict[str, str])
    path: str | None = None
    heading: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class _Draft:
    """A list: its tables, what it is bound to, and the facts that its columns hold."""

    place: Place
    tables: Sequence[Table]
    columns: Mapping[str, str]
    facts: Sequence[ListFact]
    values: ValueType
    position: int | None = None


def draft(
    provider: Provider, page: Page, document: Document, file: str, wanted: Wanted = Wanted()
) -> tuple[Provider, Transcript]:
    """Return the provider with a list for every table of codes on the page, and what was read.

    The provider may have lists already, which stay unchanged. Tables that belong to one of them
    are left to it. `file` is the page's name in findings.
    """
    if document not in provider.documents:
        provider = replace(provider, documents=(*provider.documents, document))
    list_names = ListNames(each.name for each in provider.lists)
    bound = [
        Binding(each, each.tables)
        for each in provider.lists
        if each.tables and each.document == document.name and each.tables.path == wanted.path
    ]
    drafts = _drafts(page, wanted, bound)
    lists = _code_lists(drafts, page.title or document.title, document, wanted, list_names)
    transcript = transcribe(lists, page, file)
    # Which facts all codes of a list have is known only after the codes have been read.
    provider = replace(provider, lists=(*provider.lists, *_with_facts(lists, transcript)))
    return follow(provider, {document.name: transcript}, document.retrieved), transcript


def _drafts(page: Page, wanted: Wanted, bound: Sequence[Binding]) -> list[_Draft]:
    taken = {id(each) for tables in claim(page, bound, "").tables.values() for each in tables}
    alike: dict[tuple[str, ...], list[Table]] = {}
    for table in page.tables:
        if table.rows and id(table) not in taken and _is_below(table, wanted.heading):
            alike.setdefault(tuple(map(plain, table.header)), []).append(table)
    places = Places(page)
    found: list[_Draft] = []
    for tables in alike.values():
        if columns := _columns(tables, wanted):
            facts = choose_facts(tables, columns, wanted.facts)
            by_place: dict[Place, list[Table]] = {}
            for table in tables:
                by_place.setdefault(places.of(table), []).append(table)
            found += [
                _Draft(place, each, columns, facts, _value_type(each, tables, columns["value"]))
                for place, together in by_place.items()
                for each in _parted(together, columns)
            ]
    positioned = _positioned(found, page, places, wanted, bound)
    return sorted(positioned, key=lambda each: each.tables[0].line)


def _positioned(
    drafts: Sequence[_Draft],
    page: Page,
    places: Places,
    wanted: Wanted,
    bound: Sequence[Binding],
) -> Iterator[_Draft]:
    """Bind by position what the headings and columns alone would not tell apart."""
    # A space keeps these names apart from those of lists.
    bindings = [
        Binding(
            CodeList(name=f"draft {number}", title="", values="int", codes=()),
            _tables(each, wanted),
        )
        for number, each in enumerate(drafts)
    ]
    claims = claim(page, [*bound, *bindings], "")
    for each, binding in zip(drafts, bindings, strict=True):
        if list(map(id, claims.tables[binding.code_list.name])) == list(map(id, each.tables)):
            yield each
        else:
            for table in each.tables:
                yield replace(each, tables=[table], position=places.position(table, binding))


def _is_below(table: Table, heading: str | None) -> bool:
    return heading is None or any(plain(each.text) == plain(heading) for each in table.path)


def _columns(tables: Sequence[Table], wanted: Wanted) -> Mapping[str, str] | None:
    """Return what the columns of the tables hold, or None if no column holds codes."""
    if wanted.columns:
        there = set(map(plain, tables[0].header))
        asked = [*wanted.columns.values(), *wanted.facts.values()]
        return wanted.columns if there.issuperset(map(plain, asked)) else None
    column = column_of_codes(*tables)
    if column is None or not tables[0].header[column]:
        return None
    return choose_columns(tables)


def _parted(tables: Sequence[Table], columns: Mapping[str, str]) -> list[list[Table]]:
    """Return the tables together, or each alone if a value would mean two things."""
    meanings: dict[str, object] = {}
    for table in tables:
        mine = dict(_rows(table, columns))
        if any(meanings.get(value, row) != row for value, row in mine.items()):
            return [[table] for table in tables]
        meanings |= mine
    return [list(tables)]


def _rows(table: Table, columns: Mapping[str, str]) -> Iterable[tuple[str, object]]:
    """Yield the value and the texts of each row."""
    for value, row in zip(_values(table, columns), table.rows, strict=True):
        yield value, [cell.text for cell in row.cells]


def _values(table: Table, columns: Mapping[str, str]) -> list[str]:
    if not table.split:
        return [first_word(row.cells[0].text) for row in table.rows]
    place = list(map(plain, table.header)).index(plain(columns["value"]))
    return [row.cells[place].text for row in table.rows]


def _code_lists(
    drafts: Sequence[_Draft],
    title: str,
    document: Document,
    wanted: Wanted,
    list_names: ListNames,
) -> list[CodeList]:
    """Return the lists of the drafts. `title` is that of a list below no heading."""
    headings = [each.place.heading or (title,) for each in drafts]
    times = Counter(plain(path[-1]) for path in headings)
    return [
        CodeList(
            name=wanted.name or list_names.new(path, is_alone=times[plain(path[-1])] == 1),
            title=path[-1],
            document=document.name,
            values=found.values,
            facts=tuple(found.facts),
            tables=_tables(found, wanted),
            group_values="str" if "group" in found.columns else "int",
            codes=_anchors(found.tables, found.columns),
        )
        for found, path in zip(drafts, headings, strict=True)
    ]


def _tables(found: _Draft, wanted: Wanted) -> Tables:
    group = found.place.group
    keys = ".".join(heading.text for heading in found.tables[0].path)
    return Tables(
        # The headings of records are the keys of their path. More of them lead to each table.
        heading=() if keys == wanted.path else found.place.heading,
        position=found.position,
        path=wanted.path,
        group=(group,) if group else (),
        columns=(*found.columns.items(), *((fact.name, fact.title) for fact in found.facts)),
    )


def _value_type(tables: Sequence[Table], alike: Sequence[Table], value: str) -> ValueType:
    """Return `int` if nine values in ten are whole numbers. The others are reported.

    In a short list, half is enough if they are among all tables with its header.
    """
    share = _share_of_numbers(tables, value)
    is_int = share >= 0.9 or (share >= 0.5 and _share_of_numbers(alike, value) >= 0.9)
    return "int" if is_int else "str"


def _share_of_numbers(tables: Sequence[Table], value: str) -> float:
    cells = [cell for table in tables for cell in _values(table, {"value": value})]
    codes = [_bare_value(cell) for cell in cells if is_code(cell)]
    return sum(map(is_number, codes)) / len(codes) if codes else 0


def _bare_value(text: str) -> str:
    parts = value_and_name(text)
    return parts[0] if parts else text


def _anchors(tables: Sequence[Table], columns: Mapping[str, str]) -> tuple[Code, ...]:
    """Return codes to split lines by, if every line of plain text has an identifier as its name."""
    order = list(columns)
    if "name" not in columns or any(table.split for table in tables):
        return ()
    lines = [row.cells[0].text.split(" ") for table in tables for row in table.rows]
    place = order.index("name")
    if not all(len(words) > place + 1 and is_identifier(words[place]) for words in lines):
        return ()
    anchors = {
        words[0]: Code(
            name=names.suggest(words[place]),
            value=int(words[0]) if is_number(words[0]) else words[0],
            documented_name=words[place],
        )
        for words in lines
    }
    return tuple(anchors.values())


# What the codes of a list have in common


def _with_facts(lists: Iterable[CodeList], transcript: Transcript) -> Iterator[CodeList]:
    """Yield the lists that could be read. Each documents the facts that all its codes have."""
    for code_list in lists:
        if page := transcript.lists.get(code_list.name):
            codes = page.code_list.codes
            documents = tuple(
                fact.name
                for fact in facts_of(code_list)
                if fact.is_optional and all(_states(code_list, fact, code) for code in codes)
            )
            codes = tuple(map(_bare, code_list.codes)) if "name" in documents else code_list.codes
            yield replace(code_list, documents=documents, codes=codes)


def _states(code_list: CodeList, fact: Fact, code: Code) -> bool:
    """Whether a code of a page has the fact. Such a code has no Python name yet."""
    value = code.documented_name if fact is NAME else fact.of(code_list, code)
    return value is not None


def _bare(code: Code) -> Code:
    """Return the code without a documented name that repeats its key."""
    return replace(code, documented_name=None) if code.documented_name == code.name else code
