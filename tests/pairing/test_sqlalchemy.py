"""Columns of SQLAlchemy: stored, loaded, found and refused values."""

from collections.abc import Iterator
from typing import Any

import provider_codes
import pytest
import sqlalchemy
from provider_codes import Code, StrCode, UnlistedIntCode, UnlistedStrCode
from provider_codes.for_sqlalchemy import AnyCodeType, CodeType
from provider_codes.infobip import Error, GeneralError, VoiceError, VoiceErrorGroup, parse_error
from provider_codes.smspartner import HlrError, MessageStatus
from sqlalchemy import (
    BigInteger,
    Column,
    MetaData,
    String,
    Table,
    create_engine,
    event,
    insert,
    inspect,
    select,
    text,
    type_coerce,
)
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

BUSY = VoiceError.EC_VOICE_USER_BUSY
NEWS = VoiceError.parse(5999)


class Base(DeclarativeBase):
    """The tables."""


class Report(Base):
    """A row with a code of each kind."""

    __tablename__ = "reports"
    id: Mapped[int] = mapped_column(primary_key=True)
    error: Mapped[VoiceError | UnlistedIntCode] = mapped_column(CodeType(VoiceError))
    status: Mapped[MessageStatus | UnlistedStrCode | None] = mapped_column(
        CodeType(MessageStatus, length=40)
    )


