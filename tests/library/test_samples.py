"""The sample programs for type checkers also do what they say."""

import runpy
from pathlib import Path

import pytest

SAMPLES = sorted((Path(__file__).parent.parent / "typing" / "samples").glob("*.py"))


def test_there_are_samples() -> None:
    assert len(SAMPLES) > 5


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_runs(path: Path) -> None:
    """Each calls its `main`, which asserts the results."""
    assert callable(runpy.run_path(str(path))["main"])
