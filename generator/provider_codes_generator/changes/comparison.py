"""Two editions of a registry to changes; every report of differences comes from here.

A code is withdrawn if the later edition says so, not because it is missing there. So a page is
compared as the spec that it would make. The order of rows, groups and lists makes no difference.
Neither do notes, proposals, bindings and dates.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from ..model import (
    GROUP,
    Alias,
    Code,
    CodeList,
    Document,
    Fact,
    FactValue,
    Group,
    ListFact,
    Meaning,
    Provider,
    Registry,
    facts_of,
)
from . import matching
from .kinds import EFFECTS, KINDS, Change, Content, Effect, Kind, ordered
from .matching import Matching, Paired, by_name, has_other_name, is_documented, member_key

# A code and its list
_Located = tuple[CodeList, Code]


def compare(before: Registry, after: Registry) -> list[Change]:
    """Return all changes from one edition to the other, the worst first."""
    pairs, removed, added = matching.pair_up(before, after, attrgetter("provider"))
    changes = [_Subject(old.provider).change("provider-removed", old, None) for old in removed]
    changes += [_Subject(new.provider).change("provider-added", None, new) for new in added]
    for old, new in pairs:
        changes += [*_provider(old, new), *_meanings(before, after, old, new)]
    return ordered(changes)


def compare_provider(before: Provider, after: Provider) -> list[Change]:
    """Return all changes of one provider, the worst first."""
    return ordered(_provider(before, after))


class _Subject(NamedTuple):
    """What a change is about: a provider, one of its lists, or an entry of either."""

    provider: str
    list: str | None = None
    name: str | None = None
    value: int | str | None = None
    fact: str | None = None

    def entry(self, name: str, value: int | str | None = None) -> "_Subject":
        """Return the subject of an entry of this provider or list."""
        return self._replace(name=name, value=value)

    def change(
        self, kind: Kind, before: Content, after: Content, effect: Effect | None = None
    ) -> Change:
        """Return a change of the subject. The default effect is the usual one of the kind."""
        usual = KINDS[kind].effects[0]
        return Change(
            **self._asdict(), kind=kind, before=before, after=after, effect=effect or usual
        )

    def differs(
        self, kind: Kind, before: Content, after: Content, effect: Effect | None = None
    ) -> Iterator[Change]:
        """Yield a change of the subject, if its two sides differ."""
        if before != after:
            yield self.change(kind, before, after, effect)


def _provider(before: Provider, after: Provider) -> Iterator[Change]:
    if before == after:  # Most pages are unchanged, and equality is found much faster.
        return
    subject = _Subject(after.provider)
    lists = matching.match_lists(before.lists, after.lists)
    yield from subject.differs("provider-description-changed", before.title, after.title)
    for old, new in matching.pair_up(before.documents, after.documents, by_name).pairs:
        if _address(old) != _address(new):
            yield subject.change("document-changed", old, new)
    yield from _constants(before, after, subject)
    yield from _families(before, after, lists, subject)
    yield from _lists(before, after, lists)


def _meanings(before: Registry, after: Registry, old: Provider, new: Provider) -> Iterator[Change]:
    """Yield the changed judgements of codes, if both editions have meanings of the provider."""
    judged_before, judged_after = before.judged(old.provider), after.judged(new.provider)
    if not judged_before or not judged_after:
        return
    not_stated = Meaning(name="")
    members = {(each.name, code.name) for each in old.lists for code in each.members}
    for code_list in new.lists:
        for code in code_list.members:
            key = code_list.name, code.name
            earlier = judged_before.get(key, not_stated).facets
            later = judged_after.get(key, not_stated).facets
            if key in members and earlier != later:
                entry = _Subject(new.provider, *key, code.value)
                yield entry.change("meaning-changed", str(earlier), str(later))


def _address(document: Document | None) -> tuple[str, str | None] | None:
    return (document.title, document.address) if document else None


def _constants(before: Provider, after: Provider, subject: _Subject) -> Iterator[Change]:
    pairs, removed, added = matching.pair_up(before.constants, after.constants, by_name)
    for old, new in pairs:
        entry = subject.entry(new.name)
        is_same_type = type(old.value) is type(new.value)
        effect: Effect = "constant-differs" if is_same_type else "type-breaks"
        yield from entry.differs("constant-changed", old.value, new.value, effect)
        yield from entry.differs("description-changed", old.description, new.description)
    for constant in removed:
        yield subject.entry(constant.name).change("constant-removed", constant, None)
    for constant in added:
        yield subject.entry(constant.name).change("constant-added", None, constant)


def _families(
    before: Provider, after: Provider, lists: Paired[CodeList], subject: _Subject
) -> Iterator[Change]:
    pairs, removed, added = matching.pair_up(before.families, after.families, by_name)
    renamed = {old.name: new.name for old, new in lists.pairs}
    for old, new in pairs:
        names = tuple(renamed.get(name, name) for name in old.lists)
        if names != new.lists:
            effect: Effect = "lookup-breaks" if set(names) - set(new.lists) else "lookup-differs"
            yield subject.entry(new.name).change("family-changed", old.lists, new.lists, effect)
    for family in removed:
        yield subject.entry(family.name).change("family-removed", family.lists, None)
    for family in added:
        yield subject.entry(family.name).change("family-added", None, family.lists)


class _Pair(NamedTuple):
    """A list in both editions, or the two lists of a code that moved.

    `names_before` has the names that the earlier edition of `after` had or reserved, with their
    codes. `names_after` has those of the later edition of `before`, where programs look for them.
    `group_names` has the later name of each earlier group, and None for no group. `facts` has the
    facts that codes of both lists can have, as each list declares them.
    """

    subject: _Subject
    before: CodeList
    after: CodeList
    names_before: Mapping[str, Code]
    names_after: Mapping[str, Code]
    group_names: Mapping[FactValue | None, str | None]
    facts: Sequence[tuple[Fact, Fact]]

    def entry(self, entry: Code | Group) -> _Subject:
        """Return the subject of a change of this code or group."""
        return self.subject.entry(entry.name, entry.value)

    def means_another(self, name: str, value: int | str) -> bool:
        """Whether the name had another value in the earlier edition."""
        return _differs(self.names_before, name, value)

    def reused_by(self, code: Code) -> Code | None:
        """Return the code that had one of a new code's names, if it was another one."""
        for old in filter(None, map(self.names_before.get, _names_of(code))):
            is_other = str(old.value) != str(code.value)
            if is_other or not is_documented(old) and has_other_name(old, code):
                return old
        return None

    def effect_of_new(self, name: str, value: int | str, usual: Effect) -> Effect:
        """Return the effect of a name that joins the enum."""
        return "meaning-changes" if self.means_another(name, value) else usual

    def effect_of_old(self, name: str, value: int | str) -> Effect:
        """Return the effect of a name that a member no longer has: another member may have it."""
        if name not in self.names_after:
            return "import-breaks"
        is_other = _differs(self.names_after, name, value)
        return "meaning-changes" if is_other else "name-deprecated"


