"""From checked specs to the files to emit: views, render, prove, in that order."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from . import editor, seal, shapes, views
from .config import Config
from .findings import Finding, blocks
from .load import MEANINGS
from .model import Place, Provider, Registry
from .progress import watched
from .prove import prove, prove_syntax
from .render import Renderer, TemplateProblem
from .specs import NotThere, check, expect, shown

SCHEMA = "schema.json"


@dataclass(frozen=True, slots=True)
class Build:
    """The files of one run, by path; none where a finding blocks."""

    files: dict[Path, str]
    findings: list[Finding]


def build(
    config: Config, output: Path, slugs: Collection[str] = (), *, strict: bool = False
) -> Build:
    """The files to emit: for all providers, or the wanted ones and what all share.

    Raises `NotThere`. Whatever the wanted providers are, every spec has
    to be sound, because the shared files speak of all of them.
    """
    if config.templates is not None and not config.templates.is_dir():
        raise NotThere(f"there is no folder of templates {shown(config.templates)}")
    expect(config, slugs)
    registry, findings = check(config)
    if blocks(findings, strict=strict):
        return Build({}, findings)
    wanted = [provider for provider in registry if not slugs or provider.provider in slugs]
    try:
        files, problems = _render(config, output, registry, wanted)
    except TemplateProblem as problem:
        return Build({}, [*findings, _from_here(problem.finding, problem.finding.place)])
    if problems:
        return Build({}, [*findings, *problems])
    files[config.specs / SCHEMA] = seal.seal_json(editor.schema(), "the shapes of a spec")
    if registry.meanings:
        schema = editor.schema(shapes.MEANINGS, "provider-codes meanings")
        source = "the shapes of meanings"
        files[config.specs / MEANINGS / SCHEMA] = seal.seal_json(schema, source)
    return Build(files, findings)


def _render(
    config: Config, output: Path, registry: Registry, wanted: Sequence[Provider]
) -> tuple[dict[Path, str], list[Finding]]:
    renderer = Renderer(config.template_folders, config.pairings)
    files: dict[Path, str] = {}
    findings: list[Finding] = []
    for provider in watched(wanted, lambda provider: f"emitting {provider.provider}"):
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
    if registry.meanings:
        from . import emit_meanings

        more, problems = emit_meanings.emit(registry, wanted, renderer, output)
        files |= more
        findings += problems
    package = renderer.package(registry)
    if problems := prove_syntax(package, shown(output / "__init__.py")):
        findings += _told_of(renderer.printers_of_package(registry), problems)
    if findings:
        return {}, findings
    package = _black(package) if config.black else package
    shared = {"__init__.py": (package, "all specs")}
    shared |= {name: (text, f"the template {name}") for name, text in renderer.static().items()}
    paths = renderer.static_paths()
    for name, (text, source) in shared.items():
        problems = prove_syntax(text, shown(paths.get(name, output / name)))
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
        _from_here(
            replace(finding, message=f"{finding.message} ({finding.place})"),
            printers[min(finding.place.line, len(printers)) - 1],
        )
        for finding in findings
    ]


def _from_here(finding: Finding, place: Place) -> Finding:
    """The finding at a place in a template, called by its path from the current folder."""
    file = shown(Path(place.file)) if place.file else place.file
    return replace(finding, place=place._replace(file=file))


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
