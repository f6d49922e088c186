"""Finds Markdown tables inside a line, with their rows separated by white space.

The row of dashes says how many cells a row has, and each row is read by that number. If a
row is broken, the following signs of its end are tried in this order, so that the next row
is whole:

- A pipe after a space and before a word opens the next row: the closing pipe is missing.
- An empty cell among the others is not a cell but the space between two rows: cells are
  missing.
- A pipe before a space closes the row: it has more cells than its header.

A pipe inside inline code does not count.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_RULE_CELL = re.compile(r"\|[ \t]*:?-+:?[ \t]*(?=\|)")
_MARK = re.compile(r"[|`\\]")
_CODE = re.compile(r"`[^`]*`")
_PIPE = re.compile(r"(?<!\\)\|")
_BETWEEN_ROWS = re.compile(r"\|\s+\|")


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A table and its position in the line. The first two rows are header and dashes."""

    start: int
    end: int
    rows: tuple[str, ...]


def tables(text: str, stops: Sequence[int]) -> Iterator[FlatTable]:
    """Yield the tables of a line. No row continues after a stop."""
    done = 0
    for rule_start, rule_end, columns in _rules(text):
        start = _header_start(text, rule_start, columns, done)
        if start is None:
            continue
        rows = [text[start:rule_start], text[rule_start:rule_end]]
        done = rule_end
        while text.startswith("|", at := _behind_blanks(text, done)):
            following = bisect_right(stops, at)
            limit = stops[following] if following < len(stops) else len(text)
            done = _row_end(text, at, columns, limit)
            rows.append(text[at:done])
        yield FlatTable(start, done, tuple(row.strip() for row in rows))


def as_markdown(row: str) -> str:
    """Return a row with the pipes in its code escaped, as Markdown requires."""
    return _CODE.sub(
        lambda code: code[0] if _BETWEEN_ROWS.search(code[0]) else _PIPE.sub(r"\|", code[0]),
        row,
    )


def _rules(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the start, the end and the number of cells of each row of dashes."""
    start, end, columns = 0, 0, 0
    for cell in _RULE_CELL.finditer(text):
        if columns and cell.start() != end:
            yield start, end + 1, columns
            columns = 0
        if not columns:
            start = cell.start()
        end = cell.end()
        columns += 1
    if columns:
        yield start, end + 1, columns


def _header_start(text: str, rule: int, columns: int, floor: int) -> int | None:
    """Return the start of the header above the row of dashes at `rule`, or None."""
    at = rule
    while at > floor and text[at - 1].isspace():
        at -= 1
    if at == rule or at <= floor or text[at - 1] != "|":
        return None
    at -= 1
    for _ in range(columns):
        at = text.rfind("|", floor, at)
        if at < 0:
            return None
    return at


def _behind_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _row_end(text: str, start: int, columns: int, limit: int) -> int:
    pipes = [start]
    while len(pipes) <= columns:
        pipe = _next_pipe(text, pipes[-1] + 1, limit)
        if pipe is None:
            return limit
        pipes.append(pipe)
    last = pipes[-1]
    if not _closes(text, last):
        if text[last - 1].isspace():
            return last
        for left, right in pairwise(pipes[1:]):
            if not text[left + 1 : right].strip():
                return left + 1
    while not _closes(text, last):
        pipe = _next_pipe(text, last + 1, limit)
        if pipe is None:
            return limit
        last = pipe
    return last + 1


def _closes(text: str, pipe: int) -> bool:
    """Whether a pipe is the last of its row."""
    behind = text[pipe + 1 : pipe + 2]
    return not behind or behind == "|" or behind.isspace()


def _next_pipe(text: str, at: int, limit: int) -> int | None:
    while found := _MARK.search(text, at, limit):
        at = found.end()
        if found[0] == "|":
            return found.start()
        if found[0] == "\\":
            at += 1
            continue
        end = text.find("`", at, limit)
        # A single backtick is ordinary text, and the next one is in another row.
        if end >= 0 and not _BETWEEN_ROWS.search(text, at, end):
            at = end + 1
    return None
