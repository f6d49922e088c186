# Generated from bolt.yaml by `provider-codes generate`. Do not edit.
# sha256:268a7adb2b633e7ebef37d28530516c467b637dff61b0d3873724cb2d667f4e7 of all below this line.
"""Codes of Bolt "SMS", as its documentation has them."""

from __future__ import annotations

from typing import Final

from ._runtime import IntCode, StrCode

__all__ = [
    "LISTS",
    "Result",
    "Word",
]


class Result(IntCode):
    """Bolt "SMS": Results.

    Transcribed on 2026-11-22 from the page "Codes".
    """

    EC_UNLUCKY = 13
    """Said of thirteen."""

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _RESULT[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty where it gives none."""
        return _RESULT[self][1]


_RESULT: Final[dict[int, tuple[str, str]]] = {
    13: (
        "EC UNLUCKY",
        "Said of thirteen.",
    ),
}


class Word(StrCode):
    """Bolt "SMS": Words."""

    THIRTEEN = "13"
    """Text and no number."""

    @property
    def description(self) -> str:
        """The provider's description; empty where it gives none."""
        return _WORD[self]


_WORD: Final[dict[str, str]] = {
    "13": "Text and no number.",
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (
    Result,
    Word,
)
"""All lists of the provider, in documented order."""
