# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:98357148caa1365407f34c61f1f9fbdaaa87e07ad24fd819c34a75a9b9bfad45 of all below this line.
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
