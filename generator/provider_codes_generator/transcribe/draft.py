"""Drafts a first spec from the page of a new provider, for a person to review.

Every table that looks like codes becomes a list, bound to the heading above it. The cells
and the header of a column decide its field. Other columns that all tables of the list have
become facts of the list's own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import (
    FLAGS,
    NAME,
    NOTHING,
    Code,
    CodeList,
    Document,
    Fact,
    FactType,
    Finding,
    ListFact,
    Place,
    Provider,
    Tables,
    ValueType,
    facts_of,
    names,
)
from ..pages import Page, Table, column_of_codes, first_word, is_identifier, is_number
from .bindings import plain, where
from .lists import Transcript

DOCUMENT = "codes"

# In `PENDING (group id: 1) - status codes`, the parentheses hold the id of a group.
_GROUP = re.compile(
    r"(?P<name>[^()]+?) ?\((?P<label>(?=[^():]*[^():\d])[^():]++): ?-?\d+\)(?P<tail>.*)"
)
_NAME_HEADER = re.compile(r"name|status|error|text|title|code|type|reason")
# The surest first: `Status Text` is a description only if no other header is a better match.
_TEXT_HEADERS = ("descri", "meaning|explan", "message|detail|reason|comment", "text")
_VALUE_WORDS = frozenset({"code", "codes", "id", "number", "no", "value"})
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class _Place:
    """What a list is bound to: a heading, and the pattern of its group headings."""

    heading: tuple[str, ...]
    group: str | None

    def is_like(self, other: "_Place") -> bool:
        """Whether bindings to the two places would match the same headings."""
        return list(map(plain, self.heading)) == list(map(plain, other.heading)) and (
            self.group == other.group
        )


@dataclass(slots=True)
class _Draft:
    """The tables of one list: those below its heading that have the columns of the first."""

    place: _Place
    tables: list[Table]

    def takes(self, table: Table) -> bool:
        """Whether the table belongs to this list, because no binding could separate the two."""
        mine, its = _headers(self.tables[0]), _headers(table)
        if mine == its:
            return True
        return _bound(self.tables[0]) <= its or _bound(table) <= mine

    def columns(self) -> dict[str, str]:
        """Return the columns that all its tables have, and always the column of values."""
        alike: dict[tuple[str, ...], list[Table]] = {}
        for table in self.tables:
            alike.setdefault(table.header, []).append(table)
        found = [_columns(_joined(tables)) for tables in alike.values()]
        if not self.tables[0].split:
            return found[0]
        # Another table may lack the first table's column of values and have one that all share.
        chosen = next((each for each in found if self._all_have(each["value"])), found[0])
        return {
            name: header
            for name, header in chosen.items()
            if name == "value" or self._all_have(header)
        }

    def facts(self, columns: Mapping[str, str]) -> tuple[ListFact, ...]:
        """Return a fact of the list's own for every further column that all its tables have."""
        if not self.tables[0].split:
            return ()
        bound = set(map(plain, columns.values()))
        facts: dict[str, ListFact] = {}
        for header in self.tables[0].header:
            if header and plain(header) not in bound and self._all_have(header):
                cells = [cell for table in self.tables for cell in _under(table, header)]
                values = _fact_type(cells)
                base = names.suggest_fact(header, values)
                name, number = base, 2
                while name in facts:
                    name, number = f"{base}_{number}", number + 1
                facts[name] = ListFact(name=name, values=values, title=header)
        return tuple(facts.values())

    def _all_have(self, header: str) -> bool:
        headers = (list(map(plain, each.header)) for each in self.tables)
        return all(each.count(plain(header)) == 1 for each in headers)


def _joined(tables: Sequence[Table]) -> Table:
    """Return the first table with the rows of all."""
    return replace(tables[0], rows=tuple(row for table in tables for row in table.rows))


def _headers(table: Table) -> set[str]:
    return set(map(plain, table.header))


def _bound(table: Table) -> set[str]:
    """Return the columns that a list of the table would be bound to."""
    return set(map(plain, _columns(table).values()))


def draft(
    slug: str, title: str, page: Page, document: Document, path: str | None = None
) -> Provider:
    """Return a provider with a bound list for every table of codes on the page.

    The lists have no codes yet, except those that split lines of plain text. `path` says where
    the records are, on a page of records.
    """
    drafts: list[_Draft] = []
    for table in page.tables:
        if _can_be_bound(table):
            place = _place(table, page)
            same = (each for each in drafts if each.place.is_like(place) and each.takes(table))
            found = next(same, None)
            if found is None:
                drafts.append(_Draft(place, [table]))
            else:
                found.tables.append(table)
    taken: set[str] = set()
    lists = [_code_list(each, taken, document, path) for each in drafts]
    return Provider(provider=slug, title=title, documents=(document,), lists=tuple(lists))


