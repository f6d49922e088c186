"""The same codes in the languages of the peers, and as plain enums written by hand."""

import json
from collections.abc import Iterator
from pathlib import Path

from provider_codes_generator.model.registry import CodeList, Group, Provider

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(provider: Provider) -> str:
    """The lists as enums of JSON Schema, with names and descriptions."""
    definitions: dict[str, object] = {}
    for code_list in provider.lists:
        definitions[code_list.name] = {
            "title": code_list.name,
            "type": "integer" if code_list.values == "int" else "string",
            "enum": [code.value for code in code_list.members],
            "x-enum-varnames": [code.name for code in code_list.members],
            "x-enum-descriptions": [code.description for code in code_list.members],
        }
    return json.dumps({"$schema": _DRAFT, "title": provider.title, "$defs": definitions})


def proto(provider: Provider) -> str:
    """The lists as enums of Protocol Buffers, with descriptions as comments."""
    lines = ['syntax = "proto3";', f"package {provider.provider};"]
    for code_list in provider.lists:
        lines += [f"enum {code_list.name} {{", *_proto_values(code_list), "}"]
    return "\n".join(lines) + "\n"


def _proto_values(code_list: CodeList) -> Iterator[str]:
    # Names are unique in the whole file, values are numbers, and 0 comes first.
    prefix = code_list.name.upper()
    if code_list.values == "int" and any(code.value == 0 for code in code_list.members):
        codes = sorted(code_list.members, key=lambda code: code.value != 0)
    else:
        codes = list(code_list.members)
        yield f"  {prefix}_UNSPECIFIED = 0;"
    for place, code in enumerate(codes, start=1):
        if code.description:
            yield f"  // {code.description}"
        yield f"  {prefix}_{code.name} = {code.value if code_list.values == 'int' else place};"


def plain_enums(provider: Provider) -> str:
    """A module of plain enums: the same members, the same groups, and nothing else."""
    lines = ["from enum import IntEnum, StrEnum"]
    for code_list in provider.lists:
        if code_list.groups:
            lines += ["", "", f"class {code_list.group_name}({_base(code_list.groups)}):"]
            lines += [f"    {group.name} = {group.value!r}" for group in code_list.groups]
        base = "IntEnum" if code_list.values == "int" else "StrEnum"
        lines += ["", "", f"class {code_list.name}({base}):"]
        for code in code_list.members:
            lines.append(f"    {code.name} = {code.value!r}")
            lines += [f"    {alias.name} = {code.value!r}" for alias in code.aliases]
    return "\n".join(lines) + "\n"


def _base(groups: tuple[Group, ...]) -> str:
    return "IntEnum" if isinstance(groups[0].value, int) else "StrEnum"


def write(folder: Path, providers: tuple[Provider, ...]) -> None:
    """Write the input of the peers into a project."""
    for name in ("schemas", "protos"):
        (folder / name).mkdir()
    for each in providers:
        (folder / f"schemas/{each.provider}.json").write_text(json_schema(each), encoding="utf-8")
        (folder / f"protos/{each.provider}.proto").write_text(proto(each), encoding="utf-8")
