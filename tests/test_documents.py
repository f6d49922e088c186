"""What a careless transcription of the five pages would get wrong, in the imported library.

Every value here was read from a page and written down by hand; nothing comes from a spec.
"""

from collections.abc import Iterable
from importlib import import_module

import pytest
from provider_codes import PROVIDERS, IntCode, StrCode, ecall, find, fonedynamics
from provider_codes import infobip, smsapi, smspartner

Codes = type[IntCode] | type[StrCode]


def numbers(codes: Iterable[IntCode]) -> list[int]:
    """The values of some codes, in order."""
    return [code.value for code in codes]


def rows(code_list: Codes) -> list[tuple[int | str, str]]:
    """What a page without names has of each code: the value and the text."""
    return [(code.value, code.description) for code in code_list]


# Every row is one code

COUNTS = {
    "ecall": {"HttpStatus": 5, "ResultCode": 39},
    "fonedynamics": {"HttpStatus": 4, "ErrorCode": 53},
    "infobip": {
        "GeneralStatus": 25,
        "VoiceStatus": 13,
        "PushStatus": 2,
        "GeneralError": 86,
        "VoiceError": 23,
        "PushError": 12,
        "EmailError": 15,
        "ChatError": 13,
    },
    "smsapi": {"DeliveryStatus": 9, "ErrorCode": 125},
    "smspartner": {
        "SendingError": 29,  # with 992, which stands outside of the table
        "CancellationError": 8,
        "StatusRetrievalError": 8,
        "MessageStatus": 4,
        "SmsStatus": 8,
        "NumberVerificationError": 7,
        "LocationError": 31,
        "SubaccountError": 8,
        "HlrStatus": 15,
        "HlrError": 63,  # 64 rows, of which one is an alias
        "VoiceError": 9,
        "MailError": 34,
    },
}


def test_there_are_five_providers() -> None:
    assert PROVIDERS == ("ecall", "fonedynamics", "infobip", "smsapi", "smspartner")


@pytest.mark.parametrize("slug", COUNTS)
def test_every_row_is_a_code(slug: str) -> None:
    """The lists in the order of the page, each with as many codes as the page has rows."""
    lists: tuple[Codes, ...] = import_module(f"provider_codes.{slug}").LISTS
    assert {one.__name__: len(one) for one in lists} == COUNTS[slug]
    assert [one.__name__ for one in lists] == list(COUNTS[slug])


def test_the_sums() -> None:
    sums = {slug: sum(lists.values()) for slug, lists in COUNTS.items()}
    assert sums == {
        "ecall": 44,
        "fonedynamics": 57,
        "infobip": 189,
        "smsapi": 134,
        "smspartner": 225 - 1,
    }
    assert sum(sums.values()) == 648
    assert sum(len(lists) for lists in COUNTS.values()) == 26


# eCall


def test_ecall_has_ok_twice() -> None:
    assert ecall.HttpStatus.OK.value == 200
    assert ecall.HttpStatus.OK.description == "Job was accepted successfully"
    assert ecall.ResultCode.OK.value == 0
    assert ecall.ResultCode.OK.description == "Message submitted successfully"
    assert [type(code) for code in find(0, "OK")] == [ecall.ResultCode]


@pytest.mark.parametrize(
    ("code", "value", "documented_name"),
    [
        (ecall.HttpStatus.BAD_REQUEST, 400, "BadRequest"),
        (ecall.HttpStatus.INTERNAL_SERVER_ERROR, 500, "InternalServerError"),
        (ecall.ResultCode.ADR_ADC_INVALID, 11100, "AdrAdCInvalid"),
        (ecall.ResultCode.ADR_NAD_INVALID, 11101, "AdrNAdInvalid"),
        (ecall.ResultCode.ID_DOES_NOT_EXIST, 11502, "IDDoesNotExist"),
        (ecall.ResultCode.CB_MSG_ERROR, 11800, "CBMsgError"),
        (ecall.ResultCode.ANSWER_INVALID, 11810, "AnswerInvalid"),
        # From here on the page has phrases for names.
        (ecall.ResultCode.TOO_MANY_ATTACHMENTS, 11904, "Too many attachments"),
        (ecall.ResultCode.ATTACHMENTS_TOO_LARGE, 11905, "Attachment(s) too large"),
        (ecall.ResultCode.FILE_TYPE_NOT_SUPPORTED, 11906, "File type not supported"),
        (
            ecall.ResultCode.ERROR_WHILE_PROCESSING_THE_ATTACHMENTS,
            11907,
            "Error while processing the attachments",
        ),
        (
            ecall.ResultCode.ERROR_WHILE_SAVING_THE_ATTACHMENTS,
            11908,
            "Error while saving the attachments",
        ),
        (ecall.ResultCode.JOB_NOT_FOUND_IN_LOG, 11910, "Job not found in Log"),
        (ecall.ResultCode.JOB_ID_REQUIRED, 11911, "JobID required"),
        (ecall.ResultCode.JOB_IS_SCHEDULED, 11912, "Job is scheduled"),
        (ecall.ResultCode.JOB_IN_PROGRESS, 11913, "Job in progress"),
        (
            ecall.ResultCode.ATTACHMENT_NAME_EXCEEDES_CHAR_LIMIT,
            11914,
            "Attachment name exceedes char limit",
        ),
        (ecall.ResultCode.UNKNOWN_ERROR, 11999, "Unknown error"),
    ],
)
def test_ecall_names_stay_as_documented(code: IntCode, value: int, documented_name: str) -> None:
    assert code.value == value
    assert code.documented_name == documented_name
    assert type(code).documented_as(documented_name) == (code,)


