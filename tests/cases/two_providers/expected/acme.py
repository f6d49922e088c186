# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:d55c2fba435a67b6342d15001e8983172a8af255b7dd13e70f170b583c3ff0aa of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

Its pages do not say in which field these arrive: Result.
"""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "ResultGroup",
    "Result",
]

# fmt: off


class ResultGroup(IntCode):
    """Acme: groups of the codes of Result."""

    ALL = 13

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
    13: ("ALL", ""),
}


class Result(IntCode):
    """Acme: Results."""

    SENT = 13
    """It left."""
    FAILED = 14
    """It stayed."""

    @property
    def group(self) -> ResultGroup | None:
        """The group that the provider lists the code in."""
        return _RESULT[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _RESULT[self][1]


_RESULT: Final[dict[int, tuple[ResultGroup | None, str]]] = {
    13: (ResultGroup.ALL, "It left."),
    14: (None, "It stayed."),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Result,)
"""All lists of the provider, in documented order."""
