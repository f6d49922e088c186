"""Finds the tables that a page implies by lines and terms that begin with codes.

- Two or more lines such as `101 – text` or `NAME (101)` are a table `code | name | text`. Other
  lines of their paragraph continue the text.
- Two or more lines that begin with inline code, or with bold words below a heading about codes, are
  terms with definitions. So are items of inline code below such a heading.

A table without names, or without texts, has no column for them.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, compress, groupby
from typing import Literal, TypeAlias

from .code_lines import (
    SIGN_OF_TERM,
    bare_code,
    begins_with_code,
    begins_with_several,
    is_below_codes,
    is_constant,
    leading_code,
    sign_of,
    split,
    term,
    titled_code,
)
from .forms import defines_several, is_identifier, is_surely_code, mostly
from .hints import speaks_of_dates, speaks_of_other_terms
from .page import CAPTION, CODES, RAISED, TERMS, Heading, Loose, Row, Table, text_cell
from .sections import Item, Paragraph, Section, table_of

Kind: TypeAlias = Literal["code", "term", "apart", ""]
# The marks of a line, and its sign.
_Look: TypeAlias = tuple[frozenset[str], str]

_LONGEST_CAPTION = 80
_CAPTION = re.compile(r"\W*(?!\d+:)\w.*:|Table\b[\s.:–—-]+\w.*")
# A few words that are not a sentence.
_TITLE = re.compile(r"\w[^\s.:;]*(?: [^\s.:;]+){,5}")
_FOOTNOTE = re.compile(r"(?:\[\d{1,2}\]|\(\d{1,2}\)) ")
_BESIDE = frozenset(("beside",))
_NOTE = frozenset(("note",))


def caption_of(line: Loose) -> Heading | None:
    """Return a short line as a caption if it ends in a colon or begins like `Table 1:`, or None."""
    if len(line.text) <= _LONGEST_CAPTION and _CAPTION.fullmatch(line.text):
        return Heading(line.text, CAPTION, line.line)
    return None


def add_tables_of_lines(sections: Sequence[Section]) -> None:
    """Add the tables of lines that begin with codes or terms, in place of these lines.

    A code that is all the text below its heading is a table, too, if others look like it.
    """
    seen: set[_Look] = set()
    for section in sections:
        raised: set[str] | None = None  # in the tables so far, if there are any
        for is_text, group in groupby(section.items, lambda item: isinstance(item, list)):
            items = list(group if raised is None else _with_notes(group, raised))
            section.implied += _tables_of_lines(items, seen) if is_text else items
            for table in items:
                if isinstance(table, Table):
                    raised = (raised or set[str]()) | _raised_in(table)
    for section in sections if seen else ():
        if entry := _only_code(section, seen):
            section.implied = [table_of(section.path, (entry.row(are_titled=False),), CODES)]


def _raised_in(table: Table) -> set[str]:
    """Return the numbers of notes that are raised in a table."""
    marks = ((number, number.translate(RAISED)) for number in "123456789")
    return {number for number, mark in marks if any(mark in row.raw for row in table.rows)}


def _with_notes(items: Iterable[Item], numbers: Collection[str]) -> Iterator[Item]:
    """Yield what follows tables, with lines such as `[1] Only in winter.` marked as notes.

    A note may also begin with one of the numbers that are raised in the tables.
    """

    def marked(line: Loose) -> Loose:
        is_note = _FOOTNOTE.match(line.text) or leading_code(line.text) in numbers
        return line._replace(marks=line.marks | _NOTE) if is_note else line

    for item in items:
        yield list(map(marked, item)) if isinstance(item, list) else item


@dataclass(slots=True)
class _Entry:
    """A line, and those that continue it. `key` has the first texts of its row."""

    kind: Kind
    key: Sequence[str]
    lines: Paragraph

    @property
    def form(self) -> tuple[frozenset[str], int, bool] | None:
        """What similar items, or lines with signs, have in common; None for other entries."""
        code, marks = self.key[0], self.lines[0].marks
        is_like = self.kind == "code" and "item" in marks or self.is_row and self.has_sign
        return (marks, len(code), code[0].isdigit()) if is_like else None

    @property
    def look(self) -> _Look:
        """What a code alone has in common with those of a table."""
        return self.lines[0].marks, self.sign

    @property
    def key_as_other_kind(self) -> Sequence[str] | None:
        """The key if the code were a term, or the term a code. It is None if it cannot be both."""
        if not is_identifier(self.key[0]):
            return None
        return term(self.lines[0]) if self.kind == "code" else (self.key[0], "", self.key[1])

    @property
    def is_unsure(self) -> bool:
        """Whether this counts as a term only beside names of codes."""
        line = self.lines[0]
        is_sure = bool(line.code) or "item" in line.marks
        return self.kind == "term" and self.key[-1] != "" and not is_sure

    @property
    def sign(self) -> str:
        return sign_of(self.lines[0])

    @property
    def is_row(self) -> bool:
        """Whether this is a code with a name or a text, or before a sign."""
        return self.kind == "code" and (any(self.key[1:]) or self.has_sign)

    @property
    def has_sign(self) -> bool:
        """Whether more than spaces stands between the code, the name and the text."""
        return self.lines[0].text != " ".join(filter(None, self.key))

    def is_like(self, above: "_Entry") -> bool:
        """Whether this begins like a row above: with words and its sign. A colon follows a label."""
        is_inner = "inner" in self.lines[0].marks
        return self.sign == above.sign not in ("", ":", "`") and not is_inner

    def has_inside(self, line: Loose) -> bool:
        """Whether a line is a further line of the item that begins with this code or term."""
        marks = self.lines[0].marks
        is_item = self.form is not None or self.kind == "term" and "item" in marks
        return is_item and "inner" in line.marks - marks

    def beside(self, signs: Collection[str]) -> Paragraph:
        """Return the lines of an entry beside rows with these signs. A line with one is reported."""
        first, *others = self.lines
        is_item = "item" in first.marks and SIGN_OF_TERM.search(first.text)
        if is_item or self.sign and self.sign in signs:
            first = first._replace(marks=first.marks | _BESIDE)
        return [first, *others]

    @property
    def has_title(self) -> bool:
        """Whether the first line has a code and a few words, which may be its name."""
        *_, name, text = self.key
        return self.kind == "code" and not name and _TITLE.fullmatch(text) is not None

    def row(self, *, are_titled: bool) -> Row:
        """Return the row. Where rows are titled, the words after a code are its name."""
        *keys, text = self.key
        further = [line.text for line in self.lines[1:]]
        if are_titled and self.has_title:
            keys[-1], text = text, ""
        text = " ".join(filter(None, (text, *further)))
        raw = " ".join(line.text for line in self.lines)
        return Row(tuple(map(text_cell, (*keys, text))), self.lines[0].line, raw)


def _only_code(section: Section, seen: Collection[_Look]) -> _Entry | None:
    """Return the code that is all the text of a section, if it looks like one seen, or None."""
    if not section.path or len(section.items) != 1 or not isinstance(section.items[0], list):
        return None
    line = section.items[0][0]
    # Nearly all sections begin with other text: one look at their first line is enough.
    first = _entry(line)
    has_sign = first.is_row and (first.has_sign or is_below_codes(line))
    if not has_sign or first.look not in seen:
        return None
    entry, *others = _entries(section.items)
    return entry if entry.is_row and not others else None


def _tables_of_lines(paragraphs: Iterable[Item], seen: set[_Look]) -> Iterator[Item]:
    """Yield the tables and the other lines of paragraphs. Add the looks of codes to those `seen`."""
    above: Loose | None = None
    # A caption also applies to the codes after other text.
    captions: tuple[Heading, ...] = ()
    found = _entries(paragraphs)
    # What is about several codes, struck out, or an example is not part of the codes beside it.
    apart = [entry.beside({entry.sign}) for entry in found if entry.kind == "apart"]
    found = [entry for entry in found if entry.kind != "apart"]
    _unify(found)
    groups = [(kind, list(group)) for kind, group in groupby(found, lambda entry: entry.kind)]
    forms = {entry.form for _, group in groups if len(group) > 1 for entry in group} - {None}
    are_tables = [kind and (len(each) > 1 or each[0].form in forms) for kind, each in groups]
    for place, (kind, entries) in enumerate(groups):
        if are_tables[place]:
            if above and (caption := caption_of(above)):
                captions = (caption,)
                yield caption
            path = (*entries[0].lines[0].path, *captions)
            are_titled = _are_titled(entries)
            rows = tuple(entry.row(are_titled=are_titled) for entry in entries)
            seen.update(entry.look for entry in entries if kind == "code")
            yield table_of(path, rows, CODES if kind == "code" else TERMS)
        else:
            near = slice(max(place - 1, 0), place + 2)
            tables = [each for _, each in compress(groups[near], are_tables[near])]
            signs = {row.sign for row in chain(*tables)}
            yield from (entry.beside(signs) if tables else entry.lines for entry in entries)
        above = entries[-1].lines[-1]
    yield from apart


def _are_titled(entries: Sequence[_Entry]) -> bool:
    """Whether most items have further lines, and nearly all of these a title above them."""
    longer = [entry for entry in entries if any(map(entry.has_inside, entry.lines[1:2]))]
    return 2 * len(longer) > len(entries) and mostly(longer, lambda entry: entry.has_title)


def _unify(entries: Iterable[_Entry]) -> None:
    """Give words in capitals and codes the kind of most of them, to make them one table."""
    for _, group in groupby(entries, lambda entry: bool(entry.kind)):
        run = list(group)
        terms = [entry for entry in run if entry.kind == "term"]
        has_names = any(entry.kind == "code" and entry.key_as_other_kind for entry in run)
        most: Kind = "term" if len(terms) * 2 > len(run) else "code"
        for entry in run:
            if entry.is_unsure and not has_names:
                entry.kind = ""
            elif entry.kind and entry.kind != most and (key := entry.key_as_other_kind):
                entry.kind, entry.key = most, key


def _entries(paragraphs: Iterable[Item]) -> list[_Entry]:
    """Return the lines, each with those that continue it."""
    entries: list[_Entry] = []
    parts = [each for each in paragraphs if isinstance(each, list)]
    firsts = {id(paragraph[0]) for paragraph in parts}
    lines = list(chain.from_iterable(parts))
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        is_caption = below is not None and _is_caption(line, below)
        entry = _Entry("", (line.text, ""), [line]) if is_caption else _entry(line)
        bare = bare_code(line.text)
        is_above = below is None or begins_with_code(below.text) or bare_code(below.text)
        if bare and entries and entries[-1].is_row and is_above:
            entry = _Entry("code", (bare, "", ""), [line])
        is_first = is_caption or id(line) in firsts
        if entries and _continues(entry, entries[-1], is_first=is_first):
            if not entry.is_like(entries[-1]):
                entries[-1].lines.append(line)
                continue
            entry.kind = "apart"
        entries.append(entry)
    return entries


def _entry(line: Loose) -> _Entry:
    found = titled_code(line) or split(line.text)
    is_struck = "struck" in line.marks and found[0]
    are_several = begins_with_several(line.text) or defines_several(line.text)
    if is_struck or "example" in line.marks or are_several:
        return _Entry("apart", found, [line])
    if "link" in line.marks or _defines_other_term(line):  # such as in a table of contents
        return _Entry("", (line.text, ""), [line])
    if any(found[1:]) and line.marks.isdisjoint(("note", "struck")):
        entry = _Entry("code", found, [line])
        # Unless the heading is about codes, numbers before words in lower case are amounts.
        is_amount = "item" in line.marks and found[2][:1].islower() and not entry.has_sign
        is_year = bool(line.path) and speaks_of_dates(line.path[-1].text)
        if not (is_amount or is_year) or is_below_codes(line):
            return entry
    is_code = line.text == line.code or is_surely_code(line.text)
    is_alone = "item" in line.marks and is_below_codes(line) and is_code
    if is_alone and found[0]:
        return _Entry("code", found, [line])
    if defined := (line.code, "") if is_alone else term(line):
        return _Entry("term", defined, [line])
    return _Entry("", (line.text, ""), [line])


def _defines_other_term(line: Loose) -> bool:
    """Whether an item is below a heading that speaks of variables or the like, and not of codes."""
    is_word = "item" in line.marks and bool(line.path) and not line.text[0].isdigit()
    return is_word and speaks_of_other_terms(line.path[-1].text) and not is_below_codes(line)


def _continues(entry: _Entry, above: _Entry, *, is_first: bool) -> bool:
    """Whether a line, perhaps the first of a paragraph, continues the entry above it."""
    line = entry.lines[0]
    if entry.kind == "apart":
        return False
    # The text of a code or a term goes on to the end of its paragraph, and to that of its item.
    is_inside = above.has_inside(line)
    if not above.kind or (is_first and not is_inside) or is_constant(above.lines[0].text):
        return False
    if entry.is_row:
        # A number may begin a line of the text. Lower-case words follow it, without a sign.
        is_text = not entry.has_sign and entry.key[-1][:1].islower()
        return is_text and above.has_sign and len(entry.key[0]) < len(above.key[0])
    # A word before a colon may be prose, unless the word above looks like a code.
    is_term = entry.kind == "term" and (line.code or is_identifier(above.key[0]))
    return is_inside or not is_term


def _is_caption(line: Loose, below: Loose) -> bool:
    """Whether a line is the caption of codes. It may begin with several: `2xx Success:`."""
    return bool(caption_of(line)) and not leading_code(line.text) and begins_with_code(below.text)
