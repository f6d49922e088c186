"""Finds the tables that a page implies by headings that begin with codes.

- Headings of one level that begin with codes are a table, and the text below each is its text,
  unless most have codes of their own below, in a table or as headings.
- Below a heading about codes, or one that begins with a code, words such as `NOT_FED` are codes.
- Labels such as `Cause:` and headings inside, which most of the texts have, are columns.
- Tables of a single code, each below a heading with its code or name, are one table.

A table without names, or without texts, has no column for them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, takewhile
from typing import TypeGuard

from .code_columns import column_of_codes
from .code_lines import (
    CODE_AFTER_NAME,
    GROUP_ID,
    SIGN_OF_TERM,
    begins_with_several,
    leading_code,
    split,
)
from .forms import IDENTIFIER, IN_BRACKETS, IN_CAMEL_CASE, defines_several
from .hints import speaks_of_codes, speaks_of_dates
from .page import CODES, MAX_COLUMNS, TERM, Heading, Loose, Row, Table, text_cell
from .sections import Item, Paragraph, Section, table_of
from .text import ends_sentence, fold

# The number of a section, or signs before a heading.
_BEFORE_HEADING = re.compile(r"^(?:(?:\d+\.)+\d*|[^\w\[(-]+)\s")
# Below a heading about codes, a word is a code, too, unless only its first letter is a capital.
_CODE_WORD = re.compile(
    r"[A-Z][A-Z0-9_]+|[a-z][a-z0-9]*+(?:[_.-][a-z0-9]++)*+|(?=\w+_\w)\w+|(?:[A-Z][a-z]+){2,}"
    rf"|{IN_CAMEL_CASE}"
)
# A name before its code, such as `Lost (101)`.
_NAME_AND_CODE = re.compile(
    rf"([^()]{{1,60}}) \(({IN_BRACKETS}|{IDENTIFIER}|[a-z]+(?:_[a-z0-9]+)+)\)"
)
_HEADING = frozenset(("heading",))
# What a line below a heading is about, such as `Cause: …` or, above a list, `Solution:`.
_LABEL = re.compile(r"([A-Z][^:.]{,29}[^:.\s])\s?:(?: |$)(.*)")


def add_tables_of_headings(sections: Sequence[Section]) -> None:
    """Add the tables of headings that begin with codes, and other headings with codes as lines."""
    headings = _Headings(sections)
    unread = headings.like_rows
    for group in filter(headings.are_rows, headings.groups):
        entries: list[_Entry] = []
        for section in group:
            parts, others = headings.parts(section, is_last=section is group[-1])
            entries.append(_Entry(section, parts))
            unread.update(others)
        # The table comes before the first of the headings.
        headings.before(group[0]).implied.append(_table_of_entries(entries))
        for section in chain(*((entry.section, *entry.parts) for entry in entries)):
            section.implied = [item for item in section.items if not _is_text(item)]
        unread.difference_update(group)
    for section in unread:
        *above, heading = section.path
        marks = _HEADING | {"struck"} if heading.is_struck else _HEADING
        section.implied.insert(0, [Loose(tuple(above), heading.text, heading.line, marks)])


def unite_cards(sections: Sequence[Section]) -> None:
    """Make one table of those that have a single code each, which their headings name."""
    # With the section before each.
    alike: defaultdict[tuple[object, ...], list[tuple[Section, Section]]] = defaultdict(list)
    for before, section in pairwise(sections):
        if _is_card(section):
            alike[section.path[:-1], _tables(section)[0].header].append((before, section))
    for cards in alike.values():
        tables = [_tables(section)[0] for _, section in cards]
        rows = tuple(table.rows[0] for table in tables)
        united = tables[0]._replace(path=tables[0].path[:-1], rows=rows)
        column = column_of_codes(united)
        if column is None or len({row.cells[column].text for row in rows}) < max(len(rows), 2):
            continue
        for _, section in cards:
            section.implied = [item for item in section.implied if not isinstance(item, Table)]
        cards[0][0].implied.append(united)


def _is_card(section: Section) -> bool:
    """Whether a section has a single table, of one row, with the text of its heading."""
    tables = _tables(section)
    if len(tables) != 1 or len(tables[0].rows) != 1 or tables[0].path != section.path:
        return False
    texts = {text.casefold() for text in tables[0].rows[0].texts}
    return bool(section.path) and section.path[-1].text.casefold() in texts


class _Headings:
    """The headings of a page, as their sections, and what codes and tables they have.

    `groups` has the headings side by side that have codes, if any of their level are several.
    `like_rows` has the headings that are reported if they are in no table.
    """

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = sections
        self._places = {section: place for place, section in enumerate(sections)}
        below = [section for section in sections if section.path]
        self._times = Counter(section.path[-1].text for section in below)
        # By the headings above.
        self._below: defaultdict[int, list[Table]] = defaultdict(list)
        for table in chain(*map(_tables, sections)):
            for heading in table.path:
                self._below[id(heading)].append(table)
        siblings: defaultdict[tuple[tuple[Heading, ...], int], list[Section]] = defaultdict(list)
        for section in below:
            siblings[section.path[:-1], section.path[-1].level].append(section)
        coded = [found for each in siblings.values() if (found := self._with_codes(each))]
        levels = {group[0].path[-1].level for group in coded if len(group) > 1}
        self.groups = [group for group in coded if group[0].path[-1].level in levels]
        # How many sections have each label.
        labelled = (set(_labels(chain(*_paragraphs(each)))) for each in below if self.groups)
        self._times_of_labels = Counter(chain(*labelled))
        self.like_rows = set(filter(self._is_like_row, below))
        self._above_codes = {self.before(group[0]) for group in self.groups}
        begin = (each for each in self.like_rows if leading_code(each.path[-1].text))
        self._begin_rows = {*begin, *chain(*self.groups)}

    def before(self, section: Section) -> Section:
        """Return the section before one with a heading."""
        return self._sections[self._places[section] - 1]

    def are_rows(self, group: Sequence[Section]) -> bool:
        """Whether headings side by side are codes, and most have no codes below them, even in tables.

        Words with texts below several headings are labels, such as `Cause`, and no codes.
        """
        # Codes directly inside most of the headings are the codes, and the headings their groups.
        if 2 * len(self._above_codes.intersection(group)) >= len(group):
            return False
        above_lists = [each for each in group if any(map(self._has_list, self._tables_below(each)))]
        return 2 * len(above_lists) < len(group)

    def _has_list(self, table: Table) -> bool:
        terms = [row.cells[0].text for row in table.rows if table.header[0] == TERM]
        return _has_codes(table) and not any(self._times_of_labels[term] > 1 for term in terms)

    def _tables_below(self, section: Section) -> Sequence[Table]:
        return self._below.get(id(section.path[-1]), ())

    def parts(self, section: Section, *, is_last: bool) -> tuple[list[Section], list[Section]]:
        """Return the parts of a section, such as `Example`, and those that may not be its own.

        Parts have text, and are inside the section, or beside it with a repeated title. If the last
        section has no text, that of the first part is its own. Another part there, which the page
        has only once, may belong to the page, such as `Support`.
        """
        path = section.path

        def belongs(part: Section) -> bool:
            if part in self._begin_rows or not part.path:
                return False
            *outer, title = part.path
            is_alike = title.level == path[-1].level and self._times[title.text] > 1
            return part.path[: len(path)] == path or (is_alike and outer == [*path[:-1]])

        places = range(self._places[section] + 1, len(self._sections))
        following = takewhile(belongs, map(self._sections.__getitem__, places))
        parts = list(filter(_has_text, following))
        if not is_last:
            return parts, []
        first = () if _has_text(section) else parts[:1]
        own = [each for each in parts if each in first or self._times[each.path[-1].text] > 1]
        return own, [each for each in parts if each not in own]

    def _with_codes(self, group: Sequence[Section]) -> list[Section]:
        """Return those of the headings side by side that begin with codes, or are codes.

        Other headings that the page has several times are parts, such as `Example`. Unless the
        heading above is about codes, numbers from one on at the top of the page are those of
        chapters, and those in a history are dates or versions.
        """
        above = group[0].path[-2:-1]
        below_codes = any(speaks_of_codes(each.text) or leading_code(each.text) for each in above)
        texts = [section.path[-1].text for section in group]
        words = {text for text in texts if below_codes and _word_of(text)}
        are_most = 2 * len(words) > sum(text in words or self._times[text] == 1 for text in texts)
        if not are_most or all(map(_is_plain, words)):
            words.clear()
        named = {text for text in texts if _NAME_AND_CODE.fullmatch(text)}
        words |= named if 1 < len(named) > len(group) / 2 else set[str]()
        numbers = [code for code in map(leading_code, texts) if code]
        is_counted = numbers == [str(n + 1) for n in range(len(numbers))]
        are_chapters = is_counted and len(group[0].path) < 3 and len(numbers) > 2
        are_dates = any(speaks_of_dates(each.text) for each in group[0].path[:-1])
        if below_codes or not (are_chapters or are_dates):
            words.update(filter(leading_code, texts))
        headings = ((section, section.path[-1]) for section in group)
        return [each for each, head in headings if head.text in words and not head.is_struck]

    def _is_like_row(self, section: Section) -> bool:
        """Whether to report a heading that is not read.

        A heading directly above a table is reported with that table, unless the table has codes.
        Then it may only name their list.
        """
        text = _BEFORE_HEADING.sub("", section.path[-1].text)
        tables = _tables(section)
        if not self._has_code(section, text) or (tables and GROUP_ID.search(text)):
            return False
        return not tables or any(map(_has_codes, tables))

    def _has_code(self, section: Section, text: str) -> bool:
        """Whether a heading has a code, perhaps after a name.

        A single digit is the number of a section, unless the heading above is about codes.
        """
        code = leading_code(text)
        above = section.path[-2].text if len(section.path) > 1 else ""
        below_codes = speaks_of_codes(above)
        if code and (below_codes or len(code) > 1) or defines_several(text):
            return True
        word, _ = _word_of(text) or ("", "")
        is_word = word and ("_" in word or below_codes or leading_code(above))
        has_code = is_word or begins_with_several(text) or CODE_AFTER_NAME.fullmatch(text)
        return bool(has_code) and not self._tables_below(section)


@dataclass(slots=True)
class _Entry:
    """A heading with a code, as its section, and the parts of this section."""

    section: Section
    parts: Sequence[Section]

    @property
    def title(self) -> str:
        """The heading of the first part, unless it is a label, or nothing."""
        text = self.parts[0].path[-1].text if self.parts else ""
        return "" if text.endswith(":") else text

    @property
    def texts(self) -> Iterator[list[list[str]]]:
        """The paragraphs of the section, and of each part below its heading as a label."""
        yield _paragraphs(self.section)
        for part in self.parts:
            paragraphs = _paragraphs(part)
            # A part that begins with a label has no text of its own.
            if paragraphs and not _LABEL.match(paragraphs[0][0]):
                paragraphs.insert(0, [f"{part.path[-1].text.rstrip(' :')}:"])
            yield paragraphs

    @property
    def labels(self) -> Iterable[str]:
        """The different labels of the lines."""
        return dict.fromkeys(_labels(chain(*chain(*self.texts))))

    def row(self, labels: Sequence[str], *, has_name: bool) -> Row:
        """Return the row, with a cell per label. `has_name` says whether the title is a name."""
        heading = self.section.path[-1]
        code, name, text = split(heading.text)
        definition = ""
        if found := None if code else _NAME_AND_CODE.fullmatch(heading.text):
            name, code = found.groups()
        elif not code:
            code, definition = _word_of(heading.text) or (heading.text, "")
        if has_name and not (name or text):
            name = self.title
        texts = {"": [definition], **{label: list[str]() for label in labels}}
        for paragraphs in self.texts:
            lines = [*_labelled(paragraphs, labels), (":", "")]  # no label is a colon
            for (label, line), (next_label, next_line) in pairwise(lines):
                # A label without a text of its own belongs to something else, such as a table.
                ends = next_label != label or _LABEL.match(next_line)
                is_alone = ends and _is_bare_label(line)
                # A label may repeat the code.
                is_known = line == f"{name}:" or (label.casefold(), line) == (CODES[0], code)
                if not (is_alone or is_known):
                    texts[label].append(line)
        below, *labelled = map(" ".join, texts.values())
        cells = (code, name, f"{text} {below}") if name else (code, text, below)
        raw = fold(" ".join((heading.text, below, *labelled)))
        return Row(tuple(map(text_cell, (*cells, *labelled))), heading.line, raw)


def _table_of_entries(entries: Sequence[_Entry]) -> Table:
    """Return the table of headings, with a column for each label that most texts below have."""
    times = Counter(chain(*(entry.labels for entry in entries)))
    labels = [each for each, number in times.most_common(MAX_COLUMNS) if number * 2 > len(entries)]
    titles = [entry.title for entry in entries]
    have_names = all(titles) and 4 * len({*titles}) >= 3 * len(titles)
    rows = [entry.row(labels, has_name=have_names) for entry in entries]
    return table_of(entries[0].section.path[:-1], rows, (*CODES, *labels))


def _is_plain(heading: str) -> bool:
    """Whether a heading is one such as `usage`, which may be in lower case by style."""
    return heading.isalpha() and heading.islower()


def _word_of(heading: str) -> tuple[str, str] | None:
    """Split a heading into a word, which is a code below codes, and a text, or return None."""
    word, *text = SIGN_OF_TERM.split(heading, maxsplit=1)
    return (word, "".join(text)) if _CODE_WORD.fullmatch(word) else None


def _has_codes(table: Table) -> bool:
    return column_of_codes(table) is not None


def _is_bare_label(line: str) -> bool:
    found = _LABEL.match(line)
    return found is not None and not found[2]


def _labels(lines: Iterable[str]) -> Iterator[str]:
    return (found[1] for found in map(_LABEL.match, lines) if found)


def _tables(section: Section) -> list[Table]:
    return [item for item in section.implied if isinstance(item, Table)]


def _is_text(item: Item) -> TypeGuard[Paragraph]:
    return isinstance(item, list) and "example" not in item[0].marks


def _has_text(section: Section) -> bool:
    return any(map(_is_text, section.items))


def _paragraphs(section: Section) -> list[list[str]]:
    """Return the lines of text of a section, without links elsewhere on the page, such as its top.

    A bold line that is the heading as well is left out, too.
    """
    paragraphs: list[list[str]] = []
    for item in filter(_is_text, section.items):
        lines = [line.text for line in item if "link" not in line.marks]
        is_title = not paragraphs and lines[:1] == [section.path[-1].text]
        paragraphs.append(lines[is_title:])
    return list(filter(None, paragraphs))


def _labelled(
    paragraphs: Iterable[Sequence[str]], labels: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield the lines, each with the label above it, which may be empty.

    A label before a word or a number, unlike one before a sentence, ends with its paragraph.
    """
    label = ""
    for lines in paragraphs:
        is_brief = False
        for line in lines:
            found = _LABEL.match(line)
            if found and found[1] in labels:
                label, line = found.groups()
            elif found and is_brief:
                label = ""
            is_brief = bool(found and label and line) and not ends_sentence(line)
            yield label, line
        label = "" if is_brief else label
