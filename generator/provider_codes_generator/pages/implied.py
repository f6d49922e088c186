"""Finds the tables that a page only implies: lines, terms and headings that begin with codes.

- Two or more lines such as `101 – text`, `101: text`, `101 text` or `NAME (101)` are a table
  `code | name | text`. Further lines of such a paragraph continue the text, if they begin with no
  code. A line that only leads to another place, where its code is, is no row.
- A line and the lines below it that begin with a colon, as in Markdown, are a term and its
  definition. If all terms are codes with names, these are columns of their own.
- Two or more headings that begin with codes, of one level and below one heading, are a table,
  if no table stands below most of them. Below each stands its text.

A table without names, or without texts, has no column for them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress, groupby, zip_longest
from typing import TypeAlias

from .page import CAPTION, Heading, Loose, Row, Table, plain_cell

Paragraph: TypeAlias = list[Loose]
Item: TypeAlias = Heading | Table | Paragraph

_LONGEST_CAPTION = 80
_CAPTION = re.compile(r".*\w.*:|Table\b[\s\d.:–—-]+\w.*")
_NUMBER = r"-?\d{1,18}|0x[0-9A-Fa-f]+"
_IDENTIFIER = r"[A-Z]+-?\d[A-Z0-9-]*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"
_IS_CODE = re.compile(rf"{_NUMBER}|{_IDENTIFIER}")
# The sign between a code and the text.
_SIGN = r"(?:\s*(?:[:=–—→,]|[=-]>)|\s+-+)?\s+"
# A code, perhaps in brackets and behind what it is.
_CODE_AND_TEXT = re.compile(
    r"(?:(?:[Ee]rror|[Cc]ode|[Ss]tatus|HTTP)\s+)*"
    rf"[\[(]?({_NUMBER}|{_IDENTIFIER})[\])]?(?:{_SIGN}(\S.*))?"
)
_NAME_AND_CODE = re.compile(rf"({_IDENTIFIER})\s*\(({_NUMBER})\)(?:{_SIGN}(\S.*))?")

TERM = "term"
_TERMS = (TERM, "definition")
_CODES = ("code", "name", "text")


@dataclass(slots=True)
class Section:
    """A heading with those above it, and what stands below it up to the next heading.

    `implied` has the same items, but the lines that are tables as tables.
    """

    path: tuple[Heading, ...]
    items: list[Item] = field(default_factory=list[Item])
    implied: list[Item] = field(default_factory=list[Item])


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


def add_implied(sections: Sequence[Section]) -> None:
    """Add the implied tables of a page, in place of the lines that they are made of."""
    paragraphs = [item for section in sections for item in section.items if isinstance(item, list)]
    if any(line.is_link for paragraph in paragraphs for line in paragraph):
        known = set(_codes(sections))
        for paragraph in paragraphs:
            paragraph[:] = [_with_its_kind(line, known) for line in paragraph]
    for section in sections:
        for is_text, group in groupby(section.items, lambda item: isinstance(item, list)):
            section.implied += _tables_of_lines(group) if is_text else map(_with_names, group)
    _add_tables_of_headings(sections)


def _split(text: str) -> tuple[str, str, str] | None:
    """Split a text that begins with a code into code, name and text. Return None for others."""
    if found := _NAME_AND_CODE.fullmatch(text):
        name, code, text = found.groups("")
        return code, name, text
    if found := _CODE_AND_TEXT.fullmatch(text):
        code, text = found.groups("")
        return code, "", text
    return None


def _codes(sections: Sequence[Section]) -> Iterator[str]:
    """Yield the codes of headings and tables."""
    for section in sections:
        texts = [heading.text for heading in section.path[-1:]]
        for table in section.items:
            if isinstance(table, Table):
                texts += (cell.text for row in table.rows for cell in row.cells)
        yield from (found[0] for found in map(_split, texts) if found)


def _with_its_kind(line: Loose, known: set[str]) -> Loose:
    """Return a line, which is part of a table of contents only if its code is elsewhere."""
    found = _split(line.text)
    return replace(line, is_link=line.is_link and found is not None and found[0] in known)


def _split_title(text: str) -> tuple[str, str] | None:
    """Split a heading or a term that begins with a code into code and name."""
    found = _split(text)
    return found and (found[0], " ".join(filter(None, found[1:])))


def _table(path: tuple[Heading, ...], rows: Sequence[Row]) -> Table:
    """Return a table of rows with code, name and text, without the columns that are empty."""
    filled = [True, *(any(row.cells[at].text for row in rows) for at in (1, 2))]
    kept = (replace(row, cells=tuple(compress(row.cells, filled))) for row in rows)
    return Table(path, tuple(compress(_CODES, filled)), tuple(kept), rows[0].line)


def _row(texts: Iterable[str], line: int, raw: str) -> Row:
    return Row(tuple(map(plain_cell, texts)), line, raw)


def _with_names(item: Item) -> Item:
    """Return an item. If it is a table of terms that are codes with names, it has a column more."""
    if not isinstance(item, Table) or item.header != _TERMS:
        return item
    terms = [_split_title(row.cells[0].text) for row in item.rows]
    codes = [found for found in terms if found]
    if len(codes) < len(terms) or not any(name for _, name in codes):
        return item
    rows = [
        replace(row, cells=(*_row(code, row.line, "").cells, row.cells[1]))
        for row, code in zip(item.rows, codes, strict=True)
    ]
    return replace(item, header=_CODES, rows=tuple(rows))


def _tables_of_lines(paragraphs: Iterable[Item]) -> Iterator[Item]:
    above: Loose | None = None
    for kind, group in groupby(_entries(paragraphs), _kind):
        entries = list(group)
        if kind == "term" or (kind == "code" and len(entries) > 1):
            path = entries[0][0].path
            if above and (caption := caption_of(above)):
                path = (*path, caption)
                yield caption
            rows = list(map(_row_of_entry, entries))
            is_coded = kind == "code"
            yield _table(path, rows) if is_coded else Table(path, _TERMS, tuple(rows), rows[0].line)
        else:
            yield from entries
        above = entries[-1][-1]


def _entries(paragraphs: Iterable[Item]) -> list[Paragraph]:
    """Return the lines, each with those that continue it or define it."""
    entries: list[Paragraph] = []
    is_open = False
    for paragraph in paragraphs:
        assert isinstance(paragraph, list)
        for line, below in zip_longest(paragraph, paragraph[1:]):
            is_coded = _is_coded(line)
            begins = line is paragraph[0] or is_coded or _defines(below)
            if entries and (_defines(line) or (is_open and not begins)):
                entries[-1].append(line)
                is_open = True
            else:
                entries.append([line])
                is_open = is_coded
    return entries


def _is_coded(line: Loose) -> bool:
    found = None if line.is_link else _split(line.text)
    return found is not None and any(found[1:])


def _defines(line: Loose | None) -> bool:
    return line is not None and line.text.startswith(": ")


def _kind(entry: Paragraph) -> str:
    return "code" if _is_coded(entry[0]) else "term" if len(entry) > 1 else ""


def _row_of_entry(entry: Paragraph) -> Row:
    first, *more = (line.text.removeprefix(": ") for line in entry)
    *key, text = (_is_coded(entry[0]) and _split(first)) or (first, "")
    text = " ".join(filter(None, [text, *more]))
    return _row([*key, text], entry[0].line, " ".join(line.text for line in entry))


def _add_tables_of_headings(sections: Sequence[Section]) -> None:
    siblings: defaultdict[tuple[tuple[Heading, ...], int], list[int]] = defaultdict(list)
    with_tables: set[int] = set()
    for place, section in enumerate(sections):
        tables = (item for item in section.implied if isinstance(item, Table))
        with_tables.update(id(heading) for table in tables for heading in table.path)
        for heading in section.path[-1:]:
            if _split(heading.text):
                siblings[section.path[:-1], heading.level].append(place)
    for (path, _), places in siblings.items():
        found = [sections[place] for place in places]
        if len(found) > 1 and 2 * sum(id(s.path[-1]) in with_tables for s in found) < len(found):
            # The table stands above the first of the headings.
            sections[places[0] - 1].implied.append(_table(path, list(map(_row_of_section, found))))
            for section in found:
                section.implied = [item for item in section.items if not isinstance(item, list)]


def _row_of_section(section: Section) -> Row:
    heading = section.path[-1]
    key = _split_title(heading.text) or ("", "")
    # A bold line is both a heading and a line.
    lines = (line.text for item in section.items if isinstance(item, list) for line in item)
    text = " ".join(line for line in lines if line != heading.text)
    return _row([*key, text], heading.line, heading.text)
