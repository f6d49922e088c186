"""Where specs, templates and output are: the table `[tool.provider-codes]` of a project."""

import os
import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from ..model import Finding, Place, Placed, Refused, names, usage
from ..spec import Mapping as MappingNode
from ..spec import Node, Scalar, load_node, shapes
from ..spec import Sequence as SequenceNode

_TABLE = "tool.provider-codes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra(Placed):
    """A file that a template of the project prints from the export of its codes."""

    template: str
    output: Path
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config(Placed):
    """The folders of a project, and what it emits."""

    specs: Path = Path("specs")
    output: Path | None = None
    templates: Path | None = None
    changelog: Path | None = None
    black: bool = False
    site: Path = Path("site")
    pairings: tuple[str, ...] = ()
    extra: tuple[Extra, ...] = ()

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """The folders to search for templates: the project's, the package's, the checkout's."""
        package = Path(__file__).parent.parent
        folders = (self.templates, package / "templates", package.parent.parent / "templates")
        return tuple(folder for folder in folders if folder is not None and folder.is_dir())


_PATHS = {
    "specs": "The folder of the specs (default: `specs`).",
    "output": "The folder of the emitted package.",
    "templates": "A folder of templates that override the built-in ones.",
    "changelog": "A changelog in which `update` reports changes.",
    "site": "The folder of the reference site (default: `site`).",
}
_EXTRA = shapes.Record(
    Extra,
    template=shapes.text("The name of a template in `templates`, or of a built-in one."),
    output=shapes.text("The file to emit, in any language."),
    comment=shapes.text("How that language writes a comment, such as `# ...`."),
)
SHAPE = shapes.Record(
    Config,
    **{name: shapes.text(doc) for name, doc in _PATHS.items()},
    black=shapes.Key(shapes.Boolean(), "Whether black formats what the templates print."),
    pairings=shapes.Key(
        shapes.Items(shapes.Choice(names.PAIRINGS)),
        f"The libraries to emit a module for: {', '.join(names.PAIRINGS)}.",
    ),
    extra=shapes.Key(
        shapes.Items(_EXTRA),
        "Tables of files in other languages: `template` is a name in the folders of templates, "
        "`output` is the file, and `comment` how its language writes one, such as `// ...`.",
    ),
)

# What TOML needs instead of the help for a spec.
_HELP = {
    "list-expected": 'write ["one", "two"]',
    "mapping-expected": f"begin each with the header [[{_TABLE}.extra]]",
    "text-empty": "write a name or a path, or remove the key",
    "scalar-ambiguous": "write it in quotes",
    "text-expected": "write one text, without brackets",
}


def load_config(start: Path, file: Path | None = None) -> Config:
    """Return the configuration of the project that the folder belongs to. Raises `Refused`.

    Without a `pyproject.toml` that has the table, paths are relative to the folder itself. `file`
    is one to use instead of a `pyproject.toml`.
    """
    if file is not None:
        if found := _read(file):
            return found
        raise usage(f"{file} has no table [{_TABLE}]")
    for folder in (start, *start.parents):
        path = folder / "pyproject.toml"
        if path.is_file() and (found := _read(path)):
            return found
    return _relative_to(start, Config())


def _read(path: Path) -> Config | None:
    """Return the configuration in the file, or None if it has no table for one."""
    place = Place(shown(path))
    try:
        text = path.read_text(encoding="utf-8-sig")
        tools = tomllib.loads(text).get("tool")
    except (OSError, ValueError, RecursionError) as error:
        message = f"cannot be read: {getattr(error, 'strerror', None) or error}"
        if position := re.search(r"at line (\d+), column (\d+)", message):
            place = Place(place.file, int(position[1]), int(position[2]))
        raise Refused(Finding("config-unreadable", message, "", place)) from error
    lines = _lines(text)
    tables = cast(Mapping[str, object], tools if isinstance(tools, dict) else {})
    for name in tables:
        if name != "provider-codes" and re.fullmatch("(?i)provider[-_]?codes", name):
            table_place = place._replace(line=lines.get(f"tool.{name}", 1))
            message, help = f"unknown table: tool.{name}", f"write [{_TABLE}]"
            raise Refused(Finding("key-unknown", message, help, table_place))
    if "provider-codes" not in tables:
        return None
    table = _node(tables["provider-codes"], _TABLE, lines, place)
    if not isinstance(table, MappingNode):
        message = f"{_TABLE} is not a table"
        raise Refused(Finding("config-not-a-table", message, f"write [{_TABLE}]", table.place))
    return _config(table, path.absolute().parent)


