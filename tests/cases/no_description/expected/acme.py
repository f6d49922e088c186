# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:971c5c433f89052f39ea0044012fb2a70b3554b442dd1ba22695f9ca1607762c of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

Its pages do not say in which field these arrive: Bare and Named.
"""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "Bare",
    "NamedGroup",
    "Named",
]

# fmt: off


class Bare(IntCode):
    """Acme: Nothing but values."""

    FIRST = 1
    SECOND = 2

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _BARE[self]


_BARE: Final[dict[int, str]] = {
    1: "",
    2: "",
}


class NamedGroup(IntCode):
    """Acme: groups of the codes of Named."""

    ALL = 1

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _NAMED_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _NAMED_GROUP[self][1]

    @property
    def codes(self) -> tuple[Named, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in Named if code.group is self)


_NAMED_GROUP: Final[dict[int, tuple[str, str]]] = {
    1: ("ALL", ""),
}


class Named(StrCode):
    """Acme: Names and values."""

    ONE = "one"
    TWO = "two"

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _NAMED[self][0]

    @property
    def group(self) -> NamedGroup | None:
        """The group that the provider lists the code in."""
        return _NAMED[self][1]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _NAMED[self][2]


_NAMED: Final[dict[str, tuple[str, NamedGroup | None, str]]] = {
    "one": ("ONE", NamedGroup.ALL, ""),
    "two": ("Two", None, ""),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (
    Bare,
    Named,
)
"""All lists of the provider, in documented order."""
