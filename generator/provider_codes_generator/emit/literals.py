"""Python source for texts: text from a spec reaches a module only here, and only as a literal."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

# The width of docstrings. Other lines have any length, because emitted modules turn black off.
WIDTH = 88

# Quotes that would touch another one, or those around a docstring.
_TOUCHING = re.compile(r'^"|"(?="|$)')
# Characters to check: all but spaces and plain ASCII characters.
_DOUBTFUL = re.compile(r"[^ -\[\]-~]")

# Which characters are printable depends on the Unicode edition of a Python. Equal input must give
# equal bytes on each. All of them have this edition; newer characters, such as emoji, are escaped.
_UNICODE = unicodedata.ucd_3_2_0


def text(item: str) -> str:
    """Return a string literal, in the quotes that need fewer escapes."""
    body = _escape(item)
    if '"' not in body:
        return f'"{body}"'
    if body.count('"') > body.count("'"):
        return "'" + body.replace("'", "\\'") + "'"
    return '"' + body.replace('"', '\\"') + '"'


def value(item: int | str | None | tuple[str, ...]) -> str:
    """Return a literal for a value of a code, of a fact or of a constant."""
    if isinstance(item, tuple):
        return sequence(list(map(text, item)))
    return text(item) if isinstance(item, str) else str(item)


def row(cells: Sequence[str]) -> str:
    """Return a tuple on one line."""
    return f"({', '.join(cells)}{',' if len(cells) == 1 else ''})"


def texts(items: Iterable[str]) -> str:
    """Return a tuple of texts on one line."""
    return row([text(item) for item in items])


def sequence(items: Sequence[str], indent: int = 0) -> str:
    """Return a tuple, with one item per line if there are several."""
    if len(items) == 1:
        return row(items)
    margin = " " * indent
    return "(\n" + "".join(f"{margin}    {item},\n" for item in items) + f"{margin})"


def docstring(paragraphs: Sequence[str], indent: int) -> str:
    """Return a triple-quoted string of paragraphs of text, wrapped at spaces."""
    texts = [_TOUCHING.sub(lambda _: r"\"", _escape(paragraph)) for paragraph in paragraphs]
    texts[0] = f'"""{texts[0]}'
    room = WIDTH - indent
    if len(texts) == 1 and len(texts[0]) <= room:
        room -= 3  # for the closing quotes, which black joins to a single line
    # As many words as there is room for, or one that is longer.
    line = rf"(?! )(?:.{{1,{room}}}(?= |$)|[^ ]+)"
    wrapped = [re.findall(line, text) for text in texts]
    if [len(lines) for lines in wrapped] == [1]:
        return f'{texts[0]}"""'
    margin = f"\n{' ' * indent}"
    return f"\n{margin}".join(map(margin.join, wrapped)) + f'{margin}"""'


def _escape(item: str) -> str:
    return _DOUBTFUL.sub(_escape_character, item)


def _escape_character(match: re.Match[str]) -> str:
    character = match[0]
    # A backslash, a control character, or a soft hyphen, which is visible in this edition
    is_hidden = character in "\\\xad" or character < "\x7f"
    if is_hidden or _UNICODE.category(character)[0] in "CZ":
        return character.encode("unicode_escape").decode("ascii")
    return character
