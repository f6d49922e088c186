"""Markdown tables inside a line, their rows one behind the other with blanks between.

The row of dashes says how many cells a row has; each row is read by that. Where a row is
broken, the signs of a row's end are taken in this order, so that the next row is whole:

- a pipe behind a blank and before a word opens the next row: the closing pipe is missing;
- an empty cell among the others is no cell but the blank between two rows: cells are missing;
- a pipe before a blank closes the row: it has more cells than its header.

A pipe inside inline code is none.
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
    """A table and where it stands in its line; the first two rows are header and dashes."""

    start: int
    end: int
    rows: tuple[str, ...]


def tables(text: str, stops: Sequence[int]) -> Iterator[FlatTable]:
    """The tables of a line; none of their rows goes on behind a stop."""
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
    """A row as Markdown wants it, where pipes in code have to be escaped."""
    return _CODE.sub(
        lambda code: code[0] if _BETWEEN_ROWS.search(code[0]) else _PIPE.sub(r"\|", code[0]),
        row,
    )


def _rules(text: str) -> Iterator[tuple[int, int, int]]:
    """Where the rows of dashes begin and end, and how many cells they have."""
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
    """Where the header begins whose row of dashes begins at `rule`, if there is one."""
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
        # A backtick alone is a sign of the text, and the next one stands in another row.
        if end >= 0 and not _BETWEEN_ROWS.search(text, at, end):
            at = end + 1
    return None
