# Generated from fonedynamics.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:572703b4a7bb7015394056774dca9a3e8d6ab0468f0d042a54931c5cf4966822 of all below this line.
"""Codes of Fone Dynamics, as documented in the transcribed edition.

The page "Errors" (https://www.fonedynamics.com/docs/rest-api/errors/) was transcribed
on 2026-11-22.

HttpStatus: the HTTP status of the response to an unsuccessful request.

ErrorCode: `ErrorCode` of the `ResponseStatus` object.
"""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "HttpStatus",
    "ErrorCode",
]

# fmt: off


class HttpStatus(IntCode):
    """Fone Dynamics: HTTP Status Codes.

    From the page "Errors".
    """

    BAD_REQUEST = 400
    """The server was not able to process the request due to missing or invalid data.

    Our advice: Fix the request, then resend.
    """
    UNAUTHORIZED = 401
    """Wrong or missing credentials.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    FORBIDDEN = 403
    """The request could not be processed due to missing permissions or because it would
    create an invalid state.

    Our advice: Resend only after a change.
    """
    INTERNAL_SERVER_ERROR = 500
    """An error occurred on the server while processing the request.

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
    400: ("Bad Request", "The server was not able to process the request due to missing or invalid data."),
    401: ("Unauthorized", "Wrong or missing credentials."),
    403: ("Forbidden", "The request could not be processed due to missing permissions or because it would create an invalid state."),
    500: ("Internal Server Error", "An error occurred on the server while processing the request."),
}


