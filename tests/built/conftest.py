"""Fixtures for the tests of wheel and sdist: one build for all."""

from pathlib import Path

import pytest
from helpers_built import Built, build
from helpers_generate import ROOT


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Wheel and sdist of this checkout."""
    return build(ROOT, Path(tmp_path_factory.mktemp("dist")))
