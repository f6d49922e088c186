"""The pages that property tests write say what they were written from, in every shape."""

import string
from collections.abc import Sequence

import pytest
from provider_codes_generator.pages.page import Page, Row, Table
from provider_codes_generator.pages.readers import detect, read
from provider_codes_generator.pages.text import fold
from helpers_pages import (
    HEADERS,
    MARKUP,
    READER,
    SHAPES,
    PageGroup,
    PageList,
    PageRow,
    Style,
    bindings,
    fits,
    header,
    readable,
    shown_heading,
    write,
)
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

SINCE = "Since"
SLOW = (HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large)

# What one of the shapes could take for its own.
HOSTILE = st.sampled_from(
    [
        *("|", "\\", "\\|", "\\\\|", "`", "``", "*", "**", "_", "__", "~~", "#", " ## ", " # x"),
        *("<", ">", "<b>", "</td>", "</table>", "<table>", "<!--", "-->", "<number>", "<br>"),
        *(
            "&",
            "&amp;",
            "&#124;",
            "&nbsp",
            "&copy",
            '"',
            "'",
            "“",
            "’",
            "\\n",
            "\\u0041",
            "\\ud83d",
        ),
        *(
            "|-|",
            "| |",
            "---",
            "- ",
            "1. ",
            "1) ",
            "+ ",
            "> ",
            "===",
            "[x]: y",
            "[x](y)",
            "![x](y)",
        ),
        *("[block:parameters]", "[/block]", "{% x %}", "{#x}", "{{ x }}", "Element:h1", "Node:"),
        *(
            "null",
            "true",
            "~",
            ": ",
            " #",
            "{",
            "}",
            "[",
            "]",
            "%",
            "@",
            "!",
            "?",
            "=",
            "<<",
            "0x1",
        ),
        *("(group id: 3)", "codes", "http://x.example/?a=b&c=d", "a@b.example", "007", "1e3", ", "),
        *(
            "é",
            "ß",
            "漢",
            "\U0001f54a",
            "\U0001fffe",
            "\ufdd0",
            "\xa0",
            "\u3000",
            "\u200b",
            "\u2028",
        ),
    ]
)
WORDS = st.text(string.ascii_letters + string.digits + " .,-_'", max_size=12)
TEXTS = (
    st.lists(WORDS | HOSTILE | st.text(string.punctuation, max_size=4), max_size=6).map("".join)
    | st.text(max_size=12)
).map(fold)
NAMES = st.from_regex(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+){0,2}", fullmatch=True) | TEXTS.filter(bool)
VALUES = st.integers(0, 20000) | NAMES
HEADINGS = st.sampled_from(
    [
        "Sending codes",
        'What\'s "wrong", and why',
        "Errors (Line, Viber) & 'more'",
        "#1 of *_all_* lists | a",
        "C:\\codes <new>",
    ]
)
STYLES = st.builds(
    Style,
    level=st.integers(1, 5),
    columns=st.permutations(list(HEADERS)).map(tuple[str, ...]),
    extra=st.booleans(),
    joined=st.booleans(),
    pipes=st.booleans(),
    nbsp=st.booleans(),
    smart=st.booleans(),
    entities=st.booleans(),
)


def rows(shape: str) -> st.SearchStrategy[tuple[PageRow, ...]]:
    """Rows that the shape can tell, sometimes without a fact in any of them."""
    texts = TEXTS.filter(lambda text: readable(text, shape))
    names = NAMES.filter(lambda text: readable(text, shape))
    row = st.builds(
        PageRow,
        value=VALUES.filter(lambda value: readable(str(value), shape)),
        name=st.none() | names,
        permanent=st.none() | st.booleans(),
        description=texts,
    )
    nameless = st.builds(
        PageRow, value=st.integers(0), name=st.none(), permanent=st.none(), description=texts
    )
    return st.one_of(
        st.lists(row, min_size=1, max_size=4), st.lists(nameless, min_size=1, max_size=3)
    ).map(tuple[PageRow, ...])


