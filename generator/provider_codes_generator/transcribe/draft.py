"""Drafts a first spec from the page of a new provider, for a person to review.

Every table that looks like codes becomes a list, bound to the heading above it. Tables with the
same header are read alike, wherever they are. Two tables become one list only if one binding
finds both and no value has two meanings.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from itertools import chain, count
from typing import NamedTuple

from ..changes import grouped
from ..model import (
    Code,
    CodeList,
    Document,
    Ignored,
    Provider,
    Tables,
    ValueType,
    did_you_mean,
    facts_of,
    shortened,
    usage,
)
from ..pages import TITLE, Heading, Page, Table, forms, values_in
from .bindings import Binding, place_of, uniform, unnumbered
from .claims import Claims, alike, claim, headings_there
from .fact_columns import choose_columns, choose_facts, retyped
from .follow import follow
from .ignores import Ignores
from .lists import Transcript, bound_to, transcribe
from .outline import heading_texts
from .propose import ListNames

# In `PENDING (group id: 1) - status codes`, the parentheses hold the id of a group. The first
# paragraph below a heading may give one too. Braces would be fields of the pattern.
_GROUP = re.compile(r"[^()]+?\((?P<label>(?=[^():]*[^():\d])[^(){}:]++): ?-?\d+\)(?P<tail>[^{}]*)")
_LABEL = r"(?i:(?P<label>[^:.{}]*\bid|(?:\w+ ){0,2}(?:group|category|class)(?: number| code)?): ?)"
_GROUP_BELOW = re.compile(rf"{_LABEL}-?\d+[.,;]?(?!\S)")

# A caption that cannot name a list: it has a verb, or more than five words.
_SENTENCE = re.compile(
    r"(?:what|which|these|here)\b|.*\b(?:is|are|means?|says?|uses?|returns?|following)\b|(?:\S+ ){5}",
    re.IGNORECASE,
)

_PHRASES = {str(each.value): each.phrase for each in HTTPStatus}
# A name before a text: words in capitals before a dash, or a word.
_NAME = re.compile(r"[A-Z]+(?: [A-Z]+)+(?= [–—-] )|\S+")
# A word before a text, and what tells that such words are names.
_WORD = re.compile(r"[A-Z]\w* (?=[A-Z])")
_CAPITAL_INSIDE = re.compile(r"[a-z][A-Z]")

# No page has more lists below one heading. Each of their tables is compared with all of them.
_MOST_LISTS = 100

# Why a draft ignores tables. A later draft reconsiders them. Any other reason comes from a person.
_NOT_CHOSEN = "not chosen when the draft was made"


class _Place(NamedTuple):
    """What a table is to be bound to, and the headings to name its list by."""

    path: str | None
    heading: tuple[str, ...]
    group: str | None
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person decided: columns of facts, path of records, heading, and name of the list."""

    columns: Mapping[str, str] = field(default_factory=dict[str, str])
    facts: Mapping[str, str] = field(default_factory=dict[str, str])
    path: str | None = None
    heading: str | None = None
    name: str | None = None


class _Draft(NamedTuple):
    """A list with a provisional name, the headings to name it by, and its tables."""

    binding: Binding
    titles: tuple[str, ...]
    tables: Sequence[Table]


def draft_chosen(
    provider: Provider, page: Page, document: Document, wanted: Wanted
) -> tuple[Provider, Transcript]:
    """Return the provider with the wanted lists of the page, and what was read; see `draft`.

    If only some tables are wanted, the spec ignores the other tables of codes. Entries of `ignore`
    apply to all documents, so only a spec with a single document gets them.
    """
    is_only = all(each.name == document.name for each in provider.documents)
    _expect_columns(page, [*wanted.columns.values(), *wanted.facts.values()])
    by_hand = tuple(each for each in provider.ignore if not is_only or each.reason != _NOT_CHOSEN)
    before = replace(provider, ignore=by_hand)
    after, transcript = draft(before, page, document, wanted)
    new = {each.name: transcript.lists[each.name] for each in after.lists[len(before.lists) :]}
    after = follow(after, {document.name: transcript._replace(lists=new)}, document.retrieved)
    if is_only and (wanted.columns or wanted.path or wanted.heading):
        bindings = list(map(Binding, bound_to(after, document)))
        claims = claim(Ignores(by_hand).without(page), bindings)
        bound = list(chain.from_iterable(claims.tables.values()))
        after = replace(after, ignore=(*by_hand, *_not_chosen(transcript.unbound, bound)))
    return after, transcript


