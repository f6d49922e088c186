"""What surrounds the modules of providers: their meanings, and the module that imports them all."""

from ..model import Finding, Judged, Meaning, Provider, Registry
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
            return {result}"""

_MEANINGS = """\
...
from __future__ import annotations
from typing import Final
from ._meaning import {imports}
__all__ = ["MEANINGS"]
MEANINGS: Final[dict[str, dict[int | str, Meaning]]] = {{{lists}}}
...
"""
_ENUMS = frozenset({"Cause", "MessageState", "Party", "Retry"})
_NOTES = """\
...
from __future__ import annotations
from typing import Final
__all__ = ["NOTES"]
NOTES: Final[dict[str, dict[int | str, tuple[str, ...]]]] = {notes}
...
"""


def prove_modules(registry: Registry, source: str, file: str) -> list[Finding]:
    """The first difference of the emitted text from the registry; `file` is its name."""
    slugs = [provider.provider for provider in registry]
    judged = {slug: f"_{slug}_meanings" for slug in slugs if registry.meanings_of(slug)}
    noted = {each.provider: f"_{each.provider}_notes" for each in registry if each.remarks}
    expected = _MODULES.format(
        modules="".join(_CASE.format(slug=slug, module=slug, result=slug) for slug in slugs),
        meanings="".join(
            _CASE.format(slug=slug, module=module, result=f"{module}.MEANINGS")
            for slug, module in judged.items()
        ),
        notes="".join(
            _CASE.format(slug=slug, module=module, result=f"{module}.NOTES")
            for slug, module in noted.items()
        ),
    )
    return compare(source, expected, file)


def prove_notes(provider: Provider, source: str, file: str) -> list[Finding]:
    """The first difference of a module from the notes of the spec; `file` is its name."""
    return compare(source, _NOTES.format(notes=repr(provider.remarks)), file)


def prove_meanings(provider: Provider, judged: Judged, source: str, file: str) -> list[Finding]:
    """The first difference of a module from the meanings of the model; `file` is its name."""
    lists: list[str] = []
    imports = {"Basis", "Meaning"}
    for code_list in provider.lists:
        rows: list[str] = []
        for code in code_list.members:
            if meaning := judged.get((code_list.name, code.name)):
                arguments = _arguments(meaning)
                rows.append(f"{code.value!r}: Meaning({', '.join(arguments)})")
                values = (argument.partition("=")[2] for argument in arguments)
                imports |= _ENUMS.intersection(value.partition(".")[0] for value in values)
        lists.append(f"{code_list.name!r}: {{{', '.join(rows)}}}")
    names = ", ".join(sorted(imports))
    return compare(source, _MEANINGS.format(imports=names, lists=", ".join(lists)), file)


def _arguments(meaning: Meaning) -> list[str]:
    state, final, retry, party, cause, retry_after = meaning.facets
    grounds = ", ".join(f"{facet}={words!r}" for facet, words in meaning.grounds.items())
    arguments = (
        ("state", f"MessageState.{state}" if state else None),
        ("final", final),
        ("retry", f"Retry.{retry.upper()}" if retry else None),
        ("party", f"Party.{party.upper()}" if party else None),
        ("cause", f"Cause.{cause.upper()}" if cause else None),
        ("retry_after", retry_after),
        ("basis", f"Basis({grounds})"),
        ("reason", repr(meaning.reason) if meaning.reason else None),
    )
    return [f"{name}={value}" for name, value in arguments if value is not None]
