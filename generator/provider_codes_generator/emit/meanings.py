"""What the template of meanings prints: finished literals, as in `python`."""

from ..model import Meaning, Meanings, Provider
from . import literals
from .python import View

_GROUNDS = {"flag": "the documented flag", "convention": "convention"}


def meanings(provider: Provider, meanings: Meanings) -> View:
    """The view of the meanings of a provider's codes, by list, as `value: Meaning(...)`."""
    judged = meanings.by_code()
    found = {
        each.name: [
            (code.value, judged[name])
            for code in each.members
            if (name := (each.name, code.name)) in judged
        ]
        for each in provider.lists
    }
    facets = [meaning.facets for rows in found.values() for _, meaning in rows]
    used = {
        "MessageState": any(each.state for each in facets),
        "Party": any(each.party for each in facets),
        "Retry": any(each.retry for each in facets),
    }
    text = f"What the codes of {provider.title} mean for the caller: our judgement, not the provider's words."
    return {
        "docstring": literals.docstring([text], 0),
        "imports": ["Meaning", *(name for name, is_used in used.items() if is_used)],
        "lists": {name: [_row(*row) for row in rows] for name, rows in found.items()},
    }


def _row(value: int | str, meaning: Meaning) -> str:
    state, final, retry, party = meaning.facets
    arguments = [
        f"MessageState.{state}" if state else "None",
        str(final),
        f"Retry.{retry.upper()}" if retry else "None",
        f"Party.{party.upper()}" if party else "None",
        literals.text(basis(meaning)),
        *([literals.text(meaning.reason)] if meaning.reason else []),
    ]
    return f"{literals.value(value)}: Meaning{literals.row(arguments)}"


def basis(meaning: Meaning) -> str:
    """The basis of the meaning, in words."""
    grounds = ((facet, _GROUNDS.get(ground, f"“{ground}”")) for facet, ground in meaning.basis)
    return "; ".join(f"{facet}: {words}" if facet else words for facet, words in grounds)
