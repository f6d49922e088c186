# Generated from all specs by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:df40f61db6f69239dcff96cb7cefa62ab7fca4d2f5492958f60d11750ef2e3f9 of all below this line.
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
    """The module of a provider; raises ValueError if there is no such provider."""
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
    """The meanings of a provider's codes, by list and value; empty if there are none."""
    match provider_:
        case _:
            return {}


def notes_of(provider_: str) -> Mapping[str, Mapping[int | str, tuple[str, ...]]]:
    """Our notes on a provider's codes, by list and value; empty if there are none."""
    match provider_:
        case _:
            return {}
