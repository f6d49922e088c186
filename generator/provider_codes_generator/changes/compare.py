"""Two editions of a registry to changes: the one code behind all that speaks of differences.

Both editions are taken at their word. A code is withdrawn where the later edition says so,
and not because it is missing there; whoever compares a spec with a page has to ask what
the spec would become first. The order of rows, groups and lists means nothing, nor do
notes, proposals, bindings, and dates.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from ..model import (
    DESCRIPTION,
    GROUP,
    Alias,
    Code,
    CodeList,
    Constant,
    Document,
    Facets,
    Fact,
    Family,
    Group,
    ListFact,
    Provider,
    Registry,
    facts_of,
)
from .kinds import Change, Content, Effect, Extent, Kind, extent, ordered, usual_effect
from .match import (
    Lists,
    Located,
    Matching,
    Members,
    group_documented_name,
    is_documented,
    match_between,
    match_groups,
    match_lists,
    match_members,
    pair_unique,
    pair_up,
    wire,
)


def compare(before: Registry, after: Registry) -> list[Change]:
    """All changes from one edition to the other, the worst first."""
    pairs, removed, added = _by_name(before, after, lambda provider: provider.provider)
    changes = [change for old, new in pairs for change in _provider(old, new)]
    changes += [
        Change(
            provider=provider.provider,
            kind="provider-removed",
            before=_whole_provider(provider),
            effect="import-breaks",
        )
        for provider in removed
    ]
    changes += [
        Change(
            provider=provider.provider,
            kind="provider-added",
            after=_whole_provider(provider),
            effect="more-to-import",
        )
        for provider in added
    ]
    changes += [change for old, new in pairs for change in _meanings(before, after, old, new)]
    return ordered(changes)


def compare_provider(before: Provider, after: Provider) -> list[Change]:
    """All changes of one provider, the worst first."""
    return ordered(_provider(before, after))


Named = TypeVar("Named")


def _by_name(
    before: Iterable[Named], after: Iterable[Named], name: Callable[[Named], str]
) -> tuple[list[tuple[Named, Named]], list[Named], list[Named]]:
    return pair_up(before, after, name, name)


@dataclass(frozen=True)
class _Subject:
    """What changes are told of: a provider, or one of its lists."""

    provider: str
    list: str | None = None

    def change(
        self,
        kind: Kind,
        before: Content,
        after: Content,
        *,
        effect: Effect | None = None,
        value: int | str | None = None,
        name: str | None = None,
        extent: Extent | None = None,
        fact: str | None = None,
    ) -> Change:
        """A change of it; without an effect it has the usual one of its kind."""
        return Change(
            provider=self.provider,
            list=self.list,
            kind=kind,
            value=value,
            name=name,
            before=before,
            after=after,
            effect=effect or usual_effect(kind),
            extent=extent,
            fact=fact,
        )


def _provider(before: Provider, after: Provider) -> Iterator[Change]:
    subject = _Subject(after.provider)
    lists = match_lists(before.lists, after.lists)
    if before.title != after.title:
        yield subject.change("provider-description-changed", before.title, after.title)
    yield from _documents(before, after, subject)
    yield from _constants(before, after, subject)
    yield from _families(before, after, lists, subject)
    yield from _lists(before, after, lists)


def _meanings(before: Registry, after: Registry, old: Provider, new: Provider) -> Iterator[Change]:
    """What is judged otherwise of codes that have the same name in both editions.

    A provider that is judged for the first time, or no longer, is no such change.
    """
    then, now = before.meanings_of(old.provider), after.meanings_of(new.provider)
    if then is None or now is None:
        return
    known, judged = then.by_code(), now.by_code()
    members = {(each.name, code.name) for each in old.lists for code in each.members}
    for code_list in new.lists:
        subject = _Subject(new.provider, code_list.name)
        for code in code_list.members:
            at = code_list.name, code.name
            one, other = (
                found[at].facets if at in found else Facets() for found in (known, judged)
            )
            if at in members and one != other:
                yield subject.change(
                    "meaning-changed", str(one), str(other), value=code.value, name=code.name
                )


def _documents(before: Provider, after: Provider, subject: _Subject) -> Iterator[Change]:
    pairs, _, _ = _by_name(before.documents, after.documents, lambda document: document.name)
    for old, new in pairs:
        if _address(old) != _address(new):
            yield subject.change("document-changed", old, new)


def _address(document: Document | None) -> tuple[str, str | None] | None:
    return (document.title, document.address) if document else None


def _constants(before: Provider, after: Provider, subject: _Subject) -> Iterator[Change]:
    pairs, removed, added = _by_name(
        before.constants, after.constants, lambda constant: constant.name
    )
    for old, new in pairs:
        yield from _constant(old, new, subject)
    for constant in removed:
        yield subject.change("constant-removed", constant, None, name=constant.name)
    for constant in added:
        yield subject.change("constant-added", None, constant, name=constant.name)


def _constant(old: Constant, new: Constant, subject: _Subject) -> Iterator[Change]:
    if old.value != new.value:
        is_same_type = type(old.value) is type(new.value)
        effect: Effect = "constant-differs" if is_same_type else "type-breaks"
        yield subject.change("constant-changed", old.value, new.value, name=new.name, effect=effect)
    yield from _description(old, new, subject, name=new.name)


def _families(
    before: Provider, after: Provider, lists: Lists, subject: _Subject
) -> Iterator[Change]:
    pairs, removed, added = _by_name(before.families, after.families, lambda family: family.name)
    renamed = {old.name: new.name for old, new in lists.kept}
    for old, new in pairs:
        yield from _family(old, new, renamed, subject)
    for family in removed:
        yield subject.change("family-removed", family.lists, None, name=family.name)
    for family in added:
        yield subject.change("family-added", None, family.lists, name=family.name)


def _family(
    old: Family, new: Family, renamed: dict[str, str], subject: _Subject
) -> Iterator[Change]:
    names = tuple(renamed.get(name, name) for name in old.lists)
    if names != new.lists:
        leaves = set(names) - set(new.lists)
        effect: Effect = "lookup-breaks" if leaves else "lookup-differs"
        yield subject.change("family-changed", old.lists, new.lists, name=new.name, effect=effect)


@dataclass(frozen=True)
class _Pair:
    """A list in both editions, and what its enum calls by which names.

    Where a code went to another list, `before` is the one and `after` is the other. Then
    its old names are looked for in what the one has become, `later`, and its new names in
    what the other was, `earlier`; None where there is none.
    """

    provider: str
    before: CodeList
    after: CodeList
    earlier: CodeList | None
    later: CodeList | None

    @cached_property
    def subject(self) -> _Subject:
        """The list that its changes are told of."""
        return _Subject(self.provider, self.after.name)

    @cached_property
    def was(self) -> dict[str, str]:
        """The value of every name that the earlier enum has."""
        return _names(self.earlier.members) if self.earlier else {}

    @cached_property
    def reserved(self) -> dict[str, str]:
        """As `was`, and the names besides that must not return with another meaning."""
        return (_names(self.earlier.withdrawn) if self.earlier else {}) | self.was

    @cached_property
    def now(self) -> dict[str, str]:
        """The value of every name that the later enum has."""
        return _names(self.later.members) if self.later else {}

    @cached_property
    def groups(self) -> Matching[Group]:
        """The groups of both editions."""
        return match_groups(self.before, self.after)

    def means_another(self, name: str, value: int | str) -> bool:
        """Whether the name of a value stood for another value in the earlier edition."""
        return self.reserved.get(name, wire(value)) != wire(value)

    def effect_of_new(self, name: str, value: int | str, usual: Effect) -> Effect:
        """The effect of a name that joins the enum: the worst where it was another's."""
        return "meaning-changes" if self.means_another(name, value) else usual

    def effect_of_old(self, name: str, value: int | str) -> Effect:
        """The effect of a name that a member no longer has: it may be another's."""
        stands_for = self.now.get(name)
        if stands_for is None:
            return "import-breaks"
        return "name-deprecated" if stands_for == wire(value) else "meaning-changes"


