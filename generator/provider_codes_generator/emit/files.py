"""Compare the files to emit with the files that exist, show the differences, and write them.

A file is written only if its content changes. An edited file, or one that was not emitted here,
is never overwritten without `force`, and never removed.
"""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from ..model import VERSION, Finding, Place, usage
from ..project import shown
from . import seal

_CHANGED = "the file changed meanwhile: run the command again"

Kind = Literal["missing", "differs", "stale", "edited", "foreign"]

_MESSAGES: dict[Kind, tuple[str, str]] = {
    "missing": ("does not exist yet", "run `{command}`"),
    "differs": ("differs from what specs and templates give", "run `{command}`"),
    "stale": ("was emitted for a spec that no longer exists", "run `{command}` to remove the file"),
    "edited": (
        "was edited by hand",
        "change the spec or the template instead, and discard the edit with `{command} --force`",
    ),
    "foreign": (
        "is not an emitted file",
        "move it elsewhere; --force overwrites it if an emitted file has its name",
    ),
}


class Difference(NamedTuple):
    """A file to change, from its `old` text to its `new` one; None means no file."""

    path: Path
    kind: Kind
    old: str | None
    new: str | None

    def finding(self, command: str) -> Finding:
        """Return the finding about this file; `command` is what emits it."""
        message, help = _MESSAGES[self.kind]
        help = help.format(command=command)
        made_by = seal.version(self.old or "")
        if self.kind == "differs" and made_by not in (None, VERSION):
            message += f"; provider-codes {made_by} made it, and this is {VERSION}"
        return Finding(f"file-{self.kind}", message, help, Place(shown(self.path)))


def plan(files: Mapping[Path, str], folder: Path, *, whole: bool) -> list[Difference]:
    """Return the differences between the files to emit and those that exist.

    If the files are the `whole` output, further files of the folder are differences as well.
    Raises `OSError` if a file cannot be read.
    """
    found: dict[Path, tuple[str | None, str | None]] = {
        path: (_read(path), text) for path, text in sorted(files.items())
    }
    if whole and folder.is_dir():
        ours = {each for path in files for each in (path, *path.parents)}
        for path in sorted(folder.iterdir()):
            if path not in ours and path.name != "__pycache__" and path.name[0] != ".":
                found[path] = _read(path) if _may_be_ours(path) else None, None
    return [
        Difference(path, kind, old, new)
        for path, (old, new) in found.items()
        if (kind := _kind(old, new, path.suffix))
    ]


def has_files_of(command: str, folder: Path) -> bool:
    """Whether the folder has a file that the command emitted."""
    texts = (_read(path) for path in folder.glob("*") if _may_be_ours(path))
    return any(text is not None and seal.is_sealed(text, command) for text in texts)


def _may_be_ours(path: Path) -> bool:
    # We never emit a link.
    return bool(seal.comment_of(path.suffix)) and path.is_file() and not path.is_symlink()


def _kind(old: str | None, new: str | None, suffix: str) -> Kind | None:
    """Return how the text of a file differs from the one to emit; None if it does not."""
    if old is not None and new is not None and seal.is_same(old, new):
        return None
    if new is not None and not old:
        return "missing" if old is None else "differs"
    if old is None or not seal.is_sealed(old):
        return "foreign"
    if not seal.is_untouched(old, suffix):
        return "edited"
    return "stale" if new is None else "differs"


def _read(path: Path) -> str | None:
    if path.is_file():
        # Line ends converted by git are not an edit. Text that is not UTF-8 was not emitted here.
        return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    if path.exists() or path.is_symlink():
        raise OSError(errno.EEXIST, "exists and is not a file", str(path))
    return None


def edited(path: Path, edit: Callable[[str], str]) -> list[Difference]:
    """Return the difference that an edit of a file's text makes. Raises `OSError` and `Refused`."""
    try:
        old = path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:  # It was there when the command began.
        raise OSError(errno.EBUSY, _CHANGED, str(path)) from error
    except UnicodeDecodeError as error:
        raise usage(f"{shown(path)} is not UTF-8: {error}") from error
    new = edit(old)
    return [Difference(path, "differs", old, new)] if new != old else []


def patch(differences: Iterable[Difference]) -> str:
    """Return the differences as one patch that git can apply."""
    from difflib import unified_diff

    lines: list[str] = []
    for difference in differences:
        if difference.new is None and difference.kind == "foreign":
            continue
        name, old, new = shown(difference.path), difference.old, difference.new
        ours, theirs = _quoted(f"a/{name}"), _quoted(f"b/{name}")
        lines.append(f"diff --git {ours} {theirs}\n")
        if old is None:
            lines.append("new file mode 100644\n")
        if new is None:
            lines.append("deleted file mode 100644\n")
        before = "/dev/null" if old is None else ours
        after = "/dev/null" if new is None else theirs
        for line in unified_diff(_lines(old), _lines(new), before, after):
            lines.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    return "".join(lines)


def _quoted(name: str) -> str:
    """Return a name as git writes it, with control characters and quotes in octal."""
    if name.isprintable() and not set(name) & set('"\\'):
        return name
    quoted = "".join(
        chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\{byte:03o}"
        for byte in os.fsencode(name)
    )
    return f'"{quoted}"'


def _lines(text: str | None) -> list[str]:
    """Return the lines with their ends. Only a line feed ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text or "")


# Writing: whenever the process ends, each file is the old one or the new one. A full disk is noticed
# before any file is replaced. A file keeps its mode. If it is a link, its target is replaced.

_TEMPORARY = ".provider-codes.tmp"


def write(differences: Iterable[Difference]) -> None:
    """Bring the files up to date, in this order. Raises `OSError`."""
    run = os.urandom(8).hex()
    staged: list[tuple[Difference, Path, Path]] = []
    current = Path()
    try:
        for each in differences:
            target = Path(os.path.realpath(each.path))
            temporary = target.with_name(f".{target.name}.{run}{_TEMPORARY}")
            staged.append((each, target, temporary))
            if each.new is not None:
                current = each.path.parent
                target.parent.mkdir(parents=True, exist_ok=True)
                current = each.path
                _stage(each.new, target, temporary)
        for each, target, temporary in staged:
            current = each.path
            _expect_unchanged(each)
            if each.new is None:
                target.unlink()
            else:
                os.replace(temporary, target)
    except OSError as error:
        # Name this file, and not the temporary one.
        is_file = error.strerror == os.strerror(errno.EEXIST)  # where a folder is needed
        reason = "exists and is not a folder" if is_file else error.strerror
        raise OSError(error.errno, reason, str(current)) from error
    finally:
        for _, _, temporary in staged:
            with suppress(OSError):
                temporary.unlink()


def _expect_unchanged(difference: Difference) -> None:
    """Raise `OSError` if the file was changed since it was compared: an edit must not be lost."""
    expected = [text and text.replace("\r\n", "\n") for text in (difference.old, difference.new)]
    if _read(difference.path) not in expected:
        raise OSError(errno.EBUSY, _CHANGED, str(difference.path))


def _stage(text: str, target: Path, temporary: Path) -> None:
    with open(temporary, "x", encoding="utf-8", newline="\n") as file:
        if target.exists():
            os.chmod(temporary, stat.S_IMODE(target.stat().st_mode))
        file.write(text)
