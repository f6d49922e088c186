"""Pages to tables: what is read from each page, in every format.

The pages, most of them about a fictional post of pigeons, are files in tests/pages, one for each
format, with what is read from them.
"""

import csv
import html
import io
import json
import re
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest
from helpers_cases import Goldens, cases, rendered
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from provider_codes_generator.cli.app import parser
from provider_codes_generator.model import Refused
from provider_codes_generator.pages.decode import decode
from provider_codes_generator.pages.detect import detect
from provider_codes_generator.pages.page import Cell, Page, Row, Table
from provider_codes_generator.pages.readers import READERS, read
from provider_codes_generator.pages.text import fold
from provider_codes_generator.spec.shapes import DOCUMENT, Choice

PAGES = Path(__file__).parent / "pages"

Rows = list[list[str]]

WORDS = re.compile(r"[^\s|,;`+]+").findall


# The content of a page, as lines


def shown(page: Page, at: str | None = None) -> Iterator[str]:
    """All that is read at a path: lines of headings, tables with their rows, and loose lines."""
    if page.is_whole or page.title:
        yield f"{page.title or ''} ({'whole' if page.is_whole else 'open'})".strip()
    for heading in page.headings:
        yield f"{heading.line} {'#' * heading.level} {heading.text}"
    for table in page.tables:
        yield from shown_table("table" if table.records_path == at else "elsewhere", table)
    for line in page.loose:
        yield f"{line.line} loose [{path(line)}] {line.text}"


def shown_table(kind: str, table: Table) -> Iterator[str]:
    """A table, and a line for each row; the text on the page only if the cells do not have it."""
    yield f"{table.line} {kind} [{path(table)}] {' | '.join(table.header)}"
    if table.intro:
        yield f"  intro: {table.intro}"
    for row in table.rows:
        cells = " | ".join(map(shown_cell, row.cells)) + "".join(
            f" + {each}" for each in row.surplus
        )
        is_shown = WORDS(row.raw) == WORDS(cells)
        raw = "" if is_shown else f"    {row.raw}"
        yield f"  {row.line}: {'~' if row.marks & {'struck', 'hidden'} else ''}{cells}{raw}"


def shown_cell(cell: Cell) -> str:
    """The text of a cell, its inline code and the rest, and its links."""
    text = cell.text
    if cell.code is not None:
        text = f"`{cell.code}` {cell.rest}".rstrip()
        if cell.text != f"{cell.code} {cell.rest}".rstrip():
            text = f"{cell.text} ({text})"
    return text + "".join(f" <{link}>" for link in cell.links)


def path(part: Any) -> str:
    """The headings above a table or a loose line."""
    return " / ".join(heading.text for heading in part.path)


def texts(row: Row) -> list[str]:
    """The texts of the cells of a row."""
    return [cell.text for cell in row.cells]


def outcome(text: str, named: str, path: str | None = None) -> Iterator[str]:
    """The reader for a page, and what it reads; or what the named reader reads."""
    reader = named if named in READERS or named == "markdwon" else None
    try:
        text = decode(text.encode("latin-1")) if named == "bytes" else text
        suits = suited(text)
        yield suits + (f", read as {reader}" if reader not in (None, suits) else "")
        yield from shown(read(text, reader, path), path)
    except Refused as caught:
        yield f"{caught.finding.id}: {caught.finding.message}; {caught.finding.help}"


def suited(text: str) -> str:
    """The reader for a page, or the id of the finding that there is none."""
    try:
        return detect(text)
    except Refused as caught:
        return caught.finding.id


def test_content_of_pages(goldens: Goldens) -> None:
    texts: dict[str, str] = {}
    for path in PAGES.glob("*.txt"):
        kind = path.stem
        texts[path.name] = rendered(path, lambda case: outcome(case.page, *case.options or [kind]))
    goldens(PAGES, texts)


def test_the_words_for_readers(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["new", "--help"])
    help = capsys.readouterr().out.split("--reader")[-1]
    assert all(re.search(rf"\b{name}\b", help) for name in READERS)
    assert DOCUMENT.keys["reader"].kind == Choice(tuple(READERS))


@pytest.mark.parametrize("text", ["", " \n\xa0\t", "\ufeff"])
@pytest.mark.parametrize("reader", [None, *READERS])
def test_an_empty_page(text: str, reader: str | None) -> None:
    with pytest.raises(Refused, match="^the page is empty$"):
        read(text, reader)


# The same rows in every format

PUNCTUATION = "!\"#$%&'()*,-./:;<=>?@[\\]^_`{|}~"


def written(text: str, escape: Callable[[str], str]) -> str:
    """The text with its punctuation escaped."""
    return "".join(escape(sign) if sign in PUNCTUATION else sign for sign in text)


