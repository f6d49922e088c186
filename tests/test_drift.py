"""`provider-codes drift` as a maintainer runs it: a page is edited, and the command says just that.

The pages are about a post of herons that does not exist. Each edit is tried on a page in
Markdown, and several edits at once on each shape of page.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, cast

import pytest
import yaml
from provider_codes_generator.pages.readers import read
from helpers_generate import ROOT, Run, command, run
from helpers_generate import write as write_file
from helpers_pages import (
    MARKUP,
    SHAPES,
    PageGroup,
    PageList,
    PageRow,
    Style,
    bindings,
    fits,
    shown_heading,
    write,
)
from jsonschema import Draft202012Validator

PAGES = Path(os.environ.get("PROVIDER_PAGES", ROOT.parent / "shared/documents"))
VALIDATOR: Any = Draft202012Validator(json.loads((ROOT / "docs/changes.schema.json").read_text()))
RECORDS = ("records-json", "records-yaml")
WITH_LISTS = tuple(shape for shape in SHAPES if shape not in RECORDS)
GROUPED = tuple(shape for shape in SHAPES if shape in MARKUP)

in_all_shapes = pytest.mark.parametrize("shape", SHAPES)

Goldens: TypeAlias = Callable[[Path, Mapping[str, str]], None]
Lists = tuple[PageList, ...]
Facts = dict[str, Any]

UNSEEN = "Nobody has seen it – for a week."
ANSWERS = PageList(
    'Answers of the "Heron"',
    groups=(
        PageGroup(
            1,
            "OPEN",
            "It may yet arrive.",
            (
                PageRow(10, "QUEUED", False, "It waits for a wind."),
                PageRow(11, "FLYING", False, "It is in the air."),
            ),
        ),
        PageGroup(
            2,
            "DONE",
            "Nothing more will come.",
            (
                PageRow(20, "LANDED", True, "It has arrived."),
                PageRow(21, "LOST", True, UNSEEN),
                PageRow(21, "STRAYED", True, UNSEEN),
                PageRow(22, "EATEN", True, "A hawk was faster, says the guide."),
            ),
        ),
    ),
)
REFUSALS = PageList(
    "The loft's refusals",
    rows=(
        PageRow(400, "Bad Loft", True, "There is no such loft."),
        PageRow(401, "No Ring", False, "The bird wears no ring."),
        PageRow(402, "Overfed", True, "It is too heavy & slow."),
        PageRow(403, "Asleep", False, "Try again by day."),
    ),
)
MOODS = PageList(
    "Moods",
    rows=(
        PageRow("calm", None, None, "It coos."),
        PageRow("wild", None, None, "It bites."),
    ),
)
TOLLS = PageList(
    "Tolls",
    rows=(
        PageRow(500, "Too Far", True, "No heron flies so far."),
        PageRow(501, "No Coin", False, "Pay the ferryman first."),
    ),
)
LISTS: Lists = (ANSWERS, REFUSALS, MOODS, TOLLS)
NAMES = ("Answer", "Refusal", "Mood", "Toll")
ROASTED: Facts = {
    "value": 30,
    "since": date(2025, 5, 1),
    "permanent": True,
    "description": "People were hungry.",
}


# Pages and specs


def as_yaml(content: object) -> str:
    """Anything as YAML, fast where PyYAML can."""
    dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(content, Dumper=dumper, sort_keys=False, allow_unicode=True, width=10_000)
    return text


def suited(lists: Lists, shape: str) -> Lists:
    """The lists as the shape can hold them: without groups where it has none."""
    if shape in MARKUP:
        return lists
    return tuple(replace(each, rows=each.all_rows, groups=()) for each in lists)


def page_of(lists: Lists, shape: str, style: Style = Style()) -> str:
    """The page of the lists; a page of records has each at a key of its own."""
    lists = suited(lists, shape)
    if shape not in RECORDS:
        return write(lists, shape, style)
    page: dict[str, object] = {}
    for each in lists:
        page |= yaml.safe_load(write([each], shape, style))
    if shape == "records-json":
        return json.dumps(page, indent=2, ensure_ascii=style.entities)
    return as_yaml(page)


def spec_of(shape: str, lists: Lists = LISTS, style: Style = Style()) -> Facts:
    """The spec of the lists, as it would be transcribed from their page."""
    found: Facts = {}
    for name, each in zip(NAMES, suited(lists, shape), strict=True):
        binding = bindings(each, shape, style)
        place = "path" if shape in RECORDS else "heading"
        tables: Facts = {place: binding["heading"], "columns": binding["columns"]}
        if binding["group"]:
            tables["group"] = binding["group"]
        code_list: Facts = {
            "title": each.heading,
            "document": "page",
            "values": "int" if isinstance(each.all_rows[0].value, int) else "str",
            "documents": [
                *(fact for fact in ("name", "permanent") if fact in binding["columns"]),
                *(["group"] if each.groups else []),
            ],
            "tables": tables,
            "codes": _codes(each),
        }
        if each.groups:
            code_list["groups"] = {
                group.name: {"value": group.value, "description": group.description}
                for group in each.groups
            }
        found[name] = code_list
    group = {"group": "DONE"} if shape in MARKUP else {}
    found["Answer"]["withdrawn"] = {"ROASTED": ROASTED | group}
    page = {"title": "Error codes", "retrieved": date(2026, 1, 2)}
    return {"provider": "heron", "title": "Heron", "documents": {"page": page}, "lists": found}


def python_name(row: PageRow) -> str:
    """The Python name that the spec gives a row."""
    return (row.name or str(row.value)).upper().replace(" ", "_")


def _codes(page_list: PageList) -> Facts:
    """The codes of a list; a second row of one value is an alias."""
    groups = {id(row): group.name for group in page_list.groups for row in group.rows}
    codes: Facts = {}
    by_value: dict[int | str, Facts] = {}
    for row in page_list.all_rows:
        name = python_name(row)
        said = {} if row.name in (None, name) else {"documented_name": row.name}
        said["description"] = row.description
        if first := by_value.get(row.value):
            first.setdefault("aliases", {})[name] = said
            continue
        codes[name] = by_value[row.value] = {"value": row.value, **said}
        if row.permanent is not None:
            codes[name]["permanent"] = row.permanent
        if id(row) in groups:
            codes[name]["group"] = groups[id(row)]
    return codes


class Found(NamedTuple):
    """What the command says in JSON, and how it ended."""

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
    def told(self) -> list[tuple[str, object]]:
        """The changes in short: kind and value."""
        return [(change["kind"], change["value"]) for change in self.changes]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def save_spec(spec: Mapping[str, object], slug: str = "heron") -> None:
    """Write a spec down where the command looks for it."""
    write_file(Path("specs", f"{slug}.yaml"), as_yaml(dict(spec)))


def said(done: Run) -> Found:
    """What a run says in JSON, held to the schema."""
    assert done.err == "", done.err
    given: Facts = json.loads(done.out)
    assert [error.message for error in VALIDATOR.iter_errors(given)] == []
    left_out = [entry for entry in given["ledger"] if entry["kind"] == "left-out"]
    return Found(done.status, given["changes"], left_out, given["findings"], given["bump"])


def drift(spec: Mapping[str, object], page: str) -> Found:
    """What `drift` finds between a spec and the page in a file."""
    save_spec(spec)
    write_file(Path("page"), page)
    return said(run("drift", "heron", "--document", "page", "--format", "json"))


def edited(lists: Lists, at: int | str, called: str | None = None, **facts: Any) -> Lists:
    """The lists with other facts in the rows of a value, or in the one that is so called."""

    def edit(row: PageRow) -> list[PageRow]:
        is_it = row.value == at and called in (None, row.name)
        return [replace(row, **facts) if is_it else row]

    return _each_row(lists, edit)


def without(lists: Lists, value: int | str, called: str | None = None) -> Lists:
    """The lists without the rows of a value, or without the one that is so called."""
    return _each_row(
        lists,
        lambda row: [] if row.value == value and called in (None, row.name) else [row],
    )


def behind(lists: Lists, value: int | str, *rows: PageRow) -> Lists:
    """The lists with rows behind the last row of a value."""
    last = [row for each in lists for row in each.all_rows if row.value == value][-1]
    return _each_row(lists, lambda row: [row, *rows] if row is last else [row])


def regrouped(lists: Lists, edit: Callable[[tuple[PageGroup, ...]], Sequence[PageGroup]]) -> Lists:
    """The lists with other groups in those that have any."""
    return tuple(
        replace(each, groups=tuple(edit(each.groups))) if each.groups else each for each in lists
    )


def _each_row(lists: Lists, edit: Callable[[PageRow], Sequence[PageRow]]) -> Lists:
    def rows(old: Sequence[PageRow]) -> tuple[PageRow, ...]:
        return tuple(new for row in old for new in edit(row))

    return tuple(
        replace(
            each,
            rows=rows(each.rows),
            groups=tuple(replace(group, rows=rows(group.rows)) for group in each.groups),
        )
        for each in lists
    )


# What changes are


def whole(row: PageRow, group: str | None = None, **more: object) -> Facts:
    """A code as it is told when it comes or goes."""
    return {
        "name": python_name(row),
        "value": row.value,
        "documented_name": row.name,
        "permanent": row.permanent,
        "group": group,
        "description": row.description,
        "facts": {},
        "links": [],
        "aliases": [],
        "former_names": [],
        **more,
    }


GROUPS = ("grouping-differs", "minor")
CIRCLING = PageRow(12, "CIRCLING", False, "It looks for the loft.")
SHY = PageRow("shy", None, None, "It hides.")
AGAIN = PageRow(30, "ROASTED", True, "People were hungry.")
RESTING = PageRow(30, "RESTING", False, "It sits on a roof.")
LANDED = PageRow(20, "LANDED", True, "It has arrived.")
WILD = PageRow("wild", None, None, "It bites.")
ASLEEP = PageRow(403, "Asleep", False, "Try again by day.")
FLYING = PageRow(11, "FLYING", False, "It is in the air.")
STUCK = "It sits in a tree."


def with_groups(lists: Lists, edit: Callable[[PageGroup], PageGroup]) -> Lists:
    """The lists with their groups edited."""
    return tuple(replace(each, groups=tuple(map(edit, each.groups))) for each in lists)


def open_group(**facts: Any) -> Callable[[Lists], Lists]:
    """An edit of the group OPEN."""
    return lambda lists: with_groups(
        lists, lambda group: replace(group, **facts) if group.name == "OPEN" else group
    )


def to_group(lists: Lists, name: str, *rows: PageRow) -> Lists:
    """The lists with these rows in the group of that name alone."""
    for row in rows:
        lists = without(lists, row.value)
    return with_groups(
        lists,
        lambda group: replace(group, rows=(*group.rows, *rows)) if group.name == name else group,
    )


def more_groups(lists: Lists, *rows: PageRow) -> Lists:
    """The lists with one more group, of these rows."""
    first, *others = lists
    groups = (*first.groups, PageGroup(3, "STUCK", STUCK, rows))
    return replace(first, groups=groups), *others


# Each of these edits of a page; what they are is in tests/drift.
EDITS: dict[str, Callable[[Lists], Lists]] = {
    "code-added": lambda lists: behind(lists, 11, CIRCLING),
    "code-added in a list without names": lambda lists: behind(lists, "calm", SHY),
    "code-added once more": lambda lists: behind(lists, 22, AGAIN),
    "code-removed": lambda lists: without(without(lists, 20), "wild"),
    "name-changed": lambda lists: edited(lists, 401, name="Ring Gone"),
    "name-changed of an alias": lambda lists: edited(lists, 21, "STRAYED", name="ASTRAY"),
    "name-moved": lambda lists: edited(lists, 11, value=12),
    "value-reused": lambda lists: behind(lists, 11, RESTING),
    "permanent-changed": lambda lists: edited(lists, 11, permanent=None),
    "group-changed": lambda lists: to_group(lists, "DONE", FLYING),
    "group-added": lambda lists: more_groups(lists, CIRCLING),
    "group-added for a code of another": lambda lists: more_groups(without(lists, 11), FLYING),
    "group-removed": lambda lists: regrouped(
        to_group(lists, "DONE", *ANSWERS.groups[0].rows), lambda groups: groups[1:]
    ),
    "group-name-changed": open_group(name="STILL OPEN"),
    "group-moved": open_group(value=5),
    "group-description-changed": open_group(description="It is."),
    "description-changed": lambda lists: edited(lists, "wild", description="It pecks."),
    "description-changed of an alias": lambda lists: edited(
        lists, 21, "STRAYED", description="It is away."
    ),
    "alias-added": lambda lists: behind(
        lists, 20, replace(LANDED, name="HOME", description="It is in.")
    ),
    "alias-removed": lambda lists: without(lists, 21, "STRAYED"),
    "list-changed": lambda lists: behind(without(lists, 403), 500, ASLEEP),
    "list-changed out of a group": lambda lists: behind(without(lists, 11), 403, FLYING),
}


def in_short(change: Facts) -> tuple[object, ...]:
    """A change: kind, list, value, name, before, after, effect, bump."""
    contents: tuple[object, object] = change["before"], change["after"]
    names = [cast(Facts, each)["name"] if isinstance(each, dict) else each for each in contents]
    keys = ("kind", "list", "value", "name")
    return *(change[key] for key in keys), *names, change["effect"], change["bump"]


@in_all_shapes
def test_a_page_as_the_spec_has_it_has_not_changed(shape: str) -> None:
    assert all(fits(each, shape) for each in suited(LISTS, shape))
    assert drift(spec_of(shape), page_of(LISTS, shape)) == (0, [], [], [], "none")


def test_an_edit_is_that_change_and_no_other(goldens: Goldens) -> None:
    text = ""
    for name, edit in EDITS.items():
        found = drift(spec_of("markdown"), page_of(edit(LISTS), "markdown"))
        assert (found.status, found.left_out, found.ids) == (1, [], []), name
        lines = sorted(", ".join(map(str, in_short(change))) for change in found.changes)
        text += "\n".join([f"# {name}: {found.bump}", *lines, "\n"])
    goldens(Path(__file__).parent / "drift", {"edits.txt": text})


def test_what_comes_and_goes_is_told_whole() -> None:
    lists = behind(without(LISTS, 20), 11, CIRCLING, RESTING)
    lists = edited(lists, 21, "LOST", description="Nobody has seen it - for a Week")
    changes = drift(spec_of("markdown"), page_of(lists, "markdown")).changes
    found = {each["kind"]: each for each in changes}
    assert found["code-removed"]["before"] == whole(LANDED, "DONE")
    assert found["code-added"]["after"] == whole(CIRCLING, "OPEN")
    assert found["value-reused"]["before"] == whole(AGAIN, "DONE", since="2025-05-01", in_enum=True)
    assert found["value-reused"]["after"] == whole(RESTING, "OPEN")
    assert found["description-changed"]["extent"] == "cosmetic"


@in_all_shapes
def test_several_edits_in_each_shape(shape: str) -> None:
    lists = edited(without(LISTS, 20), 11, name="GLIDING", permanent=True)
    lists = edited(behind(lists, 403, PageRow(404, "BLIND", True, "It saw none.")), 402, value=405)
    lists = edited(lists, "wild", description="It pecks & scratches.")
    found = drift(spec_of(shape), page_of(lists, shape))
    assert Counter(found.told) == Counter(
        [
            *(("permanent-changed", 11), ("name-changed", 11), ("code-removed", 20)),
            *(("code-added", 404), ("name-moved", 402), ("description-changed", "wild")),
        ]
    )
    (added,) = (each["after"] for each in found.changes if each["kind"] == "code-added")
    if shape == "columns":  # nothing that the spec knows tells where the name ends
        assert (added["name"], added["documented_name"]) == ("CODE_404", None)
        assert added["description"] == "BLIND It saw none."
        assert found.ids == ["row-not-split"]
    else:
        assert (added["documented_name"], added["description"]) == ("BLIND", "It saw none.")
        assert found.ids == []


# Links


def linked(page: str, shape: str, *targets: str) -> str:
    """The page where the word `guide` leads to the targets, one after another."""
    one = '<a href="{}">guide</a>' if shape == "html" else "[guide]({})"
    if shape == "readme":
        one = one.replace('"', '\\"')
    for target in targets:
        page = page.replace(" guide.", f" {one.format(target)}.", 1)
    return page


OLD, NEW = "https://heron.example/guide", "https://heron.example/guide?of=hawks&page=2"


@pytest.mark.parametrize(
    ("shape", "before", "after"),
    [
        *((shape, (OLD,), (NEW,)) for shape in GROUPED),
        ("markdown", (), (NEW,)),
        ("markdown", (OLD,), ()),
    ],
)
def test_a_link_that_leads_elsewhere(
    shape: str, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    spec, page = spec_of(shape), page_of(LISTS, shape)
    assert " guide." in page
    if before:
        spec["lists"]["Answer"]["codes"]["EATEN"]["links"] = list(before)
    assert drift(spec, linked(page, shape, *before)) == (0, [], [], [], "none")
    found = drift(spec, linked(page, shape, *after))
    links = ("links-changed", "Answer", 22, "EATEN", list(before), list(after))
    assert list(map(in_short, found.changes)) == [(*links, "nothing-differs", "patch")]
    assert (found.status, found.bump, found.findings) == (1, "patch", [])


# Errata

BROKEN = PageRow(403, "Asleep", False, "Try again by day.")


def with_erratum(shape: str) -> tuple[Facts, str]:
    """A spec and its page, whose row of 403 is broken."""
    page = page_of(_broken(LISTS), shape)
    tables = read(page, path=REFUSALS.heading if shape in RECORDS else None).tables
    (raw,) = (row.raw for table in tables for row in table.rows if "4O3" in row.raw)
    spec = spec_of(shape)
    erratum = {"page": raw, "reading": "403", "reason": "A letter for a figure."}
    spec["lists"]["Refusal"]["codes"]["ASLEEP"]["erratum"] = erratum
    return spec, page


def _broken(lists: Lists) -> Lists:
    return edited(lists, 403, value="4O3")


@in_all_shapes
def test_an_erratum_is_a_note_for_as_long_as_the_page_is_broken(shape: str) -> None:
    spec, page = with_erratum(shape)
    found = drift(spec, page)
    assert found[:3] == (0, [], [])
    (note,) = found.findings
    assert (note["id"], note["level"], note["file"]) == ("erratum", "note", "page")
    assert "ASLEEP" in note["message"] and "4O3" in note["message"]
    # Other rows may change without the note going.
    found = drift(spec, page_of(_broken(edited(LISTS, 401, permanent=True)), shape))
    assert found.told == [("permanent-changed", 401)]
    assert found.ids == ["erratum"]


@in_all_shapes
def test_a_row_that_was_fixed_resolves_its_erratum(shape: str) -> None:
    spec, _ = with_erratum(shape)
    found = drift(spec, page_of(LISTS, shape))
    erratum = spec["lists"]["Refusal"]["codes"]["ASLEEP"]["erratum"]
    assert (found.told, found.changes[0]["before"]) == ([("erratum-resolved", 403)], erratum)
    assert (found.status, found.findings, found.left_out) == (1, [], [])


# Shifts and swaps


def shifted(rows: Sequence[PageRow], values: Sequence[int | str]) -> Lists:
    """The lists with the rows of Refusal at other values."""
    moved = tuple(replace(row, value=value) for row, value in zip(rows, values, strict=True))
    return ANSWERS, replace(REFUSALS, rows=moved), MOODS, TOLLS


CLOSED = PageRow(400, "Closed", True, "The loft is shut.")


@pytest.mark.parametrize(
    ("lists", "moves", "others"),
    [
        (
            shifted((CLOSED, *REFUSALS.rows), range(400, 405)),
            {400: 401, 401: 402, 402: 403, 403: 404},
            [("code-added", 400, "match-not-exhaustive")],
        ),
        (
            shifted(REFUSALS.rows[1:], range(400, 403)),
            {401: 400, 402: 401, 403: 402},
            [("code-removed", 400, "import-breaks")],
        ),
        (shifted(REFUSALS.rows, (400, 402, 401, 403)), {401: 402, 402: 401}, []),
    ],
    ids=["down", "up", "swap"],
)
def test_shifted_names_are_moves(
    lists: Lists, moves: dict[int, int], others: list[tuple[str, int, str]]
) -> None:
    found = drift(spec_of("markdown"), page_of(lists, "markdown"))
    moved = {
        each["before"]: each["after"] for each in found.changes if each["kind"] == "name-moved"
    }
    assert moved == moves
    # What is said of a value is what the page says of it, under whatever name.
    rows = {row.value: row for row in lists[1].all_rows}
    facts = ("description", "permanent")
    for each in found.changes:
        if (fact := each["kind"].removesuffix("-changed")) in facts:
            assert each["after"] == getattr(rows[each["value"]], fact)
    assert [
        (each["kind"], each["value"], each["effect"])
        for each in found.changes
        if each["kind"] != "name-moved" and not each["kind"].endswith("-changed")
    ] == others
    assert (found.status, found.bump, found.findings) == (1, "major", [])


# Groups in a column

QUEUED_ROW = ("10", "sent", "QUEUED", "It waits.")
FLYING_ROW = ("11", "sent", "FLYING", "It flies.")
LOST_ROW = ("12", "stuck in the air", "LOST", "Unseen.")


def with_classes(shape: str, *rows: tuple[str, str, str, str]) -> tuple[Facts, str]:
    """A spec, and a page whose rows, of value, class, name and text, name their group."""
    header = ("Id", "Class", "Name", "Text")
    fields = ("value", "group", "name", "description")
    code_list: Facts = {
        "title": "Answers",
        "document": "page",
        "values": "int",
        "documents": ["name", "group"],
        "tables": {"columns": dict(zip(fields, header, strict=True))},
        "groups": {
            "SENT": {"value": 1, "documented_name": "sent"},
            "STUCK": {"value": 2, "documented_name": "stuck in the air"},
        },
        "codes": {
            "QUEUED": {"value": 10, "group": "SENT", "description": "It waits."},
            "FLYING": {"value": 11, "group": "SENT", "description": "It flies."},
            "LOST": {"value": 12, "group": "STUCK", "description": "Unseen."},
        },
    }
    spec: Facts = {
        "provider": "heron",
        "title": "Heron",
        "documents": {"page": {"title": "Codes", "retrieved": date(2026, 1, 2)}},
        "lists": {"Answer": code_list},
    }
    return spec, table_of(shape, header, *rows)


def table_of(shape: str, *rows: Sequence[str]) -> str:
    """A table, whose first row is the header: words in columns, or Markdown."""
    header, *others = rows
    if shape == "columns":
        return "".join(f"{' '.join(row)}\n" for row in rows)
    lines = (" | ".join(row) for row in (header, ["---"] * len(header), *others))
    return "".join(f"| {line} |\n" for line in lines)


@pytest.mark.parametrize("shape", ["markdown", "columns"])
def test_a_group_named_in_a_column(shape: str) -> None:
    found = drift(*with_classes(shape, QUEUED_ROW, FLYING_ROW, LOST_ROW))
    assert found == (0, [], [], [], "none")
    flying = ("11", "stuck in the air", "FLYING", "It flies.")
    found = drift(*with_classes(shape, QUEUED_ROW, flying, LOST_ROW))
    assert list(map(in_short, found.changes)) == [
        ("group-changed", "Answer", 11, "FLYING", "SENT", "STUCK", *GROUPS)
    ]
    assert (found.status, found.findings) == (1, [])


def test_a_class_that_the_page_spells_in_two_ways() -> None:
    queued = ("10", "Sent", "QUEUED", "It waits.")
    for rows in ((queued, FLYING_ROW, LOST_ROW), (FLYING_ROW, queued, LOST_ROW)):
        assert drift(*with_classes("markdown", *rows)) == (0, [], [], [], "none")


def test_a_class_to_which_the_spec_gives_no_id() -> None:
    flying = ("11", "odd", "FLYING", "It flies.")
    found = drift(*with_classes("markdown", QUEUED_ROW, flying, LOST_ROW))
    assert (found.status, found.changes, found.ids) == (2, [], ["group-without-id"])
    assert "odd" in found.findings[0]["message"]


# Layout


def turned(lists: Lists) -> Lists:
    """The lists with everything in them the other way round."""
    return tuple(
        replace(
            each,
            rows=each.rows[::-1],
            groups=tuple(replace(group, rows=group.rows[::-1]) for group in each.groups[::-1]),
        )
        for each in lists
    )


@in_all_shapes
def test_another_layout_is_no_drift(shape: str) -> None:
    """Test that the look of a page and the order on it are no facts."""
    columns = ("permanent", "description", "value", "name")
    style = Style(level=4, columns=columns, pipes=False, nbsp=True, entities=True)
    # In plain text, nothing tells where the texts of a column that no list asks for begin.
    style = replace(style, extra=shape != "columns", smart=shape not in RECORDS)
    if shape == "columns":
        style = replace(style, columns=("description", "name", "permanent", "value"))
    page = page_of(turned(LISTS)[::-1], shape, style)
    found = drift(spec_of(shape), page)
    assert (found.status, found.changes, found.findings) == (0, [], [])
    unbound = [(each["what"], each["text"]) for each in found.left_out]
    assert unbound == [("column", "Since")] * len(LISTS) * style.extra


@pytest.mark.parametrize("shape", GROUPED)
def test_a_name_inside_the_text_cell(shape: str) -> None:
    style = Style(joined=True, nbsp=True, level=3)
    spec = spec_of(shape, style=style)
    assert spec["lists"]["Refusal"]["tables"]["columns"]["name"] == "Error"
    page = page_of(LISTS, shape, style)
    assert drift(spec, page) == (0, [], [], [], "none")
    found = drift(spec, page_of(edited(LISTS, 20, name="ARRIVED"), shape, style))
    assert found.told == [("name-changed", 20)]


@pytest.mark.parametrize("shape", GROUPED)
def test_a_name_inside_the_text_cell_without_a_mark(shape: str) -> None:
    style = Style(joined=True)
    page = re.sub(r"`|</?code>|</?ul>|</?li>|<br>", " ", page_of(LISTS, shape, style))
    spec = spec_of(shape, style=style)
    assert drift(spec, page) == (0, [], [], [], "none")
    # As in plain text, it is told by the names, or the texts, that the spec knows.
    found = drift(spec, page.replace("LANDED", "ARRIVED"))
    assert (found.told, found.ids) == ([("name-changed", 20)], [])
    found = drift(spec, page.replace("It has arrived.", "It is in."))
    assert (found.told, found.ids) == ([("description-changed", 20)], [])


def at_level(page: str, shape: str, heading: str, level: int) -> str:
    """The page with one heading of level 2 at another level."""
    begin = re.escape(heading.split('"')[0])
    if shape == "html":
        return re.sub(rf"<h2>({begin}[^\n]*)</h2>", rf"<h{level}>\1</h{level}>", page)
    return re.sub(rf"^##( ?{begin})", rf"{'#' * level}\1", page, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("shape", "level", "heading"),
    [
        *((shape, 3, ANSWERS.heading) for shape in GROUPED),  # as deep as those of its groups
        *(("markdown", 6, each.heading) for each in LISTS),
        ("markdown", 1, REFUSALS.heading),
    ],
)
def test_the_level_of_one_heading_is_no_drift(shape: str, level: int, heading: str) -> None:
    page = page_of(LISTS, shape)
    other = at_level(page, shape, heading, level)
    assert other != page
    assert drift(spec_of(shape), other) == (0, [], [], [], "none")


@pytest.mark.parametrize("marks", [":--", ":-:", "-"])
def test_other_rows_of_alignment_are_no_drift(marks: str) -> None:
    def rule(found: re.Match[str]) -> str:
        return "|".join(["", *[marks] * (found[0].count("|") - 1), ""])

    page = page_of(LISTS, "github")
    other = re.sub(r"^\|[-:| ]+\|$", rule, page, flags=re.MULTILINE)
    assert other.count(marks) >= 14
    assert drift(spec_of("github"), other) == (0, [], [], [], "none")


@pytest.mark.parametrize("shape", ["markdown", "html", "tabs", "records-yaml"])
def test_line_ends_and_a_byte_order_mark_are_no_drift(shape: str, project: Path) -> None:
    save_spec(spec_of(shape))
    page = page_of(LISTS, shape).replace("\n", "\r\n")
    (project / "page").write_bytes(b"\xef\xbb\xbf" + page.encode())
    found = said(run("drift", "heron", "--document", "page", "--format", "json"))
    assert found == (0, [], [], [], "none")


# What could not be compared

# An edit of a list that is broken, so that nothing may be said of it, and one of another.
EDITED = edited(edited(LISTS, 20, permanent=False), 501, permanent=True)
OTHER = [("permanent-changed", 501)]


def only_finding(found: Found, id: str, level: str = "error") -> str:
    """The words of the one finding, message and help."""
    assert found.ids == [id]
    (finding,) = found.findings
    assert (finding["level"], finding["message"].strip(), finding["line"] > 0) == (
        level,
        finding["message"],
        True,
    )
    return f"{finding['message']}\n{finding['help']}"


def renamed(lists: Lists, heading: str, other: str) -> Lists:
    """The lists with another heading on one of them."""
    return tuple(
        replace(each, heading=other) if each.heading == heading else each for each in lists
    )


@pytest.mark.parametrize("shape", ["markdown", "columns"])
def test_a_heading_that_is_gone(shape: str) -> None:
    found = drift(spec_of(shape), page_of(renamed(EDITED, ANSWERS.heading, "Replies"), shape))
    words = only_finding(found, "heading-not-found")
    assert "Answer" in words and ANSWERS.heading in words
    assert all(each in words for each in ("Replies", "The loft's refusals", "Moods", "Tolls"))
    assert (found.status, found.told) == (2, OTHER)
    # What stands below another heading is news.
    assert {each["provider"] for each in found.left_out} == {"heron"}
    assert sum(each["rows"] for each in found.left_out) == len(ANSWERS.all_rows)


def test_a_heading_that_is_nearly_there() -> None:
    page = page_of(renamed(EDITED, REFUSALS.heading, "The loft's refusal"), "markdown")
    words = only_finding(drift(spec_of("markdown"), page), "heading-not-found")
    assert "did you mean The loft's refusal?" in words


def test_records_that_are_gone() -> None:
    page = page_of(renamed(EDITED, ANSWERS.heading, "Replies"), "records-json")
    found = drift(spec_of("records-json"), page)
    (finding,) = found.findings
    words = f"{finding['message']} {finding['help']}"
    assert all(each in words for each in (ANSWERS.heading, "Replies", "Moods", "Tolls"))
    assert (found.status, found.told) == (2, OTHER)
    done = run("drift", "heron", "--document", "page", "--accept-removals", "--format", "json")
    gone = [("code-removed", value) for value in (10, 11, 20, 21, 22)]
    assert Counter(said(done).told) == Counter([*gone, *OTHER])


@pytest.mark.parametrize("shape", ["markdown", "tabs"])
def test_a_heading_without_a_table(shape: str) -> None:
    page = page_of(edited(EDITED, 401, permanent=True), shape)
    start = page.index("Tolls") + len("Tolls")
    found = drift(spec_of(shape), page[:start] + "\n")
    assert "Toll" in only_finding(found, "heading-not-found")
    assert found.told == [("permanent-changed", 20), ("permanent-changed", 401)]
    assert found.status == 2


def test_another_table_below_the_heading() -> None:
    page = page_of((*EDITED[:3], replace(TOLLS, heading="Fees")), "markdown")
    other = "## Tolls\n\n| Since | Who |\n|---|---|\n| long ago | the king, who had none |\n"
    found = drift(spec_of("markdown"), page[: page.index("## Fees")] + other)
    words = only_finding(found, "table-not-found")
    assert all(each in words for each in ("Id", "Permanent", "Since", "Who"))
    assert found.told == [("permanent-changed", 20)]
    assert found.status == 2


@pytest.mark.parametrize("shape", ["markdown", "columns", "records-json"])
def test_a_column_that_is_gone(shape: str) -> None:
    # All lists have another header, to which all but one are bound.
    spec, page = spec_of(shape), page_of(EDITED, shape).replace("Permanent", "Final")
    for name in ("Refusal", "Toll"):
        spec["lists"][name]["tables"]["columns"]["permanent"] = "Final"
    found = drift(spec, page)
    assert set(found.ids) == {"column-missing"}
    words = f"{found.findings[0]['message']}\n{found.findings[0]['help']}"
    assert "Answer" in words and "Permanent" in words
    assert all(header in words for header in ("Id", "Final", "Name", "Description"))
    assert (found.status, found.told) == (2, OTHER)
    assert sum(each["rows"] for each in found.left_out) == len(ANSWERS.all_rows)


@pytest.mark.parametrize(
    ("shape", "what"), [("markdown", "several columns Name"), ("columns", "no column Description")]
)
def test_a_column_that_is_there_twice(shape: str, what: str) -> None:
    page = page_of(EDITED, shape).replace("Description", "Name", 1)
    found = drift(spec_of(shape), page)
    assert set(found.ids) == {"column-missing"}
    # In a header that is not split, the first of them might be a part of the other.
    assert f"has {what}, to which Answer" in found.findings[0]["message"]
    assert (found.status, found.told) == (2, OTHER)


def test_a_column_of_name_and_text_that_is_gone() -> None:
    spec = spec_of("markdown")
    spec["lists"]["Answer"]["tables"]["columns"] |= {"name": "Error", "description": "Error"}
    found = drift(spec, page_of(LISTS, "markdown"))
    assert "no column Error, to which Answer" in found.findings[0]["message"]


@pytest.mark.parametrize("shape", ["markdown", "tabs"])
def test_two_lists_that_claim_a_table(shape: str) -> None:
    spec = spec_of(shape)
    spec["lists"]["Mood"]["tables"] = {
        "heading": REFUSALS.heading,
        "columns": {"value": "Id", "description": "Description"},
    }
    lists = edited(edited(EDITED, 401, permanent=True), "calm", description="It hums.")
    found = drift(spec, page_of(lists, shape))
    words = only_finding(found, "table-claimed-twice")
    # The other headings help to bind one of the lists elsewhere.
    assert all(each in words for each in ("Refusal", "Mood", REFUSALS.heading, "Tolls", "Moods"))
    assert found.status == 2
    assert found.told == [("permanent-changed", 20), ("permanent-changed", 501)]


def test_a_group_heading_that_does_not_match() -> None:
    page = page_of(EDITED, "markdown").replace("DONE (group id: 2)", "Everything else")
    found = drift(spec_of("markdown"), page)
    words = only_finding(found, "group-heading-unmatched")
    assert "Everything else" in words and "{name} (group id: {value})" in words
    assert "OPEN (group id: 1)" in words
    assert (found.status, found.told) == (2, OTHER)
    assert sum(each["rows"] for each in found.left_out) == len(ANSWERS.all_rows)


BOTH = [("permanent-changed", 20), *OTHER]


@pytest.mark.parametrize("shape", ["markdown", "columns", "records-yaml"])
def test_a_value_that_is_no_number(shape: str) -> None:
    found = drift(spec_of(shape), page_of(edited(EDITED, 22, value="2Z"), shape))
    words = only_finding(found, "code-unread", "warning")
    # The rest of the row says which code it may be.
    assert "EATEN (22) stays as it is" in words and "2Z" in words and "erratum" in words
    assert (found.status, found.told) == (1, BOTH)
    (row,) = found.left_out
    assert (row["what"], row["rows"], row["code_list"]) == ("row", 1, "Answer")
    assert row["reason"] == "2Z is no value of Answer"


@pytest.mark.parametrize("value", ["0400", "4_00", "+400", "400.0", "４００"])
def test_a_value_that_is_written_differently(value: str) -> None:
    lists = edited(edited(EDITED, 20, permanent=True), 400, value=value)
    found = drift(spec_of("markdown"), page_of(lists, "markdown"))
    only_finding(found, "code-unread", "warning")
    assert (found.status, found.told) == (1, OTHER)


@pytest.mark.parametrize("shape", ["markdown", "columns", "records-json"])
def test_rows_that_are_no_codes_are_one_warning(shape: str) -> None:
    rows = (PageRow(value, "HIGH", False, "It soars.") for value in ("1O", "l1"))
    found = drift(spec_of(shape), page_of(behind(EDITED, 22, *rows), shape))
    words = only_finding(found, "row-unreadable", "warning")
    assert "1O is no value of Answer" in words and "(and 1 more)" in words
    assert (found.status, found.told) == (1, BOTH)
    assert [each["reason"][:2] for each in found.left_out] == ["1O", "l1"]


@pytest.mark.parametrize("shape", ["markdown", "columns", "records-json"])
def test_a_flag_that_is_neither(shape: str) -> None:
    # The first one is of the first row.
    page = page_of(EDITED, shape).replace("false", "maybe", 1)
    found = drift(spec_of(shape), page)
    words = only_finding(found, "flag-unreadable", "warning")
    assert "maybe is neither true nor false" in words and "QUEUED" in words
    # The code keeps its flag.
    assert (found.status, found.told) == (1, BOTH)
    (cell,) = found.left_out
    assert (cell["what"], cell["text"], cell["value"]) == ("cells", "maybe", 10)


@pytest.mark.parametrize("shape", ["markdown", "columns", "records-json"])
def test_flags_that_are_all_neither(shape: str) -> None:
    page = page_of(EDITED, shape).replace("false", "nein").replace("true", "ja")
    spec = spec_of(shape)
    found = drift(spec, page)
    assert (found.status, set(found.ids), found.changes) == (2, {"flag-unreadable"}, [])
    words = f"{found.findings[0]['message']}, {found.findings[0]['help']}"
    assert "(and 5 more)" in words and "flags" in words
    for code_list in spec["lists"].values():
        code_list["tables"]["flags"] = {"true": "ja", "false": ["nein", "nie"]}
    assert drift(spec, page).told == BOTH


@pytest.mark.parametrize("text", ["", "\n \t\n", "\ufeff"])
def test_an_empty_page(text: str) -> None:
    found = drift(spec_of("html"), text)
    assert "empty" in only_finding(found, "page-unreadable")
    assert found.findings[0]["file"] == "page"
    assert (found.status, found.changes, found.left_out) == (2, [], [])


def test_a_page_of_something_else() -> None:
    found = drift(spec_of("html"), "<!doctype html><h2>Welcome</h2><p>We are busy.</p>")
    assert set(found.ids) == {"heading-not-found"}
    assert (found.status, found.changes, len(found.findings)) == (2, [], len(LISTS))
    assert all("Welcome" in finding["help"] for finding in found.findings)


UNREADABLE: dict[str, tuple[dict[str, bytes], Sequence[str], str, str]] = {
    "no file": ({}, ("heron", "--document", "no/page"), "file-unreadable", ""),
    "a folder": ({}, ("heron", "--document", "specs"), "file-unreadable", ""),
    "no encoding": (
        {"page": b"caf\xe9 \xff\xfe"},
        ("heron", "--document", "page"),
        "page-undecodable",
        "",
    ),
    "no page": (
        {"pages/egret.md": b"# Codes\n"},
        ("--documents", "pages"),
        "page-missing",
        "no page called heron",
    ),
    "two pages": (
        {"pages/heron.md": b"# Codes\n", "pages/heron.html": b"<h1>Codes</h1>"},
        ("--documents", "pages"),
        "page-missing",
        "heron.html, heron.md",
    ),
    "no address": ({}, (), "address-missing", "--document"),
    "too large": (
        {"page": b"\0" * (20 * 2**20 + 1)},
        ("heron", "--document", "page"),
        "page-too-large",
        "",
    ),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_page_that_cannot_be_read(name: str, project: Path) -> None:
    files, arguments, id, words = UNREADABLE[name]
    save_spec(spec_of("markdown"))
    for path, content in files.items():
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_bytes(content)
    found = said(run("drift", *arguments, "--format", "json"))
    assert words in only_finding(found, id)
    assert (found.status, found.changes) == (2, [])


def test_a_spec_that_is_bound_to_nothing() -> None:
    spec = spec_of("markdown")
    for code_list in spec["lists"].values():
        del code_list["tables"]
    found = drift(spec, page_of(LISTS, "markdown"))
    assert "tables" in only_finding(found, "nothing-bound")
    assert (found.status, found.changes) == (2, [])


def test_a_list_that_is_bound_to_nothing_stays_as_it_is() -> None:
    spec = spec_of("markdown")
    del spec["lists"]["Mood"]["tables"]
    found = drift(spec, page_of(EDITED[:2], "markdown"))
    assert found.ids == ["heading-not-found"]  # of Toll
    assert found.told == [("permanent-changed", 20)]


# What is said, and hinders nothing


def test_a_row_that_nothing_anchors() -> None:
    page = page_of(behind(LISTS, 11, CIRCLING), "columns")
    found = drift(spec_of("columns"), page)
    words = only_finding(found, "row-not-split", "warning")
    assert "12 false CIRCLING It looks for the loft." in words
    line = page.splitlines().index("12 false CIRCLING It looks for the loft.") + 1
    assert (found.findings[0]["file"], found.findings[0]["line"]) == ("page", line)
    (added,) = found.changes
    assert (added["kind"], added["value"], added["after"]["permanent"]) == ("code-added", 12, False)
    assert added["after"]["documented_name"] is None
    assert found.status == 1


@pytest.mark.parametrize("facts", [{"description": "It has landed."}, {"permanent": False}])
@pytest.mark.parametrize("shape", ["markdown", "columns", "records-json"])
def test_a_row_that_is_there_twice_and_not_alike(shape: str, facts: Facts) -> None:
    found = drift(spec_of(shape), page_of(behind(LISTS, 20, replace(LANDED, **facts)), shape))
    assert "20 twice" in only_finding(found, "row-twice", "warning")
    assert (found.status, found.changes) == (0, [])


def test_a_row_that_is_there_twice_and_alike_is_nothing() -> None:
    found = drift(spec_of("markdown"), page_of(behind(LISTS, 20, LANDED), "markdown"))
    assert found == (0, [], [], [], "none")


def test_a_constant_however_the_page_writes_it() -> None:
    spec, page = spec_of("markdown"), page_of(LISTS, "markdown")
    spec["constants"] = {
        "HEADER": {"value": "X_PERCH_LEFT", "description": "A header.", "document": "page"},
        "ADDRESS": {"value": "https://a.example/?b&c", "description": "Ours.", "document": "page"},
    }
    page += "\nSee X\\_PERCH\\_LEFT, and https://a.example/?b&amp;c.\n"
    assert drift(spec, page) == (0, [], [], [], "none")


@pytest.mark.parametrize("shape", ["markdown", "html", "records-json"])
def test_a_constant_that_the_page_does_not_have(shape: str) -> None:
    spec = spec_of(shape)
    spec["constants"] = {
        "LIMIT": {"value": 7531, "description": "As many a day.", "document": "page"},
        "WIND": {"value": "a wind", "description": "It waits for it.", "document": "page"},
        "OURS": {"value": "elsewhere", "description": "From no page."},
    }
    found = drift(spec, page_of(LISTS, shape))
    words = only_finding(found, "constant-not-found", "warning")
    assert "7531" in words and "LIMIT" in words
    assert (found.status, found.changes) == (0, [])


# What no list takes

WEATHER = PageList(
    "Weather codes",
    rows=(
        PageRow(900, "FOG", False, "Nothing can be seen."),
        PageRow(901, "HAIL", True, "Stay at home."),
    ),
)
PARAMETERS = (
    ("Name", "Type", "Description"),
    ("messageId", "string", "The number of the letter, by which it is found."),
    ("sendAt", "datetime", "When the heron should leave."),
    ("notifyUrl", "string", "Where to say that it has arrived."),
)


@pytest.mark.parametrize(
    ("shape", "place"), [*((shape, 2) for shape in WITH_LISTS), ("markdown", 0), ("markdown", 4)]
)
def test_a_table_of_codes_that_no_list_takes(shape: str, place: int) -> None:
    page = page_of((*LISTS[:place], WEATHER, *LISTS[place:]), shape)
    found = drift(spec_of(shape), page)
    (news,) = found.left_out
    lines = page.splitlines()
    heading = next(i for i, line in enumerate(lines, 1) if "Weather codes" in line)
    first = next(i for i, line in enumerate(lines, 1) if "FOG" in line)
    assert heading < news["line"] <= first
    assert (news["provider"], news["document"], news["rows"]) == ("heron", "page", 2)
    assert (news["heading"], " ".join(news["header"])) == (
        "Weather codes",
        "Id Permanent Name Description",
    )
    assert "900" in news["text"] and "FOG" in news["text"]
    assert (found.status, found.changes, found.findings) == (1, [], [])


@pytest.mark.parametrize("shape", ["markdown", "html", "tabs"])
def test_a_line_in_the_form_of_a_row(shape: str) -> None:
    text = "404 Blind It flew past the loft and was never seen again"
    line = f"<p>{text}</p>" if shape == "html" else text
    page = re.sub(
        r"^[<#h2> ]*Moods", lambda found: f"{line}\n\n{found[0]}", page_of(LISTS, shape), flags=re.M
    )
    found = drift(spec_of(shape), page)
    (news,) = found.left_out
    assert (news["what"], news["text"], news["rows"], news["header"]) == ("line", text, 0, [])
    assert news["heading"] == shown_heading(REFUSALS.heading, shape)
    assert page.splitlines()[news["line"] - 1] == line
    assert (found.status, found.changes, found.findings) == (0, [], [])


def test_a_line_of_prose_is_no_news() -> None:
    page = page_of(LISTS, "markdown")
    page += "\nSince 404 no heron has been lost.\n\nA wind from the north is best.\n"
    assert drift(spec_of("markdown"), page) == (0, [], [], [], "none")


@pytest.mark.parametrize("shape", ["markdown", "columns"])
def test_a_table_of_parameters_is_no_drift(shape: str) -> None:
    heading = "## Parameters" if shape == "markdown" else "Parameters"
    page, more = page_of(LISTS, shape), f"\n{heading}\n\n{table_of(shape, *PARAMETERS)}"
    found = drift(spec_of(shape), page + more)
    (table,) = found.left_out
    assert (table["heading"], table["rows"], table["is_codes"]) == ("Parameters", 3, False)
    assert (found.status, found.changes, found.findings) == (0, [], [])


# Usage


def one_line(done: Run) -> str:
    """What a run that was not understood says."""
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith("provider-codes: ")
    return done.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--document", "page"), "one provider"),
        (("heron", "egret", "--document", "page"), "one provider"),
        (("--documents", "nowhere"), "nowhere"),
        (("herron", "--document", "page"), "did you mean heron?"),
    ],
)
def test_a_command_that_cannot_run(arguments: Sequence[str], words: str) -> None:
    save_spec(spec_of("markdown"))
    save_spec(spec_of("markdown") | {"provider": "egret"}, "egret")
    write_file(Path("page"), page_of(LISTS, "markdown"))
    assert words in one_line(run("drift", *arguments))


def test_both_a_document_and_a_folder_of_them() -> None:
    done = run("drift", "heron", "--document", "page", "--documents", "pages")
    assert (done.status, done.out) == (2, "")
    assert "not allowed with" in done.err


@pytest.mark.parametrize(
    ("name", "id"), [("BAD_LOFT", "value-twice"), ("Toll", "name-of-its-list")]
)
def test_a_spec_that_is_not_sound(name: str, id: str) -> None:
    spec = spec_of("markdown")
    codes = spec["lists"]["Toll"]["codes"]
    codes[name] = codes.pop("TOO_FAR") | {"value": 501 if id == "value-twice" else 500}
    save_spec(spec)
    write_file(Path("page"), page_of(LISTS, "markdown"))
    done = run("drift", "heron", "--document", "page", "--format", "json")
    assert (done.status, done.out) == (2, "")
    assert id in done.err


def test_a_spec_has_a_limit() -> None:
    save_spec(spec_of("markdown"))
    with Path("specs/heron.yaml").open("r+b") as file:
        file.truncate(10 * 2**20 + 1)
    done = run("validate")
    assert (done.status, "file-too-large" in done.out) == (1, True)


def test_a_charset_that_no_page_is_written_in() -> None:
    page = page_of(LISTS, "html").replace('charset="utf-8"', 'charset="utf-7"')
    assert "utf-7" in only_finding(drift(spec_of("html"), page), "page-undecodable")


def test_the_failure_of_one_provider_does_not_stop_the_others(project: Path) -> None:
    for slug in ("avocet", "bittern", "crane", "dunlin"):
        save_spec(spec_of("markdown") | {"provider": slug}, slug)
    write_file(project / "pages/avocet.md", page_of(EDITED, "markdown"))
    write_file(project / "pages/bittern.md", "")
    write_file(project / "pages/dunlin.md", page_of(EDITED, "markdown"))
    found = said(run("drift", "--documents", "pages", "--format", "json"))
    assert found.ids.count("page-unreadable") == found.ids.count("page-missing") == 1
    assert len(found.findings) == 2
    assert [(each["provider"], each["value"]) for each in found.changes] == [
        *(("avocet", 20), ("avocet", 501)),
        *(("dunlin", 20), ("dunlin", 501)),
    ]
    assert found.status == 2
    # Those that were asked for, and no others.
    found = said(run("drift", "dunlin", "avocet", "--documents", "pages", "--format", "json"))
    assert (found.status, len(found.changes), found.findings) == (1, 4, [])


def test_pages_of_several_documents(project: Path) -> None:
    spec = spec_of("markdown")
    spec["documents"]["tolls"] = {"title": "What it costs", "retrieved": date(2026, 1, 2)}
    spec["lists"]["Toll"]["document"] = "tolls"
    save_spec(spec)
    write_file(project / "pages/heron.page.md", page_of(EDITED[:3], "markdown"))
    write_file(project / "pages/heron.tolls.html", page_of(EDITED[3:], "html"))
    found = said(run("drift", "--documents", "pages", "--format", "json"))
    assert found.told == [("permanent-changed", 20), ("permanent-changed", 501)]
    assert (found.status, found.findings, found.left_out) == (1, [], [])


def test_as_a_process() -> None:
    save_spec(spec_of("html"))
    write_file(Path("page.html"), page_of(EDITED, "html"))
    done = command("drift", "heron", "--document", "page.html", folder=Path.cwd())
    assert (done.status, done.err) == (1, "")
    assert "\x1b" not in done.out


@pytest.mark.parametrize(
    ("form", "opening"),
    [("text", "3 changes"), ("markdown", "#"), ("changelog", "- `heron.Answer`: "), ("json", "{")],
)
def test_the_reports(form: str, opening: str) -> None:
    save_spec(spec_of("tabs"))
    page = page_of(edited(EDITED, 10, description="It waits for a crumb."), "tabs")
    write_file(Path("page"), page)
    done = run("drift", "heron", "--document", "page", "--format", form)
    assert (done.status, done.err, "LANDED" in done.out) == (1, "", True)
    assert done.out.startswith(opening)


# The real pages


@pytest.mark.skipif(not PAGES.is_dir(), reason="the pages are not here")
def test_the_five_pages_have_not_changed() -> None:
    done = run("drift", "--specs", ROOT / "specs", "--documents", PAGES, "--format", "json")
    found = said(done)
    assert (found.status, found.changes, found.left_out, found.bump) == (0, [], [], "none")
    assert found.ids == ["erratum", "erratum"]
    notes = "\n".join(finding["message"] for finding in found.findings)
    assert all(value in notes for value in ("992", "508", "509"))
    assert {Path(finding["file"]).name for finding in found.findings} == {"smspartner.md"}
