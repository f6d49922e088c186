"""The findings that a person has to decide before a release."""

from collections.abc import Iterable
from dataclasses import replace

from ..model import Finding

# Warnings that a person has to decide. Many of one kind are reported as one, in these words.
UNREVIEWED = {
    "name-proposed": "lists have proposed names",
    "meanings-missing": "providers have no meanings",
    "meaning-missing": "codes have no meaning yet",
    "meaning-of-nothing": "meanings match nothing in the spec",
    "meaning-to-review": "meanings rest on what changed",
    "words-not-on-the-page": "meanings quote words that are not on the page",
    "flag-misused": "meanings contradict the documented flag",
    "reason-missing": "meanings need a reason",
    "meaning-unlike-its-equals": "meanings differ from those of equal codes",
    "boilerplate-as-basis": "meanings rest on a text that many codes share",
}
# A released name stays for good, and a provider without any meanings was forgotten. Everything
# else can follow in the next release.
UNRELEASABLE = ("name-proposed", "meanings-missing")
_FEW = 3


def decisions(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that a person has to decide, with many of one kind as one."""
    by_id: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.id in UNREVIEWED:
            by_id.setdefault(finding.id, []).append(finding)
    decided: list[Finding] = []
    for alike in by_id.values():
        if len(alike) <= _FEW:
            decided += alike
            continue
        first, help = alike[0], alike[0].help
        message = f"{len(alike):,} {UNREVIEWED[first.id]}, the first of them here"
        if any(each.help != help for each in alike):
            help = "`provider-codes validate` says what to do about each"
        decided.append(replace(first, message=message, help=help))
    return decided
