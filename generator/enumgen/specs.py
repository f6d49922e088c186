"""All specs of a configuration, loaded and checked: what each command begins with."""

import os
from collections.abc import Collection
from pathlib import Path

from . import policies
from .config import Config
from .findings import Finding, did_you_mean
from .load import SUFFIX, load_folder
from .model import Registry


class NotThere(Exception):
    """A folder, or a spec, that was asked for and is not there."""


def check(config: Config, slugs: Collection[str] = ()) -> tuple[Registry, list[Finding]]:
    """All specs, and what is to be said of them, or of the wanted ones.

    Raises `NotThere`.
    """
    expect(config, slugs)
    registry, findings, unread = load_folder(config.specs, shown(config.specs))
    findings += policies.check(registry, unread)
    if registry.meanings:
        from . import meaning_policies

        findings += meaning_policies.check(registry, unread)
    if slugs:
        findings = [finding for finding in findings if Path(finding.place.file).stem in slugs]
    return registry, findings


def expect(config: Config, slugs: Collection[str]) -> None:
    """Raise `NotThere` where there are no specs, or none of these slugs."""
    try:
        known = sorted(path.stem for path in config.specs.iterdir() if path.suffix == SUFFIX)
    except OSError as error:
        reason = f"the specs cannot be read: {shown(config.specs)}: {error.strerror}"
        help = "set specs in [tool.provider-codes] of pyproject.toml, or --specs"
        raise NotThere(f"{reason}; {help}") from error
    if not known:
        # Taken at its word, it would remove every module of the package.
        raise NotThere(f"there are no specs in {shown(config.specs)}")
    for slug in slugs:
        if slug not in known:
            raise NotThere(f"there is no spec of {slug}: {did_you_mean(slug, known)}")


def shown(path: Path) -> str:
    """What messages call a path: from the current folder, with forward slashes."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()
