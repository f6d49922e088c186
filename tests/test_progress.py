"""Progress messages on a terminal, and only there."""

import os
import pty
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from helpers_generate import COMMAND, ROOT, command, write

INPUTS = ROOT / "tests/inputs"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two providers and their saved pages."""
    spec, page = (
        (INPUTS / name).read_text(encoding="utf-8") for name in ("heron.yaml", "heron.md")
    )
    for slug in ("heron", "egret"):
        write(tmp_path / f"specs/{slug}.yaml", spec.replace("provider: heron", f"provider: {slug}"))
        write(tmp_path / f"pages/{slug}.md", page)
    return tmp_path


def on_a_terminal(folder: Path, *arguments: str) -> str:
    """The output of the command on a terminal."""
    outer, inner = pty.openpty()
    done = subprocess.run(
        [COMMAND, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=inner, check=False
    )
    os.close(inner)
    printed = b""
    with suppress(OSError):  # The end of a terminal is an error.
        while done.returncode == 0 and (part := os.read(outer, 10_000)):
            printed += part
    os.close(outer)
    return printed.decode()


def test_a_terminal_shows_whose_page_is_read(project: Path) -> None:
    printed = on_a_terminal(project, "drift", "--documents", "pages")
    assert printed.index("the page of egret (1 of 2)") < printed.index("the page of heron (2 of 2)")
    # The line is removed, so that it is not among the findings.
    assert printed.endswith("\r\x1b[K")


def test_no_progress_without_a_terminal(project: Path) -> None:
    done = command("drift", "--documents", "pages", folder=project)
    assert (done.status, done.out, done.err) == (0, "no changes\n", "")
