# Generated from acme.yaml by `provider-codes generate`. Do not edit.
# sha256:f40cd40f2ef2f5b859b80ddaba0cbd57c36aca7b6514fa059ed7659667fb03eb of all below this line.
"""Codes of Acme, as documented in the transcribed edition."""

from __future__ import annotations

from typing import Final

from ._runtime import IntCode, StrCode

__all__ = [
    "LISTS",
    "Result",
]


class Result(IntCode):
    """Acme: Results."""

    SENT = 1
    """It left."""
    CREDIT_MISSING = 2
    """There is no credit left."""
    HELD = 3
    """It waits."""

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _RESULT[self]


# fmt: off
_RESULT: Final[dict[int, str]] = {
    1: "It left.",
    2: "There is no credit left.",
    3: "It waits.",
}
# fmt: on


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Result,)
"""All lists of the provider, in documented order."""
