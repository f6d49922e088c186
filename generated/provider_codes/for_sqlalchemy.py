# Generated from the template for_sqlalchemy.py by `provider-codes generate`. Do not edit.
# sha256:4f4066b5523c00c1bf86b889809fd466b4f3e639efe2498e764cb91590c9afe8 of all below this line.
"""A type of SQLAlchemy columns that keep every code of a list, also an unlisted one."""

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
    """A column that has the value of a code, and gives the code of the list.

    Takes what `parse` of the list takes, and None. `length` is that of a column of texts.
    A statement raises StatementError for a code of another list and for what is no code.
    """

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = Integer
    cache_ok = True

    def __init__(
        self, code_list: type[IntCode] | type[StrCode], length: int | None = None
    ) -> None:
        super().__init__()
        # By these two names, which are those of the parameters, statements are cached.
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
        # Alembic writes it into migrations, where it has to be an expression.
        name = f"{self.code_list.__module__}.{self.code_list.__qualname__}"
        length = "" if self.length is None else f", length={self.length}"
        return f"{type(self).__name__}({name}{length})"
