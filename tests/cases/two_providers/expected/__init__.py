# Generated from all specs by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:85218469df4936ef1c983d80b786de01cca0e76f1e8e89d03ccb9ae07a678422 of all below this line.
"""Status and error codes as typed enums: Acme, Bolt "SMS"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ._runtime import (
    Code,
    IntCode,
    StrCode,
    UnlistedCode,
    UnlistedIntCode,
    UnlistedStrCode,
    find_in,
    resolve,
)

if TYPE_CHECKING:
    from ._meaning import (
        Action,
        Cause,
        Decision,
        Meaning,
        MessageState,
        Outcome,
        Party,
        Retry,
        is_final,
        may_retry,
        meaning,
        outcome,
        state,
    )

__all__ = [
    "PROVIDERS",
    "Action",
    "Cause",
    "Code",
    "Decision",
    "IntCode",
    "Meaning",
    "MessageState",
    "Outcome",
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
    "outcome",
    "resolve",
    "state",
]

PROVIDERS: Final = (
    "acme",
    "bolt",
)
"""The modules of this package, one per provider. `find` and `resolve` load those that they need."""


def find(value: int | str, name: str | None = None) -> tuple[IntCode | StrCode, ...]:
    """Return the codes of all providers with this value, and this documented name if given.

    Groups are not searched. The value is read as `parse` reads it: text of digits is a number
    for a list of numbers.
    """
    from ._modules import module_of

    lists: list[type[IntCode] | type[StrCode]] = []
    for provider in PROVIDERS:
        lists += module_of(provider).LISTS
    return find_in(lists, value, name)


def __dir__() -> list[str]:
    """Return the public names, even those of meanings, which are loaded on first use."""
    return list(__all__)


if not TYPE_CHECKING:  # with it, type checkers would accept any name

    def __getattr__(name: str) -> object:
        """Load the meanings of codes on first use; many programs never need them."""
        if name in __all__:
            from . import _meaning

            return getattr(_meaning, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
