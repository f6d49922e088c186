"""What `python -m` and the exports print, whatever the console can show."""

import csv
import io
import json
import os
import subprocess
import sys
from itertools import islice

import pytest
from provider_codes._catalogue import Record, records
from provider_codes._export import write_csv

CONSOLES = [
    {"PYTHONIOENCODING": "cp1252"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
]


@pytest.mark.parametrize("console", CONSOLES, ids=str)
def test_json_is_utf8_and_text_is_shown(console: dict[str, str]) -> None:
    """SMSAPI's description of 52 has an apostrophe that ASCII lacks."""

    def printed(*arguments: str) -> bytes:
        command = [sys.executable, "-m", "provider_codes", "FieldName", *arguments]
        environment = {name: text for name, text in os.environ.items() if "PYTHONUTF8" not in name}
        done = subprocess.run(command, env=environment | console, capture_output=True)
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout

    texts = [code["description"] for code in json.loads(printed("--json").decode("utf-8"))["codes"]]
    assert any("‘FieldName’" in text for text in texts)
    assert b"FieldName" in printed()


HOSTILE = ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1"]
PLAIN = ["busy", "", "-17", "a=b", "'quoted'"]


def test_cells_that_a_spreadsheet_would_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page may say anything; opening the export must not run it."""
    texts = HOSTILE + PLAIN
    (any_record,) = islice(records(), 1)
    hostile: list[Record] = []
    for text in texts:
        record = any_record.copy()
        record["value"] = -1 if text == "busy" else text
        record["documented_names"], record["description"] = [text], text
        hostile.append(record)
    monkeypatch.setattr("provider_codes._export.records", lambda providers: hostile)
    file = io.StringIO(newline="")
    write_csv(file)
    rows = list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))
    for column in ("description", "documented_names"):
        assert [row[column] for row in rows] == [*(f"'{text}" for text in HOSTILE), *PLAIN]
    assert rows[len(HOSTILE)]["value"] == "-1"
