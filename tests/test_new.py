"""`provider-codes new` as a new user runs it: a page of a provider that nobody has becomes a spec.

The pages are about a post of herons that does not exist. What a draft says is held against
the page, not against another draft; and a draft is only good when `validate` takes it,
`drift` finds the page in it again, and `generate` makes a module of it.
"""

import importlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from provider_codes_generator.spec.load import load_text
from provider_codes_generator.model.registry import CodeList, Provider
from helpers_editions import editions, page_list, styles
from helpers_editions import page as edition_page
from helpers_generate import Run, contents, run
from helpers_generate import write as write_file
from helpers_pages import (
    EXTRA,
    MARKUP,
    SHAPES,
    PageGroup,
    PageList,
    PageRow,
    Style,
    bindings,
    shown_heading,
    write,
)
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

SLUG = "acme"
PYPROJECT = """\
[tool.provider-codes]
specs = "specs"
output = "src/acme_codes"
"""
RECORDS = ("records-json", "records-yaml")

in_all_shapes = pytest.mark.parametrize("shape", SHAPES)

# Why an example fails is told by the spec better than by trying what else fails.
MANY = settings(
    phases=set(Phase) - {Phase.explain},
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without specs, which is the current folder."""
    monkeypatch.chdir(tmp_path)
    write_file(tmp_path / "pyproject.toml", PYPROJECT)
    return tmp_path


# What is to be seen of a draft


class Fact(NamedTuple):
    """A code as the page says it; the group is its id and its documented name."""

    value: int | str
    name: str | None
    permanent: bool | None
    group: tuple[int | str, str] | None
    description: str


def new(page: str, *options: str, slug: str = SLUG) -> Run:
    """The run of the command on a page in a file."""
    write_file(Path("page"), page)
    return run("new", slug, "--document", "page", *options)


def loaded(slug: str = SLUG) -> Provider:
    """The spec that was written, which has to be readable."""
    text = Path("specs", f"{slug}.yaml").read_bytes().decode("utf-8")
    provider, findings, _ = load_text(text, f"{slug}.yaml")
    assert findings == []
    assert isinstance(provider, Provider)
    return provider


def drafted(page: str, *options: str, beside: int = 0) -> Provider:
    """The spec of a page: sound, and the page is found in it again."""
    done = new(page, *options)
    assert done.status == 0, done.err
    assert "error[" not in done.err
    provider = loaded()
    held(provider, beside)
    return provider


def held(provider: Provider, beside: int = 0) -> None:
    """Hold a draft to what every draft has to be; that many tables of codes have no list."""
    proposed = [each for each in provider.lists if any(code.name_proposed for code in each.codes)]
    done = run("validate", "--format", "json")
    told: list[dict[str, Any]] = json.loads(done.out)["findings"]
    assert (done.status, [each["id"] for each in told]) == (0, ["name-proposed"] * len(proposed))
    done = run("drift", SLUG, "--document", "page", "--format", "json")
    found: dict[str, Any] = json.loads(done.out)
    left_out = [each for each in found["ledger"] if each["is_codes"]]
    assert (found["changes"], done.status, len(left_out)) == ([], int(beside > 0), beside)
    assert not [each for each in found["findings"] if each["level"] == "error"]


def facts(code_list: CodeList) -> list[Fact]:
    """What a list says of its codes, in order."""
    groups = {
        group.name: (group.value, group.documented_name or group.name) for group in code_list.groups
    }
    return [
        Fact(
            code.value,
            code_list.documented_name(code),
            code.permanent,
            groups[code.group] if code.group else None,
            code.description,
        )
        for code in code_list.codes
    ]


def on_page(page_list: PageList) -> list[Fact]:
    """What a page says of the codes of a list, in order."""
    found = [
        Fact(row.value, row.name, row.permanent, None, row.description) for row in page_list.rows
    ]
    return found + [
        Fact(row.value, row.name, row.permanent, (group.value, group.name), row.description)
        for group in page_list.groups
        for row in group.rows
    ]


def hold_to_page(provider: Provider, lists: Sequence[PageList], shape: str, style: Style) -> None:
    """Hold the lists of a spec to those of the page."""
    headings = [shown_heading(each.heading, shape, style) for each in lists]
    assert [each.title for each in provider.lists] == headings
    for found, wanted, heading in zip(provider.lists, lists, headings, strict=True):
        assert facts(found) == on_page(wanted)
        assert [(group.value, group.description) for group in found.groups] == [
            (group.value, group.description) for group in wanted.groups
        ]
        is_text = any(isinstance(row.value, str) for row in wanted.all_rows)
        assert found.values == ("str" if is_text else "int")
        binding = bindings(wanted, shape, style)
        own = {fact.name: fact.title for fact in found.facts}
        assert list(own.values()) == [EXTRA] * style.extra
        assert set(found.documents) - own.keys() == (
            set(binding["columns"]) & {"name", "permanent"}
        ) | ({"group"} if wanted.groups else set())
        assert found.tables
        assert dict(found.tables.columns) == binding["columns"] | own
        assert found.tables.group == ((binding["group"],) if binding["group"] else ())
        if shape in RECORDS:
            assert (found.tables.path, found.tables.heading) == (heading, ())
        else:
            assert (found.tables.path, found.tables.heading) == (None, (heading,))


def only(provider: Provider) -> CodeList:
    """The only list."""
    (code_list,) = provider.lists
    return code_list


def names(code_list: CodeList) -> list[str]:
    """The Python names of a list."""
    return [code.name for code in code_list.codes]


def generated(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module of the provider, emitted and imported."""
    done = run("generate")
    assert done.status == 0, done.err
    monkeypatch.setattr(sys, "path", [str(Path("src").resolve()), *sys.path])
    for name in [name for name in sys.modules if name.partition(".")[0] == "acme_codes"]:
        monkeypatch.delitem(sys.modules, name)
    importlib.invalidate_caches()
    try:
        return importlib.import_module(f"acme_codes.{SLUG}")
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == "acme_codes"]:
            del sys.modules[name]


