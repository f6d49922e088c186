"""Which entry of one edition is which entry of the other: codes, groups, lists.

Inside a list, value and documented name tell, in this order:

1. an equal value and an equal documented name;
2. a documented name that each side has exactly once: it has moved to another value;
3. an equal value.

Values are compared as text, so that a list whose values turn from numbers into text
keeps its codes. A code that has found its partner is out of the game, and that is how a
shift reads:

- `1:A 2:B 3:C` to `1:Z 2:A 3:B 4:C`: A, B and C have moved. Value 1 is no rename of A,
  because A is at 2; what stands there now, Z, is left over and was added.
- `1:A 2:B 3:C` to `1:B 2:C`: B and C have moved, A is left over and was removed. Value 3
  needs no word of its own: whose it was is told by the move of C.
- `1:A 2:B` to `1:Z 2:Y`: no name says where it went, so the values keep their codes.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..model import Code, CodeList, Group, Withdrawn

Entry = TypeVar("Entry", bound=Code | Group)
Item = TypeVar("Item")

Located = tuple[CodeList, Code]


@dataclass(frozen=True, slots=True)
class Matching(Generic[Entry]):
    """Entries of two editions: what stayed at its value, what moved, and what is left over."""

    kept: list[tuple[Entry, Entry]]
    moved: list[tuple[Entry, Entry]]
    removed: list[Entry]
    added: list[Entry]


@dataclass(frozen=True, slots=True)
class Members:
    """What became of the members of an enum; withdrawn ones that it keeps are members too.

    `kept` have one value on both sides, and either side may be withdrawn. `reused` are
    withdrawn members, or members withdrawn just now, and the code that has their value
    instead. `removed` have left the enum, `added` have joined it.
    """

    kept: list[tuple[Code, Code]]
    moved: list[tuple[Code, Code]]
    reused: list[tuple[Code, Code]]
    removed: list[Code]
    added: list[Code]


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of two editions of a provider."""

    kept: list[tuple[CodeList, CodeList]]
    removed: list[CodeList]
    added: list[CodeList]


def wire(value: int | str) -> str:
    """The value as text: what tells two values of one list apart, whatever its type."""
    return str(value)


def pair_up(
    before: Iterable[Item],
    after: Iterable[Item],
    key_before: Callable[[Item], Hashable],
    key_after: Callable[[Item], Hashable],
) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    """Pairs with equal keys, in order, and what is left over; None is the key of nothing."""
    waiting: defaultdict[Hashable, list[Item]] = defaultdict(list)
    left_after = list(after)
    for item in left_after:
        waiting[key_after(item)].append(item)
    waiting.pop(None, None)
    pairs: list[tuple[Item, Item]] = []
    left_before: list[Item] = []
    for item in before:
        if found := waiting.get(key_before(item)):
            pairs.append((item, found.pop(0)))
        else:
            left_before.append(item)
    taken = {id(partner) for _, partner in pairs}
    return pairs, left_before, [item for item in left_after if id(item) not in taken]


def pair_unique(
    before: Sequence[Item],
    after: Sequence[Item],
    key_before: Callable[[Item], Hashable],
    key_after: Callable[[Item], Hashable],
) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    """As `pair_up`, but only by keys that each side has exactly once."""
    unique = _unique(map(key_before, before)) & _unique(map(key_after, after))
    return pair_up(
        before,
        after,
        lambda item: key if (key := key_before(item)) in unique else None,
        lambda item: key if (key := key_after(item)) in unique else None,
    )


