"""Which entry of one edition is which entry of the other: codes, groups, lists.

Inside a list, entries match in this order:

1. by an equal value and an equal documented name;
2. by a documented name that each side has exactly once: it moved to another value;
3. by an equal value.

Values are compared as text, so that a list keeps its codes if its values turn from numbers into
text. An entry matches once. For example:

- `1:A 2:B 3:C` to `1:Z 2:A 3:B 4:C`: A, B and C moved. Z was added; it is no new name of A,
  because A is at 2.
- `1:A 2:B 3:C` to `1:B 2:C`: B and C moved, and A was removed. Nothing is reported about value 3:
  the move of C says it.
- `1:A 2:B` to `1:Z 2:Y`: no name matches, so the values keep their codes.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from ..model import Code, CodeList, Group, Withdrawn

Entry = TypeVar("Entry", bound=Code | Group)
Item = TypeVar("Item")


class Located(NamedTuple):
    """A code and its list."""

    code_list: CodeList
    code: Code

    @property
    def key(self) -> tuple[str, int | str]:
        """What identifies the code in its edition."""
        return self.code_list.name, self.code.value


class Paired(NamedTuple, Generic[Item]):
    """The pairs of two editions, and the items of each that have no partner."""

    pairs: list[tuple[Item, Item]]
    before: list[Item]
    after: list[Item]


@dataclass(frozen=True, slots=True)
class Matching(Generic[Entry]):
    """Entries of two editions: `kept` have the same value in both, `moved` another one."""

    kept: list[tuple[Entry, Entry]]
    moved: list[tuple[Entry, Entry]]
    removed: list[Entry]
    added: list[Entry]


@dataclass(frozen=True, slots=True)
class Members(Matching[Code]):
    """The members of an enum in two editions, among them the withdrawn codes that it keeps.

    Either side of `kept` may be withdrawn. `reused` pairs a code that is withdrawn, before or
    now, with the code that has its value instead. `removed` left the enum, `added` joined it.
    """

    reused: list[tuple[Code, Code]]


class _Withdrawn(NamedTuple):
    """What became of the members that the earlier edition withdrew.

    Their values are documented `again`, were `reused` for other codes, or are still `absent`.
    """

    again: list[tuple[Code, Code]]
    reused: list[tuple[Code, Code]]
    absent: list[Code]


def pair_up(
    before: Iterable[Item],
    after: Iterable[Item],
    key_before: Callable[[Item], Hashable],
    key_after: Callable[[Item], Hashable],
) -> Paired[Item]:
    """Pairs items with equal keys, in order; an item with the key None gets no partner."""
    left_after = dict(enumerate(after))
    waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, item in left_after.items():
        waiting[key_after(item)].append(place)
    waiting.pop(None, None)
    found: Paired[Item] = Paired([], [], [])
    for item in before:
        if places := waiting.get(key_before(item)):
            found.pairs.append((item, left_after.pop(places.pop(0))))
        else:
            found.before.append(item)
    found.after.extend(left_after.values())
    return found


def pair_unique(
    before: Sequence[Item],
    after: Sequence[Item],
    key_before: Callable[[Item], Hashable],
    key_after: Callable[[Item], Hashable],
) -> Paired[Item]:
    """Pairs items with equal keys that each side has exactly once."""
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
    """Matches the entries of a list; the functions return documented names."""
    kept, left_before, left_after = pair_up(
        before,
        after,
        lambda entry: (str(entry.value), name_before(entry)),
        lambda entry: (str(entry.value), name_after(entry)),
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
        lambda entry: str(entry.value),
        lambda entry: str(entry.value),
    )
    return Matching([*kept, *by_value], moved, left_before, left_after)


def match_groups(before: CodeList, after: CodeList) -> Matching[Group]:
    """Matches the groups of a list."""
    return match(before.groups, after.groups, group_documented_name, group_documented_name)


def group_documented_name(group: Group) -> str:
    """The name that the page gives the group."""
    return group.documented_name or group.name


def match_members(before: CodeList, after: CodeList) -> Members:
    """Matches the members of an enum: its codes, and the withdrawn codes that it keeps."""
    found = match(before.codes, after.codes, before.documented_name, after.documented_name)
    kept, reused = _split_replaced(before, after, found.kept)
    old = _documented_again(before, after, {str(code.value) for code in found.added})
    known = {str(new.value) for _, new in (*old.again, *old.reused)}
    withdrawn = _withdrawals([*found.removed, *old.absent], before, after)
    left_behind = {member_key(old) for old, _ in found.moved}
    return Members(
        kept=[*kept, *old.again, *withdrawn.pairs],
        moved=found.moved,
        reused=[*reused, *old.reused],
        removed=withdrawn.before,
        added=[
            *(code for code in found.added if str(code.value) not in known),
            # The withdrawn member that a moved name leaves behind is part of the move.
            *(code for code in withdrawn.after if member_key(code) not in left_behind),
        ],
    )


def match_between(gone: Sequence[Located], new: Sequence[Located]) -> list[tuple[Located, Located]]:
    """Codes that moved to another list without any doubt.

    Value and documented name are equal, or value and description if there is no name, and each
    side has only one such code. A number never equals text here.
    """
    keys = _unique(map(_identity, gone)) & _unique(map(_identity, new))
    by_key = {_identity(located): located for located in new}
    return [(old, by_key[key]) for old in gone if (key := _identity(old)) in keys]


def match_lists(before: Sequence[CodeList], after: Sequence[CodeList]) -> Paired[CodeList]:
    """Matches lists by Python name, then by title and document, then by their codes."""
    kept, left_before, left_after = pair_up(before, after, _list_name, _list_name)
    renamed, left_before, left_after = pair_unique(left_before, left_after, _heading, _heading)
    alike = _alike(left_before, left_after)
    taken = {code_list.name for pair in alike for code_list in pair}
    return Paired(
        [*kept, *renamed, *alike],
        [code_list for code_list in left_before if code_list.name not in taken],
        [code_list for code_list in left_after if code_list.name not in taken],
    )


def _unique(keys: Iterable[Item | None]) -> set[Item]:
    return {key for key, times in Counter(keys).items() if times == 1 and key is not None}


def _split_replaced(
    before: CodeList, after: CodeList, pairs: Sequence[tuple[Code, Code]]
) -> tuple[list[tuple[Code, Code]], list[tuple[Code, Code]]]:
    """The pairs that are one code, and the pairs whose value was given to another code.

    A spec says that they are two by withdrawing the old name and listing the value under a new
    name.
    """
    withdrawn = set(map(member_key, after.withdrawn))
    kept: list[tuple[Code, Code]] = []
    replaced: list[tuple[Code, Code]] = []
    for old, new in pairs:
        name = before.documented_name(old)
        is_same = name is not None and name == after.documented_name(new)
        is_replaced = member_key(old) in withdrawn and not is_same
        (replaced if is_replaced else kept).append((old, new))
    return kept, replaced


def _documented_again(before: CodeList, after: CodeList, added: set[str]) -> _Withdrawn:
    """What became of the withdrawn members; `added` are the values that only `after` lists."""
    listed = {str(code.value): code for code in after.codes}
    names = {code.name for code in after.withdrawn}
    found = _Withdrawn([], [], [])
    for old in (code for code in before.withdrawn if code.in_enum):
        value = str(old.value)
        if value not in listed:
            found.absent.append(old)
        elif old.name not in names and _is_same(
            before, after, old, listed[value], has_moved=value not in added
        ):
            found.again.append((old, listed[value]))
        else:
            found.reused.append((old, listed[value]))
    return found


def _is_same(before: CodeList, after: CodeList, old: Code, new: Code, *, has_moved: bool) -> bool:
    """Whether a code is the withdrawn one at its value: by either name, or by its description.

    A code that moved there brought its documented name along. It is the withdrawn one only if
    both names are equal.
    """
    name = before.documented_name(old)
    is_name_equal = name is not None and name == after.documented_name(new)
    if has_moved:
        return is_name_equal and old.name == new.name
    if is_name_equal or old.name == new.name:
        return True
    return name is None and bool(old.description) and old.description == new.description


def _withdrawals(gone: Sequence[Code], before: CodeList, after: CodeList) -> Paired[Code]:
    """Pairs codes that are gone with the withdrawn members of the later edition."""
    members: list[Code] = [code for code in after.withdrawn if code.in_enum]
    by_key, gone, members = pair_up(gone, members, member_key, member_key)
    by_name, gone, members = pair_up(
        gone,
        members,
        lambda code: (str(code.value), before.documented_name(code)),
        lambda code: (str(code.value), after.documented_name(code)),
    )
    return Paired([*by_key, *by_name], gone, members)


def member_key(code: Code) -> tuple[str, str]:
    return code.name, str(code.value)


def _identity(located: Located) -> tuple[int | str, str | None, str] | None:
    """What a code is recognised by in another list; None if it has no name and no description."""
    code_list, code = located
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
    """Lists that share more than half of their codes, each with one best partner."""
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
    """The share of the longer list that is in both."""
    keys_before = {_identity(Located(before, code)) for code in before.codes} - {None}
    keys_after = {_identity(Located(after, code)) for code in after.codes} - {None}
    longest = max(len(before.codes), len(after.codes), 1)
    return len(keys_before & keys_after) / longest


def is_documented(code: Code) -> bool:
    """Whether the page has the code, so that it is not withdrawn."""
    return not isinstance(code, Withdrawn)