def hold_module(provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold the emitted module to the spec."""
    module = generated(monkeypatch)
    for code_list in provider.lists:
        enum = getattr(module, code_list.name)
        assert [(member.name, member.value) for member in enum] == [
            (code.name, code.value) for code in code_list.codes
        ]
        for code in code_list.codes:
            assert enum.parse(str(code.value)).description == code.description
        if code_list.groups:
            groups = getattr(module, code_list.group_name)
            assert [(member.name, member.value) for member in groups] == [
                (group.name, group.value) for group in code_list.groups
            ]


# Pages in every shape

ANSWERS = (
    PageRow(10, "QUEUED", False, "It waits for a wind from the sea."),
    PageRow(11, "FLYING", False, "It is in the air, says the guide."),
    PageRow(20, "LANDED", True, 'It has arrived; "safe & sound".'),
    PageRow(21, "LOST", True, "Nobody has seen it – for a week."),
)
TOLLS = (
    PageRow(500, "TOO_FAR", True, "No heron flies so far inland."),
    PageRow(501, "NO_COIN", False, "Pay the ferryman before it leaves."),
)


class Variant(NamedTuple):
    """What a page says beside values and descriptions."""

    named: bool = False
    flagged: bool = False
    grouped: bool = False
    joined: bool = False

    def lists(self, shape: str) -> list[PageList]:
        """The lists of the page: two, or one where the shape has but one."""
        answers = [self._row(row) for row in ANSWERS]
        groups = (
            PageGroup(1, "OPEN", "It may yet arrive.", tuple(answers[:2])),
            PageGroup(2, "Over and done", "Nothing more will come.", tuple(answers[2:])),
        )
        first = PageList("Answers of the post", () if self.grouped else tuple(answers))
        first = PageList(first.heading, first.rows, groups if self.grouped else ())
        second = PageList("Tolls", tuple(map(self._row, TOLLS)))
        return [first] if shape in RECORDS else [first, second]

    def _row(self, row: PageRow) -> PageRow:
        name = row.name if self.named else None
        permanent = row.permanent if self.flagged else None
        return PageRow(row.value, name, permanent, row.description)


VARIANTS = [
    *((shape, Variant(True, True, shape in MARKUP, shape in MARKUP)) for shape in SHAPES),
    *((shape, Variant()) for shape in ("html", "columns", "tabs", "records-json")),
    ("markdown", Variant(named=True)),
    ("markdown", Variant(flagged=True)),
    ("markdown", Variant(grouped=True)),
    ("columns", Variant(flagged=True)),
]


@pytest.mark.parametrize(("shape", "variant"), VARIANTS)
def test_a_page_becomes_a_spec_that_says_the_same(
    shape: str, variant: Variant, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists, style = variant.lists(shape), Style(joined=variant.joined)
    options = ["--path", lists[0].heading] if shape in RECORDS else []
    provider = drafted(write(lists, shape, style), *options)
    hold_to_page(provider, lists, shape, style)
    assert [each.name for each in provider.lists] == ["AnswersOfThePost", "Toll"][: len(lists)]
    if variant.named:
        assert names(provider.lists[0]) == [row.name for row in ANSWERS]
    hold_module(provider, monkeypatch)


@pytest.mark.parametrize("shape", ["markdown", "columns", "records-yaml"])
def test_values_that_are_texts(shape: str) -> None:
    values = ("UPDRAFT", "DOWNDRAFT") if shape == "columns" else ("light wind", "no wind", "storm")
    rows = tuple(PageRow(value, None, None, "So it is said of the wind.") for value in values)
    moods = PageList("Wind codes", rows)
    options = ["--path", moods.heading] if shape in RECORDS else []
    provider = drafted(write([moods], shape), *options)
    hold_to_page(provider, [moods], shape, Style())
    assert names(only(provider)) == [value.upper().replace(" ", "_") for value in values]


def test_what_is_told_to_the_person_who_runs_it() -> None:
    page = write([PageList("Answers", ANSWERS), PageList("Tolls", TOLLS)], "html")
    options = ["--title", "The Post", "--retrieved", "2026-01-02", "--reader", "html"]
    done = new(page, *options, "--address", "https://post.example/codes")
    assert done.err == ""
    assert done.out.splitlines() == [
        "Answer: 4 codes (Answers)",
        "Toll: 2 codes (Tolls)",
        "wrote specs/acme.yaml: review it",
    ]
    provider = loaded()
    (document,) = provider.documents
    assert (provider.provider, provider.title) == (SLUG, "The Post")
    assert (document.title, document.reader) == ("Error codes", "html")
    assert document.address == "https://post.example/codes"
    assert str(document.retrieved) == "2026-01-02"
    held(provider)


# Pages as they are found

SAVED_FROM_A_BROWSER = """\
<!DOCTYPE html>
<!-- saved from url=(0034)https://post.example/docs/codes.html -->
<html lang="en"><head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>Codes of the post | Docs</title>
<script src="./Codes_files/app.js"></script>
<script>window.__state = {"codes": [{"code": 1, "text": "none"}], "html": "<table><tr>"};</script>
<style>td { color: #234 } table > tr { border: 1px }</style>
</head>
<body class="docs">
<nav><h2>Guides</h2><ul><li><a href="https://post.example/a">Start</a></li><li>Codes</li></ul></nav>
<main><article>
<h1 id="codes">Codes of the post<a class="anchor" href="#codes">#</a></h1>
<p>Each letter is answered.</p>
<h2>Parameters</h2>
<table class="t"><thead><tr><th>Parameter</th><th>Required</th><th>Meaning</th></tr></thead>
<tbody><tr><td><code>to</code></td><td>yes</td><td>Who is to have the letter.</td></tr>
<tr><td><code>from</code></td><td>no</td><td>Who has written the letter.</td></tr>
<tr><td><code>by</code></td><td>no</td><td>The bird that is to carry it.</td></tr></tbody></table>
<h2>Answers</h2>
<div class="scroll"><table class="t"><thead><tr><th>Code</th><th>Name</th><th>Meaning</th></tr></thead>
<tbody>
<tr><td><span>0</span></td><td>Delivered</td><td>The letter was<br>handed over.</td></tr>
<tr><td>17</td><td>Not&nbsp;found</td><td>Nobody <b>lives</b> there &amp; nobody did.
<!-- to do --></td></tr>
<tr><td>18</td><td>Wet</td><td>See <a href="https://post.example/wet">what we do</a>.</td></tr>
</tbody></table></div>
</article></main>
<footer><p>Was this page helpful?</p><script>track("codes")</script></footer>
</body></html>
"""


def test_html_as_saved_from_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    provider = drafted(SAVED_FROM_A_BROWSER)
    answers = only(provider)
    assert (answers.name, answers.title) == ("Answer", "Answers")
    assert facts(answers) == [
        Fact(0, "Delivered", None, None, "The letter was handed over."),
        Fact(17, "Not found", None, None, "Nobody lives there & nobody did."),
        Fact(18, "Wet", None, None, "See what we do."),
    ]
    assert names(answers) == ["DELIVERED", "NOT_FOUND", "WET"]
    assert answers.codes[2].links == ("https://post.example/wet",)
    assert answers.tables and answers.tables.heading == ("Answers",)
    hold_module(provider, monkeypatch)


GITBOOK = """\
---
description: >-
  What the post answers.
icon: feather
---

# Codes of the post

{% hint style="info" %}
Write to us at [the loft](https://post.example).
{% endhint %}

## Answers (status id: 3) <a href="#answers" id="answers"></a>

It has gone out.

<table><thead><tr><th width="90">Id</th><th>Permanent</th><th>Status</th></tr></thead><tbody><tr>\
<td>7</td><td>false</td><td><code>FLYING</code><br>It is in the air.</td></tr><tr><td>8</td>\
<td>true</td><td><code>LANDED</code><br>It has arrived.</td></tr></tbody></table>

## Refusals

| Code  | Description                     |
| ----- | ------------------------------- |
| `400` | There is no such loft.          |
| `401` | The bird wears no ring, or two. |

{% tabs %}
{% tab title="Example" %}
```json
{"id": 7}
```
{% endtab %}
{% endtabs %}
"""


def test_markdown_of_gitbook(monkeypatch: pytest.MonkeyPatch) -> None:
    page = GITBOOK.replace("## Answers (", "## Answers\n\n### On its way (")
    answers, refusals = (provider := drafted(page)).lists
    assert (answers.name, refusals.name) == ("Answer", "Refusal")
    group = (3, "On its way")
    assert facts(answers) == [
        Fact(7, "FLYING", False, group, "It is in the air."),
        Fact(8, "LANDED", True, group, "It has arrived."),
    ]
    assert [each.description for each in answers.groups] == ["It has gone out."]
    assert facts(refusals) == [
        Fact(400, None, None, None, "There is no such loft."),
        Fact(401, None, None, None, "The bird wears no ring, or two."),
    ]
    hold_module(provider, monkeypatch)


def test_records_at_a_path() -> None:
    page = {
        "version": 3,
        "errors": {
            "letters": [
                {"code": 40, "name": "no-loft", "message": "There is no such loft.", "http": 404},
                {"code": 41, "name": "no-ring", "message": "The bird wears no ring.", "http": 400},
            ],
            "parcels": [{"code": 50, "name": "heavy", "message": "It is heavy.", "http": 400}],
        },
    }
    text = json.dumps(page, indent=2)
    refused = new(text)
    assert refused.status == 2 and "errors.letters" in refused.err
    provider = drafted(text, "--path", "errors.letters", beside=1)
    letters = only(provider)
    assert (letters.name, letters.title) == ("Letter", "letters")
    assert letters.tables and letters.tables.path == "errors.letters"
    assert facts(letters) == [
        Fact(40, "no-loft", None, None, "There is no such loft."),
        Fact(41, "no-ring", None, None, "The bird wears no ring."),
    ]
    assert names(letters) == ["NO_LOFT", "NO_RING"]


def test_cells_that_span_rows_are_one_code() -> None:
    rows = "<tr><td rowspan=3>1<td rowspan=3>DOOR<td>Shut.<tr><td>Stuck.<tr><td>Gone.<tr><td>2<td>SEA<td>Wet."
    page = f"<h1>Errors</h1><table><tr><th>Code<th>Name<th>Causes{rows}</table></html>"
    codes = facts(only(drafted(page)))
    assert [(each.value, each.name, each.description) for each in codes] == [
        (1, "DOOR", "Shut. Stuck. Gone."),
        (2, "SEA", "Wet."),
    ]


@pytest.mark.parametrize("key", ["loft", "E7"])
def test_words_by_their_codes(key: str) -> None:
    codes = only(
        drafted(json.dumps({"errors": {key: "No loft", "E9": "No ring"}}), "--path", "errors")
    )
    assert [(code.value, code.description) for code in codes.codes] == [
        (key, "No loft"),
        ("E9", "No ring"),
    ]


def table(*rows: Sequence[object]) -> str:
    """A table in Markdown; the first row is its header."""
    lines = [f"| {' | '.join(map(str, row))} |" for row in rows]
    lines.insert(1, "|---" * len(rows[0]) + "|")
    return "\n".join(lines) + "\n"


# Lists and their names


def test_headings_of_the_same_text_under_different_parents() -> None:
    one = table(["Code", "Text"], [1, "The bird is ill."], [2, "The bird is old."])
    two = table(["Code", "Text"], [1, "The cart is slow."])
    page = f"# Post\n\n## Birds\n\n### Errors\n\n{one}\n## Carts\n\n### Errors\n\n{two}"
    provider = drafted(page)
    assert [each.name for each in provider.lists] == ["BirdError", "CartError"]
    assert [[code.description for code in each.codes] for each in provider.lists] == [
        ["The bird is ill.", "The bird is old."],
        ["The cart is slow."],
    ]


@pytest.mark.parametrize("heading", ["Errors", "ERRORS"])
def test_a_heading_that_stands_there_twice(heading: str) -> None:
    one = table(["Code", "Text"], [1, "The bird is ill."])
    two = table(["Code", "Text"], [3, "The cart is slow."])
    provider = drafted(f"# Post\n\n## Errors\n\n{one}\n## {heading}\n\n{two}")
    codes = [fact.value for each in provider.lists for fact in facts(each)]
    assert codes == [1, 3]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("400–499", "Code400499"),
        ("1st class", "Code1StClass"),
        ("Größe & Gewicht", "GrosseGewicht"),
        ("class", "Class"),
        ("🐦", "Code"),
        ("Коды ошибок", "Code"),
        ('Heron\'s "Errors"', "HeronSError"),
        ("e" * 80, "Codes"),
        ("Errors of birds that were sent out and have not come home yet", None),
        # What Python, or an emitted module, keeps to itself.
        ("None", None),
        ("True", None),
        ("Final", None),
        ("Literal", None),
        ("Type Alias", None),
        ("Int Code", None),
        ("Str Code", None),
    ],
)
def test_a_heading_that_is_no_name_of_a_class(
    heading: str, name: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = f"# Post\n\n## {heading}\n\n" + table(["Code", "Text"], [1, "The bird is ill."])
    provider = drafted(page)
    assert only(provider).title == heading
    if name:
        # What becomes of a letter that ASCII does not have is not laid down here.
        assert only(provider).name in (name, name.replace("Grosse", "Groe"))
    hold_module(provider, monkeypatch)


def test_lists_whose_classes_would_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = (*ANSWERS[:2], PageRow(11, "GLIDING", False, "It is in the air, says the guide."))
    many = tuple(PageRow(at, f"AT_{'ABCDEFGHI'[at]}", False, "It is there.") for at in range(9))
    group = PageGroup(1, "OPEN", "", rows + many)
    lists = [
        PageList("Answer", groups=(group,)),
        PageList("Answer group", TOLLS),
        PageList("Answer names", TOLLS),
    ]
    provider = drafted(write(lists, "html"))
    assert [each.title for each in provider.lists] == [each.heading for each in lists]
    assert [alias.name for code in provider.lists[0].codes for alias in code.aliases] == ["GLIDING"]
    module = generated(monkeypatch)
    assert all(hasattr(module, each.name) for each in provider.lists)


# The names of codes


def test_equal_texts_in_one_list_and_in_two() -> None:
    page = "".join(
        f"## {heading}\n\n{table(['Code', 'Text'], *rows)}\n"
        for heading, rows in (
            ("Birds", [[1, "Wings too wet."], [2, "Wings too wet."], [3, "Beak broken."]]),
            ("Carts", [[7, "beak broken"], [8, "Wheel lost."]]),
        )
    )
    birds, carts = drafted(page).lists
    first, second, third = names(birds)
    assert second == f"{first}_2"
    assert names(carts)[0] == third
    assert len({first, third, names(carts)[1]}) == 3


def test_documented_names_that_are_no_names_of_python(monkeypatch: pytest.MonkeyPatch) -> None:
    documented = ("not-found", "1st", "class", "Ünïcode", "heron's", "camelCase", "…", "mro")
    rows = [
        [at, name, f"It stands in row {at} of the book."]
        for at, name in enumerate(documented, start=100)
    ]
    codes = only(provider := drafted("## X\n\n" + table(["Code", "Name", "Text"], *rows)))
    assert [fact.name for fact in facts(codes)] == list(documented)
    assert names(codes)[:6] == [
        "NOT_FOUND",
        "CODE_1_ST",
        "CLASS",
        "UNICODE",
        "HERON_S",
        "CAMEL_CASE",
    ]
    hold_module(provider, monkeypatch)


def test_a_code_that_the_page_has_twice_under_two_names() -> None:
    rows = [[at, f"AT_{'ABCDEFGHIJK'[at]}", "It is as it is."] for at in range(11)]
    page = "## X\n\n" + table(["Id", "Name", "Text"], *rows, [10, "OTHERWISE", "It is as it is."])
    codes = only(drafted(page))
    assert [alias.name for alias in codes.codes[-1].aliases] == ["OTHERWISE"]


# Which column is which. The rows of a table (|), and each of its codes (=): its name and value, its
# documented name, and its description.

DRAFTS = """\
# a long text twice
| Code | Text |
| 2 | The operator refused it, because the number is not in the network. |
| 19 | The operator refused it, because the number is not in the network. |
= OPERATOR_REFUSED = 2, None: The operator refused it, because the number is not in the network.
= OPERATOR_REFUSED_19 = 19, None: The operator refused it, because the number is not in the network.
# a long text as a value
| Code | Text |
| MESSAGE_REFUSED_BY_THE_OPERATOR_OF_THE_NETWORK | So. |
| LOST | It is. |
= MESSAGE_REFUSED_BY_THE_OPERATOR_OF_THE = 'MESSAGE_REFUSED_BY_THE_OPERATOR_OF_THE_NETWORK', None: So.
= LOST = 'LOST', None: It is.
# equal names
| Id | Name | Text |
| 1 | Lost | It was lost at sea. |
| 2 | Lost | It was lost on land. |
| 3 | LOST | It was lost for good. |
= LOST = 1, Lost: It was lost at sea.
= LOST_2 = 2, Lost: It was lost on land.
= LOST_3 = 3, LOST: It was lost for good.
# no text
| Code | Text |
| 7 | |
| -1 | |
| 0 | … |
| 8 | The wind is contrary. |
= CODE_7 = 7, None:
= CODE_MINUS_1 = -1, None:
= CODE_0 = 0, None: …
= WIND_CONTRARY = 8, None: The wind is contrary.
# leading zeros
| Code | Text |
| 007 | It is secret. |
| 010 | It is early. |
= SECRET = '007', None: It is secret.
= EARLY = '010', None: It is early.
# names longer than texts
| Code | Name | Description |
| 500 | Internal loft error | Oops. |
| 501 | No such bird here | Ow. |
= INTERNAL_LOFT_ERROR = 500, Internal loft error: Oops.
= NO_SUCH_BIRD_HERE = 501, No such bird here: Ow.
# inline code without a text behind it
| Id | Error |
| 7 | `FLYING` It is in the air. |
| 8 | `LOST` |
| 9 | `LANDED` It has arrived. |
= FLYING = 7, FLYING: It is in the air.
= LOST = 8, LOST:
= LANDED = 9, LANDED: It has arrived.
# numbers are no names
| HTTP status | Error code | Message |
| 404 | 1 | No loft. |
| 404 | 2 | No ring. |
| 500 | 3 | A storm. |
= NO_LOFT = 1, None: No loft.
= NO_RING = 2, None: No ring.
= STORM = 3, None: A storm.
# identifiers before numbers
| Name | Error | Text |
| QUEUED | 7 | It waits for a wind. |
| SENT | 8 | It is in the air. |
= QUEUED = 7, QUEUED: It waits for a wind.
= SENT = 8, SENT: It is in the air.
"""


@pytest.mark.parametrize("entry", DRAFTS.split("# ")[1:], ids=lambda entry: entry.split("\n")[0])
def test_the_codes_of_a_table(entry: str) -> None:
    rows = [line.strip("| ").split(" | ") for line in entry.splitlines() if line.startswith("|")]
    found = only(drafted("## X\n\n" + table(*rows)))
    assert [
        f"= {code.name} = {code.value!r}, {found.documented_name(code)}: {code.description}".strip()
        for code in found.codes
    ] == [line for line in entry.splitlines() if line.startswith("=")]


@pytest.mark.parametrize(
    "columns",
    [
        ("description", "value", "permanent", "name"),
        ("permanent", "description", "name", "value"),
        ("name", "value", "description", "permanent"),
    ],
)
def test_columns_in_any_order(columns: tuple[str, ...]) -> None:
    rows = (
        PageRow(400, "No loft", True, "There is no such loft in town."),
        PageRow(401, "No ring", False, "The bird wears no ring at all."),
    )
    lists = [PageList("Refusals", rows)]
    style = Style(columns=columns, extra=True)
    hold_to_page(drafted(write(lists, "markdown", style)), lists, "markdown", style)


def test_a_table_of_parameters_with_default_values_is_no_list() -> None:
    parameters = table(
        ["Parameter", "Default value", "Meaning"],
        ["to", "none", "Who is to have the letter."],
        ["from", "the loft", "Who has written the letter."],
    )
    codes = table(["Code", "Text"], [1, "The bird is ill."], [2, "The bird is old."])
    provider = drafted(f"# Post\n\n## Parameters\n\n{parameters}\n## Errors\n\n{codes}")
    assert [each.title for each in provider.lists] == ["Errors"]


def test_a_column_of_codes_without_a_header() -> None:
    bare = table(["", "State", ""], [1, "It flies.", "a"], [2, "It rests.", "b"])
    codes = table(["Code", "Text", ""], [1, "It is ill.", "a"], [2, "It is old.", "b"])
    done = new(f"# Post\n\n## States\n\n{bare}\n## Errors\n\n{codes}")
    assert done.status == 0
    code_list = only(loaded())
    assert code_list.tables
    assert code_list.tables.columns == (("value", "Code"), ("description", "Text"))


# What a person decides beforehand

SCALE = """\
# Scale

## Errors

| Code | Level | Message | Remedy |
|---|---|---|---|
| 1 | ERROR | Scale dirty | Wipe it. |
| 2 | ERROR | Scale lost | Buy one. |

## Weights

| Code | Meaning |
|---|---|
| 7 | It is heavy. |
"""


def test_columns_a_heading_and_a_name_of_ones_own() -> None:
    columns = "value=Code,name=Message,advice=Remedy"
    assert new(SCALE, "--columns", columns, "--heading", "Errors", "--list", "Fault").status == 0
    faults = only(loaded())
    assert faults.name == "Fault" and names(faults) == ["SCALE_DIRTY", "SCALE_LOST"]
    assert [(fact.name, fact.title) for fact in faults.facts] == [
        ("level", "Level"),
        ("advice", "Remedy"),
    ]


def test_the_lists_of_a_further_page_join_the_spec() -> None:
    assert new(SCALE, "--heading", "Errors").status == 0
    before = loaded()
    assert new(SCALE).status == 0
    after = loaded()
    assert [each.name for each in after.lists] == ["Error", "Weight"]
    assert (after.documents, after.lists[0].codes) == (before.documents, before.lists[0].codes)
    assert new("# Parts\n\n| Code | Part |\n|---|---|\n| 4 | Foot |\n").status == 0
    assert [each.document for each in loaded().lists] == ["codes", "codes", "parts"]
    assert run("validate").status == 0


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (["--columns", "name=Message"], "add value=HEADER"),
        (["--columns", "value=Code,Level"], "value=Code,name=Title"),
        (["--columns", "value=Code,title=Level"], "the fact title"),
        (["--columns", "value=Kode"], "no list of codes"),
        (["--list", "fault"], "try Fault"),
        (["--list", "Fault"], "--heading: Errors, Weights"),
        (["--heading", "Faults"], "no list of codes"),
    ],
)
def test_decisions_that_fit_nothing(option: list[str], words: str) -> None:
    write_file(Path("page"), SCALE)
    refused(words, "--document", "page", *option)


# Plain text whose columns one blank parts

WORDS = [
    "400 Bad Loft There is no such loft.",
    "401 No Ring The bird wears no ring.",
]


def test_names_of_several_words_are_not_guessed() -> None:
    page = "\n".join(["Refusals", "", "Code Name Description", *WORDS, ""])
    done = new(page)
    assert done.status == 0
    told = [line for line in done.err.splitlines() if "warning[" in line]
    assert [line.partition(": ")[0] for line in told] == ["page:4:1", "page:5:1"]
    for line, words in zip(told, WORDS, strict=True):
        assert "row-not-split" in line
        assert line.endswith(words)
    refusals = only(provider := loaded())
    assert names(refusals) == ["CODE_400", "CODE_401"]
    assert refusals.documents == ()
    assert [fact.name for fact in facts(refusals)] == [None, None]
    assert refusals.tables and dict(refusals.tables.columns)["name"] == "Name"
    held(provider)


def test_identifiers_split_a_line() -> None:
    lines = ["400 NO_LOFT There is no such loft.", "401 RING The bird wears no ring."]
    provider = drafted("\n".join(["Refusals", "", "Code Name Description", *lines, ""]))
    refusals = only(provider)
    assert refusals.documents == ("name",)
    assert facts(refusals) == [
        Fact(400, "NO_LOFT", None, None, "There is no such loft."),
        Fact(401, "RING", None, None, "The bird wears no ring."),
    ]


# What is refused


def refused(words: str, *arguments: str, slug: str = SLUG) -> None:
    """Hold the command to say so on one line, and to write nothing."""
    before = contents(Path())
    done = run("new", slug, *arguments)
    assert done.status == 2
    assert contents(Path()) == before
    assert done.out == ""
    assert len([line for line in done.err.splitlines() if words in line]) == 1, done.err


ADDRESSES = ("post.example", "ftp://post.example/a", "https://a b", "")
PATHS = ("errors.sm", "error", "errors.sms.0.code", ".", "errors..sms")
PAGE = "# Post\n\n## Errors\n\n" + table(["Code", "Text"], [1, "The bird is ill."])


@pytest.mark.parametrize(
    ("slug", "better"),
    [
        ("My-Slug", "my_slug"),
        ("acme.yaml", "acme_yaml"),
        ("1acme", "code_1_acme"),
        ("class", "class_codes"),
        ("a__b", "a_b"),
        ("é", "e"),
        ("../acme", "acme"),
        ("", "code"),
        # Each of them would take the place of something in the emitted package.
        ("find", ""),
        ("find_in", ""),
        ("annotations", ""),
    ],
)
def test_a_slug_that_is_illegal(slug: str, better: str) -> None:
    write_file(Path("page"), PAGE)
    refused(f"the slug {slug} ", "--document", "page", slug=slug)
    if better:
        refused(f"try {better}", "--document", "page", slug=slug)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("", "the page is empty"),
        (" \n\t\n", "the page is empty"),
        ("# Post\n\nHerons carry letters.\n", "no list of codes could be read from the page"),
        (table(["Bird", "Weight"], ["heron", "two"]), "tables there: Bird | Weight"),
        ("<html><div id=app></div></html>", "a script would fill it in"),
        ("<html><form><input type=password></form></html>", "the page asks for a password"),
        ('{"data": {"errors": [{"code": 1, "text": "The bird is ill."}]}}', "paths: data.errors"),
    ],
)
def test_a_page_without_codes(page: str, words: str) -> None:
    write_file(Path("page"), page)
    refused(words, "--document", "page")
    refused("page:1:1: error[", "--document", "page")


RECORD = '{"errors": {"sms": [{"code": 1, "text": "The bird is ill."}]}}'


@pytest.mark.parametrize(
    ("content", "arguments", "words"),
    [
        (PAGE, [], "--document FILE, or --address URL"),
        (PAGE, ["--document", "nowhere.html"], "nowhere.html"),
        (PAGE, ["--document", "folder"], "folder"),
        (
            PAGE,
            ["--document", "page", "--reader", "markdwn"],
            "did you mean markdown",
        ),
        (PAGE, ["--document", "page", "--reader", "markdown", "--path", "a"], "follows no path"),
        *((PAGE, ["--document", "page", "--address", at], "address") for at in ADDRESSES),
        *((RECORD, ["--document", "page", "--path", at], "the page has no ") for at in PATHS),
    ],
)
def test_what_is_refused(content: str, arguments: list[str], words: str) -> None:
    Path("folder").mkdir()
    write_file(Path("page"), content)
    refused(words, *arguments)


def test_what_the_folder_has_is_refused() -> None:
    Path("page").write_bytes(b"\xff\xfe\xfa\x00\xd8")
    refused("the text is not in utf-16", "--document", "page")
    assert new(PAGE).status == 0
    refused("the spec has all lists of the page", "--document", "page")
    shutil.rmtree("specs")
    write_file(Path("specs"), "This is no folder.\n")
    refused("specs", "--document", "page")


@pytest.mark.parametrize("title", ["A\u200bcme", "A\ncme", "  Acme", ""])
def test_a_title_that_a_spec_cannot_hold_is_mended_or_refused(title: str) -> None:
    done = new(PAGE, "--title", title)
    assert "Traceback" not in done.err
    if Path("specs").exists():
        held(loaded())
    else:
        assert done.status == 2


# Any page

PIECES = (
    *("# Post", "## Errors", "### Open (group id: 1)", "Errors", "", "---", "{% hint %}"),
    *("| Code | Name | Text |", "|---|---|---|", "| 7 | SENT | It is sent. |", "| 7 | | |"),
    *("Code Name Description", "400 Bad Loft There is none.", "401 NO_RING It has none.", "7"),
    *("Code\tPermanent\tText", "8\ttrue\tIt is lost.", "9\t\t", "| 8 | `LOST` It is lost |"),
    *("<html><h2>Errors</h2>", "<table><tr><th>Code<th>Text", "<tr><td>1<td>One", "</table>"),
    *("<td colspan=3 rowspan=2>&nbsp;", "<script>", "<!--", "-->", "[block:parameters]", "{"),
    *('{"code": 1, "text": "x"}', "- code: 1", "  text: it", "[", "]", "}", "[/block]", "&x *x"),
    *("| -0 | \u200bnone\u00ad | ‘x’ |", "| 2 | null | ~ |", "| A_B | x: #y | 'z |", "\x0b\x1f"),
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES) | st.text("ab7|`# \t<>{}:-\"'", max_size=12), max_size=14).map(
        "\n".join
    ),
)
OPTIONS = st.sampled_from(
    [
        *([], [], [], ["--reader", "html"], ["--reader", "markdown"], ["--reader", "columns"]),
        *(["--reader", "records"], ["--reader", "readme"], ["--path", "errors"], ["--path", "0"]),
    ]
)


@MANY
@given(TEXTS, OPTIONS)
def test_any_text_is_a_page_or_none(text: str, options: list[str]) -> None:
    with apart():
        Path("page").write_bytes(text.encode("utf-8", "replace"))
        done = run("new", SLUG, "--document", "page", *options)
        assert done.status in (0, 1, 2)
        assert Path("specs").exists() == (done.status != 2)
        if done.status != 2:
            loaded()
        if done.status == 0:
            assert run("validate").status == 0


class apart:
    """A project of its own for one example, which is the current folder meanwhile."""

    def __enter__(self) -> None:
        self._before = os.getcwd()
        self._folder = tempfile.mkdtemp()
        os.chdir(self._folder)
        write_file(Path("pyproject.toml"), PYPROJECT)

    def __exit__(self, *_: object) -> None:
        os.chdir(self._before)
        shutil.rmtree(self._folder)


@in_all_shapes
@MANY
@given(data=st.data())
def test_any_page_of_codes_becomes_a_spec_that_says_the_same(
    shape: str, data: st.DataObject
) -> None:
    edition = data.draw(editions(shape))
    style = data.draw(styles(shape, joined=data.draw(st.booleans())))
    # Of identifiers before identifiers, nobody can say which are the values, and a further column
    # of short texts may be the names of codes that have none.
    has_names = all(code.name for each in edition.lists for code in each.codes)
    style = replace(style, columns=Style().columns, extra=style.extra and has_names)
    lists = [page_list(listing) for listing in edition.lists]
    for each in lists:
        # A column of flags is neither; and one blank parts no names from their texts.
        for texts in (
            {row.description.casefold() for row in each.all_rows},
            {(row.name or "none").casefold() for row in each.all_rows},
        ):
            assume(not texts <= {"true", "false", "yes", "no", "null"})
        assume(shape != "columns" or {row.name for row in each.all_rows} == {None})
        # That is how a page says that there is nothing.
        assume(all("null" not in (row.name, row.description) for row in each.all_rows))
        # Where no name has a text behind it, the texts may stand in another column.
        assume(not style.joined or any(row.description for row in each.all_rows))
    page = edition_page(edition, shape, style)
    options = ["--path", lists[0].heading] if shape in RECORDS else []
    with apart():
        provider = drafted(page, *options)
        hold_to_page(provider, lists, shape, style)


def test_plain_text_with_a_table_for_each_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The headings are of one level, and the tables have one header line."""
    page = """\
Post codes

Answers

Open (group id: 1)

Code Text
7 The bird is on its way.

Done (group id: 2)

Code Text
9 The bird is there.
"""
    monkeypatch.chdir(tmp_path)
    write_file(tmp_path / "page.txt", page)
    done = run("new", "heron", "--document", "page.txt")
    assert (done.status, done.err) == (0, "")
    text = (tmp_path / "specs/heron.yaml").read_text()
    assert 'group: "{name} (group id: {value})"' in text
    assert run("drift", "heron", "--document", "page.txt").status == 0


@pytest.mark.parametrize(
    "headers",
    [("<th><th>Description", "<th>Description"), ("<th>A<th>B", "<th>B<th>C", "<th>C<th>A")],
)
def test_tables_that_no_binding_could_tell_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, headers: tuple[str, ...]
) -> None:
    """The values may stand in a column that only some of them have."""
    page = "<table>" + "</table><table>".join(
        f"<tr>{header}{''.join(f'<tr><td>{number}{row}' for row in range(3))}"
        for number, header in enumerate(headers, start=1)
    )
    monkeypatch.chdir(tmp_path)
    write_file(tmp_path / "page.html", page)
    done = run("new", "heron", "--document", "page.html")
    assert done.status in (0, 1, 2) and "Traceback" not in done.err
    if (tmp_path / "specs/heron.yaml").exists():
        assert run("validate", "heron").status == 0


@pytest.mark.parametrize(
    ("page", "columns"),
    [
        ("| | Text |\n|---|---|\n| 1 | one |\n| 2 | two |\n", None),
        ("| Code | |\n|---|---|\n| 1 | one |\n| 2 | two |\n", "columns: {value: Code}\n"),
        ("| Code | \u200b | Text |\n|---|---|---|\n| 1 | A | one |\n| 2 | B | two |\n", "Text}\n"),
        ("<h2>N<table><tr><td>5/><td><tr><td>7<e", "columns: {value: 5/>}\n"),
    ],
)
def test_a_column_without_a_name_is_bound_to_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, columns: str | None
) -> None:
    """There is nothing that a spec could call it, and a spec with an empty text is refused."""
    monkeypatch.chdir(tmp_path)
    write_file(tmp_path / "page.md", page if page.startswith("<") else f"# Codes\n\n{page}")
    done = run("new", "heron", "--document", "page.md")
    spec = tmp_path / "specs/heron.yaml"
    if columns is None:
        assert (done.status, spec.exists()) == (2, False)
        assert "no list of codes could be read" in done.err
    else:
        assert columns in spec.read_text(encoding="utf-8")
        assert run("validate", "heron").status == 0
