# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:fa7f418f137a23e728f10609e68b7bebd5488e51e840aaef1d44f8a4b2f730e7 of all below this line.
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
    """A filter held it back.

    The page is broken here. Our reading: Two rows on one line. The line break between
    them is missing. The page says: | 12 | A filter held it back. | 13 | No route. |
    """
    NO_ROUTE = 13
    """No route.

    The page is broken here. Our reading: Two rows on one line. The line break between
    them is missing. The page says: | 12 | A filter held it back. | 13 | No route. |
    """
    EXPIRED = 14
    """Too late.

    The page is broken here. Our reading: A row. The bar at its beginning is missing,
    and "%" is no text. The page says: 14 | % Too late.
    """

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
