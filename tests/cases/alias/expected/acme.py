# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:6cef11b3a066e8ba60830ccf9f0786f9c598971a634c2e516073f7eacf6f9d54 of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

The page "Status codes" (https://docs.acme.example/codes) was transcribed on 2026-11-22.

Its pages do not say in which field these arrive: Delivery and Reason.
"""

from __future__ import annotations

from typing import Final, Literal

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "Delivery",
    "Reason",
]

# fmt: off


class Delivery(IntCode):
    """Acme: Delivery states.

    From the page "Status codes".
    """

    SENT = 1
    """The message left our hands."""
    DELIVERED = 2
    """The handset has it."""
    FAILED = 3
    SUBMITTED: Literal[Delivery.SENT]
    """The older name of the same state."""
    HANDED_OVER: Literal[Delivery.SENT]
    RECEIVED: Literal[Delivery.DELIVERED]
    """Shares even its documented name."""

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _DELIVERY[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _DELIVERY[self][1]

    @property
    def documented_names(self) -> tuple[str, ...]:
        """All names that the provider gives the code; the aliases come last."""
        return _DELIVERY_NAMES.get(self, super().documented_names)


Delivery.SUBMITTED = Delivery.SENT

Delivery.HANDED_OVER = Delivery.SENT

Delivery.RECEIVED = Delivery.DELIVERED

_DELIVERY: Final[dict[int, tuple[str, str]]] = {
    1: ("SENT", "The message left our hands."),
    2: ("Delivered", "The handset has it."),
    3: ("FAILED", ""),
}
_DELIVERY_NAMES: Final[dict[int, tuple[str, ...]]] = {
    1: ("SENT", "SUBMITTED", "handed-over"),
    2: ("Delivered", "Delivered"),
}


class Reason(StrCode):
    """Acme: Reasons, which the page does not name."""

    NO_ROUTE = "nr"
    """Nobody carries it."""
    UNROUTABLE: Literal[Reason.NO_ROUTE]
    """Said of the same reason."""
    ROUTELESS: Literal[Reason.NO_ROUTE]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _REASON[self]

    @property
    def documented_names(self) -> tuple[str, ...]:
        """All names that the provider gives the code; the aliases come last."""
        return _REASON_NAMES.get(self, super().documented_names)


Reason.UNROUTABLE = Reason.NO_ROUTE

Reason.ROUTELESS = Reason.NO_ROUTE

_REASON: Final[dict[str, str]] = {
    "nr": "Nobody carries it.",
}
_REASON_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "nr": ("routeless",),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (
    Delivery,
    Reason,
)
"""All lists of the provider, in documented order."""
