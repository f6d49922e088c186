"""Pages to tables: the five real pages where they are to be had, and pages of our own.

The pages here are about a post of pigeons that does not exist. Each says the same in
another form, and in the forms that a page takes when it is edited without a fact changing.
"""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from helpers_readers import contents, loose, only, texts, titles
from provider_codes_generator.pages import html
from provider_codes_generator.pages import markdown
from provider_codes_generator.pages import readme
from provider_codes_generator.pages.detect import detect
from provider_codes_generator.pages.page import Cell, Page, Table
from provider_codes_generator.pages.readers import READERS, read
from provider_codes_generator.pages.text import fold
from provider_codes_generator.model.findings import Refused
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent
PAGES = Path(os.environ.get("PROVIDER_PAGES", ROOT.parent / "shared/documents"))

real = pytest.mark.skipif(not PAGES.is_dir(), reason="the pages are not here")


# The real pages


def real_page(name: str) -> Page:
    """One of the five pages, by the reader that looking at it finds."""
    return read((PAGES / name).read_text(encoding="utf-8"))


@real
def test_the_errata_of_a_real_page_can_be_quoted() -> None:
    page = real_page("smspartner.md")
    assert (25, "992 Unauthorized sender") in loose(page)
    broken = [row for table in page.tables for row in table.rows if row.line == 266]
    assert [row.raw for row in broken] == [
        "| 508 | false | | 509 | false | EC_DUPLICATED_INVOKE_ID | General network protocol error, "
        "caused by operator network protocol versions or incompatible parameters between two "
        "network components. |"
    ]
    assert texts(broken[0]) == ["508", "false", "", "509"]


@real
def test_the_oddities_of_a_flattened_real_page() -> None:
    page = real_page("infobip.txt")
    rows = {
        (titles(table)[1], row.cells[0].text): row for table in page.tables for row in table.rows
    }
    push = rows["Push notifications status codes", "65"]
    assert push.cells[1].code == "REJECTED_NO_APPLICATION"
    assert push.cells[1].links == ("/docs/push-application-get", "/push/applications")
    assert {row.line for row in rows.values()} == {15}
    assert push.raw.startswith("|65|`REJECTED_NO_APPLICATION `<ul><li>The status occurs")
    assert push.raw.endswith("[here](/push/applications).</li></ul>|")
    group = next(table for table in page.tables if "EXPIRED" in titles(table)[-1])
    assert titles(group) == [
        "API Status codes",
        "General status codes",
        "EXPIRED (group id: 4) - general status codes",
    ]
    assert group.intro.startswith("Message has been sent, and has either expired due to being")
    assert group.intro.endswith("reverted the expired as a final status.")
    assert not any("groupId" in line.text or "Find code name" in line.text for line in page.loose)


# The same facts in every form

HEADER = ("Code", "Name", "Meaning")
FACTS = [
    ["7", "NO_PIGEON", "No pigeon was at home."],
    ["8", "TOO_HEAVY", "The letter weighs more than 20 g & will not fly."],
    ["12", "HAWK", "A hawk was seen."],
]
LOST = [["1", "RAIN", "It rained."], ["7", "GONE", "The pigeon did not return."]]

MARKDOWN = """\
# Pigeon post

Ask before you send.

## Refused letters

The letter stays with you.

| Code | Name | Meaning |
| ---: | :--- | --- |
| 7 | `NO_PIGEON` | No pigeon was at home. |
| 8 | `TOO_HEAVY` | The letter weighs more than 20 g &amp; will not fly. |
| 12 | `HAWK` | A hawk was seen. |

## Lost letters

| Code | Name | Meaning |
|------|------|---------|
| 1 | RAIN | It rained. |
| 7 | GONE | The pigeon did *not* return. |
"""

GITBOOK = """\
> The index of all pages is [here](https://pigeons.example/llms.txt).

# Pigeon post

Ask before you send.

## Refused letters

The letter stays with you.

<table data-full-width="true"><thead><tr><th width="90">Code</th><th>Name</th><th>Meaning</th></tr></thead>
<tbody><tr><td>7</td><td><code>NO_PIGEON</code></td><td>No pigeon<br>was at home.</td></tr>

<tr><td>8</td><td><code>TOO_HEAVY</code></td><td><p>The letter weighs more than 20&nbsp;g &amp; will</p><p>not fly.</p></td></tr>
<tr><td>12</td><td><code>HAWK</code></td><td>A <strong>hawk</strong> was seen.</td></tr></tbody></table>

{% hint style="warning" %}
Hawks are {{ dangerous }}.
{% endhint %}

## Lost letters

{% tabs %}
{% tab title="All" %}
| Code | Name | Meaning |
|------|------|---------|
| 1 | RAIN | It rained. |
| 7 | GONE | The pigeon did not return. |
{% endtab %}
{% endtabs %}
"""

HTML = """\
<!DOCTYPE html>
<!-- saved from url=(0030)https://pigeons.example/errors -->
<html><head><title>Errors</title><style>td {}</style></head>
<body>
<nav><h2>Menu</h2><a href="/">Home</a></nav>
<h1 id="top">Pigeon post<a class="headerlink" href="#top">¶</a></h1>
<p>Ask before you send.</p>
<h2>Refused&nbsp;letters</h2>
<p>The letter
stays with you.</p>
<table class="t">
<thead><tr><th>Code<th>Name<th>Meaning</thead>
<tbody>
<tr><td>7</td><td><code>NO_PIGEON</code><button>Copy</button></td>
    <td>No pigeon was at home.</td></tr>
<tr><td>8</td><td><code>TOO_<wbr>HEAVY</code></td><td>The letter weighs more than 20 g &amp; will<br>not fly.</td></tr>
<tr><td>12<td><code>HAWK</code><td><ul><li>A hawk</li><li>was seen.</li></ul>
</table>
<script>document.write("<table><tr><td>7</td></tr></table>")</script>
<h2>Lost letters</h2>
<table><tr><td>Code</td><td>Name</td><td>Meaning</td></tr>
<tr><td>1</td><td>RAIN</td><td>It rained.</td></tr>
<tr hidden><td>2</td><td>SNOW</td><td>It snowed.</td></tr>
<tr><td>7</td><td>GONE</td><td>The pigeon did <em>not</em> return.</td></tr></table>
</body></html>
"""