def in_html(rows: Rows) -> str:
    return f"<html>{table_in_html(rows)}</html>"


def table_in_html(rows: Rows) -> str:
    cells = ["".join(f"<td>{html.escape(cell)}" for cell in row) for row in rows]
    return "<table><tr>" + "\n<tr>".join(cells) + "</table>"


def in_markdown(rows: Rows) -> str:
    first, *others = [
        f"| {' | '.join(written(cell, lambda sign: f'&#{ord(sign)};') for cell in row)} |\n"
        for row in rows
    ]
    return "".join([first, "|---|---|---|\n", *others])


def in_columns(rows: Rows) -> str:
    widths = [max(map(len, column)) for column in zip(*rows)]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths)) + "\n" for row in rows
    )


def in_values(rows: Rows, separator: str) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=separator).writerows(rows)
    return file.getvalue()


def in_mhtml(rows: Rows) -> str:
    message = EmailMessage()
    message.set_content(in_html(rows), "html", cte="quoted-printable")
    return message.as_string()


def escaped(rows: Rows) -> Rows:
    """The rows with their texts as in reStructuredText."""
    return [[written(cell, lambda sign: "\\" + sign) for cell in row] for row in rows]


def in_simple_table(rows: Rows) -> str:
    border = "=" * 90
    rows = [[border] * 3, *escaped(rows)[:1], [border] * 3, *escaped(rows)[1:], [border] * 3]
    return in_columns(rows)


def in_grid(rows: Rows) -> str:
    width = 90
    lines = [f"|{'|'.join(f' {cell}'.ljust(width) for cell in row)}|\n" for row in escaped(rows)]
    borders = [f"+{'+'.join([sign * width] * 3)}+\n" for sign in "-=" + "-" * len(rows)]
    return borders[0] + "".join(map("".join, zip(lines, borders[1:])))


def in_list_table(rows: Rows) -> str:
    items = ["\n     - ".join(row) for row in escaped(rows)]
    return ".. list-table::\n   :header-rows: 1\n\n" + "".join(f"   * - {item}\n" for item in items)


def in_csv_table(rows: Rows) -> str:
    lines = in_values(escaped(rows), ",").splitlines()
    return ".. csv-table::\n   :header-rows: 1\n\n" + "".join(f"   {line}\n" for line in lines)


def in_attributes(rows: Rows) -> str:
    records = [zip(rows[0], map(quoteattr, row)) for row in rows[1:]]
    elements = [" ".join(f"{name}={value}" for name, value in record) for record in records]
    return "<codes><code " + "/>\n<code ".join(elements) + "/></codes>"


def in_elements(rows: Rows) -> str:
    records = [zip(rows[0], map(html.escape, row)) for row in rows[1:]]
    elements = ["".join(f"<{name}>{text}</{name}>" for name, text in record) for record in records]
    return "<?xml version='1.0'?><a><b>" + "</b>\n<b>".join(elements) + "</b></a>"


def in_json(rows: Rows) -> str:
    return json.dumps([dict(zip(rows[0], row)) for row in rows[1:]], indent=1)


def in_yaml(rows: Rows) -> str:
    first, *others = rows
    return "".join(
        f"- {first[0]}: {code}\n  {first[1]}: {json.dumps(name)}\n  {first[2]}: {json.dumps(text)}\n"
        for code, name, text in others
    )


FORMATS: dict[str, tuple[str, Callable[[Rows], str]]] = {
    "html": ("html", in_html),
    "markdown": ("markdown", in_markdown),
    "columns": ("columns", in_columns),
    "commas": ("csv", lambda rows: in_values(rows, ",")),
    "semicolons": ("csv", lambda rows: in_values(rows, ";")),
    "tabs": ("csv", lambda rows: in_values(rows, "\t")),
    "mhtml": ("mhtml", in_mhtml),
    "simple table": ("rst", in_simple_table),
    "grid": ("rst", in_grid),
    "list-table": ("rst", in_list_table),
    "csv-table": ("rst", in_csv_table),
    "attributes": ("xml", in_attributes),
    "elements": ("xml", in_elements),
    "json": ("records", in_json),
    "yaml": ("records", in_yaml),
}
CELLS = st.text(f"ab1 Eé{PUNCTUATION}", max_size=20).map(fold)
TABLES = st.lists(st.tuples(CELLS, CELLS), min_size=2, max_size=5).map(
    lambda cells: [
        ["Code", "Name", "Meaning"],
        *([str(code), f"N{name}", f"M{text}"] for code, (name, text) in enumerate(cells, start=1)),
    ]
)


