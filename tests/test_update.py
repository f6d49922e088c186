"""`provider-codes update` as a maintainer runs it: what changed on a page goes into the spec.

What is right is that the lines concerned change and nothing else: every test of an edit holds
the whole difference, and then that nothing is left to be done.
"""

import re
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from difflib import unified_diff
from pathlib import Path

import pytest
import yaml
from helpers_generate import age, edit, run, tree, write

SPEC = """\
# yaml-language-server: $schema=schema.json
# What the post of herons answers.
provider: heron
title: "Heron"

documents:
  page:
    title: Error codes
    address: https://heron.example/codes  # moved in 2024
    retrieved: 2026-01-02

lists:
  # The answers, below one heading.
  Answer:
    title: Answer codes
    document: page
    values: int
    documents: [name, permanent, group]
    tables:
      heading: Answer codes
      group: "{name} (group id: {value})"
      columns: {value: Id, permanent: Permanent, name: Name, description: Description}
    groups:
      OPEN: {value: 1, description: It may yet arrive.}  # not ours
      DONE: {value: 2, description: Nothing more will come.}
    codes:
      # On the way.
      QUEUED:
        value: 10
        permanent: false
        group: OPEN
        description: 'It waits for a wind.'  # from the west
      FLYING: {value: 11, permanent: false, group: OPEN, description: It is in the air.}  # why

      # At the end.
      LANDED:
        value: 20
        # They said so on the phone.
        permanent: true
        group: DONE
        description: It has arrived.
        note: "Or so they say."
        aliases:
          HOME: {description: It is in.}
      # The hawk
      # was faster.
      EATEN:
        value: 22
        documented_name: Eaten
        permanent: true
        group: DONE
        description: >-
          A hawk
          was faster.
    withdrawn:
      # Long ago.
      ROASTED:
        value: 30
        since: 2025-05-01  # a Thursday
        permanent: true
        group: DONE
        description: People were hungry.
      FRIED:
        value: 31
        since: 2025-05-02
        permanent: true
        group: DONE
        description: People were very hungry.
# The end.
"""

PAGE = """\
# Error codes

## Answer codes

### OPEN (group id: 1)

It may yet arrive.

| Id | Permanent | Name | Description |
|---|---|---|---|
| 10 | false | QUEUED | It waits for a wind. |
| 11 | false | FLYING | It is in the air. |

### DONE (group id: 2)

Nothing more will come.

| Id | Permanent | Name | Description |
|---|---|---|---|
| 20 | true | LANDED | It has arrived. |
| 20 | true | HOME | It is in. |
| 22 | true | Eaten | A hawk was faster. |
"""
ROW_22 = "| 22 | true | Eaten | A hawk was faster. |\n"
DAY = ("--retrieved", "2027-01-02")

# What each update changes besides.
RETRIEVED = """\
@@
     address: https://heron.example/codes  # moved in 2024
-    retrieved: 2026-01-02
+    retrieved: 2027-01-02
 
"""

HERON = Path("specs/heron.yaml")
Edits = Sequence[tuple[str, str]]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a spec and the page that it was transcribed from; the current folder."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / HERON, SPEC)
    write(tmp_path / "page.md", PAGE)
    return tmp_path


def edited(text: str, edits: Edits) -> str:
    """The text with all edits, each of which has to find its place."""
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def difference(old: str, new: str, context: int = 1) -> str:
    """How texts differ, with some lines around; without the numbers of lines."""
    lines = [*unified_diff(old.splitlines(True), new.splitlines(True), n=context)][2:]
    return "".join("@@\n" if line.startswith("@@") else line for line in lines)


def update(*edits: tuple[str, str], page: str = PAGE) -> str:
    """The spec after an update to the page with these edits, which leaves no drift."""
    text = written(*edits, page=page)
    assert run("drift", "heron", "--document", "page.md") == (0, "no changes\n", "")
    assert run("validate").status == 0
    return text


