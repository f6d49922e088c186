"""Two editions to changes, and changes to reports.

Matches codes and lists of two editions, says what changed and what that does to people who import
the enums, and which version it requires.
"""

from .compare import compare, compare_provider
from .kinds import Change, bump
from .match import match, pair_up
from .release import UNREVIEWED, check_version, project_version, since
from .report import changelog, insert_fragment, render
from .whole import group_documented_name

__all__ = [
    "Change",
    "UNREVIEWED",
    "bump",
    "changelog",
    "check_version",
    "compare",
    "compare_provider",
    "group_documented_name",
    "insert_fragment",
    "match",
    "pair_up",
    "project_version",
    "render",
    "since",
]
