# Generated from smsapi.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:ccb0894d3f0375818ec3c58809815b498cb2d929530eca69a40afadd3f4a196e of all below this line.
"""Our notes on codes of SMSAPI, and where its pages are broken."""

from __future__ import annotations

from typing import Final

__all__ = ["NOTES"]

# fmt: off
NOTES: Final[dict[str, dict[int | str, tuple[str, ...]]]] = {
    "ErrorCode": {
        4122: ('Our note: Says "for contact" but stands among the group codes: the Info field of a group is too long. 4241 has the same text for a contact.',),
        4231: ('Our note: Says "too long" and means too short: the text gives a minimum, and 4232 is the code for too long.',),
    },
}
# fmt: on
"""The notes, by list and value."""
