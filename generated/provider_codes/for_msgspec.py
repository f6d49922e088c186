# Generated from the template for_msgspec.py by `provider-codes generate`. Do not edit.
# sha256:051f12fd7ec5bc66c5e334335690ca28cd8d6c22d9a3ed31e6cce2ade93936a2 of all below this line.
"""Fields of msgspec structs that accept every code of a list, even an unlisted one.

Pass `dec_hook` when decoding and `enc_hook` when encoding. This module does not import
msgspec.
"""

from __future__ import annotations

from abc import ABC
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, get_args, get_origin

from ._runtime import IntCode, StrCode, UnlistedIntCode, UnlistedStrCode, one_list

__all__ = ["OpenInt", "OpenStr", "dec_hook", "enc_hook"]

IntList = TypeVar("IntList", bound=IntCode)
StrList = TypeVar("StrList", bound=StrCode)

# Msgspec refuses a union of an enum and another class. It accepts a generic class, passes it to
# the hook with its list, and checks that the result is an instance.
if TYPE_CHECKING:
    OpenInt: TypeAlias = IntList | UnlistedIntCode
    OpenStr: TypeAlias = StrList | UnlistedStrCode
else:

    class _OfOneList:
        def __class_getitem__(cls, kind: Any) -> Any:
            # A string is a forward reference.
            if not isinstance(kind, (str, TypeVar)):
                one_list(kind)
            return super().__class_getitem__(kind)

    class OpenInt(_OfOneList, ABC, Generic[IntList]):
        """A field for the codes of a list of numbers: `status: OpenInt[VoiceStatus]`."""

    class OpenStr(_OfOneList, ABC, Generic[StrList]):
        """A field for the codes of a list of texts: `status: OpenStr[MessageStatus]`."""

    for _kind in (IntCode, UnlistedIntCode):
        OpenInt.register(_kind)
    for _kind in (StrCode, UnlistedStrCode):
        OpenStr.register(_kind)


def dec_hook(kind: type, value: Any) -> Any:
    """The code for a value as received; raises NotImplementedError for other types.

    Raises ValueError or TypeError if it is not a code; msgspec turns it into a ValidationError.
    """
    if get_origin(kind) in (OpenInt, OpenStr):
        return get_args(kind)[0].parse(value)
    raise NotImplementedError(f"no code and no list is {kind!r}")


def enc_hook(value: Any) -> Any:
    """The value of an unlisted code; raises NotImplementedError for other objects."""
    if isinstance(value, (UnlistedIntCode, UnlistedStrCode)):
        return value.value
    raise NotImplementedError(f"no unlisted code is {value!r}")
