"""Two editions of a spec, and the changes between them.

First one edit for each kind and effect, and exactly its changes, whose words are in tests/changes;
then names that shift, rotate and swap; then random editions, every difference of which is reported.
Last, no field of a spec that reaches the emitted code may differ without a change.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

import pytest
from helpers_cases import Case, Goldens, cases, rendered, with_edit
from helpers_specs import module_of, sound
from provider_codes_generator.changes.kinds import (
    EFFECTS,
    ACTED_ON,
    KINDS,
    Bump,
    Change,
    bump,
    extent,
    ordered,
)
from provider_codes_generator.changes.comparison import compare_provider
from provider_codes_generator.model.facts import ListFact
from provider_codes_generator.model.place import Place
from provider_codes_generator.model.registry import (
    Alias,
    Code,
    CodeList,
    Constant,
    Document,
    Erratum,
    Group,
    Provider,
    Withdrawn,
)
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent


# One edit, one change

BASE = (ROOT / "tests/inputs/edits.yaml").read_text(encoding="utf-8")

CASES = cases(ROOT / "tests/changes/edits.txt")


def changes_of(case: Case) -> list[Change]:
    """The changes that the edits of a case cause."""
    return compare_provider(edition(None), edition(case))


def in_words(change: Change) -> str:
    """A change as one line; of a whole entry, its name."""
    place = [
        change.list,
        None if change.value is None else repr(change.value),
        change.name,
        change.fact,
    ]
    head = " ".join([change.kind, *(each for each in place if each is not None)])
    names = f"{change.name_of_before} -> {change.name_of_after}"
    more = [names] if change.kind == "name-moved" else filter(None, [change.extent])
    tail = ", ".join([change.effect, change.bump, *more])
    return f"{head}: {_gist(change.before)!r} -> {_gist(change.after)!r} ({tail})"


def _gist(content: object) -> object:
    match content:
        case Provider():
            return content.provider
        case Erratum():
            return content.page
        case Document():
            return content.title, content.address
        case CodeList() | Code() | Group() | Alias() | Constant() | ListFact():
            return content.name
        case _:
            return content


def edited(*edits: str) -> Provider:
    """The edition after edits, each as `old -> new`."""
    text = BASE
    for each in edits:
        text = with_edit(text, each)
    return sound(text)


@cache
def edition(case: Case | None) -> Provider:
    """The edition of a case; without one, the first."""
    return edited(*(line[2:] for line in case.lines[1:])) if case else sound(BASE)


def test_an_edit_gives_these_changes_and_no_other(goldens: Goldens) -> None:
    def shown(case: Case) -> list[str]:
        changes = changes_of(case)
        assert all(change.provider == "acme" for change in changes)
        return list(map(in_words, changes))

    goldens(
        ROOT / "tests/changes", {"edits.txt": rendered(ROOT / "tests/changes/edits.txt", shown)}
    )


def test_every_kind_and_effect_has_its_edit() -> None:
    changes = [change for case in CASES for change in changes_of(case)]
    seen = {f"{change.kind} {change.effect}" for change in changes}
    # Judgements have files of their own: see tests/test_diff.py.
    seen |= {"meaning-changed judgement-differs"}
    seen |= {"provider-added more-to-import", "provider-removed import-breaks"}
    assert seen == {f"{kind} {effect}" for kind, row in KINDS.items() for effect in row.effects}


def test_an_entry_can_be_read_without_its_list() -> None:
    new = r"    codes:\n      NEW: {value: 5, group: OPEN, aliases: {NEWER: {}}}\n      SENT:"
    [change] = compare_provider(sound(BASE), edited(rf"    codes:\n      SENT: -> {new}"))
    assert isinstance(change.after, Code)
    assert change.after.documented_name == "NEW"
    assert change.after.aliases[0].documented_name == "NEWER"


# The tables


def test_the_tables_are_whole_and_closed() -> None:
    assert {effect for row in KINDS.values() for effect in row.effects} == set(EFFECTS)
    assert set(KINDS) > ACTED_ON


def test_effects_are_in_order_of_severity() -> None:
    bumps = [get_args(Bump).index(consequence.bump) for consequence in EFFECTS.values()]
    assert bumps == sorted(bumps, reverse=True)
    assert set(bumps) == {1, 2, 3}


COSMETIC = [
    ("It is sent.", "It is sent"),
    ("It is  sent", "it is sent."),
    ("the “sender”", 'the "sender"'),
    ("re-sent – later", "resent - later"),
    ("Wait...", "Wait…"),
    ("don't", "don’t"),
    ("", "."),
]
OF_WORDS = [
    ("It is sent", "It was sent"),
    ("", "It is sent"),
    ("version 1.5", "version 15"),
    ("code -1", "code 1"),
    ("codes 1 2", "codes 12"),
    ("2-3 days", "23 days"),
    ("is it?", "is it"),
]


@pytest.mark.parametrize(("before", "after"), [*COSMETIC, *OF_WORDS])
def test_cosmetic_changes(before: str, after: str) -> None:
    wanted = "cosmetic" if (before, after) in COSMETIC else "words"
    assert extent(before, after) == extent(after, before) == wanted


# Runs of names


def _table(text: str) -> tuple[Code, ...]:
    """Codes from `1:A 2:b 3:`, with a name or a text; their Python names do not matter here."""
    rows = [row.split(":") for row in text.split()]
    return tuple(
        Code(
            name=f"{word}_{value}",
            value=int(value),
            documented_name=word if word.isupper() else None,
            description=word if word.islower() else "",
        )
        for value, word in rows
    )


def _reported(before: str, after: str) -> list[str]:
    lists = [CodeList(name="L", title="L", values="int", codes=_table(x)) for x in (before, after)]
    old, new = (Provider(provider="p", title="P", lists=(each,)) for each in lists)
    reported: list[str] = []
    for change in compare_provider(old, new):
        match change:
            case Change(kind="name-moved", name=str(name), before=int(), after=int()):
                reported.append(f"{name.split('_')[0]}:{change.before}>{change.after}")
            case Change(kind="code-added", after=Code() as code):
                reported.append(f"+{code.value}:{code.documented_name}")
            case Change(kind="code-removed", before=Code() as code):
                reported.append(f"-{code.value}:{code.documented_name}")
            case Change(kind="name-changed"):
                reported.append(f"{change.value}:{change.before}>{change.after}")
            case Change(kind="member-renamed"):
                continue
            case _:
                raise AssertionError(change)
    return sorted(reported)


@pytest.mark.parametrize(
    ("before", "after", "reported"),
    [
        # Down, up, with a gap, with another name at the end of the run
        ("1:A 2:B 3:C", "1:Z 2:A 3:B 4:C", "A:1>2 B:2>3 C:3>4 +1:Z"),
        ("1:A 2:B 3:C", "1:B 2:C", "B:2>1 C:3>2 -1:A"),
        ("1:A 2:B 3:C 4:D", "1:A 3:B 4:C 5:D", "B:2>3 C:3>4 D:4>5"),
        ("1:A 2:B 3:C", "1:Z 2:A 3:B", "A:1>2 B:2>3 +1:Z -3:C"),
        ("1:A 2:B 3:C", "1:B 2:C 3:Z", "B:2>1 C:3>2 +3:Z -1:A"),
        # Rotations and swaps
        ("1:A 2:B 3:C", "1:C 2:A 3:B", "A:1>2 B:2>3 C:3>1"),
        ("1:A 2:B 3:C", "1:B 2:C 3:A", "A:1>3 B:2>1 C:3>2"),
        ("1:A 2:B", "1:B 2:A", "A:1>2 B:2>1"),
        # A name moved, and its old value has another name
        ("1:X 2:Y", "1:Z 2:X", "X:1>2 +1:Z -2:Y"),
        ("1:X", "1:Z 2:X", "X:1>2 +1:Z"),
        # Renames are renames
        ("1:A 2:B", "1:Z 2:Y", "1:A>Z 2:B>Y"),
        ("1:A 2:B", "1:A 2:Y", "2:B>Y"),
        # A name that is twice on one side may have gone anywhere
        ("1:A 2:A 3:B", "2:A 3:A 4:B", "B:3>4 -1:A +3:A"),
        ("1:A 2:B", "1:B 2:B", "1:A>B"),
        ("1:A 2:B", "2:A 3:A", "-1:A +3:A 2:B>A"),
        ("1:A", "2:A 3:A", "-1:A +2:A +3:A"),
        ("1:A 2:A", "3:A", "-1:A -2:A +3:A"),
        # Without names, only the value identifies a code
        ("1: 2: 3:", "2: 3: 4:", "-1:None +4:None"),
        ("1: 2:B", "1:B 2:", "B:2>1 -1:None +2:None"),
        ("1:A", "1:", "1:A>None"),
    ],
)
def test_runs(before: str, after: str, reported: str) -> None:
    assert _reported(before, after) == sorted(reported.split())


# Between lists


def _lists(text: str) -> Provider:
    """Lists from `L=1:A 2:B, M=3:C`, each with a group of the same name."""
    lists: list[CodeList] = []
    for name, _, table in (each.partition("=") for each in text.split(", ")):
        group = Group(name=f"DONE_{name}", value=1, documented_name="Done")
        codes = tuple(replace(code, group=group.name) for code in _table(table))
        lists.append(CodeList(name=name, title=name, values="int", groups=(group,), codes=codes))
    return Provider(provider="p", title="P", lists=tuple(lists))


BETWEEN = """
L=1:A 4:D 5:E -> L=1:A, M=4:D 5:E => M list-added None, M list-changed 4, M list-changed 5
L=1:A, M=4:D 5:E -> L=1:A 4:D 5:E => L list-changed 4, L list-changed 5, M list-removed None
L=1:A 2:B, M=1:A 3:C, N=4:D -> L=2:B, M=3:C, N=4:D 1:A => L code-removed 1, M code-removed 1, N code-added 1
L=1:A 2:B, M=3:C, N=4:D -> L=1:A, M=3:C 2:B, N=4:D 2:E => M list-changed 2, N code-added 2
L=1:A 2:B, M=3:C 2:E -> L=1:A, M=3:C, N=2:B => M code-removed 2, N list-added None, N list-changed 2
L=1:A 2:b, M=3:C -> L=1:A, M=3:C 2:b => M list-changed 2
L=1:A 2:, M=3:C -> L=1:A, M=3:C 2: => L code-removed 2, M code-added 2
"""


@pytest.mark.parametrize("row", BETWEEN.strip().splitlines())
def test_codes_are_recognised_in_another_list(row: str) -> None:
    editions, _, reported = row.partition(" => ")
    changes = compare_provider(*map(_lists, editions.split(" -> ")))
    assert (
        ", ".join(sorted(f"{each.list} {each.kind} {each.value}" for each in changes)) == reported
    )


# Pairs of editions: any case of the table before, and any after

LATER = st.sampled_from([None, *CASES])


def pairs(test: Callable[[Provider, Provider], None]) -> Callable[[], None]:
    """Run the test for pairs of any two editions."""

    @given(LATER, LATER)
    def tested(before: Case | None, after: Case | None) -> None:
        test(edition(before), edition(after))

    return settings(max_examples=8 * settings().max_examples)(tested)


def _shuffled(provider: Provider, order: random.Random) -> Provider:
    """The same in another order, except for families, whose order is a fact."""

    def some(items: Iterable[Any]) -> tuple[Any, ...]:
        items = list(items)
        order.shuffle(items)
        return tuple(items)

    lists = [
        replace(
            each, groups=some(each.groups), codes=some(each.codes), withdrawn=some(each.withdrawn)
        )
        for each in provider.lists
    ]
    constants, families = some(provider.constants), some(provider.families)
    return replace(provider, lists=some(lists), constants=constants, families=families)


@pairs
def test_order_means_nothing(before: Provider, after: Provider) -> None:
    order = random.Random(len(before.lists) + len(after.lists))
    assert compare_provider(before, _shuffled(before, order)) == []
    changes = compare_provider(before, after)
    again = compare_provider(_shuffled(before, order), _shuffled(after, order))
    # A whole entry in a change may be in the other order.
    assert list(map(in_words, again)) == list(map(in_words, changes))


@pairs
def test_changes_are_sound(before: Provider, after: Provider) -> None:
    changes = compare_provider(before, after)
    assert len(set(changes)) == len(changes)
    assert changes == ordered(reversed(changes))
    ranks = get_args(Bump)
    bumps = [ranks.index(change.bump) for change in changes]
    assert bumps == sorted(bumps, reverse=True)
    assert bump(changes) == ranks[max(bumps, default=0)]
    for change in changes:
        assert change.effect in KINDS[change.kind].effects
        assert (change.extent is not None) == KINDS[change.kind].has_extent
        # Groups may have swapped their names, and a code its group with them.
        assert change.before != change.after or change.kind == "group-changed"


def _importable(provider: Provider) -> dict[tuple[str, str], int | str]:
    """The value of each name of a member."""
    return {
        (each.name, name): code.value
        for each in provider.lists
        for code in each.members
        if not isinstance(code, Withdrawn) or code.in_enum
        for name in (code.name, *(alias.name for alias in code.aliases), *code.former_names)
    }


@pairs
def test_a_name_that_is_gone_or_means_another_value_asks_for_a_major_release(
    before: Provider, after: Provider
) -> None:
    old, new = _importable(before), _importable(after)
    if any(new.get(name) != value for name, value in old.items()):
        assert bump(compare_provider(before, after)) == "major"


# Everything that is emitted


def _leaves(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], object]]:
    """Every field of a provider, with another value."""
    if isinstance(value, Place):
        return
    if is_dataclass(value):
        for each in fields(value):
            yield from _leaves(getattr(value, each.name), (*path, each.name))
    elif isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        for index, item in enumerate(items):
            yield path, items[:index] + items[index + 1 :]
            if isinstance(item, tuple):  # a fact: its name is that of the list's fact
                yield from _leaves(cast("tuple[object, ...]", item)[1], (*path, index, 1))
            else:
                yield from _leaves(item, (*path, index))
    elif value is not None:
        yield path, _another(value)


def _another(value: object) -> object:
    """Another value of the same type."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1000
        case str():
            return f"{value}X"
        case date():
            return date(2001, 1, 1)
        case _:
            raise TypeError(type(value))


def _with(value: Any, path: tuple[Any, ...], leaf: Any) -> Any:
    if not path:
        return leaf
    first, *rest = path
    if isinstance(first, int):
        items: tuple[Any, ...] = value
        return (*items[:first], _with(items[first], tuple(rest), leaf), *items[first + 1 :])
    return replace(value, **{first: _with(getattr(value, first), tuple(rest), leaf)})


def test_what_is_emitted_differs_only_with_a_change() -> None:
    before = sound(BASE)
    emitted = module_of(before)
    mutations = [each for each in _leaves(before) if each[0] != ("provider",)]
    assert len(mutations) > 150
    for path, leaf in mutations:
        after = _with(before, path, leaf)
        changes = compare_provider(before, after)
        if path[-1] in ("retrieved", "since", "note") or "erratum" in path:
            assert not changes, path  # A date alone is no change, and neither is a note of ours.
        elif module_of(after) != emitted:
            assert bump(changes) != "none", path
        else:
            unseen = ("nothing-differs", "name-unreserved")
            is_unseen = [
                each.effect in unseen or each.kind == "document-changed" for each in changes
            ]
            assert all(is_unseen), path
