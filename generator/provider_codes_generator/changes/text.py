"""Changes as text for people. Only printable characters of a page reach the terminal."""

import re
from collections.abc import Sequence

from ..model import Entry, Finding, count, ledger_lines, printable, render_findings
from . import words
from .kinds import Bump, Change, bump

_COLOURS: dict[Bump, str] = {"none": "32", "patch": "36", "minor": "33", "major": "31"}


def as_text(
    changes: Sequence[Change], ledger: Sequence[Entry], findings: Sequence[Finding], colour: bool
) -> str:
    """Return the changes, and then the rest, with one line each."""
    lines = [_painted(words.summary(changes, ledger, findings), bump(changes), colour)]
    for path, bundles in words.sections(changes):
        lines += ["", printable(path)]
        for bundle in bundles:
            first = bundle[0]
            requires = _painted(first.bump, first.bump, colour)
            lines.append(f"  {requires} {first.kind}: {first.explanation}")
            lines += [f"    {printable(_line(change))}" for change in bundle]
    if left_out := ledger_lines(ledger):
        lines += ["", "left out", *(f"  {line}" for line in left_out)]
    if findings:
        lines += ["", count(findings)]
        lines += render_findings(findings, "text", colour=colour).splitlines()
    # A line that begins with colons would be a command in the log of a workflow.
    return re.sub(r"^(\s*):(?=:)", r"\1\\x3a", "\n".join(lines) + "\n", flags=re.MULTILINE)


def _line(change: Change) -> str:
    before, after = words.short_sides(change)
    sides = before or after if words.is_one_sided(change) else f"{before} -> {after}"
    line = ": ".join(filter(None, (words.subject(change), sides)))
    return line + words.moved_names(change)


def _painted(text: str, release: Bump, colour: bool) -> str:
    return f"\x1b[{_COLOURS[release]}m{text}\x1b[0m" if colour else text
