"""The refusal of a page that cannot be read."""

from ..findings import Finding, Refused
from ..source import shortened


def unreadable(message: str, help: str = "") -> Refused:
    """The refusal of a page that its reader cannot read."""
    return Refused(Finding("page-unreadable", shortened(message), shortened(help)))
