"""A report of changes, in one of four forms."""

from collections.abc import Sequence
from typing import Literal

from ..model import Entry, Finding
from .changelog import changelog
from .kinds import Change, ordered
from .markdown import as_markdown
from .records import as_json
from .text import as_text

Form = Literal["text", "markdown", "json", "changelog"]


def render(
    changes: Sequence[Change],
    ledger: Sequence[Entry],
    findings: Sequence[Finding],
    form: Form,
    *,
    colour: bool = False,
) -> str:
    """Return a report of the changes, of what was left out of the page, and of the findings."""
    changes = ordered(changes)
    if form == "changelog":
        return changelog(changes)
    if form == "text":
        return as_text(changes, ledger, findings, colour)
    if form == "json":
        return as_json(changes, ledger, findings)
    return as_markdown(changes, ledger, findings)
