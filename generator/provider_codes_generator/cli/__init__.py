"""Arguments in, exit code out."""

from .app import main

__all__ = [
    "main",
]