def test_ecall_names_with_blanks_are_those_of_the_attachments_and_jobs() -> None:
    found = [code for code in ecall.ResultCode if " " in code.documented_name]
    assert numbers(found) == [11904, 11905, 11906, 11907, 11908, *range(11910, 11915), 11999]


def test_ecall_calls_nothing_permanent() -> None:
    """The page has no such column; 0, 11912 and 11913 are no errors, though listed with them."""
    for value, description in (
        (0, "Message submitted successfully"),
        (11912, "Job is scheduled for a future time"),
        (11913, "Job is still being processed"),
    ):
        assert ecall.ResultCode(value).description == description
    assert {code.permanent for code in (*ecall.HttpStatus, *ecall.ResultCode)} == {None}


def test_ecall_facts_beside_the_codes() -> None:
    assert ecall.CLIENT_REQUEST_ID_HEADER == "x-f24-client-request-id"
    assert ecall.CLIENT_REQUEST_ID_MAX_LENGTH == 100
    assert ecall.SERVER_REQUEST_ID_HEADER == "x-f24-request-id"
    assert ecall.SOURCE_IP_ADDRESSES == ("193.93.208.200", "193.93.208.149", "193.93.208.153")
    enums = {"HttpStatus", "ResultCode", "LISTS"}
    assert set(ecall.__all__) - enums == {
        "CLIENT_REQUEST_ID_HEADER",
        "CLIENT_REQUEST_ID_MAX_LENGTH",
        "SERVER_REQUEST_ID_HEADER",
        "SOURCE_IP_ADDRESSES",
    }


def test_ecall_markup_is_reduced_to_its_text() -> None:
    """Backticks go, and neither the hint box nor what addresses agents is a code."""
    assert ecall.ResultCode(11911).description == "A JobID is required for status queries"
    texts = [code.description for code in (*ecall.HttpStatus, *ecall.ResultCode)]
    assert not [text for text in texts if "`" in text or "{%" in text or "GitBook" in text]


# Infobip

BAD_REQUESTS = [
    (5400, "Received request was rejected because is wasn't formatted correctly."),
    (5403, "Received request was rejected by the operator."),
    (
        5408,
        "There was no coverage for specific destination number or the end user couldn't be found "
        "on time during the call.",
    ),
    (
        5487,
        "Request has terminated by a cancel button and end user refused to receive a voice call.",
    ),
    (5491, "The format of the request is not supported on operator's end."),
]


def test_infobip_has_one_name_for_five_codes() -> None:
    found = infobip.VoiceError.documented_as("EC_VOICE_ERROR_BAD_REQUEST")
    assert [(code.value, code.description) for code in found] == BAD_REQUESTS
    assert [code.name for code in found] == [
        f"EC_VOICE_ERROR_BAD_REQUEST_{value}" for value, _ in BAD_REQUESTS
    ]
    assert {code.documented_name for code in found} == {"EC_VOICE_ERROR_BAD_REQUEST"}
    assert "EC_VOICE_ERROR_BAD_REQUEST" not in infobip.VoiceError.__members__


def test_infobip_has_that_name_for_no_other_code() -> None:
    names = [code.documented_name for one in infobip.LISTS for code in one]
    assert names.count("EC_VOICE_ERROR_BAD_REQUEST") == 5
    assert len(names) - len(set(names)) == 4


def test_infobip_blanks_at_the_end_are_gone() -> None:
    assert infobip.PushStatus(65).documented_name == "REJECTED_NO_APPLICATION"
    assert infobip.PushStatus.REJECTED_NO_APPLICATION.value == 65
    assert infobip.VoiceError(5503).description == "The service failed to complete the request."


