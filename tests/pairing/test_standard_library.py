"""Modules that come with Python: json, match, and pickle across releases."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from helpers_generate import edit, make_project, run
from provider_codes import UnlistedIntCode, UnlistedStrCode
from provider_codes.infobip import GeneralError, VoiceError
from provider_codes.smspartner import MessageStatus

BUSY = VoiceError.EC_VOICE_USER_BUSY
CODES = [BUSY, VoiceError.parse(5999), MessageStatus.KO, MessageStatus.parse("read")]


def python(program: str, folder: Path, stdin: bytes = b"") -> bytes:
    """The output of a program that has the packages of a folder."""
    setup = f"import sys; sys.path.insert(0, {str(folder)!r})\n"
    command = [sys.executable, "-c", setup + program]
    result = subprocess.run(command, input=stdin, capture_output=True)
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two releases of one package. The second lists two more codes, and rewords the rest."""
    folder = make_project(tmp_path_factory.mktemp("birds"))
    specs, outputs = folder / "docs/codes", (folder / "one", folder / "two")
    generate = ("generate", "--specs", specs, "--output")
    assert run(*generate, outputs[0] / "birds").status == 0
    heron = specs / "heron.yaml"
    edit(
        heron,
        "      SENT: {",
        "      NEWS: {value: 30, permanent: true, group: OPEN}\n      SENT: {",
    )
    edit(heron, "SENT: {value: 10", "DISPATCHED: {value: 10")
    edit(heron, "It was sent.", "It went out.")
    edit(heron, "CALM: {value: calm}", "CALM: {value: calm}\n      WILD: {value: wild}")
    assert run(*generate, outputs[1] / "birds").status == 0
    return outputs


KEEP = """
import pickle
from birds.heron import Mood, Status
codes = [Status(10), Status(20), Status.parse(30), Status.parse(40), Mood("calm"), Mood.parse("wild")]
sys.stdout.buffer.write(pickle.dumps({"codes": codes, "keys": dict.fromkeys(codes, 1)}, %d))
"""
SHOW = """
import pickle
kept = pickle.load(sys.stdin.buffer)
print(*map(repr, kept["codes"]), sep="\\n")
print(*map(repr, kept["keys"]), sep="\\n")
"""


@pytest.mark.parametrize("protocol", [0, pickle.HIGHEST_PROTOCOL])
def test_a_pickle_of_an_older_release(releases: tuple[Path, Path], protocol: int) -> None:
    """A code that it did not list is a member now; a new name and description do not matter."""
    shown = python(SHOW, releases[1], python(KEEP % protocol, releases[0])).decode().splitlines()
    assert shown[:6] == shown[6:]
    assert shown[:6] == [
        "<Status.DISPATCHED: 10>",
        "<Status.FAILED: 20>",
        "<Status.NEWS: 30>",
        "<Status unlisted: 40>",
        "<Mood.CALM: 'calm'>",
        "<Mood.WILD: 'wild'>",
    ]


def test_a_pickle_of_a_newer_release(releases: tuple[Path, Path]) -> None:
    """A member that it does not list cannot be loaded there: across machines, send values."""
    kept = python("import pickle\nfrom birds.heron import Status\n"
                  "sys.stdout.buffer.write(pickle.dumps(Status(30)))", releases[1])  # fmt: skip
    program = """
import pickle
try:
    pickle.load(sys.stdin.buffer)
except ValueError as error:
    print(error)
"""
    assert python(program, releases[0], kept).decode() == "30 is not a valid Status\n"


def test_json() -> None:
    assert json.loads(json.dumps(CODES)) == [5002, 5999, "ko", "read"]
    assert json.dumps({code: None for code in CODES}) == (
        '{"5002": null, "5999": null, "ko": null, "read": null}'
    )
    plain = json.loads(json.dumps(CODES))
    assert {*map(type, plain)} == {int, str}


def kind_of(code: object) -> str:
    match code:
        case UnlistedIntCode() | UnlistedStrCode():
            return "unlisted"
        case VoiceError.EC_VOICE_USER_BUSY:
            return "busy"
        case MessageStatus.KO:
            return "ko"
        case _:
            return "other"


def test_match() -> None:
    assert [kind_of(code) for code in CODES] == ["busy", "unlisted", "ko", "unlisted"]
    assert kind_of(VoiceError.VOICE_ANSWERED) == "other"
    # A case compares by `==`: the raw value matches, and so does a code of another list.
    assert kind_of(5002) == "busy"


def test_members_of_two_lists_in_one_dict() -> None:
    """The reason why docs/how-to.md says to key by list and code."""
    codes: list[VoiceError | GeneralError | UnlistedIntCode]
    codes = [VoiceError(5002), GeneralError.parse(5002)]
    first, second = codes
    assert first == second and len({first: 1, second: 2}) == 1
    assert len({(type(code), code) for code in codes}) == 2
