"""Fields of msgspec: open ones with the hooks, and the enum itself."""

import subprocess
import sys
from typing import Any

import msgspec
import pytest
from provider_codes import UnlistedIntCode, UnlistedStrCode
from provider_codes.for_msgspec import OpenInt, OpenStr, dec_hook, enc_hook
from provider_codes.infobip import Error, VoiceError
from provider_codes.smspartner import MessageStatus

BUSY = VoiceError.EC_VOICE_USER_BUSY


class Report(msgspec.Struct):
    """Open fields in all places where a struct has fields."""

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
def test_codes_there_and_back(raw: bytes) -> None:
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


def test_there_and_back_as_msgpack() -> None:
    report = decoded(FULL)
    packed = msgspec.msgpack.encode(report, enc_hook=enc_hook)
    assert msgspec.msgpack.decode(packed)["errors"] == [5002, 5999, -1]
    again = msgspec.msgpack.decode(packed, type=Report, dec_hook=dec_hook)
    assert again == report and isinstance(again.error, UnlistedIntCode)


def test_there_and_back_as_objects() -> None:
    plain: Any = msgspec.to_builtins(decoded(FULL), enc_hook=enc_hook)
    assert plain["errors"] == [5002, 5999, -1] and {*map(type, plain["errors"])} == {int}
    assert msgspec.convert(plain, Report, dec_hook=dec_hook) == decoded(FULL)


def test_without_the_hook_an_unlisted_code_is_not_encoded() -> None:
    """The reason for `enc_hook`: whoever leaves it out learns of it in production."""
    assert msgspec.json.encode(Report(error=BUSY)).startswith(b'{"error":5002,')
    with pytest.raises(TypeError, match="UnlistedIntCode is unsupported"):
        msgspec.json.encode(decoded(FULL))


def test_the_hooks_leave_what_is_not_theirs() -> None:
    with pytest.raises(NotImplementedError):
        msgspec.json.decode(b'"1"', type=complex, dec_hook=dec_hook)
    with pytest.raises(NotImplementedError):
        msgspec.json.encode(1j, enc_hook=enc_hook)


def test_the_union_itself_is_refused() -> None:
    """The reason for `OpenInt`. Once msgspec takes it, `OpenInt` can be that union."""
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


@pytest.mark.parametrize("kind", [Error, VoiceError | None, int])
def test_a_field_is_for_one_list(kind: Any) -> None:
    """Read by one list of a family, listed codes of the others would be unlisted."""
    opened: Any = OpenInt
    with pytest.raises(TypeError, match="a field of codes is for one list, and .* is not one list"):
        msgspec.defstruct("Model", [("error", opened[kind])])
