# Generated from ecall.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:9fd65434e8c492534dc58bc21f6f3eb0e201d04c815e164977c9160c1fa64147 of all below this line.
"""Codes of eCall, as documented in the transcribed edition.

The page "Response codes and headers"
(https://developer.ecall-messaging.com/api-references/https-interface/response-codes-and-headers.md)
was transcribed on 2026-11-22.

HttpStatus: the HTTP status of the response of a send method; cache queries return 200
whatever the result.

ResultCode: in the response of a send method, and in the XML body of the response of a
cache operation; the page does not name the element.
"""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "CLIENT_REQUEST_ID_HEADER",
    "CLIENT_REQUEST_ID_MAX_LENGTH",
    "SERVER_REQUEST_ID_HEADER",
    "SOURCE_IP_ADDRESSES",
    "HttpStatus",
    "ResultCode",
]

# fmt: off

CLIENT_REQUEST_ID_HEADER: Final = "x-f24-client-request-id"
"""Set this request header to correlate responses with your own request IDs:

Our note: If you set it, the service echoes the same value in the response, says the
page.
"""

CLIENT_REQUEST_ID_MAX_LENGTH: Final = 100
"""Maximum length: 100 characters."""

SERVER_REQUEST_ID_HEADER: Final = "x-f24-request-id"
"""Every response includes this header:"""

SOURCE_IP_ADDRESSES: Final = (
    "193.93.208.200",
    "193.93.208.149",
    "193.93.208.153",
)
"""Use these source IPs to allow inbound traffic from eCall to your service:

Our note: Source ports are dynamic, from 0 to 65535, says the page.
"""


