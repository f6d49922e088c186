"""The files of the emitted package: rendered, and proven."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from ..model import Finding, Provider, Refused, Registry, shortened
from ..project import Config, project_version, schemas, shown
from ..prove import prove, prove_meanings, prove_modules, prove_notes, prove_syntax
from . import extra, views
from .render import Emitted, Renderer
from .views import View

_LONGEST_LINE = 80  # characters of an emitted line in a message

# Compares the text of a file, by its name, with the model.
Proof: TypeAlias = Callable[[str, str], list[Finding]]


def files(
    config: Config, folder: Path, registry: Registry, wanted: Sequence[Provider]
) -> Iterator[Emitted]:
    """Yield the package, its schemas, and the extra files of the project. Raises `Refused`.

    The shared files import the modules of all providers, so those that do not exist are wanted too.
    """
    package = _Package(config, folder, registry, Renderer(config.template_folders))
    others = [provider for provider in registry if provider not in wanted]
    existing = {path.name for path in folder.glob("*.py")} if others else ()
    emitted: Iterable[Emitted] = chain(
        package.modules(wanted), package.modules(others, existing), package.shared()
    )
    if config.extra:  # Its templates get the whole package, at once.
        emitted = list(emitted)
    yield from emitted
    for path, (text, source) in schemas(config, registry).items():
        yield Emitted(path, text, source)
    if config.extra:
        yield from extra.files(config, [*emitted, *package.modules(others)])


@dataclass(frozen=True)
class _Package:
    config: Config
    folder: Path
    registry: Registry
    renderer: Renderer

    def modules(
        self, providers: Iterable[Provider], existing: Collection[str] = ()
    ) -> Iterator[Emitted]:
        """Yield each provider's codes, meanings and notes, except files that are `existing`."""
        for provider in providers:
            slug, source = provider.provider, Path(provider.place.file).name
            judged = self.registry.judged(slug)
            if (name := f"{slug}.py") not in existing:
                proof, view = partial(prove, provider, judged), views.module(provider, judged)
                yield self._rendered(name, "module.py.j2", source, proof, module=view)
            meanings, name = self.registry.meanings_of(slug), f"_{slug}_meanings.py"
            if meanings and name not in existing:
                file = f"meanings/{Path(meanings.place.file).name}"
                proof = partial(prove_meanings, provider, judged)
                view = views.meanings(provider, judged)
                yield self._rendered(name, "meanings.py.j2", file, proof, meanings=view)
            if provider.remarks and (name := f"_{slug}_notes.py") not in existing:
                proof, view = partial(prove_notes, provider), views.notes(provider)
                yield self._rendered(name, "notes.py.j2", source, proof, notes=view)

    def shared(self) -> Iterator[Emitted]:
        """Yield the modules that are about all providers, and the files of every package."""
        view = views.package(self.registry, project_version(self.config))
        proof, specs = partial(prove_modules, self.registry), "all specs"
        yield self._rendered("__init__.py", "__init__.py.j2", specs, prove_syntax, package=view)
        yield self._rendered("_modules.py", "_modules.py.j2", specs, proof, package=view)
        source, advice = "the template _advice.py", views.advice()
        yield self._rendered("_advice.py", "_advice.py.j2", source, prove_syntax, advice=advice)

        templates = self.config.templates
        pairings = (f"pairings/for_{each}.py" for each in self.config.pairings)
        for path, text in self.renderer.unchanged("static/*.py", *pairings).items():
            # Here the template is the file to fix. Those of the tool are known to be correct.
            is_own = templates is not None and path.is_relative_to(templates)
            problems = prove_syntax(text, shown(path)) if is_own else []
            yield Emitted(self.folder / path.name, text, f"the template {path.name}", problems)
        yield Emitted(self.folder / "py.typed", "", "")

    def _rendered(
        self, name: str, template: str, source: str, proof: Proof, **view: View
    ) -> Emitted:
        text = self.renderer.render(template, **view)
        if self.config.black:
            text = _black(text)
        path = self.folder / name
        problems = [
            _located(each, text, self.renderer.files(template)) for each in proof(text, shown(path))
        ]
        return Emitted(path, text, source, problems)


def _located(finding: Finding, text: str, templates: Iterable[str]) -> Finding:
    """Return the finding with help that names the templates and quotes the line."""
    lines = text.split("\n")
    line = shortened(lines[min(finding.place.line, len(lines)) - 1].strip(), _LONGEST_LINE)
    help = f"nothing was written: correct {' or '.join(templates)}, which printed `{line}` there"
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
