"""Codes looked up on the command line, and exported: the package's own commands."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import provider_codes
import pytest
from provider_codes import PROVIDERS, IntCode, StrCode, infobip
from provider_codes._catalogue import records
from provider_codes._export import write_csv, write_json
from provider_codes._advice import advice
from provider_codes._lookup import main
from provider_codes._meaning import Action, outcome
from provider_codes._search import Entry, near, search

ROOT = Path(provider_codes.__file__).parent.parent
LISTS: list[type[IntCode] | type[StrCode]] = [
    code_list
    for provider in PROVIDERS
    for code_list in import_module(f"provider_codes.{provider}").LISTS
]


def ids(found: Sequence[Entry]) -> list[str]:
    return [each.code.id for each in found]


def test_every_code_has_a_record() -> None:
    known = [(each["value"], each["name"]) for each in records()]
    assert known == [(code.value, code.name) for codes in LISTS for code in codes]
    assert len(known) == 648


def test_a_number_is_found_in_every_list_that_has_it() -> None:
    found = search("13").exact
    assert ids(found)[:2] == ["infobip.GeneralStatus:13", "infobip.GeneralError:13"]
    expected = [
        (code_list.__name__, code.name)
        for code_list in LISTS
        for code in code_list
        if code.value == 13
    ]
    assert [(each.list, each.code.name) for each in found] == expected
    assert len(expected) > 3


def test_a_record_is_complete() -> None:
    (found,) = [each for each in records() if each["id"] == "infobip.VoiceError:5403"]
    code = infobip.VoiceError(5403)
    assert found["description"] == code.description
    assert found["permanent"] is False
    assert found["documented_names"] == ["EC_VOICE_ERROR_BAD_REQUEST"]
    group = found["group"]
    assert group is not None and (group["name"], group["value"]) == ("OPERATOR_ERRORS", 3)
    assert found["title"] == "Infobip: Voice error codes."
    assert found["source"].startswith('The page "Response status')
    assert (found["meaning"]["state"], found["meaning"]["party"]) == (None, "operator")
    assert "“rejected by the operator”" in found["meaning"]["basis"].values()


def test_a_record_has_notes_and_errata() -> None:
    noted = {each["id"]: each["notes"] for each in records() if each["notes"]}
    assert "too short" in noted["smsapi.ErrorCode:4231"][0]
    assert noted["infobip.VoiceError:5000"] == [
        "Our note: The page calls this permanent, though it is no failure."
    ]
    (erratum,) = noted["smspartner.HlrError:508"]
    assert erratum.startswith("The page is broken here. Our reading: 508, not permanent,")
    assert "The page says: | 508 | false |" in erratum


ERROR_14 = [
    "smsapi.ErrorCode:14",
    *(f"smspartner.{each}Error:14" for each in ("Sending", "NumberVerification")),
    *(f"smspartner.{each}Error:14" for each in ("Location", "Mail")),
]
ABSENT = "infobip.GeneralError:27"
REPORT = (
    '"error":{"groupId":1,"groupName":"HANDSET_ERRORS","id":27,"name":"EC_ABSENT_SUBSCRIBER",'
    '"permanent":false}'
)
# The query, what it finds exactly, and some of the others
QUERIES: list[tuple[str, list[str], list[str]]] = [
    # Any form that a code is printed in
    ("infobip.GeneralError.EC_ABSENT_SUBSCRIBER", [ABSENT], []),
    ("provider_codes.infobip.GeneralError.EC_ABSENT_SUBSCRIBER", [ABSENT], []),
    ("infobip.GeneralError:27", [ABSENT], []),
    ("Infobip.generalerror:027", [ABSENT], []),
    ("GeneralError:27", [ABSENT], []),
    ("infobip.GeneralError(27)", [ABSENT], []),
    ("<GeneralError.EC_ABSENT_SUBSCRIBER: 27>", [ABSENT], []),
    ("<GeneralError unlisted: 27>", [ABSENT], []),
    ("infobip.GeneralError.27", [ABSENT], []),
    # A value and where it is from
    ("infobip 27", [ABSENT], []),
    ("27 infobip", [ABSENT], []),
    ("INFOBIP error=27.", [ABSENT], []),
    ("smsapi 404", ["smsapi.DeliveryStatus:404"], []),
    ("smsapi 404 infobip 27", ["smsapi.DeliveryStatus:404", ABSENT], []),
    ("infobip status 9 error 27", ["infobip.GeneralStatus:9", ABSENT], []),
    ("27 infobip , 404 smsapi", [ABSENT, "smsapi.DeliveryStatus:404"], []),
    ("404 smsapi 27 infobip", ["smsapi.DeliveryStatus:404", ABSENT], []),
    ("smsapi: 13, 14; infobip: 27", ["smsapi.ErrorCode:13", "smsapi.ErrorCode:14", ABSENT], []),
    ("https://x.example/?MsgId=a1&status=404", ["smsapi.DeliveryStatus:404"], []),
    ("27 smsapi 404", ["smsapi.ErrorCode:27", "smsapi.DeliveryStatus:404"], []),
    ("permanent infobip 27", [ABSENT], []),
    ("infobip smsapi 27", [ABSENT, "smsapi.ErrorCode:27"], []),
    ("GeneralError HlrError 27", [ABSENT, "smspartner.HlrError:27"], []),
    ("infobip VoiceError 27", [], [ABSENT]),
    ("ERROR:14", ERROR_14, []),
    ("error 14", ERROR_14, ["infobip.GeneralStatus:14"]),
    ('{"error": {"id": 5403}}', ["infobip.VoiceError:5403"], []),
    # Numbers beside it that are no values
    ("2026-11-28T12:01:27.500Z infobip error=27", [ABSENT], []),
    ("[28/Nov/2026:12:01:27 +0100] infobip error=27", [ABSENT], []),
    ("28.11.2026 12:01 infobip error=27 smsCount=1", [ABSENT], []),
    (REPORT, [ABSENT, "smspartner.HlrError:27"], ["smsapi.ErrorCode:27"]),
    ("2026-11-28", [], []),
    # Labels of a number, and a list
    ("code 5403", ["infobip.VoiceError:5403"], []),
    ("infobip.GeneralError 27", [ABSENT], []),
    ("infobip.GeneralError", [], ["infobip.GeneralError:0", ABSENT]),
    # Several, and other spellings
    ("8004, 5403", ["infobip.PushError:8004", "infobip.VoiceError:5403"], []),
    ("infobip.PushError:8004 5403", ["infobip.PushError:8004", "infobip.VoiceError:5403"], []),
    ("5403 80", ["infobip.VoiceError:5403"], []),
    ("8004 99999 5403", ["infobip.PushError:8004", "infobip.VoiceError:5403"], []),
    ("99999 5403", ["infobip.VoiceError:5403"], []),
    ("infobip 27 99999", [ABSENT], []),
    ("5403 infobip.GeneralError:99999", ["infobip.VoiceError:5403"], []),
    ("05403", ["infobip.VoiceError:5403"], []),
    ("5403.", ["infobip.VoiceError:5403"], []),
    ("#5403", ["infobip.VoiceError:5403"], []),
    ("ec_voice_no_answer", ["infobip.VoiceError:5003"], []),
    ("buffered", [], []),
    (
        "EC_SOURCE_ADDRESS_BLACKLISTED",  # a name of one, and an alias of the other
        ["infobip.GeneralError:2053", "smspartner.HlrError:2053"],
        [],
    ),
    # Exact hits do not hide the others
    (
        "not delivered",
        ["smspartner.MessageStatus:not delivered"],
        ["infobip.GeneralStatus:9", "smsapi.DeliveryStatus:408"],
    ),
    (
        "expired",
        ["smsapi.DeliveryStatus:402", "smspartner.SmsStatus:EXPIRED"],
        ["infobip.GeneralStatus:15", "infobip.GeneralError:4101"],
    ),
    ("13 blocked", [], [each.code.id for each in search("13").exact]),
    (
        "documented as EC_VOICE_ERROR_BAD_REQUEST",
        [],
        [f"infobip.VoiceError:{each}" for each in (5400, 5403, 5408, 5487, 5491)],
    ),
    # What to do
    ("still on its way smsapi", [], ["smsapi.DeliveryStatus:403"]),
    ("retry later congestion", [], ["infobip.GeneralError:51"]),
    ("never resend unknown subscriber", [], ["infobip.GeneralError:1"]),
    ("too short last name", [], ["smsapi.ErrorCode:4231"]),
    ("retry later switched off", [], [ABSENT]),
    ("do not contact", [], ["infobip.GeneralStatus:10"]),
    ("party operator", [], ["infobip.GeneralError:51"]),
    ("Retry later, after 60 seconds.", [], ["smsapi.ErrorCode:52", "smspartner.MailError:429"]),
    # Whatever an answer prints
    (
        "Infobip: Voice error codes; group OPERATOR_ERRORS (3)",
        [],
        [each.id for each in infobip.VoiceErrorGroup.OPERATOR_ERRORS.codes],
    ),
    ("group HANDSET_ERRORS", [], [ABSENT]),
    ("absentSubscriber", [], [ABSENT]),
    ("although the page calls the error permanent", [], ["infobip.GeneralError:51"]),
    # Joined words
    ("address_invalid", [], ["infobip.GeneralError:1"]),
    ("opt-out", [], ["infobip.GeneralStatus:10"]),
    ("EC-ABSENT-SUBSCRIBER", [], [ABSENT]),
    # Digits are not part of a word
    ("-1", [], []),
    ("540", [], ["infobip.VoiceError:5403", "infobip.VoiceError:5404"]),
    ("no code has such words", [], []),
    ("", [], []),
    (" ", [], []),
]


@pytest.mark.parametrize("query", ["code 27", "code=27", "error code 27", '{"id": 27}'])
def test_a_label_of_a_number_narrows_nothing(query: str) -> None:
    expected = [each for each in ids(search("27").exact) if "error" not in query or "Error" in each]
    assert ids(search(query).exact) == expected
    assert len(expected) == 4


def test_a_query_for_a_list_finds_all_its_codes() -> None:
    assert ids(search("infobip.GeneralError").others) == [each.id for each in infobip.GeneralError]


def test_a_query_for_providers_finds_only_their_codes() -> None:
    assert {each.provider for each in search("infobip").others} == {"infobip"}
    assert {each.provider for each in search("ecall infobip flooding").others} <= {
        "infobip",
        "ecall",
    }


@pytest.mark.parametrize(("query", "exact", "others"), QUERIES, ids=[each[0] for each in QUERIES])
def test_a_query_finds(query: str, exact: list[str], others: list[str]) -> None:
    found = search(query)
    assert ids(found.exact) == exact
    assert set(others) <= set(ids(found.others))
    assert bool(others) or not exact or len(found.others) < 10


def test_json_has_the_number_of_exact_hits(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "error", "14"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [each["id"] for each in found["codes"]][: found["exact"]] == ERROR_14


def test_parts_of_names_and_words_are_found_together() -> None:
    documented = []
    for each in search("blacklisted sender").others:
        code = each.code
        text = " ".join([code.name, *code.documented_names, code.description]).casefold()
        documented.append("blacklisted" in text and "sender" in text)
    # The last ones are those whose cause is the sender, although their texts lack the word.
    assert documented == [*sorted(documented, reverse=True)] and documented.count(True) > 1


def test_advice_is_found_by_its_words_first() -> None:
    found = [advice(each.code) for each in search("do not resend").others]
    phrases = ["do not resend" in each.lower() for each in found]
    assert phrases == [*sorted(phrases, reverse=True)] and phrases.count(True) > 20


def test_the_words_of_a_group_are_found() -> None:
    found = search("handset_errors", ["smspartner"]).others
    assert found and {each.list for each in found} == {"HlrError"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("EC_ABSENT_SUBSCRIBR", "EC_ABSENT_SUBSCRIBER"),
        ("absnt", "ABSENT"),
        ("absnt subscriber", "absent subscriber"),
        ("infobip.GeneralError.EC_ABSENT_SUBSCRIBR", "infobip.GeneralError.EC_ABSENT_SUBSCRIBER"),
        ("infobpi 27", "infobip 27"),
        ("infobip.GeneralEror:27", ABSENT),
        ("infobip.Error:27", ABSENT),
        ("infobip error=27 EC_ABSENT_SUBSCRIBR", "infobip error 27 ec_absent_subscriber"),
        ("54033", "5403"),
    ],
)
def test_a_similar_name_is_suggested(query: str, expected: str) -> None:
    assert near(query)[0] == expected


def test_a_less_similar_name_is_not_suggested() -> None:
    assert near("guthaben") == [] and near("absnt") == ["ABSENT"]
    # Infobip has no 999. Of these two words, one would still be missing.
    assert near("infobip 99999") == near("absnt guthaben") == []


def test_answers_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["4231"]) == 0
    assert capsys.readouterr().out == ANSWERS


ANSWERS = """\
smsapi.ErrorCode.CONTACT_LAST_NAME_TOO_SHORT = 4231
    Last name too long (min2 chars).
    SMSAPI: API Error Codes
    What to do: Fix the request, then resend.
    Our judgement: retry after change; cause parameter; party request. Basis: “Last name too long”.
    Our note: Says "too long" and means too short: the text gives a minimum, and 4232 is the code
    for too long.

