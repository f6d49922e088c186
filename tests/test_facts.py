"""Every built-in fact gets from the page to every output."""

import csv
import importlib
import inspect
import json
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from helpers_generate import run, write
from provider_codes_generator.model import DESCRIPTION, FACTS, GROUP, NAME, BuiltInFact

PYPROJECT = '[tool.provider-codes]\nspecs = "specs"\noutput = "fact_codes"\n'
# The facts of a code, as on the page. The group is named by its id.
FACTS_OF_CODE: dict[BuiltInFact, Any] = {fact: fact.example for fact in FACTS}
CELLS = {fact: "3" if fact is GROUP else str(value) for fact, value in FACTS_OF_CODE.items()}
SPEC = {
    "provider": "acme",
    "title": "Acme",
    "documents": {"page": {"title": "Answers", "retrieved": "2026-01-02"}},
    "lists": {
        "Error": {
            "title": "Errors",
            "document": "page",
            "values": "int",
            "tables": {
                "heading": "Errors",
                "columns": {"value": "Code", **{fact.name: fact.name for fact in FACTS}},
            },
            "groups": {FACTS_OF_CODE[GROUP]: {"value": 3}},
            "codes": {"BUSY": {"value": 17}},
        },
        "Number": {"title": "Numbers", "values": "int", "codes": {"ONE": {"value": 1}}},
        "Word": {"title": "Words", "values": "str", "codes": {"OK": {"value": "ok"}}},
    },
}
PAGE = f"""\
# Answers

## Errors

| Code | {" | ".join(fact.name for fact in FACTS)} |
|---|{"---|" * len(FACTS)}
| 17 | {" | ".join(CELLS.values())} |
"""


@pytest.fixture
def emitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The emitted package, after an update from a page with every fact of one code."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    write(tmp_path / "pyproject.toml", PYPROJECT)
    write(tmp_path / "page.md", PAGE)
    write(tmp_path / "specs/acme.yaml", yaml.safe_dump(SPEC, sort_keys=False))
    reported = json.loads(run("drift", "acme", "--document", "page.md", "--format", "json").out)
    kinds = sorted(change["kind"] for change in reported["changes"])
    assert kinds == sorted(fact.kind for fact in FACTS), reported
    assert run("update", "acme", "--document", "page.md").status == 0
    assert run("generate").status == 0
    importlib.invalidate_caches()
    yield importlib.import_module("fact_codes.acme")
    for name in [name for name in sys.modules if name.partition(".")[0] == "fact_codes"]:
        del sys.modules[name]


def in_words(fact: BuiltInFact) -> str:
    """The words of lookup and site for a fact."""
    special = {
        NAME: f"documented as {FACTS_OF_CODE[NAME]}",
        DESCRIPTION: FACTS_OF_CODE[DESCRIPTION],
    }
    special[GROUP] = f"group {FACTS_OF_CODE[GROUP]} (3)"
    words = special.get(fact) or fact.shown(FACTS_OF_CODE[fact])
    assert words, f"{fact.name} has no words"
    return words


def test_every_fact_is_in_the_spec(emitted: Any) -> None:
    spec = yaml.safe_load(Path("specs/acme.yaml").read_text("utf-8"))
    code = spec["lists"]["Error"]["codes"]["BUSY"]
    assert code == {"value": 17} | {fact.attribute: FACTS_OF_CODE[fact] for fact in FACTS}


def test_every_fact_is_a_property_of_every_code(emitted: Any) -> None:
    runtime: Any = importlib.import_module("fact_codes._runtime")
    attributes = {fact.attribute for fact in FACTS}
    protocol = {name for name, _ in inspect.getmembers(runtime.Code, inspect.isdatadescriptor)}
    identity = {"id", "code_list", "documented_names"}
    more = {"name", "value", "listed", "facts"} | identity
    assert protocol - {"__weakref__"} == more | attributes
    unlisted = [emitted.Error.parse("99"), emitted.Word.parse("new")]
    for fact in FACTS:
        value = getattr(emitted.Error.BUSY, fact.attribute)
        assert (value.name if fact is GROUP else value) == FACTS_OF_CODE[fact]
        for code in (emitted.Number.ONE, emitted.Word.OK, *unlisted):
            assert getattr(code, fact.attribute) == (None if fact.is_optional else "")


def test_lookup_export_and_site_show_every_fact(
    emitted: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    lookup = importlib.import_module("fact_codes._lookup")
    export = importlib.import_module("fact_codes._export")
    assert lookup.main(["17"]) == run("site").status == 0
    shown = " ".join(capsys.readouterr().out.split())
    site = " ".join(Path("site/acme.html").read_text("utf-8").split())
    as_json, as_csv = StringIO(), StringIO()
    export.write_json(as_json)
    export.write_csv(as_csv)
    record = json.loads(as_json.getvalue())["codes"][0]
    fields = next(csv.DictReader(as_csv.getvalue().splitlines()))
    for fact, value in FACTS_OF_CODE.items():
        assert in_words(fact) in shown and in_words(fact).rpartition(" (")[0] in site
        key, wanted = ("documented_names", [value]) if fact is NAME else (fact.name, value)
        assert (record[key]["name"] if fact is GROUP else record[key]) == wanted
        assert fields[key] == (value if isinstance(value, str) else str(value).lower())
