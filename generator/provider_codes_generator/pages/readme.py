"""Reads readme.io pages, including those flattened into a single line.

Such a page is Markdown with blocks of JSON between `[block:...]` and `[/block]`. Its headings
may lack the space after their number signs. Flattening replaced each line end by a space, so
nothing marks the end of a heading or a row. This module restores the lines, and the Markdown
reader does the rest. The rules:

- An `api-header` block is a heading of level 1, because the headings that the pages write
  themselves begin with `##` and are below it. A `parameters` block is a table. All other
  blocks are removed: they hold examples and remarks.
- Inside a line, two or more number signs after a space begin a heading. A single one does not.
- A heading alone on its line is the whole line. In a flattened line it ends after its group,
  `(group id: 1) - general status codes`. Otherwise it ends after the word `codes` or
  `codes (...)`, if a sentence follows, or else at the next heading, table or block. The rest
  is text.
- A table begins with a header and a row of dashes. `flat_rows` says how its rows end.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from . import markdown
from .blocks import Piece, pieces
from .flat_rows import as_markdown, tables
from .page import Page
from .prepare import without_front_matter
from .text import Line, lines

# The lines of a dump of a page's elements. The texts are on the lines between.
_NODE = re.compile(r"Node:|\(type\) ?\w+|\(layer\) ?\d+|Element:\w+")
_ELEMENT = re.compile(r"Element:\w+")
_HEADING_NODE = re.compile(r"Element:h([1-6])")

_HEADING = re.compile(r"(?:^#{1,6}|(?<=\s)#{2,6})[ \t]*(?=[^\s#])")
_GROUP = re.compile(r"\([^()]*id: ?\d+\)(?: - [^|.]{,80}?\bcodes\b)?", re.IGNORECASE)
_CODES = re.compile(r"\bcodes\b(?: \([^()]*\))?(?= [A-Z])")
# No heading is longer. A group or a list named after this is named in the text.
_LONGEST = 160


def read(text: str) -> Page:
    """Return the page of a text from readme.io."""
    source, title = without_front_matter(lines(text))
    page = pieces(_without_nodes(source))
    return markdown.read_lines([line for piece in page for line in _unflattened(piece)], title)


def _without_nodes(page: Sequence[Line]) -> list[Line]:
    """Return the texts of a dump of elements. A page that is not a dump stays unchanged."""
    texts = [line.text.strip() for line in page]
    if not any(map(_ELEMENT.fullmatch, texts)):
        return list(page)
    level = 0
    for place, text in enumerate(texts):
        if _NODE.fullmatch(text):
            texts[place] = ""
            heading = _HEADING_NODE.fullmatch(text)
            level = int(heading[1]) if heading else 0
        elif level and text:
            texts[place] = f"{'#' * level} {text}"
            level = 0
    return [replace(line, text=text) for line, text in zip(page, texts, strict=True)]


def _unflattened(piece: Piece) -> Iterator[Line]:
    """Yield the lines that a flattened line was made of. Any other line stays unchanged."""
    line, text = piece.line, piece.line.text.strip()
    headings = [found.start() for found in _HEADING.finditer(text)]
    found = list(tables(text, headings))
    # A row alone on its line needs no repair, whatever its content.
    if piece.of_block or not (found or headings) or (text.startswith("|") and not found):
        yield line
        return
    flat = piece.part or bool(found) or headings != [0]
    done = 0
    for table in found:
        before = _with_headings(text[done : table.start], flat, inside=piece.part or done > 0)
        yield from _as_lines(before, line.number)
        yield from (Line(as_markdown(row), line.number, row) for row in table.rows)
        yield from _as_lines([""], line.number)
        done = table.end
    behind = _with_headings(text[done:], flat, inside=piece.part or done > 0)
    yield from _as_lines(behind, line.number)


def _as_lines(texts: Iterable[str], number: int) -> Iterator[Line]:
    for text in texts:
        yield Line(text, number, text)


def _with_headings(text: str, flat: bool, *, inside: bool) -> Iterator[str]:
    """Yield the lines of a text without tables.

    `inside` a line, the space before the text counts.
    """
    text = f" {text.strip()}" if inside else text.strip()
    marks = list(_HEADING.finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    yield text[: marks[0].start()].strip() if marks else text
    yield ""
    for mark, end in zip(marks, ends, strict=False):
        body = text[mark.end() : end].strip()
        behind = _heading_end(body) if flat else len(body)
        yield f"{'#' * mark[0].count('#')} {body[:behind]}"
        yield body[behind:].strip()
        yield ""


def _heading_end(body: str) -> int:
    """Return where a heading ends that is followed by text on the same line."""
    found = [rule.search(body, 0, _LONGEST) for rule in (_GROUP, _CODES)]
    ends = [(match.start(), match.end()) for match in found if match]
    return min(ends)[1] if ends else len(body)
