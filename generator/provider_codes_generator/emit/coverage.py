"""How many codes of each list have a judgement: a state, advice on retrying, a party."""

from collections.abc import Mapping
from typing import NamedTuple

from ..model import CodeList, Meaning, Provider, Registry


class Coverage(NamedTuple):
    """The numbers of one list, or of all lists together."""

    provider: str
    title: str
    codes: int
    states: int
    retries: int
    parties: int


def coverage(registry: Registry) -> list[Coverage]:
    """The numbers per list, and their sum at the end; empty if no provider has meanings."""
    rows = [
        _row(provider, code_list, judged)
        for provider in registry
        if (judged := registry.judged(provider.provider))
        for code_list in provider.lists
    ]
    numbers = zip(*(row[2:] for row in rows), strict=True)
    return [*rows, Coverage("", "All", *map(sum, numbers))] if rows else []


def _row(
    provider: Provider, code_list: CodeList, judged: Mapping[tuple[str, str], Meaning]
) -> Coverage:
    names = [(code_list.name, code.name) for code in code_list.members]
    facets = [judged[name].facets for name in names if name in judged]
    return Coverage(
        provider.title,
        code_list.title,
        len(names),
        sum(each.state is not None for each in facets),
        sum(each.retry is not None for each in facets),
        sum(each.party is not None for each in facets),
    )
