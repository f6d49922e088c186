"""The commands that emit files from specs, one per target: the enums, and the reference site."""

import argparse
import sys
from dataclasses import replace

from ..emit import TARGETS, build, patch, plan, write
from ..model import blocks
from ..project import shown
from .config import config_of, slugs_of
from .output import inform, report_findings, say_patch


def emit(options: argparse.Namespace) -> int:
    """Report the findings; unless they block, update the folder, or show what would change."""
    target = TARGETS[options.command]
    config = config_of(options)
    slugs = slugs_of(config, options)
    built = build(target, config, slugs, strict=options.strict)
    differences = plan(built.files, built.folder, whole=not slugs) if built.files else []
    ours = [each for each in differences if each.new is not None or each.kind != "foreign"]
    refused = [each for each in ours if each.kind in ("edited", "foreign") and not options.force]
    reported = [] if options.diff else differences if options.check else refused
    findings = [*built.findings, *(each.finding(target.command) for each in reported)]
    if not (options.check or options.diff):
        others = [each.finding(target.command) for each in differences if each not in ours]
        findings += [replace(each, level="warning") for each in others]
    is_report = options.check or (options.format == "json" and not options.diff)
    stream, notes = (sys.stdout, sys.stderr) if is_report else (sys.stderr, sys.stdout)
    # Notes are known and stay: `validate` lists them.
    status = report_findings(findings, stream, options.format, strict=options.strict, quiet=True)
    if options.diff:
        say_patch(patch(differences))
        return 1 if differences else status
    if options.check or blocks(findings, strict=options.strict):
        return status
    write(ours)
    for each in ours:
        line = f"{'removed' if each.new is None else 'wrote'} {shown(each.path)}"
        inform(options, line, notes)
    return status