def _names(codes: Iterable[Code]) -> dict[str, Code]:
    return {name: code for code in codes for name in _names_of(code)}


def _names_of(code: Code) -> tuple[str, ...]:
    return code.name, *(alias.name for alias in code.aliases), *code.former_names


def _differs(names: Mapping[str, Code | Group], name: str, value: int | str) -> bool:
    """Whether an edition has the name for another value."""
    return name in names and str(names[name].value) != str(value)


def _documents(names: Mapping[str, Code], name: str, value: int | str) -> bool:
    """Whether an edition has the name for the value, as the page does."""
    code = None if _differs(names, name, value) else names.get(name)
    return code is not None and is_documented(code) and name not in code.former_names


def _lists(before: Provider, after: Provider, lists: Paired[CodeList]) -> Iterator[Change]:
    """Yield the changes in each list, the codes that moved between lists, and whole lists."""
    names_before = {new.name: _names((*old.withdrawn, *old.members)) for old, new in lists.pairs}
    names_after = {old.name: _names(new.members) for old, new in lists.pairs}

    def pair_of(old: CodeList, new: CodeList, groups: Iterable[tuple[Group, Group]]) -> _Pair:
        names = names_before.get(new.name, {}), names_after.get(old.name, {})
        group_names: dict[FactValue | None, str | None] = {None: None}
        group_names.update((group.name, later.name) for group, later in groups)
        facts = matching.pair_up(facts_of(old), facts_of(new), by_name).pairs
        return _Pair(_Subject(after.provider, new.name), old, new, *names, group_names, facts)

    matched = [(old, new, matching.match_members(old, new)) for old, new in lists.pairs]
    moved = _moved_codes(matched, lists)
    for old, new, members in matched:
        groups = matching.match(old.groups, new.groups)
        pair = pair_of(old, new, (*groups.kept, *groups.moved))
        yield from _list(pair, before, after)
        yield from _groups(pair, groups)
        yield from _codes(pair, _without(pair, members, moved))
    for (old, code), (new, later) in moved:
        same = matching.pair_up(old.groups, new.groups, matching.by_documented_name).pairs
        pair = pair_of(old, new, (*zip(old.groups, old.groups, strict=True), *same))
        yield from _moved_to_list(pair, code, later)
    for old in lists.before:
        yield _Subject(after.provider, old.name).change("list-removed", old, None)
    for new in lists.after:
        yield _Subject(after.provider, new.name).change("list-added", None, new)


