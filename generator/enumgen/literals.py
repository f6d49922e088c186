"""Python source for texts and statements, laid out as black would leave it.

Text from a spec reaches a module through these functions and no other way, and
only as a literal. Laying it out here, by the few rules that the emitted shapes
need, saves running a formatter, which would take most of the time of a run.
"""

import re
from collections.abc import Callable, Iterator, Sequence

WIDTH = 88
INDENT = 4


def text(item: str) -> str:
    """A string literal, in the quotes that need fewer escapes."""
    body = item if item.isprintable() and "\\" not in item else _escape(item)
    if '"' not in body:
        return f'"{body}"'
    if body.count('"') > body.count("'"):
        return "'" + body.replace("'", "\\'") + "'"
    return '"' + body.replace('"', '\\"') + '"'


def value(wire: int | str) -> str:
    """A literal for a value on the wire."""
    return text(wire) if isinstance(wire, str) else str(wire)


def element(item: str, indent: int) -> str:
    """A text as an element of a tuple; one too long becomes adjacent literals, one a line."""
    room = WIDTH - indent - 1
    pieces = _cut(item, room, lambda piece: len(text(piece)))
    return f"\n{' ' * indent}".join(map(text, pieces)) or '""'


def entry(key: str, item: str, indent: int) -> str:
    """`key: "text"` as an entry of a dict; adjacent literals stand in parentheses."""
    line = f"{key}: {text(item)}"
    if indent + len(line) + 1 <= WIDTH or " " not in item:
        return line
    inner = indent + INDENT
    pieces = element(item, inner)
    if "\n" not in pieces:
        return line
    return f"{key}: (\n{' ' * inner}{pieces}\n{' ' * indent})"


def assignment(target: str, expression: str, indent: int = 0) -> str:
    """`target = expression`; parentheses take what is too long, where that helps."""
    line = f"{target} = {expression}"
    if indent + len(line) <= WIDTH or indent + INDENT + len(expression) > WIDTH:
        return line
    return f"{target} = (\n{' ' * (indent + INDENT)}{expression}\n{' ' * indent})"


def union(target: str, names: Sequence[str]) -> str:
    """`target = A | B`, one operand a line where it is too long even for parentheses."""
    joined = " | ".join(names)
    if INDENT + len(joined) <= WIDTH:
        return assignment(target, joined)
    return f"{target} = (\n    " + "\n    | ".join(names) + "\n)"


def subscript(head: str, argument: str, tail: str = "", indent: int = 0) -> str:
    """`head[argument]tail`, the argument on a line of its own where it is too long."""
    line = f"{head}[{argument}]{tail}"
    if indent + len(line) <= WIDTH:
        return line
    return f"{head}[\n{' ' * (indent + INDENT)}{argument}\n{' ' * indent}]{tail}"


def sequence(items: Sequence[str], indent: int = 0) -> str:
    """A tuple, an item a line; one of a single item stays on its line."""
    if len(items) == 1:
        return f"({items[0]},)"
    inner = " " * (indent + INDENT)
    return "(\n" + "".join(f"{inner}{item},\n" for item in items) + " " * indent + ")"


def docstring(paragraphs: Sequence[str], indent: int) -> str:
    """A triple-quoted string of paragraphs of text, wrapped at blanks."""
    escaped = [_escape_docstring(paragraph) for paragraph in paragraphs]
    if len(escaped) == 1 and indent + len(escaped[0]) + 6 <= WIDTH:
        return f'"""{escaped[0]}"""'
    escaped[0] = f'"""{escaped[0]}'
    margin = " " * indent
    wrapped = (f"\n{margin}".join(_lines(paragraph, WIDTH - indent)) for paragraph in escaped)
    return f"\n\n{margin}".join(wrapped) + f'\n{margin}"""'


def _lines(item: str, room: int) -> Iterator[str]:
    for piece in _cut(item, room, lambda piece: len(piece.removesuffix(" "))):
        yield piece.removesuffix(" ")


def _cut(item: str, room: int, measure: Callable[[str], int]) -> Iterator[str]:
    """Pieces of the text, cut behind blanks so that each fits the room if it can.

    A piece never measures less than its own length without a blank at the end.
    """
    start = 0
    while start < len(item):
        end = len(item)
        if end - start > room:
            end = item.rfind(" ", start, start + room + 1) + 1
        while end > start and measure(item[start:end]) > room:
            end = item.rfind(" ", start, end - 1) + 1
        if end <= start:  # a word that no line has room for
            end = item.find(" ", start) + 1 or len(item)
        yield item[start:end]
        start = end


def _escape(item: str) -> str:
    return "".join(map(_escape_character, item))


def _escape_character(character: str) -> str:
    if character == "\\" or not character.isprintable():
        return character.encode("unicode_escape").decode("ascii")
    return character


def _escape_docstring(item: str) -> str:
    body = item if item.isprintable() and "\\" not in item else _escape(item)
    # A quote is escaped where it would meet another, or one of those around the text.
    return re.sub(r'^"|"(?="|$)', r"\"", body) if '"' in body else body