The page "Statuses and error codes" (https://www.smsapi.com/docs/) was transcribed on 2026-11-22.
"""


def test_what_to_do_agrees_with_the_outcome() -> None:
    begins = {
        Action.DELIVERED: ("Do not resend: it arrived",),
        Action.WAIT: ("Do not resend: still on its way", "Do not resend: planned for later"),
        Action.RETRY: ("Retry later",),
        Action.FIX: ("Fix ", "Resend only after", "Stop sending", "Alert a person"),
        Action.STOP: ("Never resend", "Nothing to do"),
        Action.UNKNOWN: ("Not ",),
    }
    for code in (code for codes in LISTS for code in codes):
        found, words = outcome(code), advice(code)
        assert words.startswith(begins[found.action]), repr(code)
        if found.action in (Action.FIX, Action.STOP) and found.cause is not None:
            assert ("stop sending" in words.lower()) == found.cause.suppress
            assert words.startswith("Alert") == found.cause.alert


def test_many_hits_are_counted_and_cut_short(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rejected"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith(" codes") and len(lines) < 60
    assert lines[-1].startswith("and ") and lines[-1].endswith(" more: --short prints all")
    assert main(["rejected", "--short"]) == 0
    short = capsys.readouterr().out.splitlines()
    assert len(short) == int(lines[0].split()[0])
    assert short[:40] == lines[2:42]


def test_a_source_is_named_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["infobip", "13"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("2 exact hits\n\n")
    assert printed.count("was transcribed on") == 1
    assert max(map(len, printed.splitlines())) <= 100


def test_without_a_query_the_lists_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["ecall  eCall", "    HttpStatus  HTTP status codes, 5 codes"]
    assert len(lines) == len(PROVIDERS) + len(LISTS)
    assert main(["--provider", "Infobip", "--short"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 189


def test_nothing_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "EC_ABSENT_SUBSCRIBR"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out) == {"exact": 0, "codes": []}
    assert "near: EC_ABSENT_SUBSCRIBER" in printed.err


def test_a_similar_name_is_suggested_beside_other_answers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["DELIVERED_TO_HANDST", "--short"]) == 0
    assert "    near: DELIVERED_TO_HANDSET" in capsys.readouterr().err


@pytest.mark.parametrize("query", [[], [""], [" "]])
def test_an_empty_query_lists_the_lists(
    query: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*query, "--json"]) == 0
    lists = json.loads(capsys.readouterr().out)["lists"]
    assert [(each["list"], each["codes"]) for each in lists] == [
        (each.__name__, len(each)) for each in LISTS
    ]
    assert lists[0]["provider"] == "ecall"
    assert lists[0]["title"] == "eCall: HTTP status codes."
    assert main(query) == 0
    assert capsys.readouterr().out.startswith("ecall  eCall\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["infobip.GeneralError:99999"], "99999 is not listed in infobip.GeneralError\n"),
        (["smspartner.MessageStatus:xyz"], "xyz is not listed in smspartner.MessageStatus\n"),
        (["infobip.GeneralError:xyz"], "no code has the value, the name or the words 'xyz'\n"),
        (["infobip.VoiceError:5403", "--provider", "ecall"], "no code has the value"),
    ],
)
def test_an_id_without_a_code(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    assert capsys.readouterr().err.startswith(message)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("infobip.GeneralError:999", "999 is not listed in infobip.GeneralError\n"),
        ("infobip 999", "no code has the value, the name or the words 'infobip 999'\n"),
    ],
)
def test_a_code_of_another_provider_is_no_exact_hit(
    query: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([query, "--json"]) == 0
    printed = capsys.readouterr()
    answer = json.loads(printed.out)
    assert answer["exact"] == 0
    assert [code["id"] for code in answer["codes"]] == ["smsapi.ErrorCode:999"]
    assert printed.err == message


@pytest.mark.parametrize("others", [["99999"], ["99999", "8004"]])
def test_of_several_values_the_missing_one_is_named(
    others: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["5403", *others]) == 0
    printed = capsys.readouterr()
    assert "EC_VOICE_ERROR_FORBIDDEN" in printed.out
    assert printed.err == "no code has the value, the name or the words '99999'\n"


def test_python_m_exports_what_the_package_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--export", "json", "--provider", "smsapi"]) == 0
    codes = json.loads(capsys.readouterr().out)["codes"]
    assert main(["--export", "csv", "--provider", "smsapi", "--provider", "SMSAPI"]) == 0
    ids = [line.partition(",")[0] for line in capsys.readouterr().out.splitlines()]
    assert ids == ["id", *(code["id"] for code in codes)]
    assert {code["provider"] for code in codes} == {"smsapi"}


@pytest.mark.parametrize("flags", [[], ["-OO"]], ids=["plain", "without docstrings"])
def test_python_m_of_the_package_looks_codes_up(flags: list[str]) -> None:
    command = [sys.executable, "-S", *flags, "-m", "provider_codes", "infobip-heron"]
    nothing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (nothing.returncode, nothing.stdout) == (1, "")
    found = subprocess.run([*command[:-1], "5403"], cwd=ROOT, capture_output=True, text=True)
    assert (found.returncode, found.stderr) == (0, "")
    assert "EC_VOICE_ERROR_FORBIDDEN = 5403" in found.stdout


def test_python_m_shows_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"provider_codes {provider_codes.__version__}\n"


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
        assert (row["id"], row["advice"]) == (record["id"], record["meaning"]["advice"])
        assert json.loads(row["basis"] or "{}") == record["meaning"]["basis"]
        assert row["notes"].split(" | ")[0] == (record["notes"] or [""])[0].split(" | ")[0]