def match(
    before: Sequence[Entry],
    after: Sequence[Entry],
    name_before: Callable[[Entry], str | None],
    name_after: Callable[[Entry], str | None],
) -> Matching[Entry]:
    """The entries of a list by the rule above; the functions tell the documented name of each."""
    kept, left_before, left_after = pair_up(
        before,
        after,
        lambda entry: (wire(entry.value), name_before(entry)),
        lambda entry: (wire(entry.value), name_after(entry)),
    )
    unique = _unique(map(name_before, before)) & _unique(map(name_after, after))
    moved, left_before, left_after = pair_up(
        left_before,
        left_after,
        lambda entry: name if (name := name_before(entry)) in unique else None,
        lambda entry: name if (name := name_after(entry)) in unique else None,
    )
    by_value, left_before, left_after = pair_up(
        left_before,
        left_after,
        lambda entry: wire(entry.value),
        lambda entry: wire(entry.value),
    )
    return Matching([*kept, *by_value], moved, left_before, left_after)


def match_groups(before: CodeList, after: CodeList) -> Matching[Group]:
    """The groups of a list; the key is the documented name where the spec gives no other."""
    return match(before.groups, after.groups, group_documented_name, group_documented_name)


def group_documented_name(group: Group) -> str:
    """The name that the page gives the group."""
    return group.documented_name or group.name


def match_members(before: CodeList, after: CodeList) -> Members:
    """The members of an enum: its codes, and the withdrawn codes that it keeps."""
    found = match(before.codes, after.codes, before.documented_name, after.documented_name)
    kept, reused = _split_replaced(before, after, found.kept)
    again, reused_now, silent = _documented_again(before, after, found.added)
    taken = {id(new) for _, new in (*again, *reused_now)}
    withdrawn, removed, fresh = _withdrawals([*found.removed, *silent], before, after)
    left_behind = {_key(old) for old, _ in found.moved}
    return Members(
        kept=[*kept, *again, *withdrawn],
        moved=found.moved,
        reused=[*reused, *reused_now],
        removed=removed,
        added=[
            *(code for code in found.added if id(code) not in taken),
            # What a moved name leaves behind in its old place is part of the move.
            *(code for code in fresh if _key(code) not in left_behind),
        ],
    )


def match_between(gone: Sequence[Located], new: Sequence[Located]) -> list[tuple[Located, Located]]:
    """Codes that went from one list to another, where nothing else can be meant.

    Both value and documented name have to be equal, or the descriptions where there is
    no name, and neither side may have two of them. A number is never text here.
    """
    keys_gone = _unique(_identity(*located) for located in gone)
    keys_new = _unique(_identity(*located) for located in new)
    by_key = {_identity(*located): located for located in new}
    return [
        (located, by_key[key])
        for located in gone
        if (key := _identity(*located)) in keys_gone & keys_new
    ]


def match_lists(before: Sequence[CodeList], after: Sequence[CodeList]) -> Lists:
    """The lists by Python name; the others by title and document, or by their codes."""
    kept, left_before, left_after = pair_up(before, after, _list_name, _list_name)
    renamed, left_before, left_after = pair_unique(left_before, left_after, _heading, _heading)
    alike = _alike(left_before, left_after)
    taken = {id(code_list) for pair in alike for code_list in pair}
    return Lists(
        kept=[*kept, *renamed, *alike],
        removed=[code_list for code_list in left_before if id(code_list) not in taken],
        added=[code_list for code_list in left_after if id(code_list) not in taken],
    )


def _unique(keys: Iterable[Item | None]) -> set[Item]:
    return {key for key, times in Counter(keys).items() if times == 1 and key is not None}


def _split_replaced(
    before: CodeList, after: CodeList, pairs: Sequence[tuple[Code, Code]]
) -> tuple[list[tuple[Code, Code]], list[tuple[Code, Code]]]:
    """The pairs that are one code, and those whose value was given to another.

    A spec that withdraws the old name and lists the value under a new one says that the
    two are not the same, which their value alone cannot say.
    """
    withdrawn = set(map(_key, after.withdrawn))
    kept: list[tuple[Code, Code]] = []
    replaced: list[tuple[Code, Code]] = []
    for old, new in pairs:
        name = before.documented_name(old)
        is_same = name is not None and name == after.documented_name(new)
        is_replaced = _key(old) in withdrawn and not is_same
        (replaced if is_replaced else kept).append((old, new))
    return kept, replaced


