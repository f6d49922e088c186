# Generated from smspartner.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:7417b4f92a82f408cfae1101c68700738d3f9a327cf411a388d15fe1681ee142 of all below this line.
"""Codes of SMSPartner, as documented in the transcribed edition.

The page "API Error Codes" (https://www.docpartner.dev/en/api/error-codes) was
transcribed on 2026-11-22.

HlrStatus: `statusId`, and its group `statusGrpId`; the page does not say of which
answer.

HlrError: `errorId`, and its group `errorGrpId`; the page does not say of which answer.

Its pages do not say in which field these arrive: SendingError, CancellationError,
StatusRetrievalError, MessageStatus, SmsStatus, NumberVerificationError, LocationError,
SubaccountError, VoiceError and MailError.
"""

from __future__ import annotations

from typing import Final, Literal

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "SendingError",
    "CancellationError",
    "StatusRetrievalError",
    "MessageStatus",
    "SmsStatus",
    "NumberVerificationError",
    "LocationError",
    "SubaccountError",
    "HlrStatusGroup",
    "HlrStatus",
    "HlrErrorGroup",
    "HlrError",
    "VoiceError",
    "MailError",
]

# fmt: off


class SendingError(IntCode):
    """SMSPartner: Sending SMS.

    From the page "API Error Codes".
    """

    SENDER_NOT_AUTHORIZED = 992
    """Unauthorized sender

    Our advice: Fix your account or contract, then resend.

    The page is broken here. Our reading: A row of the table of this section, the first.
    The line stands between the heading and the table, in the form of a row: a number
    and a message. The page says: 992 Unauthorized sender
    """
    API_KEY_REQUIRED = 1
    """The API key is required

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    PHONE_NUMBERS_REQUIRED = 2
    """The phoneNumbers field is required

    Our advice: Fix the request, then resend.
    """
    MESSAGE_NOT_FOUND = 4
    """message not found

    Our advice: Fix the request, then resend.
    """
    API_KEY_INVALID = 10
    """Incorrect API key

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    INSUFFICIENT_CREDIT = 11
    """Insufficient credit

    Our advice: Alert a person: your account has too little credit.
    """
    DESTINATION_NOT_PRICED = 13
    """No default price was found for the following numbers

    Our advice: Fix your account or contract, then resend.
    """
    PHONE_NUMBER_IN_STOP_LIST = 14
    """The number is in the STOP SMS list

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    PHONE_NUMBER_DUPLICATE_IN_LIST = 15
    """The number is already present in the list

    Our advice: Never resend: the provider already has it.
    """
    ACCOUNT_DISABLED = 20
    """Account disabled

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    MARKETING_OUTSIDE_ALLOWED_HOURS = 22
    """SMS Marketing: The sending time is not valid; it must be between 8 AM and 10 PM.

    Our advice: Fix the request, then resend.
    """
    MARKETING_SUNDAY_OR_HOLIDAY = 23
    """SMS Marketing: The date [...] is not valid; sending SMS is not possible on
    Sundays and holidays.

    Our advice: Fix the request, then resend.
    """
    ACCOUNT_BLOCKED = 30
    """Account blocked

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    API_ACCESS_DENIED = 40
    """Access to the API is denied

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    LOW_COST_MESSAGE_TOO_LONG = 42
    """The number of characters for a Low Cost SMS is 160 characters

    Our advice: Fix the request, then resend.
    """
    MESSAGE_REQUIRED = 43
    """The message is required

    Our advice: Fix the request, then resend.
    """
    SENDER_INVALID = 44
    """The sender is invalid

    Our advice: Fix the request, then resend.
    """
    DATE_REQUIRED = 45
    """The date is required

    Our advice: Fix the request, then resend.
    """
    TIME_REQUIRED = 46
    """The time is required

    Our advice: Fix the request, then resend.
    """
    MINUTES_INVALID = 47
    """The minutes digit is invalid

    Our advice: Fix the request, then resend.
    """
    MINUTES_NOT_MULTIPLE_OF_5 = 48
    """Minutes must be between 5 and 55 in intervals of 5 minutes

    Our advice: Fix the request, then resend.
    """
    DATE_INVALID = 49
    """The date is invalid

    Our advice: Fix the request, then resend.
    """
    TOO_MANY_PHONE_NUMBERS = 50
    """The number of allowed numbers is a maximum of 500

    Our advice: Fix the request, then resend.
    """
    LOW_COST_NOT_ELIGIBLE = 51
    """The low-cost range is not eligible

    Our advice: Fix the request, then resend.
    """
    MESSAGE_HAS_TOO_MANY_PARTS = 52
    """The number of concatenated SMS cannot exceed 10 SMS

    Our advice: Fix the request, then resend.
    """
    NO_PHONE_NUMBER_TO_SEND_TO = 55
    """No number to send

    Our advice: Fix the request, then resend.
    """
    JSON_MALFORMED = 90
    """The JSON is malformed: syntax error

    Our advice: Fix the request, then resend.
    """
    IP_NOT_AUTHORIZED = 96
    """The IP is not authorized

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    QUEUEING_FAILED = 500
    """Problem adding the SMS to the queue

    Our advice: Retry later. A resend may arrive twice.
    """

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _SENDING_ERROR[self]


_SENDING_ERROR: Final[dict[int, str]] = {
    992: "Unauthorized sender",
    1: "The API key is required",
    2: "The phoneNumbers field is required",
    4: "message not found",
    10: "Incorrect API key",
    11: "Insufficient credit",
    13: "No default price was found for the following numbers",
    14: "The number is in the STOP SMS list",
    15: "The number is already present in the list",
    20: "Account disabled",
    22: "SMS Marketing: The sending time is not valid; it must be between 8 AM and 10 PM.",
    23: "SMS Marketing: The date [...] is not valid; sending SMS is not possible on Sundays and holidays.",
    30: "Account blocked",
    40: "Access to the API is denied",
    42: "The number of characters for a Low Cost SMS is 160 characters",
    43: "The message is required",
    44: "The sender is invalid",
    45: "The date is required",
    46: "The time is required",
    47: "The minutes digit is invalid",
    48: "Minutes must be between 5 and 55 in intervals of 5 minutes",
    49: "The date is invalid",
    50: "The number of allowed numbers is a maximum of 500",
    51: "The low-cost range is not eligible",
    52: "The number of concatenated SMS cannot exceed 10 SMS",
    55: "No number to send",
    90: "The JSON is malformed: syntax error",
    96: "The IP is not authorized",
    500: "Problem adding the SMS to the queue",
}


class CancellationError(IntCode):
    """SMSPartner: SMS Cancellation.

    From the page "API Error Codes".
    """

    PHONE_NUMBER_REQUIRED = 2
    """The phoneNumber field is required

    Our advice: Fix the request, then resend.
    """
    MESSAGE_ID_REQUIRED = 3
    """The MessageId field is required

    Our advice: Fix the request, then resend.
    """
    MESSAGE_NOT_FOUND = 4
    """This message is not found

    Our advice: Fix the request, then resend.
    """
    PHONE_NUMBER_LIST_EMPTY = 5
    """The list of numbers is empty

    Our advice: Fix the request, then resend.
    """
    FORMAT_INVALID = 6
    """The format is not correct

    Our advice: Fix the request, then resend.
    """
    PHONE_NUMBER_NOT_MOBILE = 9
    """Does not appear to be a mobile number

    Our advice: Stop sending to this address: correct it first.
    """
    TOO_MANY_PHONE_NUMBERS = 50
    """The number of allowed numbers is a maximum of 500

    Our advice: Fix the request, then resend.
    """
    IP_NOT_AUTHORIZED = 96
    """The IP is not authorized

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _CANCELLATION_ERROR[self]


_CANCELLATION_ERROR: Final[dict[int, str]] = {
    2: "The phoneNumber field is required",
    3: "The MessageId field is required",
    4: "This message is not found",
    5: "The list of numbers is empty",
    6: "The format is not correct",
    9: "Does not appear to be a mobile number",
    50: "The number of allowed numbers is a maximum of 500",
    96: "The IP is not authorized",
}


