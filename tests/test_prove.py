"""Emitted code that differs from its spec is refused, however it differs.

One module with every feature is corrupted in one place after the other: by hand, for each kind of
mistake that a template could make, and by machine, for every constant, name, statement and element.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import ndiff
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pytest
from helpers_specs import module_of, sound
from provider_codes_generator.model.registry import Provider
from provider_codes_generator.prove import prove

ROOT = Path(__file__).parent.parent
TOOL = ROOT / "generator/provider_codes_generator"

SPEC = r'''
provider: postbox
title: Postbox
documents:
  codes: {title: 'Codes "all"', address: "https://example.org/codes", retrieved: 2026-03-04}
constants:
  HEADER: {value: x-postbox, description: 'The header "x" \ of a request.'}
  LIMIT: {value: 1}
  ADDRESSES: {value: [10.0.0.1, 10.0.0.2], description: Where requests come from.}
families:
  state: [Delivery, Reason]
  text: [Word]
  anything: [Word, Reason, Delivery]
lists:
  Delivery:
    title: Delivery
    document: codes
    values: int
    documents: [name, permanent, group]
    groups:
      DONE: {value: 1, description: Nothing more will come.}
      OPEN: {value: 0, documented_name: still open}
    codes:
      DELIVERED: {value: 0, permanent: true, group: DONE, description: 'At \N{DASH} """home""" {{ x }} {% raw %}'}
      LOST:
        value: -7
        documented_name: gone
        permanent: false
        group: DONE
        description: It was "lost".
        former_names: [VANISHED, MISSING]
        aliases:
          STRAYED: {documented_name: gone astray, description: 'It went astray\'}
          DROPPED: {}
      WAITING: {value: 1, permanent: false, group: OPEN}
    withdrawn:
      HELD: {value: 12, documented_name: on hold, since: 2025-01-02, permanent: true, group: OPEN, description: It is held.}
      KEPT: {value: 13, since: 2025-01-03, permanent: true, group: OPEN, in_enum: false}
  Reason:
    title: Reasons
    values: int
    group_values: str
    groups:
      LINE: {value: "l 1", description: The fault of the line.}
      USER: {value: u}
    codes:
      OK: {value: 0, documented_name: All right, group: LINE, permanent: true}
      BUSY: {value: 1, description: Busy for so long that what there is to say of it does not find the room it needs on a single line.}
      UNKNOWN: {value: 3, permanent: false, description: Nobody knows.}
  Word:
    title: Words
    values: str
    codes:
      NOT_DELIVERED: {value: not delivered, description: Not delivered.}
      KO: {value: ko, aliases: {KAPUTT: {description: Broken.}}}
      QUOTE: {value: "\"'\\", description: ’curly’ and ‘single’}
  Reply:
    title: Replies
    values: int
    facts:
      weight: {values: int, title: Weight}
      rare: {values: bool, title: "Rare?"}
      hint: {values: str, title: Hint}
    documents: [weight]
    codes:
      FINE: {value: 71, facts: {weight: -3, rare: true, hint: Be glad.}}
      PERHAPS: {value: 72, facts: {weight: 12}}
'''


PROVIDER = sound(SPEC, "postbox.yaml")
RENDERED = module_of(PROVIDER)


def _unparsed(rendered: str) -> str:
    """The module in the form that corruptions edit.

    Every statement has one form, mostly on one line, whatever layout the templates print.
    """
    return "\n".join(ast.unparse(statement) for statement in ast.parse(rendered).body)


TEXT = _unparsed(RENDERED)


def findings(text: str, provider: Provider = PROVIDER) -> list[str]:
    """The findings of `prove` about a module."""
    return [finding.message for finding in prove(provider, {}, text, "postbox.py")]


# Correct modules


@pytest.mark.parametrize("text", [RENDERED, TEXT], ids=["rendered", "unparsed"])
def test_a_faithful_module_is_proven(text: str) -> None:
    assert findings(text) == []


SMALL = """
provider: postbox
title: Postbox
{families}
lists:
  Word: {{title: Words, values: str, codes: {{KO: {{value: ko{more}}}}}}}
