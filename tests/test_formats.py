"""Pages in formats other than documents, and how the format of a page is found."""

import base64
import csv
import html
import io
import json
import re
from collections.abc import Callable
from email.message import EmailMessage
from xml.sax.saxutils import quoteattr

import pytest
from helpers_readers import contents, loose, only, problem, texts, titles
from provider_codes_generator.cli.app import parser
from provider_codes_generator.model import Refused
from provider_codes_generator.pages import columns, json_yaml, rest, rest_html
from provider_codes_generator.pages.decode import decode
from provider_codes_generator.pages.detect import detect
from provider_codes_generator.pages.readers import READERS, read
from provider_codes_generator.pages.text import fold
from hypothesis import given
from hypothesis import strategies as st

Rows = list[list[str]]

# Plain text in columns


def test_headings_of_plain_text() -> None:
    page = columns.read(
        "Top\n\n  What does\xa0it mean?\n\nThis is a sentence.\n\n992 Unauthorized sender\n\n"
        "2. More\n\n---\n\nThe following:\n\n" + "long " * 20 + "\n\nnot alone\nthis one\n"
    )
    assert [(heading.text, heading.level, heading.line) for heading in page.headings] == [
        ("Top", 1, 1),
        ("What does it mean?", 1, 3),
        ("2. More", 1, 9),
    ]
    assert [line for line, _ in loose(page)] == [5, 7, 11, 13, 15, 17, 18]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Error Code Description\nA_B one", 1),
        ("Error code Description\n\t1 one \n2\xa0two", 2),
        ("error code text\n1 one\n2 two\nAB_C three", 3),
        ("error code text\n1 one", None),
        ("error code text\n1 one\nthen more", None),
        ("Error code, Description\n1 one\n2 two", None),
        ("Error Code 7\n1 one\n2 two", None),
        ("Description\n1 one\n2 two", None),
        (
            "A Paragraph That Goes On For Longer Than Any Header Would Do In Truth\n1 one\n2 two",
            None,
        ),
    ],
)
def test_tables_that_cannot_be_split(text: str, rows: int | None) -> None:
    page = columns.read(f"Heading\n\n{text}\n\nafter.\n")
    lines = [fold(line) for line in text.split("\n")]
    if rows is None:
        # Two lines that begin with codes are a table of their own.
        found = [row.raw for table in page.tables for row in table.rows]
        assert sorted([*found, *(line for _, line in loose(page))]) == sorted([*lines, "after."])
        return
    table = only(page)
    assert (table.header, table.split, table.line) == ((lines[0],), False, 3)
    assert [texts(row) for row in table.rows] == [[line] for line in lines[1:]]
    assert [(row.raw, row.line) for row in table.rows] == list(zip(lines[1:], [4, 5, 6]))
    assert len(table.rows) == rows


def test_plain_text_has_no_markup() -> None:
    page = columns.read("Error Code\n12 when &single=1 &amp; `x` <b> [%code] {{ y }} {% z %}\n")
    cell = only(page).rows[0].cells[0]
    assert cell.text == "12 when &single=1 &amp; `x` <b> [%code] {{ y }} {% z %}"
    assert (cell.code, cell.rest, cell.links) == (None, cell.text, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A\tB\n1\tone two\n2\tthree", [["1", "one two"], ["2", "three"]]),
        ("A\tB\tC\n1\t\tone\n2\ttwo\t\n3\n", [["1", "", "one"], ["2", "two", ""], ["3", "", ""]]),
        ("A\t\tB\n1\t\tone\n2000\ttwo", [["1", "one"], ["2000", "two"]]),
        ("A   B\n1   one two\n2   three", [["1", "one two"], ["2", "three"]]),
        ("  A   B\n  1   one.  Two\n  2   three", [["1", "one. Two"], ["2", "three"]]),
        ("A \xa0B\n1\xa0\xa0one\n2  two", [["1", "one"], ["2", "two"]]),
        (
            "A   B    C\n1        one\n2   two\n33",
            [["1", "", "one"], ["2", "two", ""], ["33", "", ""]],
        ),
    ],
)
def test_tables_that_can_be_split(text: str, expected: list[list[str]]) -> None:
    table = only(columns.read(text))
    assert table.split
    assert table.header == tuple("ABC"[: len(expected[0])])
    assert [texts(row) for row in table.rows] == expected


