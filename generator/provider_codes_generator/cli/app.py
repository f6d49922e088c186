"""The command `provider-codes`: its arguments, and the exit codes of its exceptions."""

import argparse
import os
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from io import TextIOWrapper
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ..model import Format

_NOT_INSTALLED = """\
provider-codes: {command} needs {missing}, which is not installed: run pip install 'provider-codes[generator]'
    with uv: uvx --from 'provider-codes[generator]' provider-codes {command}
    with pipx: pipx run --spec 'provider-codes[generator]' provider-codes {command}"""

# Adds an argument to a parser, or to a group of one.
Argument = Callable[[Any], object]


class Command(NamedTuple):
    """A command: the module and function that run it, its description, and its arguments.

    If it `is_of_project`, its arguments also say where the specs are. The module is imported only
    when the command runs, so that no command waits for the modules of another.
    """

    name: str
    run: str
    description: str
    arguments: tuple[Argument, ...]
    epilog: str | None = None
    is_of_project: bool = True

    @property
    def summary(self) -> str:
        """The first sentence of its description, for the list of commands."""
        return self.description[0].lower() + self.description[1:].partition(".")[0]

    def all_arguments(self) -> tuple[Argument, ...]:
        """Return its arguments after those that it shares with others."""
        return (*_SHARED, *((_SPECS,) if self.is_of_project else ()), *self.arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    is_completion = "_ARGCOMPLETE" in os.environ
    form = _form_of(given)
    root = parser(given[0] if given and not is_completion else "", form)
    try:
        if is_completion:
            with suppress(ModuleNotFoundError):  # Without argcomplete, there are no candidates.
                from .completion import complete

                complete(root)
            return 1
        options = root.parse_args(given)
        if options.show_version:
            from ..model import VERSION

            print(f"provider-codes {VERSION}")
            return 0
        if options.command is None:
            root.print_help(sys.stderr)
            return 2
        with _encoding_for(options):
            return _run(options, form)
    except (KeyboardInterrupt, RuntimeError) as error:
        # Python 3.11 raises a RuntimeError if an import is interrupted while it makes a class.
        if not isinstance(error.__cause__ or error, KeyboardInterrupt):
            raise
        print("provider-codes: interrupted", file=sys.stderr)
        return 130


def _form_of(given: Sequence[str]) -> "Format":
    """Return the form of findings that the arguments ask for, even if they cannot be parsed."""
    words = " ".join(given).replace("=", " ").split()
    form: Format = "text"
    for option, word in pairwise(words):
        if option.startswith("--f") and "--format".startswith(option):
            # A report for people has another form of findings, and so has an export.
            form = "json" if word == "json" else "github" if word == "github" else "text"
    return "text" if "export" in given else form


def _run(options: argparse.Namespace, form: "Format") -> int:
    module, function = options.run.split(":")
    try:
        return int(getattr(import_module(f".{module}", __package__), function)(options))
    except ModuleNotFoundError as error:
        if not error.name or not _is_dependency(error.name):
            raise
        message = _NOT_INSTALLED.format(command=options.command, missing=error.name)
        print(message, file=sys.stderr)
        return 2
    except Exception as error:
        if isinstance(error, OSError) and not error.filename:
            raise  # The output cannot be written.
        # Imported here, because `lookup` and `export` do not need the model.
        from ..model import Refused, usage
        from .output import report_refusal

        if isinstance(error, OSError):
            error = usage(f"{error.filename}: {error.strerror or error}")
        if not isinstance(error, Refused):
            raise
        return report_refusal(error, form)


@contextmanager
def _encoding_for(options: argparse.Namespace) -> Generator[None, None, None]:
    """Have JSON, CSV, Markdown and patches in UTF-8, which programs read, on every console."""
    switches = (getattr(options, name, False) for name in ("json", "diff", "dry_run"))
    is_for_programs = any(switches) or getattr(options, "format", "text") != "text"
    stream = sys.stdout
    if not is_for_programs or not isinstance(stream, TextIOWrapper):
        yield
        return
    encoding, errors = stream.encoding, stream.errors
    stream.reconfigure(encoding="utf-8")
    try:
        yield
    finally:
        stream.reconfigure(encoding=encoding, errors=errors)


def _is_dependency(module: str) -> bool:
    """Whether the module is neither part of Python nor of this package."""
    package = module.partition(".")[0]
    own = (__name__.partition(".")[0], "provider_codes")
    return package not in sys.stdlib_module_names and package not in own


def _formatter(prog: str) -> argparse.HelpFormatter:
    """Return a formatter with a width. Without one, argparse imports modules that load slowly."""
    try:
        columns = int(os.environ.get("COLUMNS") or 0) or os.get_terminal_size().columns
    except (OSError, ValueError):
        columns = 0
    return argparse.HelpFormatter(prog, width=(columns or 80) - 2)


class _Parser(argparse.ArgumentParser):
    """A parser that prints its errors in a form of findings, with control characters escaped."""

    form: "Format" = "text"

    def parse_known_args(self, *args: Any, **options: Any) -> Any:
        """Parse arguments. A command refuses unknown ones itself, so that its usage is shown."""
        found, unknown = super().parse_known_args(*args, **options)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return found, unknown

    def error(self, message: str) -> NoReturn:
        from ..model import printable, usage
        from .output import report_refusal

        if self.form != "text":
            self.exit(report_refusal(usage(message), self.form))
        super().error(printable(message))


def parser(wanted: str = "", form: "Format" = "text") -> _Parser:
    """Return the parser of the wanted command, or of all if there is none of that name."""
    root = _Parser(
        prog="provider-codes",
        formatter_class=_formatter,
        description="Typed Python enums from the status and error codes that providers document.",
        epilog="Exit codes: 0 clean, 1 findings or differences, 2 wrong usage, unreadable input,"
        " or output that cannot be written, 130 interrupted.",
    )
    root.form = form
    for add in (_VERSION, *_SHARED):
        add(root)
    root.set_defaults(config=None, quiet=False)
    subparsers = root.add_subparsers(title="commands", dest="command", metavar="COMMAND")
    # A command does not wait for the parsers of the others.
    for command in [each for each in COMMANDS if each.name == wanted] or COMMANDS:
        subparser = subparsers.add_parser(
            command.name,
            help=command.summary,
            description=command.description,
            epilog=command.epilog,
            formatter_class=_formatter,
        )
        subparser.form = form
        subparser.set_defaults(run=command.run)
        for add in command.all_arguments():
            add(subparser)
    return root


class _Once(argparse.Action):
    """Stores the value of an option. A second one would replace it silently."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        if getattr(namespace, self.dest, self.default) != self.default:
            raise argparse.ArgumentError(self, "was given before: pass it once")
        setattr(namespace, self.dest, values)


def _argument(names: str, help: str, **more: object) -> Argument:
    """Return an argument. The last of its `names`, if in capitals, is what its value is called."""
    words = names.split()
    if words[-1].isupper():
        more["metavar"] = words.pop()
    if words[-1].startswith("--") and not more.keys() & {"action", "nargs"}:
        more["action"] = _Once
    return lambda parser: parser.add_argument(*words, help=help, **more)


def _path(text: str) -> "Path":
    from pathlib import Path  # only now, because `lookup` is faster without

    return Path(text)


def _folder(name: str, help: str, **more: object) -> Argument:
    return _argument(f"{name} DIR", help, type=_path, **more)


def _switch(names: str, help: str, **more: object) -> Argument:
    return _argument(names, help, action="store_true", **more)


def _exclusive(*arguments: Argument) -> Argument:
    def add(parser: argparse.ArgumentParser) -> None:
        group = parser.add_mutually_exclusive_group()
        for argument in arguments:
            argument(group)

    return add


def _format(help: str, forms: str) -> Argument:
    """Return the argument for the form of the output. The first of these words is the default."""
    choices = forms.split()
    help = f"{help} (default: {choices[0]})"
    return _argument("--format", help, choices=choices, default=choices[0])


def _day(text: str) -> "date":
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is not a day like 2026-11-22") from error


def _regular_file(text: str) -> "Path":
    path = _path(text)
    with suppress(OSError):  # such as a name that is too long
        if path.is_file():
            return path
    raise argparse.ArgumentTypeError(f"there is no file {text!r}")


_VERSION = _switch("-V --version", "show the version and exit", dest="show_version")
# These two may come before or after the command, whose parser must not reset what came before it.
_CONFIG = _argument(
    "--config FILE",
    "the file to use instead of pyproject.toml",
    type=_regular_file,
    default=argparse.SUPPRESS,
)
_QUIET = _switch("-q --quiet", "suppress notes and progress messages", default=argparse.SUPPRESS)
_SPECS = _folder("--specs", "the folder of the specs (default: as configured, or specs)")
_SHARED = (_CONFIG, _QUIET)
_PROVIDERS = _argument(
    "providers PROVIDER", "provider slugs, or paths of their files (default: all)", nargs="*"
)
_FINDINGS = (
    _switch("--strict", "count warnings as errors"),
    _format("findings as text, JSON, or GitHub annotations", "text json github"),
)
_WRITING = (
    _folder("--templates", "a folder of templates that override the built-in ones"),
    _switch("--force", "overwrite hand-edited and foreign files"),
    _exclusive(
        _switch("--check", "write nothing; exit 1 if anything would change"),
        _switch("--diff", "write nothing; show what would change"),
    ),
)
_SITE = _folder("--output", "the folder of the site (default: as configured, or site)", dest="site")
_FORM = _format(
    "for people, for a pull request, for programs, or for CHANGELOG.md",
    "text markdown json changelog",
)
_DOCUMENT = _argument("--document FILE", "the page, saved in a file", type=_path)
_DOCUMENTS = _folder("--documents", "a folder of saved pages, named after providers: acme.html")
_PAGES = _exclusive(_DOCUMENT, _DOCUMENTS)
_RETRIEVED = _argument(
    "--retrieved YYYY-MM-DD", "the day the page was saved (default: today)", type=_day
)
_ACCEPT = _switch("--accept-removals", "treat the pages as complete: withdraw what they lack")
_STRICT = _switch("--strict", "exit with 1 if there are warnings about a page as well")
_OF_LIBRARY = _argument(
    "--provider SLUG", "only this provider; may be repeated", action="append", default=[]
)
_EDITION = "a folder of specs, or a git revision of the configured folder"

COMMANDS = (
    Command("validate", "editions:validate", "Check specs.", (_PROVIDERS, *_FINDINGS)),
    Command(
        "generate",
        "emitting:emit",
        "Emit enums from specs. pyproject.toml names the folders. If providers are named, the"
        " modules of others are emitted only if they are missing.",
        (_PROVIDERS, *_FINDINGS, _folder("--output", "the folder of the package"), *_WRITING),
    ),
    Command(
        "site",
        "emitting:emit",
        "Emit a reference site from specs. Its pages can be searched, and need no server.",
        (*_FINDINGS, _SITE, *_WRITING),
    ),
    Command(
        "diff",
        "editions:diff",
        "Report what changed between two editions of the specs. The report says what each change"
        " does to programs that import the enums, and which release it requires.",
        (
            _argument("base BASE", _EDITION),
            _argument("head HEAD", f"{_EDITION} (default: the working tree)", nargs="?"),
            _FORM,
        ),
    ),
    Command(
        "drift",
        "drift:drift",
        "Report what changed on the pages of providers. Each spec is compared with the pages it"
        " was transcribed from: saved ones, or those at the recorded addresses.",
        (_PROVIDERS, _PAGES, _ACCEPT, _STRICT, _FORM),
        "Exit codes: 0 no drift; 1 drift, or codes that were left out: they belong to no list, or"
        " lack a fact that `documents` promises; 2 could not compare.",
    ),
    Command(
        "update",
        "update:update",
        "Bring a spec up to date with its page. Only the lines concerned change, and proposed"
        " names are marked for review.",
        (
            _argument("providers PROVIDER", "the slug of the provider, or its file", nargs=1),
            _PAGES,
            _RETRIEVED,
            _ACCEPT,
            _STRICT,
            _FORM,
            _switch("--dry-run", "write nothing; show how the files would change"),
        ),
        "Exit codes: 0 the spec is up to date; 1 codes were left out: they belong to no list, or"
        " lack a fact that `documents` promises; or with --dry-run, files would change; 2 nothing"
        " was written.",
    ),
    Command(
        "new",
        "new:new",
        "Draft a spec from a page. The draft has lists, bindings, codes and proposed names,"
        " ready for review. If the provider has a spec already, the lists of the page are added"
        " to it.",
        (
            _argument("provider SLUG", "the slug of the provider"),
            _DOCUMENT,
            _argument("--address URL", "where the page is published"),
            _argument("--title", "the provider's own name (default: from the slug)"),
            _argument(
                "--reader",
                "how to read the page: columns (of plain text), csv, html, markdown, mhtml,"
                " readme, records (in JSON or YAML), rst or xml (default: by the look of the text,"
                " and by the suffixes .rst, .md and .yaml)",
            ),
            _argument(
                "--path", "the keys that lead to the records in JSON or YAML, such as errors.sms"
            ),
            _argument("--heading", "read only the tables below this heading"),
            _argument("--list NAME", "the name of the list, if the page has only one"),
            _argument(
                "--columns FACT=COLUMN,...", "the columns of facts, such as value=Code,name=Title"
            ),
            _RETRIEVED,
        ),
    ),
    Command(
        "names",
        "names:names",
        "List the names that a tool proposed, or confirm them. Each name is shown with its value"
        " and its text on the page.",
        (
            _argument("provider PROVIDER", "the slug of the provider, or its file"),
            _argument("--accept NAME", "confirm these names (default: all)", nargs="*"),
        ),
    ),
    Command(
        "release-check",
        "editions:release_check",
        "Check that the version bump is large enough. The command refuses a version that is too"
        " small for the changes since the last release, and names that are only proposed. It"
        " prints what else needs review.",
        (
            _argument("base BASE", "the last release (default: the newest tag)", nargs="?"),
            _argument("--version", "the next release (default: that of pyproject.toml)"),
            _switch("--strict", "refuse whatever needs review"),
        ),
    ),
    Command(
        "lookup",
        "library:lookup",
        "Look codes up in the installed library. It finds values, names, ids such as"
        " infobip.GeneralError:27, and words, in all lists of all providers.",
        (
            _argument("query QUERY", "what to look up (default: show all lists)", nargs="*"),
            _OF_LIBRARY,
            _switch("--short", "a line per code"),
            _switch("--json", "print JSON, for programs"),
        ),
        "Exit codes: 0 found, 1 nothing found.",
        is_of_project=False,
    ),
    Command(
        "export",
        "library:export",
        "Print all codes of the installed library. The output is for programs in other"
        " languages.",
        (_OF_LIBRARY, _format("the format", "json csv")),
        is_of_project=False,
    ),
)
