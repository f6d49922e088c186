"""What a careless transcription of the five pages would get wrong, in the imported library.

That every row came through is the business of test_transcription.py. Here is what no row shows:
constants, groups, names that are ours, and rows that are no codes. Every value was read from a
page and written down by hand; nothing comes from a spec.
"""

from collections.abc import Iterable

import pytest
from provider_codes import IntCode, StrCode, ecall, find, fonedynamics
from provider_codes import infobip, smsapi, smspartner

Codes = type[IntCode] | type[StrCode]


def numbers(codes: Iterable[IntCode]) -> list[int]:
    """The values of some codes, in order."""
    return [code.value for code in codes]


# eCall


def test_ecall_has_ok_twice() -> None:
    assert ecall.HttpStatus.OK.value == 200
    assert ecall.HttpStatus.OK.description == "Job was accepted successfully"
    assert ecall.ResultCode.OK.value == 0
    assert ecall.ResultCode.OK.description == "Message submitted successfully"
    assert [type(code) for code in find(0, "OK")] == [ecall.ResultCode]


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


def test_infobip_has_one_name_for_five_codes() -> None:
    found = infobip.VoiceError.documented_as("EC_VOICE_ERROR_BAD_REQUEST")
    values = [5400, 5403, 5408, 5487, 5491]
    assert [(code.value, code.name) for code in found] == [
        (value, f"EC_VOICE_ERROR_BAD_REQUEST_{value}") for value in values
    ]
    assert "EC_VOICE_ERROR_BAD_REQUEST" not in infobip.VoiceError.__members__


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


def test_infobip_order_is_that_of_the_page() -> None:
    assert numbers(infobip.PushStatus) == [66, 65]
    assert numbers(infobip.GeneralStatus)[:9] == [3, 7, 26, 4, 9, 2, 5, 15, 29]
    assert numbers(infobip.VoiceError)[:4] == [5000, 5001, 5480, 5002]


# SMSAPI


def test_smsapi_errors_have_no_names() -> None:
    assert {code.documented_name for code in smsapi.ErrorCode} == {None}
    assert {code.documented_names for code in smsapi.ErrorCode} == {()}
    assert {code.group for code in smsapi.ErrorCode} == {None}


def test_smsapi_a_name_says_where_the_text_does_not() -> None:
    """Groups and contacts are told apart by where they stand, internal errors by nothing."""
    assert smsapi.ErrorCode(4101).name == "GROUP_NOT_FOUND"
    assert smsapi.ErrorCode(4271).name == "CONTACT_GROUP_NOT_FOUND"
    assert smsapi.ErrorCode(4122).name == "GROUP_INFO_TOO_LONG"
    assert smsapi.ErrorCode(4241).name == "CONTACT_INFO_TOO_LONG"
    assert smsapi.ErrorCode(201).name == "SYSTEM_INTERNAL_ERROR_201"
    assert smsapi.ErrorCode(999).name == "SYSTEM_INTERNAL_ERROR_999"


def test_smsapi_4231_means_too_short() -> None:
    """The text has it the other way round and stays; the name says what is meant."""
    code = smsapi.ErrorCode(4231)
    assert code.description == "Last name too long (min2 chars)."
    assert code.name == "CONTACT_LAST_NAME_TOO_SHORT"
    assert smsapi.ErrorCode(4232).description == "Last name too long (max 100 chars)."
    assert smsapi.ErrorCode(4232).name == "CONTACT_LAST_NAME_TOO_LONG"


# Fone Dynamics


@pytest.mark.parametrize("field", ["ErrorCode", "Message", "Errors", "FieldName"])
def test_fonedynamics_fields_of_the_answer_are_no_codes(field: str) -> None:
    assert not fonedynamics.ErrorCode.parse(field).listed
    names = {*fonedynamics.ErrorCode.__members__, *fonedynamics.HttpStatus.__members__}
    assert not names & {field.upper(), "ERROR_CODE", "FIELD_NAME"}


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
