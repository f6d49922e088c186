# Generated from all specs by `provider-codes generate`. Do not edit.
# sha256:92e02098be3ba54d6a1d90656f52831ade8fd497ab59673bd4d79054bbf51990 of all below this line.
"""Status and error codes as typed enums: Acme, Bolt "SMS"."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from ._runtime import (
    Code,
    IntCode,
    StrCode,
    UnlistedCode,
    UnlistedIntCode,
    UnlistedStrCode,
    find_in,
)

__all__ = [
    "PROVIDERS",
    "Code",
    "IntCode",
    "StrCode",
    "UnlistedCode",
    "UnlistedIntCode",
    "UnlistedStrCode",
    "find",
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
