"""Finds the tables that a page only implies: lines, terms and headings that begin with codes.

- Two or more lines such as `101 – text` or `NAME (101)` are a table `code | name | text`. Other
  lines of their paragraph continue the text.
- Two or more lines that begin with inline code, or with bold words below a heading about codes, are
  terms with definitions. So are items of inline code below such a heading, and a line above lines
  that begin with a colon, as in Markdown.
- Headings of one level that begin with codes are a table, and the text below each is its text,
  unless most have a table below, or headings with codes of their own. Below a heading about codes,
  or one that begins with a code, words such as `NOT_FED` are codes.
  Labels such as `Cause:` and headings inside, which most of the texts have, are columns.

A table without names, or without texts, has no column for them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, compress, groupby, pairwise, takewhile
from typing import Literal, TypeAlias

from .code_lines import (
    CODE_BEHIND_NAME,
    SIGN_OF_TERM,
    begins_with_code,
    is_about_no_code,
    is_below_codes,
    leading_code,
    split,
    term,
)
from .forms import IN_BRACKETS, IN_CAMEL_CASE, begins_with_range, is_identifier, is_surely_code
from .hints import speaks_of_codes
from .page import CAPTION, CODES, MAX_COLUMNS, TERMS, TITLE, Heading, Loose, Row, Table, plain_cell

Paragraph: TypeAlias = list[Loose]
Item: TypeAlias = Heading | Table | Paragraph
Kind: TypeAlias = Literal["code", "term", "apart", ""]

_LONGEST_CAPTION = 80
_CAPTION = re.compile(r"\W*(?!\d+:)\w.*:|Table\b[\s.:–—-]+\w.*")
# The number of a section, or signs before a heading.
_BEFORE_HEADING = re.compile(r"^(?:(?:\d+\.)+\d*|[^\w\[(-]+)\s")
# Below a heading about codes, a word is a code, too, unless only its first letter is a capital.
_CODE_WORD = re.compile(
    r"[A-Z][A-Z0-9_]+|[a-z][a-z0-9]*+(?:[_.-][a-z0-9]++)*+|(?=\w+_\w)\w+|(?:[A-Z][a-z]+){2,}"
    rf"|{IN_CAMEL_CASE}"
)
_HEADING = frozenset(("heading",))
_BESIDE = frozenset(("beside",))
# What a line below a heading is about, such as `Cause: …` or, above a list, `Solution:`.
_LABEL = re.compile(r"([A-Z][^:.]{1,30}):(?: |$)(.*)")
_NAME_AND_CODE = re.compile(rf"([^\d.!?()]{{1,40}}?) ?[(\[]({IN_BRACKETS})[)\]]")


@dataclass(slots=True, eq=False)
class Section:
    """A heading with those above it, and the items below it up to the next heading."""

    path: tuple[Heading, ...]
    items: list[Item] = field(default_factory=list[Item])
    # The same items, with implied tables in place of their lines.
    implied: list[Item] = field(default_factory=list[Item])

    @property
    def form(self) -> str:
        """The code of the heading, with the same figure for all."""
        return re.sub(r"\d", "0", split(self.path[-1].text)[0]) if self.path else ""

    @property
    def texts(self) -> Iterator[str]:
        """The heading, and the cells of tables."""
        yield from (heading.text for heading in self.path[-1:])
        tables = (item for item in self.items if isinstance(item, Table))
        yield from (cell.text for table in tables for row in table.rows for cell in row.cells)

    def move(self, path: tuple[Heading, ...]) -> None:
        """Give the section, and what is in it, another path."""
        depth = len(self.path)
        self.path = path
        for place, item in enumerate(self.items):
            if isinstance(item, Table):
                self.items[place] = item._replace(path=(*path, *item.path[depth:]))
            elif isinstance(item, list):
                self.items[place] = [line._replace(path=path) for line in item]


def path_below(path: Sequence[Heading], heading: Heading) -> tuple[Heading, ...]:
    """Return the path of a heading that follows the last of another path, and ends its level."""
    return (*(outer for outer in path if outer.level < heading.level), heading)


def caption_of(line: Loose) -> Heading | None:
    """Return a short line as a caption if it ends in a colon or begins like `Table 1:`, or None."""
    if len(line.text) <= _LONGEST_CAPTION and _CAPTION.fullmatch(line.text):
        return Heading(line.text, CAPTION, line.line)
    return None


def add_implied(sections: Sequence[Section]) -> None:
    """Add the implied tables of a page in place of their lines."""
    _level_codes(sections)
    # Few pages link to their codes, and splitting all texts takes long.
    known = cache(lambda: {leading_code(text) for section in sections for text in section.texts})
    for section in sections:
        for is_text, group in groupby(section.items, lambda item: isinstance(item, list)):
            section.implied += _tables_of_lines(group, known) if is_text else group
    _add_tables_of_headings(sections)


def _level_codes(sections: Sequence[Section]) -> None:
    """Give the only heading with a code at another level than all of its form the level of these."""
    groups: defaultdict[str, list[Section]] = defaultdict(list)
    for section in sections:
        groups[section.form].append(section)
    groups.pop("", None)
    moved: dict[Section, int] = {}
    for group in groups.values():
        levels = [each.path[-1].level for each in group]
        (level, number), *_ = Counter(levels).most_common(1)
        if 2 < number == len(group) - 1 and levels[0] == level:
            moved |= {each: level for each in group if each.path[-1].level != level}
    for before, section in pairwise(sections) if moved else ():
        for heading in section.path[-1:]:
            level = moved.get(section, heading.level)
            section.move(path_below(before.path, heading._replace(level=level)))


def _table(path: tuple[Heading, ...], rows: Sequence[Row], header: Sequence[str]) -> Table:
    """Return a table without the columns that are empty."""
    columns = zip(*(row.cells for row in rows), strict=True)
    filled = [any(cell.text for cell in column) for column in columns]
    kept = (row._replace(cells=tuple(compress(row.cells, filled))) for row in rows)
    return Table(path, tuple(compress(header, filled)), tuple(kept), rows[0].line)


@dataclass(slots=True)
class _Entry:
    """A line, and those that continue or define it. `key` has the first texts of its row."""

    kind: Kind
    key: Sequence[str]
    lines: Paragraph

    @property
    def form(self) -> tuple[frozenset[str], int, bool] | None:
        """What similar items, or lines with signs, have in common; None for other entries."""
        code, marks = self.key[0], self.lines[0].marks
        is_row = self.kind == "code" and ("item" in marks or (self.has_sign and any(self.key[1:])))
        return (marks, len(code), code[0].isdigit()) if is_row else None

    @property
    def key_as_other_kind(self) -> Sequence[str] | None:
        """The key if the code were a term, or the term a code. It is None if it cannot be both."""
        if not is_identifier(self.key[0]):
            return None
        return term(self.lines[0]) if self.kind == "code" else (self.key[0], "", self.key[1])

    @property
    def is_unsure(self) -> bool:
        """Whether this is a term only if names of codes are beside it."""
        line = self.lines[0]
        is_sure = bool(line.code) or "item" in line.marks
        return self.kind == "term" and self.key[-1] != "" and not is_sure

    @property
    def has_sign(self) -> bool:
        """Whether more than spaces stands between the code, the name and the text."""
        return self.lines[0].text != " ".join(filter(None, self.key))

    def beside(self) -> Paragraph:
        """Return the lines of an entry beside rows. An item with a sign is reported."""
        first, *others = self.lines
        is_item = "item" in first.marks and "inner" not in first.marks
        if is_item and SIGN_OF_TERM.search(first.text):
            first = first._replace(marks=first.marks | _BESIDE)
        return [first, *others]

    @property
    def row(self) -> Row:
        """The row of the entry in a table."""
        *keys, text = self.key
        text = " ".join([text, *(line.text.removeprefix(": ") for line in self.lines[1:])])
        raw = " ".join(line.text for line in self.lines)
        return Row(tuple(map(plain_cell, (*keys, text))), self.lines[0].line, raw)


def _tables_of_lines(paragraphs: Iterable[Item], known: Callable[[], set[str]]) -> Iterator[Item]:
    above: Loose | None = None
    # A caption also applies to the codes after other text.
    captions: tuple[Heading, ...] = ()
    found = _entries(paragraphs, known)
    # What is about several codes, struck out, or an example is not part of the codes beside it.
    apart = [entry.lines for entry in found if entry.kind == "apart"]
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
            rows = tuple(entry.row for entry in entries)
            yield _table(path, rows, CODES if kind == "code" else TERMS)
        else:
            is_beside = any(are_tables[max(place - 1, 0) : place + 2])
            yield from (entry.beside() if is_beside else entry.lines for entry in entries)
        above = entries[-1].lines[-1]
    yield from apart


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


def _entries(paragraphs: Iterable[Item], known: Callable[[], set[str]]) -> list[_Entry]:
    """Return the lines, each with those that continue it or define it."""
    entries: list[_Entry] = []
    parts = [each for each in paragraphs if isinstance(each, list)]
    firsts = {id(paragraph[0]) for paragraph in parts}
    lines = list(chain.from_iterable(parts))
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        # The next line of an item belongs to it, even if it is a paragraph of its own.
        is_apart = following and id(following) in firsts and "inner" not in following.marks
        below = None if is_apart else following
        is_caption = following is not None and _is_caption(line, following)
        entry = _Entry("", (line.text, ""), [line]) if is_caption else _entry(line, below, known)
        is_first = is_caption or id(line) in firsts
        if entries and _continues(entry, entries[-1], below, is_first=is_first):
            entries[-1].lines.append(line)
            entries[-1].kind = entries[-1].kind or "term"
        else:
            entries.append(entry)
    return entries


def _entry(line: Loose, below: Loose | None, known: Callable[[], set[str]]) -> _Entry:
    """Return a line as an entry of its own. `below` is the next line of its paragraph or item."""
    found = split(line.text)
    is_struck = "struck" in line.marks and found[0]
    if is_struck or "example" in line.marks or is_about_no_code(line.text):
        return _Entry("apart", found, [line])
    # A link to a code elsewhere on the page belongs to a table of contents.
    is_contents = "link" in line.marks and found[0] in known()
    is_row = not is_contents and line.marks.isdisjoint(("note", "struck"))
    if is_row and any(found[1:]):
        return _Entry("code", found, [line])
    is_listed = "item" in line.marks and is_below_codes(line) and _is_code(line)
    if is_listed or _is_code_above_text(line, below):
        if found[0]:
            return _Entry("code", found, [line])
        return _Entry("term", (line.code, ""), [line])
    if defined := term(line):
        return _Entry("term", defined, [line])
    return _Entry("", (line.text, ""), [line])


def _continues(entry: _Entry, above: _Entry, below: Loose | None, *, is_first: bool) -> bool:
    """Whether a line, perhaps the first of a paragraph, continues or defines the entry above it."""
    line = entry.lines[0]
    if entry.kind == "apart":
        return False
    if _defines(line):
        return True
    # Further lines of an item that begins with a code belong to it.
    is_item = above.form is not None or above.kind == "term" and "item" in above.lines[0].marks
    is_inner = is_item and "inner" in line.marks - above.lines[0].marks
    if entry.kind == "code" and any(entry.key[1:]):
        # A shorter number at the start of a line may be part of the text above.
        is_text = not entry.has_sign and entry.key[-1][:1].islower()
        is_short = above.kind == "code" and len(entry.key[0]) < len(above.key[0])
        return is_text and is_short and above.has_sign and (is_inner or not is_first)
    is_word = bool(line.code) or is_identifier(entry.key[0]) and is_identifier(above.key[0])
    begins = is_first or entry.kind == "term" and is_word or _is_code_above_text(line, below)
    return bool(above.kind) and (is_inner or not (begins or _defines(below)))


def _is_caption(line: Loose, below: Loose) -> bool:
    """Whether a line is the caption of codes. It may begin with several: `2xx Success:`."""
    return bool(caption_of(line)) and not leading_code(line.text) and begins_with_code(below.text)


def _is_code_above_text(line: Loose, below: Loose | None) -> bool:
    is_above = below is not None and not (_is_code(below) or _defines(below))
    return is_above and _is_code(line)


def _is_code(line: Loose) -> bool:
    """Whether a line is inline code and nothing else, or a code alone as an item."""
    return line.text == line.code or "item" in line.marks and is_surely_code(line.text)


def _defines(line: Loose | None) -> bool:
    return line is not None and line.text.startswith(": ")


def _add_tables_of_headings(sections: Sequence[Section]) -> None:
    """Add the tables of headings that begin with codes, and other headings with codes as lines."""
    siblings: defaultdict[tuple[tuple[Heading, ...], int], list[int]] = defaultdict(list)
    with_tables: set[int] = set()
    for place, section in enumerate(sections):
        tables = (item for item in section.implied if isinstance(item, Table))
        with_tables.update(id(heading) for table in tables for heading in table.path)
        for heading in section.path[-1:]:
            siblings[section.path[:-1], heading.level].append(place)
    times = Counter(section.path[-1].text for section in sections if section.path)
    coded = {key: _with_codes(sections, places, times) for key, places in siblings.items()}
    unread = {place for place, section in enumerate(sections) if _is_like_row(section, with_tables)}
    levels = {level for (_, level), places in coded.items() if len(places) > 1}
    above_codes = {each[0] - 1 for (_, level), each in coded.items() if each and level in levels}
    rows = {place for place in unread if sections[place].form}
    rows |= {*chain(*(places for (_, level), places in coded.items() if level in levels))}
    for (path, level), places in coded.items():
        have_tables = [id(sections[place].path[-1]) in with_tables for place in places]
        # Codes directly inside most of the headings are the codes, and the headings their groups.
        are_groups = 2 * len(above_codes.intersection(places)) >= len(places) > 0
        if level in levels and not are_groups and 2 * sum(have_tables) < len(places):
            parts = [_parts(sections, place, rows, times) for place in places]
            # The table comes before the first of the headings.
            sections[places[0] - 1].implied.append(_table_of_headings(path, parts))
            for section in chain(*parts):
                section.implied = [item for item in section.items if not _is_text(item)]
            unread.difference_update(places)
    for section in (sections[place] for place in unread):
        *above, heading = section.path
        section.implied.insert(0, [Loose(tuple(above), heading.text, heading.line, _HEADING)])


def _table_of_headings(path: tuple[Heading, ...], parts: Sequence[Sequence[Section]]) -> Table:
    """Return the table of headings, with a column for each label that most texts below have."""
    found = (filter(None, map(_LABEL.match, chain(*_lines(each)))) for each in parts)
    times = Counter(chain(*(dict.fromkeys(line[1] for line in each) for each in found)))
    labels = [label for label, number in times.most_common(MAX_COLUMNS) if number * 2 > len(parts)]
    titles = {each.path[-1].text for _, *below in parts for each in below[:1]}
    are_names = len(titles) == len(parts)
    rows = [_row_of_parts(each, labels, are_names=are_names) for each in parts]
    return _table(path, rows, (*CODES, *labels))


def _with_codes(
    sections: Sequence[Section], places: Sequence[int], times: Mapping[str, int]
) -> list[int]:
    """Return the places of the headings side by side that begin with codes, or are codes.

    Other headings that the page has several `times` are parts, such as `Example`.
    """
    above = sections[places[0]].path[-2:-1]
    below_codes = any(speaks_of_codes(each.text) or leading_code(each.text) for each in above)
    texts = [sections[place].path[-1].text for place in places]
    words = {text for text in texts if below_codes and _word_of(text)}
    is_prose = all(map(_is_plain, words))
    if 2 * len(words) <= sum(text in words or times[text] == 1 for text in texts) or is_prose:
        words.clear()
    found = list(filter(None, map(_NAME_AND_CODE.fullmatch, texts)))
    if len({each[1] for each in found}) == len(texts) == len({each[2] for each in found}):
        return list(places)
    return list(compress(places, (leading_code(text) or text in words for text in texts)))


def _is_plain(heading: str) -> bool:
    """Whether a heading is one such as `usage`, which may be in lower case by style."""
    return heading.isalpha() and heading.islower()


def _word_of(heading: str) -> tuple[str, str] | None:
    """Split a heading into a word, which is a code below codes, and a text, or return None."""
    word, *text = SIGN_OF_TERM.split(heading, maxsplit=1)
    return (word, "".join(text)) if _CODE_WORD.fullmatch(word) else None


def _is_like_row(section: Section, with_tables: Collection[int]) -> bool:
    """Whether to report a heading that is not read: it has a code, perhaps after a name.

    A single digit is the number of a section, unless the heading above is about codes. A bold code
    is reported as a line, and a heading directly above a table with that table.
    """
    if not section.path or any(isinstance(item, Table) for item in section.implied):
        return False
    heading, first = section.path[-1], section.items[:1]
    text = _BEFORE_HEADING.sub("", heading.text)
    code = leading_code(text)
    above = section.path[-2].text if len(section.path) > 1 else ""
    below_codes = speaks_of_codes(above)
    is_below_code = leading_code(above) != "" and not _is_plain(text)
    if (below_codes or is_below_code) and not code and _word_of(text):
        return "_" in text or id(heading) not in with_tables
    if any(isinstance(item, list) and item[0].text == heading.text for item in first):
        return False
    if begins_with_range(text):
        return id(heading) not in with_tables
    if below_codes and code:
        return True
    if not code or code == text.partition(" ")[0] and len(code) < 2:
        return id(heading) not in with_tables and bool(CODE_BEHIND_NAME.fullmatch(text))
    return not code[0].isalpha() or "_" in code or code[-2:].isdigit()


def _is_text(item: Item) -> bool:
    return isinstance(item, list) and "example" not in item[0].marks


def _parts(
    sections: Sequence[Section], place: int, coded: Collection[int], times: Mapping[str, int]
) -> list[Section]:
    """Return the section at a place and those of its parts, such as `Example`, that have text.

    A part is inside it, or beside it if it is a title that the page has several `times`.
    """
    path = sections[place].path

    def belongs(at: int) -> bool:
        if at in coded or not sections[at].path:
            return False
        *above, heading = sections[at].path
        is_title = heading.level == path[-1].level == TITLE and times[heading.text] > 1
        return tuple(above[: len(path)]) == path or is_title and tuple(above) == path[:-1]

    below = map(sections.__getitem__, takewhile(belongs, range(place + 1, len(sections))))
    return [sections[place], *filter(_has_only_text, below)]


def _has_only_text(section: Section) -> bool:
    is_table = any(isinstance(item, Table) for item in section.implied)
    return not is_table and any(map(_is_text, section.items))


def _lines(parts: Sequence[Section]) -> Iterator[list[str]]:
    """Yield the lines of text of each part, below its heading as a label."""
    for part in parts:
        items = [item for item in part.items if isinstance(item, list) and _is_text(item)]
        lines = [line.text.removeprefix(": ") for item in items for line in item]
        heading = part.path[-1].text
        # A bold line is both a heading and a line.
        if lines and lines[0] == heading:
            del lines[0]
        is_inside = lines and part is not parts[0]
        yield [f"{heading.rstrip(':')}:", *lines] if is_inside else lines


def _row_of_parts(parts: Sequence[Section], labels: Sequence[str], *, are_names: bool) -> Row:
    """Return the row of a heading. `are_names` says whether the first heading inside is a name."""
    heading = parts[0].path[-1]
    code, name, text = split(heading.text)
    if found := _NAME_AND_CODE.fullmatch(heading.text):
        name, code = found.groups()
    texts: dict[str, list[str]] = {label: [] for label in ("", *labels)}
    if not code:
        code, definition = _word_of(heading.text) or (heading.text, "")
        texts[""] += filter(None, [definition])
    if are_names and not (name or text):
        name = parts[1].path[-1].text
    for lines in _lines(parts):
        label = ""
        for line in lines:
            found = _LABEL.match(line)
            if found and found[1] in texts:
                label, line = found.groups()
            # A label may repeat the code.
            if line != f"{name}:" and (label.casefold(), line) != (CODES[0], code):
                texts[label].append(line)
    below, *labelled = map(" ".join, texts.values())
    cells = (code, name, f"{text} {below}") if name else (code, text, below)
    return Row(tuple(map(plain_cell, (*cells, *labelled))), heading.line, heading.text)
