"""Models, structs and rows with open fields: a member or an unlisted code, under every checker."""

from __future__ import annotations

from typing import assert_type

import msgspec
from provider_codes import Code, UnlistedIntCode, UnlistedStrCode, for_msgspec, for_pydantic
from provider_codes.for_sqlalchemy import AnyCodeType, CodeType
from provider_codes.infobip import Error, VoiceError
from provider_codes.smspartner import MessageStatus
from pydantic import BaseModel
from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Report(BaseModel):
    """A model of pydantic."""

    error: for_pydantic.OpenInt[VoiceError]
    status: for_pydantic.OpenStr[MessageStatus] | None = None
    errors: list[for_pydantic.OpenInt[VoiceError]] = []
    counts: dict[for_pydantic.OpenStr[MessageStatus], int] = {}
    family: for_pydantic.OpenInt[Error] | None = None
    listed: for_pydantic.Listed[Error] = VoiceError.VOICE_ANSWERED
    any: for_pydantic.AnyCode = VoiceError.VOICE_ANSWERED


class Event(msgspec.Struct):
    """A struct of msgspec."""

    error: for_msgspec.OpenInt[VoiceError]
    status: for_msgspec.OpenStr[MessageStatus] | None = None
    family: for_msgspec.OpenInt[Error] | None = None
    listed: for_msgspec.Listed[Error] = VoiceError.VOICE_ANSWERED


class Base(DeclarativeBase):
    """The tables."""


class Row(Base):
    """A table of SQLAlchemy."""

    __tablename__ = "reports"
    id: Mapped[int] = mapped_column(primary_key=True)
    error: Mapped[VoiceError | UnlistedIntCode] = mapped_column(CodeType(VoiceError))
    status: Mapped[MessageStatus | UnlistedStrCode | None] = mapped_column(
        CodeType(MessageStatus, length=40)
    )
    family: Mapped[Error | UnlistedIntCode | None] = mapped_column(CodeType(Error))
    any: Mapped[Code | None] = mapped_column(AnyCodeType(80))


def of_model(report: Report) -> Row:
    """A code from one library is accepted by another."""
    assert_type(report.error, VoiceError | UnlistedIntCode)
    assert_type(report.status, MessageStatus | UnlistedStrCode | None)
    assert_type(report.errors, list[VoiceError | UnlistedIntCode])
    assert_type(report.counts, dict[MessageStatus | UnlistedStrCode, int])
    assert_type(report.family, Error | UnlistedIntCode | None)
    assert_type(report.listed, Error)
    assert_type(report.any, Code)
    return Row(error=report.error, status=report.status, family=report.family, any=report.any)


def of_struct(event: Event) -> Report:
    assert_type(event.error, VoiceError | UnlistedIntCode)
    assert_type(event.status, MessageStatus | UnlistedStrCode | None)
    assert_type(event.family, Error | UnlistedIntCode | None)
    assert_type(event.listed, Error)
    return Report(error=event.error, status=event.status, family=event.family)


def of_row(row: Row) -> bool:
    assert_type(row.error, VoiceError | UnlistedIntCode)
    assert_type(row.status, MessageStatus | UnlistedStrCode | None)
    return isinstance(row.error, VoiceError) and row.error.permanent


def main() -> None:
    event = msgspec.json.decode(b'{"error": 5999}', type=Event, dec_hook=for_msgspec.dec_hook)
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(of_model(of_struct(event)))
        session.add(Row(error=VoiceError.VOICE_ANSWERED, status=MessageStatus.KO))
        session.commit()
        found = session.scalars(select(Row).where(Row.error == VoiceError.parse(5999))).one()
        assert isinstance(found.error, UnlistedIntCode) and not of_row(found)


main()
