# Generated from acme.yaml by `provider-codes generate`. Do not edit.
# sha256:634316fdd74f696676a65329ddedb5e46e1a304bd6a0a08574af096633008ca9 of all below this line.
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
        """The provider's description; empty where it gives none."""
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
