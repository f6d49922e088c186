"""Hostile texts in specs, pages and arguments are refused with a finding, or harmless and whole.

`make fuzz` tries many more. tests/test_report.py tries reports, tests/test_editions.py pages.
"""

import subprocess
import sys
from datetime import date
from pathlib import Path
from random import Random

import hostile
import pytest
from fuzz import made, times
from helpers_generate import run, write
from hostile_checks import (
    FILE,
    SLUG,
    check_in_spec,
    check_spec,
    everywhere,
    is_printable,
    written,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from provider_codes_generator.cli.app import main
from provider_codes_generator.pages.sources import PageText
from provider_codes_generator.spec.load import load_text
from provider_codes_generator.spec.nodes import hidden_characters
from provider_codes_generator.transcribe.drift import find_drift

PIECES = st.sampled_from(hostile.PIECES) | st.text(max_size=4)
ANY = st.lists(PIECES, min_size=1, max_size=8).map("".join)
TEXTS = [text for text in hostile.TEXTS if len(text) <= 1000]
bounded = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


# Specs to code


@pytest.mark.parametrize("start", range(0, len(TEXTS), 60))
def test_a_text_is_refused_or_unchanged_in_code(start: int) -> None:
    assert check_in_spec(TEXTS[start : start + 60], with_black=start % 240 == 0) > 10


@bounded
@given(st.lists(ANY, min_size=1, max_size=6))
def test_any_text_is_refused_or_unchanged_in_code(texts: list[str]) -> None:
    check_in_spec(texts)


@pytest.mark.parametrize("text", [hostile.MEGABYTES[0], hostile.MEGABYTES[-1][:20_000].strip()])
def test_a_text_of_a_megabyte_is_unchanged(text: str) -> None:
    code = {"value": 1, "documented_name": text, "description": text}
    lists = {"Word": {"title": "Words", "values": "int", "codes": {"ONE": code}}}
    assert check_spec({"provider": SLUG, "title": "Acme", "lists": lists}, with_black=False)


@bounded
@given(st.integers(0, 10**9))
def test_any_spec_is_refused_or_emitted_unchanged(seed: int) -> None:
    check_spec(made.spec(Random(seed)))


def test_most_made_specs_are_emitted() -> None:
    modules = [check_spec(made.spec(Random(seed)), with_black=False) for seed in range(40)]
    assert sum(module is not None for module in modules) > 20


def named(code: str, alias: str) -> str | None:
    """The module with a code and an alias of these names; None if they are refused."""
    codes = {
        code: {"value": 1, "documented_name": "one"},
        "TWO": {"value": 2, "aliases": {alias: {}}},
    }
    lists = {"Word": {"title": "Words", "values": "int", "codes": codes}}
    return check_spec({"provider": SLUG, "title": "Acme", "lists": lists}, with_black=False)


@pytest.mark.parametrize("start", range(0, len(hostile.NAMES), 40))
def test_a_name_is_refused_or_names_its_code(start: int) -> None:
    for name in hostile.NAMES[start : start + 40]:
        named(name, "OTHER")
        named("ONE", name)


def test_a_name_has_a_limit() -> None:
    """Beyond it, black would reformat the annotation of a second name."""
    long, longer = "A" * 74, "A" * 75
    assert named(long, "OTHER") and named("ONE", long)
    assert named(longer, "OTHER") is None and named("ONE", longer) is None


# From pages

SPEC = """\
provider: acme
title: Acme
documents: {page: {title: Codes, retrieved: 2026-11-22}}
lists:
  Word:
    title: Words
    document: page
    values: str
    tables: {heading: Words, columns: {value: Id, description: Text}}
    codes: {CALM: {value: calm, description: It coos.}}
"""
TABLE = "<h2>Words</h2><table><tr><th>Id<th>Text<tr><td>calm<td>It {}</table></html>"


@pytest.mark.parametrize("target", ["a  b", "a\nb", "a\n---\nb", "a\u200bb", "a\u202eb", "a\xa0b"])
def test_a_link_of_a_page_is_a_text_of_a_spec(target: str) -> None:
    provider, _ = load_text(SPEC, FILE)
    assert provider is not None
    page = PageText(TABLE.format(f'<a href="{target}">coos</a>.'), "page")
    (code,) = find_drift(provider, {"page": page}, date(2026, 12, 24)).after.lists[0].codes
    (link,) = code.links
    assert " ".join(link.split()) == link and not hidden_characters(link)


# To terminals and runners


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one spec of harmless texts, as the current folder."""
    write(tmp_path / "specs" / FILE, written(everywhere(["text"])))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("text", TEXTS[::80], ids=range(len(TEXTS[::80])))
def test_no_spec_controls_the_output(text: str, project: Path) -> None:
    """Messages quote refused keys, names and values."""
    spec = everywhere([text]) | {text: text, "families": {text: [text]}}
    write(project / "specs" / FILE, written(spec))
    for form in ("text", "json", "github"):
        done = run("validate", "--format", form)
        assert done.status == 1 and is_printable(done.out + done.err)
        assert form != "github" or all(line.startswith("::") for line in done.out.splitlines())


STEERING = "a\x1b[31m\x9b\u202e"
ARGUMENTS = [
    ("generate", "--output", STEERING),
    ("generate", "--output", STEERING, "--diff"),
    ("generate", "--output", "package", STEERING),
    ("validate", "--specs", STEERING),
    ("validate", f"--{STEERING}"),
    (STEERING,),
    ("drift", "--document", STEERING, SLUG),
    ("drift", "--documents", STEERING),
    ("update", SLUG, "--retrieved", STEERING),
    ("diff", STEERING),
    ("release-check", "--version", f"1.0{STEERING}"),
    ("new", STEERING),
    ("new", "heron", "--address", STEERING),
]


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=" ".join)
def test_no_argument_controls_the_output(arguments: tuple[str, ...], project: Path) -> None:
    done = run(*arguments)
    assert "31m" in done.out + done.err and is_printable(done.out + done.err)


@pytest.mark.parametrize("is_terminal", [True, False])
def test_no_edited_file_controls_a_terminal_that_shows_the_patch(
    is_terminal: bool,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("generate", "--output", "package").status == 0
    with (project / "package/acme.py").open("a", encoding="utf-8") as file:
        file.write(f"# {STEERING}\n")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    assert main(["generate", "--output", "package", "--diff"]) == 1
    patch = capsys.readouterr().out
    assert is_printable(patch) == is_terminal
    assert (f"-# {STEERING}\n" in patch) != is_terminal  # programs apply it unchanged


def test_git_applies_a_patch_to_a_file_of_any_name(project: Path) -> None:
    output = f'{STEERING}"\\/codes'
    patch = run("generate", "--output", output, "--diff").out
    subprocess.run(["git", "apply"], input=patch.encode(), cwd=project, check=True)
    (project / output / "py.typed").touch()  # a patch has no entry for an empty file
    assert run("generate", "--output", output, "--check").status == 0


def test_long_runs_time_every_regular_expression() -> None:
    """A pattern that is compiled on use needs an entry in the table of `fuzz.times`."""
    assert len(times.expressions()) > 90
