"""The generated pages match the schemas, the parser and the specs."""

import json
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from docs import reference
from provider_codes_generator.cli import app as cli
from provider_codes_generator.spec import json_schema
from provider_codes_generator.spec import shapes
from provider_codes import PROVIDERS, meaning

FOLDER = Path(__file__).parent.parent / "docs"
STALE = "the page is not what the schema and the parser give: run make reference"


@pytest.mark.parametrize(("name", "page"), reference.PAGES.items(), ids=list(reference.PAGES))
def test_a_generated_page_is_up_to_date(name: str, page: Callable[[], str]) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == page(), STALE


@pytest.mark.parametrize(
    ("kinds", "page"),
    [
        ([shapes.SPEC], reference.spec_reference),
        ([shapes.MEANINGS, shapes.STANDARDS], reference.meanings_reference),
    ],
    ids=["spec", "meanings"],
)
def test_a_reference_has_every_key_of_every_level(
    kinds: list[shapes.Record], page: Callable[[], str]
) -> None:
    keys: list[tuple[str, str]] = []
    for kind in kinds:
        schema = json.loads(json_schema.schema(kind))
        keys += [
            (name, key) for name, each in schema["$defs"].items() for key in each["properties"]
        ]
        keys += [(kind.name, key) for key in schema["properties"]]
    anchors = re.findall(r'<a id="([a-z-]+)"></a>', page())
    assert sorted(anchors) == sorted(
        f"{name.lower()}-{key.replace('_', '-')}" for name, key in keys
    )


def test_the_coverage_is_that_of_the_library() -> None:
    """Counted again, from what is installed."""
    judged = [
        meaning(code)
        for slug in PROVIDERS
        for code_list in import_module(f"provider_codes.{slug}").LISTS
        for code in code_list
    ]
    counts = [len(judged)] + [
        sum(getattr(each, facet) is not None for each in judged)
        for facet in ("state", "retry", "cause", "party")
    ]
    total = reference.meanings_reference().rstrip().splitlines()[-1]
    assert total == f"|  | All | {' | '.join(map(str, counts))} |"


def test_links_of_the_generated_pages_lead_to_their_sections() -> None:
    for page in (make() for make in reference.PAGES.values()):
        headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
        there = {heading.lower().replace(" ", "-") for heading in headings}
        assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= there


def test_the_command_reference_has_the_description_of_each_command(
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
