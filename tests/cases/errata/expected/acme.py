# Generated from acme.yaml by `provider-codes generate`. Do not edit.
# sha256:aa193b3efeec4251a6381a89d49bfb92022e4a335ba10e8d0515f5e48698db25 of all below this line.
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
    BLOCKED = 12
    """A filter held it back."""
    NO_ROUTE = 13
    """No route."""
    EXPIRED = 14
    """Too late."""

    @property
    def description(self) -> str:
        """The provider's description; empty where it gives none."""
        return _RESULT[self]


_RESULT: Final[dict[int, str]] = {
    1: "It left.",
    12: "A filter held it back.",
    13: "No route.",
    14: "Too late.",
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Result,)
"""All lists of the provider, in documented order."""
