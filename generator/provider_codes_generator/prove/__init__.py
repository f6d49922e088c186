"""Proves that emitted text equals the model, before it is written.

Makes the syntax tree that the model gives, and compares it with that of the emitted text.
Imports nothing from `emit`, so that a mistake there cannot hide.
"""

from .codes import prove as prove
from .compare import prove_syntax as prove_syntax
from .package import (
    prove_meanings as prove_meanings,
    prove_modules as prove_modules,
    prove_notes as prove_notes,
)
