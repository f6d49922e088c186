"""Measure all rows, or those named, and report them: `python -m benchmarks [ROW ...]`.

Earlier results of other rows stay in docs/performance.json.
"""

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic

from . import measure, places, report, results
from .rows import ROWS

DOCS = places.ROOT / "docs"


def main(arguments: Sequence[str]) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"of: {', '.join(ROWS)}")
    names = parser.parse_args(arguments).rows or list(ROWS)
    if unknown := set(names) - set(ROWS):
        parser.error(f"there is no row {', '.join(sorted(unknown))}; there are {', '.join(ROWS)}")
    _compile()
    for name in names:
        _measure(name)
    return 0


def _compile() -> None:
    environments = (
        places.ROOT / name for name in (".venv", ".venv-bench-dcg", ".venv-bench-protoc")
    )
    measure.compile_bytecode(places.ROOT / "generator", places.ROOT / "generated", *environments)


def _measure(name: str) -> None:
    """Measure one row and write it at once, so that an interrupted run keeps its results."""
    start = monotonic()
    with TemporaryDirectory() as folder:
        result = ROWS[name].run(Path(folder).resolve())
    result.machine, result.day = _machine(), date.today().isoformat()
    path = DOCS / "performance.json"
    known = results.read(path)
    known.rows[name] = result
    known.versions = places.versions()
    results.write(path, known)
    write_report(results.read(path))
    words = (f"{goal.text}: {median(goal.values):.3g}" for goal in result.goals)
    print(f"{name} ({monotonic() - start:.0f} s): {'; '.join(words)}", file=sys.stderr)


def write_report(known: results.Results) -> None:
    """Write the page and its chart from the results alone."""
    path = DOCS / "performance.md"
    text = report.page(path.read_text(encoding="utf-8"), known)
    path.write_text(text, encoding="utf-8")
    (DOCS / "performance.svg").write_text(report.chart(known), encoding="utf-8")


def _machine() -> str:
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, {python}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.machine())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
