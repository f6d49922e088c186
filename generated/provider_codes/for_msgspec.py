# Generated from the template for_msgspec.py by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:e652b8aaac8857b6d06c3dbee69f458e5505727c682481dcc9d2f091da06ca1b of all below this line.
"""Fields of msgspec structs for the codes of a list, or of a family of lists.

An open field accepts every code, even an unlisted one. Pass `dec_hook` when decoding, `enc_hook`
when encoding, and `schema_hook` for a JSON Schema. This module does not import msgspec.
"""

from __future__ import annotations

from abc import ABC
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeVar

from ._runtime import (
    IntCode,
    StrCode,
    UnlistedCode,
    UnlistedIntCode,
    UnlistedStrCode,
    lists_of,
    parse_in,
    schema_of,
)

__all__ = ["Listed", "OpenInt", "OpenStr", "dec_hook", "enc_hook", "schema_hook"]

IntList = TypeVar("IntList", bound=IntCode)
StrList = TypeVar("StrList", bound=StrCode)
AnyList = TypeVar("AnyList", bound=IntCode | StrCode)

# Msgspec refuses a union of an enum and another class, and of two enums. It accepts any other
# class, passes it to the hooks, and checks that the result is an instance.
if TYPE_CHECKING:
    OpenInt: TypeAlias = IntList | UnlistedIntCode
    OpenStr: TypeAlias = StrList | UnlistedStrCode
    Listed: TypeAlias = Annotated[AnyList, "refuses unlisted codes"]
else:

    class _OfLists:
        def __class_getitem__(cls, kind: Any) -> Any:
            return _field(cls, lists_of(kind))

    class OpenInt(_OfLists):
        """A field for codes that are numbers: `status: OpenInt[VoiceStatus]`."""

    class OpenStr(_OfLists):
        """A field for codes that are texts: `status: OpenStr[MessageStatus]`."""

    class Listed(_OfLists):
        """A field that refuses unlisted codes: `error: Listed[infobip.Error]`."""


class _Field(ABC):
    """The type of a field, for msgspec."""

    lists: tuple[type[IntCode] | type[StrCode], ...]
    is_open: bool


@cache
def _field(
    kind: object, lists: tuple[type[IntCode] | type[StrCode], ...]
) -> type[_Field]:
    names = " | ".join(each.__name__ for each in lists)

    class Field(_Field):
        pass

    Field.__name__ = f"{getattr(kind, '__name__', '')}[{names}]"
    Field.lists, Field.is_open = lists, kind is not Listed
    for each in (*lists, UnlistedIntCode, UnlistedStrCode):
        Field.register(each)
    return Field


def dec_hook(kind: type, value: Any) -> Any:
    """Return the code for a value as received.

    Raises ValueError or TypeError if it is not a code, which msgspec turns into a ValidationError,
    and NotImplementedError for other types.
    """
    if not issubclass(kind, _Field):
        raise NotImplementedError(f"{kind!r} is not a field of codes")
    code: object = parse_in(kind.lists, value)
    if isinstance(code, UnlistedCode) and not kind.is_open:
        raise ValueError(f"{code!s:.80} is not a listed code of {kind.__name__}")
    return code


def enc_hook(value: Any) -> Any:
    """Return the value of an unlisted code. Raises NotImplementedError for other objects."""
    if isinstance(value, (UnlistedIntCode, UnlistedStrCode)):
        return value.value
    raise NotImplementedError(f"{value!r} is not an unlisted code")


def schema_hook(kind: type) -> dict[str, Any]:
    """Return the JSON Schema of a field of codes. Raises NotImplementedError for other types."""
    if not issubclass(kind, _Field):
        raise NotImplementedError(f"{kind!r} is not a field of codes")
    return schema_of(kind.lists, is_open=kind.is_open)
