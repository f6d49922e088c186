"""What the templates print: every choice is made here, every text is a finished literal.

A view is a dict, because only templates read it. A statement, such as a member, has a `name`, the
`statement` and the `docstring` below, which may be empty.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias, cast

from ..model import (
    DESCRIPTION,
    Code,
    CodeList,
    Fact,
    FactValue,
    Group,
    Judged,
    Meaning,
    Provider,
    Registry,
    ValueType,
    Withdrawn,
    facts_of,
)
from . import literals

View: TypeAlias = Mapping[str, object]


def package(registry: Registry, version: str | None = None) -> View:
    """The view of the package around the modules."""
    titles = ", ".join(provider.title for provider in registry)
    slugs = [provider.provider for provider in registry]
    return {
        "docstring": literals.docstring([f"Status and error codes as typed enums: {titles}."], 0),
        "version": literals.text(version) if version else "",
        "providers": literals.sequence(list(map(literals.text, slugs))),
        "modules": slugs,
        "judged": list(filter(registry.meanings_of, slugs)),
        "noted": [provider.provider for provider in registry if provider.remarks],
    }


def module(provider: Provider, judged: Judged) -> View:
    """The view of a provider's module; its docstrings have the advice of the meanings."""
    lists, families = provider.lists, provider.families
    has_facts = any(code_list.facts for code_list in lists)
    has_second_names = any(True for code_list in lists for _ in _second_names(code_list))
    typing = {"Final": True, "Literal": has_second_names, "TypeAlias": families}
    runtime = {
        "Facts": has_facts,
        "IntCode": True,
        "StrCode": True,
        "facts_of": has_facts,
        "find_in": families,
        "parse_in": families,
    }
    for family in families:
        runtime |= {_unlisted(each.values): True for each in provider.lists_of(family)}
    constants, finders = list(_constants(provider)), list(_finders(provider))
    enums = list(_enums(provider, judged))
    names = [each["name"] for each in (*constants, *enums)]
    names += [name for each in finders for name in cast(list[str], each["exports"])]
    return {
        "docstring": literals.docstring(list(_module_paragraphs(provider)), 0),
        "typing_imports": [name for name, is_used in typing.items() if is_used],
        "runtime_imports": sorted(name for name, is_used in runtime.items() if is_used),
        "exports": ["LISTS", *names],
        "constants": constants,
        "enums": enums,
        "lists": literals.sequence([code_list.name for code_list in lists]),
        "finders": finders,
    }


def notes(provider: Provider) -> View:
    """The view of our notes on a provider's codes, by list, as `value: (note, ...)`."""
    text = f"Our notes on codes of {provider.title}, and where its pages are broken."
    return {
        "docstring": literals.docstring([text], 0),
        "lists": {
            name: [
                f"{literals.value(value)}: {literals.row(list(map(literals.text, texts)))}"
                for value, texts in rows.items()
            ]
            for name, rows in provider.remarks.items()
        },
    }


def _module_paragraphs(provider: Provider) -> Iterator[str]:
    """What the module is, and the edition of each page, which classes refer to by its title."""
    yield f"Codes of {provider.title}, as documented in the transcribed edition."
    used = {code_list.document for code_list in provider.lists}
    for document in (each for each in provider.documents if each.name in used):
        address = f" ({document.address})" if document.address else ""
        day = document.retrieved.isoformat()
        yield f'The page "{document.title}"{address} was transcribed on {day}.'
    fields: dict[str | None, list[str]] = {}
    for code_list in provider.lists:
        fields.setdefault(code_list.field, []).append(code_list.name)
    for field in sorted(filter(None, fields), key=list(fields).index):
        yield f"{_words(fields[field])}: {field}."
    if None in fields:
        yield f"Its pages do not say in which field these arrive: {_words(fields[None])}."


