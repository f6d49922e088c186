"""A code of one kind where another is wanted."""

from collections.abc import Mapping, Sequence
from enum import IntEnum

from provider_codes import Code, IntCode, StrCode, find, infobip, smsapi, smspartner


class OwnStatus(IntEnum):
    """An enum of the user's, which has none of the facts."""

    OK = 0


def needs_voice(code: infobip.VoiceError) -> None: ...
def needs_number(code: IntCode) -> None: ...
def needs_text(code: StrCode) -> None: ...
def needs_error(code: infobip.Error) -> None: ...
def needs_group(group: infobip.GeneralErrorGroup) -> None: ...
def needs_code(code: Code) -> None: ...
def needs_list_of_numbers(code_list: type[IntCode]) -> None: ...


def unlisted_where_a_member_is_wanted(raw: str) -> None:
    needs_voice(infobip.VoiceError.parse(raw))  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    needs_number(infobip.VoiceError.parse(raw))  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    needs_text(smspartner.MessageStatus.parse(raw))  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    code: infobip.VoiceError = infobip.VoiceError.parse(raw)  # error: mypy[assignment] pyright[reportAssignmentType] ty[invalid-assignment] pyrefly[bad-assignment]
    print(code)


def numbers_where_a_member_is_wanted() -> None:
    needs_voice(5403)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    needs_text("ko")  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    needs_code(5403)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    needs_code(OwnStatus.OK)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]


def another_list() -> None:
    needs_voice(infobip.GeneralError.NO_ERROR)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    needs_error(smspartner.HlrError.NO_ERROR)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    needs_error(infobip.VoiceErrorGroup.OK)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    needs_group(infobip.VoiceErrorGroup.OK)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    needs_group(infobip.VoiceError.VOICE_ANSWERED.group)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    needs_voice(infobip.find_error(5403)[0])  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    needs_number(find(13)[0])  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]


def texts_where_numbers_are_wanted() -> None:
    needs_number(smspartner.MessageStatus.KO)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    needs_list_of_numbers(smspartner.MessageStatus)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    needs_list_of_numbers(infobip.VoiceError.EC_VOICE_USER_BUSY)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    lists: Sequence[type[IntCode]] = [smsapi.ErrorCode, smspartner.MessageStatus]  # error: mypy[list-item] pyright[reportAssignmentType] ty[invalid-assignment] pyrefly[bad-assignment]
    by_name: Mapping[str, type[IntCode]] = {"status": smspartner.MessageStatus}  # error: mypy[dict-item] pyright[reportAssignmentType] ty[invalid-assignment] pyrefly[bad-assignment]
    print(lists, by_name)


def equality(code: infobip.VoiceError, status: smspartner.MessageStatus) -> None:
    # ty and pyrefly compare anything with anything.
    print(code == "5403")  # error: mypy[comparison-overlap] pyright[reportUnnecessaryComparison]
    print(status == 5403)  # error: mypy[comparison-overlap] pyright[reportUnnecessaryComparison]
    print(code is infobip.GeneralError.NO_ERROR)  # error: mypy[comparison-overlap] pyright[reportUnnecessaryComparison]
    print(code == infobip.GeneralError.NO_ERROR)  # error: mypy[comparison-overlap] pyright[reportUnnecessaryComparison]


class MoreErrors(infobip.VoiceError):  # error: mypy[misc] pyright[reportGeneralTypeIssues] ty[subclass-of-final-class] pyrefly[invalid-inheritance]
    """An enum with members is closed."""
