"""What a change is, what it does to programs that import the enums, and which release it requires.

Kinds and effects are closed lists: `KINDS` and `EFFECTS`, the source of docs/changes.schema.json.
An effect decides the bump. To add a kind, add a row to `KINDS`, and report it in `comparison`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias, get_args

from ..model import (
    DESCRIPTION,
    FACTS,
    Alias,
    Code,
    CodeList,
    Constant,
    Document,
    Erratum,
    FactValue,
    Group,
    ListFact,
    Provider,
    Withdrawn,
)

Bump = Literal["none", "patch", "minor", "major"]
Extent = Literal["words", "cosmetic"]

Effect: TypeAlias = str
Kind: TypeAlias = str

# A whole entry of a registry, and what changes: a field or an entry.
Whole = Code | Group | Alias | Constant | CodeList | Document | Erratum | ListFact | Provider
Content = None | bool | int | str | tuple[str, ...] | Whole

# What a change is about: which of `list`, `value`, `name` and `fact` it has.
About = Literal[
    "code", "list", "attribute", "fact", "code and fact", "named", "provider", "page", "description"
]


class EffectRow(NamedTuple):
    """The release that an effect requires, and what the effect means."""

    bump: Bump
    meaning: str


# The worst first; reports keep this order.
EFFECTS: Mapping[Effect, EffectRow] = {
    "meaning-changes": EffectRow("major", "A known name or value now means something else."),
    "import-breaks": EffectRow("major", "Programs that use the old name break."),
    "type-breaks": EffectRow("major", "Type checkers report uses of the old type."),
    "lookup-breaks": EffectRow("major", "A lookup no longer finds some codes."),
    "retry-differs": EffectRow("minor", "Programs that retry on the flag act differently."),
    "grouping-differs": EffectRow("minor", "Programs that use the group act differently."),
    "list-differs": EffectRow("minor", "The old list keeps a withdrawn member."),
    "fact-differs": EffectRow("minor", "Programs that use the fact act differently."),
    "constant-differs": EffectRow("minor", "Programs that use the constant get another value."),
    "judgement-differs": EffectRow("minor", "Programs that use our judgement act differently."),
    "name-lookup-differs": EffectRow("minor", "A lookup by documented name finds other codes."),
    "lookup-differs": EffectRow("minor", "A lookup finds more codes, or in another order."),
    "match-not-exhaustive": EffectRow("minor", "Exhaustive `match` statements need a new case."),
    "stays-withdrawn": EffectRow("minor", "The member stays, marked as withdrawn."),
    "members-stay": EffectRow("minor", "Its members stay, marked as withdrawn."),
    "name-deprecated": EffectRow("minor", "The old name still works."),
    "documented-again": EffectRow("minor", "The member is no longer withdrawn."),
    "more-to-import": EffectRow("minor", "Nothing else changes."),
    "name-differs": EffectRow("patch", "The Python name stays."),
    "text-differs": EffectRow("patch", "Only text for people changed."),
    "name-unreserved": EffectRow("patch", "The name could return with another meaning."),
    "nothing-differs": EffectRow("patch", "The enums stay the same."),
}


class KindRow(NamedTuple):
    """What is known about a kind of change.

    `before` and `after` are the types of those fields, and `effects` are all that the kind can
    have, the usual one first. Other programs act on what `is_acted_on` without reading a
    changelog. Kinds with `has_extent` compare two texts.
    """

    about: About
    before: object
    after: object
    effects: tuple[Effect, ...]
    description: str
    is_acted_on: bool = False
    has_extent: bool = False


_VALUE = int | str
_NAMES = tuple[str, ...]
_CONSTANT = _VALUE | _NAMES
_FACT = FactValue | None
_CODE = Code | Withdrawn
_PAGE = Document | None


def _kinds_of_facts() -> Iterator[tuple[Kind, KindRow]]:
    types: dict[str, type] = {"int": int, "bool": bool, "str": str, "group": str}
    for fact in FACTS:
        content = types[fact.values] | None if fact.is_optional else types[fact.values]
        yield fact.kind, KindRow(
            "code" if fact.is_optional else "description",
            content,
            content,
            (fact.effect,),
            f"The documented `{fact.name}` changed.",
            is_acted_on=EFFECTS[fact.effect].bump != "patch",
            has_extent=fact is DESCRIPTION,
        )


# fmt: off
KINDS: Mapping[Kind, KindRow] = {
    "name-moved": KindRow("code", _VALUE, _VALUE, ("meaning-changes",),
        "A documented name moved to another value."),
    "value-reused": KindRow("code", _CODE, _CODE, ("meaning-changes",),
        "The value of a member, or a reserved name, now stands for another code."),
    "group-moved": KindRow("code", _VALUE, _VALUE, ("meaning-changes",),
        "The id of a group changed."),
    "member-renamed": KindRow(
        "code", str, str, ("import-breaks", "name-deprecated", "meaning-changes"),
        "The Python name of a member or alias changed."),
    "group-renamed": KindRow("code", str, str, ("import-breaks", "meaning-changes"),
        "The Python name of a group changed."),
    "list-renamed": KindRow("list", str, str, ("import-breaks",),
        "The Python name of a list changed."),
    "provider-removed": KindRow("provider", Provider, None, ("import-breaks",),
        "A provider is gone."),
    "list-removed": KindRow("list", CodeList, None, ("import-breaks",), "A list is gone."),
    "family-removed": KindRow("named", _NAMES, None, ("import-breaks",), "A family is gone."),
    "group-removed": KindRow("code", Group, None, ("import-breaks",), "A group is gone."),
    "constant-removed": KindRow("named", Constant, None, ("import-breaks",), "A constant is gone."),
    "alias-removed": KindRow(
        "code", Alias, None, ("import-breaks", "name-deprecated", "meaning-changes"),
        "A second name of a code is gone."),
    "withdrawn-dropped": KindRow("code", Withdrawn, None, ("import-breaks", "name-unreserved"),
        "A withdrawn code or name is dropped."),
    "fact-removed": KindRow("fact", ListFact, None, ("import-breaks",),
        "A list no longer declares a fact."),
    "type-changed": KindRow("attribute", str, str, ("type-breaks",),
        "The type of an attribute changed."),
    **dict(_kinds_of_facts()),
    "fact-changed": KindRow("code and fact", _FACT, _FACT, ("fact-differs",),
        "One of the list's own facts changed.", is_acted_on=True),
    "list-changed": KindRow("code", str, str, ("list-differs", "import-breaks", "meaning-changes"),
        "A code moved to another list.", is_acted_on=True),
    "constant-changed": KindRow("named", _CONSTANT, _CONSTANT, ("constant-differs", "type-breaks"),
        "The value of a constant changed.", is_acted_on=True),
    "meaning-changed": KindRow("code", str, str, ("judgement-differs",),
        "Our judgement of a code changed.", is_acted_on=True),
    "family-changed": KindRow("named", _NAMES, _NAMES, ("lookup-differs", "lookup-breaks"),
        "The lists of a family, or their order, changed."),
    "code-removed": KindRow("code", Code, None, ("stays-withdrawn", "import-breaks"),
        "The page no longer has a code."),
    "list-withdrawn": KindRow("list", CodeList, None, ("members-stay",),
        "The page no longer has a list."),
    "provider-added": KindRow("provider", None, Provider, ("more-to-import",),
        "There is a new provider."),
    "list-added": KindRow("list", None, CodeList, ("more-to-import",), "There is a new list."),
    "family-added": KindRow("named", None, _NAMES, ("more-to-import",), "There is a new family."),
    "group-added": KindRow("code", None, Group, ("match-not-exhaustive", "meaning-changes"),
        "There is a new group."),
    "code-added": KindRow("code", None, _CODE, ("match-not-exhaustive", "documented-again"),
        "A code was added to the page."),
    "alias-added": KindRow("code", None, Alias, ("more-to-import", "meaning-changes"),
        "A code has a new second name."),
    "fact-added": KindRow("fact", None, ListFact, ("more-to-import",),
        "A list declares a new fact."),
    "constant-added": KindRow("named", None, Constant, ("more-to-import",),
        "There is a new constant."),
    "group-name-changed": KindRow("code", str, str, ("name-differs",),
        "The documented name of a group changed."),
    "group-description-changed": KindRow("code", str, str, ("text-differs",),
        "The description of a group changed.", has_extent=True),
    "fact-title-changed": KindRow("fact", str, str, ("text-differs",),
        "The title of a fact changed."),
    "list-description-changed": KindRow("list", str | None, str | None, ("text-differs",),
        "The title of a list, or where its values arrive, changed."),
    "provider-description-changed": KindRow("provider", str, str, ("text-differs",),
        "The title of a provider changed."),
    "document-changed": KindRow("page", _PAGE, _PAGE, ("text-differs",),
        "The page, or its title or address, changed."),
    "links-changed": KindRow("code", _NAMES, _NAMES, ("nothing-differs",),
        "The links in the row of a code changed."),
    "erratum-resolved": KindRow("code", Erratum, None, ("nothing-differs",),
        "A broken place of the page was fixed."),
}
# fmt: on

ACTED_ON: frozenset[Kind] = frozenset(kind for kind, row in KINDS.items() if row.is_acted_on)

BUMPS: tuple[Bump, ...] = get_args(Bump)
_EFFECTS: tuple[Effect, ...] = tuple(EFFECTS)
_KINDS: tuple[Kind, ...] = tuple(KINDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between two editions of a registry.

    `list` is the list's name in the later edition, or in the earlier one if the list is gone.
    `value` and `name` are those of the earlier edition, or of the later one for an addition; the
    value of a group is its id. `before` and `after` are the field that changed, in its own type.
    If an entry was added or removed, they are the whole entry. `fact` names the fact that changed,
    if it is one that the list declares. If a documented name moved, `name_of_before` and
    `name_of_after` are the Python names of the members that now have these two values.
    """

    provider: str
    list: str | None = None
    kind: Kind
    value: int | str | None = None
    name: str | None = None
    before: Content = None
    after: Content = None
    effect: Effect
    fact: str | None = None
    name_of_before: str | None = None
    name_of_after: str | None = None

    @property
    def bump(self) -> Bump:
        """The release that the change requires."""
        return EFFECTS[self.effect].bump

    @property
    def explanation(self) -> str:
        """What changed, and what that does to programs that import the enums."""
        meaning = _COSMETIC if self.is_cosmetic else EFFECTS[self.effect].meaning
        return f"{KINDS[self.kind].description} {meaning}"

    @property
    def extent(self) -> Extent | None:
        """The extent to which two texts differ; None for other kinds of change."""
        has_extent = KINDS[self.kind].has_extent
        return extent(str(self.before), str(self.after)) if has_extent else None

    @property
    def is_cosmetic(self) -> bool:
        """Whether only full stops, spaces, case, quotes and dashes changed."""
        return self.extent == "cosmetic"


