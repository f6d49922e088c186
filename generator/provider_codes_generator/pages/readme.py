"""The reader of readme.io pages, also where one was flattened into a single line.

Such a page is Markdown with blocks of JSON between `[block:...]` and `[/block]`, and
headings that may lack the blank behind their number signs. Flattening made each line end
a blank, so that nothing says any more where a heading or a row ends. Here the lines are
put back, and the Markdown reader does the rest. The rules:

- An `api-header` block is a heading of level 1, because the headings that the pages write
  themselves begin with `##` and stand below it. A `parameters` block is a table. All other
  blocks go: they hold examples and remarks.
- Inside a line, two or more number signs behind a blank begin a heading; a single one
  does not.
- A heading alone on its line is the whole line. In a flattened line it ends behind its
  group, `(group id: 1) - general status codes`; else behind the word `codes`, or `codes
  (...)`, where a sentence follows; else at the next heading, table or block. What is left
  is text.
- A table begins with a header and a row of dashes; how its rows end, `flat_rows` says.
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

# How a dump of the elements of a page shows them; the texts stand on lines between.
_NODE = re.compile(r"Node:|\(type\) ?\w+|\(layer\) ?\d+|Element:\w+")
_ELEMENT = re.compile(r"Element:\w+")
_HEADING_NODE = re.compile(r"Element:h([1-6])")

_HEADING = re.compile(r"(?:^#{1,6}|(?<=\s)#{2,6})[ \t]*(?=[^\s#])")
_GROUP = re.compile(r"\([^()]*id: ?\d+\)(?: - [^|.]{,80}?\bcodes\b)?", re.IGNORECASE)
_CODES = re.compile(r"\bcodes\b(?: \([^()]*\))?(?= [A-Z])")
# No heading is longer: a group or a list that is named behind this is named in the text.
_LONGEST = 160


def read(text: str) -> Page:
    """The page of a text from readme.io."""
    page = pieces(_without_nodes(without_front_matter(lines(text))))
    return markdown.read_lines([line for piece in page for line in _unflattened(piece)])


def _without_nodes(page: Sequence[Line]) -> list[Line]:
    """The texts of a dump of elements; a page that is none stays as it is."""
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
    """The lines that a flattened line was made of; any other line is that itself."""
    line, text = piece.line, piece.line.text.strip()
    headings = [found.start() for found in _HEADING.finditer(text)]
    found = list(tables(text, headings))
    # A row that stands alone is as it should be, whatever stands in it.
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
    """The lines of a text that holds no table; `inside` a line, the blank before it counts."""
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
    """Where a heading ends that its text follows in the same line."""
    found = [rule.search(body, 0, _LONGEST) for rule in (_GROUP, _CODES)]
    ends = [(match.start(), match.end()) for match in found if match]
    return min(ends)[1] if ends else len(body)
