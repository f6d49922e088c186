"""`outcome`: its rules, and the table of its results, which a person reads.

`outcomes/outcomes.txt` has the outcome of each code alone, and of each status with each error of
its provider. Codes with the same meaning share a line, and so do those with the same outcome. `make
goldens` writes it.
"""

import json
import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from helpers_cases import Goldens
from provider_codes import (
    PROVIDERS,
    Action,
    Cause,
    Code,
    Decision,
    IntCode,
    MessageState,
    Outcome,
    Party,
    Retry,
    StrCode,
    ecall,
    fonedynamics,
    infobip,
    may_retry,
    meaning,
    outcome,
)
from provider_codes.infobip import GeneralError, GeneralStatus, GeneralStatusGroup, VoiceError
from provider_codes_generator.model import CAUSES

FOLDER = Path(__file__).parent
CodeList = type[IntCode] | type[StrCode]

# The table


def words(found: Outcome) -> str:
    """The outcome in a few words."""
    facets = ", ".join(each for each in (found.party, found.cause) if each is not None)
    return " ".join(
        filter(
            None,
            [found.action, f"({facets})" if facets else "", "twice?" * found.may_duplicate],
        )
    )


def kind(code: Code) -> str:
    """The meaning of the code, as far as an outcome depends on it."""
    state = meaning(code).state
    return f"{state.name}: {words(outcome(code))}" if state else words(outcome(code))


