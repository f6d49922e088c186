"""An edition of the specs: a folder, or a git revision of the folder of the specs."""

import subprocess
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ..model import Finding, Registry, usage
from ..rules import check_codes
from ..spec import LARGEST, MEANINGS, SUFFIX, expect_size, load_files, load_folder

# The modes of a file and of an executable file.
_FILES = frozenset({"100644", "100755"})


def edition(name: str, specs: Path) -> tuple[Registry, list[Finding]]:
    """The edition of that name and the findings about it; raises `Refused`.

    A folder takes precedence over a revision. `specs` is the folder to read in a revision.
    """
    folder = Path(name)
    if not folder.is_dir():
        registry, findings = _load_revision(name, specs)
    elif any(path.suffix == SUFFIX for path in folder.iterdir()):
        registry, findings = load_folder(folder, folder.as_posix())
    else:
        raise usage(f"there are no specs in the folder {name}")
    return registry, [*findings, *check_codes(registry)]


def _load_revision(revision: str, specs: Path) -> tuple[Registry, list[Finding]]:
    options = ("--verify", "--quiet", "--end-of-options")
    found = _git(specs, "rev-parse", *options, f"{revision}^{{commit}}")
    if found is None:
        raise usage(f"{revision} is neither a folder nor a revision that git knows")
    commit = found.decode().strip()
    entries = _entries(specs, commit)
    if not entries:
        raise usage(f"there are no specs in {revision}")
    below = _entries(specs, commit, f"{MEANINGS}/")
    files, meanings = (
        [(f"{revision}/{each.name}", partial(_content, specs, each)) for each in found]
        for found in (entries, below)
    )
    return load_files(files, meanings)


class _Entry(NamedTuple):
    """An entry of a revision; `size` is in bytes."""

    name: str
    mode: str
    blob: str
    size: int


def _entries(specs: Path, commit: str, *below: str) -> list[_Entry]:
    """The entries with the suffix of a spec, by name: in the folder, or in one below it."""
    listed = _git(specs, "ls-tree", "-z", "--long", commit, *below) or b""
    entries: list[_Entry] = []
    for line in listed.decode("utf-8", "replace").split("\0"):
        head, _, name = line.partition("\t")
        if PurePosixPath(name).suffix == SUFFIX:
            mode, _, blob, size = head.split()
            entries.append(_Entry(name, mode, blob, int(size) if size.isdigit() else 0))
    return sorted(entries)


def _content(specs: Path, entry: _Entry) -> bytes:
    """The bytes of a spec in a revision; raises `OSError` and `TooLarge`."""
    if entry.mode not in _FILES:
        raise OSError(None, "it is a folder, a link or another repository there, and no file")
    expect_size(entry.size, LARGEST)
    data = _git(specs, "cat-file", "blob", entry.blob)
    if data is None:
        raise OSError(None, "git cannot read it")
    return data


def last_tag(specs: Path) -> str | None:
    """The newest tag that the checked-out commit contains, or None."""
    tag = _git(specs, "describe", "--tags", "--abbrev=0")
    return tag.decode("utf-8", "replace").strip() if tag else None


def _git(folder: Path, *arguments: str) -> bytes | None:
    """The output of git, or None if it fails; raises `Refused` if git cannot be run."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        result = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise usage(f"git cannot be run: {error.strerror}") from error
    return result.stdout if result.returncode == 0 else None
