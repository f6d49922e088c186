"""What a code means for its caller: state, retry, whose move.

This is our judgement and not the provider's, which stands on the codes themselves. Each
meaning carries its basis: the words of the page that it rests on, the documented flag, or a
convention.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from types import EllipsisType
from typing import NamedTuple

from ._modules import meanings_of
from ._runtime import Code, IntCode, StrCode, UnlistedIntCode, UnlistedStrCode

__all__ = [
    "Decision",
    "Meaning",
    "MessageState",
    "Party",
    "Retry",
    "is_final",
    "may_retry",
    "meaning",
    "state",
]


class MessageState(Enum):
    """The state of a message, as SMPP numbers it: `message_state` of v3.4, 5.2.28, and of v5.0."""

    SCHEDULED = 0
    """Its delivery is planned for later and has not begun."""

    ENROUTE = 1
    """It was accepted, and is on its way."""

    DELIVERED = 2
    """It has arrived at its destination, the recipient."""

    EXPIRED = 3
    """Its validity ended before it was delivered."""

    DELETED = 4
    """It was cancelled."""

    UNDELIVERABLE = 5
    """It could not be delivered."""

    ACCEPTED = 6
    """Customer service has read it on behalf of the recipient."""

    UNKNOWN = 7
    """Its state is not known."""

    REJECTED = 8
    """It was refused, by the provider or on the way."""

    SKIPPED = 9
    """It was accepted, and deliberately not sent."""

    @property
    def final(self) -> bool | None:
        """Whether SMPP calls the state final; None for UNKNOWN, of which it does not say."""
        if self is MessageState.UNKNOWN:
            return None
        return self not in (MessageState.SCHEDULED, MessageState.ENROUTE)


class Retry(Enum):
    """Whether the same request, to the same recipient, may succeed."""

    LATER = "later"
    """Unchanged, at another time."""

    AFTER_CHANGE = "after_change"
    """Once something has been changed, by the party whose move it is."""

    NEVER = "never"
    """No change helps; or the message has arrived, or is on its way, and would arrive twice."""


class Party(Enum):
    """With whom the cause lies, and who alone can remove it."""

    RECIPIENT = "recipient"
    """The person, device, subscription or mailbox that is addressed."""

    REQUEST = "request"
    """The caller, in this request or its timing."""

    ACCOUNT = "account"
    """The caller, in the account or the contract."""

    OPERATOR = "operator"
    """The mobile operator, network or mail server beyond the provider."""

    PROVIDER = "provider"
    """The provider's own platform."""

    NOBODY = "nobody"
    """Nobody has to act."""


class Meaning(NamedTuple):
    """What a code means for its caller. None, everywhere, is "not stated"."""

    state: MessageState | None = None
    """How things stand with the message."""

    final: bool | None = None
    """Whether that state is the last."""

    retry: Retry | None = None
    """Whether to try again."""

    party: Party | None = None
    """Whose move it is."""

    basis: str = ""
    """What it rests on: words of the page, the documented flag, a convention."""

    reason: str = ""
    """Why, where that is not plain, or where a documented flag says otherwise."""


class Decision(NamedTuple):
    """A decision of one's own, laid over the meanings of a code, of a group or of a whole list.

    What is left out stays as it is, except that `final` follows a new state. None is "not
    stated".
    """

    target: Code | type[IntCode] | type[StrCode]
    state: MessageState | None | EllipsisType = ...
    final: bool | None | EllipsisType = ...
    retry: Retry | None | EllipsisType = ...
    party: Party | None | EllipsisType = ...
    reason: str = "decided by the caller"


_NOT_STATED = Meaning()


def meaning(code: Code, decisions: Sequence[Decision] = ()) -> Meaning:
    """The meaning of a member of any list, or of an unlisted code.

    A decision for a code goes before one for its group, that before one for its list, and of
    two of a kind the later one. Groups have no meaning of their own: their codes differ.
    """
    code_list = _list_of(code)
    found = _NOT_STATED
    if code_list is not None and code.listed:
        table = _meanings(code_list.__module__).get(code_list.__name__, {})
        found = table.get(code.value, _NOT_STATED)
    if decisions:
        ranked = [(_rank(each.target, code, code_list), each) for each in decisions]
        for _, decision in sorted(
            (pair for pair in ranked if pair[0]), key=lambda pair: pair[0]
        ):
            found = _laid_over(found, decision)
    return found


def state(code: Code, decisions: Sequence[Decision] = ()) -> MessageState | None:
    """The state of the message; None where the code does not say."""
    return meaning(code, decisions).state


def is_final(code: Code, decisions: Sequence[Decision] = ()) -> bool | None:
    """Whether the state of the message is its last; None where the code does not say."""
    return meaning(code, decisions).final


def may_retry(code: Code, decisions: Sequence[Decision] = ()) -> bool | None:
    """Whether the same request, unchanged, may succeed later; None where that is not stated."""
    retry = meaning(code, decisions).retry
    return None if retry is None else retry is Retry.LATER


def _list_of(code: object) -> type[IntCode] | type[StrCode] | None:
    if isinstance(code, (IntCode, StrCode)):
        return type(code)
    if isinstance(code, (UnlistedIntCode, UnlistedStrCode)):
        return code.code_list
    return None


def _rank(
    target: object, code: Code, code_list: type[IntCode] | type[StrCode] | None
) -> int:
    """How closely the target fits the code: 3 is the code, 1 its list, 0 not at all."""
    if target is code_list:
        return 1
    if target is code.group:
        return 2
    # Codes of two lists are equal if their values are.
    return 3 if target == code and _list_of(target) is code_list else 0


def _laid_over(found: Meaning, decision: Decision) -> Meaning:
    final = found.final
    if decision.state is not ...:
        final = decision.state and decision.state.final
    return Meaning(
        found.state if decision.state is ... else decision.state,
        final if decision.final is ... else decision.final,
        found.retry if decision.retry is ... else decision.retry,
        found.party if decision.party is ... else decision.party,
        found.basis,
        decision.reason,
    )


@cache
def _meanings(module: str) -> Mapping[str, Mapping[int | str, Meaning]]:
    """The meanings of the provider whose codes that module has, by list and value."""
    package, _, provider = module.rpartition(".")
    # A code may be of an enum that another package has made from the same bases.
    return meanings_of(provider) if package == __package__ else {}
