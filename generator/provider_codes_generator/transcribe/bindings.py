"""Finds the list that a table or a line of the page belongs to, by the `tables` key of the spec.

A list is bound to a heading. If bound headings are nested, a table belongs to the nearest
one. A heading that names a group only divides its list. It does not end the list, whatever
its level.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from ..changes import grouped
from ..model import FLAGS, NOTHING, CodeList, Finding, Place
from ..pages import TITLE, Heading, Loose, Page, Table, codelike, fold, in_file

# The most headings, tables or lists that a finding names.
_MOST = 40

# A longer text above a table is not its title.
_LONGEST_TITLE = 60

# A longer text is not the name of a group, and matching a pattern against it could be very slow.
_LONGEST_GROUP = 300

_UNIFIED = {ord(quote): "'" for quote in '"`´‘’‚‛“”„‟′″‹›«»'} | {
    ord(dash): "-" for dash in "‐‑‒–—―−"
}
_LONGEST_NOTHING = max(map(len, NOTHING))
_PATTERNS = {"name": r"(?P<name>\S.*?)", "value": r"(?P<value>[^\s()]+)"}

# The number of a chapter or table.
_CHAPTER = re.compile(
    r"\A(?:(?:Appendix|Annex|Chapter|Section|Table) (?:[A-Z]|\d+)(?:\.\d+)*(?:[.:)]| [–—-])?"
    r"|§ ?\d+(?: \(\d+\))?|[A-Z](?:\.\d+)+\.?|[A-Z]\)|\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+"
    r"|\d{1,2}(?= [A-Z]))\s+"
)


def uniform(text: str) -> str:
    """Return the text in the form that headings and columns are compared in.

    It ignores case, the kinds of quotes and dashes, and a colon at the end.
    """
    return _unified(text).casefold()


def without_number(heading: str) -> str:
    """Return a heading without the number of its chapter or table."""
    return _CHAPTER.sub("", heading)


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no value: it is empty, or a dash, say."""
    return len(text) <= _LONGEST_NOTHING and text.translate(_UNIFIED).casefold() in NOTHING


class GroupText(NamedTuple):
    """What a heading or a cell says of a group. What it omits is None."""

    name: str | None
    value: str | None
    description: str | None = None


class Binding:
    """A list and the tables, headings and columns that it is bound to."""

    def __init__(self, code_list: CodeList) -> None:
        tables = code_list.tables
        assert tables
        self.code_list = code_list
        self.name = code_list.name
        self.tables = tables
        self.headings = tuple(map(uniform, tables.heading))
        self.has_groups = bool(tables.group)
        self._groups = tuple(map(_pattern, tables.group))
        self._columns = {name: uniform(header) for name, header in tables.columns}
        # The group that each heading names.
        self._above: dict[Heading, GroupText | None] = {}
        self.flags = dict(FLAGS)
        for flag, texts in ((True, tables.flags.true), (False, tables.flags.false)):
            self.flags |= dict.fromkeys(map(uniform, texts), flag)

    def group(self, text: str) -> GroupText | None:
        """Return the group that a heading or a cell names, or None if no pattern matches."""
        if len(text) > _LONGEST_GROUP:
            return None
        for pattern in self._groups:
            if found := pattern.fullmatch(_unified(text)):
                return _fields(found, fold(text))
        return None

    def group_above(self, table: Table) -> GroupText | None:
        """Return the group that the innermost heading names, or None if no heading names one.

        A pattern may go on into the text below the heading. The rest of that text describes the
        group.
        """
        section = next((each for each in reversed(table.path) if each.level < TITLE), None)
        for heading in reversed(table.path):
            if heading not in self._above:
                intro = table.intro if heading is section else ""
                self._above[heading] = self._named(heading.text, intro)
            if found := self._above[heading]:
                return found
        return None

    def _named(self, heading: str, intro: str) -> GroupText | None:
        """Return the group that a heading names, alone or together with the text below it."""
        if found := self.group(heading):
            return found._replace(description=intro)
        text = f"{heading} {intro}"
        for pattern in self._groups if intro else ():
            match = pattern.match(_unified(text[:_LONGEST_GROUP]))
            if match and match.end() > len(heading):
                return _fields(match, text)._replace(description=text[match.end() :].strip())
        return None

    def columns(self, table: Table) -> dict[str, int]:
        """Return the position of each field's column in the table, if the table has the column."""
        there = _positions(table.header)
        return {name: there[header] for name, header in self._columns.items() if header in there}

    def missing(self, table: Table) -> list[str]:
        """Return the bound columns that the table lacks."""
        there = _positions(table.header)
        lacking = (each for name, each in self.tables.columns if self._columns[name] not in there)
        return list(dict.fromkeys(lacking))


