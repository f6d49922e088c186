# Generated from all specs by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:128f027f2a8d5f1bec4a8aa3f7b4a2f61afbd666c18e7f4dfe5620370f2a29fb of all below this line.
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
    "__version__",
]

__version__: Final = "0.1.0"

PROVIDERS: Final = (
    "ecall",
    "fonedynamics",
    "infobip",
    "smsapi",
    "smspartner",
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
