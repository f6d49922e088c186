"""Hostile texts through everything: `python -m fuzz.texts [N]`, with N of 100,000 if not given.

Every text goes into a spec and through it into a module. Of the batches of texts, every fourth
is laid out by black as well, every eighth goes through reports besides, and another eighth
through a page, of each shape in turn. Texts of a megabyte go into code.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from random import Random
from time import process_time

import hostile_checks
from provider_codes_generator.pages.text import fold
from helpers_pages import SHAPES
from hostile import MEGABYTES
from hostile_checks import Check

from . import made
from .shrink import shrunk

_BATCH = 48
_EVERY = 8
_EVERY_LAYOUT = 4
_TITLES = 8  # of so many texts, one becomes the title of a list and of a page as well


def main(arguments: Sequence[str]) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.texts", description=__doc__)
    parser.add_argument("number", type=int, nargs="?", default=100_000, help="how many texts")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with")
    options = parser.parse_args(arguments)
    random, start = Random(options.seed), process_time()
    counts: Counter[str] = Counter()
    finds: dict[str, str] = {}
    for batch, texts in enumerate(_batches(random, options.number)):
        for stage, check in _stages(batch):
            counts[f"through {stage}"] += len(texts)
            for text, error in _failures(check, texts, counts).items():
                kind = f"{stage}: {type(error).__name__}: {ascii(str(error))[:60]}"
                counts["failures"] += 1
                if kind not in finds:
                    finds[kind] = shrunk(text, partial(_fails_alike, check, error))
    for text in map(fold, MEGABYTES):
        counts["of a megabyte"] += 1
        try:
            hostile_checks.check_long(text)
        except Exception as error:  # whatever it is, it is a find
            finds[f"a megabyte: {type(error).__name__}: {error}"] = text[:40]
    told = ", ".join(f"{count:,} {what}" for what, count in sorted(counts.items()))
    seconds = process_time() - start
    print(f"{options.number:,} texts (seed {options.seed}) in {seconds:.0f} s of CPU: {told}")
    for kind, text in finds.items():
        print(f"  {kind}\n    text: {ascii(text)[:2000]}")
    return 1 if finds else 0


def _batches(random: Random, number: int) -> Iterator[list[str]]:
    for start in range(0, number, _BATCH):
        yield [made.text(random) for _ in range(min(_BATCH, number - start))]


def _stages(batch: int) -> Iterator[tuple[str, Check]]:
    layout = batch % _EVERY_LAYOUT == 0
    stage = "code and black" if layout else "code"
    yield stage, partial(hostile_checks.check_in_spec, titles=_TITLES, layout=layout)
    match batch % _EVERY:
        case 0:
            yield "reports", hostile_checks.check_reports
        case 4:
            shape = SHAPES[batch // _EVERY % len(SHAPES)]
            yield f"pages ({shape})", partial(hostile_checks.check_on_page, shape=shape)
        case _:
            pass


def _failures(check: Check, texts: Sequence[str], counts: Counter[str]) -> dict[str, Exception]:
    try:
        held = check(texts)
    except Exception:  # whatever it is, it is a find
        return hostile_checks.culprits(check, texts)
    if isinstance(held, int):
        counts["came through as they are"] += held
    return {}


def _fails_alike(check: Callable[[Sequence[str]], object], error: Exception, text: str) -> bool:
    found = hostile_checks.culprits(check, [text])
    return any(
        type(each) is type(error) and str(each)[:20] == str(error)[:20] for each in found.values()
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
