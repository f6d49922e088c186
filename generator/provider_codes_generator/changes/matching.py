"""Which entry of one edition is which entry of the other: codes, groups, lists.

Inside a list, entries match in this order:

1. by an equal value and an equal documented name;
2. by a documented name that each side has exactly once: it moved to another value. The same
   applies to a name that is now an alias of another value, and that no value kept;
3. by an equal value.

Members of enums whose Python name and value are equal did not move.

Values are compared as text, so that a list keeps its codes if its values turn from numbers into
text. An entry matches once. For example:

- `1:A 2:B 3:C` to `1:Z 2:A 3:B 4:C`: A, B and C moved. Z was added; it is not a new name of A,
  because A is at 2.
- `1:A 2:B 3:C` to `1:B 2:C`: B and C moved, and A was removed. Nothing is reported about value 3:
  the move of C says it.
- `1:A 2:B` to `1:Z 2:Y`: no name matches, so the values keep their codes.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from operator import attrgetter
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from ..model import Code, CodeList, Group, Withdrawn

AnyEntry = TypeVar("AnyEntry", bound=Code | Group)
Item = TypeVar("Item")
Key: TypeAlias = Callable[[Item], Hashable]

by_name = attrgetter("name")
by_documented_name = attrgetter("documented_name")


class Paired(NamedTuple, Generic[Item]):
    """The pairs of two editions, and the items of each that have no partner."""

    pairs: list[tuple[Item, Item]]
    before: list[Item]
    after: list[Item]

    def then(self, key: Key[Item]) -> "Paired[Item]":
        """Return these pairs, and those by another key of the items that have no partner yet."""
        pairs, before, after = pair_up(self.before, self.after, key)
        return Paired([*self.pairs, *pairs], before, after)


class Matching(NamedTuple, Generic[AnyEntry]):
    """Entries of two editions: `kept` have the same value in both, `moved` another one.

    A code whose name moved to an alias is paired with the code of the alias, which may be in `kept`
    or `added`, too. If the entries are members of an enum, either side of `kept` may be withdrawn.
    `reused` pairs a code that is withdrawn, before or now, with the code that has its value instead.
    """

    kept: list[tuple[AnyEntry, AnyEntry]]
    moved: list[tuple[AnyEntry, AnyEntry]]
    removed: list[AnyEntry]
    added: list[AnyEntry]
    reused: Sequence[tuple[AnyEntry, AnyEntry]] = ()


def grouped(items: Iterable[Item], key: Key[Item]) -> list[list[Item]]:
    """Return the items with equal keys together, in the order of their first items."""
    groups: defaultdict[Hashable, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return list(groups.values())


def pair_up(before: Iterable[Item], after: Iterable[Item], key: Key[Item]) -> Paired[Item]:
    """Return the items paired by equal keys, in order. An item with the key None is not paired."""
    left_after = dict(enumerate(after))
    waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, item in left_after.items():
        waiting[key(item)].append(place)
    waiting.pop(None, None)
    found: Paired[Item] = Paired([], [], [])
    for item in before:
        if places := waiting.get(key(item)):
            found.pairs.append((item, left_after.pop(places.pop(0))))
        else:
            found.before.append(item)
    found.after.extend(left_after.values())
    return found


def pair_unique(before: Sequence[Item], after: Sequence[Item], key: Key[Item]) -> Paired[Item]:
    """Return the items paired by equal keys that each side has exactly once."""
    return pair_up(before, after, _if_unique(before, after, key))


def _if_unique(before: Iterable[Item], after: Iterable[Item], key: Key[Item]) -> Key[Item]:
    """Return a key function that gives None unless each side has the key exactly once."""
    times_before, times_after = Counter(map(key, before)), Counter(map(key, after))
    unique = {found for found, times in times_before.items() if times == times_after[found] == 1}
    return lambda item: found if (found := key(item)) in unique else None


def match(
    before: Sequence[AnyEntry], after: Sequence[AnyEntry], stay: Collection[str] = ()
) -> Matching[AnyEntry]:
    """Return the matched entries of a list; those with a value in `stay` did not move."""
    same = pair_up(before, after, _value_and_name)
    unique_name = _if_unique(before, after, by_documented_name)
    moved, rest_before, rest_after = pair_up(
        same.before, same.after, lambda each: None if _value(each) in stay else unique_name(each)
    )
    joined = names_joined(before, after)
    became_aliases = [
        (old, new)
        for old in rest_before
        if (new := joined.get(old.documented_name)) and has_other_name(old, new)
        if _value(old) not in stay
    ]
    left = {_value(old) for old, _ in became_aliases}
    rest_before = [old for old in rest_before if _value(old) not in left]
    kept = Paired(same.pairs, rest_before, rest_after).then(_value)
    return Matching(kept.pairs, [*moved, *became_aliases], kept.before, kept.after)


def match_members(before: CodeList, after: CodeList) -> Matching[Code]:
    """Match the members of an enum: its codes, and the withdrawn codes that it keeps."""
    withdrawn = [code for code in before.withdrawn if code.in_enum]
    left: list[Code] = [code for code in after.withdrawn if code.in_enum]
    # A member that keeps its Python name did not move, even if another has its documented name now.
    stay = {
        _value(old)
        for old, new in pair_up(before.codes, after.members, member_key).pairs
        if has_other_name(old, new) or old.description == new.description
    }
    found = match(before.codes, after.codes, stay)
    returned, absent, _ = pair_up(withdrawn, after.codes, _value)
    moved_to = {_value(new) for _, new in found.moved}
    withdrawn_values = {code.name: _value(code) for code in after.withdrawn}
    kept: list[tuple[Code, Code]] = []
    reused: list[tuple[Code, Code]] = []
    for old, new in (*found.kept, *returned):
        is_same = _is_same(old, new, withdrawn_values, has_moved=_value(new) in moved_to)
        (kept if is_same else reused).append((old, new))
    gone = Paired(kept, [*found.removed, *absent], left).then(member_key).then(_value_and_name)
    joined = pair_up([new for _, new in returned], found.added, _value).after
    return Matching(gone.pairs, found.moved, gone.before, [*joined, *gone.after], reused)


def documented_names(entry: Code | Group) -> tuple[str | None, ...]:
    """Return the page's names for a value: its own, and those of its aliases."""
    aliases = entry.aliases if isinstance(entry, Code) else ()
    return entry.documented_name, *(alias.documented_name for alias in aliases)