def written(*edits: tuple[str, str], page: str = PAGE) -> str:
    """The spec after an update to the page with these edits."""
    write(Path("page.md"), edited(page, edits))
    done = run("update", "heron", "--document", "page.md", *DAY)
    assert (done.status, done.err) == (0, ""), done
    assert done.out.endswith("wrote specs/heron.yaml\n")
    return HERON.read_bytes().decode()


def test_the_page_is_what_the_spec_says() -> None:
    assert run("validate") == (0, "", "")
    assert run("drift", "heron", "--document", "page.md") == (0, "no changes\n", "")


# What changes, and nothing else

CASES: dict[str, tuple[Edits, str]] = {
    "a reworded description, its comment kept": (
        [("It waits for a wind.", "It waits for wind: any.")],
        """\
@@
         group: OPEN
-        description: 'It waits for a wind.'  # from the west
+        description: "It waits for wind: any."  # from the west
       FLYING: {value: 11, permanent: false, group: OPEN, description: It is in the air.}  # why
""",
    ),
    "a reworded description of two lines": (
        [("A hawk was faster.", "A hawk came.")],
        """\
@@
         group: DONE
-        description: >-
-          A hawk
-          was faster.
+        description: A hawk came.
     withdrawn:
""",
    ),
    "a long description": (
        [("It has arrived.", "It has arrived, and " + "it sits on the roof, and " * 3 + "rests.")],
        """\
@@
         group: DONE
-        description: It has arrived.
+        description: >-
+          It has arrived, and it sits on the roof, and it sits on the roof, and it sits on the roof,
+          and rests.
         note: "Or so they say."
""",
    ),
    "a flipped flag of an entry on one line": (
        [("| 11 | false |", "| 11 | true |")],
        """\
@@
         description: 'It waits for a wind.'  # from the west
-      FLYING: {value: 11, permanent: false, group: OPEN, description: It is in the air.}  # why
+      FLYING:  # why
+        value: 11
+        permanent: true
+        group: OPEN
+        description: It is in the air.
 
""",
    ),
    "a new code in the middle": (
        [("| 11 |", "| 12 | false | CIRCLING | It looks for the loft. |\n| 11 |")],
        """\
@@
         description: 'It waits for a wind.'  # from the west
+      CIRCLING:
+        value: 12
+        permanent: false
+        group: OPEN
+        description: It looks for the loft.
+        name_proposed: true
       FLYING: {value: 11, permanent: false, group: OPEN, description: It is in the air.}  # why
""",
    ),
    "a new code at the head": (
        [("| 10 |", "| 9 | false | HATCHED | It cannot fly yet. |\n| 10 |")],
        """\
@@
     codes:
+      HATCHED:
+        value: 9
+        permanent: false
+        group: OPEN
+        description: It cannot fly yet.
+        name_proposed: true
       # On the way.
""",
    ),
    "two new codes at the end": (
        [(ROW_22, f"{ROW_22}| 23 | true | Gone Fishing | |\n| 24 | true | LAME | It walks. |\n")],
        """\
@@
           was faster.
+      GONE_FISHING:
+        value: 23
+        documented_name: Gone Fishing
+        permanent: true
+        group: DONE
+        name_proposed: true
+      LAME:
+        value: 24
+        permanent: true
+        group: DONE
+        description: It walks.
+        name_proposed: true
     withdrawn:
""",
    ),
    "a removed code takes its comment along": (
        [(ROW_22, "")],
        """\
@@
           HOME: {description: It is in.}
-      # The hawk
-      # was faster.
-      EATEN:
-        value: 22
-        documented_name: Eaten
-        permanent: true
-        group: DONE
-        description: >-
-          A hawk
-          was faster.
     withdrawn:
@@
         description: People were very hungry.
+      # The hawk
+      # was faster.
+      EATEN:
+        value: 22
+        since: 2027-01-02
+        documented_name: Eaten
+        permanent: true
+        group: DONE
+        description: >-
+          A hawk
+          was faster.
 # The end.
""",
    ),
    "a moved name": (
        [("| 11 | false |", "| 12 | false |")],
        """\
@@
         description: 'It waits for a wind.'  # from the west
-      FLYING: {value: 11, permanent: false, group: OPEN, description: It is in the air.}  # why
+      FLYING_12:
+        value: 12
+        documented_name: FLYING
+        permanent: false
+        group: OPEN
+        description: It is in the air.
+        name_proposed: true
 
@@
         description: People were very hungry.
+      FLYING:  # why
+        value: 11
+        since: 2027-01-02
+        in_enum: false
+        permanent: false
+        group: OPEN
+        description: It is in the air.
 # The end.
""",
    ),
    "a withdrawn code that came back": (
        [(ROW_22, f"{ROW_22}| 30 | true | ROASTED | People were hungry. |\n")],
        """\
@@
           was faster.
-    withdrawn:
       # Long ago.
@@
         value: 30
-        since: 2025-05-01  # a Thursday
         permanent: true
@@
         description: People were hungry.
+    withdrawn:
       FRIED:
""",
    ),
    "a value used again": (
        [(ROW_22, f"{ROW_22}| 30 | true | RESTING | It sits. |\n")],
        """\
@@
           was faster.
+      RESTING:
+        value: 30
+        permanent: true
+        group: DONE
+        description: It sits.
+        name_proposed: true
     withdrawn:
@@
         since: 2025-05-01  # a Thursday
+        in_enum: false
         permanent: true
""",
    ),
    "another documented name": (
        [("LANDED", "ARRIVED")],
        """\
@@
         value: 20
+        documented_name: ARRIVED
         # They said so on the phone.
""",
    ),
    "a documented name that the key says": (
        [("Eaten", "EATEN")],
        """\
@@
         value: 22
-        documented_name: Eaten
         permanent: true
""",
    ),
    "a new alias beside another": (
        [("| 20 | true | HOME", "| 20 | true | BACK | It is back. |\n| 20 | true | HOME")],
        """\
@@
           HOME: {description: It is in.}
+          BACK:
+            description: It is back.
       # The hawk
""",
    ),
    "the first alias": (
        [("| 11 |", "| 10 | false | WAITING | It waits for a wind. |\n| 11 |")],
        """\
@@
         description: 'It waits for a wind.'  # from the west
+        aliases:
+          WAITING:
+            description: It waits for a wind.
       FLYING: {value: 11, permanent: false, group: OPEN, description: It is in the air.}  # why
""",
    ),
    "an alias that is gone": (
        [("| 20 | true | HOME | It is in. |\n", "")],
        """\
@@
         note: "Or so they say."
-        aliases:
-          HOME: {description: It is in.}
+        former_names: [HOME]
       # The hawk
""",
    ),
    "a new group": (
        [
            (
                "### DONE",
                "### Stuck (group id: 3)\n\nIt sits.\n\n| Id | Permanent | Name | Description |\n"
                "|-|-|-|-|\n| 15 | false | RESTING | It sits in a tree. |\n\n### DONE",
            )
        ],
        """\
@@
       OPEN: {value: 1, description: It may yet arrive.}  # not ours
+      STUCK:
+        value: 3
+        documented_name: Stuck
+        description: It sits.
       DONE: {value: 2, description: Nothing more will come.}
@@
       FLYING: {value: 11, permanent: false, group: OPEN, description: It is in the air.}  # why
+      RESTING:
+        value: 15
+        permanent: false
+        group: STUCK
+        description: It sits in a tree.
+        name_proposed: true
 
""",
    ),
    "a group of another id": (
        [("(group id: 2)", "(group id: 7)")],
        """\
@@
       OPEN: {value: 1, description: It may yet arrive.}  # not ours
-      DONE: {value: 2, description: Nothing more will come.}
+      DONE:
+        value: 7
+        description: Nothing more will come.
     codes:
""",
    ),
}


