# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:c855504e1d35a53d52b0174c062426c187990de53d99a5aa3104fdbd988f3c0c of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

Its pages do not say in which field these arrive: Extreme.
"""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "ExtremeGroup",
    "Extreme",
]

# fmt: off


class ExtremeGroup(IntCode):
    """Acme: groups of the codes of Extreme."""

    BELOW_ZERO = -1
    HUGE = 900719925474099300

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _EXTREME_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _EXTREME_GROUP[self][1]

    @property
    def codes(self) -> tuple[Extreme, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in Extreme if code.group is self)


_EXTREME_GROUP: Final[dict[int, tuple[str, str]]] = {
    -1: ("BELOW_ZERO", ""),
    900719925474099300: ("HUGE", ""),
}


class Extreme(IntCode):
    """Acme: Extremes."""

    ZERO = 0
    BELOW = -1
    """Below zero."""
    FAR_BELOW = -999999999999999999
    BEYOND_FLOATS = 9007199254740993
    """A float would lose the last digit."""
    FAR_ABOVE = 999999999999999999

    @property
    def group(self) -> ExtremeGroup | None:
        """The group that the provider lists the code in."""
        return _EXTREME[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _EXTREME[self][1]


_EXTREME: Final[dict[int, tuple[ExtremeGroup | None, str]]] = {
    0: (ExtremeGroup.BELOW_ZERO, ""),
    -1: (ExtremeGroup.BELOW_ZERO, "Below zero."),
    -999999999999999999: (ExtremeGroup.BELOW_ZERO, ""),
    9007199254740993: (ExtremeGroup.HUGE, "A float would lose the last digit."),
    999999999999999999: (ExtremeGroup.HUGE, ""),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Extreme,)
"""All lists of the provider, in documented order."""
