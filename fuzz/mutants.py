"""Mutation tests: the tests must notice each of a sample of small changes to the tool.

cosmic-ray makes the mutants, and coverage says which tests run the changed line. The sample depends
only on the source, so that two suites (say, `tests` of another worktree) can be compared on the
same mutants. Each line of output is a mutant: its fate, its place and its operator.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from coverage import CoverageData

ROOT = Path(__file__).parent.parent
_NUMBER = 100
# `|` mostly joins types in annotations, which nothing runs.
_LEFT_OUT = ("NoOp", "BitOr", "Variable")
_IGNORED = [f"--ignore=tests/{name}" for name in ("built", "library", "typing")]


# File, line, column, operator, and the number of the change among those of the operator in the
# file.
Mutant = tuple[str, int, int, str, int]


def sample() -> list[Mutant]:
    """Return mutants at different places; all places are equally likely."""
    places: dict[tuple[str, int, int], list[tuple[str, int]]] = {}
    names = [name for name in operator_names() if not any(part in name for part in _LEFT_OUT)]
    for file in sorted((ROOT / "generator").rglob("*.py")):
        nodes = list(ast_nodes(get_ast(file.read_text(encoding="utf-8"))))
        for operator in sorted(names):
            find = get_operator(operator)().mutation_positions
            found = (place for node in nodes for place in find(node))
            for occurrence, ((line, column), _) in enumerate(found):
                place = file.relative_to(ROOT).as_posix(), line, column
                places.setdefault(place, []).append((operator, occurrence))
    random = Random(12)
    chosen = sorted(random.sample(sorted(places), _NUMBER))
    return [(*place, *random.choice(places[place])) for place in chosen]


def copy(folder: Path, suite: Path) -> Path:
    """Copy the files that git tracks, with the tests of a suite."""
    for name in subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True).split("\0"):
        if name and not name.startswith("tests/") and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    shutil.copytree(suite, folder / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def passes(folder: Path, *arguments: str, limit: float | None = None) -> bool:
    """Whether the tests pass in the copy, within this many seconds."""
    paths = os.pathsep.join(str(folder / name) for name in ("generator", "generated"))
    pages = os.environ.get("PROVIDER_PAGES", str(ROOT.parent / "shared/documents"))
    more = {"PROVIDER_PAGES": pages, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    try:
        done = subprocess.run(
            command, cwd=folder, env=os.environ | more, timeout=limit, capture_output=True
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def tests_of(data: CoverageData, file: str, line: int) -> list[str] | None:
    """Return the tests that run a line; none if only an import does; None if nothing does."""
    lines = data.contexts_by_lineno(file)
    # A statement of several lines is identified by its first ones.
    contexts = lines.get(max((each for each in lines if each <= line), default=0))
    if contexts is None:
        return None
    return sorted({context.partition("|")[0].partition("[")[0] for context in contexts} - {""})


def main(arguments: Sequence[str]) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.mutants", description=__doc__)
    parser.add_argument("--suite", type=Path, default=ROOT / "tests", help="folder of the tests")
    parser.add_argument("--every", type=int, default=1, help="try every second, or third, mutant")
    parser.add_argument("tests", nargs="*", default=["tests"], help="files of the suite")
    options, counts = parser.parse_args(arguments), Counter[str]()
    with TemporaryDirectory() as temporary:
        folder = copy(Path(temporary).resolve() / "tree", options.suite)
        coverage = ("--cov=generator", "--cov-context=test", "--cov-report=", "-n2")
        start = monotonic()
        if not passes(folder, *_IGNORED, *coverage, *options.tests):
            sys.exit("the suite fails without a mutant")
        limit = 60 + 4 * (monotonic() - start)  # A mutant may loop, and the machine may be busier.
        data = CoverageData(str(folder / ".coverage"))
        data.read()
        for name, line, column, operator, occurrence in sample()[:: options.every]:
            file = folder / name
            source, change = file.read_text(encoding="utf-8"), get_operator(operator)()
            chosen, fate = tests_of(data, str(file), line), "not run"
            if chosen is not None:
                file.write_text(mutate_code(source, change, occurrence), encoding="utf-8")
                survives = passes(folder, "-x", *_IGNORED, *(chosen or options.tests), limit=limit)
                file.write_text(source, encoding="utf-8")
                fate = "SURVIVED" if survives else "killed"
            counts[fate] += 1
            print(f"{fate:8} {name}:{line}:{column} {operator}", flush=True)
    print(", ".join(f"{fate}: {count}" for fate, count in sorted(counts.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