PRINTED = """\
Error codes

Code    Meaning
1       It is shut
2       It is open
        or ajar

3       It is gone

Page 1 of 3
\fCode    Meaning
4       It is lost
see the manual

Page 2 of 3

5       late

Page 3 of 3
"""


def test_a_printed_table_goes_on_behind_blank_lines_and_page_breaks() -> None:
    page = columns.read(PRINTED)
    assert [heading.text for heading in page.headings] == ["Error codes"]
    assert [[(row.line, *texts(row)) for row in table.rows] for table in page.tables] == [
        [
            (4, "1", "It is shut"),
            (5, "2", "It is open"),
            (6, "", "or ajar"),
            (8, "3", "It is gone"),
        ],
        [(12, "4", "It is lost")],
        [(17, "5", "late")],
    ]
    assert {table.header for table in page.tables} == {("Code", "Meaning")}
    assert loose(page) == [
        (10, "Page 1 of 3"),
        (13, "see the manual"),
        (15, "Page 2 of 3"),
        (19, "Page 3 of 3"),
    ]


@pytest.mark.parametrize(
    ("behind", "rows", "headings"),
    [
        ("CC  c", ["AA", "BB", "CC"], []),
        ("3  c", ["AA", "BB"], []),
        ("1.2  More\n\nCC  c", ["AA", "BB"], ["1.2 More"]),
        ("More  text", ["AA", "BB"], []),
    ],
)
def test_what_is_no_row_behind_a_blank_line(
    behind: str, rows: list[str], headings: list[str]
) -> None:
    page = columns.read(f"Code  Text\nAA    a\nBB    b\n\n{behind}\n")
    assert [row.cells[0].text for row in page.tables[0].rows] == rows
    assert [heading.text for heading in page.headings] == headings
    assert len(page.tables[0].rows) + len(loose(page)) + len(headings) == 2 + len(
        behind.split("\n\n")
    )


def test_a_line_above_the_header_of_plain_text() -> None:
    table = only(columns.read("Errors:\nCode  Text\n1     a\n"))
    assert (titles(table), table.header) == (["Errors:"], ("Code", "Text"))


# Records


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        (
            '[{"a": 1, "b": "x"}, {"c": true, "a": 2}]',
            None,
            (("a", "b", "c"), [["1", "x", ""], ["2", "", "true"]]),
        ),
        (
            '{"7": {"a": "x"}, "8": {"b": "y"}}',
            None,
            (("key", "a", "b"), [["7", "x", ""], ["8", "", "y"]]),
        ),
        (
            '{"7": {"a": "x", "b": [{"c": 1}]}, "8": {"a": "y"}}',
            None,
            (("key", "a", "b"), [["7", "x", "1"], ["8", "y", ""]]),
        ),
        ('{"7": "x", "0123": null}', None, (("key", "value"), [["7", "x"], ["0123", ""]])),
        ('{"a": {"b": [[{"c": 1}]]}}', "a.b.0", (("c",), [["1"]])),
        (
            '[{"a": {"b": 1, "c": {"d": 2}}, "e": [1, "x"]}]',
            None,
            (("a.b", "a.c.d", "e"), [["1", "2", "1, x"]]),
        ),
        (
            '[{"a": "\\ud83d\\ude00 \\u00e9 \\\\ud83d \\/ \\t\\"x\\""}]',
            None,
            (("a",), [['😀 é \\ud83d / "x"']]),
        ),
        (
            '[{"a": 1e5, "b": 0.10, "c": "null"}]',
            None,
            (("a", "b", "c"), [["1e5", "0.10", "null"]]),
        ),
        (
            "- a: 0123\n  b: NO\n- a: 12:30\n  b: ~\n",
            None,
            (("a", "b"), [["0123", "NO"], ["12:30", ""]]),
        ),
        ("a:\n  b:\n  - c: x\xa0\xa0y\u200b\n", "a.b", (("c",), [["x y"]])),
    ],
)
def test_records(text: str, path: str | None, expected: object) -> None:
    table = only(json_yaml.read(text, path))
    assert (table.header, [texts(row) for row in table.rows]) == expected


