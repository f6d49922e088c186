"""Emitted meanings are proven equal to what is judged, or they are not written; see `prove`."""

import ast
from collections.abc import Iterator

from ..model import Finding, Meaning, Meanings, Place, Provider
from .module import parse

_Row = tuple[object, ...]
_Table = list[tuple[object, list[tuple[object, _Row]]]]

_ENUMS = ("Meaning", "MessageState", "Party", "Retry")
_TYPE = "Final[dict[str, dict[int | str, Meaning]]]"
# All that may stand in the module, in this order; what is None is a docstring, or looked at below.
_STATEMENTS = (
    None,
    "from __future__ import annotations",
    "from typing import Final",
    None,
    "__all__ = ['MEANINGS']",
    None,
    None,
)


class _Strange(Exception):
    """An expression that no table of meanings has."""


def prove_meanings(provider: Provider, meanings: Meanings, source: str, file: str) -> list[Finding]:
    """What the module says otherwise than what is judged; nothing where they agree.

    `file` is what findings call the module.
    """
    try:
        differences = list(_differences(provider, meanings, parse(source).body))
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        line = getattr(error, "lineno", None) or 1
        differences = [(line, f"the template printed invalid Python: {error}")]
    help = "nothing was written: correct the template"
    return [
        Finding("not-proven", message, help, Place(file, line)) for line, message in differences
    ]


def _differences(
    provider: Provider, meanings: Meanings, body: list[ast.stmt]
) -> Iterator[tuple[int, str]]:
    if len(body) != len(_STATEMENTS):
        yield 1, "a module of meanings has other statements"
        return
    for statement, expected in zip(body, _STATEMENTS, strict=True):
        if expected is not None and ast.unparse(statement) != expected:
            yield statement.lineno, f"here must stand: {expected}"
    opening, _, _, imported, _, table, closing = body
    for statement in (opening, closing):
        match statement:
            case ast.Expr(ast.Constant(str())):
                pass
            case _:
                yield statement.lineno, "here must stand a docstring"
    match imported:
        case ast.ImportFrom("_meaning", names, 1) if all(
            name.name in _ENUMS and name.asname is None for name in names
        ):
            pass
        case _:
            yield imported.lineno, "only what a meaning is made of may be imported"
    match table:
        case ast.AnnAssign(ast.Name("MEANINGS"), annotation, ast.Dict() as value) if (
            ast.unparse(annotation) == _TYPE
        ):
            yield from _table_differences(provider, meanings, value, imported)
        case _:
            yield table.lineno, "MEANINGS is not the table of the meanings"


def _table_differences(
    provider: Provider, meanings: Meanings, value: ast.Dict, imported: ast.stmt
) -> Iterator[tuple[int, str]]:
    try:
        found = _read(value)
    except _Strange as strange:
        yield value.lineno, f"a table of meanings has no place for {strange}"
        return
    expected = list(_expected(provider, meanings))
    for (name, rows), (wanted_name, wanted) in zip(found, expected, strict=False):
        if name != wanted_name or rows != wanted:
            yield value.lineno, f"the meanings of {wanted_name} are not those that are judged"
    if len(found) != len(expected):
        yield value.lineno, "MEANINGS has not the lists of the spec"
    used = {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}
    names = imported.names if isinstance(imported, ast.ImportFrom) else []
    if not used <= {name.name for name in names}:
        yield imported.lineno, "the table uses what is not imported"


def _expected(
    provider: Provider, meanings: Meanings
) -> Iterator[tuple[object, list[tuple[object, _Row]]]]:
    judged = meanings.by_code()
    for code_list in provider.lists:
        rows: list[tuple[object, _Row]] = []
        for code in code_list.members:
            if meaning := judged.get((code_list.name, code.name)):
                rows.append((code.value, _row(meaning)))
        yield code_list.name, rows


def _row(meaning: Meaning) -> _Row:
    state, final, retry, party = meaning.facets
    row: _Row = (
        state and f"MessageState.{state}",
        final,
        retry and f"Retry.{retry.upper()}",
        party and f"Party.{party.upper()}",
        "; ".join(
            (facet + ": " if facet else "") + _WORDS.get(ground, f"“{ground}”")
            for facet, ground in meaning.basis
        ),
    )
    return (*row, meaning.reason) if meaning.reason else row


_WORDS = {"flag": "the documented flag", "convention": "convention"}


def _read(value: ast.Dict) -> _Table:
    return [(key, [*_rows(rows)]) for key, rows in _items(value)]


def _rows(rows: ast.expr) -> Iterator[tuple[object, _Row]]:
    for key, row in _items(rows):
        match row:
            case ast.Call(ast.Name("Meaning"), arguments, []):
                yield key, tuple(map(_argument, arguments))
            case _:
                raise _Strange(ast.unparse(row)[:60])


def _items(node: ast.expr) -> Iterator[tuple[object, ast.expr]]:
    if not isinstance(node, ast.Dict):
        raise _Strange(ast.unparse(node)[:60])
    for key, value in zip(node.keys, node.values, strict=True):
        yield _argument(key), value


def _argument(node: ast.expr | None) -> object:
    match node:
        case ast.Constant(value):
            return value
        case ast.UnaryOp(ast.USub(), ast.Constant(int() as value)):
            return -value
        case ast.Attribute(ast.Name("MessageState" | "Retry" | "Party" as enum), member):
            return f"{enum}.{member}"
        case _:
            raise _Strange(ast.unparse(node)[:60] if node else "**")
