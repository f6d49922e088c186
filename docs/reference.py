"""Write the generated pages: `python -m docs.reference`.

docs/spec-reference.md and docs/meanings-reference.md are generated from the schemas,
docs/commands.md from the table of commands, and docs/changes.schema.json from the tables of
changes. A test compares each file with what is generated.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, cast

from docs.changes_schema import changes_schema
from provider_codes_generator.cli.app import COMMANDS, Command, parser as cli_parser
from provider_codes_generator.emit.site import coverage
from provider_codes_generator.model import names
from provider_codes_generator.project.config import SHAPE
from provider_codes_generator.spec import load_folder, schema, shapes
from provider_codes_generator.spec.layout import scalar

FOLDER = Path(__file__).parent
Schema = Mapping[str, Any]

_MADE = "<!-- made by `make reference`: do not edit -->"

_SPEC_HEAD = """\
# The keys of a spec

A spec is one YAML file per provider. This page lists all keys, from the outside in. Unknown and duplicate keys are errors.
An editor with YAML support shows the same texts if the first line of the file is
`# yaml-language-server: $schema=schema.json`; `provider-codes generate` writes `schema.json` beside the specs.

There are three kinds of names. The Python name of a member is made of upper-case words: `CALL_BARRED`. The name of a list
is that of a class: `VoiceError`. A slug is made of lower-case words: `voice_error`."""

_MEANINGS_HEAD = """\
# Meanings: keys and coverage