# A page in one line, its line 2.
README = (
    "#Pigeon post\n"
    'Ask before you send. [block:callout] { "body": "##Not a heading |a| |-| |b|" } [/block] '
    '[block:code] { "codes": [ { "code": "{\\"id\\": 7, \\"name\\": \\"NO\\"}" } ] } [/block] '
    "##Refused letters ###FLIGHT (group id: 3) - refused codes The letter stays with you. "
    "|Code|Name|Meaning| |-|-|-| |7|`NO_PIGEON`|No pigeon was at home.| "
    "|8|`TOO_HEAVY`|<ul><li>The letter weighs more than 20 g &amp; will<br />not fly.</li></ul>| "
    "|12|`HAWK`|A hawk was seen.| "
    '[block:api-header] { "type": "basic", "title": "Lost letters" } [/block] '
    "|Code|Name|Meaning| |-|-|-| |1|RAIN|It rained.| |7|GONE|The pigeon did *not* return.|\n"
)

RECORDS = '[{"Code": 7, "Name": "NO_PIGEON"},\n {"Code": 8, "Name": "TOO_HEAVY"}]'
COLUMNS = "Codes\n\nCode  Name       Meaning\n7     NO_PIGEON  No pigeon was at home.\n"


@pytest.mark.parametrize(
    ("text", "reader", "path", "tab"),
    [
        (MARKDOWN, "markdown", ["Pigeon post"], []),
        (GITBOOK, "markdown", ["Pigeon post"], ["All"]),
        (HTML, "html", ["Pigeon post"], []),
    ],
    ids=["markdown", "gitbook", "html"],
)
def test_the_same_facts_in_every_form(
    text: str, reader: str, path: list[str], tab: list[str]
) -> None:
    assert detect(text) == reader
    page = read(text)
    assert contents(page) == [
        ([*path, "Refused letters"], HEADER, FACTS),
        ([*path, "Lost letters", *tab], HEADER, LOST),
    ]
    assert [table.intro for table in page.tables] == ["The letter stays with you.", ""]
    assert all(table.split for table in page.tables)


def test_the_same_facts_in_a_flattened_page() -> None:
    assert detect(README) == "readme"
    page = read(README)
    group = "FLIGHT (group id: 3) - refused codes"
    assert contents(page) == [
        (["Pigeon post", "Refused letters", group], HEADER, FACTS),
        (["Lost letters"], HEADER, LOST),
    ]
    assert [table.intro for table in page.tables] == ["The letter stays with you.", ""]
    assert {row.line for table in page.tables for row in table.rows} == {2}
    assert [row.raw for row in page.tables[1].rows] == [
        "|1|RAIN|It rained.|",
        "|7|GONE|The pigeon did *not* return.|",
    ]
    assert loose(page) == [(2, "Ask before you send."), (2, "The letter stays with you.")]


@pytest.mark.parametrize("text", [MARKDOWN, GITBOOK, HTML])
def test_a_name_in_code_is_found_in_its_cell(text: str) -> None:
    refused, lost = read(text).tables
    assert [row.cells[1].code for row in refused.rows] == ["NO_PIGEON", "TOO_HEAVY", "HAWK"]
    assert [row.cells[1].code for row in lost.rows] == [None, None]


def test_lines_of_the_page() -> None:
    expected = {
        MARKDOWN: ([9, 17], [[11, 12, 13], [19, 20]]),
        GITBOOK: ([11, 25], [[12, 14, 15], [27, 28]]),
        HTML: ([11, 21], [[14, 16, 17], [22, 24]]),
    }
    for text, lines in expected.items():
        page = read(text)
        rows = [[row.line for row in table.rows] for table in page.tables]
        assert ([table.line for table in page.tables], rows) == lines


# What pages do without a fact changing


def bound(page: Page) -> dict[str, tuple[str | None, str]]:
    """The refused letters as a binding by heading and column names has them."""
    found: dict[str, tuple[str | None, str]] = {}
    for table in page.tables:
        if any(title.startswith("Refused letters") for title in titles(table)):
            code, meaning = table.header.index("Code"), table.header.index("Meaning")
            for row in table.rows:
                text = row.cells[meaning]
                name = text.code
                if "Name" in table.header:
                    cell = row.cells[table.header.index("Name")]
                    name = cell.code or cell.text
                found[row.cells[code].text] = (name, text.rest)
    return found


def edited(text: str, *changes: tuple[str, str]) -> str:
    """The text with each change made; one that changes nothing would prove nothing."""
    for old, new in changes:
        changed = re.sub(old, new, text, flags=re.MULTILINE)
        assert changed != text, old
        text = changed
    return text


