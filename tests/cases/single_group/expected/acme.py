# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:91eb10c824bb87506259ff8342ea8db9a2de80045ecd25bcc9fa77bcd68ea157 of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

Its pages do not say in which field these arrive: Result.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from ._runtime import (
    IntCode,
    StrCode,
    UnlistedIntCode,
    find_in,
    parse_in,
)

__all__ = [
    "LISTS",
    "ResultGroup",
    "Result",
    "State",
    "find_state",
    "parse_state",
    "StateGroup",
    "find_state_group",
]

# fmt: off


class ResultGroup(IntCode):
    """Acme: groups of the codes of Result."""

    ALL = 0
    """Whatever it is."""

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _RESULT_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _RESULT_GROUP[self][1]

    @property
    def codes(self) -> tuple[Result, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in Result if code.group is self)


_RESULT_GROUP: Final[dict[int, tuple[str, str]]] = {
    0: ("ALL", "Whatever it is."),
}


class Result(IntCode):
    """Acme: Results."""

    SENT = 1
    """It left."""

    @property
    def group(self) -> ResultGroup:
        """The group that the provider lists the code in."""
        return _RESULT[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _RESULT[self][1]


_RESULT: Final[dict[int, tuple[ResultGroup, str]]] = {
    1: (ResultGroup.ALL, "It left."),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Result,)
"""All lists of the provider, in documented order."""

State: TypeAlias = Result
"""Any code of the family state."""


def find_state(
    value: int | str,
    name: str | None = None,
) -> tuple[State, ...]:
    """Return the codes with this value, and this documented name if given."""
    lists: tuple[type[State], ...] = (Result,)
    return find_in(lists, value, name)


def parse_state(
    value: int | str,
    name: str | None = None,
) -> State | UnlistedIntCode:
    """Return the code for a received value; the name decides if several lists have it.

    If no list has it, return an unlisted code of Result.
    """
    lists: tuple[type[State], ...] = (Result,)
    return parse_in(lists, value, name)


StateGroup: TypeAlias = ResultGroup
"""Any group of the family state."""


def find_state_group(
    value: int | str,
) -> tuple[StateGroup, ...]:
    """Return the groups of the family with this id."""
    lists: tuple[type[StateGroup], ...] = (ResultGroup,)
    return find_in(lists, value)
