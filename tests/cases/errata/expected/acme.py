# Generated from acme.yaml by `provider-codes generate`. Do not edit.
# sha256:240ef391b54f4a517079844073f1c21348ffc4614f2428d68d2f2cfce071a3b8 of all below this line.
"""Codes of Acme, as documented in the transcribed edition."""

from __future__ import annotations

from typing import Final

from ._runtime import IntCode, StrCode

__all__ = [
    "LISTS",
    "Result",
]

# fmt: off


class Result(IntCode):
    """Acme: Results."""

    SENT = 1
    """It left."""
    BLOCKED = 12
    """A filter held it back."""
    NO_ROUTE = 13
    """No route."""
    EXPIRED = 14
    """Too late."""

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _RESULT[self]


_RESULT: Final[dict[int, str]] = {
    1: "It left.",
    12: "A filter held it back.",
    13: "No route.",
    14: "Too late.",
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Result,)
"""All lists of the provider, in documented order."""