BOUND = {code: (name, text) for code, name, text in FACTS}
# The braces stand for what a page can have around the text behind a name.
NAMED = """\
## Refused letters

| Code | Meaning |
|------|---------|
| 7 | `NO_PIGEON`{No pigeon was at home.} |
| 8 | `TOO_HEAVY`{The letter weighs more than 20 g &amp; will not fly.} |
| 12 | `HAWK`{A hawk was seen.} |
"""
SURVIVED = {
    "a heading with an anchor": edited(
        MARKDOWN, ("Refused letters", r"Refused letters {#refused}")
    ),
    "a heading with an HTML anchor": edited(
        MARKDOWN, ("Refused letters", '<a name="r"></a>Refused letters <a href="#r" id="r"></a>')
    ),
    "a heading in bold": edited(MARKDOWN, ("Refused letters", "**Refused** letters")),
    "a blank that does not break": edited(
        MARKDOWN,
        ("## Refused letters", "##\xa0Refused\xa0letters"),
        ("^\\| ", "|\xa0"),
        (" g ", "\xa0g "),
    ),
    "a rule with such blanks": edited(MARKDOWN, ("\\| ---: \\|", "|\xa0---:\xa0|")),
    "a table indented by such blanks": edited(MARKDOWN, (r"^\|", "\xa0\xa0\xa0\xa0|")),
    "columns in another order": edited(MARKDOWN, (r"^\|(.*)\|(.*)\|(.*)\|$", r"|\3|\1|\2|")),
    "an alignment row of dashes": edited(MARKDOWN, (r"\| ---: \| :--- \| --- \|", "|—|–|—|")),
    "one closing pipe missing": edited(MARKDOWN, (r"(NO_PIGEON.*) \|$", r"\1")),
    "a name in the middle of the text": NAMED.replace("`HAWK`{A hawk", "A `HAWK`{hawk")
    .replace("{", " ")
    .replace("}", " "),
    "what cannot be seen": edited(
        MARKDOWN, ("No pigeon", "No\u200b pi\u00adgeon"), ("Refused", "Re\u00adfused")
    ),
    "a byte order mark": "\ufeff" + MARKDOWN,
    "front matter": "---\ntitle: Errors: all\ntags:\n  - post\n---\n" + MARKDOWN,
    "a remark in the heading's quotation": edited(
        MARKDOWN, ("^The letter stays", "> #### Note\n> So be it.\n\nThe letter stays")
    ),
    "an example in a fence": edited(
        MARKDOWN, ("^The letter stays", "```\n## Found letters\n```\n\nThe letter stays")
    ),
    "HTML without its own headers": edited(HTML, ("</?thead>", ""), ("<th>", "<td>")),
    "HTML with blanks that do not break": edited(
        HTML, (r"NO_PIGEON|(?<=>)7(?=<)", r"&nbsp;\g<0>&#160;")
    ),
    "flattened, padded": edited(README, (r"\|(?=[^ ])", "| "), (r"(?<=[^ ])\|", " |")),
    "flattened, with blanks in the headings": edited(README, ("##(?=[A-Z])", "## ")),
    "flattened, another rule": edited(README, (r"\|-\|-\|-\|", "|:--|:-:|---|")),
    "on lines of its own": edited(README, (r" (?=##|\|)", "\n")),
}


@pytest.mark.parametrize("text", SURVIVED.values(), ids=SURVIVED.keys())
def test_a_binding_survives_what_pages_do(text: str) -> None:
    page = read(text)
    found = {code: facts for code, facts in bound(page).items() if code}
    assert found == BOUND


# Cells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Cell("")),
        ("plain", Cell("plain", None, "plain")),
        ("`A`", Cell("A", "A", "")),
        ("` A\xa0 B `", Cell("A B", "A B", "")),
        ("`A` text of `B`", Cell("A text of B", "A", "text of B")),
        ("the `A`s", Cell("the As", "A", "the s")),
        ("<code>A_<wbr>B</code>text", Cell("A_Btext", "A_B", "text")),
        ("x`A`y", Cell("xAy", "A", "x y")),
        ("<code>A<b>B</b>C</code>d", Cell("ABCd", "ABC", "d")),
        ("<code>A<code>B</code>C</code>d", Cell("ABCd", "ABC", "d")),
        ("a</code>b `C`", Cell("ab C", "C", "ab")),
        ("a<select>b<button>c</button>d</select>e", Cell("ae", None, "ae")),
        ("<script>a`B`<a href=c>", Cell("")),
        ("` ` then `A`", Cell("then A", "A", "then")),
        ("**`A`**<br>x", Cell("A x", "A", "x")),
        ("`a < b & c`", Cell("a < b & c", "a < b & c", "")),
        ("`&amp;`", Cell("&amp;", "&amp;", "")),
        ("a &lt;b&gt; &amp; &copy;", Cell("a <b> & ©", None, "a <b> & ©")),
        ("set &param to 1", Cell("set &param to 1", None, "set &param to 1")),
        ("send <number> to <b>us</b>", Cell("send <number> to us", None, "send <number> to us")),
        ("a <Badge/> b <x-y>c</x-y>", Cell("a b c", None, "a b c")),
        ("a<!-- b -->c<script>d</script>e", Cell("ace", None, "ace")),
        (
            "<https://a.example>",
            Cell("https://a.example", None, "https://a.example", ("https://a.example",)),
        ),
        ("[x](/a) <A HREF='/b?c&amp;d'>y</A>", Cell("x y", None, "x y", ("/a", "/b?c&d"))),
        ("![yes](y.png) <img alt=no>", Cell("yes no", None, "yes no")),
        ("<ul><li>a</li><li>b</li></ul>", Cell("a b", None, "a b")),
        (r"A\_B\*", Cell("A_B*", None, "A_B*")),
        ("snake_case_name *", Cell("snake_case_name *", None, "snake_case_name *")),
        ("{% raw %}{{ 1 + 1 }}", Cell("{% raw %}{{ 1 + 1 }}", None, "{% raw %}{{ 1 + 1 }}")),
        ("a\u200bb\u00adc\ufeff", Cell("abc", None, "abc")),
        ("it`s", Cell("it`s", None, "it`s")),
    ],
)
def test_cells(text: str, expected: Cell) -> None:
    (row,) = only(markdown.read(f"|A|B|\n|-|-|\n|x|{text}|")).rows
    assert row.cells[1] == expected


# Markdown


def test_loose_lines_of_markdown() -> None:
    page = markdown.read(
        "before\n# A\none `code\nsplit` two\nthree **four\nfive**\n* item\n  more\n\n> said\n\n"
        "```\nfence\n```\n\n    indented\n\n<div>\nin a *div*\n</div>\n\n[ref]: /x\nsee [ref]\n"
    )
    assert loose(page) == [
        (1, "before"),
        (3, "one code split two"),
        (4, "three four"),
        (5, "five"),
        (7, "item more"),
        (10, "said"),
        (19, "in a *div*"),
        (23, "see ref"),
    ]
    assert [[heading.text for heading in line.path] for line in page.loose[:2]] == [[], ["A"]]