def grouped(pairs: Iterable[tuple[str, str]], separator: str) -> Iterator[str]:
    """A line per key, with all that have it."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key, item in pairs:
        found[key][item] = None
    for key in sorted(found):
        line = f"{key} <- {separator.join(found[key])}"
        yield from textwrap.wrap(line, 120, subsequent_indent="    ", break_on_hyphens=False)


def together(statuses: Sequence[Code], errors: Sequence[Code]) -> Iterator[str]:
    """The outcomes of every status with every error."""
    for title in dict.fromkeys(map(kind, statuses)):
        yield f"### {title}, with an error"
        alike = [status for status in statuses if kind(status) == title]
        pairs = ((by(status, error), kind(error)) for status in alike for error in errors)
        yield from grouped(pairs, "; ")


def by(status: Code, error: Code) -> str:
    """The outcome of both, in any order, and which of them decided."""
    found, reverse = outcome(status, error), outcome(error, status)
    assert found._replace(code=None) == reverse._replace(code=None), (status, error)
    whose = "none" if found.code is None else "the status" if found.code is status else "the error"
    return f"{words(found)}, by {whose}"


def table() -> Iterator[str]:
    for slug in PROVIDERS:
        lists: tuple[CodeList, ...] = import_module(f"provider_codes.{slug}").LISTS
        for code_list in lists:
            yield f"## {slug}.{code_list.__name__}"
            yield from grouped(((kind(code), code.name) for code in code_list), " ")
        statuses = [each for each in lists if each.__name__.endswith("Status")]
        errors = [code for each in lists if each not in statuses for code in each]
        yield f"## {slug}: every status with every error"
        yield from together([code for each in statuses for code in each], errors)


def test_every_outcome_is_the_reviewed_one(goldens: Goldens) -> None:
    goldens(FOLDER / "outcomes", {"outcomes.txt": "\n".join(table()) + "\n"})


# The rules

HANDSET, OPERATOR = GeneralStatus.DELIVERED_TO_HANDSET, GeneralStatus.DELIVERED_TO_OPERATOR
FAILED, DUPLICATE = (
    GeneralStatus.UNDELIVERABLE_NOT_DELIVERED,
    GeneralStatus.REJECTED_DUPLICATE_MESSAGE_ID,
)
ABSENT, NO_ERROR = GeneralError.EC_ABSENT_SUBSCRIBER, GeneralError.NO_ERROR
TOO_LONG = GeneralStatus.REJECTED_MESSAGE_TOO_LONG
UNSURE = GeneralStatus.EXPIRED_DLR_UNKNOWN
NEW_STATUS, NEW_ERROR = GeneralStatus.parse(99), GeneralError.parse(7777)

RULES: list[tuple[str, list[Code], Outcome]] = [
    ("it arrived", [HANDSET, NO_ERROR], Outcome(Action.DELIVERED, Party.NOBODY, None, HANDSET, True)),
    ("it arrived, whatever the error", [HANDSET, ABSENT], Outcome(Action.DELIVERED, Party.NOBODY, None, HANDSET, True)),
    ("it arrived, stated twice", [HANDSET, VoiceError(5000)], Outcome(Action.DELIVERED, Party.NOBODY, None, HANDSET, True)),
    ("it arrived, with a new error", [HANDSET, NEW_ERROR], Outcome(Action.DELIVERED, Party.NOBODY, None, HANDSET, True)),
    ("it is on its way", [OPERATOR, NO_ERROR], Outcome(Action.WAIT, Party.NOBODY, None, OPERATOR, True)),
    ("it is on its way, with a new error", [NEW_ERROR, OPERATOR], Outcome(Action.WAIT, Party.NOBODY, None, OPERATOR, True)),
    ("it arrived and failed", [FAILED, VoiceError(5000)], Outcome(Action.UNKNOWN, None, None, None, True)),
    ("it arrived and is on its way", [HANDSET, OPERATOR], Outcome(Action.UNKNOWN, None, None, None, True)),
    ("it failed in two ways", [FAILED, GeneralError.EC_VALIDITYEXPIRED], Outcome(Action.RETRY, None, None, GeneralError.EC_VALIDITYEXPIRED, False)),
    ("a new status", [NEW_STATUS, ABSENT], Outcome(Action.UNKNOWN, None, None, NEW_STATUS, True)),
    ("a new error", [FAILED, NEW_ERROR], Outcome(Action.UNKNOWN, None, None, NEW_ERROR, False)),
    ("the error advises", [FAILED, ABSENT], Outcome(Action.RETRY, Party.RECIPIENT, Cause.ABSENT, ABSENT, False)),
    ("the status advises", [GeneralStatus(21), NO_ERROR], Outcome(Action.RETRY, Party.PROVIDER, meaning(GeneralStatus(21)).cause, GeneralStatus(21), False)),
    ("both advise", [TOO_LONG, ABSENT], Outcome(Action.FIX, Party.REQUEST, meaning(TOO_LONG).cause, TOO_LONG, False)),
    ("never is the strictest", [TOO_LONG, DUPLICATE], Outcome(Action.STOP, Party.REQUEST, meaning(DUPLICATE).cause, DUPLICATE, False)),
    ("it may have arrived", [UNSURE, ABSENT], Outcome(Action.RETRY, Party.RECIPIENT, Cause.ABSENT, ABSENT, True)),
    ("no code advises", [FAILED, NO_ERROR], Outcome(Action.UNKNOWN, None, None, None, False)),
    ("nothing is stated", [NO_ERROR], Outcome(Action.UNKNOWN, None, None, None, True)),
    ("a server error", [ecall.HttpStatus(500)], Outcome(Action.RETRY, Party.PROVIDER, Cause.INTERNAL, ecall.HttpStatus(500), True)),
    ("a query that succeeded", [ecall.HttpStatus(200), ecall.ResultCode(11501)], outcome(ecall.ResultCode(11501))),
]  # fmt: skip


@pytest.mark.parametrize(
    ("codes", "expected"), [case[1:] for case in RULES], ids=[case[0] for case in RULES]
)
def test_the_first_rule_that_applies_decides(codes: list[Code], expected: Outcome) -> None:
    assert outcome(*codes) == expected
    reverse = outcome(*reversed(codes))
    assert reverse._replace(code=None) == expected._replace(code=None)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_the_order_of_the_codes_makes_no_difference(provider: str) -> None:
    """One code represents all that have its meaning."""
    lists: tuple[CodeList, ...] = import_module(f"provider_codes.{provider}").LISTS
    found = {meaning(code)[:6]: code for code_list in lists for code in code_list}
    for one, other in combinations(found.values(), 2):
        by(one, other)


PRECEDENCE: list[tuple[Cause | None, Cause | None]] = [
    (Cause.DO_NOT_CONTACT, Cause.CREDIT),
    (Cause.ACCESS, Cause.PARAMETER),
    (Cause.CREDIT, Cause.CONTENT),
    (Cause.RATE, Cause.INTERNAL),
    (Cause.ABSENT, Cause.NETWORK),
    (Cause.INTERNAL, None),
]


@pytest.mark.parametrize(("telling", "other"), PRECEDENCE)
def test_of_codes_with_equal_advice_the_most_specific_decides(
    telling: Cause | None, other: Cause | None
) -> None:
    for retry in Retry:
        decisions = [
            Decision(FAILED, retry=retry, cause=other, party=Party.PROVIDER),
            Decision(ABSENT, retry=retry, cause=telling),
        ]
        for codes in ([FAILED, ABSENT], [ABSENT, FAILED]):
            assert outcome(*codes, decisions=decisions)[2:4] == (telling, ABSENT)


def test_the_time_to_wait_is_not_lost() -> None:
    flooded = GeneralStatus.REJECTED_FLOODING_FILTER
    found = outcome(flooded, GeneralError.EC_ABSENT_SUBSCRIBER).code
    assert found is flooded and meaning(flooded).retry_after == 3600


def test_an_alert_of_the_error_is_not_lost() -> None:
    refused, error = fonedynamics.HttpStatus(400), fonedynamics.ErrorCode("SMS_NOT_ENABLED")
    assert outcome(refused, error).cause is outcome(error, refused).cause is Cause.ACCESS


def test_decisions_count_like_statements_of_the_codes() -> None:
    later = Decision(GeneralStatus, retry=Retry.LATER)
    arrived = Decision(NEW_ERROR, state=MessageState.ACCEPTED)
    changed = Decision(NEW_ERROR, retry=Retry.AFTER_CHANGE, cause=Cause.CREDIT)
    assert outcome(NEW_STATUS, decisions=[later]).action is Action.RETRY
    assert outcome(NEW_STATUS, NEW_ERROR, decisions=[later]).code is NEW_ERROR
    assert outcome(NEW_STATUS, NEW_ERROR, decisions=[later, arrived]).action is Action.DELIVERED
    assert outcome(FAILED, NEW_ERROR, decisions=(later, changed))[:4] == (
        Action.FIX,
        Party.ACCOUNT,
        Cause.CREDIT,
        NEW_ERROR,
    )
    assert outcome(HANDSET, decisions=[arrived]).action is Action.DELIVERED
    # Who would have to act does not say what an unlisted code means.
    for party in (Decision(NEW_STATUS, party=Party.OPERATOR), Decision(NEW_STATUS, cause=None)):
        assert outcome(NEW_STATUS, ABSENT, decisions=[party]).action is Action.UNKNOWN


def test_a_decision_for_the_same_retry_keeps_the_time_to_wait() -> None:
    flooded = GeneralStatus.REJECTED_FLOODING_FILTER
    same, other = Decision(flooded, retry=Retry.LATER), Decision(flooded, retry=Retry.NEVER)
    assert [meaning(flooded, [each]).retry_after for each in (same, other)] == [3600, None]


def test_a_decision_about_a_family_is_about_each_of_its_lists() -> None:
    family = Decision(infobip.Error, retry=Retry.LATER)
    assert meaning(NEW_ERROR, [family]).retry is meaning(VoiceError(5404), [family]).retry
    assert meaning(FAILED, [family]) == meaning(FAILED)
    for closer in (VoiceError, VoiceError(5404).group, VoiceError(5404)):
        decisions = [Decision(closer, retry=Retry.NEVER), family]
        assert meaning(VoiceError(5404), decisions).retry is Retry.NEVER
        assert outcome(FAILED, NEW_ERROR, decisions=iter(decisions)).action is Action.RETRY
        assert may_retry(NEW_ERROR, (each for each in decisions)) is True


def test_outcomes_and_meanings_serialise() -> None:
    assert json.loads(json.dumps(meaning(OPERATOR)._asdict()))["state"] == "ENROUTE"
    congested = json.loads(json.dumps(meaning(GeneralError.EC_NNR_NETWORKCONGESTION)._asdict()))
    label = "SCCP return cause 6, network congestion (ITU-T Q.713)"
    assert congested["basis"] == {"retry": label, "cause": label}
    found = json.loads(json.dumps(outcome(FAILED, ABSENT)._asdict()))
    retry = {"action": "retry", "party": "recipient", "cause": "absent"}
    assert found == retry | {"code": 27, "may_duplicate": False}


def test_a_cause_names_the_party_and_what_to_stop() -> None:
    assert {cause.value: cause.party.value for cause in Cause} == CAUSES
    assert [each for each in Cause if each.suppress] == [
        Cause.ADDRESS_INVALID,
        Cause.DO_NOT_CONTACT,
    ]
    assert [each for each in Cause if each.alert] == [Cause.ACCESS, Cause.CREDIT]


def test_a_decision_removes_our_basis() -> None:
    ours = meaning(GeneralError.EC_NNR_NETWORKCONGESTION)
    assert set(ours.basis) == {"retry", "cause"}
    for decision, kept in (
        (Decision(GeneralError, retry=Retry.NEVER), {"cause"}),
        (Decision(GeneralError, party=Party.PROVIDER), {"retry", "cause"}),
        (Decision(GeneralError, cause=Cause.RATE), {"retry"}),
        (Decision(GeneralError, cause=None, retry=Retry.LATER), set[str]()),
    ):
        found = meaning(GeneralError.EC_NNR_NETWORKCONGESTION, [decision])
        assert set(found.basis) == kept, decision
        assert found.reason == "decided by the caller"
    assert meaning(NO_ERROR, [Decision(NO_ERROR, retry=Retry.NEVER)]).basis == {}
    rate = meaning(GeneralError(51), [Decision(GeneralError, cause=Cause.RATE)])
    assert rate.party is Party.REQUEST


WRONG: dict[str, tuple[Callable[[Any], object], str]] = {
    "a number": (lambda call: meaning(call(51)), "not a code: 51"),
    "nothing": (lambda call: meaning(call(None)), "not a code: None"),
    "a list": (lambda call: may_retry(call(GeneralError)), "not a code: <enum 'GeneralError'>"),
    "a group": (lambda call: meaning(GeneralStatusGroup.DELIVERED), "a group, not a code"),
    "a group as outcome": (lambda call: outcome(FAILED, GeneralStatusGroup(3)), "a group, not a code"),
    "an unlisted group": (lambda call: outcome(GeneralStatusGroup.parse(99)), "a group, not a code"),
    "no codes": (lambda call: outcome(), "at least one code"),
    "a number as outcome": (lambda call: outcome(HANDSET, call("5")), "not a code: '5'"),
    "a module": (lambda call: Decision(call(infobip)), "not <module 'provider_codes.infobip'"),
    "a value": (lambda call: Decision(call(27)), "a list or a family, not 27"),
    "a word": (lambda call: Decision(ABSENT, retry=call("nonsense")), "retry is of type Retry, not 'nons"),
    "a text": (lambda call: Decision(ABSENT, retry=call("later")), "retry is of type Retry, not 'later'"),
    "a state": (lambda call: Decision(ABSENT, state=call(2)), "state is of type MessageState, not 2"),
    "a flag": (lambda call: Decision(ABSENT, retry_after=call(True)), "retry_after is of type int"),
    "no reason": (lambda call: Decision(ABSENT, reason=call(None)), "reason is of type str, not None"),
    "nothing decided": (lambda call: Decision(ABSENT, reason="ours"), "sets no field"),
    "one decision": (lambda call: meaning(ABSENT, call(Decision(ABSENT, retry=None))), "is a list of Decision"),
    "a retry": (lambda call: meaning(ABSENT, call([Retry.LATER])), "but has <Retry.LATER"),
    "another number": (lambda call: outcome(ABSENT, decisions=call(7)), "another iterable, not 7"),
    "a class of groups": (lambda call: Decision(GeneralStatusGroup, retry=None), "a decision is about a code, a group"),
    "a family of groups": (lambda call: Decision(infobip.StatusGroup, retry=None), "a decision is about a code, a group"),
    "all lists": (lambda call: Decision(IntCode, retry=None), "a decision is about a code, a group"),
    "a module or a list": (lambda call: Decision(call(int | None), retry=None), "not int | None"),
    "a text in a decision": (
        lambda call: Decision(ABSENT, retry=None)._replace(retry=call("later")),
        "retry is of type Retry, not 'later'",
    ),
    "a basis": (lambda call: call(meaning(ABSENT).basis).update(retry="mine"), "cannot be changed"),
}  # fmt: skip


@pytest.mark.parametrize(("call", "text"), WRONG.values(), ids=WRONG)
def test_wrong_arguments_raise(call: Callable[[Any], object], text: str) -> None:
    def untyped(value: Any) -> Any:
        return value

    with pytest.raises(TypeError) as raised:
        call(untyped)
    assert text in str(raised.value)
