# Generated from bolt.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:784324a532e28ffc56f9c1991f3bb1da63504cd61652617d1e25f3ccd5391ce2 of all below this line.
"""Codes of Bolt "SMS", as documented in the transcribed edition.

The page "Codes" was transcribed on 2026-11-22.

Its pages do not say in which field these arrive: Result and Word.
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
