"""`provider-codes update` as a maintainer runs it: what changed on a page goes into the spec.

Only the lines concerned may change: every test of an edit compares the whole difference, and then
checks that no drift is left.
"""

import re
from collections.abc import Sequence
from datetime import date
from difflib import unified_diff
from itertools import accumulate
from pathlib import Path

import pytest
import yaml
from helpers_cases import Case, Goldens, rendered, with_edit
from helpers_generate import age, edit, run, tree, write
from provider_codes_generator.pages import PageText
from provider_codes_generator.spec.layout import dump
from provider_codes_generator.spec.load import load_text
from provider_codes_generator.transcribe import find_drift

INPUTS = Path(__file__).parent / "inputs"
SPEC = (INPUTS / "heron.yaml").read_text(encoding="utf-8")
PAGE = (INPUTS / "heron.md").read_text(encoding="utf-8")
ROW_22 = "| 22 | true | Eaten | A hawk was faster. |\n"
DAY = ("--retrieved", "2027-01-02")
# Nothing follows the last row of the page.
WHOLE = "--accept-removals"

# What each update also changes
RETRIEVED = "-    retrieved: 2026-01-02\n+    retrieved: 2027-01-02\n"

HERON = Path("specs/heron.yaml")
Edits = Sequence[tuple[str, str]]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a spec and its page, as the current folder."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / HERON, SPEC)
    write(tmp_path / "page.md", PAGE)
    return tmp_path


def edited(text: str, edits: Edits) -> str:
    """The text with all edits, each of which has to match."""
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def difference(old: str, new: str, context: int = 0) -> str:
    """The difference of texts, with some lines around it; without line numbers."""
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
    done = run("update", "heron", "--document", "page.md", WHOLE, *DAY)
    assert (done.status, done.err) == (0, ""), done
    assert "\nwrote specs/heron.yaml\n" in done.out
    return HERON.read_bytes().decode()


def test_the_page_equals_the_spec() -> None:
    assert run("validate") == (0, "1 spec: no findings\n", "")
    assert run("drift", "heron", "--document", "page.md") == (0, "no changes\n", "")


# Only what changes

UPDATES = Path(__file__).parent / "updates/updates.txt"


def outcome(case: Case) -> list[str]:
    """The change of the spec by an update to the page, both after the edits of a case."""
    spec, page = SPEC, PAGE
    for line in case.lines[1:]:
        kind, _, edit = line.partition("| ")
        spec, page = (with_edit(spec, edit), page) if kind else (spec, with_edit(page, edit))
    write(HERON, spec)
    return difference(spec, update(page=page), context=1).splitlines()


def test_only_the_lines_concerned_change(goldens: Goldens) -> None:
    goldens(UPDATES.parent, {UPDATES.name: rendered(UPDATES, outcome)})


# Several changes at once, each of another kind
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
    """Old lines stay unchanged, and new ones are where such lines belong."""
    plain = yaml.safe_load(written(*EDITS))
    before = re.sub("^ +", lambda found: found[0] * 2, SPEC, flags=re.M)
    write(HERON, before)
    after = update(*EDITS)
    assert yaml.safe_load(after) == plain
    came = [line[1:] for line in difference(before, after, 0).splitlines() if line[0] == "+"]
    assert "            CIRCLING:" in came and "            EATEN:" in came
    assert sorted(re.findall("#.*", after)) == sorted(re.findall("#.*", before))
    # The first withdrawn code is less deep than it was as a code.
    write(HERON, before[: before.index("        withdrawn:")])
    after = update((ROW_22, ""))
    assert (
        "        withdrawn:\n          # The hawk\n          # was faster.\n          EATEN:\n"
        in after
    )


def test_a_code_without_a_group_stays_without_one() -> None:
    groups = ("Open", "", "Open", "Shut", "Shut")
    rows = [f"| {n} | {group} | IN_{n}X | It is {n}. |\n" for n, group in enumerate(groups)]
    write(Path("crow.md"), "".join(["| Code | Group | Name | Text |\n|---|---|---|---|\n", *rows]))
    assert run("new", "crow", "--document", "crow.md").status == 0
    before = Path("specs/crow.yaml").read_text(encoding="utf-8")
    assert before.count("group: OPEN") == 2
    edit(Path("crow.md"), "It is 1.", "It was 1.")
    assert run("update", "crow", "--document", "crow.md").status == 0
    after = Path("specs/crow.yaml").read_text(encoding="utf-8")
    assert after == before.replace("It is 1.", "It was 1.")


