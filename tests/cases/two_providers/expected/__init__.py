# Generated from all specs by `provider-codes generate`. Do not edit.
# sha256:1216a70608f8369963e91504b2750823b73fc193df5aecd4fba9cbd93eb9964c of all below this line.
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
    from ._modules import module_of

    lists: list[type[IntCode] | type[StrCode]] = []
    for provider in PROVIDERS:
        lists += module_of(provider).LISTS
    return find_in(lists, value, name)


if not TYPE_CHECKING:  # to a type checker, a module that has it has every name

    def __getattr__(name: str) -> object:
        """Load what tells the meaning of codes when it is asked for: many never do."""
        if name in __all__:
            from . import _meaning

            return getattr(_meaning, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
