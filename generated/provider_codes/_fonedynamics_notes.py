# Generated from fonedynamics.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:c10ae2f426cbaf5910de4bd10d9950c686e4692c810651d6fdd724c296df98b0 of all below this line.
"""Our notes on codes of Fone Dynamics, and where its pages are broken."""

from __future__ import annotations

from typing import Final

__all__ = ["NOTES"]

# fmt: off
NOTES: Final[dict[str, dict[int | str, tuple[str, ...]]]] = {
    "ErrorCode": {
        "PARAMETER_INVALID": ("Our note: The text speaks of a missing parameter; the code says that it is invalid.",),
    },
}
# fmt: on
"""The notes, by list and value."""
