# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:5587139db1d61f36776174dae7d5df2d65de18fa332cb853b4df00fd91a11573 of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

Its pages do not say in which field these arrive: Fault and Notice.
"""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "FaultGroup",
    "Fault",
    "NoticeGroup",
    "Notice",
]

# fmt: off


class FaultGroup(StrCode):
    """Acme: groups of the codes of Fault."""

    TEMPORARY = "soft"
    """Try again."""
    FINAL = "1"
    """A digit that is text."""

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _FAULT_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _FAULT_GROUP[self][1]

    @property
    def codes(self) -> tuple[Fault, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in Fault if code.group is self)


_FAULT_GROUP: Final[dict[str, tuple[str, str]]] = {
    "soft": ("Soft faults", "Try again."),
    "1": ("FINAL", "A digit that is text."),
}


class Fault(IntCode):
    """Acme: Faults."""

    NO_CREDIT = 1
    """The account is empty."""
    THROTTLED = 2
    """Too fast."""

    @property
    def group(self) -> FaultGroup:
        """The group that the provider lists the code in."""
        return _FAULT[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _FAULT[self][1]


_FAULT: Final[dict[int, tuple[FaultGroup, str]]] = {
    1: (FaultGroup.FINAL, "The account is empty."),
    2: (FaultGroup.TEMPORARY, "Too fast."),
}


class NoticeGroup(StrCode):
    """Acme: groups of the codes of Notice."""

    GENERAL = "general notices"

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _NOTICE_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _NOTICE_GROUP[self][1]

    @property
    def codes(self) -> tuple[Notice, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in Notice if code.group is self)


_NOTICE_GROUP: Final[dict[str, tuple[str, str]]] = {
    "general notices": ("GENERAL", ""),
}


class Notice(StrCode):
    """Acme: Notices."""

    QUIET_HOURS = "quiet"
    """Not at night."""

    @property
    def group(self) -> NoticeGroup:
        """The group that the provider lists the code in."""
        return _NOTICE[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _NOTICE[self][1]


_NOTICE: Final[dict[str, tuple[NoticeGroup, str]]] = {
    "quiet": (NoticeGroup.GENERAL, "Not at night."),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (
    Fault,
    Notice,
)
"""All lists of the provider, in documented order."""
