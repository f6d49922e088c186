# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:c89c58141c90255e249561984100eb861b6b72d179c5f7784fd0e1c24389d471 of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

Its pages do not say in which field these arrive: SmsError and VoiceError.
"""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "SmsErrorGroup",
    "SmsError",
    "VoiceErrorGroup",
    "VoiceError",
]

# fmt: off


class SmsErrorGroup(IntCode):
    """Acme: groups of the codes of SmsError."""

    HANDSET = 1
    """The trouble is with the handset."""
    OPERATOR = 3

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _SMS_ERROR_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _SMS_ERROR_GROUP[self][1]

    @property
    def codes(self) -> tuple[SmsError, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in SmsError if code.group is self)


_SMS_ERROR_GROUP: Final[dict[int, tuple[str, str]]] = {
    1: ("HANDSET", "The trouble is with the handset."),
    3: ("Operator errors", ""),
}


class SmsError(IntCode):
    """Acme: SMS errors."""

    ABSENT = 27
    """Nobody answers."""
    BARRED = 11
    """The number is barred."""
    FULL = 31
    """The memory is full."""

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _SMS_ERROR[self][0]

    @property
    def group(self) -> SmsErrorGroup:
        """The group that the provider lists the code in."""
        return _SMS_ERROR[self][1]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _SMS_ERROR[self][2]


_SMS_ERROR: Final[dict[int, tuple[str, SmsErrorGroup, str]]] = {
    27: ("ABSENT", SmsErrorGroup.HANDSET, "Nobody answers."),
    11: ("BARRED", SmsErrorGroup.OPERATOR, "The number is barred."),
    31: ("FULL", SmsErrorGroup.HANDSET, "The memory is full."),
}


class VoiceErrorGroup(IntCode):
    """Acme: groups of the codes of VoiceError."""

    OPERATOR = 1
    HANDSET = 2
    """Not the handset of the other list."""

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _VOICE_ERROR_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _VOICE_ERROR_GROUP[self][1]

    @property
    def codes(self) -> tuple[VoiceError, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in VoiceError if code.group is self)


_VOICE_ERROR_GROUP: Final[dict[int, tuple[str, str]]] = {
    1: ("OPERATOR", ""),
    2: ("HANDSET", "Not the handset of the other list."),
}


class VoiceError(IntCode):
    """Acme: Voice errors."""

    BUSY = 27
    """The line is taken."""
    ABSENT = 30
    """Switched off."""

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _VOICE_ERROR[self][0]

    @property
    def group(self) -> VoiceErrorGroup:
        """The group that the provider lists the code in."""
        return _VOICE_ERROR[self][1]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _VOICE_ERROR[self][2]


_VOICE_ERROR: Final[dict[int, tuple[str, VoiceErrorGroup, str]]] = {
    27: ("BUSY", VoiceErrorGroup.HANDSET, "The line is taken."),
    30: ("ABSENT", VoiceErrorGroup.OPERATOR, "Switched off."),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (
    SmsError,
    VoiceError,
)
"""All lists of the provider, in documented order."""
