"""Proves that emitted meanings equal the meanings of the model, before they are written.

Compares the module with the module expected from the model, statement by statement.
"""

import ast
from collections.abc import Iterator
from itertools import zip_longest
from typing import cast

from ..model import Finding, Meaning, Meanings, Place, Provider, shortened
from .module import parse

# A docstring may be any text.
_DOCSTRING = '"""A docstring."""'
_MODULE = f"""\
{_DOCSTRING}
from __future__ import annotations
from typing import Final
from ._meaning import {{imports}}
__all__ = ["MEANINGS"]
MEANINGS: Final[dict[str, dict[int | str, Meaning]]] = {{table}}
{_DOCSTRING}
"""
_GROUNDS = {"flag": "the documented flag", "convention": "convention"}


def prove_meanings(provider: Provider, meanings: Meanings, source: str, file: str) -> list[Finding]:
    """Return the differences between a module and the meanings of the model.

    `file` is the module's name in findings.
    """
    try:
        differences = list(_differences(parse(source), parse(_expected(provider, meanings))))
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        line = getattr(error, "lineno", None) or 1
        differences = [(line, f"the template printed invalid Python: {error}")]
    help = "nothing was written: correct the template"
    return [
        Finding("not-proven", message, help, Place(file, line)) for line, message in differences
    ]


def _differences(module: ast.Module, expected: ast.Module) -> Iterator[tuple[int, str]]:
    for found, wanted in zip_longest(module.body, expected.body):
        if wanted is None:
            yield found.lineno, "the module ends before this statement"
        elif found is None:
            yield 1, f"the module lacks: {shortened(ast.unparse(wanted), 60)}"
        elif not (_is_docstring(found) and _is_docstring(wanted)):
            line = _first_difference(found, wanted, found.lineno)
            if line is not None:
                yield line, f"this differs from: {shortened(ast.unparse(wanted), 60)}"


def _is_docstring(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(ast.Constant(str())):
            return True
        case _:
            return False


def _first_difference(found: object, wanted: object, line: int) -> int | None:
    """Return the line where two trees or two lists of trees first differ, or None."""
    line = getattr(found, "lineno", line)
    if type(found) is not type(wanted):
        return line
    if isinstance(found, ast.AST):
        pairs = [(getattr(found, name), getattr(wanted, name)) for name in found._fields]
    elif isinstance(found, list):
        pairs = list(zip_longest(cast(list[object], found), cast(list[object], wanted)))
    else:
        return None if found == wanted else line
    differences = (_first_difference(one, other, line) for one, other in pairs)
    return next((each for each in differences if each is not None), None)


def _expected(provider: Provider, meanings: Meanings) -> str:
    """Return the source of the module expected from the model."""
    judged = meanings.by_code()
    lists: list[str] = []
    enums: set[str] = set()
    for code_list in provider.lists:
        rows: list[str] = []
        for code in code_list.members:
            if meaning := judged.get((code_list.name, code.name)):
                rows.append(f"{code.value!r}: Meaning({', '.join(_arguments(meaning))})")
                enums |= _enums(meaning)
        lists.append(f"{code_list.name!r}: {{{', '.join(rows)}}}")
    imports = ", ".join(["Meaning", *sorted(enums)])
    return _MODULE.format(imports=imports, table=f"{{{', '.join(lists)}}}")


def _enums(meaning: Meaning) -> set[str]:
    """Return the enums that the arguments of the meaning use."""
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
