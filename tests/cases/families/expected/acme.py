# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:fd9f4bfd192243ac63eb7c4e746072c55057275654cf2be07eeb2a15c39c59b7 of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

Its pages do not say in which field these arrive: SmsError, VoiceError, Outcome and
Reason.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from ._runtime import (
    IntCode,
    StrCode,
    UnlistedIntCode,
    UnlistedStrCode,
    find_in,
    parse_in,
)

__all__ = [
    "LISTS",
    "SmsErrorGroup",
    "SmsError",
    "VoiceErrorGroup",
    "VoiceError",
    "Outcome",
    "ReasonGroup",
    "Reason",
    "Number",
    "find_number",
    "parse_number",
    "NumberGroup",
    "find_number_group",
    "Text",
    "find_text",
    "parse_text",
    "TextGroup",
    "find_text_group",
    "AnyCode",
    "find_any_code",
    "parse_any_code",
    "AnyCodeGroup",
    "find_any_code_group",
    "Only",
    "find_only",
    "parse_only",
    "OnlyGroup",
    "find_only_group",
    "ReversedNumber",
    "find_reversed_number",
    "parse_reversed_number",
    "ReversedNumberGroup",
    "find_reversed_number_group",
]

# fmt: off


class SmsErrorGroup(IntCode):
    """Acme: groups of the codes of SmsError."""

    HANDSET = 1
    OPERATOR = 2

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
    1: ("HANDSET", ""),
    2: ("OPERATOR", ""),
}


class SmsError(IntCode):
    """Acme: SMS errors."""

    EC_OK = 0
    EC_ABSENT = 27

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
    0: ("EC_OK", SmsErrorGroup.OPERATOR, ""),
    27: ("EC_ABSENT", SmsErrorGroup.HANDSET, ""),
}


class VoiceErrorGroup(IntCode):
    """Acme: groups of the codes of VoiceError."""

    OPERATOR = 2

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
    2: ("OPERATOR", ""),
}


class VoiceError(IntCode):
    """Acme: Voice errors."""

    EC_OK = 0
    EC_BUSY = 27
    EC_ONLY_VOICE = 99

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
    0: ("EC_OK", VoiceErrorGroup.OPERATOR, ""),
    27: ("EC_BUSY", VoiceErrorGroup.OPERATOR, ""),
    99: ("EC_ONLY_VOICE", VoiceErrorGroup.OPERATOR, ""),
}


class Outcome(StrCode):
    """Acme: Outcomes."""

    DELIVERED = "ok"
    DELAYED = "27"

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _OUTCOME[self]


_OUTCOME: Final[dict[str, str]] = {
    "ok": "",
    "27": "",
}


class ReasonGroup(StrCode):
    """Acme: groups of the codes of Reason."""

    SOFT = "2"

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _REASON_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _REASON_GROUP[self][1]

    @property
    def codes(self) -> tuple[Reason, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in Reason if code.group is self)


_REASON_GROUP: Final[dict[str, tuple[str, str]]] = {
    "2": ("SOFT", ""),
}


