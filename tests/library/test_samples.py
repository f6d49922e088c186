"""The sample programs that the type checkers look at also have to do what they say."""

import runpy
from pathlib import Path

import pytest

SAMPLES = sorted((Path(__file__).parent.parent / "typing" / "samples").glob("*.py"))


def test_samples_are_there() -> None:
    assert len(SAMPLES) > 5


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_runs(path: Path) -> None:
    """Each calls its `main`, which asserts what comes out."""
    assert callable(runpy.run_path(str(path))["main"])
