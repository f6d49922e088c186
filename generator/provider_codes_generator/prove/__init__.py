"""Emitted text equals the model, or it is not written.

Parses what was rendered and compares it with the model. Imports nothing of `emit`, so that a mistake
there cannot hide.
"""

from .codes import prove, prove_modules, prove_syntax
from .meanings import prove_meanings

__all__ = [
    "prove",
    "prove_meanings",
    "prove_modules",
    "prove_syntax",
]
