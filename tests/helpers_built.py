"""Builds from copies of the checkout, and environments in which to install them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from helpers_generate import ROOT, Run

# As in the Makefile, so that every supported Python is tested.
VERSIONS, _REQUIRED = (
    re.findall(rf"^{name} .= (.+)$", (ROOT / "Makefile").read_text(), re.M)[0].split()
    for name in ("VERSIONS", "REQUIRED")
)
REQUIRED = os.environ.get("REQUIRED", "").split() or _REQUIRED
# A user's shell may have set these, and lead to packages that the test did not install.
LEADS_ELSEWHERE = ("PYTHON", "PIP_", "VIRTUAL_ENV")


class Built(NamedTuple):
    """One wheel and one sdist, and nothing else that was built."""

    wheel: Path
    sdist: Path


def program(*arguments: str | Path, folder: Path, **environment: str) -> Run:
    """The output and exit code of a program, run in the folder and in a plain environment."""
    plain = {
        name: value for name, value in os.environ.items() if not name.startswith(LEADS_ELSEWHERE)
    }
    done = subprocess.run(
        arguments,
        cwd=folder,
        env=plain | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return Run(done.returncode, done.stdout, done.stderr)


def succeed(*arguments: str | Path, folder: Path, **environment: str) -> str:
    """The output of a program that must succeed."""
    done = program(*arguments, folder=folder, **environment)
    assert done.status == 0, done.out + done.err
    return done.out


def checkout() -> list[str]:
    """The project's files, as git knows them, without ignored ones."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        missing("no git checkout, which would list the files of the project")
    asked = [str(git), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = succeed(*asked, folder=ROOT).split("\0")
    return sorted({name for name in listed if (ROOT / name).is_file()})


def copy_checkout(folder: Path) -> Path:
    """Copy the files of the project."""
    for name in checkout():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)
    return folder


def build(project: Path, to: Path, **environment: str) -> Built:
    """Wheel and sdist of the project, built as by `make build`."""
    hatchling = Path(sys.executable).with_name("hatchling")
    succeed(hatchling, "build", "--directory", to, folder=project, **environment)
    wheel, sdist = sorted(to.iterdir(), key=lambda path: path.suffix != ".whl")
    return Built(wheel, sdist)


def missing(what: str, *, is_required: bool = True) -> None:
    """End the test: CI has to have everything, and elsewhere the test is skipped."""
    if is_required and os.environ.get("CI") == "true":
        pytest.fail(f"not tested: there is {what}")
    pytest.skip(f"not tested: there is {what}")


def python(version: str) -> Path:
    """A Python of that version on this machine."""
    found = succeed("sh", "tests/find-python.sh", version, folder=ROOT).strip()
    if not found:
        missing(f"no Python {version} here", is_required=version in REQUIRED)
    return Path(found)


class Environment(NamedTuple):
    """A virtual environment without pip."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its Python."""
        return self.folder / "bin/python"

    @property
    def command(self) -> Path:
        """The command that the wheel installs."""
        return self.folder / "bin/provider-codes"

    @property
    def packages(self) -> Path:
        """Where packages are installed."""
        (found,) = self.folder.glob("lib/python*/site-packages")
        return found

    def install(self, *what: str) -> None:
        """Install from files alone; pip downloads nothing."""
        # The pip of an older Python would not know newer ones.
        pip = locked(self.packages.parent.name.removeprefix("python")).parents[2] / "bin/python"
        options = ("--python", self.python, "install", "--no-index", "--quiet")
        quiet = "--disable-pip-version-check"
        succeed(pip, "-m", "pip", *options, quiet, *what, folder=self.folder)

    def see(self, packages: Path) -> None:
        """Make the packages of another environment available."""
        (self.packages / "locked.pth").write_text(f"{packages}\n")

    def run(self, *arguments: str, folder: Path) -> Run:
        """Run its Python with these arguments."""
        return program(self.python, *arguments, folder=folder)


def environment(version: str, folder: Path) -> Environment:
    """An empty environment of that Python."""
    succeed(python(version), "-m", "venv", "--without-pip", folder, folder=ROOT)
    return Environment(folder)


def locked(version: str) -> Path:
    """The packages of requirements-test.lock, as make has installed them for that Python."""
    folder = ROOT / f".venv-{version}"
    if not (folder / "ready").exists():
        missing(f"no .venv-{version}: run make test-built")
    return Environment(folder).packages
