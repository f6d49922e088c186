"""The ledger: every row of a page is taken, ignored on purpose, or reported, in every format.

What becomes of rows that are no plain codes, what `ignore` and `position` select, and that a page
that may not be whole removes nothing.
"""

import csv
import io
import json
import os
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from helpers_generate import ROOT
from hypothesis import given
from hypothesis import strategies as st
from provider_codes_generator.model import (
    Code,
    CodeList,
    Document,
    Erratum,
    Ignored,
    Provider,
    Tables,
    ledger_lines,
)
from provider_codes_generator.pages.readers import read
from provider_codes_generator.pages.sources import PageText
from provider_codes_generator.spec.load import load_folder
from provider_codes_generator.transcribe.drift import drift
from provider_codes_generator.transcribe.lists import Transcript, transcribe

PAGES = Path(os.environ.get("PROVIDER_PAGES", ROOT.parent / "shared/documents"))
DAY = date(2026, 2, 3)
HEADER = ("Code", "Name", "Text")

Row: TypeAlias = tuple[str, ...]
Pairs: TypeAlias = tuple[tuple[str, str], ...]
COLUMNS: Pairs = (("value", "Code"), ("name", "Name"), ("description", "Text"))


@dataclass(frozen=True)
class Section:
    """A heading and the table below it."""

    heading: str
    header: Row
    rows: tuple[Row, ...]


# Pages of sections, in each format


def markdown(sections: Sequence[Section]) -> str:
    lines = ["# Codes"]
    for each in sections:
        lines += ["", f"## {each.heading}", ""]
        lines += [_piped(row) for row in (each.header, ["---"] * len(each.header), *each.rows)]
    return "\n".join(lines) + "\n"


def _piped(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def html(sections: Sequence[Section]) -> str:
    lines = ["<!doctype html><html><body><h1>Codes</h1>"]
    for each in sections:
        lines += [f"<h2>{each.heading}</h2>", "<table>", _cells("th", each.header)]
        lines += [*(_cells("td", row) for row in each.rows), "</table>"]
    return "\n".join([*lines, "</body></html>"])


def _cells(tag: str, row: Row) -> str:
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in row)}</tr>"


def rest(sections: Sequence[Section]) -> str:
    lines = ["Codes", "====="]
    for each in sections:
        lines += ["", each.heading, "-" * len(each.heading), "", ".. list-table::"]
        lines += ["   :header-rows: 1", ""]
        for row in (each.header, *each.rows):
            fitted = [*row[: len(each.header) - 1], " ".join(row[len(each.header) - 1 :])]
            lines += [f"   {'* ' if at == 0 else '  '}- {cell}" for at, cell in enumerate(fitted)]
    return "\n".join(lines) + "\n"


def delimited(sections: Sequence[Section]) -> str:
    (section,) = sections
    text = io.StringIO()
    csv.writer(text).writerows((section.header, *section.rows))
    return text.getvalue()


def records(sections: Sequence[Section]) -> str:
    (section,) = sections
    rows = [dict(zip(section.header, row, strict=False)) for row in section.rows]
    return json.dumps(rows, indent=1)


# Each format: how a page is written, and whether it has several sections.
FORMATS: dict[str, tuple[Callable[[Sequence[Section]], str], bool]] = {
    "markdown": (markdown, True),
    "html": (html, True),
    "rest": (rest, True),
    "delimited": (delimited, False),
    "records": (records, False),
}


def provider(
    headings: Sequence[str], ignore: Sequence[Ignored] = (), columns: Pairs = COLUMNS, **more: Any
) -> Provider:
    """A spec whose lists are bound to these headings, or to any table if there is none."""
    lists = [
        CodeList(
            name=f"List{number}",
            title="T",
            document="page",
            values="int",
            tables=Tables(heading=(heading,) if heading else (), columns=columns, **more),
            codes=(),
        )
        for number, heading in enumerate(headings)
    ]
    page = Document(name="page", title="T", retrieved=DAY)
    return Provider(
        provider="p", title="P", documents=(page,), lists=tuple(lists), ignore=tuple(ignore)
    )


def transcribed(spec: Provider, page: str) -> Transcript:
    return transcribe(spec.lists, read(page), "page", spec.ignore)


# Every row is accounted for