class StatusRetrievalError(IntCode):
    """SMSPartner: Status Retrieval.

    From the page "API Error Codes".
    """

    PHONE_NUMBER_REQUIRED = 2
    """The phoneNumber field is required

    Our advice: Fix the request, then resend.
    """
    MESSAGE_ID_REQUIRED = 3
    """The MessageId field is required

    Our advice: Fix the request, then resend.
    """
    MESSAGE_NOT_FOUND = 4
    """This message is not found

    Our advice: Fix the request, then resend.
    """
    PHONE_NUMBER_LIST_EMPTY = 5
    """The list of numbers is empty

    Our advice: Fix the request, then resend.
    """
    FORMAT_INVALID = 6
    """The format is not correct

    Our advice: Fix the request, then resend.
    """
    PHONE_NUMBER_NOT_MOBILE = 9
    """Does not appear to be a mobile number

    Our advice: Stop sending to this address: correct it first.
    """
    TOO_MANY_PHONE_NUMBERS = 50
    """The number of allowed numbers is a maximum of 500

    Our advice: Fix the request, then resend.
    """
    IP_NOT_AUTHORIZED = 96
    """The IP is not authorized

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _STATUS_RETRIEVAL_ERROR[self]


_STATUS_RETRIEVAL_ERROR: Final[dict[int, str]] = {
    2: "The phoneNumber field is required",
    3: "The MessageId field is required",
    4: "This message is not found",
    5: "The list of numbers is empty",
    6: "The format is not correct",
    9: "Does not appear to be a mobile number",
    50: "The number of allowed numbers is a maximum of 500",
    96: "The IP is not authorized",
}


class MessageStatus(StrCode):
    """SMSPartner: Status List.

    From the page "API Error Codes".
    """

    DELIVERED = "delivered"
    """The SMS has been delivered

    Our advice: Do not resend: it arrived.
    """
    NOT_DELIVERED = "not delivered"
    """The SMS has not been delivered

    Our advice: Not delivered. Not stated whether a resend helps: ask a person.
    """
    WAITING = "waiting"
    """The SMS has been sent, awaiting at the operator

    Our advice: Do not resend: still on its way.
    """
    KO = "ko"
    """The SMS was not sent, a problem occurred, please contact customer service

    Our advice: Not delivered. Not stated whether a resend helps: ask a person.
    """

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _MESSAGE_STATUS[self]


_MESSAGE_STATUS: Final[dict[str, str]] = {
    "delivered": "The SMS has been delivered",
    "not delivered": "The SMS has not been delivered",
    "waiting": "The SMS has been sent, awaiting at the operator",
    "ko": "The SMS was not sent, a problem occurred, please contact customer service",
}


class SmsStatus(StrCode):
    """SMSPartner: SMS Status.

    From the page "API Error Codes".
    """

    DELIVRD = "DELIVRD"
    """The message has been processed and delivered successfully.

    Our advice: Do not resend: it arrived.
    """
    PENDING = "PENDING"
    """The message has been processed and sent to the next instance. The delivery report
    has not yet been received and is awaited, the status is still pending.

    Our advice: Do not resend: still on its way.
    """
    UNDELIV = "UNDELIV"
    """The message has been sent to the operator, but could not be delivered, as a
    receipt with the status "UNDELIV" was canceled by the operator.

    Our advice: Not delivered. Not stated whether a resend helps: ask a person.

    Our note: Says that the operator canceled the receipt; the like text of Infobip says
    reverted.
    """
    ACCEPTD = "ACCEPTD"
    """The SMS has been accepted and will be sent.

    Our advice: Do not resend: still on its way.
    """
    UNKNOWN = "UNKNOWN"
    """An unknown error occurred.

    Our advice: Not stated whether a resend helps: ask a person. A resend may arrive
    twice.
    """
    ENROUTE = "ENROUTE"
    """The message is en route.

    Our advice: Do not resend: still on its way.
    """
    EXPIRED = "EXPIRED"
    """The message has been sent and has expired due to exceeding its validity period
    (our default platform is 48 hours), or the operator returned EXPIRED as the final
    status.

    Our advice: Retry later.
    """
    REJECTD = "REJECTD"
    """The message has been sent, but it was rejected by the operator and returned
    REJECTD as the final status.

    Our advice: Not delivered. Not stated whether a resend helps: ask a person.
    """

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _SMS_STATUS[self]


_SMS_STATUS: Final[dict[str, str]] = {
    "DELIVRD": "The message has been processed and delivered successfully.",
    "PENDING": "The message has been processed and sent to the next instance. The delivery report has not yet been received and is awaited, the status is still pending.",
    "UNDELIV": 'The message has been sent to the operator, but could not be delivered, as a receipt with the status "UNDELIV" was canceled by the operator.',
    "ACCEPTD": "The SMS has been accepted and will be sent.",
    "UNKNOWN": "An unknown error occurred.",
    "ENROUTE": "The message is en route.",
    "EXPIRED": "The message has been sent and has expired due to exceeding its validity period (our default platform is 48 hours), or the operator returned EXPIRED as the final status.",
    "REJECTD": "The message has been sent, but it was rejected by the operator and returned REJECTD as the final status.",
}


class NumberVerificationError(IntCode):
    """SMSPartner: Number Verification.

    From the page "API Error Codes".
    """

    PHONE_NUMBER_REQUIRED = 2
    """The phoneNumber field is required

    Our advice: Fix the request, then resend.
    """
    INSUFFICIENT_CREDIT = 11
    """Insufficient credit

    Our advice: Alert a person: your account has too little credit.
    """
    DESTINATION_NOT_PRICED = 13
    """No default price has been found for this destination

    Our advice: Fix your account or contract, then resend.
    """
    PHONE_NUMBER_IN_STOP_LIST = 14
    """The number is in the STOP SMS list

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    PHONE_NUMBER_SEPARATOR_INVALID = 19
    """The numbers must be separated by a comma

    Our advice: Fix the request, then resend.
    """
    TOO_MANY_PHONE_NUMBERS = 50
    """The number of allowed numbers is a maximum of 500

    Our advice: Fix the request, then resend.
    """
    NO_PHONE_NUMBER_TO_SEND_TO = 55
    """No number to send

    Our advice: Fix the request, then resend.
    """

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _NUMBER_VERIFICATION_ERROR[self]


_NUMBER_VERIFICATION_ERROR: Final[dict[int, str]] = {
    2: "The phoneNumber field is required",
    11: "Insufficient credit",
    13: "No default price has been found for this destination",
    14: "The number is in the STOP SMS list",
    19: "The numbers must be separated by a comma",
    50: "The number of allowed numbers is a maximum of 500",
    55: "No number to send",
}


