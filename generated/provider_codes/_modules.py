# Generated from all specs by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:1ba30cb991b2bcb5b3356aad4d253ce8659d679112d272e98c3ca70ab2e844d4 of all below this line.
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
        case "ecall":
            from . import ecall

            return ecall
        case "fonedynamics":
            from . import fonedynamics

            return fonedynamics
        case "infobip":
            from . import infobip

            return infobip
        case "smsapi":
            from . import smsapi

            return smsapi
        case "smspartner":
            from . import smspartner

            return smspartner
        case _:
            raise ValueError(f"this package has no provider {provider_!r}")


def meanings_of(provider_: str) -> Mapping[str, Mapping[int | str, Meaning]]:
    """Return the meanings of a provider's codes, by list and value; empty if there are none."""
    match provider_:
        case "ecall":
            from . import _ecall_meanings

            return _ecall_meanings.MEANINGS
        case "fonedynamics":
            from . import _fonedynamics_meanings

            return _fonedynamics_meanings.MEANINGS
        case "infobip":
            from . import _infobip_meanings

            return _infobip_meanings.MEANINGS
        case "smsapi":
            from . import _smsapi_meanings

            return _smsapi_meanings.MEANINGS
        case "smspartner":
            from . import _smspartner_meanings

            return _smspartner_meanings.MEANINGS
        case _:
            return {}


def notes_of(provider_: str) -> Mapping[str, Mapping[int | str, tuple[str, ...]]]:
    """Return our notes on a provider's codes, by list and value; empty if there are none."""
    match provider_:
        case "ecall":
            from . import _ecall_notes

            return _ecall_notes.NOTES
        case "fonedynamics":
            from . import _fonedynamics_notes

            return _fonedynamics_notes.NOTES
        case "infobip":
            from . import _infobip_notes

            return _infobip_notes.NOTES
        case "smsapi":
            from . import _smsapi_notes

            return _smsapi_notes.NOTES
        case "smspartner":
            from . import _smspartner_notes

            return _smspartner_notes.NOTES
        case _:
            return {}