@lru_cache(10_000)  # The headers of a table are compared with each list.
def _positions(header: tuple[str, ...]) -> Mapping[str, int]:
    """Return the position of each header of a table, in uniform form."""
    return {uniform(text): at for at, text in enumerate(header)}


def _unified(text: str) -> str:
    """Return the text with its quotes and dashes unified, but with its case.

    Each character keeps its position.
    """
    return fold(text).translate(_UNIFIED).rstrip(" :")


def _fields(found: re.Match[str], text: str) -> GroupText:
    """Return the fields of a match, with the quotation marks of the page."""
    parts = {name: text[slice(*found.span(name))] for name in found.groupdict()}
    return GroupText(parts.get("name"), parts.get("value"))


def _pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern of the spec, such as `{name} (group id: {value})`.

    It matches whole words, so that it can begin a longer text.
    """
    # The space before a parenthesis is optional.
    made = re.escape(_unified(text)).replace(r"\ \(", r"\s*\(").replace(r"\ ", r"\s+")
    for name, pattern in _PATTERNS.items():
        # Only the first use of a field captures.
        field = re.escape(f"{{{name}}}")
        made = made.replace(field, pattern, 1).replace(field, ".+?")
    return re.compile(made + r"(?!\S)", re.IGNORECASE)


@dataclass(slots=True)
class Spot:
    """Lists bound to the same headings and columns; with several tables, the position decides.

    `below` has the tables nearest below the headings. `fitting` has the positions of those with
    the columns.
    """

    binding: Binding
    names: list[str] = field(default_factory=list[str])
    at: dict[int | None, list[str]] = field(default_factory=dict[int | None, list[str]])
    below: list[Table] = field(default_factory=list[Table])
    fitting: dict[int, int] = field(default_factory=dict[int, int])

    def next(self, table: Table) -> list[str]:
        """Return the lists that the next table with the columns belongs to."""
        self.fitting[id(table)] = len(self.fitting) + 1
        return [*self.at.get(None, ()), *self.at.get(len(self.fitting), ())]


class Outline:
    """The headings of a page in order, each with the headings above it, and the lists below.

    A heading that names a group of a list does not end the section above it.
    """

    def __init__(self, page: Page, bindings: Sequence[Binding]) -> None:
        bound = {text for each in bindings for text in each.tables.heading}
        self._texts = _texts_for(bound, heading_texts(page.headings))
        self._places = {id(heading): place for place, heading in enumerate(page.headings)}
        # For each heading that names a group, the section that it does not end.
        self._outside = dict(_sections_around_groups(page.headings, bindings))
        self.spots: dict[str, Spot] = {}
        # By the path of the records, and by the innermost heading if there is one.
        self._bound: defaultdict[tuple[str | None, str | None], list[Spot]] = defaultdict(list)
        spots: dict[object, Spot] = {}
        for binding in bindings:
            tables = binding.tables
            key = tables.path, binding.headings, tables.group, frozenset(tables.columns)
            if key not in spots:
                spots[key] = Spot(binding)
                innermost = binding.headings[-1] if binding.headings else None
                self._bound[tables.path, innermost].append(spots[key])
            spot = self.spots[binding.name] = spots[key]
            spot.names.append(binding.name)
            spot.at.setdefault(tables.position, []).append(binding.name)

    def has(self, headings: Collection[str]) -> bool:
        """Whether the page has all these headings."""
        return set(self._texts).issuperset(headings)

    def owners(self, part: Table | Loose) -> list[Spot]:
        """Return the lists that are bound nearest above a part of the page."""
        at = part.at if isinstance(part, Table) else None
        texts = self.above(part.path)
        above = [
            (place, spot)
            for text in dict.fromkeys((None, *texts))
            for spot in self._bound.get((at, text), ())
            if (place := _nearest(texts, spot.binding.headings)) is not None
        ]
        nearest = max((place for place, _ in above), default=None)
        return [spot for place, spot in above if place == nearest]

    def above(self, path: Sequence[Heading]) -> list[str]:
        """Return the headings above something with this path, in the form that bindings have."""
        places = [self._places[id(heading)] for heading in path]
        outside = (self._outside[place] for place in places if place in self._outside)
        return [self._texts[place] for place in sorted({*places, *next(outside, ())})]


def _sections_around_groups(
    headings: Sequence[Heading], bindings: Iterable[Binding]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each heading that names a group, with the path of the last one that names none."""
    patterns = {each.tables.group: each for each in bindings if each.has_groups}.values()
    path: tuple[int, ...] = ()
    outside: tuple[int, ...] = ()
    for place, heading in enumerate(headings if patterns else ()):
        path = (*(outer for outer in path if headings[outer].level < heading.level), place)
        if any(each.group(heading.text) for each in patterns):
            yield place, outside
        elif heading.level < TITLE:
            outside = path