def test_the_first_and_the_last_withdrawn_code_of_a_list() -> None:
    start, middle = SPEC.index("    withdrawn:"), SPEC.index("      FRIED:")
    end = SPEC.index("# The end.")
    write(HERON, SPEC[:start] + SPEC[end:])
    first = update((ROW_22, ""))
    assert "    withdrawn:\n      # The hawk\n      # was faster.\n      EATEN:\n" in first
    write(HERON, SPEC[:middle] + SPEC[end:])
    last = update((ROW_22, f"{ROW_22}| 30 | true | ROASTED | People were hungry. |\n"))
    assert "withdrawn" not in last and "      # Long ago.\n      ROASTED:\n" in last
    assert first.endswith("# The end.\n") and last.endswith("# The end.\n")


def test_a_code_that_returns_leaves_the_spec_as_it_was() -> None:
    assert "since: 2027-01-02" in update((ROW_22, ""))
    assert difference(SPEC, update()) == f"@@\n{RETRIEVED}"


def test_an_alias_that_returns_has_its_name_again() -> None:
    assert "former_names: [HOME]" in update(("| 20 | true | HOME | It is in. |\n", ""))
    landed = yaml.safe_load(update())["lists"]["Answer"]["codes"]["LANDED"]
    assert landed["aliases"] == {"HOME": {"description": "It is in."}}
    assert "former_names" not in landed


# Nothing is written


@pytest.fixture
def old(project: Path) -> Path:
    """The project with old files."""
    age(project)
    return project


@pytest.mark.parametrize("options", [(), DAY, ("--dry-run",), ("--dry-run", *DAY)])
def test_without_a_changed_fact_nothing_is_written(old: Path, options: Sequence[str]) -> None:
    before = tree(old)
    done = run("update", "heron", "--document", "page.md", *options)
    assert done == (0, "no changes\n", "")
    assert tree(old) == before


def test_a_dry_run_shows_what_would_be_written(old: Path) -> None:
    edit(old / "page.md", "It has arrived.", "It is here.")
    edit(old / "page.md", ROW_22, "")
    before = tree(old)
    done = run("update", "heron", "--document", "page.md", WHOLE, "--dry-run", *DAY)
    assert (done.status, done.err) == (1, "")
    assert tree(old) == before
    head, minus, plus, *shown = done.out.splitlines(True)
    assert (head, minus, plus) == (
        "diff --git a/specs/heron.yaml b/specs/heron.yaml\n",
        "--- a/specs/heron.yaml\n",
        "+++ b/specs/heron.yaml\n",
    )
    assert run("update", "heron", "--document", "page.md", WHOLE, *DAY).status == 0
    after = (old / HERON).read_text()
    assert shown == [*unified_diff(SPEC.splitlines(True), after.splitlines(True))][2:]


@pytest.mark.parametrize(
    ("edits", "id"),
    [
        (
            [(PAGE, PAGE.replace("## Answer", "## Other").replace("| Id |", "| No |"))],
            "heading-not",
        ),
        ([("OPEN (group id: 1)", "Everything else")], "group-heading-unmatched"),
        ([(PAGE, "")], "page-unreadable"),
        ([(PAGE, re.sub(r"^\| \d.*\n", "", PAGE, flags=re.M))], ""),  # no codes are left
    ],
)
def test_nothing_is_written_if_the_page_breaks_the_spec(old: Path, edits: Edits, id: str) -> None:
    write(old / "page.md", edited(PAGE, edits))
    before = tree(old)
    done = run("update", "heron", "--document", "page.md", *DAY)
    assert (done.status, done.out) == (2, "")
    assert f"error[{id}" in done.err and "nothing was written" in done.err
    assert tree(old) == before


