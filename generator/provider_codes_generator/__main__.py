"""The installed command, and `python -m provider_codes_generator`."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper

from .cli import main


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command in a process of its own, and return its exit code."""
    # A run needs what it builds until the process ends. Garbage collection would take a third of
    # the time and find nothing.
    gc.disable()
    if not sys.stdout:  # Python has None for a stream that was closed before it started.
        print("provider-codes: standard output is closed", file=sys.stderr)
        return 2
    if not sys.stderr:  # `print` would write to standard output instead.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        # Names and descriptions may contain characters that this terminal cannot show.
        if isinstance(stream, TextIOWrapper):
            # And argparse ignores an error of writing, so it must come when the stream is flushed.
            stream.reconfigure(errors="backslashreplace", write_through=stream is sys.stderr)
    try:
        try:
            return main(arguments)
        finally:
            sys.stdout.flush()
            gc.freeze()  # The collection at exit would find nothing either.
    except OSError as error:
        with suppress(OSError):
            print(f"provider-codes: output cannot be written: {error.strerror}", file=sys.stderr)
        # Python flushes once more at exit, which must not fail again.
        for stream in (sys.stdout, sys.stderr):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return 2


if __name__ == "__main__":
    raise SystemExit(run())
