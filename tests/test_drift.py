"""`provider-codes drift` as a maintainer runs it: it reports just the edits of a page.

The pages are about a fictional post of herons. The cases are files in tests/drift: edits of a page
(`|`, and `1|` of the first place alone) and of the spec (`s|`), and the output (`=`). A case names
a shape or files of tests/inputs (`@`), or has its own lists (`$`) and page (`<`). `make goldens`
writes the output; review the diff.
"""

import json
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, cast

import pytest
import yaml
from helpers_cases import Case, Goldens, plain, rendered, with_edit
from helpers_generate import PAGES, ROOT, Run, needs_pages, run
from helpers_generate import write as write_file
from helpers_pages import MARKUP, SHAPES, PageGroup, PageList, PageRow, Style, bindings, write
from jsonschema import Draft202012Validator
from provider_codes_generator.pages.readers import read

CASES = Path(__file__).parent / "drift"
INPUTS = Path(__file__).parent / "inputs"
VALIDATOR: Any = Draft202012Validator(json.loads((ROOT / "docs/changes.schema.json").read_text()))
RECORDS = ("records-json", "records-yaml")

Lists = tuple[PageList, ...]
Facts = dict[str, Any]

WEATHER = PageList(
    "Weather codes",
    rows=(
        PageRow(900, "FOG", False, "Nothing can be seen."),
        PageRow(901, "HAIL", True, "Stay at home."),
    ),
)


# Pages and specs


def as_yaml(content: object) -> str:
    """Anything as YAML, fast if PyYAML can."""
    dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(content, Dumper=dumper, sort_keys=False, allow_unicode=True, width=10_000)
    return text


def suited(lists: Lists, shape: str) -> Lists:
    """The lists as the shape can hold them: without groups if it has none."""
    if shape in MARKUP:
        return lists
    return tuple(replace(each, rows=each.all_rows, groups=()) for each in lists)


def page_of(lists: Lists, shape: str, style: Style = Style()) -> str:
    """The page of the lists."""
    return write(suited(lists, shape), shape, style)


def lists_of(spec: Facts) -> Lists:
    """The lists as the page has them: a row for each code and for each alias."""
    found: list[PageList] = []
    for code_list in spec["lists"].values():
        rows: list[tuple[str | None, PageRow]] = []
        for name, code in code_list["codes"].items():
            for key, entry in {name: code, **code.get("aliases", {})}.items():
                called = entry.get("documented_name", key)
                called = called if "name" in code_list["documents"] else None
                facts = code["value"], called, code.get("permanent"), entry["description"]
                rows.append((code.get("group"), PageRow(*facts)))
        groups = tuple(
            PageGroup(
                group["value"],
                name,
                group["description"],
                tuple(row for of, row in rows if of == name),
            )
            for name, group in code_list.get("groups", {}).items()
        )
        loose = tuple(row for of, row in rows if of is None)
        found.append(PageList(code_list["title"], loose, groups))
    return tuple(found)


SPEC: Facts = yaml.safe_load((INPUTS / "post.yaml").read_text(encoding="utf-8"))
LISTS = lists_of(SPEC)
REFUSALS = LISTS[1]


def spec_of(shape: str, style: Style = Style()) -> Facts:
    """The spec, bound to pages of that shape; without groups if it has none."""
    spec = deepcopy(SPEC)
    for each, code_list in zip(suited(LISTS, shape), spec["lists"].values(), strict=True):
        binding = bindings(each, shape, style)
        place = "path" if shape in RECORDS else "heading"
        code_list["tables"] = {place: binding["heading"], "columns": binding["columns"]}
        if binding["group"]:
            code_list["tables"]["group"] = binding["group"]
        elif code_list.pop("groups", None):
            code_list["documents"].remove("group")
            for code in (*code_list["codes"].values(), *code_list["withdrawn"].values()):
                del code["group"]
    return spec


class Found(NamedTuple):
    """The command's JSON and exit code."""

    status: int
    changes: list[Facts]
    left_out: list[Facts]
    findings: list[Facts]
    bump: str

    @property
    def ids(self) -> list[str]:
        """The ids of the findings."""
        return [finding["id"] for finding in self.findings]

    @property
    def briefly(self) -> list[tuple[str, object]]:
        """The changes in short: provider and value."""
        return [(change["provider"], change["value"]) for change in self.changes]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, as the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def save_spec(text: str, slug: str = "heron") -> None:
    """Write a spec where the command looks for it."""
    write_file(Path("specs", f"{slug}.yaml"), text)


