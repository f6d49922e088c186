"""`provider-codes release-check` as a maintainer runs it before a release, in a git repository.

The last release is the tag v1.2.3, with one spec. Each test states what has changed in the spec
since, and which version is to follow.
"""

import re
from pathlib import Path

import pytest
from helpers_generate import Run, git, run, write
from test_diff import SPEC

PYPROJECT = """\
[project]
name = "birds"
version = "{}"

[tool.provider-codes]
specs = "docs/codes"
"""
LATE = "      LATE: {value: 9, permanent: false, description: Too late.}\n"
PROPOSED = LATE.replace("false,", "false, name_proposed: true,")

# The spec after a change that requires each release.
EDITIONS = {
    "none": SPEC + "# A comment is no change.\n",
    "patch": SPEC.replace("Gone for good.", "It has gone for good."),
    "minor": SPEC + LATE,
    "major": SPEC.replace("LOST", "MISLAID"),
}
BIRDS = Path("docs/codes/heron.yaml")


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose only commit has the spec and the version 1.2.3, without a tag."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, str(tmp_path / "no-such-file"))
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)
    write(Path("pyproject.toml"), PYPROJECT.format("1.2.3"))
    write(BIRDS, SPEC)
    git("init")
    commit("The first release")
    return folder


def commit(message: str) -> None:
    git("add", ".")
    git("commit", "-m", message)


def check(version: str, *arguments: str) -> Run:
    """The run of the command in a project of that version."""
    write(Path("pyproject.toml"), PYPROJECT.format(version))
    return run("release-check", *arguments)


def accepted(done: Run, *words: str) -> None:
    """Check that a run accepts the release, with these words."""
    assert (done.status, done.err) == (0, "")
    (line,) = done.out.splitlines()
    assert all(word in line for word in words), line


def refused(done: Run, *words: str) -> None:
    """Check that a run refuses the release, with a finding that has all of these words."""
    assert (done.status, done.out) == (1, ""), done
    lines = [line for line in done.err.splitlines() if "error[" in line]
    assert any(all(word in line for word in words) for line in lines), done.err


def unusable(done: Run, *words: str) -> None:
    """Check that a run says on one line why it cannot check the release."""
    assert (done.status, done.out) == (2, ""), done
    (line,) = done.err.splitlines()
    assert all(word in line for word in words), line


# Versions and changes

# What the change requires, versions that are too small, and versions that are large enough.
VERSIONS = """
none 1.2.2 0.9.9 | 1.2.3 2.0.0
patch 1.2.3 1.2 | 1.2.4 1.2.10 2.0.0
minor 1.2.4 0.3.0 | 1.3.0 1.10.0 1.3
major 1.2.3 1.99.99 | 2.0.0 10.0.0
"""


@pytest.mark.parametrize("row", VERSIONS.strip().splitlines())
def test_the_version_has_to_be_large_enough(row: str) -> None:
    git("tag", "v1.2.3")
    (asked, *small), large = (part.split() for part in row.split("|"))
    write(BIRDS, EDITIONS[asked])
    for version in small:
        refused(check(version), "version-too-small", version, large[0], "v1.2.3")
    words = "no change" if asked == "none" else asked
    for version in large:
        accepted(check(version), f"{version} may be released", words, "v1.2.3")


@pytest.mark.parametrize(("gone", "least"), [(True, "2.0.0"), (False, "1.3.0")])
def test_a_provider_that_comes_or_goes(gone: bool, least: str) -> None:
    egret = SPEC.replace("heron", "egret").replace("Heron", "Egret")
    if gone:
        write(BIRDS.with_name("egret.yaml"), egret)
        commit("Another spec")
    git("tag", "v1.2.3")
    if gone:
        BIRDS.with_name("egret.yaml").unlink()
    else:
        write(BIRDS.with_name("egret.yaml"), egret)
    refused(check("1.2.4"), "1.2.4", least)
    accepted(check(least))


# Proposed names


def test_proposed_names_are_refused_whatever_the_version() -> None:
    write(BIRDS, SPEC + PROPOSED)
    refused(check("1.2.3"), "name-proposed", "LATE", "heron.yaml:11")
    git("tag", "v1.2.3", "HEAD")
    for word in ("name-proposed", "version-too-small"):
        refused(check("1.2.3"), word)
    refused(check("9.0.0"), "name-proposed")


def test_other_open_decisions_are_counted_and_refused_only_if_strict() -> None:
    """Many findings of one kind are one line."""
    late = "".join(LATE.replace("LATE", f"LATE_{n}").replace("9", f"9{n}") for n in range(5))
    write(BIRDS, SPEC + late)
    meanings = "provider: heron\nlists:\n  Answer:\n    SENT: {state: ENROUTE, basis: On its way}\n"
    write(BIRDS.parent / "meanings/heron.yaml", meanings)
    done = check("1.2.3")
    assert (done.status, "1.2.3 may be released" in done.out) == (0, True)
    assert "6 codes have no meaning yet, the first of them here" in done.err
    assert done.err.count("meaning-missing") == 1
    refused(check("1.2.3", "--strict"), "meaning-missing", "6 codes")


