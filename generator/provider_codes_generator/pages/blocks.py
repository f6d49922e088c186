"""Reads the blocks of a readme.io page: JSON between `[block:...]` and `[/block]`."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .builder import MAX_COLUMNS
from .text import Line, normal

_OPEN = re.compile(r"\[block:([\w-]+)\]")
_CLOSE = "[/block]"
_CELL_KEY = re.compile(r"(\d{1,6})-(\d{1,6})")
_ROW_BEGINS = re.compile(r'"(\d{1,6})-')
_HEADER_KEY = re.compile(r"h-(\d{1,6})")
_PIPE = re.compile(r"(\\.)|\|", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of the page, a part of a line beside a block, or a line made from a block."""

    line: Line
    part: bool = False
    of_block: bool = False


@dataclass(frozen=True, slots=True)
class _Block:
    kind: str
    body: str
    start: int
    end: int


def pieces(page: Sequence[Line]) -> Iterator[Piece]:
    """Yield the page with its blocks replaced by Markdown.

    Blocks of examples and remarks are removed.
    """
    text = "\n".join(line.text for line in page)
    done = place = 0
    for block in _blocks(text):
        yield from _between(page, text[done : block.start], place)
        place += text.count("\n", done, block.start)
        ends = [found.start() for found in re.finditer("\n", block.body)]
        for at, markdown in _markdown(block):
            number = page[place + bisect_left(ends, at)].number
            yield Piece(Line(markdown, number, markdown), of_block=True)
        place += text.count("\n", block.start, block.end)
        done = block.end
    yield from _between(page, text[done:], place)


def _blocks(text: str) -> Iterator[_Block]:
    done = 0
    for found in _OPEN.finditer(text):
        if found.start() < done:
            continue
        end = text.find(_CLOSE, found.end())
        if end < 0:
            return  # a block without an end is text
        done = end + len(_CLOSE)
        yield _Block(found[1], text[found.end() : end], found.start(), done)


def _between(page: Sequence[Line], text: str, place: int) -> Iterator[Piece]:
    for number, part in enumerate(text.split("\n"), start=place):
        line = page[number]
        yield Piece(Line(part, line.number, line.raw), part=part != line.text)


def _markdown(block: _Block) -> Iterator[tuple[int, str]]:
    """Yield the lines that replace a block, each with its offset in the block."""
    if block.kind not in ("api-header", "parameters"):
        return
    yield 0, ""
    try:
        value: Any = json.loads(block.body, strict=False)
        found = list(_heading(value) if block.kind == "api-header" else _table(value, block.body))
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        # The block is malformed, but its text may be what the user looks for.
        found = [(0, " ".join(block.body.split()))]
    yield from found
    yield 0, ""


def _heading(value: Any) -> Iterator[tuple[int, str]]:
    yield 0, f"# {' '.join(value['title'].split())}"


def _table(value: Any, body: str) -> Iterator[tuple[int, str]]:
    cells: dict[str, Any] = value["data"]
    columns = sorted(int(key[1]) for key in map(_HEADER_KEY.fullmatch, cells) if key)
    del columns[MAX_COLUMNS:]
    rows = {int(key[1]) for key in map(_CELL_KEY.fullmatch, cells) if key}
    places: dict[str, int] = {}
    for found in _ROW_BEGINS.finditer(body):
        places.setdefault(found[1], found.start())
    yield 0, _row([cells[f"h-{column}"] for column in columns])
    yield 0, _row(["-"] * len(columns))
    for row in sorted(rows):
        yield places.get(str(row), 0), _row(
            [cells.get(f"{row}-{column}", "") for column in columns]
        )


def _row(cells: Sequence[Any]) -> str:
    texts = ["<br>".join(normal(str(cell)).strip().split("\n")) for cell in cells]
    return "|" + "|".join(" " + _PIPE.sub(_escaped, text) + " " for text in texts) + "|"


def _escaped(found: re.Match[str]) -> str:
    """Return a pipe with its escape. An escaped pipe stays unchanged."""
    return found[1] or r"\|"
