"""Findings, and the three formats in which they are printed."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from .messages import counted, printable
from .place import NOWHERE, Place

Level = Literal["error", "warning", "note"]
Format = Literal["text", "json", "github"]

_COLOURS: dict[Level, str] = {"error": "31", "warning": "33", "note": "36"}
_GITHUB_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}

# The id of a finding about the command, not about a file. As text, it is one line.
USAGE = "usage"


@dataclass(frozen=True, slots=True)
class Finding:
    """A message about a file: what is wrong, where, and how to fix it.

    An `error` blocks writing. A `warning` or a `note` blocks it only if the run is strict.
    """

    id: str
    message: str
    help: str = ""
    place: Place = NOWHERE
    level: Level = "error"


class Refused(Exception):
    """The work cannot go on. The finding says why, and `causes` are the findings that led to it."""

    def __init__(self, finding: Finding, causes: Sequence[Finding] = ()) -> None:
        super().__init__(finding.message)
        self.finding = finding
        self.causes = causes


def usage(message: str, causes: Sequence[Finding] = ()) -> Refused:
    """Return the refusal of a command that cannot run with these arguments or files."""
    return Refused(Finding(USAGE, message), causes)


def blocks(findings: Iterable[Finding], *, strict: bool = False) -> bool:
    refused = ("error", "warning") if strict else ("error",)
    return any(finding.level in refused for finding in findings)


def render_findings(findings: Iterable[Finding], form: Format, *, colour: bool = False) -> str:
    """Return the findings in order of place, as text for people, JSON, or GitHub annotations."""
    if form == "json":
        return json.dumps({"findings": as_records(findings)}, indent=2) + "\n"
    shown = partial(_as_text, colour=colour) if form == "text" else _as_annotation
    return "".join(f"{shown(finding)}\n" for finding in _ordered(findings))


def _ordered(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (finding.place, finding.id, finding.message))


def count(findings: Iterable[Finding]) -> str:
    """Return the number of findings per level, in words: "2 errors, 1 note"."""
    levels = [finding.level for finding in findings]
    parts = [counted(levels.count(level), level) for level in _COLOURS if level in levels]
    return ", ".join(parts) or "no findings"


def _as_text(finding: Finding, colour: bool) -> str:
    level = f"{finding.level}[{finding.id}]"
    if colour:
        level = f"\x1b[{_COLOURS[finding.level]}m{level}\x1b[0m"
    where = "" if finding.place == NOWHERE else f"{printable(str(finding.place))}: "
    lines = [f"{where}{level}: {printable(finding.message)}"]
    if finding.help:
        lines.append(f"    help: {printable(finding.help)}")
    return "\n".join(lines)


def as_records(findings: Iterable[Finding]) -> list[dict[str, object]]:
    """Return the findings in order of place, with the keys that JSON has for them."""
    return [
        {
            "id": finding.id,
            "level": finding.level,
            "file": finding.place.file or None,
            "line": finding.place.line,
            "column": finding.place.column,
            "message": finding.message,
            "help": finding.help,
        }
        for finding in _ordered(findings)
    ]


def _as_annotation(finding: Finding) -> str:
    """Return a workflow command. Separators in its values are escaped."""
    place = finding.place
    position = {"file": place.file, "line": place.line, "col": place.column} if place.file else {}
    head = ",".join(
        f"{key}={_escape(printable(str(value))).replace(':', '%3A').replace(',', '%2C')}"
        for key, value in {**position, "title": finding.id}.items()
    )
    body = "\n".join(printable(text) for text in (finding.message, finding.help) if text)
    return f"::{_GITHUB_LEVELS[finding.level]} {head}::{_escape(body)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