def reported(done: Run) -> Found:
    """The JSON of a run, checked against the schema."""
    assert done.err == "", done.err
    given: Facts = json.loads(done.out)
    assert [error.message for error in VALIDATOR.iter_errors(given)] == []
    left_out = [entry for entry in given["ledger"] if entry["kind"] == "left-out"]
    return Found(done.status, given["changes"], left_out, given["findings"], given["bump"])


def drift(spec: str, page: str) -> Found:
    """What `drift` finds between a spec and the page in a file."""
    save_spec(spec)
    write_file(Path("page"), page)
    return reported(run("drift", "heron", "--document", "page", "--format", "json"))


def shown(found: Found, whole: bool) -> Iterator[str]:
    """The output, in lines: changes, findings, and what was left out."""
    yield f"{found.status} {found.bump}"
    for line in sorted(map(json.dumps if whole else in_short, found.changes)):
        yield line
    for each in found.findings:
        yield f"{each['level']}[{each['id']}] {each['file']}:{each['line']}: {each['message']}"
        if each["help"]:
            yield f"    {each['help']}"
    for each in found.left_out:
        named = "what line heading code_list value rows is_codes reason text".split()
        facts = {name: each[name] for name in named if each[name] not in (None, "", 0)}
        yield f"left out: {json.dumps(facts, ensure_ascii=False)}"


def in_short(change: Facts) -> str:
    """A change: kind, list, value, name, before, after, effect, bump."""
    contents: tuple[object, object] = change["before"], change["after"]
    names = [
        cast(Facts, each).get("name", each) if isinstance(each, dict) else each for each in contents
    ]
    keys = ("kind", "list", "value", "name")
    parts = *(change[key] for key in keys), *names, change["effect"], change["bump"]
    return ", ".join(map(str, parts))


# Edits of a page

HEAD = """\
provider: heron
title: Heron
documents: {page: {title: Codes, retrieved: 2026-01-02}}
lists:
"""


def given(case: Case) -> tuple[str, str]:
    """The spec and the page of a case before its edits: its own, saved ones, or those of a shape.

    A spec of its own is HEAD with the lists of the case.
    """
    shape, *options = case.options
    if shape in SHAPES:
        lists = EDITED if "edited" in options else LISTS
        spec, page = as_yaml(spec_of(shape)), page_of(lists, shape)
    else:
        saved = (INPUTS / f"{shape}.{kind}" for kind in ("yaml", "md"))
        spec, page = (path.read_text(encoding="utf-8") if path.exists() else "" for path in saved)
    own = "\n".join(line[2:] for line in case.lines if line.startswith("$"))
    return HEAD + own if own else spec, case.page or page


def outcome(case: Case) -> Iterator[str]:
    """The output after a page and its spec are edited."""
    spec, page = given(case)
    for line in map(plain, case.lines):
        kind, _, edit = line.partition("| ")
        if kind == "s":
            spec = with_edit(spec, edit)
        elif kind in ("", "1"):
            page = with_edit(page, edit, 1 if kind else -1)
    return shown(drift(spec, page), "whole" in case.options)


@pytest.mark.parametrize("name", ["edits", "errata", "failures", "layouts", "lists"])
def test_edits_of_a_page(name: str, goldens: Goldens) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in CASES.glob("*.txt")}
    goldens(CASES, texts | {f"{name}.txt": rendered(CASES / f"{name}.txt", outcome)})


# Each shape of page


def edited(lists: Lists, at: int | str, **facts: Any) -> Lists:
    """The lists with other facts in the rows of a value, or without these rows."""

    def rows(old: Sequence[PageRow]) -> tuple[PageRow, ...]:
        return tuple(
            replace(row, **facts) if row.value == at else row
            for row in old
            if row.value != at or facts
        )

    return tuple(
        replace(
            each,
            rows=rows(each.rows),
            groups=tuple(replace(group, rows=rows(group.rows)) for group in each.groups),
        )
        for each in lists
    )


# A broken list keeps its codes, without a change; another list is reported.
EDITED = edited(edited(LISTS, 20, permanent=False), 501, permanent=True)


