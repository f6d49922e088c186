"""What the template of meanings prints: finished literals, as in `python`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import CodeList, Meaning, Meanings, Provider
from . import literals


@dataclass(frozen=True, slots=True)
class ListView:
    """The meanings of one list, each `value: Meaning(...)`."""

    name: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeaningsView:
    """One emitted module: the meanings of one provider's codes."""

    docstring: str
    imports: tuple[str, ...]
    lists: tuple[ListView, ...]


def meanings(provider: Provider, meanings: Meanings) -> MeaningsView:
    """The view of the meanings of a provider's codes."""
    judged = meanings.by_code()
    lists = tuple(_list(code_list, judged) for code_list in provider.lists)
    facets = [
        judged[key].facets
        for each in provider.lists
        for code in each.members
        if (key := (each.name, code.name)) in judged
    ]
    used = {
        "MessageState": any(each.state for each in facets),
        "Party": any(each.party for each in facets),
        "Retry": any(each.retry for each in facets),
    }
    enums = [name for name, is_used in used.items() if is_used]
    text = f"What the codes of {provider.title} mean for their caller: not the provider's words."
    return MeaningsView(literals.docstring([text], 0), ("Meaning", *enums), lists)


def _list(code_list: CodeList, judged: Mapping[tuple[str, str], Meaning]) -> ListView:
    rows = [
        f"{literals.value(code.value)}: Meaning{literals.row(_arguments(meaning))}"
        for code in code_list.members
        if (meaning := judged.get((code_list.name, code.name))) is not None
    ]
    return ListView(code_list.name, tuple(rows))


def _arguments(meaning: Meaning) -> list[str]:
    state, final, retry, party = meaning.facets
    return [
        f"MessageState.{state}" if state else "None",
        str(final),
        f"Retry.{retry.upper()}" if retry else "None",
        f"Party.{party.upper()}" if party else "None",
        literals.text(basis(meaning)),
        *([literals.text(meaning.reason)] if meaning.reason else []),
    ]


def basis(meaning: Meaning) -> str:
    """The basis of the meaning, in words."""
    return "; ".join(_grounds(meaning))


def _grounds(meaning: Meaning) -> Iterator[str]:
    for facet, ground in meaning.basis:
        match ground:
            case "flag":
                words = "the documented flag"
            case "convention":
                words = "convention"
            case _:
                words = f"“{ground}”"
        yield f"{facet}: {words}" if facet else words
