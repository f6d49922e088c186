# Generated from infobip.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:63ac98bf24ff2d79e06ccea4b35cb5eaa2fb6ac73d16540584ace7729ba4976c of all below this line.
"""Codes of Infobip, as documented in the transcribed edition.

The page "Response status and error codes"
(https://www.infobip.com/docs/essentials/response-status-and-error-codes) was
transcribed on 2026-11-22.

GeneralStatus, VoiceStatus and PushStatus: `id` of a `status` object, which may be part
of the response message, the delivery report or the message log.

GeneralError, VoiceError, PushError, EmailError and ChatError: `id` of an `error`
object, which can be part of the send message response or the delivery report.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from ._runtime import (
    IntCode,
    StrCode,
    UnlistedIntCode,
    find_in,
    parse_in,
)

__all__ = [
    "LISTS",
    "GeneralStatusGroup",
    "GeneralStatus",
    "VoiceStatusGroup",
    "VoiceStatus",
    "PushStatusGroup",
    "PushStatus",
    "GeneralErrorGroup",
    "GeneralError",
    "VoiceErrorGroup",
    "VoiceError",
    "PushErrorGroup",
    "PushError",
    "EmailErrorGroup",
    "EmailError",
    "ChatErrorGroup",
    "ChatError",
    "Status",
    "find_status",
    "parse_status",
    "StatusGroup",
    "find_status_group",
    "Error",
    "find_error",
    "parse_error",
    "ErrorGroup",
    "find_error_group",
]

# fmt: off


class GeneralStatusGroup(IntCode):
    """Infobip: groups of the codes of GeneralStatus.

    From the page "Response status and error codes".
    """

    PENDING = 1
    """Message has been processed and sent to the next instance i.e. mobile operator."""
    UNDELIVERABLE = 2
    """Message has not been delivered."""
    DELIVERED = 3
    """Message has successfully been processed and delivered."""
    EXPIRED = 4
    """Message has been sent, and has either expired due to being pending past its
    validity period (our platform default is 48 hours), or the delivery report from the
    operator has reverted the expired as a final status.
    """
    REJECTED = 5
    """Message has been received, but has either been rejected by Infobip, or the
    operator has reverted Rejected as final status.
    """

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _GENERAL_STATUS_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _GENERAL_STATUS_GROUP[self][1]

    @property
    def codes(self) -> tuple[GeneralStatus, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in GeneralStatus if code.group is self)


_GENERAL_STATUS_GROUP: Final[dict[int, tuple[str, str]]] = {
    1: ("PENDING", "Message has been processed and sent to the next instance i.e. mobile operator."),
    2: ("UNDELIVERABLE", "Message has not been delivered."),
    3: ("DELIVERED", "Message has successfully been processed and delivered."),
    4: ("EXPIRED", "Message has been sent, and has either expired due to being pending past its validity period (our platform default is 48 hours), or the delivery report from the operator has reverted the expired as a final status."),
    5: ("REJECTED", "Message has been received, but has either been rejected by Infobip, or the operator has reverted Rejected as final status."),
}


class GeneralStatus(IntCode):
    """Infobip: General status codes.

    From the page "Response status and error codes".
    """

    PENDING_WAITING_DELIVERY = 3
    """Message has been processed and sent to the next instance i.e. mobile operator
    with request acknowledgment from their platform. Delivery report has not yet been
    received, and is awaited thus the status is still pending.

    Our advice: Do not resend: still on its way.
    """
    PENDING_ENROUTE = 7
    """Message has been processed and sent to the next instance i.e. mobile operator.

    Our advice: Do not resend: still on its way.
    """
    PENDING_ACCEPTED = 26
    """Message has been accepted and processed, and is ready to be sent to the next
    instance i.e. operator.

    Our advice: Do not resend: still on its way.
    """
    UNDELIVERABLE_REJECTED_OPERATOR = 4
    """Message has been sent to the operator, whereas the request was rejected, or a
    delivery report with status "REJECTED" was reverted.

    Our advice: Not delivered. Not stated whether a resend helps: ask a person.
    """
    UNDELIVERABLE_NOT_DELIVERED = 9
    """Message has been sent to the operator, but has failed to delivery, since a
    delivery report with status "UNDELIVERED" was reverted from the operator.

    Our advice: Not delivered. Not stated whether a resend helps: ask a person.
    """
    DELIVERED_TO_OPERATOR = 2
    """Message has been successfully sent and delivered to the operator.

    Our advice: Do not resend: still on its way.
    """
    DELIVERED_TO_HANDSET = 5
    """Message has been successfully processed and delivered to recipient.

    Our advice: Do not resend: it arrived.
    """
    EXPIRED_EXPIRED = 15
    """The message was received and sent to the operator, however it has been pending
    until the validity period has expired, or the operator returned EXPIRED status in
    the meantime.

    Our advice: Retry later.
    """
    EXPIRED_DLR_UNKNOWN = 29
    """The message has been received and forwarded to the operator for delivery, however
    the delivery report from the operator has not been formatted correctly, or has not
    been recognized as valid.

    Our advice: Not stated whether a resend helps: ask a person. A resend may arrive
    twice.
    """
    REJECTED_NETWORK = 6
    """Message has been received, but the network is either out of our coverage or not
    setup on your account. Your account manager can inform you on the coverage status or
    setup the network in question.

    Our advice: Fix your account or contract, then resend.
    """
    REJECTED_PREFIX_MISSING = 8
    """Message has been received, but has been rejected as the number is not recognized
    due to either incorrect number prefix or number length. This information is
    different for each network and is regularly updated.

    Our advice: Stop sending to this address: correct it first.
    """
    REJECTED_DND = 10
    """Message has been received, and rejected due to the user being subscribed to DND
    (Do Not Disturb) services, disabling any service traffic to their number.

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    REJECTED_SOURCE = 11
    """Your account is set to accept only registered sender ID-s while the sender ID
    defined in the request has not been registered on your account.

    Our advice: Fix your account or contract, then resend.
    """
    REJECTED_NOT_ENOUGH_CREDITS = 12
    """Your account is out of credits for further submission - please top up your
    account. For further assistance in topping up or applying for online account topup
    service you may contact your account manager.

    Our advice: Alert a person: your account has too little credit.
    """
    REJECTED_SENDER = 13
    """The sender ID has been blacklisted on your account via Infobip webites portals -
    please remove the blacklist on your account or contact Support for further
    assistance.

    Our advice: Fix your account or contract, then resend.
    """
    REJECTED_DESTINATION = 14
    """The destination number has been blacklisted either at the operator request or on
    your account via Infobip webites portals - please remove the blacklist on your
    account via portal.infobip.com or contact Support for more information.

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    REJECTED_PREPAID_PACKAGE_EXPIRED = 17
    """Account credits have been expired past their validity period - please topup your
    subaccount with credits to extend the validity period.

    Our advice: Alert a person: your account has too little credit.
    """
    REJECTED_DESTINATION_NOT_REGISTERED = 18
    """Your account has been setup for submission only to a single number for testing
    purposes - kindly contact your manager to remove the limitation.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    REJECTED_ROUTE_NOT_AVAILABLE = 19
    """Mesage has been received on the system, however your account has not been setup
    to send messages i.e. no routes on your account are available for further
    submission. Your account manager will be able to setup your account based on your
    preference.

    Our advice: Fix your account or contract, then resend.
    """
    REJECTED_FLOODING_FILTER = 20
    """Message has been rejected due to a anti-flooding mechanism. By default, a single
    number can only receive 20 varied messages and 6 identical messages per hour. If
    there is a requirement, the limitation can be extended per account on request to
    your account manager.

    Our advice: Retry later, after 3600 seconds.
    """
    REJECTED_SYSTEM_ERROR = 21
    """The request has been rejected due to an expected system system error, please
    retry submission or contact our technical support team for more details.

    Our advice: Retry later.

    Our note: Says "an expected system system error"; Infobip means an unexpected one.
    """
    REJECTED_DUPLICATE_MESSAGE_ID = 23
    """The request has been rejected due to a duplicate message ID specified in the
    submit request, while message ID-s should be a unique value. For more information,
    please revisit https://dev.infobip.com/v1/docs/bulk-id-and-message-id.

    Our advice: Never resend: the provider already has it.
    """
    REJECTED_INVALID_UDH = 24
    """Message has been received, while our system detected the message was formatted
    incorrectly because of either an invalid ESM class parameter (fully featured binary
    message API method) or an inaccurate amount of characters when using esmclass:64
    (UDH). For more information feel free to visit the below articles or contact our
    Support team for clarification. https://en.wikipedia.org/wiki/User_Data_Header
    https://en.wikipedia.org/wiki/Concatenated_SMS

    Our advice: Fix the request, then resend.
    """
    REJECTED_MESSAGE_TOO_LONG = 25
    """Message has been received, but the total message length is more than 25 parts or
    message text which exceeds 4000 bytes as per our system limitation.

    Our advice: Fix the request, then resend.
    """
    MISSING_TO = 51
    """The request has been received, however the "to" parameter has not been set or it
    is empty, i.e. there must be valid recipients to send the message.

    Our advice: Fix the request, then resend.
    """

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _GENERAL_STATUS[self][0]

    @property
    def group(self) -> GeneralStatusGroup:
        """The group that the provider lists the code in."""
        return _GENERAL_STATUS[self][1]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _GENERAL_STATUS[self][2]


