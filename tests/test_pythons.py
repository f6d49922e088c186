"""The supported Pythons: how they are found, and what happens without one of them."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from helpers_built import REQUIRED, VERSIONS, succeed
from helpers_generate import ROOT, write

FIND = ROOT / "tests/find-python.sh"


def test_all_files_name_the_same_versions() -> None:
    classifiers = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["classifiers"]
    workflow = (ROOT / ".github/workflows/ci.yml").read_text()
    assert re.findall(r"Python :: (3\.\d+)", "\n".join(classifiers)) == VERSIONS
    assert re.findall(r"^ +(3\.\d+)$", workflow, re.M) == VERSIONS
    assert f'make test REQUIRED="{" ".join(VERSIONS)}"' in workflow
    assert set(REQUIRED) <= set(VERSIONS)


def stub(path: Path, script: str) -> None:
    """A program that runs the script."""
    write(path, f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


# The installed Pythons, and the one that is found for 3.14
FOUND: dict[str, tuple[dict[str, str], str]] = {
    "nothing": ({}, ""),
    "by its name": ({"bin/python3.14": "echo found"}, "found"),
    "as python3": ({"bin/python3": "echo found"}, "found"),
    "a shim that leads nowhere": ({"bin/python3.14": "exit 127"}, ""),
    "a shim, and what is behind it": (
        {
            "bin/python3.14": "exit 127",
            "bin/pyenv": "echo '{folder}/away'",
            "away/bin/python3.14": "echo found",
        },
        "found",
    ),
    "a version manager without it": ({"bin/pyenv": "exit 1"}, ""),
}


@pytest.mark.parametrize(("programs", "found"), FOUND.values(), ids=FOUND)
def test_finding_a_python(tmp_path: Path, programs: dict[str, str], found: str) -> None:
    (tmp_path / "bin").mkdir()
    for name, script in programs.items():
        stub(tmp_path / name, script.format(folder=tmp_path))
    shell = ["/bin/sh", str(FIND), "3.14"]
    environment = {"PATH": str(tmp_path / "bin")}
    assert subprocess.check_output(shell, env=environment, text=True).strip() == found


def test_only_the_path_is_searched(tmp_path: Path) -> None:
    """Without a version manager, /bin is not searched."""
    shell = ["/bin/sh", "-x", str(FIND), "3.14"]
    output = subprocess.run(shell, env={"PATH": str(tmp_path)}, capture_output=True, text=True)
    assert output.stdout == ""
    assert "/bin/python" not in output.stderr


@pytest.mark.parametrize(
    ("ci", "required", "status"),
    [("true", "3.98", 0), ("true", "3.98 3.99", 2), ("", "3.99", 0)],
    ids=["another is required", "required", "not in CI"],
)
def test_a_version_that_is_not_installed(ci: str, required: str, status: int) -> None:
    variables = ["VERSIONS=3.99", f"REQUIRED={required}", f"CI={ci}"]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    done = subprocess.run(
        ["make", "test-pythons", *variables], cwd=ROOT, env=plain, capture_output=True, text=True
    )
    assert "not tested: Python 3.99 is not installed" in done.stdout
    assert ("in CI this is a failure" in done.stdout) == (status != 0)
    assert done.returncode == status


def test_make_uses_the_oldest_that_is_installed() -> None:
    oldest = succeed("sh", FIND, *VERSIONS, folder=ROOT).split()[0]
    printed = succeed(
        "make", "--no-print-directory", "--eval", "print: ; @echo $(PYTHON)", "print", folder=ROOT
    )
    assert printed.strip() == oldest
