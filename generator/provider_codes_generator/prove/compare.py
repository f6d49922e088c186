"""Compares the syntax tree of emitted text with the expected one.

In an expected tree, `...` as a statement stands for any docstring. Any other docstring is compared
as text: emitted ones are wrapped at spaces.
"""

import ast
from collections.abc import Iterator
from itertools import zip_longest
from typing import cast

from ..model import Finding, Place, same_start, shortened
from .nodes import parse

_LONGEST = 80  # characters of code in a message
_HELP = "nothing was written: correct the template"
_Items = list[object]
_END = ast.Load()  # what follows the last node of a list; no list has such a node


def prove_syntax(source: str, file: str) -> list[Finding]:
    """Return a finding if a file is not Python. No spec says anything about its content."""
    return compare(source, None, file)


def compare(source: str, expected: ast.Module | None, file: str) -> list[Finding]:
    """Return a finding about the first difference of the text from the expected tree, if any.

    Without an expected tree, it has only to be Python. `file` is the name of the text.
    """
    try:
        tree = parse(source)
        difference = _difference(tree, expected) if expected else None
    except (MemoryError, RecursionError):
        difference = 1, "the template printed code that nests too deeply"
    except (SyntaxError, ValueError) as error:
        message = f"the template printed invalid Python: {getattr(error, 'msg', error)}"
        difference = getattr(error, "lineno", None) or 1, message
    if difference is None:
        return []
    line, message = difference
    return [Finding("not-proven", message, _HELP, Place(file, line))]


def _difference(
    found: ast.AST, wanted: ast.AST, line: int = 1, owner: str = ""
) -> tuple[int, str] | None:
    """Return the line and the words of the smallest node that differs, or None.

    `line` is that of the node above, and `owner` is what the statements around it define.
    """
    line = getattr(found, "lineno", line)
    if isinstance(wanted, ast.stmt) and (name := _name(wanted)):
        owner = f"{owner}.{name}" if owner else name
    if isinstance(found, ast.Expr):
        if _is_same_docstring(found, wanted):
            return None
    elif type(found) is type(wanted):
        for part, wanted_part in _pairs(found, wanted):
            if isinstance(part, ast.AST) and isinstance(wanted_part, ast.AST):
                if difference := _difference(part, wanted_part, line, owner):
                    return difference
            elif type(part) is not type(wanted_part) or part != wanted_part:
                break
        else:
            return None
    return line, _message(found, wanted, owner)


def _pairs(found: ast.AST, wanted: ast.AST) -> Iterator[tuple[object, object]]:
    """Yield the parts of two nodes of one type in pairs. `_END` fills the shorter of two lists."""
    for field in found._fields:
        part, wanted_part = getattr(found, field), getattr(wanted, field, None)
        if field == "op":  # an operator alone shows nothing: the nodes are what differs
            yield type(part), type(wanted_part)
        elif isinstance(part, list) and isinstance(wanted_part, list):
            yield from zip_longest(cast(_Items, part), cast(_Items, wanted_part), fillvalue=_END)
        elif field != "ctx":  # whether a name is read or set follows from where it is
            yield part, wanted_part


def _name(statement: ast.stmt) -> str:
    """Return the name that a statement defines, if it has one."""
    match statement:
        case (
            ast.ClassDef(name=name)
            | ast.FunctionDef(name=name)
            | ast.Assign(targets=[ast.Name(id=name)])
            | ast.AnnAssign(target=ast.Name(id=name))
        ):
            return name
        case _:
            return ""


def _is_same_docstring(found: ast.Expr, wanted: ast.AST) -> bool:
    """Whether the wanted docstring is found; `...` is any."""
    match found, wanted:
        case ast.Expr(ast.Constant(str(doc))), ast.Expr(ast.Constant(text)):
            return text in (..., doc) or "\n\n".join(unwrap(doc, " " * found.col_offset)) == text
        case _:
            return False


def unwrap(doc: str, margin: str) -> list[str]:
    """Return the paragraphs of a docstring that was wrapped at spaces and indented by a margin."""
    text = doc.removesuffix(f"\n{margin}")
    return [paragraph.replace(f"\n{margin}", " ") for paragraph in text.split(f"\n\n{margin}")]


def _message(found: ast.AST, wanted: ast.AST, owner: str) -> str:
    """Return what differs, in code. Of texts that begin alike, only the ends are shown."""
    texts = [_code(wanted), _code(found)]
    same = same_start(*texts)
    if same > _LONGEST // 2:
        texts = [f"…{text[same - 10:]}" for text in texts]
    shown = [f"`{shortened(text, _LONGEST)}`" if text else "nothing more" for text in texts]
    return f"{owner + ': ' if owner else ''}expected {shown[0]}, found {shown[1]}"


def _code(node: ast.AST) -> str:
    """Return the node as code on one line."""
    return " ".join(ast.unparse(ast.fix_missing_locations(node)).split())
