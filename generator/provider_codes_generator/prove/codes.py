"""Proves that emitted code equals its spec, before it is written.

Parses the rendered module and compares it with the model: each value, its order, name and
docstring, what each property returns for each member, group enums, aliases, families and
constants. This module does not know how the text was made. It uses neither views nor
templates, so a mistake in them, or in a user's template, cannot hide.
"""

import ast
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from itertools import zip_longest
from typing import Any, cast

from ..model import (
    Code,
    CodeList,
    Constant,
    Fact,
    Family,
    Finding,
    Place,
    Provider,
    Registry,
    Withdrawn,
    facts_of,
)
from .module import Enum, Module, Name, parse, read, unwrap

_LISTS_TYPE = "Final[tuple[type[IntCode] | type[StrCode], ...]]"


class _NotProven(Exception):
    """A statement that differs from what is expected."""


def prove(provider: Provider, source: str, file: str) -> list[Finding]:
    """Return the differences between a module and the provider's spec.

    `file` is the module's name in findings.
    """
    try:
        differences = list(_differences(provider, read(parse(source))))
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        differences = [_invalid(error)]
    return [_finding(message, Place(file, line)) for line, message in differences]


def prove_syntax(source: str, file: str) -> list[Finding]:
    """Report a file that is not valid Python. The spec says nothing about its content."""
    try:
        parse(source)
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        line, message = _invalid(error)
        return [_finding(message, Place(file, line))]
    return []


_MODULES = """
from __future__ import annotations
from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from ._meaning import Meaning
__all__ = ["meanings_of", "module_of"]
def module_of(provider_: str) -> ModuleType:
    match provider_:{cases}
        case _:
            raise ValueError(f"this package has no provider {{provider_!r}}")
def meanings_of(provider_: str) -> Mapping[str, Mapping[int | str, Meaning]]:
    match provider_:{cases_of_meanings}
        case _:
            return {{}}
"""


def prove_modules(registry: Registry, source: str, file: str) -> list[Finding]:
    """Return the first difference in the module that imports the module of each provider."""
    slugs = [provider.provider for provider in registry]
    judged = [slug for slug in slugs if registry.meanings_of(slug)]
    expected = _MODULES.format(
        cases="".join(_import_case(slug, slug, slug) for slug in slugs),
        cases_of_meanings="".join(
            _import_case(slug, f"_{slug}_meanings", f"_{slug}_meanings.MEANINGS") for slug in judged
        ),
    )
    if findings := prove_syntax(source, file):
        return findings
    for found, wanted in zip_longest(_lines(source), _lines(expected)):
        line, text = found or (1, "")
        wanted_text = wanted[1] if wanted else "nothing more"
        if text != wanted_text:
            return [_finding(f"here must stand: {wanted_text.strip()}", Place(file, line))]
    return []


def _import_case(slug: str, module: str, result: str) -> str:
    case = f"\n        case {slug!r}:"
    return f"{case}\n            from . import {module}\n            return {result}"


def _lines(source: str) -> Iterator[tuple[int, str]]:
    """Yield the source lines of each statement, with the line number of the statement.

    Docstrings are skipped.
    """
    for statement in parse(source).body:
        if isinstance(statement, ast.FunctionDef) and ast.get_docstring(statement) is not None:
            statement.body = statement.body[1:]
        match statement:
            case ast.Expr(value=ast.Constant(value=str())):
                pass
            case _:
                for text in ast.unparse(statement).splitlines():
                    yield statement.lineno, text


def _invalid(error: Exception) -> tuple[int, str]:
    if isinstance(error, MemoryError | RecursionError):
        return 1, "the template printed what nests too deep to be read"
    words = error.msg if isinstance(error, SyntaxError) else error
    return getattr(error, "lineno", None) or 1, f"the template printed invalid Python: {words}"


def _finding(message: str, place: Place) -> Finding:
    return Finding("not-proven", message, "nothing was written: correct the template", place)


