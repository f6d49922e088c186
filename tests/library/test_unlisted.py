"""Unlisted codes: numbers and texts that know their list, and that nothing keeps alive."""

import copy
import gc
import inspect
import json
import pickle
from collections.abc import Sized
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from provider_codes import (
    Code,
    IntCode,
    StrCode,
    UnlistedCode,
    UnlistedIntCode,
    UnlistedStrCode,
)
from provider_codes.infobip import VoiceError
from provider_codes.smspartner import MessageStatus

untimed = settings(deadline=None)

NUMBER = VoiceError.parse(4711)
TEXT = MessageStatus.parse("read")
BOTH = pytest.mark.parametrize("code", [NUMBER, TEXT], ids=["number", "text"])

PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)


def test_they_equal_the_received_value() -> None:
    assert isinstance(NUMBER, UnlistedIntCode) and isinstance(NUMBER, int)
    assert isinstance(TEXT, UnlistedStrCode) and isinstance(TEXT, str)
    assert NUMBER == 4711 and hash(NUMBER) == hash(4711) and NUMBER + 1 == 4712
    assert TEXT == "read" and hash(TEXT) == hash("read") and TEXT.upper() == "READ"
    assert {4711, "read"} == {NUMBER, TEXT} and {4711: 1}[NUMBER] == {"read": 1}[TEXT]
    assert NUMBER != 4712 and TEXT != "Read"


@BOTH
def test_they_are_not_members(code: Code) -> None:
    assert isinstance(code, UnlistedCode)
    assert not isinstance(code, (IntCode, StrCode))
    assert not isinstance(VoiceError.VOICE_ANSWERED, UnlistedCode)


@BOTH
def test_they_have_no_facts(code: Code) -> None:
    """The name is the same for all of them: a sender cannot make up metric labels."""
    assert (code.name, code.description, code.listed) == ("UNLISTED", "", False)
    assert code.documented_names == () and code.facts == {}
    assert [code.permanent, code.group, code.documented_name] == [None] * 3


def test_value_is_plain() -> None:
    """A value in a database should not need a class of this library."""
    assert type(NUMBER.value) is int and NUMBER.value == 4711
    assert type(TEXT.value) is str and TEXT.value == "read"
    assert type(int(NUMBER)) is int and type(str(TEXT)) is str


def test_they_know_their_list() -> None:
    assert isinstance(NUMBER, UnlistedIntCode) and isinstance(TEXT, UnlistedStrCode)
    assert NUMBER.code_list is VoiceError
    assert TEXT.code_list is MessageStatus


def test_printing() -> None:
    """As a member prints: only the value, except in `repr`."""
    assert repr(NUMBER) == "<VoiceError unlisted: 4711>"
    assert repr(TEXT) == "<MessageStatus unlisted: 'read'>"
    assert str(NUMBER) == format(NUMBER) == f"{NUMBER}" == "%s" % NUMBER == "4711"
    assert str(TEXT) == format(TEXT) == f"{TEXT}" == "%s" % TEXT == "read"
    assert f"{NUMBER:06d} {NUMBER:x} {TEXT:>6}" == "004711 1267   read"


def test_json() -> None:
    assert json.dumps([NUMBER, TEXT]) == '[4711, "read"]'
    assert json.dumps({NUMBER: 1, TEXT: 2}) == '{"4711": 1, "read": 2}'
    assert json.dumps([NUMBER, TEXT], indent=0) == '[\n4711,\n"read"\n]'


@BOTH
def test_they_cannot_be_overwritten(code: Code) -> None:
    facts = inspect.getmembers(type(code), lambda x: isinstance(x, property))
    for fact, _ in facts:
        with pytest.raises(AttributeError):
            setattr(code, fact, None)
        with pytest.raises(AttributeError):
            delattr(code, fact)
    assert {name for name, _ in facts} >= {"value", "code_list", "permanent"}


def returned(code: UnlistedIntCode | UnlistedStrCode) -> None:
    """Pickled by any protocol and copied, it is the same code of the same list."""
    pickled = [pickle.loads(pickle.dumps(code, protocol)) for protocol in PROTOCOLS]
    make, arguments = code.__reduce__()
    # jsonpickle and PyYAML restore an object only through a function of a module.
    assert getattr(import_module(make.__module__), make.__qualname__) is make
    for again in (*pickled, copy.copy(code), copy.deepcopy(code), make(*arguments)):
        assert type(again) is type(code) and again == code
        assert again.code_list is code.code_list


@untimed
@given(st.integers().filter(lambda number: not VoiceError.parse(number).listed))
def test_numbers_pickle_and_print_as_the_number(number: int) -> None:
    code = UnlistedIntCode(number, VoiceError)
    assert (str(code), f"{code}", json.dumps(code)) == (str(number),) * 3
    returned(code)


@untimed
@given(st.text().filter(lambda text: not MessageStatus.parse(text).listed))
def test_texts_pickle_and_print_as_the_text(text: str) -> None:
    code = UnlistedStrCode(text, MessageStatus)
    assert str(code) == f"{code}" == text
    assert json.dumps(code) == json.dumps(text)
    returned(code)


def state_of(enum: type) -> dict[str, object]:
    """Everything that the class has, containers by their length."""
    return {
        name: len(value) if isinstance(value, Sized) else id(value)
        for name, value in vars(enum).items()
    }


def test_lists_do_not_grow() -> None:
    """A sender of undocumented codes must not fill our memory."""
    before = state_of(VoiceError), state_of(MessageStatus)
    for number in range(1_000_000, 1_010_000):
        VoiceError.parse(number)
        MessageStatus.parse(str(number))
    assert (state_of(VoiceError), state_of(MessageStatus)) == before
    assert before[0]["_value2member_map_"] == len(VoiceError)


def alive() -> int:
    """The number of unlisted codes in this process."""
    gc.collect()
    # Some objects of libraries raise if asked for their class.
    return sum(issubclass(type(thing), UnlistedCode) for thing in gc.get_objects())


def test_nothing_keeps_them_alive() -> None:
    before = alive()
    kept = [VoiceError.parse(number) for number in range(1_000_000, 1_010_000)]
    kept_texts = [MessageStatus.parse(f"text {number}") for number in range(10_000)]
    assert alive() == before + 20_000
    del kept, kept_texts
    assert alive() == before
