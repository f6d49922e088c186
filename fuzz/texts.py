"""Try hostile texts everywhere: `python -m fuzz.texts [N]`; N is 100,000 by default.

Every text goes into a spec and from there into a module; every fourth batch is also compared with
black. Reports and pages have property tests, which `make fuzz` runs for long.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from random import Random
from time import process_time

from hostile import MEGABYTES
from hostile_checks import Check, check_in_spec, check_spec
from provider_codes_generator.pages.text import fold

from . import made
from .shrink import shrunk

_BATCH = 48
_EVERY_LAYOUT = 4


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
        check = partial(check_in_spec, with_black=batch % _EVERY_LAYOUT == 0)
        for text, error in culprits(check, texts, counts).items():
            kind = f"{type(error).__name__}: {ascii(str(error))[:60]}"
            counts["failures"] += 1
            if kind not in finds:
                finds[kind] = shrunk(text, partial(_fails_alike, check, error))
    for text in map(fold, MEGABYTES):
        counts["of a megabyte"] += 1
        try:
            _check_long(text)
        except Exception as error:  # any exception counts
            finds[f"a megabyte: {type(error).__name__}: {error}"] = text[:40]
    totals = ", ".join(f"{count:,} {what}" for what, count in sorted(counts.items()))
    seconds = process_time() - start
    print(f"{options.number:,} texts (seed {options.seed}) in {seconds:.0f} s of CPU: {totals}")
    for kind, text in finds.items():
        print(f"  {kind}\n    text: {ascii(text)[:2000]}")
    return 1 if finds else 0


def _batches(random: Random, number: int) -> Iterator[list[str]]:
    for start in range(0, number, _BATCH):
        yield [made.text(random) for _ in range(min(_BATCH, number - start))]


def culprits(check: Check, texts: Sequence[str], counts: Counter[str]) -> dict[str, Exception]:
    """Return the texts that fail the check alone, or one of those that fail only together."""
    try:
        counts["came through unchanged"] += check(texts)
    except Exception as error:  # any exception counts
        if len(texts) <= 1:
            return {text: error for text in texts}
        half = len(texts) // 2
        parts = (texts[:half], texts[half:])
        first, second = (culprits(check, part, Counter()) for part in parts)
        return first | second or {repr(list(texts)): error}
    return {}


def _fails_alike(check: Check, error: Exception, text: str) -> bool:
    found = culprits(check, [text], Counter())
    return any(
        type(each) is type(error) and str(each)[:20] == str(error)[:20] for each in found.values()
    )


def _check_long(text: str) -> None:
    code = {"value": 1, "documented_name": text, "description": text}
    lists = {"Word": {"title": "Words", "values": "int", "codes": {"ONE": code}}}
    spec = {"provider": "acme", "title": "Acme", "lists": lists}
    assert check_spec(spec, with_black=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