def variants(shape: str) -> Iterator[tuple[str, Facts, str]]:
    """Specs and pages whose edits differ between shapes; tests/test_editions.py has more."""
    spec = spec_of(shape)
    page = page_of(LISTS, shape)
    yield "as it is", spec, page
    yield "line ends and a byte order mark", spec, "\ufeff" + page.replace("\n", "\r\n")
    if shape not in RECORDS:
        yield "codes of no list", spec, page_of((*LISTS[:2], WEATHER, *LISTS[2:]), shape)
    yield from errata(shape)
    if shape in MARKUP:
        joined = Style(joined=True, nbsp=True, level=3)
        spec, page = spec_of(shape, style=joined), page_of(LISTS, shape, joined)
        yield "a name inside the text cell", spec, page
        yield "another name in there", spec, page.replace("LANDED", "ARRIVED")
        yield "a colon behind the name", spec, page.replace("LANDED", "LANDED:")
        bare = re.sub(r"`|</?code>|</?ul>|</?li>|<br>", " ", page.replace("\xa0", " "))
        yield "a name without a mark", spec, bare
        yield "another name without a mark", spec, bare.replace("LANDED", "ARRIVED")
        yield "another text behind it", spec, bare.replace("It has arrived.", "It is in.")


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [
        ("LANDED. It has arrived.", []),
        ("`LANDED`, It has arrived.", []),
        ("`LANDED`;", ["description-changed"]),
        ("LANDED :", ["description-changed"]),
        ("ARRIVED. It has arrived.", ["name-changed"]),
        ("AT_HOME, It is in.", ["name-changed", "description-changed"]),
        ("AT_HOME:", ["name-changed", "description-changed"]),
    ],
)
def test_a_sign_between_name_and_text_belongs_to_neither(cell: str, kinds: list[str]) -> None:
    style = Style(joined=True)
    page = page_of(LISTS, "markdown", style)
    page, times = re.subn(r"`LANDED`.*It has arrived\.", cell, page)
    found = drift(as_yaml(spec_of("markdown", style)), page)
    assert (times, [each["kind"] for each in found.changes]) == (1, kinds)
    assert all(each["after"] in ("", "ARRIVED", "AT_HOME", "It is in.") for each in found.changes)


def errata(shape: str) -> Iterator[tuple[str, Facts, str]]:
    """A broken row, that row beside another change, and the row once it is fixed."""
    page = page_of(edited(LISTS, 403, value="4O3"), shape)
    tables = read(page, path=REFUSALS.heading if shape in RECORDS else None).tables
    (raw,) = (row.raw for table in tables for row in table.rows if "4O3" in row.raw)
    spec = spec_of(shape)
    erratum = {"page": raw, "reading": "403", "reason": "A letter for a figure."}
    spec["lists"]["Refusal"]["codes"]["ASLEEP"]["erratum"] = erratum
    yield "an erratum", spec, page
    other = edited(edited(LISTS, 403, value="4O3"), 401, permanent=True)
    yield "an erratum beside a change", spec, page_of(other, shape)
    yield "an erratum that is resolved", spec, page_of(LISTS, shape)


@pytest.mark.parametrize("shape", SHAPES)
def test_edits_of_each_shape(shape: str, goldens: Goldens) -> None:
    text = ""
    for name, spec, page in variants(shape):
        lines = shown(drift(as_yaml(spec), page), whole=False)
        text += "\n".join([f"# {name}", *lines, "\n"])
    texts = {path.name: path.read_text(encoding="utf-8") for path in CASES.glob("*.txt")}
    goldens(CASES, texts | {f"in-{shape}.txt": text.rstrip("\n") + "\n"})


# What could not be compared


def test_a_page_without_anything_of_the_spec() -> None:
    spec = as_yaml(spec_of("html"))
    for text in ("", "\n \t\n", "\ufeff"):
        assert drift(spec, text).ids == ["page-unreadable"]
    found = drift(spec, "<!doctype html><h2>Welcome</h2><p>We are busy.</p>")
    assert found.ids == ["heading-not-found"] * len(LISTS)
    # What is there instead is reported once.
    assert ["Welcome" in each["help"] for each in found.findings] == [True, False, False, False]


