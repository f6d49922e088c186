"""`provider-codes new` as a new user runs it: a page of a provider that nobody has becomes a spec.

The pages are about a post of herons that does not exist. Those whose spec is to be read are files
in tests/drafts, with what the command says and writes. What other drafts say is held against the
page, not against another draft. A draft is only good when `validate` takes it, `drift` finds the
page in it again, and the module made of it is proven.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from helpers_cases import Case, Goldens, rendered
from helpers_editions import editions, page_list, styles
from helpers_editions import page as edition_page
from helpers_generate import Run, contents, run
from helpers_generate import write as write_file
from helpers_specs import module_of
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
from provider_codes_generator.model.registry import CodeList, Provider
from provider_codes_generator.prove import prove
from provider_codes_generator.spec.load import load_text

DRAFTS = Path(__file__).parent / "drafts"
SLUG = "acme"
PYPROJECT = """\
[tool.provider-codes]
specs = "specs"
output = "src/acme_codes"
"""
RECORDS = ("records-json", "records-yaml")

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


# Pages whose spec is to be read


def outcome(case: Case) -> Iterator[str]:
    """What the command says, the spec, and what other commands say of it."""
    shutil.rmtree("specs", ignore_errors=True)
    before = contents(Path())
    done = new(case.page, "--retrieved", "2026-01-02", *case.options)
    yield f"{done.status}"
    yield from (done.err + done.out).splitlines()
    if done.status == 2:
        assert contents(Path()) == before | {"page": case.page.encode()}
        return
    yield from Path("specs/acme.yaml").read_text(encoding="utf-8").splitlines()
    compared = run("drift", SLUG, "--document", "page", "--format", "json")
    found = json.loads(compared.out)
    assert (found["changes"], compared.status, run("validate").status) == ([], 0, 0)
    provider = loaded()
    assert prove(provider, {}, module_of(provider), "acme.py") == []
    assert not [each for each in found["findings"] if each["level"] == "error"]


@pytest.mark.parametrize("name", ["pages", "lists", "codes", "refused"])
def test_what_becomes_of_a_page(name: str, goldens: Goldens) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in DRAFTS.glob("*.txt")}
    goldens(DRAFTS, texts | {f"{name}.txt": rendered(DRAFTS / f"{name}.txt", outcome)})


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
    provider, findings = load_text(text, f"{slug}.yaml")
    assert findings == []
    assert isinstance(provider, Provider)
    return provider


def drafted(page: str, *options: str) -> Provider:
    """The spec of a page: sound, and the page is found in it again."""
    done = new(page, *options)
    assert done.status == 0, done.err
    assert "error[" not in done.err
    provider = loaded()
    held(provider)
    return provider


def held(provider: Provider) -> None:
    """Hold a draft to what every draft has to be."""
    proposed = [each for each in provider.lists if any(code.name_proposed for code in each.codes)]
    done = run("validate", "--format", "json")
    told: list[dict[str, Any]] = json.loads(done.out)["findings"]
    assert (done.status, [each["id"] for each in told]) == (0, ["name-proposed"] * len(proposed))
    done = run("drift", SLUG, "--document", "page", "--format", "json")
    found: dict[str, Any] = json.loads(done.out)
    left_out = [each for each in found["ledger"] if each["is_codes"]]
    assert (found["changes"], done.status, len(left_out)) == ([], 0, 0)
    assert not [each for each in found["findings"] if each["level"] == "error"]


def facts(code_list: CodeList) -> list[Fact]:
    """What a list says of its codes, in order."""
    groups = {
        group.name: (group.value, group.documented_name or group.name) for group in code_list.groups
    }
    return [
        Fact(
            code.value,
            code.documented_name,
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
def test_a_page_becomes_a_spec_that_says_the_same(shape: str, variant: Variant) -> None:
    lists, style = variant.lists(shape), Style(joined=variant.joined)
    options = ["--path", lists[0].heading] if shape in RECORDS else []
    provider = drafted(write(lists, shape, style), *options)
    hold_to_page(provider, lists, shape, style)
    assert [each.name for each in provider.lists] == ["AnswersOfThePost", "Toll"][: len(lists)]
    if variant.named:
        names = [code.name for code in provider.lists[0].codes]
        assert names == [row.name for row in ANSWERS]
    assert run("generate").status == 0


# Further pages, and what is refused


def test_a_table_that_cannot_be_read_changes_no_other() -> None:
    struck = (
        "# Old\n\n| Code | Text |\n|---|---|\n| ~~1~~ | ~~A_C One.~~ |\n| ~~2~~ | ~~A_D Two.~~ |\n"
    )
    texts = enumerate(("BAD_KEY Bad.", "NO_KEY None.", "A_B C.", "EXPIRED It is late."), start=7)
    rows = "".join(f"| {code} | {text} |\n" for code, text in texts)
    done = new(f"{struck}\n# New codes\n\n| Id | Text |\n|---|---|\n{rows}")
    assert "2 rows: looks like codes, but no list is bound to it" in done.err
    assert "EXPIRED:" in Path("specs/acme.yaml").read_text(encoding="utf-8")


def test_an_identifier_among_words_is_a_new_code() -> None:
    page = "## Status codes\n- `SENT`: It flies.\n- `LOST`: It is lost.\n"
    assert new(page).status == 0
    write_file(Path("page"), page.replace("- `LOST`", "- `BLOWN_AWAY`: It is gone.\n- `LOST`"))
    found = json.loads(run("drift", SLUG, "--document", "page", "--format", "json").out)
    assert [(each["kind"], each["value"]) for each in found["changes"]] == [
        ("code-added", "BLOWN_AWAY")
    ]


def test_the_lists_of_a_further_page_join_the_spec() -> None:
    table = "# Post\n\n## {}\n\n| Code | Text |\n|---|---|\n| 1 | The bird is ill. |\n\n"
    both = table.format("Errors") + table.format("Weights")
    assert new(both, "--heading", "Errors").status == 0
    before = loaded()
    assert [each.heading for each in before.ignore] == [("Post", "Weights")]
    spec = Path("specs/acme.yaml")
    text = spec.read_text(encoding="utf-8")
    spec.write_text(text.replace("reason: not chosen when the", "reason: No"), encoding="utf-8")
    refused("the spec has all lists of the page", "--document", "page")
    spec.write_text(text, encoding="utf-8")
    assert new(both).status == 0
    after = loaded()
    assert [each.name for each in after.lists] == ["Error", "Weight"]
    assert after.ignore == ()
    assert (after.documents, after.lists[0].codes) == (before.documents, before.lists[0].codes)
    assert new("# Parts\n\n| Code | Part |\n|---|---|\n| 4 | Foot |\n").status == 0
    assert [each.document for each in loaded().lists] == ["codes", "codes", "parts"]
    assert run("validate").status == 0
    refused("the spec has all lists of the page", "--document", "page")


def refused(words: str, *arguments: str, slug: str = SLUG) -> None:
    """Hold the command to say so on one line, and to write nothing."""
    before = contents(Path())
    done = run("new", slug, *arguments)
    assert done.status == 2
    assert contents(Path()) == before
    assert done.out == ""
    assert len([line for line in done.err.splitlines() if words in line]) == 1, done.err


PAGE = "# Post\n\n## Errors\n\n| Code | Text |\n|---|---|\n| 1 | The bird is ill. |\n"


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


def test_the_records_at_another_path_of_the_page_join_the_spec() -> None:
    rows = {each: [{"code": at, "text": f"{each} {at}"} for at in (1, 2)] for each in ("A", "B")}
    for path in rows:
        assert new(json.dumps(rows), "--path", path).status == 0
    provider = loaded()
    assert [each.name for each in provider.lists] == ["A", "B"]
    assert (len(provider.documents), provider.ignore) == (1, ())
    assert run("drift", SLUG, "--document", "page").out == "no changes\n"


def test_a_page_in_the_place_of_the_slug() -> None:
    write_file(Path("page.md"), PAGE)
    refused("pass SLUG --document page.md", slug="page.md")


def test_a_page_of_more_lists_than_any_page_has() -> None:
    tables = (f"| Code {at} | Text |\n|---|---|\n| {at} | Ill. |\n" for at in range(1_001))
    write_file(Path("page"), "\n".join(tables))
    refused("the page has 1,001 lists of codes; the limit is 1,000", "--document", "page")


def test_few_of_many_tables_are_named() -> None:
    tables = (f"| Day {at} | Text |\n|---|---|\n| Ill | Bad. |\n" for at in range(1_001))
    write_file(Path("page"), "\n".join(tables))
    done = run("new", SLUG, "--document", "page")
    assert "Day 0 | Text; Day 1 | Text; " in done.err
    assert max(map(len, done.err.splitlines())) < 1_000


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "--document FILE, or --address URL"),
        (["--document", "nowhere.html"], "nowhere.html"),
        (["--document", "folder"], "folder"),
        (["--document", "https://acme.example/codes"], "an address is for `new --address`"),
        (["--document", "bytes"], "the text is not in utf-16"),
        (["--document", "page"], "specs"),
        (["--document", "page", "--reader", ""], "--reader is empty"),
        (["--document", "page", "--path", " "], "--path is empty"),
        (["--document", "page", "--list", "TypeError"], "try TypeErrorCodes"),
        (["--address", "https://acme.example/\u200b"], "the address contains the invisible"),
    ],
)
def test_what_is_no_page_or_no_folder(arguments: list[str], words: str) -> None:
    Path("folder").mkdir()
    Path("bytes").write_bytes(b"\xff\xfe\xfa\x00\xd8")
    write_file(Path("page"), PAGE)
    write_file(Path("specs"), "This is no folder.\n")
    refused(words, *arguments)


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


@settings(MANY, max_examples=2 * MANY.max_examples)
@given(shape=st.sampled_from(SHAPES), data=st.data())
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