@pytest.mark.parametrize("form", FORMATS)
@given(TABLES)
def test_a_table_reads_as_the_same_rows_in_every_format(form: str, rows: Rows) -> None:
    reader, write = FORMATS[form]
    text = write(rows)
    # Cells with equally many commas, semicolons or pipes in each line are CSV.
    has_separators = any(sign in cell for row in rows for cell in row for sign in ",;|")
    assume(form != "columns" or not has_separators or detect(text) == reader)
    assert detect(text) == reader
    (table,) = read(text).tables
    assert [list(table.header), *map(texts, table.rows)] == rows
    lines = [row.line for row in table.rows]
    assert lines == sorted(lines) and (form == "mhtml" or lines[0] < lines[-1])


# Any text

FORMS = [case.page for case in cases(PAGES / "post.txt")]
PIECES = st.sampled_from(
    "| |-| |:-:| ` ``` \\ # ## ###A [block:code] [block:parameters] [/block] {% %} {{ }} <table> "
    "</table> <tr> <td> <td colspan=3> <th rowspan=0> </td> <h1> </h2> <code> </code> <pre> <!-- --> "
    "<script> <a href= <br/> &nbsp; &#0; \" ' { } [ ] : , - --- *a &b !!c ~ \t \0 \x0b \x85 \u2028 "
    "\xa0 \u200b \ufeff \ud800 😀 (id: Element:h1 Node: 1 A_B codes".split(" ")
    + ["\n", "\r\n", "\r", "\n\n", "  ", "\n    ", "\n- ", "\n> "]
)


def check(page: Page, text: str) -> None:
    """Check what holds for every page."""
    last = len(re.split("\r\n|\r|\n", text))
    for heading in page.headings:
        assert heading.text and heading.text == fold(heading.text)
        assert heading.level >= 1 and 1 <= heading.line <= last
    for table in page.tables:
        check_path(table.path, page)
        assert 1 <= table.line <= last
        assert table.intro == fold(table.intro)
        for row in table.rows:
            assert len(row.cells) == len(table.header)
            assert table.line <= row.line <= last
            assert row.raw == fold(row.raw)
            for cell in row.cells:
                check_cell(cell)
    for line in page.loose:
        check_path(line.path, page)
        assert line.text and line.text == fold(line.text)
        assert 1 <= line.line <= last


def check_path(path: tuple[Any, ...], page: Page) -> None:
    """A path goes down, over headings of the page."""
    levels = [heading.level for heading in path]
    assert levels == sorted(set(levels))
    assert set(path) <= set(page.headings)


def check_cell(cell: Cell) -> None:
    """The parts of a cell are folded, and there is no empty code."""
    for text in (cell.text, cell.rest, cell.code or ""):
        assert text == fold(text)
    assert cell.code != ""
    if cell.code is None:
        assert cell.rest == cell.text


def read_by_all(text: str) -> None:
    """Read a text by every reader, and by the one that is detected."""
    for reader in (None, *READERS):
        try:
            page = read(text, reader)
        except Refused as caught:
            assert caught.finding.message
        else:
            check(page, text)


fuzzed = settings(suppress_health_check=[HealthCheck.too_slow])


@fuzzed
@given(st.text() | st.lists(PIECES | st.text(max_size=5)).map("".join))
@example("\ud800")
@example("<td>x")
@example("|\n|-|")
def test_any_text_is_a_page_or_a_problem(text: str) -> None:
    read_by_all(text)


@st.composite
def damaged_pages(draw: st.DrawFn) -> str:
    """Pages in each format, with changes in a few places."""
    form = draw(st.sampled_from(FORMS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(form)))
        end = draw(st.integers(start, min(len(form), start + 40)))
        form = form[:start] + draw(PIECES | st.just("")) + form[end:]
    return form


@fuzzed
@given(damaged_pages())
def test_a_damaged_page_is_a_page_or_a_problem(text: str) -> None:
    read_by_all(text)


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        ("html", "<ol start=99><li>{}l<li>b</ol>"),
        ("markdown", "99. {}l"),
        ("markdown", "99. {}l\x0c"),
        ("rst", "99. {}l"),
        (
            "html",
            "<p role=tablist><a role=tab>A{}\x0c</a><p role=tabpanel><table><td>1<td>b</table>",
        ),
    ],
)
def test_a_control_character_is_reported(reader: str, text: str) -> None:
    """The parser of HTML returns control characters, but does not accept them back."""
    texts = [heading.text for heading in read(text.format("x"), reader).headings]
    try:
        page = read(text.format("\x08"), reader)
    except Refused as refused:
        assert "control character U+0008" in refused.finding.message
    else:
        assert [heading.text for heading in page.headings] == [
            each.replace("x", "\ufffd") for each in texts
        ]