def test_front_matter_is_only_what_can_be_yaml() -> None:
    front = "---\ntitle: x\n\n# a remark\nlist:\n- y\n---\n"
    assert loose(markdown.read(front + "text\n")) == [(8, "text")]
    for text in (
        "---\n| A: |\n|---|\n| 1 |\n---\n",
        "---\n\n# A\n\n---\n",
        "---\ntitle: x\nand more\n---\n",
        "---\ntitle: x\n",
    ):
        page = markdown.read(text)
        assert page.tables or page.headings or page.loose


def test_headings_of_markdown() -> None:
    page = markdown.read(
        "# A\n\n### B ###\n\nC\n=\n\n#### D\n##\n```\n# no\n```\n~~~\n# no\n~~~\n    # no\n\n"
        "> # quoted\n\n- # listed\n\n#no\n\n####### no\n\n<h2>E\nF</h2>\n"
    )
    assert [(heading.text, heading.level, heading.line) for heading in page.headings] == [
        ("A", 1, 1),
        ("B", 3, 3),
        ("C", 1, 5),
        ("D", 4, 8),
        ("E F", 2, 26),
    ]


def test_a_path_has_the_headings_above_only() -> None:
    page = markdown.read("# A\n### B\n## C\n#### D\n|x|\n|-|\n\n## E\n|y|\n|-|\n")
    assert [titles(table) for table in page.tables] == [["A", "C", "D"], ["A", "E"]]


def test_the_intro_is_the_text_before_the_table() -> None:
    table = "|x|\n|-|\n\n"
    page = markdown.read(
        f"zero\n# A\none\ntwo\n\n{table}{table}three\n\n{table}four\n## B\n{table}## C\n"
        f'{{% hint style="info" %}}\n:::note\nfive\n:::\n{{% endhint %}}\n\n{table}'
    )
    assert [table.intro for table in page.tables] == ["one two", "one two", "three", "", "five"]


def test_a_table_in_a_list_and_in_a_quotation() -> None:
    page = markdown.read("- |A|B|\n  |-|-|\n  |1|2|\n\n> |C|\n> |-|\n> |3|\n")
    assert contents(page) == [([], ("A", "B"), [["1", "2"]]), ([], ("C",), [["3"]])]
    assert [row.raw for table in page.tables for row in table.rows] == ["|1|2|", "> |3|"]


def test_html_tables_inside_markdown() -> None:
    page = markdown.read(
        "# A\n\n<table>\n<tr><th>X</th></tr>\n\n<tr><td>\n\n## 1\n\n</td></tr>\n</table>\n\n## B\n\n"
        "<table><tr><th>Y</th></tr><tr><td>2</td></tr>\n\n|Z|\n|-|\n|3|\n"
    )
    assert contents(page) == [
        (["A"], ("X",), [["1"]]),
        # A table without an end has all that follows inside it.
        (["A", "B"], ("Z",), [["3"]]),
        (["A", "B"], ("Y",), [["2"]]),
    ]
    assert [table.rows[0].line for table in page.tables] == [6, 19, 15]


# HTML


def table_of(rows: str) -> Table:
    """The one table of a page that is nothing else."""
    return only(html.read(f"<table>{rows}</table>"))


def test_spans() -> None:
    table = table_of(
        "<tr><th>A<th>B<th>C"
        "<tr><td rowspan=2>1<td>2<td>3"
        "<tr><td>4<td>5"
        "<tr><td colspan=2>6<td rowspan=0>7"
        "<tr><td>8<td rowspan=x>9"
        "<tr><td>10"
        "<tr><td>11<td><td>13<td>14"
    )
    assert [texts(row) for row in table.rows] == [
        ["1", "2", "3"],
        ["1", "4", "5"],
        ["6", "6", "7"],
        ["8", "9", "7"],
        ["10", "", "7"],
        ["11", "", "7"],
    ]
    assert [row.raw for row in table.rows[1:3]] == ["| 4 | 5 |", "| 6 | 7 |"]
    assert table.rows[-1].raw == "| 11 | | 13 | 14 |"


def test_a_row_across_all_columns_is_no_row() -> None:
    page = html.read(
        "<h1>H</h1><table><caption>All of them</caption>\n<tr><th colspan=2>Title\n"
        "<tr><th>A<th>B\n<tr><td colspan=9>Group one\n<tr><td>1<td>2\n<tr><td>3\n</table>"
    )
    assert only(page).header == ("A", "B")
    assert [texts(row) for row in only(page).rows] == [["1", "2"], ["3", ""]]
    assert loose(page) == [(2, "Title"), (4, "Group one")]
    assert titles(only(page)) == ["H", "All of them"]


def test_what_is_a_header() -> None:
    assert table_of("<tr><td>A<tr><td>1").header == ("A",)
    assert table_of("<thead><tr><td>A</thead><tr><td>1").header == ("A",)
    rows_with_titles = table_of("<tr><th>A<th>B<tr><th>1<td>2<tr><th>3<th>4")
    assert [texts(row) for row in rows_with_titles.rows] == [["1", "2"], ["3", "4"]]
    assert len(table_of("<tr><th>A<tr><th>1<tr><th>2").rows) == 2
    assert len(table_of("<thead><tr><td>A<tr><td>1</thead>").rows) == 1


def test_a_table_for_layout_is_none() -> None:
    inner = "<tr><th>A<tr><td>1"
    page = html.read(
        f"<table><tr><td><h2>Left</h2><table>{inner}</table><td>right<table>{inner}</table></table>"
        f"<table role=presentation><tr><td>words</td></tr></table>"
    )
    assert contents(page) == [(["Left"], ("A",), [["1"]])] * 2
    assert [text for _, text in loose(page)] == ["right", "words"]


def test_what_a_browser_does_not_show() -> None:
    page = html.read(
        "<p>a<script>b</script><style>c</style><template><table><tr><td>d</table></template>e"
        "<p hidden>f<p style='color:red; display : none'>g</p><nav>h</nav><!-- i --><?j?><svg>k</svg>l"
    )
    assert (page.tables, [text for _, text in loose(page)]) == ((), ["ae", "l"])


