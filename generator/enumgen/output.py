"""What is to be written against what is there: plan, check, show, write.

A file is written only where its content changes, whole or not at all. What
somebody edited, and what is not ours, is never overwritten without `force`,
and never removed.
"""

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Generator, Iterable, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Literal

from . import seal
from .findings import Finding
from .model import Place

if sys.platform != "win32":
    import fcntl

Kind = Literal["missing", "differs", "stale", "edited", "foreign"]

_MESSAGES: dict[Kind, tuple[str, str]] = {
    "missing": ("is not there yet", "run `{command}`"),
    "differs": ("is not what specs and templates give", "run `{command}`"),
    "stale": ("was emitted for a spec that is gone", "run `{command}`: it removes the file"),
    "edited": (
        "was edited by hand",
        "change spec or template instead, then discard the edit by `{command} --force`",
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

    def finding(self, shown_as: str, command: str) -> Finding:
        """The difference in words; `command` is what emits the file."""
        message, help = _MESSAGES[self.kind]
        help = help.format(command=command)
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
    old = _read(path)
    if old is None:
        return Difference(path, "missing", None, new)
    if old == new:
        return None
    if not seal.is_sealed(old) and old:
        return Difference(path, "foreign", old, new)
    return Difference(path, "differs" if not old or seal.is_untouched(old) else "edited", old, new)


def _left_over(folder: Path, files: Mapping[Path, str]) -> Iterable[Difference]:
    for path in sorted(folder.iterdir()):
        if path in files or path.name == "__pycache__" or path.name.startswith("."):
            continue
        # A link is never one of ours, whatever it leads to.
        is_file = path.suffix in seal.SUFFIXES and path.is_file() and not path.is_symlink()
        old = _read(path) if is_file else None
        if old is None or not seal.is_sealed(old):
            yield Difference(path, "foreign", old, None)
        else:
            yield Difference(path, "stale" if seal.is_untouched(old) else "edited", old, None)


def _read(path: Path) -> str | None:
    """The text of a file, or None; git may have changed its line endings, which is no edit.

    What is not UTF-8 is not ours, or was edited: what it says otherwise is the same to us.
    """
    if path.is_file():
        return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    if path.exists() or path.is_symlink():
        raise OSError(errno.EEXIST, "is there, and is no file", str(path))
    return None


def diff(differences: Iterable[Difference], shown_as: Mapping[Path, str]) -> str:
    """The differences as one patch that git can apply."""
    from difflib import unified_diff

    lines: list[str] = []
    for difference in differences:
        if difference.new is None and difference.kind == "foreign":
            continue
        name, old, new = shown_as[difference.path], difference.old, difference.new
        ours, theirs = _quoted(f"a/{name}"), _quoted(f"b/{name}")
        lines.append(f"diff --git {ours} {theirs}\n")
        lines += ["new file mode 100644\n"] if old is None else []
        lines += ["deleted file mode 100644\n"] if new is None else []
        before = "/dev/null" if old is None else ours
        after = "/dev/null" if new is None else theirs
        for line in unified_diff(_lines(old), _lines(new), before, after):
            lines.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    return "".join(lines)


def _quoted(name: str) -> str:
    """A name as git writes it: what could steer a terminal, or end the name, is in octal."""
    if name.isprintable() and not set(name) & set('"\\'):
        return name
    quoted = "".join(
        chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\{byte:03o}"
        for byte in os.fsencode(name)
    )
    return f'"{quoted}"'


def _lines(text: str | None) -> list[str]:
    """The lines with their ends; only a line feed ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text or "")


# Writing
#
# Promised: whenever the process ends, and however, each file is the old one or the new one, and
# the next run removes what an earlier one has left. A full disk is noticed before any file is
# replaced. A file keeps its mode, and where it is a link, that to which it leads is replaced.
#
# A file is on disk before it takes the place of another, so that none is empty after the machine
# has crashed; which of several files are new by then is not promised. Nor is that a replaced file
# keeps its owner or further names, or that an edit survives which somebody saves in the instant
# between the last look at a file and its replacement.

_TEMPORARY = ".provider-codes.tmp"
_OLD = 60 * 60  # seconds, after which no run is still writing
_PATIENCE = 300  # tenths of a second, to wait for another run


def write(differences: Iterable[Difference], folders: Iterable[Path] = ()) -> None:
    """Bring the files up to date, in this order; raises `OSError`.

    What an earlier run has left is removed from their folders, and from these `folders`.
    """
    run = os.urandom(8).hex()
    targets = [(each, Path(os.path.realpath(each.path))) for each in differences]
    for each, target in targets:
        if each.new is not None:
            with _naming(each.path.parent):
                target.parent.mkdir(parents=True, exist_ok=True)
    places = {Path(os.path.realpath(folder)) for folder in folders if folder.is_dir()}
    with ExitStack() as stack:
        for folder in sorted(places | {target.parent for _, target in targets}):
            stack.enter_context(_alone(folder, run))
        staged = [(each, target, _stage(each, target, run)) for each, target in targets]
        for each, target, temporary in staged:
            with _naming(each.path):
                if not _is_due(each):
                    continue
                if temporary is None:
                    target.unlink()
                else:
                    os.replace(temporary, target)


def _stage(difference: Difference, target: Path, run: str) -> Path | None:
    """A temporary file with the new text, on disk; None where the file is to go."""
    if difference.new is None:
        return None
    temporary = target.with_name(f".{target.name}.{run}{_TEMPORARY}")
    with _naming(difference.path), open(temporary, "x", encoding="utf-8", newline="\n") as file:
        if target.exists():
            os.chmod(temporary, stat.S_IMODE(target.stat().st_mode))
        file.write(difference.new)
        file.flush()
        os.fsync(file.fileno())
    return temporary


def _is_due(difference: Difference) -> bool:
    """Whether the file is as it was when this was planned; false where another run was faster."""
    now = _read(difference.path)
    old, new = (text and text.replace("\r\n", "\n") for text in (difference.old, difference.new))
    if now not in (old, new):
        message = "was changed meanwhile, and is left as it is: run the command again"
        raise OSError(errno.EBUSY, message, str(difference.path))
    return now != new


@contextmanager
def _naming(path: Path) -> Generator[None]:
    """Let errors name this file, and not a temporary one, or none."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


@contextmanager
def _alone(folder: Path, run: str) -> Generator[None]:
    """Keep other runs out of a folder meanwhile, and leave no temporary file there.

    A lock ends with its process, so that under a lock all that is temporary is nobody's. Where a
    folder cannot be locked, on Windows and on some network drives, what is old is nobody's.
    """
    with _locked(folder) as is_locked:
        _sweep(folder, "*", before=inf if is_locked else time.time() - _OLD)
        try:
            yield
        finally:
            _sweep(folder, run)


def _sweep(folder: Path, run: str, before: float = inf) -> None:
    for path in folder.glob(f".*.{run}{_TEMPORARY}"):
        with suppress(OSError):  # the next run may succeed
            if path.stat().st_mtime < before:
                path.unlink()


@contextmanager
def _locked(folder: Path) -> Generator[bool]:
    """Lock a folder once no other run has it; false where that cannot be."""
    if sys.platform == "win32":
        yield False
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield _lock(descriptor, folder)
    finally:
        os.close(descriptor)


def _lock(descriptor: int, folder: Path) -> bool:
    assert sys.platform != "win32"
    for _ in range(_PATIENCE):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            time.sleep(0.1)
        except OSError:
            return False
    raise OSError(errno.EBUSY, "another run is writing here: try again later", str(folder))
