"""A first spec from the page of a provider that nobody has yet: a draft for a person to review.

Every table that looks like codes becomes a list, bound to the heading it stands below. What
a column holds is told from its cells and its header; what does not tell is left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from . import names
from .bindings import plain
from .documents.codelike import column_of_codes, first_word, is_identifier, is_number
from .documents.page import Page, Table
from .model import Code, CodeList, Document, Fact, Provider, Tables, ValueType
from .transcribe import Transcript

DOCUMENT = "codes"

# `PENDING (group id: 1) - status codes`: what stands in brackets is the id of a group.
_GROUP = re.compile(r"(?P<name>[^()]+?) ?\((?P<label>[^():]*[^():\d][^():]*): ?-?\d+\)(?P<tail>.*)")
_NAME_HEADER = re.compile(r"name|status|error|text|title|code|type|reason")
_VALUE_WORDS = frozenset({"code", "codes", "id", "number", "no", "value"})
_FLAGS = frozenset({"true", "false", "yes", "no"})
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class _Place:
    """What a list is bound to: a heading, and the pattern of the headings of its groups."""

    heading: tuple[str, ...]
    group: str | None


def draft(
    slug: str, title: str, page: Page, document: Document, path: str | None = None
) -> Provider:
    """A provider with a list for every table of codes on the page, bound and still empty.

    `path` is where the records are, on a page of records.
    """
    found: dict[tuple[_Place, tuple[str, ...]], Table] = {}
    for table in page.tables:
        if column_of_codes(table) is not None:
            key = _place(table, page), table.header
            whole = found.get(key, replace(table, rows=()))
            found[key] = replace(whole, rows=(*whole.rows, *table.rows))
    taken: set[str] = set()
    lists = [
        _code_list(place, table, columns, taken, document, path)
        for (place, _), table in found.items()
        if (columns := _columns(table)) is not None
    ]
    return Provider(provider=slug, title=title, documents=(document,), lists=tuple(lists))


def with_facts(provider: Provider, transcript: Transcript) -> Provider:
    """The provider with the lists that could be read; each documents what all its codes have."""
    lists: list[CodeList] = []
    for code_list in provider.lists:
        if page := transcript.lists.get(code_list.name):
            codes = page.code_list.codes
            facts: dict[Fact, list[object]] = {
                "name": [code.documented_name for code in codes],
                "permanent": [code.permanent for code in codes],
                "group": [code.group for code in codes],
            }
            documents = tuple(fact for fact, found in facts.items() if None not in found)
            codes = tuple(map(_bare, code_list.codes)) if "name" in documents else code_list.codes
            lists.append(replace(code_list, documents=documents, codes=codes))
    return replace(provider, lists=tuple(lists))


def _bare(code: Code) -> Code:
    """The code without a documented name that its key says already."""
    return replace(code, documented_name=None) if code.documented_name == code.name else code


# Where a table stands


def _place(table: Table, page: Page) -> _Place:
    texts = [heading.text for heading in table.path]
    pattern = None
    if texts and (found := _GROUP.fullmatch(texts[-1])):
        pattern = f"{{name}} ({found['label']}: {{value}}){found['tail']}"
        texts = texts[:-1]
    everywhere = [plain(heading.text) for heading in page.headings]
    is_alone = bool(texts) and everywhere.count(plain(texts[-1])) == 1
    return _Place(tuple(texts[-1:] if is_alone else texts), pattern)


def _code_list(
    place: _Place,
    table: Table,
    columns: dict[str, str],
    taken: set[str],
    document: Document,
    path: str | None,
) -> CodeList:
    cells = _values(table, columns)
    values: ValueType = "int" if all(map(is_number, cells)) else "str"
    heading = place.heading[-1] if place.heading else document.title
    tables = Tables(
        # The headings of records are their path.
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
        tables=tables,
        codes=_anchors(table, columns),
    )


def _class_name(heading: str, taken: set[str]) -> str:
    base = ""
    for word in re.findall(r"[A-Za-z0-9]+", names.suggest(heading, names.MEMBER).title()):
        if len(base) + len(word) > names.MAX_CLASS_NAME - 2:
            break
        base += word
    base = names.suggest(base or "Codes", names.CLASS) if not base[:1].isalpha() else base
    name, number = base, 2
    while not {name.lower(), f"{name}Group".lower()}.isdisjoint(taken):
        name, number = f"{base}{number}", number + 1
    taken |= {name.lower(), f"{name}Group".lower()}
    return name


def _values(table: Table, columns: dict[str, str]) -> list[str]:
    if not table.split:
        return [first_word(row.cells[0].text) for row in table.rows]
    column = table.header.index(columns["value"])
    return [row.cells[column].text for row in table.rows]


def _anchors(table: Table, columns: dict[str, str]) -> tuple[Code, ...]:
    """Codes to split lines by, where every line of plain text has an identifier for a name."""
    if "name" not in columns or table.split:
        return ()
    words = [row.cells[0].text.split(" ") for row in table.rows]
    if not all(len(line) > 2 and is_identifier(line[1]) for line in words):
        return ()
    return tuple(
        Code(
            name=names.suggest(line[1]),
            value=int(line[0]) if is_number(line[0]) else line[0],
            documented_name=line[1],
            name_proposed=True,
        )
        for line in words
    )


# What its columns hold


def _columns(table: Table) -> dict[str, str] | None:
    """The columns of a table of codes by their fields, None where it is none."""
    value = column_of_codes(table)
    if value is None:
        return None
    if not table.split:
        return _header_words(table.header[0].split())
    found = {"value": table.header[value]}
    rest = [place for place in range(len(table.header)) if place != value]
    rest = [place for place in rest if table.header.count(table.header[place]) == 1]
    flags = [place for place in rest if _is_flag(table, place)]
    if flags:
        found["permanent"] = table.header[flags[0]]
    texts = [place for place in rest if not _holds_flags(table, place)]
    if joined := next((place for place in texts if _is_joined(table, place)), None):
        return found | {"name": table.header[joined], "description": table.header[joined]}
    if texts:
        longest = max(texts, key=lambda place: sum(map(len, _cells(table, place))))
        named = next((p for p in texts if p != longest and _is_name(table, p)), None)
        if named is not None:
            found["name"] = table.header[named]
        found["description"] = table.header[longest]
    return found


def _header_words(words: Sequence[str]) -> dict[str, str] | None:
    """The columns that a header line may name: value first, a description last."""
    place = next((i for i, word in enumerate(words) if word.lower() in _VALUE_WORDS), 0)
    value, rest = " ".join(words[: place + 1]), words[place + 1 :]
    found = {"value": value}
    if len(rest) > 1:
        found["name"] = " ".join(rest[:-1])
    if rest:
        found["description"] = rest[-1]
    return found


def _cells(table: Table, column: int) -> list[str]:
    return [row.cells[column].text for row in table.rows]


def _holds_flags(table: Table, column: int) -> bool:
    return {cell.casefold() for cell in _cells(table, column)} <= _FLAGS


def _is_flag(table: Table, column: int) -> bool:
    return _holds_flags(table, column) and "permanent" in table.header[column].casefold()


def _is_joined(table: Table, column: int) -> bool:
    """Whether each cell is a name in inline code with a text behind it."""
    return all(row.cells[column].code and row.cells[column].rest for row in table.rows)


def _is_name(table: Table, column: int) -> bool:
    cells = [cell for cell in _cells(table, column) if cell]
    # A page may have a broken row; of a list without names, most would be empty.
    if len(cells) * 10 < len(table.rows) * 9 or max(map(len, cells)) > _LONGEST_NAME:
        return False
    is_telling = _NAME_HEADER.search(table.header[column].casefold()) is not None
    return is_telling or all(map(is_identifier, cells))
