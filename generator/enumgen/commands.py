"""What each command does: findings and files out, and the exit code.

What a command needs is imported when it runs, so that none pays for another.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from .build import Build
    from .config import Config
    from .findings import Finding
    from .output import Difference


def validate(options: argparse.Namespace) -> int:
    """Check the specs."""
    from . import specs

    config = load_config(options)
    try:
        _, findings = specs.check(config, options.providers)
    except specs.NotThere as error:
        return usage(error)
    return report_findings(findings, options, sys.stdout)


def generate(options: argparse.Namespace) -> int:
    """Emit enums from the specs."""
    from . import build, seal, specs

    config = load_config(options)
    if config.output is None:
        return usage(
            "no output folder: set output in [tool.provider-codes] of pyproject.toml, or --output"
        )
    try:
        built = build.build(config, config.output, options.providers, strict=options.strict)
    except specs.NotThere as error:
        return usage(error)
    whole = not options.providers
    return _emit(built, config.output, seal.COMMAND, options, whole=whole)


def site(options: argparse.Namespace) -> int:
    """Emit the reference site from the specs."""
    from . import seal, site, specs

    config = load_config(options)
    try:
        built = site.build(config, strict=options.strict)
    except specs.NotThere as error:
        return usage(error)
    return _emit(built, config.site, seal.SITE_COMMAND, options)


def _emit(
    built: "Build", folder: Path, command: str, options: argparse.Namespace, *, whole: bool = True
) -> int:
    """Say what was found, and bring a folder up to date where nothing blocks."""
    from . import output

    status = report_findings(built.findings, options, sys.stderr)
    if not built.files:
        return status
    try:
        differences = output.compare(built.files, folder, whole=whole)
        return _apply(differences, options, command)
    except OSError as error:
        return usage(error)


def _apply(differences: "list[Difference]", options: argparse.Namespace, command: str) -> int:
    from . import output, specs

    shown = {difference.path: specs.shown(difference.path) for difference in differences}
    if options.diff:
        say_patch(output.diff(differences, shown))
        return 1 if differences else 0
    if options.check:
        return report_findings(
            [d.finding(shown[d.path], command) for d in differences], options, sys.stdout
        )
    mine = [d for d in differences if d.new is not None or d.kind != "foreign"]
    if not options.force and (refused := [d for d in mine if d.blocks()]):
        return report_findings(
            [d.finding(shown[d.path], command) for d in refused], options, sys.stderr
        )
    output.write(mine)
    for difference in mine:
        say(f"{'removed' if difference.new is None else 'wrote'} {shown[difference.path]}")
    return 0


def diff(options: argparse.Namespace) -> int:
    """Say what changed between two editions of the specs."""
    from . import compare, editions, report, specs
    from .findings import blocks

    config = load_config(options)
    try:
        before, problems = editions.load(options.base, config.specs)
        after, more = editions.load(options.head or specs.shown(config.specs), config.specs)
    except (OSError, editions.NoEdition) as error:
        return usage(error)
    if blocks([*problems, *more]):
        options.format = "text"
        report_findings([*problems, *more], options, sys.stderr)
        return 2
    changes = compare.compare(before, after)
    colour = has_colour(sys.stdout)
    sys.stdout.write(report.render(changes, [], [], options.format, colour=colour))
    return 1 if changes else 0


def release_check(options: argparse.Namespace) -> int:
    """Refuse a release with a version too small for its changes, or with proposed names."""
    from dataclasses import replace

    from . import compare, editions, release, specs
    from .changes import bump

    config = load_config(options)
    try:
        registry, findings = specs.check(config)
        base = options.base or editions.last_tag(config.specs)
        before, problems = editions.load(base, config.specs) if base else (registry, [])
    except (OSError, specs.NotThere, editions.NoEdition) as error:
        return usage(error)
    version = options.version or release.project_version(Path.cwd())
    if version is None:
        return usage("there is no version in pyproject.toml: say which with --version")
    found = [each for each in [*findings, *problems] if each.level == "error"]
    unreviewed = [each for each in findings if each.id in release.UNREVIEWED]
    found += [replace(each, level="error") for each in unreviewed if each.level == "warning"]
    asked = bump(compare.compare(before, registry))
    found += release.check(version, base, asked)
    if not found:
        since = release.since(asked, base) if base else "the first release"
        say(f"{version} may be released: {since}")
    return report_findings(found, options, sys.stderr)


# Of the installed library, which needs nothing of the tool


def lookup(options: argparse.Namespace) -> int:
    """Look codes up."""
    from provider_codes._lookup import run

    return run(" ".join(options.query), _library_providers(options), options.json)


def export(options: argparse.Namespace) -> int:
    """Print all codes for programs in other languages."""
    from provider_codes._export import write_csv, write_json

    write = write_json if options.format == "json" else write_csv
    write(sys.stdout, _library_providers(options))
    return 0


def _library_providers(options: argparse.Namespace) -> Sequence[str]:
    """The providers that are asked for, or all; raises `Stop`."""
    from provider_codes import PROVIDERS

    for slug in options.provider:
        if slug not in PROVIDERS:
            known = ", ".join(PROVIDERS)
            raise Stop(usage(f"the library has no provider {slug}: it has {known}"))
    return options.provider or PROVIDERS


class Stop(Exception):
    """The command cannot go on; why has been said already."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def load_config(options: argparse.Namespace) -> "Config":
    """The configuration with what the options say instead; raises `Stop`."""
    from dataclasses import replace

    from . import config

    try:
        found = config.load(Path.cwd())
    except config.ConfigProblem as problem:
        report_findings([problem.finding], options, sys.stderr)
        raise Stop(2) from problem
    except OSError as error:
        raise Stop(usage(f"the current folder cannot be read: {error.strerror}")) from error
    for name in ("specs", "templates", "output", "site"):
        if given := getattr(options, name, None):
            found = replace(found, **{name: given})
    return found


def report_findings(
    findings: "Sequence[Finding]", options: argparse.Namespace, stream: IO[str]
) -> int:
    """Print the findings, and say by the exit code whether they block."""
    from .findings import blocks, count, render

    colour = has_colour(stream)
    if findings or options.format == "json":
        stream.write(render(findings, options.format, colour=colour))
    if findings and options.format == "text":
        stream.write(f"{count(findings)}\n")
    if any(finding.id == "file-unreadable" for finding in findings):
        return 2
    return 1 if blocks(findings, strict=options.strict) else 0


def has_colour(stream: IO[str]) -> bool:
    """Whether the stream is a terminal that shows colours."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def say(line: str, stream: IO[str] | None = None) -> None:
    """Print a line, in which nothing steers a terminal: names of files may have anything."""
    from .findings import printable

    print(printable(line), file=stream or sys.stdout)


def say_patch(patch: str) -> None:
    """Print a patch: to a program as it is, because git applies it; on a terminal harmless."""
    from .findings import printable

    if sys.stdout.isatty():
        patch = "\n".join(map(printable, patch.split("\n")))
    sys.stdout.write(patch)


def usage(problem: object) -> int:
    """Say what is wrong with the usage, and return its exit code."""
    if isinstance(problem, OSError) and problem.filename:
        problem = f"{problem.filename}: {problem.strerror}"
    say(f"provider-codes: {problem}", sys.stderr)
    return 2