@pytest.mark.parametrize(
    ("edits", "id"),
    [
        ([("| 22 |", "| 2Z |")], "code-unread"),
        ([("| 22 |", "| |")], "code-unread"),
        ([("| 22 | true | Eaten |", "| | | |")], "code-unread"),
        ([("| 10 | false |", "| 10 | perhaps |")], "flag-unreadable"),
        ([("| 11 |", "| l2 | true | CIRCLING | It looks. |\n| 11 |")], "row-unreadable"),
        ([("| 11 |", "| 12 | | CIRCLING | It looks. |\n| 11 |")], "fact-not-found"),
        ([("| 11 |", "| 12 | false | - | It looks. |\n| 11 |")], "fact-not-found"),
    ],
)
def test_unreadable_rows_are_left_out(old: Path, edits: Edits, id: str) -> None:
    write(old / "page.md", edited(PAGE, edits))
    before = tree(old)
    done = run("update", "heron", "--document", "page.md", *DAY)
    status = int(id == "fact-not-found")  # A new code that is left out is drift.
    assert (done.status, done.err) == (status, "")
    assert run("drift", "heron", "--document", "page.md").status == status
    assert done.out.startswith("no changes\n\nleft out\n  page.md:")
    assert f"warning[{id}" in done.out
    for command in ("update", "drift"):
        assert run(command, "heron", "--strict", "--document", "page.md").status == 1
    assert tree(old) == before
    write(old / "page.md", edited(PAGE, [*edits, ("It is in the air.", "It flies.")]))
    assert run("update", "heron", "--document", "page.md", *DAY).status == status
    codes = yaml.safe_load(HERON.read_text())["lists"]["Answer"]["codes"]
    assert list(codes) == ["QUEUED", "FLYING", "LANDED", "EATEN"]
    assert codes["FLYING"]["description"] == "It flies."


# Removals

TAIL = PAGE[PAGE.index("| 20 |") :]


@pytest.mark.parametrize("gone", [ROW_22, TAIL])
def test_a_page_that_may_be_cut_removes_nothing(old: Path, gone: str) -> None:
    write(old / "page.md", PAGE.replace(gone, ""))
    before = tree(old)
    done = run("update", "heron", "--document", "page.md", *DAY)
    assert (done.status, done.out) == (2, "")
    assert "is the page whole?" in done.err and "EATEN" in done.err
    assert tree(old) == before
    done = run("update", "heron", "--document", "page.md", WHOLE, *DAY)
    assert done.status == 0
    assert "EATEN" in yaml.safe_load(HERON.read_text())["lists"]["Answer"]["withdrawn"]


def test_a_page_without_any_row_of_the_spec_removes_nothing(old: Path) -> None:
    """The page is cut in its first row, which looks like a new code."""
    write(old / "page.md", PAGE[: PAGE.index("| 10 |")] + "| 1 | false | QU | It |\n")
    before = tree(old)
    done = run("update", "heron", "--document", "page.md", *DAY)
    assert (done.status, "is the page whole?" in done.err, tree(old)) == (2, True, before)


def test_a_removed_row_above_another_is_removed() -> None:
    edits = [("| 11 | false | FLYING | It is in the air. |\n", "")]
    write(Path("page.md"), edited(PAGE, edits))
    assert run("update", "heron", "--document", "page.md", *DAY).status == 0
    assert "FLYING" in yaml.safe_load(HERON.read_text())["lists"]["Answer"]["withdrawn"]


@pytest.mark.parametrize(("number", "others"), [(4, 0), (5, 0), (5, 16)])
def test_more_than_four_removals_and_a_fifth_of_a_list_at_once_have_to_be_accepted(
    number: int, others: int, old: Path
) -> None:
    rows = [f"| {value} | true | N{value} | No. |\n" for value in range(50, 50 + number + others)]
    pages = ("".join(each) for each in (rows, rows[number:]))
    more, fewer = (PAGE.replace("| 20 |", f"{each}| 20 |", 1) for each in pages)
    write(old / "page.md", more)
    assert run("update", "heron", "--document", "page.md", *DAY).status == 0
    write(old / "page.md", fewer)
    before = tree(old)
    done = run("update", "heron", "--document", "page.md", *DAY)
    if number == 4 or others:
        assert (done.status, done.err) == (0, "")
        return
    assert (done.status, tree(old)) == (2, before)
    errors = "5 of 9 codes of Answer are gone"
    assert errors in done.err and "--accept-removals" in done.err
    assert errors in run("drift", "heron", "--document", "page.md").out
    assert run("update", "heron", "--document", "page.md", WHOLE, *DAY).status == 0


