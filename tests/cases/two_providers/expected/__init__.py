# Generated from all specs by `provider-codes generate`. Do not edit.
# sha256:534947db589059bdccf6b80a525b1e9bf89c47c4fa2a597712e08c2574313b1b of all below this line.
"""Status and error codes as typed enums: Acme, Bolt "SMS"."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from ._runtime import (
    Code,
    IntCode,
    StrCode,
    UnlistedCode,
    UnlistedIntCode,
    UnlistedStrCode,
    find_in,
)

if TYPE_CHECKING:
    from ._meaning import (
        Decision,
        Meaning,
        MessageState,
        Party,
        Retry,
        is_final,
        may_retry,
        meaning,
        state,
    )

__all__ = [
    "PROVIDERS",
    "Code",
    "Decision",
    "IntCode",
    "Meaning",
    "MessageState",
    "Party",
    "Retry",
    "StrCode",
    "UnlistedCode",
    "UnlistedIntCode",
    "UnlistedStrCode",
    "find",
    "is_final",
    "may_retry",
    "meaning",
    "state",
]

PROVIDERS: Final = (
    "acme",
    "bolt",
)
"""The modules of this package, one a provider. None is loaded before it is asked for."""


def find(value: int | str, name: str | None = None) -> tuple[IntCode | StrCode, ...]:
    """The codes of all providers with this value, and this documented name if one is given.

    Groups are left out. A number never matches text, nor text a number.
    """
    lists: list[type[IntCode] | type[StrCode]] = []
    for provider in PROVIDERS:
        lists += import_module(f".{provider}", __name__).LISTS
    return find_in(lists, value, name)


if not TYPE_CHECKING:  # to a type checker, a module that has it has every name

    def __getattr__(name: str) -> object:
        """Load what tells the meaning of codes when it is asked for: many never do."""
        if name in __all__:
            return getattr(import_module("._meaning", __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