def _differences(provider: Provider, module: Module) -> Iterator[tuple[int, str]]:
    for statement in module.strange:
        yield statement.lineno, f"a module has no place for {ast.unparse(statement)[:60]}"
    for name, times in module.bound.items():
        if times > 1:
            yield module.lines[name], f"{name} is bound {times} times"
    for name in sorted(module.bound.keys() - _expected_names(provider, module)):
        what = "no list of the spec" if name in module.enums else "nothing that the spec has"
        yield module.lines[name], f"{name} is {what}"
    for line, name in module.early:
        yield line, f"{name} is used before it is bound"
    yield from _import_differences(provider, module)
    for code_list in provider.lists:
        yield from _list_differences(code_list, module)
        if code_list.groups:
            yield from _group_differences(code_list, module)
    yield from _attribute_differences(provider, module)
    yield from _export_differences(provider, module)
    for constant in provider.constants:
        yield from _constant_differences(constant, module)
    for family in provider.families:
        yield from _family_differences(provider, family, module)


def _expected_names(provider: Provider, module: Module) -> set[str]:
    """Return every name that the module may bind."""
    tables = {
        table
        for code_list in provider.lists
        for enum in _enum_names(code_list)
        if enum in module.enums
        for table in _tables(module.enums[enum])
    }
    imported = {name.split(":")[1] for name in module.imports}
    more = {f"{name}_{tail}" for name in tables for tail in ("NAMES", "FACTS")}
    return {"__all__"} | _exports(provider) | tables | more | imported | module.attributes.keys()


def _exports(provider: Provider) -> set[str]:
    """Return the names that the module has to export."""
    names = {"LISTS", *(constant.name for constant in provider.constants)}
    names.update(name for code_list in provider.lists for name in _enum_names(code_list))
    for family in provider.families:
        names |= {family.alias, family.finder}
        if _grouped(provider, family):
            names |= {family.group_alias, family.group_finder}
    return names


def _enum_names(code_list: CodeList) -> tuple[str, ...]:
    return (code_list.group_name, code_list.name) if code_list.groups else (code_list.name,)


# Lists and groups


def _list_differences(code_list: CodeList, module: Module) -> Iterator[tuple[int, str]]:
    members = code_list.members
    enum = module.enums.get(code_list.name)
    if enum is None:
        yield 1, f"{code_list.name} is missing"
        return
    yield from _member_differences(
        code_list.name,
        enum,
        code_list.values,
        [(code.name, code.value, _paragraphs(code)) for code in members],
    )
    aliases = [
        (name, f"{code_list.name}.{code.name}", doc)
        for code in members
        for name, doc in _second_names(code)
    ]
    if [(name, target, unwrap(doc)) for name, target, doc in enum.aliases] != aliases:
        yield enum.line, f"the aliases of {code_list.name} are not those of the spec"
    facts = {
        fact.attribute: (
            fact.type_in(code_list),
            [_returned(fact, code_list, code) for code in members],
        )
        for fact in facts_of(code_list)
    }
    own = {fact.name for fact in code_list.facts}
    yield from _property_differences(code_list.name, enum, module, facts, own)
    yield from _alias_name_differences(code_list.name, enum, module, _names_with_aliases(code_list))
    yield from _own_fact_differences(code_list, enum, module)


def _returned(fact: Fact, code_list: CodeList, code: Code) -> object:
    """Return what the property of a fact returns for a member."""
    value = fact.emitted(code_list, code)
    return Name(f"{code_list.group_name}.{value}") if value and fact.values == "group" else value


def _group_differences(code_list: CodeList, module: Module) -> Iterator[tuple[int, str]]:
    name, groups = code_list.group_name, code_list.groups
    enum = module.enums.get(name)
    if enum is None:
        yield 1, f"{name} is missing"
        return
    wanted = [
        (group.name, group.value, [group.description] if group.description else [])
        for group in groups
    ]
    yield from _member_differences(name, enum, code_list.group_values, wanted)
    facts: dict[str, tuple[str, list[object]]] = {
        "documented_name": (
            "str",
            [group.documented_name or group.name for group in groups],
        ),
        "description": ("str", [group.description for group in groups]),
    }
    yield from _property_differences(name, enum, module, facts)
    codes = enum.properties.get("codes")
    wanted_codes = (
        f"tuple[{code_list.name}, ...]",
        f"tuple((code for code in {code_list.name} if code.group is self))",
    )
    if codes is None or (codes[0], ast.unparse(codes[1])) != wanted_codes:
        yield enum.line, f"{name}.codes does not give the codes of the group"


