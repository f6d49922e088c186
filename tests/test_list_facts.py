"""Facts that a list declares for its own columns, from the spec and the page to every output."""

import csv
import importlib
import json
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import black
import pytest
from helpers_generate import ROOT, edit, run, write
from jsonschema import Draft202012Validator

PYPROJECT = '[tool.provider-codes]\nspecs = "specs"\noutput = "acme_codes"\n'
SPEC = """\
provider: acme
title: Acme
documents:
  page: {title: Answers, retrieved: 2026-01-02}
lists:
  Error:
    title: Errors
    document: page
    values: int
    facts:
      http_status: {values: int, title: HTTP status}
      retryable: {values: bool, title: "Retryable?"}
      hint: {values: str, title: Hint}
    documents: [name, http_status]
    tables:
      heading: Errors
      columns: {value: Code, name: Error, http_status: HTTP status, retryable: "Retryable?", hint: Hint}
    groups:
      ACCOUNT: {value: 1}
    codes:
      QUOTA:
        value: 17
        group: ACCOUNT
        facts: {http_status: 402, retryable: false, hint: Top up}
      NO_SENDER: {value: 18, facts: {http_status: 403}}
    withdrawn:
      OLD: {value: 16, since: 2026-01-01, facts: {http_status: 410}}
  Word: {title: Words, values: str, codes: {OK: {value: ok}}}
"""
PAGE = """\
# Answers

## Errors

| Code | Error | HTTP status | Retryable? | Hint |
|---|---|---|---|---|
| 17 | QUOTA | 402 | no | Top up |
| 18 | NO_SENDER | 403 | - |  |
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project with one spec and its page, as the current folder; its modules are forgotten."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "pyproject.toml", PYPROJECT)
    write(tmp_path / "specs/acme.yaml", SPEC)
    write(tmp_path / "page.md", PAGE)
    yield tmp_path
    for name in [name for name in sys.modules if name.partition(".")[0] == "acme_codes"]:
        del sys.modules[name]


def edit_spec(*edits: str) -> None:
    """Replace the text before each ` => ` by the text after it."""
    for each in edits:
        edit(Path("specs/acme.yaml"), *parts(each))


def rows(table: str) -> list[str]:
    """The cases of a table, one per line."""
    return table.strip("\n").splitlines()


def parts(row: str) -> list[str]:
    """The texts of a case; NOTHING is the empty text, LINE a line end."""
    return [part.replace("NOTHING", "").replace("LINE", "\n") for part in row.split(" => ")]


def generated(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module of the current project, imported."""
    done = run("generate")
    assert done.status == 0, done.err
    monkeypatch.setattr(sys, "path", [str(Path.cwd()), *sys.path])
    importlib.invalidate_caches()
    return importlib.import_module("acme_codes.acme")


# Valid and invalid specs


# A text of the spec, its replacement, and the place, id and help of the finding
FAULTS = """
{http_status: 410} => {http_status: 410, hnit: x} => 27:69 key-unknown did you mean hint?
value: ok} => value: ok, facts: {hint: x}} => 28:69 key-unknown declare it under `facts`
value: Code, => value: Code, retriable: R, => 17:30 key-unknown did you mean retryable?
[name, http_status] => [name, hints] => 14:23 choice-unknown did you mean hint?
values: int, title: H => values: number, title: H => 11:29 choice-unknown known here: bool
values: int, title: H => title: H => 11:7 key-missing The type of the values
, title: HTTP status => NOTHING => 11:7 key-missing What the page calls it.
http_status: 403 => http_status: "403" => 25:51 not-a-number write a whole number
http_status: 403 => http_status: true => 25:51 scalar-ambiguous write a whole number
http_status: 403 => http_status: 40.3 => 25:51 scalar-ambiguous write a whole number
http_status: 403 => http_status: 4xx => 25:51 not-a-number write a whole number
http_status: 403 => http_status: 0403 => 25:51 scalar-ambiguous write a whole number
http_status: 403 => http_status: 1000000000000000000 => 25:51 number-too-long quote it if it is text; if its list or fact has `values: int`, write `values: str`
retryable: false => retryable: no => 24:46 not-boolean write true or false
retryable: false => retryable: "false" => 24:46 not-boolean write false without quotes
hint: Top up => hint: 5 => 24:59 scalar-ambiguous write "5" if it is text
hint: Top up => hint: "" => 24:59 text-empty write a text
, facts: {http_status: 410} => NOTHING => 27:7 fact-missing add it
{http_status: 403} => [http_status] => 25:37 mapping-expected write each key
hint => title => 13:7 name-reserved call it title_text
retryable => real => 12:7 name-reserved call it real_flag
http_status => columns => 11:7 name-reserved call it columns_number
hint => cause => 13:7 name-reserved call it cause_text
hint => class => 13:7 name-illegal write class_codes
hint => _hint => 13:7 name-illegal write hint
hint => hint_of_more_than_the_forty_characters_allowed => 13:7 name-long shorten it
  Word: =>   ErrorFacts: => 28:3 module-name-twice rename one of them
"""


