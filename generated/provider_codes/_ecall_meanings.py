# Generated from meanings/ecall.yaml by `provider-codes generate`. Do not edit.
# sha256:dce5cc89ba2feeea13dbf5c004ee04b6a8c680f03072346d21c9cfb49c5cdade of all below this line.
"""What the codes of eCall mean for the caller: our judgement, not the provider's
words.
"""

from __future__ import annotations

from typing import Final

from ._meaning import Basis, Cause, Meaning, MessageState, Party, Retry

__all__ = ["MEANINGS"]

# fmt: off
MEANINGS: Final[dict[str, dict[int | str, Meaning]]] = {
    "HttpStatus": {
        200: Meaning(basis=Basis(not_stated="“accepted successfully”"), reason="Cache queries always return HTTP 200, also if the result code in their body is an error."),
        400: Meaning(basis=Basis(not_stated="“Check the eCall result code”"), reason="The text leaves everything to the result code beside it."),
        401: Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, basis=Basis(retry="“Credentials are missing or invalid”", party="“Credentials are missing or invalid”")),
        403: Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, cause=Cause.CREDIT, basis=Basis(retry="“insufficient credits”", cause="“insufficient credits”")),
        500: Meaning(state=MessageState.UNKNOWN, retry=Retry.LATER, party=Party.PROVIDER, cause=Cause.INTERNAL, basis=Basis(state="convention", retry="convention", cause="“InternalServerError”"), reason="A server error passes, and it may have occurred after the message was accepted."),
    },
    "ResultCode": {
        0: Meaning(state=MessageState.ENROUTE, final=False, retry=Retry.NEVER, party=Party.NOBODY, basis=Basis(state="“Message submitted successfully”")),
        11000: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Syntax error”", party="“Syntax error”")),
        11001: Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, basis=Basis(retry="“Access denied”", party="“PermissionDenied”")),
        11100: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Invalid recipient address”", party="“Invalid recipient address”")),
        11101: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Invalid notification address”", party="“Invalid notification address”")),
        11102: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Missing recipient address”", party="“Missing recipient address”")),
        11103: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Missing notification address”", party="“Missing notification address”")),
        11104: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Too many recipient addresses”", party="“Too many recipient addresses”")),
        11105: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“outside the allowed range”", party="“outside the allowed range”")),
        11200: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Missing message content”", party="“Missing message content”")),
        11201: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Invalid characters”", party="“Invalid characters”")),
        11202: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Invalid send time”", party="“Invalid send time”")),
        11203: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Send time is outside”", party="“Send time is outside”")),
        11204: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“message is too long”", party="“message is too long”")),
        11300: Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, basis=Basis(retry="“Unknown user”", party="“Unknown user”")),
        11301: Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, basis=Basis(retry="“Insufficient credits”", party="“Insufficient credits”")),
        11303: Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, basis=Basis(retry="“Insufficient free credits”", party="“Insufficient free credits”")),
        11400: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Invalid alerting system”", party="“Invalid alerting system”")),
        11401: Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, basis=Basis(retry="“Invalid alerting system”", party="“for this user”")),
        11402: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“is not supported”", party="“is not supported”")),
        11403: Meaning(retry=Retry.LATER, party=Party.PROVIDER, basis=Basis(retry="“temporarily unavailable”", party="“Alerting system”")),
        11500: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Missing ID”", party="“Missing ID”")),
        11501: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“ID could not be found”", party="“ID could not be found”")),
        11502: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“ID does not exist”", party="“ID does not exist”")),
        11600: Meaning(state=MessageState.ENROUTE, final=False, retry=Retry.NEVER, party=Party.NOBODY, basis=Basis(state="“already sent”")),
        11700: Meaning(basis=Basis(not_stated="“Data content could not be read”"), reason="The text does not say which data nor whose."),
        11800: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“contains a forbidden number or text”", party="“contains a forbidden number or text”")),
        11810: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“contains an invalid address”", party="“contains an invalid address”")),
        11904: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Too many attachments”", party="“Too many attachments”")),
        11905: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“exceeds 5 MB”", party="“exceeds 5 MB”")),
        11906: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Unsupported file type”", party="“Unsupported file type”")),
        11907: Meaning(party=Party.PROVIDER, basis=Basis(party="“Unexpected attachment processing error”")),
        11908: Meaning(party=Party.PROVIDER, basis=Basis(party="“Unexpected attachment save error”")),
        11910: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Job could not be found”", party="“Job could not be found”")),
        11911: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“JobID is required”", party="“JobID is required”")),
        11912: Meaning(state=MessageState.SCHEDULED, final=False, retry=Retry.NEVER, party=Party.NOBODY, basis=Basis(state="“scheduled for a future time”")),
        11913: Meaning(state=MessageState.ENROUTE, final=False, retry=Retry.NEVER, party=Party.NOBODY, basis=Basis(state="“still being processed”")),
        11914: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“exceeds the character limit”", party="“exceeds the character limit”")),
        11999: Meaning(basis=Basis(not_stated="“Unknown error”")),
    },
}
# fmt: on
"""The meanings, by list and value."""