def test_infobip_links_keep_their_text() -> None:
    assert infobip.VoiceStatus(56).description == (
        "Native to Voice services, this status is returned in case the notifyUrl parameter is not "
        "formatter properly. Please revisit the documentation here."
    )
    assert infobip.VoiceStatus(57).description == (
        "Native to Voice services, this status is returned in case the notifyContentType "
        "parameter is not formatter properly. Please revisit the documentation on here."
    )
    assert infobip.PushStatus(65).description.endswith(
        "It's possible to get all available applications here. Or check configuration here."
    )
    assert infobip.PushStatus(66).description.endswith(
        "You also can check you valid registrations by filtering in our web interface. More "
        "information about User Data you can find at our SDK pages: iOS and Android"
    )


def test_infobip_code_within_a_text_is_text() -> None:
    """The first piece of code in the row is the name; what follows belongs to the text."""
    assert infobip.PushStatus(65).description.startswith(
        "The status occurs when in Push API call is used invalid or not existent ApplicationCode "
        "in field from. Each application profile has it's own unique ApplicationCode."
    )
    text = infobip.PushStatus(66).description
    assert infobip.PushStatus(66).documented_name == "UNDELIVERABLE_NO_DESTINATION"
    assert "doesn't resolve any pushRegistrationIds as destinations" in text
    assert "Field to is used to query the message recipient segment." in text
    assert "In this case you have to use CloudType: GCM and API internally" in text
    assert 'try to target by some "tag" which' in text


def test_infobip_line_breaks_are_blanks() -> None:
    assert infobip.GeneralStatus(24).description.endswith(
        "visit the below articles or contact our Support team for clarification. "
        "https://en.wikipedia.org/wiki/User_Data_Header "
        "https://en.wikipedia.org/wiki/Concatenated_SMS"
    )
    texts = [code.description for one in infobip.LISTS for code in one]
    assert not [text for text in texts if "<" in text or "`" in text or "](" in text]


def test_infobip_examples_are_no_codes() -> None:
    """The two JSON objects on the page have other texts than the tables."""
    assert infobip.GeneralStatus(5).description == (
        "Message has been successfully processed and delivered to recipient."
    )
    assert infobip.GeneralError(0).description == (
        "There is no error description provided. Mostly returned for successful delivery or when "
        "error code was not returned by the operator."
    )
    assert infobip.find_status_group(0) == ()


@pytest.mark.parametrize(
    ("value", "status", "error"),
    [
        (5, "DELIVERED_TO_HANDSET", "EC_UNIDENTIFIED_SUBSCRIBER"),
        (6, "REJECTED_NETWORK", "EC_ABSENT_SUBSCRIBER_SM"),
        (8, "REJECTED_PREFIX_MISSING", "EC_ROAMING_NOT_ALLOWED"),
        (9, "UNDELIVERABLE_NOT_DELIVERED", "EC_ILLEGAL_SUBSCRIBER"),
        (10, "REJECTED_DND", "EC_BEARER_SERVICE_NOT_PROVISIONED"),
        (11, "REJECTED_SOURCE", "EC_TELESERVICE_NOT_PROVISIONED"),
        (12, "REJECTED_NOT_ENOUGH_CREDITS", "EC_ILLEGAL_EQUIPMENT"),
        (13, "REJECTED_SENDER", "EC_CALL_BARRED"),
        (20, "REJECTED_FLOODING_FILTER", "EC_SS_INCOMPATIBILITY"),
        (21, "REJECTED_SYSTEM_ERROR", "EC_FACILITY_NOT_SUPPORTED"),
        (51, "MISSING_TO", "EC_RESOURCE_LIMITATION"),
    ],
)
def test_infobip_status_and_error_of_one_number(value: int, status: str, error: str) -> None:
    assert [code.documented_name for code in infobip.find_status(value)] == [status]
    assert [code.documented_name for code in infobip.find_error(value)] == [error]
    assert infobip.GeneralStatus(value) is infobip.GeneralStatus[status]
    assert infobip.GeneralError(value) is infobip.GeneralError[error]


def test_infobip_no_other_number_is_both() -> None:
    statuses = {*infobip.GeneralStatus, *infobip.VoiceStatus, *infobip.PushStatus}
    errors: set[IntCode] = {*infobip.GeneralError, *infobip.VoiceError, *infobip.PushError}
    errors |= {*infobip.EmailError, *infobip.ChatError}
    both = {int(code) for code in statuses} & {int(code) for code in errors}
    assert both == {5, 6, 8, 9, 10, 11, 12, 13, 20, 21, 51}


