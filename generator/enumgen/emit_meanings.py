"""The modules of what codes mean: views, render, prove, as in `build`; where there are meanings."""

from collections.abc import Iterable
from pathlib import Path

from . import meaning_views, seal
from .findings import Finding
from .load import MEANINGS
from .model import Provider, Registry
from .prove_meanings import prove_meanings
from .render import Renderer
from .specs import shown

TEMPLATE = "meanings.py.j2"


def emit(
    registry: Registry, wanted: Iterable[Provider], renderer: Renderer, output: Path
) -> tuple[dict[Path, str], list[Finding]]:
    """The files by path, and what is not proven; raises `TemplateProblem`."""
    files: dict[Path, str] = {}
    findings: list[Finding] = []
    for provider in wanted:
        meanings = registry.meanings_of(provider.provider)
        if meanings is None:
            continue
        path = output / f"_{provider.provider}_meanings.py"
        view = meaning_views.meanings(provider, meanings)
        text = renderer.render(TEMPLATE, meanings=view)
        problems = prove_meanings(provider, meanings, text, shown(path))
        findings += problems
        if not problems:
            source = f"{MEANINGS}/{Path(meanings.place.file).name}"
            files[path] = seal.seal_python(text, source)
    return files, findings
