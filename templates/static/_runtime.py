"""What the emitted enums share: base classes, unlisted codes, and their protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import IntEnum, StrEnum
from operator import index
from types import MappingProxyType
from typing import Protocol, Self, SupportsIndex, TypeAlias, TypeVar

__all__ = [
    "Code",
    "Facts",
    "IntCode",
    "StrCode",
    "UnlistedCode",
    "UnlistedIntCode",
    "UnlistedStrCode",
    "facts_of",
    "find_in",
    "one_list",
]

Facts: TypeAlias = Mapping[str, int | str | bool]
"""A list's own facts, by the names of their properties."""


_NO_FACTS: Facts = MappingProxyType({})


class Code(Protocol):
    """What every code has: of any provider, listed or not.

    Use it as the type of codes of any list. If a page always states a fact, the enum
    narrows the type: `bool` instead of `bool | None`.
    """

    @property
    def name(self) -> str:
        """The name of the member; "UNLISTED" for an unlisted code."""
        ...

    @property
    def value(self) -> int | str:
        """The value on the wire."""
        ...

    @property
    def listed(self) -> bool:
        """Whether this release lists the code."""
        ...

    @property
    def documented_name(self) -> str | None:
        """The provider's own name of the code; None if it gives none."""
        ...

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        ...

    @property
    def permanent(self) -> bool | None:
        """Whether the provider calls the condition permanent; None if it does not say."""
        ...

    @property
    def group(self) -> IntCode | StrCode | None:
        """The provider's group of the code; None if there are no groups."""
        ...

    @property
    def facts(self) -> Facts:
        """The facts that only this list has, by name; absent facts are omitted."""
        ...


class UnlistedCode:
    """A received code that this release does not list."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Always "UNLISTED": safe as a metric label, whatever was received."""
        return "UNLISTED"

    @property
    def listed(self) -> bool:
        """False: a later release may list the code."""
        return False

    @property
    def documented_name(self) -> None:
        """None: nothing is known about the code."""
        return None

    @property
    def description(self) -> str:
        """Empty: nothing is known about the code."""
        return ""

    @property
    def permanent(self) -> None:
        """None: nothing is known about the code."""
        return None

    @property
    def group(self) -> None:
        """None: nothing is known about the code."""
        return None

    @property
    def facts(self) -> Facts:
        """Empty: nothing is known about the code."""
        return _NO_FACTS


class UnlistedIntCode(UnlistedCode, int):
    """An unlisted code of a list of numbers. It is an int, like the members."""

    _code_list: type[IntCode]

    def __new__(cls, value: int, code_list: type[IntCode]) -> Self:
        self = super().__new__(cls, value)
        self._code_list = code_list
        return self

    @property
    def code_list(self) -> type[IntCode]:
        """The list that it was parsed for."""
        return self._code_list

    @property
    def value(self) -> int:
        """The value on the wire."""
        return int(self)

    def __repr__(self) -> str:
        return f"<{self._code_list.__name__} unlisted: {int(self)}>"

    def __str__(self) -> str:
        return int.__repr__(self)

    def __reduce__(self) -> tuple[Callable[[int], object], tuple[int]]:
        # A later release that lists the code unpickles it as the member.
        return self._code_list.parse, (int(self),)


class UnlistedStrCode(UnlistedCode, str):
    """An unlisted code of a list of texts. It is a str, like the members."""

    _code_list: type[StrCode]

    def __new__(cls, value: str, code_list: type[StrCode]) -> Self:
        self = super().__new__(cls, value)
        self._code_list = code_list
        return self

    @property
    def code_list(self) -> type[StrCode]:
        """The list that it was parsed for."""
        return self._code_list

    @property
    def value(self) -> str:
        """The value on the wire."""
        return str(self)

    def __repr__(self) -> str:
        return f"<{self._code_list.__name__} unlisted: {str(self)!r}>"

    def __str__(self) -> str:
        return str.__str__(self)

    def __reduce__(self) -> tuple[Callable[[str], object], tuple[str]]:
        # A later release that lists the code unpickles it as the member.
        return self._code_list.parse, (str(self),)


# IntCode and StrCode repeat each other: with the properties in a mixin before IntEnum, one
# type checker (ty) no longer narrows a member to its literal.


