# Generated from all specs by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:869447c3bfb717bad6d58a493ab79864cdf6148c913705e294ae8ff79e8c18b8 of all below this line.
"""Loads the modules of this package on first use.

Each has its own import statement, so that tools that freeze programs find them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._meaning import Meaning

__all__ = ["meanings_of", "module_of", "notes_of"]


def module_of(provider_: str) -> ModuleType:
    """Return the module of a provider. Raises ValueError if there is no such provider."""
    match provider_:
        case "acme":
            from . import acme

            return acme
        case "bolt":
            from . import bolt

            return bolt
        case _:
            raise ValueError(f"this package has no provider {provider_!r}")


def meanings_of(provider_: str) -> Mapping[str, Mapping[int | str, Meaning]]:
    """Return the meanings of a provider's codes, by list and value; empty if there are none."""
    match provider_:
        case _:
            return {}


def notes_of(provider_: str) -> Mapping[str, Mapping[int | str, tuple[str, ...]]]:
    """Return our notes on a provider's codes, by list and value; empty if there are none."""
    match provider_:
        case _:
            return {}
