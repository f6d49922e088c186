# Generated from all specs by `provider-codes generate`. Do not edit.
# sha256:1718185e73822e03f9fd783c538d42b432376c5b14c14b8407b4b2c2c511cc45 of all below this line.
"""Status and error codes as typed enums: eCall, Fone Dynamics, Infobip, SMSAPI,
SMSPartner.
"""

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
    "ecall",
    "fonedynamics",
    "infobip",
    "smsapi",
    "smspartner",
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