def _expect_columns(page: Page, columns: Iterable[str]) -> None:
    headers = {uniform(header): header for table in page.tables for header in table.header}
    for column in columns if headers else ():
        if uniform(column) not in headers:
            help = shortened(did_you_mean(column, headers.values()), 1000)
            raise usage(f"no table has a column {column}: {help}")


def _not_chosen(unbound: Iterable[Table], bound: Iterable[Table]) -> list[Ignored]:
    """Return entries that ignore the remaining tables of codes, and none that a list is bound to."""
    entries: dict[Ignored, None] = {}  # in order, each once
    for table in unbound:
        entry = Ignored(reason=_NOT_CHOSEN, heading=heading_texts(table.path), columns=table.header)
        if not any(map(Ignores([entry]).reason, bound)):
            entries[entry] = None
    return list(entries)


def draft(
    provider: Provider, page: Page, document: Document, wanted: Wanted = Wanted()
) -> tuple[Provider, Transcript]:
    """Return the provider with a list for every table of codes on the page, and what was read.

    The provider may have lists already, which stay unchanged. Tables that belong to one of them
    are left to it, or ignored. The new lists have no codes yet: they are in the transcript.
    """
    if document.name not in [each.name for each in provider.documents]:
        provider = replace(provider, documents=(*provider.documents, document))
    ignore = provider.ignore
    free = Ignores(ignore).without(page)
    known = bound_to(provider, document)
    bindings = list(map(Binding, known))
    # A list of another document may have moved to this one.
    elsewhere = (each for each in provider.lists if each.tables and each.document != document.name)
    similar = [*bindings, *map(Binding, elsewhere)]
    found = list(_drafts(free, document, wanted, claim(free, bindings), similar))
    _expect_few(found)
    drafts = sorted(_positioned(found, free, bindings), key=lambda each: each.tables[0].line)
    if wanted.name and len(drafts) > 1:
        names = ", ".join(each.titles[-1] for each in drafts)
        raise usage(f"--list names one list, and the page has several: choose a --heading: {names}")
    lists = list(_named(drafts, provider.lists, wanted.name))
    while True:
        transcript = transcribe(known, page, ignore, lists)
        # Only codes that have been read show which facts all of them have.
        new = list(_with_facts(lists, transcript))
        if len(new) == len(lists):
            return replace(provider, lists=(*provider.lists, *new)), transcript
        # Tables in which nothing could be read belong to no list.
        lists = [each for each in lists if each.name in {read.name for read in new}]


def _expect_few(drafts: Sequence[_Draft]) -> None:
    """Check that not too many lists differ only by their columns."""
    bound = {replace(each.binding.tables, position=None) for each in drafts}
    number = max(Counter((each.path, each.heading) for each in bound).values(), default=0)
    if number > _MOST_LISTS:
        message = f"{number:,} lists with different columns have the same heading"
        message = f"{message}; the limit is {_MOST_LISTS:,}"
        raise usage(f"{message}: save only the part with the codes")


def _named(
    drafts: Sequence[_Draft], known: Sequence[CodeList], wanted: str | None
) -> Iterator[CodeList]:
    """Yield the list of each draft, with a name and the codes that its lines begin with."""
    names = ListNames(each.name for each in known)
    headings = [each.titles[-1] for each in drafts]
    for tables in (each.tables for each in known if each.tables):
        headings += tables.heading[-1:] or (tables.path or "").split(".")[-1:]
    times = Counter(map(uniform, headings))
    for each in drafts:
        is_alone = times[uniform(each.titles[-1])] == 1
        name = wanted or names.new(each.titles, is_alone=is_alone)
        yield replace(each.binding.code_list, name=name, codes=_anchors(each))


