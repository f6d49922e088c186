"""The shapes of a spec as a JSON Schema, for completion, hover texts and checks in editors."""

import json
from typing import Any

from ..model import names
from . import shapes

# What editors insert for a name that the writer chooses.
_PLACEHOLDERS = {names.MEMBER: "NAME", names.CLASS: "Name", names.SLUG: "name"}

_TEXT = shapes.Text().schema()


def schema(of: shapes.Record = shapes.SPEC, title: str = "provider-codes spec") -> str:
    """Return the text of a `schema.json`, without its header."""
    definitions: dict[str, Any] = {}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    document = head | _record(of, definitions) | {"$defs": definitions}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _kind(kind: shapes.Kind, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a kind. Records go into `definitions`."""
    match kind:
        case shapes.Items(of=of, or_one=or_one, unique=unique):
            items = _kind(of, definitions)
            # Not two alternatives: an editor would show everything twice.
            one_too = items | {"type": [items["type"], "array"]} if or_one else {"type": "array"}
            return one_too | {"items": items} | ({"uniqueItems": True} if unique else {})
        case shapes.Pairs():
            return _pairs(kind)
        case shapes.Entries(of=of, pattern=pattern, doc=doc):
            return {
                "type": "object",
                "propertyNames": _name(pattern, doc),
                "additionalProperties": _kind(of, definitions) | {"description": doc},
            }
        case shapes.Record(sole=str() as sole):
            return _kind(kind.keys[sole].kind, definitions)
        case shapes.Record():
            if kind.name not in definitions:
                definitions[kind.name] = {}
                definitions[kind.name] = _record(kind, definitions)
            return {"$ref": f"#/$defs/{kind.name}"}
        case _:
            return kind.schema()


def _pairs(kind: shapes.Pairs) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "object"}
    if kind.required:
        found["required"] = [kind.required]
    if kind.keys:
        found["properties"] = {key: _TEXT | {"description": doc} for key, doc in kind.keys.items()}
    if kind.own:
        any_type = shapes.Value().schema() | {"type": ["integer", "boolean", "string"]}
        doc = "A fact of the list, by its name under `facts`."
        found["propertyNames"] = _name(names.SLUG, doc)
        found["additionalProperties"] = (any_type if kind.typed else _TEXT) | {"description": doc}
        return found
    found["additionalProperties"] = False
    return _TEXT | found | {"type": ["string", "object"]} if kind.or_one else found


def _name(pattern: str, doc: str) -> dict[str, Any]:
    """Return the schema of a name that the writer chooses."""
    return {"title": _PLACEHOLDERS[pattern], "description": doc} | shapes.Text(pattern).schema()


def _record(kind: shapes.Record, definitions: dict[str, Any]) -> dict[str, Any]:
    keys: dict[str, Any] = {}
    for name, key in kind.keys.items():
        keys[name] = _kind(key.kind, definitions) | {"description": key.doc}
        if key.example is not None:
            keys[name]["examples"] = [key.example]
    found = {"type": "object", "properties": keys, "additionalProperties": False}
    return found | ({"required": kind.required} if kind.required else {})
