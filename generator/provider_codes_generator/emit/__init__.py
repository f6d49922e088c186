"""A registry to files, one module per target.

Prepares what templates print, renders, proves, and writes only what changed. `TARGETS` has a row
per target: to add one, add a file and a row.
"""

from .files import Difference, patch, plan, write
from .target import Build, Target, build
from .targets import TARGETS

__all__ = [
    "Build",
    "Difference",
    "TARGETS",
    "Target",
    "build",
    "patch",
    "plan",
    "write",
]
