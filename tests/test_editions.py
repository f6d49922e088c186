"""Random editions of a provider's page, and what drift, update and diff make of them.

Whatever a provider does to its page, in any shape: the reported changes are those of the rules, and
no others. The updated spec says what the page says, keeps what people wrote into it, and never
gives a Python name to another value.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

import pytest
from provider_codes_generator.spec import layout
from provider_codes_generator.changes.comparison import compare
from provider_codes_generator.transcribe.drift import Drift, find_drift
from provider_codes_generator.pages.detect import detect
from provider_codes_generator.pages.sources import PageText
from provider_codes_generator.model.registry import Code, Provider, Registry
from provider_codes_generator.spec.edit import revise
from helpers_editions import (
    Edition,
    described,
    edited,
    editions,
    expected,
    page,
    provider,
    reordered,
    reported,
    small,
    styles,
)
from helpers_pages import MARKUP, SHAPES, Style
from helpers_specs import sound
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

DAY = date(2026, 2, 3)

each_shape = pytest.mark.parametrize("shape", SHAPES)
# If single spaces separate the columns, nothing marks the end of a new name.
each_with_names = pytest.mark.parametrize("shape", [each for each in SHAPES if each != "columns"])
some = settings(suppress_health_check=(HealthCheck.too_slow, HealthCheck.filter_too_much))


def spec_of(edition: Edition, shape: str, style: Style) -> str:
    """The text of the spec of an edition."""
    return layout.dump(provider(edition, shape, style))


def drift_of(spec: Provider, page: str) -> Drift:
    """The drift of a spec from a complete page, every row of which can be read."""
    found = find_drift(spec, {"codes": PageText(page, "p", whole=True)}, DAY)
    kinds = {finding.id for finding in found.findings if finding.level != "note"}
    assert kinds <= {"code-reassigned", "many-removed"}, found.findings
    assert all(entry.kind == "taken" or entry.what == "column" for entry in found.ledger)
    return found


@dataclass(frozen=True)
class Update:
    """A spec before and after an update to a page."""

    text: str
    before: Provider
    found: Drift
    revised: str
    after: Provider


def update(text: str, page: str) -> Update:
    """Bring a spec up to date."""
    before = sound(text)
    found = drift_of(before, page)
    revised = revise(text, before, found.after)
    return Update(text, before, found, revised, sound(revised))


def style_for(data: st.DataObject, shape: str) -> Style:
    """A style in which new codes can be recognised."""
    joined = shape in MARKUP and data.draw(st.booleans(), "joined")
    return data.draw(styles(shape, joined=joined), "style")


def check_reported(done: Update) -> None:
    """Check that the specs differ as drift reported, and that no value is wrongly reused."""
    assert compare(Registry((done.before,)), Registry((done.after,))) == done.found.changes
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
def test_another_look_of_a_page_is_no_change(shape: str, data: st.DataObject) -> None:
    """Order, columns, levels, quotes, spaces and entities are no facts, in any shape."""
    edition = data.draw(editions(shape), "edition")
    joined = shape in MARKUP and data.draw(st.booleans(), "joined")
    style = data.draw(styles(shape, joined=joined), "style")
    text = page(data.draw(reordered(edition), "reordered"), shape, style)
    # Texts of separators alone make columns look like CSV.
    assume(shape != "columns" or detect(text) == "columns")
    found = drift_of(sound(spec_of(edition, shape, style)), text)
    assert not found.changes


@each_with_names
@some
@given(data=st.data())
def test_an_update(shape: str, data: st.DataObject) -> None:
    """The changes are those of the rules; the updated spec says what the page says."""
    before = data.draw(editions(shape), "before")
    after = data.draw(edited(before, shape), "after")
    style = style_for(data, shape)
    text = page(after, shape, style)
    done = update(spec_of(before, shape, style), text)
    found = Counter(reported(each, done.before, done.found.after) for each in done.found.changes)
    assert found == Counter(expected(before, after))
    check_reported(done)
    assert not drift_of(done.after, text).changes
    assert (done.revised != done.text) == bool(done.found.changes)


def test_a_new_code_is_named_like_a_code_with_the_same_text() -> None:
    """A name follows the current text, not that of the day when it was chosen."""
    before = Edition((described({1: "The IP may not."}), described({2: "Busy."}, name="Reply")))
    after = described({2: "Busy.", 96: "This IP is not allowed."}, name="Reply")
    page_now = page(Edition((described({1: "This IP is not allowed."}), after)), "html", Style())
    done = update(spec_of(before, "html", Style()), page_now)
    sending, reply = done.after.lists
    assert {code.value: code.name for code in reply.codes}[96] == sending.codes[0].name


# Updates in a row

Names = dict[tuple[str, int | str, str | None], str]


def python_names(spec: Provider) -> Names:
    """The Python name of each code, by its list, its value and its documented name."""
    return {
        (code_list.name, code.value, code.documented_name): code.name
        for code_list in spec.lists
        for code in code_list.codes
    }


def meanings(*specs: Provider) -> dict[tuple[str, str], set[int | str]]:
    """The values that each Python name of a list stands for in any of the specs."""
    found: defaultdict[tuple[str, str], set[int | str]] = defaultdict(set)
    for spec in specs:
        for code_list in spec.lists:
            for code in code_list.codes + code_list.withdrawn:
                for name in (code.name, *code.former_names):
                    found[code_list.name, name].add(code.value)
    return found


@pytest.mark.parametrize("shape", ["markdown", "tabs", "records-json"])
@some
@given(data=st.data())
def test_two_updates(shape: str, data: st.DataObject) -> None:
    """A code that keeps value and name keeps its Python name, which never means anything else."""
    one = data.draw(editions(shape), "one")
    two = data.draw(edited(one, shape), "two")
    three = data.draw(edited(data.draw(st.sampled_from((one, two))), shape), "three")
    style = style_for(data, shape)
    first = update(spec_of(one, shape, style), page(two, shape, style))
    text = page(three, shape, style)
    second = update(first.revised, text)
    check_reported(second)
    assert not drift_of(second.after, text).changes
    specs = (first.before, first.after, second.after)
    assert all(len(values) == 1 for values in meanings(*specs).values())
    before, between, after = map(python_names, specs)
    for key in before.keys() & between.keys() & after.keys():
        assert before[key] == between[key] == after[key]


@pytest.mark.parametrize("shape", ["markdown", "tabs", "records-json"])
@some
@given(data=st.data())
def test_a_code_that_returns_has_its_name_again(shape: str, data: st.DataObject) -> None:
    """After an update and its reverse, all codes that can be recognised have their old names."""
    one = data.draw(editions(shape), "one")
    two = data.draw(edited(one, shape), "two")
    style = style_for(data, shape)
    first = update(spec_of(one, shape, style), page(two, shape, style))
    back = update(first.revised, page(one, shape, style))
    before, between, after = map(python_names, (first.before, first.after, back.after))
    found = {
        (listing.name, code.value, code.name)
        for listing in one.lists
        for code in listing.codes
        if code.name is not None or code.description
    }
    for key in before:
        if key in found or key in between:
            assert before[key] == after[key]


# Failures that random editions have found


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
    """Each update is valid, equals the page, and calls no unchanged value reused."""
    first, *later = CHAINS[chain]
    text = spec_of(first, "markdown", Style())
    for edition in later:
        there = page(edition, "markdown", Style())
        done = update(text, there)
        assert not drift_of(done.after, there).changes
        check_reported(done)
        text = done.revised
