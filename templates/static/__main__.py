"""Looks codes up: `python -m` with the name of this package."""

import os
import sys
from contextlib import suppress

from ._lookup import main

if not sys.stdout:  # Python has None for a stream that was closed before it started.
    print("standard output is closed", file=sys.stderr)
    sys.exit(2)
for stream in (sys.stdout, sys.stderr):
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        # Descriptions may contain characters that this console cannot show. And argparse ignores
        # an error of writing, so it must come when the stream is flushed.
        reconfigure(errors="backslashreplace", write_through=stream is sys.stderr)
try:
    try:
        status = main()
    finally:
        sys.stdout.flush()
except OSError as error:
    with suppress(OSError):
        print(f"output cannot be written: {error.strerror}", file=sys.stderr)
    # Python flushes once more at exit, which must not fail again.
    for stream in (sys.stdout, sys.stderr):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    status = 2
sys.exit(status)