@st.composite
def pages(draw: st.DrawFn, several: bool) -> tuple[list[Section], list[str]]:
    """Sections with codes and all that may stand among them; every row has a word of its own."""
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
def test_every_row_is_taken_ignored_or_reported(form: str, data: st.DataObject) -> None:
    written, several = FORMATS[form]
    sections, words = data.draw(pages(several))
    page = read(written(sections))
    headings = [each.heading for each in sections] if several else [""]
    bound = [each for each in headings if data.draw(st.booleans())]
    ignore = [
        Ignored(reason="On purpose.", heading=(each,))
        for each in headings
        if each and data.draw(st.booleans())
    ]
    found = transcribe(provider(bound).lists, page, "page", ignore)
    rows = sum(len(table.rows) for table in page.tables)
    assert sum(entry.rows for entry in found.ledger) == rows
    # What is not in a code, or in a table that is told as a whole, is told with its text.
    said = [entry.text for entry in found.ledger if entry.kind != "taken"]
    said += [code.description for each in found.lists.values() for code in each.code_list.codes]
    whole = [entry.heading for entry in found.ledger if entry.what == "table"]
    said += [str(each.rows) for each in sections if not several or each.heading in whole]
    text = "\n".join(said + [line.text for line in page.loose])
    assert not [word for word in words if word not in text]


# What becomes of a row


def rows_of(*rows: str, **more: Any) -> tuple[dict[Any, tuple[str | None, str]], list[str]]:
    """The codes of a Markdown table, by value, and the reasons of what was left out."""
    lines = ["## Errors", "", "| Code | Name | Text |", "|---|---|---|", *rows]
    found = transcribed(provider(["Errors"], **more), "\n".join(lines))
    codes = found.lists["List0"].code_list.codes if "List0" in found.lists else ()
    left_out = [each.reason for each in found.ledger if each.kind == "left-out"]
    return {each.value: (each.documented_name, each.description) for each in codes}, left_out


@pytest.mark.parametrize(
    ("row", "codes", "left_out"),
    [
        ("| 2 | TWO | Two. |", {1: ("ONE", "One."), 2: ("TWO", "Two.")}, []),
        ("| | | And more. |", {1: ("ONE", "One. And more.")}, []),
        ("| — | | And more. |", {1: ("ONE", "One. And more.")}, []),
        ("| | TWO | Two. |", {1: ("ONE", "One.")}, ["nothing is no value of List0"]),
        ("| 100-199 | | Doors |", {1: ("ONE", "One.")}, ["100-199 is a range"]),
        ("| 5xx | DOOR | Doors |", {1: ("ONE", "One.")}, ["5xx is a range"]),
        ("| 5xx - Door | | Doors |", {1: ("ONE", "One.")}, ["5xx - Door is a range"]),
        ("| Doors | | |", {1: ("ONE", "One.")}, ["heads a section"]),
        (
            "| 200 (OK) | | Well. |",
            {1: ("ONE", "One."), 200: (None, "Well.")},
            ["beside the value"],
        ),
        ("| 2O | TWO | Two. |", {1: ("ONE", "One.")}, ["2O is no value of List0"]),
        ("| 2 | TWO: | – |", {1: ("ONE", "One."), 2: ("TWO", "")}, []),
        ("| 2 | NULL | n/a |", {1: ("ONE", "One."), 2: (None, "")}, []),
        ("| ~~2~~ | ~~TWO~~ | ~~Two.~~ |", {1: ("ONE", "One.")}, ["struck through"]),
        ("| 2 | TWO | a | b |", {1: ("ONE", "One."), 2: ("TWO", "a")}, ["beyond the header"]),
        ("| 1 | ONE | One. |", {1: ("ONE", "One.")}, []),
        ("| 1 | ONE | Other. |", {1: ("ONE", "One.")}, ["not like the row of 1 on line 5"]),
    ],
)
def test_what_becomes_of_a_row(
    row: str, codes: dict[int, tuple[str | None, str]], left_out: list[str]
) -> None:
    assert rows_of("| 1 | ONE | One. |", row) == (codes, left_out)


def test_a_cell_that_spans_rows_is_continued() -> None:
    rows = (
        "<tr><td rowspan=2>1<td rowspan=2>ONE<td>a<tr><td>b<tr><td rowspan=2>2<td>TWO<td>c"
        "<tr><td>DEUX<td>d"
    )
    page = f"<h2>Errors</h2><table><tr><th>Code<th>Name<th>Text{rows}</table></body></html>"
    codes = transcribed(provider(["Errors"]), page).lists["List0"].code_list.codes
    assert [(each.value, each.description) for each in codes] == [(1, "a b"), (2, "c")]
    assert [alias.documented_name for alias in codes[1].aliases] == ["DEUX"]


def test_a_text_that_continues_no_code_is_left_out() -> None:
    codes, left_out = rows_of("| | | What? |", "| ~~1~~ | ~~ONE~~ | ~~One.~~ |", "| | | Yes. |")
    assert codes == {}
    assert left_out == ["continues no row that was read", "struck through"] + left_out[:1]


