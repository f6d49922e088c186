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
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from typing import TypeAlias

from .page import CAPTION, Cell, Heading, Loose, Row, Table

Paragraph: TypeAlias = list[Loose]
Item: TypeAlias = Heading | Table | Paragraph

_LONGEST_CAPTION = 80
_CAPTION = re.compile(r".*\w.*:|Table\b[\s\d.:–—-]+\w.*")
_CODE = r"-?\d{1,18}|0x[0-9A-Fa-f]+|[A-Z]+-?\d[A-Z0-9-]*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"
_IS_CODE = re.compile(_CODE)
# A code, perhaps in brackets and behind what it is, and the sign between it and the text.
_KEY = rf"(?:(?:[Ee]rror|[Cc]ode|[Ss]tatus|HTTP)\s+)*[\[(]?({_CODE})[\])]?"
_SIGN = r"(?:\s*(?:[:=–—→]|[=-]>)|\s+-+)?\s+"
_LINE = re.compile(rf"{_KEY}{_SIGN}(\S.*)")
_HEADING = re.compile(rf"{_KEY}(?:{_SIGN}(\S.*))?")


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


def with_implied(items: Iterable[Item]) -> list[Item]:
    """Return the headings, tables and paragraphs of a page, with its implied tables."""
    found: list[Item] = []
    for is_text, group in groupby(items, lambda item: isinstance(item, list)):
        run = list(group)
        found += (
            _tables_of_lines(item for item in run if isinstance(item, list)) if is_text else run
        )
    return _with_headings_as_rows(found)


def _tables_of_lines(paragraphs: Iterable[Paragraph]) -> Iterator[Item]:
    above: Loose | None = None
    for kind, group in groupby(_entries(paragraphs), _kind):
        entries = list(group)
        if kind == "term" or (kind == "code" and len(entries) > 1):
            first = entries[0][0]
            path = first.path
            if above and (caption := caption_of(above)):
                path = (*path, caption)
                yield caption
            header = ("term", "definition") if kind == "term" else ("code", "text")
            yield Table(path, header, tuple(map(_row, entries)), first.line)
            above = None
        else:
            yield from entries
            above = entries[-1][-1]


def _entries(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Return the lines, each with those that continue it or define it."""
    entries: list[Paragraph] = []
    for paragraph in paragraphs:
        for line, below in zip_longest(paragraph, paragraph[1:]):
            begins = line is paragraph[0] or _LINE.fullmatch(line.text) or _defines(below)
            if entries and (_defines(line) or (not begins and _kind(entries[-1]))):
                entries[-1].append(line)
            else:
                entries.append([line])
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
    return Row((_cell(key), _cell(" ".join([*text, *more]))), entry[0].line, raw)


def _cell(text: str) -> Cell:
    return Cell(text, None, text)


@dataclass(slots=True)
class _Section:
    """A heading that begins with a code, and the paragraphs up to what follows."""

    heading: Heading
    path: tuple[Heading, ...]
    place: int
    paragraphs: list[Paragraph] = field(default_factory=list[Paragraph])
    has_table: bool = False


def _with_headings_as_rows(items: Sequence[Item]) -> list[Item]:
    tables: dict[int, Table] = {}
    used: set[int] = set()
    for sections in _siblings(items):
        if len(sections) > 1 and not any(section.has_table for section in sections):
            first = sections[0]
            rows = tuple(map(_row_of_section, sections))
            tables[first.place] = Table(
                first.path, ("code", "name", "text"), rows, first.heading.line
            )
            used.update(id(each) for section in sections for each in section.paragraphs)
    found: list[Item] = []
    for place, item in enumerate(items):
        if place in tables:
            found.append(tables[place])
        if id(item) not in used:
            found.append(item)
    return found


def _siblings(items: Iterable[Item]) -> Iterable[list[_Section]]:
    """Return the sections of each level below each heading."""
    siblings: defaultdict[tuple[int, int], list[_Section]] = defaultdict(list)
    above: list[tuple[Heading, _Section]] = []
    for place, item in enumerate(items):
        if isinstance(item, list):
            if above:
                above[-1][1].paragraphs.append(item)
        elif isinstance(item, Table):
            for _, section in above:
                section.has_table = True
        elif item.level < CAPTION:
            while above and above[-1][0].level >= item.level:
                above.pop()
            section = _Section(item, tuple(heading for heading, _ in above), place)
            if _HEADING.fullmatch(item.text):
                siblings[above[-1][1].place if above else -1, item.level].append(section)
            above.append((item, section))
    return siblings.values()


def _row_of_section(section: _Section) -> Row:
    heading = section.heading
    found = _HEADING.fullmatch(heading.text)
    code, name = found.groups("") if found else ("", "")
    lines = (line for paragraph in section.paragraphs for line in paragraph)
    # A bold line is both a heading and a line.
    text = " ".join(line.text for line in lines if line.text != heading.text)
    return Row((_cell(code), _cell(name), _cell(text)), heading.line, heading.text)
