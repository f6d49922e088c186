"""The samples that the type checkers read are programs that check their own results."""

import runpy
from pathlib import Path

import pytest

SAMPLES = sorted((Path(__file__).parents[1] / "typing/samples/pairing").glob("*.py"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_of_the_type_checkers_runs(path: Path) -> None:
    """Its `main` asserts the results."""
    assert callable(runpy.run_path(str(path))["main"])
