"""Whether to send again: one function for the codes of all providers, and a narrower one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_type

from provider_codes import (
    Code,
    IntCode,
    StrCode,
    UnlistedCode,
    UnlistedIntCode,
    ecall,
    fonedynamics,
    infobip,
    smsapi,
    smspartner,
)

OPERATIONS: Mapping[str, type[IntCode]] = {
    "send": smspartner.SendingError,
    "cancel": smspartner.CancellationError,
    "voice": infobip.VoiceError,
}


def should_retry(code: Code) -> bool:
    """Again, unless the page calls the condition permanent; never for unlisted codes."""
    assert_type(code.name, str)
    assert_type(code.value, int | str)
    assert_type(code.listed, bool)
    assert_type(code.documented_name, str | None)
    assert_type(code.description, str)
    assert_type(code.permanent, bool | None)
    assert_type(code.group, IntCode | StrCode | None)
    return code.listed and code.permanent is not True


def group_name(code: Code) -> str:
    """A group is a code too, so it has a name of its own."""
    return "no group" if code.group is None else code.group.name


def retries(codes: Iterable[Code]) -> list[str]:
    """Codes of different lists in one sequence."""
    return [code.name for code in codes if should_retry(code)]


def should_retry_voice(code: infobip.VoiceError) -> bool:
    """The list always says whether it is permanent: `not` is safe here."""
    return not code.permanent


def received(operation: str, raw: int | str) -> Code:
    """The operation determines the list; the result fits the protocol, listed or not."""
    code = OPERATIONS[operation].parse(raw)
    assert_type(code, IntCode | UnlistedIntCode)
    return code


def describe(code: IntCode | StrCode | UnlistedCode) -> str:
    """The classes behind the protocol, for those who want to know the kind of a code."""
    if isinstance(code, UnlistedCode):
        return code.name
    return code.documented_name or code.name


# Every kind of code fits the protocol: numbers, texts, groups, and unlisted ones.
EVERY_KIND: Sequence[Code] = [
    infobip.VoiceError.EC_VOICE_ERROR_GONE,
    infobip.VoiceErrorGroup.OK,
    smspartner.HlrError.EC_IMSI_BLACKLISTED,
    smspartner.HlrError.EC_SOURCE_ADDRESS_BLACKLISTED,
    smspartner.MessageStatus.KO,
    smsapi.ErrorCode(8),
    ecall.ResultCode.parse("11100"),
    fonedynamics.ErrorCode.parse("NOT_DOCUMENTED_YET"),
    infobip.VoiceError.parse(1),
]
LISTS: Sequence[type[Code]] = [infobip.VoiceError, smspartner.MessageStatus]


def main() -> None:
    assert retries(EVERY_KIND) == [
        "EC_VOICE_ERROR_GONE",
        "OK",
        "KO",
        smsapi.ErrorCode(8).name,
        ecall.ResultCode(11100).name,
    ]
    assert should_retry_voice(infobip.VoiceError.EC_VOICE_ERROR_FORBIDDEN)
    assert not should_retry_voice(infobip.VoiceError.VOICE_ANSWERED)
    assert group_name(received("voice", 5002)) == "OPERATOR_ERRORS"
    assert group_name(received("send", 10)) == "no group"
    assert not should_retry(received("cancel", "4711"))
    assert [describe(code) for code in (infobip.VoiceError(5403), infobip.VoiceError.parse(1))] == [
        "EC_VOICE_ERROR_BAD_REQUEST",
        "UNLISTED",
    ]
    assert [code_list.__name__ for code_list in LISTS] == [
        "VoiceError",
        "MessageStatus",
    ]


main()