@pytest.mark.parametrize(
    ("files", "arguments", "id", "words"),
    [
        (["egret.md"], ("--documents", "pages"), "page-missing", "no page called heron"),
        (["heron.md", "heron.html"], ("--documents", "pages"), "page-missing", "html, heron.md"),
        ([], ("heron",), "address-missing", "--document"),
    ],
)
def test_a_missing_page(
    files: Sequence[str], arguments: Sequence[str], id: str, words: str
) -> None:
    save_spec(as_yaml(spec_of("markdown")))
    for name in files:
        write_file(Path("pages", name), "# Codes\n")
    found = reported(run("drift", *arguments, "--format", "json"))
    assert (found.status, found.ids, found.changes) == (2, [id], [])
    assert words in found.findings[0]["message"] + found.findings[0]["help"]


def test_a_provider_without_an_address_is_skipped() -> None:
    save_spec(as_yaml(spec_of("markdown")))
    found = reported(run("drift", "--format", "json"))
    assert (found.status, found.ids, found.changes) == (0, ["address-missing"], [])
    assert run("drift").out.startswith("nothing was compared\n")


def test_a_spec_without_bindings() -> None:
    spec = spec_of("markdown")
    del spec["lists"]["Mood"]["tables"]
    found = drift(as_yaml(spec), page_of(EDITED[:2], "markdown"))
    assert (found.ids, found.briefly) == (["heading-not-found"], [("heron", 20)])  # of Toll
    for code_list in spec["lists"].values():
        code_list.pop("tables", None)
    found = drift(as_yaml(spec), page_of(LISTS, "markdown"))
    assert (found.status, found.ids, found.changes) == (2, ["nothing-bound"], [])


def test_records_that_moved_to_another_path() -> None:
    page = page_of(EDITED, "records-json").replace("Answers of", "Replies of")
    found = drift(as_yaml(spec_of("records-json")), page)
    assert (found.status, found.ids, found.briefly) == (2, ["records-not-found"], [("heron", 501)])
    done = run("drift", "heron", "--document", "page", "--accept-removals", "--format", "json")
    moved = [each for each in reported(done).changes if each["kind"] == "list-changed"]
    assert [each["value"] for each in moved] == [10, 11, 20, 21, 22]
    assert {each["after"] for each in moved} == {"RepliesOfTheHeron"}


def test_a_bar_in_a_text_is_no_change() -> None:
    spec = spec_of("github")
    code = next(iter(spec["lists"]["Answer"]["codes"].values()))
    whole, divided = code["description"], code["description"].replace(" ", " | ", 1)
    code["description"] = divided
    found = drift(as_yaml(spec), page_of(LISTS, "github").replace(whole, divided, 1))
    assert (found.status, found.changes) == (0, [])
    assert [entry["reason"] for entry in found.left_out] == ["the row has cells beyond the header"]


def test_records_beside_those_of_the_spec_are_reported() -> None:
    page = json.loads(page_of(LISTS, "records-json"))
    page["sundial"] = {"cloudy": "There is no shadow.", "night": "There is no sun."}
    found = drift(as_yaml(spec_of("records-json")), json.dumps(page))
    assert [each["list"] for each in found.changes] == ["Sundial"]


@pytest.mark.parametrize("shape", ["html", "records-json"])
def test_a_list_without_its_page_is_not_withdrawn(shape: str) -> None:
    spec = spec_of(shape)
    spec["lists"]["Mood"] |= {"codes": {}}
    found = drift(as_yaml(spec), page_of((*LISTS[:2], *LISTS[3:]), shape))
    assert (found.status, len(found.ids), found.changes) == (2, 1, [])


# Lists that are gone or elsewhere


@pytest.mark.parametrize("shape", ["markdown", "html"])
def test_headings_with_other_numbers(shape: str) -> None:
    """They shift if a chapter is added; with two of one name, it is unclear which is meant."""
    spec, shifted = spec_of(shape), list(LISTS)
    for at, (name, code_list) in enumerate(zip(spec["lists"], LISTS, strict=True)):
        spec["lists"][name]["tables"]["heading"] = f"{at + 1}. {code_list.heading}"
        shifted[at] = replace(code_list, heading=f"{at + 2}. {code_list.heading}")
    found = drift(as_yaml(spec), page_of(tuple(shifted), shape))
    assert (found.status, found.ids, found.changes) == (0, [], [])
    again = replace(shifted[0], heading=f"7. {LISTS[0].heading}")
    found = drift(as_yaml(spec), page_of((*shifted, again), shape))
    assert (found.status, found.ids) == (2, ["heading-not-found"])


