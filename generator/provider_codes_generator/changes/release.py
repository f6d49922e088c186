"""Checks that a version number is large enough for the changes since the last release."""

import re

from ..model import Finding, Place
from .kinds import Bump

_VERSION = re.compile(r"v?([0-9]{1,9})\.([0-9]{1,9})(?:\.([0-9]{1,9}))?")


def _numbers(text: str) -> tuple[int, int, int] | None:
    """Return the numbers of `1.2.3`, `v1.2.3` or `1.2`. A suffix like `rc1` is ignored."""
    found = _VERSION.match(text)
    return (int(found[1]), int(found[2]), int(found[3] or 0)) if found else None


def changed_since(bump: Bump, base: str) -> str:
    """Return what changed since a release, in words."""
    return f"no change since {base}" if bump == "none" else f"a {bump} change since {base}"


def check_version(version: str, base: str, bump: Bump, place: Place) -> list[Finding]:
    """Return the findings about releasing a version, from a place, after that of the tag `base`."""
    numbers, before = _numbers(version), _numbers(base)
    if before is None:
        message = f"the tag {base} is not a version"
        help = "pass the tag of the last release: provider-codes release-check v1.2.3"
        return [Finding("tag-without-version", message, help)]
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
