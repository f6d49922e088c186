"""What the commands print, and the exit codes of findings."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import IO

from ..model import (
    USAGE,
    Finding,
    Format,
    Refused,
    blocks,
    count,
    printable,
    render_findings,
    usage,
)


def report_findings(
    findings: Sequence[Finding],
    stream: IO[str],
    form: Format = "text",
    *,
    strict: bool = False,
    quiet: bool = False,
) -> int:
    """Print the findings, without the notes if quiet, and return the exit code."""
    printed = [each for each in findings if strict or not quiet or each.level != "note"]
    if printed or form == "json":
        stream.write(render_findings(printed, form, colour=has_colour(stream)))
    if printed and form == "text":
        stream.write(f"{count(printed)}\n")
    if any(finding.id == "file-unreadable" for finding in findings):
        return 2
    return 1 if blocks(findings, strict=strict) else 0


def expect_sound(findings: Sequence[Finding], refusal: str) -> None:
    """Raise `Refused` with the words of the refusal if a finding blocks."""
    if blocks(findings):
        raise usage(refusal, findings)


def report_refusal(refused: Refused, form: Format) -> int:
    """Print why the command cannot go on, and return its exit code."""
    if refused.finding.id == USAGE and form == "text":
        report_findings(refused.causes, sys.stderr)
        say(f"provider-codes: {refused.finding.message}", sys.stderr)
    else:
        findings = [*refused.causes, refused.finding]
        # A program finds all findings in one place.
        report_findings(findings, sys.stdout if form == "json" else sys.stderr, form)
    return 2


def has_colour(stream: IO[str]) -> bool:
    """Whether to print colours, by no-color.org, force-color.org, and what the terminal can do."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or is_terminal(stream)


def is_terminal(stream: IO[str]) -> bool:
    """Whether the stream is a terminal that understands control sequences."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def say(line: str, stream: IO[str] | None = None) -> None:
    """Print a line with its control characters escaped: file names may contain any."""
    print(printable(line), file=stream or sys.stdout)


def inform(options: argparse.Namespace, line: str, stream: IO[str] | None = None) -> None:
    """Print a line about the work of a command, unless it is quiet."""
    if not options.quiet:
        say(line, stream)


def say_patch(patch: str) -> None:
    """Print a patch: unchanged to a program, because git applies it; escaped on a terminal."""
    if sys.stdout.isatty():
        patch = "\n".join(map(printable, patch.split("\n")))
    sys.stdout.write(patch)
