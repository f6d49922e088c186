"""The schema of what `drift` and `diff` print as JSON, from KINDS, EFFECTS and KEYS."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from inspect import getdoc
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from provider_codes_generator.changes.kinds import EFFECTS, KINDS, About, Bump, Extent, KindRow
from provider_codes_generator.model import CodeList, Entry, Group, Level
from provider_codes_generator.changes.records import KEYS

Schema = dict[str, Any]

_TYPES = {int: "integer", str: "string", bool: "boolean", NoneType: "null"}
_NAMES: dict[type, str] = {CodeList: "list"}

# For each `about`: a description, and the types of `list`, `value`, `name` and `fact`.
_ABOUT: Mapping[About, tuple[str, object, object, object, type | None]] = {
    "code": ("A code, a group, or a second name.", str, int | str, str, None),
    "code and fact": ("A code, and a fact that its list declares.", str, int | str, str, str),
    "list": ("A list.", str, None, None, None),
    "fact": ("A fact that a list declares.", str, None, None, str),
    "attribute": ("An attribute of the members of a list; `name` is it.", str, None, str, None),
    "named": ("A constant or a family.", None, None, str, None),
    "provider": ("A provider.", None, None, None, None),
    "page": ("A page, or the page of a list.", str | None, None, None, None),
    "description": ("A code, an alias or a constant.", str | None, int | str | None, str, None),
}


def changes_schema() -> str:
    """Return the text of docs/changes.schema.json."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "provider-codes changes",
        "description": "What `provider-codes drift` and `provider-codes diff` print with"
        " `--format json`: the changes from one edition of the specs to another, the worst first.",
        **_record(
            changes={"type": "array", "items": _ref("change")},
            ledger={"type": "array", "items": _ref("entry")},
            findings={"type": "array", "items": _ref("finding")},
            bump=_ref("bump") | {"description": "The release that all changes require."},
        ),
        "$defs": dict(_definitions()),
    }
    return _text(schema) + "\n"