@pytest.mark.parametrize(
    ("path", "headings"),
    [("S", ["S"]), ("S.enum", ["S", "enum"]), ("", ["S"])],
)
@pytest.mark.parametrize(
    ("schema", "header", "rows"),
    [
        ('{"enum": ["up", 2]}', ["value"], [["up"], ["2"]]),
        (
            '{"enum": ["up", 2], "x-enum-descriptions": ["It is up."]}',
            ["value", "description"],
            [["up", "It is up."], ["2", ""]],
        ),
        (
            '{"x-enumDescriptions": {"2": "B", "up": "A"}, "enum": ["up", 2], "x-enum-varnames": ["U", "T"]}',
            ["value", "name", "description"],
            [["up", "U", "A"], ["2", "T", "B"]],
        ),
        (
            '{"oneOf": [{"const": "up", "title": "U", "description": "A"}, {"const": 2, "title": "T"}]}',
            ["value", "name", "description"],
            [["up", "U", "A"], ["2", "T", ""]],
        ),
    ],
)
def test_the_values_of_a_schema(
    path: str, headings: list[str], schema: str, header: list[str], rows: list[list[str]]
) -> None:
    if path == "S.enum":
        path, headings = ("S.oneOf", ["S", "oneOf"]) if "oneOf" in schema else (path, headings)
    text = f'{{"a.b": {{"S": {schema}, "T": {{"type": "string"}}}}}}'
    table = only(read(text, None, f"a.b.{path}".rstrip(".")))
    assert titles(table) == ["a.b", *headings]
    assert (list(table.header), [texts(row) for row in table.rows]) == (header, rows)


def test_records_beside_those_at_the_path() -> None:
    """They are news if they have the same columns, or codes."""
    sms = '"sms": [{"code": 1, "text": "a"}]'
    voice = '"voice": [{"code": 7, "text": "b"}, {"code": 8, "text": "c"}]'
    fax = '"fax": {"7": "x"}'
    other = '"about": {"title": "x"}, "more": [{"code": 7, "text": "b"}], "less": {"7": "a"}'
    text = f'{{"errors": {{{sms}, {voice}, {fax}}}, {other}}}'
    assert not read('{"codes": {"a": "b"}, "about": {"title": "x"}}', None, "codes").elsewhere
    page = read(text, None, "errors.sms")
    assert titles(only(page)) == ["errors", "sms"]
    found = [(titles(table), table.header, len(table.rows)) for table in page.elsewhere]
    assert found == [
        (["errors", "voice"], ("code", "text"), 2),
        (["errors", "fax"], ("key", "value"), 1),
        (["more"], ("code", "text"), 1),
    ]
    page = read(text, None, "errors")
    assert [titles(table) for table in page.tables] == [
        ["errors", name] for name in ("sms", "voice", "fax")
    ]
    assert [titles(table) for table in page.elsewhere] == [["more"], ["less"]]


@pytest.mark.parametrize(
    ("text", "path", "whole"),
    [
        ('{"a": [{"b": 1}]}', "a", True),
        ('[{"b": 1}]', None, True),
        ("- b: 1\n- b: 2\n", None, False),
    ],
)
def test_records_that_end_verifiably(text: str, path: str | None, whole: bool) -> None:
    assert read(text, None, path).is_whole is whole


def test_where_records_stand() -> None:
    page = json_yaml.read(
        "x: 1\nerrors:\n  sms:\n    '7':\n      text: a\n    '8': {text: b}\n", "errors.sms"
    )
    assert [(heading.text, heading.level, heading.line) for heading in page.headings] == [
        ("errors", 1, 2),
        ("sms", 2, 3),
    ]
    assert titles(only(page)) == ["errors", "sms"]
    assert [(row.line, row.raw) for row in only(page).rows] == [
        (4, "key: 7, text: a"),
        (6, "key: 8, text: b"),
    ]


