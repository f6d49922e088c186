"""The shapes of a spec as a JSON Schema, for completion, hover texts and checks in editors."""

import json
import re
from typing import Any

from ..model import names
from . import shapes

# What editors insert for a name that the writer chooses.
_PLACEHOLDERS = {names.MEMBER: "NAME", names.CLASS: "Name", names.SLUG: "name"}

_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}


def schema(of: shapes.Record = shapes.SPEC, title: str = "provider-codes spec") -> str:
    """The text of a `schema.json`, without its header."""
    definitions: dict[str, Any] = {}
    document: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
    }
    document |= _record(of, definitions)
    document["$defs"] = definitions
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _kind(kind: shapes.Kind, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a kind; records go into `definitions`."""
    match kind:
        case shapes.Items(of=of, or_one=or_one):
            items = _kind(of, definitions)
            # Not two alternatives: an editor would show everything twice.
            one_too = items | {"type": [items["type"], "array"]} if or_one else {"type": "array"}
            return one_too | {"items": items}
        case shapes.OwnFacts():
            return _own(_scalar(shapes.Value()) | {"type": ["integer", "boolean", "string"]})
        case shapes.Pairs():
            return _pairs(kind)
        case shapes.Entries(doc=doc):
            return {
                "type": "object",
                "propertyNames": _names(kind),
                "additionalProperties": _kind(kind.of, definitions) | {"description": doc},
            }
        case shapes.Record(sole=str() as sole):
            return _kind(kind.keys[sole].kind, definitions)
        case shapes.Record():
            if kind.name not in definitions:
                definitions[kind.name] = {}
                definitions[kind.name] = _record(kind, definitions)
            return {"$ref": f"#/$defs/{kind.name}"}
        case _:
            return _scalar(kind)


def _scalar(kind: shapes.ScalarKind) -> dict[str, Any]:
    match kind:
        case shapes.Text(pattern=None):
            return dict(_TEXT)
        case shapes.Text(pattern=pattern):
            return {"type": "string", "pattern": f"^(?:{pattern})$"}
        case shapes.Boolean():
            return {"type": "boolean"}
        case shapes.Day():
            pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
            return {"type": "string", "format": "date", "pattern": pattern}
        case shapes.Number():
            return {"type": "integer"}
        case shapes.Choice(options=options, own=True):
            # Not words and names as two alternatives: an editor would show everything twice.
            return _scalar(shapes.Text(names.SLUG)) | {"examples": list(options)}
        case shapes.Choice(options=options):
            return {"enum": list(options)}
        case shapes.Value(many=many):
            largest = 10**18 - 1
            bounds = {"minLength": 1, "minimum": -largest, "maximum": largest}
            one = {"type": ["integer", "string"], **bounds}
            texts = {"type": ["integer", "string", "array"], "minItems": 1, "items": _TEXT}
            return one | texts if many else one


def _pairs(kind: shapes.Pairs) -> dict[str, Any]:
    properties = {key: _TEXT | {"description": doc} for key, doc in kind.keys.items()}
    if kind.own:
        return {"properties": properties} | _own(_TEXT)
    pairs = {"type": "object", "properties": properties, "additionalProperties": False}
    return _TEXT | pairs | {"type": ["string", "object"]} if kind.or_one else pairs


def _names(kind: shapes.Entries) -> dict[str, Any]:
    """The schema of the keys of entries."""
    pattern = kind.pattern
    schema: dict[str, Any] = {
        "title": _PLACEHOLDERS[pattern],
        "description": kind.doc,
        "pattern": f"^(?:{pattern})$",
    }
    refused = sorted(word for word in names.KEYWORDS if re.fullmatch(pattern, word))
    return schema | ({"not": {"enum": refused}} if refused else {})


def _own(values: dict[str, Any]) -> dict[str, Any]:
    """A mapping from facts that a list declares."""
    doc = "A fact of the list, by its name under `facts`."
    return {
        "type": "object",
        "propertyNames": {
            "title": _PLACEHOLDERS[names.SLUG],
            "description": doc,
            "pattern": f"^(?:{names.SLUG})$",
        },
        "additionalProperties": values | {"description": doc},
    }


def _record(kind: shapes.Record, definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {
        name: _kind(key.kind, definitions) | _told(key) for name, key in kind.keys.items()
    }
    required = [name for name, key in kind.keys.items() if key.required]
    found: dict[str, Any] = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return found | ({"required": required} if required else {})


def _told(key: shapes.Key) -> dict[str, Any]:
    """What an editor shows when the pointer is over a key."""
    examples = {} if key.example is None else {"examples": [key.example]}
    return {"description": key.doc} | examples
