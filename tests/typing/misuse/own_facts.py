"""Facts that a list declares for itself, in the package of tests/cases/list_facts."""

from typing import assert_type

from acme_codes import Code
from acme_codes.acme import Error, Reply


def of_members(code: Error, reply: Reply) -> tuple[int, str]:
    assert_type(code.http_status, int)
    assert_type(code.retryable, bool | None)
    assert_type(code.hint, str | None)
    assert_type(code.never_filled, int | None)
    assert_type(reply.is_final, bool)
    return code.http_status, reply.text_of_button


def as_received(value: int) -> int | None:
    code = Error.parse(value)
    assert_type(code.facts.get("http_status"), int | str | bool | None)
    return code.http_status if isinstance(code, Error) else None


def of_any(code: Code) -> dict[str, int | str | bool]:
    return dict(code.facts)


def misuse(value: int, code: Error) -> int:
    print(Error.parse(value).http_status)  # error: mypy[union-attr] pyright[reportUnknownMemberType] pyright[reportUnknownArgumentType] pyright[reportAttributeAccessIssue] ty[missing-union-attribute] pyrefly[missing-attribute]
    code.http_status = 402  # error: mypy[misc] pyright[reportAttributeAccessIssue] ty[invalid-assignment] pyrefly[read-only]
    code.facts["http_status"] = 402  # error: mypy[index] pyright[reportIndexIssue] ty[invalid-assignment] pyrefly[unsupported-operation]
    count: int = code.never_filled  # error: mypy[assignment] pyright[reportAssignmentType] ty[invalid-assignment] pyrefly[bad-assignment]
    print(code.http)  # error: mypy[attr-defined] pyright[reportUnknownMemberType] pyright[reportUnknownArgumentType] pyright[reportAttributeAccessIssue] ty[missing-attribute] pyrefly[missing-attribute]
    return count
