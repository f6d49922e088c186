"""What the templates print: every choice is made here, every text is a finished literal.

A view is a dict, because only templates read it. A statement, such as a member, has a `name`, the
`statement`, and the `docstring` below it, which may be empty.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from ..model import (
    ADVICE,
    DESCRIPTION,
    Code,
    CodeList,
    Fact,
    Group,
    Judged,
    Meaning,
    Provider,
    Registry,
    ValueType,
    documentation,
    emitted_facts,
    names,
    our_note,
)
from . import literals

View: TypeAlias = Mapping[str, Any]

# The classes of the emitted package for facets of a meaning
_ENUMS = {"state": "MessageState", "retry": "Retry", "cause": "Cause", "party": "Party"}


def package(registry: Registry, version: str | None = None) -> View:
    """Return the view of the package around the modules."""
    titles = ", ".join(provider.title for provider in registry)
    slugs = [provider.provider for provider in registry]
    return {
        "docstring": literals.docstring([f"Status and error codes as typed enums: {titles}."], 0),
        "version": literals.text(version) if version else "",
        "providers": literals.value(tuple(slugs)),
        "modules": slugs,
        "judged": list(filter(registry.meanings_of, slugs)),
        "noted": [provider.provider for provider in registry if provider.remarks],
    }


def module(provider: Provider, judged: Judged) -> View:
    """Return the view of a provider's module. Its docstrings have the advice of the meanings."""
    lists, families = provider.lists, provider.families
    has_second_names = any(code_list.second_names for code_list in lists)
    typing = {"Final": True, "Literal": has_second_names, "TypeAlias": families}
    runtime = {"IntCode", "StrCode"}
    if any(code_list.facts for code_list in lists):
        runtime |= {"Facts", "facts_of"}
    for family in families:
        runtime |= {"find_in", "parse_in"}
        runtime |= {_unlisted(each.values) for each in provider.lists_of(family)}
    return {
        "docstring": literals.docstring(list(_module_paragraphs(provider)), 0),
        "typing_imports": [name for name, is_used in typing.items() if is_used],
        "runtime_imports": sorted(runtime),
        "exports": provider.exports,
        "constants": list(_constants(provider)),
        "enums": list(_enums(provider, judged)),
        "lists": literals.sequence([code_list.name for code_list in lists]),
        "finders": list(_finders(provider)),
    }


def _module_paragraphs(provider: Provider) -> Iterator[str]:
    """Yield what the module is, the edition of each page, and the fields of its lists."""
    yield f"Codes of {provider.title}, as documented in the transcribed edition."
    used = {code_list.document for code_list in provider.lists}
    for document in (each for each in provider.documents if each.name in used):
        address = f" ({document.address})" if document.address else ""
        day = document.retrieved.isoformat()
        yield f'The page "{document.title}"{address} was transcribed on {day}.'
    fields: dict[str | None, list[str]] = {}
    for code_list in provider.lists:
        fields.setdefault(code_list.field, []).append(code_list.name)
    for field in filter(None, fields):
        yield f"{_joined(fields[field])}: {field}."
    if None in fields:
        yield f"Its pages do not say in which field these arrive: {_joined(fields[None])}."
    if provider.note:
        yield our_note(provider.note)


def _joined(lists: Sequence[str]) -> str:
    return f"{', '.join(lists[:-1])} and {lists[-1]}" if len(lists) > 1 else lists[0]


def _constants(provider: Provider) -> Iterator[View]:
    for constant in provider.constants:
        statement = f"{constant.name}: Final = {literals.value(constant.value)}"
        yield _statement(constant.name, statement, documentation(constant), 0)


def _statement(name: str, statement: str, paragraphs: Sequence[str], indent: int = 4) -> View:
    docstring = literals.docstring(paragraphs, indent) if any(paragraphs) else ""
    return {"name": name, "statement": statement, "docstring": docstring}


# An enum is a class, and the tables that its read-only properties read. A getter returns the
# `expression`. A table is a dict at module level: the `opening`, then the `entries`.
def _enums(provider: Provider, judged: Judged) -> Iterator[View]:
    for code_list in provider.lists:
        if code_list.groups:
            yield _group_enum(provider, code_list)
        yield _code_enum(provider, code_list, judged)