@pytest.mark.parametrize("gone", [0, len(LISTS) - 1])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_list_that_leaves_the_page(shape: str, gone: int) -> None:
    """It is withdrawn if the page goes on after its place, or ends verifiably."""
    left = (*LISTS[:gone], *LISTS[gone + 1 :])
    found = drift(as_yaml(spec_of(shape)), page_of(left, shape))
    name = list(SPEC["lists"])[gone]
    if shape in ("html", "records-json") or gone < len(LISTS) - 1:
        assert [(each["kind"], each["list"]) for each in found.changes] == [
            ("list-withdrawn", name)
        ]
        asked = ["many-removed"] if len(SPEC["lists"][name]["codes"]) > 4 else []
        assert (found.status, found.ids, found.left_out) == (1, asked, [])
    else:
        assert (found.status, found.changes, len(found.ids)) == (2, [], 1)
        assert name in str(found.findings[0]) and "if the page is whole" in str(found.findings[0])


@pytest.mark.parametrize("shape", ["markdown", "html", "records-json"])
def test_a_withdrawn_list_that_returns_elsewhere_waits_for_a_person(shape: str) -> None:
    save_spec(as_yaml(spec_of(shape)))
    write_file(Path("page"), page_of((LISTS[0], *LISTS[2:]), shape))
    assert run("update", "heron", "--document", "page").status == 0
    gone = Path("specs/heron.yaml").read_text(encoding="utf-8")
    assert "withdrawn_since" in gone
    back = page_of((LISTS[0], replace(REFUSALS, heading="Denials"), *LISTS[2:]), shape)
    found = drift(gone, back)
    assert (found.status, len(found.ids), found.changes) == (2, 1, [])
    assert "its codes are " in found.findings[0]["help"]
    bound = REFUSALS.heading + "\n      columns"
    found = drift(gone.replace(bound, bound.replace(REFUSALS.heading, "Denials")), back)
    again = [(each["kind"], each["list"], each["effect"]) for each in found.changes]
    assert again == [("code-added", "Refusal", "documented-again")] * 4


@pytest.mark.parametrize("shape", ["markdown", "records-yaml", "html"])
def test_the_last_code_of_a_list_is_removed_if_another_list_follows(shape: str) -> None:
    shorter = replace(REFUSALS, rows=REFUSALS.rows[:-1])
    page = page_of((LISTS[0], shorter, *LISTS[2:]), shape)
    if shape == "html":  # all rows on one line, and no end of the page
        page = page.replace("\n", "").removesuffix("</body></html>")
    found = drift(as_yaml(spec_of(shape)), page)
    assert (found.status, found.ids) == (1, [])
    assert [(each["kind"], each["list"]) for each in found.changes] == [("code-removed", "Refusal")]


@pytest.mark.parametrize("order", ["NAB", "BA", "ANB", "B"])
def test_a_list_at_the_position_of_another_is_not_confused_with_it(order: str) -> None:
    head = "| Code | Text |\n|---|---|\n"
    rows = {
        "A": "| 1 | The wind is lost. |\n| 2 | The rain is late. |\n",
        "B": "| 1 | The toll is high. |\n| 2 | The river is deep. |\n",
        "N": "| 1 | The night is dark. |\n| 2 | The song is long. |\n",
    }

    def page(tables: str) -> str:
        return "# Errors\n\n" + "".join(f"{head}{rows[each]}\nNext.\n\n" for each in tables)

    write_file(Path("crow.md"), page("AB"))
    assert run("new", "crow", "--document", "crow.md").status == 0
    write_file(Path("crow.md"), page(order))
    for options in (), ("--accept-removals",):
        found = reported(
            run("drift", "crow", "--document", "crow.md", "--format", "json", *options)
        )
        assert (found.status, {*found.ids}, found.changes) == (2, {"table-moved"}, [])


def moods_on_another_page(heading: str = "Moods") -> tuple[Facts, Lists, Lists]:
    """A spec of two pages, and the lists of each: the moods, or those below another heading."""
    spec = spec_of("markdown")
    spec["documents"]["moods"] = {"title": "Of moods", "retrieved": date(2026, 1, 2)}
    spec["lists"][heading.removesuffix("s")]["document"] = "moods"
    (moods,) = (each for each in LISTS if each.heading == heading)
    return spec, tuple(each for each in LISTS if each is not moods), (moods,)