@pytest.mark.parametrize(
    ("text", "path", "message", "help"),
    [
        ('{"errors": [1]}', None, "no records at its top", ""),
        (
            '{"a": 1, "b": {"c": [{"d": 1}]}, "e": {"1": {"f": 2}}}',
            None,
            "no records at its top",
            "e, b.c",
        ),
        (
            '{"args": {"a": {"t": "x"}}, "errors": {"shut": "It is shut."}, "x": {"S": {"enum": ["a"]}}}',
            None,
            "no records at its top",
            "these paths: x.S, errors, args",
        ),
        ('{"b": {"c": [{"d": 1}]}, "e": {"f": "2"}}', None, "no records at its top", "b.c"),
        ('{"b": {"c": {"d": 1}}}', None, "no records at its top", "b"),
        ('{"errors": [{"a": 1}]}', "error", "no error at error", "did you mean errors?"),
        ('{"errors": [{"a": 1}]}', "errors.1", "no 1 at errors.1", "0"),
        ('{"errors": [{"a": 1}, 2]}', "errors", "no records at errors", ""),
        ('{"errors": []}', "errors", "no records at errors", ""),
        ('{"errors": {}}', "errors.x.y", "no x at errors.x.y", ""),
        ("a: &x [1]\nb: *x\n", "a", "line 1", ""),
        ("a: !!python/object:os.system [1]\n", "a", "line 1", ""),
        ('{"a": 1,\n "a": 2}', None, "line 2: duplicate key: a", ""),
        ('{"a": [1,\n', None, "line", ""),
        ("[" * 5000, None, "nested", ""),
        ('{"a": "\\ud83d"}', None, "line 1", ""),
        ("# nothing\n", "a", "empty", ""),
        ("just words", None, "no records at its top", ""),
    ],
)
def test_records_that_cannot_be_read(text: str, path: str | None, message: str, help: str) -> None:
    found = problem(text, "records", path).finding
    # A page that can be read may not have what is asked for.
    is_read = path is not None and message.startswith("no ")
    assert found.id == ("records-not-found" if is_read else "page-unreadable")
    assert message in found.message
    assert help in found.help


# CSV and TSV


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Code,Text\n1,one\n2,two\n", [(2, ["1", "one"]), (3, ["2", "two"])]),
        ("\ufeffCode;Text\r\n1;one, or so\r\n", [(2, ["1", "one, or so"])]),
        ("Code\tText\n1\tone\n\n2\t\n", [(2, ["1", "one"]), (4, ["2", ""])]),
        ('Code,Text\n1,"a\nb, ""c"""\n2,d', [(2, ["1", 'a b, "c"']), (4, ["2", "d"])]),
        ('Code\tText\n1\t"so" it is\n', [(2, ["1", '"so" it is'])]),
        ('Code, Text\n1, "one, or so"\n2, two', [(2, ["1", "one, or so"]), (3, ["2", "two"])]),
        (
            "Code,Text\n1\n" + "2,b\n" * 9,
            [(2, ["1", ""]), *((3 + n, ["2", "b"]) for n in range(9))],
        ),
    ],
)
def test_values_between_separators(text: str, rows: list[tuple[int, list[str]]]) -> None:
    assert detect(text) == "csv"
    table = only(read(text))
    assert (table.header, table.line) == (("Code", "Text"), 1)
    assert [(row.line, texts(row)) for row in table.rows] == rows


def test_lines_above_the_header_and_cells_behind_it() -> None:
    page = read("All codes\n\nCode;Text\n1;one;;more\n", "csv")
    assert loose(page) == [(1, "All codes")]
    (row,) = only(page).rows
    assert (texts(row), row.surplus, row.raw) == (["1", "one"], ("more",), "1;one;;more")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('Code,Text\n1,"one\n', "the quotes of a cell are wrong"),
        ("Code\n1\n", "no commas, semicolons or tabs"),
        ("a," * 100 + "b\n", "101 columns"),
    ],
)
def test_values_that_cannot_be_read(text: str, message: str) -> None:
    assert message in problem(text, "csv").finding.message


