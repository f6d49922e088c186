# Generated from the template _catalogue.py by `provider-codes generate`. Do not edit.
# sha256:fefac6ad33d6729aab74e53dd2c936ca68be857b27b45f43a7b44a3249180165 of all below this line.
"""All codes of this package as plain records, for those who look them up or take them elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TypedDict

from . import PROVIDERS
from ._runtime import IntCode, StrCode

__all__ = ["GroupRecord", "Record", "records"]


class GroupRecord(TypedDict):
    """A group of codes."""

    name: str
    value: int | str
    documented_name: str | None
    description: str


class Record(TypedDict):
    """A code, with where it stands and where its facts come from.

    `title` is what the list is called, `source` the page and the day of transcription; both are
    empty where Python was told to strip docstrings.
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
        lists = import_module(f".{provider}", __package__).LISTS
        for code_list in lists:
            title, _, source = (code_list.__doc__ or "").partition("\n\n")
            for code in code_list:
                yield {
                    "provider": provider,
                    "list": code_list.__name__,
                    "title": _folded(title),
                    "source": _folded(source),
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


def _folded(text: str) -> str:
    return " ".join(text.split())
