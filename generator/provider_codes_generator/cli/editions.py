"""The commands that check specs, compare editions of them, and check a release."""

import argparse
import sys
from dataclasses import replace

from ..changes import bump, changed_since, check_version, compare, render
from ..model import NOWHERE, Place, blocks, counted, usage
from ..project import check_specs, edition, last_tag, project_version, shown
from ..rules import UNRELEASABLE, decisions
from .config import config_of, slugs_of
from .output import expect_sound, has_colour, inform, report_findings


def validate(options: argparse.Namespace) -> int:
    config = config_of(options)
    slugs = slugs_of(config, options)
    specs = check_specs(config, slugs, may_lack_specs=True)
    findings = specs.findings_of_wanted
    if config.extra:
        from ..emit import problems  # only now, because it takes time to load what renders

        findings += problems(config)
    if not findings and options.format == "text":
        inform(options, f"{counted(len(specs.wanted), 'spec')}: no findings")
    return report_findings(
        findings, sys.stdout, options.format, strict=options.strict, quiet=options.quiet
    )


def diff(options: argparse.Namespace) -> int:
    config = config_of(options)
    before, problems = edition(options.base, config.specs)
    after, more = edition(options.head or shown(config.specs), config.specs)
    expect_sound([*problems, *more], "nothing was compared: fix the specs first")
    changes = compare(before, after)
    sys.stdout.write(render(changes, [], [], options.format, colour=has_colour(sys.stdout)))
    return 1 if changes else 0


def release_check(options: argparse.Namespace) -> int:
    """Refuse a version that is too small, and proposed names. Print what else needs a decision."""
    config = config_of(options)
    registry, findings, *_ = check_specs(config)
    base = options.base or last_tag(config.specs)
    before, problems = edition(base, config.specs) if base else (registry, [])
    version = options.version or project_version(config)
    if version is None:
        raise usage("there is no version in pyproject.toml: pass --version")
    found = [each for each in [*findings, *problems] if each.level == "error"]
    for each in decisions(each for each in findings if each.level == "warning"):
        is_refused = options.strict or each.id in UNRELEASABLE
        found.append(replace(each, level="error") if is_refused else each)
    if blocks([*findings, *problems]):
        return report_findings(found, sys.stderr)
    required = bump(compare(before, registry))
    place = NOWHERE if options.version else Place("pyproject.toml")
    found += check_version(version, base or "0.0.0", required, place)
    if not blocks(found):
        why = changed_since(required, base) if base else "the first release"
        inform(options, f"{version} may be released: {why}")
    return report_findings(found, sys.stderr)