class LocationError(IntCode):
    """SMSPartner: Location.

    From the page "API Error Codes".
    """

    PARAMETERS_REQUIRED = 3
    """The parameters field is required

    Our advice: Fix the request, then resend.
    """
    OP_REQUIRED = 4
    """The op parameter is required

    Our advice: Fix the request, then resend.
    """
    URL_NOTIFICATION_INVALID = 5
    """The urlNotification parameter is not a valid URL

    Our advice: Fix the request, then resend.
    """
    OPERATION_NOT_AUTHORIZED = 6
    """This operation is not authorized

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    SEX_REQUIRED = 7
    """The sex parameter is required

    Our advice: Fix the request, then resend.
    """
    SEX_INVALID = 8
    """The sex parameter must be only m, h, or f

    Our advice: Fix the request, then resend.
    """
    MIN_AGE_REQUIRED = 9
    """The minAge parameter is required

    Our advice: Fix the request, then resend.
    """
    INSUFFICIENT_CREDIT = 11
    """Insufficient credit

    Our advice: Alert a person: your account has too little credit.
    """
    MIN_AGE_TOO_LOW = 12
    """The minAge parameter must be greater than 17

    Our advice: Fix the request, then resend.
    """
    MAX_AGE_REQUIRED = 13
    """The maxAge parameter is required

    Our advice: Fix the request, then resend.
    """
    MAX_AGE_TOO_HIGH = 14
    """The maxAge parameter must be less than 99

    Our advice: Fix the request, then resend.
    """
    INTEREST_NOT_POSITIVE = 15
    """The interest parameter must be greater than 0

    Our advice: Fix the request, then resend.
    """
    INTEREST_EMPTY = 16
    """The interest parameter cannot be empty

    Our advice: Fix the request, then resend.
    """
    SUB_INTEREST_EMPTY = 17
    """The subInterest parameter must not be empty

    Our advice: Fix the request, then resend.
    """
    SUB_INTEREST_NOT_POSITIVE = 18
    """The subInterest parameter must be greater than 0

    Our advice: Fix the request, then resend.
    """
    INTEREST_OR_SUB_INTEREST_REQUIRED = 19
    """The interest or subInterest parameters are required

    Our advice: Fix the request, then resend.
    """
    CATEGORY_EMPTY = 22
    """The category parameter must not be empty

    Our advice: Fix the request, then resend.
    """
    CATEGORY_NOT_POSITIVE = 23
    """The category parameter must be greater than 0

    Our advice: Fix the request, then resend.
    """
    TYPE_REQUIRED = 24
    """The Type parameters are required

    Our advice: Fix the request, then resend.
    """
    LOCALITE_REQUIRED = 25
    """The Localite parameter is required

    Our advice: Fix the request, then resend.
    """
    VOLUME_REQUIRED = 26
    """The Volume parameter is required

    Our advice: Fix the request, then resend.
    """
    DESIRED_VOLUME_EXCEEDS_AVAILABLE = 27
    """The desired volume cannot exceed the available volume

    Our advice: Fix the request, then resend.
    """
    DESIRED_VOLUME_EXCEEDS_TOTAL = 28
    """The DesiredVolume parameter cannot exceed the total volume

    Our advice: Fix the request, then resend.
    """
    TOKEN_REQUIRED = 31
    """The token parameter is required

    Our advice: Fix the request, then resend.
    """
    RENTAL_REQUEST_NOT_FOUND = 32
    """The rental request is not found

    Our advice: Fix the request, then resend.
    """
    RENTAL_FILE_NOT_FOUND = 33
    """The rental file is not found

    Our advice: Fix the request, then resend.
    """
    RENTAL_FILE_ALREADY_USED = 34
    """The rental file has already been used

    Our advice: Never resend: it cannot succeed.
    """
    RENTAL_FILE_BEING_DOWNLOADED = 35
    """The rental file is being downloaded

    Our advice: Retry later.
    """
    FILE_RENTAL_FAILED = 36
    """The rental of the file has failed

    Our advice: Not stated whether a resend helps: ask a person.
    """
    NO_RESULTS = 61
    """The request seems invalid and returned no results

    Our advice: Fix the request, then resend.
    """
    IP_NOT_AUTHORIZED = 96
    """The IP is not authorized

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _LOCATION_ERROR[self]


_LOCATION_ERROR: Final[dict[int, str]] = {
    3: "The parameters field is required",
    4: "The op parameter is required",
    5: "The urlNotification parameter is not a valid URL",
    6: "This operation is not authorized",
    7: "The sex parameter is required",
    8: "The sex parameter must be only m, h, or f",
    9: "The minAge parameter is required",
    11: "Insufficient credit",
    12: "The minAge parameter must be greater than 17",
    13: "The maxAge parameter is required",
    14: "The maxAge parameter must be less than 99",
    15: "The interest parameter must be greater than 0",
    16: "The interest parameter cannot be empty",
    17: "The subInterest parameter must not be empty",
    18: "The subInterest parameter must be greater than 0",
    19: "The interest or subInterest parameters are required",
    22: "The category parameter must not be empty",
    23: "The category parameter must be greater than 0",
    24: "The Type parameters are required",
    25: "The Localite parameter is required",
    26: "The Volume parameter is required",
    27: "The desired volume cannot exceed the available volume",
    28: "The DesiredVolume parameter cannot exceed the total volume",
    31: "The token parameter is required",
    32: "The rental request is not found",
    33: "The rental file is not found",
    34: "The rental file has already been used",
    35: "The rental file is being downloaded",
    36: "The rental of the file has failed",
    61: "The request seems invalid and returned no results",
    96: "The IP is not authorized",
}


class SubaccountError(IntCode):
    """SMSPartner: Sub-account.

    From the page "API Error Codes".
    """

    SUBACCOUNT_CREATION_NOT_AUTHORIZED = 2
    """You are not authorized to create sub-accounts

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    CREDIT_FIELD_REQUIRED = 3
    """The Credit field is required

    Our advice: Fix the request, then resend.
    """
    TOKEN_SUBACCOUNT_REQUIRED = 4
    """The tokenSubaccount field is required

    Our advice: Fix the request, then resend.
    """
    CREDIT_NOT_POSITIVE = 5
    """The credit field must be greater than 0

    Our advice: Fix the request, then resend.
    """
    SUBACCOUNT_NOT_FOUND = 6
    """The sub-account is not found

    Our advice: Fix the request, then resend.
    """
    INSUFFICIENT_SUBACCOUNT_CREDIT = 7
    """Insufficient credit for the sub-account

    Our advice: Alert a person: your account has too little credit.
    """
    INSUFFICIENT_CREDIT = 11
    """Insufficient credit

    Our advice: Alert a person: your account has too little credit.
    """
    IP_NOT_AUTHORIZED = 96
    """The IP is not authorized

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _SUBACCOUNT_ERROR[self]


_SUBACCOUNT_ERROR: Final[dict[int, str]] = {
    2: "You are not authorized to create sub-accounts",
    3: "The Credit field is required",
    4: "The tokenSubaccount field is required",
    5: "The credit field must be greater than 0",
    6: "The sub-account is not found",
    7: "Insufficient credit for the sub-account",
    11: "Insufficient credit",
    96: "The IP is not authorized",
}


class HlrStatusGroup(IntCode):
    """SMSPartner: groups of the codes of HlrStatus.

    From the page "API Error Codes".
    """

    PENDING = 1
    """The message has been processed and sent to the mobile operator."""
    UNDELIVERABLE = 2
    """The message has not been delivered."""
    DELIVERED = 3
    """The message has been processed and delivered successfully."""
    EXPIRED = 4
    """The message has been sent and has expired either because it was pending beyond
    its validity period (our platform is configured by default for 48 hours), or because
    the operator's delivery report restored the status "EXPIRED" as the final status.
    """
    REJECTED = 5
    """The message has been received but has been rejected by the operator."""

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _HLR_STATUS_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _HLR_STATUS_GROUP[self][1]

    @property
    def codes(self) -> tuple[HlrStatus, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in HlrStatus if code.group is self)


_HLR_STATUS_GROUP: Final[dict[int, tuple[str, str]]] = {
    1: ("PENDING", "The message has been processed and sent to the mobile operator."),
    2: ("UNDELIVERABLE", "The message has not been delivered."),
    3: ("DELIVERED", "The message has been processed and delivered successfully."),
    4: ("EXPIRED", 'The message has been sent and has expired either because it was pending beyond its validity period (our platform is configured by default for 48 hours), or because the operator\'s delivery report restored the status "EXPIRED" as the final status.'),
    5: ("REJECTED", "The message has been received but has been rejected by the operator."),
}


