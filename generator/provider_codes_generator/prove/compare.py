"""Compares the syntax tree of emitted text with that of the expected source.

In expected source, `...` on a line of its own stands for any docstring. Any other docstring is
compared as text: emitted ones are wrapped at spaces.
"""

import ast
from itertools import zip_longest
from os.path import commonprefix
from typing import cast

from ..model import Finding, Place, shortened

_LONGEST = 80  # characters of code in a message
_HELP = "nothing was written: correct the template"
_Items = list[object]


class _Different(Exception):
    """The first difference: its line in the emitted text, and both nodes; None is no node."""

    def __init__(self, line: int, owner: str, found: object, wanted: object) -> None:
        super().__init__(
            f"{owner}: {_message(found, wanted)}" if owner else _message(found, wanted)
        )
        self.line = line


def prove_syntax(source: str, file: str) -> list[Finding]:
    """The finding about a file that is not Python; no spec says anything about its content."""
    return compare(source, None, file)


def compare(source: str, expected: str | None, file: str) -> list[Finding]:
    """The first difference of emitted text from the expected source, or from Python if None.

    `file` is what the finding calls the text.
    """
    try:
        tree = parse(source)
        if expected is not None:
            _compare(tree, parse(expected), 1)
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


def parse(source: str) -> ast.Module:
    """The syntax tree of Python.

    Raises SyntaxError or ValueError, and MemoryError or RecursionError if it nests too deep.
    From Python 3.14 on, `ast.parse` omits docstrings under `-OO`, but they have to be proven.
    """
    flags = ast.PyCF_ONLY_AST
    tree = compile(source, "<emitted>", "exec", flags, dont_inherit=True, optimize=0)
    return cast(ast.Module, tree)


def _compare(found: ast.AST, wanted: ast.AST, line: int, owner: str = "") -> None:
    """Raise `_Different` at the smallest node that differs.

    `line` and `owner` are those of the node above: its line, and the name that it defines.
    """
    line = getattr(found, "lineno", line)
    owner = _owner(wanted, owner) if isinstance(wanted, ast.stmt) else owner
    if type(found) is not type(wanted):
        raise _Different(line, owner, found, wanted)
    if not isinstance(found, ast.Expr):
        _compare_fields(found, wanted, line, owner)
    elif not _is_same_docstring(found, wanted):
        raise _Different(line, owner, found, wanted)


def _compare_fields(found: ast.AST, wanted: ast.AST, line: int, owner: str) -> None:
    for field in found._fields:
        one, other = getattr(found, field), getattr(wanted, field)
        if one is other:  # also whether a name is read or set: Python has one object for each
            continue
        if isinstance(one, ast.AST) and isinstance(other, ast.AST) and _is_code(one, other):
            _compare(one, other, line, owner)
        elif type(one) is not type(other):
            raise _Different(line, owner, found, wanted)
        elif isinstance(one, list):
            for item, its_like in zip_longest(cast(_Items, one), cast(_Items, other)):
                if isinstance(item, ast.AST) and isinstance(its_like, ast.AST):
                    _compare(item, its_like, line, owner)
                elif item != its_like:
                    raise _Different(getattr(item, "lineno", line), owner, item, its_like)
        elif one != other:
            raise _Different(line, owner, found, wanted)


def _is_code(one: ast.AST, other: ast.AST) -> bool:
    """Whether these nodes can show their difference; operators leave it to the node above."""
    return type(one) is type(other) or hasattr(one, "lineno")


def _owner(statement: ast.stmt, above: str) -> str:
    """The name that the statement defines, within the name above; that above if it has none."""
    match statement:
        case (
            ast.ClassDef(name=name)
            | ast.FunctionDef(name=name)
            | ast.Assign(targets=[ast.Name(id=name)])
            | ast.AnnAssign(target=ast.Name(id=name))
        ):
            return f"{above}.{name}" if above else name
        case _:
            return above


def _is_same_docstring(found: ast.Expr, wanted: ast.AST) -> bool:
    """Whether the wanted docstring is found; `...` is any."""
    match found, wanted:
        case ast.Expr(ast.Constant(str())), ast.Expr(ast.Constant(value=text)) if text is ...:
            return True
        case ast.Expr(ast.Constant(str(doc))), ast.Expr(ast.Constant(str(text))):
            return "\n\n".join(unwrap(doc, " " * found.col_offset)) == text
        case _:
            return False


def unwrap(doc: str, margin: str = "    ") -> list[str]:
    """The paragraphs of a docstring that was wrapped at spaces and indented by a margin."""
    text = doc.removesuffix(f"\n{margin}")
    return [paragraph.replace(f"\n{margin}", " ") for paragraph in text.split(f"\n\n{margin}")]


def _message(found: object, wanted: object) -> str:
    """What differs, in code; only the ends of texts that begin alike."""
    texts = [_code(wanted), _code(found)]
    same = len(commonprefix(texts))
    if same > _LONGEST // 2:
        texts = [f"…{text[same - 10:]}" for text in texts]
    one, other = (f"`{shortened(text, _LONGEST)}`" if text else "nothing more" for text in texts)
    return f"expected {one}, found {other}"


def _code(node: object) -> str:
    """The node as code on one line."""
    return " ".join(ast.unparse(node).split()) if isinstance(node, ast.AST) else ""
