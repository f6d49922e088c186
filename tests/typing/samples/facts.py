"""The types of a code's facts: narrow if its page always states them.

`value` is checked by assignment: three checkers know more than `int` and infer the literals of the
list.
"""

from typing import Literal, assert_type

from provider_codes import IntCode, StrCode, infobip, smsapi, smspartner


def all_documented(code: infobip.VoiceError) -> tuple[str, int, int]:
    """The page has a name, a group and a permanence for every code."""
    assert_type(code.permanent, bool)
    assert_type(code.group, infobip.VoiceErrorGroup)
    assert_type(code.documented_name, str)
    assert_type(code.documented_names, tuple[str, ...])
    assert_type(code.description, str)
    assert_type(code.listed, Literal[True])
    assert_type(code.code_list, type[infobip.VoiceError])
    assert_type(code.id, str)
    name: str = code.name
    value: int = code.value
    number: int = code
    return name, value, number


def names_and_groups(code: smspartner.HlrStatus) -> None:
    """The page has a name and a group, but no permanent flag."""
    assert_type(code.documented_name, str)
    assert_type(code.group, smspartner.HlrStatusGroup)
    assert_type(code.permanent, bool | None)
    assert code.permanent is None


def descriptions_only(code: smsapi.ErrorCode) -> None:
    """The page has a number and a sentence; all other types are those of the base class."""
    assert_type(code.permanent, bool | None)
    assert_type(code.documented_name, str | None)
    assert_type(code.group, IntCode | StrCode | None)
    assert_type(code.description, str)
    assert code.permanent is None and code.documented_name is None and code.group is None


def numbers_of_another_list(code: smspartner.SendingError) -> None:
    assert_type(code.documented_name, str | None)
    assert_type(code.documented_names, tuple[str, ...])
    assert code.documented_name is None and code.documented_names == ()


def texts(code: smspartner.MessageStatus) -> None:
    """A code of text is a str."""
    value: str = code.value
    text: str = code
    assert value == text == f"{code}"
    assert_type(code.documented_name, str | None)
    assert_type(code.permanent, bool | None)


def lookups(number: int, text: str, name: str) -> None:
    """The three ways to a member, as for any enum, and our own two."""
    assert_type(infobip.VoiceError(number), infobip.VoiceError)
    assert_type(infobip.VoiceError[name], infobip.VoiceError)
    assert_type(smspartner.MessageStatus(text), smspartner.MessageStatus)
    assert_type(infobip.VoiceError(5403).permanent, bool)
    assert_type(infobip.VoiceError(5403).group, infobip.VoiceErrorGroup)
    assert_type(infobip.VoiceError(5403).documented_name, str)
    assert_type(infobip.VoiceError.documented_as(name), tuple[infobip.VoiceError, ...])
    assert_type(
        smspartner.MessageStatus.documented_as(name),
        tuple[smspartner.MessageStatus, ...],
    )
    for code in infobip.VoiceError:
        assert_type(code, infobip.VoiceError)
    assert_type(list(smspartner.MessageStatus), list[smspartner.MessageStatus])
    assert_type(len(infobip.VoiceError), int)


def members() -> None:
    """A member is known by name, and narrows to itself."""
    busy: Literal[infobip.VoiceError.EC_VOICE_USER_BUSY] = infobip.VoiceError.EC_VOICE_USER_BUSY
    assert_type(busy.permanent, bool)
    assert_type(busy.group, infobip.VoiceErrorGroup)
    assert_type(smsapi.ErrorCode.MESSAGE_LENGTH_OR_CHARS_INVALID.permanent, bool | None)
    assert_type(smspartner.SendingError.API_KEY_INVALID.documented_name, str | None)
    assert busy.group is infobip.VoiceErrorGroup.OPERATOR_ERRORS
    assert busy.documented_name == "EC_VOICE_USER_BUSY"
    assert busy.permanent


def groups(group: infobip.VoiceErrorGroup) -> None:
    """A group is a code, and has its codes."""
    assert_type(group.codes, tuple[infobip.VoiceError, ...])
    assert_type(group.documented_name, str)
    assert_type(group.permanent, bool | None)
    assert_type(group.codes[0].group, infobip.VoiceErrorGroup)
    assert all(code.group is group for code in group.codes)


def main() -> None:
    busy = infobip.VoiceError.EC_VOICE_USER_BUSY
    assert all_documented(busy) == ("EC_VOICE_USER_BUSY", 5002, 5002)
    names_and_groups(smspartner.HlrStatus.REJECTED_DND)
    descriptions_only(smsapi.ErrorCode(8))
    numbers_of_another_list(smspartner.SendingError.API_KEY_INVALID)
    texts(smspartner.MessageStatus.KO)
    lookups(5403, "ko", "VOICE_ANSWERED")
    members()
    groups(infobip.VoiceErrorGroup.OPERATOR_ERRORS)


main()
