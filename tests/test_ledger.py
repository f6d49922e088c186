"""The ledger: every row of a page is read, ignored on purpose, or reported, in every format.

Also what becomes of rows that are no plain codes, what `ignore` and `position` select, and that a
page that may be cut removes nothing.
"""

import json
import os
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml
from helpers_cases import Case, Goldens, rendered
from helpers_generate import PAGES, ROOT, needs_pages
from hypothesis import given
from hypothesis import strategies as st
from provider_codes_generator.model import (
    Alias,
    Code,
    CodeList,
    Ignored,
    Tables,
    ledger_lines,
)
from provider_codes_generator.pages.readers import read
from provider_codes_generator.pages.sources import PageText
from provider_codes_generator.spec.load import load_folder, load_text
from provider_codes_generator.transcribe.drift import find_drift
from provider_codes_generator.transcribe.lists import transcribe

from test_readers import in_json, in_list_table, in_markdown, in_values, table_in_html

DAY = date(2026, 2, 3)
HEADER = ("Code", "Name", "Text")

Row: TypeAlias = tuple[str, ...]
COLUMNS = (("value", "Code"), ("name", "Name"), ("description", "Text"))


@dataclass(frozen=True)
class Section:
    """A heading and the table below it."""

    heading: str
    header: Row
    rows: tuple[Row, ...]

    @property
    def table(self) -> list[list[str]]:
        """The header and the rows."""
        return [list(row) for row in (self.header, *self.rows)]


# Pages of sections, in each format


def markdown(sections: Sequence[Section]) -> str:
    return "# Codes\n" + "".join(
        f"\n## {each.heading}\n\n{in_markdown(each.table)}" for each in sections
    )


def html(sections: Sequence[Section]) -> str:
    parts = (f"<h2>{each.heading}</h2>{table_in_html(each.table)}\n" for each in sections)
    return f"<!doctype html><html><body><h1>Codes</h1>{''.join(parts)}</body></html>"


def rest(sections: Sequence[Section]) -> str:
    lines = ["Codes", "=====", ""]
    for each in sections:
        # A list-table has as many cells in each row.
        fitted = [[*row[:2], " ".join(row[2:])] for row in each.table]
        lines += [each.heading, "-" * len(each.heading), "", in_list_table(fitted)]
    return "\n".join(lines)


# Each format: how a page is written, and whether it has several sections.
FORMATS: dict[str, tuple[Callable[[Sequence[Section]], str], bool]] = {
    "markdown": (markdown, True),
    "html": (html, True),
    "rest": (rest, True),
    "delimited": (lambda sections: in_values(sections[0].table, ","), False),
    "records": (lambda sections: in_json(sections[0].table), False),
}


def bound(headings: Sequence[str]) -> Iterator[CodeList]:
    """Lists that are bound to these headings, or to any table without a heading."""
    for number, heading in enumerate(headings):
        tables = Tables(heading=(heading,) if heading else (), columns=COLUMNS)
        yield CodeList(
            name=f"List{number}", title="T", document="page", values="int", tables=tables, codes=()
        )


# Every row has an entry


@st.composite
def pages(draw: st.DrawFn, several: bool) -> tuple[list[Section], list[str]]:
    """Sections with codes and anything among them; every row has a unique word."""
    words: list[str] = []

    def row() -> Row:
        words.append(f"w{len(words)}w")
        text, number = f"It is {words[-1]}.", str(draw(st.integers(1, 5)))
        return draw(
            st.sampled_from(
                [
                    (number, f"N_{number}", text),
                    (str(len(words) + 10), f"N_{len(words)}", text),
                    ("", "", text),
                    ("100-199", "", text),
                    (text, "", ""),
                    ("4O3", "ODD", text),
                    ("", "NAME_ALONE", text),
                    (f"{len(words) + 10} (OK)", "-", text),
                    ("n/a", "-", text),
                    (number, "", "", text),
                ]
            )
        )

    sections: list[Section] = []
    for number in range(draw(st.integers(1, 4)) if several else 1):
        header = draw(st.sampled_from([HEADER, HEADER, ("Parameter", "Type", "Use")]))
        rows = tuple(row() for _ in range(draw(st.integers(2, 6))))
        sections.append(Section(f"Part {'ABCD'[number]}", header, rows))
    return sections, words