def _member_differences(
    name: str,
    enum: Enum,
    values: str,
    wanted: Sequence[tuple[str, int | str, list[str]]],
) -> Iterator[tuple[int, str]]:
    base = "IntCode" if values == "int" else "StrCode"
    if enum.base != base:
        yield enum.line, f"{name} is derived from {enum.base} and not from {base}"
    found = {member: (value, doc) for member, value, doc in enum.members}
    for member, value, paragraphs in wanted:
        if member not in found:
            yield enum.line, f"{name}.{member} is missing"
            continue
        found_value, found_doc = found[member]
        if type(found_value) is not type(value) or found_value != value:
            yield enum.line, f"{name}.{member} is {found_value!r} and not {value!r}"
        if unwrap(found_doc) != paragraphs:
            yield enum.line, f"the docstring of {name}.{member} is not its description"
    wanted_order = [member for member, _, _ in wanted]
    found_order = [member for member, _, _ in enum.members]
    times = Counter(found_order)
    if found_order != wanted_order and sorted(found_order) == sorted(wanted_order):
        yield enum.line, f"the members of {name} are not in documented order"
    once = set(wanted_order)
    for member in found_order:
        if member not in once or times[member] > 1:
            yield enum.line, f"{name}.{member} stands there once too often"


def _paragraphs(code: Code) -> list[str]:
    """Return the paragraphs of a member's docstring."""
    paragraphs = [code.description] if code.description else []
    if isinstance(code, Withdrawn):
        paragraphs.append(f"Withdrawn: no longer documented since {code.since.isoformat()}.")
    return paragraphs


def _second_names(code: Code) -> Iterator[tuple[str, list[str]]]:
    for alias in code.aliases:
        yield alias.name, [alias.description] if alias.description else []
    for name in code.former_names:
        yield name, [f"Deprecated: the former name of {code.name}."]


def _names_with_aliases(code_list: CodeList) -> dict[int | str, tuple[str, ...]]:
    """Return all documented names of each code that has more than one."""
    found: dict[int | str, tuple[str, ...]] = {}
    for code in code_list.members:
        aliases = [code_list.documented_alias(alias) for alias in code.aliases]
        if aliases != [None] * len(aliases):
            names = (code_list.documented_name(code), *aliases)
            found[code.value] = tuple(name for name in names if name is not None)
    return found


# Properties: their results are computed from the table, member by member


def _property_differences(
    name: str,
    enum: Enum,
    module: Module,
    facts: dict[str, tuple[str, list[object]]],
    own: Collection[str] = (),
) -> Iterator[tuple[int, str]]:
    for fact in enum.properties.keys() - facts.keys() - {"codes", "documented_names", "facts"}:
        yield enum.line, f"{name}.{fact} is no property of a code"
    for fact, (wanted_type, wanted) in facts.items():
        if fact not in enum.properties:
            # The base class defines the built-in facts as None.
            if fact in own or any(value is not None for value in wanted):
                yield enum.line, f"{name}.{fact} is missing"
            continue
        found_type, expression = enum.properties[fact]
        line = expression.lineno
        if found_type != wanted_type:
            yield line, f"{name}.{fact} is {found_type} and not {wanted_type}"
        try:
            column = _column(expression, module)
        except _NotProven as reason:
            yield line, f"{name}.{fact}: {reason}"
            continue
        for (member, value, _), wanted_value in zip(enum.members, wanted, strict=False):
            if not isinstance(value, int | str):
                continue  # the member itself is wrong; already reported
            if value not in column:
                source = ast.unparse(expression)
                yield line, f"{name}.{member}.{fact}: {source} has nothing for {value!r}"
                break
            found = column[value]
            if type(found) is not type(wanted_value) or found != wanted_value:
                message = f"is {found!r} and not {wanted_value!r}"
                yield line, f"{name}.{member}.{fact} {message}"
    yield from _table_differences(name, enum, module)


def _column(expression: ast.expr, module: Module) -> Mapping[object, object]:
    """Evaluate `TABLE[self]` or `TABLE[self][2]` for the member of each value."""
    if not isinstance(expression, ast.Subscript):
        raise _NotProven(f"{ast.unparse(expression)} is not read from a table")
    if isinstance(expression.value, ast.Name) and ast.unparse(expression.slice) == "self":
        table = module.table(expression.value.id)
        if table is None:
            raise _NotProven(f"there is no table {expression.value.id}")
        return table
    rows = _column(expression.value, module)
    index = expression.slice.value if isinstance(expression.slice, ast.Constant) else None
    if type(index) is not int or index < 0:
        raise _NotProven(f"{ast.unparse(expression)} is no place in a row")
    found: dict[object, object] = {}
    for value, row in rows.items():
        cells = cast(tuple[object, ...], row) if isinstance(row, tuple) else ()
        if index < len(cells):
            found[value] = cells[index]
    return found