def _names(codes: Sequence[Code]) -> dict[str, str]:
    return {name: wire(code.value) for code in codes for name in _names_of(code)}


def _names_of(code: Code) -> tuple[str, ...]:
    return code.name, *(alias.name for alias in code.aliases), *code.former_names


def _lists(before: Provider, after: Provider, lists: Lists) -> Iterator[Change]:
    compared = [
        (_Pair(after.provider, old, new, earlier=old, later=new), match_members(old, new))
        for old, new in lists.kept
    ]
    crossed = match_between(
        [*_leaving(compared), *_located(lists.removed)],
        [*_joining(compared), *_located(lists.added)],
    )
    # Those are told as changes of list, and not as gone and come besides.
    told = {(id(code_list), id(code)) for pair in crossed for code_list, code in pair}
    for pair, members in compared:
        yield from _list(pair, _page_of(before, pair.before), _page_of(after, pair.after))
        yield from _members(pair, members, told)
    later = {id(old): new for old, new in lists.kept}
    earlier = {id(new): old for old, new in lists.kept}
    for (old_list, old), (new_list, new) in crossed:
        pair = _Pair(
            after.provider,
            old_list,
            new_list,
            earlier=earlier.get(id(new_list)),
            later=later.get(id(old_list)),
        )
        yield from _crossing(pair, old, new)
    for code_list in lists.removed:
        subject = _Subject(after.provider, code_list.name)
        yield subject.change("list-removed", _whole_list(code_list), None)
    for code_list in lists.added:
        subject = _Subject(after.provider, code_list.name)
        yield subject.change("list-added", None, _whole_list(code_list))


