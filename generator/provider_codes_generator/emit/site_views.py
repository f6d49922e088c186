"""What the templates of the reference site print: plain texts, which they escape."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import (
    Code,
    CodeList,
    Constant,
    Document,
    Group,
    Meaning,
    Provider,
    Registry,
    Withdrawn,
    facts_of,
)
from .coverage import Coverage, coverage
from .meanings import basis

# The values of a constant.
Values = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class CodeView:
    """A code, and what is shown beside its own fields: `anchor` is its place on the page."""

    code: Code
    anchor: str
    other_names: tuple[str, ...]
    group: str | None
    facts: tuple[str, ...]
    links: tuple[str, ...]
    meaning: Meaning | None
    basis: str


@dataclass(frozen=True, slots=True)
class ListView:
    """A list: `python` is what programs call it, `count` says how many codes it has.

    Each group is beside the provider's name for it.
    """

    name: str
    title: str
    python: str
    count: str
    document: Document | None
    note: str | None
    families: tuple[str, ...]
    groups: tuple[tuple[Group, str], ...]
    codes: tuple[CodeView, ...]


@dataclass(frozen=True, slots=True)
class ProviderView:
    """A provider, and the name of its page; `statement` imports it in Python.

    Each constant is beside its values.
    """

    slug: str
    title: str
    page: str
    statement: str
    note: str | None
    documents: tuple[Document, ...]
    lists: tuple[ListView, ...]
    constants: tuple[tuple[Constant, Values], ...]


@dataclass(frozen=True, slots=True)
class SiteView:
    """The site as a whole."""

    title: str
    summary: str
    providers: tuple[ProviderView, ...]
    coverage: tuple[Coverage, ...]


# The meanings of a provider's codes, by list and code; empty if it has none.
_Judged = Mapping[tuple[str, str], Meaning]


def site(registry: Registry, package: str | None) -> SiteView:
    """The view of the site; `package` is what programs import the enums from, if that is known."""
    lists = [code_list for provider in registry for code_list in provider.lists]
    codes = sum(len(code_list.members) for code_list in lists)
    providers = tuple(
        _provider(provider, registry.judged(provider.provider), package) for provider in registry
    )
    return SiteView(
        title="Status and error codes",
        summary=f"{_count(codes, 'code')} in {_count(len(lists), 'list')} of "
        f"{_count(len(providers), 'provider')}",
        providers=providers,
        coverage=tuple(coverage(registry)),
    )


def search_data(site: SiteView) -> str:
    """The data for the search, as JSON that is safe inside a script."""
    lists = [
        (index, each) for index, provider in enumerate(site.providers) for each in provider.lists
    ]
    data = {
        "providers": [{"slug": each.slug, "title": each.title} for each in site.providers],
        "lists": [
            {"provider": index, "name": each.name, "title": each.title} for index, each in lists
        ],
        "codes": [
            _search_code(index, code)
            for index, (_, each) in enumerate(lists)
            for code in each.codes
        ],
    }
    # One line per code, so that a diff shows one line per changed code.
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace(
        ',{"list":', ',\n{"list":'
    )


def _search_code(index: int, view: CodeView) -> dict[str, object]:
    code = view.code
    return {
        "list": index,
        "name": code.name,
        "value": str(code.value),
        "names": view.other_names,
        "description": code.description,
        "group": view.group,
        "permanent": code.permanent,
        "facts": view.facts,
        "meaning": view.meaning and str(view.meaning.facets),
    }


def _provider(provider: Provider, judged: _Judged, package: str | None) -> ProviderView:
    return ProviderView(
        slug=provider.provider,
        title=provider.title,
        page=f"{provider.provider}.html",
        statement=f"from {package} import {provider.provider}" if package else "",
        note=provider.note,
        documents=provider.documents,
        lists=tuple(_list(provider, code_list, judged) for code_list in provider.lists),
        constants=tuple((each, _values(each)) for each in provider.constants),
    )


def _list(provider: Provider, code_list: CodeList, judged: _Judged) -> ListView:
    document = provider.document(code_list.document)
    groups = {group.name: group for group in code_list.groups}
    return ListView(
        name=code_list.name,
        title=code_list.title,
        python=f"{provider.provider}.{code_list.name}",
        count=_count(len(code_list.members), "code"),
        # A single document is already named at the top of the page.
        document=document if len(provider.documents) > 1 else None,
        note=code_list.note,
        families=tuple(
            f"{provider.provider}.{family.alias}"
            for family in provider.families
            if code_list.name in family.lists
        ),
        groups=tuple((group, _group_label(group)) for group in code_list.groups),
        codes=tuple(
            _code(code_list, code, groups, judged.get((code_list.name, code.name)))
            for code in code_list.members
        ),
    )


def _group_label(group: Group) -> str:
    return f"{_group_name(group)} ({group.value})"


def _group_name(group: Group) -> str:
    return group.documented_name or group.name


def _code(
    code_list: CodeList, code: Code, groups: Mapping[str, Group], meaning: Meaning | None
) -> CodeView:
    group = groups.get(code.group or "")
    return CodeView(
        code=code,
        anchor=f"{code_list.name}.{code.name}",
        other_names=tuple(_other_names(code_list, code)),
        group=_group_name(group) if group else None,
        facts=tuple(_facts(code_list, code, group)),
        links=tuple(filter(_is_web, code.links)),
        meaning=meaning,
        basis=basis(meaning) if meaning else "",
    )


def _facts(code_list: CodeList, code: Code, group: Group | None) -> Iterator[str]:
    """The documented facts of a code besides its description, in a few words each."""
    if isinstance(code, Withdrawn):
        yield f"withdrawn: no longer documented since {code.since.isoformat()}"
    if group is not None:
        yield f"group {_group_label(group)}"
    for fact in facts_of(code_list):
        value = fact.of(code_list, code)
        if value is not None and (shown := fact.shown(value)):
            yield shown
    name = code_list.documented_name(code)
    if name is not None and name != code.name:
        yield f"documented as {name}"
    for former in code.former_names:
        yield f"formerly {former}"
    if code.name_proposed:
        yield "name proposed"


def _other_names(code_list: CodeList, code: Code) -> Iterator[str]:
    """The other names by which a code can be found."""
    name = code_list.documented_name(code)
    if name is not None and name != code.name:
        yield name
    for alias in code.aliases:
        yield alias.name
    yield from code.former_names


def _values(constant: Constant) -> Values:
    return constant.value if isinstance(constant.value, tuple) else (constant.value,)


def _is_web(address: str) -> bool:
    """Whether a link may lead there: an address on a page that is not ours may be anything."""
    return address.startswith(("https://", "http://"))


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
