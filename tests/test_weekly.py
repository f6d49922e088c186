"""The weekly check of the pages: the workflow, and the script that follows one page.

The script runs in a copy of this repository, with a provider whose page a server on this computer
has, and with a stand-in for `gh` that records its calls.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from socket import socket
from typing import Any, NamedTuple

import pytest
import yaml
from provider_codes_generator.spec.load import load_text
from helpers_generate import ROOT, command, contents, copy_repository, edit, write
from test_fetch import Server, answer, serving

WORKFLOWS = ROOT / ".github/workflows"
SCRIPT = ROOT / ".github/follow.sh"
BRANCH = "drift/heron"
TITLE = "Follow the page of heron"

SPEC = """\
# Kept by a person.
provider: heron
title: Heron
documents:
  page:
    title: Answers of the post
    address: {address}
    retrieved: 2026-01-02
lists:
  Answer:
    title: Answers
    document: page
    values: int
    documents: [permanent]
    tables:
      heading: Answers
      columns: {{value: Code, permanent: Permanent, description: Meaning}}
    codes:
      SENT: {{value: 0, permanent: true, description: The letter is on its way.}}
      LOFT_FULL: {{value: 17, permanent: false, description: The loft has no room for it.}}
"""
ROWS = {
    0: ("yes", "The letter is on its way."),
    17: ("no", "The loft has no room for it."),
}
MORE = ROWS | {18: ("yes", "The wind is contrary.")}
MOST = MORE | {17: ("yes", "The loft has no room for it.")}


def page(rows: dict[int, tuple[str, str]]) -> str:
    """The page of the provider."""
    cells = "".join(
        f"<tr><td>{code}</td><td>{permanent}</td><td>{text}</td></tr>\n"
        for code, (permanent, text) in rows.items()
    )
    head = "<tr><th>Code</th><th>Permanent</th><th>Meaning</th></tr>\n"
    return (
        "<!DOCTYPE html>\n<html><head><title>Post</title></head><body>\n"
        f"<h1>Answers of the post</h1>\n<h2>Answers</h2>\n<table>\n{head}{cells}</table>\n"
        "</body></html>\n"
    )


# The workflow


def workflow(name: str = "drift") -> dict[str, Any]:
    """A workflow with all its values as texts, so that `on` stays a key."""
    text = (WORKFLOWS / f"{name}.yml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    return found


def steps() -> list[dict[str, Any]]:
    return [step for job in workflow()["jobs"].values() for step in job["steps"]]


def test_actions_are_pinned_by_commit_and_dependabot_follows_them() -> None:
    texts = [path.read_text(encoding="utf-8") for path in WORKFLOWS.iterdir()]
    used = [line for text in texts for line in text.splitlines() if "uses:" in line]
    assert used
    for line in used:
        assert re.search(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line
    dependabot = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))
    followed = {each["package-ecosystem"] for each in dependabot["updates"]}
    assert followed == {"github-actions", "npm", "pip"}


def test_only_jobs_that_need_a_permission_have_it() -> None:
    for name in ("ci", "drift", "release"):
        assert workflow(name)["permissions"] == {"contents": "read"}
    drift, release = workflow("drift")["jobs"], workflow("release")["jobs"]
    assert "permissions" not in drift["providers"] and "permissions" not in release["build"]
    assert drift["follow"]["permissions"] == {"contents": "write", "pull-requests": "write"}
    assert release["publish"]["permissions"] == {"id-token": "write"}


def test_a_release_is_checked_before_it_is_built_and_published() -> None:
    jobs = workflow("release")["jobs"]
    commands = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    assert commands[-2].startswith("make release-check BASE=") and commands[-1] == "make build"
    assert jobs["publish"]["needs"] == "build"


def test_the_slug_is_passed_in_the_environment_only() -> None:
    scripts = [step["run"] for step in steps() if "run" in step]
    assert not [script for script in scripts if "${{" in script]
    (step,) = [step for step in steps() if "follow.sh" in step.get("run", "")]
    assert step["run"].strip() == 'sh .github/follow.sh "$SLUG"'
    assert step["env"]["SLUG"] == "${{ matrix.slug }}"
    assert step["env"]["GH_TOKEN"] == "${{ github.token }}"


JQ = """\
#!{python}
import json, sys
assert sys.argv[1:] == ["-Rnc", "[inputs]"], sys.argv
print(json.dumps(sys.stdin.read().splitlines(), separators=(",", ":")))
"""


def listed(folder: Path, tmp_path: Path) -> list[str]:
    """The slugs that the workflow's step finds in the specs of a folder."""
    (step,) = [step for step in steps() if step.get("id") == "list"]
    files = {"GITHUB_OUTPUT": tmp_path / "output", "GITHUB_STEP_SUMMARY": tmp_path / "summary"}
    environment = {**os.environ, **{name: str(path) for name, path in files.items()}}
    if shutil.which("jq") is None:
        program(tmp_path / "bin/jq", JQ)
        environment["PATH"] = f"{tmp_path / 'bin'}{os.pathsep}{environment['PATH']}"
    subprocess.run(["sh", "-c", step["run"]], cwd=folder, env=environment, check=True)
    (line,) = (tmp_path / "output").read_text().splitlines()
    key, _, slugs = line.partition("=")
    assert key == "slugs"
    return [str(slug) for slug in json.loads(slugs)]


