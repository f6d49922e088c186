"""Python source for texts and statements, in a layout that black leaves unchanged.

Text from a spec reaches a module only through these functions, and only as a literal. The emitted
shapes need few layout rules. Applying them here saves running a formatter, which would take most of
the time of a run.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

WIDTH = 88
INDENT = 4

# Characters to check: all but spaces and plain ASCII characters.
_DOUBTFUL = re.compile(r"[^ -\[\]-~]")

# Which characters are printable, and how wide, depends on the Unicode edition of a Python. Equal
# input must give equal bytes on each. All of them have this edition; newer characters, such as
# emoji, are escaped.
_UNICODE = unicodedata.ucd_3_2_0

# Characters that are wide in later editions, and for black.
_WIDENED = frozenset("\u231a\u231b\u25fd\u25fe☰☱☲☳☴☵☶☷♈♉♊♋♌♍♎♏♐♑♒♓")


def text(item: str) -> str:
    """A string literal, in the quotes that need fewer escapes."""
    body = _escape(item)
    if '"' not in body:
        return f'"{body}"'
    if body.count('"') > body.count("'"):
        return "'" + body.replace("'", "\\'") + "'"
    return '"' + body.replace('"', '\\"') + '"'


def value(wire: int | str) -> str:
    """A literal for a value on the wire."""
    return text(wire) if isinstance(wire, str) else str(wire)


def row(cells: Sequence[str]) -> str:
    """A tuple on one line."""
    return f"({', '.join(cells)}{',' if len(cells) == 1 else ''})"


def assignment(target: str, expression: str, indent: int = 0) -> str:
    """`target = expression`, in parentheses if it is too long for a line.

    Black adds no parentheses to a text that would be too long even with them, unless its target is
    annotated.
    """
    line = f"{target} = {expression}"
    is_text = expression[0] in "\"'" and ": " not in target
    helps = not is_text or _fits(expression, indent + INDENT)
    if _fits(line, indent) or not helps:
        return line
    return f"{target} = (\n{' ' * (indent + INDENT)}{expression}\n{' ' * indent})"


def bracketed(head: str, brackets: str, content: str, before: int, indent: int) -> str:
    """`head(content)`, with the content on a line of its own if it is too long.

    `before` is the number of columns before it on its line, `indent` the indentation of that line.
    """
    opening, closing = brackets[0], brackets[1]
    line = f"{head}{opening}{content}{closing}"
    if _fits(line, before):
        return line
    return f"{head}{opening}\n{' ' * (indent + INDENT)}{content}\n{' ' * indent}{closing}"


def union(target: str, names: Sequence[str]) -> str:
    """`target = A | B`, with one operand per line if it is too long even in parentheses."""
    joined = " | ".join(names)
    if _fits(joined, INDENT):
        return assignment(target, joined)
    return f"{target} = (\n    " + "\n    | ".join(names) + "\n)"


def sequence(items: Sequence[str], indent: int = 0, before: int = 0) -> str:
    """A tuple, with one item per line; a tuple of a single item stays on its line if it fits.

    `before` is the number of columns before and after it on its line.
    """
    if len(items) == 1 and _fits(row(items), before):
        return row(items)
    inner = " " * (indent + INDENT)
    return "(\n" + "".join(f"{inner}{item},\n" for item in items) + " " * indent + ")"


def docstring(paragraphs: Sequence[str], indent: int) -> str:
    """A triple-quoted string of paragraphs of text, wrapped at spaces."""
    opening, *others = [_escape_docstring(paragraph) for paragraph in paragraphs]
    opening, room, margin = f'"""{opening}', WIDTH - indent, " " * indent
    if not others:
        # Black joins closing quotes to a single line, even if they make it too long.
        lines = list(_lines(opening, room))
        if len(lines) == 1:
            lines = list(_lines(opening, room - 3))
        if len(lines) == 1:
            return f'{opening}"""'
        return f"\n{margin}".join([*lines, '"""'])
    wrapped = (f"\n{margin}".join(_lines(paragraph, room)) for paragraph in [opening, *others])
    return f"\n\n{margin}".join(wrapped) + f'\n{margin}"""'


def _lines(item: str, room: int) -> Iterator[str]:
    """The text in lines, cut at spaces so that each fits into the room if possible."""
    start = 0
    while start < len(item):
        end = len(item)
        if end - start > room:
            end = item.rfind(" ", start, start + room + 1) + 1
        while end > start and _width(item[start:end].removesuffix(" ")) > room:
            end = item.rfind(" ", start, end - 1) + 1
        if end <= start:  # a word that is too long for any line
            end = item.find(" ", start) + 1 or len(item)
        yield item[start:end].removesuffix(" ")
        start = end


def _fits(line: str, before: int) -> bool:
    """Whether the line fits after so many columns."""
    return before + _width(line) <= WIDTH


def _width(line: str) -> int:
    """The number of columns of the line, as black counts them: wide characters take two."""
    if line.isascii():
        return len(line)
    return sum(map(_columns, line))


def _columns(character: str) -> int:
    wide = _UNICODE.east_asian_width(character) in "WF" or character in _WIDENED
    return 2 if wide else 1


def _is_plain_character(character: str) -> bool:
    if character in "\\\xad" or character < "\x7f":  # a soft hyphen is visible in this edition
        return False
    return _UNICODE.category(character)[0] not in "CZ"


def _escape(item: str) -> str:
    return _DOUBTFUL.sub(_escape_doubtful, item)


def _escape_doubtful(match: re.Match[str]) -> str:
    character = match[0]
    if _is_plain_character(character):
        return character
    return character.encode("unicode_escape").decode("ascii")


def _escape_docstring(item: str) -> str:
    body = _escape(item)
    # A quote is escaped if it would touch another one, or those around the text.
    return re.sub(r'^"|"(?="|$)', r"\"", body) if '"' in body else body
