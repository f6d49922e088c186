"""The command `provider-codes`: arguments in, findings and an exit code out.

Exit codes: 0 clean, 1 findings or differences, 2 wrong usage or input that
cannot be read, 130 interrupted.
"""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from . import commands, page_commands

if TYPE_CHECKING:
    from datetime import date

_NOT_INSTALLED = (
    "provider-codes: {command} needs {missing}, which is not installed: "
    "run pip install 'provider-codes[generator]'"
)


class _Options(argparse.ArgumentParser):
    """A parser of which no argument that it repeats steers a terminal."""

    def error(self, message: str) -> NoReturn:
        from .findings import printable

        super().error(printable(message))


_Add: TypeAlias = Callable[..., argparse.ArgumentParser]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    # What a run builds it needs to its end, and then the process ends as well: to look for
    # garbage in it meanwhile takes a third of the time and finds none.
    gc.disable()
    try:
        return _main(arguments)
    except (KeyboardInterrupt, RuntimeError) as error:
        # Python 3.11 makes a RuntimeError of what interrupts the making of a class, in an import.
        if not isinstance(error.__cause__ or error, KeyboardInterrupt):
            raise
        print("provider-codes: interrupted", file=sys.stderr)
        return 130
    finally:
        gc.enable()


def _main(arguments: Sequence[str] | None) -> int:
    options = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        # Names and descriptions may have characters that this terminal cannot show.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        return int(options.run(options))
    except ModuleNotFoundError as error:
        if error.name not in ("yaml", "jinja2", "lxml", "markdown_it"):
            raise
        print(
            _NOT_INSTALLED.format(command=options.command, missing=error.name),
            file=sys.stderr,
        )
        return 2
    except commands.Stop as stop:
        return stop.status
    except BrokenPipeError:
        # Whoever read the output has seen enough; the flush at exit must not fail over it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def parser() -> argparse.ArgumentParser:
    """The commands and their arguments."""
    found = _Options(
        prog="provider-codes",
        description="Typed Python enums from the status and error codes that providers document.",
        epilog="Exit codes: 0 clean, 1 findings or differences, 2 wrong usage or unreadable input,"
        " 130 interrupted.",
    )
    subparsers = found.add_subparsers(
        title="commands", dest="command", required=True, metavar="COMMAND"
    )
    specs = _Options(add_help=False)
    specs.add_argument(
        "--specs", type=Path, metavar="DIR", help="the folder of the specs (configured, or specs)"
    )
    add: _Add = subparsers.add_parser
    _add_validate(add, specs)
    _add_generate(add, specs)
    _add_site(add, specs)
    _add_diff(add, specs)
    _add_drift(add, specs)
    _add_update(add, specs)
    _add_new(add, specs)
    _add_release_check(add, specs)
    _add_lookup(add)
    _add_export(add)
    return found


def _add_validate(add: _Add, specs: _Options) -> None:
    validate = add("validate", parents=[specs], help="check specs", description="Check specs.")
    _add_providers(validate)
    _add_findings(validate)
    validate.set_defaults(run=commands.validate)


def _add_generate(add: _Add, specs: _Options) -> None:
    generate = add(
        "generate",
        parents=[specs],
        help="emit enums from specs",
        description="Emit enums from specs, in folders that pyproject.toml names.",
    )
    _add_providers(generate)
    _add_findings(generate)
    generate.add_argument(
        "--output", type=Path, metavar="DIR", help="the folder of the emitted package"
    )
    _add_writing(generate)
    generate.set_defaults(run=commands.generate)


def _add_site(add: _Add, specs: _Options) -> None:
    site = add(
        "site",
        parents=[specs],
        help="emit a reference site from specs",
        description="Emit a reference site from specs: pages with a search, which need no server.",
    )
    _add_findings(site)
    site.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        dest="site",
        help="the folder of the site (configured, or site)",
    )
    _add_writing(site)
    site.set_defaults(run=commands.site)


def _add_diff(add: _Add, specs: _Options) -> None:
    diff = add(
        "diff",
        parents=[specs],
        help="say what changed between two editions of the specs",
        description="Say what changed between two editions of the specs, what that does to those"
        " who import the enums, and which release it asks for.",
    )
    edition = "a folder of specs, or a git revision of the configured one"
    diff.add_argument("base", metavar="BASE", help=edition)
    diff.add_argument("head", metavar="HEAD", nargs="?", help=f"{edition} (default: as it is now)")
    _add_form(diff)
    diff.set_defaults(run=commands.diff, strict=False)


