"""From checked specs to the files of the reference site, which needs no server."""

from collections.abc import Iterator
from pathlib import Path

from ..model import Refused, Registry, blocks
from ..project import Config, check_specs
from . import seal, site_views
from .package import Build
from .render import Renderer

_FOLDER = "site"
_UNCHANGED = ("search.js", "style.css")


def build_site(config: Config, *, strict: bool = False) -> Build:
    """The files to emit; none if a finding blocks. Raises `Refused`."""
    registry, findings = check_specs(config)
    if blocks(findings, strict=strict):
        return Build({}, findings)
    try:
        files = {
            config.site / name: seal.seal_site(text, source, Path(name).suffix)
            for name, text, source in _render(config, registry)
        }
    except Refused as refused:
        return Build({}, [*findings, refused.finding])
    return Build(files, findings)


def _render(config: Config, registry: Registry) -> Iterator[tuple[str, str, str]]:
    """Each file of the site: its name, its text, and what it was made from."""
    renderer = Renderer(config.template_folders, is_markup=True)
    view = site_views.site(registry, config.output.name if config.output else None)
    yield "index.html", renderer.render(f"{_FOLDER}/index.html.j2", site=view), "all specs"
    for provider in view.providers:
        page = renderer.render(f"{_FOLDER}/provider.html.j2", site=view, provider=provider)
        yield provider.page, page, f"{provider.slug}.yaml"
    if view.coverage:
        page = renderer.render(f"{_FOLDER}/meanings.html.j2", site=view)
        yield "meanings.html", page, "all meanings"
    data = site_views.search_data(view)
    yield "codes.js", f"window.registry = {data};\n", "all specs"
    for name in _UNCHANGED:
        yield name, renderer.text(f"{_FOLDER}/{name}"), f"the template {name}"
