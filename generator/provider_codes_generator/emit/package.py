"""The files of the emitted package: rendered, and proven."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..model import Finding, Provider, Refused, Registry, shortened
from ..project import Config, schemas, shown
from ..prove import prove, prove_meanings, prove_modules, prove_syntax
from . import meanings as meaning_views
from . import python as views
from .render import Emitted, Renderer

_LONGEST_LINE = 80  # characters of an emitted line in a message


@dataclass(frozen=True, slots=True)
class _File:
    """A file to render; `prove` gets its text and what messages call it."""

    name: str
    template: str
    view: Mapping[str, object]
    source: str
    prove: Callable[[str, str], list[Finding]]


def files(
    config: Config, folder: Path, registry: Registry, wanted: Sequence[Provider]
) -> Iterator[Emitted]:
    """The modules of the wanted providers, and what all providers share; raises `Refused`."""
    renderer = Renderer(config.template_folders, config.pairings)
    for file in _rendered_files(registry, wanted):
        text = renderer.render(file.template, **file.view)
        if config.black:
            text = _black(text)
        path = folder / file.name
        problems = file.prove(text, shown(path))
        located = [_located(each, text, file.template, renderer) for each in problems]
        yield Emitted(path, text, file.source, located)
    for path, text in renderer.static().items():
        # Here the template is the file to fix.
        problems = prove_syntax(text, shown(path))
        yield Emitted(folder / path.name, text, f"the template {path.name}", problems)
    yield Emitted(folder / "py.typed", "", "")
    for path, (text, source) in schemas(config, registry).items():
        yield Emitted(path, text, source)


def _rendered_files(registry: Registry, wanted: Iterable[Provider]) -> Iterator[_File]:
    for provider in wanted:
        yield _File(
            f"{provider.provider}.py",
            "module.py.j2",
            {"module": views.module(provider)},
            Path(provider.place.file).name,
            partial(prove, provider),
        )
        if meanings := registry.meanings_of(provider.provider):
            yield _File(
                f"_{provider.provider}_meanings.py",
                "meanings.py.j2",
                {"meanings": meaning_views.meanings(provider, meanings)},
                f"meanings/{Path(meanings.place.file).name}",
                partial(prove_meanings, provider, meanings),
            )
    view = {"package": views.package(registry)}
    yield _File("__init__.py", "__init__.py.j2", view, "all specs", prove_syntax)
    prove_imports = partial(prove_modules, registry)
    yield _File("_modules.py", "_modules.py.j2", view, "all specs", prove_imports)


def _located(finding: Finding, text: str, template: str, renderer: Renderer) -> Finding:
    """The finding about a text, with help that names its templates and quotes the line."""
    files = " or ".join(renderer.files(template))
    lines = text.split("\n")
    line = shortened(lines[min(finding.place.line, len(lines)) - 1].strip(), _LONGEST_LINE)
    help = f"nothing was written: correct {files}, which printed `{line}` there"
    return replace(finding, help=help)


def _black(text: str) -> str:
    """The text as black formats it, or as it is if black cannot read it; raises `Refused`."""
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