@pytest.mark.parametrize(("edits", "expected"), CASES.values(), ids=CASES)
def test_only_the_lines_concerned_change(edits: Edits, expected: str) -> None:
    assert difference(SPEC, update(*edits)) == RETRIEVED + expected


# Several changes at once, each of another kind.
EDITS: Edits = (
    ("It waits for a wind.", "It waits."),
    ("| 11 |", "| 12 | false | CIRCLING | It looks. |\n| 11 |"),
    (ROW_22, ""),
    ("It is in.", "It is home."),
)


def test_line_ends_a_byte_order_mark_and_a_missing_last_one_stay(project: Path) -> None:
    plain = written(*EDITS)
    (project / HERON).write_bytes(b"\xef\xbb\xbf" + SPEC.replace("\n", "\r\n").encode())
    assert written(*EDITS) == "\ufeff" + plain.replace("\n", "\r\n")
    (project / HERON).write_bytes(SPEC.removesuffix("\n").encode())
    assert written(*EDITS) == plain.removesuffix("\n")


def test_an_indentation_of_four() -> None:
    """What stayed is as it was, and what came stands where the others do."""
    plain = yaml.safe_load(written(*EDITS))
    before = re.sub("^ +", lambda found: found[0] * 2, SPEC, flags=re.M)
    write(HERON, before)
    after = update(*EDITS)
    assert yaml.safe_load(after) == plain
    came = [line[1:] for line in difference(before, after, 0).splitlines() if line[0] == "+"]
    assert "            CIRCLING:" in came and "            EATEN:" in came
    assert sorted(re.findall("#.*", after)) == sorted(re.findall("#.*", before))


