# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:f855928f0471e10a71f93691a842b3c29b326c8ee5ba392dd13741e059804048 of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

Its pages do not say in which field these arrive: Delivery.
"""

from __future__ import annotations

from typing import Final, Literal

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "DeliveryGroup",
    "Delivery",
]

# fmt: off


class DeliveryGroup(IntCode):
    """Acme: groups of the codes of Delivery."""

    DONE = 1
    OPEN = 2

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _DELIVERY_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _DELIVERY_GROUP[self][1]

    @property
    def codes(self) -> tuple[Delivery, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in Delivery if code.group is self)


_DELIVERY_GROUP: Final[dict[int, tuple[str, str]]] = {
    1: ("DONE", ""),
    2: ("OPEN", ""),
}


class Delivery(IntCode):
    """Acme: Delivery states."""

    ACCEPTED = 1
    """It is on its way."""
    DELIVERED = 2
    """The handset has it."""
    BLOCKED = 7
    """A filter held it back.

    Withdrawn: no longer documented since 2026-03-01.
    """
    SILENT = 8
    """Withdrawn: no longer documented since 2026-04-01."""
    QUEUED: Literal[Delivery.ACCEPTED]
    """Deprecated: the former name of ACCEPTED."""
    WAITING: Literal[Delivery.ACCEPTED]
    """Deprecated: the former name of ACCEPTED."""
    RECEIVED: Literal[Delivery.DELIVERED]
    """The same."""
    ARRIVED: Literal[Delivery.DELIVERED]
    """Deprecated: the former name of DELIVERED."""
    FILTERED: Literal[Delivery.BLOCKED]
    """Deprecated: the former name of BLOCKED."""

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _DELIVERY[self][0]

    @property
    def permanent(self) -> bool:
        """Whether the provider calls the condition permanent."""
        return _DELIVERY[self][1]

    @property
    def group(self) -> DeliveryGroup:
        """The group that the provider lists the code in."""
        return _DELIVERY[self][2]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _DELIVERY[self][3]

    @property
    def documented_names(self) -> tuple[str, ...]:
        """All names that the provider gives the code; the aliases come last."""
        return _DELIVERY_NAMES.get(self, super().documented_names)


Delivery.QUEUED = Delivery.ACCEPTED

Delivery.WAITING = Delivery.ACCEPTED

Delivery.RECEIVED = Delivery.DELIVERED

Delivery.ARRIVED = Delivery.DELIVERED

Delivery.FILTERED = Delivery.BLOCKED

_DELIVERY: Final[dict[int, tuple[str, bool, DeliveryGroup, str]]] = {
    1: ("ACCEPTED", False, DeliveryGroup.OPEN, "It is on its way."),
    2: ("DELIVERED", True, DeliveryGroup.DONE, "The handset has it."),
    7: ("BLOCKED", True, DeliveryGroup.DONE, "A filter held it back."),
    8: ("SILENT", False, DeliveryGroup.OPEN, ""),
}
_DELIVERY_NAMES: Final[dict[int, tuple[str, ...]]] = {
    2: ("DELIVERED", "RECEIVED"),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Delivery,)
"""All lists of the provider, in documented order."""
