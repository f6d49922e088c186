# Generated from the template _meaning.py by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:8ba83750c24fc14fbd75e7b4005d2ef3f5e6a7245d74413e69523c2d85ebda1d of all below this line.
"""What a code means for the caller: its state, whether to retry, why, and who has to act.

This is our judgement. The provider's own facts are properties of the codes. Each meaning
states its basis: words of the page, the documented flag, or a convention.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from types import EllipsisType, UnionType
from typing import TYPE_CHECKING, NamedTuple, Self, TypeAlias, cast, get_args

from ._modules import meanings_of
from ._runtime import (
    Code,
    IntCode,
    StrCode,
    UnlistedIntCode,
    UnlistedStrCode,
    is_list,
    lists_of,
)

__all__ = [
    "Action",
    "Cause",
    "Decision",
    "Meaning",
    "MessageState",
    "Outcome",
    "Party",
    "Retry",
    "is_final",
    "may_retry",
    "meaning",
    "outcome",
    "state",
]


class MessageState(StrEnum):
    """The state of a message, as in SMPP: `message_state` of v3.4, 5.2.28, and v5.0.

    The states are in the order of SMPP's numbers.
    """

    SCHEDULED = "SCHEDULED"
    """Its delivery is planned for later and has not begun."""

    ENROUTE = "ENROUTE"
    """It was accepted and is on its way."""

    DELIVERED = "DELIVERED"
    """It has reached the recipient."""

    EXPIRED = "EXPIRED"
    """Its validity ended before it was delivered."""

    DELETED = "DELETED"
    """It was cancelled."""

    UNDELIVERABLE = "UNDELIVERABLE"
    """It could not be delivered."""

    ACCEPTED = "ACCEPTED"
    """Customer service read it on behalf of the recipient."""

    UNKNOWN = "UNKNOWN"
    """Its state is unknown."""

    REJECTED = "REJECTED"
    """It was refused by the provider or on the way."""

    SKIPPED = "SKIPPED"
    """It was accepted but deliberately not sent."""

    @property
    def number(self) -> int:
        """The number that SMPP sends, from 0 to 9."""
        return list(MessageState).index(self)

    @property
    def final(self) -> bool | None:
        """Whether SMPP calls the state final; None for UNKNOWN, which SMPP leaves open."""
        if self is MessageState.UNKNOWN:
            return None
        return self not in (MessageState.SCHEDULED, MessageState.ENROUTE)


class Retry(StrEnum):
    """Whether the same request, to the same recipient, may succeed."""

    LATER = "later"
    """The unchanged request may succeed later."""

    AFTER_CHANGE = "after_change"
    """It may succeed after the responsible party has changed something."""

    NEVER = "never"
    """No change helps, or the message arrived or is on its way and would arrive twice."""


class Party(StrEnum):
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


class Cause(StrEnum):
    """Why a message or a request failed."""

    ABSENT = "absent"
    """The recipient cannot be reached now: off, out of reach, busy, or not answering."""

    UNABLE = "unable"
    """The recipient's device or subscription cannot receive the message."""

    ADDRESS_INVALID = "address_invalid"
    """The recipient's address is malformed or does not exist."""

    DO_NOT_CONTACT = "do_not_contact"
    """The recipient opted out, or is on a list of those who must not be contacted."""

    CONTENT = "content"
    """The content of the message is not accepted."""

    SENDER = "sender"
    """The sender's name or number is not accepted."""

    PARAMETER = "parameter"
    """Another part of the request is missing or wrong."""

    ACCESS = "access"
    """The credentials are wrong, or the account may not do this."""

    CREDIT = "credit"
    """The account has too little credit."""

    ROUTE = "route"
    """The account has no coverage, route or price for the destination."""

    RATE = "rate"
    """There were too many requests or messages in too short a time."""

    DUPLICATE = "duplicate"
    """The same request or message was sent before."""

    NETWORK = "network"
    """The operator's network failed."""

    INTERNAL = "internal"
    """The provider's own platform failed."""

    @property
    def party(self) -> Party:
        """Who has to act, unless the meaning of the code says otherwise."""
        return _PARTIES[self]

    @property
    def suppress(self) -> bool:
        """Whether to stop sending to the recipient."""
        return self in (Cause.ADDRESS_INVALID, Cause.DO_NOT_CONTACT)

    @property
    def alert(self) -> bool:
        """Whether a person has to see to the account, its credentials, permissions or credit."""
        return self in (Cause.ACCESS, Cause.CREDIT)


