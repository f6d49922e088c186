"""The meanings of a provider's codes as Python, as the model gives them."""

from ..model import Finding, Meaning, Meanings, Provider
from .compare import compare

_MODULE = """\
...
from __future__ import annotations
from typing import Final
from ._meaning import {imports}
__all__ = ["MEANINGS"]
MEANINGS: Final[dict[str, dict[int | str, Meaning]]] = {{{lists}}}
...
"""
_GROUNDS = {"flag": "the documented flag", "convention": "convention"}


def prove_meanings(provider: Provider, meanings: Meanings, source: str, file: str) -> list[Finding]:
    """The first difference of a module from the meanings of the model; `file` is its name."""
    judged = meanings.by_code()
    lists: list[str] = []
    imports: set[str] = set()
    for code_list in provider.lists:
        rows: list[str] = []
        for code in code_list.members:
            if meaning := judged.get((code_list.name, code.name)):
                rows.append(f"{code.value!r}: Meaning({', '.join(_arguments(meaning))})")
                imports |= _enums(meaning)
        lists.append(f"{code_list.name!r}: {{{', '.join(rows)}}}")
    expected = _MODULE.format(
        imports=", ".join(["Meaning", *sorted(imports)]), lists=", ".join(lists)
    )
    return compare(source, expected, file)


def _enums(meaning: Meaning) -> set[str]:
    """The enums that the arguments of the meaning use."""
    state, _, retry, party = meaning.facets
    used = {"MessageState": state, "Retry": retry, "Party": party}
    return {name for name, facet in used.items() if facet}


def _arguments(meaning: Meaning) -> list[str]:
    state, final, retry, party = meaning.facets
    grounds = [
        (f"{facet}: " if facet else "") + _GROUNDS.get(ground, f"“{ground}”")
        for facet, ground in meaning.basis
    ]
    return [
        f"MessageState.{state}" if state else "None",
        repr(final),
        f"Retry.{retry.upper()}" if retry else "None",
        f"Party.{party.upper()}" if party else "None",
        repr("; ".join(grounds)),
        *([repr(meaning.reason)] if meaning.reason else []),
    ]
