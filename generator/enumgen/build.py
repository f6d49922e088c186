"""From a configuration to the files to emit: load, check, render, prove, in that order."""

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from . import editor, policies, seal, views
from .config import Config
from .findings import Finding, blocks, did_you_mean
from .load import SUFFIX, load_folder
from .model import Place, Provider, Registry
from .prove import prove, prove_syntax
from .render import Renderer, TemplateProblem

SCHEMA = "schema.json"


@dataclass(frozen=True, slots=True)
class Build:
    """The files of one run, by path; none where a finding blocks."""

    files: dict[Path, str]
    findings: list[Finding]


class NotThere(Exception):
    """A folder, or a spec, that was asked for and is not there."""


def check(config: Config, slugs: Collection[str] = ()) -> tuple[Registry, list[Finding]]:
    """All specs, and what is to be said of them, or of the wanted ones.

    Raises `NotThere`.
    """
    _expect(config, slugs)
    registry, findings, unread = load_folder(config.specs, shown(config.specs))
    findings = [*findings, *policies.check(registry, unread)]
    if slugs:
        findings = [finding for finding in findings if Path(finding.place.file).stem in slugs]
    return registry, findings


def build(
    config: Config, output: Path, slugs: Collection[str] = (), *, strict: bool = False
) -> Build:
    """The files to emit: for all providers, or the wanted ones and what all share.

    Raises `NotThere`. Whatever the wanted providers are, every spec has
    to be sound, because the shared files speak of all of them.
    """
    _expect(config, slugs)
    registry, findings = check(config)
    if blocks(findings, strict=strict):
        return Build({}, findings)
    wanted = [provider for provider in registry if not slugs or provider.provider in slugs]
    try:
        files, problems = _render(config, output, registry, wanted)
    except TemplateProblem as problem:
        return Build({}, [*findings, problem.finding])
    if problems:
        return Build({}, [*findings, *problems])
    files[config.specs / SCHEMA] = seal.seal_json(editor.schema(), "the shapes of a spec")
    return Build(files, findings)


def _expect(config: Config, slugs: Collection[str]) -> None:
    try:
        known = sorted(path.stem for path in config.specs.iterdir() if path.suffix == SUFFIX)
    except OSError as error:
        reason = f"the specs cannot be read: {shown(config.specs)}: {error.strerror}"
        help = "set specs in [tool.provider-codes] of pyproject.toml, or --specs"
        raise NotThere(f"{reason}; {help}") from error
    if not known:
        # Taken at its word, it would remove every module of the package.
        raise NotThere(f"there are no specs in {shown(config.specs)}")
    for slug in slugs:
        if slug not in known:
            raise NotThere(f"there is no spec of {slug}: {did_you_mean(slug, known)}")
    if config.templates is not None and not config.templates.is_dir():
        raise NotThere(f"there is no folder of templates {shown(config.templates)}")


def shown(path: Path) -> str:
    """What messages call a path: from the current folder, with forward slashes."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def _render(
    config: Config, output: Path, registry: Registry, wanted: Sequence[Provider]
) -> tuple[dict[Path, str], list[Finding]]:
    renderer = Renderer(config.template_folders)
    files: dict[Path, str] = {}
    findings: list[Finding] = []
    for provider in wanted:
        path = output / f"{provider.provider}.py"
        view = views.module(provider)
        printed = text = renderer.module(view)
        problems: list[Finding] = []
        if config.black and not (problems := prove_syntax(printed, shown(path))):
            text = _black(printed)
        problems = problems or prove(provider, text, shown(path))
        # Black may have moved the lines: then nobody knows who printed them.
        if problems and text == printed:
            problems = _told_of(renderer.printers_of_module(view), problems)
        findings += problems
        if not problems:
            files[path] = seal.seal_python(text, Path(provider.place.file).name)
    package = renderer.package(registry)
    if problems := prove_syntax(package, shown(output / "__init__.py")):
        findings += _told_of(renderer.printers_of_package(registry), problems)
    if findings:
        return {}, findings
    package = _black(package) if config.black else package
    shared = {"__init__.py": (package, "all specs")}
    shared |= {name: (text, f"the template {name}") for name, text in renderer.static().items()}
    for name, (text, source) in shared.items():
        problems = prove_syntax(text, shown(output / name))
        findings += problems
        if not problems:
            files[output / name] = seal.seal_python(text, source)
    if findings:
        return {}, findings
    files[output / "py.typed"] = ""
    return files, []


def _told_of(printers: Sequence[Place], findings: Iterable[Finding]) -> list[Finding]:
    """The findings, told of the line of the template and not of what was never written."""
    return [
        replace(
            finding,
            message=f"{finding.message} ({finding.place})",
            place=printers[min(finding.place.line, len(printers)) - 1],
        )
        for finding in findings
    ]


def _black(text: str) -> str:
    """The text as black lays it out; raises `TemplateProblem` where black cannot read it."""
    try:
        import black
    except ImportError as error:
        help = "install provider-codes[black], or set black = false"
        raise TemplateProblem(
            Finding("black-missing", "black is asked for and not installed", help)
        ) from error
    try:
        return black.format_str(text, mode=black.Mode())
    except ValueError as error:
        message = f"the template printed invalid Python: {error}"
        raise TemplateProblem(
            Finding("template-invalid-python", message, "correct the template")
        ) from error
