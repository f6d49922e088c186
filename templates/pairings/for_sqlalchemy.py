"""A type of SQLAlchemy columns that store every code of a list, even an unlisted one."""

from __future__ import annotations

from typing import Any

from ._runtime import IntCode, StrCode, one_list

try:
    from sqlalchemy import Dialect, Integer, String
    from sqlalchemy.types import TypeDecorator, TypeEngine
except ImportError as error:
    raise ImportError(
        f"{__name__} needs SQLAlchemy 2: run pip install 'sqlalchemy>=2'"
    ) from error

__all__ = ["CodeType"]


class CodeType(TypeDecorator[Any]):
    """A column that stores the value of a code and returns the code.

    Accepts what `parse` of the list accepts, and None. `length` is the length of a column
    of texts. A statement raises StatementError for a code of another list and for values
    that are not codes.
    """

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = Integer
    cache_ok = True

    def __init__(
        self, code_list: type[IntCode] | type[StrCode], length: int | None = None
    ) -> None:
        super().__init__()
        # SQLAlchemy caches statements by these attributes, named like the parameters.
        self.code_list, self.length = code_list, length
        if issubclass(one_list(code_list), StrCode):
            self.impl = String(length)

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | str | None:
        if value is None:
            return None
        owner = getattr(value, "code_list", value.__class__)
        if owner is not self.code_list and issubclass(owner, (IntCode, StrCode)):
            raise TypeError(f"{value!r} is no code of {self.code_list.__name__}")
        return self.code_list.parse(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else self.code_list.parse(value)

    def __repr__(self) -> str:
        # Alembic writes this into migrations, so it must be an expression.
        name = f"{self.code_list.__module__}.{self.code_list.__qualname__}"
        length = "" if self.length is None else f", length={self.length}"
        return f"{type(self).__name__}({name}{length})"
