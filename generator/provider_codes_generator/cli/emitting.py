"""The commands that emit files from specs: the enums, and the reference site."""

import argparse
import sys
from pathlib import Path

from ..emit import COMMAND, SITE_COMMAND, Build, build, build_site, patch, plan, write
from ..model import usage
from ..project import shown
from .config import load_config
from .output import report_findings, say, say_patch


def generate(options: argparse.Namespace) -> int:
    """Emit enums from the specs."""
    config = load_config(options)
    if config.output is None:
        raise usage(
            "no output folder: set output in [tool.provider-codes] of pyproject.toml, or --output"
        )
    built = build(config, config.output, options.providers, strict=options.strict)
    return _emit(built, config.output, COMMAND, options, whole=not options.providers)


def site(options: argparse.Namespace) -> int:
    """Emit the reference site from the specs."""
    config = load_config(options)
    built = build_site(config, strict=options.strict)
    return _emit(built, config.site, SITE_COMMAND, options, whole=True)


def _emit(
    built: Build, folder: Path, command: str, options: argparse.Namespace, *, whole: bool
) -> int:
    """Report the findings; unless they block, update the folder, or show what would change."""
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
    write(ours)
    for each in ours:
        say(f"{'removed' if each.new is None else 'wrote'} {names[each.path]}")
    return 0