_GENERAL_STATUS: Final[dict[int, tuple[str, GeneralStatusGroup, str]]] = {
    3: ("PENDING_WAITING_DELIVERY", GeneralStatusGroup.PENDING, "Message has been processed and sent to the next instance i.e. mobile operator with request acknowledgment from their platform. Delivery report has not yet been received, and is awaited thus the status is still pending."),
    7: ("PENDING_ENROUTE", GeneralStatusGroup.PENDING, "Message has been processed and sent to the next instance i.e. mobile operator."),
    26: ("PENDING_ACCEPTED", GeneralStatusGroup.PENDING, "Message has been accepted and processed, and is ready to be sent to the next instance i.e. operator."),
    4: ("UNDELIVERABLE_REJECTED_OPERATOR", GeneralStatusGroup.UNDELIVERABLE, 'Message has been sent to the operator, whereas the request was rejected, or a delivery report with status "REJECTED" was reverted.'),
    9: ("UNDELIVERABLE_NOT_DELIVERED", GeneralStatusGroup.UNDELIVERABLE, 'Message has been sent to the operator, but has failed to delivery, since a delivery report with status "UNDELIVERED" was reverted from the operator.'),
    2: ("DELIVERED_TO_OPERATOR", GeneralStatusGroup.DELIVERED, "Message has been successfully sent and delivered to the operator."),
    5: ("DELIVERED_TO_HANDSET", GeneralStatusGroup.DELIVERED, "Message has been successfully processed and delivered to recipient."),
    15: ("EXPIRED_EXPIRED", GeneralStatusGroup.EXPIRED, "The message was received and sent to the operator, however it has been pending until the validity period has expired, or the operator returned EXPIRED status in the meantime."),
    29: ("EXPIRED_DLR_UNKNOWN", GeneralStatusGroup.EXPIRED, "The message has been received and forwarded to the operator for delivery, however the delivery report from the operator has not been formatted correctly, or has not been recognized as valid."),
    6: ("REJECTED_NETWORK", GeneralStatusGroup.REJECTED, "Message has been received, but the network is either out of our coverage or not setup on your account. Your account manager can inform you on the coverage status or setup the network in question."),
    8: ("REJECTED_PREFIX_MISSING", GeneralStatusGroup.REJECTED, "Message has been received, but has been rejected as the number is not recognized due to either incorrect number prefix or number length. This information is different for each network and is regularly updated."),
    10: ("REJECTED_DND", GeneralStatusGroup.REJECTED, "Message has been received, and rejected due to the user being subscribed to DND (Do Not Disturb) services, disabling any service traffic to their number."),
    11: ("REJECTED_SOURCE", GeneralStatusGroup.REJECTED, "Your account is set to accept only registered sender ID-s while the sender ID defined in the request has not been registered on your account."),
    12: ("REJECTED_NOT_ENOUGH_CREDITS", GeneralStatusGroup.REJECTED, "Your account is out of credits for further submission - please top up your account. For further assistance in topping up or applying for online account topup service you may contact your account manager."),
    13: ("REJECTED_SENDER", GeneralStatusGroup.REJECTED, "The sender ID has been blacklisted on your account via Infobip webites portals - please remove the blacklist on your account or contact Support for further assistance."),
    14: ("REJECTED_DESTINATION", GeneralStatusGroup.REJECTED, "The destination number has been blacklisted either at the operator request or on your account via Infobip webites portals - please remove the blacklist on your account via portal.infobip.com or contact Support for more information."),
    17: ("REJECTED_PREPAID_PACKAGE_EXPIRED", GeneralStatusGroup.REJECTED, "Account credits have been expired past their validity period - please topup your subaccount with credits to extend the validity period."),
    18: ("REJECTED_DESTINATION_NOT_REGISTERED", GeneralStatusGroup.REJECTED, "Your account has been setup for submission only to a single number for testing purposes - kindly contact your manager to remove the limitation."),
    19: ("REJECTED_ROUTE_NOT_AVAILABLE", GeneralStatusGroup.REJECTED, "Mesage has been received on the system, however your account has not been setup to send messages i.e. no routes on your account are available for further submission. Your account manager will be able to setup your account based on your preference."),
    20: ("REJECTED_FLOODING_FILTER", GeneralStatusGroup.REJECTED, "Message has been rejected due to a anti-flooding mechanism. By default, a single number can only receive 20 varied messages and 6 identical messages per hour. If there is a requirement, the limitation can be extended per account on request to your account manager."),
    21: ("REJECTED_SYSTEM_ERROR", GeneralStatusGroup.REJECTED, "The request has been rejected due to an expected system system error, please retry submission or contact our technical support team for more details."),
    23: ("REJECTED_DUPLICATE_MESSAGE_ID", GeneralStatusGroup.REJECTED, "The request has been rejected due to a duplicate message ID specified in the submit request, while message ID-s should be a unique value. For more information, please revisit https://dev.infobip.com/v1/docs/bulk-id-and-message-id."),
    24: ("REJECTED_INVALID_UDH", GeneralStatusGroup.REJECTED, "Message has been received, while our system detected the message was formatted incorrectly because of either an invalid ESM class parameter (fully featured binary message API method) or an inaccurate amount of characters when using esmclass:64 (UDH). For more information feel free to visit the below articles or contact our Support team for clarification. https://en.wikipedia.org/wiki/User_Data_Header https://en.wikipedia.org/wiki/Concatenated_SMS"),
    25: ("REJECTED_MESSAGE_TOO_LONG", GeneralStatusGroup.REJECTED, "Message has been received, but the total message length is more than 25 parts or message text which exceeds 4000 bytes as per our system limitation."),
    51: ("MISSING_TO", GeneralStatusGroup.REJECTED, 'The request has been received, however the "to" parameter has not been set or it is empty, i.e. there must be valid recipients to send the message.'),
}


class VoiceStatusGroup(IntCode):
    """Infobip: groups of the codes of VoiceStatus.

    From the page "Response status and error codes".
    """

    REJECTED = 5
    """Message has been received, but has either been rejected by Infobip, or the
    operator has reverted the rejected as final status.
    """

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _VOICE_STATUS_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _VOICE_STATUS_GROUP[self][1]

    @property
    def codes(self) -> tuple[VoiceStatus, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in VoiceStatus if code.group is self)


_VOICE_STATUS_GROUP: Final[dict[int, tuple[str, str]]] = {
    5: ("REJECTED", "Message has been received, but has either been rejected by Infobip, or the operator has reverted the rejected as final status."),
}


class VoiceStatus(IntCode):
    """Infobip: Voice status codes.

    From the page "Response status and error codes".
    """

    REJECTED_INVALID_DESTINATION = 52
    """The request has been received, however the destination is invalid - the number
    prefix is not correct as it does not match a valid number prefix by any mobile
    operator. Number length is also taken into consideration in verifying number number
    validity.

    Our advice: Stop sending to this address: correct it first.
    """
    REJECTED_INVALID_AUDIO_FILE_URL = 53
    """The URL of audio file is invalid and could not be read properly.

    Our advice: Fix the request, then resend.
    """
    REJECTED_UNSUPPORTED_LANGUAGE = 54
    """The language submitted within the request is not supported and request couldn't
    be processed correctly.

    Our advice: Fix the request, then resend.
    """
    REJECTED_MESSAGE_IS_EMPTY = 55
    """Native to Voice services, this status is returned in case there is no text sent
    in your Voice message request.

    Our advice: Fix the request, then resend.
    """
    REJECTED_INVALID_NOTIFY_URL = 56
    """Native to Voice services, this status is returned in case the notifyUrl parameter
    is not formatter properly. Please revisit the documentation here.

    Our advice: Fix the request, then resend.
    """
    REJECTED_INVALID_NOTIFY_CONTENT_TYPE = 57
    """Native to Voice services, this status is returned in case the notifyContentType
    parameter is not formatter properly. Please revisit the documentation on here.

    Our advice: Fix the request, then resend.
    """
    REJECTED_INVALID_DTMF_SIGN = 58
    """Defined value for repeating message is invalid and must be positive number.

    Our advice: Fix the request, then resend.

    Our note: The name speaks of a DTMF sign; the text speaks of repeating the message.
    """
    REJECTED_INVALID_DTMF_TIMEOUT = 59
    """Defined value for the waiting period is invalid and must be positive number.

    Our advice: Fix the request, then resend.
    """
    REJECTED_INVALID_RING_TIMEOUT = 60
    """Defined value for duration of call is invalid and must be positive number.

    Our advice: Fix the request, then resend.
    """
    REJECTED_INVALID_CALL_TIMEOUT = 61
    """Defined value for total period of call is invalid and must be positive number.

    Our advice: Fix the request, then resend.
    """
    REJECTED_INVALID_MACHINE_DETECTION = 62
    """The action which attempts to detect answering machines at the beginning of the
    call is invalid.

    Our advice: Fix the request, then resend.
    """
    REJECTED_INVALID_ACTIONS = 63
    """Actions submitted in HTTP API request are invalid.

    Our advice: Fix the request, then resend.
    """
    REJECTED_INVALID_ACTION_GROUPS = 64
    """Action groups submitted in HTTP API request are invalid.

    Our advice: Fix the request, then resend.
    """

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _VOICE_STATUS[self][0]

    @property
    def group(self) -> VoiceStatusGroup:
        """The group that the provider lists the code in."""
        return _VOICE_STATUS[self][1]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _VOICE_STATUS[self][2]


_VOICE_STATUS: Final[dict[int, tuple[str, VoiceStatusGroup, str]]] = {
    52: ("REJECTED_INVALID_DESTINATION", VoiceStatusGroup.REJECTED, "The request has been received, however the destination is invalid - the number prefix is not correct as it does not match a valid number prefix by any mobile operator. Number length is also taken into consideration in verifying number number validity."),
    53: ("REJECTED_INVALID_AUDIO_FILE_URL", VoiceStatusGroup.REJECTED, "The URL of audio file is invalid and could not be read properly."),
    54: ("REJECTED_UNSUPPORTED_LANGUAGE", VoiceStatusGroup.REJECTED, "The language submitted within the request is not supported and request couldn't be processed correctly."),
    55: ("REJECTED_MESSAGE_IS_EMPTY", VoiceStatusGroup.REJECTED, "Native to Voice services, this status is returned in case there is no text sent in your Voice message request."),
    56: ("REJECTED_INVALID_NOTIFY_URL", VoiceStatusGroup.REJECTED, "Native to Voice services, this status is returned in case the notifyUrl parameter is not formatter properly. Please revisit the documentation here."),
    57: ("REJECTED_INVALID_NOTIFY_CONTENT_TYPE", VoiceStatusGroup.REJECTED, "Native to Voice services, this status is returned in case the notifyContentType parameter is not formatter properly. Please revisit the documentation on here."),
    58: ("REJECTED_INVALID_DTMF_SIGN", VoiceStatusGroup.REJECTED, "Defined value for repeating message is invalid and must be positive number."),
    59: ("REJECTED_INVALID_DTMF_TIMEOUT", VoiceStatusGroup.REJECTED, "Defined value for the waiting period is invalid and must be positive number."),
    60: ("REJECTED_INVALID_RING_TIMEOUT", VoiceStatusGroup.REJECTED, "Defined value for duration of call is invalid and must be positive number."),
    61: ("REJECTED_INVALID_CALL_TIMEOUT", VoiceStatusGroup.REJECTED, "Defined value for total period of call is invalid and must be positive number."),
    62: ("REJECTED_INVALID_MACHINE_DETECTION", VoiceStatusGroup.REJECTED, "The action which attempts to detect answering machines at the beginning of the call is invalid."),
    63: ("REJECTED_INVALID_ACTIONS", VoiceStatusGroup.REJECTED, "Actions submitted in HTTP API request are invalid."),
    64: ("REJECTED_INVALID_ACTION_GROUPS", VoiceStatusGroup.REJECTED, "Action groups submitted in HTTP API request are invalid."),
}


class PushStatusGroup(IntCode):
    """Infobip: groups of the codes of PushStatus.

    From the page "Response status and error codes".
    """

    UNDELIVERABLE = 2
    """Message has not been delivered."""
    REJECTED = 5
    """Message has been received, but has either been rejected by Infobip, or the
    operator has reverted the rejected as final status.
    """

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _PUSH_STATUS_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _PUSH_STATUS_GROUP[self][1]

    @property
    def codes(self) -> tuple[PushStatus, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in PushStatus if code.group is self)


_PUSH_STATUS_GROUP: Final[dict[int, tuple[str, str]]] = {
    2: ("UNDELIVERABLE", "Message has not been delivered."),
    5: ("REJECTED", "Message has been received, but has either been rejected by Infobip, or the operator has reverted the rejected as final status."),
}


