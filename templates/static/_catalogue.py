"""All codes of this package as plain records, for lookup and export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypedDict

from . import PROVIDERS
from ._advice import advice, notes
from ._meaning import meaning
from ._runtime import IntCode, StrCode
from ._search import Entry, entries, source_of, title_of

__all__ = ["GroupRecord", "MeaningRecord", "Record", "record", "records"]


class GroupRecord(TypedDict):
    """A group of codes."""

    name: str
    value: int | str
    documented_name: str | None
    description: str


class MeaningRecord(TypedDict):
    """Our judgement of a code, kept apart from the provider's facts."""

    advice: str
    state: str | None
    final: bool | None
    retry: str | None
    party: str | None
    cause: str | None
    retry_after: int | None
    basis: dict[str, str]
    reason: str


class Record(TypedDict):
    """A code, its list, and the page it comes from.

    `title` is the title of the list, and `source` names the page and the day of transcription.
    Both are empty if Python strips docstrings.
    """

    id: str
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
    meaning: MeaningRecord
    notes: list[str]


def records(providers: Iterable[str] = PROVIDERS) -> Iterator[Record]:
    """Return the codes of the providers, list by list, in documented order."""
    return map(record, entries(tuple(providers)))


def record(entry: Entry) -> Record:
    """Return the code as a plain record."""
    code, code_list = entry.code, type(entry.code)
    return {
        "id": code.id,
        "provider": entry.provider,
        "list": code_list.__name__,
        "title": title_of(code_list),
        "source": source_of(code_list),
        "name": code.name,
        "value": code.value,
        "documented_names": list(code.documented_names),
        "description": code.description,
        "permanent": code.permanent,
        "group": _group(code.group),
        "facts": dict(code.facts),
        "meaning": _meaning(code),
        "notes": list(notes(code)),
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


def _meaning(code: IntCode | StrCode) -> MeaningRecord:
    found = meaning(code)
    return {
        "advice": advice(code),
        "state": found.state,
        "final": found.final,
        "retry": found.retry,
        "party": found.party,
        "cause": found.cause,
        "retry_after": found.retry_after,
        "basis": dict(found.basis),
        "reason": found.reason,
    }
