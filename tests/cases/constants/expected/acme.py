# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:671463e64dffacaa4190158b78ee380bae49bf94d0de45bed8ed306fe0c89462 of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

The page "Codes" was transcribed on 2026-11-22.

Its pages do not say in which field these arrive: Result.

Our note: The page has three tables.
"""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "MAX_LENGTH",
    "LOWEST_PRIORITY",
    "NOTHING",
    "REQUEST_ID_HEADER",
    "DIGITS_AS_TEXT",
    "SOURCE_ADDRESSES",
    "ONE_ADDRESS",
    "LONG_TEXT",
    "LONG_WORD",
    "WIDE_TEXT",
    "ONE_WIDE_TEXT",
    "Result",
]

# fmt: off

MAX_LENGTH: Final = 160
"""Characters in one message."""

LOWEST_PRIORITY: Final = -5

NOTHING: Final = 0
"""Our note: Zero is a number too."""

REQUEST_ID_HEADER: Final = "x-request-id"
"""Set it to "correlate" requests."""

DIGITS_AS_TEXT: Final = "007"
"""Not seven."""

SOURCE_ADDRESSES: Final = (
    "192.0.2.1",
    "192.0.2.2",
    "2001:db8::1",
)
"""Let these in."""

ONE_ADDRESS: Final = ("198.51.100.7 and more",)

LONG_TEXT: Final = "a text that is so long that no line of eighty-eight columns has room for it and for its name"
"""A description that is so long that it takes more than one line of eighty-eight
columns, and which is wrapped at blanks.
"""

LONG_WORD: Final = "https://docs.acme.example/a/very/long/address/that/no/line/of/eighty/eight/columns/has/room/for"

WIDE_TEXT: Final = "受信者の端末がネットワークに接続されていないため配信できませんでした"

ONE_WIDE_TEXT: Final = ("受信者の端末がネットワークに接続されていないため配信できませんでした",)


class Result(IntCode):
    """Acme: Results.

    From the page "Codes".

    Our note: The page calls them codes.
    """

    SENT = 1
    """It left."""

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _RESULT[self]


_RESULT: Final[dict[int, str]] = {
    1: "It left.",
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Result,)
"""All lists of the provider, in documented order."""
