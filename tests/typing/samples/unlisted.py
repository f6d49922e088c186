"""Codes that this release does not list: still numbers and texts, and never members."""

import json
from typing import Literal, assert_type

from provider_codes import (
    IntCode,
    StrCode,
    UnlistedCode,
    UnlistedIntCode,
    UnlistedStrCode,
    infobip,
    smspartner,
)


def parsed(raw: int | str) -> infobip.VoiceError | None:
    """`isinstance` distinguishes the two, in either branch."""
    code = infobip.VoiceError.parse(raw)
    assert_type(code, infobip.VoiceError | UnlistedIntCode)
    if isinstance(code, UnlistedIntCode):
        assert_type(code, UnlistedIntCode)
        return None
    assert_type(code, infobip.VoiceError)
    return code


def parsed_the_other_way(raw: str) -> smspartner.MessageStatus | None:
    code = smspartner.MessageStatus.parse(raw)
    assert_type(code, smspartner.MessageStatus | UnlistedStrCode)
    if isinstance(code, smspartner.MessageStatus):
        assert_type(code, smspartner.MessageStatus)
        return code
    assert_type(code, UnlistedStrCode)
    return None


def number(code: UnlistedIntCode) -> dict[str, int]:
    """An unlisted number is an int: it can be stored and sent on."""
    value: int = code
    assert_type(code.value, int)
    assert_type(int(code), int)
    assert_type(code.code_list, type[IntCode])
    return {code.name: value}


def text(code: UnlistedStrCode) -> dict[str, str]:
    """An unlisted text is a str."""
    value: str = code
    assert_type(code.value, str)
    assert_type(str(code), str)
    assert_type(code.code_list, type[StrCode])
    return {code.name: value}


TEXTS: dict[int, str] = {infobip.VoiceError.EC_VOICE_USER_BUSY: "busy"}


def in_words(raw: int | str) -> str:
    """A dictionary annotated as the how-to says may be asked for any code."""
    return TEXTS.get(infobip.VoiceError.parse(raw), "failed")


def facts(code: UnlistedCode) -> tuple[None, None, None]:
    """The code has no facts, and a checker knows that."""
    assert_type(code.name, str)
    assert_type(code.description, str)
    assert_type(code.listed, Literal[False])
    return code.permanent, code.group, code.documented_name


def label(raw: int | str) -> str:
    """Properties of both need no narrowing."""
    code = infobip.VoiceError.parse(raw)
    assert_type(code.name, str)
    assert_type(code.permanent, bool | None)
    assert_type(code.documented_name, str | None)
    assert_type(code.group, infobip.VoiceErrorGroup | None)
    value: int = code
    return f"{code.name}:{value}"


def narrowed(raw: int | str) -> bool | None:
    """The property distinguishes the two; every checker follows `is True`."""
    code = infobip.VoiceError.parse(raw)
    assert_type(code.code_list.__name__, str)
    assert_type(code.id, str)
    if code.listed is True:
        assert_type(code, infobip.VoiceError)
        return code.permanent
    assert_type(code, UnlistedIntCode)
    return code.permanent


def main() -> None:
    assert narrowed(5002) is not None and narrowed(4711) is None
    assert parsed("5002") is infobip.VoiceError.EC_VOICE_USER_BUSY
    assert parsed(4711) is None
    assert parsed_the_other_way("ko") is smspartner.MessageStatus.KO
    assert parsed_the_other_way("read") is None
    voice = infobip.VoiceError.parse(4711)
    status = smspartner.MessageStatus.parse("read")
    assert isinstance(voice, UnlistedIntCode) and isinstance(status, UnlistedStrCode)
    assert number(voice) == {"UNLISTED": 4711}
    assert text(status) == {"UNLISTED": "read"}
    assert facts(voice) == facts(status) == (None, None, None)
    assert (in_words(5002), in_words("4711")) == ("busy", "failed")
    assert label(4711) == "UNLISTED:4711"
    assert label("5002") == "EC_VOICE_USER_BUSY:5002"
    assert json.dumps({"voice": voice, "status": status}) == '{"voice": 4711, "status": "read"}'
    assert voice.code_list is infobip.VoiceError


main()