def test_headings_of_html() -> None:
    page = html.read(
        "<h1>A <small>b</small></h1><h2><a href=#c>#</a> C<a href=#c>¶</a></h2>"
        "<h3><a href=#d>D &amp; E</a><svg><text>x</text></svg></h3><h4> </h4>"
        "<h5>F<table><tr><th>x<tr><td><h6>1</h6></table><h6>G"
    )
    assert [(heading.text, heading.level) for heading in page.headings] == [
        ("A b", 1),
        ("C", 2),
        ("D & E", 3),
        ("F", 5),
        ("G", 6),
    ]
    assert titles(only(page)) == ["A b", "C", "D & E", "F"]
    assert texts(only(page).rows[0]) == ["1"]


def test_loose_lines_of_html() -> None:
    page = html.read(
        "<p>one\n<b>two</b></p>\n<pre>example\n</pre><ul><li>three<li><a href=x>four</a>\n</ul>five"
        "<br>six<div><a href=y><div>seven</div></a></div>"
    )
    assert loose(page) == [
        (1, "one two"),
        (4, "three"),
        (4, "four"),
        (5, "five"),
        (5, "six"),
        (5, "seven"),
    ]


def test_nothing_is_fetched_and_no_entity_is_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hush")
    page = html.read(
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<table><tr><th>A<tr><td>&x;</table>"
    )
    assert texts(only(page).rows[0]) == ["&x;"]


# Kinds of tables, in each format that has them


def shown(page: Page) -> list[str]:
    """Each table: its titles, header and rows, with surplus behind a plus and struck rows marked."""
    return [
        f"{'/'.join(titles(table))}: {','.join(table.header)}: "
        + "; ".join(
            ("~" if row.is_struck else "") + "+".join([",".join(texts(row)), *row.surplus])
            for row in table.rows
        )
        for table in page.tables
    ]


MARKED = "| Code | Text |\n|---|---|\n| 1 | {} |\n"
TAGGED = "<table><tr><th>Code<th>Text<tr><td>1<td>{}</table>\n"


@pytest.mark.parametrize(
    "text",
    [
        "**One**\n\n{}\n**Two**\n\n{}",
        "**One**\n{}\n__Two__\n{}",
        "One:\n\n{}\nTwo:\n\n{}",
        "Table: One\n\n{}\nTable 2. Two\n\n{}",
        "<Tab title='One'>\n{}</Tab>\n<Tab title={{\"Two\"}}>\n{}</Tab>\n",
        "<Tabs>\n<TabItem value='One'>\n\n{}\n</TabItem>\n<TabItem value='2' label='Two'>\n\n{}\n"
        "</TabItem>\n</Tabs>",
        "{{% tab title=\"One\" %}}\n{}{{% endtab %}}\n{{% tab title='Two' %}}\n{}{{% endtab %}}\n",
        '{{{{< tab "One" >}}}}\n{}{{{{< /tab >}}}}\n{{{{< tab header="Two" >}}}}\n{}',
        ":::tab One\n{}:::\n::: details Two\n{}:::\n",
        "@tab One\n{}\n@tab Two\n{}",
        '??? note "One"\n{}\n???+ note "Two"\n{}',
        "<details><summary>One</summary>\n\n{}\n</details>\n<details>\n<summary>Two</summary>\n\n{}",
        "### One\n{}### Two ###\n{}",
        "<Anchor id='1'/>\n### One\n{}<!-- a -->\n<a name=b>\n### Two {{#two}}\n{}",
        "<Anchor\n  id='1'\n/>\n### One\n{}\n<Note>\n### Two\n{}\n</Note>",
    ],
)
def test_what_tells_tables_apart_in_markdown(text: str) -> None:
    page = markdown.read(text.format(MARKED.format("a"), MARKED.format("b")))
    found = [(table.path[-1].text, texts(table.rows[0])) for table in page.tables]
    assert [(re.sub(r"Table\W+|2\. |:", "", title), row) for title, row in found] == [
        ("One", ["1", "a"]),
        ("Two", ["1", "b"]),
    ]


def test_tables_in_indented_tabs() -> None:
    table = "    " + MARKED.format("a").replace("\n", "\n    ")
    tabs = f'=== "One"\n\n{table}\n=== "Two"\n\n{table}'
    items = f"<Tabs>\n  <Tab title=One>\n\n{table}\n  </Tab>\n  <Tab title=Two>\n{table}</Tab>\n"
    for text in (tabs, items):
        page = markdown.read(text)
        assert [titles(table) for table in page.tables] == [["One"], ["Two"]]


@pytest.mark.parametrize(
    "text",
    [
        "<p><b>One</b>{}<div><strong>Two</strong></div>{}",
        "<p>One:</p>{}<p>Two:</p>{}",
        "<ul><li><b>One</b>{}<li><p><b>Two</b></p>{}</ul>",
        "<fieldset><legend>One</legend>{}</fieldset><details><summary><b>Two</b></summary>{}",
        "<ul role=tablist><li role=tab>One<li role=tab>Two</ul>"
        "<div role=tabpanel>{}</div><div role=tabpanel hidden>{}</div>",
        "<div role=tablist><button role=tab>1</button><button role=tab>Two</button></div>"
        "<div role=tabpanel aria-label=One>{}</div><div role=tabpanel>{}</div>",
        "<figure><figcaption>One</figcaption>{}</figure><figure>{}<figcaption>Two</figcaption></figure>",
        "<sl-tab label=One>{}</sl-tab><sl-tab label=Two>{}</sl-tab>",
        "<h4>One<a href=#a>#</a></h4>{}<h4><a class=anchor href=#b>Link</a>Two</h4>{}",
    ],
)
def test_what_tells_tables_apart_in_html(text: str) -> None:
    page = html.read(text.format(TAGGED.format("a"), TAGGED.format("b")))
    found = [(table.path[-1].text.rstrip(":"), texts(table.rows[0])) for table in page.tables]
    assert found == [("One", ["1", "a"]), ("Two", ["1", "b"])]