def test_a_list_that_moved_to_another_page() -> None:
    """Its binding follows, and its other changes are reported as usual."""
    spec, others, moods = moods_on_another_page()
    save_spec(as_yaml(spec))
    write_file(
        Path("pages/heron.page.md"),
        page_of(edited((*others, *moods), 20, permanent=False), "markdown"),
    )
    write_file(Path("pages/heron.moods.md"), "# Of moods\n\nMoods are among the other codes now.\n")
    found = reported(run("drift", "--documents", "pages", "--format", "json"))
    assert (found.status, found.findings, found.left_out) == (1, [], [])
    kinds = [(each["kind"], each["list"]) for each in found.changes]
    assert kinds == [("permanent-changed", "Answer"), ("document-changed", "Mood")]
    assert "Mood" in run("drift", "--documents", "pages").out
    assert run("update", "heron", "--documents", "pages").status == 0
    after = yaml.safe_load(Path("specs/heron.yaml").read_text(encoding="utf-8"))
    assert after["lists"]["Mood"]["document"] == "page"
    assert run("drift", "--documents", "pages").out == "no changes\n"


def test_a_list_that_moved_to_another_page_in_other_words() -> None:
    """Its heading and its names show that it is the same."""
    spec, others, tolls = moods_on_another_page("Tolls")
    save_spec(as_yaml(spec))
    reworded = edited(edited(tolls, 500, description="Too far."), 501, description="Pay first.")
    write_file(Path("pages/heron.page.html"), page_of((*others, *reworded), "html"))
    write_file(Path("pages/heron.moods.html"), page_of((WEATHER,), "html"))
    found = reported(run("drift", "--documents", "pages", "--format", "json"))
    assert (found.status, found.ids) == (1, [])
    kinds = [each["kind"] for each in found.changes if each["list"] == "Toll"]
    assert kinds == ["document-changed", "description-changed", "description-changed"]


def test_a_list_that_is_on_another_page_under_another_heading() -> None:
    spec, others, moods = moods_on_another_page()
    save_spec(as_yaml(spec))
    tempers = replace(moods[0], heading="Tempers")
    write_file(Path("pages/heron.page.html"), page_of((*others, tempers), "html"))
    write_file(Path("pages/heron.moods.html"), page_of((WEATHER,), "html"))
    found = reported(run("drift", "--documents", "pages", "--format", "json"))
    assert (found.status, found.ids) == (1, ["heading-renamed"])
    assert [each["kind"] for each in found.changes] == ["document-changed"]
    assert run("update", "heron", "--documents", "pages").status == 0
    assert run("drift", "--documents", "pages").status == 0


def test_a_list_that_moved_to_another_page_is_read_by_its_columns() -> None:
    """They are not those that a draft would choose."""
    codes = {"CAW": "It is a crow.", "COO": "It is a pigeon.", "HONK": "It is a goose."}
    table = "<h2>Songs</h2><table><tr><th>Song</th><th>Text</th></tr>"
    table += "<tr><td>trill</td><td>It is happy.</td></tr></table>"
    table += "<h2>Calls</h2><table><tr><th>Status</th><th>Name</th><th>Text</th></tr>"
    spec = """
      provider: crow
      title: Crow
      documents:
        page: {title: Codes, retrieved: 2026-01-02}
        more: {title: More codes, retrieved: 2026-01-02}
      lists:
        Song:
          title: Songs
          document: page
          values: str
          tables: {heading: Songs, columns: {value: Song, description: Text}}
          codes: {TRILL: {value: trill, description: It is happy.}}
        Call:
          title: Calls
          document: more
          values: str
          documents: [name]
          tables: {heading: Calls, columns: {value: Name, name: Status, description: Text}}
          codes:
    """.replace("\n      ", "\n").strip()
    for name, text in codes.items():
        table += f"<tr><td>{name[:2]}</td><td>{name}</td><td>{text}</td></tr>"
        spec += f"\n      {name[:2]}: {{value: {name}, description: {text}}}"
    save_spec(spec, "crow")
    write_file(Path("pages/crow.page.html"), f"<html>{table}</table></html>")
    write_file(Path("pages/crow.more.html"), "<html><h2>Moved</h2><p>Read on.</p></html>")
    found = reported(run("drift", "--documents", "pages", "--format", "json"))
    assert [each["kind"] for each in found.changes] == ["document-changed"]


