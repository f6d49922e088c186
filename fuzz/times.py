"""Check that time grows only with the length of a text: `python -m fuzz.times`.

Only the growth of CPU time is limited, so a slow or busy machine changes nothing. Each reader gets
long pages and very many rows; each regular expression of the tool gets texts that could be slow for
it.
"""

import ast
import gc
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, cast

import provider_codes_generator
from provider_codes_generator.model import names
from provider_codes_generator.spec import shapes
from provider_codes_generator.transcribe.bindings import Binding
from provider_codes_generator.transcribe.draft import draft
from provider_codes_generator.pages.readers import READERS, read
from provider_codes_generator.pages.sources import examine
from provider_codes_generator.model.findings import Refused
from provider_codes_generator.model.registry import CodeList, Document, Provider, Tables


def main() -> int:
    """Run all checks, and report those that fail."""
    failed = 0
    checks: list[Callable[[], None]] = [
        *(partial(check_rows, reader) for reader in READERS),
        *(partial(check_blocks, kind) for kind in BLOCKS),
        *(partial(check_shape, kind) for kind in SHAPES),
        *(partial(check_reader, reader) for reader in READERS),
        check_examine,
        check_expressions,
        *(partial(check_group, text) for text in GROUPS),
    ]
    for check in checks:
        try:
            check()
        except AssertionError as error:
            failed += 1
            print(f"{check}: {error}")
    print(f"{len(checks)} checks of time, {failed} failed")
    return 1 if failed else 0