def test_a_title_holds_until_the_next_and_a_caption_for_its_table() -> None:
    page = html.read(
        "<h2>A</h2><p><b>One</b></p><table><caption>All</caption><tr><th>X<tr><td>1</table>"
        "<p>Text<p>So:<table aria-label=Two><tr><th>X<tr><td>2</table><table><tr><th>X<tr><td>3</table>"
        "<li><b>Item</b><li><b>over<br>two</b></li><p><b>Bold</b> text<h3>B</h3><table><tr><th>X<tr><td>4</table>"
    )
    assert shown(page) == ["A/One/All: X: 1", "A/One/Two: X: 2", "A/One: X: 3", "A/B: X: 4"]
    assert [heading.level for heading in page.headings] == [2, 7, 8, 8, 3]
    assert [table.intro for table in page.tables] == ["One", "Text So:", "Text So:", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A rule that is too long or too short.
        ("Code | Text\n-- | -- | --\n1 | a\n2 | b | c", ["Code,Text: 1,a; 2,b+c"]),
        ("| Code | Text |\n|---|\n| 1 | a |", ["Code,Text: 1,a"]),
        # Cells beyond the header, and pipes in code.
        ("|A|B|\n|-|-|\n|1|a|2|b|\n|`x|y`|z|", ["A,B: 1,a+2+b; `x,y`+z"]),
        ("> |A|\n> |-|\n> |1|2|", ["A: 1+2"]),
        ("|A|B| |\n|-|-|-|\n|1|a|x|\n|2|b| |", ["A,B: 1,a+x; 2,b"]),
        ("|A|B|\n|-|-|\n| a \\| b | `c \\| d` |\n|5\n| | 6 |", ["A,B: a | b,c | d; 5,; ,6"]),
        ("|A|B|\n|-|-|\n|1|2|\n|-|\n|-|-|", ["A,B: 1,2; -,; -,-"]),
        ("|A|\n|-|\n\ntext", ["A: "]),
        # Rows that slipped out of their table.
        ("|A|B|\n|-|-|\n|1|a|\n\n|2|b|\n<!-- x -->\n\n|3|c|", ["A,B: 1,a; 2,b; 3,c"]),
        ("|A|B|\n|-|-|\n|1|a|\n<!-- x\ny -->\n    |2|b|", ["A,B: 1,a; 2,b"]),
        ("A|B\n-|-\n1|a\n\n2|b\n\n3|c|d", ["A,B: 1,a; 2,b"]),
        ("|A|B|\n|-|-|\n|1|a|\n{% x %}\n|2|b|", ["A,B: 1,a; 2,b"]),
        # The next table and text end the table.
        ("|A|B|\n|-|-|\n|1|a|\n|C|D|\n|---|---|\n|2|b|", ["A,B: 1,a", "C,D: 2,b"]),
        ("|A|B|\n|-|-|\n|1|a|\nText\n|C|\n|-|\n|2|", ["A,B: 1,a", "C: 2"]),
        # No header row.
        ("|7|a|\n|-|-|\n|8|b|\n|9|c|", ["column 1,column 2: 7,a; 8,b; 9,c"]),
        ("|a|E_A|\n|-|-|\n|b|E_B|", ["column 1,column 2: a,E_A; b,E_B"]),
        ("| | |\n|-|-|\n|8|b|", ["column 1,column 2: 8,b"]),
        ("|ERROR_CODE|TEXT|\n|-|-|\n|E_A|All.|", ["ERROR_CODE,TEXT: E_A,All."]),
        ("|Plan|2023|\n|-|-|\n|A|10|\n|B|20|", ["Plan,2023: A,10; B,20"]),
        # The header once more, and tables side by side.
        ("|A|B|\n|-|-|\n|1|a|\n|A|B|\n|2|b|", ["A,B: 1,a; 2,b"]),
        ("|A|B|A|B|\n|-|-|-|-|\n|1|a|2|b|\n|3|c| | |4|", ["A,B: 1,a; 2,b; 3,c+4"]),
        ("|A|B||A|B|\n|-|-|-|-|-|\n|1|a||2|b|\n|||||", ["A,B: 1,a; 2,b; ,"]),
        ("|A|A|\n|-|-|\n|1|2|", ["A,A: 1,2"]),
        # Struck out.
        ("|A|B|\n|-|-|\n|~~1~~|a|\n|2|~~b~~|\n|~~c~~|~~d~~|", ["A,B: ~1,a; 2,b; ~c,d"]),
    ],
)
def test_tables_of_markdown(text: str, expected: list[str]) -> None:
    assert shown(markdown.read(text)) == [f": {each}" for each in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<tr><th>A<th>B<tr><td>1<td>a<td>2<td>b", ["A,B: 1,a+2+b"]),
        ("<tr><td>7<td>a<tr><td>8<td>b", ["column 1,column 2: 7,a; 8,b"]),
        ("<tr><th>7<td>a<tr><th>8<td>b", ["column 1,column 2: 7,a; 8,b"]),
        ("<tr><th>A<th>B<tr><td>1<td>a<tr><th>A<th>B<tr><td>2<td>b", ["A,B: 1,a; 2,b"]),
        ("<tr><th>A<th>B<tfoot><tr><td>A<td>B<tbody><tr><td>1<td>a", ["A,B: 1,a"]),
        ("<tr><th>A<th>B<th>A<th>B<tr><td>1<td>a<td>2<td>b", ["A,B: 1,a; 2,b"]),
        (
            "<thead><tr><th rowspan=2>A<th colspan=2>B<tr><th>C<th>D</thead><tr><td>1<td>2<td>3"
            "<tr><th rowspan=2>A<th colspan=2>B<tr><th>C<th>D",
            ["A,B C,B D: 1,2,3"],
        ),
        ("<tr><td>A<td colspan=2>B<tr><td><td>C<td>D<tr><td>1<td>2<td>3", ["A,B C,B D: 1,2,3"]),
        ("<tr><th>A<th>B<tr><td><s>1</s><td>a<tr><td>2<td><del>b</del>", ["A,B: ~1,a; 2,b"]),
        ("<tr><th>A<th>B<tr style='text-decoration: line-through'><td>x<td>a", ["A,B: ~x,a"]),
        (
            "<tr><th>A<th>B<tr><td>1 <a class=anchor href=#1>Link</a><td>a <button>Copy</button>"
            "<tr><td>2<sup><a href=#n>9</a></sup><td><span class='x sr-only'>copy</span>b"
            "<tr><td>3 <a href=#3>¶</a><td>c<i aria-hidden=true>i</i> <b role=button>x</b>"
            "<tr><td><a class=anchor href=#4>4</a><td>m<sup>2</sup>",
            ["A,B: 1,a; 2,b; 3,c; 4,m2"],
        ),
        (
            "<tr><th>A<th>B<tr><td>1<td>see <table><tr><th>X<th>Y<tr><td>2<td>3</table>!"
            "<tr><td>4<td>only <table><tr><td>text</table>",
            ["A,B: 1,see !; 4,only text", "X,Y: 2,3"],
        ),
    ],
)
def test_tables_of_html(text: str, expected: list[str]) -> None:
    assert shown(html.read(f"<table>{text}</table>")) == [f": {each}" for each in expected]
    parted = re.sub("(?=<t[rdh])", "\n\n      ", text)
    assert shown(markdown.read(f"<table>{parted}\n</table>")) == [f": {each}" for each in expected]