def lists(shape: str) -> st.SearchStrategy[list[PageList]]:
    """Lists that the shape can tell."""
    group = st.builds(
        PageGroup,
        value=st.integers(0, 99) | st.just("A-1"),
        name=NAMES.filter(lambda text: readable(text, shape)),
        description=TEXTS.filter(lambda text: readable(text, shape)),
        rows=rows(shape),
    )
    simple = st.builds(PageList, heading=HEADINGS, rows=rows(shape))
    if shape not in MARKUP:
        return st.lists(simple, min_size=1, max_size=1 if READER[shape] == "records" else 3)
    groups = st.lists(group, min_size=1, max_size=2).map(tuple[PageGroup, ...])
    grouped = st.builds(PageList, heading=HEADINGS, groups=groups)
    return st.lists(simple | grouped, min_size=1, max_size=2)


def page_of(text: str, shape: str, found: Sequence[PageList]) -> Page:
    """The page as its reader reads it."""
    path = found[0].heading if READER[shape] == "records" else None
    return read(text, READER[shape], path)


def facts(row: Row, table: Table, columns: dict[str, str]) -> tuple[str, ...]:
    """Value, permanent flag, name and description as the binding finds them."""
    cells = {field: row.cells[table.header.index(name)] for field, name in columns.items()}
    joined = columns.get("name") == columns["description"]
    return (
        cells["value"].text,
        cells["permanent"].text if "permanent" in cells else "",
        ((cells["name"].code or "") if joined else cells["name"].text) if "name" in cells else "",
        cells["description"].rest if joined else cells["description"].text,
    )


def expected_facts(row: PageRow) -> tuple[str, ...]:
    """As `facts`, from what was written."""
    permanent = "" if row.permanent is None else str(row.permanent).lower()
    return str(row.value), permanent, row.name or "", row.description


def whole(row: PageRow, page_list: PageList, style: Style) -> str:
    """The line of a row whose columns cannot be told apart, without the extra column."""
    value, permanent, name, description = expected_facts(row)
    cells = {"value": value, "permanent": permanent, "name": name, "description": description}
    fields = bindings(page_list, "columns", style)["columns"]
    return " ".join(filter(None, (cells[field] for field in style.columns if field in fields)))


def check(found: Sequence[PageList], shape: str, style: Style) -> None:
    """Compare what is read from the page of the lists with what was written."""
    text = write(found, shape, style)
    assert READER[shape] in ("records", detect(text))
    tables = iter(page_of(text, shape, found).tables)
    for page_list in found:
        heading = shown_heading(page_list.heading, shape, style)
        for group in page_list.groups:
            table = next(tables)
            below = [heading, shown_heading(group.heading, shape, style)]
            assert [outer.text for outer in table.path][-2:] == below
            assert table.intro == group.description
            check_table(table, page_list, group.rows, shape, style)
        if not page_list.groups:
            table = next(tables)
            assert table.path[-1].text == heading
            assert not table.intro
            check_table(table, page_list, page_list.rows, shape, style)
    assert not list(tables)


def check_table(
    table: Table, page_list: PageList, expected: Sequence[PageRow], shape: str, style: Style
) -> None:
    """Compare one table."""
    columns = bindings(page_list, shape, style)["columns"]
    names = header(page_list, shape, style)
    assert set(columns.values()) == set(names) - {SINCE}
    if shape == "columns":
        assert not table.split
        assert table.header == (" ".join(names),)
        lines = [row.cells[0].text for row in table.rows]
        wholes = [whole(row, page_list, style) for row in expected]
        assert len(lines) == len(wholes)
        for line, beginning in zip(lines, wholes, strict=True):
            assert line.startswith(f"{beginning} ") if style.extra else line == beginning
    else:
        assert table.split
        assert table.header == names
        assert all(len(row.cells) == len(names) for row in table.rows)
        found = [facts(row, table, columns) for row in table.rows]
        assert found == [expected_facts(row) for row in expected]


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=50, deadline=None, suppress_health_check=SLOW)
@given(st.data())
def test_a_page_is_read_as_it_was_written(shape: str, data: st.DataObject) -> None:
    style = data.draw(STYLES)
    found = data.draw(lists(shape))
    found = [page_list for page_list in found if fits(page_list, shape, style)]
    if found:
        check(found, shape, style)


