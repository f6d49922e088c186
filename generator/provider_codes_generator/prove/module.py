"""Reads the content of an emitted module from its syntax tree only."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast


@dataclass(frozen=True, slots=True)
class Name:
    """A dotted name used as a value."""

    dotted: str


@dataclass(slots=True)
class Enum:
    """The content of a class body. A member is its name, its value and its docstring."""

    line: int
    base: str
    members: list[tuple[str, object, str | None]] = field(
        default_factory=list[tuple[str, object, str | None]]
    )
    aliases: list[tuple[str, str, str | None]] = field(
        default_factory=list[tuple[str, str, str | None]]
    )
    properties: dict[str, tuple[str, ast.expr]] = field(
        default_factory=dict[str, tuple[str, ast.expr]]
    )

    @property
    def values(self) -> str:
        """The type of its values, by its base class."""
        return {"IntCode": "int", "StrCode": "str"}.get(self.base, "")


@dataclass(slots=True)
class Module:
    """The statements of a module, by the name they bind."""

    imports: list[str] = field(default_factory=list[str])
    enums: dict[str, Enum] = field(default_factory=dict[str, Enum])
    values: dict[str, object] = field(default_factory=dict[str, object])
    docstrings: dict[str, str] = field(default_factory=dict[str, str])
    annotations: dict[str, str] = field(default_factory=dict[str, str])
    unions: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    functions: dict[str, ast.FunctionDef] = field(default_factory=dict[str, ast.FunctionDef])
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    bound: Counter[str] = field(default_factory=Counter[str])
    # The last line that binds each name.
    lines: dict[str, int] = field(default_factory=dict[str, int])
    strange: list[ast.stmt] = field(default_factory=list[ast.stmt])
    early: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])

    def table(self, name: str) -> Mapping[object, object] | None:
        """Return the dict of that name, or None."""
        value = self.values.get(name)
        return cast(Mapping[object, object], value) if isinstance(value, dict) else None


def parse(source: str) -> ast.Module:
    """Return the syntax tree of emitted Python.

    Raises SyntaxError or ValueError, and MemoryError or RecursionError if it nests too deep.
    From Python 3.14 on, `ast.parse` omits docstrings under `-OO`, but they have to be proven.
    """
    flags = ast.PyCF_ONLY_AST
    tree = compile(source, "<emitted>", "exec", flags, dont_inherit=True, optimize=0)
    return cast(ast.Module, tree)


def read(tree: ast.Module) -> Module:
    """Return the statements of a module, by the names they bind."""
    module = Module()
    for statement, doc in _with_docstrings(tree.body):
        # Names evaluated at import have to be bound before. `early` has those that are not.
        for name in _evaluated_names(statement):
            if name not in module.bound:
                module.early.append((statement.lineno, name))
        match statement:
            case ast.ImportFrom(module=source, names=names, level=level):
                for alias in names:
                    _note(module, alias.asname or alias.name, statement)
                    module.imports.append(f"{'.' * level}{source or ''}:{ast.unparse(alias)}")
            case ast.ClassDef(keywords=[], decorator_list=[]):
                _note(module, statement.name, statement)
                module.enums[statement.name] = _read_enum(statement)
            case ast.FunctionDef(decorator_list=[]):
                _note(module, statement.name, statement)
                module.functions[statement.name] = statement
            case ast.Assign(targets=[ast.Attribute() as target], value=value):
                _note(module, ast.unparse(target), statement)
                module.attributes[ast.unparse(target)] = ast.unparse(value)
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                _bind(module, name, value, doc)
            case ast.AnnAssign(
                target=ast.Name(id=name), annotation=annotation, value=ast.expr() as value, simple=1
            ):
                _bind(module, name, value, doc)
                module.annotations[name] = ast.unparse(annotation)
            case ast.Expr(value=ast.Constant(value=str())):
                pass
            case _:
                module.strange.append(statement)
    return module


def _evaluated_names(statement: ast.stmt) -> Iterator[str]:
    """Yield the names that a statement looks up when the module is imported."""
    parts: list[ast.expr | None] = []
    match statement:
        case ast.ClassDef(bases=bases, decorator_list=decorators):
            parts = [*bases, *decorators]
            parts += [each.value for each in statement.body if isinstance(each, ast.Assign)]
        case ast.FunctionDef(args=ast.arguments(defaults=defaults), decorator_list=decorators):
            parts = [*defaults, *decorators]
        case ast.Assign(targets=targets, value=value):
            parts = [*targets, value]
        case ast.AnnAssign(value=value):
            parts = [value]
        case _:
            pass
    for part in parts:
        yield from _names(part)


def _names(node: ast.expr | None) -> Iterator[str]:
    """Yield the names that an expression looks up. Long tables of literals take a fast path."""
    match node:
        case None | ast.Constant():
            pass
        case ast.Name(id=name, ctx=ast.Load()):
            yield name
        case ast.Attribute(value=owner):
            yield from _names(owner)
        case ast.Tuple(elts=items) | ast.List(elts=items):
            for item in items:
                yield from _names(item)
        case ast.Dict(keys=keys, values=values):
            for part in (*keys, *values):
                yield from _names(part)
        case _:
            for inner in ast.walk(node):
                if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Load):
                    yield inner.id


def _note(module: Module, name: str, node: ast.stmt | ast.expr) -> None:
    module.bound[name] += 1
    module.lines[name] = node.lineno


def _bind(module: Module, name: str, value: ast.expr, doc: str | None) -> None:
    _note(module, name, value)
    module.values[name] = literal(value)
    if doc is not None:
        module.docstrings[name] = doc
    if isinstance(value, ast.BinOp | ast.Name):
        module.unions[name] = list(_operands(value))


def _read_enum(definition: ast.ClassDef) -> Enum:
    enum = Enum(definition.lineno, ", ".join(ast.unparse(base) for base in definition.bases))
    for statement, doc in _with_docstrings(definition.body):
        match statement:
            case ast.Assign(targets=targets, value=value):
                enum.members.append((", ".join(map(_source, targets)), literal(value), doc))
            case ast.AnnAssign(
                target=ast.Name(id=name),
                annotation=ast.Subscript(value=ast.Name(id="Literal"), slice=target),
                value=None,
            ):
                enum.aliases.append((name, ast.unparse(target), doc))
            case ast.FunctionDef(
                decorator_list=[ast.Name(id="property")],
                body=[
                    ast.Expr(value=ast.Constant(value=str())),
                    ast.Return(value=ast.expr() as result),
                ],
            ) if (
                statement.name not in enum.properties and ast.unparse(statement.args) == "self"
            ):
                returns = ast.unparse(statement.returns) if statement.returns else ""
                enum.properties[statement.name] = (returns, result)
            case ast.Expr(value=ast.Constant(value=str())):
                pass
            case ast.FunctionDef(name=name) if name in enum.properties:
                enum.members.append((f"{name}, a property defined twice", None, None))
            case _:
                enum.members.append((ast.unparse(statement)[:60], None, None))
    return enum


def _with_docstrings(body: Iterable[ast.stmt]) -> Iterator[tuple[ast.stmt, str | None]]:
    """Yield each statement with the string expression that follows it, or None."""
    statements = list(body)
    for statement, following in zip(statements, [*statements[1:], None], strict=True):
        match following:
            case ast.Expr(value=ast.Constant(value=str() as doc)):
                yield statement, doc
            case _:
                yield statement, None


def literal(node: ast.expr) -> object:
    """Return the value of a literal. Names become `Name`. Any other node is returned unchanged."""
    match node:
        case ast.Constant(value=value):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as value)):
            return -value
        case ast.Name() | ast.Attribute():
            return Name(_source(node))
        case ast.Tuple(elts=items):
            return tuple(literal(item) for item in items)
        case ast.List(elts=items):
            return [literal(item) for item in items]
        case ast.Dict(keys=keys, values=values):
            pairs = zip(map(_key, keys), values, strict=True)
            table = {key: literal(value) for key, value in pairs if key is not None}
            return table if len(table) == len(keys) else node
        case _:
            return node


def _source(node: ast.expr) -> str:
    """Return the source of an expression. Nearly all are names, which need no walk over a tree."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            return f"{owner}.{name}"
        case _:
            return ast.unparse(node)


def _key(node: ast.expr | None) -> int | str | None:
    """Return a key of a table, or None if it cannot be the value of a code."""
    key = None if node is None else literal(node)
    return key if isinstance(key, int | str) else None


def _operands(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            yield from _operands(left)
            yield from _operands(right)
        case ast.Name(id=name):
            yield name
        case _:
            yield ast.unparse(node)


def unwrap(doc: str | None, margin: str = "    ") -> list[str]:
    """Return the paragraphs of a docstring that was wrapped at spaces and indented by a margin."""
    if doc is None:
        return []
    text = doc.removesuffix(f"\n{margin}")
    return [paragraph.replace(f"\n{margin}", " ") for paragraph in text.split(f"\n\n{margin}")]
