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
from itertools import product
from operator import attrgetter
from typing import Generic, NamedTuple, TypeVar

from ..model import Code, CodeList, Group, Withdrawn

Entry = TypeVar("Entry", bound=Code | Group)
Item = TypeVar("Item")

by_name = attrgetter("name")
by_documented_name = attrgetter("documented_name")


class Located(NamedTuple):
    """A code and its list."""

    code_list: CodeList
    code: Code


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

    @property
    def left(self) -> list[Code]:
        """The codes that the list no longer documents."""
        withdrawn = [old for old, new in self.kept if not is_documented(new)]
        return list(filter(is_documented, [*self.removed, *withdrawn]))

    @property
    def joined(self) -> list[Code]:
        """The codes that the list documents now."""
        return list(filter(is_documented, self.added))


def pair_up(
    before: Iterable[Item],
    after: Iterable[Item],
    key_before: Callable[[Item], Hashable],
    key_after: Callable[[Item], Hashable] | None = None,
) -> Paired[Item]:
    """Pairs items with equal keys, in order; an item with the key None gets no partner."""
    key_after = key_after or key_before
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
    before: Sequence[Item], after: Sequence[Item], key: Callable[[Item], Hashable]
) -> Paired[Item]:
    """Pairs items with equal keys that each side has exactly once."""
    unique = _unique(map(key, before)) & _unique(map(key, after))
    return pair_up(before, after, lambda item: found if (found := key(item)) in unique else None)


def match(before: Sequence[Entry], after: Sequence[Entry]) -> Matching[Entry]:
    """Matches the entries of a list."""
    kept, left_before, left_after = pair_up(before, after, _value_and_name)
    unique = _unique(map(by_documented_name, before)) & _unique(map(by_documented_name, after))
    moved, left_before, left_after = pair_up(
        left_before,
        left_after,
        lambda entry: name if (name := entry.documented_name) in unique else None,
    )
    by_value, left_before, left_after = pair_up(left_before, left_after, _value)
    return Matching([*kept, *by_value], moved, left_before, left_after)


def match_members(before: CodeList, after: CodeList) -> Members:
    """Matches the members of an enum: its codes, and the withdrawn codes that it keeps."""
    found = match(before.codes, after.codes)
    returned, absent, _ = pair_up(_withdrawn_members(before), after.codes, _value)
    moved_to = {str(new.value) for _, new in found.moved}
    withdrawn_values = {code.name: str(code.value) for code in after.withdrawn}
    kept: list[tuple[Code, Code]] = []
    reused: list[tuple[Code, Code]] = []
    for old, new in (*found.kept, *returned):
        is_same = _is_same(old, new, withdrawn_values, has_moved=str(new.value) in moved_to)
        (kept if is_same else reused).append((old, new))
    gone, left = [*found.removed, *absent], _withdrawn_members(after)
    by_key, gone, left = pair_up(gone, left, member_key)
    renamed, gone, left = pair_up(gone, left, _value_and_name)
    # The withdrawn member that a moved name leaves behind is part of the move.
    left = pair_up([old for old, _ in found.moved], left, member_key).after
    joined = pair_up([new for _, new in returned], found.added, _value).after
    return Members([*kept, *by_key, *renamed], found.moved, gone, [*joined, *left], reused)


def match_between(gone: Sequence[Located], new: Sequence[Located]) -> list[tuple[Located, Located]]:
    """Codes that moved to another list without any doubt.

    Value and documented name are equal, or value and description if there is no name, and each
    side has only one such code. A number never equals text here.
    """
    return pair_unique(gone, new, lambda located: _identity(located.code)).pairs


def match_lists(before: Sequence[CodeList], after: Sequence[CodeList]) -> Paired[CodeList]:
    """Matches lists by Python name, then by title and document, then by their codes."""
    kept, left_before, left_after = pair_up(before, after, by_name)
    renamed, left_before, left_after = pair_unique(
        left_before, left_after, attrgetter("title", "document")
    )
    partners = _alike(left_before, left_after)
    alike, left_before, left_after = pair_up(
        left_before, left_after, lambda code_list: partners.get(code_list.name), by_name
    )
    return Paired([*kept, *renamed, *alike], left_before, left_after)


def member_key(code: Code) -> tuple[str, str]:
    """What identifies a member in its enum."""
    return code.name, _value(code)


def _value(entry: Code | Group) -> str:
    return str(entry.value)


def _value_and_name(entry: Code | Group) -> tuple[str, str | None]:
    return str(entry.value), entry.documented_name


def is_documented(code: Code) -> bool:
    """Whether the page has the code, so that it is not withdrawn."""
    return not isinstance(code, Withdrawn)


def _unique(keys: Iterable[Item | None]) -> set[Item]:
    return {key for key, times in Counter(keys).items() if times == 1 and key is not None}


def _withdrawn_members(code_list: CodeList) -> list[Code]:
    return [code for code in code_list.withdrawn if code.in_enum]


def _is_same(old: Code, new: Code, withdrawn: dict[str, str], *, has_moved: bool) -> bool:
    """Whether the code that now has a member's value is the same code.

    `withdrawn` has the values of the names that the later edition withdraws. A spec says that a
    value means something else by withdrawing the old name and listing the value under a new one.
    """
    is_name_equal = old.documented_name is not None and old.documented_name == new.documented_name
    if is_documented(old):
        return is_name_equal or withdrawn.get(old.name) != str(old.value)
    if old.name in withdrawn:
        return False
    if has_moved:  # It brought its documented name along.
        return is_name_equal and old.name == new.name
    if is_name_equal or old.name == new.name:
        return True
    has_no_name = old.documented_name is None and bool(old.description)
    return has_no_name and old.description == new.description


def _identity(code: Code) -> tuple[int | str, str | None, str] | None:
    """What a code is recognised by in another list; None if it has no name and no description."""
    if code.documented_name:
        return code.value, code.documented_name, ""
    return (code.value, None, code.description) if code.description else None


def _alike(before: Sequence[CodeList], after: Sequence[CodeList]) -> dict[str, str]:
    """The names of lists that share more than half of their codes, if each has one best partner."""
    shares = {
        (old.name, new.name): share
        for old, new in product(before, after)
        if (share := _share(old, new)) > 0.5
    }
    return {
        old: new
        for (old, new), share in shares.items()
        if all(other < share for (j, m), other in shares.items() if (j == old) != (m == new))
    }


def _share(before: CodeList, after: CodeList) -> float:
    """The share of the longer list that is in both."""
    shared = set(map(_identity, before.codes)) & set(map(_identity, after.codes)) - {None}
    return len(shared) / max(len(before.codes), len(after.codes), 1)