def _nearest(texts: Sequence[str], headings: Sequence[str]) -> int | None:
    """Return the position of the bound heading nearest above, among the texts of those above.

    Return -1 if the list is bound to no heading, and None if not all its headings are above.
    """
    wanted = list(headings)
    nearest = None if wanted else -1
    for place in reversed(range(len(texts))):
        if wanted and texts[place] == wanted[-1]:
            wanted.pop()
            nearest = place if nearest is None else nearest
    return None if wanted else nearest


class Gone(NamedTuple):
    """A list without a table on the page, the finding that says so, and what the page has instead.

    It is certain if the page has no trace of the list, such as its headings, and is not cut off.
    """

    code_list: CodeList
    finding: Finding
    there: str = ""
    is_certain: bool = False


@dataclass(slots=True)
class Claims:
    """The tables of each list, and the tables of no list."""

    outline: Outline
    tables: dict[str, list[Table]]
    # Tables of no list, each with the reason.
    left_out: list[tuple[Table, str]] = field(default_factory=list[tuple[Table, str]])
    findings: list[Finding] = field(default_factory=list[Finding])
    # Lists whose tables were not all found. They are not compared with the spec.
    unsure: set[str] = field(default_factory=set[str])
    gone: dict[str, Gone] = field(default_factory=dict[str, Gone])


def claim(page: Page, bindings: Sequence[Binding]) -> Claims:
    """Assign the tables of the page to the lists."""
    outline = Outline(page, bindings)
    claims = Claims(outline, {binding.name: [] for binding in bindings})
    unread = {path: each for path, each in page.missing.items() if each.id != "records-not-found"}
    claims.findings += [in_file(each, page.file) for each in unread.values()]
    claims.unsure |= {each.name for each in bindings if each.tables.path in unread}
    for table in page.tables:
        spots = outline.owners(table)
        for spot in spots:
            spot.below.append(table)
        _claim_table(table, spots, claims, page)
    for binding in bindings:
        name = binding.name
        claims.tables[name], others = _in_one_section(binding, claims.tables[name], outline)
        claims.left_out += [(each, f"{name} is bound to another section") for each in others]
        spot = outline.spots[name]
        if name not in claims.unsure and (moved := _moved_away(binding, claims.tables[name], spot)):
            claims.findings.append(moved)
            claims.unsure.update(spot.names)
        if not (claims.tables[name] or name in claims.unsure):
            claims.gone[name] = _gone(binding, claims, page)
    return claims


