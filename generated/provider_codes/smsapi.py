# Generated from smsapi.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:b64daa7ae524a897b2a56d0bfcb78dbd943ca0f7f49d061022db9d9c99697860 of all below this line.
"""Codes of SMSAPI, as documented in the transcribed edition.

The page "Statuses and error codes" (https://www.smsapi.com/docs/) was transcribed on
2026-11-22.

Its pages do not say in which field these arrive: DeliveryStatus and ErrorCode.
"""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "DeliveryStatus",
    "ErrorCode",
]

# fmt: off


class DeliveryStatus(IntCode):
    """SMSAPI: Delivery statuses.

    From the page "Statuses and error codes".

    Our note: The page goes from 406 to 408.
    """

    NOT_FOUND = 401
    """Wrong ID or report has expired.

    Our advice: Not stated whether a resend helps: ask a person. A resend may arrive
    twice.
    """
    EXPIRED = 402
    """Messages expired.

    Our advice: Retry later.
    """
    SENT = 403
    """Message is sent.

    Our advice: Do not resend: still on its way.
    """
    DELIVERED = 404
    """Message is delivered to recipient.

    Our advice: Do not resend: it arrived.
    """
    UNDELIVERED = 405
    """Message is undelivered (invalid number, roaming error etc).

    Our advice: Not delivered. Not stated whether a resend helps: ask a person.
    """
    FAILED = 406
    """Sending message failed – please report it to us.

    Our advice: Not delivered. Not stated whether a resend helps: ask a person.
    """
    UNKNOWN = 408
    """No report (message may be either delivered or not).

    Our advice: Not stated whether a resend helps: ask a person. A resend may arrive
    twice.
    """
    QUEUED = 409
    """Message is waiting to be sent.

    Our advice: Do not resend: still on its way.
    """
    ACCEPTED = 410
    """Message is delivered to operator.

    Our advice: Do not resend: still on its way.
    """

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _DELIVERY_STATUS[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _DELIVERY_STATUS[self][1]


_DELIVERY_STATUS: Final[dict[int, tuple[str, str]]] = {
    401: ("NOT_FOUND", "Wrong ID or report has expired."),
    402: ("EXPIRED", "Messages expired."),
    403: ("SENT", "Message is sent."),
    404: ("DELIVERED", "Message is delivered to recipient."),
    405: ("UNDELIVERED", "Message is undelivered (invalid number, roaming error etc)."),
    406: ("FAILED", "Sending message failed – please report it to us."),
    408: ("UNKNOWN", "No report (message may be either delivered or not)."),
    409: ("QUEUED", "Message is waiting to be sent."),
    410: ("ACCEPTED", "Message is delivered to operator."),
}


class ErrorCode(IntCode):
    """SMSAPI: API Error Codes.

    From the page "Statuses and error codes".
    """

    REQUEST_ERROR = 8
    """Error in request (please report)

    Our advice: Fix the request, then resend.
    """
    MESSAGE_LENGTH_OR_CHARS_INVALID = 11
    """Message too long or there is no message or parameter nounicode is set and special
    characters (including Polish characters) are used.

    Our advice: Fix the request, then resend.
    """
    SINGLE_MESSAGE_TOO_LONG = 12
    """Message has over 160 chars when parameter &single=1.

    Our advice: Fix the request, then resend.
    """
    NO_VALID_PHONE_NUMBERS = 13
    """Lack of valid phone numbers (invalid or blacklisted numbers).

    Our advice: Fix the request, then resend.
    """
    SENDER_NAME_INVALID = 14
    """Invalid sender name.

    Our advice: Fix the request, then resend.
    """
    FLASH_MESSAGE_CHARS_NOT_ALLOWED = 17
    """FLASH message cannot contain special characters.

    Our advice: Fix the request, then resend.
    """
    PARAMETER_COUNT_INVALID = 18
    """Invalid number of parameters.

    Our advice: Fix the request, then resend.
    """
    TOO_MANY_MESSAGES_IN_REQUEST = 19
    """Too many messages in one request.

    Our advice: Fix the request, then resend.
    """
    IDX_COUNT_INVALID = 20
    """Invalid number of IDX parameters.

    Our advice: Fix the request, then resend.
    """
    IDX_TOO_LONG = 27
    """Too long IDX parameter. Maximum 255 chars.

    Our advice: Fix the request, then resend.
    """
    TIME_RESTRICTION_INVALID = 28
    """Invalid value of parameter time_restriction. Available values are: FOLLOW, IGNORE
    or NEAREST_AVAILABLE.

    Our advice: Fix the request, then resend.
    """
    UDH_INVALID = 30
    """Wrong UDH parameter when &datacoding=bin

    Our advice: Fix the request, then resend.
    """
    BINARY_FOOTER_NOT_ALLOWED = 36
    """Trying to send bin message with footer is disallowed!

    Our advice: Fix the request, then resend.
    """
    RECIPIENT_GROUP_NOT_FOUND = 40
    """No group with given name in contacts database.

    Our advice: Fix the request, then resend.
    """
    RECIPIENT_GROUP_EMPTY = 41
    """Chosen group is empty.

    Our advice: Fix the request, then resend.
    """
    SENDING_DATE_TOO_FAR_AHEAD = 50
    """Messages may be scheduled up to 3 months in the future.

    Our advice: Fix the request, then resend.
    """
    TOO_MANY_MESSAGES_TO_NUMBER = 52
    """Too many attempts of sending messages to one number (maximum 10 attempts within
    60s).

    Our advice: Retry later, after 60 seconds.
    """
    IDX_NOT_UNIQUE = 53
    """Not unique idx parameter, message with the same idx has been already sent and
    &check_idx=1.

    Our advice: Never resend: the provider already has it.
    """
    DATE_FORMAT_INVALID = 54
    """Wrong date format (only unix timestamp and ISO 8601) when &date_validate=1.

    Our advice: Fix the request, then resend.
    """
    EXPIRATION_OUT_OF_RANGE = 56
    """The difference between date sent and expiration date can't be less than 1 and
    more tha 72 hours.

    Our advice: Fix the request, then resend.
    """
    RECIPIENT_BLACKLISTED = 57
    """Recipient's number is on blacklist.

    Our advice: Stop sending to this address: it opted out or is blocked.
    """
    DISCOUNT_CODE_GROUP_NOT_FOUND = 60
    """Group of codes with given name doesn't exist.

    Our advice: Fix the request, then resend.
    """
    DISCOUNT_CODE_GROUP_EXPIRED = 61
    """Group of codes expiry date has passed.

    Our advice: Fix your account or contract, then resend.
    """
    DISCOUNT_CODE_GROUP_EXHAUSTED = 62
    """No more codes in given group (every code has been used already)

    Our advice: Fix your account or contract, then resend.
    """
    INSUFFICIENT_DISCOUNT_CODES = 65
    """Not enough discount codes for the sending. The number of discount codes must be
    at least equal to number of messages to be sent.

    Our advice: Fix your account or contract, then resend.
    """
    DISCOUNT_CODE_TAG_REQUIRED = 66
    """There is no [%code] tag in the message with a &discount_group parameter (this tag
    is required)

    Our advice: Fix the request, then resend.
    """
    NOTIFY_URL_INVALID = 70
    """Invalid CALLBACK address in notify_url parameter.

    Our advice: Fix the request, then resend.
    """
    NOTIFY_URL_NOT_ALLOWED_IN_BULK = 72
    """Parameter notify_url may be used only for single request (cannot be used for bulk
    submissions).

    Our advice: Fix the request, then resend.
    """
    SENDING_TIME_OUTSIDE_USER_WINDOW = 74
    """Date of sent is outside allowed timeframe set for this user.

    Our advice: Fix the request, then resend.
    """
    NO_PLANNED_MESSAGES_TO_DELETE = 75
    """No planned messages to delete.

    Our advice: Nothing to do.
    """
    ENCODING_INVALID = 76
    """Invalid encoding used in request. UTF-8 is required.

    Our advice: Fix the request, then resend.
    """
    AUTHORIZATION_INVALID = 101
    """Invalid authorization info. ATTENTION! API password may be different than web
    panel password.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    USERNAME_OR_PASSWORD_INVALID = 102
    """Invalid username or password.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    INSUFFICIENT_CREDIT = 103
    """Insufficient credits on Your account.

    Our advice: Alert a person: your account has too little credit.
    """
    TEMPLATE_NOT_FOUND = 104
    """No such template.

    Our advice: Fix the request, then resend.
    """
    IP_ADDRESS_NOT_ALLOWED = 105
    """Wrong IP address (for IP filter turned on).

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    LINK_INVALID = 106
    """Invalid link

    Our advice: Fix the request, then resend.
    """
    ACTION_NOT_ALLOWED_FOR_ACCOUNT = 110
    """Action not allowed for your account

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    MESSAGE_SUBMISSION_FAILED = 200
    """Unsuccessful message submission, please repeat your request.

    Our advice: Retry later.
    """
    SYSTEM_INTERNAL_ERROR_201 = 201
    """System internal error (please report).

    Our advice: Retry later. A resend may arrive twice.
    """
    TOO_MANY_SIMULTANEOUS_REQUESTS = 202
    """Too many simultaneous request, message won't be sent.

    Our advice: Retry later.
    """
    TOO_MANY_REQUESTS = 203
    """Too many requests. Please try again later.

    Our advice: Retry later.
    """
    POINTS_PARAMETER_INVALID = 300
    """Invalid parameter &points value, &points=1 expected.

    Our advice: Fix the request, then resend.
    """
    MESSAGE_ID_NOT_FOUND = 301
    """ID of messages doesn't exist.

    Our advice: Fix the request, then resend.
    """
    STATUS_MESSAGE_ID_INVALID = 400
    """Invalid message ID of a status response.

    Our advice: Fix the request, then resend.
    """
    SYSTEM_INTERNAL_ERROR_999 = 999
    """System internal error (please report).

    Our advice: Retry later. A resend may arrive twice.
    """
    MAIN_USER_ONLY = 1000
    """Action only available for main user.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    USER_ACTION_INVALID = 1001
    """Invalid action (expected one of following parameters: add_user, set_user,
    get_user, credits).

    Our advice: Fix the request, then resend.
    """
    SUBUSER_ADD_ERROR = 1010
    """Subuser's adding error.

    Our advice: Not stated whether a resend helps: ask a person.
    """
    SUBUSER_EDIT_ERROR = 1020
    """Subuser's editing error.

    Our advice: Not stated whether a resend helps: ask a person.
    """
    SUBUSER_NO_DATA_TO_EDIT = 1021
    """No data to edit, at least one parameter has to be edited.

    Our advice: Fix the request, then resend.
    """
    USER_LOOKUP_ERROR = 1030
    """Checking user's data error.

    Our advice: Not stated whether a resend helps: ask a person.
    """
    SUBUSER_NOT_FOUND = 1032
    """Subuser doesn't exist for this main user. This error may also occur when trying
    to get a subuser which does not contain main account username prefix and not using
    without_prefix parameter.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_DATA_ERROR = 1100
    """Subuser's data error.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_NAME_INVALID = 1110
    """Invalid new subuser's name

    Our advice: Fix the request, then resend.
    """
    SUBUSER_NAME_REQUIRED = 1111
    """New subuser's name is missing.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_NAME_TOO_SHORT = 1112
    """Too short new subuser's name, it has to contain minimum 3 characters.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_NAME_TOO_LONG = 1113
    """Too long new subuser's name, subuser's name with main user's prefix may contain
    maximum 32 characters.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_NAME_CHARS_NOT_ALLOWED = 1114
    """Not allowed characters occured in subuser's name, following are allowed: letters
    [A – Z], digits [0 – 9] and following others @, -, _ and ..

    Our advice: Fix the request, then resend.
    """
    SUBUSER_NAME_EXISTS = 1115
    """Another user with the same name exists.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_PASSWORD_ERROR = 1120
    """New subuser's password error.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_PASSWORD_TOO_SHORT = 1121
    """Password too short.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_PASSWORD_TOO_LONG = 1122
    """Password too long.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_PASSWORD_NOT_MD5 = 1123
    """Password should be hashed with MD5.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_CREDIT_LIMIT_ERROR = 1130
    """Credit limit error

    Our advice: Fix the request, then resend.
    """
    SUBUSER_CREDIT_LIMIT_NOT_NUMERIC = 1131
    """Parameter limit ought to be a number.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_MONTH_LIMIT_ERROR = 1140
    """Month limit error.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_MONTH_LIMIT_NOT_NUMERIC = 1141
    """Parameter month_limit ought to be a number.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_SENDERS_FLAG_INVALID = 1150
    """Wrong senders parameter value, binnary 0 and 1 values allowed.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_PHONEBOOK_FLAG_INVALID = 1160
    """Wrong phonebook parameter vaule, binnary 0 and 1 values allowed.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_ACTIVE_FLAG_INVALID = 1170
    """Wrong active parameter vaule, binnary 0 and 1 values allowed.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_INFO_ERROR = 1180
    """Parameter info error.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_INFO_TOO_LONG = 1183
    """Parameter info is too long.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_API_PASSWORD_ERROR = 1190
    """API password for subuser's account error.

    Our advice: Fix the request, then resend.
    """
    SUBUSER_API_PASSWORD_LENGTH_INVALID = 1192
    """Wrong API password lenght (password hashed with MD5 should have 32 chars).

    Our advice: Fix the request, then resend.
    """
    SUBUSER_API_PASSWORD_NOT_MD5 = 1193
    """API password should be hashed with MD5.

    Our advice: Fix the request, then resend.
    """
    SENDER_NAME_ACTION_INVALID = 2001
    """Invalid action (parameter add, status, delete or list expected).

    Our advice: Fix the request, then resend.
    """
    SENDER_NAME_ADD_ERROR = 2010
    """New sender name adding error.

    Our advice: Not stated whether a resend helps: ask a person.
    """
    SENDER_NAME_STATUS_CHECK_ERROR = 2030
    """Sender name's status checking error.

    Our advice: Not stated whether a resend helps: ask a person.
    """
    SENDER_NAME_NOT_FOUND = 2031
    """Such sender name doesn't exist.

    Our advice: Fix the request, then resend.
    """
    DEFAULT_SENDER_NAME_ERROR = 2060
    """Default sender name error.

    Our advice: Not stated whether a resend helps: ask a person.
    """
    SENDER_NAME_NOT_ACTIVE = 2061
    """Sender name has to be active for setting it as default.

    Our advice: Fix your account or contract, then resend.
    """
    SENDER_NAME_ALREADY_DEFAULT = 2062
    """This sender name is already set as default.

    Our advice: Nothing to do.
    """
    SENDER_NAME_DATA_ERROR = 2100
    """Data error.

    Our advice: Fix the request, then resend.
    """
    SENDER_NAME_ERROR = 2110
    """Sender name error.

    Our advice: Fix the request, then resend.
    """
    SENDER_NAME_REQUIRED = 2111
    """Sender name is missing for adding new sender name action (parameter &add is
    empty).

    Our advice: Fix the request, then resend.
    """
    SENDER_NAME_FORMAT_INVALID = 2112
    """Invalid Sender Name's name (i.e. Name containing special chars or name too long),
    sender name may contain up to 11 chars, chars allowed: a-z A-Z 0-9 - . [spacebar]

    Our advice: Fix the request, then resend.
    """
    SENDER_NAME_EXISTS = 2115
    """Sender name already exist

    Our advice: Fix the request, then resend.
    """
    CONTACTS_GENERAL_ERROR = 4000
    """General contacts database error.

    Our advice: Not stated whether a resend helps: ask a person.
    """
    CONTACTS_ACTION_NOT_ALLOWED_FOR_ACCOUNT = 4001
    """Action not available for this account.

    Our advice: Alert a person: your credentials or permissions do not suffice.
    """
    CONTACTS_ACTION_INVALID = 4002
    """Invalid action.

    Our advice: Fix the request, then resend.
    """
    CONTACTS_PARAMETER_INVALID = 4003
    """Invalid parameter usage.

    Our advice: Fix the request, then resend.
    """
    CONTACTS_LIMIT_PARAMETER_TOO_LARGE = 4004
    """Too large limit parameter value (i.e. for list_contacts action maximum value is
    200).

    Our advice: Fix the request, then resend.
    """
    GROUP_ACTION_ERROR = 4100
    """General groups' action error.

    Our advice: Not stated whether a resend helps: ask a person.
    """
    GROUP_NOT_FOUND = 4101
    """Group not found.

    Our advice: Fix the request, then resend.
    """
    GROUP_NAME_ERROR = 4110
    """General group's name error.

    Our advice: Fix the request, then resend.
    """
    GROUP_NAME_INVALID = 4111
    """Invalid group's name.

    Our advice: Fix the request, then resend.
    """
    GROUP_NAME_EMPTY = 4112
    """Group's name can not be empty.

    Our advice: Fix the request, then resend.
    """
    GROUP_NAME_TOO_SHORT = 4113
    """Group's name too short (min 2 chars).

    Our advice: Fix the request, then resend.
    """
    GROUP_NAME_TOO_LONG = 4114
    """Group's name too long (max 32 chars).

    Our advice: Fix the request, then resend.
    """
    GROUP_NAME_CHARS_NOT_ALLOWED = 4115
    """Forbidden chars appeard in group's name.

    Our advice: Fix the request, then resend.
    """
    GROUP_EXISTS = 4116
    """Group already exists.

    Our advice: Fix the request, then resend.
    """
    GROUP_INFO_INVALID = 4121
    """Invalid Info field value for groups.

    Our advice: Fix the request, then resend.
    """
    GROUP_INFO_TOO_LONG = 4122
    """Too long Info field value for contact (max 200 chars).

    Our advice: Fix the request, then resend.

    Our note: Says "for contact" but stands among the group codes: the Info field of a
    group is too long. 4241 has the same text for a contact.
    """
    CONTACT_ERROR = 4200
    """General contact error.

    Our advice: Not stated whether a resend helps: ask a person.
    """
    CONTACT_NOT_FOUND = 4201
    """Contact not found.

    Our advice: Fix the request, then resend.
    """
    CONTACT_PHONE_NUMBER_ERROR = 4210
    """General phone number error.

    Our advice: Fix the request, then resend.
    """
    CONTACT_PHONE_NUMBER_INVALID = 4211
    """Invalid phone number.

    Our advice: Fix the request, then resend.
    """
    CONTACT_PHONE_NUMBER_REQUIRED = 4212
    """Contact has to contain phone number.

    Our advice: Fix the request, then resend.
    """
    CONTACT_PHONE_NUMBER_TOO_SHORT = 4213
    """Phone number is too short.

    Our advice: Fix the request, then resend.
    """
    CONTACT_PHONE_NUMBER_TOO_LONG = 4214
    """Phone number is too long.

    Our advice: Fix the request, then resend.
    """
    CONTACT_FIRST_NAME_ERROR = 4220
    """First name error.

    Our advice: Fix the request, then resend.
    """
    CONTACT_FIRST_NAME_TOO_SHORT = 4221
    """First name too short (min 2 chars).

    Our advice: Fix the request, then resend.
    """
    CONTACT_FIRST_NAME_TOO_LONG = 4222
    """First name too long (max 100 chars).

    Our advice: Fix the request, then resend.
    """
    CONTACT_LAST_NAME_ERROR = 4230
    """Last name error.

    Our advice: Fix the request, then resend.
    """
    CONTACT_LAST_NAME_TOO_SHORT = 4231
    """Last name too long (min2 chars).

    Our advice: Fix the request, then resend.

    Our note: Says "too long" and means too short: the text gives a minimum, and 4232 is
    the code for too long.
    """
    CONTACT_LAST_NAME_TOO_LONG = 4232
    """Last name too long (max 100 chars).

    Our advice: Fix the request, then resend.
    """
    CONTACT_INFO_ERROR = 4240
    """Contact Info field error.

    Our advice: Fix the request, then resend.
    """
    CONTACT_INFO_TOO_LONG = 4241
    """Too long Info field value for contact (max 200 chars).

    Our advice: Fix the request, then resend.
    """
    CONTACT_EMAIL_ERROR = 4250
    """E-mail address error for this contact.

    Our advice: Fix the request, then resend.
    """
    CONTACT_BIRTH_DATE_ERROR = 4260
    """Birth date error for this contact.

    Our advice: Fix the request, then resend.
    """
    CONTACT_GROUP_ERROR = 4270
    """Group error for this contact.

    Our advice: Fix the request, then resend.
    """
    CONTACT_GROUP_NOT_FOUND = 4271
    """Group not found.

    Our advice: Fix the request, then resend.
    """
    CONTACT_GROUP_NAME_REQUIRED = 4272
    """Group name is neccessary for group actions.

    Our advice: Fix the request, then resend.
    """
    CONTACT_GENDER_ERROR = 4280
    """Gender error.

    Our advice: Fix the request, then resend.
    """

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _ERROR_CODE[self]


_ERROR_CODE: Final[dict[int, str]] = {
    8: "Error in request (please report)",
    11: "Message too long or there is no message or parameter nounicode is set and special characters (including Polish characters) are used.",
    12: "Message has over 160 chars when parameter &single=1.",
    13: "Lack of valid phone numbers (invalid or blacklisted numbers).",
    14: "Invalid sender name.",
    17: "FLASH message cannot contain special characters.",
    18: "Invalid number of parameters.",
    19: "Too many messages in one request.",
    20: "Invalid number of IDX parameters.",
    27: "Too long IDX parameter. Maximum 255 chars.",
    28: "Invalid value of parameter time_restriction. Available values are: FOLLOW, IGNORE or NEAREST_AVAILABLE.",
    30: "Wrong UDH parameter when &datacoding=bin",
    36: "Trying to send bin message with footer is disallowed!",
    40: "No group with given name in contacts database.",
    41: "Chosen group is empty.",
    50: "Messages may be scheduled up to 3 months in the future.",
    52: "Too many attempts of sending messages to one number (maximum 10 attempts within 60s).",
    53: "Not unique idx parameter, message with the same idx has been already sent and &check_idx=1.",
    54: "Wrong date format (only unix timestamp and ISO 8601) when &date_validate=1.",
    56: "The difference between date sent and expiration date can't be less than 1 and more tha 72 hours.",
    57: "Recipient's number is on blacklist.",
    60: "Group of codes with given name doesn't exist.",
    61: "Group of codes expiry date has passed.",
    62: "No more codes in given group (every code has been used already)",
    65: "Not enough discount codes for the sending. The number of discount codes must be at least equal to number of messages to be sent.",
    66: "There is no [%code] tag in the message with a &discount_group parameter (this tag is required)",
    70: "Invalid CALLBACK address in notify_url parameter.",
    72: "Parameter notify_url may be used only for single request (cannot be used for bulk submissions).",
    74: "Date of sent is outside allowed timeframe set for this user.",
    75: "No planned messages to delete.",
    76: "Invalid encoding used in request. UTF-8 is required.",
    101: "Invalid authorization info. ATTENTION! API password may be different than web panel password.",
    102: "Invalid username or password.",
    103: "Insufficient credits on Your account.",
    104: "No such template.",
    105: "Wrong IP address (for IP filter turned on).",
    106: "Invalid link",
    110: "Action not allowed for your account",
    200: "Unsuccessful message submission, please repeat your request.",
    201: "System internal error (please report).",
    202: "Too many simultaneous request, message won't be sent.",
    203: "Too many requests. Please try again later.",
    300: "Invalid parameter &points value, &points=1 expected.",
    301: "ID of messages doesn't exist.",
    400: "Invalid message ID of a status response.",
    999: "System internal error (please report).",
    1000: "Action only available for main user.",
    1001: "Invalid action (expected one of following parameters: add_user, set_user, get_user, credits).",
    1010: "Subuser's adding error.",
    1020: "Subuser's editing error.",
    1021: "No data to edit, at least one parameter has to be edited.",
    1030: "Checking user's data error.",
    1032: "Subuser doesn't exist for this main user. This error may also occur when trying to get a subuser which does not contain main account username prefix and not using without_prefix parameter.",
    1100: "Subuser's data error.",
    1110: "Invalid new subuser's name",
    1111: "New subuser's name is missing.",
    1112: "Too short new subuser's name, it has to contain minimum 3 characters.",
    1113: "Too long new subuser's name, subuser's name with main user's prefix may contain maximum 32 characters.",
    1114: "Not allowed characters occured in subuser's name, following are allowed: letters [A – Z], digits [0 – 9] and following others @, -, _ and ..",
    1115: "Another user with the same name exists.",
    1120: "New subuser's password error.",
    1121: "Password too short.",
    1122: "Password too long.",
    1123: "Password should be hashed with MD5.",
    1130: "Credit limit error",
    1131: "Parameter limit ought to be a number.",
    1140: "Month limit error.",
    1141: "Parameter month_limit ought to be a number.",
    1150: "Wrong senders parameter value, binnary 0 and 1 values allowed.",
    1160: "Wrong phonebook parameter vaule, binnary 0 and 1 values allowed.",
    1170: "Wrong active parameter vaule, binnary 0 and 1 values allowed.",
    1180: "Parameter info error.",
    1183: "Parameter info is too long.",
    1190: "API password for subuser's account error.",
    1192: "Wrong API password lenght (password hashed with MD5 should have 32 chars).",
    1193: "API password should be hashed with MD5.",
    2001: "Invalid action (parameter add, status, delete or list expected).",
    2010: "New sender name adding error.",
    2030: "Sender name's status checking error.",
    2031: "Such sender name doesn't exist.",
    2060: "Default sender name error.",
    2061: "Sender name has to be active for setting it as default.",
    2062: "This sender name is already set as default.",
    2100: "Data error.",
    2110: "Sender name error.",
    2111: "Sender name is missing for adding new sender name action (parameter &add is empty).",
    2112: "Invalid Sender Name's name (i.e. Name containing special chars or name too long), sender name may contain up to 11 chars, chars allowed: a-z A-Z 0-9 - . [spacebar]",
    2115: "Sender name already exist",
    4000: "General contacts database error.",
    4001: "Action not available for this account.",
    4002: "Invalid action.",
    4003: "Invalid parameter usage.",
    4004: "Too large limit parameter value (i.e. for list_contacts action maximum value is 200).",
    4100: "General groups' action error.",
    4101: "Group not found.",
    4110: "General group's name error.",
    4111: "Invalid group's name.",
    4112: "Group's name can not be empty.",
    4113: "Group's name too short (min 2 chars).",
    4114: "Group's name too long (max 32 chars).",
    4115: "Forbidden chars appeard in group's name.",
    4116: "Group already exists.",
    4121: "Invalid Info field value for groups.",
    4122: "Too long Info field value for contact (max 200 chars).",
    4200: "General contact error.",
    4201: "Contact not found.",
    4210: "General phone number error.",
    4211: "Invalid phone number.",
    4212: "Contact has to contain phone number.",
    4213: "Phone number is too short.",
    4214: "Phone number is too long.",
    4220: "First name error.",
    4221: "First name too short (min 2 chars).",
    4222: "First name too long (max 100 chars).",
    4230: "Last name error.",
    4231: "Last name too long (min2 chars).",
    4232: "Last name too long (max 100 chars).",
    4240: "Contact Info field error.",
    4241: "Too long Info field value for contact (max 200 chars).",
    4250: "E-mail address error for this contact.",
    4260: "Birth date error for this contact.",
    4270: "Group error for this contact.",
    4271: "Group not found.",
    4272: "Group name is neccessary for group actions.",
    4280: "Gender error.",
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (
    DeliveryStatus,
    ErrorCode,
)
"""All lists of the provider, in documented order."""