_PARTIES = {
    Cause.ABSENT: Party.RECIPIENT,
    Cause.UNABLE: Party.RECIPIENT,
    Cause.ADDRESS_INVALID: Party.REQUEST,
    Cause.DO_NOT_CONTACT: Party.RECIPIENT,
    Cause.CONTENT: Party.REQUEST,
    Cause.SENDER: Party.ACCOUNT,
    Cause.PARAMETER: Party.REQUEST,
    Cause.ACCESS: Party.ACCOUNT,
    Cause.CREDIT: Party.ACCOUNT,
    Cause.ROUTE: Party.ACCOUNT,
    Cause.RATE: Party.REQUEST,
    Cause.DUPLICATE: Party.REQUEST,
    Cause.NETWORK: Party.OPERATOR,
    Cause.INTERNAL: Party.PROVIDER,
}


class Basis(dict[str, str]):
    """The basis of each judged facet, by the name of the field; cannot be changed.

    A facet that follows from another one has none, such as the party that follows from the
    cause. If no facet is judged, `not_stated` has the words that do not suffice.
    """

    __slots__ = ()

    if not TYPE_CHECKING:  # Type checkers know the basis as a Mapping.

        def _refuse(self, *_arguments, **_more):
            raise TypeError("the basis of a meaning cannot be changed")

        __setitem__ = __delitem__ = __ior__ = _refuse
        clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[Self], tuple[dict[str, str]]]:
        return type(self), (dict(self),)


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

    cause: Cause | None = None
    """Why it failed."""

    retry_after: int | None = None
    """After how many seconds to try again, if the page gives a number."""

    basis: Mapping[str, str] = Basis()
    """For each judged facet: words of the page, a flag, a standard or a convention."""

    reason: str = ""
    """Why, if that is not obvious or contradicts a documented flag."""


_Target: TypeAlias = Code | type[IntCode] | type[StrCode] | UnionType


class _Decided(NamedTuple):
    target: _Target
    state: MessageState | None | EllipsisType
    final: bool | None | EllipsisType
    retry: Retry | None | EllipsisType
    party: Party | None | EllipsisType
    cause: Cause | None | EllipsisType
    retry_after: int | None | EllipsisType
    reason: str


class Decision(_Decided):
    """Your own decision, which overrides the meanings of a code, a group, a list or a family.

    Omitted fields keep their values, except that `final` follows a new state, and `party` a
    new cause, and that `retry_after` is not stated with another `retry`. With the state of a message that arrived or is on its way, nobody has to act
    and nothing is sent again; with another state instead, neither is stated. None means "not
    stated".
    """

    __slots__ = ()

    def __new__(
        cls,
        target: _Target,
        state: MessageState | None | EllipsisType = ...,
        final: bool | None | EllipsisType = ...,
        retry: Retry | None | EllipsisType = ...,
        party: Party | None | EllipsisType = ...,
        cause: Cause | None | EllipsisType = ...,
        retry_after: int | None | EllipsisType = ...,
        reason: str = "decided by the caller",
    ) -> Self:
        """Raise TypeError for other types, for a class of groups, and if nothing is decided.

        Raise ValueError if `retry_after` is less than 1.
        """
        _expect_target(target)
        found = (target, state, final, retry, party, cause, retry_after, reason)
        for name, kind, value in zip(cls._fields[1:], _KINDS, found[1:], strict=True):
            is_omitted = (value is None or value is ...) and kind is not str
            if not is_omitted and type(value) is not kind:
                raise TypeError(
                    f"Decision: {name} is of type {kind.__name__}, not {value!r}"
                )
        if all(value is ... for value in found[1:-1]):
            raise TypeError(
                f"the decision about {target!r} sets no field: pass at least one, such as state="
            )
        if isinstance(retry_after, int) and retry_after < 1:
            raise ValueError(
                f"Decision: retry_after is at least 1 second, not {retry_after}"
            )
        return super().__new__(cls, *found)

    if not TYPE_CHECKING:  # Type checkers know `_make` as final.

        @classmethod
        def _make(cls, iterable):
            # Called by `_replace`, whose result is checked as every decision is.
            return cls(*iterable)


