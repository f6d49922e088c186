"""Fields of pydantic: open ones, and the enum itself."""

import json
from typing import Any, ClassVar, get_args

import pytest
from provider_codes import IntCode, UnlistedIntCode, UnlistedStrCode
from provider_codes.for_pydantic import AnyCode, Listed, OpenInt, OpenStr
from provider_codes.infobip import Error, GeneralError, VoiceError, VoiceErrorGroup, parse_error
from provider_codes.smspartner import MessageStatus
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, create_model

BUSY = VoiceError.EC_VOICE_USER_BUSY
NUMBERS: TypeAdapter[VoiceError | UnlistedIntCode] = TypeAdapter(OpenInt[VoiceError])
TEXTS: TypeAdapter[MessageStatus | UnlistedStrCode] = TypeAdapter(OpenStr[MessageStatus])


class Report(BaseModel):
    """Open fields everywhere in a model."""

    error: OpenInt[VoiceError]
    status: OpenStr[MessageStatus] | None = None
    errors: list[OpenInt[VoiceError]] = []
    errors_by_status: dict[OpenStr[MessageStatus], list[OpenInt[VoiceError]]] = {}
    counts: dict[OpenInt[VoiceError], int] = {}


class StrictReport(Report):
    """Strict mode is about pydantic's own conversions."""

    model_config: ClassVar[ConfigDict] = ConfigDict(strict=True)


class Order(BaseModel):
    """A code that its own program chooses."""

    error: VoiceError
    status: MessageStatus = MessageStatus.WAITING


FULL: dict[str, Any] = {
    "error": "5999",
    "status": "read",
    "errors": [5002, "5002", 5999, -1],
    "errors_by_status": {"ko": [5002], "read": [5999]},
    "counts": {"5002": 1, "5999": 2},
}


@pytest.mark.parametrize("raw", [5002, "5002", " 5002 ", BUSY, UnlistedIntCode(5002, VoiceError)])
def test_a_listed_number(raw: object) -> None:
    assert NUMBERS.validate_python(raw) is BUSY
    assert Report.model_validate({"error": raw}).error is BUSY


@pytest.mark.parametrize("raw", [5999, "5999", VoiceError.parse(5999), 2**70, -1, 0])
def test_an_unlisted_number(raw: int | str) -> None:
    code = NUMBERS.validate_python(raw)
    assert isinstance(code, UnlistedIntCode)
    assert code == int(raw) and code.code_list is VoiceError


@pytest.mark.parametrize("raw", ["read", "", "KO", " ko"])
def test_an_unlisted_text(raw: str) -> None:
    assert TEXTS.validate_python("ko") is MessageStatus.KO
    code = TEXTS.validate_python(raw)
    assert isinstance(code, UnlistedStrCode)
    assert code == raw and code.code_list is MessageStatus


# One that `parse` refuses for its type, its words, and its length; tests/library has the rest.
REFUSED = [
    (5002.0, "not float"),
    (None, "not NoneType"),
    ("busy", "not 'busy'"),
    ("9" * 5000, "Exceeds"),
]


@pytest.mark.parametrize(("raw", "message"), REFUSED)
def test_what_is_not_a_number(raw: object, message: str) -> None:
    """One error at the field, and no exception that pydantic does not catch."""
    for model in (Report, StrictReport):
        with pytest.raises(ValidationError) as caught:
            model.model_validate({"error": raw})
        (found,) = caught.value.errors()
        assert found["loc"] == ("error",)
        assert message in found["msg"]


@pytest.mark.parametrize("model", [Report, StrictReport])
def test_round_trip_of_a_model(model: type[Report]) -> None:
    report = model.model_validate(FULL)
    assert report.errors == [BUSY, BUSY, 5999, -1]
    assert report.errors[0] is BUSY and isinstance(report.errors[2], UnlistedIntCode)
    assert list(report.counts) == [BUSY, 5999]
    assert [type(key) for key in report.counts] == [VoiceError, UnlistedIntCode]
    text = report.model_dump_json()
    assert model.model_validate_json(text) == report
    assert model.model_validate(report.model_dump()) == report
    assert model.model_validate_json(json.dumps(report.model_dump())) == report