def test_a_cut_row_is_no_end_of_the_page() -> None:
    head = "# Codes\n\n| Code | Text |\n|------|------|\n"
    rows = [f"| {value} | Text of {value}. |\n" for value in (1025, 1026, 1027, 10)]
    write(Path("gull.md"), head + "".join(rows))
    assert run("new", "gull", "--document", "gull.md").status == 0
    # The rows may be in the other order, too.
    for shown in (rows[0] + rows[1][: len("| 10")], rows[3] + rows[2]):
        write(Path("gull.md"), head + shown)
        done = run("drift", "gull", "--document", "gull.md")
        assert done.status == 2
        assert "page-not-whole" in done.out and "code-removed" not in done.out
    for end in ("Text of", ""):  # nor does a text
        write(Path("gull.md"), head + "".join(rows[:3]) + f"| 10 | {end}")
        done = run("drift", "gull", "--document", "gull.md")
        assert (done.status, "description-changed" in done.out) == (2, False)
        assert "page-not-whole" in done.out
    assert "description-changed" in run("drift", "gull", "--document", "gull.md", WHOLE).out
    # A complete row at the end shows that the page has dropped what was before it.
    write(Path("gull.md"), head + rows[0] + rows[3])
    assert "code-removed" in run("drift", "gull", "--document", "gull.md").out


@pytest.mark.parametrize(
    ("head", "row", "end"),
    [
        ("# Codes\n\n| Text | Code |\n|---|---|\n", "| Text of {0}. | {0} |\n", "| Text"),
        ("<h1>Codes</h1><table><th>Code<th>Text", "<tr><td>{0}<td>Text of {0}.", "<tr><td>1"),
        ("<h1>Codes</h1><dl>", "<dt>{0}<dd>Text of {0}.", "<dt>14<dd>Te"),
        (
            '<h1>Codes</h1><p role="table"><b role="row"><i role="cell">Text</i>'
            '<i role="cell">Code</i></b>',
            '<b role="row"><i role="cell">Text of {0}.</i><i role="cell">{0}</i></b>',
            '<b role="row"><i role="cell">Text',
        ),
    ],
)
def test_a_page_that_ends_in_a_table_adds_nothing(head: str, row: str, end: str) -> None:
    """The last row is neither a code nor a text of the row above. Whether more follow is unknown."""
    page, rows = Path("gull.md" if head[0] == "#" else "gull.html"), map(row.format, (11, 12, 13))
    shown = list(accumulate(rows, initial=head))
    write(page, shown[2] + end)
    done = run("new", "gull", "--document", str(page))
    assert (done.status, "page-not-whole" in done.err) == (0, True)
    assert "no changes" in run("drift", "gull", "--document", str(page)).out
    before = Path("specs/gull.yaml").read_text()
    assert [*yaml.safe_load(before)["lists"]["Code"]["codes"]] == ["TEXT_11", "TEXT_12"]
    write(page, shown[3] + end)
    done = run("update", "gull", "--document", str(page))
    assert (done.status, Path("specs/gull.yaml").read_text()) == (2, before)
    assert "the page ends in the table of Code" in done.err
    # A row as the spec has it needs no end.
    write(page, shown[2].rstrip(" |\n"))
    assert run("drift", "gull", "--document", str(page)).status == 0


