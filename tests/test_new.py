"""`provider-codes new` as a new user runs it: the page of a new provider becomes a spec.

The pages are about a fictional post of herons. Those whose specs should be reviewed are files in
tests/drafts, with the output and the spec. Other drafts are compared with the page, not with
another draft. A draft is good only if `validate` accepts it, `drift` finds the page in it again,
and its module is proven.
"""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from helpers_cases import Case, Goldens, rendered
from helpers_editions import Edition, Entry, editions, page_list, styles
from helpers_editions import page as edition_page
from helpers_generate import Run, contents, run
from helpers_generate import write as write_file
from helpers_specs import module_of, sound
from helpers_pages import (
    EXTRA,
    SHAPES,
    Style,
    bindings,
    shown_heading,
    write,
)
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from test_readers import damaged_pages
from provider_codes_generator.model.registry import Provider
from provider_codes_generator.prove import prove

DRAFTS = Path(__file__).parent / "drafts"
SLUG = "acme"
PYPROJECT = """\
[tool.provider-codes]
specs = "specs"
output = "src/acme_codes"
"""
RECORDS = ("records-json", "records-yaml")

# The spec explains a failure better than the phase that varies the rest of an example.
MANY = settings(
    phases=set(Phase) - {Phase.explain},
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without specs, as the current folder."""
    monkeypatch.chdir(tmp_path)
    write_file(tmp_path / "pyproject.toml", PYPROJECT)
    return tmp_path


# Pages whose specs should be reviewed

HEAD = "# yaml-language-server: $schema=schema.json\nprovider: acme\ntitle: Acme\n"


def outcome(case: Case) -> Iterator[str]:
    """The output, and the spec, without its head if that is as usual; other commands read it."""
    shutil.rmtree("specs", ignore_errors=True)
    before = contents(Path())
    done = new(case.page, "--retrieved", "2026-01-02", *case.options)
    yield f"{done.status}"
    yield from (done.err + done.out).splitlines()
    if done.status == 2:
        assert contents(Path()) == before | {"page": case.page.encode()}
        return
    spec = Path("specs/acme.yaml").read_text(encoding="utf-8")
    yield from spec.removeprefix(HEAD).splitlines()
    compared = run("drift", SLUG, "--document", "page", "--format", "json")
    found = json.loads(compared.out)
    assert (found["changes"], compared.status, run("validate").status) == ([], 0, 0)
    provider = loaded()
    assert prove(provider, {}, module_of(provider), "acme.py") == []
    assert not [each for each in found["findings"] if each["level"] == "error"]


@pytest.mark.parametrize("name", ["pages", "lists", "codes", "refused"])
def test_draft_of_a_page(name: str, goldens: Goldens) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in DRAFTS.glob("*.txt")}
    goldens(DRAFTS, texts | {f"{name}.txt": rendered(DRAFTS / f"{name}.txt", outcome)})


# Properties of a draft


def new(page: str, *options: str, slug: str = SLUG) -> Run:
    """The run of the command on a page in a file."""
    write_file(Path("page"), page)
    return run("new", slug, "--document", "page", *options)


def loaded() -> Provider:
    """The spec that was written, without findings."""
    return sound(Path("specs/acme.yaml").read_text(encoding="utf-8"))


def drafted(page: str, *options: str) -> Provider:
    """The spec of a page: valid, and the page is found in it again."""
    done = new(page, *options)
    assert done.status == 0, done.err
    assert "error[" not in done.err
    provider = loaded()
    proposed = [each for each in provider.lists if any(code.name_proposed for code in each.codes)]
    done = run("validate", "--format", "json")
    printed: list[dict[str, Any]] = json.loads(done.out)["findings"]
    assert (done.status, [each["id"] for each in printed]) == (0, ["name-proposed"] * len(proposed))
    done = run("drift", SLUG, "--document", "page", "--format", "json")
    found: dict[str, Any] = json.loads(done.out)
    left_out = [each for each in found["ledger"] if each["is_codes"]]
    assert (found["changes"], done.status, len(left_out)) == ([], 0, 0)
    assert not [each for each in found["findings"] if each["level"] == "error"]
    return provider


def check_draft(provider: Provider, edition: Edition, shape: str, style: Style) -> None:
    """Check that the lists of a spec have the facts of the edition's page."""
    for found, listing in zip(provider.lists, edition.lists, strict=True):
        heading = shown_heading(listing.heading, shape, style)
        assert (found.title, found.values) == (heading, "int")
        ids = {group.name: int(group.value) for group in found.groups}
        codes = [
            Entry(
                each.value,
                each.documented_name,
                each.permanent,
                ids.get(each.group or ""),
                each.description,
            )
            for each in found.codes
        ]
        order = [None, *listing.group_names]
        assert codes == sorted(listing.codes, key=lambda code: order.index(code.group))
        assert [
            (each.value, each.documented_name or each.name, each.description)
            for each in found.groups
        ] == [(each.value, each.name, each.description) for each in listing.groups]
        binding = bindings(page_list(listing), shape, style)
        own = {fact.name: fact.title for fact in found.facts}
        assert list(own.values()) == [EXTRA] * style.extra
        assert set(found.documents) - own.keys() == (
            set(binding["columns"]) & {"name", "permanent"}
        ) | ({"group"} if listing.groups else set())
        assert found.tables
        assert dict(found.tables.columns) == binding["columns"] | own
        assert found.tables.group == ((binding["group"],) if binding["group"] else ())
        if shape in RECORDS:
            assert (found.tables.path, found.tables.heading) == (heading, ())
        else:
            assert (found.tables.path, found.tables.heading) == (None, (heading,))


# More pages, and what is refused


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


def test_tables_that_were_not_chosen_are_no_drift() -> None:
    """One looks like codes, and another below the same heading does not."""
    states = "## States\n\nLIGHT\n: It flies.\n\nHEAVY\n: It sits.\n\n"
    words = "### Words\n\nthe weight of a bird\n: Its mass.\n\nthe rest\n: All else.\n"
    assert new(f"{PAGE}\n{states}{words}", "--heading", "Errors").status == 0
    assert [each.name for each in loaded().lists] == ["Error"]
    assert run("drift", SLUG, "--document", "page").status == 0


def refused(words: str, *arguments: str, slug: str = SLUG) -> None:
    """Check that the command refuses on one line, and writes nothing."""
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
        # Each of them would replace something in the emitted package.
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


RULE = "+-----+--------+"


@pytest.mark.parametrize(
    ("suffix", "reader", "lines"),
    [
        ("rst", "rst", ["", RULE, "| 101 | Wet.   |", RULE, "| 102 | Lost.  |", RULE]),
        # In reStructuredText, such a line marks the deeper heading below it.
        ("md", "markdown", ["", "* 101 - Wet.", "", "* 102 - Lost", "    and gone."]),
    ],
)
def test_the_suffix_of_a_file_says_how_to_read_it(
    suffix: str, reader: str, lines: list[str]
) -> None:
    page = Path(f"codes.{suffix}")
    write_file(page, "\n".join(["Errors", "======", *lines]))
    assert run("new", SLUG, "--document", str(page)).status == 0
    assert (loaded().documents[0].reader, loaded().lists[0].title) == (reader, "Errors")
    assert [code.value for code in loaded().lists[0].codes] == [101, 102]
    page.rename("page")
    assert run("drift", SLUG, "--document", "page").out.startswith("no changes")


@pytest.mark.parametrize(
    ("page", "text", "reason"),
    [
        ("codes.YAML", "  message: Late.", "line 7: duplicate key: message; first on line 6"),
        ("codes.yml", "  a: |\n    b | c\n    ---|---\n  a: b", "line 10: duplicate key: a"),
        ("codes.json", "// the end", "line "),
    ],
)
def test_records_that_cannot_be_parsed(page: str, text: str, reason: str) -> None:
    codes = "- code: 1\n  name: ONE\n  message: One.\n- code: 2\n  name: TWO\n  message: Two.\n"
    assert new(codes).status == 0
    write_file(Path(page), codes + text)
    for command in ("new", "drift"):
        done = run(command, SLUG, "--document", page)
        assert f"neither JSON nor YAML that can be read: {reason}" in done.out + done.err
        assert (done.status, "--accept-removals" in done.out) == (2, False)


def test_lines_that_only_the_name_of_their_file_calls_yaml() -> None:
    write_file(Path("codes.yaml"), "-- All codes\n0x01: Lost\n0x02: Late: gone")
    assert run("new", SLUG, "--document", "codes.yaml").status == 0
    assert [code.description for code in loaded().lists[0].codes] == ["Lost", "Late: gone"]


def test_words_in_yaml_below_a_comment_that_could_be_a_heading() -> None:
    write_file(Path("codes.yaml"), "# Errors\nlid_open: The lid is open.\nlamp_out: It is dark.\n")
    assert run("new", SLUG, "--document", "codes.yaml").status == 0
    assert loaded().documents[0].reader == "records"
    assert [code.value for code in loaded().lists[0].codes] == ["lid_open", "lamp_out"]


def test_a_page_instead_of_the_slug() -> None:
    write_file(Path("page.md"), PAGE)
    refused("pass SLUG --document page.md", slug="page.md")


def test_a_page_of_more_lists_than_any_page_has() -> None:
    tables = (f"| Code {at} | Text |\n|---|---|\n| {at} | Ill. |\n" for at in range(101))
    write_file(Path("page"), "\n".join(tables))
    message = "101 lists with different columns have the same heading; the limit is 100"
    refused(message, "--document", "page")


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
def test_what_is_not_a_page_or_a_folder(arguments: list[str], words: str) -> None:
    Path("folder").mkdir()
    Path("bytes").write_bytes(b"\xff\xfe\xfa\x00\xd8")
    write_file(Path("page"), PAGE)
    write_file(Path("specs"), "This is no folder.\n")
    refused(words, *arguments)


# Any page

OPTIONS = st.sampled_from(
    [
        *([], [], [], ["--reader", "html"], ["--reader", "markdown"], ["--reader", "columns"]),
        *(["--reader", "records"], ["--reader", "readme"], ["--path", "errors"], ["--path", "0"]),
    ]
)


@MANY
@given(st.text(max_size=200) | damaged_pages(), OPTIONS)
def test_any_text_is_a_page_or_refused(text: str, options: list[str]) -> None:
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
    """A separate project for one example, as the current folder meanwhile."""

    def __enter__(self) -> None:
        self._before = os.getcwd()
        self._folder = tempfile.mkdtemp()
        os.chdir(self._folder)
        write_file(Path("pyproject.toml"), PYPROJECT)

    def __exit__(self, *_: object) -> None:
        os.chdir(self._before)
        shutil.rmtree(self._folder)


FLAG_OR_NUMBER = re.compile("true|false|yes|no|y|n|null|-?[0-9]+")


@settings(MANY, max_examples=4 * MANY.max_examples)
@given(shape=st.sampled_from(SHAPES), data=st.data())
def test_any_page_of_codes_becomes_a_spec_that_says_the_same(
    shape: str, data: st.DataObject
) -> None:
    edition = data.draw(editions(shape))
    style = data.draw(styles(shape, joined=data.draw(st.booleans())))
    # If two columns have identifiers, either may be the values, and another column of short texts
    # may be the names of codes that have none.
    has_names = all(code.name for each in edition.lists for code in each.codes)
    style = replace(style, columns=Style().columns, extra=style.extra and has_names)
    lists = [page_list(listing) for listing in edition.lists]
    for each in lists:
        # A column of flags or numbers is neither; and a single space does not separate names from
        # texts.
        for texts in (
            {row.description.casefold() for row in each.all_rows},
            {(row.name or "none").casefold() for row in each.all_rows},
        ):
            words = texts - {""}
            assume(not words or not all(map(FLAG_OR_NUMBER.fullmatch, words)))
            # Quotes around each cell of a column do not belong to its texts.
            assume(not words or not all(text[0] == text[-1] in "'\"`" for text in words))
        assume(shape != "columns" or {row.name for row in each.all_rows} == {None})
        # That is how a page says that there is no value.
        assume(all("null" not in (row.name, row.description) for row in each.all_rows))
        # If no name has a text behind it, the texts may be in another column.
        assume(not style.joined or any(row.description for row in each.all_rows))
        # Words alone, such as those in capitals, may be names.
        assume(has_names or any(" " in row.description for row in each.all_rows))
        # If numbers may count the rows and there is a single identifier, either may be the values.
        assume({row.name for row in each.all_rows} != {"HTTP404"})
    page = edition_page(edition, shape, style)
    options = ["--path", lists[0].heading] if shape in RECORDS else []
    with apart():
        provider = drafted(page, *options)
        check_draft(provider, edition, shape, style)
