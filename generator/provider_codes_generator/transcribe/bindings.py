"""Finds the list that a table or a line of the page belongs to, by the `tables` key of the spec.

A list is bound to a heading. If bound headings are nested, a table belongs to the nearest
one. A heading that names a group only divides its list. It does not end the list, whatever
its level.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from ..model import FLAGS, NOTHING, CodeList, Finding, Place, Tables, did_you_mean
from ..pages import TITLE, Heading, Page, Table, column_of_codes, fold

# The most headings that a finding names.
_MOST = 40

IF_GONE = "if the list is gone, --accept-removals withdraws its codes"

# A longer text is not the name of a group, and matching a pattern against it could take very long.
_LONGEST_GROUP = 300

_ALIKE = {ord(quote): "'" for quote in '"`´‘’‚‛“”„‟′″‹›«»'} | {ord(dash): "-" for dash in "‐‑‒–—―−"}
_PATTERNS = {"name": r"(?P<name>\S.*?)", "value": r"(?P<value>[^\s()]+)"}


def plain(text: str) -> str:
    """Return the text in the form that headings and columns are compared in.

    It ignores case, the kinds of quotes and dashes, and a colon at the end.
    """
    return _alike(text).casefold()


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no value: it is empty, or a dash, say."""
    return text.translate(_ALIKE).casefold() in NOTHING


@dataclass(frozen=True, slots=True)
class GroupText:
    """The name and value of a group, as a heading or a cell gives them. What it omits is None."""

    name: str | None
    value: str | None
    description: str = ""


class Binding:
    """A list and the tables, headings and columns that it is bound to."""

    def __init__(self, code_list: CodeList, tables: Tables) -> None:
        self.code_list = code_list
        self.tables = tables
        self.headings = tuple(map(plain, tables.heading))
        self._groups = tuple(map(_pattern, tables.group))
        self._columns = {name: plain(header) for name, header in tables.columns}
        words = {True: tables.flags.true, False: tables.flags.false}
        # The groups that headings name together with the text below them.
        self._below: dict[Heading, GroupText | None] = {}
        self.flags = dict(FLAGS)
        for flag, texts in words.items():
            self.flags |= dict.fromkeys(map(plain, texts), flag)

    @property
    def has_groups(self) -> bool:
        """Whether headings name the groups."""
        return bool(self._groups)

    def group(self, text: str) -> GroupText | None:
        """Return the group that a heading or a cell names, or None if no pattern matches."""
        if len(text) > _LONGEST_GROUP:
            return None
        for pattern in self._groups:
            if found := pattern.fullmatch(_alike(text)):
                return _fields(found, fold(text))
        return None

    def group_above(self, table: Table) -> GroupText | None:
        """Return the group that the innermost heading names, or None if no heading names one.

        A pattern may go on into the text below the heading. The rest of that text describes the
        group.
        """
        section = next((each for each in reversed(table.path) if each.level < TITLE), None)
        for heading in reversed(table.path):
            intro = table.intro if heading is section else ""
            if found := self.group(heading.text):
                return replace(found, description=intro)
            if heading not in self._below:
                self._below[heading] = self._group_below(heading.text, intro)
            if found := self._below[heading]:
                return found
        return None

    def _group_below(self, heading: str, intro: str) -> GroupText | None:
        """Return the group that a heading names together with the text below it."""
        text = f"{heading} {intro}"
        for pattern in self._groups if intro else ():
            found = pattern.match(_alike(text[:_LONGEST_GROUP]))
            if found and found.end() > len(heading):
                return replace(_fields(found, text), description=text[found.end() :].strip())
        return None

    def columns(self, table: Table) -> dict[str, int]:
        """Return the position of each field's column in the table, if the table has the column.

        If the table is not split, a position is an offset in the header line.
        """
        if not table.split:
            line = f" {plain(table.header[0])} "
            places = {name: line.find(f" {header} ") for name, header in self._columns.items()}
            return {name: place for name, place in places.items() if place >= 0}
        headers = [plain(header) for header in table.header]
        return {
            name: headers.index(header)
            for name, header in self._columns.items()
            if headers.count(header) == 1
        }

    def has_more(self, table: Table) -> bool:
        """Whether the header line of a table that is not split names columns that are not bound."""
        bound = sum(len(header.split()) for header in set(self._columns.values()))
        return len(table.header[0].split()) > bound

    def missing(self, table: Table) -> list[str]:
        """Return the bound columns that the table lacks or repeats."""
        found = self.columns(table)
        lacking = (header for name, header in self.tables.columns if name not in found)
        return list(dict.fromkeys(lacking))


def _alike(text: str) -> str:
    """Return the text with its quotes and dashes unified, but with its case.

    Each character keeps its position.
    """
    return fold(text).translate(_ALIKE).rstrip(" :")


