"""What a file of meanings may contain, and the findings about everything else."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from helpers_cases import Case, Goldens, rendered, with_edit
from helpers_generate import (
    EGRET,
    HERON,
    PACKAGE,
    contents,
    edit,
    run,
    tree,
    write,
)

MEANINGS = """
provider: heron
lists:
  Status:
    SENT: {state: ENROUTE, basis: was sent}
    FAILED:
      state: UNDELIVERABLE
      retry: never
      party: recipient
      basis: {state: failed, retry: flag, party: convention}
      reason: So it is with herons.
  Reason:
    FULL: {retry: later, party: recipient, basis: The box is full}
  Mood:
    CALM: {basis: calm}
"""
FILE = "docs/codes/meanings/heron.yaml"
STANDARDS = """
standards:
  post:
    title: Post error
    source: Post 7
    offset: 8
    prefixes: [A_, THE_]
    codes:
      FULL: {number: 2, documented_name: full, retry: later, cause: unable}
      LOST: {number: 3, documented_name: lost, retry: never}
"""
STANDARDS_FILE = "docs/codes/meanings/standards.yaml"
CASES = Path(__file__).parent / "findings/cases.txt"
MODULE = f"{PACKAGE}/_heron_meanings.py"

EGRET_MEANINGS = """
provider: egret
lists:
  Word:
    AGREED: {basis: "yes"}
    DENIED: {basis: The answer is no}
