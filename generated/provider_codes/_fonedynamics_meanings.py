# Generated from meanings/fonedynamics.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:6c810bc138be2ca6ce1d8fd2deffbf8c23674a68053e37231ed8fd577036404c of all below this line.
"""What the codes of Fone Dynamics mean for the caller: our judgement, not the
provider's words.
"""

from __future__ import annotations

from typing import Final

from ._meaning import Basis, Cause, Meaning, MessageState, Party, Retry

__all__ = ["MEANINGS"]

# fmt: off
MEANINGS: Final[dict[str, dict[int | str, Meaning]]] = {
    "HttpStatus": {
        400: Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“missing or invalid data”", cause="“missing or invalid data”")),
        401: Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, cause=Cause.ACCESS, basis=Basis(retry="“Wrong or missing credentials”", cause="“Wrong or missing credentials”")),
        403: Meaning(retry=Retry.AFTER_CHANGE, basis=Basis(retry="“missing permissions or because it would create an invalid state”"), reason="The first cause lies in the account and the second in the request."),
        500: Meaning(state=MessageState.UNKNOWN, retry=Retry.LATER, party=Party.PROVIDER, cause=Cause.INTERNAL, basis=Basis(state="convention", retry="convention", cause="“error occurred on the server”"), reason="A server that failed may succeed when it is asked again; whether it took the message before it failed, nobody knows."),
    },
    "ErrorCode": {
        "ACCOUNT_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“account could not be found”", cause="“account could not be found”")),
        "ADDRESS_CANNOT_BE_DELETED": Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, basis=Basis(retry="“existing numbers which are linked to this address”", party="“existing numbers which are linked to this address”")),
        "ADDRESS_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“address could not be found”", cause="“address could not be found”")),
        "CALL_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“call could not be found”", cause="“call could not be found”")),
        "CONFLICTING_PARAMETERS": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“parameters are conflicting”", cause="“parameters are conflicting”")),
        "COUNTRY_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“country could not be found”", cause="“country could not be found”")),
        "COUNTRY_UNAVAILABLE": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.ROUTE, basis=Basis(retry="“Attempted access to a country which is not available”", party="“Attempted access to a country which is not available”", cause="“Attempted access to a country which is not available”")),
        "FLOW_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“flow could not be found”", cause="“flow could not be found”")),
        "FORBIDDEN": Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, cause=Cause.ACCESS, basis=Basis(retry="“missing permissions”", cause="“missing permissions”")),
        "INVALID_COUNTRYCODE_FORMAT": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“not in the expected format”", cause="“not in the expected format”")),
        "INVALID_DATE_RANGE": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“date range is invalid”", cause="“date range is invalid”")),
        "INVALID_EMAIL_FORMAT": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“not in a valid format”", cause="“not in a valid format”")),
        "INVALID_HTTP_METHOD": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“method is not valid”", cause="“method is not valid”")),
        "INVALID_HTTP_URI_FORMAT": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“not in a valid format”", cause="“not in a valid format”")),
        "INVALID_MODEL_STATE": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“The provided model state is invalid”", cause="“The provided model state is invalid”")),
        "INVALID_PATCH_PAYLOAD": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“payload is invalid”", cause="“payload is invalid”")),
        "INVALID_PERMISSION_VALUE": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“cannot be parsed or are invalid”", cause="“cannot be parsed or are invalid”")),
        "INVALID_PERMISSIONS": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“both Account and Project are defined at the same time”", cause="“both Account and Project are defined at the same time”")),
        "INVALID_PHONENUMBER_FORMAT": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“not in the expected format”", cause="“not in the expected format”")),
        "INVALID_SMS_DIRECTION": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“direction is invalid”", cause="“direction is invalid”")),
        "INVALID_SMS_SENDER": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.SENDER, basis=Basis(retry="“sender has an invalid format”", party="“sender has an invalid format”", cause="“sender has an invalid format”")),
        "INVALID_SMS_STATUS": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“status is invalid”", cause="“status is invalid”")),
        "INVALID_SMS_TEXT": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.CONTENT, basis=Basis(retry="“text is invalid”", cause="“text is invalid”")),
        "INVALID_WHISPER_MEDIAID": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“media id is invalid”", cause="“media id is invalid”")),
        "LOCATION_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“filters that were provided cannot be resolved”", cause="“filters that were provided cannot be resolved”")),
        "MESSAGE_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“message could not be found”", cause="“message could not be found”")),
        "NO_SMS_AGREEMENT": Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, cause=Cause.ACCESS, basis=Basis(retry="“has no agreement for SMS”", cause="“has no agreement for SMS”")),
        "NUMBER_ALLOCATION_FAILED": Meaning(basis=Basis(not_stated="“Unable to allocate a number”"), reason="The text says neither why none could be had nor who can help."),
        "NUMBER_BELONGS_TO_DIFFERENT_PROPERTY": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“belongs to a different property than the one provided in the request”", cause="“belongs to a different property than the one provided in the request”")),
        "NUMBER_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“phone number could not be found”", cause="“phone number could not be found”")),
        "ONE_OF_SEVERAL_PARAMETERS_REQUIRED": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“At least one parameter from several parameters must be provided”", cause="“At least one parameter from several parameters must be provided”")),
        "ONLINE_LOGIN_EMAIL_EXISTS": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“with this email already exists”", cause="“with this email already exists”"), reason="Another email address helps."),
        "ONLINE_LOGIN_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“was not found”", cause="“was not found”")),
        "PARAMETER_INVALID": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“not within appropriate bounds”", cause="“not within appropriate bounds”")),
        "PARAMETER_REQUIRED": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“A required parameter is missing”", cause="“A required parameter is missing”")),
        "PARAMETER_TOO_LONG": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“parameter is too long”", cause="“parameter is too long”")),
        "PARAMETER_TOO_SHORT": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“parameter is too short”", cause="“parameter is too short”")),
        "PERMISSION_EXCEEDS_ACCESS_BOUNDARY": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“permission set exceeds allowed access boundaries”", cause="“permission set exceeds allowed access boundaries”")),
        "PROJECT_LIMIT_REACHED": Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, basis=Basis(retry="“limit for the account has been reached”", party="“limit for the account has been reached”")),
        "PROPERTY_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“property could not be found”", cause="“property could not be found”")),
        "RECORD_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“record was not found”", cause="“record was not found”")),
        "SCHEDULED_TIME_OUT_OF_RANGE": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“not within the acceptable range”", cause="“not within the acceptable range”")),
        "SIP_TRUNK_NOT_FOUND": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“SIP trunk could not be found”", cause="“SIP trunk could not be found”")),
        "SIP_TRUNK_WAS_DELETED": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“has been deleted”", cause="“has been deleted”")),
        "SMS_LEASED_NUMBER_NOT_OWNED": Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, cause=Cause.SENDER, basis=Basis(retry="“leased number not owned by the sender”", cause="“leased number not owned by the sender”")),
        "SMS_NOT_ENABLED": Meaning(retry=Retry.AFTER_CHANGE, party=Party.ACCOUNT, cause=Cause.ACCESS, basis=Basis(retry="“has not been enabled for the property”", cause="“has not been enabled for the property”")),
        "UNKNOWN_CAPABILITY": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“capability is not known”", cause="“capability is not known”")),
        "UNKNOWN_DISPOSITION": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“disposition is not known”", cause="“disposition is not known”")),
        "UNKNOWN_NUMBERTYPE": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“number type is not known”", cause="“number type is not known”")),
        "UNKNOWN_PREAMBLE_OPTION": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“preamble option is unknown”", cause="“preamble option is unknown”")),
        "UNKNOWN_RECORDING_OPTION": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“recording option is not known”", cause="“recording option is not known”")),
        "UNKNOWN_ROUTING_METHOD": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“routing method is not known”", cause="“routing method is not known”")),
        "UNKNOWN_TIME_ZONE": Meaning(retry=Retry.AFTER_CHANGE, party=Party.REQUEST, cause=Cause.PARAMETER, basis=Basis(retry="“time zone value is not known”", cause="“time zone value is not known”")),
    },
}
# fmt: on
"""The meanings, by list and value."""
