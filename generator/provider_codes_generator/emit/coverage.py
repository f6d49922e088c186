"""How many codes of each list have a judgement: a state, advice on retrying, a party."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import Meaning, Provider, Registry


@dataclass(frozen=True, slots=True)
class Coverage:
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
        row
        for provider in registry
        if (judged := registry.judged(provider.provider))
        for row in _lists(provider, judged)
    ]
    if not rows:
        return []
    numbers = zip(*((row.codes, row.states, row.retries, row.parties) for row in rows), strict=True)
    return [*rows, Coverage("", "All", *map(sum, numbers))]


def _lists(provider: Provider, judged: Mapping[tuple[str, str], Meaning]) -> Iterator[Coverage]:
    for code_list in provider.lists:
        names = [(code_list.name, code.name) for code in code_list.members]
        facets = [judged[name].facets for name in names if name in judged]
        yield Coverage(
            provider.title,
            code_list.title,
            len(names),
            sum(each.state is not None for each in facets),
            sum(each.retry is not None for each in facets),
            sum(each.party is not None for each in facets),
        )