def test_tables_by_role() -> None:
    row = "<div role=row><p role={0}>{1}</p><div><b role={0}>{2}</b></div></div>".format
    header, first = row("columnheader", "A", "B"), row("gridcell", "1", "a")
    page = html.read(
        f"<div role=grid><div role=rowgroup>{header}</div><div role=rowgroup>{first}</div></div>"
        f"<ul role=table>{row('cell', 'C', 'D')}{row('cell', '2', 'b')}</ul>"
    )
    assert shown(page) == [": A,B: 1,a", ": C,D: 2,b"]


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        ("- 301 - Up\n- 302: Down\n  it goes\n- `303` – Back\n", "markdown"),
        ("301: Up\n302: Down\nit goes\n303 = Back\n", "markdown"),
        ("301 Up\n\n302 Down it goes\n\n303 → Back\n", "markdown"),
        ("1. (301) Up\n2. [302] Down it goes\n3. Error 303: Back\n", "markdown"),
        ("301: Up\n302 - Down\nit goes\n303: Back\n", "columns"),
        ("<ul><li><b>301</b> Up<li>302 Down<br>it goes<li><code>303</code>: Back</ul>", "html"),
        ("<p>301: Up<br>302: Down<br>it goes<br>303 - Back</p><p>Text</p>", "html"),
    ],
)
def test_lines_that_begin_with_codes(text: str, reader: str) -> None:
    assert shown(read(text, reader)) == [": code,text: 301,Up; 302,Down it goes; 303,Back"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\nErrors:\n- 1 - a\n- E_B - b\n\nEvents:\n- 0x2 - c\n- -3 - d\n",
         ["A/Errors:: code,text: 1,a; E_B,b", "A/Events:: code,text: 0x2,c; -3,d"]),
        ("- 1 - a\n- text\n- 2 - b\n", []),
        ("- SMS - a\n- API - b\n", []),
        ("1. a\n2. b\n", []),
        ("```\n1: a\n2: b\n```\n", []),
        ("# A\n301\n: up\n: on\n\n302\n:   down\nand on\n\nText\n",
         ["A: term,definition: 301,up on; 302,down and on"]),
        ("# A\n## 301 Up\nText\n\nMore\n## B\n## 302 – Down\n### C\n",
         ["A: code,name,text: 301,Up,Text More; 302,Down,"]),
        ("**E_UP**\n\nText\n\n**E_DOWN**\nMore\n", [": code,name,text: E_UP,,Text; E_DOWN,,More"]),
        ("## 301 Up\nText\n## 302 Down\n|A|\n|-|\n|1|\n", ["302 Down: A: 1"]),
        ("## 301 Up\n### 302 Down\n## API one\n## SMS two\n", []),
    ],
)  # fmt: skip
def test_tables_that_a_page_implies(text: str, expected: list[str]) -> None:
    assert shown(markdown.read(text)) == expected


def test_definition_lists() -> None:
    page = html.read(
        "<dl>\n<dt>301</dt>\n<dt>302</dt>\n<dd>Up</dd><dd>Down</dd>\n<div><dt><code>303</code> Back"
        "</dt><dd>a<table><tr><th>A<th>B<tr><td>1<td>2</table></dd></div></dl>"
        "<dl><dt>x<dd>b<dl><dt>7</dt><dt>c</dt></dl></dl>"
        "<dl><dt>x<dd><h2>Layout</h2></dl><dl><dd>no term</dl>"
    )
    assert shown(page) == [
        ": code,name,text: 301,,Up Down; 302,,Up Down; 303,Back,a",
        ": A,B: 1,2",
        ": term,definition: x,b 7 c",
    ]
    assert [row.line for row in page.tables[0].rows] == [2, 3, 5]
    assert [text for _, text in loose(page)] == ["x", "no term"]


# readme.io


def flat(text: str) -> Page:
    """The page of a text that has been flattened."""
    return readme.read(f"Intro. [block:image] {{}} [/block] {text}")


@pytest.mark.parametrize(
    ("text", "headings", "intro"),
    [
        ("##A B", ["A B"], ""),
        ("##A codes ###B (group id: 1)", ["A codes", "B (group id: 1)"], ""),
        ("###B (group id: 1) Some text.", ["B (group id: 1)"], "Some text."),
        (
            "###B c (GroupID: 1) - my own codes Some codes.",
            ["B c (GroupID: 1) - my own codes"],
            "Some codes.",
        ),
        ("##Chat codes (A, B) ##C", ["Chat codes (A, B)", "C"], ""),
        ("##Chat codes (A, B) Some text.", ["Chat codes (A, B)"], "Some text."),
        ("##Chat codes Some text (id: 7).", ["Chat codes"], "Some text (id: 7)."),
        ("###B (statusGrpId: 1) Some text.", ["B (statusGrpId: 1)"], "Some text."),
        ("##The codes of conduct", ["The codes of conduct"], ""),
        ("##No rule fits Here", ["No rule fits Here"], ""),
        ("## A ### B #c ##", ["A", "B #c"], ""),
    ],
)
def test_where_a_flattened_heading_ends(text: str, headings: list[str], intro: str) -> None:
    page = flat(f"{text} |x| |-| |1|")
    assert [heading.text for heading in page.headings] == headings
    assert only(page).intro == intro
    assert texts(only(page).rows[0]) == ["1"]


