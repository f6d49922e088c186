"""The library under its users' type checkers: installed, and copied among their own code."""

import json
import re
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from helpers_built import Built, environment, program
from helpers_generate import ROOT, write

SAMPLES = ROOT / "tests/typing/samples"
VENDORED = "acme/vendor/provider_codes"
# Each with the options that name the Python that has the packages. No option names the library, and
# mypy reads installed packages only if they have `py.typed`.
CHECKERS = {
    "mypy": ["--strict", "--no-incremental", "--python-executable", "{python}", "."],
    "pyright": ["--pythonpath", "{python}"],
    "ty": ["check", "--python", "{python}", "--error-on-warning"],
    "pyrefly": ["check", "--python-interpreter-path", "{python}"],
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, built: Built) -> Path:
    """A project that has the library twice, and the samples for each."""
    folder = tmp_path_factory.mktemp("shop")
    environment("3.11", folder / ".venv").install(str(built.wheel))
    project = folder / "project"
    copytree(
        ROOT / "generated/provider_codes",
        project / VENDORED,
        # As in the how-to: a type checker would read them, and the project lacks the libraries.
        ignore=ignore_patterns("__pycache__", "for_*.py"),
    )
    for package in ("acme", "acme/vendor", "by_install", "by_copy"):
        write(project / package / "__init__.py", "")
    for sample in SAMPLES.glob("*.py"):
        text = sample.read_text(encoding="utf-8")
        write(project / "by_install" / sample.name, text)
        write(project / "by_copy" / sample.name, of_the_copy(text))
    write(project / "pyrightconfig.json", json.dumps({"typeCheckingMode": "strict"}))
    write(project / "pyrefly.toml", 'preset = "default"\n')
    return project


def of_the_copy(text: str) -> str:
    """The sample with its imports from the copy."""
    text = re.sub(
        r"^import provider_codes$", "from acme.vendor import provider_codes", text, flags=re.M
    )
    return re.sub(r"^from provider_codes\b", "from acme.vendor.provider_codes", text, flags=re.M)


@pytest.mark.parametrize("checker", CHECKERS)
def test_there_are_no_errors(shop: Path, checker: str) -> None:
    """The samples state types, so an import that is not followed is an error in them."""
    python = shop.parent / ".venv/bin/python"
    options = [option.format(python=python) for option in CHECKERS[checker]]
    done = program(Path(sys.executable).with_name(checker), *options, folder=shop)
    assert done.status == 0, done.out + done.err
