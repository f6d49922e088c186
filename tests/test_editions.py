"""Random editions of a provider's page, and what drift, update and diff make of them.

Whatever a provider does to its page, in whatever shape it publishes it: what is said to
have changed is what the rules say, nothing else; the spec that follows the page says what
the page says, keeps what people wrote into it, and never gives a Python name to another
value.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from provider_codes_generator.spec import layout as dump
from provider_codes_generator.rules import codes as policies
from provider_codes_generator.changes.compare import compare
from provider_codes_generator.transcribe.drift import Drift, drift
from provider_codes_generator.pages.sources import PageText
from provider_codes_generator.model.findings import blocks
from provider_codes_generator.spec.load import load_text
from provider_codes_generator.model.registry import Code, CodeList, Provider, Registry
from provider_codes_generator.spec.edit import revise
from helpers_editions import (
    EDITS,
    SLUG,
    Edition,
    Entry,
    Grouping,
    Listing,
    Said,
    anchors,
    applied,
    described,
    edit,
    edited,
    editions,
    expected,
    page,
    provider,
    reordered,
    rows,
    said,
    small,
    styles,
)
from helpers_pages import MARKUP, SHAPES, Style
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FILE = f"{SLUG}.yaml"
DAY = date(2026, 2, 3)

each_shape = pytest.mark.parametrize("shape", SHAPES)
# Time on a busy machine says nothing about the code.
some = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.filter_too_much),
)


def load(text: str) -> Provider:
    """The spec of a text in which nothing is wrong."""
    spec, findings, _ = load_text(text, FILE)
    assert spec is not None
    found = [*findings, *policies.check_codes(Registry((spec,)))]
    assert not blocks(found), [str(finding) for finding in found]
    return spec


def spec_of(edition: Edition, shape: str, style: Style) -> str:
    """The text of the spec of an edition."""
    return dump.dump(provider(edition, shape, style))


def drift_of(spec: Provider, page: str) -> Drift:
    """The drift of a spec from a page of which all can be told."""
    found = drift(spec, {"codes": PageText(page, "p")}, DAY)
    assert all(finding.level == "note" for finding in found.findings), found.findings
    assert not found.unbound
    return found


@dataclass(frozen=True)
class Update:
    """A spec before and after it was brought up to date with a page."""

    text: str
    before: Provider
    found: Drift
    revised: str
    after: Provider

    @property
    def said(self) -> Counter[Said]:
        """What is said to have changed, each as often as it is said."""
        return Counter(said(self.found.changes, self.before, self.found.after))


def update(text: str, page: str) -> Update:
    """Bring a spec up to date."""
    before = load(text)
    found = drift_of(before, page)
    revised = revise(text, before, found.after)
    return Update(text, before, found, revised, load(revised))


def style_for(data: st.DataObject, shape: str) -> Style:
    """A style in which new codes can be told."""
    joined = shape in MARKUP and data.draw(st.booleans(), "joined")
    return data.draw(styles(shape, joined=joined, apart=True), "style")


def check_reused(done: Update) -> None:
    """No value is called reused that has the name, or else the text, that it had before."""
    for change in done.found.changes:
        if change.kind == "value-reused":
            old, new = change.before, change.after
            assert isinstance(old, Code) and isinstance(new, Code)
            assert old.documented_name is None or old.documented_name != new.documented_name
            assert old.documented_name or not old.description or old.description != new.description


# One update


@each_shape
@some
@given(data=st.data())
def test_how_a_page_looks_is_no_change(shape: str, data: st.DataObject) -> None:
    """Order, columns, levels, quotes, blanks and entities are no facts, in any shape."""
    edition = data.draw(editions(shape), "edition")
    joined = shape in MARKUP and data.draw(st.booleans(), "joined")
    style = data.draw(styles(shape, joined=joined), "style")
    text = page(data.draw(reordered(edition), "reordered"), shape, style)
    found = drift_of(load(spec_of(edition, shape, style)), text)
    assert not found.changes


@each_shape
@some
@given(data=st.data())
def test_the_changes_are_those_of_the_rules(shape: str, data: st.DataObject) -> None:
    """Spec and page differ as the rules say, each change told once."""
    before = data.draw(editions(shape), "before")
    after = data.draw(edited(before, shape), "after")
    style = style_for(data, shape)
    spec = load(spec_of(before, shape, style))
    found = drift_of(spec, page(after, shape, style))
    assert Counter(said(found.changes, spec, found.after)) == Counter(expected(before, after))


@each_shape
@some
@given(data=st.data())
def test_the_changes_make_the_later_edition(shape: str, data: st.DataObject) -> None:
    """The changes, applied to the codes of the spec, give the codes of the page."""
    one = data.draw(editions(shape), "one")
    two = data.draw(edited(one, shape), "two")
    three = data.draw(edited(data.draw(st.sampled_from((one, two))), shape), "three")
    style = style_for(data, shape)
    text = spec_of(one, shape, style)
    for edition in (two, three):
        done = update(text, page(edition, shape, style))
        assert applied(done.before, done.found.changes, done.after) == rows(edition)
        text = done.revised


@each_shape
@some
@given(data=st.data())
def test_after_an_update_there_is_no_drift(shape: str, data: st.DataObject) -> None:
    """The updated spec is sound, says what the page says, and is touched only for a reason."""
    before = data.draw(editions(shape), "before")
    style = style_for(data, shape)
    text = page(data.draw(edited(before, shape), "after"), shape, style)
    done = update(spec_of(before, shape, style), text)
    assert not drift_of(done.after, text).changes
    assert (done.revised != done.text) == bool(done.found.changes)


@each_shape
@some
@given(data=st.data())
def test_diff_says_what_drift_said(shape: str, data: st.DataObject) -> None:
    """The spec before and after an update differ by what drift had announced."""
    one = data.draw(editions(shape), "one")
    two = data.draw(edited(one, shape), "two")
    style = style_for(data, shape)
    first = update(spec_of(one, shape, style), page(two, shape, style))
    source = data.draw(st.sampled_from((one, two)))
    three = page(data.draw(edited(source, shape), "three"), shape, style)
    for done in (first, update(first.revised, three)):
        check_reused(done)
        assert compare(Registry((done.before,)), Registry((done.after,))) == done.found.changes


@each_shape
@some
@given(data=st.data())
def test_edits_of_different_codes_add_up(shape: str, data: st.DataObject) -> None:
    """Two edits that have no code in common are told as they are told each alone."""
    before = data.draw(editions(shape), "before")
    style = style_for(data, shape)
    steady = {listing.name: anchors(listing) for listing in before.lists}
    sides = {
        (listing.name, code.value): (data.draw(st.sampled_from(EDITS)), data.draw(st.booleans()))
        for listing in before.lists
        for code in listing.codes
        if code.value not in steady[listing.name]
    }
    text = spec_of(before, shape, style)

    def told(*wanted: bool) -> Counter[Said]:
        lists = before.lists
        for side in wanted:
            edits = {key: each for key, (each, its_side) in sides.items() if its_side is side}
            lists = tuple(
                edit(
                    listing,
                    {value: each for (name, value), each in edits.items() if name == listing.name},
                    added=200 + side,
                )
                for listing in lists
            )
        spec = load(text)
        found = drift_of(spec, page(Edition(lists), shape, style))
        return Counter(said(found.changes, spec, found.after))

    assert told(False, True) == told(False) + told(True)


# What people write into a spec

# Such a name as NO stands between quotes.
_KEY = re.compile(r'( *)"?([^\s#:"]+)"?:')

# List, code, and field of it; the last is None for the key of the code itself.
Key = tuple[str, str, str | None]


def keys(lines: list[str]) -> Iterator[tuple[int, Key]]:
    """The lines of a spec that have a code or one of its fields."""
    path: dict[int, str] = {}
    for number, line in enumerate(lines):
        if found := _KEY.match(line):
            indent = len(found[1])
            path = {outer: name for outer, name in path.items() if outer < indent}
            path[indent] = found[2]
            names = list(path.values())
            if names[0] == "lists" and len(names) > 3 and names[2] in ("codes", "withdrawn"):
                if len(names) in (4, 5):
                    yield number, (names[1], names[3], names[4] if len(names) == 5 else None)


def above(key: Key) -> str:
    """A comment on a code."""
    return f"# curated {key[0]}.{key[1]}"


def behind(key: Key) -> str:
    """A comment on a field."""
    return f"# says {'.'.join(map(str, key))}"


def with_comments(text: str, wanted: Callable[[Key], bool]) -> tuple[str, set[Key]]:
    """The text with comments on the keys that are wanted, and these keys."""
    lines = text.split("\n")
    put: set[Key] = set()
    for number, key in reversed(list(keys(lines))):
        # What goes on below does not end on this line.
        is_whole = key[2] is None or not lines[number].endswith(">-")
        if is_whole and wanted(key):
            put.add(key)
            if key[2] is None:
                lines.insert(number, f"      {above(key)}")
            else:
                lines[number] += f"  {behind(key)}"
    return "\n".join(lines), put


def comments(text: str) -> Counter[Key | str]:
    """The keys that comments stand at, and the comments that stand at none."""
    lines = text.split("\n")
    found: Counter[Key | str] = Counter(
        there[0] for line in lines if (there := re.search(r"# (curated|says) \S+$", line))
    )
    for number, key in keys(lines):
        comment = behind(key) if key[2] else above(key)
        place = lines[number] if key[2] else lines[number - 1]
        if place.endswith(f"  {comment}"):
            found[comment] -= 1
            found[key] += 1
    return +found


def facts_of(spec: Provider) -> dict[Key, object]:
    """Every field of every code, withdrawn or not."""
    return {
        (code_list.name, code.name, field): getattr(code, field)
        for code_list in spec.lists
        for code in (*code_list.codes, *code_list.withdrawn)
        for field in ("value", "documented_name", "permanent", "group", "description")
    }


@each_shape
@some
@given(data=st.data())
def test_comments_stay(shape: str, data: st.DataObject) -> None:
    """A comment stays with its code, and one behind a fact as long as the fact stays."""
    before = data.draw(editions(shape), "before")
    style = style_for(data, shape)
    there = page(before, shape, style)
    elsewhere = page(data.draw(edited(before, shape), "after"), shape, style)
    bare = spec_of(before, shape, style)
    known = facts_of(load(bare))
    later = facts_of(drift_of(load(bare), elsewhere).after)
    chosen: dict[Key, bool] = defaultdict(lambda: data.draw(st.booleans(), "comment"))
    text, put = with_comments(
        bare, lambda key: (key[2] is None or known[key] == later[key]) and chosen[key]
    )
    assert comments(text) == Counter(put)
    once = update(text, elsewhere).revised
    assert comments(once) == Counter(put)
    codes = {key for key in put if key[2] is None}
    again = comments(update(once, there).revised)
    assert Counter({key: again[key] for key in codes}) == Counter(codes)


# Updates in a row

Names = dict[tuple[str, int | str, str | None], str]


def all_codes(code_list: CodeList) -> tuple[Code, ...]:
    """The codes, also the withdrawn ones."""
    return code_list.codes + code_list.withdrawn


def python_names(spec: Provider) -> Names:
    """What each code is called, by its list, its value and its documented name."""
    return {
        (code_list.name, code.value, code_list.documented_name(code)): code.name
        for code_list in spec.lists
        for code in code_list.codes
    }


def meanings(*specs: Provider) -> dict[tuple[str, str], set[int | str]]:
    """The values that each Python name of a list stands for in any of the specs."""
    found: defaultdict[tuple[str, str], set[int | str]] = defaultdict(set)
    for spec in specs:
        for code_list in spec.lists:
            for code in all_codes(code_list):
                for name in (code.name, *code.former_names):
                    found[code_list.name, name].add(code.value)
    return found


@each_shape
@some
@given(data=st.data())
def test_a_python_name_has_one_meaning(shape: str, data: st.DataObject) -> None:
    """What keeps value and name keeps its Python name, which never stands for anything else."""
    one = data.draw(editions(shape), "one")
    two = data.draw(edited(one, shape), "two")
    three = data.draw(edited(data.draw(st.sampled_from((one, two))), shape), "three")
    style = style_for(data, shape)
    first = update(spec_of(one, shape, style), page(two, shape, style))
    second = update(first.revised, page(three, shape, style))
    specs = (first.before, first.after, second.after)
    assert all(len(values) == 1 for values in meanings(*specs).values())
    before, between, after = map(python_names, specs)
    for key in before.keys() & between.keys() & after.keys():
        assert before[key] == between[key] == after[key]
    assert not drift_of(second.after, page(three, shape, style)).changes


@each_shape
@some
@given(data=st.data())
def test_what_comes_back_has_its_name_again(shape: str, data: st.DataObject) -> None:
    """There and back again: all have their old Python names that anything can be told by."""
    one = data.draw(editions(shape), "one")
    two = data.draw(edited(one, shape), "two")
    style = style_for(data, shape)
    first = update(spec_of(one, shape, style), page(two, shape, style))
    back = update(first.revised, page(one, shape, style))
    before, between, after = map(python_names, (first.before, first.after, back.after))
    told = {
        (listing.name, code.value, code.name)
        for listing in one.lists
        for code in listing.codes
        if code.name is not None or code.description
    }
    for key in before:
        if key in told or key in between:
            assert before[key] == after[key]


# What random editions have found


LONG = "The operator refused the message, because the number is not known."
CHAINS: dict[str, tuple[Edition, ...]] = {
    "a twin is called otherwise": (
        Edition((small({2: "LATE", 3: "LATE"}),)),
        Edition((small({2: "LATE", 3: "LOST"}),)),
    ),
    "a text is that of another list": (
        Edition((described({1: "Full."}), described({2: "Busy."}, name="Reply"))),
        Edition((described({1: "Full."}), described({2: "Full."}, name="Reply"))),
    ),
    "two new texts are alike and long": (
        Edition((described({1: "Full."}),)),
        Edition((described({1: "Full.", 2: LONG, 3: LONG}),)),
    ),
    "a group has the id of one that is gone": (
        Edition((small({1: "LATE", 2: "LOST"}, {1: "DONE", 2: "OPEN"}),)),
        Edition((small({2: "LOST"}, {1: "OPEN"}),)),
    ),
    "a name goes back to the value it was withdrawn from": (
        Edition((small({1: "OK", 5: "LATE"}),)),
        Edition((small({1: "OK"}),)),
        Edition((small({1: "OK", 6: "LATE"}),)),
        Edition((small({1: "OK", 5: "LATE"}),)),
    ),
}


@pytest.mark.parametrize("chain", CHAINS)
def test_found_in_updates(chain: str) -> None:
    """Each update is sound, is what the page says, and calls nothing reused that is the same."""
    first, *later = CHAINS[chain]
    text = spec_of(first, "markdown", Style())
    for edition in later:
        there = page(edition, "markdown", Style())
        done = update(text, there)
        assert not drift_of(done.after, there).changes
        assert compare(Registry((done.before,)), Registry((done.after,))) == done.found.changes
        check_reused(done)
        text = done.revised


ORDER = ("description", "value", "permanent", "name")
LOOKS = {
    "a number in the text before the value": (
        Listing(
            *("Sending", "Sending codes", True, False, False),
            groups=(),
            codes=(Entry(1, "OK", None, None, "50 % or more"),),
        ),
        "columns",
    ),
    "the text of a group begins as a row does": (
        Listing(
            *("Sending", "Sending codes", True, False, False),
            groups=(Grouping(1, "DONE", "50 % or more"),),
            codes=(Entry(1, "OK", None, 1, "It is over."),),
        ),
        "markdown",
    ),
}


@pytest.mark.parametrize("look", LOOKS)
def test_found_in_looks(look: str) -> None:
    """The page says what the spec says."""
    listing, shape = LOOKS[look]
    edition, style = Edition((listing,)), Style(columns=ORDER)
    found = drift_of(load(spec_of(edition, shape, style)), page(edition, shape, style))
    assert not found.changes
