"""The frozen lists of names, compared with the running Python: each reason by experiment.

`provider_codes_generator.model.names` says why a name is refused. If it were wrong, a legal name
could make a module that fails to import on another Python.
"""

import ast
import builtins
import keyword
import re
import sys
from enum import Enum, IntEnum, StrEnum
from pathlib import Path

import provider_codes
import pytest
from provider_codes_generator.model import names
from hypothesis import example, given, settings
from hypothesis import strategies as st
from provider_codes import PROVIDERS, IntCode, StrCode, UnlistedCode

PACKAGE = Path(provider_codes.__file__).parent
PATTERNS = {"member": names.MEMBER, "class": names.CLASS, "slug": names.SLUG}
BASES: dict[type[Enum], str] = {IntEnum: "1", StrEnum: "'one'", IntCode: "1", StrCode: "'one'"}

untimed = settings(deadline=None)

all_bases = pytest.mark.parametrize("base", BASES, ids=lambda base: base.__name__)
all_patterns = pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)


def texts(pattern: str) -> st.SearchStrategy[str]:
    """Every text that matches the whole pattern."""
    return st.from_regex(pattern, fullmatch=True)


def enum_with(name: str, base: type[Enum], called: str = "Tried") -> type[Enum]:
    """An enum with a member of that name, made by the statements of a module."""
    source = f"class {called}(base):\n    {name} = {BASES[base]}\n"
    namespace: dict[str, type[Enum]] = {"base": base}
    exec(source, {"__name__": __name__}, namespace)
    return namespace[called]


def is_member(name: str, base: type[Enum]) -> bool:
    """Whether the class can be created and has a member of exactly that name."""
    try:
        return list(enum_with(name, base).__members__) == [name]
    except (SyntaxError, TypeError, ValueError, AttributeError):
        return False


def public(kind: type) -> set[str]:
    return {name for name in dir(kind) if not name.startswith("_")}


def test_keywords_are_those_of_this_python() -> None:
    assert names.KEYWORDS == set(keyword.kwlist)


@all_bases
def test_machinery_names_cannot_be_members(base: type[Enum]) -> None:
    """The experiment works: an ordinary name is a member."""
    assert [name for name in names.MACHINERY | names.KEYWORDS if is_member(name, base)] == []
    assert is_member("ORDINARY", base)


def test_methods_of_int() -> None:
    newer = {"is_integer"} if sys.version_info < (3, 12) else set[str]()
    assert names.INT_METHODS == public(int) | newer


def test_methods_of_str() -> None:
    assert names.STR_METHODS == public(str)


@pytest.mark.parametrize("base", [IntEnum, StrEnum])
def test_method_names_hide_the_method(base: type[Enum]) -> None:
    """Such a member can be created, but hides the method."""
    kind = int if base is IntEnum else str
    for name in public(kind):
        enum = enum_with(name, base)
        assert getattr(enum, name) is enum.__members__[name]
        assert getattr(enum, name) is not getattr(kind, name)


@pytest.mark.parametrize("base", [IntCode, StrCode])
def test_attributes_are_those_of_every_code(base: type[IntCode] | type[StrCode]) -> None:
    """Only groups have `codes`."""
    own = {name for name in vars(base) if not name.startswith("_")}
    assert names.ATTRIBUTES == own | {"name", "value"} | {"codes"}


def test_every_listed_name_has_its_reason() -> None:
    listed = (
        names.KEYWORDS,
        names.MACHINERY,
        names.ATTRIBUTES,
        names.INT_METHODS,
        names.STR_METHODS,
        {names.UNLISTED},
    )
    assert set(names.REASONS) == frozenset[str]().union(*listed)
    for name in names.REASONS:
        assert not names.is_legal(name, names.MEMBER)
        assert names.why_illegal(name, names.MEMBER) == names.REASONS[name]


class Whole(IntEnum):
    ONE = 1


class Text(StrEnum):
    ONE = "1"


class OfCodes(IntCode):
    ONE = 1


@pytest.mark.parametrize("kind", [int, str, IntEnum, StrEnum, Whole, Text, OfCodes, UnlistedCode])
def test_no_fact_hides_an_attribute_of_an_enum(kind: type) -> None:
    """On any Python: a property of that name would hide it."""
    assert {name for name in public(kind) if name.islower()} - names.FACT_NAMES.keys() == set()