GROUPS: dict[Codes, dict[int, str]] = {
    infobip.GeneralStatusGroup: {
        1: "PENDING",
        2: "UNDELIVERABLE",
        3: "DELIVERED",
        4: "EXPIRED",
        5: "REJECTED",
    },
    infobip.VoiceStatusGroup: {5: "REJECTED"},
    infobip.PushStatusGroup: {2: "UNDELIVERABLE", 5: "REJECTED"},
    infobip.GeneralErrorGroup: {
        0: "OK",
        1: "HANDSET_ERRORS",
        2: "USER_ERRORS",
        3: "OPERATOR_ERRORS",
    },
    infobip.VoiceErrorGroup: {0: "OK", 1: "HANDSET_ERRORS", 3: "OPERATOR_ERRORS"},
    infobip.PushErrorGroup: {1: "Registration error", 3: "Cloud error"},
    infobip.EmailErrorGroup: {1: "Dropped", 2: "Bounced", 3: "System Error"},
    infobip.ChatErrorGroup: {1: "Client error", 2: "Provider error", 3: "System Error"},
}


@pytest.mark.parametrize("group_enum", GROUPS, ids=lambda found: found.__name__)
def test_infobip_groups_belong_to_their_list(group_enum: Codes) -> None:
    assert {group.value: group.documented_name for group in group_enum} == GROUPS[group_enum]


def test_infobip_a_group_id_means_something_else_in_each_list() -> None:
    assert [(type(group).__name__, group.name) for group in infobip.find_error_group(1)] == [
        ("GeneralErrorGroup", "HANDSET_ERRORS"),
        ("VoiceErrorGroup", "HANDSET_ERRORS"),
        ("PushErrorGroup", "REGISTRATION_ERROR"),
        ("EmailErrorGroup", "DROPPED"),
        ("ChatErrorGroup", "CLIENT_ERROR"),
    ]
    assert [group.documented_name for group in infobip.find_error_group(3)] == [
        "OPERATOR_ERRORS",
        "OPERATOR_ERRORS",
        "Cloud error",
        "System Error",
        "System Error",
    ]


def test_infobip_a_heading_ends_where_the_paragraph_begins() -> None:
    """Both stand in one line of the page, the heading without a blank behind its signs."""
    assert infobip.GeneralStatusGroup.PENDING.description == (
        "Message has been processed and sent to the next instance i.e. mobile operator."
    )
    assert infobip.VoiceStatusGroup.REJECTED.description == (
        "Message has been received, but has either been rejected by Infobip, or the operator has "
        "reverted the rejected as final status."
    )
    assert infobip.PushErrorGroup.CLOUD_ERROR.description == (
        "Messages not sent due to Clouds communication issues."
    )
    assert numbers(infobip.EmailErrorGroup.BOUNCED.codes) == list(range(6006, 6013))


def test_infobip_flags_are_as_documented() -> None:
    """Also where the text says otherwise: that a call was answered is called permanent."""
    assert infobip.VoiceError.VOICE_ANSWERED.permanent is True
    assert infobip.VoiceError.VOICE_ANSWERED.description == (
        "The call has been received and answered."
    )
    assert infobip.VoiceError.VOICE_ANSWERED_MACHINE.permanent is True
    assert infobip.VoiceError.EC_VOICE_USER_BUSY.permanent is True
    assert infobip.GeneralError.EC_RESOURCE_LIMITATION.permanent is True
    assert infobip.PushError.EC_PUSH_CLOUD_TEMP_UNAVAILABLE.permanent is True
    assert infobip.GeneralError.EC_CALL_BARRED.permanent is False
    assert infobip.GeneralError.NO_ERROR.permanent is False
    flags = [code.permanent for code in infobip.PushError]
    assert flags == [True] * 12


def test_infobip_says_nothing_of_the_permanence_of_a_status() -> None:
    for status in (*infobip.GeneralStatus, *infobip.VoiceStatus, *infobip.PushStatus):
        assert status.permanent is None


def test_infobip_misspellings_stay() -> None:
    assert infobip.GeneralError(1538).name == "EC_PA_RESSOURCELIMITATION"
    assert infobip.GeneralError(1538).documented_name == "EC_PA_RESSOURCELIMITATION"
    assert infobip.GeneralError(1538).description == "Resource Limitation"
    assert infobip.GeneralError(1537).name == "EC_PA_SUPPORTINGDIALOGORTRANSACTIONREALEASED"
    assert infobip.GeneralError(1537).description == "Supporting Dialog Or Transaction Realeased"
    assert infobip.GeneralStatus(19).description.startswith("Mesage has been received")
    assert "expected system system error" in infobip.GeneralStatus(21).description
    assert "Applicatoin installed" in infobip.PushStatus(65).description
    assert infobip.GeneralError(2051).documented_name == "EC_INVALIDMSCADDRESS"
    assert infobip.GeneralError(2051).description == "Text blacklisted"


def test_infobip_order_is_that_of_the_page() -> None:
    assert numbers(infobip.PushStatus) == [66, 65]
    assert numbers(infobip.GeneralStatus)[:9] == [3, 7, 26, 4, 9, 2, 5, 15, 29]
    assert numbers(infobip.VoiceError)[:4] == [5000, 5001, 5480, 5002]


