"""The command that checks specs."""

import argparse
import sys

from ..project import check_specs
from .config import load_config
from .output import report_findings


def validate(options: argparse.Namespace) -> int:
    """Check the specs."""
    _, findings = check_specs(load_config(options), options.providers)
    return report_findings(findings, sys.stdout, options.format, strict=options.strict)