_KINDS = (MessageState, bool, Retry, Party, Cause, int, str)

_NOT_STATED = Meaning()


def meaning(code: Code, decisions: Iterable[Decision] = ()) -> Meaning:
    """Return the meaning of a member of any list, or of an unlisted code.

    A decision for a code overrides one for its group, that one for its list, and that one for
    its family. Of two decisions of the same kind, the later one wins. Raises TypeError for
    anything but a code, such as a group, whose codes differ, and for wrong decisions.
    """
    found = _ours(code)
    for decision in _applying(code, _decisions_of(decisions)):
        found = _overridden(found, decision)
    return found


def state(code: Code, decisions: Iterable[Decision] = ()) -> MessageState | None:
    """Return the state of the message; None if the code does not say."""
    return meaning(code, decisions).state


def is_final(code: Code, decisions: Iterable[Decision] = ()) -> bool | None:
    """Whether the state of the message is final; None if the code does not say."""
    return meaning(code, decisions).final


def may_retry(code: Code, decisions: Iterable[Decision] = ()) -> bool | None:
    """Whether the same request, unchanged, may succeed later; None if not stated."""
    retry = meaning(code, decisions).retry
    return None if retry is None else retry is Retry.LATER


class Action(StrEnum):
    """What to do about a message."""

    DELIVERED = "delivered"
    """Nothing: it has arrived."""

    WAIT = "wait"
    """Wait for the next report: it is on its way."""

    RETRY = "retry"
    """Send the same request again, later."""

    FIX = "fix"
    """Send it again after the responsible party has changed something."""

    STOP = "stop"
    """Do not send it again: that does not help."""

    UNKNOWN = "unknown"
    """Ask a person: the codes do not say, are not listed, or contradict each other."""


class Outcome(NamedTuple):
    """What the codes of one report mean together."""

    action: Action
    """What to do."""

    party: Party | None
    """Who has to act; None if that is not stated."""

    cause: Cause | None
    """Why it failed; None if that is not stated."""

    code: Code | None
    """The code that decided; None if none did, or several that contradict each other."""

    may_duplicate: bool
    """Whether the message may arrive twice if it is sent again."""


_ARRIVED = (MessageState.DELIVERED, MessageState.ACCEPTED)
_UNDER_WAY = (MessageState.ENROUTE, MessageState.SCHEDULED)
# The strictest first
_ACTIONS = {
    Retry.NEVER: Action.STOP,
    Retry.AFTER_CHANGE: Action.FIX,
    Retry.LATER: Action.RETRY,
}