def test_no_fact_hides_a_name_that_a_class_body_uses() -> None:
    """In each module that this Python emits for our specs, decorators and annotations included."""
    used = set[str]()
    for slug in PROVIDERS:
        tree = ast.parse((PACKAGE / f"{slug}.py").read_text(encoding="utf-8"))
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
        found = [node for each in classes for node in ast.walk(each)]
        used.update(node.id for node in found if isinstance(node, ast.Name))
        used.update(node.name for node in found if isinstance(node, ast.FunctionDef))
    own = {"property", "str", "bool", "tuple", "self", "description", "documented_names", "codes"}
    assert own <= used
    used = {name for name in used if re.fullmatch(names.SLUG, name)}
    assert used - names.FACT_NAMES.keys() - {"code"} == set()


@untimed
@given(st.text(max_size=60), st.sampled_from(["int", "bool", "str"]))
@example("class", "str")
@example("x" * 80, "int")
@example("is " + "x" * 80, "bool")
def test_a_name_suggested_for_a_fact_can_be_one(header: str, values: str) -> None:
    name = names.suggest_fact(header, values)
    assert names.is_legal(name, names.SLUG) and name not in names.FACT_NAMES
    assert len(name) <= names.MAX_CHOSEN_NAME - len("_1000")


@all_bases
@untimed
@given(name=texts(names.MEMBER))
def test_every_legal_name_can_be_a_member(base: type[Enum], name: str) -> None:
    assert names.is_legal(name, names.MEMBER) and name.isidentifier()
    assert is_member(name, base)
    member = enum_with(name, base).__members__[name]
    assert member.name == name and repr(member.value) == BASES[base]


@all_bases
@untimed
@given(name=texts(names.CLASS).filter(lambda name: names.is_legal(name, names.CLASS)))
def test_every_legal_name_can_be_a_class(base: type[Enum], name: str) -> None:
    enum = enum_with("ONE", base, name)
    assert enum.__name__ == name and list(enum.__members__) == ["ONE"]


@untimed
@given(texts(names.SLUG).filter(lambda name: names.is_legal(name, names.SLUG)))
def test_every_legal_name_can_be_a_module(name: str) -> None:
    """`from package.name import ...` must work."""
    (statement,) = ast.parse(f"from package.{name} import LISTS").body
    assert isinstance(statement, ast.ImportFrom) and statement.module == f"package.{name}"
    assert name.isidentifier() and name.islower()


@all_patterns
@pytest.mark.parametrize(
    "text", ["", "SENT\n", " SENT", "a\n", "É1", "_A", "_a", "1A", "1a", "A__B", "a_"]
)
def test_illegal_everywhere(pattern: str, text: str) -> None:
    """A `$` instead of a full match would accept a line end."""
    assert not names.is_legal(text, pattern)


@all_patterns
@untimed
@given(text=st.text() | st.text("aBß1 _-'’é%") | st.sampled_from(sorted(names.REASONS)))
def test_every_suggestion_is_legal(pattern: str, text: str) -> None:
    """A suggestion that is refused again does not help."""
    suggested = names.suggest(text, pattern)
    assert names.is_legal(suggested, pattern), suggested


def bound_by(path: Path) -> set[str]:
    """The names that imports, assignments and functions of the module bind."""
    bound: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.ImportFrom(names=imported) | ast.Import(names=imported):
                bound.update(name.asname or name.name for name in imported)
            case ast.FunctionDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                bound.add(name)
            case _:
                pass
    return bound


def fitting(bound: set[str], *patterns: str) -> set[str]:
    return {name for name in bound if any(names.is_legal(name, one) for one in patterns)}


def test_names_of_the_package_are_reserved() -> None:
    """A provider with such a name would replace something of the package or the site, or a file."""
    pairings = {path.stem for path in PACKAGE.glob("for_*.py")}
    assert pairings == {f"for_{library}" for library in names.PAIRINGS}
    bound = fitting(bound_by(PACKAGE / "__init__.py") | set(provider_codes.__all__), names.SLUG)
    code = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(code) if isinstance(node, ast.Name)}
    used = fitting(used & vars(builtins).keys(), names.SLUG)
    files = {"index", "meanings", "standards"} | {"aux", "con", "nul", "prn"}  # devices of Windows
    assert set(names.PACKAGE_NAMES) == bound | used | pairings | files


def test_names_that_modules_import_are_reserved() -> None:
    """A list or a constant with such a name would replace the import, or a built-in."""
    imported: set[str] = set()
    for provider in PROVIDERS:
        for node in ast.parse((PACKAGE / f"{provider}.py").read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ImportFrom):
                imported.update(name.name for name in node.names)
    fit = fitting(imported, names.CLASS, names.MEMBER)
    # None of our providers has its own facts yet, or a family of lists of texts.
    own = {name for name, reason in names.MODULE_NAMES.items() if "built into" not in reason}
    assert own == fit | {"LISTS", "Facts", "UnlistedStrCode"}
    assert "TypeError" in names.MODULE_NAMES