class PushStatus(IntCode):
    """Infobip: Push notifications status codes.

    From the page "Response status and error codes".
    """

    UNDELIVERABLE_NO_DESTINATION = 66
    """The status occurs when in Push API call in object TO defined filter which doesn't
    resolve any pushRegistrationIds as destinations for Push delivery. Field to is used
    to query the message recipient segment. For example you can try to target by some
    "tag" which doesn't exist at any of instances of requested ApplicationCode, then it
    will return "no destinations" as we couldn't find in our database anyone which would
    satisfy requested conditions. In another example, you may want to target all
    application instances (devices) with Android OS. In this case you have to use
    CloudType: GCM and API internally will resolve all destinations and will send
    message to all android devices linked to requested ApplicationCode. You also can
    check you valid registrations by filtering in our web interface. More information
    about User Data you can find at our SDK pages: iOS and Android

    Our advice: Fix the request, then resend.
    """
    REJECTED_NO_APPLICATION = 65
    """The status occurs when in Push API call is used invalid or not existent
    ApplicationCode in field from. Each application profile has it's own unique
    ApplicationCode. ApplicationCode is used in SDK as key identifier for Applicatoin
    installed on end user device being able to communicate with our platform. For the
    pair device + installed app pushRegistrationId is issued and it is uniquely linked
    to ApplicactionCode. It's possible to get all available applications here. Or check
    configuration here.

    Our advice: Fix the request, then resend.
    """

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _PUSH_STATUS[self][0]

    @property
    def group(self) -> PushStatusGroup:
        """The group that the provider lists the code in."""
        return _PUSH_STATUS[self][1]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _PUSH_STATUS[self][2]


_PUSH_STATUS: Final[dict[int, tuple[str, PushStatusGroup, str]]] = {
    66: ("UNDELIVERABLE_NO_DESTINATION", PushStatusGroup.UNDELIVERABLE, 'The status occurs when in Push API call in object TO defined filter which doesn\'t resolve any pushRegistrationIds as destinations for Push delivery. Field to is used to query the message recipient segment. For example you can try to target by some "tag" which doesn\'t exist at any of instances of requested ApplicationCode, then it will return "no destinations" as we couldn\'t find in our database anyone which would satisfy requested conditions. In another example, you may want to target all application instances (devices) with Android OS. In this case you have to use CloudType: GCM and API internally will resolve all destinations and will send message to all android devices linked to requested ApplicationCode. You also can check you valid registrations by filtering in our web interface. More information about User Data you can find at our SDK pages: iOS and Android'),
    65: ("REJECTED_NO_APPLICATION", PushStatusGroup.REJECTED, "The status occurs when in Push API call is used invalid or not existent ApplicationCode in field from. Each application profile has it's own unique ApplicationCode. ApplicationCode is used in SDK as key identifier for Applicatoin installed on end user device being able to communicate with our platform. For the pair device + installed app pushRegistrationId is issued and it is uniquely linked to ApplicactionCode. It's possible to get all available applications here. Or check configuration here."),
}


class GeneralErrorGroup(IntCode):
    """Infobip: groups of the codes of GeneralError.

    From the page "Response status and error codes".
    """

    OK = 0
    """The request has been completed successfully."""
    HANDSET_ERRORS = 1
    """The request has not been completed due to handset related issues."""
    USER_ERRORS = 2
    """User error occurred."""
    OPERATOR_ERRORS = 3
    """The request has not been completed due to operator issues."""

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _GENERAL_ERROR_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _GENERAL_ERROR_GROUP[self][1]

    @property
    def codes(self) -> tuple[GeneralError, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in GeneralError if code.group is self)


_GENERAL_ERROR_GROUP: Final[dict[int, tuple[str, str]]] = {
    0: ("OK", "The request has been completed successfully."),
    1: ("HANDSET_ERRORS", "The request has not been completed due to handset related issues."),
    2: ("USER_ERRORS", "User error occurred."),
    3: ("OPERATOR_ERRORS", "The request has not been completed due to operator issues."),
}


class GeneralError(IntCode):
    """Infobip: General error codes.

    From the page "Response status and error codes".
    """

    NO_ERROR = 0
    """There is no error description provided. Mostly returned for successful delivery
    or when error code was not returned by the operator.

    Our advice: Not stated whether a resend helps: ask a person.
    """
    EC_UNKNOWN_SUBSCRIBER = 1
    """The number does not exist or it has not been assigned to any active subscriber in
    the operator's user database.

    Our advice: Never resend, and stop sending to this address: it is invalid.
    """
    EC_UNIDENTIFIED_SUBSCRIBER = 5
    """Unidentified Subscriber

    Our advice: Retry later.
    """
    EC_ABSENT_SUBSCRIBER_SM = 6
    """The subscriber is detected unavailable, as there was no paging response from the
    handset. This is often due to the handset being switched off or in low signal area.
    Applies to MAP protocol version 3.

    Our advice: Retry later.
    """
    EC_ROAMING_NOT_ALLOWED = 8
    """The subscriber is currently in roaming at another country or other operator's
    infrastructure - roaming delivery is not guaranteed due to lack of roaming
    agreements between many different operator.

    Our advice: Retry later.
    """
    EC_ILLEGAL_SUBSCRIBER = 9
    """Illegal Subscriber

    Our advice: Never resend: it cannot succeed.
    """
    EC_TELESERVICE_NOT_PROVISIONED = 11
    """The subscriber's mobile service has been suspended by the operator.

    Our advice: Resend only after the recipient has changed something.
    """
    EC_ILLEGAL_EQUIPMENT = 12
    """Illegal Equipment

    Our advice: Resend only after the recipient has changed something.
    """
    EC_CALL_BARRED = 13
    """The subscriber is set to DND (Do Not Disturb) service, opting out of receiving
    any service traffic to their number.

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    EC_FACILITY_NOT_SUPPORTED = 21
    """Facility Not Supported

    Our advice: Retry later.
    """
    EC_ABSENT_SUBSCRIBER = 27
    """The subscriber is offline in the network, as confirmed by the handset's paging
    response. This is often due to the handset being switched off.

    Our advice: Retry later.
    """
    EC_SUBSCRIBER_BUSY_FOR_MT_SMS = 31
    """Subscriber Busy For Mt SMS

    Our advice: Retry later.
    """
    EC_SM_DELIVERY_FAILURE = 32
    """SM Delivery Failure

    Our advice: Retry later.
    """
    EC_MESSAGE_WAITING_LIST_FULL = 33
    """Message Waiting List Full

    Our advice: Retry later.
    """
    EC_SYSTEM_FAILURE = 34
    """System Failure

    Our advice: Retry later.
    """
    EC_DATA_MISSING = 35
    """Data Missing

    Our advice: Retry later.
    """
    EC_UNEXPECTED_DATA_VALUE = 36
    """Unexpected Data Value

    Our advice: Retry later.
    """
    EC_UNKNOWN_ERROR = 255
    """Unknown Error

    Our advice: Not stated whether a resend helps: ask a person.
    """
    EC_SM_DF_MEMORYCAPACITYEXCEEDED = 256
    """SM DF Memory Capacity Exceeded

    Our advice: Retry later.
    """
    EC_SM_DF_EQUIPMENTPROTOCOLERROR = 257
    """SM DF Equipment Protocol Error

    Our advice: Retry later.
    """
    EC_SM_DF_EQUIPMENTNOTSM_EQUIPPED = 258
    """SM DF Equipment Not SM Equipped

    Our advice: Resend only after the recipient has changed something.
    """
    EC_SM_DF_UNKNOWNSERVICECENTRE = 259
    """SM DF Unknown Service Centre

    Our advice: Retry later.
    """
    EC_SM_DF_SC_CONGESTION = 260
    """SM DF Sc Congestion

    Our advice: Retry later.
    """
    EC_SM_DF_INVALIDSME_ADDRESS = 261
    """SM DF InvalidSME Address

    Our advice: Retry later.
    """
    EC_SM_DF_SUBSCRIBERNOTSC_SUBSCRIBER = 262
    """SM DF Subscribernotsc Subscriber

    Our advice: Resend only after the recipient has changed something.
    """
    EC_PROVIDER_GENERAL_ERROR = 500
    """Provider General Error

    Our advice: Retry later.
    """
    EC_NO_RESPONSE = 502
    """The message has been successfully processed and forwarded to the operator, but no
    response was returned from the operator upon message submit request, or such error
    was reverted by the operator. The error also applies to similar errors on SS7
    network level.

    Our advice: Retry later. A resend may arrive twice.
    """
    EC_SERVICE_COMPLETION_FAILURE = 503
    """Service Completion Failure

    Our advice: Retry later.
    """
    EC_UNEXPECTED_RESPONSE_FROM_PEER = 504
    """Unexpected Response From Peer

    Our advice: Retry later.
    """
    EC_MISTYPED_PARAMETER = 507
    """Mistyped Parameter

    Our advice: Retry later.
    """
    EC_NOT_SUPPORTED_SERVICE = 508
    """Not Supported Service

    Our advice: Retry later.
    """
    EC_DUPLICATED_INVOKE_ID = 509
    """Duplicated Invoke Id

    Our advice: Retry later.
    """
    EC_OR_APPCONTEXTNOTSUPPORTED = 1024
    """App Context Not Supported

    Our advice: Retry later.
    """
    EC_OR_INVALIDDESTINATIONREFERENCE = 1025
    """Invalid Destination Reference

    Our advice: Retry later.
    """
    EC_OR_INVALIDORIGINATINGREFERENCE = 1026
    """Invalid Originating Reference

    Our advice: Retry later.
    """
    EC_OR_ENCAPSULATEDAC_NOTSUPPORTED = 1027
    """Encapsulated AC Not Supported

    Our advice: Retry later.
    """
    EC_OR_TRANSPORTPROTECTIONNOTADEQUATE = 1028
    """Transport Protection Not Adequate

    Our advice: Retry later.
    """
    EC_OR_NOREASONGIVEN = 1029
    """No Reason Given

    Our advice: Retry later.
    """
    EC_OR_POTENTIALVERSIONINCOMPATIBILITY = 1030
    """Potential Version Incompatibility

    Our advice: Retry later.
    """
    EC_OR_REMOTENODENOTREACHABLE = 1031
    """Remote Node Not Reachable

    Our advice: Retry later.
    """
    EC_NNR_NOTRANSLATIONFORANADDRESSOFSUCHNATURE = 1152
    """No Translation For An Address Of Such Nature

    Our advice: Retry later.
    """
    EC_NNR_NOTRANSLATIONFORTHISSPECIFICADDRESS = 1153
    """No Translation For This Specific Address

    Our advice: Retry later.
    """
    EC_NNR_SUBSYSTEMCONGESTION = 1154
    """Subsystem Congestion

    Our advice: Retry later.
    """
    EC_NNR_SUBSYSTEMFAILURE = 1155
    """Subsystem Failure

    Our advice: Retry later.
    """
    EC_NNR_UNEQUIPPEDUSER = 1156
    """Unequipped User

    Our advice: Retry later.
    """
    EC_NNR_MTPFAILURE = 1157
    """MTP Failure

    Our advice: Retry later.
    """
    EC_NNR_NETWORKCONGESTION = 1158
    """The request had failed due to network congestion at the time of submission.

    Our advice: Retry later.
    """
    EC_NNR_UNQUALIFIED = 1159
    """Unqualified

    Our advice: Retry later.
    """
    EC_NNR_ERRORINMESSAGETRANSPORTXUDT = 1160
    """Error In Message Transport XUDT

    Our advice: Retry later.
    """
    EC_NNR_ERRORINLOCALPROCESSINGXUDT = 1161
    """Error In Local Processing XUDT

    Our advice: Retry later.
    """
    EC_NNR_DESTINATIONCANNOTPERFORMREASSEMBLYXUDT = 1162
    """Destination Cannot Perform Reassembly XUDT

    Our advice: Retry later.
    """
    EC_NNR_SCCPFAILURE = 1163
    """SCCP Failure

    Our advice: Retry later.
    """
    EC_NNR_HOPCOUNTERVIOLATION = 1164
    """Hop Counter Violation

    Our advice: Retry later.
    """
    EC_NNR_SEGMENTATIONNOTSUPPORTED = 1165
    """Segmentation Not Supported

    Our advice: Retry later.
    """
    EC_NNR_SEGMENTATIONFAILURE = 1166
    """Segmentation Failure

    Our advice: Retry later.
    """
    EC_UA_USERSPECIFICREASON = 1281
    """User Specific Reason

    Our advice: Retry later.
    """
    EC_UA_USERRESOURCELIMITATION = 1282
    """User Resource Limitation

    Our advice: Retry later.
    """
    EC_UA_RESOURCEUNAVAILABLE = 1283
    """Resource Unavailable

    Our advice: Retry later.
    """
    EC_UA_APPLICATIONPROCEDURECANCELLATION = 1284
    """Application Procedure Cancellation

    Our advice: Retry later.
    """
    EC_PA_PROVIDERMALFUNCTION = 1536
    """Provider Malfunction

    Our advice: Retry later.
    """
    EC_PA_SUPPORTINGDIALOGORTRANSACTIONREALEASED = 1537
    """Supporting Dialog Or Transaction Realeased

    Our advice: Retry later.
    """
    EC_PA_RESSOURCELIMITATION = 1538
    """Resource Limitation

    Our advice: Retry later.
    """
    EC_PA_MAINTENANCEACTIVITY = 1539
    """Maintenance Activity

    Our advice: Retry later.
    """
    EC_PA_VERSIONINCOMPATIBILITY = 1540
    """Version Incompatibility

    Our advice: Retry later.
    """
    EC_PA_ABNORMALMAPDIALOG = 1541
    """Abnormal Map Dialog

    Our advice: Retry later.
    """
    EC_NC_ABNORMALEVENTDETECTEDBYPEER = 1792
    """Abnormal Event Detected By Peer

    Our advice: Retry later.
    """
    EC_NC_RESPONSEREJECTEDBYPEER = 1793
    """Response Rejected By Peer

    Our advice: Retry later.
    """
    EC_NC_ABNORMALEVENTRECEIVEDFROMPEER = 1794
    """Abnormal Event Received From Peer

    Our advice: Retry later.
    """
    EC_NC_MESSAGECANNOTBEDELIVEREDTOPEER = 1795
    """Message Cannot Be Delivered To Peer

    Our advice: Retry later.
    """
    EC_NC_PROVIDEROUTOFINVOKE = 1796
    """Provider Out Of Invoke

    Our advice: Retry later.
    """
    EC_IMSI_BLACKLISTED = 2049
    """IMSI blacklisted.

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    EC_BLACKLISTED_DESTINATIONADDRESS = 2052
    """The destination number has been blacklisted either at the operator request or on
    your account via Infobip web portals - please remove the blacklist on your account
    via portal.infobip.com or contact Support for more information.

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    EC_SOURCE_ADDRESS_BLACKLISTED = 2053
    """Source address is blacklisted on infobip account.

    Our advice: Fix your account or contract, then resend.
    """
    EC_INVALID_PDU_FORMAT = 4096
    """Invalid PDU Format.

    Our advice: Fix the request, then resend.
    """
    EC_MESSAGE_CANCELED = 4100
    """The request was received, but has not been sent to the next instance within its
    validity period, and is expired with the appropriate error code EC_MESSAGE_CANCELED,
    or the same error code was reverted from the operator.

    Our advice: Retry later.
    """
    EC_VALIDITYEXPIRED = 4101
    """The message was sent to the next instance, and has not been delivered within the
    message validity period, thus it is expired with the appropriate error code
    EC_VALIDITYEXPIRED or the error code was reverted from the operator.

    Our advice: Retry later.
    """
    EC_BEARER_SERVICE_NOT_PROVISIONED = 10
    """Bearer Service Not Provisioned

    Our advice: Resend only after the recipient has changed something.
    """
    EC_SS_INCOMPATIBILITY = 20
    """SS Incompatibility

    Our advice: Retry later.
    """
    EC_RESOURCE_LIMITATION = 51
    """Indicates that invoked MAP operation could not be finished due the network
    congestion - this is an SS7 network congestion error on MAP protocol level.

    Our advice: Retry later.

    Our note: The page calls this permanent, though the text speaks of congestion.
    """
    EC_UNKNOWN_ALPHABET = 71
    """Unknown Alphabet

    Our advice: Fix the request, then resend.
    """
    EC_INVALID_RESPONSE_RECEIVED = 501
    """Invalid Response Received

    Our advice: Retry later.
    """
    EC_TIME_OUT = 2048
    """Time Out

    Our advice: Retry later.
    """
    EC_DEST_ADDRESS_BLACKLISTED = 2050
    """The number was found blacklisted in the DND (Do Not Disturb) blacklist provided
    by the operator, or the same error code was reverted by the operator.

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    EC_INVALIDMSCADDRESS = 2051
    """Text blacklisted

    Our advice: Fix the request, then resend.

    Our note: The text says that the message text is blacklisted; the name says that an
    MSC address is invalid.
    """
    EC_NOTSUBMITTEDTOGMSC = 4097
    """Not Submitted To GMSC

    Our advice: Retry later.
    """
    EC_NOTSUBMITTEDTOSMPPCHANNEL = 4102
    """Not Submitted To Smpp Channel

    Our advice: Retry later.
    """

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _GENERAL_ERROR[self][0]

    @property
    def permanent(self) -> bool:
        """Whether the provider calls the condition permanent."""
        return _GENERAL_ERROR[self][1]

    @property
    def group(self) -> GeneralErrorGroup:
        """The group that the provider lists the code in."""
        return _GENERAL_ERROR[self][2]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _GENERAL_ERROR[self][3]