def test_what_is_written() -> None:
    """JSON has plain values; for Python the codes stay codes, as pydantic leaves enums."""
    report = Report.model_validate(FULL)
    expected = FULL | {"error": 5999, "errors": [5002, 5002, 5999, -1]}
    assert json.loads(report.model_dump_json()) == expected
    written = report.model_dump(mode="json")
    assert written == expected
    assert type(written["error"]) is int and type(written["status"]) is str
    assert {type(each) for each in written["errors"]} == {int}
    assert type(report.model_dump()["error"]) is UnlistedIntCode


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_schema(mode: Any) -> None:
    """A client that is made from it has to accept unlisted codes too: no `enum`."""
    schema = Report.model_json_schema(mode=mode)
    error = schema["properties"]["error"]
    assert error["type"] == "integer"
    assert error["examples"] == [code.value for code in VoiceError]
    assert error["description"].startswith("Infobip: Voice error codes.\n\nFrom the page ")
    status, null = schema["properties"]["status"]["anyOf"]
    assert (status["type"], null) == ("string", {"type": "null"})
    assert status["examples"] == ["delivered", "not delivered", "waiting", "ko"]
    assert schema["properties"]["errors"]["items"]["type"] == "integer"
    assert "enum" not in json.dumps(schema)


def test_a_code_of_another_list_is_read_as_its_number() -> None:
    """As `parse` does. Type checkers refuse it in Python code."""
    code = NUMBERS.validate_python(GeneralError.EC_CALL_BARRED)
    assert repr(code) == "<VoiceError unlisted: 13>"


@pytest.mark.parametrize("raw", [5999, "5999", None, VoiceError.parse(5999)])
def test_the_enum_itself_refuses_unlisted_values(raw: object) -> None:
    assert Order.model_validate({"error": "5002", "status": "ko"}).error is BUSY
    with pytest.raises(ValidationError):
        Order.model_validate({"error": raw})


def test_the_schema_of_the_enum_itself() -> None:
    definitions = Order.model_json_schema()["$defs"]
    assert definitions["VoiceError"]["enum"] == [code.value for code in VoiceError]
    assert definitions["MessageStatus"]["enum"] == [code.value for code in MessageStatus]


class FamilyReport(BaseModel):
    """Fields of a family: an open one, two that refuse unlisted codes, and of any list."""

    error: OpenInt[Error]
    only: Listed[Error] = BUSY
    plain: Error = BUSY
    any: AnyCode = BUSY


@pytest.mark.parametrize("raw", [5480, 5003, 6009, 27, 5999])
def test_a_family(raw: int) -> None:
    code = parse_error(raw)
    report = FamilyReport.model_validate({"error": str(raw), "any": code.id})
    assert repr(report.error) == repr(report.any) == repr(code)
    written = {"error": raw, "only": 5002, "plain": 5002, "any": code.id}
    assert json.loads(report.model_dump_json()) == written
    assert FamilyReport.model_validate(report.model_dump()) == report
    for name in ("only", "plain"):
        if code.listed:
            assert getattr(FamilyReport.model_validate(written | {name: raw}), name) is code
        else:
            with pytest.raises(ValidationError, match=f"{name}"):
                FamilyReport.model_validate(written | {name: raw})


def test_the_schema_of_a_family() -> None:
    properties = FamilyReport.model_json_schema()["properties"]
    values = [code.value for each in get_args(Error) for code in each]
    assert properties["error"]["examples"] == properties["only"]["enum"] == values
    assert properties["error"]["type"] == properties["only"]["type"] == "integer"
    assert properties["error"]["description"].startswith("Infobip: General error codes.")
    assert properties["any"]["type"] == "string"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("infobip.Gone:1", "no list of codes 'infobip.Gone'"),
        ("5002", "no list of codes '5002'"),
        ("infobip.VoiceError:soon", "not 'soon'"),
        ("infobip.VoiceErrorGroup:1", "no list of codes 'infobip.VoiceErrorGroup'"),
        (VoiceErrorGroup.OK, "no list of codes 'infobip.VoiceErrorGroup'"),
        (5002, "text, not int"),
        (None, "text, not NoneType"),
    ],
)
def test_what_is_not_an_id(raw: object, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        FamilyReport.model_validate({"error": 1, "any": raw})


@pytest.mark.parametrize(
    "kind", [VoiceError | None, int, VoiceError | int, VoiceErrorGroup, IntCode]
)
def test_a_field_is_for_lists(kind: Any) -> None:
    opened: Any = OpenInt
    with pytest.raises(TypeError, match="a field of codes is for one list, or for a family"):
        create_model("Model", error=(opened[kind], ...))