ROWS = (
    PageRow(7, "NO_PIGEON", True, 'No "pigeon" was at home & it\'s <late>.'),
    PageRow(8, None, False, r"a\|b | c `d` *e* _f_ [g](h) ## i &amp; \\"),
    PageRow("X-9", "Too heavy", None, "The letter weighs more than 20 g."),
)
LISTS = (
    PageList("Lost letters", ROWS),
    PageList('What\'s "refused"', groups=(PageGroup(3, "FLIGHT", "It's in the air.", ROWS),)),
)
EACH_STYLE = {
    "plain": Style(),
    "level": Style(level=3),
    "columns": Style(columns=("name", "value", "description", "permanent")),
    "extra": Style(extra=True),
    "joined": Style(joined=True),
    "pipes": Style(pipes=False),
    "nbsp": Style(nbsp=True),
    "smart": Style(smart=True),
    "entities": Style(entities=True),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("style", EACH_STYLE.values(), ids=EACH_STYLE.keys())
def test_each_style_of_each_shape(style: Style, shape: str) -> None:
    if shape == "tabs" and not fits(LISTS[0], shape, style):
        style = Style(columns=style.columns, extra=True)
    lists = LISTS if shape in MARKUP else LISTS[:1]
    assert all(fits(page_list, shape, style) for page_list in lists)
    check(lists, shape, style)


def test_styles_are_to_be_seen() -> None:
    for shape in SHAPES:
        lists = LISTS if shape in MARKUP else LISTS[:1]
        assert "\xa0" in write(lists, shape, Style(nbsp=True)).replace("\\u00a0", "\xa0")
        assert SINCE in write(lists, shape, Style(extra=True))
        assert ("Error" in write(lists, shape, Style(joined=True), "x")) == (shape in MARKUP)
        assert ("“refused”" in write(lists, shape, Style(smart=True))) == (shape in MARKUP)
        if shape in MARKUP:
            assert "&amp; it&#" in write(lists, shape, Style(entities=True))
    for shape in ("markdown", "github"):
        lines = write(LISTS, shape, Style(pipes=False)).split("\n")
        assert not any(line.endswith("|") for line in lines)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
@example("a\\|b")
@example("a|b`")
@example("\\")
@example("-")
@example("{% x %}")
@example("[block:code]")
def test_what_is_called_readable_is(text: str) -> None:
    for shape in SHAPES:
        if not readable(text, shape):
            continue
        row = PageRow(1, "A", None, text)
        groups = (PageGroup(1, "A", text, (row,)),) if shape in MARKUP else ()
        page_list = PageList("Lost letters", () if groups else (row,), groups)
        if fits(page_list, shape):
            check([page_list], shape, Style())


def test_what_is_not_readable() -> None:
    for shape in SHAPES:
        assert not any(readable(text, shape) for text in ("a  b", " a", "a\nb", "a\tb", "\u200b"))
        assert readable("", shape)
    for text in ("see <table>", "# x", "#", "|--|"):
        assert not readable(text, "columns")
    assert not readable("{% x %}", "markdown")
    assert [shape for shape in SHAPES if not readable("a [block:x]", shape)] == [
        "markdown",
        "github",
        "readme",
        "columns",
        "tabs",
    ]


@pytest.mark.parametrize(
    ("lists", "shape", "style"),
    [
        (LISTS, "records-json", Style()),
        (LISTS[1:], "records-yaml", Style()),
        ((), "records-yaml", Style()),
        ([PageList("a.b", ROWS)], "records-json", Style()),
        ([PageList("title", ROWS)], "records-json", Style()),
        (LISTS, "columns", Style()),
        (LISTS, "tabs", Style()),
        (LISTS, "markdown", Style(level=6)),
        (LISTS, "markdown", Style(level=0)),
        (LISTS, "pdf", Style()),
    ],
)
def test_what_cannot_be_written(lists: Sequence[PageList], shape: str, style: Style) -> None:
    with pytest.raises(ValueError):
        write(lists, shape, style)


def test_bindings_are_what_a_spec_says() -> None:
    assert bindings(LISTS[1], "markdown") == {
        "heading": 'What\'s "refused"',
        "group": "{name} (group id: {value})",
        "columns": dict(HEADERS, value="Id"),
    }
    assert bindings(LISTS[0], "html", Style(joined=True)) == {
        "heading": "Lost letters",
        "group": None,
        "columns": {
            "value": "Id",
            "permanent": "Permanent",
            "name": "Error",
            "description": "Error",
        },
    }
    bare = PageList("Bare", (PageRow(1, None, None, "x"),))
    assert bindings(bare, "tabs", Style(joined=True))["columns"] == {
        "value": "Id",
        "description": "Description",
    }
