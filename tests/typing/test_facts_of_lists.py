"""Facts of a list's own under four type checkers, from the package of tests/cases/list_facts.

Every line that ends in `# error` is refused by each checker, and no other line is.
"""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from helpers_generate import run, write

ROOT = Path(__file__).parent.parent.parent
HERE = Path(sys.executable).parent

USE = """\
from typing import assert_type

from acme_codes import Code
from acme_codes.acme import Error, Reply


def of_members(code: Error, reply: Reply) -> tuple[int, str]:
    assert_type(code.http_status, int)
    assert_type(code.retryable, bool | None)
    assert_type(code.hint, str | None)
    assert_type(code.never_filled, int | None)
    assert_type(reply.is_final, bool)
    return code.http_status, reply.text_of_button


def as_received(value: int) -> int | None:
    code = Error.parse(value)
    assert_type(code.facts.get("http_status"), int | str | bool | None)
    return code.http_status if isinstance(code, Error) else None


def of_any(code: Code) -> dict[str, int | str | bool]:
    return dict(code.facts)


def misuse(value: int, code: Error) -> int:
    Error.parse(value).http_status  # error
    code.http_status = 402  # error
    code.facts["http_status"] = 402  # error
    count: int = code.never_filled  # error
    code.http  # error
    return count
"""

CHECKERS: dict[str, Sequence[str | Path]] = {
    "mypy": ["--strict", "--no-incremental", "--cache-dir", "/dev/null"],
    "pyright": ["--pythonpath", sys.executable],
    "ty": ["check", "--python", sys.prefix, "--output-format", "concise"],
    "pyrefly": ["check", "--preset", "default", "--output-format", "min-text"],
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the package, and a module that uses it."""
    folder = tmp_path_factory.mktemp("project")
    spec = (ROOT / "tests/cases/list_facts/acme.yaml").read_text(encoding="utf-8")
    write(folder / "specs/acme.yaml", spec)
    done = run("generate", "--specs", folder / "specs", "--output", folder / "acme_codes")
    assert done.status == 0, done.err
    write(folder / "use.py", USE)
    return folder


@pytest.mark.parametrize("checker", CHECKERS)
def test_checkers_know_the_types_of_facts(project: Path, checker: str) -> None:
    command = [HERE / checker, *CHECKERS[checker], "use.py"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8")
    found = {int(line) for line in re.findall(r"use\.py:(\d+):", done.stdout)}
    lines = enumerate(USE.splitlines(), start=1)
    expected = {number for number, line in lines if line.endswith("# error")}
    assert found == expected, done.stdout + done.stderr
