# Generated from acme.yaml by `provider-codes generate`. Do not edit.
# sha256:a128dbb81be4fb73d52f47d83cc1cfd5ce4f846257fb7d1000cdf4eef70a1a3c of all below this line.
"""Codes of Acme, as documented in the transcribed edition."""

from __future__ import annotations

from typing import Final, TypeAlias

from ._runtime import IntCode, StrCode, find_in

__all__ = [
    "LISTS",
    "ResultGroup",
    "Result",
    "State",
    "find_state",
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
    value: int,
    name: str | None = None,
) -> tuple[State, ...]:
    """The codes of the family with this value, and this documented name if given."""
    lists = (Result,)
    return find_in(lists, value, name)


StateGroup: TypeAlias = ResultGroup
"""Any group of the family state."""


def find_state_group(
    value: int,
) -> tuple[StateGroup, ...]:
    """The groups of the family with this id."""
    lists = (ResultGroup,)
    return find_in(lists, value)
