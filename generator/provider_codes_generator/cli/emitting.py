"""The commands that emit files from specs, one per target: the enums, and the reference site."""

import argparse
import sys

from ..emit import TARGETS, build, patch, plan, write
from ..project import shown
from .config import config_of, slugs_of
from .output import inform, report_findings, say_patch


def emit(options: argparse.Namespace) -> int:
    """Report the findings; unless they block, update the folder, or show what would change."""
    target = TARGETS[options.command]
    config = config_of(options)
    slugs = slugs_of(config, options)
    built = build(target, config, slugs, strict=options.strict)
    status = report_findings(
        built.findings, sys.stderr, options.format, strict=options.strict, quiet=options.quiet
    )
    if not built.files:
        return status
    differences = plan(built.files, built.folder, whole=not slugs)
    if options.diff:
        say_patch(patch(differences))
        return 1 if differences else 0
    ours = [each for each in differences if each.new is not None or each.kind != "foreign"]
    refused = [each for each in ours if each.kind in ("edited", "foreign") and not options.force]
    if options.check or refused:
        reported, stream = (differences, sys.stdout) if options.check else (refused, sys.stderr)
        findings = [each.finding(target.command) for each in reported]
        return report_findings(findings, stream, options.format)
    write(ours)
    for each in ours:
        inform(options, f"{'removed' if each.new is None else 'wrote'} {shown(each.path)}")
    return 0
