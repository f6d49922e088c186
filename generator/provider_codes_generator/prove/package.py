"""What surrounds the modules of providers: their meanings, and the module that imports them all."""

import ast
from collections.abc import Iterable, Iterator, Mapping

from ..model import Finding, Judged, Meaning, Provider, Registry
from .compare import compare
from .nodes import annotated, literal, parse

_MODULES = """\
...
from __future__ import annotations
from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from ._meaning import Meaning
__all__ = ["meanings_of", "module_of", "notes_of"]
def module_of(provider_: str) -> ModuleType:
    ...
    match provider_:{modules}
        case _:
            raise ValueError(f"this package has no provider {{provider_!r}}")
def meanings_of(provider_: str) -> Mapping[str, Mapping[int | str, Meaning]]:
    ...
    match provider_:{meanings}
        case _:
            return {{}}
def notes_of(provider_: str) -> Mapping[str, Mapping[int | str, tuple[str, ...]]]:
    ...
    match provider_:{notes}
        case _:
            return {{}}
"""
_CASE = """
        case {slug!r}:
            from . import {module}
            return {module}{table}"""

_TABLE = """\
...
from __future__ import annotations
from typing import Final
{imports}
__all__ = ["{name}"]
"""
_ENUMS = {"state": "MessageState", "retry": "Retry", "party": "Party", "cause": "Cause"}


def prove_modules(registry: Registry, source: str, file: str) -> list[Finding]:
    """Return a finding if the emitted text differs from the registry."""
    slugs = [provider.provider for provider in registry]
    noted = [provider.provider for provider in registry if provider.remarks]
    expected = _MODULES.format(
        modules=_cases(slugs, "{}"),
        meanings=_cases(filter(registry.meanings_of, slugs), "_{}_meanings", ".MEANINGS"),
        notes=_cases(noted, "_{}_notes", ".NOTES"),
    )
    return compare(source, parse(expected), file)


def _cases(slugs: Iterable[str], module: str, table: str = "") -> str:
    return "".join(
        _CASE.format(slug=slug, module=module.format(slug), table=table) for slug in slugs
    )


def prove_notes(provider: Provider, source: str, file: str) -> list[Finding]:
    """Return a finding if a module differs from the notes of the spec."""
    return compare(source, _table("NOTES", "", "tuple[str, ...]", provider.remarks), file)


def prove_meanings(provider: Provider, judged: Judged, source: str, file: str) -> list[Finding]:
    """Return a finding if a module differs from the meanings of the model."""
    lists: dict[str, dict[int | str, ast.expr]] = {}
    names = {"Basis", "Meaning"}
    for code_list in provider.lists:
        rows = lists[code_list.name] = {}
        for code in code_list.members:
            if meaning := judged.get((code_list.name, code.name)):
                arguments = dict(_arguments(meaning))
                rows[code.value] = _call("Meaning", arguments)
                names |= {_ENUMS[facet] for facet in _ENUMS.keys() & arguments}
    imports = f"from ._meaning import {', '.join(sorted(names))}"
    return compare(source, _table("MEANINGS", imports, "Meaning", lists), file)


def _table(name: str, imports: str, type_: str, lists: Mapping[str, object]) -> ast.Module:
    start = parse(_TABLE.format(name=name, imports=imports))
    table = annotated(name, f"Final[dict[str, dict[int | str, {type_}]]]", lists)
    return ast.Module([*start.body, table, *parse("...").body], [])


def _call(function: str, arguments: Mapping[str, object]) -> ast.expr:
    keywords = [ast.keyword(name, literal(value)) for name, value in arguments.items()]
    return ast.Call(ast.Name(function), [], keywords)


def _arguments(meaning: Meaning) -> Iterator[tuple[str, object]]:
    for facet, value in meaning.facets.stated.items():
        enum = _ENUMS.get(facet)
        yield facet, ast.Attribute(ast.Name(enum), value.upper()) if enum else value
    yield "basis", _call("Basis", meaning.basis_in_words)
    if meaning.reason:
        yield "reason", meaning.reason
