"""Editions of one provider: the content of its page on a day, as a spec, as a page, and edited.

An edition is plain data. `provider` makes the spec that a person would have written from it, and
`page` the page in one of the shapes of `helpers_pages`. `editions` are random ones, and `edited`
applies to them what providers do to their pages. `transcribed` is the edition of one of the
project's own specs, and `later` that edition years later.

`expected` returns the changes between two editions. It follows the rules alone, with sets, and
knows nothing of the tool's code.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from unicodedata import normalize

import hostile
import yaml
from provider_codes_generator.transcribe.bindings import is_nothing
from provider_codes_generator.changes.kinds import Bump, Change
from provider_codes_generator.pages.text import CONTROL, fold
from provider_codes_generator.model.registry import (
    Code,
    CodeList,
    Document,
    FlagWords,
    Group,
    Provider,
    Tables,
)
from provider_codes_generator.model.names import suggest
from helpers_pages import (
    HEADERS,
    MARKUP,
    PageGroup,
    PageList,
    PageRow,
    Style,
    bindings,
    fits,
    readable,
    write,
)
from hypothesis import reject
from hypothesis import strategies as st

SLUG = "acme"
DAY = date(2026, 1, 1)

Value = int | str


@dataclass(frozen=True)
class Entry:
    """A code; `name` is as documented, `group` the id of its group."""

    value: Value
    name: str | None
    permanent: bool | None
    group: int | None
    description: str


@dataclass(frozen=True)
class Grouping:
    """A group of codes; a page shows it only if it has codes."""

    value: int
    name: str
    description: str


@dataclass(frozen=True)
class Listing:
    """A list. Without `named`, no code has a name; so for flags and groups.

    `chosen` has Python names that do not come from the documented ones.
    """

    name: str
    heading: str
    named: bool
    flagged: bool
    chosen: bool
    groups: tuple[Grouping, ...]
    codes: tuple[Entry, ...]

    @property
    def by_value(self) -> dict[Value, Entry]:
        """The codes by value."""
        return {code.value: code for code in self.codes}

    @property
    def group_names(self) -> dict[int, str]:
        """The documented name of each group, by id."""
        return {group.value: group.name for group in self.groups}


@dataclass(frozen=True)
class Edition:
    """All lists of the provider."""

    lists: tuple[Listing, ...]


def small(
    codes: Mapping[int, str], groups: Mapping[int, str] | None = None, *, name: str = "Sending"
) -> Listing:
    """A list of codes by their names, each in the group before it, in numerical order."""
    found = tuple(Grouping(value, text, "") for value, text in (groups or {}).items())

    def group(value: int) -> int | None:
        return max((each.value for each in found if each.value <= value), default=None)

    entries = tuple(Entry(value, text, None, group(value), "") for value, text in codes.items())
    return Listing(name, dict(LISTS)[name], True, False, False, found, entries)


def described(codes: Mapping[int, str], *, name: str = "Sending") -> Listing:
    """A list of codes without names, by their texts."""
    entries = tuple(Entry(value, None, None, None, text) for value, text in codes.items())
    return Listing(name, dict(LISTS).get(name, name), False, False, False, (), entries)


# An edition as a spec


def provider(edition: Edition, shape: str, style: Style) -> Provider:
    """The spec of an edition, bound to pages of that shape; of the style, `joined` counts."""
    document = Document(name="codes", title="Codes", retrieved=DAY)
    texts = _names_of_texts(edition)
    lists = tuple(_code_list(listing, texts, shape, style) for listing in edition.lists)
    return Provider(provider=SLUG, title="Acme", documents=(document,), lists=lists)


def _code_list(listing: Listing, texts: Mapping[str, str], shape: str, style: Style) -> CodeList:
    names = python_names(listing, texts)
    groups = group_python_names(listing)
    facts: dict[str, object] = {
        "name": listing.named,
        "permanent": listing.flagged,
        "group": listing.groups,
    }
    return CodeList(
        name=listing.name,
        title=listing.heading,
        document="codes",
        values="str" if any(isinstance(code.value, str) for code in listing.codes) else "int",
        documents=tuple(fact for fact, is_there in facts.items() if is_there),
        tables=_tables(listing, shape, style),
        groups=tuple(
            Group(
                name=groups[group.value],
                value=group.value,
                documented_name=group.name,
                description=group.description,
            )
            for group in listing.groups
        ),
        codes=tuple(
            Code(
                name=names[code.value],
                value=code.value,
                documented_name=code.name,
                permanent=code.permanent,
                group=None if code.group is None else groups[code.group],
                description=code.description,
            )
            for code in listing.codes
        ),
    )


def _tables(listing: Listing, shape: str, style: Style) -> Tables:
    found = bindings(page_list(listing), shape, style)
    is_path = shape.startswith("records")
    return Tables(
        columns=tuple(found["columns"].items()),
        heading=() if is_path else (found["heading"],),
        path=found["heading"] if is_path else None,
        group=(found["group"],) if found["group"] else (),
        flags=(
            FlagWords(true=style.flags[:1], false=style.flags[1:])
            if listing.flagged and not BUILT_IN_FLAGS.issuperset(style.flags)
            else FlagWords()
        ),
    )


def python_names(listing: Listing, texts: Mapping[str, str]) -> dict[Value, str]:
    """The Python name of each code, as the rules for specs require."""
    names: dict[Value, str] = {}
    twins = Counter(map(_meaning, listing.codes))
    for code in listing.codes:
        is_twin = twins[_meaning(code)] > 1
        if listing.chosen:
            name = f"{listing.name.upper()}_{_letters(code.value)}"
        elif code.name is not None:
            # Codes with the same documented name differ only by their value.
            name = suggest(code.name) + (f"_{code.value}" if is_twin else "")
        elif code.description:
            name = texts[_wording(code.description)]
            name += f"_{_letters(code.value)}" if is_twin else ""
        else:
            name = f"BARE_{_letters(code.value)}"
        names[code.value] = f"{name}_{_letters(code.value)}" if name in names.values() else name
    return names


def group_python_names(listing: Listing) -> dict[int, str]:
    """The Python name of each group."""
    names: dict[int, str] = {}
    for group in listing.groups:
        name = suggest(group.name)
        is_taken = name in names.values()
        names[group.value] = f"{name}_{_letters(group.value)}" if is_taken else name
    return names


def _names_of_texts(edition: Edition) -> dict[str, str]:
    """A name for each text: codes without a name have the same name in every list."""
    codes = [code for listing in edition.lists if not listing.named for code in listing.codes]
    wordings = dict.fromkeys(_wording(code.description) for code in codes if code.description)
    return {wording: f"TEXT_{_letters(place)}" for place, wording in enumerate(wordings)}


def _meaning(code: Entry) -> str | None:
    """What a code and other codes of the list may have in common."""
    return code.name or (_wording(code.description) if code.description else None)


def _wording(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _letters(value: Value) -> str:
    """The value with letters for digits, because no name contains the value of its code."""
    text = suggest(value) if isinstance(value, str) else str(value)
    return "".join("ABCDEFGHIJ"[int(each)] if each.isdigit() else each for each in text)


# An edition as a page


def page(edition: Edition, shape: str, style: Style) -> str:
    """The page of an edition; hypothesis skips one that the shape cannot hold."""
    lists = [page_list(listing) for listing in edition.lists]
    if not all(fits(each, shape, style) for each in lists):
        reject()
    return write(lists, shape, style)


def page_list(listing: Listing) -> PageList:
    """A list as the writer of pages needs it."""

    def rows(group: int | None) -> tuple[PageRow, ...]:
        return tuple(
            PageRow(code.value, code.name, code.permanent, code.description)
            for code in listing.codes
            if code.group == group
        )

    groups = tuple(
        PageGroup(group.value, group.name, group.description, rows(group.value))
        for group in listing.groups
    )
    return PageList(listing.heading, rows(None), groups)


# The editions of the project's own specs

# The words for yes and no that need no key in a spec.
BUILT_IN_FLAGS = frozenset(("true", "false", "1", "0", "yes", "no", "permanent", "temporary"))


def transcribed(spec: Path) -> Edition:
    """The facts of a spec, without aliases and errata."""
    lists: dict[str, Any] = yaml.safe_load(spec.read_text(encoding="utf-8"))["lists"]
    return Edition(tuple(tidy(_transcribed(name, each)) for name, each in lists.items()))


def _transcribed(name: str, given: Mapping[str, Any]) -> Listing:
    documents = given.get("documents", ())
    groups: dict[str, Any] = given.get("groups", {})
    named = "name" in documents
    return Listing(
        name,
        given["tables"]["heading"],
        named,
        "permanent" in documents,
        False,
        tuple(
            Grouping(each["value"], each.get("documented_name", key), each.get("description", ""))
            for key, each in groups.items()
        ),
        tuple(
            Entry(
                each["value"],
                each.get("documented_name", key) if named else None,
                each.get("permanent"),
                groups[each["group"]]["value"] if "group" in each else None,
                each.get("description", ""),
            )
            for key, each in given["codes"].items()
        ),
    )


def for_shape(edition: Edition, shape: str) -> Edition:
    """The edition reduced to what the shape can express: no groups, and a text for each code."""
    if shape in MARKUP:
        return edition

    def bare(code: Entry) -> Entry:
        return replace(code, group=None, description=code.description or "Without a text.")

    return Edition(
        tuple(
            replace(each, groups=(), codes=tuple(map(bare, each.codes))) for each in edition.lists
        )
    )


def later(edition: Edition) -> Edition:
    """The edition years later.

    The first list is missing and there is a new one, the longest is split in three, and each has new,
    removed, renamed and reworded codes, flipped flags, and a name that moved along a chain.
    """
    _, *rest = edition.lists
    longest = max(rest, key=lambda each: len(each.codes))
    found: list[Listing] = []
    for each in rest:
        if each is longest:
            third = len(each.codes) // 3
            parts = (each.codes[:third], each.codes[third : 2 * third], each.codes[2 * third :])
            first, *others = (replace(each, codes=part) for part in parts)
            found.append(tidy(_altered(first)))
            found += [
                tidy(replace(other, name=f"{word}Part", heading=f"{word} parts", chosen=False))
                for word, other in zip(("Second", "Third"), others, strict=True)
            ]
        else:
            found.append(_altered(each))
    codes = [(9001 + place, f"Weather of kind {word}.") for place, word in enumerate(_WORDS)]
    # Not the last, because the end of a page of text may be lost.
    found.insert(1, described(dict(codes), name="Weather"))
    return Edition(tuple(found))


_WORDS = ("one", "two", "three")


def _altered(listing: Listing) -> Listing:
    codes = [_reworded(place, code) for place, code in enumerate(listing.codes)]
    if listing.named and len(codes) > 8:
        # A chain: each of three names moves to the next value, and the first value gets a new one.
        names = ["HEAD_OF_CHAIN", *(code.name for code in codes[4:7])]
        codes[4:8] = [
            replace(code, name=name) for code, name in zip(codes[4:8], names, strict=True)
        ]
    # The last codes stay, because the end of a page of text may be lost.
    kept = [code for place, code in enumerate(codes) if place % 13 != 3 or place > len(codes) - 3]
    news = [_new(listing, number) for number in range(100)]
    return tidy(replace(listing, codes=(*kept[:1], *news[:50], *kept[1:], *news[50:])))


def _reworded(place: int, code: Entry) -> Entry:
    if place % 5 == 1:
        code = replace(code, description=f"{code.description} So it is since May.")
    if place % 6 == 2 and code.name:
        code = replace(code, name=f"{code.name}_NOW")
    if place % 7 == 0 and code.permanent is not None:
        code = replace(code, permanent=not code.permanent)
    return code


def _new(listing: Listing, number: int) -> Entry:
    model = listing.codes[number % len(listing.codes)]
    is_text = isinstance(model.value, str)
    return Entry(
        f"new-{number}" if is_text else 70_000 + number,
        f"NEW_{listing.name.upper()}_{number}" if listing.named else None,
        model.permanent,
        model.group,
        f"Number {number} is new in {listing.heading}.",
    )


def translated(edition: Edition) -> Edition:
    """The edition in another language: headings and texts, but not names and values."""
    return Edition(
        tuple(
            replace(
                each,
                heading=f"Traduction : {each.heading}",
                codes=tuple(
                    replace(code, description=f"En français : {code.description}".strip())
                    for code in each.codes
                ),
            )
            for each in edition.lists
        )
    )


# Random editions

LISTS = (("Sending", "Sending codes"), ("Reply", 'What\'s "refused", and why'))
NAMES = (
    *("OK", "SENT", "NOT_FOUND", "NO_ROUTE", "EXPIRED", "REJECTED_BY_FILTER", "HTTP404"),
    *("Not found", "gone for good", "it's late", "Größe", "a|b", "<none>", "off", "yes", "x_y"),
)
GROUP_NAMES = ("DONE", "OPEN", "Handset errors", "USER ERRORS", "a & b", "no")
TEXTS = (
    *("", "The message was sent.", "the message was sent", "Retry after 24 hours.", "No."),
    *('It\'s "late"', "a | b", "Use <b> & *c*, or `d`", "50 % – or more", "Größe: 160", "off"),
    *("See the [docs](x)", "#1 of it", "key: value", "- dash", "x #y", "12:30", "a\\|b", "true"),
    "The operator refused the message, because the number of the recipient is not in the"
    " network, or because it was ported to another one not long ago.",
)
# A page with control characters is refused, letters are composed, and words lose quotes that surround
# all cells of a column.
HOSTILE = [
    text
    for text in (fold(normalize("NFC", text)) for text in hostile.TEXTS)
    if len(text) < 200
    and not CONTROL.search(text)
    and not re.fullmatch(r"([\"'`])[\w.:-]+\1", text)
]
GROUP_VALUES = st.integers(0, 4)


def texts(shape: str) -> st.SearchStrategy[str]:
    """Descriptions, also of groups, that the shape can express."""
    random = st.text("ab .,'\"|#&<>:-é", max_size=12).map(fold) | st.sampled_from(HOSTILE)
    # Plain text separated by tabs cannot show that its last cell is empty.
    at_least = 1 if shape == "tabs" else 0
    return (st.sampled_from(TEXTS) | random).filter(
        lambda text: len(text) >= at_least and readable(text, shape) and _has_words(text)
    )


def _has_words(text: str) -> bool:
    """Whether a text has words, and not only a dash, a directive or a separator."""
    return not text or not (is_nothing(text) or text.startswith((":", ",", "- ", "– ", ".. ")))


def code_names() -> st.SearchStrategy[str]:
    """Documented names, some of them often."""
    return st.sampled_from(NAMES[:3]) | st.sampled_from(NAMES)


def _values(name: str) -> st.SearchStrategy[int]:
    """Values of the list of that name; no two lists share one, so that no code moves between them."""
    first = 100 * [each for each, _ in LISTS].index(name)
    return st.integers(first + 1, first + 15)


@st.composite
def editions(draw: st.DrawFn, shape: str) -> Edition:
    """A random edition that the shape can express."""
    most = 1 if shape.startswith("records") else 2
    number = draw(st.integers(1, most))
    return Edition(tuple(draw(_listings(shape, *each)) for each in LISTS[:number]))


@st.composite
def _listings(draw: st.DrawFn, shape: str, name: str, heading: str) -> Listing:
    named = draw(st.sampled_from((True, True, False)))
    flagged = draw(st.booleans())
    grouped = shape in MARKUP and draw(st.booleans())
    listing = Listing(name, heading, named, flagged, named and draw(st.booleans()), (), ())
    if grouped:
        values = draw(st.lists(GROUP_VALUES, min_size=1, max_size=3, unique=True))
        for value in values:
            listing = replace(
                listing, groups=(*listing.groups, draw(_groups(listing, value, shape)))
            )
    codes = st.lists(_values(name), min_size=1, max_size=6, unique=True)
    entries = tuple(draw(_entries(listing, value, shape)) for value in draw(codes))
    return tidy(replace(listing, codes=entries))


@st.composite
def _entries(draw: st.DrawFn, listing: Listing, value: Value, shape: str) -> Entry:
    return Entry(
        value,
        draw(code_names()) if listing.named else None,
        draw(st.booleans()) if listing.flagged else None,
        draw(st.sampled_from(listing.groups)).value if listing.groups else None,
        draw(texts(shape)),
    )


@st.composite
def _groups(draw: st.DrawFn, listing: Listing, value: int, shape: str) -> Grouping:
    free = [name for name in GROUP_NAMES if name not in listing.group_names.values()]
    return Grouping(value, draw(st.sampled_from(free)), draw(texts(shape)))


def tidy(listing: Listing) -> Listing:
    """The list without groups that have no codes, which no page shows."""
    used = {code.group for code in listing.codes}
    return replace(listing, groups=tuple(each for each in listing.groups if each.value in used))


# What differs between pages that say the same


def styles(shape: str, *, joined: bool = False) -> st.SearchStrategy[Style]:
    """Styles that bindings for `joined` can read.

    If single spaces separate the columns, they have one order: only texts can be adjacent.
    """
    is_line = shape == "columns"
    return st.builds(
        Style,
        level=st.integers(1, 5),
        columns=st.sampled_from([each for each in _ORDERS if not is_line or each == _LINE]),
        # Text in a column that nothing is bound to looks like a description.
        extra=st.just(False) if is_line else st.booleans(),
        joined=st.just(joined),
        pipes=st.booleans(),
        nbsp=st.booleans(),
        smart=st.booleans(),
        entities=st.booleans(),
    )


_ORDERS = tuple(permutations(HEADERS))
_LINE = ("value", "permanent", "name", "description")


@st.composite
def reordered(draw: st.DrawFn, edition: Edition) -> Edition:
    """The same facts with rows, groups and lists in another order."""
    lists = [
        replace(
            listing,
            codes=tuple(draw(st.permutations(listing.codes))),
            groups=tuple(draw(st.permutations(listing.groups))),
        )
        for listing in edition.lists
    ]
    return Edition(tuple(draw(st.permutations(lists))))


# What providers do to their pages

Draw = st.DrawFn


@st.composite
def edited(draw: st.DrawFn, edition: Edition, shape: str, most: int = 5) -> Edition:
    """The edition after a few operations; those that do not apply do nothing."""
    for operation in draw(st.lists(st.sampled_from(OPERATIONS), max_size=most)):
        place = draw(st.integers(0, len(edition.lists) - 1))
        listing = operation(draw, edition.lists[place], shape)
        edition = _with_list(edition, tidy(listing))
    return draw(reordered(edition)) if draw(st.booleans()) else edition


def _with_list(edition: Edition, listing: Listing) -> Edition:
    return Edition(tuple(listing if each.name == listing.name else each for each in edition.lists))


def _with_codes(listing: Listing, new: Mapping[Value, Entry]) -> Listing:
    """The list with other entries in place of those with these values."""
    return replace(listing, codes=tuple(new.get(code.value, code) for code in listing.codes))


def _some(draw: Draw, listing: Listing) -> Entry:
    return draw(st.sampled_from(listing.codes))


def _free(draw: Draw, listing: Listing) -> int:
    return draw(_values(listing.name).filter(lambda value: value not in listing.by_value))


def _add(draw: Draw, listing: Listing, shape: str) -> Listing:
    entry = draw(_entries(listing, _free(draw, listing), shape))
    return replace(listing, codes=(*listing.codes, entry))


def _remove(draw: Draw, listing: Listing, shape: str) -> Listing:
    gone = _some(draw, listing)
    codes = tuple(code for code in listing.codes if code != gone)
    return replace(listing, codes=codes) if codes else listing


def _alter(draw: Draw, listing: Listing, shape: str) -> Listing:
    """Give a code some facts of another."""
    code = _some(draw, listing)
    other = draw(_entries(listing, code.value, shape))
    new = draw(
        st.sampled_from(
            (
                replace(code, name=other.name),
                replace(code, permanent=other.permanent),
                replace(code, description=other.description),
            )
        )
    )
    return _with_codes(listing, {code.value: new})


def _move(draw: Draw, listing: Listing, shape: str) -> Listing:
    code = _some(draw, listing)
    return _with_codes(listing, {code.value: replace(code, value=_free(draw, listing))})


def _swap(draw: Draw, listing: Listing, shape: str) -> Listing:
    """Swap the names of two values, or all their facts."""
    one, other = _some(draw, listing), _some(draw, listing)
    if draw(st.booleans()):
        new = replace(other, value=one.value), replace(one, value=other.value)
    else:
        new = replace(one, name=other.name), replace(other, name=one.name)
    return _with_codes(listing, {one.value: new[0], other.value: new[1]})


def _shift(draw: Draw, listing: Listing, shape: str) -> Listing:
    """Give each value of a run the name of the value before it, and the first another name."""
    if not listing.named:
        return listing
    codes = sorted(listing.codes, key=lambda code: code.value)
    start = draw(st.integers(0, len(codes) - 1))
    run = codes[start : draw(st.integers(start + 1, len(codes)))]
    names = [draw(code_names()), *(code.name for code in run)]
    new = {code.value: replace(code, name=name) for code, name in zip(run, names, strict=False)}
    shifted = _with_codes(listing, new)
    if draw(st.booleans()):
        last = replace(run[-1], value=_free(draw, listing))
        return replace(shifted, codes=(*shifted.codes, last))
    return shifted


def _regroup(draw: Draw, listing: Listing, shape: str) -> Listing:
    """Move a code to another group, perhaps a new one."""
    if not listing.groups:
        return listing
    value = draw(GROUP_VALUES)
    if value not in listing.group_names and len(listing.groups) < len(GROUP_NAMES):
        group = draw(_groups(listing, value, shape))
        listing = replace(listing, groups=(*listing.groups, group))
    code = _some(draw, listing)
    group = draw(st.sampled_from(listing.groups))
    return _with_codes(listing, {code.value: replace(code, group=group.value)})


def _change_group(draw: Draw, listing: Listing, shape: str) -> Listing:
    """Change the name, the text or the id of a group."""
    if not listing.groups:
        return listing
    old = draw(st.sampled_from(listing.groups))
    new = draw(_groups(listing, old.value, shape))
    value = draw(GROUP_VALUES.filter(lambda each: each not in listing.group_names))
    new = draw(
        st.sampled_from(
            (
                new,
                replace(old, name=new.name),
                replace(old, description=new.description),
                replace(old, value=value),
            )
        )
    )
    return _with_group(listing, old, new)


def _with_group(listing: Listing, old: Grouping, new: Grouping) -> Listing:
    return replace(
        listing,
        groups=tuple(new if each == old else each for each in listing.groups),
        codes=tuple(
            replace(code, group=new.value) if code.group == old.value else code
            for code in listing.codes
        ),
    )


def _drop_group(draw: Draw, listing: Listing, shape: str) -> Listing:
    """Remove a group with its codes; another may get its id."""
    if len(listing.groups) < 2:
        return listing
    gone, heir = draw(st.permutations(listing.groups))[:2]
    codes = tuple(code for code in listing.codes if code.group != gone.value)
    groups = tuple(group for group in listing.groups if group != gone)
    without = replace(listing, codes=codes, groups=groups)
    inherits = draw(st.booleans())
    return _with_group(without, heir, replace(heir, value=gone.value)) if inherits else without


At = TypeVar("At", bound=Value)
Operation = Callable[[st.DrawFn, Listing, str], Listing]
OPERATIONS: Sequence[Operation] = (
    *(_add, _remove, _alter, _alter, _move, _swap, _shift),
    *(_regroup, _change_group, _drop_group),
)


# What changed between two editions, by the rules


class Difference(NamedTuple):
    """A change, as far as two editions show it: groups by their ids."""

    list: str | None
    kind: str
    value: object
    before: object
    after: object
    bump: Bump


def partners(before: Mapping[At, str | None], after: Mapping[At, str | None]) -> dict[At, At]:
    """The value that each value has become, by the names at them."""
    found = {value: value for value in before if value in after and before[value] == after[value]}
    for name in set(before.values()) - {None}:
        there = [value for value in before if before[value] == name]
        here = [value for value in after if after[value] == name]
        if len(there) == len(here) == 1:
            found[there[0]] = here[0]
    left = set(before) - set(found)
    return found | {value: value for value in left & set(after) - set(found.values())}


def expected(before: Edition, after: Edition) -> set[Difference]:
    """All changes between the two editions."""
    found: set[Difference] = set()
    then = {listing.name: listing for listing in before.lists}
    now = {listing.name: listing for listing in after.lists}
    found |= {
        Difference(name, "list-withdrawn", None, None, None, "minor")
        for name in set(then) - set(now)
    }
    found |= {
        Difference(name, "list-added", None, None, None, "minor") for name in set(now) - set(then)
    }
    gone = {(name, code) for name in set(then) - set(now) for code in then[name].codes}
    come = {(name, code) for name in set(now) - set(then) for code in now[name].codes}
    bumps: dict[tuple[str, Entry], Bump] = {}
    for old in before.lists:
        if old.name in now:
            new = now[old.name]
            pairs = partners(_names(old), _names(new))
            found |= _of_groups(old, new, pairs) | _of_pairs(old, new, pairs)
            left = {(old.name, code) for code in old.codes if code.value not in pairs}
            bumps |= {(name, code): _bump_of_absence(old, new, code) for name, code in left}
            gone |= left
            come |= {(new.name, code) for code in new.codes if code.value not in pairs.values()}
    for (name, code), (other, same) in _crossing(gone, come):
        found.add(Difference(other, "list-changed", code.value, name, other, "minor"))
        found |= _of_facts(other, code, same)
        if name in now:
            found |= _of_value(then[name], now[name], code)
        gone.remove((name, code))
        come.remove((other, same))
    for name, code in gone:
        if name in now:
            bump = bumps[name, code]
            found.add(Difference(name, "code-removed", code.value, None, None, bump))
            found |= _of_value(then[name], now[name], code)
    added = {(name, code) for name, code in come if name in then}
    return found | {
        Difference(name, "code-added", code.value, None, None, "minor") for name, code in added
    }


def _crossing(
    gone: set[tuple[str, Entry]], come: set[tuple[str, Entry]]
) -> list[tuple[tuple[str, Entry], tuple[str, Entry]]]:
    """The codes that moved to another list: value and name, or text, are unique on each side."""

    def key(code: Entry) -> tuple[Value, str | None, str]:
        return code.value, code.name, "" if code.name else code.description

    there, here = (Counter(key(code) for _, code in side) for side in (gone, come))
    same = {each for each in there if there[each] == here[each] == 1 and (each[1] or each[2])}
    after = {key(code): (name, code) for name, code in come}
    return [((name, code), after[key(code)]) for name, code in gone if key(code) in same]


def _names(listing: Listing) -> dict[Value, str | None]:
    return {code.value: code.name for code in listing.codes}


def _bump_of_absence(old: Listing, later: Listing, code: Entry) -> Bump:
    """A withdrawn member stays in the enum, unless another has its value or its group's id."""
    groups = partners({**old.group_names}, {**later.group_names})
    lost = code.group is not None and code.group not in groups and code.group in later.group_names
    return "major" if lost or code.value in later.by_value else "minor"


