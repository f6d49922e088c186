"""Text from a spec reaches a module to the character, as a literal, and finished in layout.

Whatever the text contains (quotes, backslashes, braces, directions of writing), Python reads
back what the spec says, and black finds nothing to change.
"""

import ast
from difflib import unified_diff

import black
import pytest
from helpers_specs import module_of
from provider_codes_generator.emit import literals
from provider_codes_generator.prove.compare import unwrap
from provider_codes_generator.model.registry import (
    Alias,
    Code,
    CodeList,
    Constant,
    Family,
    Provider,
)
from hypothesis import example, given
from hypothesis import strategies as st

LETTERS = "abcdefgXYZ019.,;:-_/–’‘“”éßłΩЖ€"
WIDE = "漢字かなカナ한글！😀🚀"


def _folded(letters: str) -> st.SearchStrategy[str]:
    """Text as a spec has it: words with single spaces between them, some very long."""
    word = st.text(letters, min_size=1, max_size=12) | st.text(letters, min_size=60, max_size=120)
    return st.lists(word, min_size=1, max_size=40).map(" ".join)


# The visible part of what is hostile: white space is folded in a spec, and what hides is
# refused there.
FOLDED = _folded(LETTERS + "\"'\\{}%#$&<>[]()\0\x1b\x85\xa0\u200b\u202e")
FOLDED_WIDE = _folded(LETTERS + WIDE + "\"'\\")


def read(source: str) -> object:
    """What Python reads, and nothing is run for it."""
    value: object = ast.literal_eval(source)
    return value


def black_changes(source: str) -> str:
    """What black changes in a module, as a diff; nothing where it leaves it as it is."""
    formatted = black.format_str(source, mode=black.Mode())
    return "\n".join(unified_diff(source.split("\n"), formatted.split("\n"), n=0, lineterm=""))


# To the character


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


# Layout


def too_long(source: str, indent: int) -> list[str]:
    """The lines that are too long; the first one begins at the margin."""
    lines = f"{' ' * indent}{source}".split("\n")
    return [line for line in lines if len(line) > literals.WIDTH]


@given(st.lists(FOLDED, min_size=1, max_size=3), st.sampled_from([0, 4]))
def test_a_docstring_breaks_where_a_blank_allows(paragraphs: list[str], indent: int) -> None:
    for line in too_long(literals.docstring(paragraphs, indent), indent):
        assert " " not in line.strip()


# All of it together


def _one(*values: str, alias: str = "x", name: str = "Any") -> Provider:
    """A minimal spec, with a single text where others have several."""
    one = Code(name="ONE", value=1, aliases=(Alias(name="OTHER", documented_name=alias),))
    return Provider(
        provider="any",
        title="Any",
        constants=(Constant(name="TEXT", value=values[0]), Constant(name="TEXTS", value=values)),
        families=(Family(name="kin", lists=(name,)),),
        lists=(CodeList(name=name, title="Any", values="int", documents=("name",), codes=(one,)),),
    )


@pytest.mark.parametrize(
    "provider",
    [
        *(_one(text) for text in ("x" * 82, "x" * 83, "an address " * 9, "漢" * 41)),
        _one("https://example.org/" + "x" * 70),
        _one("x", alias="x" * 90),
        _one("x", alias="the second name of a code that has a long one " * 2),
        _one("x", alias="漢字 " * 20 + "漢"),
    ],
)
def test_black_leaves_a_module(provider: Provider) -> None:
    assert black_changes(module_of(provider)) == ""


def test_the_same_text_is_the_same_literal_on_every_python() -> None:
    """A character that only a newer Unicode knows (of 15.0, in Python 3.12) as well."""
    assert literals.text("\U0001fae8") == r'"\U0001fae8"'
    assert literals.docstring(["\U0001fae8"], 0) == r'"""\U0001fae8"""'
