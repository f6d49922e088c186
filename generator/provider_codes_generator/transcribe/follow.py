"""Updates a spec from its pages: facts from the page, names from the spec.

The documented name belongs to the page and the Python name to the spec. So a code keeps its
Python name while its facts change. A code that the page no longer has is withdrawn. A name
that the page gave to another value leaves the enum and stays reserved, so that no name
changes its meaning silently. Fields that are not bound to the page stay unchanged.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain
from typing import TypeVar

from ..changes import documented_names, identity, match, names_joined, pair_up
from ..model import (
    DESCRIPTION,
    GROUP,
    NAME,
    Alias,
    Code,
    CodeList,
    Fact,
    FactValue,
    Group,
    Provider,
    Withdrawn,
    facts_of,
    set_facts,
)
from .lists import Transcript
from .propose import Namer, codes_known, is_about_another, of_page


def follow(provider: Provider, pages: Mapping[str, Transcript], day: date) -> Provider:
    """Return the provider updated from its pages, given by the name of the document.

    `day` is when the pages were retrieved. It becomes the date of withdrawn codes and of each
    document with a changed fact. A list that no page was read for stays unchanged.
    """
    found = {name: (doc, page) for doc, each in pages.items() for name, page in each.lists.items()}
    now = (_reworded(each, found[each.name][1]) for each in provider.lists if each.name in found)
    known = cache(lambda: codes_known(chain(provider.lists, now)))  # Only a new code needs them.
    lists = list(provider.lists)
    changed: set[str] = set()
    for place, before in enumerate(provider.lists):
        if before.name in found:
            document_name, page = found[before.name]
            lists[place] = _Follower(before, page, day, Namer(before, known)).code_list()
            if lists[place] != before:
                changed.add(document_name)
    documents = tuple(
        replace(document, retrieved=day) if document.name in changed else document
        for document in provider.documents
    )
    return replace(provider, documents=documents, lists=tuple(lists))


def _reworded(spec: CodeList, page: CodeList) -> CodeList:
    """Return a list of the spec with the page's descriptions, by which new codes are named."""
    texts = {str(code.value): code.description for code in page.codes}
    codes = (replace(code, description=texts.get(str(code.value), "")) for code in spec.codes)
    return replace(spec, codes=tuple(codes))