def without_header(page: Page, file: str) -> Iterator[Finding]:
    """Report tables of codes that have no list in the draft.

    `file` is the page's name in findings.
    """
    for table in page.tables:
        if column_of_codes(table) is not None and not _can_be_bound(table):
            message = f"the column of codes has no header in the table {where(table)}"
            help = "give it one in the file, so that a list can be bound to it"
            yield Finding("header-missing", message, help, Place(file, table.line), "warning")


def _can_be_bound(table: Table) -> bool:
    """Whether it is a table of codes whose column of codes has a header."""
    column = column_of_codes(table)
    return column is not None and table.header[column] != ""


def with_facts(provider: Provider, transcript: Transcript) -> Provider:
    """Return the provider with the lists that could be read.

    Each list documents the facts that all its codes have.
    """
    lists: list[CodeList] = []
    for code_list in provider.lists:
        if page := transcript.lists.get(code_list.name):
            codes = page.code_list.codes
            documents = tuple(
                fact.name
                for fact in facts_of(code_list)
                if fact.is_optional and all(_states(code_list, fact, code) for code in codes)
            )
            codes = tuple(map(_bare, code_list.codes)) if "name" in documents else code_list.codes
            lists.append(replace(code_list, documents=documents, codes=codes))
    return replace(provider, lists=tuple(lists))


def _states(code_list: CodeList, fact: Fact, code: Code) -> bool:
    """Whether a code of a page has the fact. Such a code has no Python name yet."""
    value = code.documented_name if fact is NAME else fact.of(code_list, code)
    return value is not None


def _bare(code: Code) -> Code:
    """Return the code without a documented name that repeats its key."""
    return replace(code, documented_name=None) if code.documented_name == code.name else code


# Headings and lists


def _place(table: Table, page: Page) -> _Place:
    texts = [heading.text for heading in table.path]
    pattern = None
    if texts and (found := _GROUP.fullmatch(texts[-1])):
        pattern = f"{{name}} ({found['label']}: {{value}}){found['tail']}"
        texts = texts[:-1]
    everywhere = [plain(heading.text) for heading in page.headings]
    is_alone = bool(texts) and everywhere.count(plain(texts[-1])) == 1
    return _Place(tuple(texts[-1:] if is_alone else texts), pattern)


def _code_list(found: _Draft, taken: set[str], document: Document, path: str | None) -> CodeList:
    columns = found.columns()
    cells = [cell for table in found.tables for cell in _values(table, columns)]
    values: ValueType = "int" if all(map(is_number, cells)) else "str"
    facts = found.facts(columns)
    columns |= {fact.name: fact.title for fact in facts}
    place = found.place
    heading = place.heading[-1] if place.heading else document.title
    tables = Tables(
        # The headings of records are the parts of their path.
        heading=() if path else place.heading,
        path=path,
        group=(place.group,) if place.group else (),
        columns=tuple(columns.items()),
    )
    return CodeList(
        name=_class_name(heading, taken),
        title=heading,
        document=document.name,
        values=values,
        facts=facts,
        tables=tables,
        codes=_anchors(found.tables, columns),
    )


def _class_name(heading: str, taken: set[str]) -> str:
    base = ""
    for word in re.findall(r"[A-Za-z0-9]+", names.suggest(heading, names.MEMBER).title()):
        if len(base) + len(word) > names.MAX_CLASS_NAME - len("Codes10"):
            break
        base += word
    base = base if base[:1].isalpha() else f"Codes{base}"
    if not names.is_legal(base, names.CLASS) or base in names.MODULE_NAMES:
        base += "Codes"
    name, number = base, 2
    while not taken.isdisjoint(_module_names(name)):
        name, number = f"{base}{number}", number + 1
    taken.update(_module_names(name))
    return name


def _module_names(name: str) -> set[str]:
    """Return the module's names for a list, in lower case: names must not differ by case only."""
    return {f"{name}{tail}".lower() for tail in ("", "Group", "Names", "Facts")}


def _fact_type(cells: Iterable[str]) -> FactType:
    """Return the type of a column: `int` or `bool` only if every filled cell fits."""
    filled = [cell for cell in cells if plain(cell) not in NOTHING]
    if filled and all(plain(cell) in FLAGS for cell in filled):
        return "bool"
    return "int" if filled and all(map(is_number, filled)) else "str"


