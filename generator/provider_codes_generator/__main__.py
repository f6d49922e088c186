"""The installed command, and `python -m provider_codes_generator`."""

import gc
import os
import sys
from collections.abc import Sequence
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
    for stream in (sys.stdout, sys.stderr):
        # Names and descriptions may contain characters that this terminal cannot show.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        return main(arguments)
    except BrokenPipeError:
        # The reader closed the pipe. Python flushes at exit, which must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


if __name__ == "__main__":
    raise SystemExit(run())