`meanings/<slug>.yaml`, beside the specs, says what the codes of a provider mean for their caller, in [these
terms](meanings.md#the-terms). It has an entry for each code of each list, without keys that the code does not support.
Codes that a provider passes on from a standard are judged in `meanings/standards.yaml`, once for all providers; `standard:
map/27` refers to one. Its code has to have the number and the name that the standard gives it. Editors complete both kinds of files with the
schemas in that folder."""

_COVERAGE_HEAD = """\
## Coverage

The number of codes of each list with a state, with advice on retrying, with a cause and with a party. The text of the other
codes does not say.

| provider | list | codes | state | retry | cause | party |
|---|---|---:|---:|---:|---:|---:|"""

_COMMANDS_HEAD = """\
# The commands

`lookup` and `export` need only the library. The other commands need `pip install 'provider-codes[generator]'`, and read
`[tool.provider-codes]` of the `pyproject.toml` in the current folder or in the nearest one above it. Their options override
it; `--config` and `--quiet` may also come before the command. `provider-codes --version` prints the version. The table has
these keys; paths are relative to the file:

| key | what it is |
|---|---|
{keys}"""

# The names of the levels; `Provider` is the file as a whole.
_TITLES = {
    "Provider": "The file",
    "Meanings": "The file",
    "Meaning": "A meaning",
    "Standards": "The file of standards",
    "Standard": "A standard",
    "StandardCode": "A code of a standard",
    "Document": "A document",
    "Constant": "A constant",
    "CodeList": "A list",
    "ListFact": "A fact of a list",
    "Tables": "The tables of a list",
    "FlagWords": "Words for flags",
    "Ignored": "Something to ignore",
    "Group": "A group",
    "Code": "A code",
    "Erratum": "An erratum",
    "Alias": "An alias",
    "Withdrawn": "A withdrawn code",
}
_PLACEHOLDERS = {names.MEMBER: "<NAME>", names.CLASS: "<List>", names.SLUG: "<slug>"}
_NAMES = {
    names.MEMBER: "a Python name",
    names.CLASS: "the name of a list",
    names.SLUG: "a slug",
    r"https?://\S+": "an address",
    shapes.GROUP_PATTERN: "a pattern",
    r"[a-z][a-z0-9_]*/[0-9]+": "a standard and a number",
}
_NOT_SAID = "*The page does not say.*"
_FIELDS_HEAD = """\
# Which list belongs to which field

Where the values of each list arrive, as far as the transcribed pages say. If a page does not say, look at an answer of the
provider, and ask `provider-codes lookup` which lists have its value. A value may be in several lists: compare a few answers."""
_TYPES = {
    "string": "text",
    "boolean": "`true` or `false`",
    "integer": "a whole number",
    "['integer', 'boolean', 'string']": "a whole number, `true`, `false`, or text",
    "['integer', 'string']": "a whole number, or text",
}


def spec_reference() -> str:
    """Return the page of the keys of a spec."""
    return "\n\n".join([_MADE, _SPEC_HEAD, *_sections(shapes.SPEC)]) + "\n"


def fields_of_lists() -> str:
    """Return the page that says which field each list belongs to."""
    registry, _ = load_folder(FOLDER.parent / "specs", "specs")
    sections = [_MADE, _FIELDS_HEAD]
    for provider in registry:
        rows = ["| list | where its values arrive |", "|---|---|"]
        for each in provider.lists:
            rows.append(f"| `{provider.provider}.{each.name}` | {each.field or _NOT_SAID} |")
        sections += [f"## {provider.title}", "\n".join(rows)]
    return "\n\n".join(sections) + "\n"


def meanings_reference() -> str:
    """Return the page of the keys of a file of meanings, and of how much is judged."""
    registry, _ = load_folder(FOLDER.parent / "specs", "specs")
    rows = [
        f"| {provider} | {code_list} | {' | '.join(map(str, numbers))} |"
        for provider, code_list, numbers in coverage(registry)
    ]
    keys = [*_sections(shapes.MEANINGS), *_sections(shapes.STANDARDS)]
    sections = [*keys, _COVERAGE_HEAD + "\n" + "\n".join(rows)]
    return "\n\n".join([_MADE, _MEANINGS_HEAD, *sections]) + "\n"


def _sections(kind: shapes.Record) -> Iterator[str]:
    whole: Schema = json.loads(schema(kind))
    for name, paths in _levels(whole, kind.name).items():
        record: Schema = whole if name == kind.name else whole["$defs"][name]
        yield _level(name, record, paths)


def _levels(whole: Schema, root: str) -> dict[str, list[str]]:
    """Return the paths of each kind of record in a file, the outermost first."""
    found: dict[str, list[str]] = {root: [""]}
    waiting: list[tuple[str, Schema]] = [("", whole)]
    for path, record in waiting:
        for key, value in record["properties"].items():
            inner, below = f"{path}{key}", value
            while "propertyNames" in below:
                inner += f".{_PLACEHOLDERS[_pattern(below['propertyNames'])]}"
                below = below["additionalProperties"]
            below = below.get("items", below)
            if "$ref" in below:
                name = below["$ref"].rsplit("/", 1)[1]
                found.setdefault(name, []).append(inner)
                waiting.append((f"{inner}.", whole["$defs"][name]))
    return found


def _level(name: str, record: Schema, paths: Sequence[str]) -> str:
    where = " or ".join(f"`{path}`" for path in paths if path)
    lines = [f"## {_TITLES[name]}", ""]
    lines += [f"Used at {where}.", ""] if where else []
    lines += ["| key | holds | required | what it is for |", "|---|---|---|---|"]
    for key, value in record["properties"].items():
        anchor = f'<a id="{name.lower()}-{key.replace("_", "-")}"></a>'
        required = "yes" if key in record.get("required", ()) else ""
        words = value["description"] + _example(key, value)
        lines.append(f"| {anchor}`{key}` | {_holds(value)} | {required} | {words} |")
    return "\n".join(lines)


def _holds(value: Schema) -> str:
    """Return what a key may hold, in words."""
    if "$ref" in value:
        return _link(value["$ref"])
    if "enum" in value:
        return " or ".join(f"`{option}`" for option in value["enum"])
    if isinstance(value.get("type"), list) and "array" in value["type"]:
        one = [name for name in value["type"] if name != "array"]
        return f"{_holds({**value, 'type': one if len(one) > 1 else one[0]})}; or a list of texts"
    if isinstance(value.get("type"), list) and "object" in value["type"]:
        each = ", ".join(f"`{key}`" for key in value["properties"])
        return f"text; or a text for each of {each}"
    if "propertyNames" in value and "properties" not in value:
        name = _NAMES[_pattern(value["propertyNames"])]
        return f"a mapping from {name} to {_holds(value['additionalProperties'])}"
    if "properties" in value:
        each = value["properties"].items()
        shown = [f"`{key}`: {_uncapped(of['description'])}" for key, of in each]
        more = ["each fact of the list: its column"] if "propertyNames" in value else []
        return "<br>".join(shown + more)
    if value.get("format") == "date":
        return "a day, `YYYY-MM-DD`"
    if "pattern" in value:
        return _NAMES[_pattern(value)]
    if value["type"] == "array":
        return f"a list; each item is {_item(value['items'])}"
    return _TYPES[str(value["type"])]


def _item(value: Schema) -> str:
    """Return what an item of a list holds, in words."""
    if "examples" in value:
        return (
            " or ".join(f"`{option}`" for option in value["examples"]) + ", or a fact of the list"
        )
    return _holds(value)


def _pattern(value: Schema) -> str:
    return str(value["pattern"]).removeprefix("^(?:").removesuffix(")$")


def _link(ref: str) -> str:
    title = _TITLES[ref.rsplit("/", 1)[1]]
    return f"[{_uncapped(title)}](#{title.lower().replace(' ', '-')})"


def _uncapped(text: str) -> str:
    return text[0].lower() + text[1:].removesuffix(".")


def _example(key: str, value: Schema) -> str:
    is_day = value.get("format") == "date"  # YAML has a type for it, and JSON has none.
    examples = (date.fromisoformat(each) if is_day else each for each in value.get("examples", ()))
    return "".join(f" Example: `{key}: {_yaml(each)}`" for each in examples)


def _yaml(value: object, in_flow: bool = False) -> str:
    """Return a value as a spec has it."""
    if isinstance(value, list):
        return f"[{', '.join(_yaml(each, True) for each in cast(list[object], value))}]"
    if isinstance(value, dict):
        pairs = cast(dict[str, object], value).items()
        return f"{{{', '.join(f'{key}: {_yaml(each, True)}' for key, each in pairs)}}}"
    return scalar(value, in_flow=in_flow)


def commands() -> str:
    """Return the page of the commands."""
    index = [f"- [`{each.name}`](#provider-codes-{each.name}): {each.summary}" for each in COMMANDS]
    sections = [_command(each) for each in COMMANDS]
    exits = f"{cli_parser().epilog} Where a command has codes of its own, its section says so."
    head = _COMMANDS_HEAD.format(
        keys="\n".join(f"| `{name}` | {key.doc} |" for name, key in SHAPE.keys.items())
    )
    return "\n\n".join([_MADE, head, "\n".join(index), exits, *sections]) + "\n"


class _Declared(NamedTuple):
    """The declared arguments of a command, each with those of its group, which exclude each other."""

    groups: dict[argparse.Action, list[argparse.Action]]
    group: list[argparse.Action] | None = None

    def add_argument(self, *names: str, **more: Any) -> None:
        action = argparse.ArgumentParser(add_help=False).add_argument(*names, **more)
        self.groups[action] = [] if self.group is None else self.group
        self.groups[action].append(action)

    def add_mutually_exclusive_group(self) -> "_Declared":
        return _Declared(self.groups, [])


def _command(command: Command) -> str:
    name, declared = f"provider-codes {command.name}", _Declared({})
    for add in command.all_arguments():
        add(declared)
    lines = [f"## {name}", "", command.description, ""]
    lines += [f"`{' '.join([name, *map(_usage, declared.groups)])}`", ""]
    lines += ["| argument | what it is |", "|---|---|"]
    for action, group in declared.groups.items():
        others = [f"`{each.option_strings[0]}`" for each in group if each is not action]
        rivals = f"; not with {', '.join(others)}" if others else ""
        lines.append(f"| `{_argument(action)}` | {action.help}{rivals} |")
    lines += ["", command.epilog] if command.epilog else []
    return "\n".join(lines)


def _usage(action: argparse.Action) -> str:
    argument = _argument(action)
    if action.option_strings:
        return f"[{argument}]"
    return {"*": f"[{argument} ...]", "+": f"{argument} ...", "?": f"[{argument}]"}.get(
        str(action.nargs), argument
    )


def _argument(action: argparse.Action) -> str:
    """Return the argument as people type it; versions of Python print usages differently."""
    if not action.option_strings:
        return str(action.metavar or action.dest)
    option = action.option_strings[-1]
    if action.nargs == 0:
        return option
    if action.nargs == "*":
        return f"{option} [{action.metavar} ...]"
    if action.choices is not None:
        return f"{option} {{{','.join(map(str, action.choices))}}}"
    return f"{option} {action.metavar or action.dest.upper()}"


PAGES = {
    "fields.md": fields_of_lists,
    "spec-reference.md": spec_reference,
    "meanings-reference.md": meanings_reference,
    "commands.md": commands,
    "changes.schema.json": changes_schema,
}


def main() -> None:
    """Write the pages."""
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")
        print(f"wrote docs/{name}")


if __name__ == "__main__":
    main()
