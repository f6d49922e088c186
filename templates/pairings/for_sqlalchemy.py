"""Types of SQLAlchemy columns that store every code, even an unlisted one."""

from __future__ import annotations

from types import UnionType
from typing import Any

from ._runtime import (
    Code,
    IntCode,
    StrCode,
    lists_of,
    parse_in,
    resolve,
    stored_in,
)

try:
    from sqlalchemy import Column, Dialect, Integer, String, Table, event
    from sqlalchemy.sql.operators import OperatorType, in_op, not_in_op
    from sqlalchemy.types import TypeDecorator, TypeEngine
except ImportError as error:
    raise ImportError(
        f"{__name__} needs SQLAlchemy 2: run pip install 'sqlalchemy>=2'"
    ) from error

__all__ = ["AnyCodeType", "CodeType"]


class CodeType(TypeDecorator[Any]):
    """A column that stores the value of a code and returns the code.

    `code_list` is a list, or the union of a family. Accepts what `parse` of the list accepts,
    and None. `length` is the length of a column of texts. For numbers above 2,147,483,647, which
    many databases refuse in an INTEGER, pass `number=BigInteger`. A statement raises
    StatementError for a code of another list and for values that are not codes.
    """

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = Integer
    cache_ok: bool | None = True

    def __init__(
        self,
        code_list: type[IntCode] | type[StrCode] | UnionType,
        length: int | None = None,
        number: type[Integer] = Integer,
    ) -> None:
        super().__init__()
        # SQLAlchemy caches statements by these attributes, named like the parameters.
        self.code_list = code_list
        self.length = length
        self.number = number
        kinds = {issubclass(each, StrCode) for each in lists_of(code_list)}
        if len(kinds) > 1:
            raise TypeError("a column is for numbers or for texts: use AnyCodeType")
        is_number = Integer in getattr(number, "__mro__", ())
        if not is_number or (number is not Integer and True in kinds):
            raise TypeError(
                "number is the type of a column of numbers, such as BigInteger"
            )
        self.impl = String(length) if True in kinds else number()

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | str | None:
        return None if value is None else stored_in(lists_of(self.code_list), value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else parse_in(lists_of(self.code_list), value)

    def __repr__(self) -> str:
        # Alembic writes this into migrations, so it must be an expression.
        lists = lists_of(self.code_list)
        names = [f"{each.__module__}.{each.__qualname__}" for each in lists]
        length = "" if self.length is None else f", length={self.length}"
        number = "" if self.number is Integer else f", number=sa.{self.number.__name__}"
        return f"{type(self).__name__}({' | '.join(names)}{length}{number})"


class AnyCodeType(TypeDecorator[Any]):
    """A column that stores the id of a code of any list, and returns the code.

    Accepts codes, ids such as "infobip.GeneralError:27", and None. A text is compared with the
    stored text, as in `column.startswith("infobip.")`. Reading a row raises LookupError if this
    release has no such list. It cannot be a primary key: SQLAlchemy would take codes of two
    lists for one if their values are equal.
    """

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = String
    cache_ok: bool | None = True

    def __init__(self, length: int | None = None) -> None:
        super().__init__(length)
        self.length = length

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        if value is None:
            return None
        # Resolve codes, too: an unresolvable one could not be read back.
        return resolve(_id_of(value)).id

    def compare_values(self, x: Any, y: Any) -> bool:
        return bool(_id_of(x) == _id_of(y))

    def coerce_compared_value(
        self, op: OperatorType | None, value: Any
    ) -> TypeEngine[Any]:
        # SQLAlchemy asks for the first value of IN only, and others may be texts or codes.
        if op in (in_op, not_in_op) or isinstance(value, str):
            return _Compared(self.length)
        return self

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else resolve(value)


def _id_of(value: Any) -> Any:
    """Return the id of a code, which tells it from codes of other lists; other values unchanged."""
    return value.id if isinstance(value, Code) else value


@event.listens_for(Column, "after_parent_attach")
def _expect_no_key(column: Column[Any], table: Table) -> None:
    if column.primary_key and isinstance(column.type, AnyCodeType):
        raise TypeError(
            f"{table.name}.{column.name}: codes of two lists are equal if their values are, so"
            " AnyCodeType cannot be a primary key: store the id of the code in a String"
        )


class _Compared(AnyCodeType):
    """A value compared with the column: a text may be of a list that is gone, or part of an id."""

    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        is_text = isinstance(value, str) and not isinstance(value, Code)
        return value if is_text else super().process_bind_param(value, dialect)