_GENERAL_ERROR: Final[dict[int, tuple[str, bool, GeneralErrorGroup, str]]] = {
    0: ("NO_ERROR", False, GeneralErrorGroup.OK, "There is no error description provided. Mostly returned for successful delivery or when error code was not returned by the operator."),
    1: ("EC_UNKNOWN_SUBSCRIBER", True, GeneralErrorGroup.HANDSET_ERRORS, "The number does not exist or it has not been assigned to any active subscriber in the operator's user database."),
    5: ("EC_UNIDENTIFIED_SUBSCRIBER", False, GeneralErrorGroup.HANDSET_ERRORS, "Unidentified Subscriber"),
    6: ("EC_ABSENT_SUBSCRIBER_SM", False, GeneralErrorGroup.HANDSET_ERRORS, "The subscriber is detected unavailable, as there was no paging response from the handset. This is often due to the handset being switched off or in low signal area. Applies to MAP protocol version 3."),
    8: ("EC_ROAMING_NOT_ALLOWED", False, GeneralErrorGroup.HANDSET_ERRORS, "The subscriber is currently in roaming at another country or other operator's infrastructure - roaming delivery is not guaranteed due to lack of roaming agreements between many different operator."),
    9: ("EC_ILLEGAL_SUBSCRIBER", True, GeneralErrorGroup.HANDSET_ERRORS, "Illegal Subscriber"),
    11: ("EC_TELESERVICE_NOT_PROVISIONED", True, GeneralErrorGroup.HANDSET_ERRORS, "The subscriber's mobile service has been suspended by the operator."),
    12: ("EC_ILLEGAL_EQUIPMENT", True, GeneralErrorGroup.HANDSET_ERRORS, "Illegal Equipment"),
    13: ("EC_CALL_BARRED", False, GeneralErrorGroup.HANDSET_ERRORS, "The subscriber is set to DND (Do Not Disturb) service, opting out of receiving any service traffic to their number."),
    21: ("EC_FACILITY_NOT_SUPPORTED", False, GeneralErrorGroup.HANDSET_ERRORS, "Facility Not Supported"),
    27: ("EC_ABSENT_SUBSCRIBER", False, GeneralErrorGroup.HANDSET_ERRORS, "The subscriber is offline in the network, as confirmed by the handset's paging response. This is often due to the handset being switched off."),
    31: ("EC_SUBSCRIBER_BUSY_FOR_MT_SMS", False, GeneralErrorGroup.HANDSET_ERRORS, "Subscriber Busy For Mt SMS"),
    32: ("EC_SM_DELIVERY_FAILURE", False, GeneralErrorGroup.HANDSET_ERRORS, "SM Delivery Failure"),
    33: ("EC_MESSAGE_WAITING_LIST_FULL", False, GeneralErrorGroup.HANDSET_ERRORS, "Message Waiting List Full"),
    34: ("EC_SYSTEM_FAILURE", False, GeneralErrorGroup.HANDSET_ERRORS, "System Failure"),
    35: ("EC_DATA_MISSING", False, GeneralErrorGroup.HANDSET_ERRORS, "Data Missing"),
    36: ("EC_UNEXPECTED_DATA_VALUE", False, GeneralErrorGroup.HANDSET_ERRORS, "Unexpected Data Value"),
    255: ("EC_UNKNOWN_ERROR", False, GeneralErrorGroup.HANDSET_ERRORS, "Unknown Error"),
    256: ("EC_SM_DF_MEMORYCAPACITYEXCEEDED", False, GeneralErrorGroup.HANDSET_ERRORS, "SM DF Memory Capacity Exceeded"),
    257: ("EC_SM_DF_EQUIPMENTPROTOCOLERROR", False, GeneralErrorGroup.HANDSET_ERRORS, "SM DF Equipment Protocol Error"),
    258: ("EC_SM_DF_EQUIPMENTNOTSM_EQUIPPED", False, GeneralErrorGroup.HANDSET_ERRORS, "SM DF Equipment Not SM Equipped"),
    259: ("EC_SM_DF_UNKNOWNSERVICECENTRE", False, GeneralErrorGroup.HANDSET_ERRORS, "SM DF Unknown Service Centre"),
    260: ("EC_SM_DF_SC_CONGESTION", False, GeneralErrorGroup.HANDSET_ERRORS, "SM DF Sc Congestion"),
    261: ("EC_SM_DF_INVALIDSME_ADDRESS", False, GeneralErrorGroup.HANDSET_ERRORS, "SM DF InvalidSME Address"),
    262: ("EC_SM_DF_SUBSCRIBERNOTSC_SUBSCRIBER", False, GeneralErrorGroup.HANDSET_ERRORS, "SM DF Subscribernotsc Subscriber"),
    500: ("EC_PROVIDER_GENERAL_ERROR", False, GeneralErrorGroup.HANDSET_ERRORS, "Provider General Error"),
    502: ("EC_NO_RESPONSE", False, GeneralErrorGroup.HANDSET_ERRORS, "The message has been successfully processed and forwarded to the operator, but no response was returned from the operator upon message submit request, or such error was reverted by the operator. The error also applies to similar errors on SS7 network level."),
    503: ("EC_SERVICE_COMPLETION_FAILURE", False, GeneralErrorGroup.HANDSET_ERRORS, "Service Completion Failure"),
    504: ("EC_UNEXPECTED_RESPONSE_FROM_PEER", False, GeneralErrorGroup.HANDSET_ERRORS, "Unexpected Response From Peer"),
    507: ("EC_MISTYPED_PARAMETER", False, GeneralErrorGroup.HANDSET_ERRORS, "Mistyped Parameter"),
    508: ("EC_NOT_SUPPORTED_SERVICE", False, GeneralErrorGroup.HANDSET_ERRORS, "Not Supported Service"),
    509: ("EC_DUPLICATED_INVOKE_ID", False, GeneralErrorGroup.HANDSET_ERRORS, "Duplicated Invoke Id"),
    1024: ("EC_OR_APPCONTEXTNOTSUPPORTED", False, GeneralErrorGroup.HANDSET_ERRORS, "App Context Not Supported"),
    1025: ("EC_OR_INVALIDDESTINATIONREFERENCE", False, GeneralErrorGroup.HANDSET_ERRORS, "Invalid Destination Reference"),
    1026: ("EC_OR_INVALIDORIGINATINGREFERENCE", False, GeneralErrorGroup.HANDSET_ERRORS, "Invalid Originating Reference"),
    1027: ("EC_OR_ENCAPSULATEDAC_NOTSUPPORTED", False, GeneralErrorGroup.HANDSET_ERRORS, "Encapsulated AC Not Supported"),
    1028: ("EC_OR_TRANSPORTPROTECTIONNOTADEQUATE", False, GeneralErrorGroup.HANDSET_ERRORS, "Transport Protection Not Adequate"),
    1029: ("EC_OR_NOREASONGIVEN", False, GeneralErrorGroup.HANDSET_ERRORS, "No Reason Given"),
    1030: ("EC_OR_POTENTIALVERSIONINCOMPATIBILITY", False, GeneralErrorGroup.HANDSET_ERRORS, "Potential Version Incompatibility"),
    1031: ("EC_OR_REMOTENODENOTREACHABLE", False, GeneralErrorGroup.HANDSET_ERRORS, "Remote Node Not Reachable"),
    1152: ("EC_NNR_NOTRANSLATIONFORANADDRESSOFSUCHNATURE", False, GeneralErrorGroup.HANDSET_ERRORS, "No Translation For An Address Of Such Nature"),
    1153: ("EC_NNR_NOTRANSLATIONFORTHISSPECIFICADDRESS", False, GeneralErrorGroup.HANDSET_ERRORS, "No Translation For This Specific Address"),
    1154: ("EC_NNR_SUBSYSTEMCONGESTION", False, GeneralErrorGroup.HANDSET_ERRORS, "Subsystem Congestion"),
    1155: ("EC_NNR_SUBSYSTEMFAILURE", False, GeneralErrorGroup.HANDSET_ERRORS, "Subsystem Failure"),
    1156: ("EC_NNR_UNEQUIPPEDUSER", False, GeneralErrorGroup.HANDSET_ERRORS, "Unequipped User"),
    1157: ("EC_NNR_MTPFAILURE", False, GeneralErrorGroup.HANDSET_ERRORS, "MTP Failure"),
    1158: ("EC_NNR_NETWORKCONGESTION", False, GeneralErrorGroup.HANDSET_ERRORS, "The request had failed due to network congestion at the time of submission."),
    1159: ("EC_NNR_UNQUALIFIED", False, GeneralErrorGroup.HANDSET_ERRORS, "Unqualified"),
    1160: ("EC_NNR_ERRORINMESSAGETRANSPORTXUDT", False, GeneralErrorGroup.HANDSET_ERRORS, "Error In Message Transport XUDT"),
    1161: ("EC_NNR_ERRORINLOCALPROCESSINGXUDT", False, GeneralErrorGroup.HANDSET_ERRORS, "Error In Local Processing XUDT"),
    1162: ("EC_NNR_DESTINATIONCANNOTPERFORMREASSEMBLYXUDT", False, GeneralErrorGroup.HANDSET_ERRORS, "Destination Cannot Perform Reassembly XUDT"),
    1163: ("EC_NNR_SCCPFAILURE", False, GeneralErrorGroup.HANDSET_ERRORS, "SCCP Failure"),
    1164: ("EC_NNR_HOPCOUNTERVIOLATION", False, GeneralErrorGroup.HANDSET_ERRORS, "Hop Counter Violation"),
    1165: ("EC_NNR_SEGMENTATIONNOTSUPPORTED", False, GeneralErrorGroup.HANDSET_ERRORS, "Segmentation Not Supported"),
    1166: ("EC_NNR_SEGMENTATIONFAILURE", False, GeneralErrorGroup.HANDSET_ERRORS, "Segmentation Failure"),
    1281: ("EC_UA_USERSPECIFICREASON", False, GeneralErrorGroup.HANDSET_ERRORS, "User Specific Reason"),
    1282: ("EC_UA_USERRESOURCELIMITATION", False, GeneralErrorGroup.HANDSET_ERRORS, "User Resource Limitation"),
    1283: ("EC_UA_RESOURCEUNAVAILABLE", False, GeneralErrorGroup.HANDSET_ERRORS, "Resource Unavailable"),
    1284: ("EC_UA_APPLICATIONPROCEDURECANCELLATION", False, GeneralErrorGroup.HANDSET_ERRORS, "Application Procedure Cancellation"),
    1536: ("EC_PA_PROVIDERMALFUNCTION", False, GeneralErrorGroup.HANDSET_ERRORS, "Provider Malfunction"),
    1537: ("EC_PA_SUPPORTINGDIALOGORTRANSACTIONREALEASED", False, GeneralErrorGroup.HANDSET_ERRORS, "Supporting Dialog Or Transaction Realeased"),
    1538: ("EC_PA_RESSOURCELIMITATION", False, GeneralErrorGroup.HANDSET_ERRORS, "Resource Limitation"),
    1539: ("EC_PA_MAINTENANCEACTIVITY", False, GeneralErrorGroup.HANDSET_ERRORS, "Maintenance Activity"),
    1540: ("EC_PA_VERSIONINCOMPATIBILITY", False, GeneralErrorGroup.HANDSET_ERRORS, "Version Incompatibility"),
    1541: ("EC_PA_ABNORMALMAPDIALOG", False, GeneralErrorGroup.HANDSET_ERRORS, "Abnormal Map Dialog"),
    1792: ("EC_NC_ABNORMALEVENTDETECTEDBYPEER", False, GeneralErrorGroup.HANDSET_ERRORS, "Abnormal Event Detected By Peer"),
    1793: ("EC_NC_RESPONSEREJECTEDBYPEER", False, GeneralErrorGroup.HANDSET_ERRORS, "Response Rejected By Peer"),
    1794: ("EC_NC_ABNORMALEVENTRECEIVEDFROMPEER", False, GeneralErrorGroup.HANDSET_ERRORS, "Abnormal Event Received From Peer"),
    1795: ("EC_NC_MESSAGECANNOTBEDELIVEREDTOPEER", False, GeneralErrorGroup.HANDSET_ERRORS, "Message Cannot Be Delivered To Peer"),
    1796: ("EC_NC_PROVIDEROUTOFINVOKE", False, GeneralErrorGroup.HANDSET_ERRORS, "Provider Out Of Invoke"),
    2049: ("EC_IMSI_BLACKLISTED", True, GeneralErrorGroup.USER_ERRORS, "IMSI blacklisted."),
    2052: ("EC_BLACKLISTED_DESTINATIONADDRESS", True, GeneralErrorGroup.USER_ERRORS, "The destination number has been blacklisted either at the operator request or on your account via Infobip web portals - please remove the blacklist on your account via portal.infobip.com or contact Support for more information."),
    2053: ("EC_SOURCE_ADDRESS_BLACKLISTED", True, GeneralErrorGroup.USER_ERRORS, "Source address is blacklisted on infobip account."),
    4096: ("EC_INVALID_PDU_FORMAT", True, GeneralErrorGroup.USER_ERRORS, "Invalid PDU Format."),
    4100: ("EC_MESSAGE_CANCELED", True, GeneralErrorGroup.USER_ERRORS, "The request was received, but has not been sent to the next instance within its validity period, and is expired with the appropriate error code EC_MESSAGE_CANCELED, or the same error code was reverted from the operator."),
    4101: ("EC_VALIDITYEXPIRED", True, GeneralErrorGroup.USER_ERRORS, "The message was sent to the next instance, and has not been delivered within the message validity period, thus it is expired with the appropriate error code EC_VALIDITYEXPIRED or the error code was reverted from the operator."),
    10: ("EC_BEARER_SERVICE_NOT_PROVISIONED", True, GeneralErrorGroup.OPERATOR_ERRORS, "Bearer Service Not Provisioned"),
    20: ("EC_SS_INCOMPATIBILITY", False, GeneralErrorGroup.OPERATOR_ERRORS, "SS Incompatibility"),
    51: ("EC_RESOURCE_LIMITATION", True, GeneralErrorGroup.OPERATOR_ERRORS, "Indicates that invoked MAP operation could not be finished due the network congestion - this is an SS7 network congestion error on MAP protocol level."),
    71: ("EC_UNKNOWN_ALPHABET", False, GeneralErrorGroup.OPERATOR_ERRORS, "Unknown Alphabet"),
    501: ("EC_INVALID_RESPONSE_RECEIVED", False, GeneralErrorGroup.OPERATOR_ERRORS, "Invalid Response Received"),
    2048: ("EC_TIME_OUT", False, GeneralErrorGroup.OPERATOR_ERRORS, "Time Out"),
    2050: ("EC_DEST_ADDRESS_BLACKLISTED", True, GeneralErrorGroup.OPERATOR_ERRORS, "The number was found blacklisted in the DND (Do Not Disturb) blacklist provided by the operator, or the same error code was reverted by the operator."),
    2051: ("EC_INVALIDMSCADDRESS", False, GeneralErrorGroup.OPERATOR_ERRORS, "Text blacklisted"),
    4097: ("EC_NOTSUBMITTEDTOGMSC", False, GeneralErrorGroup.OPERATOR_ERRORS, "Not Submitted To GMSC"),
    4102: ("EC_NOTSUBMITTEDTOSMPPCHANNEL", True, GeneralErrorGroup.OPERATOR_ERRORS, "Not Submitted To Smpp Channel"),
}