def _words(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _constants(provider: Provider) -> Iterator[View]:
    for constant in provider.constants:
        value = constant.value
        if isinstance(value, tuple):
            literal = literals.sequence(list(map(literals.text, value)))
        else:
            literal = literals.value(value)
        statement = f"{constant.name}: Final = {literal}"
        yield _statement(constant.name, statement, [constant.description], 0)


def _statement(name: str, statement: str, paragraphs: Iterable[str], indent: int = 4) -> View:
    texts = [text for text in paragraphs if text]
    docstring = literals.docstring(texts, indent) if texts else ""
    return {"name": name, "statement": statement, "docstring": docstring}


# Enums: each is a class, and the tables that its properties read


class _Column(NamedTuple):
    """One fact of all members: a property, and a place in each row of the table."""

    property: str
    type: str
    docstring: str
    cells: Sequence[str]


def _enums(provider: Provider, judged: Judged) -> Iterator[View]:
    """The enums of the lists, and of their groups.

    A property is read-only, and its getter returns the `expression`. A table is a dict at module
    level: the `opening`, then the `entries`.
    """
    for code_list in provider.lists:
        if code_list.groups:
            yield _group_enum(provider, code_list)
        yield _code_enum(provider, code_list, judged)


def _group_enum(provider: Provider, code_list: CodeList) -> View:
    groups = code_list.groups
    table = _table_name(code_list.group_name)
    names = [literals.text(group.documented_name or group.name) for group in groups]
    texts = [literals.text(group.description) for group in groups]
    columns = (
        _Column("documented_name", "str", "The provider's own name of the group.", names),
        _Column("description", "str", DESCRIPTION.docstring, texts),
    )
    codes = _property(
        "codes",
        f"tuple[{code_list.name}, ...]",
        "The codes of this group, in documented order.",
        f"tuple(code for code in {code_list.name} if code.group is self)",
    )
    return {
        "name": code_list.group_name,
        "base": _base(code_list.group_values),
        "docstring": _class_docstring(
            provider, code_list, f"groups of the codes of {code_list.name}"
        ),
        "members": [_member(group, [group.description]) for group in groups],
        "aliases": [],
        "alias_assignments": [],
        "properties": [*_properties(table, columns), codes],
        "tables": [_table(table, code_list.group_values, columns, groups)],
    }


def _code_enum(provider: Provider, code_list: CodeList, judged: Judged) -> View:
    members, name = code_list.members, code_list.name
    table = _table_name(name)
    columns = _code_columns(code_list)
    more = [*_own_facts(code_list, f"{table}_FACTS"), *_names(code_list, f"{table}_NAMES")]
    seconds = list(_second_names(code_list))
    return {
        "name": name,
        "base": _base(code_list.values),
        "docstring": _class_docstring(provider, code_list, code_list.title),
        "members": [
            _member(code, _paragraphs(code, judged.get((name, code.name)))) for code in members
        ],
        "aliases": [
            _statement(second, f"{second}: Literal[{name}.{code.name}]", [docstring])
            for second, code, docstring in seconds
        ],
        "alias_assignments": [
            f"{name}.{second} = {name}.{code.name}" for second, code, _ in seconds
        ],
        "properties": [*_properties(table, columns), *(each for each, _ in more)],
        "tables": [
            _table(table, code_list.values, columns, members),
            *(each for _, each in more),
        ],
    }


def _base(values: ValueType) -> str:
    return "IntCode" if values == "int" else "StrCode"


def _class_docstring(provider: Provider, code_list: CodeList, what: str) -> str:
    paragraphs = [f"{provider.title}: {what}."]
    if document := provider.document(code_list.document):
        paragraphs.append(f'From the page "{document.title}".')
    if since := code_list.withdrawn_since:
        paragraphs.append(f"Withdrawn: the page no longer has this list since {since.isoformat()}.")
    return literals.docstring(paragraphs, 4)


def _member(entry: Code | Group, paragraphs: Iterable[str]) -> View:
    return _statement(entry.name, f"{entry.name} = {literals.value(entry.value)}", paragraphs)


def _paragraphs(code: Code, meaning: Meaning | None) -> Iterator[str]:
    yield code.description
    if meaning is not None:
        yield f"Our advice: {meaning.facets.advice}"
    yield from code.remarks
    if isinstance(code, Withdrawn):
        yield f"Withdrawn: no longer documented since {code.since.isoformat()}."


def _second_names(code_list: CodeList) -> Iterator[tuple[str, Code, str]]:
    """Aliases and former names: the name, its code, and its docstring."""
    for code in code_list.members:
        for alias in code.aliases:
            yield alias.name, code, alias.description
        for name in code.former_names:
            yield name, code, f"Deprecated: the former name of {code.name}."


def _code_columns(code_list: CodeList) -> list[_Column]:
    """The facts that the list has for its members: some built-in ones, and all of its own."""
    found: list[_Column] = []
    for fact in facts_of(code_list):
        values = [fact.emitted(code_list, code) for code in code_list.members]
        # If no member has a built-in fact, the base class says None.
        is_absent = fact.is_optional and all(value is None for value in values)
        if fact in code_list.facts or not is_absent:
            cells = [_cell(fact, code_list, value) for value in values]
            found.append(_Column(fact.attribute, fact.type_in(code_list), fact.docstring, cells))
    return found


def _cell(fact: Fact, code_list: CodeList, value: FactValue | None) -> str:
    if fact.values == "group" and value is not None:
        return f"{code_list.group_name}.{value}"
    return literals.text(value) if isinstance(value, str) else str(value)


def _own_facts(code_list: CodeList, table: str) -> Iterator[tuple[View, View]]:
    """The property of the list's own facts, if any, and the table of their titles."""
    if code_list.facts:
        docstring = "The facts that only this list has, by name; absent facts are omitted."
        rows = [(literals.text(fact.name), [literals.text(fact.title)]) for fact in code_list.facts]
        yield (
            _property("facts", "Facts", docstring, f"facts_of(self, {table})"),
            _table_view(table, "str", ["str"], rows),
        )


def _names(code_list: CodeList, table: str) -> Iterator[tuple[View, View]]:
    """The property of all documented names, if an alias has one, and their table."""
    rows: list[tuple[str, list[str]]] = []
    for code in code_list.members:
        aliases = [alias.documented_name for alias in code.aliases]
        if any(name is not None for name in aliases):
            names = [code.documented_name, *aliases]
            texts = [literals.text(name) for name in names if name is not None]
            rows.append((literals.value(code.value), [literals.row(texts)]))
    if rows:
        docstring = "All names that the provider gives the code: the first, then the aliases."
        getter, type_ = f"{table}.get(self, super().documented_names)", "tuple[str, ...]"
        yield (
            _property("documented_names", type_, docstring, getter),
            _table_view(table, code_list.values, [type_], rows),
        )


def _table_name(name: str) -> str:
    """The name of a table: `_VOICE_ERROR` for VoiceError.

    Two lists never share a table: their names differ by more than case, and no other name of a
    module begins with an underscore.
    """
    return "_" + re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).upper()


