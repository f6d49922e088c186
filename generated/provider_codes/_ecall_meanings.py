# Generated from meanings/ecall.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:8f5a0e93f33582e3fc7b51a33b38adcfffdd127caa52c8c21de5e5c9548863ec of all below this line.
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
        200: Meaning(basis=Basis(not_stated="“accepted successfully”"), reason="Cache queries always return it, even if the result code in their body is an error."),
        400: Meaning(state=MessageState.REJECTED, final=True, basis=Basis(state="“Request failed”"), reason="The text leaves the rest to the result code beside it; one that says that the message was submitted contradicts it."),
        401: Meaning(state=MessageState.REJECTED, final=True, retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, cause=Cause.ACCESS, basis=Basis(state="convention", retry="“Credentials are missing or invalid”", cause="“Credentials are missing or invalid”"), reason="Nothing is submitted without credentials; a result code beside it that says otherwise contradicts it."),
        403: Meaning(state=MessageState.REJECTED, final=True, retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, cause=Cause.CREDIT, basis=Basis(state="convention", retry="“insufficient credits”", cause="“insufficient credits”"), reason="Nothing is submitted without credits; a result code beside it that says otherwise contradicts it."),
        500: Meaning(state=MessageState.UNKNOWN, retry=Retry.LATER, party=Party.PROVIDER, cause=Cause.INTERNAL, basis=Basis(state="convention", retry="convention", cause="“General processing error”"), reason="A server that failed may succeed when it is asked again; whether it took the message before it failed, nobody knows."),
    },
    "ResultCode": {
        0: Meaning(state=MessageState.ENROUTE, final=False, retry=Retry.NEVER, party=Party.NOBODY, basis=Basis(state="“Message submitted successfully”")),
        11000: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“Syntax error”", cause="“Syntax error”")),
        11001: Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, cause=Cause.ACCESS, basis=Basis(retry="“Access denied”", cause="“PermissionDenied”")),
        11100: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.ADDRESS_INVALID, basis=Basis(retry="“Invalid recipient address”", cause="“Invalid recipient address”")),
        11101: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“Invalid notification address”", cause="“Invalid notification address”")),
        11102: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“Missing recipient address”", cause="“Missing recipient address”")),
        11103: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“Missing notification address”", cause="“Missing notification address”")),
        11104: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“Too many recipient addresses”", cause="“Too many recipient addresses”")),
        11105: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“outside the allowed range”", party="“outside the allowed range”")),
        11200: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.CONTENT, basis=Basis(retry="“Missing message content”", cause="“Missing message content”")),
        11201: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.CONTENT, basis=Basis(retry="“Invalid characters”", cause="“Invalid characters”")),
        11202: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“Invalid send time”", cause="“Invalid send time”")),
        11203: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“Send time is outside”", cause="“Send time is outside”")),
        11204: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.CONTENT, basis=Basis(retry="“message is too long”", cause="“message is too long”")),
        11300: Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, cause=Cause.ACCESS, basis=Basis(retry="“Unknown user”", cause="“Unknown user”")),
        11301: Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, cause=Cause.CREDIT, basis=Basis(retry="“Insufficient credits”", cause="“Insufficient credits”")),
        11303: Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, cause=Cause.CREDIT, basis=Basis(retry="“Insufficient free credits”", cause="“Insufficient free credits”")),
        11400: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“Invalid alerting system”", cause="“Invalid alerting system”")),
        11401: Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, cause=Cause.ACCESS, basis=Basis(retry="“Invalid alerting system for this user”", cause="“Invalid alerting system for this user”")),
        11402: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“is not supported”", cause="“is not supported”")),
        11403: Meaning(retry=Retry.LATER, party=Party.PROVIDER, cause=Cause.INTERNAL, basis=Basis(retry="“Alerting system is temporarily unavailable”", cause="“Alerting system is temporarily unavailable”")),
        11500: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“Missing ID”", cause="“Missing ID”")),
        11501: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“ID could not be found”", cause="“ID could not be found”")),
        11502: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“ID does not exist”", cause="“ID does not exist”")),
        11600: Meaning(state=MessageState.ENROUTE, final=False, retry=Retry.NEVER, party=Party.NOBODY, basis=Basis(state="“already sent”")),
        11700: Meaning(basis=Basis(not_stated="“Data content could not be read”"), reason="The text does not say which data nor whose."),
        11800: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“contains a forbidden number or text”", cause="“contains a forbidden number or text”")),
        11810: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“contains an invalid address”", cause="“contains an invalid address”")),
        11904: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.CONTENT, basis=Basis(retry="“Too many attachments”", cause="“Too many attachments”")),
        11905: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.CONTENT, basis=Basis(retry="“exceeds 5 MB”", cause="“exceeds 5 MB”")),
        11906: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.CONTENT, basis=Basis(retry="“Unsupported file type”", cause="“Unsupported file type”")),
        11907: Meaning(retry=Retry.LATER, party=Party.PROVIDER, cause=Cause.INTERNAL, basis=Basis(retry="convention", cause="“Unexpected attachment processing error”"), reason="A server that failed may succeed when it is asked again."),
        11908: Meaning(retry=Retry.LATER, party=Party.PROVIDER, cause=Cause.INTERNAL, basis=Basis(retry="convention", cause="“Unexpected attachment save error”"), reason="A server that failed may succeed when it is asked again."),
        11910: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“Job could not be found”", cause="“Job could not be found”")),
        11911: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“JobID is required”", cause="“JobID is required”")),
        11912: Meaning(state=MessageState.SCHEDULED, final=False, retry=Retry.NEVER, party=Party.NOBODY, basis=Basis(state="“scheduled for a future time”")),
        11913: Meaning(state=MessageState.ENROUTE, final=False, retry=Retry.NEVER, party=Party.NOBODY, basis=Basis(state="“still being processed”")),
        11914: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“exceeds the character limit”", cause="“exceeds the character limit”")),
        11999: Meaning(basis=Basis(not_stated="“Unknown error”")),
    },
}
# fmt: on
"""The meanings, by list and value."""