def _tables(enum: Enum) -> dict[str, list[str]]:
    """Return the tables that the properties of the enum read, with the types of their columns.

    A row of a table that is read without an index is a value, not a tuple.
    """
    columns: dict[str, dict[int, str]] = {}
    for found_type, expression in enum.properties.values():
        match expression:
            case ast.Subscript(value=ast.Name(id=table)):
                columns.setdefault(table, {})[-1] = found_type
            case ast.Subscript(
                value=ast.Subscript(value=ast.Name(id=table)), slice=ast.Constant(value=int(index))
            ):
                columns.setdefault(table, {})[index] = found_type
            case _:
                pass
    return {table: [types[index] for index in sorted(types)] for table, types in columns.items()}


def _table_differences(name: str, enum: Enum, module: Module) -> Iterator[tuple[int, str]]:
    values = [value for _, value, _ in enum.members]
    listed = {(type(value), value) for value in values if isinstance(value, int | str)}
    for table, types in sorted(_tables(enum).items()):
        rows = module.table(table) or {}
        row_type = f"tuple[{', '.join(types)}]" if len(types) > 1 else types[0]
        if module.annotations.get(table) != f"Final[dict[{enum.values}, {row_type}]]":
            yield enum.line, f"{table} is not annotated with the types of its rows"
        if not {(type(key), key) for key in rows} <= listed:
            yield enum.line, f"{table} has rows for values that {name} does not list"
        for value, row in rows.items():
            cells = len(cast(tuple[object, ...], row)) if isinstance(row, tuple) else 1
            if cells != len(types):
                message = f"the row of {value!r} in {table} has {cells} facts and not {len(types)}"
                yield enum.line, message


def _alias_name_differences(
    name: str, enum: Enum, module: Module, wanted: dict[int | str, tuple[str, ...]]
) -> Iterator[tuple[int, str]]:
    if not _reads_table(
        enum.properties.get("documented_names"),
        module,
        getter=r"(\w+)\.get\(self, super\(\)\.documented_names\)",
        types=("tuple[str, ...]", f"Final[dict[{enum.values}, tuple[str, ...]]]"),
        wanted=wanted,
    ):
        yield enum.line, f"{name}.documented_names does not give the names of the aliases"


def _own_fact_differences(
    code_list: CodeList, enum: Enum, module: Module
) -> Iterator[tuple[int, str]]:
    """Check the mapping of the list's own facts, which names their properties in order."""
    if not _reads_table(
        enum.properties.get("facts"),
        module,
        getter=r"facts_of\(self, (\w+)\)",
        types=("Facts", "Final[dict[str, str]]"),
        wanted={fact.name: fact.title for fact in code_list.facts},
    ):
        yield enum.line, f"{code_list.name}.facts does not give the facts of the list's own"


def _reads_table(
    found: tuple[str, ast.expr] | None,
    module: Module,
    *,
    getter: str,
    types: tuple[str, str],
    wanted: Mapping[Any, object],
) -> bool:
    """Whether a property reads the wanted table, or neither is there.

    `getter` matches what it returns, around the name of the table; `types` are those of the
    property and of the table.
    """
    if found is None:
        return not wanted
    reads = re.fullmatch(getter, ast.unparse(found[1]))
    table = module.table(reads[1]) if reads else None
    if reads is None or table is None:
        return False
    is_equal = list(table.items()) == list(wanted.items())
    return is_equal and (found[0], module.annotations.get(reads[1])) == types


# Aliases, imports, exports, constants and families


def _attribute_differences(provider: Provider, module: Module) -> Iterator[tuple[int, str]]:
    wanted = {
        f"{code_list.name}.{name}": f"{code_list.name}.{code.name}"
        for code_list in provider.lists
        for code in code_list.members
        for name, _ in _second_names(code)
    }
    for name in sorted(wanted.keys() | module.attributes.keys()):
        if wanted.get(name) != module.attributes.get(name):
            message = f"{name} is {module.attributes.get(name)} and not {wanted.get(name)}"
            yield module.lines.get(name, 1), message