def test_the_first_withdrawn_code_of_a_list() -> None:
    start, end = SPEC.index("    withdrawn:"), SPEC.index("# The end.")
    write(HERON, SPEC[:start] + SPEC[end:])
    after = update((ROW_22, ""))
    assert "    withdrawn:\n      # The hawk\n      # was faster.\n      EATEN:\n" in after
    assert after.endswith("# The end.\n")


def test_the_last_withdrawn_code_that_came_back() -> None:
    start, end = SPEC.index("      FRIED:"), SPEC.index("# The end.")
    write(HERON, SPEC[:start] + SPEC[end:])
    after = update((ROW_22, f"{ROW_22}| 30 | true | ROASTED | People were hungry. |\n"))
    assert "withdrawn" not in after
    assert "      # Long ago.\n      ROASTED:\n" in after


def test_a_code_that_went_and_came_back_leaves_the_spec_as_it_was() -> None:
    assert "since: 2027-01-02" in update((ROW_22, ""))
    assert difference(SPEC, update()) == RETRIEVED


def test_an_alias_that_went_and_came_back_has_its_name_again() -> None:
    assert "former_names: [HOME]" in update(("| 20 | true | HOME | It is in. |\n", ""))
    landed = yaml.safe_load(update())["lists"]["Answer"]["codes"]["LANDED"]
    assert landed["aliases"] == {"HOME": {"description": "It is in."}}
    assert "former_names" not in landed


def test_an_erratum_that_is_resolved() -> None:
    broken = "| 2Z | true | Eaten | A hawk was faster. |"
    text = SPEC.replace(
        "          was faster.\n",
        "          was faster.\n"
        "        erratum:  # They were told.\n"
        f'          page: "{broken}"\n'
        '          reading: "22"\n'
        "          reason: A letter for a figure.\n"
        "        former_names: [PLUCKED]\n",
    )
    write(HERON, text)
    write(Path("page.md"), PAGE.replace("| 22 |", "| 2Z |"))
    before = tree(Path.cwd())
    done = run("update", "heron", "--document", "page.md", *DAY)
    assert (done.status, "note[erratum]" in done.err) == (0, True)
    assert tree(Path.cwd()) == before
    after = update()
    assert difference(text, after) == RETRIEVED + (f"""\
@@
           was faster.
-        erratum:  # They were told.
-          page: "{broken}"
-          reading: "22"
-          reason: A letter for a figure.
         former_names: [PLUCKED]
""")