# reStructuredText

REST = """\
========
Balloons
========

Answers
-------

.. _answers:
.. a comment

====  ==================
Code  Meaning
====  ==================
301   It left
      the |depot|
302   See :ref:`air <x>`
====  ==================

Errors
------

.. list-table:: All errors
   :header-rows: 1
   :widths: 1 2 3

   * - Code
     - Meaning

   * - 7
     - ``Wet`` [#]_
   * - 8
     -

.. only:: html

   .. csv-table::
      :header: "Code", "Meaning"

      9, "So
      it is"
      10, "*Gone*"

+------+---------+
| Code | Meaning |
+======+=========+
| 11   | over    |
|      | two     |
+------+---------+
| 12             |
+------+---------+

.. |depot| replace:: old depot
.. [#] A note.
"""


def test_tables_in_restructured_text() -> None:
    assert detect(REST) == "rst"
    page = read(REST)
    headings = [(heading.text, heading.level, heading.line) for heading in page.headings]
    assert [each for each in headings if each[1] <= 6] == [
        ("Balloons", 1, 2),
        ("Answers", 2, 5),
        ("Errors", 2, 19),
    ]
    assert {table.header for table in page.tables} == {("Code", "Meaning")}
    assert [
        (titles(table)[1], row.line, texts(row)) for table in page.tables for row in table.rows
    ] == [
        ("Answers", 14, ["301", "It left the old depot"]),
        ("Answers", 16, ["302", "See air"]),
        ("Errors", 29, ["7", "Wet"]),
        ("Errors", 31, ["8", ""]),
        ("Errors", 39, ["9", "So it is"]),
        ("Errors", 41, ["10", "Gone"]),
        ("Errors", 46, ["11", "over two"]),
    ]
    assert page.tables[1].rows[0].cells[1].code == "Wet"
    assert (49, "12") in loose(page)


def test_a_list_of_codes_in_restructured_text() -> None:
    page = read("One\n===\n\n* 1 - a\n* 2 - b\n", "rst")
    assert contents(page) == [(["One"], ("code", "text"), [["1", "a"], ["2", "b"]])]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One\n===\n\n* 1 - a\n* two\n", ["1 - a", "two"]),
        (".. tab:: English\n\n   Text\n", ["English", "Text"]),
        (".. x:y:: a b\n   :option: 1\n", ["a b"]),
        (":cite:p:`Smith`, `b`:role: and :ref:`!c`\n", ["Smith, b and c"]),
        (".. code::\n\n   1 | 2\n\nText\n", ["Text"]),
        (".. raw:: html\n\n   1 one\n", [".. raw:: html", "1 one"]),
        (".. include:: /etc/passwd\n", [".. include:: /etc/passwd"]),
        ("====  ====\na     b\n====  ====\n12345678\n====  ====\n", ["a b", "12345678"]),
        (
            "A\n\n.. list-table::\n\n   * - 7\n     - b\n   * - 8\n\nB\n",
            ["A", ".. list-table::", "* - 7", "- b", "* - 8", "B"],
        ),
    ],
)
def test_what_is_no_table_in_restructured_text(text: str, lines: list[str]) -> None:
    page = read(text, "rst")
    found = [line for _, line in loose(page)]
    assert [line for line in found if line and "====" not in line] == lines
    for number, line in loose(page):
        assert line.split()[-1] in text.split("\n")[number - 1]


@pytest.mark.parametrize(
    "title", [".. tab:: A\n\n   Text.", ".. rubric:: A", ".. topic:: A\n\n   Text.", "**A**"]
)
def test_titles_in_restructured_text(title: str) -> None:
    table = "====  ====\na     b\n====  ====\n1     2\n====  ====\n"
    assert titles(only(read(f"Top\n~~~\n\n{title}\n\n{table}", "rst"))) == ["Top", "A"]


