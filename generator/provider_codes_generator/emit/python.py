"""What the templates print: every choice is made here, every text is a finished literal."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import (
    Code,
    CodeList,
    Fact,
    FactValue,
    Family,
    Group,
    Provider,
    Registry,
    ValueType,
    Withdrawn,
    facts_of,
)
from . import literals

_BODY = literals.INDENT
_ROW = 2 * literals.INDENT
_LISTS = "LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = "
_RETURN = _ROW + len("return ")


@dataclass(frozen=True, slots=True)
class ConstantView:
    """`NAME: Final = literal`, and the docstring below, or nothing."""

    name: str
    assignment: str
    docstring: str


@dataclass(frozen=True, slots=True)
class MemberView:
    """`NAME = literal`, or the annotation of an alias, and the docstring below, or nothing."""

    name: str
    statement: str
    docstring: str


@dataclass(frozen=True, slots=True)
class PropertyView:
    """A read-only property whose getter returns the expression."""

    name: str
    type: str
    docstring: str
    expression: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A dict at module level: `opening`, then the entries."""

    opening: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EnumView:
    """One enum: of a list, or of the groups of a list."""

    name: str
    base: str
    docstring: str
    members: tuple[MemberView, ...]
    aliases: tuple[MemberView, ...]
    alias_assignments: tuple[str, ...]
    properties: tuple[PropertyView, ...]
    tables: tuple[TableView, ...]


@dataclass(frozen=True, slots=True)
class FinderView:
    """The union of some enums, and the function that looks a value up in them."""

    alias: str
    alias_assignment: str
    alias_docstring: str
    name: str
    parameters: tuple[str, ...]
    docstring: str
    lists: str
    arguments: str


@dataclass(frozen=True, slots=True)
class ModuleView:
    """One emitted module: one provider."""

    docstring: str
    typing_imports: tuple[str, ...]
    runtime_imports: tuple[str, ...]
    exports: tuple[str, ...]
    constants: tuple[ConstantView, ...]
    enums: tuple[EnumView, ...]
    lists: str
    finders: tuple[FinderView, ...]


@dataclass(frozen=True, slots=True)
class PackageView:
    """The package around the modules."""

    docstring: str
    providers: str
    modules: tuple[str, ...]
    judged: tuple[str, ...]


def package(registry: Registry) -> PackageView:
    """The view of the package."""
    titles = ", ".join(provider.title for provider in registry)
    slugs = tuple(provider.provider for provider in registry)
    return PackageView(
        docstring=literals.docstring([f"Status and error codes as typed enums: {titles}."], 0),
        providers=literals.sequence([literals.text(slug) for slug in slugs]),
        modules=slugs,
        judged=tuple(slug for slug in slugs if registry.meanings_of(slug)),
    )


def module(provider: Provider) -> ModuleView:
    """The view of a provider's module."""
    enums = tuple(_enums(provider))
    finders = tuple(_finders(provider))
    constants = tuple(_constants(provider))
    typing_imports = {"Final"}
    if any(enum.aliases for enum in enums):
        typing_imports.add("Literal")
    if finders:
        typing_imports.add("TypeAlias")
    return ModuleView(
        docstring=literals.docstring(_module_paragraphs(provider), 0),
        typing_imports=tuple(sorted(typing_imports)),
        runtime_imports=tuple(sorted(_runtime_imports(provider))),
        exports=(
            "LISTS",
            *(constant.name for constant in constants),
            *(enum.name for enum in enums),
            *(name for finder in finders for name in (finder.alias, finder.name)),
        ),
        constants=constants,
        enums=enums,
        lists=literals.sequence(
            [code_list.name for code_list in provider.lists], before=len(_LISTS)
        ),
        finders=finders,
    )


def _runtime_imports(provider: Provider) -> set[str]:
    found = {"IntCode", "StrCode"}
    if provider.families:
        found.add("find_in")
    if any(code_list.facts for code_list in provider.lists):
        found |= {"Facts", "facts_of"}
    return found


def _module_paragraphs(provider: Provider) -> list[str]:
    """What the module is, and the edition of each page, which classes refer to by its title."""
    paragraphs = [f"Codes of {provider.title}, as documented in the transcribed edition."]
    used = {code_list.document for code_list in provider.lists}
    for document in (each for each in provider.documents if each.name in used):
        address = f" ({document.address})" if document.address else ""
        day = document.retrieved.isoformat()
        paragraphs.append(f'The page "{document.title}"{address} was transcribed on {day}.')
    return paragraphs


def _constants(provider: Provider) -> Iterator[ConstantView]:
    for constant in provider.constants:
        if isinstance(constant.value, tuple):
            target = f"{constant.name}: Final = "
            texts = [literals.text(item) for item in constant.value]
            assignment = target + literals.sequence(texts, before=len(target))
        else:
            assignment = literals.assignment(
                f"{constant.name}: Final", literals.value(constant.value)
            )
        docstring = literals.docstring([constant.description], 0) if constant.description else ""
        yield ConstantView(constant.name, assignment, docstring)


