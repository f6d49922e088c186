"""Compares the syntax tree of emitted text with the expected one.

In an expected tree, `...` as a statement stands for any docstring. Any other docstring is compared
as text: emitted ones are wrapped at spaces.
"""

import ast
from itertools import zip_longest
from typing import cast

from ..model import Finding, Place, same_start, shortened
from .nodes import parse

_LONGEST = 80  # characters of code in a message
_HELP = "nothing was written: correct the template"
_Items = list[object]


class _Different(Exception):
    """The first difference: its line in the emitted text, and both nodes; None is no node."""

    def __init__(self, line: int, found: object, wanted: object) -> None:
        super().__init__(_message(found, wanted))
        self.line = line
        # The names that the statements around it define, from the outside in.
        self.owners: list[str] = []

    def __str__(self) -> str:
        words = super().__str__()
        return f"{'.'.join(self.owners)}: {words}" if self.owners else words


def prove_syntax(source: str, file: str) -> list[Finding]:
    """The finding about a file that is not Python; no spec says anything about its content."""
    return compare(source, None, file)


def compare(source: str, expected: ast.Module | None, file: str) -> list[Finding]:
    """The first difference of emitted text from the expected tree, or from Python if None.

    `file` is what the finding calls the text.
    """
    try:
        tree = parse(source)
        if expected is not None:
            _compare(tree, expected, 1)
    except _Different as difference:
        line, message = difference.line, str(difference)
    except (MemoryError, RecursionError):
        line, message = 1, "the template printed code that nests too deeply"
    except SyntaxError as error:
        line, message = error.lineno or 1, f"the template printed invalid Python: {error.msg}"
    except ValueError as error:
        line, message = 1, f"the template printed invalid Python: {error}"
    else:
        return []
    return [Finding("not-proven", message, _HELP, Place(file, line))]


def _compare(found: ast.AST, wanted: ast.AST, line: int) -> None:
    """Raise `_Different` at the smallest node that differs; `line` is that of the node above."""
    line = getattr(found, "lineno", line)
    try:
        if type(found) is not type(wanted):
            raise _Different(line, found, wanted)
        if not isinstance(found, ast.Expr):
            _compare_fields(found, wanted, line)
        elif not _is_same_docstring(found, wanted):
            raise _Different(line, found, wanted)
    except _Different as difference:
        if name := _name(wanted):
            difference.owners.insert(0, name)
        raise


def _compare_fields(found: ast.AST, wanted: ast.AST, line: int) -> None:
    for field in found._fields:
        if field == "ctx":  # whether a name is read or set follows from where it is
            continue
        one, other = getattr(found, field), getattr(wanted, field)
        if type(one) is not type(other):
            # Operators leave it to the node above to show their difference.
            if hasattr(one, "lineno") and isinstance(other, ast.AST):
                raise _Different(one.lineno, one, other)
            raise _Different(line, found, wanted)
        if isinstance(one, ast.AST):
            _compare(one, other, line)
        elif isinstance(one, list):
            _compare_items(cast(_Items, one), cast(_Items, other), line)
        elif one != other:
            raise _Different(line, found, wanted)


def _compare_items(found: _Items, wanted: _Items, line: int) -> None:
    for one, other in zip_longest(found, wanted):
        if isinstance(one, ast.AST) and isinstance(other, ast.AST):
            _compare(one, other, line)
        elif one != other:
            raise _Different(getattr(one, "lineno", line), one, other)


def _name(node: ast.AST) -> str:
    """The name that a statement defines, if it has one."""
    match node:
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
            return text is ... or "\n\n".join(unwrap(doc, " " * found.col_offset)) == text
        case _:
            return False


def unwrap(doc: str, margin: str = "    ") -> list[str]:
    """The paragraphs of a docstring that was wrapped at spaces and indented by a margin."""
    text = doc.removesuffix(f"\n{margin}")
    return [paragraph.replace(f"\n{margin}", " ") for paragraph in text.split(f"\n\n{margin}")]


def _message(found: object, wanted: object) -> str:
    """What differs, in code; only the ends of texts that begin alike."""
    texts = [_code(wanted), _code(found)]
    same = same_start(*texts)
    if same > _LONGEST // 2:
        texts = [f"…{text[same - 10:]}" for text in texts]
    one, other = (f"`{shortened(text, _LONGEST)}`" if text else "nothing more" for text in texts)
    return f"expected {one}, found {other}"


def _code(node: object) -> str:
    """The node as code on one line."""
    if not isinstance(node, ast.AST):
        return ""
    return " ".join(ast.unparse(ast.fix_missing_locations(node)).split())
