"""An edition of the specs: a folder, or a git revision of the folder of the specs."""

from functools import partial
from operator import itemgetter
from pathlib import Path, PurePosixPath

from ..model import Finding, Registry, usage
from ..rules import check_codes
from ..spec import LARGEST, MEANINGS, SUFFIX, File, expect_size, load_files, load_folder

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
    files = _files(specs, revision, commit)
    if not files:
        raise usage(f"there are no specs in {revision}")
    return load_files(files, _files(specs, revision, commit, f"{MEANINGS}/"))


def _files(specs: Path, revision: str, commit: str, *below: str) -> list[File]:
    """The files with the suffix of a spec, by name: in the folder, or in one below it."""
    listed = _git(specs, "ls-tree", "-z", "--long", commit, *below) or b""
    files: list[File] = []
    for line in listed.decode("utf-8", "replace").split("\0"):
        head, _, name = line.partition("\t")
        if PurePosixPath(name).suffix == SUFFIX:
            mode, _, blob, size = head.split()
            files.append((f"{revision}/{name}", partial(_content, specs, mode, blob, size)))
    return sorted(files, key=itemgetter(0))


def _content(specs: Path, mode: str, blob: str, size: str) -> bytes:
    """The bytes of a spec in a revision; raises `OSError` and `TooLarge`."""
    if mode not in _FILES:
        raise OSError(None, "it is a folder, a link or another repository there, and no file")
    expect_size(int(size), LARGEST)
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
