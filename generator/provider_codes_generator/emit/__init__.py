"""A registry to files, one module per target.

Prepares what templates print, renders, proves, and writes only what changed.
"""

from .files import Difference, patch, plan, write
from .package import Build, build
from .seal import COMMAND, SITE_COMMAND
from .site import build_site

__all__ = [
    "Build",
    "COMMAND",
    "Difference",
    "SITE_COMMAND",
    "build",
    "build_site",
    "patch",
    "plan",
    "write",
]
