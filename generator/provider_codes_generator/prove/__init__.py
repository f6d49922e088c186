"""Proves that emitted text equals the model, before it is written.

Writes the source that the model gives, and compares its syntax tree with that of the emitted text.
Imports nothing from `emit`, so that a mistake there cannot hide.
"""

from .codes import prove
from .compare import parse, prove_syntax, unwrap
from .meanings import prove_meanings
from .modules import prove_modules

__all__ = [
    "parse",
    "prove",
    "prove_meanings",
    "prove_modules",
    "prove_syntax",
    "unwrap",
]
