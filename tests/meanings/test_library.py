"""`provider_codes.meaning` and related functions, as senders of messages use them."""

import ast
import copy
import inspect
import pickle
import subprocess
import sys
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import provider_codes
import pytest
from provider_codes import (
    PROVIDERS,
    Action,
    Cause,
    Decision,
    IntCode,
    Meaning,
    MessageState,
    Party,
    Retry,
    StrCode,
    infobip,
    is_final,
    may_retry,
    meaning,
    outcome,
    smsapi,
    smspartner,
    state,
)
from provider_codes._advice import advice

LISTS: list[type[IntCode] | type[StrCode]] = [
    code_list for slug in PROVIDERS for code_list in import_module(f"provider_codes.{slug}").LISTS
]
CODES: list[IntCode | StrCode] = [code for code_list in LISTS for code in code_list]


def test_a_code_that_everybody_gets_wrong() -> None:
    """A message with the operator is not delivered; a congestion ends, whatever the flag says."""
    assert state(infobip.GeneralStatus.DELIVERED_TO_OPERATOR) is MessageState.ENROUTE
    assert is_final(infobip.GeneralStatus.DELIVERED_TO_OPERATOR) is False
    congestion = infobip.GeneralError(51)
    assert congestion.permanent is True
    assert may_retry(congestion) is True
    assert meaning(congestion).reason


@pytest.mark.parametrize("code_list", LISTS, ids=lambda code_list: code_list.__name__)
def test_an_editor_shows_what_to_do(code_list: type[IntCode] | type[StrCode]) -> None:
    """The docstring of each member has the words of `lookup`."""
    source = ast.parse(inspect.getsource(code_list)).body[0]
    assert isinstance(source, ast.ClassDef)
    shown = {
        ast.unparse(member.targets[0]): ast.literal_eval(below.value)
        for member, below in pairwise(source.body)
        if isinstance(member, ast.Assign) and isinstance(below, ast.Expr)
    }
    for code in code_list:
        assert f"Our advice: {advice(code)}" in " ".join(shown[code.name].split())


def test_the_advice_says_when_a_resend_may_arrive_twice() -> None:
    for code in CODES:
        found = outcome(code)
        if found.action in (Action.RETRY, Action.FIX) or state(code) is MessageState.UNKNOWN:
            assert found.may_duplicate == ("may arrive twice" in advice(code)), repr(code)


def test_every_meaning_has_a_basis() -> None:
    assert len(CODES) >= 648
    for code in CODES:
        found = meaning(code)
        assert found.basis, repr(code)
        if "final" not in found.basis:
            assert found.final == (found.state and found.state.final)
        assert bool(found.reason) >= ("final" in found.basis)


def test_a_meaning_agrees_with_the_functions() -> None:
    for code in CODES:
        found = meaning(code)
        assert state(code) is found.state
        assert is_final(code) is found.final
        assert may_retry(code) is (None if found.retry is None else found.retry is Retry.LATER)


def test_a_message_that_has_not_failed_is_not_sent_again() -> None:
    for code in CODES:
        if state(code) in (MessageState.SCHEDULED, MessageState.ENROUTE, MessageState.DELIVERED):
            assert meaning(code).retry is Retry.NEVER
            assert meaning(code).party is Party.NOBODY


def test_an_unlisted_code_has_no_meaning() -> None:
    for code in (infobip.VoiceError.parse(5999), smspartner.SmsStatus.parse("read")):
        assert meaning(code) == Meaning()
        assert (state(code), is_final(code), may_retry(code)) == (None, None, None)


def test_a_code_from_elsewhere_has_no_meaning() -> None:
    class Status(IntCode):
        DONE = 3

    assert meaning(Status.DONE) == Meaning()


def test_the_states_are_numbered_as_in_smpp() -> None:
    names = "SCHEDULED ENROUTE DELIVERED EXPIRED DELETED UNDELIVERABLE ACCEPTED UNKNOWN REJECTED SKIPPED"
    assert [(each.value, each.number) for each in MessageState] == [
        (name, number) for number, name in enumerate(names.split())
    ]
    assert [each.name for each in MessageState if each.final is False] == ["SCHEDULED", "ENROUTE"]
    assert [each.name for each in MessageState if each.final is None] == ["UNKNOWN"]


def test_a_meaning_cannot_be_changed() -> None:
    found = meaning(infobip.GeneralStatus.DELIVERED_TO_HANDSET)
    with pytest.raises(AttributeError):
        found.retry = Retry.LATER  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    assert hash(found) == hash(copy.deepcopy(found))
    assert pickle.loads(pickle.dumps(found)) == found


# A user's own decisions

OPERATOR = infobip.VoiceError.EC_VOICE_ERROR_FORBIDDEN


def test_a_decision_for_a_code() -> None:
    decisions = [Decision(OPERATOR, retry=Retry.LATER, reason="our operator asks for it")]
    assert may_retry(OPERATOR) is None
    assert may_retry(OPERATOR, decisions) is True
    found = meaning(OPERATOR, decisions)
    assert (found.party, found.basis) == (meaning(OPERATOR).party, meaning(OPERATOR).basis)
    assert found.reason == "our operator asks for it"
    assert meaning(infobip.VoiceError(5404), decisions) == meaning(infobip.VoiceError(5404))