class VoiceErrorGroup(IntCode):
    """Infobip: groups of the codes of VoiceError.

    From the page "Response status and error codes".
    """

    OK = 0
    """The request has been completed successfully."""
    HANDSET_ERRORS = 1
    """The request has not been completed due to handset related issues."""
    OPERATOR_ERRORS = 3
    """The request has not been completed due to operator issues."""

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _VOICE_ERROR_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _VOICE_ERROR_GROUP[self][1]

    @property
    def codes(self) -> tuple[VoiceError, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in VoiceError if code.group is self)


_VOICE_ERROR_GROUP: Final[dict[int, tuple[str, str]]] = {
    0: ("OK", "The request has been completed successfully."),
    1: ("HANDSET_ERRORS", "The request has not been completed due to handset related issues."),
    3: ("OPERATOR_ERRORS", "The request has not been completed due to operator issues."),
}


class VoiceError(IntCode):
    """Infobip: Voice error codes.

    From the page "Response status and error codes".
    """

    VOICE_ANSWERED = 5000
    """The call has been received and answered.

    Our advice: Do not resend: it arrived.

    Our note: The page calls this permanent, though it is no failure.
    """
    VOICE_ANSWERED_MACHINE = 5001
    """The call has been received and answered by a voice machine.

    Our advice: Do not resend: it arrived.

    Our note: The page calls this permanent, though it is no failure.
    """
    EC_VOICE_ERROR_TEMPORARILY_NOT_AVAILABLE = 5480
    """Destination address is currently not available.

    Our advice: Retry later.
    """
    EC_VOICE_USER_BUSY = 5002
    """The end user is currently busy to receive the Voice call.

    Our advice: Retry later.

    Our note: The page calls this permanent, though the text speaks of the moment.
    """
    EC_VOICE_NO_ANSWER = 5003
    """The end user received a call but didn't answer it.

    Our advice: Retry later.

    Our note: The page calls this permanent, though the text speaks of one call.
    """
    EC_VOICE_ERROR_DOWNLOADING_FILE = 5004
    """The file specified in the HTTP request is inaccessible, and could not have been
    downloaded.

    Our advice: Fix the request, then resend.
    """
    EC_VOICE_ERROR_UNSUPPORTED_AUDIO_FORMAT = 5005
    """Format of the file specified is not supported.

    Our advice: Fix the request, then resend.
    """
    EC_VOICE_ERROR_BAD_REQUEST_5400 = 5400
    """Received request was rejected because is wasn't formatted correctly.

    Our advice: Fix the request, then resend.
    """
    EC_VOICE_ERROR_FORBIDDEN = 5403
    """Received request was rejected by the operator.

    Our advice: Not stated whether a resend helps: ask a person.
    """
    EC_VOICE_ERROR_DESTINATION_NOT_FOUND = 5404
    """The server has definitive information that the user does not exist at the domain
    specified in the Request-URI.

    Our advice: Never resend, and stop sending to this address: it is invalid.
    """
    EC_VOICE_ERROR_PROXY_AUTHENTICATION_REQUIRED = 5407
    """The request requires user authentication on the operator's end.

    Our advice: Resend only after the provider has fixed it.
    """
    EC_VOICE_ERROR_REQUEST_TIMEOUT = 5408
    """There was no coverage for specific destination number or the end user couldn't be
    found on time during the call.

    Our advice: Retry later.
    """
    EC_VOICE_ERROR_GONE = 5410
    """The user existed once, but operator doesn't support destination address anymore.

    Our advice: Never resend, and stop sending to this address: it is invalid.
    """
    EC_VOICE_ERROR_REQUEST_ENTITY_TOO_LARGE = 5413
    """Request entity-body is larger than the server is willing or able to process.

    Our advice: Fix the request, then resend.
    """
    EC_VOICE_ERROR_REQUEST_URI_TOO_LONG = 5414
    """The server is refusing to process the request because the Request-URI is longer
    than the server is willing to interpret (destination too long).

    Our advice: Stop sending to this address: correct it first.
    """
    EC_VOICE_UNSUPPORTED_MEDIA_TYPE = 5415
    """Format of the file is not supported.

    Our advice: Fix the request, then resend.
    """
    EC_VOICE_ERROR_ADDRESS_INCOMPLETE = 5484
    """Specified destination number is incomplete.

    Our advice: Stop sending to this address: correct it first.
    """
    EC_VOICE_ERROR_REQUEST_TERMINATED = 5487
    """Request has terminated by a cancel button and end user refused to receive a voice
    call.

    Our advice: Retry later.
    """
    EC_VOICE_ERROR_NOT_ACCEPTABLE_HERE = 5488
    """The format of the request is not acceptable on operator's end.

    Our advice: Resend only after the provider has fixed it.
    """
    EC_VOICE_ERROR_REQUEST_PENDING = 5491
    """The format of the request is not supported on operator's end.

    Our advice: Retry later.
    """
    EC_DUPLICATE_MESSAGE = 5492
    """The same voice message has already been sent to this destination address.

    Our advice: Never resend: the provider already has it.
    """
    EC_VOICE_NOT_IMPLEMENTED = 5501
    """Submitted request is not supported on operator's end.

    Our advice: Resend only after the operator has fixed it.
    """
    EC_VOICE_SERVICE_UNAVAILABLE = 5503
    """The service failed to complete the request.

    Our advice: Retry later.
    """

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _VOICE_ERROR[self][0]

    @property
    def permanent(self) -> bool:
        """Whether the provider calls the condition permanent."""
        return _VOICE_ERROR[self][1]

    @property
    def group(self) -> VoiceErrorGroup:
        """The group that the provider lists the code in."""
        return _VOICE_ERROR[self][2]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _VOICE_ERROR[self][3]


