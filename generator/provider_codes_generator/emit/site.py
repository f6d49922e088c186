"""The files of the reference site, which needs no server, and what its templates print.

A view is a dict, because only templates and the search read it. The templates escape its texts.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..model import Code, CodeList, Group, Judged, Meaning, Provider, Registry, counted, facts_of
from ..project import Config
from .render import Emitted, Renderer
from .views import View

COMMAND = "provider-codes site"


def files(
    config: Config, folder: Path, registry: Registry, _wanted: Sequence[Provider]
) -> Iterator[Emitted]:
    """Yield the pages of all providers, and what they share. Raises `Refused`."""
    renderer = Renderer(config.template_folders, is_markup=True)
    views = [_provider(provider, registry.judged(provider.provider)) for provider in registry]
    site = {
        "title": "Status and error codes",
        "summary": _summary(registry),
        "providers": views,
        "coverage": coverage(registry),
        # What programs import the enums from, if that is known
        "package": config.output.name if config.output else None,
    }

    def page(name: str, template: str, source: str, **context: object) -> Emitted:
        text = renderer.render(f"site/{template}", site=site, counted=counted, **context)
        return Emitted(folder / name, text, source)

    yield page("index.html", "index.html.j2", "all specs")
    for view in views:
        provider = view["provider"]
        name, source = f"{provider.provider}.html", f"{provider.provider}.yaml"
        yield page(name, "provider.html.j2", source, provider=provider, view=view)
    if site["coverage"]:
        yield page("meanings.html", "meanings.html.j2", "all meanings")
    data = _search_data(views)
    yield Emitted(folder / "codes.js", f"window.registry = {data};\n", "all specs")
    for path, text in renderer.unchanged("site/search.js", "site/style.css").items():
        yield Emitted(folder / path.name, text, f"the template {path.name}")


def _summary(registry: Registry) -> str:
    lists = [code_list for provider in registry for code_list in provider.lists]
    codes = counted(sum(len(code_list.members) for code_list in lists), "code")
    providers = counted(len(registry.providers), "provider")
    return f"{codes} in {counted(len(lists), 'list')} of {providers}"


def coverage(registry: Registry) -> list[tuple[str, str, list[int]]]:
    """Return the titles of each list, and its numbers of codes: all, and those with each facet."""
    rows: list[tuple[str, str, list[int]]] = []
    for provider in registry:
        judged = registry.judged(provider.provider)
        lists = provider.lists if judged else ()
        for code_list in lists:
            names = {(code_list.name, code.name) for code in code_list.members}
            facets = (judged[name].facets for name in names & judged.keys())
            stated = Counter(facet for each in facets for facet in each.stated)
            numbers = [stated[facet] for facet in ("state", "retry", "cause", "party")]
            rows.append((provider.title, code_list.title, [len(names), *numbers]))
    sums = map(sum, zip(*(numbers for _, _, numbers in rows), strict=True))
    return [*rows, ("", "All", list(sums))] if rows else []


def _search_data(views: Iterable[View]) -> str:
    """Return the data for the search, as JSON that is safe inside a script."""
    providers: list[View] = []
    lists: list[View] = []
    codes: list[View] = []
    for number, view in enumerate(views):
        provider = view["provider"]
        providers.append({"slug": provider.provider, "title": provider.title})
        for code_list, views_of_codes in view["lists"]:
            codes += [_search_code(len(lists), code) for code in views_of_codes]
            lists.append({"provider": number, "name": code_list.name, "title": code_list.title})
    data = {"providers": providers, "lists": lists, "codes": codes}
    # One line per code, so that a diff shows one line per changed code.
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace(',{"list":', ',\n{"list":')


def _search_code(index: int, view: View) -> View:
    code, meaning = view["code"], view["meaning"]
    return {
        "list": index,
        "name": code.name,
        "value": str(code.value),
        "names": view["other_names"],
        "description": code.description,
        "group": view["group"],
        "permanent": code.permanent,
        "facts": view["facts"],
        "meaning": str(meaning.facets) if meaning else None,
        "basis": view["basis"],
        "advice": meaning.facets.advice if meaning else None,
        "notes": code.remarks,
    }


def _provider(provider: Provider, judged: Judged) -> View:
    return {
        "provider": provider,
        "lists": [
            (each, [_code(each, code, judged.get((each.name, code.name))) for code in each.members])
            for each in provider.lists
        ],
    }


def _code(code_list: CodeList, code: Code, meaning: Meaning | None) -> View:
    """Return the view of a code, with what is shown beside its own fields, and its `anchor`."""
    group = next((each for each in code_list.groups if each.name == code.group), None)
    name = code.documented_name
    other_name = [name] if name is not None and name != code.name else []
    return {
        "code": code,
        "anchor": f"{code_list.name}.{code.name}",
        "other_names": [*other_name, *(alias.name for alias in code.aliases), *code.former_names],
        "group": (group.documented_name or group.name) if group else None,
        "facts": list(_facts(code_list, code, group, other_name)),
        # An address on a page that is not ours may be anything.
        "links": [link for link in code.links if link.startswith(("https://", "http://"))],
        "meaning": meaning,
        "basis": _basis(meaning) if meaning else "",
    }


def _basis(meaning: Meaning) -> str:
    by_facet = meaning.basis_in_words
    words = set(by_facet.values())
    shown = [f"{facet.replace('_', ' ')}: {each}" for facet, each in by_facet.items()]
    basis = words.pop() if len(words) == 1 else "; ".join(shown)
    return f"Basis: {basis}. {meaning.reason or ''}".rstrip()


def _facts(
    code_list: CodeList, code: Code, group: Group | None, other_name: list[str]
) -> Iterator[str]:
    """Yield the documented facts of a code besides its description, in a few words each."""
    if group is not None:
        yield f"group {group.documented_name or group.name} ({group.value})"
    for fact in facts_of(code_list):
        value = fact.of(code)
        if value is not None and (shown := fact.shown(value)):
            yield shown
    for name in other_name:
        yield f"documented as {name}"
    for former in code.former_names:
        yield f"formerly {former}"
    if code.name_proposed:
        yield "name proposed"