@pytest.mark.parametrize(
    "cell", ["`LOST`: {}", "`LOST:` {}", "LOST: {}", "`LOST` - {}", "LOST – {}"]
)
def test_name_and_text_in_one_cell(cell: str) -> None:
    page = f"## Errors\n\n| Code | Text |\n|---|---|\n| 1 | {cell.format('It is lost.')} |\n"
    columns = (("value", "Code"), ("name", "Text"), ("description", "Text"))
    found = transcribed(provider(["Errors"], columns=columns), page)
    (code,) = found.lists["List0"].code_list.codes
    assert (code.documented_name, code.description) == ("LOST", "It is lost.")


# What the spec selects

TWO_TABLES = """\
# Codes

## Errors

| Code | Name | Text | Since |
|---|---|---|---|
| 1 | ONE | One. | 2020 |
| 5xx | ALL | Any. | 2021 |

| Code | Name | Text |
|---|---|---|
| 1 | UN | Un. |

7 SEVEN Slipped out of the table.

## Fees

| Code | Fee |
|---|---|
| 1 | 10 |
| 2 | 20 |
"""


def left_out(found: Transcript) -> list[str]:
    """What was left out, as it is told."""
    return ledger_lines(replace(each, file="", line=0) for each in found.ledger)


def test_what_is_left_out_is_told() -> None:
    found = transcribed(provider(["Errors"], position=1), TWO_TABLES)
    assert left_out(found) == [
        "table below Errors (Code | Name | Text), 1 row: List0 is bound to another position",
        "table below Fees (Code | Fee), 2 rows: looks like codes, but no list is bound to it",
        "column of List0: not bound: Since",
        "row of List0: 5xx is a range: | 5xx | ALL | Any. | 2021 |",
        "line of List0: outside the tables: 7 SEVEN Slipped out of the table.",
    ]
    (code,) = found.lists["List0"].code_list.codes
    assert code.documented_name == "ONE"


def test_two_lists_by_their_positions() -> None:
    one, two = (provider(["Errors"], position=number).lists[0] for number in (1, 2))
    spec = replace(provider([]), lists=(one, replace(two, name="Other")))
    lists = transcribed(spec, TWO_TABLES).lists
    assert [each.code_list.codes[0].documented_name for each in lists.values()] == ["ONE", "UN"]


@pytest.mark.parametrize(
    ("ignored", "gone"),
    [
        ({"heading": ("Fees",)}, "table below Fees"),
        ({"heading": ("Codes", "Fees")}, "table below Fees"),
        ({"columns": ("fee",)}, "table below Fees"),
        ({"heading": ("Errors",), "columns": ("Code", "Fee")}, None),
        ({"column": "Since"}, "column of List0"),
        ({"column": "Since", "heading": ("Fees",)}, None),
        ({"row": "5xx"}, "row of List0"),
        ({"row": "| 5xx | ALL | Any. | 2021 |", "columns": ("Since",)}, "row of List0"),
        ({"row": "7 SEVEN Slipped out of the table."}, "line of List0"),
        ({"row": "7"}, None),
    ],
)
def test_what_is_ignored_is_not_told(ignored: dict[str, Any], gone: str | None) -> None:
    spec = provider(["Errors"], position=1)
    before = left_out(transcribed(spec, TWO_TABLES))
    entry = Ignored(reason="On purpose.", **ignored)
    found = transcribed(replace(spec, ignore=(entry,)), TWO_TABLES)
    assert left_out(found) == [line for line in before if gone is None or gone not in line]
    reasons = [each.reason for each in found.ledger if each.kind == "ignored"]
    assert reasons == ["On purpose."] * (gone is not None)
    done = drift(replace(spec, ignore=(entry,)), {"page": PageText(TWO_TABLES, "page")}, DAY)
    in_vain = [each for each in done.findings if each.id == "ignored-in-vain"]
    assert len(in_vain) == (gone is None)


# Groups

GROUPED = """\
# Codes

### Door errors

Group ID: {}. The door is not as it should be.

| Code | Name | Text |
|---|---|---|
| 1 | ONE | One. |

**Since last year**

| Code | Name | Text |
|---|---|---|
| 2 | TWO | Two. |
"""


def test_a_group_id_in_the_paragraph_below_the_heading() -> None:
    spec = provider(["Codes"], group=("{name} Group ID: {value}.",))
    code_list = transcribed(spec, GROUPED.format(7)).lists["List0"].code_list
    (group,) = code_list.groups
    assert (group.value, group.documented_name) == (7, "Door errors")
    assert group.description.startswith("The door is not as it should be.")
    # A bold line is no heading that could name another group.
    assert [code.group for code in code_list.codes] == ["7", "7"]


def test_rows_across_a_table_name_groups() -> None:
    rows = [
        ("Class 1 — Doors",),
        ("1", "ONE", "One."),
        ("Class 2 — Windows",),
        ("2", "TWO", "Two."),
    ]
    cells = "".join(
        f"<tr>{''.join(f'<td colspan={4 - len(row)}>{cell}' for cell in row)}\n" for row in rows
    )
    page = f"<h2>Errors</h2>\n<table>\n<tr><th>Code<th>Name<th>Text\n{cells}</table></html>"
    spec = provider(["Errors"], group=("Class {value} – {name}",))
    code_list = transcribed(spec, page).lists["List0"].code_list
    assert [group.documented_name for group in code_list.groups] == ["Doors", "Windows"]
    assert [code.group for code in code_list.codes] == ["1", "2"]


