"""A missing case: the checker names it at `assert_never`."""

from typing import assert_never

from provider_codes import UnlistedIntCode, infobip
from provider_codes.smspartner import MessageStatus


def one_member_forgotten(status: MessageStatus) -> str:
    match status:
        case MessageStatus.DELIVERED:
            return "delivered"
        case MessageStatus.NOT_DELIVERED | MessageStatus.KO:
            return "failed"
        case _:
            assert_never(status)  # error: mypy[arg-type] pyright[reportArgumentType] ty[type-assertion-failure] pyrefly[bad-argument-type]


def one_member_forgotten_by_identity(status: MessageStatus) -> str:
    if status is MessageStatus.DELIVERED or status is MessageStatus.WAITING:
        return "not failed"
    if status is MessageStatus.NOT_DELIVERED:
        return "failed"
    assert_never(status)  # error: mypy[arg-type] pyright[reportArgumentType] ty[type-assertion-failure] pyrefly[bad-argument-type]


def unlisted_forgotten(raw: str) -> str:
    status = MessageStatus.parse(raw)
    match status:
        case MessageStatus.DELIVERED:
            return "delivered"
        case MessageStatus.NOT_DELIVERED | MessageStatus.KO | MessageStatus.WAITING:
            return "not delivered"
        case _:
            assert_never(status)  # error: mypy[arg-type] pyright[reportArgumentType] ty[type-assertion-failure] pyrefly[bad-argument-type]


def wrong_kind_of_unlisted(raw: str) -> str:
    status = MessageStatus.parse(raw)
    match status:
        # Only pyright says that this case is never met; the others leave it at `assert_never`.
        case UnlistedIntCode():  # error: pyright[reportUnnecessaryComparison]
            return "news"
        case MessageStatus():
            return "known"
        case _:
            assert_never(status)  # error: mypy[arg-type] pyright[reportArgumentType] ty[type-assertion-failure] pyrefly[bad-argument-type]


def group_forgotten(raw: int) -> str:
    group = infobip.VoiceErrorGroup.parse(raw)
    match group:
        case UnlistedIntCode():
            return "news"
        case infobip.VoiceErrorGroup.OK | infobip.VoiceErrorGroup.HANDSET_ERRORS:
            return "no retry"
        case _:
            assert_never(group)  # error: mypy[arg-type] pyright[reportArgumentType] ty[type-assertion-failure] pyrefly[bad-argument-type]


def list_of_a_family_forgotten(code: infobip.Status) -> str:
    match code:
        case infobip.GeneralStatus() | infobip.VoiceStatus():
            return "message or call"
        case _:
            assert_never(code)  # error: mypy[arg-type] pyright[reportArgumentType] ty[type-assertion-failure] pyrefly[bad-argument-type]


def no_case_for_the_rest(status: MessageStatus) -> str:  # error: mypy[return] pyright[reportReturnType] ty[invalid-implicit-return] pyrefly[bad-return]
    # Only pyright has a rule for the `match` itself; the others object to what is returned.
    match status:  # error: pyright[reportMatchNotExhaustive]
        case MessageStatus.DELIVERED:
            return "delivered"
