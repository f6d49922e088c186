# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:a0dfeb97d1d2987d2b8903f5d9aa99fd23cebe86204f450f6fae1aefaaa12fad of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

Its pages do not say in which field these arrive: DeliveryReportErrorOfTheLongKind,
VoiceReportErrorOfTheLongKind and Brief.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

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
    "LONGEST_NAME_OF_A_HEADER_WITHOUT_BLINKS",
    "LONGEST_NAME_OF_A_NUMBER_WITHOUT_BLINKS",
    "DeliveryReportErrorOfTheLongKindGroup",
    "DeliveryReportErrorOfTheLongKind",
    "VoiceReportErrorOfTheLongKind",
    "Brief",
    "DeliveryReportOfTheLongKindThatNobodyReads",
    "find_delivery_report_of_the_long_kind_that_nobody_reads",
    "parse_delivery_report_of_the_long_kind_that_nobody_reads",
    "DeliveryReportOfTheLongKindThatNobodyReadsGroup",
    "find_delivery_report_of_the_long_kind_that_nobody_reads_group",
]

# fmt: off

LONGEST_NAME_OF_A_HEADER_WITHOUT_BLINKS: Final = "x-the-longest-name-of-a-header"

LONGEST_NAME_OF_A_NUMBER_WITHOUT_BLINKS: Final = 1234567


class DeliveryReportErrorOfTheLongKindGroup(IntCode):
    """Acme: groups of the codes of DeliveryReportErrorOfTheLongKind."""

    GROUP_OF_ERRORS_THAT_THE_OPERATOR_REPORTED_BEFORE_THE_MESSAGE_WAS_ON_A_WAY = 1

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _DELIVERY_REPORT_ERROR_OF_THE_LONG_KIND_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _DELIVERY_REPORT_ERROR_OF_THE_LONG_KIND_GROUP[self][1]

    @property
    def codes(self) -> tuple[DeliveryReportErrorOfTheLongKind, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in DeliveryReportErrorOfTheLongKind if code.group is self)


_DELIVERY_REPORT_ERROR_OF_THE_LONG_KIND_GROUP: Final[dict[int, tuple[str, str]]] = {
    1: ("GROUP_OF_ERRORS_THAT_THE_OPERATOR_REPORTED_BEFORE_THE_MESSAGE_WAS_ON_A_WAY", ""),
}


class DeliveryReportErrorOfTheLongKind(IntCode):
    """Acme: Delivery report errors of the long kind, which the page explains in a
    heading that is itself long.
    """

    EC_MESSAGE_COULD_NOT_BE_DELIVERED_SINCE_THE_OPERATOR_OF_THE_NETWORK_FAILED = 1
    """The operator was away."""
    EC_EIGHTY_EIGHT_COLUMNS_ARE_JUST_ENOUGH_FOR_THIS_NAME_AND_ITS_VALUE_IN_AL = 12345678
    EC_EIGHTY_EIGHT_COLUMNS_ARE_TOO_FEW_BY_ONE_FOR_THIS_NAME_WITH_A_VALUE_LIK = 123456789
    EC_THE_OPERATOR_WAS_NOT_AVAILABLE_AT_ALL_SO_THAT_NOTHING_WAS_DELIVERED_ONC: Literal[DeliveryReportErrorOfTheLongKind.EC_MESSAGE_COULD_NOT_BE_DELIVERED_SINCE_THE_OPERATOR_OF_THE_NETWORK_FAILED]
    EC_OPERATOR_UNAVAILABLE_FOR_ALL_MESSAGES_OF_ALL_ACCOUNTS: Literal[DeliveryReportErrorOfTheLongKind.EC_MESSAGE_COULD_NOT_BE_DELIVERED_SINCE_THE_OPERATOR_OF_THE_NETWORK_FAILED]
    """Deprecated: the former name of
    EC_MESSAGE_COULD_NOT_BE_DELIVERED_SINCE_THE_OPERATOR_OF_THE_NETWORK_FAILED.
    """

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _DELIVERY_REPORT_ERROR_OF_THE_LONG_KIND[self][0]

    @property
    def group(self) -> DeliveryReportErrorOfTheLongKindGroup:
        """The group that the provider lists the code in."""
        return _DELIVERY_REPORT_ERROR_OF_THE_LONG_KIND[self][1]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _DELIVERY_REPORT_ERROR_OF_THE_LONG_KIND[self][2]

    @property
    def documented_names(self) -> tuple[str, ...]:
        """All names that the provider gives the code; the aliases come last."""
        return _DELIVERY_REPORT_ERROR_OF_THE_LONG_KIND_NAMES.get(self, super().documented_names)


DeliveryReportErrorOfTheLongKind.EC_THE_OPERATOR_WAS_NOT_AVAILABLE_AT_ALL_SO_THAT_NOTHING_WAS_DELIVERED_ONC = DeliveryReportErrorOfTheLongKind.EC_MESSAGE_COULD_NOT_BE_DELIVERED_SINCE_THE_OPERATOR_OF_THE_NETWORK_FAILED

DeliveryReportErrorOfTheLongKind.EC_OPERATOR_UNAVAILABLE_FOR_ALL_MESSAGES_OF_ALL_ACCOUNTS = DeliveryReportErrorOfTheLongKind.EC_MESSAGE_COULD_NOT_BE_DELIVERED_SINCE_THE_OPERATOR_OF_THE_NETWORK_FAILED