class IntCode(IntEnum):
    """Base of the enums whose values are numbers."""

    @property
    def listed(self) -> bool:
        """True; False only on an UnlistedCode."""
        return True

    @property
    def documented_name(self) -> str | None:
        """The provider's own name of the code; None if it gives none."""
        return None

    @property
    def documented_names(self) -> tuple[str, ...]:
        """All names that the provider gives the code: the first, then the aliases."""
        name = self.documented_name
        return () if name is None else (name,)

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return ""

    @property
    def permanent(self) -> bool | None:
        """Whether the provider calls the condition permanent; None if it does not say."""
        return None

    @property
    def group(self) -> IntCode | StrCode | None:
        """The provider's group of the code; None if there are no groups."""
        return None

    @property
    def facts(self) -> Facts:
        """The facts that only this list has, by name; absent facts are omitted."""
        return _NO_FACTS

    @classmethod
    def parse(cls, value: int | str) -> Self | UnlistedIntCode:
        """The member for a value as received, or an UnlistedIntCode.

        Text is read as a decimal number. Raises ValueError for other text, and
        TypeError for anything that is neither text nor a whole number.
        """
        number = value if type(value) is int else _whole_number(value)
        try:
            return cls(number)
        except ValueError:
            return UnlistedIntCode(number, cls)

    @classmethod
    def documented_as(cls, name: str) -> tuple[Self, ...]:
        """Every code that the provider documents under this name, in documented order."""
        return tuple(code for code in cls if name in code.documented_names)


class StrCode(StrEnum):
    """Base of the enums whose values are texts."""

    @property
    def listed(self) -> bool:
        """True; False only on an UnlistedCode."""
        return True

    @property
    def documented_name(self) -> str | None:
        """The provider's own name of the code; None if it gives none."""
        return None

    @property
    def documented_names(self) -> tuple[str, ...]:
        """All names that the provider gives the code: the first, then the aliases."""
        name = self.documented_name
        return () if name is None else (name,)

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return ""

    @property
    def permanent(self) -> bool | None:
        """Whether the provider calls the condition permanent; None if it does not say."""
        return None

    @property
    def group(self) -> IntCode | StrCode | None:
        """The provider's group of the code; None if there are no groups."""
        return None

    @property
    def facts(self) -> Facts:
        """The facts that only this list has, by name; absent facts are omitted."""
        return _NO_FACTS

    @classmethod
    def parse(cls, value: str) -> Self | UnlistedStrCode:
        """The member for a value as received, or an UnlistedStrCode.

        Raises TypeError for anything that is not text.
        """
        try:
            return cls(value)
        except ValueError:
            return UnlistedStrCode(_text(value), cls)

    @classmethod
    def documented_as(cls, name: str) -> tuple[Self, ...]:
        """Every code that the provider documents under this name, in documented order."""
        return tuple(code for code in cls if name in code.documented_names)


AnyCode = TypeVar("AnyCode", bound=IntCode | StrCode)


def find_in(
    lists: Sequence[type[AnyCode]], value: int | str, name: str | None = None
) -> tuple[AnyCode, ...]:
    """The codes with this value, in the order of the lists; at most one per list.

    If a name is given, only codes that the provider documents under it. A number never
    matches text, and text never matches a number.
    """
    found: list[AnyCode] = []
    for code_list in lists:
        try:
            # A value of the wrong type is treated as not found.
            code = code_list(value)  # type: ignore[arg-type]
        except ValueError:
            continue
        if name is None or name in code.documented_names:
            found.append(code)
    return tuple(found)


def facts_of(code: IntCode | StrCode, names: Iterable[str]) -> Facts:
    """The values of these properties of a code, without those that are None."""
    values = {name: getattr(code, name) for name in names}
    return MappingProxyType(
        {name: value for name, value in values.items() if value is not None}
    )


def one_list(kind: object) -> type[IntCode] | type[StrCode]:
    """The list of an open field or a column; raises TypeError for anything else.

    An unlisted code belongs to one list, so the union of a family is refused.
    """
    if isinstance(kind, type) and issubclass(kind, (IntCode, StrCode)):
        return kind
    raise TypeError(f"a field of codes is for one list, and {kind} is not one list")


def _whole_number(value: object) -> int:
    """The value as a number; `int` alone would accept `2_7`, 27.9 and True."""
    if isinstance(value, str):
        digits = value.strip().removeprefix("-")
        if digits.isascii() and digits.isdigit():
            return int(value.strip())
        raise ValueError(f"a code of this list is a decimal number, not {value[:80]!r}")
    if isinstance(value, SupportsIndex) and not isinstance(value, bool):
        return index(value)
    raise TypeError(
        f"a code of this list is a whole number, not {type(value).__name__}"
    )


def _text(value: object) -> str:
    if isinstance(value, str):
        # A subclass, such as an enum, may override __str__.
        return str.__str__(value)
    raise TypeError(f"a code of this list is text, not {type(value).__name__}")
