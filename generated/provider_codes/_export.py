# Generated from the template _export.py by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:b3d52b5b45b3d03cbd2b58fbafd64235152c571c22b4225a1e192f5b47cd293f of all below this line.
"""All codes of this package for programs in other languages, as JSON or CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TextIO, TypedDict, cast

from . import PROVIDERS
from ._catalogue import Record, records
from ._meaning import meaning
from ._modules import module_of
from ._runtime import IntCode, StrCode

__all__ = ["VERSION", "ConstantRecord", "MeaningRecord", "write_csv", "write_json"]

VERSION = 1
"""The version of the format in docs/codes.schema.json; new keys do not change it."""

_COLUMNS = (
    "provider",
    "list",
    "name",
    "value",
    "documented_names",
    "description",
    "permanent",
    "group",
    "group_value",
    "facts",
)


class ConstantRecord(TypedDict):
    """A fact beside the codes: a header, a limit, addresses."""

    provider: str
    name: str
    value: int | str | list[str]


class MeaningRecord(TypedDict):
    """Our judgement of a code, kept apart from the provider's facts."""

    provider: str
    list: str
    name: str
    state: str | None
    final: bool | None
    retry: str | None
    party: str | None
    cause: str | None
    retry_after: int | None
    basis: Mapping[str, str]
    reason: str


def write_json(file: TextIO, providers: Sequence[str] = PROVIDERS) -> None:
    """Write the codes, constants and meanings of the providers as one object."""
    whole = {
        "version": VERSION,
        "codes": list(records(providers)),
        "constants": list(_constants(providers)),
        "meanings": list(_meanings(providers)),
    }
    json.dump(whole, file, indent=2, ensure_ascii=False)
    file.write("\n")


def write_csv(file: TextIO, providers: Sequence[str] = PROVIDERS) -> None:
    """Write the codes of the providers, one per line, below a header line.

    Several documented names share a field, separated by ` | `. The list's own facts are a JSON
    object. Absent values are empty. An apostrophe precedes a text that a spreadsheet would run.
    """
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for record in records(providers):
        writer.writerow(map(_harmless, _row(record)))


def _harmless(cell: object) -> object:
    """The cell; a text that a spreadsheet would take for a formula, behind an apostrophe."""
    if not isinstance(cell, str) or not cell.startswith(
        ("=", "+", "-", "@", "\t", "\r")
    ):
        return cell
    # A negative number is none.
    return cell if cell[1:].isdecimal() and cell[0] == "-" else f"'{cell}"


def _row(record: Record) -> list[object]:
    permanent, group = record["permanent"], record["group"]
    return [
        record["provider"],
        record["list"],
        record["name"],
        record["value"],
        " | ".join(record["documented_names"]),
        record["description"],
        "" if permanent is None else str(permanent).lower(),
        group["name"] if group else "",
        group["value"] if group else "",
        json.dumps(record["facts"], ensure_ascii=False) if record["facts"] else "",
    ]


def _constants(providers: Sequence[str]) -> Iterator[ConstantRecord]:
    for provider in providers:
        module = module_of(provider)
        for name in module.__all__:
            value: object = getattr(module, name)
            if name != "LISTS" and isinstance(value, (int, str)):
                yield {"provider": provider, "name": name, "value": value}
            elif name != "LISTS" and isinstance(value, tuple):
                items = cast(tuple[object, ...], value)
                texts = [str(item) for item in items]
                yield {"provider": provider, "name": name, "value": texts}


def _meanings(providers: Sequence[str]) -> Iterator[MeaningRecord]:
    for provider in providers:
        lists: tuple[type[IntCode] | type[StrCode], ...]
        lists = module_of(provider).LISTS
        for code_list in lists:
            for code in code_list:
                found = meaning(code)
                if found.basis:
                    yield {
                        "provider": provider,
                        "list": code_list.__name__,
                        "name": code.name,
                        "state": found.state,
                        "final": found.final,
                        "retry": found.retry,
                        "party": found.party,
                        "cause": found.cause,
                        "retry_after": found.retry_after,
                        "basis": found.basis,
                        "reason": found.reason,
                    }