@pytest.mark.parametrize("form", FORMATS)
@given(data=st.data())
def test_every_row_is_read_ignored_or_reported(form: str, data: st.DataObject) -> None:
    written, several = FORMATS[form]
    sections, words = data.draw(pages(several))
    page = read(written(sections))
    headings = [each.heading for each in sections] if several else [""]
    chosen = [each for each in headings if data.draw(st.booleans())]
    ignore = [
        Ignored(reason="On purpose.", heading=(each,))
        for each in headings
        if each and data.draw(st.booleans())
    ]
    found = transcribe(tuple(bound(chosen)), page, ignore)
    rows = sum(len(table.rows) for table in page.tables)
    assert sum(entry.rows for entry in found.ledger) == rows
    # A row that is neither a code nor part of a table that is reported as a whole is quoted.
    reported = [entry.text for entry in found.ledger if entry.kind != "taken"]
    reported += [code.description for each in found.lists.values() for code in each.codes]
    whole = [entry.heading for entry in found.ledger if entry.what == "table"]
    reported += [str(each.rows) for each in sections if not several or each.heading in whole]
    text = "\n".join(reported + [line.text for line in page.loose])
    assert not [word for word in words if word not in text]


# Results of rows, and selections by the spec


def outcome(case: Case) -> Iterator[str]:
    """The codes of lists by heading, bound as `t|` says, and the other entries of the ledger.

    `i|` is ignored, `v|` is the type of values, and `e|` the row of an erratum.
    """
    tables = [yaml.safe_load(line[3:]) for line in case.lines if line.startswith("t|")] or [{}]
    values = next((line[3:] for line in case.lines if line.startswith("v|")), "int")
    codes = {
        "BROKEN": {
            "value": line[3:].split(" ")[0],
            "erratum": {"page": line[3:], "reading": "It is a single line.", "reason": "It does."},
        }
        for line in case.lines
        if line.startswith("e|")
    }
    lists = {
        f"List{number}": {
            **{"title": "T", "document": "page", "values": values, "codes": codes},
            "tables": {"heading": heading, "columns": dict(COLUMNS), **more},
        }
        for number, (heading, more) in enumerate(zip(case.options, tables, strict=True))
    }
    page = {"title": "T", "retrieved": str(DAY)}
    text = {"provider": "p", "title": "P", "documents": {"page": page}, "lists": lists}
    ignored = [yaml.safe_load(line[3:]) for line in case.lines if line.startswith("i|")]
    spec, findings = load_text(json.dumps(text | {"ignore": ignored}), "p.yaml")
    assert spec is not None, findings
    found = transcribe(spec.lists, read(case.page)._replace(file="page"), spec.ignore)
    for name, each in found.lists.items():
        for group in each.groups:
            yield f"{name} group {group.value} {group.documented_name}: {group.description}"
        for code in each.codes:
            entries: list[Code | Alias] = [code, *code.aliases]
            for entry in entries:
                reported = f"{code.value} {entry.documented_name} {code.group}: {entry.description}"
                yield f"{name} {reported}"
    yield from ledger_lines(each._replace(file="", line=0) for each in found.ledger)
    yield from (f"ignored: {each.text}" for each in found.ledger if each.kind == "ignored")
    done = find_drift(spec, {"page": PageText(case.page, "page", whole=True)}, DAY)
    yield from (each.id for each in done.findings)


def test_results_of_rows(goldens: Goldens) -> None:
    path = Path(__file__).parent / "ledger/rows.txt"
    goldens(path.parent, {path.name: rendered(path, outcome)})


# Pages that end too early

CUTS = int(os.environ.get("PROVIDER_CODES_CUTS", "5"))
REMOVALS = ("code-removed", "alias-removed", "group-removed", "list-removed")


@needs_pages
@pytest.mark.parametrize("slug", ["ecall", "fonedynamics", "infobip", "smsapi", "smspartner"])
def test_a_page_that_was_cut_removes_nothing(slug: str) -> None:
    registry, _ = load_folder(ROOT / "specs", "specs")
    spec = next(each for each in registry if each.provider == slug)
    (path,) = PAGES.glob(f"{slug}.*")
    text = path.read_text(encoding="utf-8")
    chosen = random.Random(slug)
    for at in (chosen.randrange(len(text)) for _ in range(CUTS)):
        pages = {each.name: PageText(text[:at], path.name) for each in spec.documents}
        changes = find_drift(spec, pages, DAY).changes
        assert not [each for each in changes if each.kind in REMOVALS], at