def _page_of(provider: Provider, code_list: CodeList) -> Document | None:
    return provider.document(code_list.document)


def _located(lists: Iterable[CodeList]) -> Iterator[Located]:
    for code_list in lists:
        for code in code_list.codes:
            yield code_list, code


def _leaving(compared: Iterable[tuple[_Pair, Members]]) -> Iterator[Located]:
    """Codes that their list no longer documents."""
    for pair, members in compared:
        for code in members.removed:
            if is_documented(code):
                yield pair.before, code
        for old, new in members.kept:
            if is_documented(old) and not is_documented(new):
                yield pair.before, old


def _joining(compared: Iterable[tuple[_Pair, Members]]) -> Iterator[Located]:
    for pair, members in compared:
        for code in members.added:
            if is_documented(code):
                yield pair.after, code


def _list(pair: _Pair, page: Document | None, new_page: Document | None) -> Iterator[Change]:
    """What changed of the list itself."""
    before, after = pair.before, pair.after
    if before.name != after.name:
        yield pair.subject.change("list-renamed", before.name, after.name)
    if before.title != after.title:
        yield pair.subject.change("list-description-changed", before.title, after.title)
    # A page that is called the same is compared by itself, once for all its lists.
    is_told = before.document == after.document and page and new_page
    if not is_told and _address(page) != _address(new_page):
        yield pair.subject.change("document-changed", page, new_page)
    yield from _types(pair)
    yield from _own_facts(pair)
    yield from _groups(pair)


def _types(pair: _Pair) -> Iterator[Change]:
    """The types of the attributes, as type checkers see them."""
    before, after = pair.before, pair.after
    for earlier, fact in _shared_facts(before, after):
        old, new = earlier.type_in(before), fact.type_in(after)
        # A group enum is called after its list, and a renamed list is a change of its own.
        is_promise = earlier.is_promised(before) != fact.is_promised(after)
        if is_promise or earlier.values != fact.values:
            yield pair.subject.change("type-changed", old, new, name=fact.attribute)
    if before.values != after.values:
        yield pair.subject.change("type-changed", before.values, after.values, name="value")
    if before.group_values != after.group_values and before.groups and after.groups:
        old, new = before.group_values, after.group_values
        yield pair.subject.change("type-changed", old, new, name="group.value")