# Nothing is written


@pytest.fixture
def old(project: Path) -> Path:
    """The project, whose files were written long ago."""
    age(project)
    return project


@pytest.mark.parametrize("options", [(), DAY, ("--dry-run",), ("--dry-run", *DAY)])
def test_without_a_changed_fact_nothing_is_written(old: Path, options: Sequence[str]) -> None:
    before = tree(old)
    done = run("update", "heron", "--document", "page.md", *options)
    assert done == (0, "heron says what its page says\n", "")
    assert tree(old) == before


def test_another_layout_is_no_changed_fact(old: Path) -> None:
    page = PAGE.replace("##", "###").replace("|---|", "|:-:|")
    assert page != PAGE
    write(old / "page.md", page)
    before = tree(old)
    assert run("update", "heron", "--document", "page.md", *DAY).status == 0
    assert tree(old) == before


def test_a_dry_run_shows_what_would_be_written(old: Path) -> None:
    edit(old / "page.md", "It has arrived.", "It is here.")
    edit(old / "page.md", ROW_22, "")
    before = tree(old)
    done = run("update", "heron", "--document", "page.md", "--dry-run", *DAY)
    assert (done.status, done.err) == (1, "")
    assert tree(old) == before
    head, minus, plus, *shown = done.out.splitlines(True)
    assert (head, minus, plus) == (
        "diff --git a/specs/heron.yaml b/specs/heron.yaml\n",
        "--- a/specs/heron.yaml\n",
        "+++ b/specs/heron.yaml\n",
    )
    assert run("update", "heron", "--document", "page.md", *DAY).status == 0
    after = (old / HERON).read_text()
    assert shown == [*unified_diff(SPEC.splitlines(True), after.splitlines(True))][2:]


@pytest.mark.parametrize(
    ("edits", "id"),
    [
        ([("## Answer codes", "## Replies")], "heading-not-found"),
        ([("| 22 |", "| 2Z |")], "row-unreadable"),
        ([("| 10 | false |", "| 10 | perhaps |")], "flag-unreadable"),
        ([("OPEN (group id: 1)", "Everything else")], "group-heading-unmatched"),
        ([(PAGE, "")], "page-unreadable"),
        ([(PAGE, re.sub(r"^\| \d.*\n", "", PAGE, flags=re.M))], ""),  # no codes are left
    ],
)
def test_nothing_is_written_of_a_page_that_could_not_be_compared(
    old: Path, edits: Edits, id: str
) -> None:
    write(old / "page.md", edited(PAGE, edits))
    before = tree(old)
    done = run("update", "heron", "--document", "page.md", *DAY)
    assert (done.status, done.out) == (2, "")
    assert f"error[{id}" in done.err and "nothing was written" in done.err
    assert tree(old) == before


@pytest.mark.parametrize(
    "edits",
    [
        [("| 11 |", "| 12 | | CIRCLING | It looks for the loft. |\n| 11 |")],
        [("| 10 | false |", "| 10 | |")],
    ],
    ids=["a new code without its flag", "a flag that is gone"],
)
def test_nothing_is_written_that_would_break_a_policy(old: Path, edits: Edits) -> None:
    write(old / "page.md", edited(PAGE, edits))
    before = tree(old)
    done = run("update", "heron", "--document", "page.md", *DAY)
    assert tree(old) == before
    assert (done.status, done.out) == (2, "")
    assert "error[fact-missing]" in done.err and "nothing was written" in done.err


