"""Render views with templates, or report what is wrong with a template."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from traceback import walk_tb
from typing import Any, NamedTuple, cast

import jinja2
from jinja2 import meta, nodes

from ..model import Finding, Place, Refused, did_you_mean
from ..project import shown
from .seal import seal


class Emitted(NamedTuple):
    """A file to emit: its text, its source, the problems of its proof, and its comment style."""

    path: Path
    text: str
    source: str
    problems: Sequence[Finding] = ()
    comment: str = ""

    def sealed(self, command: str) -> "Emitted":
        """Return the file with a header that names the command."""
        text = seal(self.text, self.source, command, self.path.suffix, self.comment)
        return self._replace(text=text)


class _Undefined(jinja2.StrictUndefined):
    """A missing attribute; the message names the nearest one."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, *rest: Any, **more: Any) -> None:
        of, name = more.get("obj"), more.get("name")
        if hint is None and isinstance(of, Mapping) and isinstance(name, str):
            known = [str(key) for key in cast(Mapping[object, object], of)]
            # The filter `attr` does not look into a mapping.
            there = f"write [{name!r}]" if name in known else did_you_mean(name, known)
            hint = f"there is no {name} here" + (f": {there}" if there else "")
        super().__init__(hint, *rest, **more)

    # A list is printed with this, as in `codes | map(attribute="nam") | list`.
    __repr__ = jinja2.StrictUndefined.__str__


class Renderer:
    """Renders with the first template of a name among the folders."""

    def __init__(self, folders: Sequence[Path], *, is_markup: bool = False) -> None:
        """Raise `Refused` if a template is not a file, or cannot be read.

        Jinja would search the next folder, or name what includes it.
        """
        self._folders = folders
        self._loader = jinja2.FileSystemLoader(folders)
        self._environment = jinja2.Environment(
            loader=self._loader,
            undefined=_Undefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=is_markup,  # The views of Python contain finished literals.
        )
        # For a missing attribute, `str` says what is wrong.
        self._environment.policies["json.dumps_kwargs"] = {"default": str}
        for path in (path for folder in folders for path in folder.rglob("*.j2")):
            if not path.is_file():
                help = "replace it with a template, or remove it"
                raise Refused(_unreadable(path, "is not a file", help))
            _read(path)

    def render(self, template: str, **context: object) -> str:
        """Return the text that a template prints. Raises `Refused`."""
        try:
            return self._environment.get_template(template).render(context)
        except Exception as error:  # A template may fail as any program can.
            raise Refused(_finding(error, template, self._folders, context)) from error

    def files(self, template: str) -> list[str]:
        """Return the files that print a template and what it includes, as messages name them.

        If the project replaces some of them, only these: the others are known to be correct.
        """
        known = set(self._environment.list_templates())
        names = [template]
        files: list[Path] = []
        for name in names:
            source, file, _ = self._loader.get_source(self._environment, name)
            files.append(Path(file))
            included = meta.find_referenced_templates(self._environment.parse(source))
            names += [each for each in included if each in known and each not in names]
        own = [file for file in files if file.is_relative_to(self._folders[0])]
        return [shown(file) for file in own or files]

    def unchanged(self, *patterns: str) -> dict[Path, str]:
        """Return the texts of the files that match, to be emitted unchanged. Raises `Refused`."""
        paths: dict[str, Path] = {}
        for folder in reversed(self._folders):
            for pattern in patterns:
                paths |= {path.name: path for path in sorted(folder.glob(pattern))}
        return {path: _read(path) for path in paths.values()}


def unused(folders: Sequence[Path], extra: Collection[str]) -> Iterator[Finding]:
    """Yield a warning about each template of the first folder that nothing uses or overrides."""
    own, *others = folders
    known = jinja2.FileSystemLoader(others).list_templates()
    names = [
        name
        for name in jinja2.FileSystemLoader(own).list_templates()
        if name.endswith((".j2", ".py", ".js", ".css"))
    ]
    texts = "".join(_read(own / name) for name in names if name.endswith(".j2"))
    for name in sorted({*names}.difference(known, extra)):
        is_included = f'"{name}"' in texts or f"'{name}'" in texts
        if not is_included and not Path(name).match("static/*.py"):
            help = f"rename it, or name it in a table `extra`: {did_you_mean(name, known)}"
            message, place = "nothing uses this template", Place(shown(own / name))
            yield Finding("template-unused", message, help, place, "warning")


def _unreadable(path: Path, message: str, help: str = "") -> Finding:
    return Finding("template-unreadable", message, help, Place(shown(path)))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(_unreadable(path, f"cannot be read: {error}")) from error


def _finding(error: Exception, name: str, folders: Sequence[Path], known: Iterable[str]) -> Finding:
    """Return the finding about an error of a template; `known` are the names that it can use."""
    running = list(_running(error, folders))
    place, help = Place(name), ""
    for path, line in running[-1:]:
        place = Place(shown(path), line)
    match error:
        case jinja2.TemplateSyntaxError():
            place = Place(shown(Path(error.filename or error.name or name)), error.lineno)
            id, message = "template-syntax", f"invalid template: {error.message}"
        case jinja2.TemplateNotFound():
            id, message = "template-missing", f"there is no template {error.name}"
            help = where_templates_are(folders, f"{error.name}")
        case jinja2.UndefinedError():
            id, message = "template-undefined", str(error.message)
            if missing := re.fullmatch(r"'(\w+)' is undefined", message):
                usable = {*known, *_names_set_in(path for path, _ in running)}
                help = did_you_mean(missing[1], usable - {missing[1]})
        case _:
            id, message = "template-fails", f"the template fails: {type(error).__name__}: {error}"
    return Finding(id, message, help, place)


def where_templates_are(folders: Sequence[Path], name: str) -> str:
    """Return the help about a template that is missing in the folders."""
    files = jinja2.FileSystemLoader(folders).list_templates()
    known = [each for each in files if not each.endswith(".pyc")]
    return f"looked for in {', '.join(map(shown, folders))}: {did_you_mean(name, known)}"


def _running(error: Exception, folders: Sequence[Path]) -> Iterator[tuple[Path, int]]:
    """Yield each template that was running, and its line. Jinja writes them into the traceback."""
    for frame, line in walk_tb(error.__traceback__):
        path = Path(frame.f_code.co_filename)
        if any(path.is_relative_to(folder) for folder in folders):
            yield path, line


def _names_set_in(templates: Iterable[Path]) -> Iterator[str]:
    """Yield the names that the templates set, such as those of loops. What they include has them."""
    for tree in (jinja2.Environment().parse(_read(path)) for path in templates):
        yield from (each.name for each in tree.find_all(nodes.Name) if each.ctx != "load")
        yield from (each.name for each in tree.find_all(nodes.Macro))
