"""docs/spec-reference.md and docs/commands.md say what the schema and the parser say."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docs import reference
from enumgen import cli, editor

FOLDER = Path(__file__).parent.parent / "docs"
STALE = "the page is not what the schema and the parser give: run make reference"


@pytest.mark.parametrize(("name", "page"), reference.PAGES.items(), ids=list(reference.PAGES))
def test_a_made_page_is_up_to_date(name: str, page: Callable[[], str]) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == page(), STALE


def test_the_spec_reference_has_every_key_of_every_level() -> None:
    schema = json.loads(editor.schema())
    keys = [(name, key) for name, each in schema["$defs"].items() for key in each["properties"]]
    keys += [("Provider", key) for key in schema["properties"]]
    page = reference.spec_reference()
    anchors = re.findall(r'<a id="([a-z-]+)"></a>', page)
    assert sorted(anchors) == sorted(
        f"{name.lower()}-{key.replace('_', '-')}" for name, key in keys
    )


def test_links_of_the_made_pages_lead_to_their_sections() -> None:
    for page in (reference.spec_reference(), reference.commands()):
        headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
        there = {heading.lower().replace(" ", "-") for heading in headings}
        assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= there


def test_the_command_reference_has_what_each_command_says_of_itself(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = reference.commands()
    sections = re.split(r"^## provider-codes ", page, flags=re.MULTILINE)[1:]
    for section in sections:
        command = section.split("\n", 1)[0]
        with pytest.raises(SystemExit):
            cli.main([command, "--help"])
        shown = " ".join(capsys.readouterr().out.split())
        options = set(re.findall(r"--[a-z-]+", shown)) - {"--help"}
        assert options == set(re.findall(r"^\| `(--[a-z-]+)", section, re.MULTILINE))
        description = section.split("\n")[2]
        assert description in shown
    assert len(sections) == len(re.findall(r"^- \[`", page, re.MULTILINE))


def test_the_pages_do_not_depend_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    before = reference.commands()
    monkeypatch.setenv("COLUMNS", "30")
    assert reference.commands() == before