def _of_pairs(old: Listing, new: Listing, pairs: Mapping[Value, Value]) -> set[Difference]:
    found: set[Difference] = set()
    for value, now in pairs.items():
        if value != now:
            found.add(Difference(old.name, "name-moved", value, value, now, "major"))
        found |= _of_value(old, new, old.by_value[value], is_same=value == now)
    return found


def _of_value(old: Listing, new: Listing, code: Entry, *, is_same: bool = False) -> set[Difference]:
    """The differences at the value of a code; if another has it now, a move has its name."""
    groups = partners({**old.group_names}, {**new.group_names})
    other = new.by_value.get(code.value)
    if other is None:
        return set()
    found = _of_facts(old.name, code, other if is_same else replace(other, name=code.name))
    if code.group is not None and groups.get(code.group) != other.group:
        found.add(
            Difference(old.name, "group-changed", code.value, code.group, other.group, "minor")
        )
    return found


def _of_facts(name: str, one: Entry, other: Entry) -> set[Difference]:
    """The differences between the rows of a code, without its value and its group."""
    return _changed(
        (name, "name-changed", one.value, one.name, other.name, "minor"),
        (name, "permanent-changed", one.value, one.permanent, other.permanent, "minor"),
        (name, "description-changed", one.value, one.description, other.description, "patch"),
    )


