"""What may stand in a file of meanings, and what is said of what may not."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers_generate import PACKAGE, contents, edit, make_project, run, tree, write

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
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with meanings of both its providers, which is the current folder."""
    monkeypatch.chdir(tmp_path)
    make_project(tmp_path)
    write(tmp_path / FILE, MEANINGS)
    write(tmp_path / EGRET_FILE, EGRET_MEANINGS)
    return tmp_path


def said(id: str, level: str = "warning") -> str:
    """What validating says by a finding of that id, and by no other."""
    done = run("validate")
    assert done.status == (1 if level == "error" else 0), done.out
    assert set(re.findall(r"(?:error|warning)\[(.*?)\]", done.out)) == {id}, done.out
    assert f"{level}[{id}]" in done.out
    return done.out


def test_sound_meanings_are_emitted(project: Path) -> None:
    assert run("validate") == (0, "", "")
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
        f"removed {PACKAGE}/_egret_meanings.py",
        f"removed {MODULE}",
    ]
    assert not (project / "docs/codes/meanings/schema.json").exists()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("was sent", "was put off", "“was put off” is not in what the page says about SENT"),
        (
            "The box is full",
            "the box is full",
            "“the box is full” is not in what the page says about FULL",
        ),
    ],
)
def test_words_that_are_not_on_the_page(project: Path, old: str, new: str, words: str) -> None:
    edit(project / FILE, old, new)
    assert words in said("words-not-on-the-page")


def test_a_code_without_a_meaning_is_asked_for(project: Path) -> None:
    edit(project / FILE, "    CALM: {basis: calm}\n", "    {}\n")
    words = said("meaning-missing")
    assert words.startswith("docs/codes/heron.yaml:")
    assert f"help: add one in {FILE}" in words


def test_a_provider_without_meanings_is_asked_for(project: Path) -> None:
    (project / EGRET_FILE).unlink()
    words = said("meaning-missing")
    assert words.startswith("docs/codes/egret.yaml:")
    assert "the codes of egret have no meanings yet" in words
    assert f"help: add them in {EGRET_FILE}" in words
    assert run("generate").status == 0
    done = run("release-check", "--version", "1.0.0")
    assert done.status == 1
    assert "error[meaning-missing]" in done.err
    # Where nothing is judged, nothing is missing.
    (project / FILE).unlink()
    assert run("release-check", "--version", "1.0.0").status == 0


@pytest.mark.parametrize(
    ("old", "new", "words", "help"),
    [
        ("FULL:", "FUL:", "Reason has no code FUL", "did you mean FULL?"),
        ("  Mood:", "  Moods:", "heron has no list Moods", "did you mean Mood?"),
    ],
)
def test_a_meaning_of_nothing(project: Path, old: str, new: str, words: str, help: str) -> None:
    edit(project / FILE, old, new)
    out = run("validate").out
    assert f"warning[meaning-of-nothing]: {words}" in out
    assert help in out
    assert "warning[meaning-missing]" in out


def test_a_facet_without_a_basis(project: Path) -> None:
    edit(
        project / FILE, "{state: failed, retry: flag, party: convention}", "{retry: flag, party: x}"
    )
    assert "error[basis-missing]: the state of FAILED has no basis" in run("validate").out


def test_a_basis_of_nothing(project: Path) -> None:
    edit(project / FILE, "      retry: never\n", "")
    assert "FAILED has a basis for its retry, but no retry" in said("basis-of-nothing", "error")


@pytest.mark.parametrize(
    ("old", "new", "level"),
    [
        ("basis: was sent", "basis: flag", "error"),
        ("retry: never", "retry: later", "warning"),
        ("basis: The box is full", "basis: {retry: flag, party: full}", "warning"),
    ],
)
def test_the_flag_says_no_more_than_whether_it_lasts(
    project: Path, old: str, new: str, level: str
) -> None:
    edit(project / FILE, old, new)
    said("flag-misused", level)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("      reason: So it is with herons.\n", "", "rests on a convention"),
        (
            "basis: {state: failed, retry: flag, party: convention}\n      reason: So it is with herons.",
            "basis: failed",
            None,
        ),
        (
            "retry: never\n      party: recipient\n"
            "      basis: {state: failed, retry: flag, party: convention}\n"
            "      reason: So it is with herons.",
            "retry: later\n      basis: failed",
            "contradicts the documented flag (permanent)",
        ),
        (
            "{state: ENROUTE, basis: was sent}",
            "{state: ENROUTE, final: true, basis: was sent}",
            "departs from what its state implies",
        ),
        (
            "{state: ENROUTE, basis: was sent}",
            "{state: DELIVERED, retry: later, basis: was sent}",
            "departs from what its state implies",
        ),
    ],
)
def test_what_needs_a_reason(project: Path, old: str, new: str, why: str | None) -> None:
    edit(project / FILE, old, new)
    if why is None:
        assert run("validate") == (0, "", "")
    else:
        assert why in said("reason-missing")