def _enums(provider: Provider) -> Iterator[EnumView]:
    for code_list in provider.lists:
        if code_list.groups:
            yield _group_enum(provider, code_list)
        yield _code_enum(provider, code_list)


def _class_docstring(provider: Provider, code_list: CodeList, what: str) -> str:
    paragraphs = [f"{provider.title}: {what}."]
    if document := provider.document(code_list.document):
        paragraphs.append(f'From the page "{document.title}".')
    return literals.docstring(paragraphs, _BODY)


def _base(values: ValueType) -> str:
    return "IntCode" if values == "int" else "StrCode"


def _table_name(name: str) -> str:
    """The name of a table: `_VOICE_ERROR` for VoiceError.

    Two lists never share a table: their names differ by more than case, and no other name of a
    module begins with an underscore.
    """
    return "_" + re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).upper()


def _own_facts(table: str) -> PropertyView:
    return PropertyView(
        name="facts",
        type="Facts",
        docstring=literals.docstring(
            ["The facts that only this list has, by name; absent ones are left out."], _ROW
        ),
        expression=literals.call("facts_of", f"self, {table}", _RETURN, _ROW),
    )


def _table_of_own_facts(table: str, code_list: CodeList) -> TableView:
    """The titles of the list's own facts, by name."""
    rows = [(literals.text(fact.name), [literals.text(fact.title)]) for fact in code_list.facts]
    return _table_view(table, "str", ["str"], rows)


@dataclass(frozen=True, slots=True)
class _Column:
    """One fact of all members: a property, and a place in each row of the table."""

    property: str
    type: str
    docstring: str
    cells: tuple[str, ...]


def _code_enum(provider: Provider, code_list: CodeList) -> EnumView:
    members = code_list.members
    table = _table_name(code_list.name)
    columns = _code_columns(code_list)
    properties = list(_properties(table, columns))
    tables = [_table(table, code_list.values, columns, members)]
    if code_list.facts:
        properties.append(_own_facts(f"{table}_FACTS"))
        tables.append(_table_of_own_facts(f"{table}_FACTS", code_list))
    if names := dict(_names_with_aliases(code_list)):
        properties.append(_documented_names(f"{table}_NAMES"))
        tables.append(_table_of_names(f"{table}_NAMES", code_list.values, names))
    return EnumView(
        name=code_list.name,
        base=_base(code_list.values),
        docstring=_class_docstring(provider, code_list, code_list.title),
        members=tuple(_member(code.name, code.value, _paragraphs(code)) for code in members),
        aliases=tuple(_alias(code_list, *second) for second in _second_names(code_list)),
        alias_assignments=tuple(
            literals.assignment(f"{code_list.name}.{name}", f"{code_list.name}.{code.name}")
            for name, code, _ in _second_names(code_list)
        ),
        properties=tuple(properties),
        tables=tuple(tables),
    )


def _group_enum(provider: Provider, code_list: CodeList) -> EnumView:
    groups = code_list.groups
    table = _table_name(code_list.group_name)
    names = tuple(literals.text(group.documented_name or group.name) for group in groups)
    columns = (
        _Column("documented_name", "str", "The provider's own name of the group.", names),
        _description(groups, "The provider's description; empty where it gives none."),
    )
    comprehension = f"code for code in {code_list.name} if code.group is self"
    codes = PropertyView(
        name="codes",
        type=f"tuple[{code_list.name}, ...]",
        docstring=literals.docstring(["The codes of this group, in documented order."], _ROW),
        expression=literals.call("tuple", comprehension, _RETURN, _ROW),
    )
    return EnumView(
        name=code_list.group_name,
        base=_base(code_list.group_values),
        docstring=_class_docstring(provider, code_list, f"groups of the codes of {code_list.name}"),
        members=tuple(
            _member(
                group.name,
                group.value,
                [group.description] if group.description else [],
            )
            for group in groups
        ),
        aliases=(),
        alias_assignments=(),
        properties=(*_properties(table, columns), codes),
        tables=(_table(table, code_list.group_values, columns, groups),),
    )


def _member(name: str, value: int | str, paragraphs: Sequence[str]) -> MemberView:
    return MemberView(
        name=name,
        statement=literals.assignment(name, literals.value(value), _BODY),
        docstring=literals.docstring(paragraphs, _BODY) if paragraphs else "",
    )


def _paragraphs(code: Code) -> list[str]:
    paragraphs = [code.description] if code.description else []
    if isinstance(code, Withdrawn):
        paragraphs.append(f"Withdrawn: no longer documented since {code.since.isoformat()}.")
    return paragraphs


def _second_names(code_list: CodeList) -> Iterator[tuple[str, Code, list[str]]]:
    """Aliases and former names: the name, its code, and its docstring."""
    for code in code_list.members:
        for alias in code.aliases:
            yield alias.name, code, [alias.description] if alias.description else []
        for name in code.former_names:
            yield name, code, [f"Deprecated: the former name of {code.name}."]


def _alias(code_list: CodeList, name: str, code: Code, paragraphs: Sequence[str]) -> MemberView:
    return MemberView(
        name=name,
        statement=literals.subscript(f"{name}: Literal", f"{code_list.name}.{code.name}", _BODY),
        docstring=literals.docstring(paragraphs, _BODY) if paragraphs else "",
    )