def test_a_missing_list_is_withdrawn_if_accepted() -> None:
    write(Path("page.md"), "# Other codes\n\nNo more answers.\n")
    done = run("update", "heron", "--document", "page.md", *DAY)
    assert (done.status, "--accept-removals" in done.err) == (2, True)
    assert run("update", "heron", "--document", "page.md", WHOLE, *DAY).status == 0
    answer = yaml.safe_load(HERON.read_text())["lists"]["Answer"]
    assert answer["withdrawn_since"] == date(2027, 1, 2)
    assert run("generate", "--output", "src/post").status == 0
    text = Path("src/post/heron.py").read_text()
    for name in (*answer["codes"], *answer["withdrawn"]):
        assert re.search(rf"(?m)^    {name} = \d+\n    \"\"\"(.|\n)*?Withdrawn: ", text)
    assert run("drift", "heron", "--document", "page.md").status == 0
    # When the page has the list again, even in another order, the spec is as it was.
    queued = "| 10 | false | QUEUED | It waits for a wind. |\n"
    write(Path("page.md"), edited(PAGE, [(queued, ""), ("air. |\n", f"air. |\n{queued}")]))
    assert (
        "documented-again" in run("drift", "heron", "--document", "page.md", "--format", "json").out
    )
    assert run("update", "heron", "--document", "page.md").status == 0
    again = yaml.safe_load(HERON.read_text())["lists"]["Answer"]
    assert "withdrawn_since" not in again and again["codes"] == answer["codes"]
    assert list(again["codes"]) == list(answer["codes"])


def test_drift_says_that_update_asks_before_it_withdraws_a_large_list() -> None:
    def page(*lists: tuple[str, range]) -> str:
        table = "<table><tr><th>Code</th><th>Text</th></tr>"
        rows = "".join(
            f"<h2>{heading}</h2>{table}"
            + "".join(f"<tr><td>{each}</td><td>Text {each} is here.</td></tr>" for each in codes)
            + "</table>"
            for heading, codes in lists
        )
        return f"<html><body><h1>Gull</h1>{rows}</body></html>\n"

    write(Path("gull.html"), page(("Loans", range(1, 3)), ("Fines", range(11, 17))))
    assert run("new", "gull", "--document", "gull.html").status == 0
    write(Path("gull.html"), page(("Loans", range(1, 4))))
    entry = run("drift", "gull", "--document", "gull.html")
    assert (entry.status, "list-withdrawn" in entry.out) == (1, True)
    assert "6 of 6 codes of Fine are gone" in entry.out
    assert run("update", "gull", "--document", "gull.html", *DAY).status == 2
    assert run("update", "gull", "--document", "gull.html", WHOLE, *DAY).status == 0
    loan, fine = yaml.safe_load(Path("specs/gull.yaml").read_text())["lists"].values()
    assert len(loan["codes"]) == 3
    assert (fine["withdrawn_since"], len(fine["codes"])) == (date(2027, 1, 2), 6)
    assert run("drift", "gull", "--document", "gull.html").status == 0


def test_a_withdrawn_list_has_its_codes_in_the_order_of_its_file() -> None:
    before, _ = load_text(SPEC, "heron.yaml")
    pages = {page.name: PageText("# Other codes", "page.md") for page in before.documents}
    found = find_drift(before, pages, date(2027, 1, 2), accept_removals=True)
    assert found.after.lists[0].withdrawn[0].since == date(2027, 1, 2)
    assert load_text(dump(found.after), "heron.yaml") == (found.after, [])


def test_a_list_withdrawn_by_hand_on_the_day_of_a_code_returns_without_it() -> None:
    write(
        HERON, SPEC.replace("    withdrawn:\n", "    withdrawn_since: 2025-05-02\n    withdrawn:\n")
    )
    assert run("update", "heron", "--document", "page.md", *DAY).status == 0
    answer = yaml.safe_load(HERON.read_text())["lists"]["Answer"]
    assert (len(answer["codes"]), [*answer["withdrawn"]]) == (4, ["ROASTED", "FRIED"])
    assert "withdrawn_since" not in answer


def test_a_list_whose_codes_were_withdrawn_by_hand_returns() -> None:
    start, end = SPEC.index("    codes:"), SPEC.index("    withdrawn:")
    write(HERON, f"{SPEC[:start]}    withdrawn_since: 2025-05-01\n    codes: {{}}\n{SPEC[end:]}")
    row = "| 30 | true | ROASTED | People were hungry. |\n"
    answer = yaml.safe_load(update((ROW_22, f"{ROW_22}{row}")))["lists"]["Answer"]
    assert "ROASTED" in answer["codes"] and [*answer["withdrawn"]] == ["FRIED"]


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
    # What, where, and how to fix it
    assert "specs/heron.yaml" in done.err and "by hand" in done.err
    assert "wrote" not in done.out


