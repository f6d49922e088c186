"""A registry to files, one module per target.

Prepares what templates print, renders, proves, and writes only what changed. `TARGETS` has a row
per target: to add one, add a file and a row.
"""

from .extra import problems as problems
from .files import (
    Difference as Difference,
    edited as edited,
    patch as patch,
    plan as plan,
    write as write,
)
from .targets import TARGETS as TARGETS, build as build