def test_a_spec_that_cannot_be_edited_is_left_as_it_was(old: Path) -> None:
    layout = (
        "{provider: heron, title: Heron, documents: {page: {title: Error codes, retrieved: "
        "2026-01-02}}, lists: {Answer: {title: A, values: int, document: page, tables: {heading: "
        "Answer codes, columns: {value: Id, name: Name, description: Description}}, documents: "
        "[name], codes: {QUEUED: {value: 10, description: It waits for a wind.}}}}}\n"
    )
    write(old / HERON, layout)
    assert run("validate").status == 0
    before = tree(old)
    done = run("update", "heron", "--document", "page.md", *DAY)
    assert done.status == 2
    assert "cannot be edited line by line" in done.err and "Traceback" not in done.err
    assert tree(old) == before
    # What, where, and how to mend it.
    assert "specs/heron.yaml" in done.err and "by hand" in done.err
    assert "wrote" not in done.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["update"], "PROVIDER"),
        (["update", "heron", "egret", "--document", "page.md"], "egret"),
        (["update", "herron", "--document", "page.md"], "did you mean heron?"),
        (["update", "heron", "--document", "nowhere.md"], "file-unreadable"),
        (["update", "heron", "--documents", "nowhere"], "nowhere"),
        (["update", "heron", "--document", "page.md", "--retrieved", "yesterday"], "--retrieved"),
    ],
)
def test_usage(old: Path, arguments: list[str], words: str) -> None:
    before = tree(old)
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert words in done.err and "Traceback" not in done.err
    assert tree(old) == before


# Days


def test_the_day_is_today_unless_it_is_said() -> None:
    write(Path("page.md"), PAGE.replace("It has arrived.", "It is here."))
    days = [date.today()]
    assert run("update", "heron", "--document", "page.md").status == 0
    days.append(date.today())
    assert yaml.safe_load(HERON.read_text())["documents"]["page"]["retrieved"] in days
    assert "    retrieved: 2027-01-02\n" in update()


def test_only_the_document_changes_its_day_of_which_a_fact_changed() -> None:
    more = """\
  other:
    title: Other codes
    retrieved: 2026-01-03
"""
    other = """\
  Other:
    title: Other codes
    document: other
    values: int
    tables: {heading: Other codes, columns: {value: Id, description: Text}}
    codes:
      CALM: {value: 1, description: It coos.}
"""
    text = SPEC.replace("\nlists:", f"{more}\nlists:").replace("# The end.", f"{other}# The end.")
    write(HERON, text)
    write(Path("pages/heron.page.md"), PAGE)
    write(Path("pages/heron.other.md"), "# Other codes\n\n|Id|Text|\n|-|-|\n|1|It hums.|\n")
    assert run("update", "heron", "--documents", "pages", *DAY).status == 0
    assert difference(text, HERON.read_text(), 0) == ("""\
@@
-    retrieved: 2026-01-03
+    retrieved: 2027-01-02
@@
-      CALM: {value: 1, description: It coos.}
+      CALM:
+        value: 1
+        description: It hums.
""")


# Names


def test_names_that_were_proposed_wait_for_a_person() -> None:
    after = update(("| 11 |", "| 12 | false | CIRCLING | It looks for the loft. |\n| 11 |"))
    done = run("validate")
    assert (done.status, "warning[name-proposed]" in done.out) == (0, True)
    assert "CIRCLING" in done.out and "QUEUED" not in done.out
    assert run("validate", "--strict").status == 1
    write(
        HERON, after.replace("        name_proposed: true\n", "").replace("CIRCLING:", "SEEKING:")
    )
    edit(HERON, "        value: 12\n", "        value: 12\n        documented_name: CIRCLING\n")
    assert run("validate", "--strict") == (0, "", "")
    # The name that a person chose stays whatever the page does.
    after = update(("| 11 |", "| 12 | true | LOITERING | It looks for fish. |\n| 11 |"))
    assert "      SEEKING:\n        value: 12\n        documented_name: LOITERING\n" in after
    assert "name_proposed" not in after


def test_a_moved_name_stays_reserved_for_good() -> None:
    update(("| 11 | false |", "| 12 | false |"))
    update(("| 11 | false |", "| 13 | false |"))
    codes = yaml.safe_load(HERON.read_text())["lists"]["Answer"]
    assert {"FLYING_13"} == {name for name in codes["codes"] if "FLYING" in name}
    assert codes["codes"]["FLYING_13"]["documented_name"] == "FLYING"
    gone = {name: code for name, code in codes["withdrawn"].items() if "FLYING" in name}
    assert gone.keys() == {"FLYING", "FLYING_12"}
    assert all(code["in_enum"] is False for code in gone.values())
    assert [code["value"] for code in gone.values()] == [11, 12]


