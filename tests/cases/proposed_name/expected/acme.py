# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:655595d0a931de1d77d0aa3dc2cf744282c73cf4108ec606afbe0fbbb78e17b3 of all below this line.
"""Codes of Acme, as documented in the transcribed edition."""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "Result",
]

# fmt: off


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


_RESULT: Final[dict[int, str]] = {
    1: "It left.",
    2: "There is no credit left.",
    3: "It waits.",
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Result,)
"""All lists of the provider, in documented order."""
