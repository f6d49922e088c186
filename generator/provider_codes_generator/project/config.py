"""Where specs, templates and output are: `[tool.provider-codes]` of the project, and options."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from ..model import PAIRINGS, Finding, Place, Placed, Refused
from ..spec import Mapping as MappingNode
from ..spec import Node, Scalar, load_node, shapes
from ..spec import Sequence as SequenceNode

TABLE = "provider-codes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config(Placed):
    """Folders, whether black formats what the templates print, and libraries to pair with."""

    specs: Path = Path("specs")
    output: Path | None = None
    templates: Path | None = None
    changelog: Path | None = None
    black: bool = False
    site: Path = Path("site")
    pairings: tuple[str, ...] = ()

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """The folders to search for templates: the project's, the package's, the checkout's."""
        package = Path(__file__).parent.parent
        folders = (
            self.templates,
            package / "templates",
            package.parent.parent / "templates",
        )
        return tuple(folder for folder in folders if folder is not None and folder.is_dir())


_PATHS = ("specs", "output", "templates", "changelog", "site")
_SHAPE = shapes.Record(
    Config,
    **{name: shapes.Key(shapes.Text(), "A path, relative to the project.") for name in _PATHS},
    black=shapes.Key(shapes.Boolean(), "Whether black formats what the templates print."),
    pairings=shapes.Key(
        shapes.Items(shapes.Choice(PAIRINGS)), "The libraries to emit a module for."
    ),
)


def load_config(start: Path) -> Config:
    """The configuration of the project that the folder belongs to; raises `Refused`.

    Without a `pyproject.toml` that has the table, paths are relative to the folder itself.
    """
    for folder in (start, *start.parents):
        path = folder / "pyproject.toml"
        if path.is_file() and (found := _read(path)):
            return _relative_to(folder, found)
    return _relative_to(start, Config())


def _read(path: Path) -> Config | None:
    """The table of the file, or None if it has none; paths are as written."""
    place = Place(str(path))
    try:
        text = path.read_text(encoding="utf-8")
        tools = tomllib.loads(text).get("tool")
    except (OSError, ValueError, RecursionError) as error:
        finding = Finding("config-unreadable", f"cannot be read: {error}", "", place)
        raise Refused(finding) from error
    table = cast(Mapping[str, object], tools).get(TABLE) if isinstance(tools, dict) else None
    if table is None:
        return None
    if not isinstance(table, dict):
        message = f"tool.{TABLE} is not a table"
        raise Refused(Finding("config-not-a-table", message, f"write [tool.{TABLE}]", place))
    entries: list[tuple[Scalar, Node]] = []
    for key, value in cast(Mapping[str, object], table).items():
        key_place = _place(key, text, place)
        entries.append((Scalar(key, False, key_place), _node(value, key_place)))
    found, findings = load_node(_SHAPE, MappingNode(tuple(entries), place))
    for finding in findings:
        if finding.id == "scalar-ambiguous":
            message = "text is expected here"
            finding = Finding("text-expected", message, "write it in quotes", finding.place)
        raise Refused(finding)
    return cast(Config, found)


def project_version(config: Config) -> str | None:
    """The version in the nearest `pyproject.toml` above the specs, or None."""
    files = (each / "pyproject.toml" for each in config.specs.absolute().parents)
    try:
        file = next(each for each in files if each.is_file())
        return str(tomllib.loads(file.read_text(encoding="utf-8"))["project"]["version"])
    except (StopIteration, OSError, ValueError, KeyError, TypeError):
        return None


def _place(key: str, text: str, file: Place) -> Place:
    """The place of a key of the table, if it is on a line of its own; otherwise the file."""
    lines_of_table = rf"^\[tool\.{TABLE}\]\s*\n(?:(?!\s*\[).*\n)*?"
    found = re.search(rf"{lines_of_table}\s*{re.escape(key)}\s*=", text, re.MULTILINE)
    return file._replace(line=text.count("\n", 0, found.end()) + 1) if found else file


def _node(value: object, place: Place) -> Node:
    """The value as a node; numbers and dates have no quotes, so they are not text."""
    if isinstance(value, list):
        items = cast(Sequence[object], value)
        return SequenceNode(tuple(_node(item, place) for item in items), place)
    if isinstance(value, dict):
        return MappingNode((), place)
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return Scalar(text, not isinstance(value, str), place)


def _relative_to(folder: Path, config: Config) -> Config:
    """The configuration with its paths below the folder."""
    paths = {name: getattr(config, name) for name in _PATHS}
    return replace(config, **{name: folder / path for name, path in paths.items() if path})