def test_a_moved_name_that_returns_gets_its_name_back() -> None:
    update(("| 11 | false |", "| 12 | false |"))
    update()
    codes = yaml.safe_load(HERON.read_text())["lists"]["Answer"]
    assert (codes["codes"]["FLYING"]["value"], "FLYING_12" in codes["codes"]) == (11, False)
    assert codes["withdrawn"]["FLYING_12"]["in_enum"] is False
    # Nobody will meet the name that was proposed in between.
    assert run("validate", "--strict") == (0, "", "")


def test_a_swap_reserves_both_names() -> None:
    first, second = PAGE.index("| 10 |"), PAGE.index("### DONE")
    rows = (
        "| 10 | false | FLYING | It is in the air. |\n"
        "| 11 | false | QUEUED | It waits for a wind. |\n\n"
    )
    write(Path("page.md"), PAGE[:first] + rows + PAGE[second:])
    after = update(page=Path("page.md").read_text())
    codes = yaml.safe_load(after)["lists"]["Answer"]
    assert [(name, code["value"]) for name, code in codes["codes"].items()][:2] == [
        *(("FLYING_10", 10), ("QUEUED_11", 11))
    ]
    assert all(codes["withdrawn"][name]["in_enum"] is False for name in ("QUEUED", "FLYING"))
    # A comment of a person is not thrown away with the place it stood at.
    assert "# On the way." in after and "# from the west" in after and "# why" in after


def test_the_aliases_of_a_moved_name_are_reserved_too() -> None:
    landed = "| 20 | true | LANDED | It has arrived. |\n| 20 | true | HOME | It is in. |\n"
    after = update((landed, landed.replace("| 20 |", "| 21 |")))
    codes = yaml.safe_load(after)["lists"]["Answer"]
    assert codes["withdrawn"]["LANDED"]["former_names"] == ["HOME"]
    assert codes["codes"]["LANDED_21"]["aliases"].keys() == {"HOME_21"}
    assert codes["codes"]["LANDED_21"]["aliases"]["HOME_21"]["documented_name"] == "HOME"


# The changelog

PROJECT = """\
[tool.provider-codes]
specs = "specs"
output = "src/post"
changelog = "CHANGELOG.md"
"""
RELEASED = "# Changelog\n\nFor those who import.\n\n## 0.1.0\n\n- All.\n"
BEGUN = RELEASED.replace("## 0.1.0", "## 0.2.0 (unreleased)\n\n- Something.\n\n## 0.1.0")
ENTRY = (
    "- `heron.Answer`: The permanent flag changed; programs that retry on this flag will behave differently."
    " `QUEUED` (10) `false` -> `true`.\n"
)
FLIPPED = ("| 10 | false |", "| 10 | true |")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (BEGUN, BEGUN.replace("- Something.", f"{ENTRY}- Something.")),
        (RELEASED, RELEASED.replace("## 0.1.0", f"## Unreleased\n\n{ENTRY}\n## 0.1.0")),
        ("# Changelog\n", f"# Changelog\n\n## Unreleased\n\n{ENTRY}"),
        ("", f"## Unreleased\n\n{ENTRY}"),
    ],
)
def test_the_fragment_goes_below_what_is_not_released(
    project: Path, before: str, after: str
) -> None:
    write(project / "pyproject.toml", PROJECT)
    write(project / "CHANGELOG.md", before)
    write(project / "page.md", edited(PAGE, [FLIPPED]))
    shown = run("update", "heron", "--document", "page.md", "--dry-run", *DAY)
    assert shown.status == 1 and "+++ b/CHANGELOG.md" in shown.out
    assert (project / "CHANGELOG.md").read_text() == before
    done = run("update", "heron", "--document", "page.md", *DAY)
    assert (done.status, done.err) == (0, "")
    assert done.out.endswith("wrote specs/heron.yaml\nwrote CHANGELOG.md\n")
    assert (project / "CHANGELOG.md").read_text() == after
    # Once more, and once more from the old spec: it says so already.
    assert run("update", "heron", "--document", "page.md", *DAY).status == 0
    write(project / HERON, SPEC)
    assert run("update", "heron", "--document", "page.md", *DAY).status == 0
    assert (project / "CHANGELOG.md").read_text() == after