# Usage


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--document", "page"), "one provider"),
        (("heron", "egret", "--document", "page"), "one provider"),
        (("--documents", "nowhere"), "nowhere"),
        (("herron", "--document", "page"), "did you mean heron?"),
        (("heron", "--document", "page", "--documents", "pages"), "not allowed with"),
        (("crane", "--document", "page"), "value-twice"),
    ],
)
def test_a_command_that_cannot_run(arguments: Sequence[str], words: str) -> None:
    for slug in ("heron", "egret", "crane") if "crane" in arguments else ("heron", "egret"):
        text = as_yaml(spec_of("markdown") | {"provider": slug})
        save_spec(text.replace("value: 501", "value: 500") if slug == "crane" else text, slug)
    write_file(Path("page"), page_of(LISTS, "markdown"))
    done = run("drift", *arguments)
    assert (done.status, done.out, words in done.err) == (2, "", True)


def test_the_failure_of_one_provider_does_not_stop_the_others(project: Path) -> None:
    for slug in ("avocet", "bittern", "crane", "dunlin"):
        save_spec(as_yaml(spec_of("markdown") | {"provider": slug}), slug)
    write_file(project / "pages/avocet.md", page_of(EDITED, "markdown"))
    write_file(project / "pages/bittern.md", "")
    write_file(project / "pages/dunlin.md", page_of(EDITED, "markdown"))
    found = reported(run("drift", "--documents", "pages", "--format", "json"))
    assert found.ids.count("page-unreadable") == found.ids.count("page-missing") == 1
    assert len(found.findings) == 2
    assert found.briefly == [("avocet", 20), ("avocet", 501), ("dunlin", 20), ("dunlin", 501)]
    assert found.status == 2
    # Only those that were asked for.
    found = reported(run("drift", "dunlin", "avocet", "--documents", "pages", "--format", "json"))
    assert (found.status, len(found.changes), found.findings) == (1, 4, [])


def test_pages_of_several_documents(project: Path) -> None:
    spec = spec_of("markdown")
    spec["documents"]["tolls"] = {"title": "What it costs", "retrieved": date(2026, 1, 2)}
    spec["lists"]["Toll"]["document"] = "tolls"
    save_spec(as_yaml(spec))
    write_file(project / "pages/heron.page.md", page_of(EDITED[:3], "markdown"))
    write_file(project / "pages/heron.tolls.html", page_of(EDITED[3:], "html"))
    found = reported(run("drift", "--documents", "pages", "--format", "json"))
    assert found.briefly == [("heron", 20), ("heron", 501)]
    assert (found.status, found.findings, found.left_out) == (1, [], [])
    missing = reported(run("drift", "heron", "--format", "json")).findings
    for finding, name in zip(missing, ("page", "tolls"), strict=True):
        # --document is refused.
        assert f"put it into a folder for --documents as heron.{name}.html" in finding["help"]


@pytest.mark.parametrize(
    ("form", "opening"),
    [("text", "2 changes"), ("markdown", "#"), ("changelog", "- `heron.Answer`: "), ("json", "{")],
)
def test_the_reports(form: str, opening: str) -> None:
    save_spec(as_yaml(spec_of("tabs")))
    write_file(Path("page"), page_of(EDITED, "tabs"))
    done = run("drift", "heron", "--document", "page", "--format", form)
    assert (done.status, done.err, "LANDED" in done.out) == (1, "", True)
    assert done.out.startswith(opening)


@needs_pages
def test_the_five_pages_have_not_changed() -> None:
    done = run("drift", "--specs", ROOT / "specs", "--documents", PAGES, "--format", "json")
    found = reported(done)
    assert (found.status, found.changes, found.left_out, found.bump) == (0, [], [], "none")
    assert found.ids == ["erratum", "erratum"]
    notes = "\n".join(finding["message"] for finding in found.findings)
    assert all(value in notes for value in ("992", "508", "509"))
    assert {Path(finding["file"]).name for finding in found.findings} == {"smspartner.md"}
