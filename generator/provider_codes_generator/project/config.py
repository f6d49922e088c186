"""Where specs, templates and output are: `[tool.provider-codes]` of the project, and options."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from ..model import PAIRINGS, Finding, Place, Refused, did_you_mean

TABLE = "provider-codes"
_KEYS: dict[str, type] = {
    "specs": str,
    "templates": str,
    "output": str,
    "site": str,
    "changelog": str,
    "black": bool,
    "pairings": list,
}
_HELP: dict[type, str] = {
    str: "write the path as text in quotes",
    bool: "write true or false",
    list: "write a list of libraries, each as text in quotes",
}


@dataclass(frozen=True, slots=True)
class Config:
    """Folders, whether black goes over what the templates print, and which libraries to pair with."""

    specs: Path
    output: Path | None
    templates: Path | None = None
    changelog: Path | None = None
    black: bool = False
    site: Path = Path("site")
    pairings: tuple[str, ...] = ()

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Where templates are looked for: the project's own, the package's, the checkout's."""
        package = Path(__file__).parent.parent
        folders = (
            self.templates,
            package / "templates",
            package.parent.parent / "templates",
        )
        return tuple(folder for folder in folders if folder is not None and folder.is_dir())


def load_config(start: Path) -> Config:
    """The configuration of the project that the folder belongs to; raises `Refused`.

    Without a `pyproject.toml` that has the table, folders are relative to the
    folder itself.
    """
    for folder in (start, *start.parents):
        path = folder / "pyproject.toml"
        if path.is_file():
            table = _read(path)
            if table is not None:
                return _config(folder, table)
    return _config(start, {})


def _read(path: Path) -> dict[str, Any] | None:
    """The table of the file, None where it has none."""
    try:
        tools = tomllib.loads(path.read_text(encoding="utf-8")).get("tool")
    except (OSError, ValueError, RecursionError) as error:
        raise Refused(
            Finding("config-unreadable", f"cannot be read: {error}", "", Place(str(path)))
        ) from error
    table = cast(dict[str, Any], tools).get(TABLE) if isinstance(tools, dict) else None
    if table is None:
        return None
    if not isinstance(table, dict):
        message = f"tool.{TABLE} is not a table"
        raise Refused(
            Finding("config-not-a-table", message, f"write [tool.{TABLE}]", Place(str(path)))
        )
    found = cast(dict[str, Any], table)
    for key, value in found.items():
        if key not in _KEYS:
            message = f"[tool.{TABLE}] has no key {key}"
            raise Refused(
                Finding(
                    "config-key-unknown",
                    message,
                    did_you_mean(key, _KEYS),
                    Place(str(path)),
                )
            )
        if type(value) is not _KEYS[key] or (isinstance(value, str) and "\0" in value):
            message = f"{key} of [tool.{TABLE}] is {value!r}"
            help = _HELP[_KEYS[key]]
            raise Refused(Finding("config-value-wrong", message, help, Place(str(path))))
    for library in found.get("pairings", ()):
        if library not in PAIRINGS:
            message = f"pairings of [tool.{TABLE}] has {library!r}"
            help = did_you_mean(str(library), PAIRINGS)
            raise Refused(Finding("config-pairing-unknown", message, help, Place(str(path))))
    return found


def _config(folder: Path, table: dict[str, Any]) -> Config:
    return Config(
        specs=folder / table.get("specs", "specs"),
        output=folder / table["output"] if "output" in table else None,
        templates=folder / table["templates"] if "templates" in table else None,
        changelog=folder / table["changelog"] if "changelog" in table else None,
        black=table.get("black", False),
        site=folder / table.get("site", "site"),
        pairings=tuple(table.get("pairings", ())),
    )