def _config(table: MappingNode, folder: Path) -> Config:
    """Return the configuration in the table of a file in the folder. Raises `Refused`."""
    found, findings = load_node(SHAPE, table)
    places = {key.text: node.place for key, node in table.entries}
    refused: list[Finding] = []
    for finding in findings:
        help = _HELP.get(finding.id, finding.help)
        if finding.id == "scalar-ambiguous":
            finding = replace(finding, id="text-expected", message="text is expected here")
        if finding.id == "list-expected" and finding.place == places.get("extra"):
            help = f"begin each with the header [[{_TABLE}.extra]]"
        refused.append(replace(finding, help=help))
    if refused:
        raise Refused(refused[0], refused[1:])
    config = _relative_to(folder, cast(Config, found))
    if config.output and (reason := why_not_importable(config.output)):
        raise Refused(Finding("output-not-importable", reason, "", places["output"]))
    return config


def why_not_importable(package: Path) -> str:
    """Return why Python cannot import the package, with a name that it can; else empty."""
    name = os.path.basename(os.path.abspath(package))
    if name.isidentifier() and name not in names.KEYWORDS:
        return ""
    return f"Python cannot import a package named {name}: name it {names.suggest(name, names.SLUG)}"


def project_version(config: Config) -> str | None:
    """Return the version in the nearest `pyproject.toml` above the specs, or None."""
    files = (each / "pyproject.toml" for each in config.specs.absolute().parents)
    try:
        file = next(each for each in files if each.is_file())
        return str(tomllib.loads(file.read_text(encoding="utf-8-sig"))["project"]["version"])
    except (StopIteration, OSError, ValueError, KeyError, TypeError):
        return None


# A text over several lines may look like tables. Comments and other texts may look like its start.
_LONG_TEXT = re.compile(
    r"""\"{3}(?s:\\.|[^\\])*?(?:\"{3}|\Z)|'{3}(?s:.)*?(?:'{3}|\Z)"""
    r"""|"(?:\\.|[^"\\\n])*+"?|'[^'\n]*'?|\#.*""",
)


def _lines(text: str) -> Mapping[str, int]:
    """Return the lines of tables and keys, such as `tool.provider-codes.specs`."""
    lines: dict[str, int] = {}
    repeated = Counter[str]()
    table = ""
    text = _LONG_TEXT.sub(lambda found: "\n" * found[0].count("\n") or found[0], text)
    for number, line in enumerate(text.split("\n"), start=1):
        if header := re.match(r"\s*(\[\[?)([^\[\]]+)\]", line):
            table = re.sub(r"[\s\"']", "", header[2])
            if header[1] == "[[":
                repeated[table] += 1
                table = f"{table}[{repeated[table] - 1}]"
            lines.setdefault(table, number)
        elif key := re.match(r"([\s\w.\"'-]+)=", line):
            path = re.sub(r"[\s\"']", "", f"{table}.{key[1]}").strip(".")
            while path not in lines and path != table:
                lines[path] = number
                path = path.rpartition(".")[0]
    return lines


def _node(value: object, path: str, lines: Mapping[str, int], parent: Place) -> Node:
    """Return the value at the path as a node. Numbers and dates are plain scalars, and not text."""
    place = parent._replace(line=lines.get(path, parent.line))
    if isinstance(value, list):
        items = enumerate(cast(Sequence[object], value))
        nodes = (_node(item, f"{path}[{index}]", lines, place) for index, item in items)
        return SequenceNode(tuple(nodes), place)
    if isinstance(value, dict):
        entries: list[tuple[Scalar, Node]] = []
        for key, item in cast(Mapping[str, object], value).items():
            node = _node(item, f"{path}.{key}", lines, place)
            entries.append((Scalar(key, False, *node.place), node))
        return MappingNode(tuple(entries), place)
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return Scalar(text, not isinstance(value, str), *place)


def shown(path: Path) -> str:
    """Return the path as messages show it: relative to the current folder, with forward slashes."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def _relative_to(folder: Path, config: Config) -> Config:
    """Return the configuration with its paths below the folder."""
    paths = {name: folder / path for name in _PATHS if (path := getattr(config, name))}
    extra = tuple(
        replace(each, output=Path(os.path.normpath(folder / each.output))) for each in config.extra
    )
    return replace(config, extra=extra, **paths)