def _under(table: Table, header: str) -> list[str]:
    """Return the cells of the column with that header."""
    return _cells(table, list(map(plain, table.header)).index(plain(header)))


def _values(table: Table, columns: dict[str, str]) -> list[str]:
    if not table.split:
        return [first_word(row.cells[0].text) for row in table.rows]
    header = columns["value"]
    return _under(table, header) if plain(header) in _headers(table) else []


def _anchors(tables: Sequence[Table], columns: dict[str, str]) -> tuple[Code, ...]:
    """Return codes to split lines by, if every line of plain text has an identifier as its name."""
    order = list(columns)
    if "name" not in columns or any(table.split for table in tables):
        return ()
    lines = [row.cells[0].text.split(" ") for table in tables for row in table.rows]
    place = order.index("name")
    if not all(len(words) > place + 1 and is_identifier(words[place]) for words in lines):
        return ()
    return tuple(
        Code(
            name=names.suggest(words[place]),
            value=int(words[0]) if is_number(words[0]) else words[0],
            documented_name=words[place],
            name_proposed=True,
        )
        for words in lines
    )


# Columns


def _columns(table: Table) -> dict[str, str]:
    """Map fields to the columns of a table of codes."""
    if not table.split:
        return _header_words(table.header[0].split())
    header = table.header
    named = [place for place, name in enumerate(header) if name]
    value = column_of_codes(table)
    if value not in named:
        value = named[0]
    found = {"value": header[value]}
    rest = [place for place in named if place != value and header.count(header[place]) == 1]
    flag = next((place for place in rest if _is_flag(table, place)), None)
    if flag is not None:
        found["permanent"] = header[flag]
    texts = [place for place in rest if not _holds_flags(table, place)]
    coded = next((place for place in texts if _is_code(table, place)), None)
    # If no other column can be the description, it follows the name in the same cell.
    joined = coded if len(texts) == 1 else None
    joined = next((place for place in texts if _is_joined(table, place)), joined)
    if joined is not None:
        return found | {"name": header[joined], "description": header[joined]}
    text = _description(table, [place for place in texts if place != coded])
    name = (
        coded
        if coded is not None
        else next((place for place in texts if place != text and _is_name(table, place)), None)
    )
    if name is not None:
        found["name"] = header[name]
    if text is not None:
        found["description"] = header[text]
    return found


def _description(table: Table, texts: Sequence[int]) -> int | None:
    """Return the column whose header means description, or else the one with the most text."""
    for words in _TEXT_HEADERS:
        for place in texts:
            if re.search(words, table.header[place].casefold()):
                return place
    return max(texts, key=lambda place: sum(map(len, _cells(table, place))), default=None)


def _header_words(words: Sequence[str]) -> dict[str, str]:
    """Return the columns that a header line may name: the value first, the description last."""
    place = next((i for i, word in enumerate(words) if word.lower() in _VALUE_WORDS), 0)
    found = {"value": " ".join(words[: place + 1])}
    rest = list(words[place + 1 :])
    if rest[:1] and rest[0].casefold() == "permanent":
        found["permanent"] = rest.pop(0)
    if len(rest) > 1:
        found["name"] = " ".join(rest[:-1])
    if rest:
        found["description"] = rest[-1]
    return found


def _cells(table: Table, column: int) -> list[str]:
    return [row.cells[column].text for row in table.rows]


def _holds_flags(table: Table, column: int) -> bool:
    return set(map(plain, _cells(table, column))) <= FLAGS.keys()


def _is_flag(table: Table, column: int) -> bool:
    return _holds_flags(table, column) and "permanent" in table.header[column].casefold()


def _is_code(table: Table, column: int) -> bool:
    """Whether the cells are names in inline code and nothing else."""
    cells = [row.cells[column] for row in table.rows]
    return all(cell.code and not cell.rest for cell in cells)


def _is_joined(table: Table, column: int) -> bool:
    """Whether the cells are names in inline code, followed by text in some."""
    cells = [row.cells[column] for row in table.rows]
    return all(cell.code for cell in cells) and any(cell.rest for cell in cells)


def _is_name(table: Table, column: int) -> bool:
    cells = [cell for cell in _cells(table, column) if cell]
    # A page may have a broken row. In a list without names, most cells would be empty.
    if len(cells) * 10 < len(table.rows) * 9 or max(map(len, cells)) > _LONGEST_NAME:
        return False
    if all(map(is_number, cells)):
        return False
    is_telling = _NAME_HEADER.search(table.header[column].casefold()) is not None
    return is_telling or all(map(is_identifier, cells))
