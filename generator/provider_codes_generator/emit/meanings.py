"""What the templates of meanings and notes print: finished literals, as in `python`."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..model import Judged, Meaning, Provider
from . import literals
from .python import View

_ENUMS = {"state": "MessageState", "retry": "Retry", "cause": "Cause", "party": "Party"}


def meanings(provider: Provider, judged: Judged) -> View:
    """The view of the meanings of a provider's codes, by list, as `value: Meaning(...)`."""
    lists: dict[str, list[str]] = {}
    names = {"Basis", "Meaning"}
    for code_list in provider.lists:
        rows = lists[code_list.name] = []
        for code in code_list.members:
            if meaning := judged.get((code_list.name, code.name)):
                facets = meaning.facets._asdict()
                arguments = ", ".join(_arguments(meaning, facets))
                rows.append(f"{literals.value(code.value)}: Meaning({arguments})")
                names |= {enum for facet, enum in _ENUMS.items() if facets[facet]}
    text = f"What the codes of {provider.title} mean for the caller: our judgement, not the provider's words."
    return {"docstring": literals.docstring([text], 0), "imports": sorted(names), "lists": lists}


def notes(provider: Provider) -> View:
    """The view of our notes on a provider's codes, by list, as `value: (note, ...)`."""
    lists = {
        name: [f"{literals.value(value)}: {literals.texts(texts)}" for value, texts in rows.items()]
        for name, rows in provider.remarks.items()
    }
    text = f"Our notes on codes of {provider.title}, and where its pages are broken."
    return {"docstring": literals.docstring([text], 0), "lists": lists}


def _arguments(meaning: Meaning, facets: Mapping[str, Any]) -> Iterator[str]:
    for facet, value in facets.items():
        if value is not None:
            enum = _ENUMS.get(facet)
            yield f"{facet}={enum}.{value.upper()}" if enum else f"{facet}={value}"
    grounds = (f"{facet}={literals.text(words)}" for facet, words in meaning.grounds.items())
    yield f"basis=Basis({', '.join(grounds)})"
    if meaning.reason:
        yield f"reason={literals.text(meaning.reason)}"


def basis(meaning: Meaning) -> str:
    """The basis of the meaning, in words."""
    grounds = meaning.grounds
    shared = set(grounds.values())
    if len(shared) == 1:
        return shared.pop()
    return "; ".join(f"{facet.replace('_', ' ')}: {words}" for facet, words in grounds.items())