def _import_differences(provider: Provider, module: Module) -> Iterator[tuple[int, str]]:
    """Check that the module imports exactly what it needs, because importing runs code."""
    wanted = {"__future__:annotations", "typing:Final", "._runtime:IntCode", "._runtime:StrCode"}
    codes = [code for code_list in provider.lists for code in code_list.members]
    if any(code.aliases or code.former_names for code in codes):
        wanted.add("typing:Literal")
    if provider.families:
        wanted |= {"typing:TypeAlias", "._runtime:find_in"}
    if any(code_list.facts for code_list in provider.lists):
        wanted |= {"._runtime:Facts", "._runtime:facts_of"}
    if module.imports[:1] != ["__future__:annotations"]:
        yield 1, "annotations are not postponed by the first import"
    for name in sorted(wanted ^ set(module.imports)):
        line = module.lines.get(re.split(":| as ", name)[-1], 1)
        how = "not" if name in wanted else "needlessly"
        yield line, f"{name.replace(':', '.')} is {how} imported"


def _export_differences(provider: Provider, module: Module) -> Iterator[tuple[int, str]]:
    lists = tuple(Name(code_list.name) for code_list in provider.lists)
    annotation = module.annotations.get("LISTS")
    if module.values.get("LISTS") != lists or annotation != _LISTS_TYPE:
        yield module.lines.get("LISTS", 1), "LISTS does not have the lists in documented order"
    exports = module.values.get("__all__")
    found = cast(list[object], exports) if isinstance(exports, list) else []
    wanted, line = sorted(_exports(provider)), module.lines.get("__all__", 1)
    for name in wanted:
        if found.count(name) != 1:
            yield line, f"__all__ {'repeats' if name in found else 'lacks'} {name}"
    for other in found:
        if other not in wanted:
            yield line, f"__all__ has {other!r}, which is nothing to export"


def _constant_differences(constant: Constant, module: Module) -> Iterator[tuple[int, str]]:
    value = module.values.get(constant.name)
    doc, line = module.docstrings.get(constant.name), module.lines.get(constant.name, 1)
    if module.annotations.get(constant.name) != "Final":
        yield line, f"{constant.name} is not annotated as Final"
    if type(value) is not type(constant.value) or value != constant.value:
        yield line, f"{constant.name} is {value!r} and not {constant.value!r}"
    if unwrap(doc, "") != ([constant.description] if constant.description else []):
        yield line, f"the docstring of {constant.name} is not its description"


def _family_differences(
    provider: Provider, family: Family, module: Module
) -> Iterator[tuple[int, str]]:
    lists = [found for name in family.lists if (found := provider.code_list(name))]
    types = _types(code_list.values for code_list in lists)
    yield from _finder_differences(
        module,
        family.alias,
        [code_list.name for code_list in lists],
        f"def {family.finder}(value: {types}, name: str | None=None)",
        "find_in(lists, value, name)",
    )
    if grouped := _grouped(provider, family):
        types = _types(code_list.group_values for code_list in grouped)
        yield from _finder_differences(
            module,
            family.group_alias,
            [code_list.group_name for code_list in grouped],
            f"def {family.group_finder}(value: {types})",
            "find_in(lists, value)",
        )


def _grouped(provider: Provider, family: Family) -> list[CodeList]:
    """Return the lists of the family that have groups."""
    lists = [provider.code_list(name) for name in family.lists]
    return [code_list for code_list in lists if code_list and code_list.groups]


def _finder_differences(
    module: Module, alias: str, names: list[str], signature: str, call: str
) -> Iterator[tuple[int, str]]:
    if module.unions.get(alias) != names or module.annotations.get(alias) != "TypeAlias":
        yield module.lines.get(alias, 1), f"{alias} is not the union of {', '.join(names)}"
    finder = signature.removeprefix("def ").split("(")[0]
    function = module.functions.get(finder)
    if function is not None:
        # The docstring may be any text. The rest must equal the model.
        docstring, *body = function.body
        function = copy(function)
        function.body = [ast.Expr(ast.Constant(...)), *body]
        lists = f"({', '.join(names)}{',' if len(names) == 1 else ''})"
        wanted = f"{signature} -> tuple[{alias}, ...]:"
        wanted += f"\n    ...\n    lists = {lists}\n    return {call}"
        if _is_text(docstring) and ast.unparse(function) == wanted:
            return
    message = f"{finder} does not look a value up in {', '.join(names)}"
    yield module.lines.get(finder, 1), message


def _is_text(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
        case _:
            return False


def _types(values: Iterable[str]) -> str:
    return " | ".join(sorted(set(values)))