def _changed(*facts: tuple[str, str, Value, object, object, Bump]) -> set[Difference]:
    return {found for found in map(Difference._make, facts) if found.before != found.after}


def _of_groups(old: Listing, new: Listing, codes: Mapping[Value, Value]) -> set[Difference]:
    pairs = partners({**old.group_names}, {**new.group_names})
    later = {group.value: group for group in new.groups}
    # A withdrawn member keeps its group, and so the group stays.
    kept = {
        code.group
        for code in old.codes
        if code.value not in codes and _bump_of_absence(old, new, code) == "minor"
    }
    found: set[Difference] = set()
    for group in old.groups:
        if group.value in pairs:
            found |= _of_group(old.name, group, later[pairs[group.value]])
        elif group.value not in kept:
            found.add(Difference(old.name, "group-removed", group.value, None, None, "major"))
    added = set(later) - set(pairs.values())
    return found | {
        Difference(new.name, "group-added", each, None, None, "minor") for each in added
    }


def _of_group(name: str, one: Grouping, other: Grouping) -> set[Difference]:
    texts = one.description, other.description
    return _changed(
        (name, "group-moved", one.value, one.value, other.value, "major"),
        (name, "group-name-changed", one.value, one.name, other.name, "patch"),
        (name, "group-description-changed", one.value, *texts, "patch"),
    )


# What the tool reports, in the same form


def reported(change: Change, before: Provider, after: Provider) -> Difference:
    """A change between two specs."""
    contents: tuple[object, object] = change.before, change.after
    if change.kind == "group-changed":
        sides = ((before, change.before), (after, change.after))
        contents = (_group_id(*sides[0], change.list), _group_id(*sides[1], change.list))
    elif change.kind.endswith(("-added", "-removed", "-withdrawn")):
        contents = None, None
    return Difference(change.list, change.kind, change.value, *contents, change.bump)


def _group_id(spec: Provider, group: object, name: str | None) -> int | str | None:
    code_list = spec.code_list(name or "")
    assert code_list is not None
    return {each.name: each.value for each in code_list.groups}.get(str(group))