def names_joined(
    before: Iterable[AnyEntry], after: Iterable[AnyEntry]
) -> dict[str | None, AnyEntry]:
    """Return the names that only other values than before have now, with their entries."""
    had = {(_value(each), name) for each in before for name in documented_names(each)}
    now = {(_value(each), name): each for each in after for name in documented_names(each) if name}
    kept = {name for _, name in had & now.keys()}
    return {name: each for (_, name), each in now.items() if name not in kept}


def match_lists(before: Sequence[CodeList], after: Sequence[CodeList]) -> Paired[CodeList]:
    """Match lists by Python name, then by title and document."""
    kept = pair_up(before, after, by_name)
    return kept.then(_if_unique(kept.before, kept.after, attrgetter("title", "document")))


def member_key(code: Code) -> tuple[str, str]:
    """Return what identifies a member in its enum."""
    return code.name, _value(code)


def _value(entry: Code | Group) -> str:
    return str(entry.value)


def _value_and_name(entry: Code | Group) -> tuple[str, str | None]:
    return _value(entry), entry.documented_name


def is_documented(code: Code) -> bool:
    """Whether the page has the code, so that it is not withdrawn."""
    return not isinstance(code, Withdrawn)


def has_other_name(old: Code | Group, new: Code | Group) -> bool:
    """Whether the page gives two entries different names."""
    names = {old.documented_name, new.documented_name}
    return len(names) == 2 and None not in names


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
    if is_name_equal or (old.name == new.name and not has_other_name(old, new)):
        return True
    has_no_name = old.documented_name is None and bool(old.description)
    return has_no_name and old.description == new.description


def identity(code: Code) -> tuple[int | str, str | None, str] | None:
    """Return what identifies a code safely in another list: its value, and its name or text."""
    if code.documented_name:
        return code.value, code.documented_name, ""
    return (code.value, None, code.description) if code.description else None