def _moved_codes(
    matched: Iterable[tuple[CodeList, CodeList, Matching[Code]]], lists: Paired[CodeList]
) -> list[tuple[_Located, _Located]]:
    left: list[_Located] = []
    joined: list[_Located] = []
    for old, new, members in matched:
        withdrawn = [code for code, now in members.kept if not is_documented(now)]
        left += [(old, code) for code in (*members.removed, *withdrawn) if is_documented(code)]
        joined += [(new, code) for code in members.added if is_documented(code)]
    left += [(old, code) for old in lists.before for code in old.codes]
    joined += [(new, code) for new in lists.after for code in new.codes]
    return matching.pair_unique(left, joined, lambda located: matching.identity(located[1])).pairs


def _without(
    pair: _Pair, members: Matching[Code], moved: Iterable[tuple[_Located, _Located]]
) -> Matching[Code]:
    """Return the members without the codes that moved between lists, which are reported there."""
    left = {code.value for (code_list, code), _ in moved if code_list is pair.before}
    joined = {code.value for _, (code_list, code) in moved if code_list is pair.after}
    return members._replace(
        kept=[each for each in members.kept if each[0].value not in left],
        removed=[code for code in members.removed if code.value not in left],
        added=[code for code in members.added if code.value not in joined],
    )


def _list(pair: _Pair, before: Provider, after: Provider) -> Iterator[Change]:
    old, new = pair.before, pair.after
    yield from pair.subject.differs("list-renamed", old.name, new.name)
    yield from pair.subject.differs("list-description-changed", old.title, new.title)
    yield from pair.subject.differs("list-description-changed", old.field, new.field)
    page, new_page = before.document(old.document), after.document(new.document)
    # A page with the same name is compared once for all its lists.
    is_reported = old.document == new.document and page and new_page
    if not is_reported and _address(page) != _address(new_page):
        yield pair.subject.change("document-changed", page, new_page)
    yield from _types(pair)
    yield from _own_facts(pair)


def _types(pair: _Pair) -> Iterator[Change]:
    before, after = pair.before, pair.after
    for earlier, fact in pair.facts:
        # The name of a group enum follows its list, and a renamed list is a change of its own.
        has_other_promise = earlier.is_promised(before) != fact.is_promised(after)
        if has_other_promise or earlier.values != fact.values:
            entry = pair.subject.entry(fact.attribute)
            yield entry.change("type-changed", earlier.type_in(before), fact.type_in(after))
    values = pair.subject.entry("value")
    yield from values.differs("type-changed", before.values, after.values)
    if before.groups and after.groups:
        ids = pair.subject.entry("group.value")
        yield from ids.differs("type-changed", before.group_values, after.group_values)


def _own_facts(pair: _Pair) -> Iterator[Change]:
    shared, removed, added = matching.pair_up(pair.before.facts, pair.after.facts, by_name)
    for old, new in shared:
        subject = pair.subject._replace(fact=new.name)
        yield from subject.differs("fact-title-changed", old.title, new.title)
    for fact in removed:
        yield pair.subject._replace(fact=fact.name).change("fact-removed", fact, None)
    for fact in added:
        yield pair.subject._replace(fact=fact.name).change("fact-added", None, fact)


def _groups(pair: _Pair, groups: Matching[Group]) -> Iterator[Change]:
    names_before = {group.name: group for group in pair.before.groups}
    names_after = {group.name: group for group in pair.after.groups}
    for old, new in groups.moved:
        yield pair.entry(old).change("group-moved", old.value, new.value)
    for old, new in (*groups.kept, *groups.moved):
        entry = pair.entry(old)
        is_reused = _differs(names_after, old.name, old.value)
        is_reused = is_reused or _differs(names_before, new.name, new.value)
        effect: Effect = "meaning-changes" if is_reused else "import-breaks"
        yield from entry.differs("group-renamed", old.name, new.name, effect)
        yield from entry.differs("group-name-changed", old.documented_name, new.documented_name)
        yield from entry.differs("group-description-changed", old.description, new.description)
    for group in groups.removed:
        yield pair.entry(group).change("group-removed", group, None)
    for group in groups.added:
        is_reused = _differs(names_before, group.name, group.value)
        effect = "meaning-changes" if is_reused else "match-not-exhaustive"
        yield pair.entry(group).change("group-added", None, group, effect)


