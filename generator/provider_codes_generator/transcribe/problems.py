"""Collects the findings about the rows of a page."""

from dataclasses import replace

from ..model import Finding, Level, Place


class Problems:
    """Findings about a page. Rows with the same problem share one."""

    def __init__(self, file: str) -> None:
        """`file` is the page's name in findings."""
        self._file = file
        self._found: dict[tuple[str, str], list[Finding]] = {}

    def add(
        self,
        id: str,
        message: str,
        help: str = "",
        *,
        line: int,
        level: Level = "error",
        about: str = "",
    ) -> None:
        """Add a finding. The same finding `about` the same thing is reported once."""
        finding = Finding(id, message, help, Place(self._file, line), level)
        self._found.setdefault((id, about or message), []).append(finding)

    def findings(self) -> list[Finding]:
        """Return one finding for each problem, with the number of further rows."""
        return [
            replace(first, message=f"{first.message} (and {len(more):,} more)") if more else first
            for first, *more in self._found.values()
        ]
