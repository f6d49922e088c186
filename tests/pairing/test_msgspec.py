"""Fields of msgspec: open ones with the hooks, and the enum itself."""

import subprocess
import sys
from typing import Any, get_args

import msgspec
import pytest
from provider_codes import IntCode, UnlistedIntCode, UnlistedStrCode
from provider_codes.for_msgspec import Listed, OpenInt, OpenStr, dec_hook, enc_hook, schema_hook
from provider_codes.infobip import Error, VoiceError, VoiceErrorGroup, parse_error
from provider_codes.smspartner import MessageStatus

BUSY = VoiceError.EC_VOICE_USER_BUSY


class Report(msgspec.Struct):
    """Open fields everywhere in a struct."""

    error: OpenInt[VoiceError]
    status: OpenStr[MessageStatus] | None = None
    errors: list[OpenInt[VoiceError]] = []
    counts: dict[OpenInt[VoiceError], int] = {}


class Order(msgspec.Struct):
    """A code that its own program chooses."""

    error: VoiceError
    status: MessageStatus = MessageStatus.WAITING


FULL = b'{"error":5999,"status":"read","errors":[5002,5999,-1],"counts":{"5002":1,"5999":2}}'


def decoded(text: bytes) -> Report:
    return msgspec.json.decode(text, type=Report, dec_hook=dec_hook)


@pytest.mark.parametrize("raw", [b"5002", b'"5002"'])
def test_round_trip_of_codes(raw: bytes) -> None:
    assert decoded(b'{"error": %s}' % raw).error is BUSY
    report = decoded(FULL)
    assert isinstance(report.error, UnlistedIntCode) and report.error.code_list is VoiceError
    assert isinstance(report.status, UnlistedStrCode)
    assert [type(code) for code in report.errors] == [VoiceError, UnlistedIntCode, UnlistedIntCode]
    assert [type(code) for code in report.counts] == [VoiceError, UnlistedIntCode]
    assert msgspec.json.encode(report, enc_hook=enc_hook) == FULL


@pytest.mark.parametrize("raw", [b"null", b'"busy"'])
def test_nonsense_is_refused(raw: bytes) -> None:
    with pytest.raises(msgspec.ValidationError, match=r"a code of this list is .* at `\$\.error`"):
        decoded(b'{"error": %s}' % raw)


def test_round_trip_as_msgpack() -> None:
    report = decoded(FULL)
    packed = msgspec.msgpack.encode(report, enc_hook=enc_hook)
    assert msgspec.msgpack.decode(packed)["errors"] == [5002, 5999, -1]
    again = msgspec.msgpack.decode(packed, type=Report, dec_hook=dec_hook)
    assert again == report and isinstance(again.error, UnlistedIntCode)


def test_round_trip_as_objects() -> None:
    plain: Any = msgspec.to_builtins(decoded(FULL), enc_hook=enc_hook)
    assert plain["errors"] == [5002, 5999, -1] and {*map(type, plain["errors"])} == {int}
    assert msgspec.convert(plain, Report, dec_hook=dec_hook) == decoded(FULL)


def test_without_the_hook_an_unlisted_code_is_not_encoded() -> None:
    """The reason for `enc_hook`: without it, encoding fails in production."""
    assert msgspec.json.encode(Report(error=BUSY)).startswith(b'{"error":5002,')
    with pytest.raises(TypeError, match="UnlistedIntCode is unsupported"):
        msgspec.json.encode(decoded(FULL))


def test_the_hooks_leave_other_types_alone() -> None:
    with pytest.raises(NotImplementedError):
        msgspec.json.decode(b'"1"', type=complex, dec_hook=dec_hook)
    with pytest.raises(NotImplementedError):
        msgspec.json.encode(1j, enc_hook=enc_hook)


def test_the_union_itself_is_refused() -> None:
    """The reason for `OpenInt`. If msgspec accepts the union one day, `OpenInt` can be that union."""
    union: Any = VoiceError | UnlistedIntCode
    with pytest.raises(TypeError, match="may not contain"):
        msgspec.json.decode(b"5002", type=union, dec_hook=dec_hook)


def test_the_enum_itself() -> None:
    order = msgspec.json.decode(b'{"error": 5002, "status": "ko"}', type=Order)
    assert (order.error, order.status) == (BUSY, MessageStatus.KO)
    assert msgspec.json.encode(order) == b'{"error":5002,"status":"ko"}'
    with pytest.raises(msgspec.ValidationError, match="Invalid enum value 5999"):
        msgspec.json.decode(b'{"error": 5999}', type=Order)


def test_it_does_not_load_msgspec() -> None:
    program = "import sys, provider_codes.for_msgspec\nassert 'msgspec' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0


class FamilyReport(msgspec.Struct):
    """Fields of a family: an open one, and one that refuses unlisted codes."""

    error: OpenInt[Error]
    only: Listed[Error] = BUSY


@pytest.mark.parametrize("raw", [5480, 5003, 6009, 27, 5999])
def test_a_family(raw: int) -> None:
    report = msgspec.convert({"error": raw}, FamilyReport, dec_hook=dec_hook)
    assert repr(report.error) == repr(parse_error(raw))
    assert msgspec.to_builtins(report, enc_hook=enc_hook) == {"error": raw, "only": 5002}
    only = {"error": 1, "only": raw}
    if report.error.listed:
        assert msgspec.convert(only, FamilyReport, dec_hook=dec_hook).only is report.error
    else:
        with pytest.raises(
            msgspec.ValidationError,
            match=r"5999 is not a listed code of Listed.GeneralError .*`\$.only`",
        ):
            msgspec.convert(only, FamilyReport, dec_hook=dec_hook)


def test_the_schema() -> None:
    schema = msgspec.json.schema(FamilyReport, schema_hook=schema_hook)
    properties = schema["$defs"]["FamilyReport"]["properties"]
    values = [code.value for each in get_args(Error) for code in each]
    assert properties["error"]["examples"] == properties["only"]["enum"] == values
    assert properties["error"]["type"] == properties["only"]["type"] == "integer"
    with pytest.raises(NotImplementedError):
        schema_hook(complex)


@pytest.mark.parametrize(
    "kind", [VoiceError | None, int, VoiceError | int, VoiceErrorGroup, IntCode]
)
def test_a_field_is_for_lists(kind: Any) -> None:
    opened: Any = OpenInt
    with pytest.raises(TypeError, match="a field of codes is for one list, or for a family"):
        msgspec.defstruct("Model", [("error", opened[kind])])
