"""The module of a provider, as its spec gives it.

This is a second way from the model to Python, in a form that is never shown to users. It knows no
template and no view, so a mistake in them, or in a user's template, cannot hide.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from ..model import (
    Code,
    CodeList,
    Fact,
    Family,
    Finding,
    Judged,
    Provider,
    documentation,
    emitted_facts,
    names,
)
from .compare import compare
from .nodes import annotated, docstring, literal, parse

_START = """\
...
from __future__ import annotations
from typing import {typing}
from ._runtime import {runtime}
__all__ = {exports}
"""
_END = """\
LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = {lists}
...
{finders}
"""
_PROPERTY = """\
    @property
    def {name}(self) -> {type}:
        ...
        return {result}"""
_FAMILY = """\
{union}: TypeAlias = {enums}
...
def {finder}({value}) -> tuple[{union}, ...]:
    ...
    lists: tuple[type[{union}], ...] = {lists}
    return find_in(lists, value, name)
def {parser}({value}) -> {parsed}:
    ...
    lists: tuple[type[{union}], ...] = {lists}
    return parse_in(lists, value, name)"""
_GROUPS = """\
{union}: TypeAlias = {enums}
...
def {finder}({value}) -> tuple[{union}, ...]:
    ...
    lists: tuple[type[{union}], ...] = {lists}
    return find_in(lists, value)"""


def prove(provider: Provider, judged: Judged, source: str, file: str) -> list[Finding]:
    """Return a finding if a module differs from the provider's spec and meanings."""
    lists, families = provider.lists, list(provider.families)
    has_facts = any(each.facts for each in lists)
    has_second_names = any(each.second_names for each in lists)
    typing = {"Final": True, "Literal": has_second_names, "TypeAlias": bool(families)}
    runtime = {"Facts": has_facts, "IntCode": True, "StrCode": True, "facts_of": has_facts}
    runtime |= {"find_in": bool(families), "parse_in": bool(families)}
    kinds = [each.values for family in families for each in provider.lists_of(family)]
    runtime |= {"UnlistedIntCode": "int" in kinds, "UnlistedStrCode": "str" in kinds}
    start = _START.format(
        typing=", ".join(name for name, is_used in typing.items() if is_used),
        runtime=", ".join(sorted(name for name, is_used in runtime.items() if is_used)),
        exports=provider.exports,
    )
    end = _END.format(
        lists=_tuple(each.name for each in lists),
        finders="\n".join(text for family in families for text in _family(family, provider)),
    )
    enums = (statement for each in lists for statement in _enums(each, judged))
    body = [*parse(start).body, *_constants(provider), *enums, *parse(end).body]
    return compare(source, ast.Module(body, []), file)


def _constants(provider: Provider) -> Iterator[ast.stmt]:
    for constant in provider.constants:
        yield annotated(constant.name, "Final", constant.value)
        yield from docstring("\n\n".join(documentation(constant)))


# Enums: a class, its aliases, and the tables that its properties read


def _enums(code_list: CodeList, judged: Judged) -> Iterator[ast.stmt]:
    if code_list.groups:
        yield from _group_enum(code_list)
    name, table = code_list.name, names.table_name(code_list.name)
    facts = emitted_facts(code_list)
    types = {fact.attribute: fact.type_in(code_list) for fact in facts}
    properties = list(_properties(table, types))
    titles = {fact.name: fact.title for fact in code_list.facts}
    if titles:
        properties.append(_property("facts", "Facts", f"facts_of(self, {table}_FACTS)"))
    documented = code_list.documented_names
    if documented:
        result = f"{table}_NAMES.get(self, super().documented_names)"
        properties.append(_property("documented_names", "tuple[str, ...]", result))
    yield _class(name, code_list.values, _members(code_list, judged), properties)
    aliases = (
        f"{name}.{second} = {name}.{code.name}\n" for second, code, _ in code_list.second_names
    )
    yield from parse("".join(aliases)).body
    rows = {
        code.value: tuple(_cell(fact, code_list, code) for fact in facts)
        for code in code_list.members
    }
    yield _table(table, code_list.values, list(types.values()), rows)
    if titles:
        yield annotated(f"{table}_FACTS", "Final[dict[str, str]]", titles)
    if documented:
        type_ = f"Final[dict[{code_list.values}, tuple[str, ...]]]"
        yield annotated(f"{table}_NAMES", type_, documented)


