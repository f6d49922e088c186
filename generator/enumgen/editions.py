"""An edition of the specs: a folder, or a git revision of the folder of the specs."""

import subprocess
from pathlib import Path, PurePosixPath

from . import policies
from .findings import Finding
from .load import SUFFIX, load_folder, load_text
from .model import Place, Provider, Registry


class NoEdition(Exception):
    """Neither a folder of specs nor a revision that git knows."""


def load(name: str, specs: Path) -> tuple[Registry, list[Finding]]:
    """The edition of that name, with what is wrong with it; raises `NoEdition`.

    A folder of the name goes before a revision. `specs` is the folder that a
    revision is looked up for.
    """
    folder = Path(name)
    if not folder.is_dir():
        registry, findings, unread = _load_revision(name, specs)
    elif any(path.suffix == SUFFIX for path in folder.iterdir()):
        registry, findings, unread = load_folder(folder, folder.as_posix())
    else:
        raise NoEdition(f"there are no specs in the folder {name}")
    return registry, [*findings, *policies.check(registry, unread)]


def _load_revision(revision: str, specs: Path) -> tuple[Registry, list[Finding], frozenset[Place]]:
    commit = _git(
        specs, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if commit is None:
        raise NoEdition(f"{revision} is neither a folder nor a revision that git knows")
    commit = commit.strip()
    listed = _git(specs, "ls-tree", "-z", "--name-only", commit) or ""
    names = sorted(name for name in listed.split("\0") if PurePosixPath(name).suffix == SUFFIX)
    if not names:
        raise NoEdition(f"there are no specs in {revision}")
    providers: list[Provider] = []
    findings: list[Finding] = []
    unread: frozenset[Place] = frozenset()
    for name in names:
        text = _git(specs, "show", f"{commit}:./{name}") or ""
        provider, problems, places = load_text(text, f"{revision}/{name}")
        providers += [provider] if provider is not None else []
        findings += problems
        unread |= places
    return Registry(tuple(providers)), findings, unread


def last_tag(specs: Path) -> str | None:
    """The newest tag that leads up to what is checked out, None where there is none."""
    tag = _git(specs, "describe", "--tags", "--abbrev=0")
    return tag.strip() if tag else None


def _git(folder: Path, *arguments: str) -> str | None:
    """What git prints, None where it fails; raises `NoEdition` where there is no git."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        result = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise NoEdition(f"git cannot be run: {error.strerror}") from error
    return result.stdout.decode("utf-8", "replace") if result.returncode == 0 else None
