"""Render views with templates, or report what is wrong with a template."""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

import jinja2
from jinja2 import meta

from ..model import Finding, Place, Refused
from ..project import shown


class _Loader(jinja2.FileSystemLoader):
    """Refuses a template that is not a file; Jinja would silently look in the next folder."""

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        for folder in self.searchpath:
            path = Path(folder, template)
            if path.is_file():
                break
            if path.exists() or path.is_symlink():
                help = "replace it with a template, or remove it"
                finding = Finding("template-unreadable", "is not a file", help, Place(shown(path)))
                raise Refused(finding)
        return super().get_source(environment, template)


class Renderer:
    """Renders with the first template of a name among the folders."""

    def __init__(
        self,
        folders: Sequence[Path],
        pairings: Sequence[str] = (),
        *,
        is_markup: bool = False,
    ) -> None:
        """Escape texts only in markup: the views of Python contain finished literals."""
        self._folders = folders
        self._pairings = pairings
        self._loader = _Loader(folders)
        self._environment = jinja2.Environment(
            loader=self._loader,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=is_markup,
        )

    def render(self, template: str, **context: object) -> str:
        """The text that a template prints; raises `Refused`."""
        with _refusing(template, self._folders):
            return self._environment.get_template(template).render(context)

    def text(self, template: str) -> str:
        """The source of a template; raises `Refused`."""
        with _refusing(template, self._folders):
            source, _, _ = self._loader.get_source(self._environment, template)
        return source

    def files(self, template: str) -> list[str]:
        """The files that print a template and what it includes, as messages call them.

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

    def static(self) -> dict[Path, str]:
        """The texts of the templates that are emitted unchanged, by path; raises `Refused`."""
        return {path: _read(path) for path in self._static_paths().values()}

    def _static_paths(self) -> dict[str, Path]:
        """The templates that are emitted unchanged, by name; the first folder wins."""
        paths: dict[str, Path] = {}
        for folder in reversed(self._folders):
            paths |= {path.name: path for path in sorted((folder / "static").glob("*.py"))}
            for name in (f"for_{library}.py" for library in self._pairings):
                if (folder / "pairings" / name).is_file():
                    paths[name] = folder / "pairings" / name
        return paths


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        finding = Finding("template-unreadable", f"cannot be read: {error}", "", Place(shown(path)))
        raise Refused(finding) from error


@contextmanager
def _refusing(name: str, folders: Sequence[Path]) -> Generator[None]:
    """Turn any error of a template, which may fail as any program can, into `Refused`."""
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        raise Refused(_finding(error, name, folders)) from error


def _finding(error: Exception, name: str, folders: Sequence[Path]) -> Finding:
    match error:
        case jinja2.TemplateSyntaxError():
            place = Place(shown(Path(error.filename or error.name or name)), error.lineno)
            return Finding("template-syntax", f"invalid template: {error.message}", "", place)
        case jinja2.TemplateNotFound():
            message = f"there is no template {error.name}"
            help = f"looked for in {', '.join(map(shown, folders))}"
            return Finding("template-missing", message, help, _place(error, name))
        case jinja2.UndefinedError():
            help = "use only names that the view has"
            return Finding("template-undefined", str(error.message), help, _place(error, name))
        case _:
            message = f"the template fails: {type(error).__name__}: {error}"
            return Finding("template-fails", message, "", _place(error, name))


def _place(error: Exception, name: str) -> Place:
    """The line of the template that failed; Jinja writes it into the traceback."""
    place = Place(name)
    traceback = error.__traceback__
    while traceback is not None:
        filename = traceback.tb_frame.f_code.co_filename
        if filename.endswith(".j2"):
            place = Place(shown(Path(filename)), traceback.tb_lineno)
        traceback = traceback.tb_next
    return place
