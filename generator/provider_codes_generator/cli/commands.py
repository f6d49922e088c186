"""What each command does: findings and files out, and the exit code.

A function imports what it needs, so that no command waits for the modules of another.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from ..emit import Build, Difference
    from ..model import Finding, Format
    from ..project import Config


def validate(options: argparse.Namespace) -> int:
    """Check the specs."""
    from ..project import check_specs

    _, findings = check_specs(load_config(options), options.providers)
    return report_findings(findings, sys.stdout, options.format, strict=options.strict)


def generate(options: argparse.Namespace) -> int:
    """Emit enums from the specs."""
    from ..emit import COMMAND, build
    from ..model import usage

    config = load_config(options)
    if config.output is None:
        raise usage(
            "no output folder: set output in [tool.provider-codes] of pyproject.toml, or --output"
        )
    built = build(config, config.output, options.providers, strict=options.strict)
    whole = not options.providers
    return _emit(built, config.output, COMMAND, options, whole=whole)


def site(options: argparse.Namespace) -> int:
    """Emit the reference site from the specs."""
    from ..emit import SITE_COMMAND, build_site

    config = load_config(options)
    built = build_site(config, strict=options.strict)
    return _emit(built, config.site, SITE_COMMAND, options)


def _emit(
    built: "Build", folder: Path, command: str, options: argparse.Namespace, *, whole: bool = True
) -> int:
    """Report the findings; unless they block, update the folder, or show what would change."""
    from ..emit import patch, plan
    from ..project import shown

    status = report_findings(built.findings, sys.stderr, options.format, strict=options.strict)
    if not built.files:
        return status
    differences = plan(built.files, folder, whole=whole)
    names = {each.path: shown(each.path) for each in differences}
    if options.diff:
        say_patch(patch(differences, names))
        return 1 if differences else 0
    if options.check:
        findings = [each.finding(names[each.path], command) for each in differences]
        return report_findings(findings, sys.stdout, options.format)
    ours = [each for each in differences if each.new is not None or each.kind != "foreign"]
    refused = [] if options.force else [each for each in ours if each.blocks()]
    if refused:
        findings = [each.finding(names[each.path], command) for each in refused]
        return report_findings(findings, sys.stderr, options.format)
    _write(ours, names)
    return 0


def _write(differences: "list[Difference]", names: dict[Path, str]) -> None:
    from ..emit import write

    write(differences)
    for each in differences:
        say(f"{'removed' if each.new is None else 'wrote'} {names[each.path]}")


def diff(options: argparse.Namespace) -> int:
    """Report what changed between two editions of the specs."""
    from ..changes import compare, render
    from ..model import blocks
    from ..project import edition, shown

    config = load_config(options)
    before, problems = edition(options.base, config.specs)
    after, more = edition(options.head or shown(config.specs), config.specs)
    if blocks([*problems, *more]):
        report_findings([*problems, *more], sys.stderr)
        return 2
    changes = compare(before, after)
    colour = has_colour(sys.stdout)
    sys.stdout.write(render(changes, [], [], options.format, colour=colour))
    return 1 if changes else 0


def release_check(options: argparse.Namespace) -> int:
    """Refuse a release if its version is too small for its changes, or names are only proposed."""
    from dataclasses import replace

    from ..changes import UNREVIEWED, bump, check_version, compare, project_version, since
    from ..model import blocks, usage
    from ..project import check_specs, edition, last_tag

    config = load_config(options)
    registry, findings = check_specs(config)
    base = options.base or last_tag(config.specs)
    before, problems = edition(base, config.specs) if base else (registry, [])
    version = options.version or project_version(Path.cwd())
    if version is None:
        raise usage("there is no version in pyproject.toml: say which with --version")
    found = [each for each in [*findings, *problems] if each.level == "error"]
    unreviewed = [each for each in findings if each.id in UNREVIEWED]
    found += [replace(each, level="error") for each in unreviewed if each.level == "warning"]
    if blocks([*findings, *problems]):
        return report_findings(found, sys.stderr)
    asked = bump(compare(before, registry))
    found += check_version(version, base, asked)
    if not found:
        why = since(asked, base) if base else "the first release"
        say(f"{version} may be released: {why}")
    return report_findings(found, sys.stderr)


# The commands of the installed library, which do not need the rest of the tool


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
    """The requested providers, or all; raises `Refused`."""
    from provider_codes import PROVIDERS

    for slug in options.provider:
        if slug not in PROVIDERS:
            from ..model import usage

            known = ", ".join(PROVIDERS)
            raise usage(f"the library has no provider {slug}: it has {known}")
    return options.provider or PROVIDERS


# What several commands need


def load_config(options: argparse.Namespace) -> "Config":
    """The configuration, in which options replace settings; raises `Refused`."""
    from dataclasses import replace

    from ..model import usage
    from ..project import load_config as load

    try:
        found = load(Path.cwd())
    except OSError as error:
        raise usage(f"the current folder cannot be read: {error.strerror}") from error
    for name in ("specs", "templates", "output", "site"):
        if given := getattr(options, name, None):
            found = replace(found, **{name: given})
    return found


def report_findings(
    findings: "Sequence[Finding]", stream: IO[str], form: "Format" = "text", *, strict: bool = False
) -> int:
    """Print the findings and return the exit code."""
    from ..model import blocks, count, render

    colour = has_colour(stream)
    if findings or form == "json":
        stream.write(render(findings, form, colour=colour))
    if findings and form == "text":
        stream.write(f"{count(findings)}\n")
    if any(finding.id == "file-unreadable" for finding in findings):
        return 2
    return 1 if blocks(findings, strict=strict) else 0


def report_refusal(finding: "Finding", form: str) -> int:
    """Print why the command cannot go on, and return its exit code."""
    from ..model import USAGE

    if finding.id == USAGE:
        say(f"provider-codes: {finding.message}", sys.stderr)
    else:
        known: dict[str, Format] = {"json": "json", "github": "github"}
        report_findings([finding], sys.stderr, known.get(form, "text"))
    return 2


def has_colour(stream: IO[str]) -> bool:
    """Whether the stream is a terminal that shows colours."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def say(line: str, stream: IO[str] | None = None) -> None:
    """Print a line with its control characters escaped: file names may contain any."""
    from ..model import printable

    print(printable(line), file=stream or sys.stdout)


def say_patch(patch: str) -> None:
    """Print a patch: unchanged to a program, because git applies it; escaped on a terminal."""
    from ..model import printable

    if sys.stdout.isatty():
        patch = "\n".join(map(printable, patch.split("\n")))
    sys.stdout.write(patch)
