"""The ledger: every row of a page is taken, ignored on purpose, or reported, in every format.

What becomes of rows that are no plain codes, what `ignore` and `position` select, and that a page
that may not be whole removes nothing.
"""

import csv
import io
import json
import os
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from helpers_generate import ROOT
from hypothesis import given
from hypothesis import strategies as st
from provider_codes_generator.model import CodeList, Document, Ignored, Provider, Tables
from provider_codes_generator.pages.readers import read
from provider_codes_generator.pages.sources import PageText
from provider_codes_generator.spec.load import load_folder, load_text
from provider_codes_generator.transcribe.drift import Drift, drift
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
            fitted = [*row, "", ""][: len(each.header)]
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
    source = written(sections)
    page = read(source)
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
    # Not every form can write a cell beyond the header.
    assert not [word for word in words if word in source and word not in text]


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
    "cell", ["`LOST`: It is lost.", "`LOST:` It is lost.", "LOST: It is lost."]
)
def test_name_and_text_in_one_cell(cell: str) -> None:
    page = f"## Errors\n\n| Code | Text |\n|---|---|\n| 1 | {cell} |\n"
    columns = (("value", "Code"), ("name", "Text"), ("description", "Text"))
    found = transcribed(provider(["Errors"], columns=columns), page)
    (code,) = found.lists["List0"].code_list.codes
    assert (code.documented_name, code.description) == ("LOST", "It is lost.")
