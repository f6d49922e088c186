"""Fields of pydantic models that accept every code of a list, even an unlisted one."""

from __future__ import annotations

from collections.abc import Callable
from inspect import getdoc
from typing import Annotated, Any, TypeAlias, TypeVar, get_args

from ._runtime import IntCode, StrCode, UnlistedIntCode, UnlistedStrCode, one_list

try:
    from pydantic import GetCoreSchemaHandler, PlainValidator, WithJsonSchema
    from pydantic_core import CoreSchema
except ImportError as error:
    raise ImportError(
        f"{__name__} needs pydantic 2: run pip install 'pydantic>=2'"
    ) from error

__all__ = ["OpenInt", "OpenStr"]


class _Open:
    """Makes pydantic read with `parse`. It already writes the value."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        *lists, _ = get_args(source)  # the last is the unlisted code
        code_list = one_list(lists[0] if len(lists) == 1 else source)
        shown = {
            "type": "string" if issubclass(code_list, StrCode) else "integer",
            "description": getdoc(code_list),
            "examples": [code.value for code in code_list],
        }
        return handler.generate_schema(
            Annotated[Any, PlainValidator(_reader(code_list)), WithJsonSchema(shown)]
        )


def _reader(code_list: type[IntCode] | type[StrCode]) -> Callable[[Any], object]:
    def read(raw: Any) -> object:
        try:
            return code_list.parse(raw)
        except TypeError as error:
            # Pydantic reports only a ValueError as an error of the field.
            raise ValueError(str(error)) from error

    return read


IntList = TypeVar("IntList", bound=IntCode)
StrList = TypeVar("StrList", bound=StrCode)

OpenInt: TypeAlias = Annotated[IntList | UnlistedIntCode, _Open()]
"""A field for the codes of a list of numbers: `status: OpenInt[VoiceStatus]`."""

OpenStr: TypeAlias = Annotated[StrList | UnlistedStrCode, _Open()]
"""A field for the codes of a list of texts: `status: OpenStr[MessageStatus]`."""