def _in_one_section(
    binding: Binding, tables: list[Table], outline: Outline
) -> tuple[list[Table], Iterable[Table]]:
    """Return the tables of a list, and those that only a heading of the same text gave to it.

    If only one of the sections with such a heading has codes of the list, the others are apart.
    """

    def outside(table: Table) -> Hashable:
        texts = outline.above(table.path)
        return tuple(texts[: texts.index(binding.headings[-1])])

    sections = grouped(tables, outside) if binding.headings else []
    if len(sections) < 2:
        return tables, ()
    codes = binding.code_list.codes
    known = {text for code in codes for text in (code.documented_name, code.description)} - {""}
    own: list[list[Table]] = []
    others: list[list[Table]] = []
    for section in sections:
        cells = (cell for table in section for row in table.rows for cell in row.cells)
        (own if any(cell.text in known for cell in cells) else others).append(section)
    return (own[0], chain.from_iterable(others)) if len(own) == 1 else (tables, ())


def _moved_away(binding: Binding, own: Iterable[Table], spot: Spot) -> Finding | None:
    """Report that most codes of a list are at another position than its `own` tables."""
    codes = binding.code_list.codes if binding.tables.position else ()
    texts = ((str(each.value), (each.documented_name, each.description)) for each in codes)
    known = {(value, text) for value, both in texts for text in both if text}

    def has_most(table: Table) -> bool:
        value = binding.columns(table)["value"]
        rows = ([(row.cells[value].text, cell.text) for cell in row.cells] for row in table.rows)
        return sum(not known.isdisjoint(row) for row in rows) * 2 > len(codes)

    fitting = (each for each in spot.below if known and id(each) in spot.fitting)
    there = None if any(map(has_most, own)) else next(filter(has_most, fitting), None)
    if there is None:
        return None
    at, now = binding.tables.position, spot.fitting[id(there)]
    message = f"{binding.name} is bound to position {at}, but most of its codes are at {now}"
    help = "change the positions of the lists that are bound to the same heading"
    return Finding("table-moved", message, help, binding.tables.place)


def _claim_table(table: Table, spots: Sequence[Spot], claims: Claims, page: Page) -> None:
    fitting = [spot for spot in spots if not spot.binding.missing(table)]
    chosen = _most_exact(fitting, table)
    reason = ""
    if len(chosen) == 1:
        claims.tables[chosen[0]].append(table)
        return
    if chosen:
        claims.unsure.update(chosen)
        reason = f"the table {where(table)} is bound to {' and '.join(chosen[:_MOST])}"
        help = f"bind each list to a heading of its own; {headings_there(page)}"
        place = Place(page.file, table.line)
        claims.findings.append(Finding("table-claimed-twice", reason, help, place))
    elif fitting:
        names = " and ".join(name for spot in fitting for name in spot.names)
        reason = f"{names} is bound to another position"
    elif any(_seems_bound(spot.binding, table) for spot in spots):
        claims.unsure.update(name for spot in spots for name in spot.names)
        finding = _column_missing(spots[0].binding, table, page.file)
        reason = finding.message
        claims.findings.append(finding)
    claims.left_out.append((table, reason))


def _most_exact(spots: Sequence[Spot], table: Table) -> list[str]:
    """Return the lists that a table belongs to: those that are bound to the most headings."""
    chosen = [(len(spot.binding.headings), spot.next(table)) for spot in spots]
    most = max((number for number, names in chosen if names), default=0)
    return [name for number, names in chosen if number == most for name in names]


def _column_missing(binding: Binding, table: Table, file: str) -> Finding:
    missing = binding.missing(table)
    name, what = binding.name, ", ".join(missing)
    message = f"the table {where(table)} has no column {what}, to which {name} is bound"
    help = f"its columns are: {', '.join(table.header)}; change columns of {name} in the spec"
    return Finding("column-missing", message, help, Place(file, table.line))


def _seems_bound(binding: Binding, table: Table) -> bool:
    """Whether a table that lacks a column may still hold codes of the list."""
    texts = (cell.text for row in table.rows for cell in row.cells)
    values = {str(code.value) for code in binding.code_list.codes}
    # A draft has no codes yet. Without a heading, it is not about tables below one.
    is_elsewhere = bool(table.path) and not binding.headings
    if values.isdisjoint(texts) if values else is_elsewhere:
        return False
    if codelike.columns_of_codes(table) or "value" in binding.columns(table):
        return True
    return binding.group_above(table) is not None


