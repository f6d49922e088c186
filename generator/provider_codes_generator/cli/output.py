"""What the commands print, and the exit codes of findings."""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import IO

from ..model import USAGE, Entry, Finding, Format, blocks, count, ledger_lines, printable, render


def report_findings(
    findings: Sequence[Finding], stream: IO[str], form: Format = "text", *, strict: bool = False
) -> int:
    """Print the findings and return the exit code."""
    if findings or form == "json":
        stream.write(render(findings, form, colour=has_colour(stream)))
    if findings and form == "text":
        stream.write(f"{count(findings)}\n")
    if any(finding.id == "file-unreadable" for finding in findings):
        return 2
    return 1 if blocks(findings, strict=strict) else 0


def report_refusal(finding: Finding, form: str) -> int:
    """Print why the command cannot go on, and return its exit code."""
    if finding.id == USAGE:
        say(f"provider-codes: {finding.message}", sys.stderr)
    else:
        known: dict[str, Format] = {"json": "json", "github": "github"}
        report_findings([finding], sys.stderr, known.get(form, "text"))
    return 2


def has_colour(stream: IO[str]) -> bool:
    """Whether the stream is a terminal that shows colours."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def say_left_out(ledger: Iterable[Entry]) -> None:
    """Print what was left out of a page."""
    for line in ledger_lines(ledger):
        say(f"left out: {line}", sys.stderr)


def say(line: str, stream: IO[str] | None = None) -> None:
    """Print a line with its control characters escaped: file names may contain any."""
    print(printable(line), file=stream or sys.stdout)


def say_patch(patch: str) -> None:
    """Print a patch: unchanged to a program, because git applies it; escaped on a terminal."""
    if sys.stdout.isatty():
        patch = "\n".join(map(printable, patch.split("\n")))
    sys.stdout.write(patch)
