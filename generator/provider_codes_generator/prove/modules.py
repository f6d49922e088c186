"""The module that imports the module of each provider, as the registry gives it."""

from ..model import Finding, Registry
from .compare import compare

_MODULES = """\
...
from __future__ import annotations
from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from ._meaning import Meaning
__all__ = ["meanings_of", "module_of"]
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
"""
_CASE = """
        case {slug!r}:
            from . import {module}
            return {result}"""


def prove_modules(registry: Registry, source: str, file: str) -> list[Finding]:
    """The first difference of the emitted text from the registry; `file` is its name."""
    slugs = [provider.provider for provider in registry]
    judged = {slug: f"_{slug}_meanings" for slug in slugs if registry.meanings_of(slug)}
    expected = _MODULES.format(
        modules="".join(_CASE.format(slug=slug, module=slug, result=slug) for slug in slugs),
        meanings="".join(
            _CASE.format(slug=slug, module=module, result=f"{module}.MEANINGS")
            for slug, module in judged.items()
        ),
    )
    return compare(source, expected, file)