def _documented_again(
    before: CodeList, after: CodeList, added: Sequence[Code]
) -> tuple[list[tuple[Code, Code]], list[tuple[Code, Code]], list[Code]]:
    """Withdrawn members that are documented again; that gave way to others; the rest."""
    listed = {wire(code.value): code for code in after.codes}
    free = {id(code) for code in added}
    names = {code.name for code in after.withdrawn}
    again: list[tuple[Code, Code]] = []
    reused: list[tuple[Code, Code]] = []
    silent: list[Code] = []
    for old in (code for code in before.withdrawn if code.in_enum):
        new = listed.get(wire(old.value))
        if new is None:
            silent.append(old)
        elif old.name not in names and _is_same(
            before, after, old, new, has_moved=id(new) not in free
        ):
            again.append((old, new))
        else:
            reused.append((old, new))
    return again, reused, silent


def _is_same(before: CodeList, after: CodeList, old: Code, new: Code, *, has_moved: bool) -> bool:
    """Whether a code is the withdrawn one of its value: by either name, or by its words.

    A code that has moved there brings its documented name along. It is the withdrawn one only
    if both names are equal; otherwise the member has gone, or means something else.
    """
    name = before.documented_name(old)
    is_name_equal = name is not None and name == after.documented_name(new)
    if has_moved:
        return is_name_equal and old.name == new.name
    if is_name_equal or old.name == new.name:
        return True
    return name is None and bool(old.description) and old.description == new.description


def _withdrawals(
    gone: Sequence[Code], before: CodeList, after: CodeList
) -> tuple[list[tuple[Code, Code]], list[Code], list[Code]]:
    """What the enum keeps as withdrawn, what has left it, and withdrawn members new to it."""
    members: list[Code] = [code for code in after.withdrawn if code.in_enum]
    by_key, gone, members = pair_up(gone, members, _key, _key)
    by_name, gone, members = pair_up(
        gone,
        members,
        lambda code: (wire(code.value), before.documented_name(code)),
        lambda code: (wire(code.value), after.documented_name(code)),
    )
    return [*by_key, *by_name], gone, members


def _key(code: Code) -> tuple[str, str]:
    return code.name, wire(code.value)


def _identity(code_list: CodeList, code: Code) -> tuple[int | str, str | None, str] | None:
    """What a code is recognised by in another list; None where nothing tells."""
    if name := code_list.documented_name(code):
        return code.value, name, ""
    return (code.value, None, code.description) if code.description else None


def _list_name(code_list: CodeList) -> str:
    return code_list.name


def _heading(code_list: CodeList) -> tuple[str, str | None]:
    return code_list.title, code_list.document


def _alike(
    before: Sequence[CodeList], after: Sequence[CodeList]
) -> list[tuple[CodeList, CodeList]]:
    """Lists that share more than half of their codes, each the other's only best."""
    shares = {
        (i, k): share
        for i, old in enumerate(before)
        for k, new in enumerate(after)
        if (share := _share(old, new)) > 0.5
    }
    return [
        (before[i], after[k])
        for (i, k), share in shares.items()
        if all(
            other < share
            for (j, m), other in shares.items()
            if (j, m) != (i, k) and (j == i or m == k)
        )
    ]


def _share(before: CodeList, after: CodeList) -> float:
    """How much of the longer list is in both."""
    keys_before = {_identity(before, code) for code in before.codes} - {None}
    keys_after = {_identity(after, code) for code in after.codes} - {None}
    longest = max(len(before.codes), len(after.codes), 1)
    return len(keys_before & keys_after) / longest


def is_documented(code: Code) -> bool:
    """Whether the page has the code: it is not one that the enum keeps as withdrawn."""
    return not isinstance(code, Withdrawn)