# Days


def test_the_day_is_today_by_default() -> None:
    assert "    retrieved: 2027-01-02\n" in update(("It has arrived.", "It is here."))
    write(Path("page.md"), PAGE)
    days = [date.today()]
    assert run("update", "heron", "--document", "page.md").status == 0
    days.append(date.today())
    assert yaml.safe_load(HERON.read_text())["documents"]["page"]["retrieved"] in days


def test_a_day_before_that_of_the_spec_is_refused(old: Path) -> None:
    before = tree(old)
    done = run("update", "heron", "--document", "page.md", "--retrieved", "2026-01-01")
    known = "the spec has page as retrieved on 2026-01-02"
    assert f"--retrieved 2026-01-01 is too early: {known}" in done.err
    assert (done.status, tree(old)) == (2, before)


def test_the_name_of_a_new_list_is_to_be_decided() -> None:
    write(Path("page.md"), f"{PAGE}\n## Storms\n\n| Code | Text |\n|---|---|\n| 901 | Hail. |\n")
    done = run("update", "heron", "--document", "page.md", *DAY)
    decisions = done.out.partition("to decide before a release:\n")[2]
    line = 1 + HERON.read_text(encoding="utf-8").splitlines().index("  Storm:")
    finding = "warning[list-name-proposed]: the new list Storms is called Storm"
    assert f"specs/heron.yaml:{line}:3: {finding}\n" in decisions


def test_names_of_aliases_and_groups_that_are_not_the_page_s_are_to_be_decided() -> None:
    head = "| Id | Permanent | Name | Description |\n|---|---|---|---|\n"
    aliases = "| 22 | true | LANDED | It sits. |\n| 22 | true | CAUGHT | A hawk. |\n"
    groups = f"\n### Open (group id: 3)\n\n{head}| 40 | false | AJAR | It is not shut. |\n"
    groups += f"\n### SHUT (group id: 4)\n\n{head}| 41 | false | LOCKED | It is shut. |\n"
    edits = ("| 20 | true | LANDED |", "| 20 | true | SEATED |"), (
        ROW_22,
        ROW_22 + aliases + groups,
    )
    write(Path("page.md"), edited(PAGE, edits))
    done = run("update", "heron", "--document", "page.md", *DAY)
    decisions = done.out.partition("to decide before a release:\n")[2]
    found = re.findall(r"warning\[second-name-proposed\]: (.*)", decisions)
    assert found == ["Open of Answer is called OPEN_3", "LANDED of Answer is called LANDED_22"]


def test_only_the_document_with_a_changed_fact_gets_the_day() -> None:
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
    write(Path("pages/heron.other.md"), "# Other codes\n\n|Id|Text|\n|-|-|\n|1|It coos calmly.|\n")
    assert run("update", "heron", "--documents", "pages", *DAY).status == 0
    assert difference(text, HERON.read_text()) == ("""\
@@
-    retrieved: 2026-01-03
+    retrieved: 2027-01-02
@@
-      CALM: {value: 1, description: It coos.}
+      CALM:
+        value: 1
+        description: It coos calmly.
""")


def test_a_list_without_codes_is_filled_from_its_page() -> None:
    head, _, _ = SPEC.partition("    codes:\n")
    write(HERON, f"{head}    codes: {{}}\n")
    assert "list-empty" in run("validate").out
    assert "QUEUED" in update()
    assert run("validate").status == 0


# Names


