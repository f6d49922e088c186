"""Reads readme.io pages, including those flattened into a single line, as Markdown.

- Such a page has blocks of JSON between `[block:...]` and `[/block]`. An `api-header` block is a
  heading of level 1, because headings outside blocks begin with `##` and are below it. A
  `parameters` block is a table. Remarks are examples.
- Flattening replaced each line end by a space. Two number signs after a space begin a heading. It
  ends after its group, `(group id: 1) - general status codes`, or after the word `codes` before a
  sentence, or else at the next heading, table or block.
- In a flattened table, the row of dashes says how many cells a row has. A row with more of them
  ends at a pipe before a space.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from . import markdown
from .page import MAX_COLUMNS, Page
from .pipes import CODE_SPAN, PIPE, escaped
from .prepare import without_front_matter
from .text import Line, lines, normal

_OPEN = "[block:"
_CLOSE = "[/block]"
_HEADER_KEY = re.compile(r"h-(\d{1,6})")
_CELL_KEY = re.compile(r'"(\d{1,6})-(\d{1,6})"\s*:')

_HEADING = re.compile(r"(?:^#{1,6}|(?<=\s)#{2,6})[ \t]*(?=[^\s#])")
_GROUP = re.compile(r"\([^()]*id: ?\d+\)(?: - [^|.]{,80}?\bcodes\b)?", re.IGNORECASE)
_CODES = re.compile(r"\bcodes\b(?: \([^()]*\))?(?= [A-Z])")
# No heading is longer. A group or a list named after this is named in the text.
_LONGEST = 160

_RULE = re.compile(r"\|(?:[ \t]*:?-+:?[ \t]*\|)+")
_CELL = rf"(?:\\.|{CODE_SPAN.pattern}|(?!(?<=\s)##)[^|\\])*+(?:\||(?=##)|\Z)"


def read(text: str) -> Page:
    text, title = without_front_matter(text)
    page = [each for line in _without_blocks(lines(text)) for each in _unflattened(line)]
    return markdown.read_lines(page, title)


def _without_blocks(page: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, with Markdown for blocks. Text beside a block keeps the whole as `raw`."""
    before, *blocks = "\n".join(line.text for line in page).split(_OPEN)
    place = 0
    for text in [_CLOSE + before, *blocks]:
        inside, closed, after = text.partition(_CLOSE)
        if not closed:  # A block without an end is text.
            inside, after = "", _OPEN + text
        kind, _, body = inside.partition("]")
        ends = [found.start() for found in re.finditer("\n", body)]
        for offset, line in _markdown(kind, body):
            yield Line(line, page[place + bisect_left(ends, offset)].number, line)
        place += len(ends)
        for number, part in enumerate(after.split("\n"), start=place):
            yield Line(part, page[number].number, page[number].raw)
        place += after.count("\n")


def _markdown(kind: str, body: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that replace a block, each with its offset in the block."""
    if kind not in ("api-header", "parameters", "callout", "code", "html"):
        return
    yield 0, ""
    try:
        value: Any = json.loads(body, strict=False)
        if kind == "api-header":
            yield 0, f"# {' '.join(value['title'].split())}"
        elif kind == "html":
            yield 0, " ".join(value["html"].split())
        elif kind == "parameters":
            yield from list(_table(value["data"], body))
        else:
            texts = [each["code"] for each in value.get("codes", ())]
            texts += [value[key] for key in ("title", "body") if value.get(key)]
            shown = "\n\n".join(["~~~", *texts, "~~~"])
            yield from ((0, line) for line in shown.split("\n"))
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        # The block is malformed, but its text may be what the user is looking for.
        yield 0, " ".join(body.split())
    yield 0, ""


def _table(cells: dict[str, Any], body: str) -> Iterator[tuple[int, str]]:
    columns = sorted(int(key[1]) for key in map(_HEADER_KEY.fullmatch, cells) if key)[:MAX_COLUMNS]
    keys = list(_CELL_KEY.finditer(body))
    rows = {int(found[1]): found.start() for found in reversed(keys)}
    beyond = sorted({int(found[2]) for found in keys} - set(columns))[:MAX_COLUMNS]
    yield 0, _row([cells[f"h-{column}"] for column in columns])
    yield 0, _row(["-"] * len(columns))
    for row, offset in sorted(rows.items()):
        surplus = [cells[key] for column in beyond if (key := f"{row}-{column}") in cells]
        yield offset, _row([*(cells.get(f"{row}-{column}", "") for column in columns), *surplus])


def _row(cells: Sequence[Any]) -> str:
    texts = [normal(str(cell)).strip().replace("\n", "<br>") for cell in cells]
    return "|" + "|".join(" " + PIPE.sub(r"\|", text) + " " for text in texts) + "|"


def _unflattened(line: Line) -> Iterator[Line]:
    """Yield the lines that a flattened line was made of. Any other line stays unchanged."""
    text = line.text.strip()
    tables = list(_tables(text))
    headings = [found.start() for found in _HEADING.finditer(text)]
    # A row alone on its line needs no repair, whatever its content.
    if not tables and (not headings or text.startswith("|")):
        yield line
        return
    done = 0
    for start, end, rows in [*tables, (len(text), len(text), [])]:
        for part in _with_headings(text[done:start]):
            yield Line(part, line.number, part)
        for row in rows:
            yield Line(escaped(row), line.number, row)
        yield Line("", line.number, "")
        done = end


def _tables(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the start, the end and the rows of each table in a line, header and dashes included."""
    done = 0
    for rule in _RULE.finditer(text):
        columns = rule[0].count("|") - 1
        start = _header_start(text, rule.start(), columns, done)
        if start is None:
            continue
        rows = [text[start : rule.start()].strip(), rule[0]]
        done = rule.end()
        row = re.compile(rf"\s*(\|(?:{_CELL}){{{columns}}}(?:(?![\s|])(?:{_CELL}))*)")
        while found := row.match(text, done):
            rows.append(found[1].strip())
            done = found.end()
        yield start, done, rows


def _header_start(text: str, rule: int, columns: int, floor: int) -> int | None:
    """Return the start of the header above the row of dashes at `rule`, or None."""
    start = rule
    while start > floor and text[start - 1].isspace():
        start -= 1
    if start == rule:
        return None
    for _ in range(columns + 1):
        start = text.rfind("|", floor, start)
        if start < 0:
            return None
    return start


def _with_headings(text: str) -> Iterator[str]:
    """Yield the lines of a text without tables."""
    marks = list(_HEADING.finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    yield text[: marks[0].start()].strip() if marks else text.strip()
    yield ""
    for mark, end in zip(marks, ends, strict=False):
        body = text[mark.end() : end].strip()
        # A group, or a word for codes, ends a heading before text on the same line.
        found = [sign.search(body, 0, _LONGEST) for sign in (_GROUP, _CODES)]
        spans = [each.span() for each in found if each]
        _, end = min(spans, default=(0, len(body)))
        yield f"{mark[0].strip()} {body[:end]}"
        yield body[end:].strip()
        yield ""