def _codes(pair: _Pair, members: Matching[Code]) -> Iterator[Change]:
    """Yield the changes of the codes, as one if the page no longer has the list."""
    changes = list(_members(pair, members))
    effects = {change.effect for change in changes if change.kind == "code-removed"}
    if pair.before.codes and not pair.after.codes and effects <= {"stays-withdrawn"}:
        yield pair.subject.change("list-withdrawn", pair.before, None)
        changes = [change for change in changes if change.kind != "code-removed"]
    is_removed = any(change.kind == "alias-removed" for change in changes)
    yield from _moves_of_aliases(pair, changes) if is_removed else changes


def _moves_of_aliases(pair: _Pair, changes: Iterable[Change]) -> Iterator[Change]:
    """Yield the changes, with removed aliases as moved if other values have their names now."""
    joined = matching.names_joined(pair.before.codes, pair.after.codes)
    names_now = {str(code.value): code.name for code in pair.after.members}
    for change in changes:
        alias = change.before
        if change.kind == "alias-removed" and isinstance(alias, Alias):
            code = joined.get(alias.documented_name)
            if code and change.effect != "name-deprecated":
                subject = pair.subject.entry(alias.name, change.value)
                move = subject.change("name-moved", change.value, code.value)
                now = names_now.get(str(change.value))
                change = replace(move, name_of_before=now, name_of_after=code.name)
        yield change


def _members(pair: _Pair, members: Matching[Code]) -> Iterator[Change]:
    """Yield the changes of members: those kept, moved, reused, removed and added, in this order."""
    for old, new in members.kept:
        yield from _kept(pair, old, new)
    names_now = {str(code.value): code.name for code in pair.after.members}
    for old, new in members.moved:
        yield from _moved(pair, old, new, names_now.get(str(old.value)))
    # A code that moved to the value of another may have taken its Python name, too.
    succeeded, removed, _ = matching.pair_up(members.removed, pair.after.members, member_key)
    preceded, _, added = matching.pair_up(pair.before.members, members.added, member_key)
    others = (*members.reused, *succeeded, *preceded)
    for old, new in others:
        yield pair.entry(old).change("value-reused", old, new)
    for code in removed:
        kind = "code-removed" if is_documented(code) else "withdrawn-dropped"
        yield pair.entry(code).change(kind, code, None, "import-breaks")
    for code in added:
        if reused := pair.reused_by(code):
            yield pair.entry(reused).change("value-reused", reused, code)
        # What was an alias of a code that moved is not new.
        elif not _documents(pair.names_before, code.name, code.value):
            yield pair.entry(code).change("code-added", None, code)
    yield from _facts_at_values(pair, {str(old.value) for old, _ in (*members.kept, *others)})
    yield from _no_longer_reserved(pair)


def _no_longer_reserved(pair: _Pair) -> Iterator[Change]:
    """Yield the names that had left the enum before, and are free now."""
    still = {*_names(pair.after.withdrawn), *pair.names_after}
    for code in pair.before.withdrawn:
        if not code.in_enum and code.name not in still:
            yield pair.entry(code).change("withdrawn-dropped", code, None, "name-unreserved")


def _facts_at_values(pair: _Pair, reported: Collection[str]) -> Iterator[Change]:
    """Yield what changed at values that have another code now, by its name, unless `reported`."""
    now = {str(code.value): code for code in pair.after.codes}
    for old in pair.before.codes:
        new = now.get(str(old.value))
        if new is not None and str(old.value) not in reported:
            named = replace(old, name=new.name, documented_name=new.documented_name)
            yield from _facts(pair, named, new)
            for alias, other in matching.pair_up(old.aliases, new.aliases, by_name).pairs:
                yield from _alias_facts(pair, old.value, alias, other)


def _kept(pair: _Pair, old: Code, new: Code) -> Iterator[Change]:
    if is_documented(old) and not is_documented(new):
        yield pair.entry(old).change("code-removed", old, None, "stays-withdrawn")
    elif is_documented(new) and not is_documented(old):
        yield pair.entry(new).change("code-added", None, new, "documented-again")
    yield from _facts(pair, old, new)
    yield from _renamed(pair, new.value, old.name, new.name)
    yield from _second_names(pair, old, new, stays=True)


