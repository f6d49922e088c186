"""All specs of a configuration, and of other editions in folders and git revisions, checked."""

from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ..model import STANDARDS, Finding, Provider, Registry, blocks, did_you_mean, usage
from ..rules import check, check_codes
from ..spec import MEANINGS, SUFFIX, File, load_files, load_folder, schema, shapes
from .config import Config, shown

_SCHEMA = "schema.json"


class Specs(NamedTuple):
    """The checked specs of a project. `wanted` are the requested providers, or all."""

    registry: Registry
    findings: list[Finding]
    wanted: list[Provider]
    findings_of_wanted: list[Finding]


def check_specs(
    config: Config,
    slugs: Collection[str] = (),
    *,
    with_meanings: bool = True,
    may_lack_specs: bool = False,
) -> Specs:
    """Load and check all specs. Those of the slugs are wanted, or all. Raises `Refused`.

    If they `may_lack_specs`, a slug may have meanings only.
    """
    _expect_specs(config, slugs, may_lack_specs)
    registry, findings = load_folder(config.specs, shown(config.specs), with_meanings=with_meanings)
    findings += check(registry, findings)
    if not slugs:
        return Specs(registry, findings, list(registry), findings)
    wanted = [provider for provider in registry if provider.provider in slugs]
    own = [finding for finding in findings if Path(finding.place.file).stem in slugs]
    return Specs(registry, findings, wanted, own)


def _expect_specs(config: Config, slugs: Collection[str], may_lack_specs: bool) -> None:
    """Raise `Refused` if there are no specs, or none of these slugs."""
    try:
        known = sorted(path.stem for path in config.specs.iterdir() if path.suffix == SUFFIX)
    except OSError as error:
        reason = f"the specs cannot be read: {shown(config.specs)}: {error.strerror}"
        help = (
            "name their folder as specs in [tool.provider-codes] of pyproject.toml, or as --specs"
        )
        raise usage(f"{reason}; {help}") from error
    if not known:
        # Without specs, every module of the package would be stale.
        raise usage(f"there are no specs in {shown(config.specs)}: no file is called *{SUFFIX}")
    for slug in slugs:
        has_meanings = (config.specs / MEANINGS / f"{slug}{SUFFIX}").is_file()
        if slug not in known and not (may_lack_specs and has_meanings):
            raise usage(f"there is no spec of {slug}: {did_you_mean(slug, known)}")


def slug_of(config: Config, name: str) -> str:
    """Return the slug that an argument names: in any case, or by the path of its spec or meanings.

    Raises `Refused` if it is the path of another file.
    """
    path = Path(name)
    if len(path.parts) == 1 and not path.suffix:
        return name.lower()
    if not path.is_file():
        raise usage(f"there is no file {name}")
    folders = (config.specs.resolve(), config.specs.resolve() / MEANINGS)
    if path.suffix != SUFFIX or path.resolve().parent not in folders:
        raise usage(f"{name} is not a spec in {shown(config.specs)}")
    return path.stem


def schemas(config: Config, registry: Registry) -> dict[Path, tuple[str, str]]:
    """Return the JSON Schemas beside the specs: each with its text, and what it was made from."""
    found = {config.specs / _SCHEMA: (schema(), "the shapes of a spec")}
    folder = config.specs / MEANINGS
    if registry.meanings:
        text = schema(shapes.MEANINGS, "provider-codes meanings")
        found[folder / _SCHEMA] = text, "the shapes of meanings"
    if registry.standards:
        text = schema(shapes.STANDARDS, "provider-codes standards")
        found[folder / f"{STANDARDS}.{_SCHEMA}"] = text, "the shapes of standards"
    return found


def edition(name: str, specs: Path) -> tuple[Registry, list[Finding]]:
    """Return the edition of that name and the findings about it. Raises `Refused`.

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
        lines = listed.decode("utf-8", "replace").split("\0")[:-1]
        entries = (line.split("\t", 1) for line in lines)
        return [(f"{revision}/{name}", partial(_content, specs, head)) for head, name in entries]

    return load_files(files(), files(f"{MEANINGS}/"))


def _content(specs: Path, entry: str) -> bytes:
    """Return the bytes of a file that git lists. Raises `OSError`."""
    mode, _, blob = entry.split()
    if not mode.startswith("100"):
        raise OSError(None, "git has a folder, a link or another repository there, not a file")
    data = _git(specs, "cat-file", "blob", blob)
    if data is None:
        raise OSError(None, "git cannot read it")
    return data


def last_tag(specs: Path) -> str | None:
    """Return the newest tag of a version that the checked-out commit contains, or else of any kind.

    Returns None without tags.
    """
    describe = ("describe", "--tags", "--abbrev=0")
    versions = ("--match", "[0-9]*.[0-9]*", "--match", "v[0-9]*.[0-9]*")
    tag = _git(specs, *describe, *versions) or _git(specs, *describe)
    return tag.decode("utf-8", "replace").strip() if tag else None


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Return the output of git, or None if it fails. Raises `Refused` if git cannot be run."""
    import subprocess  # only now, because most commands need no other program

    command = ["git", "-C", str(folder), *arguments]
    try:
        result = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise usage(f"git cannot be run: {error.strerror}") from error
    return result.stdout if result.returncode == 0 else None
