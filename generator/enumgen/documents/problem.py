"""Why a page could not be read."""

from ..findings import Finding
from ..source import shortened


class PageProblem(Exception):
    """A page cannot be read; the finding says what is wrong and how to mend it."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def unreadable(message: str, help: str = "") -> PageProblem:
    """The problem of a page that is not what its reader reads."""
    return PageProblem(Finding("page-unreadable", shortened(message), shortened(help)))
