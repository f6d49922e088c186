"""Try random specs: `python -m fuzz.specs [N]`; N is 10,000 by default.

Each is refused with findings, or emitted completely. One of every hundred is validated and emitted
as a file of a project; if it is refused, nothing may be written.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic, process_time
from typing import Any

from provider_codes_generator.emit import TARGETS, build
from provider_codes_generator.project.config import Config
from hostile_checks import FILE, Spec, check_spec, written

from . import made

_OF_FILES = 100
_SECONDS = 60


def main(arguments: Sequence[str]) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.specs", description=__doc__)
    parser.add_argument("number", type=int, nargs="?", default=10_000, help="how many specs")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with")
    options = parser.parse_args(arguments)
    random, start = Random(options.seed), process_time()
    counts: Counter[str] = Counter()
    finds: dict[str, Spec] = {}
    for number in range(options.number):
        spec = made.spec(random)
        error = _failure(spec, with_files=number % _OF_FILES == 0, counts=counts)
        if error is not None:
            counts["failures"] += 1
            kind = _kind(error)
            if kind not in finds:
                finds[kind] = _shrunk(spec, kind)
    totals = ", ".join(f"{count:,} {what}" for what, count in sorted(counts.items()))
    seconds = process_time() - start
    print(f"{options.number:,} specs (seed {options.seed}) in {seconds:.0f} s of CPU: {totals}")
    for kind, spec in finds.items():
        print(f"  {kind}\n    spec: {written(spec)[:2000]}")
    return 1 if finds else 0


def _kind(error: Exception) -> str:
    return f"{type(error).__name__}: {ascii(str(error))[:60]}"


def _failure(spec: Spec, *, with_files: bool, counts: Counter[str]) -> Exception | None:
    try:
        module = check_spec(spec)
        counts["refused" if module is None else "emitted"] += 1
        if with_files:
            counts["through files"] += 1
            _check_files(spec, module)
    except Exception as error:  # any exception counts
        return error
    return None


def _check_files(spec: Spec, module: str | None) -> None:
    """Return what would be written: nothing for a refused spec, else its module with a header."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / FILE).write_text(written(spec), encoding="utf-8")
        result = build(TARGETS["generate"], Config(specs=folder, output=folder / "package"))
        if module is None:
            assert not result.files, "it was refused, and files are to be written"
            return
        text = result.files[folder / "package" / "acme.py"]
        header, rest = text.split("\n", 2)[:2], text.split("\n", 2)[2]
        assert rest == module, "the file has another module"
        assert all(line.startswith("# ") for line in header)


def _shrunk(spec: Spec, kind: str) -> Spec:
    """Return the smallest part of the spec that still fails."""
    end, tried = monotonic() + _SECONDS, True
    while tried and monotonic() < end:
        tried = False
        for smaller in _smaller(spec):
            error = _failure(smaller, with_files=False, counts=Counter())
            if monotonic() > end:
                break
            if error is not None and _kind(error) == kind:
                spec, tried = smaller, True
                break
    return spec


def _smaller(spec: Spec) -> Iterator[Spec]:
    """Yield the spec without each of its parts, or with half of a text."""
    for path in _paths(spec):
        smaller = made.copied(spec)
        here: Any = smaller
        for key in path[:-1]:
            here = here[key]
        last = here[path[-1]]
        del here[path[-1]]
        yield smaller
        if isinstance(last, str) and len(last) > 1:
            for half in (last[: len(last) // 2], last[len(last) // 2 :], last[1:], last[:-1]):
                shorter: Spec = json.loads(json.dumps(spec))
                here = shorter
                for key in path[:-1]:
                    here = here[key]
                here[path[-1]] = half
                yield shorter


def _paths(here: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Return the paths of all parts, the largest first."""
    keys = made.keys_of(here) if made.is_open(here) else []
    yield from ((*path, key) for key in keys)
    for key in keys:
        yield from _paths(here[key], (*path, key))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
