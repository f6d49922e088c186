"""Views through templates to the text of the emitted files."""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import GeneratorType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from . import views
from .findings import Finding
from .model import Place, Registry

STATIC = "static"
PAIRINGS = "pairings"
MODULE_TEMPLATE = "module.py.j2"
PACKAGE_TEMPLATE = "__init__.py.j2"


class TemplateProblem(Exception):
    """A template that cannot be rendered, with the finding that says where."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class _Traced(CodeGenerator):
    """Jinja notes the line of what it evaluates; here it notes that of plain text as well."""

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        self.newline(node)
        super().visit_Output(node, frame)


class _Environment(jinja2.Environment):
    code_generator_class = _Traced


class _Loader(jinja2.FileSystemLoader):
    """Jinja takes the next folder's where a template cannot be one; here that is said."""

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        for folder in self.searchpath:
            path = Path(folder, template)
            if path.is_file():
                break
            if path.exists() or path.is_symlink():
                help = "put the template there, or remove what is there"
                finding = Finding("template-unreadable", "is no file", help, Place(path.as_posix()))
                raise TemplateProblem(finding)
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
        """Markup is escaped; Python is not, because its views hand over finished literals."""
        self._folders = folders
        self._pairings = pairings
        self._loader = _Loader(folders)
        self._environment = _Environment(
            loader=self._loader,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=is_markup,
        )

    def package(self, registry: Registry) -> str:
        """The text of the package's `__init__.py`."""
        return self.render(PACKAGE_TEMPLATE, package=views.package(registry))

    def module(self, view: views.ModuleView) -> str:
        """The text of a provider's module."""
        return self.render(MODULE_TEMPLATE, module=view)

    def render(self, template: str, **context: object) -> str:
        """The text that a template prints of what it is given; raises `TemplateProblem`."""
        with _told(template, self._folders):
            return self._environment.get_template(template).render(context)

    def text(self, template: str) -> str:
        """A template as it stands; raises `TemplateProblem`."""
        with _told(template, self._folders):
            source, _, _ = self._loader.get_source(self._environment, template)
        return source

    def printers_of_module(self, view: views.ModuleView) -> list[Place]:
        """Which line of which template printed each line of a provider's module."""
        return self._printers(MODULE_TEMPLATE, {"module": view})

    def printers_of_package(self, registry: Registry) -> list[Place]:
        """As `printers_of_module`, for the package's `__init__.py`."""
        return self._printers(PACKAGE_TEMPLATE, {"package": views.package(registry)})

    def static(self) -> dict[str, str]:
        """The files that are emitted as they stand, by name; raises `TemplateProblem`."""
        files: dict[str, str] = {}
        for path in self.static_paths().values():
            try:
                files[path.name] = path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                message = f"cannot be read: {error}"
                raise TemplateProblem(
                    Finding("template-unreadable", message, "", Place(path.as_posix()))
                ) from error
        return files

    def static_paths(self) -> dict[str, Path]:
        """Where the files are that are emitted as they stand, by name."""
        paths: dict[str, Path] = {}
        for folder in reversed(self._folders):
            paths |= {path.name: path for path in sorted((folder / STATIC).glob("*.py"))}
            for name in (f"for_{library}.py" for library in self._pairings):
                if (folder / PAIRINGS / name).is_file():
                    paths[name] = folder / PAIRINGS / name
        return paths

    def _printers(self, name: str, context: Mapping[str, Any]) -> list[Place]:
        """Renders again, piece by piece: Jinja keeps no record of who printed what."""
        template = self._environment.get_template(name)
        pieces = template.root_render_func(template.new_context(dict(context)))
        places: list[Place] = []
        is_begun = False
        for piece in pieces:
            place = self._suspended_at(pieces) or Place(name)
            # The line that is begun already is that of its first piece; and of a piece of
            # several lines only the first line is known, behind which they follow.
            if not is_begun and places:
                places.pop()
            begun = range(1 if is_begun else 0, piece.count("\n") + 1)
            places += [place._replace(line=place.line + number) for number in begun]
            is_begun = not piece.endswith("\n") if piece else is_begun
        return places

    def _suspended_at(self, pieces: Iterable[str]) -> Place | None:
        """The line of the template that printed the last piece, also where it was included."""
        frame = None
        running: object = pieces
        while isinstance(running, GeneratorType):
            frame = running.gi_frame
            variables: list[object] = list(frame.f_locals.values()) if frame else []
            running = next(filter(_is_suspended, variables), None)
        name = frame.f_globals.get("name") if frame is not None else None
        if frame is None or not isinstance(name, str):
            return None
        template = self._environment.get_template(name)
        return Place(template.filename or name, template.get_corresponding_lineno(frame.f_lineno))


@contextmanager
def _told(name: str, folders: Sequence[Path]) -> Generator[None]:
    """Whatever is the matter with a template, as a `TemplateProblem`."""
    try:
        yield
    except TemplateProblem:
        raise
    except jinja2.TemplateSyntaxError as error:
        place = Place(error.filename or error.name or name, error.lineno)
        finding = Finding("template-syntax", f"not a template: {error.message}", "", place)
        raise TemplateProblem(finding) from error
    except jinja2.TemplateNotFound as error:
        finding = Finding(
            "template-missing",
            f"there is no template {error.name}",
            f"looked for in {', '.join(folder.as_posix() for folder in folders)}",
            _place(error, name),
        )
        raise TemplateProblem(finding) from error
    except jinja2.UndefinedError as error:
        finding = Finding(
            "template-undefined",
            str(error.message),
            "print what the view has",
            _place(error, name),
        )
        raise TemplateProblem(finding) from error
    # A template is a program of its own and may fail in any way a program can.
    except Exception as error:
        message = f"the template fails: {type(error).__name__}: {error}"
        raise TemplateProblem(
            Finding("template-fails", message, "", _place(error, name))
        ) from error


def _place(error: BaseException, name: str) -> Place:
    """The line of the template that failed: Jinja writes it into the traceback."""
    place = Place(name)
    traceback = error.__traceback__
    while traceback is not None:
        filename = traceback.tb_frame.f_code.co_filename
        if filename.endswith(".j2"):
            place = Place(filename, traceback.tb_lineno)
        traceback = traceback.tb_next
    return place


def _is_suspended(value: object) -> bool:
    """Whether it is a generator that goes on: that of an include which has not ended yet."""
    return isinstance(value, GeneratorType) and value.gi_frame is not None