def test_a_decision_for_a_code_leaves_equal_codes_of_other_lists_alone() -> None:
    ours, theirs = infobip.GeneralError(13), smsapi.ErrorCode(13)
    assert ours == theirs.value
    decisions = [Decision(ours, retry=Retry.NEVER, party=None)]
    assert meaning(theirs, decisions) == meaning(theirs)
    assert meaning(ours, decisions).party is None


def test_a_narrower_decision_overrides_a_wider_one_in_any_order() -> None:
    group = infobip.VoiceErrorGroup.OPERATOR_ERRORS
    wide = Decision(infobip.VoiceError, retry=Retry.NEVER, party=Party.PROVIDER)
    middle = Decision(group, retry=Retry.AFTER_CHANGE)
    close = Decision(OPERATOR, retry=Retry.LATER)
    for decisions in ([wide, middle, close], [close, middle, wide], [middle, wide, close]):
        assert meaning(OPERATOR, decisions)[2:4] == (Retry.LATER, Party.PROVIDER)
        assert meaning(infobip.VoiceError(5404), decisions).retry is Retry.AFTER_CHANGE
        assert meaning(infobip.VoiceError(5000), decisions).retry is Retry.NEVER
    assert meaning(infobip.GeneralError(13), [wide, middle, close]) == meaning(
        infobip.GeneralError(13)
    )


def test_the_later_of_two_equal_decisions_applies() -> None:
    decisions = [Decision(OPERATOR, retry=Retry.LATER), Decision(OPERATOR, retry=Retry.NEVER)]
    assert meaning(OPERATOR, decisions).retry is Retry.NEVER
    assert meaning(OPERATOR, decisions[::-1]).retry is Retry.LATER


def test_a_decision_for_an_unlisted_code_and_its_list() -> None:
    new = infobip.VoiceError.parse(5999)
    assert may_retry(new, [Decision(infobip.VoiceError, retry=Retry.LATER)]) is True
    assert may_retry(new, [Decision(new, retry=Retry.NEVER)]) is False
    assert may_retry(infobip.GeneralError.parse(5999), [Decision(new, retry=Retry.NEVER)]) is None


def test_a_new_state_is_final_as_in_smpp_unless_decided() -> None:
    code = infobip.GeneralStatus.DELIVERED_TO_OPERATOR
    delivered = Decision(code, state=MessageState.DELIVERED)
    assert is_final(code, [delivered]) is True
    assert is_final(code, [delivered._replace(final=False)]) is False
    assert is_final(code, [Decision(code, state=None)]) is None
    assert is_final(code, [Decision(code, retry=Retry.LATER)]) is False


def test_consequences_of_a_new_state() -> None:
    """A message that arrived or is on its way needs no advice; a failed one needs another."""
    code, failed = infobip.GeneralStatus.DELIVERED_TO_OPERATOR, infobip.GeneralError(27)
    arrived = meaning(failed, [Decision(failed, state=MessageState.DELIVERED)])
    assert arrived[:6] == (MessageState.DELIVERED, True, Retry.NEVER, Party.NOBODY, None, None)
    assert set(arrived.basis) <= {"retry", "party"}
    lost = Decision(code, state=MessageState.UNDELIVERABLE)
    assert meaning(code, [lost])[:6] == (MessageState.UNDELIVERABLE, True, *[None] * 4)
    assert meaning(code, [Decision(code, state=None)])[:4] == (None,) * 4
    decided = meaning(code, [lost._replace(retry=Retry.LATER, cause=Cause.NETWORK)])
    assert decided[2:5] == (Retry.LATER, Party.OPERATOR, Cause.NETWORK)
    expired = Decision(failed, state=MessageState.EXPIRED)
    assert meaning(failed, [expired])[2:6] == meaning(failed)[2:6]


def test_the_reason_is_that_of_the_decision_that_applies_last() -> None:
    first, second = Decision(OPERATOR, party=None, reason="ours"), Decision(OPERATOR, retry=None)
    assert meaning(OPERATOR, [first, second]).reason == "decided by the caller"
    assert meaning(OPERATOR, [second, first]).reason == "ours"


@pytest.mark.parametrize("seconds", [0, -1])
def test_seconds_to_wait_are_at_least_one(seconds: int) -> None:
    with pytest.raises(ValueError, match=f"retry_after is at least 1 second, not {seconds}"):
        Decision(OPERATOR, retry_after=seconds)


def test_a_decision_about_a_code_from_elsewhere_changes_nothing() -> None:
    class Other(IntCode):
        SAME = 5403

    assert meaning(OPERATOR, [Decision(Other.SAME, retry=Retry.LATER)]) == meaning(OPERATOR)


# Loaded modules


def loaded(program: str) -> set[str]:
    """The modules of the package that a program has loaded."""
    show = "import sys; print(*(name for name in sys.modules if 'provider_codes.' in name))"
    setup = f"import sys; sys.path.insert(0, {str(Path(provider_codes.__file__).parents[1])!r})\n"
    command = [sys.executable, "-I", "-c", f"{setup}{program}\n{show}"]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def test_only_the_tables_of_the_providers_in_use_are_loaded() -> None:
    found = loaded(
        "import provider_codes\nfrom provider_codes import infobip, smsapi\n"
        "provider_codes.may_retry(infobip.VoiceError(5403))"
    )
    assert {name for name in found if "meaning" in name} == {
        "provider_codes._meaning",
        "provider_codes._infobip_meanings",
    }