# SMSAPI


def test_smsapi_errors_have_no_names() -> None:
    assert {code.documented_name for code in smsapi.ErrorCode} == {None}
    assert {code.documented_names for code in smsapi.ErrorCode} == {()}
    assert {code.group for code in smsapi.ErrorCode} == {None}


@pytest.mark.parametrize(
    ("value", "word", "description"),
    [
        (17, "FLASH", "FLASH message cannot contain special characters."),
        (301, "ID", "ID of messages doesn't exist."),
        (1190, "API", "API password for subuser's account error."),
        (1193, "API", "API password should be hashed with MD5."),
    ],
)
def test_smsapi_a_word_in_capitals_is_no_name(value: int, word: str, description: str) -> None:
    assert smsapi.ErrorCode(value).description == description
    assert smsapi.ErrorCode.documented_as(word) == ()
    assert word not in smsapi.ErrorCode.__members__


def test_smsapi_statuses_have_names() -> None:
    assert [(code.value, code.documented_name) for code in smsapi.DeliveryStatus] == [
        (401, "NOT_FOUND"),
        (402, "EXPIRED"),
        (403, "SENT"),
        (404, "DELIVERED"),
        (405, "UNDELIVERED"),
        (406, "FAILED"),
        (408, "UNKNOWN"),
        (409, "QUEUED"),
        (410, "ACCEPTED"),
    ]


def test_smsapi_400_is_an_error_beside_statuses_that_look_like_http() -> None:
    assert smsapi.ErrorCode(400).description == "Invalid message ID of a status response."
    assert not smsapi.DeliveryStatus.parse(400).listed
    assert smsapi.DeliveryStatus.DELIVERED.value == 404
    assert smsapi.DeliveryStatus(404).description == "Message is delivered to recipient."
    assert not smsapi.DeliveryStatus.parse(407).listed
    assert not smsapi.ErrorCode.parse(404).listed


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [
        (201, 999, "System internal error (please report)."),
        (4101, 4271, "Group not found."),
        (4122, 4241, "Too long Info field value for contact (max 200 chars)."),
    ],
)
def test_smsapi_codes_of_one_text_have_two_names(one: int, other: int, text: str) -> None:
    first, second = smsapi.ErrorCode(one), smsapi.ErrorCode(other)
    assert first.description == second.description == text
    assert first.name != second.name


def test_smsapi_no_other_codes_have_one_text() -> None:
    texts = [code.description for code in smsapi.ErrorCode]
    assert sorted(text for text in set(texts) if texts.count(text) > 1) == [
        "Group not found.",
        "System internal error (please report).",
        "Too long Info field value for contact (max 200 chars).",
    ]


def test_smsapi_a_name_says_where_the_text_does_not() -> None:
    """Groups and contacts are told apart by where they stand, internal errors by nothing."""
    assert smsapi.ErrorCode(4101).name == "GROUP_NOT_FOUND"
    assert smsapi.ErrorCode(4271).name == "CONTACT_GROUP_NOT_FOUND"
    assert smsapi.ErrorCode(4122).name == "GROUP_INFO_TOO_LONG"
    assert smsapi.ErrorCode(4241).name == "CONTACT_INFO_TOO_LONG"
    assert smsapi.ErrorCode(201).name == "SYSTEM_INTERNAL_ERROR_201"
    assert smsapi.ErrorCode(999).name == "SYSTEM_INTERNAL_ERROR_999"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12, "Message has over 160 chars when parameter &single=1."),
        (30, "Wrong UDH parameter when &datacoding=bin"),
        (
            54,
            "Wrong date format (only unix timestamp and ISO 8601) when &date_validate=1.",
        ),
        (
            66,
            "There is no [%code] tag in the message with a &discount_group parameter (this tag is "
            "required)",
        ),
        (300, "Invalid parameter &points value, &points=1 expected."),
        (
            1114,
            "Not allowed characters occured in subuser's name, following are allowed: letters "
            "[A – Z], digits [0 – 9] and following others @, -, _ and ..",
        ),
        (
            2112,
            "Invalid Sender Name's name (i.e. Name containing special chars or name too long), "
            "sender name may contain up to 11 chars, chars allowed: a-z A-Z 0-9 - . [spacebar]",
        ),
    ],
)
def test_smsapi_signs_are_text(value: int, text: str) -> None:
    """No entity of HTML, no template, no end of a sentence too many."""
    assert smsapi.ErrorCode(value).description == text


def test_smsapi_4231_means_too_short() -> None:
    """The text has it the other way round and stays; the name says what is meant."""
    code = smsapi.ErrorCode(4231)
    assert code.description == "Last name too long (min2 chars)."
    assert code.name == "CONTACT_LAST_NAME_TOO_SHORT"
    assert smsapi.ErrorCode(4232).description == "Last name too long (max 100 chars)."
    assert smsapi.ErrorCode(4232).name == "CONTACT_LAST_NAME_TOO_LONG"


