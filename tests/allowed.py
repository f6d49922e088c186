"""The allow-list of what an emitted module may say, written without a look at the tool.

Each statement is reduced to its shape: `0` stands for every literal, and texts below a statement
go. A shape is allowed or the statement is a stray. Names are held to the spec elsewhere; here it is
the code that is held: whatever a spec says, importing a module binds names to literals, makes
classes of them, and runs nothing else.
"""

import ast
import re

_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_TYPE = rf"(?:int|str|bool|{_NAME})(?: \| None)?"
_TYPES = rf"(?:{_TYPE}|tuple\[{_TYPE}(?:, {_TYPE})*(?:, \.\.\.)?\])"
_NAMES = rf"\({_NAME},\)|\({_NAME}(?:, {_NAME})+\)"
_CELL = rf"(?:0|None|True|False|{_NAME}\.{_NAME})"
_ROW = rf"(?:{_CELL}|\({_CELL},\)|\({_CELL}(?:, {_CELL})+\))"

# A meaning: state, final, retry, party, basis, and a reason where there is one.
_MEANING = (
    r"Meaning\((?:MessageState\.[A-Z]+|None), (?:True|False|None), (?:Retry\.[A-Z_]+|None),"
    r" (?:Party\.[A-Z]+|None), 0(?:, 0)?\)"
)
_MEANINGS = rf"\{{(?:0: {_MEANING}(?:, 0: {_MEANING})*)?\}}"

_IMPORTS = (
    r"from \._meaning import Meaning(?:, MessageState)?(?:, Party)?(?:, Retry)?",
    r"from __future__ import annotations",
    r"from typing import Final(?:, Literal)?(?:, TypeAlias)?",
    r"from \._runtime import (?:Facts, )?IntCode, StrCode(?:, facts_of)?(?:, find_in)?",
)
_CONSTANTS = (
    r"__all__ = \[0(?:, 0)*\]",
    rf"{_NAME}: Final = (?:0|\(0,\)|\(0(?:, 0)+\))",
    rf"LISTS: Final\[tuple\[type\[IntCode\] \| type\[StrCode\], \.\.\.\]\] = (?:{_NAMES})",
    rf"{_NAME}: TypeAlias = {_NAME}(?: \| {_NAME})*",
    rf"{_NAME}: Final\[dict\[(?:int|str), {_TYPES}\]\] = \{{(?:0: {_ROW}(?:, 0: {_ROW})*)?\}}",
    rf"{_NAME}\.{_NAME} = {_NAME}\.{_NAME}",
    rf"MEANINGS: Final\[dict\[str, dict\[int \| str, Meaning\]\]\] = \{{0: {_MEANINGS}(?:, 0: {_MEANINGS})*\}}",
)
_MODULE = tuple(map(re.compile, _IMPORTS + _CONSTANTS))
_MEMBERS = tuple(map(re.compile, (rf"{_NAME} = 0", rf"{_NAME}: Literal\[{_NAME}\.{_NAME}\]")))
_RESULT = (
    rf"{_NAME}\[self\](?:\[0\])?",
    rf"tuple\(\(code for code in {_NAME} if code\.group is self\)\)",
    rf"{_NAME}\.get\(self, super\(\)\.documented_names\)",
    rf"facts_of\(self, {_NAME}\)",
)
_PROPERTY = re.compile(
    rf"@property\ndef {_NAME}\(self\) -> {_TYPES}:\n    return (?:{'|'.join(_RESULT)})"
)
_CLASS = re.compile(rf"class {_NAME}\((?:IntCode|StrCode)\):")
_FINDER = re.compile(
    rf"def find_{_NAME}\(value: (?:int|str|int \| str)(?:, name: str \| None=None)?\)"
    rf" -> tuple\[{_NAME}, \.\.\.\]:\n"
    rf"    lists = (?:{_NAMES})\n    return find_in\(lists, value(?:, name)?\)"
)


def strays(source: str) -> list[str]:
    """The shapes of the statements of a module that are none of the allowed ones."""
    found: list[str] = []
    for statement in _without_texts(ast.parse(source).body):
        match statement:
            case ast.ClassDef(body=body):
                found += _strays_of_class(statement, body)
            case ast.FunctionDef():
                found += [] if _FINDER.fullmatch(_shape(statement)) else [_shape(statement)]
            case _:
                found += _unless_one_of(_MODULE, statement)
    return found


def _strays_of_class(definition: ast.ClassDef, body: list[ast.stmt]) -> list[str]:
    definition.body = [ast.Pass()]
    head = _shape(definition).removesuffix("\n    pass")
    found = [] if _CLASS.fullmatch(head) else [head]
    for statement in _without_texts(body):
        if isinstance(statement, ast.FunctionDef):
            found += [] if _PROPERTY.fullmatch(_shape(statement)) else [_shape(statement)]
        else:
            found += _unless_one_of(_MEMBERS, statement)
    return found


def _unless_one_of(allowed: tuple[re.Pattern[str], ...], statement: ast.stmt) -> list[str]:
    shape = _shape(statement)
    return [] if any(pattern.fullmatch(shape) for pattern in allowed) else [shape]


def _without_texts(body: list[ast.stmt]) -> list[ast.stmt]:
    return [statement for statement in body if not _is_text(statement)]


def _is_text(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
        case _:
            return False


def _shape(statement: ast.stmt) -> str:
    if isinstance(statement, ast.FunctionDef):
        statement.body = _without_texts(statement.body)
    return ast.unparse(_Blank().visit(statement))


class _Blank(ast.NodeTransformer):
    """Puts `0` for every number and text, whatever it says."""

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        is_literal = type(node.value) in (int, str)
        return ast.copy_location(ast.Constant(0), node) if is_literal else node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        match node:
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int())):
                return ast.copy_location(ast.Constant(0), node)
            case _:
                return node
