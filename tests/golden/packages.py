"""Files from packages of Debian and npm, downloaded with the clients of this machine."""

import re
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

_PACKAGES = tempfile.TemporaryDirectory(prefix="golden-")  # deleted when the program ends


class Missing(Exception):
    """A package or its client is not available here."""


def debian(package: str, pattern: str) -> Path:
    """Return a file of a Debian package, or of the current package that it depends on."""
    return sorted(_debian(package).rglob(pattern))[0]


def npm(package: str, pattern: str) -> Path:
    """Return a file of an npm package."""
    return sorted(_npm(package).rglob(pattern))[0]


@cache
def _debian(package: str) -> Path:
    folder = Path(tempfile.mkdtemp(dir=_PACKAGES.name))
    name = re.sub("3?-", "[0-9.]*-", package) + "(?:-[0-9.]+)?"
    found = re.search(f"Depends: ({name})\n", _run(folder, "apt-cache", "depends", package))
    _run(folder, "apt-get", "download", "--quiet", found[1] if found else package)
    _run(folder, "dpkg-deb", "--extract", *map(str, folder.glob("*.deb")), ".")
    return folder


@cache
def _npm(package: str) -> Path:
    folder = Path(tempfile.mkdtemp(dir=_PACKAGES.name))
    archive = _run(folder, "npm", "pack", "--silent", package).strip()
    shutil.unpack_archive(folder / archive, folder, filter="data")
    return folder


def _run(folder: Path, *command: str) -> str:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Missing(str(error)) from error
    return done.stdout
