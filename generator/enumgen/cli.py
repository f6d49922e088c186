"""The command `provider-codes`: arguments in, findings and an exit code out.

Exit codes: 0 clean, 1 findings or differences, 2 wrong usage or input that
cannot be read.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from . import commands, page_commands

_NOT_INSTALLED = (
    "provider-codes: {command} needs {missing}, which is not installed: "
    "run pip install 'provider-codes[generator]'"
)

_CHANGES = ("text", "markdown", "json", "changelog")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse_args(arguments)
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="provider-codes",
        description="Typed Python enums from the status and error codes that providers document.",
        epilog="Exit codes: 0 clean, 1 findings or differences, 2 wrong usage or unreadable input.",
    )
    subparsers = parser.add_subparsers(
        title="commands", dest="command", required=True, metavar="COMMAND"
    )

    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "providers",
        nargs="*",
        metavar="PROVIDER",
        help="slugs; without any, all providers",
    )
    shared.add_argument(
        "--specs",
        type=Path,
        metavar="DIR",
        help="the folder of the specs (configured, or specs)",
    )
    shared.add_argument("--strict", action="store_true", help="warnings and notes count as errors")
    shared.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="findings as text, as JSON, or as annotations of GitHub (default: text)",
    )

    validate = subparsers.add_parser(
        "validate", parents=[shared], help="check specs", description="Check specs."
    )
    validate.set_defaults(run=commands.validate)

    generate = subparsers.add_parser(
        "generate",
        parents=[shared],
        help="emit enums from specs",
        description="Emit enums from specs, in folders that pyproject.toml names.",
    )
    generate.add_argument(
        "--templates",
        type=Path,
        metavar="DIR",
        help="a folder whose templates go first",
    )
    generate.add_argument(
        "--output", type=Path, metavar="DIR", help="the folder of the emitted package"
    )
    generate.add_argument(
        "--force", action="store_true", help="overwrite what was edited, or is not ours"
    )
    dry = generate.add_mutually_exclusive_group()
    dry.add_argument(
        "--check",
        action="store_true",
        help="write nothing; exit 1 where anything would change",
    )
    dry.add_argument("--diff", action="store_true", help="write nothing; show what would change")
    generate.set_defaults(run=commands.generate)

    diff = subparsers.add_parser(
        "diff",
        help="say what changed between two editions of the specs",
        description="Say what changed between two editions of the specs, what that does to those"
        " who import the enums, and which release it asks for.",
    )
    edition = "a folder of specs, or a git revision of the configured one"
    diff.add_argument("base", metavar="BASE", help=edition)
    diff.add_argument("head", metavar="HEAD", nargs="?", help=f"{edition} (default: as it is now)")
    diff.add_argument("--specs", type=Path, metavar="DIR", help="the folder of the specs")
    diff.add_argument(
        "--format",
        choices=_CHANGES,
        default="text",
        help="for people, for a pull request, for programs, or for CHANGELOG.md (default: text)",
    )
    diff.set_defaults(run=commands.diff, strict=False)
    _add_page_commands(subparsers)
    return parser


def _add_page_commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands that read pages."""
    pages = argparse.ArgumentParser(add_help=False)
    pages.add_argument("--specs", type=Path, metavar="DIR", help="the folder of the specs")
    source = pages.add_mutually_exclusive_group()
    source.add_argument("--document", type=Path, metavar="FILE", help="the page, saved in a file")
    source.add_argument(
        "--documents",
        type=Path,
        metavar="DIR",
        help="a folder of saved pages, each called by its slug",
    )

    drift = subparsers.add_parser(
        "drift",
        parents=[pages],
        help="say what changed on the pages of providers",
        description="Compare specs with the pages they were transcribed from: saved ones, or"
        " those at the recorded addresses. Exit codes: 0 no drift, 1 drift, 2 could not compare.",
    )
    drift.add_argument(
        "providers", nargs="*", metavar="PROVIDER", help="slugs; without any, all providers"
    )
    drift.add_argument(
        "--format",
        choices=_CHANGES,
        default="text",
        help="for people, for a pull request, for programs, or for CHANGELOG.md (default: text)",
    )
    drift.set_defaults(run=page_commands.drift, strict=False)

    update = subparsers.add_parser(
        "update",
        parents=[pages],
        help="bring a spec up to date with its page",
        description="Write what changed on the page into the spec, for review: only the lines"
        " concerned change, and names it proposes are marked.",
    )
    update.add_argument("providers", nargs=1, metavar="PROVIDER", help="the slug")
    update.add_argument(
        "--dry-run", action="store_true", help="write nothing; show how the spec would change"
    )
    _add_day(update)
    update.set_defaults(run=page_commands.update, strict=False, format="text")


def _add_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--retrieved",
        type=date.fromisoformat,
        default=None,
        metavar="YYYY-MM-DD",
        help="the day the page was saved (default: today)",
    )