def _text(value: object, indent: str = "") -> str:
    """Return the value as JSON, on one line if it fits."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent + line) <= 100 or not isinstance(value, dict | list):
        return line
    inner = f"{indent}  "
    if isinstance(value, list):
        items = [_text(each, inner) for each in cast("list[object]", value)]
    else:
        pairs = cast("Schema", value).items()
        items = [f"{json.dumps(key)}: {_text(each, inner)}" for key, each in pairs]
    lines = ",\n".join(f"{inner}{item}" for item in items)
    return f"{line[0]}\n{lines}\n{indent}{line[-1]}"


def _definitions() -> Iterator[tuple[str, Schema]]:
    yield "change", _change()
    yield "kind", {"description": "What changed.", "enum": list(KINDS)}
    effects = [{"const": name, "description": row.meaning} for name, row in EFFECTS.items()]
    yield "effect", {
        "description": "What the change does to programs that import the enums, the worst first.",
        "oneOf": effects,
    }
    yield "bump", _holds(Bump)
    yield "kinds", {
        "description": "What each kind is about, and what it holds.",
        "allOf": [_if("kind", kind, _kind(row)) for kind, row in KINDS.items()],
    }
    yield "effects", {
        "description": "The release that each effect requires.",
        "allOf": [
            _if("effect", name, {"properties": {"bump": {"const": row.bump}}})
            for name, row in EFFECTS.items()
        ],
    }
    for about in _ABOUT:
        yield _about_name(about), _about(about)
    for kind in KEYS:
        yield _name(kind), _entry(kind)
    yield "entry", _ledger_entry()
    yield "finding", {
        "description": "One thing wrong or worth saying.",
        **_record(
            id=_holds(str),
            level=_holds(Level),
            file=_holds(str | None),
            line=_holds(int),
            column=_holds(int),
            message=_holds(str),
            help=_holds(str),
        ),
    }


_OF_AN_ENTRY = {
    "kind": "What became of it.",
    "what": "What it is; `cells` are parts of a row, and a `line` is outside the tables.",
    "provider": "The slug of the provider.",
    "document": "The name of the document in the spec.",
    "file": "The file or the address of the page.",
    "line": "Its line on the page, counted from 1.",
    "reason": "Why it was left out or ignored, or how it was read.",
    "code_list": "The list that it was read for; null if there is none.",
    "value": "The value of its code; null if there is none.",
    "heading": "The nearest heading above it, or the path of records.",
    "header": "The columns of the table, or the header line of a text.",
    "text": "Its text on the page; of a table, the first row.",
    "rows": "For how many rows of a table it accounts: for each row, exactly one entry does.",
    "is_codes": "Whether it has codes that are left out: a table that looks like codes of no list,"
    " or a new row without a fact that `documents` promises.",
}


def _ledger_entry() -> Schema:
    hints = get_type_hints(Entry)
    return {
        "description": "What became of a row of the page, or of another part of it.",
        **_record(**{key: _holds(hints[key], doc) for key, doc in _OF_AN_ENTRY.items()}),
    }


def _change() -> Schema:
    schema = _record(
        provider=_holds(str, "The slug of the provider."),
        list=_holds(
            str | None,
            "The list's Python name in the later edition, or in the earlier one if the list is"
            " gone; null for what belongs to no list.",
        ),
        kind=_ref("kind"),
        value=_holds(
            int | str | None,
            "The documented value in the earlier edition, or in the later one for an addition; for"
            " a group its id; null for what has no value.",
        ),
        name=_holds(
            str | None,
            "The Python name in the earlier edition, or in the later one for an addition: of a"
            " member, a group, an alias, a constant, a family or an attribute; null for the rest.",
        ),
        before={
            "description": "The field that changed, in its own type, or the whole entry; null for"
            " an addition."
        },
        after={
            "description": "The field that changed, in its own type, or the whole entry; null for"
            " a removal."
        },
        effect=_ref("effect"),
        bump=_ref("bump") | {"description": "The release that the change requires."},
    )
    schema["properties"] |= {
        "extent": _holds(
            Extent, "Whether words differ, or only full stops, spaces, case, quotes and dashes."
        ),
        "fact": _holds(str, "The fact that changed, if it is one that the list declares."),
        "name_of_before": _holds(
            str,
            "Of a moved name: the Python name of the member that has the value `before` now;"
            " absent if none has it.",
        ),
        "name_of_after": _holds(
            str, "Of a moved name: the Python name of the member that has the value `after` now."
        ),
    }
    return schema | {"allOf": [_ref("kinds"), _ref("effects")]}


def _kind(row: KindRow) -> Schema:
    fields = {"before": _holds(row.before), "after": _holds(row.after)}
    schema: Schema = {
        "description": row.description,
        **_ref(_about_name(row.about)),
        "properties": fields | {"effect": {"enum": list(row.effects)}},
    }
    if row.has_extent:
        return schema | {"required": ["extent"]}
    schema["properties"]["extent"] = False
    return schema


def _about(about: About) -> Schema:
    description, *types, fact = _ABOUT[about]
    properties: Schema = dict(zip(("list", "value", "name"), map(_holds, types), strict=True))
    properties["fact"] = _holds(fact) if fact else False
    schema: Schema = {"description": description, "properties": properties}
    return schema | {"required": ["fact"]} if fact else schema


def _about_name(about: About) -> str:
    return f"of-{about.replace(' ', '-')}"


def _entry(kind: type) -> Schema:
    hints = get_type_hints(kind)
    if kind is Group:  # `compare` fills in the documented names.
        hints["documented_name"] = str
    properties = {key: _holds(hints[key]) for key in KEYS[kind]}
    return {"description": (getdoc(kind) or "").splitlines()[0], **_record(**properties)}


def _name(kind: type) -> str:
    return _NAMES.get(kind, kind.__name__.lower())


def _record(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _if(key: str, word: str, then: Schema) -> Schema:
    return {"if": {"properties": {key: {"const": word}}}, "then": then}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _holds(kind: Any, description: str = "") -> Schema:
    """Return the schema of a field of that type."""
    schema = _of_type(kind)
    return {"description": description} | schema if description else schema


def _of_type(kind: Any) -> Schema:
    if kind in KEYS:
        return _ref(_name(kind))
    if kind is date:
        return {"type": "string", "format": "date"}
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple and get_origin(arguments[0]) is tuple:  # pairs of a key and a value
        return {"type": "object", "additionalProperties": _of_type(get_args(arguments[0])[1])}
    if origin is tuple:
        return {"type": "array", "items": _of_type(arguments[0])}
    if origin in (Union, UnionType):
        return _of_types(arguments)
    return {"type": _TYPES[NoneType if kind is None else kind]}


def _of_types(kinds: tuple[Any, ...]) -> Schema:
    if all(kind in _TYPES for kind in kinds):
        return {"type": [_TYPES[kind] for kind in kinds]}
    return {"anyOf": [_of_type(kind) for kind in kinds]}
