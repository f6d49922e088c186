"""The refusal of a page that cannot be read."""

from ..model import Finding, Refused
from ..spec import shortened


def unreadable(message: str, help: str = "") -> Refused:
    """The refusal of a page that its reader cannot read."""
    return Refused(Finding("page-unreadable", shortened(message), shortened(help)))
