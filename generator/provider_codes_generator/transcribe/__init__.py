"""Transcribes the tables of a page into a spec.

Binds lists to tables, reads rows, follows a changed page, and drafts a first spec. `find_drift`
compares a spec with its pages, and `follow_meanings` keeps its meanings on their codes and words.
"""

from .claims import tables_there as tables_there
from .draft import Wanted as Wanted, draft_chosen as draft_chosen
from .drift import MANY_REMOVED as MANY_REMOVED, Drift as Drift, find_drift as find_drift
from .meanings import follow_meanings as follow_meanings