def test_names_that_were_proposed_wait_for_a_person() -> None:
    """The page's own name does not; a name that another code already has gets the value."""
    update(
        ("| 11 |", "| 12 | false | CIRCLING | It looks for the loft. |\n| 11 |"),
        ("| 22 |", "| 23 | false | QUEUED | It waits again. |\n| 22 |"),
    )
    done = run("validate")
    assert (done.status, done.out.count("warning[name-proposed]")) == (0, 1)
    assert "QUEUED_23" in done.out and "CIRCLING" not in done.out
    assert run("validate", "--strict").status == 1
    assert run("names", "heron") == (0, "Answer.QUEUED_23 = 23  QUEUED\n", "")
    assert run("names", "heron", "--accept", "CIRCLING").status == 2
    assert run("names", "heron", "--accept", "QUEUED_23").status == 0
    assert run("names", "heron") == (0, "", "all names of heron are confirmed\n")
    assert run("names", "heron", "--accept") == run("names", "heron")
    assert run("validate", "--strict") == (0, "1 spec: no findings\n", "")


def test_a_name_that_no_longer_fits_waits_for_a_person() -> None:
    update(("LANDED | It has arrived.", "GROUNDED | No bird may fly."))
    assert run("names", "heron") == (0, "Answer.LANDED = 20  GROUNDED\n", "")


def redrafted(before: str, after: str, *edits: tuple[str, str]) -> None:
    """Draft a spec of a page, edit it, and update it from the next edition of the page."""
    write(Path("page.md"), before)
    assert run("new", "acme", "--document", "page.md").status == 0
    spec = Path("specs/acme.yaml")
    write(spec, edited(spec.read_text(encoding="utf-8"), edits))
    write(Path("page.md"), after)
    assert run("update", "acme", "--document", "page.md", WHOLE, *DAY).status == 0


def test_a_name_of_a_list_without_texts_that_no_longer_fits_waits_for_a_person() -> None:
    page = "# S\n\n| Code | Name |\n|---|---|\n| 424 | Failed |\n| 425 | {} |\n| 426 | Old |\n"
    redrafted(page.format("Unordered"), page.format("TooEarly"))
    assert run("names", "acme") == (0, "S.UNORDERED = 425  TooEarly\n", "")


def test_a_placeholder_is_not_confirmed_as_a_documented_name() -> None:
    page = "# S\n\n| Code | Name |\n|---|---|\n| 424 | Failed |\n| 425 | Early |\n"
    write(Path("page.md"), page)
    assert run("new", "acme", "--document", "page.md").status == 0
    spec = Path("specs/acme.yaml")
    lists = yaml.safe_load(spec.read_text("utf-8"))
    for code_list in lists["lists"].values():
        code_list["codes"] = {
            "FAILED": {"value": 424, "name_proposed": True},
            "CODE_425": {"value": 425, "name_proposed": True},
        }
    write(spec, yaml.safe_dump(lists, sort_keys=False))
    done = run("names", "acme", "--accept")
    assert done.err.startswith("S.CODE_425 stays proposed: state its documented_name")
    assert run("names", "acme").out == "S.CODE_425 = 425\n"


def test_a_chosen_name_moves_along_with_a_code_of_letters() -> None:
    head = "## {}\n\n| Code | Text |\n|---|---|\n| {}_ONE | Not there. |\n"
    row = "| U_TWO | It is locked. |\n"
    users, orders = head.format("Users", "U"), head.format("Orders", "O")
    name = ("      U_TWO:\n", "      LOCKED:\n")
    redrafted(f"# A\n\n{users}{row}\n{orders}", f"# A\n\n{users}\n{orders}{row}", name)
    lists = yaml.safe_load(Path("specs/acme.yaml").read_text("utf-8"))["lists"]
    assert lists["Order"]["codes"]["LOCKED"]["value"] == "U_TWO"
    # Nothing is left to decide: a person chose the name before the code moved.
    assert run("names", "acme") == (0, "", "all names of acme are confirmed\n")


def test_a_proposed_name_can_be_confirmed_whatever_makes_it_unique() -> None:
    """The page gives the name with the value to another code, so the proposal gets a number, too."""
    rows = "| 40 | false | QUEUED_23 | It waits. |\n| 23 | false | QUEUED | It waits again. |\n"
    update(("| 22 |", f"{rows}| 22 |"))
    assert run("names", "heron") == (0, "Answer.QUEUED_23_2 = 23  QUEUED\n", "")
    assert run("names", "heron", "--accept").status == 0
    assert run("validate", "--strict") == (0, "1 spec: no findings\n", "")


