# Generated from bolt.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:6b3caca86f3eb2a4add155da67d1a565bb4834c9dda5eb2f277d0469c2e78903 of all below this line.
"""Codes of Bolt "SMS", as documented in the transcribed edition.

The page "Codes" was transcribed on 2026-11-22.
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
    "Word",
]

# fmt: off


class Result(IntCode):
    """Bolt "SMS": Results.

    From the page "Codes".
    """

    EC_UNLUCKY = 13
    """Said of thirteen."""

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _RESULT[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _RESULT[self][1]


_RESULT: Final[dict[int, tuple[str, str]]] = {
    13: ("EC UNLUCKY", "Said of thirteen."),
}


class Word(StrCode):
    """Bolt "SMS": Words."""

    THIRTEEN = "13"
    """Text and no number."""

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _WORD[self]


_WORD: Final[dict[str, str]] = {
    "13": "Text and no number.",
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (
    Result,
    Word,
)
"""All lists of the provider, in documented order."""
