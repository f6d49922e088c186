"""No property of a code can be overwritten."""

from provider_codes import Code, UnlistedCode, UnlistedIntCode, ecall
from provider_codes.infobip import VoiceError, VoiceErrorGroup
from provider_codes.smspartner import HlrError, MessageStatus


def member(code: VoiceError) -> None:
    code.permanent = False  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    code.description = "mine"  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    code.documented_name = "MINE"  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    code.group = VoiceErrorGroup.OK  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    code.listed = True  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    code.value = 1  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    code.name = "MINE"  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    VoiceError.EC_VOICE_USER_BUSY.permanent = True  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    # mypy and pyrefly do not look at `del`.
    del code.permanent  # error: pyright[reportAttributeAccessIssue] ty[invalid-assignment]


def text(code: MessageStatus) -> None:
    code.permanent = False  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    code.value = "mine"  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]


def group(group: VoiceErrorGroup) -> None:
    group.codes = ()  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]


def unlisted(code: UnlistedCode, number: UnlistedIntCode) -> None:
    code.name = "MINE"  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    code.description = ""  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    code.listed = False  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    code.permanent = None  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    code.group = None  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    code.documented_name = None  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    number.value = 1  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    number.code_list = VoiceError  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]


def any_code(code: Code) -> None:
    code.permanent = False  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]


def names() -> None:
    VoiceError.EC_VOICE_USER_BUSY = VoiceError.VOICE_ANSWERED  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[bad-assignment]
    HlrError.EC_SOURCE_ADDRESS_BLACKLISTED = HlrError.NO_ERROR  # error: mypy[assignment] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[bad-assignment]
    # mypy and pyrefly do not look at `del`.
    del HlrError.NO_ERROR  # error: pyright[reportAttributeAccessIssue] ty[invalid-assignment]


def constant() -> None:
    # Pyright does not object to a Final of another module.
    ecall.CLIENT_REQUEST_ID_MAX_LENGTH = 200  # error: mypy[misc] ty[invalid-assignment] pyrefly[bad-assignment]
    ecall.SOURCE_IP_ADDRESSES = ()  # error: mypy[misc] mypy[assignment] ty[invalid-assignment] pyrefly[bad-assignment]
    ecall.SOURCE_IP_ADDRESSES[0] = "127.0.0.1"  # error: mypy[index] pyright[reportIndexIssue] pyright[reportGeneralTypeIssues] ty[invalid-assignment] pyrefly[unsupported-operation]
    # The type fits, and only mypy knows what Final means in another module.
    ecall.LISTS = ()  # error: mypy[misc]
