"""Arguments that no list can make a code from, and missing names."""

from provider_codes import UnlistedIntCode, find, infobip, smspartner
from provider_codes.infobip import VoiceError
from provider_codes.smspartner import MessageStatus
from provider_codes.smspartner import NoSuchList as NoSuchList  # error: mypy[attr-defined] pyright[reportAttributeAccessIssue] pyright[reportUnknownVariableType] ty[missing-module-member] pyrefly[missing-module-attribute]


def parse(form: dict[str, str]) -> None:
    VoiceError.parse(None)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    VoiceError.parse(27.0)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    VoiceError.parse(b"27")  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    VoiceError.parse(form.get("code"))  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    VoiceError.parse()  # error: mypy[call-arg] pyright[reportCallIssue] ty[missing-argument] pyrefly[missing-argument]
    VoiceError.parse(27, 28)  # error: mypy[call-arg] pyright[reportCallIssue] ty[too-many-positional-arguments] pyrefly[bad-argument-count]
    MessageStatus.parse(27)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    MessageStatus.parse(None)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]


def find_codes(form: dict[str, str]) -> None:
    infobip.find_error(5403.0)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    infobip.find_error(form.get("code"))  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    infobip.find_error(5403, 5403)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    infobip.find_error_group(3, "OPERATOR_ERRORS")  # error: mypy[call-arg] pyright[reportCallIssue] ty[too-many-positional-arguments] pyrefly[bad-argument-count]
    infobip.find_error_group(None)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    find(None)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    find(13.0)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    find()  # error: mypy[call-arg] pyright[reportCallIssue] ty[missing-argument] pyrefly[missing-argument]
    VoiceError.documented_as(5403)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    VoiceError.documented_as(None)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]


def unlisted() -> None:
    UnlistedIntCode(1, MessageStatus)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    UnlistedIntCode(1)  # error: mypy[call-arg] pyright[reportCallIssue] ty[missing-argument] pyrefly[missing-argument]


def not_there(code: VoiceError) -> None:
    VoiceError.EC_NO_SUCH_CODE  # error: mypy[attr-defined] pyright[reportUnknownMemberType] pyright[reportAttributeAccessIssue] ty[missing-attribute] pyrefly[missing-attribute]
    code.retryable  # error: mypy[attr-defined] pyright[reportUnknownMemberType] pyright[reportAttributeAccessIssue] ty[missing-attribute] pyrefly[missing-attribute]
    code.codes  # error: mypy[attr-defined] pyright[reportUnknownMemberType] pyright[reportAttributeAccessIssue] ty[missing-attribute] pyrefly[missing-attribute]
    smspartner.find_error(13)  # error: mypy[attr-defined] pyright[reportUnknownMemberType] pyright[reportAttributeAccessIssue] ty[missing-attribute] pyrefly[missing-attribute]
    infobip.SmsError(13)  # error: mypy[attr-defined] pyright[reportUnknownMemberType] pyright[reportAttributeAccessIssue] ty[missing-attribute] pyrefly[missing-attribute]
    MessageStatus.Delivered  # error: mypy[attr-defined] pyright[reportUnknownMemberType] pyright[reportAttributeAccessIssue] ty[missing-attribute] pyrefly[missing-attribute]