def _shared_facts(before: CodeList, after: CodeList) -> Iterator[tuple[Fact, Fact]]:
    """The facts that codes of both lists can have, as each list declares them."""
    later = {fact.name: fact for fact in facts_of(after)}
    return ((fact, later[fact.name]) for fact in facts_of(before) if fact.name in later)


def _own_facts(pair: _Pair) -> Iterator[Change]:
    """The facts that the list declares for columns of its own."""
    subject = pair.subject
    shared, removed, added = _by_name(pair.before.facts, pair.after.facts, lambda fact: fact.name)
    for old, new in shared:
        if old.title != new.title:
            yield subject.change("fact-title-changed", old.title, new.title, fact=new.name)
    for fact in removed:
        yield subject.change("fact-removed", fact, None, fact=fact.name)
    for fact in added:
        yield subject.change("fact-added", None, fact, fact=fact.name)


def _groups(pair: _Pair) -> Iterator[Change]:
    subject = pair.subject
    for old, new in pair.groups.moved:
        yield subject.change("group-moved", old.value, new.value, value=old.value, name=old.name)
    for old, new in (*pair.groups.kept, *pair.groups.moved):
        yield from _group(pair, old, new)
    for group in pair.groups.removed:
        whole = _whole_group(group)
        yield subject.change("group-removed", whole, None, value=group.value, name=group.name)
    for group in pair.groups.added:
        effect = _effect_of_group(pair.before.groups, group, "match-not-exhaustive")
        value, name = group.value, group.name
        whole = _whole_group(group)
        yield subject.change("group-added", None, whole, value=value, name=name, effect=effect)


def _effect_of_group(others: Iterable[Group], group: Group, usual: Effect) -> Effect:
    """The effect of a name that a group has on one side, and another group on the other."""
    ids = {other.name: wire(other.value) for other in others}
    return (
        usual if ids.get(group.name, wire(group.value)) == wire(group.value) else "meaning-changes"
    )


def _group(pair: _Pair, old: Group, new: Group) -> Iterator[Change]:
    subject, value, name = pair.subject, old.value, old.name
    if name != new.name:
        effect = _effect_of_group(pair.after.groups, old, "import-breaks")
        effect = _effect_of_group(pair.before.groups, new, effect)
        yield subject.change("group-renamed", name, new.name, value=value, name=name, effect=effect)
    before, after = group_documented_name(old), group_documented_name(new)
    if before != after:
        yield subject.change("group-name-changed", before, after, value=value, name=name)
    if old.description != new.description:
        yield subject.change(
            "group-description-changed",
            old.description,
            new.description,
            value=value,
            name=name,
            extent=extent(old.description, new.description),
        )


def _members(pair: _Pair, members: Members, told: set[tuple[int, int]]) -> Iterator[Change]:
    subject = pair.subject
    for old, new in members.kept:
        if (id(pair.before), id(old)) not in told:
            yield from _kept(pair, old, new)
    for old, new in members.moved:
        yield subject.change("name-moved", old.value, new.value, value=old.value, name=old.name)
        yield from _returning(pair, old, new)
        yield from _facts(pair, old, new, _groups_by_name(pair))
        yield from _aliases(pair, old, new, stays=False)
    for old, new in members.reused:
        before, after = _whole(pair.before, old), _whole(pair.after, new)
        yield subject.change("value-reused", before, after, value=old.value, name=old.name)
    for code in members.removed:
        if (id(pair.before), id(code)) not in told:
            yield _removed(pair, code)
    for code in members.added:
        if (id(pair.after), id(code)) not in told:
            yield _added(pair, code)
    yield from _unreserved(pair)


def _returning(pair: _Pair, old: Code, new: Code) -> Iterator[Change]:
    """Names of another code that a moved one has now; the move says only that its own names go."""
    for name in (new.name, *new.former_names):
        if name not in _names_of(old) and pair.means_another(name, new.value):
            yield pair.subject.change(
                "member-renamed",
                old.name,
                name,
                value=old.value,
                name=old.name,
                effect="meaning-changes",
            )


