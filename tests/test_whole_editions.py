"""Whole editions of the pages of the five providers, years later, in several shapes.

They are made from the specs. What the tool says of them is compared with what the rules for changes
say of the plain data: nothing is missed, invented or wrong. After an update, the enums say what the
edition says, row by row.
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
    Entry,
    Listing,
    Said,
    Value,
    expected,
    for_shape,
    later,
    page_list,
    provider,
    said,
    tidy,
    transcribed,
    translated,
)
from helpers_generate import PAGES, ROOT, needs_pages, run
from helpers_generate import write as write_file
from helpers_pages import Style, fits, write
from markdown_it import MarkdownIt
from provider_codes_generator.pages import PageText
from provider_codes_generator.spec import dump
from provider_codes_generator.spec.load import load_text
from provider_codes_generator.transcribe.drift import find_drift

SPECS = {path.stem: path for path in sorted((ROOT / "specs").glob("*.yaml"))}
# Each page in a shape of its own: which shape it is makes no difference to what has changed.
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
    """A project in an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    write_file(tmp_path / "pyproject.toml", '[tool.provider-codes]\nspecs = "specs"\n')
    return tmp_path


def page_of(edition: Edition, shape: str, style: Style) -> str:
    """The page of an edition that the shape can tell."""
    lists = [page_list(each) for each in edition.lists]
    assert [each.heading for each in lists if not fits(each, shape, style)] == []
    return write(lists, shape, style, "Codes of the provider")


def told(text: str, page: str) -> Counter[Said]:
    """What drift says of the page of a spec, which came whole and could be read completely."""
    spec, findings = load_text(text, f"specs/{SLUG}.yaml")
    assert spec and not findings
    found = find_drift(
        spec, {"codes": PageText(page, "page", whole=True)}, spec.documents[0].retrieved
    )
    assert [(each.id, each.message, each.help) for each in found.findings] == []
    assert [each for each in found.ledger if each.kind == "left-out"] == []
    return Counter(said(each, spec, found.after) for each in found.changes)


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
    """Test what is said of the page, and what an update with it makes; return the changes."""
    changes = expected(before, after)
    assert told(text, page) == Counter(changes)
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
    """Codes by the hundred, chains of names, and lists that are gone, new and split."""
    shape = SHAPES[slug]
    style = Style(flags=("1", "0"))
    before = for_shape(transcribed(SPECS[slug]), shape)
    after = for_shape(later(before), shape)
    text = dump(provider(before, shape, style))
    number = check(before, after, text, page_of(after, shape, style), f"{slug}_later")
    assert number > 100


@pytest.mark.parametrize("slug", ["ecall", "infobip"])
def test_an_edition_in_another_language_and_format(slug: str) -> None:
    """Once the spec has the headings and flags of that language, only texts have changed."""
    before = transcribed(SPECS[slug])
    after = translated(before)
    style = Style(flags=("oui", "non"))
    there = provider(after, "html", style)
    lists = zip(provider(before, "markdown", style).lists, there.lists, strict=True)
    bound = tuple(replace(one, tables=other.tables) for one, other in lists)
    text = dump(replace(there, lists=bound))
    check(before, after, text, page_of(after, "html", style), f"{slug}_french")


# The real pages, which are not part of the project: their rows are edited where they stand

# A row on a line of its own, but not the first of a paragraph, or one of many rows on one line
ROW = r"(?<!\n\n)^(?:\| *`?)?{0}`? .*\n|\|{0}\|(?:true\||false\|)?`[^|]*\|"
Edits = dict[tuple[int, int], str]


def rows_of(page: str, listing: Listing) -> tuple[re.Match[str], dict[Entry, str]]:
    """The heading of a list, and the rows that have nothing but the texts of one code."""
    title = re.search(rf"(?m)(?:^#* ?|##){re.escape(listing.heading)}(?=\s)", page)
    assert title
    found: dict[Entry, str] = {}
    for code in listing.codes:
        row = re.compile(ROW.format(re.escape(str(code.value))), re.MULTILINE)
        first = row.search(page, title.end())
        texts = filter(None, (code.name, code.description))
        if first and not row.match(page, first.end()) and code.description:
            if all(first[0].count(text) == 1 for text in texts):
                found[code] = first[0]
    return title, found


def edited(page: str, listing: Listing, edits: Edits) -> list[Listing]:
    """The list after some edits, which are added, and the lists that are split off."""
    title, rows = rows_of(page, listing)
    plain = list(rows)
    chain = ["HEAD_OF_CHAIN", *(code.name for code in plain[2:5])] if listing.named else []
    names = dict(zip((code.value for code in plain[2:6]), chain, strict=False))
    splits = plain[10:30:10] if len(plain) > 31 and not listing.groups else []
    parts: list[list[Entry]] = [[]]
    for code in listing.codes:
        if code not in rows:
            parts[-1].append(code)
            continue
        start, place = page.index(rows[code], title.end()), plain.index(code)
        if code in splits:
            head = page[title.end() : page.index(rows[plain[0]], title.end())]
            heading = title[0].replace(listing.heading, f"Part {'BC'[len(parts) - 1]}")
            edits[start, start] = f"\n{heading}{head}"
            parts.append([])
        later = replace(code, name=names.get(code.value, code.name))
        if place % 5 == 0:
            later = replace(later, description=f"{code.description} Since May, too.")
        value = f"new-{place}" if isinstance(code.value, str) else 70_000 + place
        name = code.name and f"NEW_{place}"
        new = Entry(value, name, code.permanent, code.group, f"Number {place} is new.")
        codes = [] if place % 9 == 8 else [later, new] if place % 3 == 0 else [later]
        between = "" if rows[code].endswith("\n") else " "
        texts = (row_with(rows[code], code, each) for each in codes)
        edits[start, start + len(rows[code])] = between.join(texts)
        parts[-1] += codes
    found = [tidy(replace(listing, codes=tuple(part))) for part in parts]
    more = [
        replace(each, name=f"Part{letter}", heading=f"Part {letter}", chosen=False)
        for each, letter in zip(found[1:], "BC", strict=False)
    ]
    return [found[0], *more]


def row_with(row: str, old: Entry, new: Entry) -> str:
    """The row of a code with the texts of another."""
    row = row.replace(str(old.value), str(new.value), 1)
    row = row.replace(old.name or old.description, new.name or new.description)
    return row.replace(old.description, new.description) if old.name else row


@needs_pages
@pytest.mark.parametrize(("slug", "is_html"), [*((slug, False) for slug in SPECS), ("ecall", True)])
def test_an_edition_of_the_real_page(slug: str, is_html: bool) -> None:
    """Chains of names, lists split in three, flags in other words, and another format."""
    (path,) = PAGES.glob(f"{slug}.*")
    page = path.read_text(encoding="utf-8")
    before, edits = transcribed(SPECS[slug]), Edits()
    lists = (edited(page, each, edits) for each in before.lists)
    after = Edition(tuple(each for parts in lists for each in parts))
    for (start, end), text in sorted(edits.items(), reverse=True):
        page = page[:start] + text + page[end:]
    page = re.sub(r"\| *true *(?=\|)", "|yes", re.sub(r"\| *false *(?=\|)", "|no", page))
    if is_html:
        page = f"<html>{MarkdownIt().enable('table').render(page)}</html>"
    spec, _ = load_text(SPECS[slug].read_text(encoding="utf-8"), path.name)
    assert spec
    found = find_drift(
        spec, {"codes": PageText(page, "page", whole=True)}, spec.documents[0].retrieved
    )
    changes = Counter(said(each, spec, found.after) for each in found.changes)
    assert changes == Counter(expected(before, after))