def _members(code_list: CodeList, judged: Judged) -> Iterator[ast.stmt]:
    for code in code_list.members:
        paragraphs = documentation(code, judged.get((code_list.name, code.name)))
        yield from _member(code.name, code.value, "\n\n".join(paragraphs))
    for name, code, text in code_list.second_names:
        yield annotated(name, f"Literal[{code_list.name}.{code.name}]")
        yield from docstring(text)


def _member(name: str, value: int | str, text: str) -> list[ast.stmt]:
    return [ast.Assign([ast.Name(name)], literal(value)), *docstring(text)]


def _group_enum(code_list: CodeList) -> Iterator[ast.stmt]:
    name, table = code_list.group_name, names.table_name(code_list.group_name)
    members = [
        statement
        for group in code_list.groups
        for statement in _member(group.name, group.value, "\n\n".join(documentation(group)))
    ]
    types = {"documented_name": "str", "description": "str"}
    codes = f"tuple(code for code in {code_list.name} if code.group is self)"
    getter = _property("codes", f"tuple[{code_list.name}, ...]", codes)
    properties = [*_properties(table, types), getter]
    yield _class(name, code_list.group_values, members, properties)
    rows = {
        group.value: (group.documented_name or group.name, group.description)
        for group in code_list.groups
    }
    yield _table(table, code_list.group_values, list(types.values()), rows)


def _class(
    name: str, values: str, members: Iterable[ast.stmt], properties: Iterable[str]
) -> ast.stmt:
    base = "IntCode" if values == "int" else "StrCode"
    source = "\n".join([f"class {name}({base}):", "    ...", *properties])
    statement = cast(ast.ClassDef, parse(source).body[0])
    statement.body[1:1] = members
    return statement


def _cell(fact: Fact, code_list: CodeList, code: Code) -> object:
    value = fact.emitted(code_list, code)
    if fact.values == "group" and value is not None:
        return ast.Attribute(ast.Name(code_list.group_name), str(value))
    return value


def _table(
    name: str, key: str, types: Sequence[str], rows: Mapping[int | str, tuple[object, ...]]
) -> ast.stmt:
    """Return the table of an enum's facts. With one column, its rows are not tuples."""
    is_single = len(types) == 1
    row_type = types[0] if is_single else f"tuple[{', '.join(types)}]"
    entries = {value: cells[0] for value, cells in rows.items()} if is_single else rows
    return annotated(name, f"Final[dict[{key}, {row_type}]]", entries)


def _properties(table: str, types: Mapping[str, str]) -> Iterator[str]:
    """Yield the properties that read the columns of the table."""
    for index, (name, type_) in enumerate(types.items()):
        column = "" if len(types) == 1 else f"[{index}]"
        yield _property(name, type_, f"{table}[self]{column}")


def _property(name: str, type_: str, result: str) -> str:
    return _PROPERTY.format(name=name, type=type_, result=result)


# Families


def _family(family: Family, provider: Provider) -> Iterator[str]:
    lists, named = provider.lists_of(family), family.names
    kinds = sorted({each.values for each in lists})
    unlisted = [f"Unlisted{'Int' if kind == 'int' else 'Str'}Code" for kind in kinds]
    value = f"value: {'int | str' if 'int' in kinds else 'str'}, name: str | None = None"
    yield _FAMILY.format(
        union=named.union,
        enums=" | ".join(each.name for each in lists),
        lists=_tuple(each.name for each in lists),
        finder=named.finder,
        parser=named.parser,
        value=value,
        parsed=" | ".join([named.union, *unlisted]),
    )
    if grouped := [each for each in lists if each.groups]:
        has_int_ids = any(each.group_values == "int" for each in grouped)
        yield _GROUPS.format(
            union=named.group_union,
            enums=" | ".join(each.group_name for each in grouped),
            lists=_tuple(each.group_name for each in grouped),
            finder=named.group_finder,
            value=f"value: {'int | str' if has_int_ids else 'str'}",
        )


def _tuple(items: Iterable[str]) -> str:
    return f"({''.join(f'{item}, ' for item in items)})"
