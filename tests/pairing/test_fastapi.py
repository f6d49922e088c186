"""A webhook with FastAPI: what comes in, what goes out, and what its description says."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from provider_codes.for_pydantic import OpenInt, OpenStr
from provider_codes.infobip import VoiceError
from provider_codes.smspartner import MessageStatus
from pydantic import BaseModel

app = FastAPI()


class Report(BaseModel):
    """What a provider sends."""

    error: OpenInt[VoiceError]
    status: OpenStr[MessageStatus] | None = None


class Answer(BaseModel):
    """What it says of the codes."""

    error: OpenInt[VoiceError]
    name: str
    listed: bool


@app.post("/reports")
def report(report: Report) -> Answer:
    """Echoes the code."""
    return Answer(error=report.error, name=report.error.name, listed=report.error.listed)


@app.get("/open/{error}")
def by_path(error: OpenInt[VoiceError], status: OpenStr[MessageStatus] = MessageStatus.KO) -> str:
    """Codes in the address come as text."""
    return f"{error!r} {status!r}"


@app.get("/strict/{error}")
def by_path_strictly(error: VoiceError) -> str:
    """The enum itself."""
    return f"{error!r}"


client = TestClient(app)


@pytest.mark.parametrize(
    ("raw", "value", "name"), [("5002", 5002, "EC_VOICE_USER_BUSY"), (5999, 5999, "UNLISTED")]
)
def test_a_report_is_taken(raw: object, value: int, name: str) -> None:
    answer = client.post("/reports", json={"error": raw, "status": "read"})
    assert answer.status_code == 200, answer.text
    assert answer.json() == {"error": value, "name": name, "listed": name != "UNLISTED"}


@pytest.mark.parametrize("raw", [None, "busy"])
def test_nonsense_is_refused(raw: object) -> None:
    answer = client.post("/reports", json={"error": raw})
    assert answer.status_code == 422
    (found,) = answer.json()["detail"]
    assert found["loc"] == ["body", "error"]
    assert "a code of this list is" in found["msg"]


def test_codes_in_the_address() -> None:
    listed = client.get("/open/5002", params={"status": "waiting"})
    assert listed.json() == f"{VoiceError(5002)!r} {MessageStatus.WAITING!r}"
    assert client.get("/open/5999?status=read").json() == (
        "<VoiceError unlisted: 5999> <MessageStatus unlisted: 'read'>"
    )
    assert client.get("/open/busy").status_code == 422
    assert client.get("/strict/5002").status_code == 200
    assert client.get("/strict/5999").status_code == 422


def test_the_description() -> None:
    api = client.get("/openapi.json").json()
    fields = api["components"]["schemas"]["Report"]["properties"]
    assert (fields["error"]["type"], "enum" in fields["error"]) == ("integer", False)
    assert fields["error"]["examples"][:2] == [5000, 5001]
    by_path, query = api["paths"]["/open/{error}"]["get"]["parameters"]
    assert by_path["schema"]["type"] == "integer"
    assert (query["schema"]["type"], query["schema"]["default"]) == ("string", "ko")
    (strict,) = api["paths"]["/strict/{error}"]["get"]["parameters"]
    listed = api["components"]["schemas"]["VoiceError"]
    assert strict["schema"]["$ref"].endswith("/VoiceError")
    assert listed["enum"] == [code.value for code in VoiceError]