def _fields(found: re.Match[str], text: str) -> GroupText:
    """Return the fields of a match, with the quotation marks of the page."""
    parts = {name: text[slice(*found.span(name))] for name in found.groupdict()}
    return GroupText(parts.get("name"), parts.get("value"))


def _pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern of the spec, such as `{name} (group id: {value})`.

    It matches whole words, so that it can begin a longer text.
    """
    parts = re.split(r"\{(name|value)\}", _alike(text))
    # Only the first use of a field captures.
    seen: set[str] = set()
    made: list[str] = []
    for place, part in enumerate(parts):
        if place % 2 == 0:
            # The space before a parenthesis is optional.
            made.append(re.escape(part).replace(r"\ \(", r"\s*\(").replace(r"\ ", r"\s+"))
        elif part not in seen:
            seen.add(part)
            made.append(_PATTERNS[part])
        else:
            made.append(r".+?")
    return re.compile("".join(made) + r"(?!\S)", re.IGNORECASE)


class Outline:
    """The headings of a page in order, each with the headings above it."""

    def __init__(self, page: Page) -> None:
        self._headings = page.headings
        self._texts = [plain(heading.text) for heading in page.headings]
        self._places = {id(heading): place for place, heading in enumerate(page.headings)}
        self._above = _paths(page.headings)

    def nearest(self, path: Sequence[Heading], binding: Binding) -> int | None:
        """Return the position of the bound heading nearest above something with this path.

        Return -1 if the list is bound to no heading, and None if the path does not match.
        """
        if not binding.headings:
            return -1
        wanted = list(binding.headings)
        nearest: int | None = None
        for place in reversed(self._chain(path, binding)):
            if wanted and self._texts[place] == wanted[-1]:
                wanted.pop()
                nearest = place if nearest is None else nearest
        return None if wanted else nearest

    def _chain(self, path: Sequence[Heading], binding: Binding) -> list[int]:
        """Return the positions of the headings above. Headings that name a group end no section."""
        places = [self._places[id(heading)] for heading in path]
        groups = [place for place in places if self._is_group(place, binding)]
        if not groups:
            return places
        before = groups[0]
        while before >= 0 and (
            self._is_group(before, binding) or self._headings[before].level >= TITLE
        ):
            before -= 1
        more = self._above[before] if before >= 0 else ()
        return sorted({*places, *more})

    def _is_group(self, place: int, binding: Binding) -> bool:
        return binding.group(self._headings[place].text) is not None


def _paths(headings: Sequence[Heading]) -> list[tuple[int, ...]]:
    paths: list[tuple[int, ...]] = []
    path: tuple[int, ...] = ()
    for place, heading in enumerate(headings):
        path = (*(outer for outer in path if headings[outer].level < heading.level), place)
        paths.append(path)
    return paths


@dataclass(slots=True)
class Claims:
    """The tables of each list, and the tables of no list."""

    tables: dict[str, list[Table]]
    # Tables of no list, each with the reason.
    left_out: list[tuple[Table, str]] = field(default_factory=list[tuple[Table, str]])
    findings: list[Finding] = field(default_factory=list[Finding])
    # Lists whose tables were not all found. They are not compared with the spec.
    unsure: set[str] = field(default_factory=set[str])
    # Lists that have no table on the page, each with the finding that says so.
    gone: dict[str, Finding] = field(default_factory=dict[str, Finding])
    # How many tables fit each list.
    fitting: Counter[str] = field(default_factory=Counter[str])

    def doubt(self, table: Table, bindings: Iterable[Binding], finding: Finding) -> None:
        """Leave a table out with a finding that leaves these lists unsure."""
        self.findings.append(finding)
        self.left_out.append((table, finding.message))
        self.unsure.update(binding.code_list.name for binding in bindings)

    def choose(self, bindings: Iterable[Binding]) -> list[Binding]:
        """Return those of the lists that a table fits which are bound to its position, if to any."""
        chosen: list[Binding] = []
        for binding in bindings:
            name = binding.code_list.name
            self.fitting[name] += 1
            if binding.tables.position in (None, self.fitting[name]):
                chosen.append(binding)
        return chosen


def claim(page: Page, bindings: Sequence[Binding], file: str) -> Claims:
    """Assign the tables of the page to the lists. `file` is the page's name in findings."""
    outline = Outline(page)
    claims = Claims({binding.code_list.name: [] for binding in bindings})
    candidates = Candidates(bindings)
    for table in page.tables:
        possible = candidates.of(table.path)
        _claim_table(table, owners(outline, table.path, possible), claims, page, file)
    for binding in bindings:
        code_list = binding.code_list
        # A list of withdrawn codes has no table any more.
        is_expected = bool(code_list.codes) or not code_list.withdrawn
        if (
            is_expected
            and not claims.tables[code_list.name]
            and code_list.name not in claims.unsure
        ):
            claims.gone[code_list.name] = _nothing_found(binding, page, outline)
    return claims


