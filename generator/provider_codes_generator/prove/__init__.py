"""Proves that emitted text equals the model, before it is written.

Parses the rendered text and compares it with the model. Imports nothing from `emit`, so that a
mistake there cannot hide.
"""

from .codes import prove, prove_modules, prove_syntax
from .meanings import prove_meanings

__all__ = [
    "prove",
    "prove_meanings",
    "prove_modules",
    "prove_syntax",
]