def test_objects_of_restructured_text() -> None:
    """Directives that describe objects, and definition lists, are definitions."""
    text = ".. py:data:: E_ONE\n\n   One.\n\n.. py:data:: E_TWO\n\n   Two.\n\n\nE_3\n  Three.\n"
    markup = rest_html.as_html(rest.parse(text), text)
    assert markup == (
        "<dl><dt>E_ONE</dt>\n\n<dd><p>One.</p></dd>\n\n<dt>E_TWO</dt>\n\n<dd><p>Two.</p></dd>"
        "\n\n\n<dt>E_3</dt>\n<dd><p>Three.</p></dd></dl>"
    )


def test_restructured_text_that_cannot_be_read() -> None:
    assert (
        "line 2 has more than 10,000 characters"
        in problem("A\n" + "=" * 10_001, "rst").finding.message
    )


# XML


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '<errors>\n<error code="1">a</error>\n<error code="2" x="y">b <b>c</b></error></errors>',
            [(["errors"], ("code", "text", "x"), [(2, ["1", "a", ""]), (3, ["2", "b c", "y"])])],
        ),
        (
            '<?xml version="1.0" encoding="x"?>\n<r xmlns="u"><title>All</title><r id="s"><title>S</title>\n'
            '<e><v>1</v><x k="a"/><x k="b"/></e>\n<e><v>2</v></e></r></r>',
            [(["All", "S"], ("v", "x.k"), [(3, ["1", "a, b"]), (4, ["2", ""])])],
        ),
        (
            '<!DOCTYPE a [<!ENTITY e SYSTEM "/etc/passwd">]>\n<a><sms><e c="1"><m>&e;</m></e>'
            '<e c="2"/></sms><voice name="V"><e c="1"/><e c="3"/></voice></a>',
            [
                (["a", "sms"], ("c", "m"), [(2, ["1", "&e;"]), (2, ["2", ""])]),
                (["a", "V"], ("c",), [(2, ["1"]), (2, ["3"])]),
            ],
        ),
        (
            '<a b="1">x<c>y</c><e k="1"/><w k="2"/></a>',
            [(["a", "e"], ("k",), [(1, ["1"])]), (["a", "w"], ("k",), [(1, ["2"])])],
        ),
    ],
)
def test_records_in_xml(text: str, expected: list[object]) -> None:
    assert detect(text) == "xml"
    page = read(text)
    assert page.is_whole
    assert [
        (titles(table), table.header, [(row.line, texts(row)) for row in table.rows])
        for table in page.tables
    ] == expected


def test_nothing_in_xml_vanishes() -> None:
    page = read('<a b="1">x<c>y</c>z<c/><e k="1"/></a>')
    assert loose(page) == [(1, "x z"), (1, "b: 1"), (1, "c: y")]


def test_people_in_xml_are_no_records() -> None:
    people = "<people>\n<person id='a'><name>A</name></person>\n<person id='b'/></people>"
    page = read(f"<registry><r c='1'/><r c='2'/>{people}</registry>")
    assert only(page).header == ("c",)
    assert loose(page) == [(1, "people: A")]


def test_records_without_fields_in_xml() -> None:
    assert not read("<?xml version='1.0'?><a><b><c/></b><b><c/></b></a>").tables


def test_xml_that_cannot_be_read() -> None:
    assert (
        "not XML that can be read" in problem("<?xml version='1.0'?>\n<a>", "xml").finding.message
    )
    assert problem('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a> x').finding.id == "page-unreadable"


# MHTML

MARKUP = "<h1>Caf\xe9</h1>\n<table>\n<tr><th>Code<th>Text\n<tr><td>1<td>one = 1\n</table>"


