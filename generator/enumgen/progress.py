"""What is said while work takes its time: on a terminal, and only there."""

import sys
from collections.abc import Callable, Iterator, Sequence
from time import monotonic
from typing import TypeVar

from .findings import printable

Item = TypeVar("Item")

# Seconds after which somebody who watches begins to wonder.
PATIENCE = 1.0


def watched(
    items: Sequence[Item], doing: Callable[[Item], str], after: float | None = None
) -> Iterator[Item]:
    """The items, and while each is worked on, what is being done: "reading x (2 of 9) ...".

    Nothing is said of a single item, nor in the first seconds: `after` of them, or `PATIENCE`. What
    was said is taken back, so that it does not stand among the findings.
    """
    after = PATIENCE if after is None else after
    if len(items) < 2 or not sys.stderr.isatty():
        yield from items
        return
    begun = monotonic()
    try:
        for number, item in enumerate(items, start=1):
            if monotonic() - begun >= after:
                words = printable(f"{doing(item)} ({number} of {len(items)}) ...")
                print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)
            yield item
    finally:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
