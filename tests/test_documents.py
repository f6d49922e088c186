"""What a careless transcription of the five pages would get wrong, in the imported library.

test_transcription.py checks every row. These tests check what no row shows: constants, groups,
names that are ours, and rows that are no codes. Every value was read from a page and written down
by hand; none comes from a spec.
"""

import pytest
from provider_codes import IntCode, StrCode, ecall, fonedynamics
from provider_codes import infobip, smsapi, smspartner

Codes = type[IntCode] | type[StrCode]


# eCall


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
    """Backticks go, and neither the hint box nor the text for agents is a code."""
    assert ecall.ResultCode(11911).description == "A JobID is required for status queries"
    texts = [code.description for code in (*ecall.HttpStatus, *ecall.ResultCode)]
    assert not [text for text in texts if "`" in text or "{%" in text or "GitBook" in text]


def test_infobip_a_heading_ends_where_the_paragraph_begins() -> None:
    """Both are in one line of the page, and no space follows the number signs of the heading."""
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


GROUPS: dict[Codes, str] = {
    infobip.GeneralStatusGroup: "1 PENDING, 2 UNDELIVERABLE, 3 DELIVERED, 4 EXPIRED, 5 REJECTED",
    infobip.VoiceStatusGroup: "5 REJECTED",
    infobip.PushStatusGroup: "2 UNDELIVERABLE, 5 REJECTED",
    infobip.GeneralErrorGroup: "0 OK, 1 HANDSET_ERRORS, 2 USER_ERRORS, 3 OPERATOR_ERRORS",
    infobip.VoiceErrorGroup: "0 OK, 1 HANDSET_ERRORS, 3 OPERATOR_ERRORS",
    infobip.PushErrorGroup: "1 Registration error, 3 Cloud error",
    infobip.EmailErrorGroup: "1 Dropped, 2 Bounced, 3 System Error",
    infobip.ChatErrorGroup: "1 Client error, 2 Provider error, 3 System Error",
    smspartner.HlrStatusGroup: "1 PENDING, 2 UNDELIVERABLE, 3 DELIVERED, 4 EXPIRED, 5 REJECTED",
    smspartner.HlrErrorGroup: "0 OK, 1 HANDSET_ERRORS, 2 USER_ERRORS, 3 OPERATOR_ERRORS",
}


@pytest.mark.parametrize("group_enum", GROUPS, ids=lambda found: found.__name__)
def test_groups_belong_to_their_list(group_enum: Codes) -> None:
    found = [f"{group.value} {group.documented_name}" for group in group_enum]
    assert ", ".join(found) == GROUPS[group_enum]


# SMSAPI


def test_smsapi_names_distinguish_equal_texts() -> None:
    """Their place distinguishes groups from contacts, and nothing distinguishes internal errors."""
    assert smsapi.ErrorCode(4101).name == "GROUP_NOT_FOUND"
    assert smsapi.ErrorCode(4271).name == "CONTACT_GROUP_NOT_FOUND"
    assert smsapi.ErrorCode(4122).name == "GROUP_INFO_TOO_LONG"
    assert smsapi.ErrorCode(4241).name == "CONTACT_INFO_TOO_LONG"
    assert smsapi.ErrorCode(201).name == "SYSTEM_INTERNAL_ERROR_201"
    assert smsapi.ErrorCode(999).name == "SYSTEM_INTERNAL_ERROR_999"


def test_smsapi_4231_means_too_short() -> None:
    """The text says the opposite and stays; the name says what is meant."""
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
