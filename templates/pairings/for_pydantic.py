"""Fields of pydantic models for codes: of one list, of a family, or of any list.

An open field accepts every code, even an unlisted one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeAlias, TypeVar, get_args

from ._runtime import (
    Code,
    IntCode,
    StrCode,
    UnlistedCode,
    UnlistedIntCode,
    UnlistedStrCode,
    lists_of,
    parse_in,
    resolve,
    schema_of,
)

try:
    from pydantic import (
        GetCoreSchemaHandler,
        PlainSerializer,
        PlainValidator,
        WithJsonSchema,
    )
    from pydantic_core import CoreSchema
except ImportError as error:
    raise ImportError(
        f"{__name__} needs pydantic 2: run pip install 'pydantic>=2'"
    ) from error

__all__ = ["AnyCode", "Listed", "OpenInt", "OpenStr"]

Lists: TypeAlias = tuple[type[IntCode] | type[StrCode], ...]


class _Field:
    """Makes pydantic read with `parse`. It already writes the value."""

    def __init__(self, *, is_open: bool) -> None:
        self._is_open = is_open

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        # The last argument of an open field is the unlisted code.
        kinds = get_args(source)[:-1] if self._is_open else (source,)
        lists = tuple(each for kind in kinds for each in lists_of(kind))
        shown = schema_of(lists, is_open=self._is_open)
        read = _reader(lists, is_open=self._is_open)
        return handler.generate_schema(
            Annotated[Any, PlainValidator(read), WithJsonSchema(shown)]
        )


def _reader(lists: Lists, *, is_open: bool) -> Callable[[Any], object]:
    def read(raw: Any) -> object:
        try:
            code: object = parse_in(lists, raw)
        except TypeError as error:
            # Pydantic reports only a ValueError as an error of the field.
            raise ValueError(str(error)) from error
        if isinstance(code, UnlistedCode) and not is_open:
            names = " or ".join(each.__name__ for each in lists)
            raise ValueError(f"{code!s:.80} is not a listed code of {names}")
        return code

    return read


def _resolved(raw: Any) -> Code:
    id: object = raw.id if isinstance(raw, Code) else raw
    if not isinstance(id, str):
        raise ValueError(f"the id of a code is text, not {type(id).__name__}")
    try:
        return resolve(id)
    except LookupError as error:
        raise ValueError(str(error)) from error


def _id(code: Code) -> str:
    return code.id


IntList = TypeVar("IntList", bound=IntCode)
StrList = TypeVar("StrList", bound=StrCode)
AnyList = TypeVar("AnyList", bound=IntCode | StrCode)

OpenInt: TypeAlias = Annotated[IntList | UnlistedIntCode, _Field(is_open=True)]
"""A field for the codes of a list of numbers, or of a family: `status: OpenInt[VoiceStatus]`."""

OpenStr: TypeAlias = Annotated[StrList | UnlistedStrCode, _Field(is_open=True)]
"""A field for the codes of a list of texts, or of a family: `status: OpenStr[MessageStatus]`."""

Listed: TypeAlias = Annotated[AnyList, _Field(is_open=False)]
"""A field that refuses unlisted codes: `error: Listed[infobip.Error]`."""

AnyCode: TypeAlias = Annotated[
    Code,
    PlainValidator(_resolved),
    PlainSerializer(_id, return_type=str, when_used="json"),
    WithJsonSchema(
        {"type": "string", "description": "Provider, list and value: provider.List:27"}
    ),
]
"""A field for a code of any list. JSON has its id, such as "infobip.GeneralError:27"."""
