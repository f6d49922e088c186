"""What is to be written against what is there: plan, check, show, write.

A file is written only where its content changes, whole or not at all. What
somebody edited, and what is not ours, is never overwritten without `force`,
and never removed.
"""

import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Literal

from . import seal
from .findings import Finding
from .model import Place

Kind = Literal["missing", "differs", "stale", "edited", "foreign"]

_MESSAGES: dict[Kind, tuple[str, str]] = {
    "missing": ("is not there yet", f"run `{seal.COMMAND}`"),
    "differs": ("is not what specs and templates give", f"run `{seal.COMMAND}`"),
    "stale": (
        "was emitted for a spec that is gone",
        f"run `{seal.COMMAND}`: it removes the file",
    ),
    "edited": (
        "was edited by hand",
        f"change spec or template instead, then discard the edit by `{seal.COMMAND} --force`",
    ),
    "foreign": (
        "was not emitted here",
        "move it out of the output folder; --force overwrites it where an emitted file goes",
    ),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not as it should be: `old` is what is there, `new` what should be."""

    path: Path
    kind: Kind
    old: str | None
    new: str | None

    def blocks(self) -> bool:
        """Whether only `force` may write or remove the file."""
        return self.kind in ("edited", "foreign")

    def finding(self, shown_as: str) -> Finding:
        """The difference in words."""
        message, help = _MESSAGES[self.kind]
        return Finding(f"file-{self.kind}", message, help, Place(shown_as))


def compare(files: Mapping[Path, str], folder: Path, *, whole: bool) -> list[Difference]:
    """The differences between the files to emit and those that are there.

    Where the files are the `whole` output, what else the folder has is looked
    at as well. Raises `OSError` where that cannot be read.
    """
    differences = [
        difference
        for path, text in sorted(files.items())
        if (difference := _compare_file(path, text)) is not None
    ]
    if whole and folder.is_dir():
        differences += _left_over(folder, files)
    return differences


def _compare_file(path: Path, new: str) -> Difference | None:
    if not path.exists():
        return Difference(path, "missing", None, new)
    old = _read(path)
    if old == new:
        return None
    if not seal.is_sealed(old) and old:
        return Difference(path, "foreign", old, new)
    return Difference(path, "differs" if not old or seal.is_untouched(old) else "edited", old, new)


def _left_over(folder: Path, files: Mapping[Path, str]) -> Iterable[Difference]:
    for path in sorted(folder.iterdir()):
        if path in files or path.name == "__pycache__" or path.name.startswith("."):
            continue
        old = _read(path) if path.suffix == ".py" and path.is_file() else None
        if old is None or not seal.is_sealed(old):
            yield Difference(path, "foreign", old, None)
        else:
            yield Difference(path, "stale" if seal.is_untouched(old) else "edited", old, None)


def _read(path: Path) -> str:
    """The text of a file; git may have changed its line endings, which is no edit.

    What is not UTF-8 is not ours, or was edited: what it says otherwise is the same to us.
    """
    return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")


def diff(differences: Iterable[Difference], shown_as: Mapping[Path, str]) -> str:
    """The differences as one patch that git can apply."""
    lines: list[str] = []
    for difference in differences:
        if difference.new is None and difference.kind == "foreign":
            continue
        name, old, new = shown_as[difference.path], difference.old, difference.new
        lines.append(f"diff --git a/{name} b/{name}\n")
        lines += ["new file mode 100644\n"] if old is None else []
        lines += ["deleted file mode 100644\n"] if new is None else []
        before = "/dev/null" if old is None else f"a/{name}"
        after = "/dev/null" if new is None else f"b/{name}"
        for line in unified_diff(_lines(old), _lines(new), before, after):
            lines.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    return "".join(lines)


def _lines(text: str | None) -> list[str]:
    """The lines with their ends; only a line feed ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text or "")


def write(differences: Iterable[Difference]) -> None:
    """Bring the files up to date; raises `OSError`.

    All new content is on disk, in temporary files, before the first file is
    replaced, so that a full disk changes nothing.
    """
    staged: list[tuple[str, Path]] = []
    try:
        removals: list[Path] = []
        for difference in differences:
            if difference.new is None:
                removals.append(difference.path)
            else:
                staged.append((_stage(difference.path, difference.new), difference.path))
        while staged:
            temporary, path = staged[0]
            os.replace(temporary, path)
            staged.pop(0)
        for path in removals:
            path.unlink()
    finally:
        for temporary, _ in staged:
            os.unlink(temporary)


def _stage(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(
        prefix=f".{path.name}.", suffix=".tmp", dir=path.parent
    )
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        # mkstemp makes a file that only its owner may read; an emitted file is like any other.
        os.chmod(temporary, 0o666 & ~_umask())
    except OSError:
        os.unlink(temporary)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