def outcome(*codes: Code, decisions: Iterable[Decision] = ()) -> Outcome:
    """Return what to do about a message, by all codes of a report, such as status and error.

    The first of these rules decides:

    1. If the codes contradict each other: UNKNOWN. They do if one states that the message
       arrived or is on its way, and another one states something else, or has an unknown
       state and advises to send again.
    2. If a code states that it arrived: DELIVERED.
    3. If a code states that it is on its way: WAIT.
    4. If a code is not listed, and no decision gives its state or `retry`: UNKNOWN.
    5. If a code gives advice on retrying, the strictest: STOP, FIX or RETRY. If several codes
       give it, `code` is the one whose cause suppresses or alerts, else one that says how long
       to wait, else the one whose cause says most, else the first.
    6. Otherwise: UNKNOWN.

    Raises TypeError without codes, for anything but a code, and for wrong decisions.
    """
    if not codes:
        raise TypeError("outcome() needs at least one code")
    decided = _decisions_of(decisions)
    found = [(code, meaning(code, decided)) for code in codes]
    if by_state := _by_state(found):
        return by_state
    has_ended = any(_kind(each) is Action.STOP for _, each in found)
    for code, each in found:
        if not code.listed and each.state is None and each.retry is None:
            return Outcome(Action.UNKNOWN, None, None, code, not has_ended)
    for retry, action in _ACTIONS.items():
        if advising := [pair for pair in found if pair[1].retry is retry]:
            code, by = _most_telling(advising)
            if by.party is None and by.cause is None:
                # A code that advises otherwise is not a reason for this advice.
                _, by = _most_telling(
                    [pair for pair in found if pair[1].retry in (retry, None)]
                )
            is_open = any(each.state is MessageState.UNKNOWN for _, each in found)
            return Outcome(action, by.party, by.cause, code, is_open and not has_ended)
    _, by = _most_telling(found)
    return Outcome(Action.UNKNOWN, by.party, by.cause, None, not has_ended)


def _by_state(found: Sequence[tuple[Code, Meaning]]) -> Outcome | None:
    """Return the outcome if a code states that the message arrived or is on its way."""
    kinds = {_kind(each) for _, each in found} - {None}
    for action in (Action.DELIVERED, Action.WAIT):
        if action in kinds and len(kinds) > 1:
            return Outcome(Action.UNKNOWN, None, None, None, True)
        if action in kinds:
            code, by = _most_telling(
                [pair for pair in found if _kind(pair[1]) is action]
            )
            return Outcome(action, by.party, by.cause, code, True)
    return None


def _kind(found: Meaning) -> Action | None:
    """Return what the state alone asks for: STOP for all that ended without arriving.

    None if no state is known. A failure whose state is unknown is a RETRY.
    """
    if found.state in _ARRIVED:
        return Action.DELIVERED
    if found.state in _UNDER_WAY:
        return Action.WAIT
    if found.state is MessageState.UNKNOWN:
        return None if found.retry in (None, Retry.NEVER) else Action.RETRY
    return None if found.state is None else Action.STOP


# A generic cause says least.
_CAUSE_ORDER: tuple[Cause | None, ...] = (
    *(cause for cause in Cause if cause not in (Cause.PARAMETER, Cause.INTERNAL)),
    Cause.PARAMETER,
    Cause.INTERNAL,
    None,
)
_PARTY_ORDER: tuple[Party | None, ...] = (*Party, None)


def _most_telling(found: Sequence[tuple[Code, Meaning]]) -> tuple[Code, Meaning]:
    """Return the pair whose meaning must not be lost, or else the one that says most."""

    def place(pair: tuple[Code, Meaning]) -> tuple[bool, bool, bool, int, int]:
        cause, party = pair[1].cause, pair[1].party
        return (
            cause is None or not cause.suppress,
            cause is None or not cause.alert,
            pair[1].retry_after is None,
            _CAUSE_ORDER.index(cause),
            _PARTY_ORDER.index(party),
        )

    return min(found, key=place)


def _list_of(code: object) -> type[IntCode] | type[StrCode] | None:
    if isinstance(code, (IntCode, StrCode)):
        return type(code)
    if isinstance(code, (UnlistedIntCode, UnlistedStrCode)):
        return code.code_list
    return None


def _expect_target(target: object) -> None:
    if _list_of(target) is not None:
        return
    try:
        lists_of(target)
    except TypeError:
        raise TypeError(
            "a decision is about a code, a group such as GeneralStatusGroup.REJECTED, a list"
            f" or a family, not {target!r}"
        ) from None


