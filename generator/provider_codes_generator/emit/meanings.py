"""What the templates of meanings and notes print: finished literals, as in `python`."""

from collections.abc import Iterator

from ..model import ADVICE, Judged, Meaning, Provider
from . import literals
from .python import View

_ENUMS = {"state": "MessageState", "retry": "Retry", "cause": "Cause", "party": "Party"}


def meanings(provider: Provider, judged: Judged) -> View:
    """Return the view of the meanings of a provider's codes, by list, as `value: Meaning(...)`."""
    lists: dict[str, list[str]] = {}
    names = {"Basis", "Meaning"}
    for code_list in provider.lists:
        rows = lists[code_list.name] = []
        for code in code_list.members:
            if meaning := judged.get((code_list.name, code.name)):
                arguments = dict(_arguments(meaning))
                texts = ", ".join(f"{name}={text}" for name, text in arguments.items())
                rows.append(f"{literals.value(code.value)}: Meaning({texts})")
                names |= {_ENUMS[facet] for facet in _ENUMS.keys() & arguments}
    text = f"What the codes of {provider.title} mean for the caller: our judgement, not the provider's words."
    return {"docstring": literals.docstring([text], 0), "imports": sorted(names), "lists": lists}


def notes(provider: Provider) -> View:
    """Return the view of our notes on a provider's codes, by list, as `value: (note, ...)`."""
    lists = {
        name: [f"{literals.value(value)}: {literals.texts(texts)}" for value, texts in rows.items()]
        for name, rows in provider.remarks.items()
    }
    text = f"Our notes on codes of {provider.title}, and where its pages are broken."
    return {"docstring": literals.docstring([text], 0), "lists": lists}


def advice() -> View:
    """Return the view of the advice about a single code, by the facets that decide it."""
    return {literals.value(key): literals.text(words) for key, words in ADVICE.items()}


def _arguments(meaning: Meaning) -> Iterator[tuple[str, str]]:
    for facet, value in meaning.facets.stated.items():
        yield facet, f"{_ENUMS[facet]}.{value.upper()}" if facet in _ENUMS else str(value)
    basis = (f"{facet}={literals.text(words)}" for facet, words in meaning.basis_in_words.items())
    yield "basis", f"Basis({', '.join(basis)})"
    if meaning.reason:
        yield "reason", literals.text(meaning.reason)


def basis(meaning: Meaning) -> str:
    """Return the basis of the meaning, in words."""
    by_facet = meaning.basis_in_words
    shared = set(by_facet.values())
    if len(shared) == 1:
        return shared.pop()
    return "; ".join(f"{facet.replace('_', ' ')}: {words}" for facet, words in by_facet.items())