@pytest.mark.parametrize("fault", rows(FAULTS))
def test_a_fault_has_one_finding_with_its_place(fault: str) -> None:
    edited, _, finding = fault.rpartition(" => ")
    edit_spec(edited)
    done = run("validate", "--format", "json")
    (found,) = json.loads(done.out)["findings"]
    place, identifier, help = finding.split(" ", 2)
    assert (done.status, f"{found['line']}:{found['column']}") == (1, place)
    assert (found["id"], found["file"]) == (identifier, "specs/acme.yaml")
    assert found["help"].startswith(help)


# Emitted properties


def test_facts_cannot_be_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """tests/test_cases.py compares their values and types with a spec."""
    quota: Any = generated(monkeypatch).Error.QUOTA
    with pytest.raises(TypeError):
        quota.facts["http_status"] = 500
    with pytest.raises(AttributeError):
        quota.http_status = 500


def test_other_codes_have_no_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    module = generated(monkeypatch)
    unlisted = module.Error.parse("99")
    assert not hasattr(unlisted, "http_status")
    for code in (unlisted, module.ErrorGroup.ACCOUNT, module.Word.OK, module.Word.parse("new")):
        assert dict(code.facts) == {}


def test_black_leaves_long_titles_and_many_facts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds, titles = ["int", "bool", "str"], ["Long title " * 12 + "z", 'Say "x" \\\\', "é" * 90]
    names = [f"{'f' * 36}{number}" for number in range(40)]
    many = [
        f"      {name}: {{values: {kinds[number % 3]}, title: '{titles[number % 3]}'}}\n"
        for number, name in enumerate(names)
    ]
    edit_spec(
        f"    documents: [ => {''.join(many)}    documents: [",
        f"hint: Top up => hint: Top up, {names[2]}: {'text ' * 40}z, {names[0]}: -5",
    )
    code = generated(monkeypatch).Error.QUOTA
    assert code.facts[names[0]] == -5
    text = Path("acme_codes/acme.py").read_text(encoding="utf-8")
    assert black.format_str(text, mode=black.Mode()) == text


# Lookup, export and site


