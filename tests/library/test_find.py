"""Looking up a value in several lists at once: every code with it, in documented order."""

from importlib import import_module
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from provider_codes import PROVIDERS, Code, IntCode, StrCode, find, infobip
from provider_codes._runtime import parse_in

AnyCode = IntCode | StrCode

MODULES = [import_module(f"provider_codes.{provider}") for provider in PROVIDERS]
EVERY_CODE: list[AnyCode] = [
    code for module in MODULES for code_list in module.LISTS for code in code_list
]
VALUES = sorted({code.value for code in EVERY_CODE}, key=repr)
NAMES = sorted({name for code in EVERY_CODE for name in code.documented_names})

untimed = settings(deadline=None)


def scan(codes: list[AnyCode], value: int | str, name: str | None = None) -> list[AnyCode]:
    """The simple way: look at every code."""
    return [
        code
        for code in codes
        if code.value == value and (name is None or name in code.documented_names)
    ]


def where(codes: tuple[AnyCode, ...]) -> list[str]:
    """Members of different lists are equal, so a comparison has to look at their lists."""
    return [f"{type(code).__module__}.{code!r}" for code in codes]


def test_find_across_providers() -> None:
    """What the pages say about 13, provider by provider and list by list."""
    assert where(find(13)) == [
        "provider_codes.infobip.<GeneralStatus.REJECTED_SENDER: 13>",
        "provider_codes.infobip.<GeneralError.EC_CALL_BARRED: 13>",
        "provider_codes.smsapi.<ErrorCode.NO_VALID_PHONE_NUMBERS: 13>",
        "provider_codes.smspartner.<SendingError.DESTINATION_NOT_PRICED: 13>",
        "provider_codes.smspartner.<NumberVerificationError.DESTINATION_NOT_PRICED: 13>",
        "provider_codes.smspartner.<LocationError.MAX_AGE_REQUIRED: 13>",
        "provider_codes.smspartner.<HlrError.EC_CALL_BARRED: 13>",
    ]
    assert where(find("ko")) == ["provider_codes.smspartner.<MessageStatus.KO: 'ko'>"]


def test_find_with_a_name() -> None:
    """Only codes that the provider documents under it; a name of ours is not enough."""
    assert where(find(13, "EC_CALL_BARRED")) == [
        "provider_codes.infobip.<GeneralError.EC_CALL_BARRED: 13>",
        "provider_codes.smspartner.<HlrError.EC_CALL_BARRED: 13>",
    ]
    assert find(13, name="MAX_AGE_REQUIRED") == find(13, "") == find(13, "no such name") == ()


def test_groups_are_left_out() -> None:
    """Groups have ids, some of which are also codes; a search for a code must not find them."""
    groups = [name for module in MODULES for name in vars(module) if name.endswith("Group")]
    assert groups
    assert not {type(code).__name__ for value in VALUES for code in find(value)} & {*groups}
    assert infobip.VoiceErrorGroup.OPERATOR_ERRORS in infobip.find_error_group(3)


def test_a_value_is_read_as_parse_reads_it() -> None:
    """Digits as text are a number; a number is no text, and what `parse` refuses is not found."""
    for value in VALUES:
        found = find(value)
        assert found and where(find(str(value))) == where(found)
    for code in find(5480):
        for raw in ("5480", " 5480 ", "05480", code):
            assert infobip.find_error(raw) == (code,)
    refused: list[Any] = [True, 404.0, 27.0, None, b"404", "4_04", "", "soon", "9" * 5000]
    for raw in refused:
        assert not (find(raw) or infobip.find_error(raw) or infobip.find_status_group(raw))


@untimed
@given(
    st.sampled_from(VALUES) | st.integers() | st.text(st.characters(exclude_categories=["Nd"])),
    st.none() | st.sampled_from(NAMES) | st.text(),
)
def test_find_any_value_with_any_name(value: int | str, name: str | None) -> None:
    assert where(find(value, name)) == where(tuple(scan(EVERY_CODE, value, name)))


@pytest.mark.parametrize(
    ("parse", "find", "first"),
    [
        (infobip.parse_status, infobip.find_status, infobip.GeneralStatus),
        (infobip.parse_error, infobip.find_error, infobip.GeneralError),
    ],
)
def test_parser_of_a_family_gives_a_code_for_every_value(parse: Any, find: Any, first: Any) -> None:
    for value in [value for value in VALUES if isinstance(value, int)]:
        found = find(value)
        for raw in (value, str(value)):
            code = parse(raw)
            assert code is found[0] if found else repr(code) == repr(first.parse(value))
        for name in ("no such name", *(each.documented_name for each in found)):
            assert parse(value, name) == value
    for code in find(5480) or find(3):
        assert parse(code) is code
    with pytest.raises(ValueError, match="decimal number"):
        parse("soon")
    with pytest.raises(TypeError, match="whole number"):
        parse(None)


class Word(StrCode):
    """A list of texts."""

    BUSY = "7"


class One(IntCode):
    """A list of numbers; its codes have names."""

    BUSY = 7

    @property
    def documented_name(self) -> str:
        return "busy"


class Two(IntCode):
    """Another list, which shares a number with the first."""

    GONE = 7
    LATE = 8

    @property
    def documented_name(self) -> str:
        return self.name.lower()


@pytest.mark.parametrize(
    ("raw", "name", "expected"),
    [
        (7, None, One.BUSY),
        (7, "gone", Two.GONE),  # the name decides
        (7, "renamed since", One.BUSY),  # but it cannot hide the value
        ("8", None, Two.LATE),
        (Two.GONE, None, Two.GONE),  # a code stays the same
        (9, None, One.parse(9)),
        ("soon", None, Word.parse("soon")),  # only the last list can hold it
    ],
)
def test_lists_of_one_family_may_share_values(raw: object, name: str, expected: Code) -> None:
    assert repr(parse_in((One, Two, Word), raw, name)) == repr(expected)


def test_union_of_a_family_is_that_of_its_lists() -> None:
    """A user asks with `isinstance(code, infobip.Error)`, which accepts a union."""
    for code in (*infobip.GeneralError, *infobip.ChatError):
        assert isinstance(code, infobip.Error)
    assert not isinstance(infobip.VoiceErrorGroup.OK, infobip.Error)
    assert isinstance(infobip.VoiceErrorGroup.OK, infobip.ErrorGroup)
    assert not isinstance(infobip.VoiceStatus.parse(-1), infobip.Status)