_VOICE_ERROR: Final[dict[int, tuple[str, bool, VoiceErrorGroup, str]]] = {
    5000: ("VOICE_ANSWERED", True, VoiceErrorGroup.OK, "The call has been received and answered."),
    5001: ("VOICE_ANSWERED_MACHINE", True, VoiceErrorGroup.OK, "The call has been received and answered by a voice machine."),
    5480: ("EC_VOICE_ERROR_TEMPORARILY_NOT_AVAILABLE", False, VoiceErrorGroup.HANDSET_ERRORS, "Destination address is currently not available."),
    5002: ("EC_VOICE_USER_BUSY", True, VoiceErrorGroup.OPERATOR_ERRORS, "The end user is currently busy to receive the Voice call."),
    5003: ("EC_VOICE_NO_ANSWER", True, VoiceErrorGroup.OPERATOR_ERRORS, "The end user received a call but didn't answer it."),
    5004: ("EC_VOICE_ERROR_DOWNLOADING_FILE", True, VoiceErrorGroup.OPERATOR_ERRORS, "The file specified in the HTTP request is inaccessible, and could not have been downloaded."),
    5005: ("EC_VOICE_ERROR_UNSUPPORTED_AUDIO_FORMAT", True, VoiceErrorGroup.OPERATOR_ERRORS, "Format of the file specified is not supported."),
    5400: ("EC_VOICE_ERROR_BAD_REQUEST", False, VoiceErrorGroup.OPERATOR_ERRORS, "Received request was rejected because is wasn't formatted correctly."),
    5403: ("EC_VOICE_ERROR_BAD_REQUEST", False, VoiceErrorGroup.OPERATOR_ERRORS, "Received request was rejected by the operator."),
    5404: ("EC_VOICE_ERROR_DESTINATION_NOT_FOUND", False, VoiceErrorGroup.OPERATOR_ERRORS, "The server has definitive information that the user does not exist at the domain specified in the Request-URI."),
    5407: ("EC_VOICE_ERROR_PROXY_AUTHENTICATION_REQUIRED", False, VoiceErrorGroup.OPERATOR_ERRORS, "The request requires user authentication on the operator's end."),
    5408: ("EC_VOICE_ERROR_BAD_REQUEST", False, VoiceErrorGroup.OPERATOR_ERRORS, "There was no coverage for specific destination number or the end user couldn't be found on time during the call."),
    5410: ("EC_VOICE_ERROR_GONE", False, VoiceErrorGroup.OPERATOR_ERRORS, "The user existed once, but operator doesn't support destination address anymore."),
    5413: ("EC_VOICE_ERROR_REQUEST_ENTITY_TOO_LARGE", False, VoiceErrorGroup.OPERATOR_ERRORS, "Request entity-body is larger than the server is willing or able to process."),
    5414: ("EC_VOICE_ERROR_REQUEST_URI_TOO_LONG", False, VoiceErrorGroup.OPERATOR_ERRORS, "The server is refusing to process the request because the Request-URI is longer than the server is willing to interpret (destination too long)."),
    5415: ("EC_VOICE_UNSUPPORTED_MEDIA_TYPE", False, VoiceErrorGroup.OPERATOR_ERRORS, "Format of the file is not supported."),
    5484: ("EC_VOICE_ERROR_ADDRESS_INCOMPLETE", False, VoiceErrorGroup.OPERATOR_ERRORS, "Specified destination number is incomplete."),
    5487: ("EC_VOICE_ERROR_BAD_REQUEST", False, VoiceErrorGroup.OPERATOR_ERRORS, "Request has terminated by a cancel button and end user refused to receive a voice call."),
    5488: ("EC_VOICE_ERROR_NOT_ACCEPTABLE_HERE", False, VoiceErrorGroup.OPERATOR_ERRORS, "The format of the request is not acceptable on operator's end."),
    5491: ("EC_VOICE_ERROR_BAD_REQUEST", False, VoiceErrorGroup.OPERATOR_ERRORS, "The format of the request is not supported on operator's end."),
    5492: ("EC_DUPLICATE_MESSAGE", True, VoiceErrorGroup.OPERATOR_ERRORS, "The same voice message has already been sent to this destination address."),
    5501: ("EC_VOICE_NOT_IMPLEMENTED", True, VoiceErrorGroup.OPERATOR_ERRORS, "Submitted request is not supported on operator's end."),
    5503: ("EC_VOICE_SERVICE_UNAVAILABLE", True, VoiceErrorGroup.OPERATOR_ERRORS, "The service failed to complete the request."),
}


class PushErrorGroup(IntCode):
    """Infobip: groups of the codes of PushError.

    From the page "Response status and error codes".
    """

    REGISTRATION_ERROR = 1
    """Messages not sent due to device registration problems (e.g. in cases of
    uninstalled applications).
    """
    CLOUD_ERROR = 3
    """Messages not sent due to Clouds communication issues."""

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _PUSH_ERROR_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _PUSH_ERROR_GROUP[self][1]

    @property
    def codes(self) -> tuple[PushError, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in PushError if code.group is self)


_PUSH_ERROR_GROUP: Final[dict[int, tuple[str, str]]] = {
    1: ("Registration error", "Messages not sent due to device registration problems (e.g. in cases of uninstalled applications)."),
    3: ("Cloud error", "Messages not sent due to Clouds communication issues."),
}


