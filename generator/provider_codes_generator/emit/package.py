"""From checked specs to the files of the package: render, prove, seal."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..model import Finding, Meanings, Provider, Refused, Registry, blocks, shortened, usage
from ..project import Config, check_specs, expect_specs, schemas, shown
from ..prove import prove, prove_meanings, prove_modules, prove_syntax
from . import meaning_views, seal
from . import python as views
from .render import MEANINGS_TEMPLATE, MODULE_TEMPLATE, PACKAGE_TEMPLATES, Renderer

_LONGEST_LINE = 80  # characters of an emitted line in a message


@dataclass(frozen=True, slots=True)
class Build:
    """The files of one run, by path; none if a finding blocks."""

    files: dict[Path, str]
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class _Emitted:
    """A sealed file, or the reasons why it is not proven."""

    path: Path
    text: str
    problems: list[Finding]


def build(
    config: Config, output: Path, slugs: Collection[str] = (), *, strict: bool = False
) -> Build:
    """The files to emit for these providers, or for all, and the files all providers share.

    All specs must be sound, because the shared files depend on all of them. Raises `Refused`.
    """
    if config.templates is not None and not config.templates.is_dir():
        raise usage(f"there is no folder of templates {shown(config.templates)}")
    expect_specs(config, slugs)
    registry, findings = check_specs(config)
    if blocks(findings, strict=strict):
        return Build({}, findings)
    wanted = [provider for provider in registry if not slugs or provider.provider in slugs]
    try:
        emitted = list(_Emitter(config, output).files(registry, wanted))
    except Refused as refused:
        return Build({}, [*findings, refused.finding])
    if problems := [problem for each in emitted for problem in each.problems]:
        return Build({}, [*findings, *problems])
    files = {each.path: each.text for each in emitted} | {output / "py.typed": ""}
    return Build(files | _schemas(config, registry), findings)


def _schemas(config: Config, registry: Registry) -> dict[Path, str]:
    """The JSON Schemas beside the specs, for editors."""
    return {
        path: seal.seal_json(text, source)
        for path, (text, source) in schemas(config, registry).items()
    }


class _Emitter:
    """Renders and proves the files of the package."""

    def __init__(self, config: Config, output: Path) -> None:
        self._renderer = Renderer(config.template_folders, config.pairings)
        self._is_black = config.black
        self._output = output

    def files(self, registry: Registry, wanted: Iterable[Provider]) -> Iterator[_Emitted]:
        """The modules of the wanted providers, and what all providers share."""
        for provider in wanted:
            yield self._module(provider)
            if meanings := registry.meanings_of(provider.provider):
                yield self._meanings(provider, meanings)
        for name, text in self._renderer.package(registry).items():
            yield self._shared(registry, name, text)
        paths = self._renderer.static_paths()
        for name, text in self._renderer.static().items():
            # Here the template is the file to fix.
            problems = prove_syntax(text, shown(paths[name]))
            yield self._emitted(name, text, f"the template {name}", problems)

    def _module(self, provider: Provider) -> _Emitted:
        name = f"{provider.provider}.py"
        text = self._renderer.module(views.module(provider))
        problems: list[Finding] = []
        if self._is_black and not (problems := prove_syntax(text, self._shown(name))):
            text = _black(text)
        problems = problems or prove(provider, text, self._shown(name))
        problems = self._located(problems, text, MODULE_TEMPLATE)
        return self._emitted(name, text, Path(provider.place.file).name, problems)

    def _meanings(self, provider: Provider, meanings: Meanings) -> _Emitted:
        name = f"_{provider.provider}_meanings.py"
        view = meaning_views.meanings(provider, meanings)
        text = self._renderer.render(MEANINGS_TEMPLATE, meanings=view)
        problems = prove_meanings(provider, meanings, text, self._shown(name))
        problems = self._located(problems, text, MEANINGS_TEMPLATE)
        source = f"meanings/{Path(meanings.place.file).name}"
        return self._emitted(name, text, source, problems)

    def _shared(self, registry: Registry, name: str, text: str) -> _Emitted:
        """A file that all providers share."""
        if name == "_modules.py":
            problems = prove_modules(registry, text, self._shown(name))
        else:
            problems = prove_syntax(text, self._shown(name))
        problems = self._located(problems, text, PACKAGE_TEMPLATES[name])
        if self._is_black and not problems:
            text = _black(text)
        return self._emitted(name, text, "all specs", problems)

    def _emitted(self, name: str, text: str, source: str, problems: list[Finding]) -> _Emitted:
        sealed = "" if problems else seal.seal_python(text, source)
        return _Emitted(self._output / name, sealed, problems)

    def _shown(self, name: str) -> str:
        return shown(self._output / name)

    def _located(self, findings: list[Finding], text: str, template: str) -> list[Finding]:
        """The findings about a text, with help that names its templates and quotes the line."""
        if not findings:
            return []
        files = " or ".join(self._renderer.files(template))
        lines = text.split("\n")
        located: list[Finding] = []
        for finding in findings:
            line = shortened(lines[min(finding.place.line, len(lines)) - 1].strip(), _LONGEST_LINE)
            help = f"nothing was written: correct {files}, which printed `{line}` there"
            located.append(replace(finding, help=help))
        return located


def _black(text: str) -> str:
    """The text as black formats it; raises `Refused` if black cannot read it."""
    try:
        import black
    except ImportError as error:
        message = "black is asked for and not installed"
        help = "install provider-codes[black], or set black = false"
        raise Refused(Finding("black-missing", message, help)) from error
    try:
        return black.format_str(text, mode=black.Mode())
    except ValueError as error:
        message = f"the template printed invalid Python: {error}"
        finding = Finding("template-invalid-python", message, "correct the template")
        raise Refused(finding) from error