def _removed(pair: _Pair, code: Code) -> Change:
    kind: Kind = "code-removed" if is_documented(code) else "withdrawn-dropped"
    whole, value, name = _whole(pair.before, code), code.value, code.name
    return pair.subject.change(kind, whole, None, value=value, name=name, effect="import-breaks")


def _added(pair: _Pair, code: Code) -> Change:
    effect: Effect = "match-not-exhaustive"
    for name in _names_of(code):
        effect = pair.effect_of_new(name, code.value, effect)
    whole = _whole(pair.after, code)
    return pair.subject.change(
        "code-added", None, whole, value=code.value, name=code.name, effect=effect
    )


def _unreserved(pair: _Pair) -> Iterator[Change]:
    """Names that had left the enum already, and are no longer kept from returning."""
    still = _names(pair.after.withdrawn) | pair.now
    for code in pair.before.withdrawn:
        if not code.in_enum and code.name not in still:
            yield pair.subject.change(
                "withdrawn-dropped",
                _whole(pair.before, code),
                None,
                value=code.value,
                name=code.name,
                effect="name-unreserved",
            )


def _kept(pair: _Pair, old: Code, new: Code) -> Iterator[Change]:
    """A member that has its value in both editions."""
    if is_documented(old) and not is_documented(new):
        whole = _whole(pair.before, old)
        yield pair.subject.change(
            "code-removed", whole, None, value=old.value, name=old.name, effect="stays-withdrawn"
        )
    elif is_documented(new) and not is_documented(old):
        whole = _whole(pair.after, new)
        yield pair.subject.change(
            "code-added", None, whole, value=new.value, name=new.name, effect="documented-again"
        )
    yield from _facts(pair, old, new, _groups_by_name(pair))
    if old.name != new.name:
        yield _renamed(pair, new.value, old.name, new.name)
    yield from _aliases(pair, old, new, stays=True)
    yield from _former_names(pair, old, new)


def _renamed(pair: _Pair, value: int | str, old: str, new: str) -> Change:
    effect = pair.effect_of_new(new, value, pair.effect_of_old(old, value))
    return pair.subject.change("member-renamed", old, new, value=value, name=old, effect=effect)


def _groups_by_name(pair: _Pair) -> dict[str, str]:
    """What the later edition calls each group of the earlier one."""
    return {old.name: new.name for old, new in (*pair.groups.kept, *pair.groups.moved)}


def _facts(pair: _Pair, old: Code, new: Code, groups: dict[str, str]) -> Iterator[Change]:
    """What the page says about a code besides its value."""
    subject, value, name = pair.subject, old.value, old.name
    for earlier, fact in _shared_facts(pair.before, pair.after):
        before, after = earlier.of(pair.before, old), fact.of(pair.after, new)
        if fact is GROUP and before is not None and after is not None:
            differs = groups.get(str(before)) != after
        else:
            differs = before != after
        if differs:
            is_text = fact is DESCRIPTION
            how = extent(old.description, new.description) if is_text else None
            own = fact.name if isinstance(fact, ListFact) else None
            yield subject.change(
                fact.kind, before, after, value=value, name=name, extent=how, fact=own
            )
    if old.links != new.links:
        yield subject.change("links-changed", old.links, new.links, value=value, name=name)
    if old.erratum and not new.erratum and is_documented(new):
        yield subject.change("erratum-resolved", old.erratum, None, value=value, name=name)


def _description(
    old: Alias | Constant,
    new: Alias | Constant,
    subject: _Subject,
    *,
    value: int | str | None = None,
    name: str,
) -> Iterator[Change]:
    if old.description != new.description:
        yield subject.change(
            "description-changed",
            old.description,
            new.description,
            value=value,
            name=name,
            extent=extent(old.description, new.description),
        )


