"""`parse`: a member, an unlisted code, or an error that explains what was wrong. Nothing else."""

import re
import sys
from decimal import Decimal
from enum import Enum as PlainEnum
from enum import IntEnum
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from provider_codes import IntCode, StrCode, UnlistedIntCode, UnlistedStrCode
from provider_codes.infobip import GeneralError, VoiceError
from provider_codes.smsapi import ErrorCode
from provider_codes.smspartner import HlrError, MessageStatus

Enum = type[IntCode] | type[StrCode]

# These tests are not about the time of an example.
untimed = settings(deadline=None)

# The allowed text of a number: the pattern is the test's own reading of the rule.
DECIMAL = re.compile(r"\s*-?[0-9]+\s*")
# White space for `str`, but not always for `int`: either answer is correct.
SEPARATORS = re.compile(r"[\x1c-\x1f]")


class OwnNumber(IntEnum):
    """A number with names that a user gave it."""

    BUSY = 5002
    NEWS = 4711


class OwnText(str, PlainEnum):
    """A text with names that a user gave it; `str()` of it is not the text."""

    BROKEN = "ko"
    NEWS = "read"


class Index:
    """Like NumPy's integers: no int, but a whole number."""

    def __index__(self) -> int:
        return 5002


def parsed(enum: Any, raw: object) -> object:
    """The result of `parse` of any list for anything: checkers would reject most calls."""
    return enum.parse(raw)


def test_members_parse_to_themselves(any_enum: Enum) -> None:
    for code in any_enum:
        for raw in (code.value, str(code.value), code):
            assert parsed(any_enum, raw) is code


@pytest.mark.parametrize(
    "raw", [5002, "5002", " 5002 ", "\t5002\r\n", "05002", Index(), OwnNumber.BUSY]
)
def test_numbers_that_are_listed(raw: Any) -> None:
    assert VoiceError.parse(raw) is VoiceError.EC_VOICE_USER_BUSY


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        *((4711, 4711), (-5, -5), ("-5", -5), (" -5 ", -5), ("0004711", 4711)),
        *((10**30, 10**30), (str(10**30), 10**30), (OwnNumber.NEWS, 4711)),
    ],
)
def test_numbers_that_are_not_listed(raw: Any, value: int) -> None:
    code = VoiceError.parse(raw)
    assert type(code) is UnlistedIntCode
    assert code == value and type(code.value) is int


def test_zero_is_a_code() -> None:
    """It is false in a condition, but still a code; and minus zero is zero."""
    assert GeneralError.parse(0) is GeneralError.NO_ERROR
    assert GeneralError.parse("0") is GeneralError.parse("-0") is GeneralError.NO_ERROR


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "--5", "- 5", "+5", "2_7", "27.0", "2e3", "0x1b", "1 2", "27\x00", "nan"),
        *("EC_VOICE_USER_BUSY", "٣", "27٣", "²", "２７", "−5", "\u200b27"),
    ],
)
def test_text_that_is_not_a_number(text: str) -> None:
    """Python's own `int` would read some of these as numbers."""
    with pytest.raises(ValueError, match="a code of this list is a decimal number"):
        VoiceError.parse(text)


def test_endless_text() -> None:
    """Text of more digits than Python converts is refused; the message does not repeat it all."""
    with pytest.raises(ValueError):
        VoiceError.parse("9" * 4_500)
    with pytest.raises(ValueError) as caught:
        VoiceError.parse("x" * 1_000_000)
    assert len(str(caught.value)) < 200


def test_endless_number() -> None:
    """As for text, it is refused when it is parsed, not when a log prints it."""
    with pytest.raises(ValueError, match="Exceeds"):
        VoiceError.parse(10**4_500)
    number = 10 ** sys.get_int_max_str_digits() - 1
    code = VoiceError.parse(number)
    assert type(code) is UnlistedIntCode and code == number and len(repr(code)) > 4_300


@pytest.mark.parametrize(
    "raw",
    [
        None,
        27.0,
        5002.0,
        Decimal(5002),
        1j,
        True,
        False,
        b"5002",
        bytearray(b"27"),
        [],
        {},
        range(3),
        OwnNumber,
    ],
    ids=repr,
)
def test_what_is_neither_text_nor_a_whole_number(raw: Any) -> None:
    """5002.0 and True equal a code, but are not codes."""
    with pytest.raises(TypeError, match=f"not {type(raw).__name__}"):
        VoiceError.parse(raw)
    with pytest.raises(TypeError, match=f"not {type(raw).__name__}"):
        HlrError.parse(raw)


def test_texts_that_are_listed() -> None:
    assert MessageStatus.parse("not delivered") is MessageStatus.NOT_DELIVERED
    assert MessageStatus.parse(OwnText.BROKEN) is MessageStatus.KO


@pytest.mark.parametrize(
    "raw",
    ["read", "KO", " ko", "ko ", "", "٣", "k\x00o", "\ud800", "not_delivered", OwnText.NEWS],
)
def test_texts_that_are_not_listed(raw: str) -> None:
    """Texts are compared exactly: the page says how a provider writes them."""
    code = MessageStatus.parse(raw)
    assert type(code) is UnlistedStrCode
    assert code == raw and type(code.value) is str


@pytest.mark.parametrize("raw", [None, 27, 0.5, True, b"ko", ["ko"], {}, range(3)], ids=repr)
def test_what_is_not_text(raw: Any) -> None:
    with pytest.raises(TypeError, match=f"not {type(raw).__name__}"):
        MessageStatus.parse(raw)


@untimed
@given(st.integers())
def test_every_number(number: int) -> None:
    """A member or an unlisted code, equal to the number, whatever the number."""
    code = ErrorCode.parse(number)
    assert code == number and hash(code) == hash(number)
    assert code.listed is isinstance(code, ErrorCode) is (number in list(ErrorCode))
    assert isinstance(code, UnlistedIntCode) is not code.listed
    assert ErrorCode.parse(str(number)) == number
    assert ErrorCode.parse(code) == number


@untimed
@given(
    st.text()
    | st.from_regex(r"\s*[-+]?[\d_. ]+\s*", fullmatch=True)
    | st.integers().map(" {} ".format)
)
def test_every_text_as_a_number(text: str) -> None:
    """A code with the value of the text, or ValueError; never another exception."""
    assume(not SEPARATORS.search(text))
    if DECIMAL.fullmatch(text):
        assert VoiceError.parse(text) == int(text)
    else:
        with pytest.raises(ValueError):
            VoiceError.parse(text)


@untimed
@given(st.text() | st.sampled_from([code.value for code in MessageStatus]))
def test_every_text(text: str) -> None:
    """A member or an unlisted code, equal to the text, whatever the text."""
    code = MessageStatus.parse(text)
    assert code == text and hash(code) == hash(text)
    assert code.listed is isinstance(code, MessageStatus) is (text in list(MessageStatus))
    assert isinstance(code, UnlistedStrCode) is not code.listed
    assert MessageStatus.parse(code) == text


@untimed
@given(st.none() | st.floats() | st.binary() | st.booleans() | st.lists(st.integers()))
def test_everything_else(raw: Any) -> None:
    for code_list in (VoiceError, MessageStatus):
        with pytest.raises(TypeError):
            code_list.parse(raw)