def _group_enum(provider: Provider, code_list: CodeList) -> View:
    groups = code_list.groups
    table = names.table_name(code_list.group_name)
    columns = [
        ("documented_name", "str", "The provider's own name of the group."),
        ("description", "str", DESCRIPTION.docstring),
    ]
    rows = {
        group.value: literals.texts((group.documented_name or group.name, group.description))
        for group in groups
    }
    codes = _property(
        "codes",
        f"tuple[{code_list.name}, ...]",
        "The codes of this group, in documented order.",
        f"tuple(code for code in {code_list.name} if code.group is self)",
    )
    what = f"groups of the codes of {code_list.name}"
    return {
        "name": code_list.group_name,
        "base": _base(code_list.group_values),
        "docstring": _class_docstring(provider, code_list, what),
        "members": [_member(group) for group in groups],
        "aliases": [],
        "alias_assignments": [],
        "properties": [*_properties(table, columns), codes],
        "tables": [_table(table, code_list.group_values, ["str", "str"], rows)],
    }


def _code_enum(provider: Provider, code_list: CodeList, judged: Judged) -> View:
    members, name = code_list.members, code_list.name
    table = names.table_name(name)
    facts = emitted_facts(code_list)
    columns = [(each.attribute, each.type_in(code_list), each.docstring) for each in facts]
    types = [type_ for _, type_, _ in columns]
    cells = {code.value: [_cell(fact, code_list, code) for fact in facts] for code in members}
    rows = {value: row[0] if len(row) == 1 else literals.row(row) for value, row in cells.items()}
    more = list(_further_tables(code_list, table))
    second_names = code_list.second_names
    return {
        "name": name,
        "base": _base(code_list.values),
        "docstring": _class_docstring(provider, code_list, code_list.title, code_list.note),
        "members": [_member(code, judged.get((name, code.name))) for code in members],
        "aliases": [
            _statement(second, f"{second}: Literal[{name}.{code.name}]", [docstring])
            for second, code, docstring in second_names
        ],
        "alias_assignments": [
            f"{name}.{second} = {name}.{code.name}" for second, code, _ in second_names
        ],
        "properties": [*_properties(table, columns), *(each for each, _ in more)],
        "tables": [_table(table, code_list.values, types, rows), *(each for _, each in more)],
    }


def _base(values: ValueType) -> str:
    return "IntCode" if values == "int" else "StrCode"


def _class_docstring(
    provider: Provider, code_list: CodeList, what: str, note: str | None = None
) -> str:
    paragraphs = [f"{provider.title}: {what}."]
    if document := provider.document(code_list.document):
        paragraphs.append(f'From the page "{document.title}".')
    if since := code_list.withdrawn_since:
        paragraphs.append(f"Withdrawn: the page no longer has this list since {since.isoformat()}.")
    if note:
        paragraphs.append(our_note(note))
    return literals.docstring(paragraphs, 4)


def _member(entry: Code | Group, meaning: Meaning | None = None) -> View:
    statement = f"{entry.name} = {literals.value(entry.value)}"
    return _statement(entry.name, statement, documentation(entry, meaning))


def _cell(fact: Fact, code_list: CodeList, code: Code) -> str:
    value = fact.emitted(code_list, code)
    if fact.values == "group" and value is not None:
        return f"{code_list.group_name}.{value}"
    return literals.value(value)


def _further_tables(code_list: CodeList, table: str) -> Iterator[tuple[View, View]]:
    """Yield the properties that only some enums have, each with the table that it reads."""
    if code_list.facts:
        docstring = "The facts that only this list has, by name; absent facts are omitted."
        titles = {fact.name: literals.text(fact.title) for fact in code_list.facts}
        yield (
            _property("facts", "Facts", docstring, f"facts_of(self, {table}_FACTS)"),
            _table(f"{table}_FACTS", "str", ["str"], titles),
        )
    if documented := code_list.documented_names:
        docstring = "All names that the provider gives the code; the aliases come last."
        getter = f"{table}_NAMES.get(self, super().documented_names)"
        rows = {value: literals.texts(each) for value, each in documented.items()}
        yield (
            _property("documented_names", "tuple[str, ...]", docstring, getter),
            _table(f"{table}_NAMES", code_list.values, ["tuple[str, ...]"], rows),
        )


def _property(name: str, type_: str, docstring: str, expression: str) -> View:
    docstring = literals.docstring([docstring], 8)
    return {"name": name, "type": type_, "docstring": docstring, "expression": expression}


def _properties(table: str, columns: Sequence[tuple[str, str, str]]) -> Iterator[View]:
    """Yield the properties that read the columns of a table, given as name, type and docstring."""
    for index, (name, type_, docstring) in enumerate(columns):
        column = "" if len(columns) == 1 else f"[{index}]"
        yield _property(name, type_, docstring, f"{table}[self]{column}")


