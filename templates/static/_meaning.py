"""What a code means for the caller: its state, whether to retry, and who has to act.

This is our judgement. The provider's own facts are properties of the codes. Each meaning
states its basis: words of the page, the documented flag, or a convention.
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
    """The state of a message, numbered as in SMPP: `message_state` of v3.4, 5.2.28, and v5.0."""

    SCHEDULED = 0
    """Its delivery is planned for later and has not begun."""

    ENROUTE = 1
    """It was accepted and is on its way."""

    DELIVERED = 2
    """It has reached the recipient."""

    EXPIRED = 3
    """Its validity ended before it was delivered."""

    DELETED = 4
    """It was cancelled."""

    UNDELIVERABLE = 5
    """It could not be delivered."""

    ACCEPTED = 6
    """Customer service read it on behalf of the recipient."""

    UNKNOWN = 7
    """Its state is unknown."""

    REJECTED = 8
    """It was refused by the provider or on the way."""

    SKIPPED = 9
    """It was accepted but deliberately not sent."""

    @property
    def final(self) -> bool | None:
        """Whether SMPP calls the state final; None for UNKNOWN, which SMPP leaves open."""
        if self is MessageState.UNKNOWN:
            return None
        return self not in (MessageState.SCHEDULED, MessageState.ENROUTE)


class Retry(Enum):
    """Whether the same request, to the same recipient, may succeed."""

    LATER = "later"
    """The unchanged request may succeed later."""

    AFTER_CHANGE = "after_change"
    """It may succeed after the responsible party has changed something."""

    NEVER = "never"
    """No change helps, or the message arrived or is on its way and would arrive twice."""


class Party(Enum):
    """Who caused it, and is the only one who can fix it."""

    RECIPIENT = "recipient"
    """The addressed person, device, subscription or mailbox."""

    REQUEST = "request"
    """The caller: this request or its timing."""

    ACCOUNT = "account"
    """The caller: the account or the contract."""

    OPERATOR = "operator"
    """The mobile operator, network or mail server beyond the provider."""

    PROVIDER = "provider"
    """The provider's own platform."""

    NOBODY = "nobody"
    """Nobody has to act."""


class Meaning(NamedTuple):
    """What a code means for the caller. None always means "not stated"."""

    state: MessageState | None = None
    """The state of the message."""

    final: bool | None = None
    """Whether that state is final."""

    retry: Retry | None = None
    """Whether to try again."""

    party: Party | None = None
    """Who has to act."""

    basis: str = ""
    """Words of the page, the documented flag, or a convention."""

    reason: str = ""
    """Why, if that is not obvious or contradicts a documented flag."""


class Decision(NamedTuple):
    """Your own decision, which overrides the meanings of a code, a group or a whole list.

    Omitted fields keep their values, except that `final` follows a new state. None means
    "not stated".
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

    A decision for a code overrides one for its group, and that overrides one for its list. Of
    two decisions of the same kind, the later one wins. Groups have no meaning, because their
    codes differ.
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
    """The state of the message; None if the code does not say."""
    return meaning(code, decisions).state


def is_final(code: Code, decisions: Sequence[Decision] = ()) -> bool | None:
    """Whether the state of the message is final; None if the code does not say."""
    return meaning(code, decisions).final


def may_retry(code: Code, decisions: Sequence[Decision] = ()) -> bool | None:
    """Whether the same request, unchanged, may succeed later; None if not stated."""
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
    """How closely the target matches: 3 is the code, 2 its group, 1 its list, 0 no match."""
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
    """The meanings of the provider of that module, by list and value."""
    package, _, provider = module.rpartition(".")
    # Another package may define its own enums with the same bases.
    return meanings_of(provider) if package == __package__ else {}
