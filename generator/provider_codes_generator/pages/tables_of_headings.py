"""Finds the tables that a page implies by headings that begin with codes.

- Headings of one level that begin with codes are a table, and the text below each is its text,
  unless most have a table below, or headings with codes of their own.
- Below a heading about codes, or one that begins with a code, words such as `NOT_FED` are codes.
- Labels such as `Cause:` and headings inside, which most of the texts have, are columns.

A table without names, or without texts, has no column for them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, compress, pairwise, takewhile

from .code_lines import CODE_BEHIND_NAME, SIGN_OF_TERM, leading_code, split
from .forms import IN_BRACKETS, IN_CAMEL_CASE, begins_with_range
from .hints import speaks_of_codes
from .page import CODES, MAX_COLUMNS, TITLE, Heading, Loose, Row, Table, plain_cell
from .sections import Item, Section, path_below, table_of

# The number of a section, or signs before a heading.
_BEFORE_HEADING = re.compile(r"^(?:(?:\d+\.)+\d*|[^\w\[(-]+)\s")
# Below a heading about codes, a word is a code, too, unless only its first letter is a capital.
_CODE_WORD = re.compile(
    r"[A-Z][A-Z0-9_]+|[a-z][a-z0-9]*+(?:[_.-][a-z0-9]++)*+|(?=\w+_\w)\w+|(?:[A-Z][a-z]+){2,}"
    rf"|{IN_CAMEL_CASE}"
)
_HEADING = frozenset(("heading",))
# What a line below a heading is about, such as `Cause: …` or, above a list, `Solution:`.
_LABEL = re.compile(r"([A-Z][^:.]{1,30}):(?: |$)(.*)")
_NAME_AND_CODE = re.compile(rf"([^\d.!?()]{{1,40}}?) ?[(\[]({IN_BRACKETS})[)\]]")


def level_codes(sections: Sequence[Section]) -> None:
    """Give the only heading with a code at another level than all of its form the level of these."""
    groups: defaultdict[str, list[Section]] = defaultdict(list)
    for section in sections:
        groups[_form(section)].append(section)
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


def _form(section: Section) -> str:
    """Return the code of the heading of a section, with the same figure for all, or nothing."""
    return re.sub(r"\d", "0", split(section.path[-1].text)[0]) if section.path else ""


def add_tables_of_headings(sections: Sequence[Section]) -> None:
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
    rows = {place for place in unread if _form(sections[place])}
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
    return table_of(path, rows, (*CODES, *labels))


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