def _code_columns(code_list: CodeList) -> tuple[_Column, ...]:
    """The facts that the list has for its members: some built-in ones, and all of its own."""
    found: list[_Column] = []
    for fact in facts_of(code_list):
        values = [fact.emitted(code_list, code) for code in code_list.members]
        # If no member has a built-in fact, the base class says None.
        if (
            fact in code_list.facts
            or not fact.is_optional
            or any(value is not None for value in values)
        ):
            cells = tuple(_cell(fact, code_list, value) for value in values)
            found.append(_Column(fact.attribute, fact.type_in(code_list), fact.docstring, cells))
    return tuple(found)


def _cell(fact: Fact, code_list: CodeList, value: FactValue | None) -> str:
    if value is None or fact.values in ("bool", "int"):
        return str(value)
    if fact.values == "group":
        return f"{code_list.group_name}.{value}"
    return literals.text(str(value))


def _description(entries: Iterable[Code | Group], docstring: str) -> _Column:
    return _Column(
        "description",
        "str",
        docstring,
        tuple(literals.text(entry.description) for entry in entries),
    )


def _properties(table: str, columns: Sequence[_Column]) -> Iterator[PropertyView]:
    for index, column in enumerate(columns):
        row = f"{table}[self]"
        expression = row if len(columns) == 1 else f"{row}[{index}]"
        docstring = literals.docstring([column.docstring], _ROW)
        yield PropertyView(column.property, column.type, docstring, expression)


def _table(
    name: str,
    values: ValueType,
    columns: Sequence[_Column],
    entries: Sequence[Code | Group],
) -> TableView:
    keys = [literals.value(entry.value) for entry in entries]
    rows = zip(*(column.cells for column in columns), strict=True)
    types = [column.type for column in columns]
    return _table_view(name, values, types, zip(keys, rows, strict=True))


def _table_view(
    name: str, key: str, types: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]
) -> TableView:
    """A table with one row per line; rows of a single column are not tuples."""
    row_type = types[0] if len(types) == 1 else f"tuple[{', '.join(types)}]"
    return TableView(
        opening=f"{name}: Final[dict[{key}, {row_type}]] = {{",
        entries=tuple(
            f"{key}: {cells[0] if len(types) == 1 else literals.row(cells)}" for key, cells in rows
        ),
    )


def _names_with_aliases(code_list: CodeList) -> Iterator[tuple[Code, list[str]]]:
    """The codes whose aliases are documented names, each with all its documented names."""
    for code in code_list.members:
        aliases = [code_list.documented_alias(alias) for alias in code.aliases]
        if any(name is not None for name in aliases):
            names = [code_list.documented_name(code), *aliases]
            yield code, [name for name in names if name is not None]


def _documented_names(table: str) -> PropertyView:
    getter = literals.call(f"{table}.get", "self, super().documented_names", _RETURN, _ROW)
    return PropertyView(
        name="documented_names",
        type="tuple[str, ...]",
        docstring=literals.docstring(
            ["All names that the provider gives the code: the first, then the aliases."], _ROW
        ),
        expression=getter,
    )


def _table_of_names(table: str, values: ValueType, names: dict[Code, list[str]]) -> TableView:
    rows = [
        (literals.value(code.value), [literals.row(list(map(literals.text, documented)))])
        for code, documented in names.items()
    ]
    return _table_view(table, values, ["tuple[str, ...]"], rows)


def _finders(provider: Provider) -> Iterator[FinderView]:
    for family in provider.families:
        lists = [code_list for name in family.lists if (code_list := provider.code_list(name))]
        with_groups = [code_list for code_list in lists if code_list.groups]
        yield _finder(family, lists)
        if with_groups:
            yield _group_finder(family, with_groups)


def _finder(family: Family, lists: Sequence[CodeList]) -> FinderView:
    return FinderView(
        alias=family.alias,
        alias_assignment=literals.union(
            f"{family.alias}: TypeAlias", [code_list.name for code_list in lists]
        ),
        alias_docstring=literals.docstring([f"Any code of the family {family.name}."], 0),
        name=family.finder,
        parameters=(
            f"value: {_types(code_list.values for code_list in lists)}",
            "name: str | None = None",
        ),
        docstring="The codes of the family with this value, and this documented name if given.",
        lists=literals.sequence([code_list.name for code_list in lists], _BODY),
        arguments="value, name",
    )


def _group_finder(family: Family, lists: Sequence[CodeList]) -> FinderView:
    names = [code_list.group_name for code_list in lists]
    return FinderView(
        alias=family.group_alias,
        alias_assignment=literals.union(f"{family.group_alias}: TypeAlias", names),
        alias_docstring=literals.docstring([f"Any group of the family {family.name}."], 0),
        name=family.group_finder,
        parameters=(f"value: {_types(code_list.group_values for code_list in lists)}",),
        docstring="The groups of the family with this id.",
        lists=literals.sequence(names, _BODY),
        arguments="value",
    )


def _types(values: Iterable[ValueType]) -> str:
    return " | ".join(sorted(set(values)))
