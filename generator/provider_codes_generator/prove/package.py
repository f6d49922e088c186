"""What surrounds the modules of providers: their meanings, and the module that imports them all."""

from collections.abc import Iterable

from ..model import Finding, Judged, Meaning, Provider, Registry
from .codes import dict_of
from .compare import compare

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
{name}: Final[dict[str, dict[int | str, {type}]]] = {lists}
...
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
    return compare(source, expected, file)


def _cases(slugs: Iterable[str], module: str, table: str = "") -> str:
    return "".join(
        _CASE.format(slug=slug, module=module.format(slug), table=table) for slug in slugs
    )


def prove_notes(provider: Provider, source: str, file: str) -> list[Finding]:
    """Return a finding if a module differs from the notes of the spec."""
    lists = provider.remarks
    expected = _TABLE.format(name="NOTES", imports="", type="tuple[str, ...]", lists=lists)
    return compare(source, expected, file)


def prove_meanings(provider: Provider, judged: Judged, source: str, file: str) -> list[Finding]:
    """Return a finding if a module differs from the meanings of the model."""
    lists: dict[str, str] = {}
    enums: set[str] = set()
    for code_list in provider.lists:
        rows: dict[int | str, str] = {}
        for code in code_list.members:
            if meaning := judged.get((code_list.name, code.name)):
                rows[code.value] = _meaning(meaning)
                enums |= {_ENUMS[facet] for facet in _ENUMS.keys() & meaning.facets.stated}
        lists[code_list.name] = dict_of(rows)
    imports = f"from ._meaning import {', '.join(sorted({'Basis', 'Meaning', *enums}))}"
    expected = _TABLE.format(name="MEANINGS", imports=imports, type="Meaning", lists=dict_of(lists))
    return compare(source, expected, file)


def _meaning(meaning: Meaning) -> str:
    arguments = [
        f"{facet}={_ENUMS[facet]}.{value.upper()}" if facet in _ENUMS else f"{facet}={value!r}"
        for facet, value in meaning.facets.stated.items()
    ]
    basis = (f"{facet}={words!r}" for facet, words in meaning.basis_in_words.items())
    arguments.append(f"basis=Basis({', '.join(basis)})")
    if meaning.reason:
        arguments.append(f"reason={meaning.reason!r}")
    return f"Meaning({', '.join(arguments)})"
