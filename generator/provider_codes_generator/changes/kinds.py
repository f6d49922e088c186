"""What a change is, what it does to people who import the enums, and which release it asks for.

Kinds and effects are closed lists: `KINDS` and `EFFECTS`. The effect decides the bump; the table of the kinds
says which effects a kind can have, in the words of somebody who imports the enums.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from ..model import (
    FACTS,
    Alias,
    Code,
    CodeList,
    Constant,
    Document,
    Erratum,
    Group,
    ListFact,
    Provider,
)

Bump = Literal["none", "patch", "minor", "major"]
Extent = Literal["words", "cosmetic"]

Effect: TypeAlias = str
Kind: TypeAlias = str

Content: TypeAlias = (
    None
    | bool
    | int
    | str
    | tuple[str, ...]
    | Code
    | Group
    | Alias
    | Constant
    | CodeList
    | Document
    | Erratum
    | ListFact
    | Provider
)


@dataclass(frozen=True, slots=True)
class Consequence:
    """The release that an effect asks for, and what it means."""

    bump: Bump
    meaning: str


# From the worst to the least; reports keep to this order.
EFFECTS: Mapping[Effect, Consequence] = {
    "meaning-changes": Consequence(
        "major", "A name or a value that programs know means something else."
    ),
    "import-breaks": Consequence(
        "major", "A name that programs use is gone: they fail there, and type checkers say so."
    ),
    "type-breaks": Consequence(
        "major", "A type is another: type checkers report what relied on the old one."
    ),
    "lookup-breaks": Consequence("major", "A lookup no longer finds what it found."),
    "retry-differs": Consequence(
        "minor", "Programs that retry by the permanent flag decide otherwise."
    ),
    "grouping-differs": Consequence("minor", "Programs that act on the group decide otherwise."),
    "list-differs": Consequence("minor", "The code is found in another list."),
    "fact-differs": Consequence("minor", "Programs that act on the fact decide differently."),
    "constant-differs": Consequence("minor", "Programs that use the constant get another value."),
    "judgement-differs": Consequence(
        "minor", "Programs that act on what we judge of the code decide otherwise."
    ),
    "lookup-differs": Consequence("minor", "A lookup finds more, or in another order."),
    "match-not-exhaustive": Consequence(
        "minor", "Type checkers report exhaustive matches, which lack the new member."
    ),
    "stays-withdrawn": Consequence(
        "minor", "Everything keeps working; the member is marked as withdrawn."
    ),
    "name-deprecated": Consequence("minor", "The old name keeps working beside the new one."),
    "documented-again": Consequence(
        "minor", "Everything keeps working; the member is no longer marked as withdrawn."
    ),
    "more-to-import": Consequence("minor", "There is more; nothing that was there changes."),
    "name-differs": Consequence(
        "patch", "The provider's name reads otherwise; the Python name stays."
    ),
    "text-differs": Consequence("patch", "Only text for people differs."),
    "name-unreserved": Consequence(
        "patch", "Nothing yet: but the name could return with another meaning."
    ),
    "nothing-differs": Consequence("patch", "The enums are as they were."),
}

_REUSED = (
    "A known Python name now stands for another value: programs that use it go on, and mean "
    "something else."
)
_GONE = "The name is gone: imports and attributes break, and type checkers say where."
_OLD_NAME = "The old name stays as a second name: nothing breaks."


def _of_facts(*, acted_on: bool) -> dict[Kind, dict[Effect, str]]:
    """The kinds of the built-in facts: those that programs act on, or the others."""
    return {
        fact.kind: {fact.effect: fact.consequence}
        for fact in FACTS
        if (EFFECTS[fact.effect].bump != "patch") is acted_on
    }


# What each kind does, by effect; the usual effect is first.
KINDS: Mapping[Kind, Mapping[Effect, str]] = {
    "name-moved": {
        "meaning-changes": "The provider gave the name to another value: whoever goes by the name"
        " means another code, so the old member goes and both values get names of their own."
    },
    "value-reused": {
        "meaning-changes": "The value of a withdrawn member means something else: the old member"
        " goes, its name stays reserved, and stored values may be of either meaning."
    },
    "group-moved": {
        "meaning-changes": "The provider gave the group another id: ids that were stored, or are"
        " compared as numbers, mean another group."
    },
    "member-renamed": {
        "import-breaks": "We renamed the member and dropped the old name: programs that use it"
        " break.",
        "name-deprecated": "We renamed the member; the old name stays as a second name.",
        "meaning-changes": _REUSED,
    },
    "group-renamed": {
        "import-breaks": "We renamed the member of the group enum: programs that use the old name"
        " break.",
        "meaning-changes": _REUSED,
    },
    "list-renamed": {
        "import-breaks": "The enum, and its group enum, have another name: imports break."
    },
    "provider-removed": {"import-breaks": "The module of the provider is gone: imports break."},
    "list-removed": {"import-breaks": "The enum is gone: imports break."},
    "family-removed": {
        "import-breaks": "The union type of the family and its lookups are gone: imports break."
    },
    "group-removed": {"import-breaks": "The group has left the group enum: its name is gone."},
    "constant-removed": {"import-breaks": "The constant is gone: imports break."},
    "alias-removed": {
        "import-breaks": _GONE,
        "name-deprecated": "The provider no longer has this second name; it still works here.",
        "meaning-changes": _REUSED,
    },
    "withdrawn-dropped": {
        "import-breaks": "The withdrawn member has left the enum: programs that use it break.",
        "name-unreserved": "A name that had left the enum is no longer reserved: it could return"
        " with another meaning.",
    },
    "fact-removed": {"import-breaks": "The property is gone: programs that read it break."},
    "type-changed": {
        "type-breaks": "The attribute has another type: type checkers report what relied on it."
    },
    **_of_facts(acted_on=True),
    "fact-changed": {
        "fact-differs": "A fact of the code changed: programs that act on it decide differently."
    },
    "list-changed": {
        "list-differs": "The code belongs to another list: look it up there; the old list keeps a"
        " withdrawn member.",
        "import-breaks": "The code went to another list, and its old member is gone: programs that"
        " use it break.",
        "meaning-changes": _REUSED,
    },
    "constant-changed": {
        "constant-differs": "The constant has another value: programs that use it follow.",
        "type-breaks": "The constant has a value of another type: type checkers report its uses.",
    },
    "meaning-changed": {
        "judgement-differs": "We judge the code otherwise: programs that ask for its meaning decide"
        " otherwise."
    },
    "family-changed": {
        "lookup-differs": "The lookups of the family find the codes of more lists, or in another"
        " order; its union type may have grown.",
        "lookup-breaks": "A list left the family: its lookups no longer find those codes, and the"
        " union type lacks them.",
    },
    "code-removed": {
        "stays-withdrawn": "The provider no longer documents the code: the member stays, marked"
        " as withdrawn.",
        "import-breaks": "The code is gone and leaves no withdrawn member: programs that use it"
        " break.",
    },
    "provider-added": {"more-to-import": "There is a new module; nothing that was there changes."},
    "list-added": {"more-to-import": "There is a new enum; nothing that was there changes."},
    "family-added": {
        "more-to-import": "There are a new union type and its lookups; nothing that was there"
        " changes."
    },
    "group-added": {
        "match-not-exhaustive": "A new member of the group enum: type checkers report exhaustive"
        " matches that lack it.",
        "meaning-changes": _REUSED,
    },
    "code-added": {
        "match-not-exhaustive": "A new member, unlisted until now: type checkers report exhaustive"
        " matches that lack it.",
        "documented-again": "The withdrawn member is documented again: nothing breaks.",
        "meaning-changes": _REUSED,
    },
    "alias-added": {
        "more-to-import": "The member has one more name: nothing breaks.",
        "meaning-changes": _REUSED,
    },
    "fact-added": {"more-to-import": "The codes of the list have one more property."},
    "constant-added": {
        "more-to-import": "There is a new constant; nothing that was there changes."
    },
    **_of_facts(acted_on=False),
    "group-name-changed": {
        "name-differs": "The provider spells the group's name otherwise: `documented_name`"
        " follows, the Python name stays."
    },
    "group-description-changed": {"text-differs": "The description of the group reads otherwise."},
    "fact-title-changed": {"text-differs": "The documentation of the property changed."},
    "list-description-changed": {"text-differs": "The title of the list reads otherwise."},
    "provider-description-changed": {"text-differs": "The title of the provider reads otherwise."},
    "document-changed": {"text-differs": "The page has another title or address."},
    "links-changed": {"nothing-differs": "The description links elsewhere; the enums do not say."},
    "erratum-resolved": {
        "nothing-differs": "The provider mended the page, and our reading of it is no longer needed."
    },
}

# Facts that other programs act on without anybody reading a changelog.
ACTED_ON: frozenset[Kind] = frozenset(
    (
        "fact-changed",
        "list-changed",
        "constant-changed",
        "meaning-changed",
        *_of_facts(acted_on=True),
    )
)

_BUMPS: tuple[Bump, ...] = get_args(Bump)
_EFFECTS: tuple[Effect, ...] = tuple(EFFECTS)
_KINDS: tuple[Kind, ...] = tuple(KINDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between two editions of a registry.

    `list` is the list's name in the later edition, or in the earlier one if it is gone.
    `value` and `name` are those of the earlier edition, and those of the later one for an
    addition; for a group the value is its id. `before` and `after` are the field that
    changed, in its own type, or the whole entry for what came or went, with documented
    names filled in so that it can be read without its list. `fact` is the fact of a list's own
    that changed.
    """

    provider: str
    list: str | None = None
    kind: Kind
    value: int | str | None = None
    name: str | None = None
    before: Content = None
    after: Content = None
    effect: Effect
    extent: Extent | None = None
    fact: str | None = None

    @property
    def bump(self) -> Bump:
        """The release that the change asks for."""
        return EFFECTS[self.effect].bump

    @property
    def explanation(self) -> str:
        """What it does to people who import the enums."""
        return KINDS[self.kind][self.effect]


