"""An edition of the specs: a folder, or a git revision of the folder of the specs."""

from functools import partial
from operator import itemgetter
from pathlib import Path

from ..model import Finding, Registry, blocks, usage
from ..rules import check_codes
from ..spec import MEANINGS, File, load_files, load_folder


def edition(name: str, specs: Path) -> tuple[Registry, list[Finding]]:
    """The edition of that name and the findings about it; raises `Refused`.

    A folder takes precedence over a revision. `specs` is the folder to read in a revision.
    """
    folder = Path(name)
    if folder.is_dir():
        registry, findings = load_folder(folder, folder.as_posix())
    else:
        registry, findings = _load_revision(name, specs)
    if not registry.providers and not blocks(findings):
        raise usage(f"there are no specs in {name}")
    return registry, [*findings, *check_codes(registry)]


def _load_revision(revision: str, specs: Path) -> tuple[Registry, list[Finding]]:
    options = ("--verify", "--quiet", "--end-of-options")
    found = _git(specs, "rev-parse", *options, f"{revision}^{{commit}}")
    if found is None:
        raise usage(f"{revision} is neither a folder nor a revision that git knows")
    commit = found.decode().strip()

    def files(*below: str) -> list[File]:
        listed = _git(specs, "ls-tree", "-z", commit, *below) or b""
        entries = (
            line.split("\t", 1) for line in listed.decode("utf-8", "replace").split("\0")[:-1]
        )
        return [
            (f"{revision}/{name}", partial(_content, specs, head))
            for head, name in sorted(entries, key=itemgetter(1))
        ]

    return load_files(files(), files(f"{MEANINGS}/"))


def _content(specs: Path, entry: str) -> bytes:
    """The bytes of a file that git lists; raises `OSError`."""
    mode, _, blob = entry.split()
    if not mode.startswith("100"):
        raise OSError(None, "it is a folder, a link or another repository there, and no file")
    data = _git(specs, "cat-file", "blob", blob)
    if data is None:
        raise OSError(None, "git cannot read it")
    return data


def last_tag(specs: Path) -> str | None:
    """The newest tag that the checked-out commit contains, or None."""
    tag = _git(specs, "describe", "--tags", "--abbrev=0")
    return tag.decode("utf-8", "replace").strip() if tag else None


def _git(folder: Path, *arguments: str) -> bytes | None:
    """The output of git, or None if it fails; raises `Refused` if git cannot be run."""
    import subprocess  # only now, because most commands need no other program

    command = ["git", "-C", str(folder), *arguments]
    try:
        result = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise usage(f"git cannot be run: {error.strerror}") from error
    return result.stdout if result.returncode == 0 else None
