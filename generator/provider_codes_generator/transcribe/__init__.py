"""Reads the spec from the tables of a page.

Binds lists to tables, reads rows, follows a changed page, and drafts a first spec. `drift` compares
a spec with its pages.
"""

from .bindings import tables_there
from .draft import Wanted, draft
from .drift import Drift, drift_from
from .follow import follow
from .lists import transcribe

__all__ = [
    "Drift",
    "Wanted",
    "draft",
    "drift_from",
    "follow",
    "tables_there",
    "transcribe",
]