class _Follower:
    def __init__(self, spec: CodeList, page: CodeList, day: date, namer: Namer) -> None:
        self._spec = spec
        self._page = page
        # The names on the page, by value.
        self._names = {str(code.value): documented_names(code) for code in page.codes}
        self._joined = names_joined(spec.codes, page.codes)
        self._day = day
        self._namer = namer
        self._asked = spec.tables.fields if spec.tables else set[str]()
        # Names of the groups in the spec, by the id on the page.
        self._group_names: dict[str, str] = {}
        self._withdrawn = {code.name: code for code in spec.withdrawn}
        # The aliases that the page still gives the values of codes that left.
        self._staying: dict[tuple[str, str | None], Alias] = {}

    def code_list(self) -> CodeList:
        groups = self._groups() if "group" in self._asked else self._spec.groups
        codes = self._codes()
        taken = {str(code.value) for code in codes}
        # Withdrawn codes whose value is in use again are no longer members.
        withdrawn = [
            code if code.in_enum and str(code.value) not in taken else _left_enum(code)
            for code in self._withdrawn.values()
        ]
        if "group" in self._asked:
            groups, withdrawn = self._without_gone_groups(groups, withdrawn)
        # A list of withdrawn codes, or one that a page has yet to fill, does not become withdrawn.
        gone_since = self._day if self._spec.codes else self._spec.withdrawn_since
        gone = None if codes else gone_since
        if gone:  # In the file, the codes that were withdrawn with their list come first.
            withdrawn.sort(key=lambda code: not code.in_enum or code.since != gone)
        # A fact that the page no longer gives for every code is no longer promised. The names of
        # broken rows are ours, and the page may have those that could not be separated.
        missing = {
            fact.name
            for code in codes
            for fact in facts_of(self._spec)
            if fact.of(code) is None and (fact is not NAME or self._spec.name_by_key(code))
        }
        documents = tuple(each for each in self._spec.documents if each not in missing)
        spec = replace(self._spec, documents=documents, groups=groups, codes=codes)
        return replace(spec, withdrawn=tuple(withdrawn), withdrawn_since=gone)

    def _without_gone_groups(
        self, groups: Sequence[Group], withdrawn: Sequence[Withdrawn]
    ) -> tuple[tuple[Group, ...], list[Withdrawn]]:
        """Remove the groups that the page no longer has and that no withdrawn member uses.

        A withdrawn member keeps its group. But if the id of that group now means another group, the
        member has to leave the enum.
        """
        on_page = set(self._group_names.values())
        gone = [group for group in groups if group.name not in on_page]
        replaced = {group.name for group in gone if str(group.value) in self._group_names}
        withdrawn = [_left_enum(code) if code.group in replaced else code for code in withdrawn]
        used = {code.group for code in withdrawn if code.in_enum} | on_page
        withdrawn = [
            code if code.group in used else replace(code, group=None) for code in withdrawn
        ]
        return tuple(group for group in groups if group.name in used), withdrawn

    def _groups(self) -> tuple[Group, ...]:
        spec, page = self._spec.groups, self._page.groups
        found = match(spec, page)
        now: dict[int, Group] = {}  # by the group on the page, and by the one in the spec
        for old, new in (*found.kept, *found.moved):
            kept = replace(new, name=old.name, note=old.note, place=old.place)
            now[id(new)] = now[id(old)] = kept
        for new in found.added:
            name = self._namer.group(new.documented_name or "", new.value)
            now[id(new)] = replace(new, name=name)
        self._group_names = {str(group.value): group.name for group in now.values()}
        # Keep the position of a removed group until it is known whether a withdrawn code uses it.
        return _in_order([now.get(id(old), old) for old in spec], [now[id(new)] for new in page])

    def _codes(self) -> tuple[Code, ...]:
        spec, page = self._spec, self._page
        found = match(spec.codes, page.codes)
        for old, _ in found.moved:
            self._withdraw(old, in_enum=False)
        for old in found.removed:
            self._withdraw(old, in_enum=True)
        kept = {id(new): self._kept(old, new) for old, new in found.kept}
        known = {identity(old): old for old in reversed(self._withdrawn.values())}
        known.pop(None, None)
        codes = [
            kept.get(id(new)) or self._fresh(new, known.get(identity(new))) for new in page.codes
        ]
        by_name = {code.name: code for code in codes}
        names = [code.name for code in spec.codes]
        if spec.withdrawn_since:  # The codes of a list that returns keep their places, too.
            names = [old.name for old in spec.withdrawn if old.since == spec.withdrawn_since]
        return _in_order([by_name[name] for name in names if name in by_name], codes)

    def _withdraw(self, old: Code, *, in_enum: bool) -> None:
        value = str(old.value)
        names = {*self._names.get(value, ())} - {None}
        stays = [alias for alias in old.aliases if alias.documented_name in names]
        self._staying |= {(value, alias.documented_name): alias for alias in stays}
        gone = [alias for alias in old.aliases if alias not in stays]
        # Outside the enum, all its names are reserved.
        gone = self._not_moved(old, gone) if in_enum else gone
        # Only an erratum says that a name was never documented.
        erratum = old.erratum if old.is_nameless else None
        withdrawn = Withdrawn.of(old, self._day, in_enum=in_enum)
        self._withdrawn[old.name] = replace(withdrawn, aliases=tuple(gone), erratum=erratum)

    def _not_moved(self, code: Code, gone: Sequence[Alias]) -> list[Alias]:
        """Return the aliases whose names no other value has now. Those of others stay reserved."""
        moved = [alias for alias in gone if alias.documented_name in self._joined]
        bare = replace(code, aliases=(), former_names=(), note=None, links=(), erratum=None)
        for alias in moved:
            name, text = alias.documented_name, alias.description
            left = replace(bare, name=alias.name, documented_name=name, description=text)
            self._withdrawn[alias.name] = Withdrawn.of(left, self._day, in_enum=False)
        return [alias for alias in gone if alias not in moved]

    def _fresh(self, new: Code, old: Withdrawn | None) -> Code:
        """Return a code of the page that the spec does not list, or lists as the withdrawn `old`."""
        value = str(new.value)
        own, *aliases = (self._staying.get((value, name)) for name in documented_names(new))
        known = tuple(filter(None, aliases))
        if old and not own:
            del self._withdrawn[old.name]
            return self._kept(replace(old.documented(), aliases=(*old.aliases, *known)), new)
        name = own.name if own else self._namer.code(new)
        is_ours = not own and name != of_page(new) and not self._namer.is_chosen(new, name)
        bare = replace(new, name=name, documented_name=None, aliases=known, name_proposed=is_ours)
        bare = replace(bare, documented_name=self._spec.name_by_key(bare))
        return self._kept(bare, new)

    def _kept(self, old: Code, new: Code) -> Code:
        """Return a code of the spec with the facts of the page."""
        if new.name:  # it stays as it is in the spec
            return old
        facts: dict[Fact, FactValue | None] = {
            fact: fact.of(new) for fact in facts_of(self._spec) if fact.name in self._asked
        }
        if new.name_proposed:
            facts.pop(NAME, None)
        if new.group is not None and GROUP in facts:
            facts[GROUP] = self._group_names[new.group]
        code = set_facts(self._spec, old, facts, erratum=None, links=new.links)
        if facts.keys() & {NAME, DESCRIPTION} and is_about_another(old, new):
            code = replace(code, name_proposed=True)
        return self._with_aliases(code, new) if NAME in facts else code

    def _with_aliases(self, code: Code, new: Code) -> Code:
        """Return the code with the aliases of the page. Removed aliases become former names."""
        if not code.aliases and not new.aliases:
            return code
        kept, gone, added = pair_up(code.aliases, new.aliases, lambda alias: alias.documented_name)
        gone = self._not_moved(code, gone)
        # If only the name differs, the page changed its spelling.
        if len(gone) == len(added) == 1 and gone[0].description == added[0].description:
            kept, gone, added = [*kept, (gone[0], added[0])], [], []
        stays = {old.name: replace(new, name=old.name) for old, new in kept}
        aliases = [stays[old.name] for old in code.aliases if old.name in stays]
        for alias in added:
            name = self._namer.alias(alias.documented_name or "", code)
            aliases.append(replace(alias, name=name))
        names = {alias.name for alias in aliases}
        former = (*code.former_names, *(old.name for old in gone))
        former = tuple(name for name in former if name not in names)
        return replace(code, aliases=tuple(aliases), former_names=former)


def _left_enum(code: Withdrawn) -> Withdrawn:
    """Return a withdrawn code outside the enum. Its aliases go, but their names stay reserved."""
    names = (*code.former_names, *(alias.name for alias in code.aliases))
    return replace(code, in_enum=False, aliases=(), former_names=names)


Item = TypeVar("Item")


def _in_order(stays: Sequence[Item], page: Iterable[Item]) -> tuple[Item, ...]:
    """Return the kept items in their order, each new one after its predecessor on the page."""
    known = set(map(id, stays))
    behind: defaultdict[int | None, list[Item]] = defaultdict(list)
    last: int | None = None
    for item in page:
        if id(item) in known:
            last = id(item)
        else:
            behind[last].append(item)
    return (*behind[None], *(each for item in stays for each in (item, *behind[id(item)])))