def program(path: Path, text: str) -> None:
    """Write a program for the search path, run by this Python."""
    write(path, text.replace("{python}", sys.executable))
    path.chmod(0o755)


def test_addresses_in_any_form_of_a_spec(tmp_path: Path) -> None:
    block = SPEC.format(address="https://post.example/codes")
    flow = block.replace(
        block[block.index("  page:") : block.index("lists:")],
        "  page: {title: Answers, address: https://post.example/, retrieved: 2026-01-02}\n",
    )
    wide = re.sub(r"(?m)^( +)", lambda found: found[1] * 2, block)
    none = re.sub(r"    address: .*\n", "    # address: nobody knows\n", block)
    none = none.replace(
        "    values: int\n", "    values: int\n    facts: {address: {values: str}}\n"
    )
    assert "facts" in none
    for slug, text in {"heron": block, "egret": flow, "stork": wide, "swift": none}.items():
        write(tmp_path / f"specs/{slug}.yaml", text.replace("provider: heron", f"provider: {slug}"))
    assert sorted(listed(tmp_path, tmp_path)) == ["egret", "heron", "stork"]
    (line,) = (tmp_path / "summary").read_text().splitlines()
    assert line == "- swift: not compared, because its spec records no address"


# The script


def shows(server: Server, text: str, status: str = "200 OK") -> None:
    """Let the server have this page."""
    server.gives(answer(text, status, Content_Type="text/html; charset=utf-8"), "/codes")


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    """The server, one for all tests, because the spec has its address."""
    yield from serving(Server())


@pytest.fixture
def server(running: Server) -> Server:
    """The server with the page that the spec was transcribed from."""
    shows(running, page(ROWS))
    return running


