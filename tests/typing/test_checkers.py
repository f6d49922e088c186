"""What four type checkers report: nothing about the code, and every misuse by its name.

Each checker runs once over all files, and the test looks at its findings file by file. mypy caches
its results for unchanged files, including the libraries. An error that a file in `misuse/` is about
is in a comment at the end of its line, with the rule of each checker that objects:

    code.permanent = False  # error: mypy[misc] pyright[reportAttributeAccessIssue] ...
"""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from helpers_documents import blocks
from helpers_generate import make_project, write
from helpers_generate import run as generate

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
MISUSE = HERE / "misuse"

# mypy checks the tests, mypy and pyright the tool. All four check what users type against, because
# we do not know which of them a user has.
LIBRARY = (ROOT / "generated", HERE / "samples", MISUSE)
EVERYTHING = tuple(ROOT / each for each in "generator generated tests benchmarks fuzz".split())
# Expected results of the tool's own tests: not our code, and several times the same modules.
LEFT_OUT = ROOT / "tests/cases"

# The folders that pytest adds for imports between tests.
TEST_PATHS = (ROOT / "tests", HERE, ROOT)

# The oldest supported Python: newer ones have everything that its library has.
PYTHON = "3.11"


class Finding(NamedTuple):
    """One error or warning of one checker."""

    path: Path
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message} [{self.rule}]"


@pytest.fixture(scope="module")
def emitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program of docs/webhooks.md, and packages with what ours lack."""
    folder = tmp_path_factory.mktemp("emitted")
    page = (ROOT / "docs/webhooks.md").read_text(encoding="utf-8")
    (program,) = (block.text for block in blocks(page) if block.title)
    write(folder / "program_of_webhooks.py", program)
    facts = (ROOT / "tests/cases/list_facts/acme.yaml").read_text(encoding="utf-8")
    for specs, package in (
        (write(folder / "facts/acme.yaml", facts).parent, "acme_codes"),
        (make_project(folder / "project") / "docs/codes", "birds"),
    ):
        done = generate("generate", "--specs", specs, "--output", folder / package)
        assert done.status == 0, done.err
    return folder


def run(program: str, *arguments: str | Path, folder: Path) -> str:
    """The output of a checker; a checker that crashed is not a clean result."""
    command = [Path(sys.executable).with_name(program), *arguments]
    environment = os.environ | {"MYPYPATH": os.pathsep.join(map(str, (*TEST_PATHS, folder)))}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if result.returncode not in (0, 1):
        raise RuntimeError(f"{program} failed:\n{result.stdout}\n{result.stderr}")
    return result.stdout


def sources(folders: Sequence[Path]) -> list[Path]:
    """The Python files of our own in the folders."""
    found = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    return [path for path in found if not path.is_relative_to(LEFT_OUT)]


def mypy(folder: Path) -> Iterator[Finding]:
    options: list[str | Path] = ["--strict", "--cache-dir", ROOT / ".mypy_cache/tests"]
    options += ["--explicit-package-bases", "--python-version", PYTHON]
    printed = run(
        "mypy", *options, "--output", "json", *sources([*EVERYTHING, folder]), folder=folder
    )
    for entry in map(json.loads, printed.splitlines()):
        if entry["severity"] != "note":
            path = ROOT / entry["file"]
            yield Finding(path, entry["line"], entry["code"], entry["message"])


def pyright(folder: Path) -> Iterator[Finding]:
    project = folder / "pyrightconfig.json"
    project.write_text(json.dumps(pyright_settings(folder)))
    options = ["--pythonpath", sys.executable, "--outputjson"]
    printed = run("pyright", "--project", project, *options, folder=folder)
    for entry in json.loads(printed)["generalDiagnostics"]:
        if entry["severity"] in ("error", "warning"):
            line = entry["range"]["start"]["line"] + 1
            rule = entry.get("rule", "syntax")
            yield Finding(Path(entry["file"]), line, rule, entry["message"])


def pyright_settings(folder: Path) -> dict[str, Any]:
    """The project's own settings for another folder, without the tests of the tool."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    settings: dict[str, Any] = project["tool"]["pyright"]
    paths = {
        "include": [ROOT / "generator", *LIBRARY, folder],
        "extraPaths": [ROOT / "generator", ROOT / "generated", *TEST_PATHS, folder],
    }
    relative = {
        key: [os.path.relpath(path, folder) for path in found] for key, found in paths.items()
    }
    more = {"exclude": [], "venvPath": str(ROOT), "pythonVersion": PYTHON}
    return settings | relative | more


def ty(folder: Path) -> Iterator[Finding]:
    options = ["--python", sys.prefix, "--python-version", PYTHON]
    for path in (ROOT / "generated", folder):
        options += ["--extra-search-path", str(path)]
    printed = run(
        "ty", "check", *options, "--output-format", "gitlab", *LIBRARY, folder, folder=folder
    )
    for entry in json.loads(printed):
        line = entry["location"]["positions"]["begin"]["line"]
        path = ROOT / entry["location"]["path"]
        yield Finding(path, line, entry["check_name"], entry["description"])


def pyrefly(folder: Path) -> Iterator[Finding]:
    options = ["--preset", "default", "--python-version", PYTHON]
    options += ["--python-interpreter-path", sys.executable]
    for path in (ROOT / "generated", folder):
        options += ["--search-path", str(path)]
    printed = run(
        "pyrefly", "check", *options, "--output-format", "json", *LIBRARY, folder, folder=folder
    )
    for entry in json.loads(printed)["errors"]:
        path = ROOT / entry["path"]
        yield Finding(path, entry["line"], entry["name"], entry["description"])


CHECKERS: dict[str, Callable[[Path], Iterator[Finding]]] = {
    "mypy": mypy,
    "pyright": pyright,
    "ty": ty,
    "pyrefly": pyrefly,
}


def announced(path: Path, checker: str) -> set[tuple[int, str]]:
    """The errors that the file announces for one checker."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {
        (number, rule)
        for number, line in enumerate(lines, start=1)
        for rule in re.findall(rf"\b{checker}\[([\w-]+)\]", line.partition("# error: ")[2])
    }


@pytest.mark.parametrize("checker", CHECKERS)
def test_code_is_clean_and_misuse_is_caught(checker: str, emitted: Path) -> None:
    """No error and no warning outside `misuse/`; in it, those that each file announces."""
    findings = list(CHECKERS[checker](emitted))
    unwanted = [found for found in findings if found.path.parent != MISUSE]
    assert not unwanted, "\n".join(map(str, unwanted))
    for path in sources([MISUSE]):
        found = [entry for entry in findings if entry.path == path]
        rules = {(entry.line, entry.rule) for entry in found}
        assert rules == announced(path, checker), "\n".join(map(str, found))


def test_markers_are_well_formed() -> None:
    """A misspelled marker would announce nothing, and pass."""
    form = re.compile(rf"(({'|'.join(CHECKERS)})\[[\w-]+\]( |$))+")
    for path in sources([MISUSE]):
        for line in path.read_text(encoding="utf-8").splitlines():
            _, marker, rules = line.partition("# error: ")
            assert not marker or form.fullmatch(rules), f"{path.name}: {line}"


def test_nothing_is_silenced() -> None:
    """A comment that silences a checker would make the other tests worthless."""
    silencing = re.compile(r"#\s*(type|mypy|pyright|ty|pyrefly)\s*:")
    for path in sources(LIBRARY[1:]):
        assert not silencing.search(path.read_text(encoding="utf-8")), path
