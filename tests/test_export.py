"""The commands that need only the library, and the schema of their output."""

import json
from pathlib import Path
from typing import Any

import pytest
from helpers_generate import command, without
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "docs/codes.schema.json").read_text())
VALIDATOR: Any = Draft202012Validator(SCHEMA)


@pytest.mark.parametrize(
    "arguments", [["export"], ["lookup", "13", "--json"], ["lookup", "nothing-at-all", "--json"]]
)
def test_the_output_matches_the_schema(tmp_path: Path, arguments: list[str]) -> None:
    missing = without("yaml", "jinja2", "lxml", "markdown_it", folder=tmp_path / "site")
    done = command(*arguments, folder=tmp_path, PYTHONPATH=missing)
    whole = json.loads(done.out)
    VALIDATOR.validate(whole)
    assert done.status == (0 if whole["codes"] else 1)


def test_the_schema_has_every_key_of_the_output(tmp_path: Path) -> None:
    whole = json.loads(command("export", folder=tmp_path).out)
    answer = json.loads(command("lookup", "13", "--json", folder=tmp_path).out)
    assert whole.keys() | answer.keys() == SCHEMA["properties"].keys()
    assert answer.keys() == {"exact", "codes"}
    records = {
        "code": whole["codes"],
        "constant": whole["constants"],
        "meaning": [each["meaning"] for each in whole["codes"]],
    }
    for kind, found in records.items():
        for record in found:
            assert record.keys() == SCHEMA["$defs"][kind]["properties"].keys()


@pytest.mark.parametrize("arguments", [["export"], ["lookup", "13"]])
def test_one_provider_or_none(tmp_path: Path, arguments: list[str]) -> None:
    done = command(*arguments, "--provider", "infobip", folder=tmp_path)
    assert done.status == 0 and "smspartner" not in done.out
    done = command(*arguments, "--provider", "infobop", folder=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "infobop" in done.err and "infobip" in done.err