class ErrorCode(StrCode):
    """Fone Dynamics: Error Codes.

    From the page "Errors".
    """

    ACCOUNT_NOT_FOUND = "ACCOUNT_NOT_FOUND"
    """A matching account could not be found.

    Our advice: Fix the request, then resend.
    """
    ADDRESS_CANNOT_BE_DELETED = "ADDRESS_CANNOT_BE_DELETED"
    """A request to delete an address could not be processed as there are existing
    numbers which are linked to this address.

    Our advice: Fix your account or contract, then resend.
    """
    ADDRESS_NOT_FOUND = "ADDRESS_NOT_FOUND"
    """A matching address could not be found.

    Our advice: Fix the request, then resend.
    """
    CALL_NOT_FOUND = "CALL_NOT_FOUND"
    """A matching call could not be found.

    Our advice: Fix the request, then resend.
    """
    CONFLICTING_PARAMETERS = "CONFLICTING_PARAMETERS"
    """Provided parameters are conflicting with each other.

    Our advice: Fix the request, then resend.
    """
    COUNTRY_NOT_FOUND = "COUNTRY_NOT_FOUND"
    """A matching country could not be found.

    Our advice: Fix the request, then resend.
    """
    COUNTRY_UNAVAILABLE = "COUNTRY_UNAVAILABLE"
    """Attempted access to a country which is not available.

    Our advice: Fix the request, then resend.
    """
    FLOW_NOT_FOUND = "FLOW_NOT_FOUND"
    """A matching flow could not be found.

    Our advice: Fix the request, then resend.
    """
    FORBIDDEN = "FORBIDDEN"
    """A request could not be processed due to missing permissions.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    INVALID_COUNTRYCODE_FORMAT = "INVALID_COUNTRYCODE_FORMAT"
    """A provided country code is not in the expected format (ISO 3166-1).

    Our advice: Fix the request, then resend.
    """
    INVALID_DATE_RANGE = "INVALID_DATE_RANGE"
    """The provided date range is invalid.

    Our advice: Fix the request, then resend.
    """
    INVALID_EMAIL_FORMAT = "INVALID_EMAIL_FORMAT"
    """An email address is not in a valid format.

    Our advice: Fix the request, then resend.
    """
    INVALID_HTTP_METHOD = "INVALID_HTTP_METHOD"
    """An HTTP method is not valid.

    Our advice: Fix the request, then resend.
    """
    INVALID_HTTP_URI_FORMAT = "INVALID_HTTP_URI_FORMAT"
    """An HTTP Uri is not in a valid format.

    Our advice: Fix the request, then resend.
    """
    INVALID_MODEL_STATE = "INVALID_MODEL_STATE"
    """The provided model state is invalid.

    Our advice: Fix the request, then resend.
    """
    INVALID_PATCH_PAYLOAD = "INVALID_PATCH_PAYLOAD"
    """The partial update (Patch) payload is invalid.

    Our advice: Fix the request, then resend.
    """
    INVALID_PERMISSION_VALUE = "INVALID_PERMISSION_VALUE"
    """Permissions cannot be parsed or are invalid.

    Our advice: Fix the request, then resend.
    """
    INVALID_PERMISSIONS = "INVALID_PERMISSIONS"
    """Something is wrong with the permission set (e.g. both Account and Project are
    defined at the same time).

    Our advice: Fix the request, then resend.
    """
    INVALID_PHONENUMBER_FORMAT = "INVALID_PHONENUMBER_FORMAT"
    """A provided number is not in the expected format (E.164).

    Our advice: Fix the request, then resend.
    """
    INVALID_SMS_DIRECTION = "INVALID_SMS_DIRECTION"
    """The SMS direction is invalid.

    Our advice: Fix the request, then resend.
    """
    INVALID_SMS_SENDER = "INVALID_SMS_SENDER"
    """The SMS sender has an invalid format.

    Our advice: Fix the request, then resend.
    """
    INVALID_SMS_STATUS = "INVALID_SMS_STATUS"
    """The SMS status is invalid.

    Our advice: Fix the request, then resend.
    """
    INVALID_SMS_TEXT = "INVALID_SMS_TEXT"
    """The SMS text is invalid.

    Our advice: Fix the request, then resend.
    """
    INVALID_WHISPER_MEDIAID = "INVALID_WHISPER_MEDIAID"
    """A provided whisper media id is invalid.

    Our advice: Fix the request, then resend.
    """
    LOCATION_NOT_FOUND = "LOCATION_NOT_FOUND"
    """The combination of geographical filters that were provided cannot be resolved to
    a known location.

    Our advice: Fix the request, then resend.
    """
    MESSAGE_NOT_FOUND = "MESSAGE_NOT_FOUND"
    """A matching SMS message could not be found.

    Our advice: Fix the request, then resend.
    """
    NO_SMS_AGREEMENT = "NO_SMS_AGREEMENT"
    """The account for which the SMS is sent has no agreement for SMS.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    NUMBER_ALLOCATION_FAILED = "NUMBER_ALLOCATION_FAILED"
    """Unable to allocate a number to use as an originating number.

    Our advice: Not stated whether a resend helps: ask a person.
    """
    NUMBER_BELONGS_TO_DIFFERENT_PROPERTY = "NUMBER_BELONGS_TO_DIFFERENT_PROPERTY"
    """The number provided in the request belongs to a different property than the one
    provided in the request.

    Our advice: Fix the request, then resend.
    """
    NUMBER_NOT_FOUND = "NUMBER_NOT_FOUND"
    """A matching phone number could not be found.

    Our advice: Fix the request, then resend.
    """
    ONE_OF_SEVERAL_PARAMETERS_REQUIRED = "ONE_OF_SEVERAL_PARAMETERS_REQUIRED"
    """At least one parameter from several parameters must be provided. The name of the
    parameters are available in the error message and (concatenated) as ‘FieldName’ in
    the ‘Error’ object (see above).

    Our advice: Fix the request, then resend.
    """
    ONLINE_LOGIN_EMAIL_EXISTS = "ONLINE_LOGIN_EMAIL_EXISTS"
    """A user with this email already exists.

    Our advice: Fix the request, then resend.
    """
    ONLINE_LOGIN_NOT_FOUND = "ONLINE_LOGIN_NOT_FOUND"
    """The requested online login user was not found.

    Our advice: Fix the request, then resend.
    """
    PARAMETER_INVALID = "PARAMETER_INVALID"
    """A supplied parameter is not within appropriate bounds. The name of the missing
    parameter is available in the error message and as ‘FieldName’ in the ‘Error’ object
    (see above).

    Our advice: Fix the request, then resend.

    Our note: The text speaks of a missing parameter; the code says that it is invalid.
    """
    PARAMETER_REQUIRED = "PARAMETER_REQUIRED"
    """A required parameter is missing. The name of the missing parameter is available
    in the error message and as ‘FieldName’ in the ‘Error’ object (see above).

    Our advice: Fix the request, then resend.
    """
    PARAMETER_TOO_LONG = "PARAMETER_TOO_LONG"
    """A provided parameter is too long. More details are available in the error
    message.

    Our advice: Fix the request, then resend.
    """
    PARAMETER_TOO_SHORT = "PARAMETER_TOO_SHORT"
    """A provided parameter is too short. More details are available in the error
    message.

    Our advice: Fix the request, then resend.
    """
    PERMISSION_EXCEEDS_ACCESS_BOUNDARY = "PERMISSION_EXCEEDS_ACCESS_BOUNDARY"
    """The permission set exceeds allowed access boundaries.

    Our advice: Fix the request, then resend.
    """
    PROJECT_LIMIT_REACHED = "PROJECT_LIMIT_REACHED"
    """The project limit for the account has been reached.

    Our advice: Fix your account or contract, then resend.
    """
    PROPERTY_NOT_FOUND = "PROPERTY_NOT_FOUND"
    """A matching property could not be found.

    Our advice: Fix the request, then resend.
    """
    RECORD_NOT_FOUND = "RECORD_NOT_FOUND"
    """The requested record was not found.

    Our advice: Fix the request, then resend.
    """
    SCHEDULED_TIME_OUT_OF_RANGE = "SCHEDULED_TIME_OUT_OF_RANGE"
    """Date/time for a scheduled event is not within the acceptable range.

    Our advice: Fix the request, then resend.
    """
    SIP_TRUNK_NOT_FOUND = "SIP_TRUNK_NOT_FOUND"
    """A matching SIP trunk could not be found.

    Our advice: Fix the request, then resend.
    """
    SIP_TRUNK_WAS_DELETED = "SIP_TRUNK_WAS_DELETED"
    """The requested SIP trunk has been deleted.

    Our advice: Fix the request, then resend.
    """
    SMS_LEASED_NUMBER_NOT_OWNED = "SMS_LEASED_NUMBER_NOT_OWNED"
    """SMS was sent from a leased number not owned by the sender.

    Our advice: Fix your account or contract, then resend.
    """
    SMS_NOT_ENABLED = "SMS_NOT_ENABLED"
    """SMS functionality has not been enabled for the property for which the SMS is
    sent.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    UNKNOWN_CAPABILITY = "UNKNOWN_CAPABILITY"
    """A provided capability is not known.

    Our advice: Fix the request, then resend.
    """
    UNKNOWN_DISPOSITION = "UNKNOWN_DISPOSITION"
    """A provided disposition is not known.

    Our advice: Fix the request, then resend.
    """
    UNKNOWN_NUMBERTYPE = "UNKNOWN_NUMBERTYPE"
    """A provided number type is not known.

    Our advice: Fix the request, then resend.
    """
    UNKNOWN_PREAMBLE_OPTION = "UNKNOWN_PREAMBLE_OPTION"
    """A provided preamble option is unknown.

    Our advice: Fix the request, then resend.
    """
    UNKNOWN_RECORDING_OPTION = "UNKNOWN_RECORDING_OPTION"
    """A provided recording option is not known.

    Our advice: Fix the request, then resend.
    """
    UNKNOWN_ROUTING_METHOD = "UNKNOWN_ROUTING_METHOD"
    """A provided routing method is not known.

    Our advice: Fix the request, then resend.
    """
    UNKNOWN_TIME_ZONE = "UNKNOWN_TIME_ZONE"
    """The provided time zone value is not known.

    Our advice: Fix the request, then resend.
    """

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _ERROR_CODE[self]


_ERROR_CODE: Final[dict[str, str]] = {
    "ACCOUNT_NOT_FOUND": "A matching account could not be found.",
    "ADDRESS_CANNOT_BE_DELETED": "A request to delete an address could not be processed as there are existing numbers which are linked to this address.",
    "ADDRESS_NOT_FOUND": "A matching address could not be found.",
    "CALL_NOT_FOUND": "A matching call could not be found.",
    "CONFLICTING_PARAMETERS": "Provided parameters are conflicting with each other.",
    "COUNTRY_NOT_FOUND": "A matching country could not be found.",
    "COUNTRY_UNAVAILABLE": "Attempted access to a country which is not available.",
    "FLOW_NOT_FOUND": "A matching flow could not be found.",
    "FORBIDDEN": "A request could not be processed due to missing permissions.",
    "INVALID_COUNTRYCODE_FORMAT": "A provided country code is not in the expected format (ISO 3166-1).",
    "INVALID_DATE_RANGE": "The provided date range is invalid.",
    "INVALID_EMAIL_FORMAT": "An email address is not in a valid format.",
    "INVALID_HTTP_METHOD": "An HTTP method is not valid.",
    "INVALID_HTTP_URI_FORMAT": "An HTTP Uri is not in a valid format.",
    "INVALID_MODEL_STATE": "The provided model state is invalid.",
    "INVALID_PATCH_PAYLOAD": "The partial update (Patch) payload is invalid.",
    "INVALID_PERMISSION_VALUE": "Permissions cannot be parsed or are invalid.",
    "INVALID_PERMISSIONS": "Something is wrong with the permission set (e.g. both Account and Project are defined at the same time).",
    "INVALID_PHONENUMBER_FORMAT": "A provided number is not in the expected format (E.164).",
    "INVALID_SMS_DIRECTION": "The SMS direction is invalid.",
    "INVALID_SMS_SENDER": "The SMS sender has an invalid format.",
    "INVALID_SMS_STATUS": "The SMS status is invalid.",
    "INVALID_SMS_TEXT": "The SMS text is invalid.",
    "INVALID_WHISPER_MEDIAID": "A provided whisper media id is invalid.",
    "LOCATION_NOT_FOUND": "The combination of geographical filters that were provided cannot be resolved to a known location.",
    "MESSAGE_NOT_FOUND": "A matching SMS message could not be found.",
    "NO_SMS_AGREEMENT": "The account for which the SMS is sent has no agreement for SMS.",
    "NUMBER_ALLOCATION_FAILED": "Unable to allocate a number to use as an originating number.",
    "NUMBER_BELONGS_TO_DIFFERENT_PROPERTY": "The number provided in the request belongs to a different property than the one provided in the request.",
    "NUMBER_NOT_FOUND": "A matching phone number could not be found.",
    "ONE_OF_SEVERAL_PARAMETERS_REQUIRED": "At least one parameter from several parameters must be provided. The name of the parameters are available in the error message and (concatenated) as ‘FieldName’ in the ‘Error’ object (see above).",
    "ONLINE_LOGIN_EMAIL_EXISTS": "A user with this email already exists.",
    "ONLINE_LOGIN_NOT_FOUND": "The requested online login user was not found.",
    "PARAMETER_INVALID": "A supplied parameter is not within appropriate bounds. The name of the missing parameter is available in the error message and as ‘FieldName’ in the ‘Error’ object (see above).",
    "PARAMETER_REQUIRED": "A required parameter is missing. The name of the missing parameter is available in the error message and as ‘FieldName’ in the ‘Error’ object (see above).",
    "PARAMETER_TOO_LONG": "A provided parameter is too long. More details are available in the error message.",
    "PARAMETER_TOO_SHORT": "A provided parameter is too short. More details are available in the error message.",
    "PERMISSION_EXCEEDS_ACCESS_BOUNDARY": "The permission set exceeds allowed access boundaries.",
    "PROJECT_LIMIT_REACHED": "The project limit for the account has been reached.",
    "PROPERTY_NOT_FOUND": "A matching property could not be found.",
    "RECORD_NOT_FOUND": "The requested record was not found.",
    "SCHEDULED_TIME_OUT_OF_RANGE": "Date/time for a scheduled event is not within the acceptable range.",
    "SIP_TRUNK_NOT_FOUND": "A matching SIP trunk could not be found.",
    "SIP_TRUNK_WAS_DELETED": "The requested SIP trunk has been deleted.",
    "SMS_LEASED_NUMBER_NOT_OWNED": "SMS was sent from a leased number not owned by the sender.",
    "SMS_NOT_ENABLED": "SMS functionality has not been enabled for the property for which the SMS is sent.",
    "UNKNOWN_CAPABILITY": "A provided capability is not known.",
    "UNKNOWN_DISPOSITION": "A provided disposition is not known.",
    "UNKNOWN_NUMBERTYPE": "A provided number type is not known.",
    "UNKNOWN_PREAMBLE_OPTION": "A provided preamble option is unknown.",
    "UNKNOWN_RECORDING_OPTION": "A provided recording option is not known.",
    "UNKNOWN_ROUTING_METHOD": "A provided routing method is not known.",
    "UNKNOWN_TIME_ZONE": "The provided time zone value is not known.",
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (
    HttpStatus,
    ErrorCode,
)
"""All lists of the provider, in documented order."""
