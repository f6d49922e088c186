# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:7ad53622fec492cb732dff62a1c886a3c812fc5fc6172341bf51090f01247073 of all below this line.
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
