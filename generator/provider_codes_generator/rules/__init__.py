"""One short pure function per rule that a registry must keep.

A rule yields findings about one provider. The reason for a rule is above it.
"""

from collections.abc import Collection

from ..model import Finding, Registry
from .codes import check_codes as check_codes
from .decisions import UNRELEASABLE as UNRELEASABLE, decisions as decisions
from .meanings import (
    NOT_QUOTED as NOT_QUOTED,
    check_meanings,
    documented_texts as documented_texts,
    is_passed_on as is_passed_on,
    is_quoted as is_quoted,
)


def check(registry: Registry, known: Collection[Finding] = ()) -> list[Finding]:
    """Return the findings of every rule. Those in `known` come from reading the files."""
    findings = check_codes(registry)
    return findings + check_meanings(registry, known) if registry.meanings else findings