def _property(name: str, type_: str, docstring: str, expression: str) -> View:
    docstring = literals.docstring([docstring], 8)
    return {"name": name, "type": type_, "docstring": docstring, "expression": expression}


def _properties(table: str, columns: Sequence[_Column]) -> Iterator[View]:
    for index, (name, type_, docstring, _) in enumerate(columns):
        column = "" if len(columns) == 1 else f"[{index}]"
        yield _property(name, type_, docstring, f"{table}[self]{column}")


def _table(
    name: str, values: ValueType, columns: Sequence[_Column], entries: Sequence[Code | Group]
) -> View:
    keys = [literals.value(entry.value) for entry in entries]
    rows = zip(*(column.cells for column in columns), strict=True)
    types = [column.type for column in columns]
    return _table_view(name, values, types, zip(keys, rows, strict=True))


def _table_view(
    name: str, key: str, types: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]
) -> View:
    """A table with one row per line; rows of a single column are not tuples."""
    is_single = len(types) == 1
    row_type = types[0] if is_single else f"tuple[{', '.join(types)}]"
    entries = [f"{key}: {cells[0] if is_single else literals.row(cells)}" for key, cells in rows]
    return {"opening": f"{name}: Final[dict[{key}, {row_type}]] = {{", "entries": entries}


# Families


def _finders(provider: Provider) -> Iterator[View]:
    """The functions of each union of enums; the first one has the union as an `alias`."""
    for family in provider.families:
        lists, alias, name = provider.lists_of(family), family.alias, "name: str | None = None"
        enums, types = [each.name for each in lists], sorted({each.values for each in lists})
        yield {
            **_finder(family.finder, f"value: {' | '.join(types)}", name, alias, enums),
            "exports": [alias, family.finder],
            "alias": _union(alias, f"Any code of the family {family.name}.", enums),
            "docstring": _docstring(
                "The codes with this value, and this documented name if given."
            ),
        }
        received = "value: int | str" if "int" in types else "value: str"
        yield {
            **_finder(family.parser, received, name, alias, enums),
            "function": "parse_in",
            "docstring": _docstring(
                "The code for a value as received; the name decides if several lists have it.",
                f"If none of them has it, an unlisted code of {enums[0]}.",
            ),
            "returns": " | ".join([alias, *map(_unlisted, types)]),
        }
        if grouped := [each for each in lists if each.groups]:
            alias, enums = family.group_alias, [each.group_name for each in grouped]
            types = sorted({each.group_values for each in grouped})
            yield {
                **_finder(family.group_finder, f"value: {' | '.join(types)}", "", alias, enums),
                "exports": [alias, family.group_finder],
                "alias": _union(alias, f"Any group of the family {family.name}.", enums),
                "docstring": _docstring("The groups of the family with this id."),
            }


def _docstring(*paragraphs: str) -> str:
    return literals.docstring(paragraphs, 4)


def _unlisted(values: str) -> str:
    return "UnlistedIntCode" if values == "int" else "UnlistedStrCode"


def _union(name: str, docstring: str, enums: Iterable[str]) -> View:
    return _statement(name, f"{name}: TypeAlias = {' | '.join(enums)}", [docstring], 0)


def _finder(function: str, value: str, name: str, union: str, enums: Sequence[str]) -> View:
    return {
        "name": function,
        "exports": [function],
        "alias": None,
        "parameters": [value, name] if name else [value],
        "returns": f"tuple[{union}, ...]",
        "union": union,
        "lists": literals.sequence(enums, 4),
        "function": "find_in",
        "arguments": "value, name" if name else "value",
    }
