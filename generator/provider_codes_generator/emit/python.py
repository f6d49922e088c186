"""What the templates print: every choice is made here, every text is a finished literal."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import (
    DESCRIPTION,
    Code,
    CodeList,
    Fact,
    FactValue,
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
class StatementView:
    """An assignment of a name, or its annotation, and the docstring below, or nothing."""

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
    members: tuple[StatementView, ...]
    properties: tuple[PropertyView, ...]
    tables: tuple[TableView, ...]
    aliases: tuple[StatementView, ...] = ()
    alias_assignments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FinderView:
    """The union of some enums, and the function that looks a value up in them."""

    alias: StatementView
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
    constants: tuple[StatementView, ...]
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
            *(name for finder in finders for name in (finder.alias.name, finder.name)),
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


def _constants(provider: Provider) -> Iterator[StatementView]:
    for constant in provider.constants:
        target = f"{constant.name}: Final"
        if isinstance(constant.value, tuple):
            texts = [literals.text(item) for item in constant.value]
            sequence = literals.sequence(texts, before=len(f"{target} = "))
            statement = f"{target} = {sequence}"
        else:
            statement = literals.assignment(target, literals.value(constant.value))
        yield _statement(constant.name, statement, [constant.description], 0)


def _statement(
    name: str, statement: str, paragraphs: Iterable[str], indent: int = _BODY
) -> StatementView:
    texts = [text for text in paragraphs if text]
    return StatementView(name, statement, literals.docstring(texts, indent) if texts else "")


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


def _property(name: str, type_: str, docstring: str, expression: str) -> PropertyView:
    return PropertyView(name, type_, literals.docstring([docstring], _ROW), expression)


def _call(function: str, arguments: str) -> str:
    """A call as the result of a property."""
    return literals.bracketed(function, "()", arguments, _RETURN, _ROW)


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
    more = [*_own_facts(code_list, f"{table}_FACTS"), *_names(code_list, f"{table}_NAMES")]
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
        properties=(*_properties(table, columns), *(each for each, _ in more)),
        tables=(
            _table(table, code_list.values, columns, members),
            *(each for _, each in more),
        ),
    )


def _own_facts(code_list: CodeList, table: str) -> Iterator[tuple[PropertyView, TableView]]:
    """The property of the list's own facts, if any, and the table of their titles."""
    if code_list.facts:
        docstring = "The facts that only this list has, by name; absent facts are omitted."
        rows = [(literals.text(fact.name), [literals.text(fact.title)]) for fact in code_list.facts]
        yield (
            _property("facts", "Facts", docstring, _call("facts_of", f"self, {table}")),
            _table_view(table, "str", ["str"], rows),
        )


def _names(code_list: CodeList, table: str) -> Iterator[tuple[PropertyView, TableView]]:
    """The property of all documented names, if an alias has one, and their table."""
    if rows := list(_names_with_aliases(code_list)):
        docstring = "All names that the provider gives the code: the first, then the aliases."
        getter = _call(f"{table}.get", "self, super().documented_names")
        type_ = "tuple[str, ...]"
        yield (
            _property("documented_names", type_, docstring, getter),
            _table_view(table, code_list.values, [type_], rows),
        )


def _names_with_aliases(code_list: CodeList) -> Iterator[tuple[str, list[str]]]:
    """The codes whose aliases are documented names, each with all its documented names."""
    for code in code_list.members:
        aliases = [code_list.documented_alias(alias) for alias in code.aliases]
        if any(name is not None for name in aliases):
            names = [code_list.documented_name(code), *aliases]
            texts = [literals.text(name) for name in names if name is not None]
            yield literals.value(code.value), [literals.row(texts)]


def _group_enum(provider: Provider, code_list: CodeList) -> EnumView:
    groups = code_list.groups
    table = _table_name(code_list.group_name)
    names = tuple(literals.text(group.documented_name or group.name) for group in groups)
    texts = tuple(literals.text(group.description) for group in groups)
    columns = (
        _Column("documented_name", "str", "The provider's own name of the group.", names),
        _Column("description", "str", DESCRIPTION.docstring, texts),
    )
    codes = _property(
        "codes",
        f"tuple[{code_list.name}, ...]",
        "The codes of this group, in documented order.",
        _call("tuple", f"code for code in {code_list.name} if code.group is self"),
    )
    return EnumView(
        name=code_list.group_name,
        base=_base(code_list.group_values),
        docstring=_class_docstring(provider, code_list, f"groups of the codes of {code_list.name}"),
        members=tuple(_member(group.name, group.value, [group.description]) for group in groups),
        properties=(*_properties(table, columns), codes),
        tables=(_table(table, code_list.group_values, columns, groups),),
    )


def _member(name: str, value: int | str, paragraphs: Iterable[str]) -> StatementView:
    return _statement(name, literals.assignment(name, literals.value(value), _BODY), paragraphs)


def _alias(code_list: CodeList, name: str, code: Code, docstring: str) -> StatementView:
    target = literals.bracketed(
        f"{name}: Literal", "[]", f"{code_list.name}.{code.name}", _BODY, _BODY
    )
    return _statement(name, target, [docstring])


def _paragraphs(code: Code) -> Iterator[str]:
    yield code.description
    if isinstance(code, Withdrawn):
        yield f"Withdrawn: no longer documented since {code.since.isoformat()}."


def _second_names(code_list: CodeList) -> Iterator[tuple[str, Code, str]]:
    """Aliases and former names: the name, its code, and its docstring."""
    for code in code_list.members:
        for alias in code.aliases:
            yield alias.name, code, alias.description
        for name in code.former_names:
            yield name, code, f"Deprecated: the former name of {code.name}."


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


def _properties(table: str, columns: Sequence[_Column]) -> Iterator[PropertyView]:
    for index, column in enumerate(columns):
        row = f"{table}[self]"
        expression = row if len(columns) == 1 else f"{row}[{index}]"
        yield _property(column.property, column.type, column.docstring, expression)


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


def _finders(provider: Provider) -> Iterator[FinderView]:
    for family in provider.families:
        lists = [code_list for name in family.lists if (code_list := provider.code_list(name))]
        yield _finder(
            family.alias,
            f"Any code of the family {family.name}.",
            family.finder,
            "The codes of the family with this value, and this documented name if given.",
            {code_list.name: code_list.values for code_list in lists},
            "name",
        )
        if grouped := [code_list for code_list in lists if code_list.groups]:
            yield _finder(
                family.group_alias,
                f"Any group of the family {family.name}.",
                family.group_finder,
                "The groups of the family with this id.",
                {code_list.group_name: code_list.group_values for code_list in grouped},
            )


def _finder(
    alias: str,
    alias_docstring: str,
    name: str,
    docstring: str,
    enums: Mapping[str, ValueType],
    *names: str,
) -> FinderView:
    """The finder of a value, and of further optional names, in enums with values of these types."""
    union = literals.union(f"{alias}: TypeAlias", list(enums))
    types = " | ".join(sorted(set(enums.values())))
    return FinderView(
        alias=_statement(alias, union, [alias_docstring], 0),
        name=name,
        parameters=(f"value: {types}", *(f"{each}: str | None = None" for each in names)),
        docstring=docstring,
        lists=literals.sequence(list(enums), _BODY),
        arguments=", ".join(["value", *names]),
    )
