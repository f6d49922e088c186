"""One short pure function per rule that a registry must keep.

A rule yields findings about one provider. The reason for a rule is above it.
"""

from ..model import Finding, Place, Registry
from .codes import check_codes as check_codes
from .meanings import check_meanings


def check(registry: Registry, unread: frozenset[Place] = frozenset()) -> list[Finding]:
    """The findings of every rule; the places in `unread` have findings already."""
    findings = check_codes(registry, unread)
    return findings + check_meanings(registry, unread) if registry.meanings else findings
