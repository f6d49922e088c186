"""The files of the emitted package: rendered, and proven."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from ..model import Finding, Provider, Refused, Registry, shortened
from ..project import Config, project_version, schemas, shown
from ..prove import prove, prove_meanings, prove_modules, prove_notes, prove_syntax
from . import meanings as meaning_views
from . import python as views
from .python import View
from .render import Emitted, Renderer

_LONGEST_LINE = 80  # characters of an emitted line in a message

Proof: TypeAlias = Callable[[str, str], list[Finding]]
"""Compares the text of a file, by its name, with the model."""

Rendered: TypeAlias = Callable[..., Emitted]
"""Renders a file from its name, template, source, proof and view."""


def files(
    config: Config, folder: Path, registry: Registry, wanted: Sequence[Provider]
) -> Iterator[Emitted]:
    """Yield the package, its schemas, and the extra files of the project. Raises `Refused`."""
    renderer = Renderer(config.template_folders)

    def rendered(name: str, template: str, source: str, proof: Proof, **view: View) -> Emitted:
        text = renderer.render(template, **view)
        if config.black:
            text = _black(text)
        path = folder / name
        problems = [_located(each, text, template, renderer) for each in proof(text, shown(path))]
        return Emitted(path, text, source, problems)

    modules = _modules(wanted, registry, rendered)
    shared = _shared(config, folder, registry, renderer, rendered)
    package: Iterable[Emitted] = chain(modules, shared)
    if config.extra:  # Its templates get the whole package, at once.
        package = list(package)
    yield from package
    for path, (text, source) in schemas(config, registry).items():
        yield Emitted(path, text, source)
    if config.extra:
        from . import extra  # only now, because most projects need no other program

        others = [provider for provider in registry if provider not in wanted]
        yield from extra.files(config, [*package, *_modules(others, registry, rendered)])


def _modules(
    providers: Iterable[Provider], registry: Registry, rendered: Rendered
) -> Iterator[Emitted]:
    """Yield the modules of each provider: codes, and meanings and our notes if it has any."""
    for provider in providers:
        slug, source = provider.provider, Path(provider.place.file).name
        judged = registry.judged(slug)
        proof, view = partial(prove, provider, judged), views.module(provider, judged)
        yield rendered(f"{slug}.py", "module.py.j2", source, proof, module=view)
        if meanings := registry.meanings_of(slug):
            name, file = f"_{slug}_meanings.py", f"meanings/{Path(meanings.place.file).name}"
            proof = partial(prove_meanings, provider, judged)
            view = meaning_views.meanings(provider, judged)
            yield rendered(name, "meanings.py.j2", file, proof, meanings=view)
        if provider.remarks:
            proof, view = partial(prove_notes, provider), meaning_views.notes(provider)
            yield rendered(f"_{slug}_notes.py", "notes.py.j2", source, proof, notes=view)


def _shared(
    config: Config, folder: Path, registry: Registry, renderer: Renderer, rendered: Rendered
) -> Iterator[Emitted]:
    """Yield the modules that are about all providers, and the files of every package."""
    view = views.package(registry, project_version(config))
    yield rendered("__init__.py", "__init__.py.j2", "all specs", prove_syntax, package=view)
    proof = partial(prove_modules, registry)
    yield rendered("_modules.py", "_modules.py.j2", "all specs", proof, package=view)
    source, advice = "the template _advice.py", meaning_views.advice()
    yield rendered("_advice.py", "_advice.py.j2", source, prove_syntax, advice=advice)

    pairings = (f"pairings/for_{each}.py" for each in config.pairings)
    for path, text in renderer.unchanged("static/*.py", *pairings).items():
        # Here the template is the file to fix. Those of the tool are known to be correct.
        is_own = config.templates is not None and path.is_relative_to(config.templates)
        problems = prove_syntax(text, shown(path)) if is_own else []
        yield Emitted(folder / path.name, text, f"the template {path.name}", problems)
    yield Emitted(folder / "py.typed", "", "")


def _located(finding: Finding, text: str, template: str, renderer: Renderer) -> Finding:
    """Return the finding with help that names its templates and quotes the line."""
    files = " or ".join(renderer.files(template))
    lines = text.split("\n")
    line = shortened(lines[min(finding.place.line, len(lines)) - 1].strip(), _LONGEST_LINE)
    help = f"nothing was written: correct {files}, which printed `{line}` there"
    return replace(finding, help=help)


def _black(text: str) -> str:
    """Return the text as black formats it; unchanged if black cannot read it. Raises `Refused`."""
    try:
        import black
    except ImportError as error:
        message = "black is configured but not installed"
        help = "install provider-codes[black], or set black = false"
        raise Refused(Finding("black-missing", message, help)) from error
    try:
        return black.format_str(text, mode=black.Mode())
    except (ValueError, RecursionError):
        return text