# Rows of errata that read otherwise


@pytest.mark.parametrize("line", ["92 Gone.", "92: Gone.", "92 – Gone.", "| 92 | Gone. |"])
@pytest.mark.parametrize("is_row", [False, True])
def test_a_row_that_begins_with_a_known_value_withdraws_nothing(line: str, is_row: bool) -> None:
    place = f"| 1 | ONE | One. |\n| {line.strip('| ')} | | |" if is_row else f"\n{line}"
    page = f"## Errors\n\n| Code | Name | Text |\n|---|---|---|\n{place}\n"
    erratum = Erratum(page="92 Sender gone", reading="92", reason="It is broken.")
    code = Code(name="GONE", value=92, description="Sender gone.", erratum=erratum)
    spec = provider(["Errors"])
    lists = (replace(spec.lists[0], codes=(code,)),)
    done = drift(replace(spec, lists=lists), {"page": PageText(page, "page", whole=True)}, DAY)
    assert not [each for each in done.changes if each.kind == "code-removed"]
    assert "92" in "".join(ledger_lines(done.ledger)) or done.changes


# Tables that share values


def test_rows_of_one_value_in_two_tables_are_no_aliases() -> None:
    table = "\n## {}\n\n| Code | Name | Text |\n|---|---|---|\n| 1 | {} | {} |\n"
    page = "# Errors\n" + table.format("Doors", "SHUT", "It is shut.")
    found = transcribed(provider(["Errors"]), page + table.format("Locks", "LOST", "It is lost."))
    (code,) = found.lists["List0"].code_list.codes
    assert (code.documented_name, code.aliases) == ("SHUT", ())
    assert [finding.id for finding in found.findings] == ["row-twice"]
    (line,) = left_out(found)
    assert "LOST" in line


# Pages that end too early

CUTS = int(os.environ.get("PROVIDER_CODES_CUTS", "10"))
REMOVALS = ("code-removed", "alias-removed", "group-removed", "list-removed")


@pytest.mark.skipif(not PAGES.is_dir(), reason="the pages are not here")
@pytest.mark.parametrize("slug", ["ecall", "fonedynamics", "infobip", "smsapi", "smspartner"])
def test_a_page_that_was_cut_removes_nothing(slug: str) -> None:
    registry, _, _ = load_folder(ROOT / "specs", "specs")
    spec = next(each for each in registry if each.provider == slug)
    (path,) = PAGES.glob(f"{slug}.*")
    text = path.read_text(encoding="utf-8")
    chosen = random.Random(slug)
    for at in (chosen.randrange(len(text)) for _ in range(CUTS)):
        pages = {each.name: PageText(text[:at], path.name) for each in spec.documents}
        changes = drift(spec, pages, DAY).changes
        assert not [each for each in changes if each.kind in REMOVALS], at


@pytest.mark.parametrize("form", ["markdown", "html", "rest"])
def test_a_cut_page_is_asked_about_and_a_whole_one_is_not(form: str) -> None:
    rows = tuple((str(number), f"N_{number}", f"It is {number}.") for number in range(1, 5))
    write, _ = FORMATS[form]
    sections = [Section("Errors", HEADER, rows), Section("Others", HEADER, rows[:2])]
    codes = [
        Code(name=name, value=int(value), documented_name=name, description=text)
        for value, name, text in rows
    ]
    lists = provider(["Errors", "Others"]).lists
    lists = tuple(
        replace(each, codes=tuple(codes[: len(section.rows)]), documents=("name",))
        for each, section in zip(lists, sections, strict=True)
    )
    spec = replace(provider([]), lists=lists)

    def changes(kept: Sequence[Section], whole: bool = False) -> tuple[list[Any], set[str]]:
        found = drift(spec, {"page": PageText(write(kept).split("</body")[0], "page", whole)}, DAY)
        told = [(each.kind, each.list, each.value) for each in found.changes]
        return told, {each.id for each in found.findings if each.level == "error"}

    assert changes(sections) == ([], set())
    short = [sections[0], replace(sections[1], rows=rows[:1])]
    assert changes(short) == ([], {"page-not-whole"})
    assert changes(short, whole=True) == ([("code-removed", "List1", 2)], set())
    # Other rows, of this list or of another, stand behind what is gone.
    inner = [replace(sections[0], rows=rows[1:3]), sections[1]]
    assert changes(inner) == ([("code-removed", "List0", 1), ("code-removed", "List0", 4)], set())