@pytest.mark.parametrize(
    ("encoding", "body", "line"),
    [
        (
            "quoted-printable",
            MARKUP.replace("=", "=3D").replace("\xe9", "=E9").replace("able", "ab=\nle"),
            13,
        ),
        ("base64", base64.b64encode(MARKUP.encode("latin-1")).decode(), 9),
        ("8bit", MARKUP, 12),
    ],
)
def test_a_page_in_mhtml(encoding: str, body: str, line: int) -> None:
    text = (
        "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\n"
        f"Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: {encoding}\n"
        f"\n{body}\n--B\nContent-Type: text/css\n\na {{}}\n--B--\n"
    )
    assert detect(text) == "mhtml"
    page = read(text)
    assert titles(only(page)) == ["Caf\xe9"]
    assert [(row.line, texts(row)) for row in only(page).rows] == [(line, ["1", "one = 1"])]


def test_a_message_without_html() -> None:
    message = problem(
        "MIME-Version: 1.0\nContent-Type: text/plain\n\nWords\n", "mhtml"
    ).finding.message
    assert message == "the message has no part in HTML"


# Formats that are not read


@pytest.mark.parametrize(
    ("body", "name", "help"),
    [
        (b"%PDF-1.7\n%\xff", "PDF", "pdftotext -layout"),
        (b"PK\3\4 word/document.xml \xff", "Word", "pandoc"),
        (b"PK\3\4 xl/workbook.xml \xff", "Excel", "CSV"),
        (b"= Codes\n\n|===\n|1 |one\n|===\n", "AsciiDoc", "asciidoctor"),
        (b'<article xmlns="http://docbook.org/ns/docbook"/>', "DocBook", "pandoc -f docbook"),
        (b"== A\n\n1:: one\n\n== B\n\n2:: two\n", "AsciiDoc", "asciidoctor"),
        (b"<!-- x -->\n<appendix>\n<table><tgroup cols='2'/>", "DocBook", "pandoc -f docbook"),
        (b"* Codes\n| Code | Text |\n|------+------|\n| 1 | one |\n", "Org", "pandoc -f org"),
        (b"||Code||Text||\n|1|one|\n", "Jira wiki", "pandoc -f jira"),
        (b".TH CODES 3\n.SH ERRORS\n", "man", "pandoc -f man"),
        (b"\\begin{tabular}{ll}\n1 & one\n", "LaTeX", "pandoc -f latex"),
    ],
)
def test_a_format_that_is_not_read(body: bytes, name: str, help: str) -> None:
    with pytest.raises(Refused) as caught:
        read(decode(body))
    finding = caught.value.finding
    assert (finding.id, finding.message) == (
        "page-format",
        f"the page is in the format {name}, which is not read",
    )
    assert help in finding.help and finding.help.endswith("and give that with --document")


def test_a_reader_that_is_named_reads_any_format() -> None:
    assert read("= Codes\n", "columns").headings


# The same rows in every format

PUNCTUATION = "!\"#$%&'()*,-./:;<=>?@[\\]^_`{|}~"


def written(text: str, escape: Callable[[str], str]) -> str:
    """The text with its punctuation escaped."""
    return "".join(escape(sign) if sign in PUNCTUATION else sign for sign in text)


def in_html(rows: Rows) -> str:
    cells = ["".join(f"<td>{html.escape(cell)}" for cell in row) for row in rows]
    return "<html><table><tr>" + "\n<tr>".join(cells) + "</table></html>"


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
    """The rows as reStructuredText has their texts."""
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
    assert detect(text) == reader
    table = only(read(text))
    assert [list(table.header), *map(texts, table.rows)] == rows
    lines = [row.line for row in table.rows]
    assert lines == sorted(lines) and (form == "mhtml" or lines[0] < lines[-1])


