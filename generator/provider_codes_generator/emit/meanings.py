"""What the template of meanings prints: finished literals, as in `python`."""

from collections.abc import Iterator

from ..model import Judged, Meaning, Provider
from . import literals
from .python import View

_ENUMS = {"state": "MessageState", "retry": "Retry", "cause": "Cause", "party": "Party"}


def meanings(provider: Provider, judged: Judged) -> View:
    """The view of the meanings of a provider's codes, by list, as `value: Meaning(...)`."""
    found = {
        each.name: [
            (code.value, judged[name])
            for code in each.members
            if (name := (each.name, code.name)) in judged
        ]
        for each in provider.lists
    }
    facets = [meaning.facets for rows in found.values() for _, meaning in rows]
    used = [enum for facet, enum in _ENUMS.items() if any(getattr(each, facet) for each in facets)]
    text = f"What the codes of {provider.title} mean for the caller: our judgement, not the provider's words."
    return {
        "docstring": literals.docstring([text], 0),
        "imports": sorted(["Basis", "Meaning", *used]),
        "lists": {
            name: [
                f"{literals.value(value)}: Meaning({', '.join(_arguments(meaning))})"
                for value, meaning in rows
            ]
            for name, rows in found.items()
        },
    }


def _arguments(meaning: Meaning) -> Iterator[str]:
    for facet, value in meaning.facets._asdict().items():
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