class HlrStatus(IntCode):
    """SMSPartner: HLR.

    From the page "API Error Codes".
    """

    PENDING_WAITING_DELIVERY = 3
    """The message has been processed and sent. The delivery report has not yet been
    received and is awaited, so the status is still pending.

    Our advice: Do not resend: still on its way.
    """
    PENDING_ENROUTE = 7
    """The message has been processed and sent to the mobile operator.

    Our advice: Do not resend: still on its way.
    """
    PENDING_ACCEPTED = 26
    """The message has been accepted and processed, and is ready to be sent to the
    operator.

    Our advice: Do not resend: still on its way.
    """
    UNDELIVERABLE_REJECTED_OPERATOR = 4
    """A message has been sent to the operator, a delivery report with the status
    "REJECTED" has been returned.

    Our advice: Not delivered. Not stated whether a resend helps: ask a person.
    """
    UNDELIVERABLE_NOT_DELIVERED = 9
    """The message has been sent to the operator, but could not be delivered, a delivery
    report with the status "UNDELIVERED" has been returned by the operator.

    Our advice: Not delivered. Not stated whether a resend helps: ask a person.
    """
    DELIVERED_TO_OPERATOR = 2
    """The message has been sent and delivered successfully to the operator.

    Our advice: Do not resend: still on its way.
    """
    DELIVERED_TO_HANDSET = 5
    """The message has been processed and successfully delivered to the recipient.

    Our advice: Do not resend: it arrived.
    """
    EXPIRED_EXPIRED = 15
    """The message has been received and sent to the operator. However, it remained
    pending until the validity period expired or until the operator returned the status
    EXPIRED.

    Our advice: Retry later.
    """
    EXPIRED_DLR_UNKNOWN = 29
    """The message has been received and transmitted to the operator for delivery.
    However, the operator's delivery report has not been formatted correctly or has not
    been recognized as valid.

    Our advice: Not stated whether a resend helps: ask a person. A resend may arrive
    twice.
    """
    REJECTED_NETWORK = 6
    """The message has been received, but the network is out of our coverage.

    Our advice: Resend only after the provider has fixed it.
    """
    REJECTED_PREFIX_MISSING = 8
    """The message has been received but has been rejected because the number is not
    recognized due to a prefix or incorrect number length. This information varies for
    each network and is regularly updated.

    Our advice: Stop sending to this address: correct it first.
    """
    REJECTED_DND = 10
    """The message has been received and rejected because the user is subscribed to DND
    services (Do Not Disturb), which disables any service traffic to their number.

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    REJECTED_SOURCE = 11
    """Your account is configured to accept only registered sender IDs while the sender
    ID defined in the request has not been registered on your account.

    Our advice: Fix your account or contract, then resend.
    """
    REJECTED_SYSTEM_ERROR = 21
    """The request has been rejected due to a system error, please try resubmitting or
    contact our technical support team for more details.

    Our advice: Retry later.
    """
    REJECTED_DESTINATION = 52
    """The request has been received, but the destination is not valid – the number
    prefix is incorrect as it does not match a valid prefix of any mobile operator. The
    number length is also taken into consideration to verify the validity of the number.

    Our advice: Stop sending to this address: correct it first.
    """

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _HLR_STATUS[self][0]

    @property
    def group(self) -> HlrStatusGroup:
        """The group that the provider lists the code in."""
        return _HLR_STATUS[self][1]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _HLR_STATUS[self][2]


_HLR_STATUS: Final[dict[int, tuple[str, HlrStatusGroup, str]]] = {
    3: ("PENDING_WAITING_DELIVERY", HlrStatusGroup.PENDING, "The message has been processed and sent. The delivery report has not yet been received and is awaited, so the status is still pending."),
    7: ("PENDING_ENROUTE", HlrStatusGroup.PENDING, "The message has been processed and sent to the mobile operator."),
    26: ("PENDING_ACCEPTED", HlrStatusGroup.PENDING, "The message has been accepted and processed, and is ready to be sent to the operator."),
    4: ("UNDELIVERABLE_REJECTED_OPERATOR", HlrStatusGroup.UNDELIVERABLE, 'A message has been sent to the operator, a delivery report with the status "REJECTED" has been returned.'),
    9: ("UNDELIVERABLE_NOT_DELIVERED", HlrStatusGroup.UNDELIVERABLE, 'The message has been sent to the operator, but could not be delivered, a delivery report with the status "UNDELIVERED" has been returned by the operator.'),
    2: ("DELIVERED_TO_OPERATOR", HlrStatusGroup.DELIVERED, "The message has been sent and delivered successfully to the operator."),
    5: ("DELIVERED_TO_HANDSET", HlrStatusGroup.DELIVERED, "The message has been processed and successfully delivered to the recipient."),
    15: ("EXPIRED_EXPIRED", HlrStatusGroup.EXPIRED, "The message has been received and sent to the operator. However, it remained pending until the validity period expired or until the operator returned the status EXPIRED."),
    29: ("EXPIRED_DLR_UNKNOWN", HlrStatusGroup.EXPIRED, "The message has been received and transmitted to the operator for delivery. However, the operator's delivery report has not been formatted correctly or has not been recognized as valid."),
    6: ("REJECTED_NETWORK", HlrStatusGroup.REJECTED, "The message has been received, but the network is out of our coverage."),
    8: ("REJECTED_PREFIX_MISSING", HlrStatusGroup.REJECTED, "The message has been received but has been rejected because the number is not recognized due to a prefix or incorrect number length. This information varies for each network and is regularly updated."),
    10: ("REJECTED_DND", HlrStatusGroup.REJECTED, "The message has been received and rejected because the user is subscribed to DND services (Do Not Disturb), which disables any service traffic to their number."),
    11: ("REJECTED_SOURCE", HlrStatusGroup.REJECTED, "Your account is configured to accept only registered sender IDs while the sender ID defined in the request has not been registered on your account."),
    21: ("REJECTED_SYSTEM_ERROR", HlrStatusGroup.REJECTED, "The request has been rejected due to a system error, please try resubmitting or contact our technical support team for more details."),
    52: ("REJECTED_DESTINATION", HlrStatusGroup.REJECTED, "The request has been received, but the destination is not valid – the number prefix is incorrect as it does not match a valid prefix of any mobile operator. The number length is also taken into consideration to verify the validity of the number."),
}


class HlrErrorGroup(IntCode):
    """SMSPartner: groups of the codes of HlrError.

    From the page "API Error Codes".
    """

    OK = 0
    """The request has been processed successfully."""
    HANDSET_ERRORS = 1
    """The request has not been completed due to issues related to the mobile phone."""
    USER_ERRORS = 2
    """An user error has occurred."""
    OPERATOR_ERRORS = 3
    """The request has not been completed due to operator-related issues."""

    @property
    def documented_name(self) -> str:
        """The provider's own name of the group."""
        return _HLR_ERROR_GROUP[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _HLR_ERROR_GROUP[self][1]

    @property
    def codes(self) -> tuple[HlrError, ...]:
        """The codes of this group, in documented order."""
        return tuple(code for code in HlrError if code.group is self)


_HLR_ERROR_GROUP: Final[dict[int, tuple[str, str]]] = {
    0: ("OK", "The request has been processed successfully."),
    1: ("HANDSET_ERRORS", "The request has not been completed due to issues related to the mobile phone."),
    2: ("USER_ERRORS", "An user error has occurred."),
    3: ("OPERATOR_ERRORS", "The request has not been completed due to operator-related issues."),
}


class HlrError(IntCode):
    """SMSPartner: Error Codes (HLR).

    From the page "API Error Codes".
    """

    NO_ERROR = 0
    """No error description is provided. Generally returned for successful delivery or
    when the error code has not been returned by the operator.

    Our advice: Not stated whether a resend helps: ask a person.
    """
    EC_UNKNOWN_SUBSCRIBER = 1
    """The number does not exist or has not been assigned to an active subscriber in the
    operator's user database.

    Our advice: Never resend, and stop sending to this address: it is invalid.
    """
    EC_UNIDENTIFIED_SUBSCRIBER = 5
    """Unidentified subscriber

    Our advice: Retry later.
    """
    EC_ABSENT_SUBSCRIBER_SM = 6
    """The subscriber is detected as being unavailable, as there has been no response to
    the device's radiomessaging. This is often due to the device being turned off or
    located in a low signal area. Applies to version 3 of the MAP protocol.

    Our advice: Retry later.

    Our note: Radiomessaging means paging, as in the text of Infobip.
    """
    EC_UNKNOWN_EQUIPMENT = 7
    """The mobile device has not been recognized by the EIR (Equipment Identity
    Register) during the device check at the MAP protocol level on the operator's
    infrastructure.

    Our advice: Resend only after the recipient has changed something.
    """
    EC_ROAMING_NOT_ALLOWED = 8
    """The subscriber is currently roaming in another country or in another operator's
    infrastructure – roaming provision is not guaranteed due to the absence of roaming
    agreements between many different operators.

    Our advice: Retry later.
    """
    EC_ILLEGAL_SUBSCRIBER = 9
    """Illegal subscriber

    Our advice: Never resend: it cannot succeed.
    """
    EC_TELESERVICE_NOT_PROVISIONED = 11
    """The subscriber's mobile service has been suspended by the operator.

    Our advice: Resend only after the recipient has changed something.
    """
    EC_ILLEGAL_EQUIPMENT = 12
    """Illegal equipment

    Our advice: Resend only after the recipient has changed something.
    """
    EC_CALL_BARRED = 13
    """The message is rejected due to messaging service prohibition, the blocking is set
    by the operator or the subscriber for the number.

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    EC_ABSENT_SUBSCRIBER = 27
    """The subscriber is offline in the network, as confirmed by the device's response
    to the radiomessaging. This is often due to the device being turned off.

    Our advice: Retry later.

    Our note: Radiomessaging means paging, as in the text of Infobip.
    """
    EC_SUBSCRIBER_BUSY_FOR_MT_SMS = 31
    """The subscriber is busy for MT SMS

    Our advice: Retry later.
    """
    EC_SM_DELIVERY_FAILURE = 32
    """Delivery failure

    Our advice: Retry later.
    """
    EC_MESSAGE_WAITING_LIST_FULL = 33
    """Message waiting list full

    Our advice: Retry later.
    """
    EC_SYSTEM_FAILURE = 34
    """System failure

    Our advice: Retry later.
    """
    EC_DATA_MISSING = 35
    """Missing data

    Our advice: Retry later.
    """
    EC_UNEXPECTED_DATA_VALUE = 36
    """Unexpected data value

    Our advice: Retry later.
    """
    EC_UNKNOWN_ERROR = 255
    """Unknown error

    Our advice: Not stated whether a resend helps: ask a person.
    """
    EC_SM_DF_MEMORYCAPACITYEXCEEDED = 256
    """There was a mobile subscriber equipment error, while the device memory has been
    exceeded.

    Our advice: Retry later.
    """
    EC_SM_DF_EQUIPMENTPROTOCOLERROR = 257
    """There was an error in the mobile subscriber equipment.

    Our advice: Retry later.
    """
    EC_SM_DF_EQUIPMENTNOTSM_EQUIPPED = 258
    """There was an error in the mobile subscriber equipment.

    Our advice: Resend only after the recipient has changed something.
    """
    EC_SM_DF_UNKNOWNSERVICECENTRE = 259
    """There was an error in the mobile subscriber equipment.

    Our advice: Retry later.
    """
    EC_SM_DF_SC_CONGESTION = 260
    """There was an error in the mobile subscriber equipment.

    Our advice: Retry later.
    """
    EC_SM_DF_INVALIDSME_ADDRESS = 261
    """There was an error in the mobile subscriber equipment.

    Our advice: Retry later.
    """
    EC_SM_DF_SUBSCRIBERNOTSC_SUBSCRIBER = 262
    """There was an error in the mobile subscriber equipment.

    Our advice: Resend only after the recipient has changed something.
    """
    EC_PROVIDER_GENERAL_ERROR = 500
    """General network protocol error, caused by operator network protocol version or
    incompatible settings between two network components.

    Our advice: Retry later.
    """
    EC_NO_RESPONSE = 502
    """The message has been processed and successfully transmitted to the operator, but
    the operator did not respond to the message submission request, or the error was
    canceled by the operator. The error also applies to similar errors at the SS7
    network level.

    Our advice: Retry later. A resend may arrive twice.

    Our note: Says that the operator canceled the error; the like text of Infobip says
    reverted.
    """
    EC_SERVICE_COMPLETION_FAILURE = 503
    """General network protocol error, caused by operator network protocol version or
    incompatible settings between two network components.

    Our advice: Retry later.
    """
    EC_UNEXPECTED_RESPONSE_FROM_PEER = 504
    """General network protocol error, caused by operator network protocol version or
    incompatible settings between two network components.

    Our advice: Retry later.
    """
    EC_MISTYPED_PARAMETER = 507
    """General network protocol error, caused by operator network protocol version or
    incompatible settings between two network components.

    Our advice: Retry later.
    """
    EC_NOT_SUPPORTED_SERVICE = 508
    """Our advice: Retry later.

    The page is broken here. Our reading: 508, not permanent, EC_NOT_SUPPORTED_SERVICE,
    without a text. The row breaks off behind its flag, and row 509 follows in the same
    line. The provider's French page has this name for 508, and so has the list of
    Infobip. The page says: | 508 | false | | 509 | false | EC_DUPLICATED_INVOKE_ID |
    General network protocol error, caused by operator network protocol versions or
    incompatible parameters between two network components. |
    """
    EC_DUPLICATED_INVOKE_ID = 509
    """General network protocol error, caused by operator network protocol versions or
    incompatible parameters between two network components.

    Our advice: Retry later.

    The page is broken here. Our reading: 509, not permanent, EC_DUPLICATED_INVOKE_ID,
    with the text that ends the line. The row stands in the line of row 508, behind what
    is left of it. The page says: | 508 | false | | 509 | false |
    EC_DUPLICATED_INVOKE_ID | General network protocol error, caused by operator network
    protocol versions or incompatible parameters between two network components. |
    """
    EC_OR_APPCONTEXTNOTSUPPORTED = 1024
    """General network protocol error, caused by operator network protocol versions or
    incompatible parameters between two network components.

    Our advice: Retry later.
    """
    EC_OR_INVALIDDESTINATIONREFERENCE = 1025
    """General network protocol error, caused by operator network protocol versions or
    incompatible parameters between two network components.

    Our advice: Retry later.
    """
    EC_OR_INVALIDORIGINATINGREFERENCE = 1026
    """General network protocol error, caused by operator network protocol versions or
    incompatible parameters between two network components.

    Our advice: Retry later.
    """
    EC_OR_ENCAPSULATEDAC_NOTSUPPORTED = 1027
    """General network protocol error, caused by operator network protocol versions or
    incompatible parameters between two network components.

    Our advice: Retry later.
    """
    EC_OR_TRANSPORTPROTECTIONNOTADEQUATE = 1028
    """General network protocol error, caused by operator network protocol versions or
    incompatible parameters between two network components.

    Our advice: Retry later.
    """
    EC_OR_NOREASONGIVEN = 1029
    """General network protocol error, caused by operator network protocol versions or
    incompatible parameters between two network components.

    Our advice: Retry later.
    """
    EC_OR_POTENTIALVERSIONINCOMPATIBILITY = 1030
    """General network protocol error, caused by operator network protocol versions or
    incompatible parameters between two network components.

    Our advice: Retry later.
    """
    EC_OR_REMOTENODENOTREACHABLE = 1031
    """The mobile subscriber was not reachable due to a network operator protocol error.

    Our advice: Retry later.
    """
    EC_NNR_NOTRANSLATIONFORANADDRESSOFSUCHNATURE = 1152
    """The mobile subscriber was not reachable due to a network operator protocol error.

    Our advice: Retry later.
    """
    EC_NNR_NOTRANSLATIONFORTHISSPECIFICADDRESS = 1153
    """No translation for this specific address.

    Our advice: Retry later.
    """
    EC_NNR_SUBSYSTEMCONGESTION = 1154
    """The mobile subscriber was not reachable due to a network operator protocol error.

    Our advice: Retry later.
    """
    EC_NNR_SUBSYSTEMFAILURE = 1155
    """The mobile subscriber was not reachable due to a network operator protocol error.

    Our advice: Retry later.
    """
    EC_NNR_UNEQUIPPEDUSER = 1156
    """The mobile subscriber was not reachable due to a network operator protocol error.

    Our advice: Retry later.
    """
    EC_NNR_MTPFAILURE = 1157
    """The mobile subscriber was not reachable due to a network operator protocol error.

    Our advice: Retry later.
    """
    EC_NNR_NETWORKCONGESTION = 1158
    """The mobile subscriber was not reachable due to a network operator protocol error.

    Our advice: Retry later.
    """
    EC_IMSI_BLACKLISTED = 2049
    """IMSI is blacklisted.

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    EC_BLACKLISTED_DESTINATIONADDRESS = 2052
    """The destination number has been blacklisted either at the request of the operator
    or on your account via the SMSPartner web portals – please remove the blacklist from
    your account via portal.infobip.com or contact support for more information.

    Our advice: Stop sending to this address: it opted out or is blocked.

    Our note: The text names a portal of Infobip; the page is of SMSPartner.
    """
    EC_BLACKLISTED_SENDERADDRESS = 2053
    """The sender number has been blacklisted either at the request of the operator or
    on your account via the SMSPartner web portals – please remove the blacklist from
    your account via portal.infobip.com or contact support for more information.

    Our advice: Fix your account or contract, then resend.

    Our note: The text names a portal of Infobip; the page is of SMSPartner.
    """
    EC_INVALID_PDU_FORMAT = 4096
    """Invalid PDU format.

    Our advice: Fix the request, then resend.
    """
    EC_MESSAGE_CANCELED = 4100
    """The request has been received, but has not been sent to the next instance during
    its validity period, and has expired with the appropriate error code
    EC_MESSAGE_CANCELED, or the same error code has been returned by the operator.

    Our advice: Retry later.
    """
    EC_VALIDITYEXPIRED = 4101
    """The message has been sent to the next instance, and has not been delivered within
    the message validity period, it has therefore expired with the appropriate error
    code EC_VALIDITYEXPIRED or the error code has been returned by the operator.

    Our advice: Retry later.
    """
    EC_NOTSUBMITTEDTOSMPPCHANNEL = 4102
    """Cannot be transferred via SMPP due to lack of SMPP connectivity.

    Our advice: Retry later.
    """
    EC_DESTINATION_FLOODING = 4103
    """Regarding the REJECTED_FLOODING_FILTER status, the message is rejected due to the
    number of messages sent to a single number.

    Our advice: Retry later.
    """
    EC_DESTINATION_TXT_FLOODING = 4104
    """Regarding the REJECTED_FLOODING_FILTER status, the message is rejected due to the
    number of identical messages sent to a single number.

    Our advice: Retry later.
    """
    EC_BEARER_SERVICE_NOT_PROVISIONED = 10
    """Bearer service not provided.

    Our advice: Resend only after the recipient has changed something.
    """
    EC_SS_INCOMPATIBILITY = 20
    """SS incompatibility.

    Our advice: Retry later.
    """
    EC_RESOURCE_LIMITATION = 51
    """Indicates that the invoked MAP operation could not be completed due to network
    congestion – this is a network congestion error at the SS7 level in the MAP
    protocol.

    Our advice: Retry later.
    """
    EC_UNKNOWN_ALPHABET = 71
    """Unknown alphabet.

    Our advice: Fix the request, then resend.
    """
    EC_INVALID_RESPONSE_RECEIVED = 501
    """Received an invalid response.

    Our advice: Retry later.
    """
    EC_TIME_OUT = 2048
    """Time Out.

    Our advice: Retry later.
    """
    EC_DEST_ADDRESS_BLACKLISTED = 2050
    """The number has been found on the DND (Do Not Disturb) blacklist provided by the
    operator, or the same error code has been returned by the operator.

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    EC_SOURCE_ADDRESS_BLACKLISTED: Literal[HlrError.EC_BLACKLISTED_SENDERADDRESS]
    """The source address is blacklisted on the SMSPartner account."""

    @property
    def documented_name(self) -> str | None:
        """The name in the provider's documentation; several codes may share one."""
        return _HLR_ERROR[self][0]

    @property
    def permanent(self) -> bool:
        """Whether the provider calls the condition permanent."""
        return _HLR_ERROR[self][1]

    @property
    def group(self) -> HlrErrorGroup:
        """The group that the provider lists the code in."""
        return _HLR_ERROR[self][2]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _HLR_ERROR[self][3]

    @property
    def documented_names(self) -> tuple[str, ...]:
        """All names that the provider gives the code; the aliases come last."""
        return _HLR_ERROR_NAMES.get(self, super().documented_names)


HlrError.EC_SOURCE_ADDRESS_BLACKLISTED = HlrError.EC_BLACKLISTED_SENDERADDRESS

_HLR_ERROR: Final[dict[int, tuple[str | None, bool, HlrErrorGroup, str]]] = {
    0: ("NO_ERROR", False, HlrErrorGroup.OK, "No error description is provided. Generally returned for successful delivery or when the error code has not been returned by the operator."),
    1: ("EC_UNKNOWN_SUBSCRIBER", True, HlrErrorGroup.HANDSET_ERRORS, "The number does not exist or has not been assigned to an active subscriber in the operator's user database."),
    5: ("EC_UNIDENTIFIED_SUBSCRIBER", False, HlrErrorGroup.HANDSET_ERRORS, "Unidentified subscriber"),
    6: ("EC_ABSENT_SUBSCRIBER_SM", False, HlrErrorGroup.HANDSET_ERRORS, "The subscriber is detected as being unavailable, as there has been no response to the device's radiomessaging. This is often due to the device being turned off or located in a low signal area. Applies to version 3 of the MAP protocol."),
    7: ("EC_UNKNOWN_EQUIPMENT", False, HlrErrorGroup.HANDSET_ERRORS, "The mobile device has not been recognized by the EIR (Equipment Identity Register) during the device check at the MAP protocol level on the operator's infrastructure."),
    8: ("EC_ROAMING_NOT_ALLOWED", False, HlrErrorGroup.HANDSET_ERRORS, "The subscriber is currently roaming in another country or in another operator's infrastructure – roaming provision is not guaranteed due to the absence of roaming agreements between many different operators."),
    9: ("EC_ILLEGAL_SUBSCRIBER", True, HlrErrorGroup.HANDSET_ERRORS, "Illegal subscriber"),
    11: ("EC_TELESERVICE_NOT_PROVISIONED", True, HlrErrorGroup.HANDSET_ERRORS, "The subscriber's mobile service has been suspended by the operator."),
    12: ("EC_ILLEGAL_EQUIPMENT", True, HlrErrorGroup.HANDSET_ERRORS, "Illegal equipment"),
    13: ("EC_CALL_BARRED", False, HlrErrorGroup.HANDSET_ERRORS, "The message is rejected due to messaging service prohibition, the blocking is set by the operator or the subscriber for the number."),
    27: ("EC_ABSENT_SUBSCRIBER", False, HlrErrorGroup.HANDSET_ERRORS, "The subscriber is offline in the network, as confirmed by the device's response to the radiomessaging. This is often due to the device being turned off."),
    31: ("EC_SUBSCRIBER_BUSY_FOR_MT_SMS", False, HlrErrorGroup.HANDSET_ERRORS, "The subscriber is busy for MT SMS"),
    32: ("EC_SM_DELIVERY_FAILURE", False, HlrErrorGroup.HANDSET_ERRORS, "Delivery failure"),
    33: ("EC_MESSAGE_WAITING_LIST_FULL", False, HlrErrorGroup.HANDSET_ERRORS, "Message waiting list full"),
    34: ("EC_SYSTEM_FAILURE", False, HlrErrorGroup.HANDSET_ERRORS, "System failure"),
    35: ("EC_DATA_MISSING", False, HlrErrorGroup.HANDSET_ERRORS, "Missing data"),
    36: ("EC_UNEXPECTED_DATA_VALUE", False, HlrErrorGroup.HANDSET_ERRORS, "Unexpected data value"),
    255: ("EC_UNKNOWN_ERROR", False, HlrErrorGroup.HANDSET_ERRORS, "Unknown error"),
    256: ("EC_SM_DF_MEMORYCAPACITYEXCEEDED", False, HlrErrorGroup.HANDSET_ERRORS, "There was a mobile subscriber equipment error, while the device memory has been exceeded."),
    257: ("EC_SM_DF_EQUIPMENTPROTOCOLERROR", False, HlrErrorGroup.HANDSET_ERRORS, "There was an error in the mobile subscriber equipment."),
    258: ("EC_SM_DF_EQUIPMENTNOTSM_EQUIPPED", False, HlrErrorGroup.HANDSET_ERRORS, "There was an error in the mobile subscriber equipment."),
    259: ("EC_SM_DF_UNKNOWNSERVICECENTRE", False, HlrErrorGroup.HANDSET_ERRORS, "There was an error in the mobile subscriber equipment."),
    260: ("EC_SM_DF_SC_CONGESTION", False, HlrErrorGroup.HANDSET_ERRORS, "There was an error in the mobile subscriber equipment."),
    261: ("EC_SM_DF_INVALIDSME_ADDRESS", False, HlrErrorGroup.HANDSET_ERRORS, "There was an error in the mobile subscriber equipment."),
    262: ("EC_SM_DF_SUBSCRIBERNOTSC_SUBSCRIBER", False, HlrErrorGroup.HANDSET_ERRORS, "There was an error in the mobile subscriber equipment."),
    500: ("EC_PROVIDER_GENERAL_ERROR", False, HlrErrorGroup.HANDSET_ERRORS, "General network protocol error, caused by operator network protocol version or incompatible settings between two network components."),
    502: ("EC_NO_RESPONSE", False, HlrErrorGroup.HANDSET_ERRORS, "The message has been processed and successfully transmitted to the operator, but the operator did not respond to the message submission request, or the error was canceled by the operator. The error also applies to similar errors at the SS7 network level."),
    503: ("EC_SERVICE_COMPLETION_FAILURE", False, HlrErrorGroup.HANDSET_ERRORS, "General network protocol error, caused by operator network protocol version or incompatible settings between two network components."),
    504: ("EC_UNEXPECTED_RESPONSE_FROM_PEER", False, HlrErrorGroup.HANDSET_ERRORS, "General network protocol error, caused by operator network protocol version or incompatible settings between two network components."),
    507: ("EC_MISTYPED_PARAMETER", False, HlrErrorGroup.HANDSET_ERRORS, "General network protocol error, caused by operator network protocol version or incompatible settings between two network components."),
    508: (None, False, HlrErrorGroup.HANDSET_ERRORS, ""),
    509: ("EC_DUPLICATED_INVOKE_ID", False, HlrErrorGroup.HANDSET_ERRORS, "General network protocol error, caused by operator network protocol versions or incompatible parameters between two network components."),
    1024: ("EC_OR_APPCONTEXTNOTSUPPORTED", False, HlrErrorGroup.HANDSET_ERRORS, "General network protocol error, caused by operator network protocol versions or incompatible parameters between two network components."),
    1025: ("EC_OR_INVALIDDESTINATIONREFERENCE", False, HlrErrorGroup.HANDSET_ERRORS, "General network protocol error, caused by operator network protocol versions or incompatible parameters between two network components."),
    1026: ("EC_OR_INVALIDORIGINATINGREFERENCE", False, HlrErrorGroup.HANDSET_ERRORS, "General network protocol error, caused by operator network protocol versions or incompatible parameters between two network components."),
    1027: ("EC_OR_ENCAPSULATEDAC_NOTSUPPORTED", False, HlrErrorGroup.HANDSET_ERRORS, "General network protocol error, caused by operator network protocol versions or incompatible parameters between two network components."),
    1028: ("EC_OR_TRANSPORTPROTECTIONNOTADEQUATE", False, HlrErrorGroup.HANDSET_ERRORS, "General network protocol error, caused by operator network protocol versions or incompatible parameters between two network components."),
    1029: ("EC_OR_NOREASONGIVEN", False, HlrErrorGroup.HANDSET_ERRORS, "General network protocol error, caused by operator network protocol versions or incompatible parameters between two network components."),
    1030: ("EC_OR_POTENTIALVERSIONINCOMPATIBILITY", False, HlrErrorGroup.HANDSET_ERRORS, "General network protocol error, caused by operator network protocol versions or incompatible parameters between two network components."),
    1031: ("EC_OR_REMOTENODENOTREACHABLE", False, HlrErrorGroup.HANDSET_ERRORS, "The mobile subscriber was not reachable due to a network operator protocol error."),
    1152: ("EC_NNR_NOTRANSLATIONFORANADDRESSOFSUCHNATURE", False, HlrErrorGroup.HANDSET_ERRORS, "The mobile subscriber was not reachable due to a network operator protocol error."),
    1153: ("EC_NNR_NOTRANSLATIONFORTHISSPECIFICADDRESS", False, HlrErrorGroup.HANDSET_ERRORS, "No translation for this specific address."),
    1154: ("EC_NNR_SUBSYSTEMCONGESTION", False, HlrErrorGroup.HANDSET_ERRORS, "The mobile subscriber was not reachable due to a network operator protocol error."),
    1155: ("EC_NNR_SUBSYSTEMFAILURE", False, HlrErrorGroup.HANDSET_ERRORS, "The mobile subscriber was not reachable due to a network operator protocol error."),
    1156: ("EC_NNR_UNEQUIPPEDUSER", False, HlrErrorGroup.HANDSET_ERRORS, "The mobile subscriber was not reachable due to a network operator protocol error."),
    1157: ("EC_NNR_MTPFAILURE", False, HlrErrorGroup.HANDSET_ERRORS, "The mobile subscriber was not reachable due to a network operator protocol error."),
    1158: ("EC_NNR_NETWORKCONGESTION", False, HlrErrorGroup.HANDSET_ERRORS, "The mobile subscriber was not reachable due to a network operator protocol error."),
    2049: ("EC_IMSI_BLACKLISTED", True, HlrErrorGroup.USER_ERRORS, "IMSI is blacklisted."),
    2052: ("EC_BLACKLISTED_DESTINATIONADDRESS", True, HlrErrorGroup.USER_ERRORS, "The destination number has been blacklisted either at the request of the operator or on your account via the SMSPartner web portals – please remove the blacklist from your account via portal.infobip.com or contact support for more information."),
    2053: ("EC_BLACKLISTED_SENDERADDRESS", True, HlrErrorGroup.USER_ERRORS, "The sender number has been blacklisted either at the request of the operator or on your account via the SMSPartner web portals – please remove the blacklist from your account via portal.infobip.com or contact support for more information."),
    4096: ("EC_INVALID_PDU_FORMAT", True, HlrErrorGroup.USER_ERRORS, "Invalid PDU format."),
    4100: ("EC_MESSAGE_CANCELED", True, HlrErrorGroup.USER_ERRORS, "The request has been received, but has not been sent to the next instance during its validity period, and has expired with the appropriate error code EC_MESSAGE_CANCELED, or the same error code has been returned by the operator."),
    4101: ("EC_VALIDITYEXPIRED", True, HlrErrorGroup.USER_ERRORS, "The message has been sent to the next instance, and has not been delivered within the message validity period, it has therefore expired with the appropriate error code EC_VALIDITYEXPIRED or the error code has been returned by the operator."),
    4102: ("EC_NOTSUBMITTEDTOSMPPCHANNEL", True, HlrErrorGroup.USER_ERRORS, "Cannot be transferred via SMPP due to lack of SMPP connectivity."),
    4103: ("EC_DESTINATION_FLOODING", True, HlrErrorGroup.USER_ERRORS, "Regarding the REJECTED_FLOODING_FILTER status, the message is rejected due to the number of messages sent to a single number."),
    4104: ("EC_DESTINATION_TXT_FLOODING", True, HlrErrorGroup.USER_ERRORS, "Regarding the REJECTED_FLOODING_FILTER status, the message is rejected due to the number of identical messages sent to a single number."),
    10: ("EC_BEARER_SERVICE_NOT_PROVISIONED", True, HlrErrorGroup.OPERATOR_ERRORS, "Bearer service not provided."),
    20: ("EC_SS_INCOMPATIBILITY", False, HlrErrorGroup.OPERATOR_ERRORS, "SS incompatibility."),
    51: ("EC_RESOURCE_LIMITATION", True, HlrErrorGroup.OPERATOR_ERRORS, "Indicates that the invoked MAP operation could not be completed due to network congestion – this is a network congestion error at the SS7 level in the MAP protocol."),
    71: ("EC_UNKNOWN_ALPHABET", False, HlrErrorGroup.OPERATOR_ERRORS, "Unknown alphabet."),
    501: ("EC_INVALID_RESPONSE_RECEIVED", False, HlrErrorGroup.OPERATOR_ERRORS, "Received an invalid response."),
    2048: ("EC_TIME_OUT", False, HlrErrorGroup.OPERATOR_ERRORS, "Time Out."),
    2050: ("EC_DEST_ADDRESS_BLACKLISTED", True, HlrErrorGroup.OPERATOR_ERRORS, "The number has been found on the DND (Do Not Disturb) blacklist provided by the operator, or the same error code has been returned by the operator."),
}
_HLR_ERROR_NAMES: Final[dict[int, tuple[str, ...]]] = {
    2053: ("EC_BLACKLISTED_SENDERADDRESS", "EC_SOURCE_ADDRESS_BLACKLISTED"),
}


class VoiceError(StrCode):
    """SMSPartner: Sending Voice Messages / VMS.

    From the page "API Error Codes".
    """

    PHONE_NUMBER_REQUIRED = "PHONE_NUMBER_REQUIRED"
    """The phone number is required

    Our advice: Fix the request, then resend.
    """
    PHONE_NUMBER_SIZE_ERROR = "PHONE_NUMBER_SIZE_ERROR"
    """The number of phone numbers exceeds 500

    Our advice: Fix the request, then resend.
    """
    TOKEN_AUDIO_REQUIRED = "TOKEN_AUDIO_REQUIRED"
    """The audio token is required

    Our advice: Fix the request, then resend.
    """
    NOTIFY_URL_INVALID = "NOTIFY_URL_INVALID"
    """The notification URL is invalid

    Our advice: Fix the request, then resend.
    """
    SENDER_NOT_AUTHORIZED = "SENDER_NOT_AUTHORIZED"
    """The sender is not authorized

    Our advice: Fix your account or contract, then resend.
    """
    SENDER_INVALID = "SENDER_INVALID"
    """The sender is invalid

    Our advice: Fix the request, then resend.
    """
    AUDIO_FILE_NOT_FOUND = "AUDIO_FILE_NOT_FOUND"
    """The audio file is not found

    Our advice: Fix the request, then resend.
    """
    DESTINATION_INVALID = "DESTINATION_INVALID"
    """The phone number is not authorized

    Our advice: Resend only after a change.
    """
    NOT_CREDIT = "NOT_CREDIT"
    """Insufficient credit

    Our advice: Alert a person: your account has too little credit.
    """

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _VOICE_ERROR[self]


_VOICE_ERROR: Final[dict[str, str]] = {
    "PHONE_NUMBER_REQUIRED": "The phone number is required",
    "PHONE_NUMBER_SIZE_ERROR": "The number of phone numbers exceeds 500",
    "TOKEN_AUDIO_REQUIRED": "The audio token is required",
    "NOTIFY_URL_INVALID": "The notification URL is invalid",
    "SENDER_NOT_AUTHORIZED": "The sender is not authorized",
    "SENDER_INVALID": "The sender is invalid",
    "AUDIO_FILE_NOT_FOUND": "The audio file is not found",
    "DESTINATION_INVALID": "The phone number is not authorized",
    "NOT_CREDIT": "Insufficient credit",
}


class MailError(IntCode):
    """SMSPartner: Sending Mail.

    From the page "API Error Codes".
    """

    API_KEY_REQUIRED_1 = 1
    """The API key is required

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    MAIL_CONTENT_REQUIRED = 2
    """The content of the mail is required

    Our advice: Fix the request, then resend.
    """
    API_KEY_REQUIRED_3 = 3
    """The API key is required

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    SENDER_EMAIL_REQUIRED = 4
    """The sender email is required

    Our advice: Fix the request, then resend.
    """
    SENDER_NAME_EMPTY = 5
    """The sender name cannot be empty

    Our advice: Fix the request, then resend.
    """
    ATTACHMENT_URL_REQUIRED = 8
    """The URL of the attachment is required

    Our advice: Fix the request, then resend.
    """
    ATTACHMENT_EXTENSION_NOT_ALLOWED = 9
    """The attachment extension is not allowed

    Our advice: Fix the request, then resend.
    """
    API_KEY_INVALID = 10
    """Incorrect API key

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    INSUFFICIENT_CREDIT = 11
    """Insufficient credit

    Our advice: Alert a person: your account has too little credit.
    """
    EMAIL_IN_UNSUBSCRIBE_LIST = 14
    """The mail is in the unsubscribe list

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    EMAIL_ALREADY_IN_SENDING_LIST = 15
    """The mail is already in the sending list

    Our advice: Never resend: the provider already has it.
    """
    ATTACHMENT_NAME_EMPTY = 16
    """The name of the attachment cannot be empty

    Our advice: Fix the request, then resend.
    """
    TOO_MANY_RECIPIENTS = 17
    """Maximum number of recipients exceeded

    Our advice: Fix the request, then resend.
    """
    RECIPIENT_EMAIL_REQUIRED = 18
    """The recipient's email is required

    Our advice: Fix the request, then resend.
    """
    RECIPIENT_EMAIL_INVALID = 19
    """The recipient's email seems invalid

    Our advice: Stop sending to this address: correct it first.
    """
    ACCOUNT_DISABLED = 20
    """Account disabled

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    RECIPIENT_NAME_EMPTY = 21
    """The recipient's name cannot be empty

    Our advice: Fix the request, then resend.
    """
    RECIPIENT_LIST_REQUIRED = 22
    """The recipient list is required

    Our advice: Fix the request, then resend.
    """
    REPLY_TO_EMAIL_REQUIRED = 23
    """The recipient's reply email is required

    Our advice: Fix the request, then resend.

    Our note: Reads as if the address were the recipient's; it is the reply-to address,
    to which answers go.
    """
    REPLY_TO_EMAIL_INVALID = 24
    """The recipient's reply email seems invalid

    Our advice: Fix the request, then resend.

    Our note: Reads as if the address were the recipient's; it is the reply-to address,
    to which answers go.
    """
    REPLY_TO_NAME_EMPTY = 25
    """The recipient's reply name cannot be empty

    Our advice: Fix the request, then resend.

    Our note: Reads as if the name were the recipient's; it is the name that goes with
    the reply-to address.
    """
    ACCOUNT_BLOCKED = 30
    """Account blocked

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    API_ACCESS_DENIED = 40
    """Access to the API is denied

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    DATE_REQUIRED = 45
    """The date is required

    Our advice: Fix the request, then resend.
    """
    TIME_REQUIRED = 46
    """The time is required

    Our advice: Fix the request, then resend.
    """
    MINUTES_INVALID = 47
    """The minutes digit is invalid

    Our advice: Fix the request, then resend.
    """
    MINUTES_NOT_MULTIPLE_OF_5 = 48
    """Minutes must be between 5 and 55 in intervals of 5 minutes

    Our advice: Fix the request, then resend.
    """
    DATE_INVALID = 49
    """The date is invalid

    Our advice: Fix the request, then resend.
    """
    TOO_MANY_MAILS = 50
    """The number of allowed mails is a maximum of 500

    Our advice: Fix the request, then resend.
    """
    DEFAULT_PRICE_NOT_FOUND = 55
    """No default price has been found

    Our advice: Fix your account or contract, then resend.
    """
    JSON_MALFORMED = 90
    """The JSON is malformed: syntax error

    Our advice: Fix the request, then resend.
    """
    IP_NOT_AUTHORIZED = 96
    """The IP is not authorized

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    TOO_MANY_REQUESTS = 429
    """Too many requests made in one minute (limit: 2000 requests / minute / IP Address)

    Our advice: Retry later, after 60 seconds.
    """
    QUEUEING_FAILED = 500
    """Problem adding the mail to the queue

    Our advice: Retry later. A resend may arrive twice.
    """

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _MAIL_ERROR[self]


_MAIL_ERROR: Final[dict[int, str]] = {
    1: "The API key is required",
    2: "The content of the mail is required",
    3: "The API key is required",
    4: "The sender email is required",
    5: "The sender name cannot be empty",
    8: "The URL of the attachment is required",
    9: "The attachment extension is not allowed",
    10: "Incorrect API key",
    11: "Insufficient credit",
    14: "The mail is in the unsubscribe list",
    15: "The mail is already in the sending list",
    16: "The name of the attachment cannot be empty",
    17: "Maximum number of recipients exceeded",
    18: "The recipient's email is required",
    19: "The recipient's email seems invalid",
    20: "Account disabled",
    21: "The recipient's name cannot be empty",
    22: "The recipient list is required",
    23: "The recipient's reply email is required",
    24: "The recipient's reply email seems invalid",
    25: "The recipient's reply name cannot be empty",
    30: "Account blocked",
    40: "Access to the API is denied",
    45: "The date is required",
    46: "The time is required",
    47: "The minutes digit is invalid",
    48: "Minutes must be between 5 and 55 in intervals of 5 minutes",
    49: "The date is invalid",
    50: "The number of allowed mails is a maximum of 500",
    55: "No default price has been found",
    90: "The JSON is malformed: syntax error",
    96: "The IP is not authorized",
    429: "Too many requests made in one minute (limit: 2000 requests / minute / IP Address)",
    500: "Problem adding the mail to the queue",
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (
    SendingError,
    CancellationError,
    StatusRetrievalError,
    MessageStatus,
    SmsStatus,
    NumberVerificationError,
    LocationError,
    SubaccountError,
    HlrStatus,
    HlrError,
    VoiceError,
    MailError,
)
"""All lists of the provider, in documented order."""