ROWS: dict[str, tuple[str, str, str]] = {
    "markdown": ("| code | text |\n|---|---|\n", "| 1 | a |\n", ""),
    "html": ("<table><tr><th>code<th>text", "<tr><td>1<td>a\n", "</table>"),
    "columns": ("Code  Text\n", "1  a\n", ""),
    "records": ("[", '{"code": 1, "text": "a"},\n', '{"code": 1}]'),
    "readme": ("| code | text | |---|---| ", "| 1 | a | ", ""),
    "csv": ("code,text\n", "1,a\n", ""),
    "rst": ("== ==\nC  T\n== ==\n", "1  a\n", "== ==\n"),
    "xml": ("<codes>", "<code value='1' text='a'/>\n", "</codes>"),
    "mhtml": (
        "MIME-Version: 1.0\nContent-Type: text/html\n\n<table><tr><th>code<th>text",
        "<tr><td>1<td>a\n",
        "</table>",
    ),
}


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU time of a call, in which no garbage is collected."""
    gc.disable()
    begun = time.process_time()
    try:
        work()
    finally:
        gc.enable()
    return time.process_time() - begun


def check_rows(reader: str) -> None:
    """Check that time grows linearly from a thousand rows to ten thousand, and up to a million."""
    first, row, last = ROWS[reader]

    def per_row(rows: int, times: int) -> float:
        text = first + row * rows + last
        (table,) = read(text, reader).tables
        assert abs(len(table.rows) - rows) <= 1
        return min(seconds(lambda: read(text, reader)) for _ in range(times)) / rows

    assert is_soon(lambda: per_row(10_000, 1) < 3 * per_row(1_000, 3))


BLOCKS: dict[str, Callable[[int], str]] = {
    "rows": lambda rows: (
        '[block:parameters]{"data": {"h-0": "Code", "h-1": "Text",\n'
        + "".join(f'"{row}-0": "{row}", "{row}-1": "a",\n' for row in range(rows))
        + f'"{rows}-0": "1"}}}}[/block]'
    ),
    "headings": lambda rows: '[block:api-header]{"title": "Codes"}[/block]\n' * rows,
    "examples": lambda rows: "a\n[block:code]\n[/block]\n" * rows,
}


def check_blocks(kind: str) -> None:
    def per_row(rows: int) -> float:
        text = BLOCKS[kind](rows)
        return seconds(lambda: read(text, "readme")) / rows

    assert is_soon(lambda: per_row(20_000) < 2.5 * per_row(2_000))


_TABLE = "<table><tr><th>a<th>b<tr><td>1<td>2</table>"


def _list_of(columns: int) -> Callable[[int], str]:
    """Return a list of a single code by its number, with one of some different columns."""
    return lambda number: f"|Code|b{number % columns}|\n|-|-|\n|{number}|a|\n\n"


# Pages that repeat something; the argument is how often.
SHAPES: dict[str, tuple[str, Callable[[int], str]]] = {
    "headings": ("html", lambda n: "<h1>301 a</h1><p>Text" * n),
    "levels of headings": ("markdown", lambda n: "# 301 a\n###### 302\n## 303 b\n\nText\n\n" * n),
    "titles": ("markdown", lambda n: "**A**\n\nText\n\n" * n),
    "tables": ("html", lambda n: _TABLE * n),
    "tables of Markdown": ("markdown", lambda n: "|a|b|\n|-|-|\n|1|2|\n\n" * n),
    "tables in a cell": ("html", lambda n: f"<table><tr><th>a<td>{_TABLE * n}</table>"),
    "nested tables": (
        "html",
        lambda n: ("<table><tr><th>a<td>" * 50 + "</table>" * 50) * (n // 50),
    ),
    "cells": ("html", lambda n: f"<table><tr>{'<td>1' * n}</table>"),
    "cells of Markdown": ("markdown", lambda n: "|a|\n|-|\n" + "|1" * n + "|\n"),
    "header cells": ("markdown", lambda n: "|" * n + "\n|-|\n|1|\n"),
    "spans": ("html", lambda n: "<table><tr>" + "<td rowspan=0>1" * 100 + "<tr><td>1" * (n // 20)),
    "spans below spans": (
        "html",
        lambda n: f"<table>{'<tr><td rowspan=65000>1<td>a' * n}</table>",
    ),
    "attributes of XML": ("xml", lambda n: "<e" + "".join(f" a{i}='1'" for i in range(n)) + "/>"),
    "different lists": ("markdown", lambda n: "".join(map(_list_of(100), range(n)))),
    "too many different lists": ("markdown", lambda n: "".join(map(_list_of(n), range(n)))),
    "lists with the same values": (
        "markdown",
        lambda n: "".join(f"|Code|b|\n|-|-|\n|1|{i}|\n\n" for i in range(n)),
    ),
    "attributes": ("html", lambda n: f"<p {' '.join(f'a{i}=1' for i in range(n))}>"),
    "fewer attributes": ("html", lambda n: f"<p {' a=1' * 900}>" * (n // 100)),
    "terms": ("html", lambda n: f"<dl>{'<dt>1</dt>' * n}{'<dd>a</dd>' * n}</dl>"),
    "notes": (
        "html",
        lambda n: f"<ul>{'<li>1 a <a href=#n>1</a>' * n}</ul>{'<a id=n></a>note ' * n}",
    ),
    "definitions": ("markdown", lambda n: "Term\n" + ": text\n" * n),
    "continued lines": ("markdown", lambda n: "301: a\n" + "text\n" * n + "302: b\n"),
    "captions": ("html", lambda n: f"<figure>{'<figcaption>a</figcaption>' * n}{_TABLE}</figure>"),
    "figures": ("html", lambda n: f"<figure>{_TABLE}<figcaption>a</figcaption></figure>" * n),
    "tabs": (
        "html",
        lambda n: f"<p role=tablist>{'<b role=tab>a</b>' * n}</p>{'<b role=tabpanel>1</b>' * n}",
    ),
    "comments": ("markdown", lambda n: "<!--\n" * n),
    "components": ("markdown", lambda n: "<Anchor id='a'/>\n## A\n" * n),
}


def check_shape(kind: str) -> None:
    """Check the time to read a page, and to draft its lists."""
    reader, text_of = SHAPES[kind]
    document = Document(name="codes", title="Codes", retrieved=date(2026, 1, 2))
    provider = Provider(provider="post", title="Post", documents=(document,), lists=())

    def attempt(text: str) -> None:
        with suppress(Refused):
            draft(provider, read(text, reader), document)

    assert not Growth((500, 8000), 0.25).is_too_fast(attempt, text_of)


def is_soon(check: Callable[[], bool]) -> bool:
    """Whether a check of times passes in one of three runs: other programs use the machine, too."""
    return any(check() for _ in range(3))


class Growth(NamedTuple):
    """The longest text, and the seconds from which its time must grow linearly."""

    sizes: tuple[int, ...]
    enough: float
    most: float = 3.2

    def is_too_fast(self, work: Callable[[str], object], text_of: Callable[[int], str]) -> bool:
        """Whether twice the text needs more than about three times as long.

        Short texts come first, so that code far worse than quadratic does not run for hours.
        """

        def measure(size: int) -> float:
            text = text_of(size)
            return seconds(lambda: work(text))

        for size in self.sizes:
            if measure(size) > self.enough:
                return not is_soon(lambda: measure(size) < self.enough) and not is_soon(
                    lambda: measure(size) < self.most * measure(size // 2)
                )
        return False


OF_EXPRESSIONS = Growth((64, 512, 4096), 0.01)
OF_READERS = Growth((1000, 16_000), 0.25)

# As a whole page, and in the cell of a table.
PIECES = [
    *" \t-|[](){}<>`\"'0a_A#*:.,/\\=!&;~%@\n",
    "| ",
    "- ",
    "<a ",
    "[block:a]",
    "\\|",
    "a: ",
    "&#",
]


def check_reader(reader: str) -> None:
    def attempt(text: str) -> None:
        with suppress(Refused):
            read(text, reader)

    slow = [
        piece for piece in PIECES if OF_READERS.is_too_fast(attempt, partial(run_of, "", piece, ""))
    ]
    assert not slow, slow


def check_examine() -> None:
    """Check the search for login forms and empty shells."""

    def attempt(text: str) -> None:
        with suppress(Refused):
            examine(f"<html>{text}<input type=password>")

    pieces = ["<b></b>", "<!--", "<!-- -->", "<script>", "<input ", "<input type", "> ", "<?", " "]
    slow = [
        each for each in pieces if OF_READERS.is_too_fast(attempt, partial(run_of, "", each, ""))
    ]
    assert not slow, slow


# Regular expressions

PARSER: Any = importlib.import_module("re._parser")
RUNS = " \t\n-|[](<`\"'0aA_"
ENDS = ["\n", "!\x00", ""]
# An expression with many alternatives has tens of thousands of such texts.
MOST_TEXTS = 5_000


class Expression(NamedTuple):
    """A regular expression of the tool, and how it is used."""

    where: str
    pattern: re.Pattern[Any]
    uses: frozenset[str]


METHODS = {
    "match": "match",
    "fullmatch": "fullmatch",
    "search": "search",
    **dict.fromkeys(("finditer", "findall", "sub", "subn", "split"), "finditer"),
}
CALLS = frozenset({"re.compile", *(f"re.{name}" for name in METHODS)})
EVERY_WAY = frozenset({"match", "fullmatch", "search"})

# Expressions that are compiled on use, with their sources.
MADE: dict[tuple[str, str], list[str]] = {
    # These have their own test, below.
    ("transcribe.bindings", "f'{made}{end}(?!\\\\S)'"): [],
    ("transcribe.fact_columns", "pattern"): [],  # plain words, searched in one header
    # Known words, in a name of a pattern's length
    ("transcribe.groups", "f'(?<!\\\\w){words}(?!\\\\w)'"): [],
    ("emit.literals", "line"): [r"(?! )(?:.{1,84}(?= |$)|[^ ]+)"],
    ("emit.seal", "_FIRST"): [r"(?:#!|<\?).*\n"],
    ("emit.seal", "_VERSION"): [r" Version ((?>[^\s.]+(?:\.[^\s.]+)*))\."],
    ("model.names", "pattern"): [names.MEMBER, names.CLASS, names.SLUG],
    ("spec.scalars", "pattern"): [],
    ("spec.scalars", "self.pattern"): [],
    ("pages.decode", "sign"): [],
    (
        "pages.readme",
        "f'\\\\s*(\\\\|(?:{_CELL}){{{columns}}}(?:(?![\\\\s|])(?:{_CELL}))*)'",
    ): [],  # the rows of a page, above
}


def modules() -> Iterator[tuple[str, Any, ast.Module]]:
    """Return the modules of the tool, each with its name and its tree."""
    for info in pkgutil.walk_packages(
        provider_codes_generator.__path__, "provider_codes_generator."
    ):
        if not info.name.endswith("__main__"):
            module = importlib.import_module(info.name)
            tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
            yield info.name.removeprefix("provider_codes_generator."), module, tree


def compiled(value: object) -> Iterator[re.Pattern[Any]]:
    """Return the expressions in a value of a module."""
    if isinstance(value, re.Pattern):
        yield cast(Any, value)
    elif isinstance(value, tuple | list | set | frozenset):
        for item in cast("Iterable[object]", value):
            yield from compiled(item)
    elif isinstance(value, dict):
        yield from compiled(list(cast("dict[object, object]", value).values()))


def patterns_of(kind: Any, seen: set[int]) -> Iterator[str]:
    """Return the patterns of the shapes of a spec."""
    if isinstance(kind, dict):
        for each in cast("dict[str, Any]", kind).values():
            yield from patterns_of(each, seen)
    elif is_dataclass(kind) and id(kind) not in seen:
        seen.add(id(kind))
        for each in fields(kind):
            value = getattr(kind, each.name)
            if each.name == "pattern" and value is not None:
                yield str(value)
            yield from patterns_of(value, seen)


def expressions() -> list[Expression]:
    """Return every regular expression of the tool."""
    found: list[Expression] = []
    made: set[tuple[str, str]] = set()
    for name, module, tree in modules():
        found += called(name, tree)
        made |= {(name, each) for each in made_in(tree)}
        uses = uses_of_names(tree)
        for variable in dict.fromkeys(assigned(tree)):
            for each in compiled(getattr(module, variable, None)):
                ways = frozenset(uses.get(variable, EVERY_WAY))
                found.append(Expression(f"{name}.{variable}", each, ways))
    assert made == MADE.keys(), made ^ MADE.keys()
    for where, texts in MADE.items():
        found += [Expression(where[0], re.compile(text), EVERY_WAY) for text in texts]
    for text in sorted(set(patterns_of(shapes.SPEC, set()))):
        found.append(Expression("shapes", re.compile(text), frozenset({"fullmatch"})))
    return found


def uses_of_names(tree: ast.Module) -> dict[str, set[str]]:
    """Return how each name of a module is used as an expression, directly or by another name."""
    parents = {id(child): node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    uses: dict[str, set[str]] = {}
    renamed: list[tuple[str, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            parent = parents[id(node)]
            if isinstance(parent, ast.Attribute):
                method = METHODS.get(parent.attr)
                # The source of an expression may be a part of another one.
                ways = {method} if method else EVERY_WAY if parent.attr != "pattern" else set[str]()
                uses.setdefault(node.id, set()).update(ways)
            elif isinstance(parent, ast.Tuple | ast.IfExp) and (
                name := target(parents[id(parent)])
            ):
                renamed.append((node.id, name))
            else:
                uses.setdefault(node.id, set()).update(EVERY_WAY)
    for name, other in renamed:
        uses.setdefault(name, set()).update(uses.get(other, EVERY_WAY))
    return uses


def target(statement: ast.AST) -> str | None:
    """Return the name that a loop or an assignment gives to each of several values."""
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement]
    found = targets[0].target if isinstance(targets[0], ast.For) else targets[0]
    return found.id if isinstance(found, ast.Name) else None


def calls_of(tree: ast.AST) -> Iterator[ast.Call]:
    """Return the calls that have a pattern as an argument."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in CALLS:
            yield node


