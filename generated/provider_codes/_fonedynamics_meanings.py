# Generated from meanings/fonedynamics.yaml by `provider-codes generate`. Do not edit.
# sha256:596a162d434c4bc818f70c9e38fb05ab9b81989194e65f973e022c0941eb12af of all below this line.
"""What the codes of Fone Dynamics mean for the caller: our judgement, not the
provider's words.
"""

from __future__ import annotations

from typing import Final

from ._meaning import Basis, Meaning, Party, Retry

__all__ = ["MEANINGS"]

# fmt: off
MEANINGS: Final[dict[str, dict[int | str, Meaning]]] = {
    "HttpStatus": {
        400: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“missing or invalid data”", party="“missing or invalid data”")),
        401: Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, basis=Basis(retry="“Wrong or missing credentials”", party="“Wrong or missing credentials”")),
        403: Meaning(retry=Retry.AFTER_CHANGE, basis=Basis(retry="“missing permissions or because it would create an invalid state”"), reason="The first cause lies in the account and the second in the request."),
        500: Meaning(party=Party.PROVIDER, basis=Basis(party="“error occurred on the server”")),
    },
    "ErrorCode": {
        "ACCOUNT_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“account could not be found”", party="“account could not be found”")),
        "ADDRESS_CANNOT_BE_DELETED": Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, basis=Basis(retry="“existing numbers which are linked to this address”", party="“existing numbers which are linked to this address”")),
        "ADDRESS_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“address could not be found”", party="“address could not be found”")),
        "CALL_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“call could not be found”", party="“call could not be found”")),
        "CONFLICTING_PARAMETERS": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“parameters are conflicting”", party="“parameters are conflicting”")),
        "COUNTRY_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“country could not be found”", party="“country could not be found”")),
        "COUNTRY_UNAVAILABLE": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“Attempted access to a country which is not available”", party="“Attempted access to a country which is not available”")),
        "FLOW_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“flow could not be found”", party="“flow could not be found”")),
        "FORBIDDEN": Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, basis=Basis(retry="“missing permissions”", party="“missing permissions”")),
        "INVALID_COUNTRYCODE_FORMAT": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“not in the expected format”", party="“not in the expected format”")),
        "INVALID_DATE_RANGE": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“date range is invalid”", party="“date range is invalid”")),
        "INVALID_EMAIL_FORMAT": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“not in a valid format”", party="“not in a valid format”")),
        "INVALID_HTTP_METHOD": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“method is not valid”", party="“method is not valid”")),
        "INVALID_HTTP_URI_FORMAT": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“not in a valid format”", party="“not in a valid format”")),
        "INVALID_MODEL_STATE": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“The provided model state is invalid”", party="“The provided model state is invalid”")),
        "INVALID_PATCH_PAYLOAD": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“payload is invalid”", party="“payload is invalid”")),
        "INVALID_PERMISSION_VALUE": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“cannot be parsed or are invalid”", party="“cannot be parsed or are invalid”")),
        "INVALID_PERMISSIONS": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“both Account and Project are defined at the same time”", party="“both Account and Project are defined at the same time”")),
        "INVALID_PHONENUMBER_FORMAT": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“not in the expected format”", party="“not in the expected format”")),
        "INVALID_SMS_DIRECTION": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“direction is invalid”", party="“direction is invalid”")),
        "INVALID_SMS_SENDER": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“sender has an invalid format”", party="“sender has an invalid format”")),
        "INVALID_SMS_STATUS": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“status is invalid”", party="“status is invalid”")),
        "INVALID_SMS_TEXT": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“text is invalid”", party="“text is invalid”")),
        "INVALID_WHISPER_MEDIAID": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“media id is invalid”", party="“media id is invalid”")),
        "LOCATION_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“filters that were provided cannot be resolved”", party="“filters that were provided cannot be resolved”")),
        "MESSAGE_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“message could not be found”", party="“message could not be found”")),
        "NO_SMS_AGREEMENT": Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, basis=Basis(retry="“has no agreement for SMS”", party="“has no agreement for SMS”")),
        "NUMBER_ALLOCATION_FAILED": Meaning(basis=Basis(not_stated="“Unable to allocate a number”"), reason="The text says neither why none could be had nor who can help."),
        "NUMBER_BELONGS_TO_DIFFERENT_PROPERTY": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“belongs to a different property than the one provided in the request”", party="“belongs to a different property than the one provided in the request”")),
        "NUMBER_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“phone number could not be found”", party="“phone number could not be found”")),
        "ONE_OF_SEVERAL_PARAMETERS_REQUIRED": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“At least one parameter from several parameters must be provided”", party="“At least one parameter from several parameters must be provided”")),
        "ONLINE_LOGIN_EMAIL_EXISTS": Meaning(retry=Retry.NEVER, party=Party.REQUEST, basis=Basis(retry="“already exists”", party="“already exists”")),
        "ONLINE_LOGIN_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“was not found”", party="“was not found”")),
        "PARAMETER_INVALID": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“not within appropriate bounds”", party="“not within appropriate bounds”")),
        "PARAMETER_REQUIRED": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“A required parameter is missing”", party="“A required parameter is missing”")),
        "PARAMETER_TOO_LONG": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“parameter is too long”", party="“parameter is too long”")),
        "PARAMETER_TOO_SHORT": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“parameter is too short”", party="“parameter is too short”")),
        "PERMISSION_EXCEEDS_ACCESS_BOUNDARY": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“permission set exceeds allowed access boundaries”", party="“permission set exceeds allowed access boundaries”")),
        "PROJECT_LIMIT_REACHED": Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, basis=Basis(retry="“limit for the account has been reached”", party="“limit for the account has been reached”")),
        "PROPERTY_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“property could not be found”", party="“property could not be found”")),
        "RECORD_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“record was not found”", party="“record was not found”")),
        "SCHEDULED_TIME_OUT_OF_RANGE": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“not within the acceptable range”", party="“not within the acceptable range”")),
        "SIP_TRUNK_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“SIP trunk could not be found”", party="“SIP trunk could not be found”")),
        "SIP_TRUNK_WAS_DELETED": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“has been deleted”", party="“has been deleted”")),
        "SMS_LEASED_NUMBER_NOT_OWNED": Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, basis=Basis(retry="“leased number not owned by the sender”", party="“leased number not owned by the sender”")),
        "SMS_NOT_ENABLED": Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, basis=Basis(retry="“has not been enabled for the property”", party="“has not been enabled for the property”")),
        "UNKNOWN_CAPABILITY": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“capability is not known”", party="“capability is not known”")),
        "UNKNOWN_DISPOSITION": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“disposition is not known”", party="“disposition is not known”")),
        "UNKNOWN_NUMBERTYPE": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“number type is not known”", party="“number type is not known”")),
        "UNKNOWN_PREAMBLE_OPTION": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“preamble option is unknown”", party="“preamble option is unknown”")),
        "UNKNOWN_RECORDING_OPTION": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“recording option is not known”", party="“recording option is not known”")),
        "UNKNOWN_ROUTING_METHOD": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“routing method is not known”", party="“routing method is not known”")),
        "UNKNOWN_TIME_ZONE": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, basis=Basis(retry="“time zone value is not known”", party="“time zone value is not known”")),
    },
}
# fmt: on
"""The meanings, by list and value."""
