"""What the templates of the reference site print: plain texts, which they escape.

A view is a dict, because only templates and the search read it.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..model import (
    Code,
    CodeList,
    Group,
    Judged,
    Meaning,
    Provider,
    Registry,
    Withdrawn,
    counted,
    facts_of,
)
from .meanings import basis

View = Mapping[str, Any]


class Coverage(NamedTuple):
    """How many codes of one list, or of all, have a judgement: a state, advice, a cause, a party."""

    provider: str
    title: str
    codes: int
    states: int
    retries: int
    causes: int
    parties: int


def site(registry: Registry, package: str | None) -> View:
    """The view of the site; `package` is what programs import the enums from, if that is known."""
    lists = [code_list for provider in registry for code_list in provider.lists]
    counts = (
        counted(sum(len(code_list.members) for code_list in lists), "code"),
        counted(len(lists), "list"),
        counted(len(registry.providers), "provider"),
    )
    return {
        "title": "Status and error codes",
        "summary": "{} in {} of {}".format(*counts),
        "providers": [
            _provider(provider, registry.judged(provider.provider), package)
            for provider in registry
        ],
        "coverage": coverage(registry),
    }


def coverage(registry: Registry) -> list[Coverage]:
    """The judged codes per list, and their sum at the end; empty if no provider has meanings."""
    rows: list[Coverage] = []
    for provider in registry:
        judged = registry.judged(provider.provider)
        for code_list in provider.lists if judged else ():
            names = [(code_list.name, code.name) for code in code_list.members]
            facets = [judged[name].facets for name in names if name in judged]
            stated = (
                sum(getattr(each, facet) is not None for each in facets)
                for facet in ("state", "retry", "cause", "party")
            )
            rows.append(Coverage(provider.title, code_list.title, len(names), *stated))
    numbers = zip(*(row[2:] for row in rows), strict=True)
    return [*rows, Coverage("", "All", *map(sum, numbers))] if rows else []


def search_data(site: View) -> str:
    """The data for the search, as JSON that is safe inside a script."""
    providers = [view["provider"] for view in site["providers"]]
    lists = [
        (index, each) for index, view in enumerate(site["providers"]) for each in view["lists"]
    ]
    data = {
        "providers": [{"slug": each.provider, "title": each.title} for each in providers],
        "lists": [
            {"provider": index, "name": each["code_list"].name, "title": each["code_list"].title}
            for index, each in lists
        ],
        "codes": [
            _search_code(index, code)
            for index, (_, each) in enumerate(lists)
            for code in each["codes"]
        ],
    }
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
        "meaning": meaning and str(meaning.facets),
        "advice": meaning and meaning.facets.advice,
        "notes": code.remarks,
    }


def _provider(provider: Provider, judged: Judged, package: str | None) -> View:
    """The view of a provider's page; the `statement` imports it, and each constant has values."""
    return {
        "provider": provider,
        "page": f"{provider.provider}.html",
        "statement": f"from {package} import {provider.provider}" if package else "",
        "lists": [_list(provider, code_list, judged) for code_list in provider.lists],
        "constants": [
            (each, each.value if isinstance(each.value, tuple) else (each.value,))
            for each in provider.constants
        ],
    }


def _list(provider: Provider, code_list: CodeList, judged: Judged) -> View:
    """The view of a list, which programs call `python`; each group has the provider's name."""
    return {
        "code_list": code_list,
        "python": f"{provider.provider}.{code_list.name}",
        "count": counted(len(code_list.members), "code"),
        # A single document is already named at the top of the page.
        "document": provider.document(code_list.document) if len(provider.documents) > 1 else None,
        "families": [
            f"{provider.provider}.{family.alias}"
            for family in provider.families
            if code_list.name in family.lists
        ],
        "groups": [(group, _group_label(group)) for group in code_list.groups],
        "codes": [
            _code(code_list, code, judged.get((code_list.name, code.name)))
            for code in code_list.members
        ],
    }


def _group_label(group: Group) -> str:
    return f"{group.documented_name or group.name} ({group.value})"


def _code(code_list: CodeList, code: Code, meaning: Meaning | None) -> View:
    """The view of a code, and what is shown beside its own fields: its place is the `anchor`."""
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
        "basis": basis(meaning) if meaning else "",
    }


def _facts(
    code_list: CodeList, code: Code, group: Group | None, other_name: list[str]
) -> Iterator[str]:
    """The documented facts of a code besides its description, in a few words each."""
    if isinstance(code, Withdrawn):
        yield f"withdrawn: no longer documented since {code.since.isoformat()}"
    if group is not None:
        yield f"group {_group_label(group)}"
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
