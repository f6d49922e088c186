"""Text from a spec reaches a module to the character, as a literal, and finished in layout.

Whatever the text holds (quotes, backslashes, braces, directions of writing), Python reads
back what the spec says, and black finds nothing to change.
"""

import ast
import string
import unicodedata
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

import black
import pytest
from provider_codes_generator.emit import literals
from provider_codes_generator.emit import python as views
from provider_codes_generator.prove.module import unwrap
from provider_codes_generator.model.registry import (
    Alias,
    Code,
    CodeList,
    Constant,
    Family,
    Group,
    Provider,
)
from provider_codes_generator.prove.codes import prove
from provider_codes_generator.emit.render import Renderer
from hypothesis import example, given
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent

# What has a meaning in a literal, in a docstring, in a template, or to a terminal.
HOSTILE = (
    "\"'\\{}%#$&<>[]()\0\a\b\t\n\v\f\r\x1b\x7f\x85\xa0\xad\u200b\u200f\u2028\u2029\u202e\ufeff"
)
LETTERS = "abcdefgXYZ019.,;:-_/–’‘“”éßłΩЖ€"
WIDE = "漢字かなカナ한글！😀🚀"

ANY_TEXT = st.text() | st.text(HOSTILE + LETTERS + WIDE)


def _folded(letters: str) -> st.SearchStrategy[str]:
    """Text as a spec has it: words with single blanks between, some of them very long."""
    word = st.text(letters, min_size=1, max_size=12) | st.text(letters, min_size=60, max_size=120)
    return st.lists(word, min_size=1, max_size=40).map(" ".join)


# The visible part of what is hostile: white space is folded in a spec, and what hides is
# refused there; here it would be escaped, which is tested with any text.
FOLDED = _folded(LETTERS + "\"'\\{}%#$&<>[]()\0\x1b\x85\xa0\u200b\u202e")
FOLDED_WIDE = _folded(LETTERS + WIDE + "\"'\\")
INDENTS = st.sampled_from([0, 4, 8])
NAMES = st.text(string.ascii_uppercase, min_size=1, max_size=70)
CLASSES = st.lists(st.text(string.ascii_letters, min_size=1, max_size=30), min_size=1, max_size=9)


def hidden(character: str) -> bool:
    """Whether a reader of the source cannot see it, or takes it for a blank."""
    return character != " " and unicodedata.category(character) in (
        *("Cc", "Cf", "Cs", "Co"),
        *("Zl", "Zp", "Zs"),
    )


def read(source: str) -> object:
    """What Python reads, and nothing is run for it."""
    value: object = ast.literal_eval(source)
    return value


def black_changes(source: str) -> str:
    """What black changes in a module, as a diff; nothing where it leaves it as it is."""
    formatted = black.format_str(source, mode=black.Mode())
    return "\n".join(unified_diff(source.split("\n"), formatted.split("\n"), n=0, lineterm=""))


# To the character


@given(ANY_TEXT)
@example('"')
@example("'")
@example('"""')
@example("\\")
@example('\\"')
@example("'\"")
@example("\ud800")
def test_text(item: str) -> None:
    source = literals.text(item)
    assert read(source) == item
    assert not any(map(hidden, source))


@given(ANY_TEXT)
def test_text_takes_the_quotes_with_fewer_escapes(item: str) -> None:
    source, other = literals.text(item), "'" if literals.text(item)[0] == '"' else '"'
    quote = source[0]
    assert item.count(quote) <= item.count(other) or quote == '"'
    if quote == "'":
        assert item.count('"') > item.count("'")


@given(st.integers() | ANY_TEXT)
def test_value(wire: int | str) -> None:
    found = read(literals.value(wire))
    assert found == wire
    assert type(found) is type(wire)


@given(ANY_TEXT | FOLDED | FOLDED_WIDE, INDENTS)
@example("", 8)
@example(" ", 8)
@example("a" * 500, 8)
@example("a b " * 100, 8)
def test_element(item: str, indent: int) -> None:
    assert read(f"({literals.element(item, indent)})") == item


@given(st.integers() | ANY_TEXT, ANY_TEXT | FOLDED, INDENTS)
def test_entry(key: int | str, item: str, indent: int) -> None:
    source = literals.entry(literals.value(key), item, indent)
    assert read(f"{{{source}}}") == {key: item}


@given(st.lists(ANY_TEXT | FOLDED, min_size=1, max_size=5), INDENTS)
def test_sequence(items: list[str], indent: int) -> None:
    cells = [literals.element(item, indent + literals.INDENT) for item in items]
    assert read(literals.sequence(cells, indent)) == tuple(items)


