"""The benchmarks measure what they claim, and their report is made from the results."""

import json
import re
import sys
from dataclasses import replace
from enum import EnumType
from pathlib import Path

import pytest
from benchmarks import data, measure, pages, report, results, translated
from benchmarks.results import Figure, Goal, Result, Results
from benchmarks.rows import ROWS
from provider_codes_generator.cli.app import main
from provider_codes_generator.spec.load import load_folder
from provider_codes_generator.model.registry import Provider

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/performance.md"
RESULTS = Results(
    {
        "start": Result(
            {"bare": Figure([0.01, 0.02, 0.03], [8, 8, 9]), "ours": Figure([0.04, 0.06, 0.2])},
            [Goal("at most 4 times", 4, [4, 3, 6.7]), Goal("at most 9 MiB", 9, [10.0], "MiB")],
            ["a note"],
            "a machine",
            "2026-01-02",
        ),
        "codes-10k": Result({"provider-codes": Figure([2.5], [30])}, []),
    },
    {"black": "26.1"},
)


def made(number: int) -> Provider:
    return data.provider(number, 300)


def members(module: dict[str, object], name: str) -> list[str]:
    """The names of the members of an enum, aliases included."""
    enum = module[name]
    assert isinstance(enum, EnumType)
    return list(enum.__members__)


def test_specs_are_of_the_size_asked_for_and_valid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = data.providers(5, 60)
    data.write_project(tmp_path, wanted)
    loaded, findings = load_folder(tmp_path / "specs", "specs")
    assert not findings
    assert loaded.providers == wanted
    assert [len(provider.lists[0].codes) for provider in wanted] == [60] * 5
    assert [provider.lists[0].values for provider in wanted] == [*["int"] * 4, "str"]
    monkeypatch.chdir(tmp_path)
    assert main(["validate", "--strict"]) == 0, capsys.readouterr().err
    assert main(["generate"]) == 0


@pytest.mark.parametrize("number", [0, 4], ids=["int", "str"])
def test_the_peers_read_the_same_codes(number: int) -> None:
    provider = made(number)
    (code_list,) = provider.lists
    values = [code.value for code in code_list.codes]
    names = [code.name for code in code_list.codes]
    schema = json.loads(translated.json_schema(provider))["$defs"]["DeliveryError"]
    assert (schema["enum"], schema["x-enum-varnames"]) == (values, names)
    proto = translated.proto(provider)
    assert re.findall(r"^  DELIVERYERROR_(EC_\w+) = ", proto, re.MULTILINE) == names
    module: dict[str, object] = {}
    exec(translated.plain_enums(provider), module)
    assert members(module, "DeliveryError") == names


@pytest.mark.parametrize("shape", ["markdown", "columns", "html"])
def test_pages_have_the_codes_of_their_specs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shape: str
) -> None:
    full = pages.bound(data.provider(0, 50, grouped=False), shape)
    (code_list,) = full.lists
    known = replace(full, lists=(replace(code_list, codes=code_list.codes[:-1]),))
    text = pages.page(full, shape, size=20_000)
    assert 19_000 < len(text.encode()) <= 20_000
    (tmp_path / "page").write_text(text, encoding="utf-8")
    for name, provider, drift in (("full", full, 0), ("known", known, 1)):
        data.write_project(tmp_path / name, [provider])
        monkeypatch.chdir(tmp_path / name)
        assert main(["drift", provider.provider, "--document", "../page"]) == drift


def test_a_process_that_fails_is_not_measured(tmp_path: Path) -> None:
    command = measure.Command("it", (sys.executable, "-c", "raise SystemExit('no')"), tmp_path)
    with pytest.raises(measure.Failed, match="it ended with 1:\nno"):
        measure.in_turn([command], rounds=1)


def test_the_report() -> None:
    reported = report.tables(RESULTS)
    for line in (
        "| `provider-codes --help`, `lookup` | at most 4 times | 4.00 (3.00–6.70) | yes |",
        "|  | at most 9 MiB | 10.0 MiB | **no** |",
        "| `provider-codes --help`, `lookup` | bare | 20.0 (10.0–30.0) ms | 8 MiB | 3 |",
        "| 10,000 codes in 50 specs | provider-codes | 2.50 s | 30 MiB | 1 |",
        "`start`: a note.",
        "Versions: black 26.1.",
    ):
        assert line in reported.splitlines()
    assert reported.index("| provider-codes |") < reported.index(
        "| bare |"
    )  # in the order of the rows


def test_the_page_and_the_chart_are_those_of_the_results() -> None:
    """The committed page and chart; nothing in them was written by hand."""
    known = results.read(PAGE.with_suffix(".json"))
    assert set(known.rows) == set(ROWS)
    text = PAGE.read_text(encoding="utf-8")
    assert report.page(text, known) == text
    assert report.chart(known) == PAGE.with_suffix(".svg").read_text(encoding="utf-8")