def _table(name: str, key: str, types: Sequence[str], rows: Mapping[Any, str]) -> View:
    """Return a table with one row per line. Rows of a single column are not tuples."""
    row_type = types[0] if len(types) == 1 else f"tuple[{', '.join(types)}]"
    entries = [f"{literals.value(value)}: {row}" for value, row in rows.items()]
    return {"opening": f"{name}: Final[dict[{key}, {row_type}]] = {{", "entries": entries}


def _finders(provider: Provider) -> Iterator[View]:
    """Yield the functions of each union of enums. The first one has the union as an `alias`."""
    for family in provider.families:
        lists, named = provider.lists_of(family), family.names
        enums, types = [each.name for each in lists], sorted({each.values for each in lists})
        alias = _union(named.union, f"Any code of the family {family.name}.", enums)
        text = "Return the codes with this value, and this documented name if given."
        yield _finder(named.finder, types, alias, enums, text) | {"alias": alias}
        first = enums[0] if len(types) == 1 else "the first list that can hold it"
        texts = (
            "Return the code for a received value; the name decides if several lists have it.",
            f"If no list has it, return an unlisted code of {first}.",
        )
        returns = " | ".join([named.union, *map(_unlisted, types)])
        finder = _finder(named.parser, types, alias, enums, *texts)
        yield finder | {"function": "parse_in", "returns": returns}
        if grouped := [each for each in lists if each.groups]:
            enums = [each.group_name for each in grouped]
            types = [each.group_values for each in grouped]
            alias = _union(named.group_union, f"Any group of the family {family.name}.", enums)
            text = "Return the groups of the family with this id."
            finder = _finder(named.group_finder, types, alias, enums, text)
            value = finder["parameters"][:1]
            yield finder | {"alias": alias, "parameters": value, "arguments": "value"}


def _unlisted(values: str) -> str:
    return "UnlistedIntCode" if values == "int" else "UnlistedStrCode"


def _union(name: str, docstring: str, enums: Iterable[str]) -> View:
    return _statement(name, f"{name}: TypeAlias = {' | '.join(enums)}", [docstring], 0)


def _finder(
    name: str, types: Sequence[str], alias: View, enums: Sequence[str], *paragraphs: str
) -> dict[str, Any]:
    value = "value: int | str" if "int" in types else "value: str"
    return {
        "name": name,
        "alias": None,
        "union": alias["name"],
        "docstring": literals.docstring(paragraphs, 4),
        "parameters": [value, "name: str | None = None"],
        "returns": f"tuple[{alias['name']}, ...]",
        "lists": literals.sequence(enums, 4),
        "function": "find_in",
        "arguments": "value, name",
    }


def meanings(provider: Provider, judged: Judged) -> View:
    """Return the view of the meanings of a provider's codes, by list, as `value: Meaning(...)`."""
    lists: dict[str, list[str]] = {}
    names = {"Basis", "Meaning"}
    for code_list in provider.lists:
        rows = lists[code_list.name] = []
        for code in code_list.members:
            if meaning := judged.get((code_list.name, code.name)):
                arguments = ", ".join(_arguments(meaning))
                rows.append(f"{literals.value(code.value)}: Meaning({arguments})")
                names |= {_ENUMS[facet] for facet in _ENUMS.keys() & meaning.facets.stated}
    text = f"What the codes of {provider.title} mean for the caller: our judgement, not the provider's words."
    return {"docstring": literals.docstring([text], 0), "imports": sorted(names), "lists": lists}


def notes(provider: Provider) -> View:
    """Return the view of our notes on a provider's codes, by list, as `value: (note, ...)`."""
    lists = {
        name: [f"{literals.value(value)}: {literals.texts(texts)}" for value, texts in rows.items()]
        for name, rows in provider.remarks.items()
    }
    text = f"Our notes on codes of {provider.title}, and where its pages are broken."
    return {"docstring": literals.docstring([text], 0), "lists": lists}


def advice() -> View:
    """Return the view of the advice about a single code, by the facets that decide it."""
    return {literals.value(key): literals.text(words) for key, words in ADVICE.items()}


def _arguments(meaning: Meaning) -> Iterator[str]:
    for facet, value in meaning.facets.stated.items():
        stated = f"{_ENUMS[facet]}.{value.upper()}" if facet in _ENUMS else str(value)
        yield f"{facet}={stated}"
    basis = (f"{facet}={literals.text(words)}" for facet, words in meaning.basis_in_words.items())
    yield f"basis=Basis({', '.join(basis)})"
    if meaning.reason:
        yield f"reason={literals.text(meaning.reason)}"
