"""Checks that a version number is large enough for the changes since the last release."""

import re
from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter

from ..model import Finding, Place
from .kinds import Bump
from .matching import grouped

# Warnings that a person has to decide. Many of one kind are reported as one, in these words.
UNREVIEWED = {
    "name-proposed": "lists have proposed names",
    "meanings-missing": "providers have no meanings",
    "meaning-missing": "codes have no meaning yet",
    "meaning-of-nothing": "meanings match nothing in the spec",
    "meaning-to-review": "meanings quote words that changed",
    "words-not-on-the-page": "meanings quote words that are not on the page",
    "flag-misused": "meanings contradict the documented flag",
    "reason-missing": "meanings need a reason",
    "meaning-unlike-its-equals": "meanings differ from those of equal codes",
    "boilerplate-as-basis": "meanings rest on a text that many codes share",
    "standard-differs": "codes are not those of the standard that they follow",
}
# A released name stays for good, and a provider without any meanings was forgotten. Everything
# else can follow in the next release.
UNRELEASABLE = ("name-proposed", "meanings-missing")
_FEW = 3

_VERSION = re.compile(r"v?([0-9]{1,9})\.([0-9]{1,9})(?:\.([0-9]{1,9}))?")


def decisions(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that a person has to decide, with many of one kind as one."""
    decided: list[Finding] = []
    for alike in grouped((each for each in findings if each.id in UNREVIEWED), attrgetter("id")):
        if len(alike) <= _FEW:
            decided += alike
            continue
        first, help = alike[0], alike[0].help
        message = f"{len(alike):,} {UNREVIEWED[first.id]}: {first.message}, and so on"
        if any(each.help != help for each in alike):
            help = "`provider-codes validate` says what to do about each"
        decided.append(replace(first, message=message, help=help))
    return decided


def parse(text: str) -> tuple[int, int, int] | None:
    """Return the numbers of `1.2.3`, `v1.2.3` or `1.2`. A suffix like `rc1` is ignored."""
    found = _VERSION.match(text)
    return (int(found[1]), int(found[2]), int(found[3] or 0)) if found else None


def changed_since(bump: Bump, base: str) -> str:
    """Return what changed since a release, in words."""
    return f"no change since {base}" if bump == "none" else f"a {bump} change since {base}"


def check_version(version: str, base: str, bump: Bump) -> list[Finding]:
    """Return the findings about releasing a version after that of the tag `base`."""
    place = Place("pyproject.toml")
    numbers, before = parse(version), parse(base)
    if before is None:
        message = f"the tag {base} is not a version"
        help = "pass the tag of the last release: provider-codes release-check v1.2.3"
        return [Finding("tag-without-version", message, help, place)]
    if numbers is None:
        message = f"{version} is not a version number"
        return [Finding("version-unreadable", message, "write it like 1.2.3", place)]
    major, minor, patch = before
    least = {
        "none": before,
        "patch": (major, minor, patch + 1),
        "minor": (major, minor + 1, 0),
        "major": (major + 1, 0, 0),
    }[bump]
    if numbers >= least:
        return []
    needed = ".".join(map(str, least))
    message = f"version {version} is smaller than {needed}: {changed_since(bump, base)}"
    return [Finding("version-too-small", message, f"release it as {needed}", place)]
