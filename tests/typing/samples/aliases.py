"""A second name that the page gives a code: the same member, under every checker."""

from typing import Literal, assert_type

from provider_codes import smspartner
from provider_codes.smspartner import HlrError


def the_same_member() -> None:
    """The alias works wherever the member does."""
    sender: Literal[HlrError.EC_BLACKLISTED_SENDERADDRESS] = HlrError.EC_SOURCE_ADDRESS_BLACKLISTED
    assert sender is HlrError.EC_SOURCE_ADDRESS_BLACKLISTED
    assert_type(
        HlrError.EC_SOURCE_ADDRESS_BLACKLISTED,
        Literal[HlrError.EC_BLACKLISTED_SENDERADDRESS],
    )
    assert_type(HlrError.EC_SOURCE_ADDRESS_BLACKLISTED.permanent, bool)
    assert_type(HlrError.EC_SOURCE_ADDRESS_BLACKLISTED.group, smspartner.HlrErrorGroup)


def is_blacklisted(code: HlrError) -> bool:
    """A `case` matches by the alias as well."""
    match code:
        case HlrError.EC_SOURCE_ADDRESS_BLACKLISTED:
            return True
        case HlrError.EC_IMSI_BLACKLISTED | HlrError.EC_DEST_ADDRESS_BLACKLISTED:
            return True
        case _:
            return False


def sender_only(
    code: HlrError,
) -> Literal[HlrError.EC_BLACKLISTED_SENDERADDRESS] | None:
    """Narrowing by the alias gives the member."""
    if code is HlrError.EC_SOURCE_ADDRESS_BLACKLISTED:
        return code
    return None


def main() -> None:
    the_same_member()
    alias, member = (
        "EC_SOURCE_ADDRESS_BLACKLISTED",
        HlrError.EC_BLACKLISTED_SENDERADDRESS,
    )
    assert is_blacklisted(member) and sender_only(member) is member
    assert not is_blacklisted(HlrError.NO_ERROR) and sender_only(HlrError.NO_ERROR) is None
    assert HlrError.documented_as(alias) == (member,)
    assert member.documented_names == (member.documented_name, alias)


main()
