"""All codes of this package for programs in other languages, as JSON or CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TextIO, TypedDict, cast

from . import PROVIDERS
from ._catalogue import Record, records
from ._modules import module_of

__all__ = ["VERSION", "ConstantRecord", "write_csv", "write_json"]

VERSION = 1
"""The version of the format in docs/codes.schema.json; new keys do not change it."""


class ConstantRecord(TypedDict):
    """A fact beside the codes: a header, a limit, addresses."""

    provider: str
    name: str
    value: int | str | list[str]


def write_json(file: TextIO, providers: Sequence[str] = PROVIDERS) -> None:
    """Write the codes and constants of the providers as one object."""
    whole = {
        "version": VERSION,
        "codes": list(records(providers)),
        "constants": list(_constants(providers)),
    }
    json.dump(whole, file, indent=2, ensure_ascii=False)
    file.write("\n")


def write_csv(file: TextIO, providers: Sequence[str] = PROVIDERS) -> None:
    """Write the codes of the providers, one per line, below a header line.

    Several documented names or notes share a field, separated by ` | `. The list's own facts and
    the basis are JSON objects. Absent values are empty. An apostrophe precedes a text that a
    spreadsheet would run as a formula.
    """
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for record in records(providers):
        writer.writerow(_harmless(cell(record)) for cell in _COLUMNS.values())


def _harmless(cell: object) -> object:
    """Return the cell, with an apostrophe before what a spreadsheet would run as a formula."""
    if not isinstance(cell, str) or not cell.startswith(
        ("=", "+", "-", "@", "\t", "\r")
    ):
        return cell
    # A spreadsheet reads a negative number as one.
    return cell if cell[1:].isdecimal() and cell[0] == "-" else f"'{cell}"


def _object(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False) if value else ""


def _flag(value: bool | None) -> str:
    return "" if value is None else str(value).lower()


# The columns of a CSV file, and what each has of a code
_COLUMNS: dict[str, Callable[[Record], object]] = {
    "id": lambda code: code["id"],
    "provider": lambda code: code["provider"],
    "list": lambda code: code["list"],
    "name": lambda code: code["name"],
    "value": lambda code: code["value"],
    "documented_names": lambda code: " | ".join(code["documented_names"]),
    "description": lambda code: code["description"],
    "permanent": lambda code: _flag(code["permanent"]),
    "group": lambda code: code["group"]["name"] if code["group"] else "",
    "group_value": lambda code: code["group"]["value"] if code["group"] else "",
    "facts": lambda code: _object(code["facts"]),
    "advice": lambda code: code["meaning"]["advice"],
    "state": lambda code: code["meaning"]["state"] or "",
    "final": lambda code: _flag(code["meaning"]["final"]),
    "retry": lambda code: code["meaning"]["retry"] or "",
    "party": lambda code: code["meaning"]["party"] or "",
    "cause": lambda code: code["meaning"]["cause"] or "",
    "retry_after": lambda code: code["meaning"]["retry_after"] or "",
    "basis": lambda code: _object(code["meaning"]["basis"]),
    "reason": lambda code: code["meaning"]["reason"],
    "notes": lambda code: " | ".join(code["notes"]),
}


def _constants(providers: Sequence[str]) -> Iterator[ConstantRecord]:
    for provider in providers:
        module = module_of(provider)
        for name in module.__all__:
            value: object = getattr(module, name)
            if isinstance(value, (int, str)):
                yield {"provider": provider, "name": name, "value": value}
            elif name != "LISTS" and isinstance(value, tuple):
                texts = [str(each) for each in cast(tuple[object, ...], value)]
                yield {"provider": provider, "name": name, "value": texts}