def _aliases(pair: _Pair, old: Code, new: Code, *, stays: bool) -> Iterator[Change]:
    """The second names that the page gives."""
    pairs, gone, fresh = _by_name(old.aliases, new.aliases, lambda alias: alias.name)
    renamed, gone, fresh = pair_unique(
        gone, fresh, pair.before.documented_alias, pair.after.documented_alias
    )
    for alias, other in (*pairs, *renamed):
        yield from _alias(pair, old, alias, other)
    # A code that went elsewhere has taken leave of its Python names already.
    for alias, other in renamed:
        if stays or pair.means_another(other.name, new.value):
            yield _renamed(pair, new.value, alias.name, other.name)
    for alias in gone:
        yield _alias_removed(pair, old.value, _whole_alias(pair.before, alias))
    for alias in fresh:
        yield _alias_added(pair, new.value, _whole_alias(pair.after, alias))


def _alias(pair: _Pair, code: Code, old: Alias, new: Alias) -> Iterator[Change]:
    before, after = pair.before.documented_alias(old), pair.after.documented_alias(new)
    if before != after:
        yield pair.subject.change("name-changed", before, after, value=code.value, name=old.name)
    yield from _description(old, new, pair.subject, value=code.value, name=old.name)


def _alias_removed(pair: _Pair, value: int | str, alias: Alias) -> Change:
    effect = pair.effect_of_old(alias.name, value)
    return pair.subject.change(
        "alias-removed", alias, None, value=value, name=alias.name, effect=effect
    )


def _alias_added(pair: _Pair, value: int | str, alias: Alias) -> Change:
    effect = pair.effect_of_new(alias.name, value, "more-to-import")
    return pair.subject.change(
        "alias-added", None, alias, value=value, name=alias.name, effect=effect
    )


def _former_names(pair: _Pair, old: Code, new: Code) -> Iterator[Change]:
    """The second names that are ours: whatever still means the same is no change."""
    for name in old.former_names:
        if pair.effect_of_old(name, new.value) != "name-deprecated":
            yield _alias_removed(pair, new.value, Alias(name=name))
    for name in new.former_names:
        if pair.was.get(name) != wire(new.value):
            yield _alias_added(pair, new.value, Alias(name=name))


def _crossing(pair: _Pair, old: Code, new: Code) -> Iterator[Change]:
    """A code that went to another list."""
    before, after = pair.before.name, pair.after.name
    effect = _effect_of_crossing(pair, old, new)
    yield pair.subject.change(
        "list-changed", before, after, value=old.value, name=old.name, effect=effect
    )
    # Each list has groups of its own, so that their names are all there is to go by.
    groups = {group.name: group.name for group in pair.before.groups}
    yield from _facts(pair, old, new, groups)
    yield from _aliases(pair, old, new, stays=False)


def _effect_of_crossing(pair: _Pair, old: Code, new: Code) -> Effect:
    effects = {pair.effect_of_old(name, old.value) for name in _names_of(old)}
    effects |= {pair.effect_of_new(name, new.value, "list-differs") for name in _names_of(new)}
    if "meaning-changes" in effects:
        return "meaning-changes"
    return "import-breaks" if "import-breaks" in effects else "list-differs"


AnyCode = TypeVar("AnyCode", bound=Code)


def _whole(code_list: CodeList, code: AnyCode) -> AnyCode:
    """The code with all documented names filled in."""
    return replace(
        code,
        documented_name=code_list.documented_name(code),
        aliases=tuple(_whole_alias(code_list, alias) for alias in code.aliases),
    )


def _whole_alias(code_list: CodeList, alias: Alias) -> Alias:
    return replace(alias, documented_name=code_list.documented_alias(alias))


def _whole_group(group: Group) -> Group:
    return replace(group, documented_name=group_documented_name(group))


def _whole_list(code_list: CodeList) -> CodeList:
    return replace(
        code_list,
        groups=tuple(map(_whole_group, code_list.groups)),
        codes=tuple(_whole(code_list, code) for code in code_list.codes),
        withdrawn=tuple(_whole(code_list, code) for code in code_list.withdrawn),
    )


def _whole_provider(provider: Provider) -> Provider:
    return replace(provider, lists=tuple(map(_whole_list, provider.lists)))
