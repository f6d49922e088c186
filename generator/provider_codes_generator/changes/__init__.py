"""Two editions to changes, and changes to reports.

Matches codes and lists of two editions, says what changed and what that does to people who import
the enums, and which version it requires.
"""

from .changelog import changelog as changelog, insert_fragment as insert_fragment
from .comparison import compare as compare, compare_provider as compare_provider
from .kinds import Change as Change, bump as bump, extent as extent
from .matching import (
    documented_names as documented_names,
    grouped as grouped,
    identity as identity,
    match as match,
    names_joined as names_joined,
    pair_up as pair_up,
)
from .release import changed_since as changed_since, check_version as check_version
from .report import render as render
