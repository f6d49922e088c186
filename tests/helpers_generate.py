"""Projects to generate in, runs of the command, and their results."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest
from provider_codes_generator.cli.app import main
from provider_codes_generator.emit.seal import seal

ROOT = Path(__file__).parent.parent
# The pages belong to the providers, and are not part of the project.
PAGES = Path(os.environ.get("PROVIDER_PAGES", ROOT.parent / "shared/documents"))
needs_pages = pytest.mark.skipif(not PAGES.is_dir(), reason="the pages are not here")
COMMAND = Path(sys.executable).parent / "provider-codes"

PYPROJECT = """
[project]
name = "birds"
version = "1"

[tool.provider-codes]
specs = "docs/codes"
output = "src/birds/codes"
"""

HERON = """
provider: heron
title: Heron
documents:
  page: {title: Answers, retrieved: 2026-01-02}
constants:
  HEADER: {value: x-heron, description: The header of an answer.}
families:
  answer: [Status, Reason]
  anything: [Mood, Status]
lists:
  Status:
    title: Statuses
    document: page
    values: int
    documents: [name, permanent, group]
    groups:
      DONE: {value: 1, description: It is over.}
      OPEN: {value: 2}
    codes:
      SENT: {value: 10, permanent: false, group: OPEN, description: It was sent.}
      FAILED:
        value: 20
        documented_name: failed for good
        permanent: true
        group: DONE
        description: It "failed" – for good.
        aliases: {BROKEN: {description: It is broken.}}
  Reason:
    title: Reasons
    values: int
    codes:
      FULL: {value: 10, description: The box is full.}
  Mood:
    title: Moods
    values: str
    codes:
      CALM: {value: calm}
"""

EGRET = """
provider: egret
title: Egret
lists:
  Word:
    title: Words
    values: str
    codes:
      AGREED: {value: "yes"}
      DENIED: {value: "no", description: The answer is no.}
"""

PACKAGE = "src/birds/codes"
NAMES = [
    *("__init__.py", "_runtime.py", "py.typed"),
    *("__main__.py", "_advice.py", "_catalogue.py", "_export.py", "_lookup.py", "_meaning.py"),
    *("_modules.py", "_search.py"),
]
SHARED = [f"{PACKAGE}/{name}" for name in NAMES]
SCHEMA = "docs/codes/schema.json"
MODULES = [f"{PACKAGE}/egret.py", f"{PACKAGE}/heron.py"]
EMITTED = sorted([*SHARED, SCHEMA, *MODULES])


class Run(NamedTuple):
    """The result of a run of the command."""

    status: int
    out: str
    err: str


class Entry(NamedTuple):
    """A file: its content, and what shows whether it was written."""

    content: bytes
    inode: int
    mtime: int


def run(*arguments: str | Path) -> Run:
    """Run the command in this process, in the current folder."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as exit:
            status = exit.code if isinstance(exit.code, int) else 1
    return Run(status, out.getvalue(), err.getvalue())


def command(*arguments: str | Path, folder: Path, **environment: str) -> Run:
    """Run the installed command in a process, as a user does."""
    done = subprocess.run(
        [COMMAND, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return Run(done.returncode, done.stdout, done.stderr)


def without(*packages: str, folder: Path) -> str:
    """The PYTHONPATH of a Python that lacks these packages; the folder has modules that raise."""
    write(
        folder / "sitecustomize.py",
        f"""
import sys


class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {packages}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)


sys.meta_path.insert(0, Missing())
""",
    )
    return str(folder)


def git(*arguments: str, folder: Path = Path()) -> None:
    """Run git in the folder, by default the current one, with an author."""
    settings = ("user.name=A", "user.email=a@example.org", "core.autocrlf=false")
    options = [option for setting in settings for option in ("-c", setting)]
    subprocess.run(["git", *options, *arguments], cwd=folder, check=True, capture_output=True)


def write(path: Path, text: str) -> Path:
    """Write a file with that text, and the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def from_an_older_release(path: str) -> str:
    """Replace the content, as an older release may have emitted it: nobody edited the file."""
    body, suffix = ('{\n  "old": 1\n}\n', ".json") if path == SCHEMA else ("OLD = 1\n", ".py")
    return seal(body, "it", "provider-codes generate", suffix)


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text of a file, as a user of an editor would."""
    text = path.read_bytes().decode("utf-8")
    assert old in text
    write(path, text.replace(old, new))


def make_project(folder: Path) -> Path:
    """Write a project with two providers, before its first run."""
    write(folder / "pyproject.toml", PYPROJECT)
    write(folder / "docs/codes/heron.yaml", HERON)
    write(folder / "docs/codes/egret.yaml", EGRET)
    return folder


def copy_repository(folder: Path) -> Path:
    """Copy what a run reads and writes of this repository."""
    for name in ("specs", "templates", "generated"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path


def contents(folder: Path) -> dict[str, bytes]:
    """All files below a folder with their bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder)}


def tree(folder: Path) -> dict[str, Entry]:
    """All files below a folder with what a write would change."""
    return {
        path.relative_to(folder).as_posix(): Entry(
            path.read_bytes(), path.stat().st_ino, path.stat().st_mtime_ns
        )
        for path in _files(folder)
    }


def age(folder: Path) -> None:
    """Make all files old, so that a written file has another time, whatever the clock says."""
    for path in _files(folder):
        os.utime(path, ns=(10**18, 10**18))