@given(NAMES, st.integers() | ANY_TEXT | FOLDED, INDENTS)
def test_assignment(name: str, wire: int | str, indent: int) -> None:
    """At any margin, as a statement of a body would stand there."""
    line = literals.assignment(name, literals.value(wire), indent)
    source = f"if True:\n{' ' * indent}{line}" if indent else line
    statement = ast.parse(source).body[0]
    statement = statement.body[0] if isinstance(statement, ast.If) else statement
    assert isinstance(statement, ast.Assign)
    assert [ast.unparse(target) for target in statement.targets] == [name]
    assert read(ast.unparse(statement.value)) == wire


@given(NAMES, NAMES, st.sampled_from(["", " = {}"]))
def test_subscript(name: str, argument: str, tail: str) -> None:
    statement = ast.parse(literals.subscript(f"{name}: Final", argument, tail)).body[0]
    assert isinstance(statement, ast.AnnAssign)
    assert ast.unparse(statement.annotation) == f"Final[{argument}]"
    assert (statement.value is not None) == bool(tail)


@given(NAMES, CLASSES)
def test_union(name: str, names: list[str]) -> None:
    source = literals.union(f"{name}: TypeAlias", [f"C{one}" for one in names])
    statement = ast.parse(source).body[0]
    assert isinstance(statement, ast.AnnAssign)
    assert statement.value is not None
    assert ast.unparse(statement.value) == " | ".join(f"C{one}" for one in names)


@given(st.lists(FOLDED | FOLDED_WIDE, min_size=1, max_size=3), st.sampled_from([0, 4]))
@example(['"'], 4)
@example(['""""'], 4)
@example(["ends with \\"], 4)
@example(['ends with "'], 4)
@example(['"begins and wraps" ' + "word " * 30 + '"'], 4)
@example(["a" * 500, "b " * 100 + "c"], 4)
def test_docstring(paragraphs: list[str], indent: int) -> None:
    source = literals.docstring(paragraphs, indent)
    assert source.startswith('"""') and source.endswith('"""')
    doc = read(source)
    assert isinstance(doc, str)
    assert unwrap(doc, " " * indent) == paragraphs


def test_unwrapping_knows_a_break_from_a_paragraph() -> None:
    assert unwrap("one\n    two\n\n    three\n    ") == ["one two", "three"]
    assert unwrap("one\ntwo\n", "") == ["one two"]
    assert unwrap(None) == []
    assert unwrap("one\n  two") != ["one two"]


# Layout


def too_long(source: str, indent: int) -> list[str]:
    """The lines beyond the width, the first at the margin at which it will stand."""
    lines = f"{' ' * indent}{source}".split("\n")
    return [line for line in lines if len(line) > literals.WIDTH]


@given(FOLDED, INDENTS)
def test_an_element_breaks_where_a_blank_allows(item: str, indent: int) -> None:
    """A comma follows the last line, and has to find its place as well."""
    for line in too_long(f"{literals.element(item, indent)},", indent):
        text = read(line.strip().removesuffix(","))
        assert isinstance(text, str)
        assert " " not in text.removesuffix(" ")


@given(FOLDED, INDENTS)
def test_an_element_breaks_no_sooner_than_it_must(item: str, indent: int) -> None:
    pieces = literals.element(item, indent).split("\n")
    texts = [str(read(piece.strip())) for piece in pieces]
    for text, following in zip(texts, texts[1:], strict=False):
        word = following[: following.find(" ") + 1] or following
        assert indent + len(literals.text(text + word)) + 1 > literals.WIDTH


@given(st.lists(FOLDED, min_size=1, max_size=3), st.sampled_from([0, 4]))
def test_a_docstring_breaks_where_a_blank_allows(paragraphs: list[str], indent: int) -> None:
    for line in too_long(literals.docstring(paragraphs, indent), indent):
        assert " " not in line.strip()


@given(FOLDED, INDENTS)
def test_an_entry_breaks_where_that_helps(item: str, indent: int) -> None:
    """A text that finds room on a line of its own is not cut, and stays behind its key."""
    source = literals.entry("5", item, indent)
    lines = too_long(f"{source},", indent)
    if "\n" in source:
        assert all(" " not in str(read(line.strip())).removesuffix(" ") for line in lines)
    elif lines and " " in item:
        assert indent + literals.INDENT + len(literals.text(item)) + 1 <= literals.WIDTH


