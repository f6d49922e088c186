# Generated from meanings/fonedynamics.yaml by `provider-codes generate`. Do not edit.
# sha256:8c4a0ec475c16c3e4f7100a119e5b2862925a4239a1d28715c44b59cbf2140ef of all below this line.
"""What the codes of Fone Dynamics mean for the caller: our judgement, not the
provider's words.
"""

from __future__ import annotations

from typing import Final

from ._meaning import Meaning, Party, Retry

__all__ = ["MEANINGS"]

# fmt: off
MEANINGS: Final[dict[str, dict[int | str, Meaning]]] = {
    "HttpStatus": {
        400: Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“missing or invalid data”"),
        401: Meaning(None, None, Retry.AFTER_CHANGE, Party.ACCOUNT, "“Wrong or missing credentials”"),
        403: Meaning(None, None, Retry.AFTER_CHANGE, None, "“missing permissions or because it would create an invalid state”", "The first cause lies in the account and the second in the request."),
        500: Meaning(None, None, None, Party.PROVIDER, "“error occurred on the server”"),
    },
    "ErrorCode": {
        "ACCOUNT_NOT_FOUND": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“account could not be found”"),
        "ADDRESS_CANNOT_BE_DELETED": Meaning(None, None, Retry.AFTER_CHANGE, Party.ACCOUNT, "“existing numbers which are linked to this address”"),
        "ADDRESS_NOT_FOUND": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“address could not be found”"),
        "CALL_NOT_FOUND": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“call could not be found”"),
        "CONFLICTING_PARAMETERS": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“parameters are conflicting”"),
        "COUNTRY_NOT_FOUND": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“country could not be found”"),
        "COUNTRY_UNAVAILABLE": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“Attempted access to a country which is not available”"),
        "FLOW_NOT_FOUND": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“flow could not be found”"),
        "FORBIDDEN": Meaning(None, None, Retry.AFTER_CHANGE, Party.ACCOUNT, "“missing permissions”"),
        "INVALID_COUNTRYCODE_FORMAT": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“not in the expected format”"),
        "INVALID_DATE_RANGE": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“date range is invalid”"),
        "INVALID_EMAIL_FORMAT": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“not in a valid format”"),
        "INVALID_HTTP_METHOD": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“method is not valid”"),
        "INVALID_HTTP_URI_FORMAT": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“not in a valid format”"),
        "INVALID_MODEL_STATE": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“The provided model state is invalid”"),
        "INVALID_PATCH_PAYLOAD": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“payload is invalid”"),
        "INVALID_PERMISSION_VALUE": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“cannot be parsed or are invalid”"),
        "INVALID_PERMISSIONS": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“both Account and Project are defined at the same time”"),
        "INVALID_PHONENUMBER_FORMAT": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“not in the expected format”"),
        "INVALID_SMS_DIRECTION": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“direction is invalid”"),
        "INVALID_SMS_SENDER": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“sender has an invalid format”"),
        "INVALID_SMS_STATUS": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“status is invalid”"),
        "INVALID_SMS_TEXT": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“text is invalid”"),
        "INVALID_WHISPER_MEDIAID": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“media id is invalid”"),
        "LOCATION_NOT_FOUND": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“filters that were provided cannot be resolved”"),
        "MESSAGE_NOT_FOUND": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“message could not be found”"),
        "NO_SMS_AGREEMENT": Meaning(None, None, Retry.AFTER_CHANGE, Party.ACCOUNT, "“has no agreement for SMS”"),
        "NUMBER_ALLOCATION_FAILED": Meaning(None, None, None, None, "“Unable to allocate a number”", "The text says neither why none could be had nor who can help."),
        "NUMBER_BELONGS_TO_DIFFERENT_PROPERTY": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“belongs to a different property than the one provided in the request”"),
        "NUMBER_NOT_FOUND": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“phone number could not be found”"),
        "ONE_OF_SEVERAL_PARAMETERS_REQUIRED": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“At least one parameter from several parameters must be provided”"),
        "ONLINE_LOGIN_EMAIL_EXISTS": Meaning(None, None, Retry.NEVER, Party.REQUEST, "“already exists”"),
        "ONLINE_LOGIN_NOT_FOUND": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“was not found”"),
        "PARAMETER_INVALID": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“not within appropriate bounds”"),
        "PARAMETER_REQUIRED": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“A required parameter is missing”"),
        "PARAMETER_TOO_LONG": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“parameter is too long”"),
        "PARAMETER_TOO_SHORT": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“parameter is too short”"),
        "PERMISSION_EXCEEDS_ACCESS_BOUNDARY": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“permission set exceeds allowed access boundaries”"),
        "PROJECT_LIMIT_REACHED": Meaning(None, None, Retry.AFTER_CHANGE, Party.ACCOUNT, "“limit for the account has been reached”"),
        "PROPERTY_NOT_FOUND": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“property could not be found”"),
        "RECORD_NOT_FOUND": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“record was not found”"),
        "SCHEDULED_TIME_OUT_OF_RANGE": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“not within the acceptable range”"),
        "SIP_TRUNK_NOT_FOUND": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“SIP trunk could not be found”"),
        "SIP_TRUNK_WAS_DELETED": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“has been deleted”"),
        "SMS_LEASED_NUMBER_NOT_OWNED": Meaning(None, None, Retry.AFTER_CHANGE, Party.ACCOUNT, "“leased number not owned by the sender”"),
        "SMS_NOT_ENABLED": Meaning(None, None, Retry.AFTER_CHANGE, Party.ACCOUNT, "“has not been enabled for the property”"),
        "UNKNOWN_CAPABILITY": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“capability is not known”"),
        "UNKNOWN_DISPOSITION": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“disposition is not known”"),
        "UNKNOWN_NUMBERTYPE": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“number type is not known”"),
        "UNKNOWN_PREAMBLE_OPTION": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“preamble option is unknown”"),
        "UNKNOWN_RECORDING_OPTION": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“recording option is not known”"),
        "UNKNOWN_ROUTING_METHOD": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“routing method is not known”"),
        "UNKNOWN_TIME_ZONE": Meaning(None, None, Retry.AFTER_CHANGE, Party.REQUEST, "“time zone value is not known”"),
    },
}
# fmt: on
"""The meanings, by list and value."""