@pytest.mark.parametrize(
    ("value", "misspelt"),
    [
        (56, "more tha 72 hours"),
        (1114, "characters occured"),
        (1150, "binnary 0 and 1"),
        (1160, "parameter vaule"),
        (1192, "password lenght"),
        (4115, "chars appeard"),
        (4272, "is neccessary"),
    ],
)
def test_smsapi_misspellings_stay(value: int, misspelt: str) -> None:
    assert misspelt in smsapi.ErrorCode(value).description


# Fone Dynamics


@pytest.mark.parametrize("field", ["ErrorCode", "Message", "Errors", "FieldName"])
def test_fonedynamics_fields_of_the_answer_are_no_codes(field: str) -> None:
    assert not fonedynamics.ErrorCode.parse(field).listed
    names = {*fonedynamics.ErrorCode.__members__, *fonedynamics.HttpStatus.__members__}
    assert not names & {field.upper(), "ERROR_CODE", "FIELD_NAME"}


def test_fonedynamics_names_of_http_have_blanks() -> None:
    assert [(code.value, code.documented_name) for code in fonedynamics.HttpStatus] == [
        (400, "Bad Request"),
        (401, "Unauthorized"),
        (403, "Forbidden"),
        (500, "Internal Server Error"),
    ]
    assert fonedynamics.HttpStatus.documented_as("Bad Request") == (
        fonedynamics.HttpStatus.BAD_REQUEST,
    )


def test_fonedynamics_forbidden_is_a_status_and_a_code() -> None:
    assert fonedynamics.HttpStatus.FORBIDDEN.value == 403
    assert fonedynamics.HttpStatus.FORBIDDEN.documented_name == "Forbidden"
    assert fonedynamics.HttpStatus.FORBIDDEN.description == (
        "The request could not be processed due to missing permissions or because it would create "
        "an invalid state."
    )
    assert fonedynamics.ErrorCode.FORBIDDEN.value == "FORBIDDEN"
    assert fonedynamics.ErrorCode.FORBIDDEN.description == (
        "A request could not be processed due to missing permissions."
    )


def test_fonedynamics_codes_are_their_own_names() -> None:
    assert [code.value for code in fonedynamics.ErrorCode] == list(
        fonedynamics.ErrorCode.__members__
    )
    assert fonedynamics.ErrorCode("UNKNOWN_TIME_ZONE").description == (
        "The provided time zone value is not known."
    )


def test_fonedynamics_curly_quotes_stay_in_three_texts() -> None:
    found = [code for code in fonedynamics.ErrorCode if "‘FieldName’" in code.description]
    assert [code.value for code in found] == [
        "ONE_OF_SEVERAL_PARAMETERS_REQUIRED",
        "PARAMETER_INVALID",
        "PARAMETER_REQUIRED",
    ]
    assert fonedynamics.ErrorCode.PARAMETER_REQUIRED.description == (
        "A required parameter is missing. The name of the missing parameter is available in the "
        "error message and as ‘FieldName’ in the ‘Error’ object (see above)."
    )
    curly = [code for code in fonedynamics.ErrorCode if set("‘’“”") & set(code.description)]
    assert curly == found


# SMSPartner


def test_smspartner_992_stands_outside_of_its_table() -> None:
    code = next(iter(smspartner.SendingError))
    assert (code.value, code.description) == (992, "Unauthorized sender")
    assert numbers(smspartner.SendingError)[1:4] == [1, 2, 4]


def test_smspartner_508_and_509_share_a_line() -> None:
    """Of 508 the page has lost name and text; what ends the line is the text of 509."""
    code, following = smspartner.HlrError(508), smspartner.HlrError(509)
    assert code.documented_name == "EC_NOT_SUPPORTED_SERVICE"
    assert (code.description, code.permanent) == ("", False)
    assert following.documented_name == "EC_DUPLICATED_INVOKE_ID"
    assert following.permanent is False
    assert following.description == (
        "General network protocol error, caused by operator network protocol versions or "
        "incompatible parameters between two network components."
    )
    assert code.group is following.group is smspartner.HlrErrorGroup.HANDSET_ERRORS
    values = numbers(smspartner.HlrError)
    assert values[values.index(507) :][:4] == [507, 508, 509, 1024]


def test_smspartner_508_alone_has_no_text() -> None:
    empty = [code for one in smspartner.LISTS for code in one if not code.description]
    assert empty == [smspartner.HlrError(508)]