def _ours(code: Code) -> Meaning:
    """Return the meaning of the code without decisions of the caller."""
    code_list = _list_of(code)
    if code_list is None:
        raise TypeError(
            f"not a code: {code!r}; parse it, as in infobip.GeneralError.parse(51)"
        )
    if not is_list(code_list):
        raise TypeError(f"a group, not a code: {code!r}; ask about one of its codes")
    if not code.listed:
        return _NOT_STATED
    table = _meanings(code_list.__module__).get(code_list.__name__, {})
    return table.get(code.value, _NOT_STATED)


def _applying(code: Code, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions about the code or what contains it, the closest last."""
    code_list = _list_of(code)
    ranked = [(_rank(each.target, code, code_list), each) for each in decisions]
    return [
        decision for rank in (1, 2, 3, 4) for other, decision in ranked if rank == other
    ]


def _decisions_of(decisions: object) -> tuple[Decision, ...]:
    """Return the decisions as a tuple, because they may come from a generator."""
    # A decision is a tuple, and so iterable itself.
    if isinstance(decisions, Decision) or not isinstance(decisions, Iterable):
        raise TypeError(
            f"decisions is a list of Decision, or another iterable, not {decisions!r}"
        )
    found = tuple(cast(Iterable[object], decisions))
    for each in found:
        if not isinstance(each, Decision):
            raise TypeError(f"decisions is a list of Decision, but has {each!r}")
    return cast(tuple[Decision, ...], found)


def _rank(
    target: object, code: Code, code_list: type[IntCode] | type[StrCode] | None
) -> int:
    """Return how closely it matches: 4 code, 3 group, 2 list, 1 family, 0 no match."""
    if code_list in get_args(target):
        return 1
    if target is code_list:
        return 2
    if target is code.group:
        return 3
    # Codes of two lists are equal if their values are.
    return 4 if target == code and _list_of(target) is code_list else 0


def _overridden(found: Meaning, decision: Decision) -> Meaning:
    """Return the meaning with what the caller decided, and with what follows from that."""
    before = found
    if decision.state is not ...:
        found = _with_state(found, decision.state)
    party, seconds = found.party, found.retry_after
    if decision.cause is not ... and decision.cause is not None:
        party = decision.cause.party
    if decision.retry not in (..., found.retry):
        seconds = None
    decided = Meaning(
        found.state,
        found.final if decision.final is ... else decision.final,
        found.retry if decision.retry is ... else decision.retry,
        party if decision.party is ... else decision.party,
        found.cause if decision.cause is ... else decision.cause,
        seconds if decision.retry_after is ... else decision.retry_after,
        reason=decision.reason,
    )
    # Our words do not support what the caller decided, or of what follows from that.
    kept = {
        facet: words
        for facet, words in before.basis.items()
        if getattr(decision, facet, None) is ...
        and getattr(decided, facet) == getattr(before, facet)
    }
    return decided._replace(basis=Basis(kept))


def _with_state(found: Meaning, state: MessageState | None) -> Meaning:
    """Return the meaning with the state, and with what follows from it."""
    not_failed = (*_ARRIVED, *_UNDER_WAY)
    if state in not_failed:
        found = found._replace(
            retry=Retry.NEVER, party=Party.NOBODY, cause=None, retry_after=None
        )
    elif found.state in not_failed:
        found = found._replace(retry=None, party=None, cause=None, retry_after=None)
    return found._replace(state=state, final=None if state is None else state.final)


@cache
def _meanings(module: str) -> Mapping[str, Mapping[int | str, Meaning]]:
    """Return the meanings of the provider of that module, by list and value."""
    package, _, provider = module.rpartition(".")
    # Another package may define its own enums with the same bases.
    return meanings_of(provider) if package == __package__ else {}