def called(name: str, tree: ast.Module) -> Iterator[Expression]:
    """Return the expressions in the arguments of a call."""
    for node in calls_of(tree):
        method = METHODS.get(ast.unparse(node.func).removeprefix("re."))
        if isinstance(pattern := node.args[0], ast.Constant) and method:
            yield Expression(name, re.compile(str(pattern.value)), frozenset({method}))


def made_in(tree: ast.Module) -> Iterator[str]:
    """Return the patterns that functions compose."""
    settings = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    outside = {id(inner) for node in settings for inner in ast.walk(node)}
    for node in calls_of(tree):
        if not isinstance(node.args[0], ast.Constant) and id(node) not in outside:
            yield ast.unparse(node.args[0])


def assigned(tree: ast.Module) -> Iterator[str]:
    """Return the names that a module assigns."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets += [node.target] if isinstance(node, ast.AnnAssign) else []
        yield from (target.id for target in targets if isinstance(target, ast.Name))


CATEGORIES: dict[str, Callable[[str], bool]] = {
    "DIGIT": str.isdigit,
    "SPACE": str.isspace,
    "WORD": lambda character: character.isalnum() or character == "_",
}


def is_in(character: str, op: str, value: Any) -> bool:
    """Whether a character is in a set of characters."""
    if op == "LITERAL":
        return bool(character == chr(value))
    if op == "RANGE":
        return bool(value[0] <= ord(character) <= value[1])
    kind = str(value).removeprefix("CATEGORY_")
    return CATEGORIES[kind.removeprefix("NOT_")](character) != kind.startswith("NOT_")


def a_character(items: Any) -> str:
    """Return a character of a set of characters."""
    parts = [(str(op), value) for op, value in items if str(op) != "NEGATE"]
    negated = len(parts) < len(items)
    named = [chr(value if op == "LITERAL" else value[0]) for op, value in parts if op != "CATEGORY"]
    candidates: list[str] = ["a", "A", " ", "1", *named, *"!-\0•"]
    return next(each for each in candidates if any(is_in(each, *part) for part in parts) != negated)


def sample(tree: Any) -> str:
    """Return a text that matches, or nearly does.

    It has each optional part once, and ignores lookarounds.
    """
    return "".join(sample_of(str(op), value) for op, value in tree)


def sample_of(op: str, value: Any) -> str:
    match op:
        case "LITERAL":
            return chr(value)
        case "NOT_LITERAL":
            return "a" if value != ord("a") else "b"
        case "ANY":
            return "a"
        case "IN":
            return a_character(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return sample(value[2]) * max(int(value[0]), 1)
        case "SUBPATTERN":
            return sample(value[3])
        case "ATOMIC_GROUP":
            return sample(value)
        case "BRANCH":
            return sample(value[1][0])
        case _:
            return ""


def beginnings(tree: Any) -> Iterator[str]:
    """Return what matches up to each repetition or choice, and the whole text."""
    before = ""
    for op, value in tree:
        match str(op):
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                yield before
                yield from (before + text for text in beginnings(value[2]))
            case "SUBPATTERN":
                yield from (before + text for text in beginnings(value[3]))
            case "ATOMIC_GROUP":
                yield from (before + text for text in beginnings(value))
            case "BRANCH":
                yield from (before + text for each in value[1] for text in beginnings(each))
            case _:
                pass
        before += sample_of(str(op), value)
    yield before


def signs(pattern: re.Pattern[Any]) -> list[str]:
    """Return the characters in an expression, and some of every kind."""
    text = pattern.pattern.decode("latin-1") if is_bytes(pattern) else pattern.pattern
    return list(dict.fromkeys(text + RUNS))


def is_bytes(pattern: re.Pattern[Any]) -> bool:
    """Whether an expression is for bytes."""
    return isinstance(pattern.pattern, bytes)


def run_of(start: str, sign: str, end: str, size: int) -> str:
    """Return a character, repeated."""
    return start + sign * (size // len(sign)) + end


def hostile(pattern: re.Pattern[Any]) -> list[Callable[[int], str]]:
    """Return texts of this length that could be slow for an expression: a sample of very many."""
    texts = list(all_hostile(pattern))
    return Random(0).sample(texts, min(len(texts), MOST_TEXTS))


def all_hostile(pattern: re.Pattern[Any]) -> Iterator[Callable[[int], str]]:
    """Return each start of a match, followed or repeated by each character."""
    for start in dict.fromkeys(["", *beginnings(PARSER.parse(pattern.pattern, pattern.flags))]):
        for sign in signs(pattern):
            for end in ENDS:
                yield partial(run_of, start, sign, end)
            yield partial(run_of, "", start + sign, ENDS[0])
        if start:
            for end in ENDS:
                yield partial(run_of, "", start, end)


def applied(pattern: re.Pattern[Any], use: str) -> Callable[[str], object]:
    """Return a function that applies the expression to a text."""
    method: Callable[[Any], Any] = getattr(pattern, use)

    def work(text: str) -> None:
        found = method(text.encode("latin-1") if is_bytes(pattern) else text)
        if use == "finditer":
            for _ in found:
                pass

    return work


# These never see a text with a line end, because their input is folded.
FOLDED = frozenset({"spec.layout._QUOTED", "spec.layout._QUOTED_IN_FLOW"})
# These see at most a thousand characters, the end of a page, or look no further than that.
LEFT = frozenset({"pages.html._END", "pages.rst._MARKUP"})


def check_expressions() -> None:
    assert len(expressions()) > 90
    assert FOLDED | LEFT < {each.where for each in expressions()}
    slow = {each.where: text for each in expressions() if (text := slow_text(each))}
    assert not slow, slow


def slow_text(expression: Expression) -> str | None:
    """Return the first text for which the time of an expression grows too fast."""
    where, pattern, uses = expression
    for text_of in hostile(pattern):
        if where in LEFT or where in FOLDED and "\n" in text_of(20)[:-1] + text_of(21)[-1:]:
            continue
        if any(OF_EXPRESSIONS.is_too_fast(applied(pattern, use), text_of) for use in uses):
            return text_of(20)
    return None


GROUPS = [
    *("{name}", "{name} (group id: {value})", "{value}: {name}", "{name} - {name} - {value}"),
    *("{value} {name} {value}", "Group {name}, {value}."),
]


def check_group(text: str) -> None:
    tables = Tables(columns=(), group=(text,))
    code_list = CodeList(name="Result", title="", values="int", codes=(), tables=tables)
    binding = Binding(code_list)
    starts = ["", "a", "a (", "a (group id: ", "a - ", "1", "Group a, "]
    pieces = [*" -(:a1.,", "a ", " - ", "- ", " (group id: ", "a, ", "( "]
    slow = [
        (start, piece)
        for start in starts
        for piece in pieces
        if OF_EXPRESSIONS.is_too_fast(binding.group, partial(run_of, start, piece, "\x00"))
    ]
    assert not slow, slow


if __name__ == "__main__":
    sys.exit(main())
