"""Meanings of what is not a code, changed meanings, and meanings that may be None."""

from provider_codes import Decision, MessageState, Retry, may_retry, meaning
from provider_codes import meanings as meanings  # error: mypy[attr-defined] pyright[reportAttributeAccessIssue] pyright[reportUnknownVariableType] ty[missing-module-member] pyrefly[missing-module-attribute]
from provider_codes.infobip import VoiceError


def ask(number: int) -> None:
    meaning(number)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    meaning(VoiceError)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    may_retry("5403")  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    meaning()  # error: mypy[call-arg] pyright[reportCallIssue] ty[missing-argument] pyrefly[missing-argument]


def change(code: VoiceError) -> None:
    meaning(code).retry = Retry.LATER  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    print(meaning(code).retries)  # error: mypy[attr-defined] pyright[reportUnknownMemberType] pyright[reportUnknownArgumentType] pyright[reportAttributeAccessIssue] ty[missing-attribute] pyrefly[missing-attribute]


def advice(code: VoiceError) -> Retry:
    return meaning(code).retry  # error: mypy[return-value] pyright[reportReturnType] ty[invalid-explicit-return] pyrefly[bad-return]


def again(code: VoiceError) -> bool:
    return may_retry(code)  # error: mypy[return-value] pyright[reportReturnType] ty[invalid-explicit-return] pyrefly[bad-return]


def name(code: VoiceError) -> str:
    return meaning(code).state.name  # error: mypy[union-attr] pyright[reportOptionalMemberAccess] ty[missing-union-attribute] pyrefly[missing-attribute]


def decide(code: VoiceError) -> None:
    Decision(code, retry="later")  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    Decision(code, state=2)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    Decision(code, retries=Retry.LATER)  # error: mypy[call-arg] pyright[reportCallIssue] ty[unknown-argument] pyrefly[unexpected-keyword]
    Decision(5403, retry=Retry.LATER)  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    may_retry(code, Decision(code))  # error: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    print(MessageState.SENT)  # error: mypy[attr-defined] pyright[reportUnknownMemberType] pyright[reportUnknownArgumentType] pyright[reportAttributeAccessIssue] ty[missing-attribute] pyrefly[missing-attribute]
