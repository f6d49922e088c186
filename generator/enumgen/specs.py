"""All specs of a configuration, loaded and checked."""

import os
from collections.abc import Collection
from pathlib import Path

from . import policies
from .config import Config
from .findings import Finding, did_you_mean, usage
from .load import SUFFIX, load_folder
from .model import Registry


def check(config: Config, slugs: Collection[str] = ()) -> tuple[Registry, list[Finding]]:
    """Load and check all specs; with `slugs`, only their findings are returned. Raises `Refused`."""
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
    """Raise `Refused` if there are no specs, or none of these slugs."""
    try:
        known = sorted(path.stem for path in config.specs.iterdir() if path.suffix == SUFFIX)
    except OSError as error:
        reason = f"the specs cannot be read: {shown(config.specs)}: {error.strerror}"
        help = "set specs in [tool.provider-codes] of pyproject.toml, or --specs"
        raise usage(f"{reason}; {help}") from error
    if not known:
        # Without specs, every module of the package would be stale.
        raise usage(f"there are no specs in {shown(config.specs)}")
    for slug in slugs:
        if slug not in known:
            raise usage(f"there is no spec of {slug}: {did_you_mean(slug, known)}")


def shown(path: Path) -> str:
    """The path as messages show it: relative to the current folder, with forward slashes."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()
