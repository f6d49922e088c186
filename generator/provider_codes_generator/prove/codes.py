"""The module of a provider, as its spec gives it.

This is a second way from the model to Python, in a form that nobody reads. It knows no template and
no view, so a mistake in them, or in a user's template, cannot hide.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..model import (
    Code,
    CodeList,
    Fact,
    Family,
    Finding,
    Group,
    Judged,
    Meaning,
    Provider,
    documentation,
    emitted_facts,
    names,
)
from .compare import compare

_START = """\
...
from __future__ import annotations
from typing import {typing}
from ._runtime import {runtime}
__all__ = {exports}
"""
_LISTS = "Final[tuple[type[IntCode] | type[StrCode], ...]]"


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
    all_lists = f"LISTS: {_LISTS} = {_tuple(each.name for each in lists)}\n..."
    expected = [
        start,
        *(
            _documented(f"{each.name}: Final = {each.value!r}", documentation(each), indent="")
            for each in provider.constants
        ),
        *(text for each in lists for text in _enums(each, judged)),
        all_lists,
        *(text for family in families for text in _family(family, provider)),
    ]
    return compare(source, "\n".join(expected), file)


def _documented(statement: str, paragraphs: Iterable[str], indent: str = "    ") -> str:
    """Return the statement, and the docstring below it if there is one."""
    text = "\n\n".join(paragraphs)
    return f"{indent}{statement}" + (f"\n{indent}{text!r}" if text else "")


def _enums(code_list: CodeList, judged: Judged) -> Iterator[str]:
    if code_list.groups:
        yield from _group_enum(code_list)
    name, values, table = code_list.name, code_list.values, names.table_name(code_list.name)
    facts = emitted_facts(code_list)
    titles = {fact.name: fact.title for fact in code_list.facts}
    documented, second_names = code_list.documented_names, code_list.second_names
    yield _class(name, values)
    for code in code_list.members:
        yield _member(code, judged.get((name, code.name)))
    for second, code, text in second_names:
        yield _documented(f"{second}: Literal[{name}.{code.name}]", [text])
    types = {fact.attribute: fact.type_in(code_list) for fact in facts}
    yield from _properties(table, types)
    if titles:
        yield _property("facts", "Facts", f"facts_of(self, {table}_FACTS)")
    if documented:
        result = f"{table}_NAMES.get(self, super().documented_names)"
        yield _property("documented_names", "tuple[str, ...]", result)
    for second, code, _ in second_names:
        yield f"{name}.{second} = {name}.{code.name}"
    rows = {
        code.value: [_cell(fact, code_list, code) for fact in facts] for code in code_list.members
    }
    yield _table(table, values, types, rows)
    if titles:
        yield f"{table}_FACTS: Final[dict[str, str]] = {titles}"
    if documented:
        yield f"{table}_NAMES: Final[dict[{values}, tuple[str, ...]]] = {documented}"


def _group_enum(code_list: CodeList) -> Iterator[str]:
    name, values = code_list.group_name, code_list.group_values
    table, types = names.table_name(name), {"documented_name": "str", "description": "str"}
    yield _class(name, values)
    yield from map(_member, code_list.groups)
    yield from _properties(table, types)
    codes = f"tuple(code for code in {code_list.name} if code.group is self)"
    yield _property("codes", f"tuple[{code_list.name}, ...]", codes)
    rows = {
        each.value: [repr(each.documented_name or each.name), repr(each.description)]
        for each in code_list.groups
    }
    yield _table(table, values, types, rows)


def _class(name: str, values: str) -> str:
    return f"class {name}({'IntCode' if values == 'int' else 'StrCode'}):\n    ..."


def _member(entry: Code | Group, meaning: Meaning | None = None) -> str:
    return _documented(f"{entry.name} = {entry.value!r}", documentation(entry, meaning))


def _cell(fact: Fact, code_list: CodeList, code: Code) -> str:
    value = fact.emitted(code_list, code)
    is_group = fact.values == "group" and value is not None
    return f"{code_list.group_name}.{value}" if is_group else repr(value)


def _table(
    name: str, key: str, types: Mapping[str, str], rows: Mapping[int | str, list[str]]
) -> str:
    """Return the table of an enum's facts. With one column, its rows are not tuples."""
    is_single = len(types) == 1
    row_type = ", ".join(types.values()) if is_single else f"tuple[{', '.join(types.values())}]"
    entries = {value: cells[0] if is_single else _tuple(cells) for value, cells in rows.items()}
    return f"{name}: Final[dict[{key}, {row_type}]] = {dict_of(entries)}"


def dict_of(entries: Mapping[Any, str]) -> str:
    """Return a dict as code, from its keys and the code of its values."""
    return f"{{{', '.join(f'{key!r}: {code}' for key, code in entries.items())}}}"


def _properties(table: str, types: Mapping[str, str]) -> Iterator[str]:
    for index, (name, type_) in enumerate(types.items()):
        column = "" if len(types) == 1 else f"[{index}]"
        yield _property(name, type_, f"{table}[self]{column}")


def _property(name: str, type_: str, result: str) -> str:
    head = f"    @property\n    def {name}(self) -> {type_}:"
    return f"{head}\n        ...\n        return {result}"


def _family(family: Family, provider: Provider) -> Iterator[str]:
    lists, named, union = provider.lists_of(family), family.names, family.names.union
    enums = [each.name for each in lists]
    kinds = sorted({each.values for each in lists})
    parameters = f"value: {'int | str' if 'int' in kinds else 'str'}, name: str | None = None"
    unlisted = [f"Unlisted{'Int' if kind == 'int' else 'Str'}Code" for kind in kinds]
    yield f"{union}: TypeAlias = {' | '.join(enums)}\n..."
    yield f"def {named.finder}({parameters}) -> tuple[{union}, ...]:"
    yield _finder_body(union, enums, "find_in(lists, value, name)")
    yield f"def {named.parser}({parameters}) -> {' | '.join([union, *unlisted])}:"
    yield _finder_body(union, enums, "parse_in(lists, value, name)")
    if grouped := [each for each in lists if each.groups]:
        union, enums = named.group_union, [each.group_name for each in grouped]
        has_int_ids = any(each.group_values == "int" for each in grouped)
        yield f"{union}: TypeAlias = {' | '.join(enums)}\n..."
        value = f"value: {'int | str' if has_int_ids else 'str'}"
        yield f"def {named.group_finder}({value}) -> tuple[{union}, ...]:"
        yield _finder_body(union, enums, "find_in(lists, value)")


def _finder_body(union: str, enums: Iterable[str], result: str) -> str:
    lists = f"lists: tuple[type[{union}], ...] = {_tuple(enums)}"
    return f"    ...\n    {lists}\n    return {result}"


def _tuple(items: Iterable[str]) -> str:
    return f"({''.join(f'{item}, ' for item in items)})"
