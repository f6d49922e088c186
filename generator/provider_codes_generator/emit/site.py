"""The files of the reference site, which needs no server."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..model import Provider, Registry
from ..project import Config
from . import site_views
from .render import Emitted, Renderer

_UNCHANGED = ("search.js", "style.css")


def files(
    config: Config, folder: Path, registry: Registry, _wanted: Sequence[Provider]
) -> Iterator[Emitted]:
    """The pages of all providers, and what they share; raises `Refused`."""
    renderer = Renderer(config.template_folders, is_markup=True)
    view = site_views.site(registry, config.output.name if config.output else None)

    def page(name: str, template: str, source: str, **context: object) -> Emitted:
        text = renderer.render(f"site/{template}", site=view, **context)
        return Emitted(folder / name, text, source)

    yield page("index.html", "index.html.j2", "all specs")
    for each in view["providers"]:
        provider = each["provider"]
        source = f"{provider.provider}.yaml"
        yield page(each["page"], "provider.html.j2", source, provider=provider, view=each)
    if view["coverage"]:
        yield page("meanings.html", "meanings.html.j2", "all meanings")
    data = site_views.search_data(view)
    yield Emitted(folder / "codes.js", f"window.registry = {data};\n", "all specs")
    for name in _UNCHANGED:
        yield Emitted(folder / name, renderer.text(f"site/{name}"), f"the template {name}")
