# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:979627ac5db948393999d947667e47a1ade2d196221f1cbc695ee9250b84208f of all below this line.
"""Codes of Acme, as documented in the transcribed edition.

Its pages do not say in which field these arrive: Outcome.
"""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "Outcome",
]

# fmt: off


class Outcome(StrCode):
    """Acme: Outcomes."""

    WITH_BLANK = "not delivered"
    """A blank within."""
    WITH_QUOTES = 'say "when"'
    """Double quotes."""
    WITH_APOSTROPHE = "don't"
    """A single quote."""
    WITH_BOTH_QUOTES = 'it\'s "so"'
    """Quotes of both kinds."""
    WITH_BACKSLASH = "C:\\new"
    """A backslash that is none of Python's."""
    LEADING_ZEROS = "0012"
    """Digits that are no number."""
    DIGITS = "12"
    """Digits that could be one."""
    LOOKS_FALSE = "NO"
    """What YAML takes for false."""
    LOOKS_NULL = "~"
    """What YAML takes for nothing."""
    LOWER = "ok"
    """One case."""
    UPPER = "OK"
    """The other case."""
    WITH_BRACES = "{{ outcome }}"
    """What Jinja would print."""
    NOT_ASCII = "zugestellt – später"
    """Beyond ASCII."""
    WIDE = "受信者の端末がネットワークに接続されていないため配信できませんでした"
    """Wide characters take two columns."""

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _OUTCOME[self]


_OUTCOME: Final[dict[str, str]] = {
    "not delivered": "A blank within.",
    'say "when"': "Double quotes.",
    "don't": "A single quote.",
    'it\'s "so"': "Quotes of both kinds.",
    "C:\\new": "A backslash that is none of Python's.",
    "0012": "Digits that are no number.",
    "12": "Digits that could be one.",
    "NO": "What YAML takes for false.",
    "~": "What YAML takes for nothing.",
    "ok": "One case.",
    "OK": "The other case.",
    "{{ outcome }}": "What Jinja would print.",
    "zugestellt – später": "Beyond ASCII.",
    "受信者の端末がネットワークに接続されていないため配信できませんでした": "Wide characters take two columns.",
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Outcome,)
"""All lists of the provider, in documented order."""
