"""The program of docs/webhooks.md acts on a report once, also if reports arrive together."""

import json
import runpy
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from fastapi.testclient import TestClient
from helpers_documents import blocks
from provider_codes import Outcome, infobip, smspartner

PAGE = Path(__file__).parents[2] / "docs/webhooks.md"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The names of the program, which keeps its database in a folder of its own."""
    (block,) = (each for each in blocks(PAGE.read_text(encoding="utf-8")) if each.title)
    (tmp_path / "webhook.py").write_text(block.text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = runpy.run_path("webhook.py")["receive"].__globals__
    return names


def test_it_acts_again_only_if_acting_failed(program: dict[str, Any]) -> None:
    acted: list[str] = []
    failing = {f"m{number}" for number in range(0, 40, 2)}

    def act(message: str, found: Outcome) -> None:
        if message in failing:
            raise OSError(message)
        acted.append(message)

    def receive(message: str) -> bool:
        try:
            program["receive"](message, infobip.GeneralError(27))
        except OSError:
            return False
        return True

    program["act"] = act
    messages = [f"m{number}" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(receive, messages)) == [each not in failing for each in messages]
        failing.clear()
        assert all(pool.map(receive, messages))
    assert sorted(acted) == sorted(messages)


def test_round_trip_of_texts_with_spaces(program: dict[str, Any]) -> None:
    code = smspartner.MessageStatus("not delivered")
    program["receive"]("m", code, smspartner.MessageStatus.parse('a "b" c'))
    (stored,) = program["database"].execute("SELECT codes FROM reports").fetchone()
    assert json.loads(stored) == ["not delivered", 'a "b" c']


def test_it_acts_once_although_a_release_lists_the_code_elsewhere(program: dict[str, Any]) -> None:
    acted: list[str] = []
    program["act"] = lambda message, _: acted.append(message)
    # Error 5999 before and after the list of voice gets it.
    for error in (infobip.parse_error(5999), infobip.VoiceError.parse(5999)):
        program["receive"]("m", infobip.GeneralStatus(9), error)
    assert acted == ["m"]


REPORTS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parents[1] / "meanings/reports.yaml").read_text(encoding="utf-8")
)


def send(program: dict[str, Any], provider: str, report: dict[str, Any]) -> None:
    """Give the program a report as the provider sends it."""
    client = TestClient(program["app"])
    match provider:
        case "infobip":
            answer = client.post("/infobip", json={"results": [{"messageId": "1", **report}]})
        case "smsapi":
            answer = client.get(f"/smsapi?{report['query']}")
        case "smspartner":
            answer = client.post("/smspartner", json=report["notification"])
        case _:
            lists = import_module(f"provider_codes.{provider}")
            values = report["answer"].items()
            codes = [getattr(lists, code_list).parse(value) for code_list, value in values]
            program["receive"]("1", *codes)
            return
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("provider", REPORTS)
def test_it_decides_as_a_person_does(program: dict[str, Any], provider: str) -> None:
    wrong: list[str] = []
    for report in REPORTS[provider]:
        found: list[Outcome] = []
        program["act"] = lambda _, outcome, found=found: found.append(outcome)
        program["database"].execute("DELETE FROM reports")
        send(program, provider, report)
        decided = found[0]._asdict()
        if decided | report["expect"] != decided:
            wrong.append(f"{report}\n    but: {found[0]}")
    assert not wrong, "\n".join(wrong)
