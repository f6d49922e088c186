# Generated from acme.yaml by `provider-codes generate`. Do not edit.
# sha256:250381cfd6ad35a5a7c6da6b9d4251167a736f39f0d0e9e38501ede523b13fca of all below this line.
"""Codes of Acme, as documented in the transcribed edition."""

from __future__ import annotations

from typing import Final

from ._runtime import IntCode, StrCode

__all__ = [
    "LISTS",
    "VoiceError",
]


class VoiceError(IntCode):
    """Acme: Voice errors."""

    EC_BAD_REQUEST_5403 = 5403
    """The operator turned the call down."""
    EC_BAD_REQUEST_5404 = 5404
    """The operator does not know the number."""
    EC_BUSY = 5405
    """The line is taken."""

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _VOICE_ERROR[self][0]

    @property
    def permanent(self) -> bool:
        """Whether the provider calls the condition permanent."""
        return _VOICE_ERROR[self][1]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _VOICE_ERROR[self][2]


# fmt: off
_VOICE_ERROR: Final[dict[int, tuple[str, bool, str]]] = {
    5403: ("EC_BAD_REQUEST", False, "The operator turned the call down."),
    5404: ("EC_BAD_REQUEST", True, "The operator does not know the number."),
    5405: ("EC_BUSY", False, "The line is taken."),
}
# fmt: on


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (VoiceError,)
"""All lists of the provider, in documented order."""