@given(NAMES, FOLDED)
def test_black_leaves_a_constant(name: str, item: str) -> None:
    statement = literals.assignment(f"{name}: Final", literals.text(item))
    assert black_changes(f'"""x"""\n\n{statement}\n{literals.docstring([item], 0)}\n') == ""


@given(NAMES, st.lists(FOLDED, min_size=2, max_size=4))
def test_black_leaves_a_constant_of_several_texts(name: str, items: list[str]) -> None:
    texts = literals.sequence([literals.text(item) for item in items])
    assert black_changes(f"{name}: Final = {texts}\n") == ""


@given(st.lists(st.tuples(NAMES, st.integers() | FOLDED, FOLDED), min_size=1, max_size=3))
def test_black_leaves_a_class(members: list[tuple[str, int | str, str]]) -> None:
    body = [
        f"    {literals.assignment(name, literals.value(wire), 4)}\n"
        f"    {literals.docstring([item, 'Withdrawn.'], 4)}\n"
        for name, wire, item in members
    ]
    assert black_changes(f'class Codes(IntCode):\n    """x"""\n\n{"".join(body)}') == ""


@given(NAMES, NAMES, FOLDED)
def test_black_leaves_an_alias(name: str, code: str, item: str) -> None:
    statement = literals.subscript(f"{name}: Literal", f"Codes.{code}", indent=4)
    body = f"    {statement}\n    {literals.docstring([item], 4)}\n"
    assignment = literals.assignment(f"Codes.{name}", f"Codes.{code}")
    assert black_changes(f"class Codes(IntCode):\n{body}\n\n{assignment}\n") == ""


def _table(name: str, types: str, rows: Sequence[str]) -> str:
    opening = literals.subscript(f"{name}: Final", f"dict[{types}]", " = {")
    return f"{opening}\n{''.join(f'    {row},' + chr(10) for row in rows)}}}\n"


@given(NAMES, st.lists(st.tuples(st.integers() | FOLDED, FOLDED), min_size=1, max_size=3))
def test_black_leaves_a_table_of_one_column(name: str, rows: list[tuple[int | str, str]]) -> None:
    entries = [literals.entry(literals.value(key), item, 4) for key, item in rows]
    assert black_changes(_table(name, "int, str", entries)) == ""


@given(
    st.text(string.ascii_uppercase, min_size=1, max_size=30),
    st.lists(st.lists(FOLDED, min_size=2, max_size=4), min_size=1, max_size=3),
)
def test_black_leaves_a_table_of_several_columns(name: str, rows: list[list[str]]) -> None:
    entries = [
        f"{number}: {literals.sequence([literals.element(cell, 8) for cell in row], 4)}"
        for number, row in enumerate(rows)
    ]
    assert black_changes(_table(name, f"int, tuple[str, bool | None, {name}, str]", entries)) == ""


@given(CLASSES)
def test_black_leaves_a_family(names: list[str]) -> None:
    classes = [f"C{name}" for name in names]
    union = literals.union("State: TypeAlias", classes)
    lists = literals.sequence(classes, 4)
    assert black_changes(f"{union}\n\n\ndef find():\n    lists = {lists}\n    return lists\n") == ""


# All of it together


@st.composite
def providers(draw: st.DrawFn, letters: str) -> Provider:
    """A spec of a few entries with texts of any length wherever one may stand."""
    text = _folded(letters)
    name = draw(st.text(string.ascii_lowercase, max_size=12).map(lambda rest: f"List{rest}"))
    values = draw(st.lists(st.integers(), min_size=1, max_size=3, unique=True))
    texts = st.lists(text, min_size=1, max_size=3).map(tuple)
    codes = tuple(
        Code(
            name=f"CODE_{index}",
            value=value,
            documented_name=draw(text | st.none()),
            group="ONE",
            description=draw(text | st.just("")),
            aliases=(
                Alias(name=f"ALIAS_{index}", documented_name=draw(text), description=draw(text)),
            ),
        )
        for index, value in enumerate(values)
    )
    words = tuple(
        Code(name=f"WORD_{index}", value=word, description=draw(text))
        for index, word in enumerate(draw(st.lists(text, min_size=1, max_size=3, unique=True)))
    )
    groups = (Group(name="ONE", value=1, description=draw(text)),)
    return Provider(
        provider="any",
        title="Any",
        constants=(
            Constant(
                name=f"T{draw(NAMES)}_", value=draw(st.integers() | text), description=draw(text)
            ),
            Constant(name="TEXTS", value=draw(texts)),
        ),
        families=(Family(name="kin", lists=(name,)),),
        lists=(
            CodeList(name=name, title="Any", values="int", groups=groups, codes=codes),
            CodeList(name=f"{name}Word", title="Any", values="str", codes=words),
        ),
    )


