"""A browser for the tests of the reference site, and pages for it to read."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers_browser import Browser, find_browser
from helpers_generate import ROOT, run


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Headless Chromium: required in CI; without it, the tests are skipped with a reason."""
    programs = find_browser()
    if programs is None:
        message = "there is no Chromium with its driver here: see CONTRIBUTING.md"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with Browser(*programs, tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the five providers."""
    folder = tmp_path_factory.mktemp("ours")
    shutil.copytree(ROOT / "specs", folder / "specs")
    done = run("site", "--specs", folder / "specs", "--output", folder / "site")
    assert done.status == 0, done.err
    return folder / "site"
