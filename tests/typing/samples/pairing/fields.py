"""Models, structs and rows with open fields: a member or an unlisted code, under every checker."""

from __future__ import annotations

from typing import assert_type

import msgspec
from provider_codes import UnlistedIntCode, UnlistedStrCode, for_msgspec, for_pydantic
from provider_codes.for_sqlalchemy import CodeType
from provider_codes.infobip import VoiceError
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


class Event(msgspec.Struct):
    """A struct of msgspec."""

    error: for_msgspec.OpenInt[VoiceError]
    status: for_msgspec.OpenStr[MessageStatus] | None = None


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


def of_model(report: Report) -> Row:
    """What one library gives, another takes."""
    assert_type(report.error, VoiceError | UnlistedIntCode)
    assert_type(report.status, MessageStatus | UnlistedStrCode | None)
    assert_type(report.errors, list[VoiceError | UnlistedIntCode])
    assert_type(report.counts, dict[MessageStatus | UnlistedStrCode, int])
    return Row(error=report.error, status=report.status)


def of_struct(event: Event) -> Report:
    assert_type(event.error, VoiceError | UnlistedIntCode)
    assert_type(event.status, MessageStatus | UnlistedStrCode | None)
    return Report(error=event.error, status=event.status)


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