# Finding the reader


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        ("\n<!-- a -->\n<!-- [block:x] -->\n<!DOCTYPE HTML><p>", "html"),
        ("<HTML lang=en>\n| a |\n|---|", "html"),
        ("text\n<table><tr><td>x</td></tr></table>", "html"),
        ("# A\n\n<table><tr><td>x</td></tr></table>", "markdown"),
        ("a | b\n--|--\n1 | 2", "markdown"),
        ("# A\ntext: and more\n", "markdown"),
        ("#A\n", "columns"),
        ("[Home](/)\n\n## A\n", "markdown"),
        ("{% hint %}\n## A\n", "markdown"),
        ("# A\n[block:code]{}[/block]", "readme"),
        (' {"a": 1}', "records"),
        ('{"broken', "records"),
        ("[\n {}]", "records"),
        ("a:\n- b: 1\n", "records"),
        ("# remark\na:\n- b: 1\n", "records"),
        ("- b: 1\n- b: 2\n", "records"),
        ("'7': seven\n", "records"),
        ("- one\n- two\n", "columns"),
        ("Code Text\n1 one\n", "columns"),
        ("-----\nText\n", "columns"),
        ("a | b - c\n", "columns"),
        ("a\n||\n", "columns"),
        ("Hello, world\nGood, bad\nWell, well\n", "columns"),
        ("Dear John, hello\n\nsee you, soon\n", "columns"),
        ("a,b,c\n1,2\n3\n", "columns"),
        ("Code;Text\n1;# A\n", "csv"),
        ("# A\n\na, b\n", "markdown"),
        ("---\ntitle: A\n---\n\n* 1 - a\n", "markdown"),
        ("* 1 - a\n* 2 - b\n", "markdown"),
        ("**Errors**\n\n1 - a\n", "markdown"),
        ("Title\n=====\n\n301\n  Text.\n", "rst"),
        ("Title\n=====\n\nCode  Text\n1     a\n", "columns"),
        (".. code::\n\n   # comment\n", "rst"),
        ("**Ask**\n\nSo::\n\n  ask 1\n", "rst"),
        ("Title\n-----\n\nSee [it](x).\n", "markdown"),
        ("a,b,c,d\n1,x,y\n2,x,y\n3,x,y,z\n", "csv"),
        ("All;;\nCode;Text;\n1;x;\n", "csv"),
        ("# A\n\n.. and so on\n", "markdown"),
        ("<?xml version='1.0'?>\n<html><body/></html>", "html"),
        ("<div><p>1</p></div>", "columns"),
        ("<Note>\n# A\n</Note>", "xml"),
        ("<Note>\n# A\n</Note>\nText\n", "markdown"),
    ],
)
def test_the_reader_that_suits_a_page(text: str, reader: str) -> None:
    assert detect(text) == reader


def test_the_reader_that_a_spec_names(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Error Code\n1 | one\n\n# A\n"
    assert detect(text) == "markdown"
    assert only(read(text, "columns")).header == ("Error Code",)
    assert not read(text, "markdown").tables
    with pytest.raises(SystemExit):
        parser().parse_args(["new", "--help"])
    help = capsys.readouterr().out.split("--reader")[-1]
    assert all(re.search(rf"\b{name}\b", help) for name in READERS)


def test_a_path_is_for_records() -> None:
    assert only(read("# a\na:\n- b: 1\n", path="a")).header == ("b",)
    assert problem("# a", "markdown", "a").finding.id == "path-unused"


def test_an_unknown_reader() -> None:
    found = problem("# a", "markdwon").finding
    assert (found.id, found.help) == ("unknown-reader", "did you mean markdown?")
    assert found.message == f"there is no reader called markdwon, only {', '.join(READERS)}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# A\n\ncan\x92t\n", 3),
        ("<p>\n<table><tr><td>a\x07<td>b</table>", 2),
        ("Code,Text\n1,one\n2,t\x80o\n", 3),
        ('[{"a": 1},\n{"a": "\\u0007"}]', 2),
        ("Top\x1bic\n", 1),
    ],
)
def test_a_control_character(text: str, line: int) -> None:
    message = problem(text).finding.message
    assert re.search(rf"line {line}: the (control )?character U\+00", message)


def test_white_space_of_old_terminals() -> None:
    assert loose(read("a\x0bb.\x0c\n\x85c.\n", "columns")) == [(1, "a b."), (2, "c.")]


@pytest.mark.parametrize("text", ["", " \n\xa0\t", "\ufeff"])
@pytest.mark.parametrize("reader", [None, *READERS])
def test_an_empty_page(text: str, reader: str | None) -> None:
    assert str(problem(text, reader)) == "the page is empty"
