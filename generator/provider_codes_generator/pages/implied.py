"""Finds the tables that a page only implies: lines, terms and headings that begin with codes.

- Two or more lines such as `101 – text`, `101: text` or `101 text` are a table `code | text`.
  Further lines of such a paragraph continue the text, if they begin with no code.
- A line and the lines below it that begin with a colon, as in Markdown, are a term and its
  definition.
- Two or more headings that begin with codes, of one level and below one heading, are a table
  `code | name | text`, if no table stands below any of them. Below each stands its text.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest
from typing import TypeAlias

from .page import CAPTION, Heading, Loose, Row, Table, plain_cell

Paragraph: TypeAlias = list[Loose]
Item: TypeAlias = Heading | Table | Paragraph

_LONGEST_CAPTION = 80
_CAPTION = re.compile(r".*\w.*:|Table\b[\s\d.:–—-]+\w.*")
_CODE = r"-?\d{1,18}|0x[0-9A-Fa-f]+|[A-Z]+-?\d[A-Z0-9-]*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"
_IS_CODE = re.compile(_CODE)
# A code, perhaps in brackets and behind what it is, and the sign between it and the text.
_KEY = rf"(?:(?:[Ee]rror|[Cc]ode|[Ss]tatus|HTTP)\s+)*[\[(]?({_CODE})[\])]?"
_SIGN = r"(?:\s*(?:[:=–—→,]|[=-]>)|\s+-+)?\s+"
_LINE = re.compile(rf"{_KEY}{_SIGN}(\S.*)")
_HEADING = re.compile(rf"{_KEY}(?:{_SIGN}(\S.*))?")

_LINES = ("code", "text")
TERM = "term"
_TERMS = (TERM, "definition")
_CODES = ("code", "name", "text")


def is_code(text: str) -> bool:
    """Whether a text is a number, or an identifier that is no word."""
    return _IS_CODE.fullmatch(text) is not None


def caption_of(line: Loose) -> Heading | None:
    """Return the caption that a line before a table is, if it is one.

    It is short, and ends in a colon or begins like `Table 1:`.
    """
    if len(line.text) <= _LONGEST_CAPTION and _CAPTION.fullmatch(line.text):
        return Heading(line.text, CAPTION, line.line)
    return None


def with_implied(items: Iterable[Item]) -> Iterator[Item]:
    """Return the headings, tables and paragraphs of a page, with its implied tables."""
    found: list[Item] = []
    texts: list[Paragraph] = []
    for item in items:
        if isinstance(item, list):
            texts.append(item)
        else:
            found += [*_tables_of_lines(texts), item]
            texts = []
    found = [*found, *_tables_of_lines(texts)]
    return _with_rows_of_headings([_with_names(each) for each in found])


def _with_names(item: Item) -> Item:
    """Return an item. If it is a table of terms that are codes with names, it has a column more."""
    if not isinstance(item, Table) or item.header != _TERMS:
        return item
    terms = [_HEADING.fullmatch(row.cells[0].text) for row in item.rows]
    codes = [found.groups("") for found in terms if found]
    if len(codes) < len(terms) or not any(name for _, name in codes):
        return item
    rows = (
        replace(row, cells=(plain_cell(code), plain_cell(name), row.cells[1]))
        for row, (code, name) in zip(item.rows, codes, strict=True)
    )
    return replace(item, header=_CODES, rows=tuple(rows))


def _tables_of_lines(paragraphs: Iterable[Paragraph]) -> Iterator[Item]:
    above: Loose | None = None
    for kind, group in groupby(_entries(paragraphs), _kind):
        entries = list(group)
        if kind == "term" or (kind == "code" and len(entries) > 1):
            path, line = entries[0][0].path, entries[0][0].line
            if above and (caption := caption_of(above)):
                path = (*path, caption)
                yield caption
            header = _TERMS if kind == "term" else _LINES
            yield Table(path, header, tuple(map(_row, entries)), line)
        else:
            yield from entries
        above = entries[-1][-1]


def _entries(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Return the lines, each with those that continue it or define it."""
    entries: list[Paragraph] = []
    is_open = False
    for paragraph in paragraphs:
        for line, below in zip_longest(paragraph, paragraph[1:]):
            is_coded = _LINE.fullmatch(line.text) is not None
            begins = line is paragraph[0] or is_coded or _defines(below)
            if entries and (_defines(line) or (is_open and not begins)):
                entries[-1].append(line)
                is_open = True
            else:
                entries.append([line])
                is_open = is_coded
    return entries


def _defines(line: Loose | None) -> bool:
    return line is not None and line.text.startswith(": ")


def _kind(entry: Paragraph) -> str:
    if _LINE.fullmatch(entry[0].text):
        return "code"
    return "term" if len(entry) > 1 else ""


def _row(entry: Paragraph) -> Row:
    first, *more = (line.text.removeprefix(": ") for line in entry)
    found = _LINE.fullmatch(first)
    key, text = (found[1], [found[2]]) if found else (first, [])
    raw = " ".join(line.text for line in entry)
    return Row((plain_cell(key), plain_cell(" ".join([*text, *more]))), entry[0].line, raw)


def _with_rows_of_headings(items: Sequence[Item]) -> Iterator[Item]:
    below: defaultdict[int, list[Paragraph]] = defaultdict(list)
    for item in items:
        if isinstance(item, list) and item[0].path:
            below[id(item[0].path[-1])].append(item)
    tables: dict[int, Table] = {}
    used: set[int] = set()
    for path, headings in _siblings(items):
        rows = tuple(_row_of_heading(heading, below[id(heading)]) for heading in headings)
        tables[id(headings[0])] = Table(path, _CODES, rows, headings[0].line)
        used.update(id(text) for heading in headings for text in below[id(heading)])
    for item in items:
        if id(item) in tables:
            yield tables[id(item)]
        if id(item) not in used:
            yield item


def _siblings(items: Sequence[Item]) -> Iterator[tuple[tuple[Heading, ...], list[Heading]]]:
    """Yield the headings that are rows of a table, with the headings above the table."""
    siblings: defaultdict[tuple[tuple[Heading, ...], int], list[Heading]] = defaultdict(list)
    path: tuple[Heading, ...] = ()
    for heading in items:
        if isinstance(heading, Heading) and heading.level < CAPTION:
            path = tuple(outer for outer in path if outer.level < heading.level)
            if _HEADING.fullmatch(heading.text):
                siblings[path, heading.level].append(heading)
            path = (*path, heading)
    with_tables = {id(each) for item in items if isinstance(item, Table) for each in item.path}
    for (path, _), headings in siblings.items():
        if len(headings) > 1 and with_tables.isdisjoint(map(id, headings)):
            yield path, headings


def _row_of_heading(heading: Heading, below: Iterable[Paragraph]) -> Row:
    found = _HEADING.fullmatch(heading.text)
    code, name = found.groups("") if found else ("", "")
    # A bold line is both a heading and a line.
    lines = (line.text for paragraph in below for line in paragraph if line.text != heading.text)
    return Row(
        (plain_cell(code), plain_cell(name), plain_cell(" ".join(lines))),
        heading.line,
        heading.text,
    )
