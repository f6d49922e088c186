"""Looking up codes: in one list, in a family of lists, across all providers."""

from typing import assert_type

from provider_codes import (
    PROVIDERS,
    Code,
    IntCode,
    StrCode,
    UnlistedIntCode,
    ecall,
    find,
    infobip,
    resolve,
    smspartner,
)


def across_providers(value: int | str) -> list[str]:
    """All lists of all providers; the class of a code says which."""
    codes = find(value)
    assert_type(codes, tuple[IntCode | StrCode, ...])
    assert_type(find(13, "EC_CALL_BARRED"), tuple[IntCode | StrCode, ...])
    assert_type(find(value, name=None), tuple[IntCode | StrCode, ...])
    return [type(code).__name__ for code in codes]


def in_a_family(value: int) -> infobip.Error | None:
    """Infobip sends the codes of five lists in one field, together with the name."""
    codes = infobip.find_error(value)
    assert_type(codes, tuple[infobip.Error, ...])
    assert_type(infobip.find_error(value, "NO_ERROR"), tuple[infobip.Error, ...])
    assert_type(infobip.find_error(value, name=None), tuple[infobip.Error, ...])
    return codes[0] if codes else None


def parsed(raw: int | str, name: str | None) -> str:
    """A code for every value: of the family, or unlisted."""
    code = infobip.parse_error(raw, name)
    assert_type(code, infobip.Error | UnlistedIntCode)
    if isinstance(code, UnlistedIntCode):
        return code.id
    assert_type(code, infobip.Error)
    again: Code = resolve(code.id)
    return again.id


def of_a_family(code: infobip.Error) -> bool:
    """The union with the family's name: facts that all its lists document are narrow."""
    union: (
        infobip.GeneralError
        | infobip.VoiceError
        | infobip.PushError
        | infobip.EmailError
        | infobip.ChatError
    ) = code
    assert_type(code.permanent, bool)
    assert_type(code.documented_name, str)
    group: infobip.ErrorGroup = code.group
    assert union is code and group.listed
    if isinstance(code, infobip.VoiceError):
        assert_type(code, infobip.VoiceError)
        assert_type(code.group, infobip.VoiceErrorGroup)
    return code.permanent


def groups_of_a_family(value: int) -> tuple[infobip.ErrorGroup, ...]:
    groups = infobip.find_error_group(value)
    assert_type(groups, tuple[infobip.ErrorGroup, ...])
    assert_type(infobip.find_status_group(value), tuple[infobip.StatusGroup, ...])
    assert_type(infobip.find_status(value), tuple[infobip.Status, ...])
    return groups


def by_documented_name(name: str) -> list[int]:
    """Several codes may share a name, so it is a tuple."""
    codes = infobip.VoiceError.documented_as(name)
    assert_type(codes, tuple[infobip.VoiceError, ...])
    return [code.value for code in codes]


def all_lists() -> int:
    """Every list of a provider, for checks of all of them."""
    assert_type(infobip.LISTS, tuple[type[IntCode] | type[StrCode], ...])
    codes = 0
    for code_list in (*infobip.LISTS, *smspartner.LISTS, *ecall.LISTS):
        assert_type(code_list, type[IntCode] | type[StrCode])
        for code in code_list:
            assert_type(code, IntCode | StrCode)
            assert_type(code.permanent, bool | None)
            codes += 1
    return codes


def main() -> None:
    assert parsed("5002", None) == "infobip.VoiceError:5002"
    assert parsed(4711, "EC_NEW") == "infobip.GeneralError:4711"
    assert "VoiceError" in across_providers(5403)
    assert across_providers("5403") == across_providers(5403)
    assert "MessageStatus" in across_providers("ko")
    assert in_a_family(5403) is infobip.VoiceError.EC_VOICE_ERROR_FORBIDDEN
    assert in_a_family(4711) is None
    assert of_a_family(infobip.VoiceError.VOICE_ANSWERED)
    assert groups_of_a_family(2)[0] is infobip.GeneralErrorGroup.USER_ERRORS
    assert by_documented_name("EC_VOICE_ERROR_BAD_REQUEST") == [
        5400,
        5403,
        5408,
        5487,
        5491,
    ]
    assert all_lists() > 400
    assert "infobip" in PROVIDERS


main()
