# Generated from acme.yaml by `provider-codes generate`. Do not edit.
# sha256:990c16aed928098ec3722326140da1204f9b914ef4f5974faac1289012b35a8a of all below this line.
"""Codes of Acme, as its documentation has them."""

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


_RESULT: Final[dict[int, str]] = {
    1: "It left.",
    2: "There is no credit left.",
    3: "It waits.",
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Result,)
"""All lists of the provider, in documented order."""
