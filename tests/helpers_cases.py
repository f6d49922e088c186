"""Files of cases: an input, and its result, which `make goldens` writes.

A case ends at an empty line. Its lines begin with `#` (its name), `@` (options), `<` (the lines of
a page) or `=` (the result); other lines are for the test alone. `‹A0›` is the character with that
number.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

# Compares texts with the files of a folder, or writes them: a fixture of conftest.py.
Goldens: TypeAlias = Callable[[Path, Mapping[str, str]], None]


class Case(NamedTuple):
    """The lines of a case without its result, its options, and its page."""

    lines: tuple[str, ...]
    options: tuple[str, ...]
    page: str


def cases(path: Path) -> list[Case]:
    """The cases of a file."""
    found: list[Case] = []
    for block in path.read_text(encoding="utf-8").rstrip("\n").split("\n\n"):
        lines = [line for line in block.split("\n") if not line.startswith("=")]
        options = [plain(each) for line in lines if line[0] == "@" for each in line[2:].split(" ")]
        page = plain("\n".join(line[2:] for line in lines if line[0] == "<"))
        found.append(Case(tuple(lines), tuple(options), page))
    return found


def rendered(path: Path, show: Callable[[Case], Iterable[str]]) -> str:
    """The cases of a file, each with its current result."""
    blocks = [
        "\n".join([*case.lines, *(f"= {in_print(line)}".rstrip() for line in show(case))])
        for case in cases(path)
    ]
    return "\n\n".join(blocks) + "\n"


def plain(text: str) -> str:
    """The text with characters for their numbers."""
    return re.sub("‹([0-9A-F]+)›", lambda found: chr(int(found[1], 16)), text)


def in_print(text: str) -> str:
    """The text with numbers for invisible characters."""
    return "".join(sign if sign.isprintable() else f"‹{ord(sign):X}›" for sign in text)


def with_edit(text: str, edit: str, count: int = -1) -> str:
    """The text after an edit, which has to match; `\n` is a line end."""
    old, _, new = edit.replace(r"\n", "\n").partition(" ->")
    assert old in text, (old, text)
    return text.replace(old, new.removeprefix(" "), count)