def usual_effect(kind: Kind) -> Effect:
    """The effect of a kind where nothing makes it another."""
    return next(iter(KINDS[kind]))


def bump(changes: Iterable[Change]) -> Bump:
    """The release that all the changes together ask for."""
    return _BUMPS[max((_BUMPS.index(change.bump) for change in changes), default=0)]


def ordered(changes: Iterable[Change]) -> list[Change]:
    """The worst first, and facts that other programs act on before what else weighs as much."""
    return sorted(changes, key=_rank)


def _rank(change: Change) -> tuple[object, ...]:
    return (
        -_BUMPS.index(change.bump),
        change.kind not in ACTED_ON,
        _EFFECTS.index(change.effect),
        change.provider,
        change.list or "",
        _value_rank(change.value),
        _KINDS.index(change.kind),
        change.name or "",
        # What comes is told after what goes, where all else is equal.
        change.before is None,
        repr(change.before),
        repr(change.after),
    )


def _value_rank(value: int | str | None) -> tuple[int, int, str]:
    match value:
        case None:
            return 0, 0, ""
        case int():
            return 1, value, ""
        case str():
            return 2, 0, value


_QUOTES = re.compile("[\"'`\u00b4\u2018-\u201f\u2032\u2033\u2039\u203a\u00ab\u00bb]")
_DASHES = re.compile("[-\u2010-\u2015\u2212]")
_MARKS = re.compile(r"[.\u2026\s-]+")


def extent(before: str, after: str) -> Extent:
    """Whether words differ, or only full stops, spaces, case, quotes and dashes."""
    return "cosmetic" if _words(before) == _words(after) else "words"


def _words(text: str) -> str:
    return _MARKS.sub(_weight, _DASHES.sub("-", _QUOTES.sub("", text))).casefold()


def _weight(marks: re.Match[str]) -> str:
    """What marks say: nothing, but where they part two numbers or are a minus."""
    left = marks.string[: marks.start()][-1:]
    if not marks.string[marks.end() :][:1].isdigit():
        return ""
    if left.isdigit():
        return re.sub(r"\s+", "", marks[0]) or " "
    is_minus = marks[0].endswith("-") and not left.isalnum() or marks[0].endswith(" -")
    return "-" if is_minus else ""