def test_lookup_shows_facts_and_does_not_match_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    generated(monkeypatch)
    lookup = importlib.import_module("acme_codes._lookup")
    assert lookup.main(["17"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "http_status 402; retryable false; hint Top up" in shown
    assert (lookup.main(["402"]), lookup.main(["Top up"])) == (1, 1)


def test_export_has_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    generated(monkeypatch)
    export = importlib.import_module("acme_codes._export")
    as_json, as_csv = StringIO(), StringIO()
    export.write_json(as_json)
    export.write_csv(as_csv)
    schema = json.loads((ROOT / "docs/codes.schema.json").read_text(encoding="utf-8"))
    whole = json.loads(as_json.getvalue())
    Draft202012Validator(schema).validate(whole)
    facts = [code["facts"] for code in whole["codes"]]
    quota = {"http_status": 402, "retryable": False, "hint": "Top up"}
    assert facts == [quota, {"http_status": 403}, {"http_status": 410}, {}]
    found = [row["facts"] for row in csv.DictReader(StringIO(as_csv.getvalue()))]
    assert [json.loads(text or "{}") for text in found] == facts
    assert found[0] == '{"http_status": 402, "retryable": false, "hint": "Top up"}'


def test_the_site_shows_facts_by_their_titles() -> None:
    assert run("site").status == 0
    page = " ".join(Path("site/acme.html").read_text(encoding="utf-8").split())
    for shown in ("HTTP status: 402", "Retryable?: false", "Hint: Top up", "HTTP status: 410"):
        assert page.count(shown) == 1


# The page changes


def drift() -> list[dict[str, Any]]:
    """The changes that `drift` reports for the page."""
    done = run("drift", "acme", "--document", "page.md", "--format", "json")
    found = json.loads(done.out)
    assert found["findings"] == [] and done.status == (1 if found["changes"] else 0), done.err
    changes: list[dict[str, Any]] = found["changes"]
    return changes


def test_update_brings_changed_and_new_facts_into_the_spec() -> None:
    assert drift() == []
    page = Path("page.md")
    edit(page, "| 402 | no |", "| 429 | yes |")
    edit(page, "| - |  |\n", "| - |  |\n| 19 | LATE | 500 | N/A | 4xx |\n")
    status, retryable, added = drift()
    assert [each["kind"] for each in (status, retryable)] == ["fact-changed"] * 2
    assert (status["fact"], status["before"], status["after"]) == ("http_status", 402, 429)
    assert (retryable["fact"], retryable["after"]) == ("retryable", True)
    assert added["after"]["facts"] == {"http_status": 500, "hint": "4xx"}
    assert run("update", "acme", "--document", "page.md").status == 0
    text = Path("specs/acme.yaml").read_text(encoding="utf-8")
    assert "        facts: {http_status: 429, retryable: true, hint: Top up}\n" in text
    assert "        facts: {http_status: 500, hint: 4xx}\n" in text
    assert run("validate").status == 0 and drift() == []


def test_a_code_that_leaves_the_page_keeps_its_facts() -> None:
    edit(Path("page.md"), "| 17 | QUOTA | 402 | no | Top up |\n", "")
    (removed,) = drift()
    assert (removed["kind"], removed["before"]["facts"]["http_status"]) == ("code-removed", 402)
    assert run("update", "acme", "--document", "page.md").status == 0
    _, _, withdrawn = Path("specs/acme.yaml").read_text(encoding="utf-8").partition("withdrawn:")
    assert "facts: {http_status: 402, retryable: false, hint: Top up}" in withdrawn
    assert run("validate").status == 0


def test_a_fact_that_a_known_row_no_longer_gives_is_no_longer_promised() -> None:
    edit(Path("page.md"), "| 403 |", "| n/a |")
    promise, fact = drift()
    assert (promise["kind"], promise["after"]) == ("type-changed", "int | None")
    assert promise["bump"] == "major"
    assert (fact["before"], fact["after"]) == (403, None)
    assert run("update", "acme", "--document", "page.md").status == 0
    assert run("validate").out == "1 spec: no findings\n"
    assert run("drift", "acme", "--document", "page.md") == (0, "no changes\n", "")


UNREADABLE = """
| 403 | => | 4xx | => warning[number-unreadable]: the cell "4xx" of http_status is not a whole number
| 403 | => | 1234567890123456789 | => is not a whole number of at most 18 digits
| 403 | => | 402/403 | => warning[number-unreadable]: the cell "402/403" of http_status is not a whole number
| - | => | maybe | => warning[flag-unreadable]: the cell "maybe" of retryable is neither true nor false
HTTP status => Status => error[column-missing]: the table below Errors has no column HTTP status
| Hint | => | HTTP status | => error[column-missing]: the table below Errors has no column HTTP status
"""


@pytest.mark.parametrize("row", rows(UNREADABLE))
def test_a_cell_or_column_that_cannot_be_read_is_a_finding(row: str) -> None:
    old, new, message = parts(row)
    edit(Path("page.md"), old, new)
    for command in ("drift", "update"):
        done = run(command, "acme", "--document", "page.md")
        assert done.status == (2 if "error[" in message else 0) and message in done.err + done.out
    assert Path("specs/acme.yaml").read_text(encoding="utf-8") == SPEC


# Two editions


def test_a_code_that_goes_to_another_list_is_compared_by_the_facts_of_both() -> None:
    write(Path("before/acme.yaml"), SPEC)
    sender = "      NO_SENDER: {value: 18, facts: {http_status: 403}}\n"
    old = sender.replace("facts", "since: 2026-02-01, facts")
    edit_spec(
        f"{sender} => NOTHING",
        f"    withdrawn:\n =>     withdrawn:\n{old}",
        "  Word: =>   Fault: {title: Faults, values: int, documents: [name], facts: {hint: {values: str,"
        " title: Hint}}, codes: {NO_SENDER: {value: 18, facts: {hint: Set it}}}}\n  Word:",
    )
    changes = json.loads(run("diff", "before", "--format", "json").out)["changes"]
    assert {each["kind"] for each in changes} == {"list-added", "list-changed", "fact-changed"}


def test_a_flag_that_becomes_a_number_is_another_value() -> None:
    write(Path("before/acme.yaml"), SPEC)
    edit_spec(
        "retryable: {values: bool => retryable: {values: int", "retryable: false => retryable: 0"
    )
    changes = json.loads(run("diff", "before", "--format", "json").out)["changes"]
    assert [each["kind"] for each in changes] == ["type-changed", "fact-changed"]
    assert repr([changes[1]["before"], changes[1]["after"]]) == "[False, 0]"
