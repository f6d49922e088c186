"""What a change is, what it does to programs that import the enums, and which release it requires.

Kinds and effects are closed lists: `KINDS` and `EFFECTS`, the source of docs/changes.schema.json.
An effect decides the bump. To add a kind, add a row to `KINDS`, and report the change in `compare`.
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
Entry = Code | Group | Alias | Constant | CodeList | Document | Erratum | ListFact | Provider
Content = None | bool | int | str | tuple[str, ...] | Entry

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
    description: str
    before: object
    after: object
    effects: tuple[Effect, ...]
    is_acted_on: bool = False
    has_extent: bool = False


_VALUE = int | str
_NAMES = tuple[str, ...]
_CONSTANT = _VALUE | _NAMES
_FACT = FactValue | None
_CODE = Code | Withdrawn
_PAGE = Document | None


def _of_facts() -> Iterator[tuple[Kind, KindRow]]:
    """The kinds of the built-in facts."""
    types: dict[str, type] = {"int": int, "bool": bool, "str": str, "group": str}
    for fact in FACTS:
        holds = types[fact.values] | None if fact.is_optional else types[fact.values]
        yield fact.kind, KindRow(
            "code" if fact.is_optional else "description",
            f"The documented `{fact.name}` changed.",
            holds,
            holds,
            (fact.effect,),
            is_acted_on=EFFECTS[fact.effect].bump != "patch",
            has_extent=fact is DESCRIPTION,
        )


# fmt: off
KINDS: Mapping[Kind, KindRow] = {
    "name-moved": KindRow(
        "code", "A documented name moved to another value, so both values get new Python names.",
        _VALUE, _VALUE, ("meaning-changes",)),
    "value-reused": KindRow(
        "code", "The value of a member, or a reserved name, now stands for another code.",
        _CODE, Code, ("meaning-changes",)),
    "group-moved": KindRow(
        "code", "The id of a group changed.", _VALUE, _VALUE, ("meaning-changes",)),
    "member-renamed": KindRow(
        "code", "The Python name of a member or alias changed.",
        str, str, ("import-breaks", "name-deprecated", "meaning-changes")),
    "group-renamed": KindRow(
        "code", "The Python name of a group changed.",
        str, str, ("import-breaks", "meaning-changes")),
    "list-renamed": KindRow(
        "list", "The Python name of a list changed.", str, str, ("import-breaks",)),
    "provider-removed": KindRow(
        "provider", "A provider is gone.", Provider, None, ("import-breaks",)),
    "list-removed": KindRow("list", "A list is gone.", CodeList, None, ("import-breaks",)),
    "family-removed": KindRow("named", "A family is gone.", _NAMES, None, ("import-breaks",)),
    "group-removed": KindRow("code", "A group is gone.", Group, None, ("import-breaks",)),
    "constant-removed": KindRow("named", "A constant is gone.", Constant, None, ("import-breaks",)),
    "alias-removed": KindRow(
        "code", "A second name of a code is gone.",
        Alias, None, ("import-breaks", "name-deprecated", "meaning-changes")),
    "withdrawn-dropped": KindRow(
        "code", "A withdrawn code or name is dropped.",
        Withdrawn, None, ("import-breaks", "name-unreserved")),
    "fact-removed": KindRow(
        "fact", "A list no longer declares a fact.", ListFact, None, ("import-breaks",)),
    "type-changed": KindRow(
        "attribute", "The type of an attribute changed.", str, str, ("type-breaks",)),
    **dict(_of_facts()),
    "fact-changed": KindRow(
        "code and fact", "A fact of the list's own changed.",
        _FACT, _FACT, ("fact-differs",), is_acted_on=True),
    "list-changed": KindRow(
        "code", "A code moved to another list.",
        str, str, ("list-differs", "import-breaks", "meaning-changes"), is_acted_on=True),
    "constant-changed": KindRow(
        "named", "The value of a constant changed.",
        _CONSTANT, _CONSTANT, ("constant-differs", "type-breaks"), is_acted_on=True),
    "meaning-changed": KindRow(
        "code", "Our judgement of a code changed.",
        str, str, ("judgement-differs",), is_acted_on=True),
    "family-changed": KindRow(
        "named", "The lists of a family, or their order, changed.",
        _NAMES, _NAMES, ("lookup-differs", "lookup-breaks")),
    "code-removed": KindRow(
        "code", "The page no longer has a code.",
        Code, None, ("stays-withdrawn", "import-breaks")),
    "list-withdrawn": KindRow(
        "list", "The page no longer has a list.", CodeList, None, ("members-stay",)),
    "provider-added": KindRow(
        "provider", "There is a new provider.", None, Provider, ("more-to-import",)),
    "list-added": KindRow("list", "There is a new list.", None, CodeList, ("more-to-import",)),
    "family-added": KindRow("named", "There is a new family.", None, _NAMES, ("more-to-import",)),
    "group-added": KindRow(
        "code", "There is a new group.", None, Group, ("match-not-exhaustive", "meaning-changes")),
    "code-added": KindRow(
        "code", "A code was added to the page.",
        None, _CODE, ("match-not-exhaustive", "documented-again")),
    "alias-added": KindRow(
        "code", "A code has a new second name.", None, Alias, ("more-to-import", "meaning-changes")),
    "fact-added": KindRow(
        "fact", "A list declares a new fact.", None, ListFact, ("more-to-import",)),
    "constant-added": KindRow(
        "named", "There is a new constant.", None, Constant, ("more-to-import",)),
    "group-name-changed": KindRow(
        "code", "The documented name of a group changed.", str, str, ("name-differs",)),
    "group-description-changed": KindRow(
        "code", "The description of a group changed.",
        str, str, ("text-differs",), has_extent=True),
    "fact-title-changed": KindRow(
        "fact", "The title of a fact changed.", str, str, ("text-differs",)),
    "list-description-changed": KindRow(
        "list", "The title of a list changed.", str, str, ("text-differs",)),
    "provider-description-changed": KindRow(
        "provider", "The title of a provider changed.", str, str, ("text-differs",)),
    "document-changed": KindRow(
        "page", "A page has another title or address, or a list has another page.",
        _PAGE, _PAGE, ("text-differs",)),
    "links-changed": KindRow(
        "code", "The links in a description changed.", _NAMES, _NAMES, ("nothing-differs",)),
    "erratum-resolved": KindRow(
        "code", "A broken place of the page was fixed.", Erratum, None, ("nothing-differs",)),
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
        """How much two texts differ; None for other kinds of change."""
        has_extent = KINDS[self.kind].has_extent
        return extent(str(self.before), str(self.after)) if has_extent else None

    @property
    def is_cosmetic(self) -> bool:
        """Whether only full stops, spaces, case, quotes and dashes changed."""
        return self.extent == "cosmetic"


def bump(changes: Iterable[Change]) -> Bump:
    """The release that all the changes together require."""
    return BUMPS[max((BUMPS.index(change.bump) for change in changes), default=0)]


def ordered(changes: Iterable[Change]) -> list[Change]:
    """The worst first; of equal bumps, the facts that others act on; cosmetic changes last."""
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
    return _MARKS.sub(_weight, _DASHES.sub("-", _QUOTES.sub("", text))).casefold()


def _weight(marks: re.Match[str]) -> str:
    """The marks that carry meaning: between two digits, or as a minus sign."""
    left = marks.string[: marks.start()][-1:]
    if not marks.string[marks.end() :][:1].isdigit():
        return ""
    if left.isdigit():
        return re.sub(r"\s+", "", marks[0]) or " "
    is_minus = marks[0].endswith("-") and not left.isalnum() or marks[0].endswith(" -")
    return "-" if is_minus else ""
