# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:6680965bc8fa77ad59b5ff23643e0b193eaeadd7c7978cbd379f196ba6ba3ce3 of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

Its pages do not say in which field these arrive: VoiceError.
"""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "VoiceError",
]

# fmt: off


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


_VOICE_ERROR: Final[dict[int, tuple[str, bool, str]]] = {
    5403: ("EC_BAD_REQUEST", False, "The operator turned the call down."),
    5404: ("EC_BAD_REQUEST", True, "The operator does not know the number."),
    5405: ("EC_BUSY", False, "The line is taken."),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (VoiceError,)
"""All lists of the provider, in documented order."""
