"""Changes as JSON, as docs/changes.schema.json describes it."""

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import get_args

from ..model import Code, Constant, Entry, Family, Finding, Withdrawn, as_records
from .kinds import Change, Content, bump

_CHANGE = ("provider", "list", "kind", "value", "name", "before", "after", "effect", "bump")
_OPTIONAL = ("extent", "fact", "name_of_before", "name_of_after")
# The keys of each entry, named as in a spec: what the page says, without our own additions.
_OURS = "note erratum name_proposed place is_partial retrieved reader tables ignore".split()
KEYS: dict[type, tuple[str, ...]] = {
    kind: tuple(each.name for each in fields(kind) if each.name not in _OURS)
    for kind in (*get_args(Content), Withdrawn, Family)
    if isinstance(kind, type) and is_dataclass(kind)
}
KEYS[Constant] = ("name", "value", "description")


def as_json(changes: Sequence[Change], ledger: Sequence[Entry], findings: Sequence[Finding]) -> str:
    """Return everything as one object."""
    report = {
        "changes": changes,
        "ledger": [entry._asdict() for entry in ledger],
        "findings": as_records(findings),
        "bump": bump(changes),
    }
    return json.dumps(report, indent=2, default=_data) + "\n"


def _data(content: object) -> object:
    """Return the JSON data of what JSON has no type for: a change, an entry, a date."""
    if not is_dataclass(content):
        return str(content)
    keys = _CHANGE if isinstance(content, Change) else KEYS[type(content)]
    record = {key: getattr(content, key) for key in keys}
    if isinstance(content, Change):
        optional = ((key, getattr(content, key)) for key in _OPTIONAL)
        record |= {key: value for key, value in optional if value is not None}
    if isinstance(content, Code):
        record["facts"] = dict(content.facts)
    return record
