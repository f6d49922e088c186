# Generated from meanings/ecall.yaml by `provider-codes generate`. Do not edit.
# sha256:75152025d581bf523e459b2487b7ab72819476474126e533ed18145ed411a96b of all below this line.
"""What the codes of eCall mean for the caller: our judgement, not the provider's
words.
"""

from __future__ import annotations

from typing import Final

from ._meaning import Meaning, MessageState, Party, Retry

__all__ = ["MEANINGS"]

# fmt: off
MEANINGS: Final[dict[str, dict[int | str, Meaning]]] = {
    "HttpStatus": {
        200: Meaning(MessageState.ENROUTE, False, Retry.NEVER, Party.NOBODY, "“accepted successfully”"),
        400: Meaning(None, None, None, None, "“Check the eCall result code”", "The text leaves everything to the result code beside it."),
        401: Meaning(None, None, Retry.AFTER_CHANGE, Party.ACCOUNT, "“Credentials are missing or invalid”"),
        403: Meaning(None, None, Retry.AFTER_CHANGE, Party.ACCOUNT, "“insufficient credits”"),
        500: Meaning(None, None, None, Party.PROVIDER, "“InternalServerError”"),
    },
    "ResultCode": {
        0: Meaning(MessageState.ENROUTE, False, Retry.NEVER, Party.NOBODY, "“Message submitted successfully”"),
        11000: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Syntax error”"),
        11001: Meaning(None, None, Retry.AFTER_CHANGE, Party.ACCOUNT, "retry: “Access denied”; party: “PermissionDenied”"),
        11100: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Invalid recipient address”"),
        11101: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Invalid notification address”"),
        11102: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Missing recipient address”"),
        11103: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Missing notification address”"),
        11104: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Too many recipient addresses”"),
        11105: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“outside the allowed range”"),
        11200: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Missing message content”"),
        11201: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Invalid characters”"),
        11202: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Invalid send time”"),
        11203: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Send time is outside”"),
        11204: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“message is too long”"),
        11300: Meaning(None, None, Retry.AFTER_CHANGE, Party.ACCOUNT, "“Unknown user”"),
        11301: Meaning(None, None, Retry.AFTER_CHANGE, Party.ACCOUNT, "“Insufficient credits”"),
        11303: Meaning(None, None, Retry.AFTER_CHANGE, Party.ACCOUNT, "“Insufficient free credits”"),
        11400: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Invalid alerting system”"),
        11401: Meaning(None, None, Retry.AFTER_CHANGE, Party.ACCOUNT, "retry: “Invalid alerting system”; party: “for this user”"),
        11402: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“is not supported”"),
        11403: Meaning(None, None, Retry.LATER, Party.PROVIDER, "retry: “temporarily unavailable”; party: “Alerting system”"),
        11500: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Missing ID”"),
        11501: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“ID could not be found”"),
        11502: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“ID does not exist”"),
        11600: Meaning(MessageState.ENROUTE, False, Retry.NEVER, Party.NOBODY, "“already sent”"),
        11700: Meaning(None, None, None, None, "“Data content could not be read”", "The text does not say which data nor whose."),
        11800: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“contains a forbidden number or text”"),
        11810: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“contains an invalid address”"),
        11904: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Too many attachments”"),
        11905: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“exceeds 5 MB”"),
        11906: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Unsupported file type”"),
        11907: Meaning(None, None, None, Party.PROVIDER, "“Unexpected attachment processing error”"),
        11908: Meaning(None, None, None, Party.PROVIDER, "“Unexpected attachment save error”"),
        11910: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Job could not be found”"),
        11911: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“JobID is required”"),
        11912: Meaning(MessageState.SCHEDULED, False, Retry.NEVER, Party.NOBODY, "“scheduled for a future time”"),
        11913: Meaning(MessageState.ENROUTE, False, Retry.NEVER, Party.NOBODY, "“still being processed”"),
        11914: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“exceeds the character limit”"),
        11999: Meaning(None, None, None, None, "“Unknown error”"),
    },
}
# fmt: on
"""The meanings, by list and value."""
