"""`provider-codes diff` as a maintainer runs it: editions in folders and in git revisions."""

import json
from pathlib import Path

import pytest
from helpers_generate import git, run

SPEC = """\
provider: heron
title: Heron
lists:
  Answer:
    title: Answers
    values: int
    documents: [name, permanent]
    codes:
      SENT: {value: 0, permanent: false, description: On its way.}
      LOST: {value: 7, permanent: true, description: Gone for good.}
"""
FLIPPED = SPEC.replace("value: 7, permanent: true", "value: 7, permanent: false")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose only commit has the spec."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "specs", SPEC)
    git("init")
    commit("v1")
    return tmp_path


def write(folder: Path, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "heron.yaml").write_text(text)


def changes(*arguments: str) -> list[dict[str, object]]:
    """The changes that the command reports."""
    done = run("diff", *arguments, "--format", "json")
    found: list[dict[str, object]] = json.loads(done.out)["changes"]
    assert done.status == (1 if found else 0)
    return found


@pytest.mark.parametrize("base", ["v1", "HEAD", "old"])
def test_changes_since(project: Path, base: str) -> None:
    write(project / "old", SPEC)
    assert changes(base) == []
    write(project / "specs", FLIPPED)
    (change,) = changes(base)
    code = {"provider": "heron", "list": "Answer", "value": 7, "name": "LOST"}
    flipped = {"kind": "permanent-changed", "before": True, "after": False, "bump": "minor"}
    assert change == change | code | flipped


MEANINGS = """\
provider: heron
lists:
  Answer:
    SENT: {state: ENROUTE, basis: On its way}
    LOST: {retry: never, basis: Gone for good}
"""


def commit(tag: str) -> None:
    """Commit all that there is, under a tag."""
    for command in ("add .", "commit -m More", f"tag {tag}"):
        git(*command.split())


@pytest.mark.parametrize("base", ["v2", "old"])
def test_changed_judgements_since(project: Path, base: str) -> None:
    for folder in ("specs", "old"):
        write(project / folder, SPEC)
        write(project / folder / "meanings", MEANINGS)
    commit("v2")
    assert changes(base) == []
    assert changes("v1") == []  # judged for the first time: nothing existing changes
    other = MEANINGS.replace("retry: never", "retry: after_change, party: recipient")
    write(project / "specs/meanings", other.replace("basis: On its way", "basis: way"))
    (change,) = changes(base)
    code = {"kind": "meaning-changed", "list": "Answer", "name": "LOST", "value": 7}
    after = {"before": "retry never", "after": "retry after change; party recipient"}
    assert change == change | code | after | {"bump": "minor"}
    assert "minor meaning-changed: Our judgement of a code changed" in run("diff", base).out
    git("tag", "v2.0.0", "v2")
    done = run("release-check", "v2.0.0", "--version", "2.0.1")
    assert done.status == 1 and "a minor change since v2.0.0" in done.err
    assert run("release-check", "v2.0.0", "--version", "2.1.0").status == 0
    # The last release is found even below a newer tag that is not a version.
    git("commit", "--allow-empty", "--message", "nightly")
    git("tag", "nightly")
    assert "a minor change since v2.0.0" in run("release-check", "--version", "2.0.1").err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "nowhere is neither a folder nor a revision"),
        (["--", "--output=x"], "--output=x is neither a folder nor a revision"),
        (["empty"], "there are no specs in empty"),
        (["bad"], "value-twice"),
        (["v1", "bad"], "value-twice"),
    ],
)
def test_what_cannot_be_compared(project: Path, arguments: list[str], words: str) -> None:
    (project / "empty").mkdir()
    write(project / "bad", SPEC.replace("value: 7", "value: 0"))
    done = run("diff", *arguments)
    assert (done.status, done.out) == (2, "") and words in done.err


# A known name or value that means something else in the later edition.
REUSED = {
    "a moved name takes a member's name and value": (
        "{E: {value: 0, description: old}, A: {value: 1, documented_name: Q}}",
        "{E: {value: 0, documented_name: Q}}",
        {("value-reused", "E"), ("name-moved", "A")},
    ),
    "another code takes the member that a moved name left": (
        "{B: {value: 1, documented_name: P}}",
        "{A: {value: 2, documented_name: P}, B: {value: 1, description: new}}",
        {("value-reused", "B"), ("name-moved", "B")},
    ),
    "a former name becomes the name of the moved code": (
        "{C: {value: 0, documented_name: Q, former_names: [B]}}",
        "{B: {value: 3, documented_name: Q}}",
        {("alias-removed", "B"), ("name-moved", "C")},
    ),
    "a moved code drops its former name": (
        "{C: {value: 0, documented_name: Q, former_names: [B]}, D: {value: 9}}",
        "{D: {value: 9}, C: {value: 5, documented_name: Q}}",
        {("alias-removed", "B"), ("name-moved", "C")},
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), REUSED.values(), ids=REUSED)
def test_a_name_that_means_something_else_is_reported(
    tmp_path: Path, before: str, after: str, expected: set[tuple[str, str]]
) -> None:
    head, _, _ = SPEC.partition("    documents:")
    for name, codes in (("before", before), ("after", after)):
        write(tmp_path / name, f"{head}    codes: {codes}\n")
    found = changes(str(tmp_path / "before"), str(tmp_path / "after"))
    assert {(change["kind"], change["name"]) for change in found} == expected
    assert {change["bump"] for change in found} == {"major"}