def bump(changes: Iterable[Change]) -> Bump:
    """Return the release that all the changes together require."""
    return BUMPS[max((BUMPS.index(change.bump) for change in changes), default=0)]


def ordered(changes: Iterable[Change]) -> list[Change]:
    """Return the worst first: by bump, then what others act on. Cosmetic changes come last."""
    return sorted(changes, key=_rank)


def _rank(change: Change) -> tuple[object, ...]:
    return (
        -BUMPS.index(change.bump),
        change.kind not in ACTED_ON,
        change.is_cosmetic,
        _EFFECTS.index(change.effect),
        change.provider,
        change.list or "",
        change.value is not None,
        isinstance(change.value, str),
        0 if change.value is None else change.value,
        _KINDS.index(change.kind),
        change.name or "",
        # A removal is reported before an addition if everything else is equal.
        change.before is None,
        repr(change.before),
        repr(change.after),
    )


_COSMETIC = "The change is cosmetic: full stops, spaces, case, quotes or dashes."
_QUOTES = re.compile("[\"'`\u00b4\u2018-\u201f\u2032\u2033\u2039\u203a\u00ab\u00bb]")
_DASHES = re.compile("[-\u2010-\u2015\u2212]")
_MARKS = re.compile(r"[.\u2026\s-]+")


def extent(before: str, after: str) -> Extent:
    """Whether words differ, or only full stops, spaces, case, quotes and dashes."""
    return "cosmetic" if _words(before) == _words(after) else "words"


def _words(text: str) -> str:
    return _MARKS.sub(_meaningful, _DASHES.sub("-", _QUOTES.sub("", text))).casefold()


def _meaningful(marks: re.Match[str]) -> str:
    """Return the marks that carry meaning: those between two digits, and a minus sign."""
    start, end = marks.span()
    left = marks.string[max(start - 1, 0) : start]
    if not marks.string[end : end + 1].isdigit():
        return ""
    if left.isdigit():
        return re.sub(r"\s+", "", marks[0]) or " "
    is_minus = marks[0].endswith("-") and not left.isalnum() or marks[0].endswith(" -")
    return "-" if is_minus else ""
