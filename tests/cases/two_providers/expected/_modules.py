# Generated from all specs by `provider-codes generate`. Do not edit.
# sha256:d93d9735aee74fa3c196896baa3aace20cd2e3036eb196dea65de039ccd059d5 of all below this line.
"""The modules of this package, each loaded when it is asked for.

Each has an import statement of its own, so that what freezes a program finds them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._meaning import Meaning

__all__ = ["meanings_of", "module_of"]


def module_of(provider_: str) -> ModuleType:
    """The module of a provider; raises ValueError for a name that no provider has."""
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
    """The meanings of a provider's codes, by list and value; empty where it has none."""
    match provider_:
        case _:
            return {}