"""


@pytest.mark.parametrize("families", ["", "families: {text: [Word]}"])
@pytest.mark.parametrize("more", ["", ", aliases: {BROKEN: {}}", ", former_names: [BROKEN]"])
def test_a_small_module_imports_what_it_needs_and_no_more(families: str, more: str) -> None:
    provider = sound(SMALL.format(families=families, more=more), "postbox.yaml")
    text = module_of(provider)
    assert prove(provider, {}, text, "postbox.py") == []
    line = next(line for line in text.split("\n") if line.startswith("from typing import "))
    names = set(line.removeprefix("from typing import ").split(", "))
    assert names == {"Final"} | ({"Literal"} if more else set()) | (
        {"TypeAlias"} if families else set()
    )
    for name in ("Final", "Literal", "TypeAlias"):
        other = text.replace(line, f"from typing import {', '.join(names ^ {name}) or 'Any'}")
        assert prove(provider, {}, other, "postbox.py") != []


def test_a_module_of_another_provider_is_refused() -> None:
    path = ROOT / "generated/provider_codes/ecall.py"
    messages = findings(path.read_text(encoding="utf-8"))
    assert messages == ["expected `Literal`, found nothing more"]


def test_a_finding_has_a_place_and_help() -> None:
    text = TEXT.replace("BUSY = 1", "BUSY = 2")
    line = text[: text.index("BUSY = 2")].count("\n") + 1
    finding = prove(PROVIDER, {}, text, "postbox.py")[0]
    assert (finding.id, finding.level) == ("not-proven", "error")
    assert (finding.place.file, finding.place.line) == ("postbox.py", line)
    assert finding.message == "Reason.BUSY: expected `1`, found `2`"
    assert finding.help == "nothing was written: correct the template"


def test_a_finding_in_what_is_not_python_has_the_line() -> None:
    places = [prove(PROVIDER, {}, text, "x.py")[0].place for text in ("x = 1\n)\n", "x = 1\n\0")]
    assert [place.line for place in places] == [2, 1]


def test_an_extra_member_is_the_only_finding() -> None:
    text = TEXT.replace("    KO = 'ko'\n", "    KO = 'ko'\n    KO = 'ko'\n")
    assert findings(text) == ["Word.QUOTE: expected `QUOTE`, found `KO`"]


def test_the_common_start_of_texts_is_not_shown() -> None:
    old = "needs\\n    on a single line."
    assert TEXT.count(old) == 1
    (message,) = findings(TEXT.replace(old, "needs\\n    in one line."))
    assert "in one line." in message and "Busy for" not in message


# Corruptions by hand: forms that no mutator below makes. Each text is in the module once; ⏎ is a
# line end.
REPLACED = r"""
LOST = -7 => LOST = ~7
BUSY = 1 => BUSY = 3 - 2
BUSY = 1 => BUSY = auto()
BUSY = 1 => BUSY: int = 1
BUSY = 1 => BUSY = LATER = 1
KO = 'ko' => KO = f'ko'
needs\n    on a => needs on\n     a
needs\n    on a => needs\n\n    on a
'ko': '' => 'ko': '', **{}
'ko': '' => 'ko': '', {}: ''
'It is held.') => 'It is ' + 'held.')
_WORD: Final[dict[str, str]] = { => _WORD: Final[dict[str, str]] = {} or {
return _WORD[self] => return dict(_WORD)[self]
def permanent(self) -> bool: => def permanent(self) -> 'bool':
def group(self) -> DeliveryGroup: => async def group(self) -> DeliveryGroup:
for code in Delivery if code.group is self => for code in Delivery if code.group == self
KAPUTT: Literal[Word.KO] => KAPUTT: Literal[Word.KO] = KO
State: TypeAlias = Delivery | Reason => State: TypeAlias = Delivery & Reason
find_in(lists, value, name) => find_in(lists, name, value)
= (Delivery, Reason, Word, Reply) => = [Delivery, Reason, Word, Reply]
LIMIT: Final = 1 => (LIMIT): Final = 1
class Reason(IntCode): => class Reason(Mixin, IntCode):
class Reason(IntCode): => class Reason(IntCode, metaclass=Meta):
    OK = 0 =>     'Fine.'⏎    OK = 0
    OK = 0 =>     del OK⏎    OK = 0
    OK = 0 =>     _order_ = 'OK BUSY UNKNOWN'⏎    OK = 0
    OK = 0 =>     def parse(self): return 1⏎    OK = 0
    OK = 0 =>     class Inner: pass⏎    OK = 0
    def group(self) -> DeliveryGroup: =>     @cache⏎    def group(self) -> DeliveryGroup:
class Reason( => @find_in⏎class Reason(
def find_state( => @find_in⏎def find_state(
LISTS: => if LIMIT: HEADER = ''⏎LISTS:
LISTS: => print(HEADER)⏎LISTS:
LISTS: => _WORD['ko'] = 'x'⏎LISTS:
LISTS: => def __getattr__(name): return 1⏎LISTS:
LISTS: => class Other(IntCode): ONE = 1⏎LISTS:
LISTS: => from .other import *⏎LISTS:
"""


@pytest.mark.parametrize("row", REPLACED.strip("\n").split("\n"))
def test_a_corruption_is_refused(row: str) -> None:
    old, new = row.replace("⏎", "\n").split(" => ")
    changed = TEXT.replace(old, new, 1)
    assert changed != TEXT and findings(changed) != []


@pytest.mark.parametrize("text", ["-" * 200_000 + "1", "+1" * 20_000, "1" + "+1" * 900, "(" * 500])
def test_a_statement_too_deep_to_read_is_refused(text: str) -> None:
    assert findings(f"{TEXT}\nDEEP = {text}\n{text}\n") != []


@pytest.mark.parametrize(
    ("statement", "to"),
    [
        ("from ._runtime", "last"),
        ("from __future__", "last"),
        ("class Word", "last"),
        ("class DeliveryGroup", "last"),
        ("LISTS", "first"),
        ("Word.KAPUTT", "first"),
        ("_DELIVERY:", "first"),
        ("State:", "first"),
    ],
)
def test_statements_are_below_those_they_need(statement: str, to: str) -> None:
    """Each statement would be correct, but the import of the module fails."""
    statements = [ast.unparse(node) for node in ast.parse(TEXT).body]
    found = [text for text in statements if text.startswith(statement)]
    assert len(found) == 1
    statements.remove(found[0])
    statements.insert(4 if to == "first" else len(statements), found[0])
    assert findings("\n".join(statements)) != []


# Corruptions by machine. Every node of the module is changed, except those without a meaning.


def _free(tree: ast.Module) -> Iterator[ast.stmt]:
    """The parts that a template may print in any form."""
    # Docstrings without a text in a spec: of the module, classes, properties, unions.
    yield tree.body[0]
    for statement, following in pairwise([*tree.body, ast.Pass()]):
        match statement:
            case ast.ClassDef():
                yield statement.body[0]
                for inner in statement.body:
                    if isinstance(inner, ast.FunctionDef):
                        yield inner.body[0]
            case ast.FunctionDef():
                yield statement.body[0]
            case ast.AnnAssign(target=ast.Name(id="LISTS")):
                yield following
            case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
                yield following
            case _:
                pass


def _others(value: object) -> list[object]:
    """Constants close to this one, and of other types."""
    match value:
        case bool():
            return [not value, int(value), str(value), None]
        case int():
            return [value + 1, -value - 1, str(value), None]
        case str():
            return [f"{value}x", f" {value}", value.encode(), None]
        case None:
            return [False, 0, "", "None"]
        case _:
            return [None]


# A change is made in the tree, and undone when the next is asked for.
Changes = Iterator[None]
Change = Callable[[ast.AST, set[ast.AST]], Changes]


def constants(node: ast.AST, free: set[ast.AST]) -> Changes:
    """Replace each constant by another one, or one of another type."""
    if isinstance(node, ast.Constant):
        old: object = node.value
        for other in _others(old):
            setattr(node, "value", other)
            yield
        setattr(node, "value", old)


def identifiers(node: ast.AST, free: set[ast.AST]) -> Changes:
    """Replace each name, used or bound, by another one."""
    for field in ("id", "attr", "arg", "name", "asname", "module"):
        old: object = getattr(node, field, None)
        if isinstance(old, str):
            setattr(node, field, f"{old}X")
            yield
            setattr(node, field, old)


def removals(node: ast.AST, free: set[ast.AST]) -> Changes:
    """Remove each statement, element, row, parameter, decorator and base."""
    for field, children in _children(node):
        for index, child in enumerate(children):
            if child not in free and (field != "body" or len(children) > 1):
                _replace(node, field, children[:index] + children[index + 1 :])
                yield
        _replace(node, field, children)


def repetitions(node: ast.AST, free: set[ast.AST]) -> Changes:
    """Repeat each statement, row and element; of two docstrings, only the first has an effect."""
    for field, children in _children(node):
        for index, child in enumerate(children):
            if field in ("body", "rows", "elts") and not isinstance(child, ast.Expr):
                _replace(node, field, children[: index + 1] + children[index:])
                yield
        _replace(node, field, children)


def exchanges(node: ast.AST, free: set[ast.AST]) -> Changes:
    """Swap neighbours whose order has a meaning: in tuples, and among members."""
    for field, children in _children(node):
        for index, (one, other) in enumerate(pairwise(children)):
            if _ordered(node, one, other) and ast.dump(one) != ast.dump(other):
                exchanged = [*children[:index], other, one, *children[index + 2 :]]
                _replace(node, field, exchanged)
                yield
        _replace(node, field, children)


def _ordered(node: ast.AST, one: ast.AST, other: ast.AST) -> bool:
    if isinstance(node, ast.ClassDef):
        # Properties may be in any order, and anywhere among the members.
        member = isinstance(one, ast.Assign | ast.AnnAssign)
        return member and not isinstance(other, ast.FunctionDef)
    return isinstance(node, ast.Tuple | ast.arguments)


def _children(node: ast.AST) -> Iterator[tuple[str, list[Any]]]:
    """The lists of nodes below a node; the rows of a table are keys with their values."""
    if isinstance(node, ast.Dict):
        yield "rows", list(zip(node.keys, node.values, strict=True))
        return
    for field, children in ast.iter_fields(node):
        if isinstance(getattr(node, field), list) and field != "ops":
            yield field, [*cast(list[Any], children)]


def _replace(node: ast.AST, field: str, children: list[Any]) -> None:
    if isinstance(node, ast.Dict):
        node.keys = [key for key, _ in children]
        node.values = [value for _, value in children]
    else:
        setattr(node, field, children)


def _parts() -> Iterator[Provider]:
    """Each list in a provider of its own, because a small module is read fast; then all of it."""
    for code_list in PROVIDER.lists:
        yield replace(PROVIDER, constants=(), families=(), lists=(code_list,))
    yield PROVIDER


def _mutants(change: Change) -> Iterator[tuple[Provider, str, str]]:
    """The modules that differ by one change each, with their provider and the right module."""
    done: set[str] = set()
    for part in _parts():
        right = _unparsed(module_of(part))
        assert findings(right, part) == []
        tree = ast.parse(right)
        text = {statement: ast.unparse(statement) for statement in tree.body}
        free = {node for start in _free(tree) for node in ast.walk(start)}
        for _ in change(tree, free):
            yield part, right, "\n".join(text[statement] for statement in tree.body)
        for changed in tree.body:
            for node in () if text[changed] in done else ast.walk(changed):
                for _ in () if node in free else change(node, free):
                    lines = {**text, changed: ast.unparse(changed)}
                    yield part, right, "\n".join(lines[statement] for statement in tree.body)
        done.update(text.values())


def _difference(of: str, text: str) -> str:
    lines = ndiff(of.split("\n"), text.split("\n"))
    return "\n".join(line for line in lines if line[:1] in "+-")


@pytest.mark.parametrize(
    ("change", "times"),
    [
        (constants, 500),
        (identifiers, 300),
        (removals, 300),
        (repetitions, 100),
        (exchanges, 60),
    ],
)
def test_no_change_goes_unnoticed(change: Change, times: int) -> None:
    mutants = list(_mutants(change))
    survivors = [
        _difference(right, text) for part, right, text in mutants if not findings(text, part)
    ]
    assert survivors == []
    assert len(mutants) > times


def test_free_nodes() -> None:
    """Only docstrings are free, and no more of them than necessary."""
    tree = ast.parse(TEXT)
    for node in _free(tree):
        assert isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        node.value.value = "Something else."
    assert findings(ast.unparse(tree)) == []


def test_modules_are_parsed_with_their_docstrings() -> None:
    """From Python 3.14 on, `ast.parse` drops them under `-OO`; `prove.parse` does not."""
    for path in TOOL.rglob("*.py"):
        assert "ast.parse(" not in path.read_text(encoding="utf-8"), path
