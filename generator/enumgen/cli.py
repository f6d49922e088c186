"""The command `provider-codes`: arguments in, findings and an exit code out.

Exit codes: 0 clean, 1 findings or differences, 2 wrong usage or input that
cannot be read.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from .config import Config
    from .findings import Finding
    from .output import Difference

_NOT_INSTALLED = (
    "provider-codes: {command} needs {missing}, which is not installed: "
    "run pip install 'provider-codes[generator]'"
)


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
        if error.name not in ("yaml", "jinja2"):
            raise
        print(
            _NOT_INSTALLED.format(command=options.command, missing=error.name),
            file=sys.stderr,
        )
        return 2
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
    commands = parser.add_subparsers(
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

    validate = commands.add_parser(
        "validate", parents=[shared], help="check specs", description="Check specs."
    )
    validate.set_defaults(run=_validate)

    generate = commands.add_parser(
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
    generate.set_defaults(run=_generate)

    diff = commands.add_parser(
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
        choices=("text", "markdown", "json"),
        default="text",
        help="for people, for a pull request, or for programs (default: text)",
    )
    diff.set_defaults(run=_diff, strict=False)
    return parser


def _validate(options: argparse.Namespace) -> int:
    from . import build

    config = _config(options)
    if config is None:
        return 2
    try:
        _, findings = build.check(config, options.providers)
    except build.NotThere as error:
        return _usage(error)
    return _report(findings, options, sys.stdout)


def _generate(options: argparse.Namespace) -> int:
    from . import build, output

    config = _config(options)
    if config is None:
        return 2
    if config.output is None:
        return _usage(
            "no output folder: set output in [tool.provider-codes] of pyproject.toml, or --output"
        )
    try:
        built = build.build(config, config.output, options.providers, strict=options.strict)
    except build.NotThere as error:
        return _usage(error)
    status = _report(built.findings, options, sys.stderr)
    if not built.files:
        return status
    try:
        differences = output.compare(built.files, config.output, whole=not options.providers)
        return _apply(differences, options)
    except OSError as error:
        return _usage(error)


def _apply(differences: "list[Difference]", options: argparse.Namespace) -> int:
    from . import build, output

    shown = {difference.path: build.shown(difference.path) for difference in differences}
    if options.diff:
        sys.stdout.write(output.diff(differences, shown))
        return 1 if differences else 0
    if options.check:
        return _report([d.finding(shown[d.path]) for d in differences], options, sys.stdout)
    mine = [d for d in differences if d.new is not None or d.kind != "foreign"]
    if not options.force and (refused := [d for d in mine if d.blocks()]):
        return _report([d.finding(shown[d.path]) for d in refused], options, sys.stderr)
    output.write(mine)
    for difference in mine:
        print(f"{'removed' if difference.new is None else 'wrote'} {shown[difference.path]}")
    return 0


def _diff(options: argparse.Namespace) -> int:
    from . import build, compare, editions, report
    from .findings import blocks

    config = _config(options)
    if config is None:
        return 2
    try:
        before, problems = editions.load(options.base, config.specs)
        after, more = editions.load(options.head or build.shown(config.specs), config.specs)
    except (OSError, editions.NoEdition) as error:
        return _usage(error)
    if blocks([*problems, *more]):
        options.format = "text"
        _report([*problems, *more], options, sys.stderr)
        return 2
    changes = compare.compare(before, after)
    colour = _colour(sys.stdout)
    sys.stdout.write(report.render(changes, [], [], options.format, colour=colour))
    return 1 if changes else 0


def _config(options: argparse.Namespace) -> "Config | None":
    from . import config

    try:
        found = config.load(Path.cwd())
    except config.ConfigProblem as problem:
        _report([problem.finding], options, sys.stderr)
        return None
    except OSError as error:
        _usage(f"the current folder cannot be read: {error.strerror}")
        return None
    for name in ("specs", "templates", "output"):
        if given := getattr(options, name, None):
            found = replace(found, **{name: given})
    return found


def _report(findings: "Sequence[Finding]", options: argparse.Namespace, stream: IO[str]) -> int:
    """Print the findings, and say by the exit code whether they block."""
    from .findings import blocks, count, render

    colour = _colour(stream)
    if findings or options.format == "json":
        stream.write(render(findings, options.format, colour=colour))
    if findings and options.format == "text":
        stream.write(f"{count(findings)}\n")
    if any(finding.id == "file-unreadable" for finding in findings):
        return 2
    return 1 if blocks(findings, strict=options.strict) else 0


def _colour(stream: IO[str]) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR")


def _usage(problem: object) -> int:
    from .findings import printable

    if isinstance(problem, OSError) and problem.filename:
        problem = f"{problem.filename}: {problem.strerror}"
    print(f"provider-codes: {printable(str(problem))}", file=sys.stderr)
    return 2