def _drafts(
    page: Page, document: Document, wanted: Wanted, claims: Claims, bindings: Sequence[Binding]
) -> Iterator[_Draft]:
    """Yield the lists in the tables that are not claimed, read like the bindings that fit."""
    taken = set(map(id, chain(claims.remarks, *claims.tables.values())))
    below = _below(page, wanted.heading) if wanted.heading else page.tables
    free = [
        table
        for table in below
        if table.rows and id(table) not in taken and wanted.path in (None, table.records_path)
    ]
    places = _Places(page, document.title)
    numbers = count()
    for peers in alike(free):
        if similar := _binding_for(peers, wanted, bindings):
            for tables in grouped(peers, places.of):
                place = places.of(tables[0])
                values = dict(similar.tables.columns)["value"]
                for parted in _parted(tables, values):
                    # A space keeps this name apart from those of lists.
                    name = f"draft {next(numbers)}"
                    code_list = _code_list(name, document.name, parted, place, similar)
                    if similar not in bindings:  # The types of a list in the spec are a person's.
                        facts = tuple(retyped(code_list.facts, parted, values))
                        code_list = replace(code_list, facts=facts)
                    yield _Draft(Binding(code_list), place.titles, parted)


def _code_list(
    name: str, document: str, tables: Sequence[Table], place: _Place, similar: Binding
) -> CodeList:
    """Return the list of tables at a place, with the columns and facts of a similar binding."""
    columns = dict(similar.tables.columns)
    return CodeList(
        name=name,
        title=place.titles[-1].rstrip(" :") or place.titles[-1],
        document=document,
        values=_value_type(tables, columns["value"]),
        facts=similar.code_list.facts,
        tables=replace(
            similar.tables,
            position=None,
            heading=place.heading,
            path=place.path,
            group=(place.group,) if place.group else (),
        ),
        group_values=similar.code_list.group_values,
        codes=(),
    )


def _binding_for(
    tables: Sequence[Table], wanted: Wanted, bindings: Sequence[Binding]
) -> Binding | None:
    """Return the binding for tables of codes with one header, perhaps from a list in the spec."""
    asked = set(map(uniform, (*wanted.columns.values(), *wanted.facts.values())))
    if not asked.issubset(map(uniform, tables[0].header)):
        return None
    chosen = choose_columns(tables).items()
    free = {fact: column for fact, column in chosen if uniform(column) not in asked}
    columns = {**free, **wanted.columns}
    if "value" not in columns:
        return None
    facts = choose_facts(tables, columns, wanted.facts)
    titles = {**columns, **{fact.name: fact.title for fact in facts}}
    for each in () if wanted.columns else bindings:
        bound = set(map(uniform, dict(each.tables.columns).values()))
        if bound.issuperset(map(uniform, titles.values())) and not each.missing(tables[0]):
            return each
    ids: ValueType = "str" if "group" in columns else "int"
    code_list = CodeList(name="", title="", values="int", facts=facts, group_values=ids, codes=())
    return Binding(replace(code_list, tables=Tables(columns=tuple(titles.items()))))


def _below(page: Page, heading: str) -> list[Table]:
    """Return the tables below a heading, which may be given without its number."""
    wanted = uniform(heading)
    for form in (uniform, unnumbered):
        paths = ((table, [form(above.text) for above in table.path]) for table in page.tables)
        if below := [table for table, path in paths if wanted in path]:
            return below
    raise usage(f"no table is below a heading {heading}: {headings_there(page)}")


def _positioned(
    drafts: Sequence[_Draft], page: Page, bindings: Sequence[Binding]
) -> Iterator[_Draft]:
    """Bind by position the tables that headings and columns do not tell apart."""
    claims = claim(page, [*bindings, *(each.binding for each in drafts)])
    for each in drafts:
        code_list, tables = each.binding.code_list, each.binding.tables
        is_sure = code_list.name not in claims.unsure
        if is_sure and list(map(id, claims.tables[code_list.name])) == list(map(id, each.tables)):
            yield each
            continue
        positions = claims.outline.spots[code_list.name].fitting
        for table in each.tables:
            bound_to = replace(tables, position=positions.get(id(table)))
            yield _Draft(Binding(replace(code_list, tables=bound_to)), each.titles, [table])


def _parted(tables: list[Table], value: str) -> list[list[Table]]:
    """Return the tables together, or each alone if a value would mean two things."""
    texts: dict[int | str, object] = {}
    for table in tables:
        place = place_of(table, value)
        rows = ((row.cells[place].text, row.texts) for row in table.rows)
        own = {forms.number_of(text) or text: row for text, row in rows}
        if any(texts.get(each, row) != row for each, row in own.items()):
            return [[table] for table in tables]
        texts |= own
    return [tables]