_DELIVERY_REPORT_ERROR_OF_THE_LONG_KIND: Final[dict[int, tuple[str, DeliveryReportErrorOfTheLongKindGroup, str]]] = {
    1: ("EC_MESSAGE_COULD_NOT_BE_DELIVERED_SINCE_THE_OPERATOR_OF_THE_NETWORK_FAILED", DeliveryReportErrorOfTheLongKindGroup.GROUP_OF_ERRORS_THAT_THE_OPERATOR_REPORTED_BEFORE_THE_MESSAGE_WAS_ON_A_WAY, "The operator was away."),
    12345678: ("EC_EIGHTY_EIGHT_COLUMNS_ARE_JUST_ENOUGH_FOR_THIS_NAME_AND_ITS_VALUE_IN_AL", DeliveryReportErrorOfTheLongKindGroup.GROUP_OF_ERRORS_THAT_THE_OPERATOR_REPORTED_BEFORE_THE_MESSAGE_WAS_ON_A_WAY, ""),
    123456789: ("EC_EIGHTY_EIGHT_COLUMNS_ARE_TOO_FEW_BY_ONE_FOR_THIS_NAME_WITH_A_VALUE_LIK", DeliveryReportErrorOfTheLongKindGroup.GROUP_OF_ERRORS_THAT_THE_OPERATOR_REPORTED_BEFORE_THE_MESSAGE_WAS_ON_A_WAY, ""),
}
_DELIVERY_REPORT_ERROR_OF_THE_LONG_KIND_NAMES: Final[dict[int, tuple[str, ...]]] = {
    1: ("EC_MESSAGE_COULD_NOT_BE_DELIVERED_SINCE_THE_OPERATOR_OF_THE_NETWORK_FAILED", "A documented name that is so long that it takes more than one line of eighty-eight columns in a table"),
}


class VoiceReportErrorOfTheLongKind(StrCode):
    """Acme: Voice."""

    EC_A_NAME_WITH_A_VALUE_OF_SOME_LENGTH_THAT_NEEDS_TO_BE_PUT_ON_A_LINE = "a value of some length that needs to be put on a line of its own"
    """Text that goes on and on, so that the entry of the table does not fit on a line
    of eighty-eight columns.
    """

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _VOICE_REPORT_ERROR_OF_THE_LONG_KIND[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _VOICE_REPORT_ERROR_OF_THE_LONG_KIND[self][1]


_VOICE_REPORT_ERROR_OF_THE_LONG_KIND: Final[dict[str, tuple[str, str]]] = {
    "a value of some length that needs to be put on a line of its own": ("EC_A_NAME_WITH_A_VALUE_OF_SOME_LENGTH_THAT_NEEDS_TO_BE_PUT_ON_A_LINE", "Text that goes on and on, so that the entry of the table does not fit on a line of eighty-eight columns."),
}


class Brief(IntCode):
    """Acme: Brief."""

    SENT = 1
    EC_A_FORMER_NAME_THAT_IS_AS_LONG_AS_SEVENTY_FOUR_CHARACTERS_ARE_BUT_NO_MOR: Literal[Brief.SENT]
    """Deprecated: the former name of SENT."""

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _BRIEF[self]


Brief.EC_A_FORMER_NAME_THAT_IS_AS_LONG_AS_SEVENTY_FOUR_CHARACTERS_ARE_BUT_NO_MOR = Brief.SENT

_BRIEF: Final[dict[int, str]] = {
    1: "",
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (
    DeliveryReportErrorOfTheLongKind,
    VoiceReportErrorOfTheLongKind,
    Brief,
)
"""All lists of the provider, in documented order."""

DeliveryReportOfTheLongKindThatNobodyReads: TypeAlias = DeliveryReportErrorOfTheLongKind | VoiceReportErrorOfTheLongKind
"""Any code of the family delivery_report_of_the_long_kind_that_nobody_reads."""


def find_delivery_report_of_the_long_kind_that_nobody_reads(
    value: int | str,
    name: str | None = None,
) -> tuple[DeliveryReportOfTheLongKindThatNobodyReads, ...]:
    """Return the codes with this value, and this documented name if given."""
    lists: tuple[type[DeliveryReportOfTheLongKindThatNobodyReads], ...] = (
        DeliveryReportErrorOfTheLongKind,
        VoiceReportErrorOfTheLongKind,
    )
    return find_in(lists, value, name)


def parse_delivery_report_of_the_long_kind_that_nobody_reads(
    value: int | str,
    name: str | None = None,
) -> DeliveryReportOfTheLongKindThatNobodyReads | UnlistedIntCode | UnlistedStrCode:
    """Return the code for a received value; the name decides if several lists have it.

    If no list has it, return an unlisted code of the first list that can hold it.
    """
    lists: tuple[type[DeliveryReportOfTheLongKindThatNobodyReads], ...] = (
        DeliveryReportErrorOfTheLongKind,
        VoiceReportErrorOfTheLongKind,
    )
    return parse_in(lists, value, name)


DeliveryReportOfTheLongKindThatNobodyReadsGroup: TypeAlias = DeliveryReportErrorOfTheLongKindGroup
"""Any group of the family delivery_report_of_the_long_kind_that_nobody_reads."""


def find_delivery_report_of_the_long_kind_that_nobody_reads_group(
    value: int | str,
) -> tuple[DeliveryReportOfTheLongKindThatNobodyReadsGroup, ...]:
    """Return the groups of the family with this id."""
    lists: tuple[type[DeliveryReportOfTheLongKindThatNobodyReadsGroup], ...] = (DeliveryReportErrorOfTheLongKindGroup,)
    return find_in(lists, value)