@pytest.mark.parametrize("name", ["NumberVerificationError", "SubaccountCreationRequestStatus"])
def test_black_leaves_a_list_of_a_long_name(name: str) -> None:
    """As long as names of lists are: the first is one of SMSPartner."""
    alias = Alias(name="OTHER", documented_name="other")
    one = Code(name="ONE", value=1, documented_name="one", group="ALL", aliases=(alias,))
    two = Code(name="TWO", value=2, permanent=True)
    code_list = CodeList(
        name=name,
        title="x",
        values="int",
        groups=(Group(name="ALL", value=1),),
        codes=(one, two),
    )
    family = Family(name="kin", lists=(name,))
    provider = Provider(provider="any", title="Any", families=(family,), lists=(code_list,))
    assert black_changes(rendered(provider)) == ""


def _one(*values: str, alias: str = "x", name: str = "Any") -> Provider:
    """The least spec with texts that stand alone where others have company."""
    one = Code(name="ONE", value=1, aliases=(Alias(name="OTHER", documented_name=alias),))
    return Provider(
        provider="any",
        title="Any",
        constants=(Constant(name="TEXT", value=values[0]), Constant(name="TEXTS", value=values)),
        families=(Family(name="kin", lists=(name,)),),
        lists=(CodeList(name=name, title="Any", values="int", documents=("name",), codes=(one,)),),
    )


def rendered(provider: Provider) -> str:
    """The module of a provider, as it is emitted below its header."""
    return Renderer([ROOT / "templates"]).module(views.module(provider))


# A table called by the name of a list differs by case alone; the policies refuse that.
@given(providers(LETTERS + WIDE + "\"'\\{}%#$\0\x1b\x85\xa0\u202e"))
def test_a_module_of_any_texts_is_proven(provider: Provider) -> None:
    assert prove(provider, rendered(provider), "any.py") == []


@given(providers(LETTERS + "\"'\\{}%#$\0\x1b\x85\xa0\u202e"))
@example(_one("x" * 82))
@example(_one("x" * 83))
@example(_one("an address " * 9))
@example(_one("https://example.org/" + "x" * 70))
@example(_one("x", alias="x" * 90))
@example(_one("x", alias="the second name of a code that has a long one " * 2))
def test_black_leaves_a_module(provider: Provider) -> None:
    assert black_changes(rendered(provider)) == ""


@given(providers(LETTERS + WIDE))
@example(_one("漢" * 41))
@example(_one("x", alias="漢字 " * 20 + "漢"))
def test_black_leaves_a_module_with_wide_characters(provider: Provider) -> None:
    """Black counts two columns for a Chinese character, so the layout has to do so too."""
    assert black_changes(rendered(provider)) == ""


def test_the_same_text_is_the_same_literal_on_every_python() -> None:
    """A character that only a newer Unicode knows (of 15.0, in Python 3.12) as well."""
    assert literals.text("\U0001fae8") == r'"\U0001fae8"'
    assert literals.docstring(["\U0001fae8"], 0) == r'"""\U0001fae8"""'


# Time


@pytest.mark.parametrize("word", ["word ", '"quoted" ', "\\\\\\ ", "漢 ", "😀\u202e "])
def test_the_work_grows_no_faster_than_the_text(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in characters measured, not in seconds, of which a test can say nothing."""
    measured = 0
    text = literals.text

    def count(item: str) -> str:
        nonlocal measured
        measured += len(item)
        return text(item)

    monkeypatch.setattr(literals, "text", count)
    work: list[int] = []
    for number in (1_000, 2_000):
        measured = 0
        literals.element(word * number, 8)
        work.append(measured)
    assert 0 < work[1] < 2.1 * work[0]


@pytest.mark.parametrize("word", ["word", '"quoted"', "\\\\", "漢字"])
def test_a_very_long_text_is_read_back(word: str) -> None:
    item = " ".join([word] * 60_000)
    assert read(f"({literals.element(item, 8)})") == item
    doc = read(literals.docstring([item], 4))
    assert isinstance(doc, str)
    assert unwrap(doc) == [item]


def test_a_very_long_word_is_read_back() -> None:
    item = "x" * 1_000_000
    assert read(literals.element(item, 8)) == item
