"""Classes that cattrs reads: codes of a list and of a family, open and closed."""

from dataclasses import dataclass

import pytest
from cattrs import Converter
from provider_codes import Code, UnlistedIntCode, UnlistedStrCode
from provider_codes.for_cattrs import configure
from provider_codes.infobip import Error, VoiceError, parse_error
from provider_codes.smspartner import MessageStatus

CONVERTER = Converter()
configure(CONVERTER)


@dataclass
class Report:
    """Fields that accept every code, and some that refuse unlisted ones."""

    error: Error | UnlistedIntCode
    voice: VoiceError | UnlistedIntCode | None = None
    status: MessageStatus | UnlistedStrCode | None = None
    only: Error = VoiceError.VOICE_ANSWERED
    plain: int | None = None


@pytest.mark.parametrize("raw", [5480, 27, "5003", 5999])
def test_round_trip(raw: int | str) -> None:
    given = {"error": raw, "voice": 5002, "status": "read", "only": 27, "plain": 5}
    report = CONVERTER.structure(given, Report)
    assert repr(report.error) == repr(parse_error(raw))
    assert report.voice is VoiceError.EC_VOICE_USER_BUSY
    assert repr(report.status) == "<MessageStatus unlisted: 'read'>"
    written = CONVERTER.unstructure(report)
    assert written == given | {"error": int(raw)}
    assert {type(value) for value in written.values()} == {int, str}
    assert CONVERTER.structure({"error": 1, "voice": None}, Report).voice is None


@pytest.mark.parametrize(
    "code",
    [VoiceError(5002), VoiceError.parse(5999), MessageStatus.KO, MessageStatus.parse("read")],
)
def test_codes_become_values_wherever_they_are(code: Code) -> None:
    @dataclass
    class Fixed:
        """A field that no hook for families reads."""

        code: MessageStatus | VoiceError

    for written in (CONVERTER.unstructure(code), CONVERTER.unstructure([code])[0]):
        assert written == code.value and type(written) in (int, str)
    if isinstance(code, MessageStatus):
        assert type(CONVERTER.unstructure(Fixed(code))["code"]) is str


@pytest.mark.parametrize("wrong", [{"only": 5999}, {"error": None}, {"error": "soon"}])
def test_refused_values(wrong: dict[str, object]) -> None:
    with pytest.raises(Exception, match="Report"):
        CONVERTER.structure({"error": 1, **wrong}, Report)
