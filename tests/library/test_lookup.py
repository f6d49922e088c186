"""Codes looked up from the command line, and taken elsewhere: what the package itself offers."""

import csv
import io
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import provider_codes
import pytest
from provider_codes import PROVIDERS, IntCode, StrCode, infobip
from provider_codes._catalogue import Record, records
from provider_codes._export import write_csv, write_json
from provider_codes._lookup import look_up, main, near

ROOT = Path(provider_codes.__file__).parent.parent
LISTS: list[type[IntCode] | type[StrCode]] = [
    code_list
    for provider in PROVIDERS
    for code_list in import_module(f"provider_codes.{provider}").LISTS
]


def where(found: list[Record]) -> list[str]:
    return [f"{each['provider']}.{each['list']}.{each['name']}" for each in found]


def test_every_code_is_on_record() -> None:
    known = [(each["value"], each["name"]) for each in records()]
    assert known == [(code.value, code.name) for codes in LISTS for code in codes]
    assert len(known) == 648


def test_a_number_is_found_in_every_list_that_has_it() -> None:
    found = look_up("13")
    assert where(found)[:2] == [
        "infobip.GeneralStatus.REJECTED_SENDER",
        "infobip.GeneralError.EC_CALL_BARRED",
    ]
    expected = [
        (code_list.__name__, code.name)
        for code_list in LISTS
        for code in code_list
        if code.value == 13
    ]
    assert [(each["list"], each["name"]) for each in found] == expected
    assert len(expected) > 3


def test_a_record_has_all_that_is_known() -> None:
    (found,) = look_up("5403")
    code = infobip.VoiceError(5403)
    assert found["description"] == code.description
    assert (found["permanent"], found["documented_names"]) == (
        False,
        ["EC_VOICE_ERROR_BAD_REQUEST"],
    )
    group = found["group"]
    assert group is not None and (group["name"], group["value"]) == ("OPERATOR_ERRORS", 3)
    assert found["title"] == "Infobip: Voice error codes."
    assert found["source"].startswith('The page "Response status')


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ec_voice_no_answer", ["infobip.VoiceError.EC_VOICE_NO_ANSWER"]),  # whatever the case
        (
            "EC_SOURCE_ADDRESS_BLACKLISTED",  # a name of one, and an alias of the other
            [
                "infobip.GeneralError.EC_SOURCE_ADDRESS_BLACKLISTED",
                "smspartner.HlrError.EC_BLACKLISTED_SENDERADDRESS",
            ],
        ),
        ("not delivered", ["smspartner.MessageStatus.NOT_DELIVERED"]),  # a value of two words
    ],
)
def test_a_name_or_a_value_is_found_as_a_whole(query: str, expected: list[str]) -> None:
    assert where(look_up(query)) == expected


def test_parts_of_names_and_words_are_found_together() -> None:
    found = look_up("blacklisted sender")
    assert len(found) > 1
    for each in found:
        text = " ".join([each["name"], *each["documented_names"], each["description"]]).casefold()
        assert "blacklisted" in text and "sender" in text


def test_the_words_of_a_group_are_found() -> None:
    found = look_up("handset_errors", ["smspartner"])
    assert found and {each["list"] for each in found} == {"HlrError"}


@pytest.mark.parametrize("query", ["no code has such words", "", " "])
def test_nothing_is_found_of_nothing(query: str) -> None:
    assert look_up(query) == []


def test_what_is_nearly_a_name_is_offered() -> None:
    assert near("EC_ABSENT_SUBSCRIBR")[0] == "EC_ABSENT_SUBSCRIBER"
    assert "5403" in near("54033")


def test_it_answers_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["5403"]) == 0
    assert capsys.readouterr().out == (
        "infobip.VoiceError.EC_VOICE_ERROR_FORBIDDEN = 5403\n"
        "    Received request was rejected by the operator.\n"
        "    documented as EC_VOICE_ERROR_BAD_REQUEST; group OPERATOR_ERRORS (3); not permanent\n"
        "    Infobip: Voice error codes. The page "
        '"Response status and error codes" '
        "(https://www.infobip.com/docs/essentials/response-status-and-error-codes) "
        "was transcribed on 2026-11-22.\n"
    )


def test_it_says_that_nothing_was_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "EC_ABSENT_SUBSCRIBR"]) == 1
    said = capsys.readouterr()
    assert json.loads(said.out) == {"codes": []}
    assert "near: EC_ABSENT_SUBSCRIBER" in said.err


@pytest.mark.parametrize("flags", [[], ["-OO"]], ids=["plain", "without docstrings"])
def test_python_m_of_the_package_looks_codes_up(flags: list[str]) -> None:
    command = [sys.executable, "-S", *flags, "-m", "provider_codes", "infobip-no", "5403"]
    nothing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (nothing.returncode, nothing.stdout) == (1, "")
    found = subprocess.run([*command[:-2], "5403"], cwd=ROOT, capture_output=True, text=True)
    assert (found.returncode, found.stderr) == (0, "")
    assert "EC_VOICE_ERROR_FORBIDDEN = 5403" in found.stdout


def test_json_has_everything() -> None:
    file = io.StringIO()
    write_json(file)
    whole = json.loads(file.getvalue())
    assert whole["version"] == 1
    assert whole["codes"] == list(records())
    facts = {(each["provider"], each["name"]): each["value"] for each in whole["constants"]}
    assert facts["ecall", "CLIENT_REQUEST_ID_MAX_LENGTH"] == 100
    assert facts["ecall", "SOURCE_IP_ADDRESSES"][0] == "193.93.208.200"


def test_csv_has_every_code() -> None:
    file = io.StringIO()
    write_csv(file, PROVIDERS)
    rows = list(csv.DictReader(io.StringIO(file.getvalue())))
    assert len(rows) == 648
    for row, record in zip(rows, records(), strict=True):
        assert row["value"] == str(record["value"])
        assert row["description"] == record["description"]
        assert row["documented_names"].split(" | ") == (record["documented_names"] or [""])
        assert row["permanent"] == {None: "", True: "true", False: "false"}[record["permanent"]]
        assert row["group"] == (record["group"]["name"] if record["group"] else "")