def test_what_reads_alike_means_alike_in_all_lists_and_of_all_providers(project: Path) -> None:
    write(
        project / "docs/codes/egret.yaml",
        """
provider: egret
title: Egret
lists:
  Word:
    title: Words
    values: int
    codes: {FULL: {value: 1, description: the box is full}}
""",
    )
    egret = project / "docs/codes/meanings/egret.yaml"
    text = "provider: egret\nlists:\n  Word:\n    FULL: {retry: RETRY, party: recipient, basis: full}\n"
    write(egret, text.replace("RETRY", "later"))
    assert run("validate") == (0, "", "")
    write(egret, text.replace("RETRY", "never"))
    assert "FULL has the same text as FULL in Word of egret" in said("meaning-unlike-its-equals")
    write(egret, text.replace("RETRY", "never").replace("full}", "full, reason: Egrets differ.}"))
    assert run("validate") == (0, "", "")


Mistake = tuple[str, str, str]
MISTAKES: dict[str, Mistake] = {
    "an unknown state": ("state: ENROUTE", "state: UNDERWAY", "value-not-an-option"),
    "an unknown facet": ("retry: later", "retries: later", "key-unknown"),
    "no basis": ("{basis: calm}", "{}", "key-missing"),
    "a flag that is a word": (
        "state: ENROUTE,",
        "state: ENROUTE, final: maybe,",
        "boolean-expected",
    ),
    "a list as basis": ("basis: calm", "basis: [calm]", "mapping-expected"),
    "a code twice": (
        "    CALM: {basis: calm}",
        "    CALM: {basis: calm}\n    CALM: {basis: calm}",
        "key-twice",
    ),
    "an anchor": ("{basis: calm}", "&a {basis: calm}", "yaml-anchor"),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_file_is_read_as_strictly_as_a_spec(project: Path, mistake: Mistake) -> None:
    old, new, _ = mistake
    assert run("generate").status == 0
    edit(project / FILE, old, new)
    before = tree(project / "src")
    done = run("generate")
    assert done.status == 1
    assert re.search(rf"^{FILE}:\d+:\d+: error\[[a-z-]+\]", done.err, re.MULTILINE)
    assert "Traceback" not in done.err
    assert tree(project / "src") == before


# With the rest of the tool


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
    "another reason": lambda text: text.replace("So it is", "So it was"),
    "a call": lambda text: text.replace("Retry.LATER", "print()"),
    "an import": lambda text: text.replace("from typing", "import os\nfrom typing"),
    "a statement more": lambda text: text + "print(1)\n",
    "a list less": lambda text: text.replace('"Mood"', '"Moods"'),
    "an unpacking": lambda text: text.replace('    "Mood": {', '    **{}, "Mood": {'),
    "no Python": lambda text: text + "(\n",
}


@pytest.mark.parametrize("break_it", BREAKS.values(), ids=BREAKS)
def test_a_template_that_says_otherwise_is_not_written(project: Path, break_it: Break) -> None:
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


def test_a_spec_that_cannot_be_read_gives_no_finding_about_its_meanings(project: Path) -> None:
    edit(project / "docs/codes/heron.yaml", "value: 20", "value: [20]")
    found = run("validate").out
    assert "text-expected" in found and "meaning-" not in found
    write(project / "docs/codes/heron.yaml", "provider: [\n")
    found = run("validate").out
    assert "yaml-syntax" in found and "meaning-" not in found


def test_words_that_look_like_an_enum_import_nothing(project: Path) -> None:
    edit(project / FILE, "state: ENROUTE", "state: UNKNOWN")
    edit(project / FILE, "So it is with herons.", "There is a Party. And it is over.")
    edit(project / FILE, "      party: recipient\n", "")
    edit(project / FILE, ", party: convention", "")
    edit(project / FILE, "later, party: recipient", "later")
    assert run("generate").status == 0
    text = (project / MODULE).read_text(encoding="utf-8")
    assert "from ._meaning import Meaning, MessageState, Retry\n" in text