# The last release


@pytest.mark.parametrize("version", ["0.0.1", "9.9.9"])
def test_without_a_tag_it_is_the_first_release(version: str) -> None:
    accepted(check(version), version, "first release")


def test_a_tag_on_another_branch_does_not_count() -> None:
    git("tag", "v1.2.3")
    git("switch", "--create", "elsewhere")
    git("commit", "--allow-empty", "-m", "Nothing")
    git("tag", "v7.0.0")
    git("switch", "-")
    accepted(check("1.2.3"), "v1.2.3")


@pytest.mark.parametrize("tag", ["nightly", "release-of-spring", "x1.2.3"])
def test_a_tag_that_names_no_version(tag: str) -> None:
    git("tag", tag)
    refused(check("1.2.3"), "tag-without-version", tag)


def test_a_finding_is_where_the_version_is() -> None:
    git("tag", "v1.2.3")
    write(BIRDS, EDITIONS["minor"])
    assert check("1.2.4").err.startswith("pyproject.toml:1:1: error[version-too-small]: ")
    assert check("2.0", "--version", "1.2.4").err.startswith("error[version-too-small]: ")


@pytest.mark.parametrize(
    ("tag", "version", "least"),
    [
        ("1.2", "1.2.0", "1.2.1"),
        ("v1.2", "1.2", "1.2.1"),
        ("1.2.3", "1.2.3", "1.2.4"),
        ("v1.2.3rc1", "1.2.2", "1.2.4"),
        ("v1.2.3-beta.1", "1.2.2", "1.2.4"),
    ],
)
def test_tags_in_other_forms(tag: str, version: str, least: str) -> None:
    git("tag", tag)
    write(BIRDS, EDITIONS["patch"])
    refused(check(version), version, least, tag)
    accepted(check(least), least, tag)


def test_a_given_base_overrides_the_tag() -> None:
    git("tag", "v1.2.3")
    write(BIRDS, SPEC + LATE)
    commit("A code")
    git("tag", "v1.9.0")
    accepted(check("1.9.0"), "v1.9.0")
    accepted(check("1.3.0", "v1.2.3"), "minor", "v1.2.3")
    refused(check("1.2.4", "v1.2.3"), "1.2.4", "1.3.0", "v1.2.3")


@pytest.mark.parametrize("base", ["v0.0.1", "no such thing", "empty"])
def test_a_missing_base(base: str) -> None:
    git("tag", "v1.2.3")
    Path("empty").mkdir()
    unusable(check("1.2.3", base), base)


# The next release


def test_a_given_version_overrides_that_of_the_project() -> None:
    git("tag", "v1.2.3")
    write(BIRDS, EDITIONS["minor"])
    accepted(check("1.2.3", "--version", "1.3.0"), "1.3.0")
    refused(check("1.3.0", "--version", "1.2.4"), "1.2.4", "1.3.0")


@pytest.mark.parametrize(
    "project", ['name = "birds"\n', 'name = "birds"\ndynamic = ["version"]\n', None]
)
def test_no_version_anywhere(project: str | None) -> None:
    git("tag", "v1.2.3")
    text = "" if project is None else f"[project]\n{project}\n"
    write(Path("pyproject.toml"), text + '[tool.provider-codes]\nspecs = "docs/codes"\n')
    unusable(run("release-check"), "no version", "--version")
    accepted(run("release-check", "--version", "1.2.3"), "1.2.3")


@pytest.mark.parametrize("version", ["next", "v", "one.two.three"])
@pytest.mark.parametrize("tagged", [True, False])
def test_what_is_not_a_version_is_never_accepted(version: str, tagged: bool) -> None:
    if tagged:
        git("tag", "v1.2.3")
    done = run("release-check", "--version", version)
    assert done.status in (1, 2), done.out
    assert done.out == ""
    # It is not too small, because it is no version; and "a none change" would make no sense.
    assert "smaller" not in done.err
    assert re.search(r"\bversion\b", done.err)


# Projects that cannot be released or checked


@pytest.mark.parametrize(
    ("spec", "finding"),
    [
        (SPEC.replace("value: 7", "value: 0"), "value-twice"),
        (SPEC.replace("lists:", "lists: ["), "yaml-"),
        (SPEC.partition("lists:")[0] + "lists: {}\n", "provider-empty"),
        ("", ""),
    ],
)
def test_specs_with_errors(spec: str, finding: str) -> None:
    git("tag", "v1.2.3")
    write(BIRDS, spec)
    refused(check("9.0.0"), f"error[{finding}", "docs/codes/heron.yaml")


def test_no_specs_in_the_last_release() -> None:
    git("tag", "v1.2.3")
    git("rm", "-r", "docs")
    git("commit", "-m", "No specs")
    git("tag", "v1.2.4")
    write(BIRDS, SPEC)
    unusable(check("1.3.0"), "v1.2.4")


@pytest.mark.parametrize("base", [[], ["v1.2.3"]])
def test_no_git(base: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("tag", "v1.2.3")
    (tmp_path / "nothing").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    unusable(check("1.2.3", *base), "git")
