# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:79ef9b772838b7d34757bad8e26ee3eb12d8f3135d7f4287f3299cf7649addbe of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

Its pages do not say in which field these arrive: Only.
"""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "Only",
]

# fmt: off


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
        """The provider's description; empty if it gives none."""
        return _ONLY[self][1]


_ONLY: Final[dict[int, tuple[bool, str]]] = {
    1: (True, "There is no other."),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Only,)
"""All lists of the provider, in documented order."""
