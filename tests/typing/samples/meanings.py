"""The meaning of a code, of any list or unlisted, and a user's own decisions."""

from collections.abc import Mapping, Sequence
from typing import assert_type

from provider_codes import (
    Action,
    Cause,
    Code,
    Decision,
    Meaning,
    MessageState,
    Outcome,
    Party,
    Retry,
    infobip,
    is_final,
    may_retry,
    meaning,
    outcome,
    smspartner,
    state,
)
from provider_codes.infobip import VoiceError

OURS = (
    Decision(VoiceError.EC_VOICE_USER_BUSY, retry=Retry.LATER),
    Decision(infobip.VoiceErrorGroup.OPERATOR_ERRORS, party=Party.OPERATOR, reason="so it is"),
    Decision(smspartner.MessageStatus, state=MessageState.UNKNOWN, final=None),
    Decision(VoiceError.parse(5999), retry=None),
    Decision(VoiceError(5404), cause=Cause.ROUTE, retry=Retry.LATER, retry_after=60),
)


def types(code: Code) -> None:
    """None is "not stated", and a checker asks for it."""
    found = meaning(code)
    assert_type(found, Meaning)
    assert_type(found.state, MessageState | None)
    assert_type(found.final, bool | None)
    assert_type(found.retry, Retry | None)
    assert_type(found.party, Party | None)
    assert_type(found.cause, Cause | None)
    assert_type(found.retry_after, int | None)
    assert_type(found.basis, Mapping[str, str])
    assert_type(Cause.CREDIT.party, Party)
    assert_type(Cause.CREDIT.alert, bool)
    assert_type(outcome(code, VoiceError(5003), decisions=OURS), Outcome)
    family = Decision(infobip.Error, retry=Retry.NEVER)
    assert_type(outcome(code, decisions=(each for each in (*OURS, family))), Outcome)
    assert_type(outcome(code).action, Action)
    assert_type(outcome(code).code, Code | None)
    assert_type(state(code), MessageState | None)
    assert_type(is_final(code), bool | None)
    assert_type(may_retry(code, OURS), bool | None)
    assert_type(MessageState.UNKNOWN.final, bool | None)
    assert_type(MessageState.UNKNOWN.number, int)


def whose_move(code: Code) -> str:
    """All parties have a case, so that none is left over."""
    party = meaning(code).party
    match party:
        case None:
            return "not stated"
        case Party.RECIPIENT | Party.NOBODY:
            return "not ours"
        case Party.REQUEST | Party.ACCOUNT:
            return "ours"
        case Party.OPERATOR | Party.PROVIDER:
            return "theirs"


def main() -> None:
    codes: Sequence[Code] = [
        VoiceError.EC_VOICE_USER_BUSY,
        VoiceError.parse(5999),
        smspartner.MessageStatus.DELIVERED,
        smspartner.MessageStatus.parse("read"),
    ]
    for code in codes:
        types(code)
    assert [whose_move(code) for code in codes] == [
        "not ours",
        "not stated",
        "not ours",
        "not stated",
    ]
    assert [may_retry(code, OURS) for code in codes[:2]] == [True, None]


main()
