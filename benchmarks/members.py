"""Measure how long it takes to read a member, to look one up and to parse a value. Prints JSON.

Prints the seconds of each round, and those of the same enum written by hand.
"""

import json
from collections.abc import Callable
from enum import IntEnum, StrEnum
from timeit import Timer
from typing import Any, Self

from provider_codes.smspartner import HlrError, MessageStatus

_TIMES, _ROUNDS = 20_000, 41
PERMANENT = {code.value: code.permanent for code in HlrError}


class ByHand(IntEnum):
    """What a person writes; the members are those of the library's enum."""

    @property
    def of_self(self) -> bool | None:
        """The flag from a table whose keys are members."""
        return PERMANENT[self]

    @property
    def of_value(self) -> bool | None:
        """The flag from a table whose keys are values."""
        return PERMANENT[self._value_]

    @classmethod
    def parse(cls, value: int) -> Self | int:
        """The member, or the value if no member has it."""
        try:
            return cls(value)
        except ValueError:
            return value


# Makes an enum with the members of another, which type checkers do not understand.
make: Callable[..., Any] = ByHand
make_texts: Callable[..., Any] = StrEnum
E: Any = make("E", {code.name: code.value for code in HlrError})
LISTED, UNLISTED = 13, 777
member, by_hand = HlrError(LISTED), E(LISTED)

TEXT = "ko"
Texts: Any = make_texts("Texts", {code.name: code.value for code in MessageStatus})

STATEMENTS = {
    "m.permanent": "member.permanent",
    "by hand: TABLE[self]": "by_hand.of_self",
    "by hand: TABLE[self._value_]": "by_hand.of_value",
    "E(v)": "HlrError(LISTED)",
    "IntEnum: E(v)": "E(LISTED)",
    "E.parse(v)": "HlrError.parse(LISTED)",
    "IntEnum: E(v) in try/except": "E.parse(LISTED)",
    "E.parse(v), unlisted": "HlrError.parse(UNLISTED)",
    "IntEnum: E(v) in try/except, unlisted": "E.parse(UNLISTED)",
    "E.parse(text)": "MessageStatus.parse(TEXT)",
    "StrEnum: E(text)": "Texts(TEXT)",
}


def main() -> None:
    """Time all statements in turn."""
    timers = {label: Timer(text, globals=globals()) for label, text in STATEMENTS.items()}
    rounds = [
        {label: timer.timeit(_TIMES) / _TIMES for label, timer in timers.items()}
        for _ in range(_ROUNDS)
    ]
    print(json.dumps({label: [each[label] for each in rounds] for label in timers}))


if __name__ == "__main__":
    main()
