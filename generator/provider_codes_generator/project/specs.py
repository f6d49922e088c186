"""All specs of a configuration, loaded and checked."""

from collections.abc import Collection
from pathlib import Path

from ..model import STANDARDS, Finding, Registry, did_you_mean, usage
from ..rules import check
from ..spec import MEANINGS, SUFFIX, load_folder, schema, shapes
from .config import Config, shown

_SCHEMA = "schema.json"


def check_specs(config: Config, slugs: Collection[str] = ()) -> tuple[Registry, list[Finding]]:
    """Load and check all specs; with `slugs`, return only their findings. Raises `Refused`."""
    expect_specs(config, slugs)
    registry, findings = load_folder(config.specs, shown(config.specs))
    findings += check(registry, findings)
    if slugs:
        findings = [finding for finding in findings if Path(finding.place.file).stem in slugs]
    return registry, findings


def expect_specs(config: Config, slugs: Collection[str]) -> None:
    """Raise `Refused` if there are no specs, or none of these slugs."""
    try:
        known = sorted(path.stem for path in config.specs.iterdir() if path.suffix == SUFFIX)
    except OSError as error:
        reason = f"the specs cannot be read: {shown(config.specs)}: {error.strerror}"
        help = "set specs in [tool.provider-codes] of pyproject.toml, or --specs"
        raise usage(f"{reason}; {help}") from error
    if not known:
        # Without specs, every module of the package would be stale.
        raise usage(f"there are no specs in {shown(config.specs)}: no file is called *{SUFFIX}")
    for slug in slugs:
        if slug not in known:
            raise usage(f"there is no spec of {slug}: {did_you_mean(slug, known)}")


def slug_of(config: Config, name: str) -> str:
    """The slug that an argument names: in any case, or by the path of its spec or meanings.

    Raises `Refused` if it is the path of another file.
    """
    path = Path(name)
    if len(path.parts) == 1 and not path.suffix:
        return name.lower()
    folders = (config.specs.resolve(), config.specs.resolve() / MEANINGS)
    if path.suffix != SUFFIX or path.resolve().parent not in folders:
        raise usage(f"{name} is not a spec in {shown(config.specs)}")
    return path.stem


def schemas(config: Config, registry: Registry) -> dict[Path, tuple[str, str]]:
    """The JSON Schemas beside the specs, for editors: the text, and what it was made from."""
    found = {config.specs / _SCHEMA: (schema(), "the shapes of a spec")}
    if registry.meanings:
        of_meanings = schema(shapes.MEANINGS, "provider-codes meanings")
        found[config.specs / MEANINGS / _SCHEMA] = of_meanings, "the shapes of meanings"
    if registry.standards:
        of_standards = schema(shapes.STANDARDS, "provider-codes standards")
        path = config.specs / MEANINGS / f"{STANDARDS}.{_SCHEMA}"
        found[path] = of_standards, "the shapes of standards"
    return found