def test_smspartner_2053_has_two_names() -> None:
    code = smspartner.HlrError(2053)
    assert code.name == code.documented_name == "EC_BLACKLISTED_SENDERADDRESS"
    assert smspartner.HlrError.EC_SOURCE_ADDRESS_BLACKLISTED is code
    assert code.documented_names == (
        "EC_BLACKLISTED_SENDERADDRESS",
        "EC_SOURCE_ADDRESS_BLACKLISTED",
    )
    assert smspartner.HlrError.documented_as("EC_SOURCE_ADDRESS_BLACKLISTED") == (code,)
    assert numbers(smspartner.HlrError).count(2053) == 1
    assert code.description.startswith("The sender number has been blacklisted either at")
    # At Infobip, the second name is the only one.
    assert infobip.GeneralError(2053).documented_names == ("EC_SOURCE_ADDRESS_BLACKLISTED",)


def test_smspartner_no_other_code_has_two_names() -> None:
    several = [code for one in smspartner.LISTS for code in one if len(code.documented_names) > 1]
    assert several == [smspartner.HlrError(2053)]


SENT_TO_OPERATOR = "The message has been sent and delivered successfully to the operator."
REJECTED_BY_OPERATOR = (
    'A message has been sent to the operator, a delivery report with the status "REJECTED" has '
    "been returned."
)
SENT_TO_HANDSET = "The message has been processed and successfully delivered to the recipient."

# What 2, 4 and 5 mean in each of the twelve lists.
MEANINGS: dict[Codes, dict[int, str]] = {
    smspartner.SendingError: {2: "The phoneNumbers field is required", 4: "message not found"},
    smspartner.CancellationError: {
        2: "The phoneNumber field is required",
        4: "This message is not found",
        5: "The list of numbers is empty",
    },
    smspartner.StatusRetrievalError: {
        2: "The phoneNumber field is required",
        4: "This message is not found",
        5: "The list of numbers is empty",
    },
    smspartner.MessageStatus: {},
    smspartner.SmsStatus: {},
    smspartner.NumberVerificationError: {2: "The phoneNumber field is required"},
    smspartner.LocationError: {
        4: "The op parameter is required",
        5: "The urlNotification parameter is not a valid URL",
    },
    smspartner.SubaccountError: {
        2: "You are not authorized to create sub-accounts",
        4: "The tokenSubaccount field is required",
        5: "The credit field must be greater than 0",
    },
    smspartner.HlrStatus: {2: SENT_TO_OPERATOR, 4: REJECTED_BY_OPERATOR, 5: SENT_TO_HANDSET},
    smspartner.HlrError: {5: "Unidentified subscriber"},
    smspartner.VoiceError: {},
    smspartner.MailError: {
        2: "The content of the mail is required",
        4: "The sender email is required",
        5: "The sender name cannot be empty",
    },
}


def test_smspartner_has_twelve_lists_of_which_nine_are_numeric() -> None:
    assert list(smspartner.LISTS) == list(MEANINGS)
    assert sum(issubclass(one, IntCode) for one in MEANINGS) == 9
    assert [one for one in MEANINGS if issubclass(one, StrCode)] == [
        smspartner.MessageStatus,
        smspartner.SmsStatus,
        smspartner.VoiceError,
    ]


@pytest.mark.parametrize("code_list", MEANINGS, ids=lambda found: found.__name__)
def test_smspartner_a_number_means_something_else_in_each_list(code_list: Codes) -> None:
    found = {value: text for value, text in rows(code_list) if value in (2, 4, 5)}
    assert found == MEANINGS[code_list]


def test_smspartner_cancellation_and_retrieval_have_the_same_rows_in_two_lists() -> None:
    expected = [
        (2, "The phoneNumber field is required"),
        (3, "The MessageId field is required"),
        (4, "This message is not found"),
        (5, "The list of numbers is empty"),
        (6, "The format is not correct"),
        (9, "Does not appear to be a mobile number"),
        (50, "The number of allowed numbers is a maximum of 500"),
        (96, "The IP is not authorized"),
    ]
    cancellation, retrieval = smspartner.CancellationError, smspartner.StatusRetrievalError
    assert rows(cancellation) == rows(retrieval) == expected
    assert list(cancellation.__members__) == list(retrieval.__members__)
    assert not {id(code) for code in cancellation} & {id(code) for code in retrieval}


def test_smspartner_mail_has_one_text_for_two_codes() -> None:
    first, third = smspartner.MailError(1), smspartner.MailError(3)
    assert first.description == third.description == "The API key is required"
    assert (first.name, third.name) == ("API_KEY_REQUIRED_1", "API_KEY_REQUIRED_3")
    assert smspartner.SendingError(1).description == "The API key is required"
    assert smspartner.SendingError(1).name == "API_KEY_REQUIRED"


