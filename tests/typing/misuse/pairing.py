"""Fields and columns of the wrong list, or of the wrong kind of list."""

from provider_codes.for_msgspec import OpenInt as OpenIntOfStruct
from provider_codes.for_pydantic import OpenInt, OpenStr
from provider_codes.for_sqlalchemy import CodeType
from provider_codes.infobip import VoiceError
from provider_codes.smspartner import MessageStatus
from pydantic import BaseModel


class Report(BaseModel):
    error: OpenInt[VoiceError]


class Mistaken(BaseModel):
    status: OpenStr[VoiceError]  # error: mypy[type-var] pyright[reportInvalidTypeForm] ty[invalid-type-arguments] pyrefly[bad-specialization]
    number: OpenInt[MessageStatus]  # error: mypy[type-var] pyright[reportInvalidTypeForm] ty[invalid-type-arguments] pyrefly[bad-specialization]
    plain: OpenInt[int]  # error: mypy[type-var] pyright[reportInvalidTypeForm] ty[invalid-type-arguments] pyrefly[bad-specialization]
    struct: OpenIntOfStruct[MessageStatus]  # error: mypy[type-var] pyright[reportInvalidTypeForm] ty[invalid-type-arguments] pyrefly[bad-specialization]


def use(report: Report) -> None:
    print(report.error.permanent.bit_count())  # error: mypy[union-attr] pyright[reportOptionalMemberAccess] ty[missing-union-attribute] pyrefly[missing-attribute]
    number: int = report.error.id  # error: mypy[assignment] pyright[reportAssignmentType] ty[invalid-assignment] pyrefly[bad-assignment]
    print(number)
    only: VoiceError = report.error  # error: mypy[assignment] pyright[reportAssignmentType] ty[invalid-assignment] pyrefly[bad-assignment]
    print(only)
    # Pydantic may convert, so ty and pyrefly let it.
    Report(error=MessageStatus.KO)  # error: mypy[arg-type] pyright[reportArgumentType]


def columns() -> None:
    CodeType()  # error: mypy[call-arg] pyright[reportCallIssue] ty[missing-argument] pyrefly[missing-argument]
    CodeType(int)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    CodeType(5)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    CodeType(VoiceError.VOICE_ANSWERED)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    CodeType(MessageStatus, length="40")  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
