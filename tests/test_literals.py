"""Docstrings have their exact texts, in lines that are as full as their spaces allow.

Whatever a text contains (quotes, backslashes, braces, directions of writing), Python reads it
unchanged. tests/test_cases.py and tests/test_hostile.py check that black leaves whole modules
alone.
"""

import ast

from provider_codes_generator.emit import literals
from provider_codes_generator.prove.compare import unwrap
from hypothesis import example, given
from hypothesis import strategies as st

LETTERS = "abcdefgXYZ019.,;:-_/–’‘“”éßłΩЖ€"
WIDE = "漢字かなカナ한글！😀🚀"


def _folded(letters: str) -> st.SearchStrategy[str]:
    """Text as a spec has it: words with single spaces between them, some very long."""
    word = st.text(letters, min_size=1, max_size=12) | st.text(letters, min_size=60, max_size=120)
    return st.lists(word, min_size=1, max_size=40).map(" ".join)


# The visible part of hostile texts: a spec folds white space, and refuses hidden characters.
FOLDED = _folded(LETTERS + "\"'\\{}%#$&<>[]()\0\x1b\x85\xa0\u200b\u202e")
FOLDED_WIDE = _folded(LETTERS + WIDE + "\"'\\")


@given(st.lists(FOLDED | FOLDED_WIDE, min_size=1, max_size=3), st.sampled_from([0, 4]))
@example(['"'], 4)
@example(['""""'], 4)
@example(["ends with \\"], 4)
@example(['ends with "'], 4)
@example(['"begins and wraps" ' + "word " * 30 + '"'], 4)
@example(["a" * 500, "b " * 100 + "c"], 4)
def test_a_docstring_is_its_text_and_breaks_at_spaces(paragraphs: list[str], indent: int) -> None:
    source = literals.docstring(paragraphs, indent)
    assert source.startswith('"""') and source.endswith('"""')
    text: object = ast.literal_eval(source)
    assert isinstance(text, str) and unwrap(text, " " * indent) == paragraphs
    for line in f"{' ' * indent}{source}".split("\n"):  # the first line begins at the margin
        assert len(line) <= literals.WIDTH or " " not in line.strip()


def test_the_same_text_is_the_same_literal_on_every_python() -> None:
    """Also for a character that only a newer Unicode has (15.0, in Python 3.12)."""
    assert literals.text("\U0001fae8") == r'"\U0001fae8"'
    assert literals.docstring(["\U0001fae8"], 0) == r'"""\U0001fae8"""'