def test_smspartner_one_text_has_one_name_in_every_list() -> None:
    for name, text in (
        ("IP_NOT_AUTHORIZED", "The IP is not authorized"),
        ("INSUFFICIENT_CREDIT", "Insufficient credit"),
        ("PHONE_NUMBER_REQUIRED", "The phoneNumber field is required"),
        ("JSON_MALFORMED", "The JSON is malformed: syntax error"),
    ):
        found = [
            code
            for one in smspartner.LISTS
            for code in one
            if code.description == text and isinstance(code, IntCode)
        ]
        assert {code.name for code in found} == {name}
        assert len(found) > 1


def test_smspartner_text_codes() -> None:
    assert [code.value for code in smspartner.MessageStatus] == [
        "delivered",
        "not delivered",
        "waiting",
        "ko",
    ]
    assert smspartner.MessageStatus("not delivered").name == "NOT_DELIVERED"
    assert smspartner.MessageStatus("ko").name == "KO"
    assert smspartner.MessageStatus("ko").description == (
        "The SMS was not sent, a problem occurred, please contact customer service"
    )
    assert not smspartner.MessageStatus.parse("not_delivered").listed
    assert not smspartner.MessageStatus.parse("KO").listed


def test_smspartner_spellings_of_the_wire_stay() -> None:
    assert [code.value for code in smspartner.SmsStatus] == [
        "DELIVRD",
        "PENDING",
        "UNDELIV",
        "ACCEPTD",
        "UNKNOWN",
        "ENROUTE",
        "EXPIRED",
        "REJECTD",
    ]
    assert smspartner.VoiceError.NOT_CREDIT.value == "NOT_CREDIT"
    assert smspartner.VoiceError.NOT_CREDIT.description == "Insufficient credit"


def test_smspartner_groups_are_named_without_their_headings_style() -> None:
    """ "Code Status: PENDING (statusGrpId: 1)", but "UNDELIVERABLE (statusGrpId: 2)"."""
    assert [(group.value, group.documented_name) for group in smspartner.HlrStatusGroup] == [
        (1, "PENDING"),
        (2, "UNDELIVERABLE"),
        (3, "DELIVERED"),
        (4, "EXPIRED"),
        (5, "REJECTED"),
    ]
    assert [(group.value, group.documented_name) for group in smspartner.HlrErrorGroup] == [
        (0, "OK"),
        (1, "HANDSET_ERRORS"),
        (2, "USER_ERRORS"),
        (3, "OPERATOR_ERRORS"),
    ]
    assert numbers(smspartner.HlrStatusGroup.PENDING.codes) == [3, 7, 26]
    assert numbers(smspartner.HlrStatusGroup.UNDELIVERABLE.codes) == [4, 9]
    assert numbers(smspartner.HlrErrorGroup.OPERATOR_ERRORS.codes) == [
        *(10, 20, 51, 71, 501),
        *(2048, 2050),
    ]


def test_smspartner_nothing_carries_over_from_infobip() -> None:
    """The same name stands at another number, and the same number has another name."""
    assert smspartner.HlrStatus(52).documented_name == "REJECTED_DESTINATION"
    assert not smspartner.HlrStatus.parse(14).listed
    assert infobip.GeneralStatus(14).documented_name == "REJECTED_DESTINATION"
    assert infobip.VoiceStatus(52).documented_name == "REJECTED_INVALID_DESTINATION"
    assert smspartner.HlrError(7).documented_name == "EC_UNKNOWN_EQUIPMENT"
    assert not infobip.GeneralError.parse(7).listed
    assert smspartner.HlrError(51).description.startswith("Indicates that the invoked MAP")
    assert infobip.GeneralError(51).description.startswith("Indicates that invoked MAP operation")


def test_smspartner_flags_are_as_documented() -> None:
    assert smspartner.HlrError(51).permanent is True
    assert smspartner.HlrError(4100).permanent is True
    assert smspartner.HlrError(13).permanent is False
    user_errors = smspartner.HlrErrorGroup.USER_ERRORS.codes
    assert {code.permanent for code in user_errors} == {True}
    assert {code.permanent for code in smspartner.HlrStatus} == {None}
    assert {code.permanent for code in smspartner.SendingError} == {None}


def test_smspartner_texts_keep_their_punctuation() -> None:
    assert smspartner.SendingError(23).description == (
        "SMS Marketing: The date [...] is not valid; sending SMS is not possible on Sundays and "
        "holidays."
    )
    assert smspartner.MailError(429).description == (
        "Too many requests made in one minute (limit: 2000 requests / minute / IP Address)"
    )
    assert smspartner.SmsStatus("UNDELIV").description == (
        "The message has been sent to the operator, but could not be delivered, as a receipt with "
        'the status "UNDELIV" was canceled by the operator.'
    )
    assert smspartner.HlrErrorGroup.USER_ERRORS.description == "An user error has occurred."
