"""Whole editions of the pages of the five providers, years later, in several shapes.

They are made from the specs. The tool's report is compared with what the rules for changes give for
the plain data: no change is missing, invented or wrong. After an update, the enums equal the
edition, row by row.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from helpers_editions import (
    SLUG,
    Edition,
    Listing,
    Difference,
    Value,
    expected,
    for_shape,
    later,
    page_list,
    provider,
    reported,
    transcribed,
    translated,
)
from helpers_generate import ROOT, run
from helpers_generate import write as write_file
from helpers_pages import Style, fits, write
from provider_codes_generator.pages import PageText
from provider_codes_generator.spec import dump
from provider_codes_generator.spec.load import load_text
from provider_codes_generator.transcribe.drift import find_drift

SPECS = {path.stem: path for path in sorted((ROOT / "specs").glob("*.yaml"))}
# Each page in another shape, which makes no difference to the changes.
SHAPES = {
    "ecall": "tabs",
    "fonedynamics": "html",
    "infobip": "markdown",
    "smsapi": "records-json",
    "smspartner": "readme",
}
DAY = "2027-01-02"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in an empty folder, as the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    write_file(tmp_path / "pyproject.toml", '[tool.provider-codes]\nspecs = "specs"\n')
    return tmp_path


def page_of(edition: Edition, shape: str, style: Style) -> str:
    """The page of an edition that the shape can express."""
    lists = [page_list(each) for each in edition.lists]
    assert [each.heading for each in lists if not fits(each, shape, style)] == []
    return write(lists, shape, style, "Codes of the provider")


def changes_of(text: str, page: str) -> Counter[Difference]:
    """The changes that drift reports for a complete page without unreadable rows."""
    spec, findings = load_text(text, f"specs/{SLUG}.yaml")
    assert spec and not findings
    pages = {"codes": PageText(page, "page", whole=True)}
    found = find_drift(spec, pages, spec.documents[0].retrieved, accept_removals=True)
    assert [(each.id, each.message, each.help) for each in found.findings] == []
    assert [each for each in found.ledger if each.kind == "left-out"] == []
    return Counter(reported(each, spec, found.after) for each in found.changes)


def enums(package: str, edition: Edition) -> Iterator[tuple[str, dict[Value, tuple[object, ...]]]]:
    """The documented members of each enum of the emitted package, as rows by value."""
    module = import_module(f"{package}.{SLUG}")
    for listing in edition.lists:
        rows: dict[Value, tuple[object, ...]] = {}
        for code in getattr(module, listing.name):
            group = None if code.group is None else code.group.value
            rows[code.value] = (code.documented_name, code.permanent, group, code.description)
        yield listing.name, rows


def rows(listing: Listing) -> dict[Value, tuple[object, ...]]:
    """The rows of an edition's list."""
    return {
        code.value: (code.name, code.permanent, code.group, code.description)
        for code in listing.codes
    }


def check(before: Edition, after: Edition, text: str, page: str, package: str) -> int:
    """Check the report for the page, and the result of an update; return the changes."""
    changes = expected(before, after)
    assert changes_of(text, page) == Counter(changes)
    write_file(Path(f"specs/{SLUG}.yaml"), text)
    write_file(Path("page"), page)
    done = run("update", SLUG, "--document", "page", "--retrieved", DAY, "--accept-removals")
    assert (done.status, done.err) == (0, "")
    assert run("drift", SLUG, "--document", "page").out == "no changes\n"
    assert run("generate", "--output", package).status == 0
    withdrawn = {listing.name: rows(listing) for listing in before.lists}
    for name, found in enums(package, after):
        (listing,) = (each for each in after.lists if each.name == name)
        documented = rows(listing)
        assert {value: row for value, row in found.items() if value in documented} == documented
        gone = found.keys() - documented.keys()
        assert gone <= withdrawn.get(name, {}).keys()
    return len(changes)


@pytest.mark.parametrize("slug", SPECS)
def test_an_edition_years_later(slug: str) -> None:
    """Codes by the hundred, chains of names, and lists that are missing, new and split."""
    shape = SHAPES[slug]
    style = Style(flags=("1", "0"))
    before = for_shape(transcribed(SPECS[slug]), shape)
    after = for_shape(later(before), shape)
    text = dump(provider(before, shape, style))
    number = check(before, after, text, page_of(after, shape, style), f"{slug}_later")
    assert number > 100


@pytest.mark.parametrize("slug", ["ecall", "infobip"])
def test_an_edition_in_another_language_and_format(slug: str) -> None:
    """After the spec has the headings and flags of that language, only texts have changed."""
    before = transcribed(SPECS[slug])
    after = translated(before)
    style = Style(flags=("oui", "non"))
    there = provider(after, "html", style)
    lists = zip(provider(before, "markdown", style).lists, there.lists, strict=True)
    bound = tuple(replace(one, tables=other.tables) for one, other in lists)
    text = dump(replace(there, lists=bound))
    check(before, after, text, page_of(after, "html", style), f"{slug}_french")
