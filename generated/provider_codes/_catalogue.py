# Generated from the template _catalogue.py by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:7e5bd1e87c4621f1515c444dfb540fbd4e8b363a2f9f1793cb1bfc2ad5ea052e of all below this line.
"""All codes of this package as plain records, for lookup and export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypedDict

from . import PROVIDERS
from ._modules import module_of
from ._runtime import IntCode, StrCode

__all__ = ["GroupRecord", "Record", "records"]


class GroupRecord(TypedDict):
    """A group of codes."""

    name: str
    value: int | str
    documented_name: str | None
    description: str


class Record(TypedDict):
    """A code, its list, and the page it comes from.

    `title` is the title of the list, `source` names the page and the day of transcription. Both
    are empty if Python strips docstrings.
    """

    provider: str
    list: str
    title: str
    source: str
    name: str
    value: int | str
    documented_names: list[str]
    description: str
    permanent: bool | None
    group: GroupRecord | None
    facts: dict[str, int | str | bool]


def records(providers: Iterable[str] = PROVIDERS) -> Iterator[Record]:
    """The codes of the providers, list by list, in documented order."""
    for provider in providers:
        lists: tuple[type[IntCode] | type[StrCode], ...]
        module = module_of(provider)
        lists = module.LISTS
        for code_list in lists:
            title, _, page = (code_list.__doc__ or "").partition("\n\n")
            source = _edition(module.__doc__ or "", _folded(page))
            for code in code_list:
                yield {
                    "provider": provider,
                    "list": code_list.__name__,
                    "title": _folded(title),
                    "source": source,
                    "name": code.name,
                    "value": code.value,
                    "documented_names": list(code.documented_names),
                    "description": code.description,
                    "permanent": code.permanent,
                    "group": _group(code.group),
                    "facts": dict(code.facts),
                }


def _group(group: IntCode | StrCode | None) -> GroupRecord | None:
    if group is None:
        return None
    return {
        "name": group.name,
        "value": group.value,
        "documented_name": group.documented_name,
        "description": group.description,
    }


def _edition(module: str, page: str) -> str:
    """The paragraph of a module's docstring about a page; empty if the list names no page."""
    page = page.removeprefix("From the ").removesuffix(".")
    paragraphs = map(_folded, module.split("\n\n"))
    return next(
        (each for each in paragraphs if page and each.startswith(f"The {page}")), ""
    )


def _folded(text: str) -> str:
    return " ".join(text.split())
