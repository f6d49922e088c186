"""The command `provider-codes`: arguments in, findings and an exit code out.

Exit codes: 0 clean, 1 findings or differences, 2 wrong usage or input that
cannot be read, 130 interrupted.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from . import commands, page_commands

if TYPE_CHECKING:
    from datetime import date

_NOT_INSTALLED = (
    "provider-codes: {command} needs {missing}, which is not installed: "
    "run pip install 'provider-codes[generator]'"
)


class Argument(NamedTuple):
    """An argument of a command, as argparse declares it.

    A named tuple, because dataclasses load slowly, and each start of the command would wait.
    """

    names: tuple[str, ...]
    options: dict[str, object]


class Exclusive(NamedTuple):
    """Arguments that exclude each other."""

    arguments: tuple[Argument, ...]


class Command(NamedTuple):
    """A command: the function that runs it, its help, and its arguments."""

    name: str
    run: Callable[[argparse.Namespace], int]
    help: str
    description: str
    arguments: tuple[Argument | Exclusive, ...]
    epilog: str | None = None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    try:
        return _run(parser().parse_args(arguments))
    except (KeyboardInterrupt, RuntimeError) as error:
        # Python 3.11 raises a RuntimeError if an import is interrupted while it makes a class.
        if not isinstance(error.__cause__ or error, KeyboardInterrupt):
            raise
        print("provider-codes: interrupted", file=sys.stderr)
        return 130


def _run(options: argparse.Namespace) -> int:
    try:
        return int(options.run(options))
    except ModuleNotFoundError as error:
        if not error.name or not _is_dependency(error.name):
            raise
        message = _NOT_INSTALLED.format(command=options.command, missing=error.name)
        print(message, file=sys.stderr)
        return 2
    except BrokenPipeError:
        raise
    except Exception as error:
        # Imported only now, because `lookup` and `export` need nothing of the model.
        from ..model import Refused, usage

        if isinstance(error, OSError):
            where = f"{error.filename}: " if error.filename else ""
            error = usage(f"{where}{error.strerror or error}")
        if not isinstance(error, Refused):
            raise
        return commands.report_refusal(error.finding, getattr(options, "format", "text"))


def _is_dependency(module: str) -> bool:
    """Whether the module is neither part of Python nor of this package."""
    package = module.partition(".")[0]
    own = (__name__.partition(".")[0], "provider_codes")
    return package not in sys.stdlib_module_names and package not in own


class _Parser(argparse.ArgumentParser):
    """A parser that escapes control characters in its errors."""

    def error(self, message: str) -> NoReturn:
        from ..model import printable

        super().error(printable(message))


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    found = _Parser(
        prog="provider-codes",
        description="Typed Python enums from the status and error codes that providers document.",
        epilog="Exit codes: 0 clean, 1 findings or differences, 2 wrong usage or unreadable input,"
        " 130 interrupted.",
    )
    subparsers = found.add_subparsers(
        title="commands", dest="command", required=True, metavar="COMMAND"
    )
    for command in COMMANDS:
        each = subparsers.add_parser(
            command.name, help=command.help, description=command.description, epilog=command.epilog
        )
        each.set_defaults(run=command.run)
        for argument in command.arguments:
            if isinstance(argument, Exclusive):
                group = each.add_mutually_exclusive_group()
                for one in argument.arguments:
                    _add(group.add_argument, one)
            else:
                _add(each.add_argument, argument)
    return found


def _add(add: Callable[..., object], argument: Argument) -> None:
    add(*argument.names, **argument.options)


def _argument(*names: str, **options: object) -> Argument:
    return Argument(names, options)


def _switch(name: str, help: str) -> Argument:
    return Argument((name,), {"action": "store_true", "help": help})


def _day(text: str) -> "date":
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is not a day like 2026-11-22") from error


_SPECS = _argument(
    "--specs", type=Path, metavar="DIR", help="the folder of the specs (configured, or specs)"
)
_PROVIDERS = _argument(
    "providers", nargs="*", metavar="PROVIDER", help="slugs; without any, all providers"
)
_FINDINGS = (
    _switch("--strict", "warnings and notes count as errors"),
    _argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="findings as text, as JSON, or as annotations of GitHub (default: text)",
    ),
)
_WRITING = (
    _argument("--templates", type=Path, metavar="DIR", help="a folder whose templates go first"),
    _switch("--force", "overwrite what was edited, or is not ours"),
    Exclusive(
        (
            _switch("--check", "write nothing; exit 1 where anything would change"),
            _switch("--diff", "write nothing; show what would change"),
        )
    ),
)
_FORM = _argument(
    "--format",
    choices=("text", "markdown", "json", "changelog"),
    default="text",
    help="for people, for a pull request, for programs, or for CHANGELOG.md (default: text)",
)
_DOCUMENT = _argument("--document", type=Path, metavar="FILE", help="the page, saved in a file")
_PAGES = Exclusive(
    (
        _DOCUMENT,
        _argument(
            "--documents",
            type=Path,
            metavar="DIR",
            help="a folder of saved pages, each called by its slug",
        ),
    )
)
_RETRIEVED = _argument(
    "--retrieved",
    type=_day,
    metavar="YYYY-MM-DD",
    help="the day the page was saved (default: today)",
)
_LIBRARY_PROVIDERS = _argument(
    "--provider", action="append", default=[], metavar="SLUG", help="of this provider alone"
)
_EDITION = "a folder of specs, or a git revision of the configured one"

COMMANDS = (
    Command(
        "validate",
        commands.validate,
        help="check specs",
        description="Check specs.",
        arguments=(_SPECS, _PROVIDERS, *_FINDINGS),
    ),
    Command(
        "generate",
        commands.generate,
        help="emit enums from specs",
        description="Emit enums from specs, in folders that pyproject.toml names.",
        arguments=(
            _SPECS,
            _PROVIDERS,
            *_FINDINGS,
            _argument(
                "--output", type=Path, metavar="DIR", help="the folder of the emitted package"
            ),
            *_WRITING,
        ),
    ),
    Command(
        "site",
        commands.site,
        help="emit a reference site from specs",
        description="Emit a reference site from specs: pages with a search, which need no server.",
        arguments=(
            _SPECS,
            *_FINDINGS,
            _argument(
                "--output",
                type=Path,
                metavar="DIR",
                dest="site",
                help="the folder of the site (configured, or site)",
            ),
            *_WRITING,
        ),
    ),
    Command(
        "diff",
        commands.diff,
        help="say what changed between two editions of the specs",
        description="Say what changed between two editions of the specs, what that does to those"
        " who import the enums, and which release it asks for.",
        arguments=(
            _SPECS,
            _argument("base", metavar="BASE", help=_EDITION),
            _argument(
                "head", metavar="HEAD", nargs="?", help=f"{_EDITION} (default: as it is now)"
            ),
            _FORM,
        ),
    ),
    Command(
        "drift",
        page_commands.drift,
        help="say what changed on the pages of providers",
        description="Compare specs with the pages they were transcribed from: saved ones, or"
        " those at the recorded addresses.",
        arguments=(_SPECS, _PROVIDERS, _PAGES, _FORM),
        epilog="Exit codes: 0 no drift, 1 drift, 2 could not compare.",
    ),
    Command(
        "update",
        page_commands.update,
        help="bring a spec up to date with its page",
        description="Write what changed on the page into the spec, for review: only the lines"
        " concerned change, and names that it proposes are marked.",
        arguments=(
            _SPECS,
            _argument("providers", nargs=1, metavar="PROVIDER", help="the slug"),
            _PAGES,
            _RETRIEVED,
            _switch("--dry-run", "write nothing; show how the files would change"),
        ),
    ),
    Command(
        "new",
        page_commands.new,
        help="draft a spec from a page",
        description="Draft a spec for a provider from its page: lists, bindings, codes, and"
        " proposed names, ready for review.",
        arguments=(
            _SPECS,
            _argument("provider", metavar="SLUG", help="what the provider is to be called"),
            _DOCUMENT,
            _argument("--address", metavar="URL", help="where the page is published"),
            _argument("--title", help="the provider's own name (default: from the slug)"),
            _argument("--reader", help="how to read the page (default: by looking at it)"),
            _argument("--path", help="where records are, in JSON or YAML: errors.sms"),
            _RETRIEVED,
        ),
    ),
    Command(
        "release-check",
        commands.release_check,
        help="hold the version number to the changes",
        description="Refuse a version that is smaller than the changes since the last release ask"
        " for, and names that nobody has confirmed.",
        arguments=(
            _SPECS,
            _argument(
                "base", metavar="BASE", nargs="?", help="the last release (default: the newest tag)"
            ),
            _argument("--version", help="the next release (default: that of pyproject.toml)"),
        ),
    ),
    Command(
        "lookup",
        commands.lookup,
        help="look codes up in the installed library",
        description="Look codes up in the installed library: all lists of all providers where the"
        " value stands, or the name, a part of it, or the words.",
        arguments=(
            _argument("query", nargs="+", metavar="QUERY", help="a value, a name, or words"),
            _LIBRARY_PROVIDERS,
            _switch("--json", "answer for programs"),
        ),
        epilog="Exit codes: 0 found, 1 nothing found.",
    ),
    Command(
        "export",
        commands.export,
        help="print the installed library for other languages",
        description="Print all codes of the installed library, for programs in other languages.",
        arguments=(
            _LIBRARY_PROVIDERS,
            _argument(
                "--format", choices=("json", "csv"), default="json", help="the form (default: json)"
            ),
        ),
    ),
)