@pytest.fixture
def session() -> Iterator[Session]:
    """A database in memory with three rows."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Report(error=BUSY, status=MessageStatus.KO))
        session.add(Report(error=NEWS, status=MessageStatus.parse("read")))
        session.add(Report(error=NEWS))
        session.commit()
        yield session


def test_the_value_is_stored(session: Session) -> None:
    stored = session.execute(text("SELECT error, typeof(error), status FROM reports")).all()
    assert [tuple(row) for row in stored] == [
        (5002, "integer", "ko"),
        (5999, "integer", "read"),
        (5999, "integer", None),
    ]


def test_the_code_comes_back(session: Session) -> None:
    reports = session.scalars(select(Report).order_by(Report.id)).all()
    assert reports[0].error is BUSY and reports[0].status is MessageStatus.KO
    assert repr(reports[1].error) == "<VoiceError unlisted: 5999>"
    assert repr(reports[1].status) == "<MessageStatus unlisted: 'read'>"
    assert reports[2].status is None


def test_the_columns(session: Session) -> None:
    columns = inspect(session.connection()).get_columns("reports")
    assert [(str(each["type"]), each["nullable"]) for each in columns[1:]] == [
        ("INTEGER", False),
        ("VARCHAR(40)", True),
    ]


def found(session: Session, condition: Any) -> list[int]:
    return list(session.scalars(select(Report.id).where(condition).order_by(Report.id)))


def test_filters(session: Session) -> None:
    assert found(session, Report.error == BUSY) == [1]
    assert found(session, Report.error == NEWS) == [2, 3]
    assert found(session, Report.error != NEWS) == [1]
    assert found(session, Report.error.in_([BUSY, NEWS])) == [1, 2, 3]
    assert found(session, Report.error.between(5000, 5100)) == [1]
    assert found(session, Report.status == MessageStatus.parse("read")) == [2]
    assert found(session, Report.status.is_(None)) == [3]
    assert found(session, Report.status.like("r%")) == [2]


def test_raw_values_are_parsed(session: Session) -> None:
    session.execute(insert(Report).values(error="5002", status="read"))
    assert found(session, Report.error == 5002) == [1, 4]
    raw: Any = "5999"
    assert found(session, Report.error == raw) == [2, 3]


def test_a_driver_is_given_plain_values(session: Session) -> None:
    """SQLite accepts any int; drivers of other databases check the exact type."""
    given: list[Any] = []

    def note(*arguments: Any) -> None:
        given.extend(arguments[3])

    event.listen(session.connection(), "before_cursor_execute", note)
    news = MessageStatus.parse("read")
    found(session, Report.error.in_([BUSY, NEWS]) & Report.status.in_([MessageStatus.KO, news]))
    assert sorted(map(str, given)) == ["5002", "5999", "ko", "read"]
    assert {*map(type, given)} == {int, str}


def test_two_lists_share_no_statement(session: Session) -> None:
    """SQLAlchemy caches compiled statements by the state of their types."""
    numbers = [
        Table("reports", MetaData(), Column("error", CodeType(each)))
        for each in (VoiceError, GeneralError)
    ]
    results = [session.scalars(select(each.c.error)).all() for each in numbers]
    assert [type(result[0]) for result in results] == [VoiceError, UnlistedIntCode]
    assert results[1][0].code_list is GeneralError


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (
            GeneralError.EC_CALL_BARRED,
            "<GeneralError.EC_CALL_BARRED: 13> is not a code of VoiceError",
        ),
        (GeneralError.parse(5002), "<GeneralError unlisted: 5002> is not a code of VoiceError"),
        (MessageStatus.KO, "<MessageStatus.KO: 'ko'> is not a code of VoiceError"),
        ("busy", "a code of this list is a decimal number, not 'busy'"),
    ],
)
def test_what_is_not_a_code_of_the_list(session: Session, wrong: Any, message: str) -> None:
    with pytest.raises(StatementError, match=message):
        found(session, Report.error == wrong)
    session.add(Report(error=wrong))
    with pytest.raises(StatementError, match=message):
        session.commit()


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (CodeType(VoiceError), "CodeType(provider_codes.infobip.VoiceError)"),
        (
            CodeType(MessageStatus, length=40),
            "CodeType(provider_codes.smspartner.MessageStatus, length=40)",
        ),
        (
            CodeType(GeneralError | VoiceError, number=BigInteger),
            "CodeType(provider_codes.infobip.GeneralError | provider_codes.infobip.VoiceError,"
            " number=sa.BigInteger)",
        ),
    ],
)
def test_the_text_of_a_migration(kind: CodeType, written: str) -> None:
    """Alembic writes the module and the `repr`, which has to make the same type again."""
    assert repr(kind) == repr(kind.copy()) == written
    again = eval(
        written, {"CodeType": CodeType, "provider_codes": provider_codes, "sa": sqlalchemy}
    )
    assert (again.code_list, again.length) == (kind.code_list, kind.length)
    assert str(again) == str(kind)


class Whole(Base):
    """Columns of a family, of large numbers, and of codes of any list."""

    __tablename__ = "wholes"
    id: Mapped[int] = mapped_column(primary_key=True)
    error: Mapped[Error | UnlistedIntCode] = mapped_column(CodeType(Error))
    large: Mapped[VoiceError | UnlistedIntCode] = mapped_column(
        CodeType(VoiceError, number=BigInteger)
    )
    any: Mapped[Code] = mapped_column(AnyCodeType(80))


@pytest.mark.parametrize("raw", [5480, 5003, 6009, 27, 5999])
def test_a_family_and_any_list(session: Session, raw: int) -> None:
    code = parse_error(raw)
    session.add(Whole(error=code, large=3_000_000_000 + raw, any=code))
    session.add(Whole(error=raw, large=raw, any=MessageStatus.parse("re:ad")))
    session.commit()
    stored = session.execute(text("SELECT error, any FROM wholes ORDER BY id")).all()
    assert [*map(tuple, stored)] == [(raw, code.id), (raw, "smspartner.MessageStatus:re:ad")]
    rows = session.scalars(select(Whole).order_by(Whole.id)).all()
    assert [repr(row.error) for row in rows] == [repr(code)] * 2
    assert repr(rows[0].any) == repr(code) and repr(rows[1].any).endswith("unlisted: 're:ad'>")
    assert rows[0].large == 3_000_000_000 + raw
    assert session.scalars(select(Whole.id).where(Whole.any == code)).all() == [1]
    assert session.scalars(select(Whole.id).where(Whole.error == code)).all() == [1, 2]


def test_the_types_of_these_columns(session: Session) -> None:
    columns = inspect(session.connection()).get_columns("wholes")
    assert [str(each["type"]) for each in columns[1:]] == ["INTEGER", "BIGINT", "VARCHAR(80)"]


@pytest.mark.parametrize(
    ("field", "wrong", "message"),
    [
        ("error", MessageStatus.KO, "is not a code of GeneralError or VoiceError"),
        # It would come back as the code of another list, which means something else.
        ("error", VoiceError.parse(27), "would come back as another code"),
        ("any", "infobip.Gone:1", "no list of codes 'infobip.Gone'"),
        ("any", VoiceErrorGroup.OK, "no list of codes 'infobip.VoiceErrorGroup'"),
    ],
)
def test_values_that_a_family_refuses(
    session: Session, field: str, wrong: Any, message: str
) -> None:
    session.add(Whole(**{"error": 1, "large": 1, "any": BUSY, field: wrong}))
    with pytest.raises((StatementError, LookupError), match=message):
        session.commit()


class Word(StrCode):
    """A list of texts."""


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (VoiceError | None, "one list, or for a family"),
        (int, "one list, or for a family"),
        (VoiceErrorGroup, "one list, or for a family"),
        (VoiceError | Word, "for numbers or for texts"),
    ],
)
def test_a_column_is_for_lists_of_one_kind(kind: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        CodeType(kind)


@pytest.mark.parametrize(
    ("kind", "number"), [(VoiceError, String), (VoiceError, 5), (Word, BigInteger)]
)
def test_the_type_of_numbers_is_refused_for_texts(kind: Any, number: Any) -> None:
    with pytest.raises(TypeError, match="a column of numbers"):
        CodeType(kind, number=number)


def test_a_text_is_compared_with_the_stored_id(session: Session) -> None:
    session.add(Whole(id=1, error=27, large=1, any=GeneralError(27)))
    session.add(Whole(id=2, error=27, large=1, any=MessageStatus.parse("100% read")))
    session.commit()
    session.execute(text("INSERT INTO wholes VALUES (3, 1, 1, 'infobip.Gone:1')"))
    conditions: list[tuple[Any, list[int]]] = [
        (Whole.any.like("infobip.%"), [1, 3]),
        (Whole.any.startswith("infobip."), [1, 3]),
        (Whole.any.contains("% read", autoescape=True), [2]),
        (Whole.any == "infobip.GeneralError:27", [1]),
        (Whole.any == "infobip.Gone:1", [3]),
        (Whole.any == MessageStatus.parse("100% read"), [2]),
        (Whole.any.in_([GeneralError(27), "smspartner.MessageStatus:100% read"]), [1, 2]),
        (Whole.any.in_(["smspartner.MessageStatus:100% read", GeneralError(27)]), [1, 2]),
        (Whole.any.in_(["infobip.Gone:1", GeneralError(27), None]), [1, 3]),
        (Whole.any.not_in(["infobip.Gone:1"]), [1, 2]),
    ]
    for condition, expected in conditions:
        query = select(Whole.id).where(condition).order_by(Whole.id)
        assert session.scalars(query).all() == expected, str(condition)
    stored = select(type_coerce(Whole.any, String)).where(Whole.id == 3)
    assert session.scalars(stored).all() == ["infobip.Gone:1"]


def test_a_code_of_another_list_with_the_same_value_is_a_change(session: Session) -> None:
    report: Any = Whole(error=27, large=1, any=GeneralError(27))
    session.add(report)
    session.commit()
    report.any = HlrError(27)
    session.commit()
    stored = "SELECT any FROM wholes"
    assert session.execute(text(stored)).scalar_one() == "smspartner.HlrError:27"
    session.refresh(report)
    report.any = "smspartner.HlrError:27"
    assert not session.is_modified(report)


def test_no_code_of_any_list_is_a_primary_key() -> None:
    """SQLAlchemy keeps loaded rows by their keys, and 27 of two lists are equal."""
    with pytest.raises(TypeError, match="rules.code: .* cannot be a primary key"):
        Table("rules", MetaData(), Column("code", AnyCodeType(80), primary_key=True))
    Table("notes", MetaData(), Column("code", CodeType(VoiceError), primary_key=True))