def test_a_change_that_was_released_is_told_again_when_it_happens_again(project: Path) -> None:
    write(project / "pyproject.toml", PROJECT)
    text = f"# Changelog\n\n## Unreleased\n\n## 0.2.0\n\n{ENTRY}\n## 0.1.0\n\n- All.\n"
    write(project / "CHANGELOG.md", text)
    update_quietly(project, FLIPPED)
    expected = text.replace("## Unreleased\n\n", f"## Unreleased\n\n{ENTRY}\n")
    assert (project / "CHANGELOG.md").read_text() == expected


def update_quietly(project: Path, *edits: tuple[str, str]) -> None:
    """Update to the page with these edits."""
    write(project / "page.md", edited(PAGE, edits))
    assert run("update", "heron", "--document", "page.md", *DAY).status == 0


def test_the_line_ends_of_the_changelog_stay(project: Path) -> None:
    write(project / "pyproject.toml", PROJECT)
    (project / "CHANGELOG.md").write_bytes(BEGUN.replace("\n", "\r\n").encode())
    update_quietly(project, FLIPPED)
    expected = BEGUN.replace("- Something.", f"{ENTRY}- Something.").replace("\n", "\r\n")
    assert (project / "CHANGELOG.md").read_bytes().decode() == expected


def test_what_nobody_notices_is_not_told(project: Path) -> None:
    write(project / "pyproject.toml", PROJECT)
    write(project / "CHANGELOG.md", BEGUN)
    update_quietly(project, ("It is in the air.", "It is in [the air](https://air.example)."))
    assert "links" in (project / HERON).read_text()
    assert (project / "CHANGELOG.md").read_text() == BEGUN


def test_a_changelog_that_is_not_there(old: Path) -> None:
    write(old / "pyproject.toml", PROJECT)
    write(old / "page.md", edited(PAGE, [FLIPPED]))
    before = tree(old)
    done = run("update", "heron", "--document", "page.md", *DAY)
    assert (done.status, "CHANGELOG.md" in done.err) == (2, True)
    assert tree(old) == before


# And on to the enums

USE = """
import sys
sys.path.insert(0, "src")
from post.heron import Answer

assert Answer.CIRCLING == 12
assert Answer.CIRCLING.description == "It looks for the loft."
assert Answer.QUEUED.permanent is True
assert Answer(22) is Answer.EATEN
assert Answer.RESTING == Answer(30)
for name in ("FLYING", "ROASTED"):
    assert not hasattr(Answer, name)
assert Answer.parse(11).name == "UNLISTED"
assert Answer.FLYING_13.documented_name == "FLYING"
"""


def test_enums_are_generated_from_the_spec(project: Path) -> None:
    write(project / "pyproject.toml", PROJECT)
    write(project / "CHANGELOG.md", BEGUN)
    assert run("generate").status == 0
    update_quietly(
        project,
        FLIPPED,
        ("| 11 |", "| 12 | false | CIRCLING | It looks for the loft. |\n| 13 |"),
        (ROW_22, "| 30 | true | RESTING | It sits. |\n"),
    )
    assert run("generate", "--check").status == 1
    done = run("generate")
    assert done.status == 0 and "wrote src/post/heron.py" in done.out
    assert "error" not in done.err and "name-proposed" in done.err
    script = write(project / "use.py", USE)
    ran = subprocess.run([sys.executable, script], cwd=project, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