class Reason(StrCode):
    """Acme: Reasons."""

    LATER = "27"
    UNKNOWN = "unknown"

    @property
    def group(self) -> ReasonGroup:
        """The group that the provider lists the code in."""
        return _REASON[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _REASON[self][1]


_REASON: Final[dict[str, tuple[ReasonGroup, str]]] = {
    "27": (ReasonGroup.SOFT, ""),
    "unknown": (ReasonGroup.SOFT, ""),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (
    SmsError,
    VoiceError,
    Outcome,
    Reason,
)
"""All lists of the provider, in documented order."""

Number: TypeAlias = SmsError | VoiceError
"""Any code of the family number."""


def find_number(
    value: int | str,
    name: str | None = None,
) -> tuple[Number, ...]:
    """Return the codes with this value, and this documented name if given."""
    lists: tuple[type[Number], ...] = (
        SmsError,
        VoiceError,
    )
    return find_in(lists, value, name)


def parse_number(
    value: int | str,
    name: str | None = None,
) -> Number | UnlistedIntCode:
    """Return the code for a received value; the name decides if several lists have it.

    If no list has it, return an unlisted code of SmsError.
    """
    lists: tuple[type[Number], ...] = (
        SmsError,
        VoiceError,
    )
    return parse_in(lists, value, name)


NumberGroup: TypeAlias = SmsErrorGroup | VoiceErrorGroup
"""Any group of the family number."""


def find_number_group(
    value: int | str,
) -> tuple[NumberGroup, ...]:
    """Return the groups of the family with this id."""
    lists: tuple[type[NumberGroup], ...] = (
        SmsErrorGroup,
        VoiceErrorGroup,
    )
    return find_in(lists, value)


Text: TypeAlias = Outcome | Reason
"""Any code of the family text."""


def find_text(
    value: str,
    name: str | None = None,
) -> tuple[Text, ...]:
    """Return the codes with this value, and this documented name if given."""
    lists: tuple[type[Text], ...] = (
        Outcome,
        Reason,
    )
    return find_in(lists, value, name)


def parse_text(
    value: str,
    name: str | None = None,
) -> Text | UnlistedStrCode:
    """Return the code for a received value; the name decides if several lists have it.

    If no list has it, return an unlisted code of Outcome.
    """
    lists: tuple[type[Text], ...] = (
        Outcome,
        Reason,
    )
    return parse_in(lists, value, name)


TextGroup: TypeAlias = ReasonGroup
"""Any group of the family text."""


def find_text_group(
    value: str,
) -> tuple[TextGroup, ...]:
    """Return the groups of the family with this id."""
    lists: tuple[type[TextGroup], ...] = (ReasonGroup,)
    return find_in(lists, value)


AnyCode: TypeAlias = Reason | VoiceError | SmsError
"""Any code of the family any_code."""


def find_any_code(
    value: int | str,
    name: str | None = None,
) -> tuple[AnyCode, ...]:
    """Return the codes with this value, and this documented name if given."""
    lists: tuple[type[AnyCode], ...] = (
        Reason,
        VoiceError,
        SmsError,
    )
    return find_in(lists, value, name)


def parse_any_code(
    value: int | str,
    name: str | None = None,
) -> AnyCode | UnlistedIntCode | UnlistedStrCode:
    """Return the code for a received value; the name decides if several lists have it.

    If no list has it, return an unlisted code of the first list that can hold it.
    """
    lists: tuple[type[AnyCode], ...] = (
        Reason,
        VoiceError,
        SmsError,
    )
    return parse_in(lists, value, name)


AnyCodeGroup: TypeAlias = ReasonGroup | VoiceErrorGroup | SmsErrorGroup
"""Any group of the family any_code."""


def find_any_code_group(
    value: int | str,
) -> tuple[AnyCodeGroup, ...]:
    """Return the groups of the family with this id."""
    lists: tuple[type[AnyCodeGroup], ...] = (
        ReasonGroup,
        VoiceErrorGroup,
        SmsErrorGroup,
    )
    return find_in(lists, value)


Only: TypeAlias = SmsError
"""Any code of the family only."""


def find_only(
    value: int | str,
    name: str | None = None,
) -> tuple[Only, ...]:
    """Return the codes with this value, and this documented name if given."""
    lists: tuple[type[Only], ...] = (SmsError,)
    return find_in(lists, value, name)


def parse_only(
    value: int | str,
    name: str | None = None,
) -> Only | UnlistedIntCode:
    """Return the code for a received value; the name decides if several lists have it.

    If no list has it, return an unlisted code of SmsError.
    """
    lists: tuple[type[Only], ...] = (SmsError,)
    return parse_in(lists, value, name)


OnlyGroup: TypeAlias = SmsErrorGroup
"""Any group of the family only."""


def find_only_group(
    value: int | str,
) -> tuple[OnlyGroup, ...]:
    """Return the groups of the family with this id."""
    lists: tuple[type[OnlyGroup], ...] = (SmsErrorGroup,)
    return find_in(lists, value)


ReversedNumber: TypeAlias = VoiceError | SmsError
"""Any code of the family reversed_number."""


def find_reversed_number(
    value: int | str,
    name: str | None = None,
) -> tuple[ReversedNumber, ...]:
    """Return the codes with this value, and this documented name if given."""
    lists: tuple[type[ReversedNumber], ...] = (
        VoiceError,
        SmsError,
    )
    return find_in(lists, value, name)


def parse_reversed_number(
    value: int | str,
    name: str | None = None,
) -> ReversedNumber | UnlistedIntCode:
    """Return the code for a received value; the name decides if several lists have it.

    If no list has it, return an unlisted code of VoiceError.
    """
    lists: tuple[type[ReversedNumber], ...] = (
        VoiceError,
        SmsError,
    )
    return parse_in(lists, value, name)


ReversedNumberGroup: TypeAlias = VoiceErrorGroup | SmsErrorGroup
"""Any group of the family reversed_number."""


def find_reversed_number_group(
    value: int | str,
) -> tuple[ReversedNumberGroup, ...]:
    """Return the groups of the family with this id."""
    lists: tuple[type[ReversedNumberGroup], ...] = (
        VoiceErrorGroup,
        SmsErrorGroup,
    )
    return find_in(lists, value)