def _value_type(tables: Sequence[Table], column: str) -> ValueType:
    """Return `int` if the values are mostly whole numbers. The others are reported.

    Hexadecimal values count as numbers if some values are decimal. Values of one length, some of
    them with zeros before the number, are texts, and so are negative ones beside them.
    """
    values = values_in(tables, place_of(tables[0], column))
    are_numbers = [forms.is_number(value) for value in values]
    lengths = {len(value) for value in values if not value.startswith("-")}
    is_padded = len(lengths) < 2 and not all(are_numbers)
    if not any(are_numbers) or (is_padded and all(map(forms.is_decimal, values))):
        return "str"
    are_integers = [forms.number_of(value) is not None for value in values]
    return "int" if forms.mostly(are_integers, bool) else "str"


def _anchors(draft: _Draft) -> tuple[Code, ...]:
    """Return codes that help to split cells of name and text, if every cell begins with a name.

    A name is an identifier, or the phrase of the HTTP status with this value. If some words have
    capitals inside, such as `NotFed`, any word before a capital is one.
    """
    columns = dict(draft.binding.tables.columns)
    anchors: dict[str, Code] = {}
    words: list[str] = []
    for table in draft.tables if {"name", "description"} <= columns.keys() else ():
        places = [place_of(table, columns[fact]) for fact in ("value", "name", "description")]
        for row in (row for row in table.rows if not row.is_across):
            value, cell, text = (row.cells[place] for place in places)
            phrase = _PHRASES.get(value.text, "")
            is_phrase = phrase and cell.text.startswith(f"{phrase} ")
            found = _NAME.match(cell.text)
            name = phrase if is_phrase or not found else found[0]
            is_name = is_phrase or forms.is_identifier(name.replace(" ", "_"))
            if not is_name:
                words.append(name)
            is_split = _WORD.match(cell.text) or is_name and cell.text != name
            if cell is not text or not is_split:
                return ()
            anchors[value.text] = Code(name=name, value=value.text, documented_name=name)
    return tuple(anchors.values()) if not words or any(map(_CAPITAL_INSIDE.search, words)) else ()


def _with_facts(lists: Iterable[CodeList], transcript: Transcript) -> Iterator[CodeList]:
    """Yield the lists that could be read. Each documents the facts that all its codes have."""
    for code_list in lists:
        read = transcript.lists.get(code_list.name)
        if read and read.codes:
            facts = (fact for fact in facts_of(code_list) if fact.is_optional)
            documents = tuple(fact.name for fact in facts if None not in map(fact.of, read.codes))
            yield replace(code_list, documents=documents, codes=())


class _Places:
    def __init__(self, page: Page, title: str) -> None:
        """`title` names a list below no heading."""
        self._title = title
        paths = {id(each): table.records_path for table in page.tables for each in table.path}
        keys = ((paths.get(id(each)), uniform(each.text)) for each in page.headings)
        self._headings = Counter(keys)
        self._sections = Counter(heading_texts(_section(table.path)) for table in page.tables)

    def of(self, table: Table) -> _Place:
        """Return what to bind a table to: the nearest heading, or the whole path if it repeats."""
        path, section = table.path, _section(table.path)
        group = _group_pattern(section[-1].text, table.intro) if section else None
        if group:
            path = section[:-1]
        elif section and self._sections[heading_texts(section)] == 1:
            # A heading that is a code does not name the list if a caption does.
            path = path if forms.is_surely_code(section[-1].text) else section
        texts = heading_texts(path)
        names = [each.text for each in path if each.level < TITLE or not _SENTENCE.match(each.text)]
        is_unique = texts and self._headings[table.records_path, uniform(texts[-1])] <= 1
        bound_to = texts[-1:] if is_unique else texts
        if ".".join(heading_texts(table.path)) == table.records_path:
            bound_to = ()
        return _Place(table.records_path, bound_to, group, tuple(names or [self._title]))


def _section(path: Sequence[Heading]) -> tuple[Heading, ...]:
    """Return the headings of a path without the titles and captions at its end."""
    return tuple(heading for heading in path if heading.level < TITLE)


def _group_pattern(heading: str, intro: str) -> str | None:
    """Return the pattern of the headings of groups, or None if the heading names no group."""
    if found := _GROUP.fullmatch(heading):
        return f"{{name}} ({found['label']}: {{value}}){found['tail']}"
    if found := _GROUP_BELOW.match(intro):
        return f"{{name}} {found['label']}: {{value}}"
    return None