class Candidates:
    """Finds the few lists of many whose heading a path may have."""

    def __init__(self, bindings: Iterable[Binding]) -> None:
        self._anywhere: list[Binding] = []
        self._by_heading: defaultdict[str, list[Binding]] = defaultdict(list)
        for binding in bindings:
            # A heading that names a group ends no section, so it may hide the heading of its list.
            if binding.has_groups or not binding.headings:
                self._anywhere.append(binding)
            else:
                self._by_heading[binding.headings[-1]].append(binding)

    def of(self, path: Sequence[Heading]) -> list[Binding]:
        """Return the lists that something with this path may belong to."""
        texts = dict.fromkeys(plain(heading.text) for heading in path)
        return [
            *self._anywhere,
            *(each for text in texts for each in self._by_heading.get(text, ())),
        ]


def owners(outline: Outline, path: Sequence[Heading], bindings: Iterable[Binding]) -> list[Binding]:
    """Return the lists that something with this path belongs to: several if it is ambiguous."""
    found = [
        (place, each) for each in bindings if (place := outline.nearest(path, each)) is not None
    ]
    nearest = max((place for place, _ in found), default=None)
    return [each for place, each in found if place == nearest]


def _claim_table(
    table: Table, bindings: Sequence[Binding], claims: Claims, page: Page, file: str
) -> None:
    fitting = [binding for binding in bindings if not binding.missing(table)]
    chosen = claims.choose(fitting)
    place = Place(file, table.line)
    if len(chosen) == 1:
        claims.tables[chosen[0].code_list.name].append(table)
    elif chosen:
        names = " and ".join(binding.code_list.name for binding in chosen)
        message = f"the table {where(table)} is bound to {names}"
        help = f"bind each list to a heading of its own; {headings_there(page)}"
        claims.doubt(table, chosen, Finding("table-claimed-twice", message, help, place))
    elif not fitting and any(_seems_bound(binding, table) for binding in bindings):
        missing = bindings[0].missing(table)
        there = set(map(plain, table.header))
        twice = [header for header in missing if plain(header) in there]
        what = f"several columns {', '.join(twice)}" if twice else f"no column {', '.join(missing)}"
        name = bindings[0].code_list.name
        message = f"the table {where(table)} has {what}, to which {name} is bound"
        help = f"its columns are: {', '.join(table.header)}; change columns of {name} in the spec"
        claims.doubt(table, bindings, Finding("column-missing", message, help, place))
    else:
        names = " and ".join(binding.code_list.name for binding in fitting)
        reason = f"{names} is bound to another position" if fitting else ""
        claims.left_out.append((table, reason))


def _seems_bound(binding: Binding, table: Table) -> bool:
    """Whether a table that lacks a column may still hold codes of the list."""
    if column_of_codes(table) is not None or "value" in binding.columns(table):
        return True
    return binding.group_above(table) is not None


def where(table: Table) -> str:
    """Describe the location of a table."""
    return f"below {table.path[-1].text}" if table.path else "without a heading"


def _nothing_found(binding: Binding, page: Page, outline: Outline) -> Finding:
    name, place = binding.code_list.name, binding.tables.place
    wanted = " > ".join(binding.tables.heading)
    below = [table for table in page.tables if outline.nearest(table.path, binding) is not None]
    if below or not wanted:
        columns = ", ".join(dict.fromkeys(header for _, header in binding.tables.columns))
        message = f"{name} finds no table with the columns {columns} on the page"
        help = f"{tables_there(below or page.tables)}; {IF_GONE}"
        return Finding("table-not-found", message, help, place)
    there = [heading.text for heading in page.headings]
    message = f"{name} is bound to the heading {wanted}, below which the page has no table"
    near = did_you_mean(wanted, there) if wanted not in there else ""
    hints = [near] if near.startswith("did you") else []
    help = "; ".join([*hints, headings_there(page) if there else tables_there(page.tables)])
    return Finding("heading-not-found", message, f"{help}; {IF_GONE}", place)


def tables_there(tables: Iterable[Table]) -> str:
    """List the tables by their columns, for the help of a finding."""
    headers = dict.fromkeys(" | ".join(table.header) for table in tables)
    return f"tables there: {'; '.join(headers) or 'none'}"


def headings_there(page: Page) -> str:
    """List the headings of the page, for the help of a finding."""
    there: dict[str, None] = {}
    for heading in page.headings:
        there[heading.text] = None
        if len(there) > _MOST:
            break
    more = " ..." if len(there) > _MOST else ""
    return f"headings there: {', '.join(islice(there, _MOST)) or 'none'}{more}"
