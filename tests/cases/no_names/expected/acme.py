# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:b51a648f62e53d5df50b6b426304b85aded4da64cc7178c62ab0f4e2b8355273 of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

Its pages do not say in which field these arrive: Failure.
"""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "Failure",
]

# fmt: off


class Failure(IntCode):
    """Acme: Failures."""

    UNAUTHORIZED = 401
    """Who are you?"""
    SERVER_ERROR_500 = 500
    """Something broke."""
    SERVER_ERROR_501 = 501
    """something broke!"""
    CREDIT_MISSING = 402
    """The one that has a name."""

    @property
    def documented_name(self) -> str | None:
        """The name in the provider's documentation; several codes may share one."""
        return _FAILURE[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _FAILURE[self][1]


_FAILURE: Final[dict[int, tuple[str | None, str]]] = {
    401: (None, "Who are you?"),
    500: (None, "Something broke."),
    501: (None, "something broke!"),
    402: ("Pay first", "The one that has a name."),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Failure,)
"""All lists of the provider, in documented order."""