def _moved(pair: _Pair, old: Code, new: Code, name_of_before: str | None) -> Iterator[Change]:
    """Yield the move of a documented name to another value, and of the code's own Python names."""
    move = pair.entry(old).change("name-moved", old.value, new.value)
    yield replace(move, name_of_before=name_of_before, name_of_after=new.name)
    if has_other_name(old, new):  # Its name is an alias of the code, which is reported elsewhere.
        new = replace(new, aliases=(), former_names=())
    for name in (new.name, *new.former_names):
        if name not in _names_of(old) and pair.means_another(name, new.value):
            yield pair.entry(old).change("member-renamed", old.name, name, "meaning-changes")
    yield from _second_names(pair, old, new, stays=False)


def _moved_to_list(pair: _Pair, old: Code, new: Code) -> Iterator[Change]:
    effects = {pair.effect_of_old(name, old.value) for name in _names_of(old)}
    effects |= {pair.effect_of_new(name, new.value, "list-differs") for name in _names_of(new)}
    worst = min(effects, key=tuple(EFFECTS).index)
    yield pair.entry(old).change("list-changed", pair.before.name, pair.after.name, worst)
    yield from _facts(pair, old, new)
    # The effect has covered the former names.
    yield from _second_names(pair, replace(old, former_names=()), new, stays=False)


def _facts(pair: _Pair, old: Code, new: Code) -> Iterator[Change]:
    """Yield what changed in what the page says about a code besides its value."""
    entry = pair.entry(old)
    for earlier, fact in pair.facts:
        before, after = earlier.of(old), fact.of(new)
        now = pair.group_names.get(before, "") if fact is GROUP else before
        # In Python, True equals 1.
        if now != after or type(now) is not type(after):
            own = fact.name if isinstance(fact, ListFact) else None
            yield entry._replace(fact=own).change(fact.kind, before, after)
    yield from entry.differs("links-changed", old.links, new.links)
    if old.erratum and not new.erratum and is_documented(new):
        yield entry.change("erratum-resolved", old.erratum, None)


def _second_names(pair: _Pair, old: Code, new: Code, *, stays: bool) -> Iterator[Change]:
    """Yield what changed in aliases and former names. In a move, new names are part of it."""
    if not stays:
        old = _without_aliases(old, pair.names_after)
        new = _without_aliases(new, pair.names_before)
    pairs, removed, added = matching.pair_up(old.aliases, new.aliases, by_name)
    renamed, removed, added = matching.pair_unique(removed, added, matching.by_documented_name)
    for alias, other in (*pairs, *renamed):
        if str(old.value) == str(new.value):  # Facts belong to the value.
            yield from _alias_facts(pair, old.value, alias, other)
        if stays or pair.means_another(other.name, new.value):
            yield from _renamed(pair, new.value, alias.name, other.name)
    dropped = (name for name in old.former_names if name not in new.former_names)
    effects = {name: pair.effect_of_old(name, old.value) for name in dropped}
    removed += [Alias(name=name) for name in effects if effects[name] != "name-deprecated"]
    if stays:
        added += [Alias(name=name) for name in new.former_names if name not in _names_of(old)]
    for alias in removed:
        effect = pair.effect_of_old(alias.name, old.value)
        yield pair.subject.entry(alias.name, old.value).change("alias-removed", alias, None, effect)
    for alias in added:
        effect = pair.effect_of_new(alias.name, new.value, "more-to-import")
        yield pair.subject.entry(alias.name, new.value).change("alias-added", None, alias, effect)


def _without_aliases(code: Code, names: Mapping[str, Code]) -> Code:
    """Return the code without the aliases that an edition documents for its value."""
    kept = (each for each in code.aliases if not _documents(names, each.name, code.value))
    return replace(code, aliases=tuple(kept))


def _alias_facts(pair: _Pair, value: int | str, old: Alias, new: Alias) -> Iterator[Change]:
    entry = pair.subject.entry(old.name, value)
    yield from entry.differs("name-changed", old.documented_name, new.documented_name)
    yield from entry.differs("description-changed", old.description, new.description)


def _renamed(pair: _Pair, value: int | str, old: str, new: str) -> Iterator[Change]:
    effect = pair.effect_of_new(new, value, pair.effect_of_old(old, value))
    yield from pair.subject.entry(old, value).differs("member-renamed", old, new, effect)
