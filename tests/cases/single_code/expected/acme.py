# Generated from acme.yaml by `provider-codes generate`. Do not edit.
# sha256:155edd3c7ba237aa48d8bf2c15796c61a1ba932958bcd78f3ccaa2e861b83386 of all below this line.
"""Codes of Acme, as documented in the edition transcribed."""

from __future__ import annotations

from typing import Final

from ._runtime import IntCode, StrCode

__all__ = [
    "LISTS",
    "Only",
]


class Only(IntCode):
    """Acme: A single code."""

    ALONE = 1
    """There is no other."""

    @property
    def permanent(self) -> bool:
        """Whether the provider calls the condition permanent."""
        return _ONLY[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty where it gives none."""
        return _ONLY[self][1]


# fmt: off
_ONLY: Final[dict[int, tuple[bool, str]]] = {
    1: (True, "There is no other."),
}
# fmt: on


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Only,)
"""All lists of the provider, in documented order."""