class PushError(IntCode):
    """Infobip: Push notification error codes.

    From the page "Response status and error codes".
    """

    EC_DEVICE_APP_UNINSTALL = 8001
    """User has uninstalled the application on device or device cloud token expired.

    Our advice: Never resend, and stop sending to this address: it is invalid.
    """
    EC_GCM_MISMATCH_SENDER_ID = 8002
    """FCM responded with MismatchSenderId in response error field. Sender ID is a
    unique numerical value created when you create your Firebase project, available in
    the Cloud Messaging tab of the Firebase console Settings pane. The sender ID is used
    to identify each app server that can send messages to the client app. Check your
    application build configuration.

    Our advice: Fix your account or contract, then resend.
    """
    EC_NO_APPLICATION_FOUND = 8003
    """Application with provided ApplicationCode is not found at Infobip Push service.
    Check your message target parameters.

    Our advice: Fix the request, then resend.
    """
    EC_NO_REGISTRATION_ID_FOUND = 8004
    """Registration with provided PushRegistrationId does not exist or had been expired.

    Our advice: Never resend, and stop sending to this address: it is invalid.
    """
    EC_SYS_ERROR_FROM_CLOUD = 8005
    """Failed to send push notification. Cloud (FCM or APNS) responded with error while
    processing the request.

    Our advice: Not stated whether a resend helps: ask a person.
    """
    EC_INVALID_GCM_AUTH_DATA = 8006
    """Invalid cloud authentication data (Server Key). FCM responded with status 401
    (Unauthorized). Check your Application configuration for Android at Infobip Portal.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    EC_INVALID_APNS_CERT = 8007
    """Invalid certificate for APNS. Check your Application configuration for iOS at
    Infobip Portal.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    EC_APPLICATION_CLOUD_TYPE_DISABLED = 8008
    """Cloud type was disabled by client for the application. Request is targeted to
    registration with cloud type that was disabled by the client. Check your Application
    configuration at Infobip Portal.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    EC_PUSH_INTERNAL_REQUEST_ERROR = 8009
    """Internal error. Please try again later and if problem persists, contact Support
    for further assistance.

    Our advice: Retry later.

    Our note: The page calls this permanent, though the text asks to try again later.
    """
    EC_INVALID_PUSH_PAYLOAD = 8010
    """Invalid push payload data. Please contact Support for further assistance.

    Our advice: Fix the request, then resend.
    """
    EC_PUSH_INTERNAL_GW_ERROR = 8011
    """Internal error. Please try again later and if problem persists, contact Support
    for further assistance.

    Our advice: Retry later.

    Our note: The page calls this permanent, though the text asks to try again later.
    """
    EC_PUSH_CLOUD_TEMP_UNAVAILABLE = 8012
    """Push Cloud (FCM or APNS) is temporary unavailable. Message is pending in retry.

    Our advice: Do not resend: still on its way.

    Our note: The page calls this permanent, though the text says temporary, and that
    the message is still pending.
    """

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _PUSH_ERROR[self][0]

    @property
    def permanent(self) -> bool:
        """Whether the provider calls the condition permanent."""
        return _PUSH_ERROR[self][1]

    @property
    def group(self) -> PushErrorGroup:
        """The group that the provider lists the code in."""
        return _PUSH_ERROR[self][2]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _PUSH_ERROR[self][3]


_PUSH_ERROR: Final[dict[int, tuple[str, bool, PushErrorGroup, str]]] = {
    8001: ("EC_DEVICE_APP_UNINSTALL", True, PushErrorGroup.REGISTRATION_ERROR, "User has uninstalled the application on device or device cloud token expired."),
    8002: ("EC_GCM_MISMATCH_SENDER_ID", True, PushErrorGroup.REGISTRATION_ERROR, "FCM responded with MismatchSenderId in response error field. Sender ID is a unique numerical value created when you create your Firebase project, available in the Cloud Messaging tab of the Firebase console Settings pane. The sender ID is used to identify each app server that can send messages to the client app. Check your application build configuration."),
    8003: ("EC_NO_APPLICATION_FOUND", True, PushErrorGroup.REGISTRATION_ERROR, "Application with provided ApplicationCode is not found at Infobip Push service. Check your message target parameters."),
    8004: ("EC_NO_REGISTRATION_ID_FOUND", True, PushErrorGroup.REGISTRATION_ERROR, "Registration with provided PushRegistrationId does not exist or had been expired."),
    8005: ("EC_SYS_ERROR_FROM_CLOUD", True, PushErrorGroup.CLOUD_ERROR, "Failed to send push notification. Cloud (FCM or APNS) responded with error while processing the request."),
    8006: ("EC_INVALID_GCM_AUTH_DATA", True, PushErrorGroup.CLOUD_ERROR, "Invalid cloud authentication data (Server Key). FCM responded with status 401 (Unauthorized). Check your Application configuration for Android at Infobip Portal."),
    8007: ("EC_INVALID_APNS_CERT", True, PushErrorGroup.CLOUD_ERROR, "Invalid certificate for APNS. Check your Application configuration for iOS at Infobip Portal."),
    8008: ("EC_APPLICATION_CLOUD_TYPE_DISABLED", True, PushErrorGroup.CLOUD_ERROR, "Cloud type was disabled by client for the application. Request is targeted to registration with cloud type that was disabled by the client. Check your Application configuration at Infobip Portal."),
    8009: ("EC_PUSH_INTERNAL_REQUEST_ERROR", True, PushErrorGroup.CLOUD_ERROR, "Internal error. Please try again later and if problem persists, contact Support for further assistance."),
    8010: ("EC_INVALID_PUSH_PAYLOAD", True, PushErrorGroup.CLOUD_ERROR, "Invalid push payload data. Please contact Support for further assistance."),
    8011: ("EC_PUSH_INTERNAL_GW_ERROR", True, PushErrorGroup.CLOUD_ERROR, "Internal error. Please try again later and if problem persists, contact Support for further assistance."),
    8012: ("EC_PUSH_CLOUD_TEMP_UNAVAILABLE", True, PushErrorGroup.CLOUD_ERROR, "Push Cloud (FCM or APNS) is temporary unavailable. Message is pending in retry."),
}


class EmailErrorGroup(IntCode):
    """Infobip: groups of the codes of EmailError.

    From the page "Response status and error codes".
    """

    DROPPED = 1
    """The request has not been completed successfully as emails were dropped by the
    mail delivery system on end-user's side.
    """
    BOUNCED = 2
    """The request has not been completed successfully and we received NDR (Non-delivery
    receipt).
    """
    SYSTEM_ERROR = 3
    """The request has not been completed successfully due to system-related errors."""

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _EMAIL_ERROR_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _EMAIL_ERROR_GROUP[self][1]

    @property
    def codes(self) -> tuple[EmailError, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in EmailError if code.group is self)


_EMAIL_ERROR_GROUP: Final[dict[int, tuple[str, str]]] = {
    1: ("Dropped", "The request has not been completed successfully as emails were dropped by the mail delivery system on end-user's side."),
    2: ("Bounced", "The request has not been completed successfully and we received NDR (Non-delivery receipt)."),
    3: ("System Error", "The request has not been completed successfully due to system-related errors."),
}


class EmailError(IntCode):
    """Infobip: Email error codes.

    From the page "Response status and error codes".
    """

    EC_EMAIL_BLACKLISTED = 6001
    """Sender name used is a part of real-time database which consists of forbidden
    domains/sender names/IPs that are categorized as spam-friendly.

    Our advice: Fix the request, then resend.
    """
    EC_EMAIL_SPAM_CONTENT = 6002
    """Email's content/sender name/domain has been recognized/categorized as spam.

    Our advice: Fix the request, then resend.
    """
    EC_UNSUBSCRIBED_EMAIL_ADDRESS = 6003
    """End-user has unsubscribed from receiving emails from the domain/sender name used.

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    EC_BOUNCED_EMAIL_ADDRESS = 6004
    """Confirmation that email cannot be delivered as bounce message was reverted on the
    previous attempt.

    Our advice: Never resend, and stop sending to this address: it is invalid.
    """
    EC_EMAIL_DROPPED = 6005
    """Recipient had previously bounced, unsubscribed, or complained of spam so we will
    not attempt delivery and message will be dropped.

    Our advice: Stop sending to this address: it opted out or is blocked.

    Our note: The group says that the end user's side drops the mail; the text says that
    Infobip does.
    """
    EC_INVALID_EMAIL_ADDRESS = 6006
    """Sender name is not a valid one - Either invalid characters or either invalid
    domain was used.

    Our advice: Fix the request, then resend.

    Our note: The text calls the sender invalid; the name and the group speak of the
    recipient's address.
    """
    EC_MAILBOX_TEMPORARILY_UNAVAILABLE = 6007
    """Server on which end-user's mailbox is hosted might having intermittent issues or
    smtp route/port is not available.

    Our advice: Retry later.
    """
    EC_DEFERRED_DUE_TO_INSUFFICIENT_STORAGE = 6008
    """End-user's mailbox is hosted on server that does not have enough to storage to
    process/store the email.

    Our advice: Retry later.
    """
    EC_MAILBOX_UNAVAILABLE = 6009
    """End-user's mailbox might have restricted access or simply does not exist on the
    server.

    Our advice: Never resend: it cannot succeed.
    """
    EC_STORAGE_LIMIT_EXCEEDED = 6010
    """End-user's mailbox has reached its full capacity defined on the server.

    Our advice: Retry later.
    """
    EC_SOFT_BOUNCE = 6011
    """We received bounced message (Non-delivery receipt) - Possible reasons: Mailbox is
    full (over quota); Recipient email server is down or offline; Email message is too
    large.

    Our advice: Retry later.
    """
    EC_HARD_BOUNCE = 6012
    """We received bounced message (Non-delivery receipt) - Possible reasons: Recipient
    email address does not exist; Domain name does not exist; Recipient email server has
    completely blocked delivery.

    Our advice: Never resend: it cannot succeed.
    """
    EC_TEMPORARY_SENDING_ERROR = 6013
    """Possible throttling on end-user's' side due to server configuration (limited
    amount of emails within certain period of time).

    Our advice: Retry later.
    """
    EC_PERMANENT_SENDING_ERROR = 6014
    """Most commonly the issue lies within the domain used as sender as it probably was
    not registered yet.

    Our advice: Fix your account or contract, then resend.
    """
    EC_GATEWAY_ERROR = 6015
    """Indicates that email failed due to configuration error or error that is not
    recognized/defined.

    Our advice: Not stated whether a resend helps: ask a person.
    """

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _EMAIL_ERROR[self][0]

    @property
    def permanent(self) -> bool:
        """Whether the provider calls the condition permanent."""
        return _EMAIL_ERROR[self][1]

    @property
    def group(self) -> EmailErrorGroup:
        """The group that the provider lists the code in."""
        return _EMAIL_ERROR[self][2]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _EMAIL_ERROR[self][3]


