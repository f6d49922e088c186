"""A handler of delivery reports, with a case for every status that the page lists, and unlisted
ones.

Because of `assert_never`, a checker objects when a release lists one more status.
"""

from collections.abc import Mapping
from typing import Literal, TypeAlias, assert_never, assert_type

from provider_codes import UnlistedIntCode, UnlistedStrCode, infobip, smspartner
from provider_codes.smspartner import MessageStatus

Outcome: TypeAlias = Literal["delivered", "failed", "wait", "look at it"]


def on_report(form: Mapping[str, str]) -> Outcome:
    """Unlisted codes first: every checker narrows the rest to the enum."""
    status = MessageStatus.parse(form["status"])
    match status:
        case UnlistedStrCode() as news:
            assert_type(news, UnlistedStrCode)
            return "look at it"
        case MessageStatus.DELIVERED as delivered:
            assert_type(delivered, Literal[MessageStatus.DELIVERED])
            return "delivered"
        case MessageStatus.NOT_DELIVERED | MessageStatus.KO:
            return "failed"
        case MessageStatus.WAITING:
            return "wait"
        case _:
            assert_never(status)


def on_report_by_identity(form: Mapping[str, str]) -> Outcome:
    """The same with `is`, which narrows as `case` does."""
    status = MessageStatus.parse(form["status"])
    if isinstance(status, UnlistedStrCode):
        return "look at it"
    assert_type(status, MessageStatus)
    if status is MessageStatus.DELIVERED:
        return "delivered"
    if status is MessageStatus.NOT_DELIVERED or status is MessageStatus.KO:
        return "failed"
    if status is MessageStatus.WAITING:
        return "wait"
    assert_never(status)


def on_report_in_any_order(form: Mapping[str, str]) -> Outcome:
    """Also exhaustive if the unlisted codes come last."""
    status = MessageStatus.parse(form["status"])
    match status:
        case MessageStatus.DELIVERED:
            return "delivered"
        case MessageStatus.NOT_DELIVERED | MessageStatus.KO:
            return "failed"
        case MessageStatus.WAITING:
            return "wait"
        case UnlistedStrCode():
            return "look at it"
        case _:
            assert_never(status)


def on_status(raw: int | str) -> Outcome:
    """A payload of numbers: the code decides by its group, which is an enum as well."""
    status = infobip.GeneralStatus.parse(raw)
    if isinstance(status, UnlistedIntCode):
        return "look at it"
    assert_type(status.group, infobip.GeneralStatusGroup)
    return of_group(status.group)


def of_group(group: infobip.GeneralStatusGroup) -> Outcome:
    """All five groups of the page."""
    match group:
        case infobip.GeneralStatusGroup.DELIVERED:
            return "delivered"
        case infobip.GeneralStatusGroup.PENDING:
            return "wait"
        case (
            infobip.GeneralStatusGroup.UNDELIVERABLE
            | infobip.GeneralStatusGroup.EXPIRED
            | infobip.GeneralStatusGroup.REJECTED
        ):
            return "failed"
        case _:
            assert_never(group)


def on_group_id(raw: int | str) -> Outcome:
    """Payloads also have the ids of groups: a group parses like a code."""
    group = infobip.GeneralStatusGroup.parse(raw)
    assert_type(group, infobip.GeneralStatusGroup | UnlistedIntCode)
    return "look at it" if isinstance(group, UnlistedIntCode) else of_group(group)


def on_voice_group(group: infobip.VoiceErrorGroup) -> Outcome:
    """Equality narrows as well as identity does."""
    if group == infobip.VoiceErrorGroup.OK:
        return "delivered"
    if group == infobip.VoiceErrorGroup.HANDSET_ERRORS:
        return "failed"
    assert_type(group, Literal[infobip.VoiceErrorGroup.OPERATOR_ERRORS])
    return "failed"


def main() -> None:
    for handle in (on_report, on_report_by_identity, on_report_in_any_order):
        assert handle({"status": "delivered"}) == "delivered"
        assert handle({"status": "not delivered"}) == "failed"
        assert handle({"status": "ko"}) == "failed"
        assert handle({"status": "waiting"}) == "wait"
        assert handle({"status": "read"}) == "look at it"
    assert [on_status(raw) for raw in (5, "5", 3, 15, 52)] == [
        "delivered",
        "delivered",
        "wait",
        "failed",
        "look at it",
    ]
    assert on_group_id("3") == "delivered"
    assert on_group_id(6) == "look at it"
    assert on_voice_group(infobip.VoiceErrorGroup.OPERATOR_ERRORS) == "failed"
    assert smspartner.MessageStatus is MessageStatus


main()