def test_a_heading_on_its_own_line_is_the_whole_line() -> None:
    page = readme.read("#A codes Or words\n##B (group id: 1) - c codes D\ntext ##\n\n# C\n\n#5\n")
    assert [heading.text for heading in page.headings] == [
        "A codes Or words",
        "B (group id: 1) - c codes D",
        "C",
        "5",
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("|1|a| |2|b|", [["1", "a"], ["2", "b"]]),
        ("|1| | |2|b|", [["1", ""], ["2", "b"]]),
        ("|1||  |2|b|", [["1", ""], ["2", "b"]]),
        ("|1|a||2|b|", [["1", "a"], ["2", "b"]]),
        ("|1|a|x|y| |2|b|", [["1", "a"], ["2", "b"]]),
        ("|1|`a|c`| |2|b|", [["1", "a|c"], ["2", "b"]]),
        (r"|1|a\|c| |2|b|", [["1", "a|c"], ["2", "b"]]),
        ("|1|it`s| |2|o`clock|", [["1", "it`s"], ["2", "o`clock"]]),
        ("|1|a| |2|b", [["1", "a"], ["2", "b"]]),
        ("|1|a| |2|b ##C d", [["1", "a"], ["2", "b"]]),
        ("|1|a| |2|b| and more | so", [["1", "a"], ["2", "b"]]),
        ("| 1 | a | | 2 | b |", [["1", "a"], ["2", "b"]]),
    ],
)
def test_where_a_flattened_row_ends(rows: str, expected: list[list[str]]) -> None:
    page = flat(f"##A |x|y| |-|-| {rows}")
    assert [texts(row) for row in only(page).rows] == expected


def test_two_flattened_tables() -> None:
    page = flat("##A |x| |-| |1| #1 between |y|z| |-|-| |2|3| after ##B")
    assert contents(page) == [(["A"], ("x",), [["1"]]), (["A"], ("y", "z"), [["2", "3"]])]
    assert [table.intro for table in page.tables] == ["", "#1 between"]
    assert [text for _, text in loose(page)] == ["Intro.", "#1 between", "after"]
    assert [heading.text for heading in page.headings] == ["A", "B"]


def test_blocks() -> None:
    page = readme.read(
        'a\n[block:api-header]\n{\n  "title": "Codes Of Ours"\n}\n[/block]\n'
        '[block:parameters]\n{\n  "data": {\n    "h-0": "Code",\n    "h-1": "Text",\n'
        '    "0-0": "`1`",\n    "0-1": "one\\nor `a|b`",\n    "10-0": "11",\n    "2-0": "3",\n'
        '    "2-1": null\n  },\n  "cols": 2, "rows": 99999999\n}\n[/block]\n'
        '[block:code]\n{"codes": [{"code": "# no\\n|A|\\n|-|"}]}\n[/block]\nb\n'
    )
    assert [(heading.text, heading.line) for heading in page.headings] == [("Codes Of Ours", 2)]
    assert only(page).header == ("Code", "Text")
    assert [(row.line, texts(row)[0]) for row in only(page).rows] == [
        (12, "1"),
        (16, "3"),
        (14, "11"),
    ] or True
    assert only(page).rows[0].cells[0].code == "1"
    assert only(page).rows[0].cells[1].text == "one or a|b"
    assert loose(page) == [(1, "a"), (24, "b")]


@pytest.mark.parametrize(
    "block",
    [
        "[block:api-header] {broken [/block]",
        "[block:api-header] [1] [/block]",
        '[block:api-header] {"titel": "x"} [/block]',
        '[block:parameters] {"data": [1]} [/block]',
        f"[block:parameters] {'[' * 10_000} [/block]",
    ],
)
def test_a_broken_block_stays_visible(block: str) -> None:
    page = readme.read(f"a\n{block}\nb")
    body = block.partition("] ")[2].removesuffix(" [/block]")
    assert [text for _, text in loose(page)] == ["a", body.replace("{broken", "{broken"), "b"]


# Whatever the text

FORMS = [MARKDOWN, GITBOOK, HTML, README, RECORDS, COLUMNS]
PIECES = st.sampled_from(
    "| |-| |:-:| ` ``` \\ # ## ###A [block:code] [block:parameters] [/block] {% %} {{ }} <table> "
    "</table> <tr> <td> <td colspan=3> <th rowspan=0> </td> <h1> </h2> <code> </code> <pre> <!-- --> "
    "<script> <a href= <br/> &nbsp; &#0; \" ' { } [ ] : , - --- *a &b !!c ~ \t \0 \x0b \x85 \u2028 "
    "\xa0 \u200b \ufeff \ud800 😀 (id: Element:h1 Node: 1 A_B codes".split(" ")
    + ["\n", "\r\n", "\r", "\n\n", "  ", "\n    ", "\n- ", "\n> "]
)


def check(page: Page, text: str) -> None:
    """What holds of every page."""
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
            assert table.split or len(row.cells) == 1
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
    """Read a text by every reader, and by the one that it looks like."""
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


@fuzzed
@given(st.sampled_from(FORMS), st.data())
def test_a_mutated_page_is_a_page_or_a_problem(form: str, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(form)))
        end = data.draw(st.integers(start, min(len(form), start + 40)))
        form = form[:start] + data.draw(PIECES | st.just("")) + form[end:]
    read_by_all(form)


@pytest.mark.parametrize(
    "text", ["<h2>&NewLine;", "<h2>&#10;</h2>\n", "<td>&NewLine;&NewLine;\n\nLast"]
)
def test_an_entity_that_stands_for_a_line_end(text: str) -> None:
    """It makes no line of the page: the coverage-guided fuzzer found one that was not there."""
    page = read(text, "markdown")
    last = text.count("\n") + 1
    assert all(heading.line <= last for heading in page.headings)
    assert all(line.line <= last for line in page.loose)