_EMAIL_ERROR: Final[dict[int, tuple[str, bool, EmailErrorGroup, str]]] = {
    6001: ("EC_EMAIL_BLACKLISTED", True, EmailErrorGroup.DROPPED, "Sender name used is a part of real-time database which consists of forbidden domains/sender names/IPs that are categorized as spam-friendly."),
    6002: ("EC_EMAIL_SPAM_CONTENT", True, EmailErrorGroup.DROPPED, "Email's content/sender name/domain has been recognized/categorized as spam."),
    6003: ("EC_UNSUBSCRIBED_EMAIL_ADDRESS", True, EmailErrorGroup.DROPPED, "End-user has unsubscribed from receiving emails from the domain/sender name used."),
    6004: ("EC_BOUNCED_EMAIL_ADDRESS", True, EmailErrorGroup.DROPPED, "Confirmation that email cannot be delivered as bounce message was reverted on the previous attempt."),
    6005: ("EC_EMAIL_DROPPED", True, EmailErrorGroup.DROPPED, "Recipient had previously bounced, unsubscribed, or complained of spam so we will not attempt delivery and message will be dropped."),
    6006: ("EC_INVALID_EMAIL_ADDRESS", True, EmailErrorGroup.BOUNCED, "Sender name is not a valid one - Either invalid characters or either invalid domain was used."),
    6007: ("EC_MAILBOX_TEMPORARILY_UNAVAILABLE", False, EmailErrorGroup.BOUNCED, "Server on which end-user's mailbox is hosted might having intermittent issues or smtp route/port is not available."),
    6008: ("EC_DEFERRED_DUE_TO_INSUFFICIENT_STORAGE", False, EmailErrorGroup.BOUNCED, "End-user's mailbox is hosted on server that does not have enough to storage to process/store the email."),
    6009: ("EC_MAILBOX_UNAVAILABLE", True, EmailErrorGroup.BOUNCED, "End-user's mailbox might have restricted access or simply does not exist on the server."),
    6010: ("EC_STORAGE_LIMIT_EXCEEDED", True, EmailErrorGroup.BOUNCED, "End-user's mailbox has reached its full capacity defined on the server."),
    6011: ("EC_SOFT_BOUNCE", False, EmailErrorGroup.BOUNCED, "We received bounced message (Non-delivery receipt) - Possible reasons: Mailbox is full (over quota); Recipient email server is down or offline; Email message is too large."),
    6012: ("EC_HARD_BOUNCE", True, EmailErrorGroup.BOUNCED, "We received bounced message (Non-delivery receipt) - Possible reasons: Recipient email address does not exist; Domain name does not exist; Recipient email server has completely blocked delivery."),
    6013: ("EC_TEMPORARY_SENDING_ERROR", False, EmailErrorGroup.SYSTEM_ERROR, "Possible throttling on end-user's' side due to server configuration (limited amount of emails within certain period of time)."),
    6014: ("EC_PERMANENT_SENDING_ERROR", True, EmailErrorGroup.SYSTEM_ERROR, "Most commonly the issue lies within the domain used as sender as it probably was not registered yet."),
    6015: ("EC_GATEWAY_ERROR", True, EmailErrorGroup.SYSTEM_ERROR, "Indicates that email failed due to configuration error or error that is not recognized/defined."),
}


class ChatErrorGroup(IntCode):
    """Infobip: groups of the codes of ChatError.

    From the page "Response status and error codes".
    """

    CLIENT_ERROR = 1
    """The request has not been completed successfully due to application
    misconfiguration or a bad/invalid request issued by client.
    """
    PROVIDER_ERROR = 2
    """The request has not been completed successfully due to a service provider
    error.
    """
    SYSTEM_ERROR = 3
    """The request has not been completed successfully due to a system-related error."""

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _CHAT_ERROR_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _CHAT_ERROR_GROUP[self][1]

    @property
    def codes(self) -> tuple[ChatError, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in ChatError if code.group is self)


_CHAT_ERROR_GROUP: Final[dict[int, tuple[str, str]]] = {
    1: ("Client error", "The request has not been completed successfully due to application misconfiguration or a bad/invalid request issued by client."),
    2: ("Provider error", "The request has not been completed successfully due to a service provider error."),
    3: ("System Error", "The request has not been completed successfully due to a system-related error."),
}


class ChatError(IntCode):
    """Infobip: Chat error codes (Facebook messenger, Line, Viber).

    From the page "Response status and error codes".
    """

    EC_UNKNOWN_APPLICATION = 7001
    """Application used to send the message does not exist. Make sure you have created
    the application and that you are using a valid application key.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    EC_UNKNOWN_USER = 7002
    """Receiving user does not exists. Check that the user has subscribed to the service
    and that you are using the correct user key.

    Our advice: Stop sending to this address: correct it first.
    """
    EC_BLOCKED_USER = 7003
    """Receiving user has blocked communication.

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    EC_UNAUTHORIZED_ACCESS = 7004
    """Invalid or unrecognized service access credentials. Make sure that you are using
    the correct access credentials issued by the service provider.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    EC_FORBIDDEN_ACCESS = 7005
    """Authentication was recognized, but not allowed. Check that your application is
    allowed to send messages, and that it is published or approved by the provider.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    EC_PHONE_MATCHING_DISABLED = 7102
    """Facebook's Phone matching option not enabled for application. Check out the
    Facebook documentation to see if your application is eligible for this paid feature.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    EC_UNSUPPORTED_DEVICE = 7201
    """Receiving user does not have a device that can receive this type of message.

    Our advice: Resend only after the recipient has changed something.
    """
    EC_PROVIDER_INTERNAL_ERROR = 7050
    """Internal service provider error.

    Our advice: Retry later.
    """
    EC_PROVIDER_TIMEOUT = 7051
    """Connection to service provider timed out.

    Our advice: Retry later.
    """
    EC_INTERNAL_ERROR = 7080
    """Internal error in Infobip platform. Contact Support to resolve the issue.

    Our advice: Resend only after the provider has fixed it.
    """
    EC_CONFIGURATION_ERROR = 7081
    """Internal configuration error. Contact Support to resolve the issue.

    Our advice: Resend only after the provider has fixed it.
    """
    EC_DUPLICATE_REQUEST = 7280
    """Identical message was already sent to the user recently.

    Our advice: Never resend: the provider already has it.
    """
    EC_BAD_ORIGIN = 7281
    """Request was sent from an unapproved origin. Contact Support to resolve the issue.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _CHAT_ERROR[self][0]

    @property
    def permanent(self) -> bool:
        """Whether the provider calls the condition permanent."""
        return _CHAT_ERROR[self][1]

    @property
    def group(self) -> ChatErrorGroup:
        """The group that the provider lists the code in."""
        return _CHAT_ERROR[self][2]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _CHAT_ERROR[self][3]


_CHAT_ERROR: Final[dict[int, tuple[str, bool, ChatErrorGroup, str]]] = {
    7001: ("EC_UNKNOWN_APPLICATION", True, ChatErrorGroup.CLIENT_ERROR, "Application used to send the message does not exist. Make sure you have created the application and that you are using a valid application key."),
    7002: ("EC_UNKNOWN_USER", True, ChatErrorGroup.CLIENT_ERROR, "Receiving user does not exists. Check that the user has subscribed to the service and that you are using the correct user key."),
    7003: ("EC_BLOCKED_USER", True, ChatErrorGroup.CLIENT_ERROR, "Receiving user has blocked communication."),
    7004: ("EC_UNAUTHORIZED_ACCESS", True, ChatErrorGroup.CLIENT_ERROR, "Invalid or unrecognized service access credentials. Make sure that you are using the correct access credentials issued by the service provider."),
    7005: ("EC_FORBIDDEN_ACCESS", True, ChatErrorGroup.CLIENT_ERROR, "Authentication was recognized, but not allowed. Check that your application is allowed to send messages, and that it is published or approved by the provider."),
    7102: ("EC_PHONE_MATCHING_DISABLED", True, ChatErrorGroup.CLIENT_ERROR, "Facebook's Phone matching option not enabled for application. Check out the Facebook documentation to see if your application is eligible for this paid feature."),
    7201: ("EC_UNSUPPORTED_DEVICE", True, ChatErrorGroup.CLIENT_ERROR, "Receiving user does not have a device that can receive this type of message."),
    7050: ("EC_PROVIDER_INTERNAL_ERROR", False, ChatErrorGroup.PROVIDER_ERROR, "Internal service provider error."),
    7051: ("EC_PROVIDER_TIMEOUT", False, ChatErrorGroup.PROVIDER_ERROR, "Connection to service provider timed out."),
    7080: ("EC_INTERNAL_ERROR", True, ChatErrorGroup.SYSTEM_ERROR, "Internal error in Infobip platform. Contact Support to resolve the issue."),
    7081: ("EC_CONFIGURATION_ERROR", True, ChatErrorGroup.SYSTEM_ERROR, "Internal configuration error. Contact Support to resolve the issue."),
    7280: ("EC_DUPLICATE_REQUEST", True, ChatErrorGroup.SYSTEM_ERROR, "Identical message was already sent to the user recently."),
    7281: ("EC_BAD_ORIGIN", True, ChatErrorGroup.SYSTEM_ERROR, "Request was sent from an unapproved origin. Contact Support to resolve the issue."),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (
    GeneralStatus,
    VoiceStatus,
    PushStatus,
    GeneralError,
    VoiceError,
    PushError,
    EmailError,
    ChatError,
)
"""All lists of the provider, in documented order."""

Status: TypeAlias = GeneralStatus | VoiceStatus | PushStatus
"""Any code of the family status."""


def find_status(
    value: int | str,
    name: str | None = None,
) -> tuple[Status, ...]:
    """Return the codes with this value, and this documented name if given."""
    lists: tuple[type[Status], ...] = (
        GeneralStatus,
        VoiceStatus,
        PushStatus,
    )
    return find_in(lists, value, name)


def parse_status(
    value: int | str,
    name: str | None = None,
) -> Status | UnlistedIntCode:
    """Return the code for a received value; the name decides if several lists have it.

    If no list has it, return an unlisted code of GeneralStatus.
    """
    lists: tuple[type[Status], ...] = (
        GeneralStatus,
        VoiceStatus,
        PushStatus,
    )
    return parse_in(lists, value, name)


StatusGroup: TypeAlias = GeneralStatusGroup | VoiceStatusGroup | PushStatusGroup
"""Any group of the family status."""


def find_status_group(
    value: int | str,
) -> tuple[StatusGroup, ...]:
    """Return the groups of the family with this id."""
    lists: tuple[type[StatusGroup], ...] = (
        GeneralStatusGroup,
        VoiceStatusGroup,
        PushStatusGroup,
    )
    return find_in(lists, value)


Error: TypeAlias = GeneralError | VoiceError | PushError | EmailError | ChatError
"""Any code of the family error."""


def find_error(
    value: int | str,
    name: str | None = None,
) -> tuple[Error, ...]:
    """Return the codes with this value, and this documented name if given."""
    lists: tuple[type[Error], ...] = (
        GeneralError,
        VoiceError,
        PushError,
        EmailError,
        ChatError,
    )
    return find_in(lists, value, name)


def parse_error(
    value: int | str,
    name: str | None = None,
) -> Error | UnlistedIntCode:
    """Return the code for a received value; the name decides if several lists have it.

    If no list has it, return an unlisted code of GeneralError.
    """
    lists: tuple[type[Error], ...] = (
        GeneralError,
        VoiceError,
        PushError,
        EmailError,
        ChatError,
    )
    return parse_in(lists, value, name)


ErrorGroup: TypeAlias = GeneralErrorGroup | VoiceErrorGroup | PushErrorGroup | EmailErrorGroup | ChatErrorGroup
"""Any group of the family error."""


def find_error_group(
    value: int | str,
) -> tuple[ErrorGroup, ...]:
    """Return the groups of the family with this id."""
    lists: tuple[type[ErrorGroup], ...] = (
        GeneralErrorGroup,
        VoiceErrorGroup,
        PushErrorGroup,
        EmailErrorGroup,
        ChatErrorGroup,
    )
    return find_in(lists, value)
