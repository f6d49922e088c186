"""What all tests share: options, goldens, and the number of examples of property tests."""

import difflib
import gc
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from helpers_cases import Goldens
from helpers_generate import make_project
from hypothesis import settings

# A run of the suite tries the same few examples each time. `make fuzz` sets the number.
EXAMPLES = os.environ.get("PROVIDER_CODES_EXAMPLES")
settings.register_profile(
    "suite", deadline=None, max_examples=int(EXAMPLES or 10), derandomize=EXAMPLES is None
)
settings.load_profile("suite")

# Help and answers are as wide as the terminal.
os.environ["COLUMNS"] = "100"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that `make goldens` and `make screenshots` use."""
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write the goldens instead of comparing with them",
    )
    parser.addoption(
        "--screenshots",
        metavar="DIR",
        help="keep there what the browser shows of the site, and one for the README",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the type checkers, which are slowest, so that no core waits for them at the end."""
    items.sort(key=lambda item: item.path.parent.name != "typing")


def pytest_collection_finish() -> None:
    """Collect garbage less often, and not among what stays: it costs a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.fixture
def birds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two providers before its first run, as the current folder."""
    monkeypatch.chdir(tmp_path)
    return make_project(tmp_path)


@pytest.fixture
def goldens(request: pytest.FixtureRequest) -> Goldens:
    """Compare texts with all files of a folder, or write them."""

    def compare(folder: Path, texts: Mapping[str, str]) -> None:
        if request.config.getoption("--update-goldens"):
            folder.mkdir(exist_ok=True)
            for path in folder.glob("*.*"):
                path.unlink()
            for name, text in texts.items():
                (folder / name).write_bytes(text.encode())
        kept = {path.name: path.read_bytes().decode() for path in folder.glob("*.*")}
        differences = [
            "".join(_difference(name, kept.get(name, ""), texts.get(name, "")))
            for name in sorted(kept.keys() | texts.keys())
        ]
        if any(differences) or kept.keys() != texts.keys():
            files = f"expected: {sorted(kept)}; found: {sorted(texts)}"
            hint = "if that is meant, run `make goldens` and review the diff"
            pytest.fail(f"{hint}\n{files}\n{''.join(differences)}", pytrace=False)

    return compare


def _difference(name: str, expected: str, found: str) -> list[str]:
    lines = expected.splitlines(keepends=True), found.splitlines(keepends=True)
    return list(difflib.unified_diff(*lines, f"expected/{name}", f"found/{name}"))