def _add_drift(add: _Add, specs: _Options) -> None:
    drift = add(
        "drift",
        parents=[specs],
        help="say what changed on the pages of providers",
        description="Compare specs with the pages they were transcribed from: saved ones, or"
        " those at the recorded addresses.",
        epilog="Exit codes: 0 no drift, 1 drift, 2 could not compare.",
    )
    _add_providers(drift)
    _add_pages(drift)
    _add_form(drift)
    drift.set_defaults(run=page_commands.drift, strict=False)


def _add_update(add: _Add, specs: _Options) -> None:
    update = add(
        "update",
        parents=[specs],
        help="bring a spec up to date with its page",
        description="Write what changed on the page into the spec, for review: only the lines"
        " concerned change, and names that it proposes are marked.",
    )
    update.add_argument("providers", nargs=1, metavar="PROVIDER", help="the slug")
    _add_pages(update)
    _add_day(update)
    update.add_argument(
        "--dry-run", action="store_true", help="write nothing; show how the files would change"
    )
    update.set_defaults(run=page_commands.update, strict=False, format="text")


def _add_new(add: _Add, specs: _Options) -> None:
    new = add(
        "new",
        parents=[specs],
        help="draft a spec from a page",
        description="Draft a spec for a provider from its page: lists, bindings, codes, and"
        " proposed names, ready for review.",
    )
    new.add_argument("provider", metavar="SLUG", help="what the provider is to be called")
    new.add_argument("--document", type=Path, metavar="FILE", help="the page, saved in a file")
    new.add_argument("--address", metavar="URL", help="where the page is published")
    new.add_argument("--title", help="the provider's own name (default: from the slug)")
    new.add_argument("--reader", help="how to read the page (default: by looking at it)")
    new.add_argument("--path", help="where records are, in JSON or YAML: errors.sms")
    _add_day(new)
    new.set_defaults(run=page_commands.new, strict=False, format="text")


def _add_release_check(add: _Add, specs: _Options) -> None:
    check = add(
        "release-check",
        parents=[specs],
        help="hold the version number to the changes",
        description="Refuse a version that is smaller than the changes since the last release ask"
        " for, and names that nobody has confirmed.",
    )
    check.add_argument(
        "base", metavar="BASE", nargs="?", help="the last release (default: the newest tag)"
    )
    check.add_argument("--version", help="the next release (default: that of pyproject.toml)")
    check.set_defaults(run=commands.release_check, strict=False, format="text")


def _add_lookup(add: _Add) -> None:
    lookup = add(
        "lookup",
        help="look codes up in the installed library",
        description="Look codes up in the installed library: all lists of all providers where the"
        " value stands, or the name, a part of it, or the words.",
        epilog="Exit codes: 0 found, 1 nothing found.",
    )
    lookup.add_argument("query", nargs="+", metavar="QUERY", help="a value, a name, or words")
    _add_library_providers(lookup)
    lookup.add_argument("--json", action="store_true", help="answer for programs")
    lookup.set_defaults(run=commands.lookup)


def _add_export(add: _Add) -> None:
    export = add(
        "export",
        help="print the installed library for other languages",
        description="Print all codes of the installed library, for programs in other languages.",
    )
    _add_library_providers(export)
    export.add_argument(
        "--format", choices=("json", "csv"), default="json", help="the form (default: json)"
    )
    export.set_defaults(run=commands.export)


# Options that several commands have


def _add_library_providers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--provider", action="append", default=[], metavar="SLUG", help="of this provider alone"
    )


def _add_providers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "providers", nargs="*", metavar="PROVIDER", help="slugs; without any, all providers"
    )


def _add_findings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="warnings and notes count as errors")
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="findings as text, as JSON, or as annotations of GitHub (default: text)",
    )


def _add_writing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--templates", type=Path, metavar="DIR", help="a folder whose templates go first"
    )
    parser.add_argument(
        "--force", action="store_true", help="overwrite what was edited, or is not ours"
    )
    dry = parser.add_mutually_exclusive_group()
    dry.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 where anything would change"
    )
    dry.add_argument("--diff", action="store_true", help="write nothing; show what would change")


def _add_form(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "json", "changelog"),
        default="text",
        help="for people, for a pull request, for programs, or for CHANGELOG.md (default: text)",
    )


def _add_pages(parser: argparse.ArgumentParser) -> None:
    pages = parser.add_mutually_exclusive_group()
    pages.add_argument("--document", type=Path, metavar="FILE", help="the page, saved in a file")
    pages.add_argument(
        "--documents",
        type=Path,
        metavar="DIR",
        help="a folder of saved pages, each called by its slug",
    )


def _add_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--retrieved",
        type=_day,
        metavar="YYYY-MM-DD",
        help="the day the page was saved (default: today)",
    )


def _day(text: str) -> "date":
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no day like 2026-11-22") from error