@pytest.fixture(scope="module")
def prepared(running: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of this repository that the script needs, with the spec and enums of one provider."""
    folder = copy_repository(tmp_path_factory.mktemp("prepared") / "checkout")
    for spec in folder.glob("specs/**/*.yaml"):
        spec.unlink()
    for name in ("CHANGELOG.md", ".gitignore"):
        shutil.copy(ROOT / name, folder)
    (folder / ".github").mkdir()
    shutil.copy(SCRIPT, folder / ".github")
    write(folder / "specs/heron.yaml", SPEC.format(address=f"{running.url}/codes"))
    assert command("generate", folder=folder).status == 0
    return folder


GH = """\
#!{python}
import json, pathlib, sys
here = pathlib.Path(__file__).parent
arguments = sys.argv[1:]
body = arguments[arguments.index("--body-file") + 1] if "--body-file" in arguments else None
text = pathlib.Path(body).read_text(encoding="utf-8") if body else None
with (here / "asked.jsonl").open("a", encoding="utf-8") as asked:
    asked.write(json.dumps({"arguments": arguments, "body": text}) + "\\n")
if arguments[:2] == ["pr", "list"]:
    assert arguments[-3:-1] == ["number,isCrossRepository", "--jq"]
    is_ours = arguments[-1] == ".[] | select(.isCrossRepository | not) | .number"
    sys.stdout.write((here / "open").read_text() if is_ours else "13\\n")
sys.exit(int((here / "status").read_text()) if arguments[1:2] != ["list"] else 0)
"""


class Asked(NamedTuple):
    """A call of `gh`, and its body."""

    arguments: list[str]
    body: str | None


class Project:
    """A checkout with an origin, and the programs on its search path."""

    def __init__(self, folder: Path, prepared: Path) -> None:
        self.checkout, self.origin = folder / "checkout", folder / "origin"
        self._tools = folder / "tools"
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            "HOME": str(folder),
            "GIT_CONFIG_GLOBAL": str(folder / "no-such-file"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GH_TOKEN": "none",
            "no_proxy": "*",
            "NO_PROXY": "*",
            "PATH": f"{self._tools}{os.pathsep}{os.environ['PATH']}",
        }
        program(self._tools / "gh", GH)
        self.open_pull_request("")
        write(self._tools / "status", "0")
        self._check_out(prepared)

    def _check_out(self, prepared: Path) -> None:
        shutil.copytree(prepared, self.checkout)
        (self.checkout / ".venv").mkdir()
        (self.checkout / ".venv/bin").symlink_to(Path(sys.executable).parent)
        self.run("git", "init", "--bare", "--quiet", str(self.origin))
        self.run("git", "init", "--quiet", "--initial-branch", "main")
        self.run("git", "remote", "add", "origin", str(self.origin))
        self.run("git", "add", "--all")
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        self.run("git", *who, "commit", "--quiet", "--message", "All")
        self.run("git", "push", "--quiet", "origin", "main")

    def run(self, *arguments: str) -> str:
        """The output of a program that must succeed."""
        return subprocess.run(
            arguments,
            cwd=self.checkout,
            env=self._environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout

    def open_pull_request(self, number: str) -> None:
        """Make `gh` find this pull request of the repository, or none."""
        write(self._tools / "open", number)

    def follow(self) -> "subprocess.CompletedProcess[str]":
        """The run of the script."""
        return subprocess.run(
            ["sh", ".github/follow.sh", "heron"],
            cwd=self.checkout,
            env=self._environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    def next_week(self) -> None:
        """A fresh checkout, as a workflow has it."""
        self.run("git", "switch", "--quiet", "main")
        self.run("git", "branch", "--quiet", "--delete", "--force", BRANCH)

    @property
    def asked(self) -> list[Asked]:
        """The calls of `gh` so far."""
        path = self._tools / "asked.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        return [Asked(**json.loads(line)) for line in lines]

    @property
    def branches(self) -> list[str]:
        """The branches of the origin."""
        listed = self.run("git", "--git-dir", str(self.origin), "branch", "--format=%(refname)")
        return sorted(line.removeprefix("refs/heads/") for line in listed.splitlines())

    def on_branch(self, path: str) -> str:
        """A file on the branch of the origin."""
        return self.run("git", "--git-dir", str(self.origin), "show", f"{BRANCH}:{path}")

    def subjects(self) -> list[str]:
        """The subjects of the commits of the branch."""
        log = self.run("git", "--git-dir", str(self.origin), "log", "--format=%s", BRANCH)
        return log.splitlines()

    def changed(self) -> list[str]:
        """The files that the branch of the origin changes."""
        between = f"main..{BRANCH}"
        shown = self.run("git", "--git-dir", str(self.origin), "diff", "--name-only", between)
        return sorted(shown.splitlines())


@pytest.fixture
def project(tmp_path: Path, server: Server, prepared: Path) -> Project:
    """A checkout that agrees with the server's page."""
    return Project(tmp_path, prepared)


def test_a_page_is_followed_week_by_week(project: Project, server: Server) -> None:
    without_change(project)
    shows(server, page(MORE))
    first_change(project)
    project.next_week()
    project.open_pull_request("12\n")
    shows(server, page(MOST))
    second_change(project)
    project.next_week()
    shows(server, page(ROWS))
    assert project.follow().returncode == 0
    assert project.asked[-1].arguments[:3] == ["pr", "close", "12"]


def without_change(project: Project) -> None:
    """There is no branch and no pull request."""
    before = contents(project.checkout / "specs")
    done = project.follow()
    assert (done.returncode, done.stderr) == (0, "")
    assert "no changes" in done.stdout
    assert project.branches == ["main"]
    assert [each.arguments[1] for each in project.asked] == ["list"]
    assert contents(project.checkout / "specs") == before
    assert project.run("git", "status", "--short") == ""
    assert project.run("git", "branch", "--show-current").strip() == "main"


def first_change(project: Project) -> None:
    """It becomes a branch and a pull request."""
    done = project.follow()
    assert done.returncode == 0, done.stderr
    assert project.branches == [BRANCH, "main"]
    files = ["CHANGELOG.md", "generated/provider_codes/heron.py", "specs/heron.yaml"]
    assert project.changed() == files
    changelog, module, spec = map(project.on_branch, files)
    provider, findings = load_text(spec, "heron.yaml")
    assert provider is not None and findings == [] and spec.startswith("# Kept by a person.\n")
    *known, fresh = sorted(provider.lists[0].codes, key=lambda code: int(code.value))
    assert [code.name for code in known] == ["SENT", "LOFT_FULL"]
    assert (fresh.value, fresh.permanent, fresh.name_proposed) == (18, True, True)
    assert f"{fresh.name} = 18" in module and f"`{fresh.name}` (18)" in changelog
    assert project.subjects() == [TITLE, "All"]
    creating = project.asked[-1]
    assert creating.arguments[:2] == ["pr", "create"]
    options = dict(zip(creating.arguments[2::2], creating.arguments[3::2], strict=True))
    assert (options["--head"], options["--title"]) == (BRANCH, TITLE)
    body = creating.body or ""
    assert body.startswith("## Changes of the codes")
    assert "code-added" in body and "The wind is contrary." in body
    assert "`name-proposed`" in body  # what to decide
    # The script removes the file of the body.
    assert not Path(options["--body-file"]).exists()


def second_change(project: Project) -> None:
    """The open pull request has both changes, in one commit."""
    done = project.follow()
    assert done.returncode == 0, done.stderr
    edited = project.asked[-1]
    assert edited.arguments[:3] == ["pr", "edit", "12"]
    body = edited.body or ""
    assert "code-added" in body and "permanent-changed" in body
    assert project.subjects() == [TITLE, "All"]
    spec, _ = load_text(project.on_branch("specs/heron.yaml"), "heron.yaml")
    assert spec is not None
    flags = {code.value: code.permanent for code in spec.lists[0].codes}
    assert flags == {0: True, 17: True, 18: True}


def test_the_report_is_about_the_page_that_is_committed(project: Project, server: Server) -> None:
    def change(connection: socket) -> None:
        connection.sendall(answer(page(MORE)))
        shows(server, page(MOST))

    server.gives(change, "/codes")
    assert project.follow().returncode == 0
    assert "permanent-changed" not in (project.asked[-1].body or "")
    spec, _ = load_text(project.on_branch("specs/heron.yaml"), "heron.yaml")
    assert spec is not None
    flags = {code.value: code.permanent for code in spec.lists[0].codes}
    assert flags == {0: True, 17: False, 18: True}


def test_no_words_of_the_page_are_commands_to_the_runner(project: Project, server: Server) -> None:
    words = "##[error]pwned ::add-mask::a ::error::pwned"
    shows(server, page(ROWS | {18: ("yes", words)}))
    done = project.follow()
    assert done.returncode == 0, done.stderr
    stopped = re.search(r"(?ms)^::stop-commands::([0-9a-f]{32})$(.*)^::\1::$", done.stdout)
    assert stopped is not None and "pwned" in stopped[2]
    rest = done.stdout.replace(stopped[0], "")
    assert "pwned" not in rest and "##[" not in (project.asked[-1].body or "")


def test_a_failure_is_an_error_without_a_branch(project: Project, server: Server) -> None:
    """A server's error, a missing column, unreadable codes, and a file edited by hand."""
    rows = "".join(f"<tr><td><s>{value}</s></td><td>A fee.</td></tr>" for value in range(70, 75))
    table = f"<h2>Fees</h2><table><tr><th>Code</th><th>Text</th></tr>{rows}</table>"
    for status, text, error in (
        ("500 No", page(MORE), "heron could not be updated from its page: see the log"),
        ("200 OK", page(MORE).replace("Permanent", "Lasting"), "could not be updated"),
        ("200 OK", page(ROWS).replace("</body>", f"{table}</body>"), "a person has to look"),
        ("200 OK", page(ROWS).replace("<td>17<", "<td>1Z<"), "a person has to look"),
    ):
        shows(server, text, status)
        done = project.follow()
        (printed,) = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
        assert (done.returncode, error in printed) == (1, True)
        assert (project.branches, project.asked) == (["main"], [])
        assert project.run("git", "status", "--short") == ""
    assert "(17) stays as it is" in done.stdout
    edit(project.checkout / "generated/provider_codes/heron.py", "Heron", "Herons")
    shows(server, page(MORE))
    assert project.follow().returncode != 0
    assert (project.branches, project.asked) == (["main"], [])