class HttpStatus(IntCode):
    """eCall: HTTP status codes.

    From the page "Response codes and headers".
    """

    OK = 200
    """Job was accepted successfully

    Our advice: Not stated whether a resend helps: ask a person.

    Our note: Cache queries return 200 even if they fail, says the page: the result code
    is in the body.
    """
    BAD_REQUEST = 400
    """Request failed. Check the eCall result code

    Our advice: Not delivered. Not stated whether a resend helps: ask a person.
    """
    UNAUTHORIZED = 401
    """Credentials are missing or invalid

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    FORBIDDEN = 403
    """The account has insufficient credits

    Our advice: Alert a person: your account has too little credit.
    """
    INTERNAL_SERVER_ERROR = 500
    """General processing error

    Our advice: Retry later. A resend may arrive twice.
    """

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _HTTP_STATUS[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _HTTP_STATUS[self][1]


_HTTP_STATUS: Final[dict[int, tuple[str, str]]] = {
    200: ("OK", "Job was accepted successfully"),
    400: ("BadRequest", "Request failed. Check the eCall result code"),
    401: ("Unauthorized", "Credentials are missing or invalid"),
    403: ("Forbidden", "The account has insufficient credits"),
    500: ("InternalServerError", "General processing error"),
}


class ResultCode(IntCode):
    """eCall: eCall result codes.

    From the page "Response codes and headers".

    Our note: The page has no 11302 and no 11909.
    """

    OK = 0
    """Message submitted successfully

    Our advice: Do not resend: still on its way.
    """
    SYNTAX_ERROR = 11000
    """Syntax error

    Our advice: Fix the request, then resend.
    """
    PERMISSION_DENIED = 11001
    """Access denied

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    ADR_ADC_INVALID = 11100
    """Invalid recipient address

    Our advice: Stop sending to this address: correct it first.
    """
    ADR_NAD_INVALID = 11101
    """Invalid notification address

    Our advice: Fix the request, then resend.
    """
    ADR_ADC_MISSING = 11102
    """Missing recipient address

    Our advice: Fix the request, then resend.
    """
    ADR_NAD_MISSING = 11103
    """Missing notification address

    Our advice: Fix the request, then resend.
    """
    ADR_ADC_TOO_MANY = 11104
    """Too many recipient addresses

    Our advice: Fix the request, then resend.
    """
    ADR_ADC_NOT_ALLOWED = 11105
    """Recipient address is outside the allowed range

    Our advice: Fix the request, then resend.
    """
    MSG_NO_CHARACTERS = 11200
    """Missing message content

    Our advice: Fix the request, then resend.
    """
    MSG_INVALID_CHARACTERS = 11201
    """Invalid characters in the message

    Our advice: Fix the request, then resend.
    """
    MSG_SEND_TIME_INVALID = 11202
    """Invalid send time

    Our advice: Fix the request, then resend.
    """
    MSG_SEND_TIME_NOT_ALLOWED = 11203
    """Send time is outside the allowed time window

    Our advice: Fix the request, then resend.
    """
    MSG_TOO_LONG = 11204
    """SMS or pager message is too long

    Our advice: Fix the request, then resend.
    """
    ACC_NO_USER = 11300
    """Unknown user

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    ACC_NO_UNITS = 11301
    """Insufficient credits

    Our advice: Alert a person: your account has too little credit.
    """
    ACC_NO_FREE_UNITS = 11303
    """Insufficient free credits

    Our advice: Alert a person: your account has too little credit.
    """
    CALL_SYSTEM_INVALID = 11400
    """Invalid alerting system

    Our advice: Fix the request, then resend.
    """
    CALL_SYSTEM_INVALID_FOR_USER = 11401
    """Invalid alerting system for this user

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    CALL_SYSTEM_NOT_SUPPORTED = 11402
    """Alerting system is not supported

    Our advice: Fix the request, then resend.
    """
    CALL_SYSTEM_CONFUSED = 11403
    """Alerting system is temporarily unavailable

    Our advice: Retry later.
    """
    ID_MISSING = 11500
    """Missing ID

    Our advice: Fix the request, then resend.
    """
    ID_INVALID = 11501
    """ID could not be found

    Our advice: Fix the request, then resend.

    Our note: The name says that the ID is invalid; the text says that it was not found,
    as 11502 does.
    """
    ID_DOES_NOT_EXIST = 11502
    """ID does not exist

    Our advice: Fix the request, then resend.
    """
    STATE_ALREADY_TRANSMITTED = 11600
    """Message was already sent

    Our advice: Do not resend: still on its way.
    """
    DATA_READ_ERROR = 11700
    """Data content could not be read

    Our advice: Not stated whether a resend helps: ask a person.
    """
    CB_MSG_ERROR = 11800
    """Callback contains a forbidden number or text

    Our advice: Fix the request, then resend.
    """
    ANSWER_INVALID = 11810
    """Answer contains an invalid address

    Our advice: Fix the request, then resend.
    """
    TOO_MANY_ATTACHMENTS = 11904
    """More than 10 attachments were sent

    Our advice: Fix the request, then resend.
    """
    ATTACHMENTS_TOO_LARGE = 11905
    """At least one attachment exceeds 5 MB

    Our advice: Fix the request, then resend.
    """
    FILE_TYPE_NOT_SUPPORTED = 11906
    """Unsupported file type

    Our advice: Fix the request, then resend.
    """
    ERROR_WHILE_PROCESSING_THE_ATTACHMENTS = 11907
    """Unexpected attachment processing error

    Our advice: Retry later.
    """
    ERROR_WHILE_SAVING_THE_ATTACHMENTS = 11908
    """Unexpected attachment save error

    Our advice: Retry later.
    """
    JOB_NOT_FOUND_IN_LOG = 11910
    """Job could not be found in the log

    Our advice: Fix the request, then resend.
    """
    JOB_ID_REQUIRED = 11911
    """A JobID is required for status queries

    Our advice: Fix the request, then resend.
    """
    JOB_IS_SCHEDULED = 11912
    """Job is scheduled for a future time

    Our advice: Do not resend: planned for later.

    Our note: Not an error: the state of the job asked for.
    """
    JOB_IN_PROGRESS = 11913
    """Job is still being processed

    Our advice: Do not resend: still on its way.

    Our note: Not an error: the state of the job asked for.
    """
    ATTACHMENT_NAME_EXCEEDES_CHAR_LIMIT = 11914
    """Attachment name exceeds the character limit

    Our advice: Fix the request, then resend.
    """
    UNKNOWN_ERROR = 11999
    """Unknown error

    Our advice: Not stated whether a resend helps: ask a person.
    """

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _RESULT_CODE[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _RESULT_CODE[self][1]


_RESULT_CODE: Final[dict[int, tuple[str, str]]] = {
    0: ("OK", "Message submitted successfully"),
    11000: ("SyntaxError", "Syntax error"),
    11001: ("PermissionDenied", "Access denied"),
    11100: ("AdrAdCInvalid", "Invalid recipient address"),
    11101: ("AdrNAdInvalid", "Invalid notification address"),
    11102: ("AdrAdCMissing", "Missing recipient address"),
    11103: ("AdrNAdMissing", "Missing notification address"),
    11104: ("AdrAdCTooMany", "Too many recipient addresses"),
    11105: ("AdrAdCNotAllowed", "Recipient address is outside the allowed range"),
    11200: ("MsgNoCharacters", "Missing message content"),
    11201: ("MsgInvalidCharacters", "Invalid characters in the message"),
    11202: ("MsgSendTimeInvalid", "Invalid send time"),
    11203: ("MsgSendTimeNotAllowed", "Send time is outside the allowed time window"),
    11204: ("MsgTooLong", "SMS or pager message is too long"),
    11300: ("AccNoUser", "Unknown user"),
    11301: ("AccNoUnits", "Insufficient credits"),
    11303: ("AccNoFreeUnits", "Insufficient free credits"),
    11400: ("CallSystemInvalid", "Invalid alerting system"),
    11401: ("CallSystemInvalidForUser", "Invalid alerting system for this user"),
    11402: ("CallSystemNotSupported", "Alerting system is not supported"),
    11403: ("CallSystemConfused", "Alerting system is temporarily unavailable"),
    11500: ("IDMissing", "Missing ID"),
    11501: ("IDInvalid", "ID could not be found"),
    11502: ("IDDoesNotExist", "ID does not exist"),
    11600: ("StateAlreadyTransmitted", "Message was already sent"),
    11700: ("DataReadError", "Data content could not be read"),
    11800: ("CBMsgError", "Callback contains a forbidden number or text"),
    11810: ("AnswerInvalid", "Answer contains an invalid address"),
    11904: ("Too many attachments", "More than 10 attachments were sent"),
    11905: ("Attachment(s) too large", "At least one attachment exceeds 5 MB"),
    11906: ("File type not supported", "Unsupported file type"),
    11907: ("Error while processing the attachments", "Unexpected attachment processing error"),
    11908: ("Error while saving the attachments", "Unexpected attachment save error"),
    11910: ("Job not found in Log", "Job could not be found in the log"),
    11911: ("JobID required", "A JobID is required for status queries"),
    11912: ("Job is scheduled", "Job is scheduled for a future time"),
    11913: ("Job in progress", "Job is still being processed"),
    11914: ("Attachment name exceedes char limit", "Attachment name exceeds the character limit"),
    11999: ("Unknown error", "Unknown error"),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (
    HttpStatus,
    ResultCode,
)
"""All lists of the provider, in documented order."""
