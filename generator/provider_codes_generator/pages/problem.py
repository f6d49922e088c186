"""The refusal of a page that cannot be read."""

from ..model import LONGEST_MESSAGE, Finding, Refused, shortened


def unreadable(message: str, help: str = "", id: str = "page-unreadable") -> Refused:
    """Return the refusal of a page that its reader cannot read."""
    message, help = shortened(message, LONGEST_MESSAGE), shortened(help, LONGEST_MESSAGE)
    return Refused(Finding(id, message, help))
