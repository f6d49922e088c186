"""The targets, and the way from checked specs to the sealed files of one."""

import os
import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from ..model import Finding, Place, Provider, Refused, Registry, blocks, usage
from ..project import Config, check_specs, shown
from . import package, site
from .files import has_files_of
from .render import Emitted, unused


class Target(NamedTuple):
    """What a registry can be emitted as: its command, its configured folder, and what renders."""

    command: str
    folder: Callable[[Config], Path | None]
    files: Callable[[Config, Path, Registry, Sequence[Provider]], Iterable[Emitted]]


# By the name of their command
TARGETS = {
    "generate": Target("provider-codes generate", attrgetter("output"), package.files),
    "site": Target(site.COMMAND, attrgetter("site"), site.files),
}


class Build(NamedTuple):
    """The files of one run, by path, in a folder; none if a finding blocks."""

    folder: Path
    files: dict[Path, str]
    findings: list[Finding]


def build(
    target: Target, config: Config, slugs: Collection[str] = (), *, strict: bool = False
) -> Build:
    """Return the files to emit for these providers, or for all, and the shared files.

    All specs must be sound, because the shared files depend on all of them. Raises `Refused`.
    """
    folder = target.folder(config)
    if folder is None:
        help = "set output in [tool.provider-codes] of pyproject.toml, or --output"
        raise usage(f"no output folder: {help}")
    _expect_own(target, config, folder)
    if config.templates is not None and not config.templates.is_dir():
        raise usage(f"there is no folder of templates {shown(config.templates)}")
    specs = check_specs(config, slugs)
    findings = specs.findings
    if blocks(findings, strict=strict):
        return Build(folder, {}, findings)
    try:
        made = target.files(config, folder, specs.registry, specs.wanted)
        # Each is sealed at once, so that no text is in memory twice.
        emitted = [each if each.problems else each.sealed(target.command) for each in made]
        if config.templates is not None:
            named = {posixpath.normpath(each.template) for each in config.extra}
            findings = [*findings, *unused(config.template_folders, named)]
    except Refused as refused:
        return Build(folder, {}, [*findings, refused.finding, *refused.causes])
    problems = [problem for each in emitted for problem in each.problems]
    if problems := problems or list(_collisions(emitted)):
        return Build(folder, {}, [*findings, *problems])
    files = {} if blocks(findings, strict=strict) else {each.path: each.text for each in emitted}
    return Build(folder, files, findings)


def _collisions(emitted: Iterable[Emitted]) -> Iterator[Finding]:
    """Yield the findings about files with two sources, and files that others need as a folder."""
    # A path can be spelled in many ways, and lead through links.
    files: dict[Path, Emitted] = {}
    for each in emitted:
        if files.setdefault(Path(os.path.realpath(each.path)), each) is not each:
            message = f"{each.source} is a second source of this file"
            yield Finding("file-twice", message, "rename one of them", Place(shown(each.path)))
    for path, each in files.items():
        for folder in files.keys() & set(path.parents):
            message = f"this file would also be the folder of {shown(each.path)}"
            place = Place(shown(files[folder].path))
            yield Finding("file-and-folder", message, "rename one", place)


def _expect_own(target: Target, config: Config, folder: Path) -> None:
    """Raise `Refused` if the folder is for something else, or inside that of another target."""
    path = Path(os.path.realpath(folder))
    is_root = (folder / "pyproject.toml").exists()
    if is_root or path == Path(os.path.realpath(config.specs)):
        what = "the project" if is_root else "the specs"
        message = f"the folder {shown(folder)} is that of {what}"
        raise usage(f"{message}: choose another one for `{target.command}`")
    for other in TARGETS.values():
        configured = other.folder(config)
        other_path = configured and Path(os.path.realpath(configured))
        is_shared = other_path in (path, *path.parents) or has_files_of(other.command, folder)
        if other is not target and is_shared:
            message = f"the folder {shown(folder)} is for the files of `{other.command}`"
            raise usage(f"{message}: choose another one for `{target.command}`")
