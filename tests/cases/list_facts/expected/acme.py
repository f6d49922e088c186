# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:636d6376a2640c108e98c5306ea999f85ebeb53fc5b8824a7207ea0b29ae75d4 of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

Its pages do not say in which field these arrive: Error and Reply.
"""

from __future__ import annotations

from typing import Final, Literal

from ._runtime import (
    Facts,
    IntCode,
    StrCode,
    facts_of,
)

__all__ = [
    "LISTS",
    "ErrorGroup",
    "Error",
    "Reply",
]

# fmt: off


class ErrorGroup(IntCode):
    """Acme: groups of the codes of Error."""

    ACCOUNT = 1

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _ERROR_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _ERROR_GROUP[self][1]

    @property
    def codes(self) -> tuple[Error, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in Error if code.group is self)


_ERROR_GROUP: Final[dict[int, tuple[str, str]]] = {
    1: ("ACCOUNT", ""),
}


class Error(IntCode):
    """Acme: Errors."""

    QUOTA_EXCEEDED = 17
    """Your quota is used up."""
    SENDER_UNKNOWN = 18
    DELAYED = 19
    GONE = 16
    """Withdrawn: no longer documented since 2026-01-01."""
    NO_CREDIT: Literal[Error.QUOTA_EXCEEDED]
    """The account has no credit."""

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _ERROR[self][0]

    @property
    def group(self) -> ErrorGroup | None:
        """The group that the provider lists the code in."""
        return _ERROR[self][1]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _ERROR[self][2]

    @property
    def http_status(self) -> int:
        """HTTP status, as documented."""
        return _ERROR[self][3]

    @property
    def retryable(self) -> bool | None:
        """Retryable?, as documented."""
        return _ERROR[self][4]

    @property
    def hint(self) -> str | None:
        """What to do about it, in the words of the support team whose desk is on the
        third floor, as documented.
        """
        return _ERROR[self][5]

    @property
    def never_filled(self) -> int | None:
        """Never filled, as documented."""
        return _ERROR[self][6]

    @property
    def facts(self) -> Facts:
        """The facts that only this list has, by name; absent facts are omitted."""
        return facts_of(self, _ERROR_FACTS)

    @property
    def documented_names(self) -> tuple[str, ...]:
        """All names that the provider gives the code; the aliases come last."""
        return _ERROR_NAMES.get(self, super().documented_names)


Error.NO_CREDIT = Error.QUOTA_EXCEEDED

_ERROR: Final[dict[int, tuple[str, ErrorGroup | None, str, int, bool | None, str | None, int | None]]] = {
    17: ("QUOTA_EXCEEDED", ErrorGroup.ACCOUNT, "Your quota is used up.", 402, False, 'Top up, or ask for "more".', None),
    18: ("SENDER_UNKNOWN", None, "", -403, None, "0402", None),
    19: ("DELAYED", None, "", 0, True, None, None),
    16: ("GONE", None, "", 410, False, None, None),
}
_ERROR_FACTS: Final[dict[str, str]] = {
    "http_status": "HTTP status",
    "retryable": "Retryable?",
    "hint": "What to do about it, in the words of the support team whose desk is on the third floor",
    "never_filled": "Never filled",
}
_ERROR_NAMES: Final[dict[int, tuple[str, ...]]] = {
    17: ("QUOTA_EXCEEDED", "NO_CREDIT"),
}


class Reply(StrCode):
    """Acme: Replies."""

    ACCEPTED = "yes"
    REFUSED = "no"

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _REPLY[self][0]

    @property
    def is_final(self) -> bool:
        """Final, as documented."""
        return _REPLY[self][1]

    @property
    def text_of_button(self) -> str:
        """Button, as documented."""
        return _REPLY[self][2]

    @property
    def facts(self) -> Facts:
        """The facts that only this list has, by name; absent facts are omitted."""
        return facts_of(self, _REPLY_FACTS)


_REPLY: Final[dict[str, tuple[str, bool, str]]] = {
    "yes": ("", True, "Yes"),
    "no": ("", False, "4xx"),
}
_REPLY_FACTS: Final[dict[str, str]] = {
    "is_final": "Final",
    "text_of_button": "Button",
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (
    Error,
    Reply,
)
"""All lists of the provider, in documented order."""
