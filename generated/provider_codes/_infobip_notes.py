# Generated from infobip.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:5b3121717511a4e6ebef69c6e816f6a719880a22a5c0d7b2942a52f199bd2fa3 of all below this line.
"""Our notes on codes of Infobip, and where its pages are broken."""

from __future__ import annotations

from typing import Final

__all__ = ["NOTES"]

# fmt: off
NOTES: Final[dict[str, dict[int | str, tuple[str, ...]]]] = {
    "GeneralStatus": {
        21: ('Our note: Says "an expected system system error"; Infobip means an unexpected one.',),
    },
    "VoiceStatus": {
        58: ("Our note: The name speaks of a DTMF sign; the text speaks of repeating the message.",),
    },
    "GeneralError": {
        51: ("Our note: The page calls this permanent, though the text speaks of congestion.",),
        2051: ("Our note: The text says that the message text is blacklisted; the name says that an MSC address is invalid.",),
    },
    "VoiceError": {
        5000: ("Our note: The page calls this permanent, though it is no failure.",),
        5001: ("Our note: The page calls this permanent, though it is no failure.",),
        5002: ("Our note: The page calls this permanent, though the text speaks of the moment.",),
        5003: ("Our note: The page calls this permanent, though the text speaks of one call.",),
    },
    "PushError": {
        8009: ("Our note: The page calls this permanent, though the text asks to try again later.",),
        8011: ("Our note: The page calls this permanent, though the text asks to try again later.",),
        8012: ("Our note: The page calls this permanent, though the text says temporary, and that the message is still pending.",),
    },
    "EmailError": {
        6005: ("Our note: The group says that the end user's side drops the mail; the text says that Infobip does.",),
        6006: ("Our note: The text calls the sender invalid; the name and the group speak of the recipient's address.",),
    },
}
# fmt: on
"""The notes, by list and value."""