def alike(tables: Iterable[Table]) -> Iterator[list[Table]]:
    """Yield the tables in groups that are read alike.

    A list of definitions is read alone if all those of its section together are not codes.
    """
    for group in grouped(tables, _header_of):
        is_defined = group[0].header[0] == codelike.TERM
        if is_defined and codelike.column_of_codes(*group) is None:
            yield from ([table] for table in group)
        else:
            yield group


def _header_of(table: Table) -> Hashable:
    """Return what tables read alike have in common: the header, and what it says about codes."""
    header = tuple(map(uniform, table.header))
    # All lists of definitions have the same header, even those without codes in other sections.
    is_defined = header[0] == codelike.TERM
    section = heading_texts(table.path) if is_defined else ()
    return header, codelike.hint_in(table.header[0], table), section


def heading_texts(path: Iterable[Heading]) -> tuple[str, ...]:
    return tuple(heading.text for heading in path)


def _texts_for(bound: Iterable[str], headings: Sequence[str]) -> list[str]:
    """Return the headings of a page in uniform form, with the numbers that the spec has for them.

    A bound heading may have another number on the page, if it occurs there only once.
    """
    texts = list(map(uniform, headings))
    wanted = {uniform(text): uniform(without_number(text)) for text in bound}
    lost = {bare: text for text, bare in wanted.items() if text not in texts}
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(headings if lost else ()):
        if texts[place] not in wanted:
            places[uniform(without_number(text))].append(place)
    for bare, text in lost.items():
        if len(places[bare]) == 1:
            texts[places[bare][0]] = text
    return texts


def where(table: Table) -> str:
    return f"below {table.path[-1].text}" if table.path else "without a heading"


def _gone(binding: Binding, claims: Claims, page: Page) -> Gone:
    """Return that a list has no table, and why. One that waits for its page is never gone."""
    name, place, outline = binding.name, binding.tables.place, claims.outline
    is_certain = bool(binding.code_list.codes)
    if missing := page.missing.get(binding.tables.path):
        missing = replace(in_file(missing, page.file), message=f"{name}: {missing.message}")
        return Gone(binding.code_list, missing, is_certain=is_certain)
    is_certain &= not (claims.unsure or outline.has(binding.headings))
    wanted = " > ".join(binding.tables.heading)
    below = outline.spots[name].below
    if below or not wanted:
        columns = ", ".join(dict.fromkeys(dict(binding.tables.columns).values()))
        message = f"{name} finds no table with the columns {columns} on the page"
        finding = Finding("table-not-found", message, "", place)
        return Gone(binding.code_list, finding, tables_there(below or page.tables), is_certain)
    message = f"{name} is bound to the heading {wanted}, below which the page has no table"
    found = headings_there(page) if page.headings else tables_there(page.tables)
    return Gone(
        binding.code_list, Finding("heading-not-found", message, "", place), found, is_certain
    )


def tables_there(tables: Sequence[Table]) -> str:
    """List the tables by their columns, for the help of a finding.

    A short text above a table without a heading may be its title.
    """
    parts: list[str] = []
    for each in tables:
        header = " | ".join(each.header)
        has_title = not each.path and 0 < len(each.intro) <= _LONGEST_TITLE
        parts.append(f"{each.intro} ({header})" if has_title else header)
    return f"tables there: {_listed(parts, '; ')}"


def headings_there(page: Page) -> str:
    """List the headings of the page, for the help of a finding."""
    return f"headings there: {_listed([heading.text for heading in page.headings], ', ')}"


def _listed(texts: Iterable[str], between: str) -> str:
    """Return the first of the texts, each once."""
    named = list(dict.fromkeys(texts))
    return f"{between.join(named[:_MOST]) or 'none'}{' ...' if len(named) > _MOST else ''}"