def test_a_moved_name_stays_reserved_until_it_returns() -> None:
    update(("| 11 | false |", "| 12 | false |"))
    update(("| 11 | false |", "| 13 | false |"))
    answer = yaml.safe_load(HERON.read_text())["lists"]["Answer"]
    assert answer["codes"]["FLYING_13"]["documented_name"] == "FLYING"
    gone = {name: code for name, code in answer["withdrawn"].items() if "FLYING" in name}
    assert {name: (code["value"], code["in_enum"]) for name, code in gone.items()} == {
        "FLYING": (11, False),
        "FLYING_12": (12, False),
    }
    answer = yaml.safe_load(update())["lists"]["Answer"]
    assert answer["codes"]["FLYING"]["value"] == 11
    assert answer["withdrawn"]["FLYING_12"]["in_enum"] is False
    # Nobody will see the names that were proposed in between.
    assert run("validate", "--strict") == (0, "1 spec: no findings\n", "")


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
    "- `heron.Answer`: The documented `permanent` changed. Programs that retry on the flag act"
    " differently. `QUEUED` (10) `false` -> `true`.\n"
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
def test_the_fragment_goes_below_the_unreleased_heading(
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
    # Once more, and once more from the old spec: the changelog has it already.
    assert run("update", "heron", "--document", "page.md", *DAY).status == 0
    write(project / HERON, SPEC)
    assert run("update", "heron", "--document", "page.md", *DAY).status == 0
    assert (project / "CHANGELOG.md").read_text() == after


def test_a_released_change_is_logged_again_when_it_happens_again(project: Path) -> None:
    write(project / "pyproject.toml", PROJECT)
    text = f"# Changelog\n\n## Unreleased\n\n## 0.2.0\n\n{ENTRY}\n## 0.1.0\n\n- All.\n"
    write(project / "CHANGELOG.md", text)
    update_quietly(project, FLIPPED)
    expected = text.replace("## Unreleased\n\n", f"## Unreleased\n\n{ENTRY}\n")
    assert (project / "CHANGELOG.md").read_text() == expected


def test_a_renamed_heading_alone_is_said_and_not_logged(project: Path) -> None:
    write(project / "pyproject.toml", PROJECT)
    write(project / "CHANGELOG.md", RELEASED)
    write(project / "page.md", edited(PAGE, [("## Answer codes", "## Replies")]))
    done = run("update", "heron", "--document", "page.md", *DAY)
    assert done.out.startswith("no changes of codes, but of headings\n")
    assert done.out.endswith("\nwrote specs/heron.yaml\n")
    assert (project / "CHANGELOG.md").read_text() == RELEASED


def update_quietly(project: Path, *edits: tuple[str, str]) -> None:
    """Update to the page with these edits."""
    write(project / "page.md", edited(PAGE, edits))
    assert run("update", "heron", "--document", "page.md", *DAY).status == 0


@pytest.mark.parametrize(
    ("edit", "entry"),
    [(FLIPPED, ENTRY), (("It is in the air.", "It is in [the air](https://air.example)."), "")],
    ids=["a fact", "a link, which has no entry"],
)
def test_the_changelog_keeps_its_line_ends(
    project: Path, edit: tuple[str, str], entry: str
) -> None:
    write(project / "pyproject.toml", PROJECT)
    (project / "CHANGELOG.md").write_bytes(BEGUN.replace("\n", "\r\n").encode())
    update_quietly(project, edit)
    expected = BEGUN.replace("- Something.", f"{entry}- Something.").replace("\n", "\r\n")
    assert (project / "CHANGELOG.md").read_bytes().decode() == expected


def test_a_missing_changelog(old: Path) -> None:
    write(old / "pyproject.toml", PROJECT)
    write(old / "page.md", edited(PAGE, [FLIPPED]))
    before = tree(old)
    done = run("update", "heron", "--document", "page.md", *DAY)
    assert done.status == 2 and "there is no changelog CHANGELOG.md: create it" in done.err
    assert tree(old) == before
