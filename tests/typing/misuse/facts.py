"""Using a fact as another type, above all as one that is always stated."""

from provider_codes import Code, infobip, smsapi, smspartner


def value(code: infobip.VoiceError, status: smspartner.MessageStatus, any_code: Code) -> None:
    text: str = code.value  # error: mypy[assignment] pyright[reportAssignmentType] ty[invalid-assignment] pyrefly[bad-assignment]
    number: int = status.value  # error: mypy[assignment] pyright[reportAssignmentType] ty[invalid-assignment] pyrefly[bad-assignment]
    either: int = any_code.value  # error: mypy[assignment] pyright[reportAssignmentType] ty[invalid-assignment] pyrefly[bad-assignment]
    print(text, number, either)
    print(code.value.upper())  # error: mypy[union-attr] pyright[reportUnknownMemberType] pyright[reportUnknownArgumentType] pyright[reportAttributeAccessIssue] ty[missing-attribute] pyrefly[missing-attribute]
    print(status + 1)  # error: mypy[operator] pyright[reportOperatorIssue] pyright[reportUnknownArgumentType] ty[unsupported-operator] pyrefly[unsupported-operation]


def permanent(code: Code, error: smsapi.ErrorCode) -> bool:
    again: bool = code.permanent  # error: mypy[assignment] pyright[reportAssignmentType] ty[invalid-assignment] pyrefly[bad-assignment]
    maybe: bool = error.permanent  # error: mypy[assignment] pyright[reportAssignmentType] ty[invalid-assignment] pyrefly[bad-assignment]
    print(again, maybe)
    return smspartner.SendingError.API_KEY_INVALID.permanent  # error: mypy[return-value] pyright[reportReturnType] ty[invalid-explicit-return] pyrefly[bad-return]


def documented_name(code: Code, error: smspartner.SendingError) -> str:
    print(code.documented_name.upper())  # error: mypy[union-attr] pyright[reportOptionalMemberAccess] ty[missing-union-attribute] pyrefly[missing-attribute]
    print("EC_" in error.documented_name)  # error: mypy[operator] pyright[reportOperatorIssue] ty[unsupported-operator] pyrefly[not-iterable]
    return error.documented_name  # error: mypy[return-value] pyright[reportReturnType] ty[invalid-explicit-return] pyrefly[bad-return]


def group(code: Code, error: smsapi.ErrorCode, voice: infobip.VoiceError) -> None:
    print(code.group.name)  # error: mypy[union-attr] pyright[reportOptionalMemberAccess] ty[missing-union-attribute] pyrefly[missing-attribute]
    print(error.group.name)  # error: mypy[union-attr] pyright[reportOptionalMemberAccess] ty[missing-union-attribute] pyrefly[missing-attribute]
    wrong: infobip.GeneralErrorGroup = voice.group  # error: mypy[assignment] pyright[reportAssignmentType] ty[invalid-assignment] pyrefly[bad-assignment]
    print(wrong, infobip.VoiceErrorGroup.OK.codes.append(voice))  # error: mypy[attr-defined] pyright[reportUnknownMemberType] pyright[reportUnknownArgumentType] pyright[reportAttributeAccessIssue] ty[missing-attribute] pyrefly[missing-attribute]


def parsed(raw: str) -> bool:
    code = infobip.VoiceError.parse(raw)
    print(code.group.name)  # error: mypy[union-attr] pyright[reportOptionalMemberAccess] ty[missing-union-attribute] pyrefly[missing-attribute]
    return code.permanent  # error: mypy[return-value] pyright[reportReturnType] ty[invalid-explicit-return] pyrefly[bad-return]


def found(name: str) -> infobip.VoiceError:
    return infobip.VoiceError.documented_as(name)  # error: mypy[return-value] pyright[reportReturnType] ty[invalid-explicit-return] pyrefly[bad-return]