"""
EGRET_FILE = "docs/codes/meanings/egret.yaml"


@pytest.fixture
def project(birds: Path) -> Path:
    """A project with meanings of both its providers, which is the current folder."""
    write(birds / FILE, MEANINGS)
    write(birds / EGRET_FILE, EGRET_MEANINGS)
    return birds


def outcome(case: Case) -> Iterator[str]:
    """The output of `validate` after the edits: about the meanings of heron, or the named file."""
    texts = {"meanings/heron": MEANINGS, "meanings/standards": STANDARDS, "heron": HERON}
    texts |= {"meanings/egret": EGRET_MEANINGS, "egret": EGRET}
    for line in case.lines[1:]:
        sign, _, edit = line.partition(" ")
        name = "meanings/heron" if sign == "|" else sign
        texts[name] = with_edit(texts[name], edit)
    for name, text in texts.items():
        write(Path(f"docs/codes/{name}.yaml"), text)
    done = run("validate")
    return iter([str(done.status), *done.out.splitlines()])


@pytest.mark.usefixtures("project")
def test_findings_about_meanings(goldens: Goldens) -> None:
    goldens(CASES.parent, {CASES.name: rendered(CASES, outcome)})


def test_sound_meanings_are_emitted(project: Path) -> None:
    assert run("validate") == (0, "2 specs: no findings\n", "")
    done = run("generate")
    assert done.status == 0
    assert f"wrote {MODULE}\n" in done.out
    assert "wrote docs/codes/meanings/schema.json\n" in done.out
    assert (project / PACKAGE / "_egret_meanings.py").exists()
    assert run("generate", "--check") == (0, "", "")


def test_a_project_without_meanings_has_no_module_of_them(project: Path) -> None:
    assert run("generate").status == 0
    for name in (FILE, EGRET_FILE, "docs/codes/meanings/schema.json"):
        (project / name).unlink()
    assert run("generate").out.splitlines() == [
        f"wrote {PACKAGE}/_modules.py",
        f"wrote {PACKAGE}/egret.py",
        f"wrote {PACKAGE}/heron.py",
        f"removed {PACKAGE}/_egret_meanings.py",
        f"removed {MODULE}",
    ]
    assert not (project / "docs/codes/meanings/schema.json").exists()


def test_a_provider_without_meanings_is_reported(project: Path) -> None:
    (project / EGRET_FILE).unlink()
    words = run("validate").out
    assert words.startswith("docs/codes/egret.yaml:")
    assert "warning[meanings-missing]: the codes of egret have no meanings yet" in words
    assert f"help: add them in {EGRET_FILE}" in words
    assert run("generate").status == 0
    done = run("release-check", "--version", "1.0.0")
    assert done.status == 1
    assert "error[meanings-missing]" in done.err
    # If nothing is judged, nothing is missing.
    (project / FILE).unlink()
    assert run("release-check", "--version", "1.0.0").status == 0


def test_a_standard_is_judged_once(project: Path) -> None:
    write(project / STANDARDS_FILE, STANDARDS)
    edit(project / FILE, "FULL: {retry: later, party: recipient", "FULL: {standard: post/2")
    edit(project / FILE, ", basis: The box is full", "")
    done = run("generate")
    assert "wrote docs/codes/meanings/standards.schema.json\n" in done.out
    text = (project / MODULE).read_text(encoding="utf-8")
    label = "Post error 2, full (Post 7)"
    assert (
        "10: Meaning(retry=Retry.LATER, party=Party.RECIPIENT, cause=Cause.UNABLE,"
        f' basis=Basis(retry="{label}", cause="{label}")),\n' in text
    )


def test_a_file_with_an_error_blocks(project: Path) -> None:
    assert run("generate").status == 0
    edit(project / FILE, "    CALM: {basis: calm}", "    CALM: &a {basis: calm}")
    before = tree(project / "src")
    done = run("generate")
    assert (done.status, f"{FILE}:15:11: error[yaml-anchor]" in done.err) == (1, True)
    assert tree(project / "src") == before


# The rest of the tool


def test_update_never_writes_meanings(project: Path) -> None:
    page = "<h1>Answers</h1><h2>Reasons</h2><table><tr><th>Code</th><th>Text</th></tr>{}</table>"
    edit(
        project / "docs/codes/heron.yaml",
        "    title: Reasons\n    values: int\n",
        "    title: Reasons\n    document: page\n    values: int\n    tables:\n"
        "      heading: Reasons\n      columns: {value: Code, description: Text}\n",
    )
    rows = "<tr><td>10</td><td>The box is full.</td></tr><tr><td>11</td><td>It rains.</td></tr>"
    write(project / "answers.html", page.format(rows))
    before = contents(project / "docs/codes/meanings")
    run("update", "heron", "--document", "answers.html")
    assert "It rains." in (project / "docs/codes/heron.yaml").read_text()
    assert contents(project / "docs/codes/meanings") == before
    assert "warning[meaning-missing]" in run("validate").out
    assert run("generate").status == 0


Break = Callable[[str], str]
BREAKS: dict[str, Break] = {
    "another state": lambda text: text.replace("MessageState.ENROUTE", "MessageState.DELIVERED"),
    "another basis": lambda text: text.replace('retry="“The box', 'retry="“A box'),
    "another reason": lambda text: text.replace("So it is", "So it was"),
    "a call": lambda text: text.replace("Retry.LATER", "print()"),
    "an import": lambda text: text.replace("from typing", "import os\nfrom typing"),
    "a statement more": lambda text: text + "print(1)\n",
    "a list less": lambda text: text.replace('"Mood"', '"Moods"'),
    "an unpacking": lambda text: text.replace('    "Mood": {', '    **{}, "Mood": {'),
    "no Python": lambda text: text + "(\n",
}


@pytest.mark.parametrize("break_it", BREAKS.values(), ids=BREAKS)
def test_a_template_that_contradicts_the_meanings_is_not_written(
    project: Path, break_it: Break
) -> None:
    assert run("generate").status == 0
    body = (project / MODULE).read_text().split("\n", 2)[2]
    broken = break_it(body)
    assert broken != body
    write(project / "mine/meanings.py.j2", "{% raw %}" + broken + "{% endraw %}")
    before = tree(project / "src")
    done = run("generate", "--templates", "mine")
    assert done.status == 1
    assert "error[not-proven]" in done.err
    assert tree(project / "src") == before


def test_words_that_look_like_an_enum_import_nothing(project: Path) -> None:
    edit(project / FILE, "state: ENROUTE", "state: UNKNOWN")
    edit(project / FILE, "So it is with herons.", "There is a Party. And it is over.")
    edit(project / FILE, "      party: recipient\n", "")
    edit(project / FILE, ", party: convention", "")
    edit(project / FILE, "later, party: recipient", "later")
    assert run("generate").status == 0
    text = (project / MODULE).read_text(encoding="utf-8")
    assert "from ._meaning import Basis, Meaning, MessageState, Retry\n" in text
