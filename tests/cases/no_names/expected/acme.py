# Generated from acme.yaml by `provider-codes generate`. Do not edit.
# sha256:a69486789b354fcadb84d6bffc2459071daab55980c21059ff70c92c41cd1ec7 of all below this line.
"""Codes of Acme, as documented in the transcribed edition."""

from __future__ import annotations

from typing import Final

from ._runtime import IntCode, StrCode

__all__ = [
    "LISTS",
    "Failure",
]


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


# fmt: off
_FAILURE: Final[dict[int, tuple[str | None, str]]] = {
    401: (None, "Who are you?"),
    500: (None, "Something broke."),
    501: (None, "something broke!"),
    402: ("Pay first", "The one that has a name."),
}
# fmt: on


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Failure,)
"""All lists of the provider, in documented order."""
