# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:eec9657df3694a88a1f8344d086f4706b34612e426395f025690940b8b4584a3 of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

Its pages do not say in which field these arrive: Event and Flag.
"""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "EventGroup",
    "Event",
    "Flag",
]

# fmt: off


class EventGroup(IntCode):
    """Acme: groups of the codes of Event."""

    CLICKS = 1
    """Somebody pressed something."""
    UNUSED = 2
    """Our note: No code has it."""

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _EVENT_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _EVENT_GROUP[self][1]

    @property
    def codes(self) -> tuple[Event, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in Event if code.group is self)


_EVENT_GROUP: Final[dict[int, tuple[str, str]]] = {
    1: ("CLICKS", "Somebody pressed something."),
    2: ("UNUSED", ""),
}


class Event(IntCode):
    """Acme: Events."""

    OPENED = 10
    """Seen."""
    BOUNCED = 11
    SILENT = 12
    CLICKED = 13
    """Our note: Counts once."""

    @property
    def documented_name(self) -> str | None:
        """The name in the provider's documentation; several codes may share one."""
        return _EVENT[self][0]

    @property
    def permanent(self) -> bool | None:
        """Whether the provider calls the condition permanent."""
        return _EVENT[self][1]

    @property
    def group(self) -> EventGroup | None:
        """The group that the provider lists the code in."""
        return _EVENT[self][2]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _EVENT[self][3]


_EVENT: Final[dict[int, tuple[str | None, bool | None, EventGroup | None, str]]] = {
    10: (None, False, EventGroup.CLICKS, "Seen."),
    11: ("Hard bounce", True, None, ""),
    12: (None, None, None, ""),
    13: ("click", None, EventGroup.CLICKS, ""),
}


class Flag(StrCode):
    """Acme: Flags."""

    RAISED = "up"
    LOWERED = "down"

    @property
    def permanent(self) -> bool | None:
        """Whether the provider calls the condition permanent."""
        return _FLAG[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _FLAG[self][1]


_FLAG: Final[dict[str, tuple[bool | None, str]]] = {
    "up": (True, ""),
    "down": (None, ""),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (
    Event,
    Flag,
)
"""All lists of the provider, in documented order."""
