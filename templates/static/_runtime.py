"""What the emitted enums share: base classes, unlisted codes, and their protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import IntEnum, StrEnum
from functools import cache
from operator import index
from types import MappingProxyType, UnionType
from typing import (
    Any,
    Literal,
    Protocol,
    Self,
    SupportsIndex,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
    overload,
    runtime_checkable,
)

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
    "is_list",
    "lists_of",
    "parse_in",
    "resolve",
    "schema_of",
    "stored_in",
    "unlisted_or_member",
]

Facts: TypeAlias = Mapping[str, int | str | bool]
"""A list's own facts, by the names of their properties."""


_NO_FACTS: Facts = MappingProxyType({})


@runtime_checkable
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
        """The value that the provider sends."""
        ...

    @property
    def code_list(self) -> type[IntCode] | type[StrCode]:
        """The list of the code; of an unlisted one, the list that it was parsed for."""
        ...

    @property
    def id(self) -> str:
        """Provider, list and value, such as `infobip.GeneralError:27`. `resolve` finds codes by it."""
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
    def documented_names(self) -> tuple[str, ...]:
        """All names that the provider gives the code; the aliases come last."""
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
        """Always "UNLISTED", a safe metric label, whatever was received."""
        return "UNLISTED"

    @property
    def listed(self) -> Literal[False]:
        """False; a later release may list the code."""
        return False

    @property
    def documented_name(self) -> None:
        """None, because nothing is known about the code."""
        return None

    @property
    def documented_names(self) -> tuple[str, ...]:
        """Empty, because nothing is known about the code."""
        return ()

    @property
    def description(self) -> str:
        """Empty, because nothing is known about the code."""
        return ""

    @property
    def permanent(self) -> None:
        """None, because nothing is known about the code."""
        return None

    @property
    def group(self) -> None:
        """None, because nothing is known about the code."""
        return None

    @property
    def facts(self) -> Facts:
        """Empty, because nothing is known about the code."""
        return _NO_FACTS


class UnlistedIntCode(UnlistedCode, int):
    """An unlisted code of a list of numbers. It is an int, like the members."""

    _code_list: type[IntCode]

    def __new__(cls, value: int, code_list: type[IntCode]) -> Self:
        self = super().__new__(cls, value)
        if self.bit_length() > _PRINTABLE_BITS:
            # Raises ValueError here, so that it does not in a log message.
            str(int(self))
        self._code_list = code_list
        return self

    @property
    def code_list(self) -> type[IntCode]:
        """The list that it was parsed for."""
        return self._code_list

    @property
    def id(self) -> str:
        """Provider, list and value, such as `infobip.GeneralError:27`. `resolve` finds codes by it."""
        return _id(self._code_list, self.value)

    @property
    def value(self) -> int:
        """The value that the provider sends."""
        return int(self)

    def __repr__(self) -> str:
        return f"<{self._code_list.__name__} unlisted: {int(self)}>"

    def __str__(self) -> str:
        return int.__repr__(self)

    def __reduce__(self) -> _Reduced:
        return unlisted_or_member, (self._code_list, self.value)


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
    def id(self) -> str:
        """Provider, list and value, such as `infobip.GeneralError:27`. `resolve` finds codes by it."""
        return _id(self._code_list, self.value)

    @property
    def value(self) -> str:
        """The value that the provider sends."""
        return str(self)

    def __repr__(self) -> str:
        return f"<{self._code_list.__name__} unlisted: {str(self)!r}>"

    def __str__(self) -> str:
        return str.__str__(self)

    def __reduce__(self) -> _Reduced:
        return unlisted_or_member, (self._code_list, self.value)


_CODES: dict[type, dict[int | str, Any]] = {}
"""The codes of each list, by value: for `parse`, twice as fast as a call of the enum."""

_Reduced: TypeAlias = tuple[Callable[..., object], tuple[object, int | str]]

_PRINTABLE_BITS = 2000
"""Python prints 640 digits, that is 2126 bits, whatever its limit is set to."""


def unlisted_or_member(
    code_list: type[IntCode] | type[StrCode], value: Any
) -> IntCode | StrCode | UnlistedIntCode | UnlistedStrCode:
    """Return the code of the list with this value; `pickle` restores unlisted codes by it.

    If a later release lists the value, it is the member. This is a function of the module,
    because jsonpickle and PyYAML restore no object through a method.
    """
    return code_list.parse(value)


def _id(code_list: type[IntCode] | type[StrCode], value: int | str) -> str:
    return f"{code_list.__module__.rpartition('.')[2]}.{code_list.__name__}:{value}"


# IntCode and StrCode repeat each other: with the properties in a mixin before IntEnum, one
# type checker (ty) no longer narrows a member to its literal.


class IntCode(IntEnum):
    """Base of the enums whose values are numbers."""

    def __init_subclass__(cls) -> None:
        _CODES[cls] = {int(code): code for code in cls}

    @property
    def code_list(self) -> type[Self]:
        """The list of the code."""
        return type(self)

    @property
    def id(self) -> str:
        """Provider, list and value, such as `infobip.GeneralError:27`. `resolve` finds codes by it."""
        return _id(type(self), self.value)

    @property
    def listed(self) -> Literal[True]:
        """True; False only on an UnlistedCode."""
        return True

    @property
    def documented_name(self) -> str | None:
        """The provider's own name of the code; None if it gives none."""
        return None

    @property
    def documented_names(self) -> tuple[str, ...]:
        """All names that the provider gives the code; the aliases come last."""
        name = self.documented_name
        return (name,) if name else ()

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
        """Return the member for a value as received, or an UnlistedIntCode.

        Text is read as a decimal number. Raises ValueError for other text, and
        TypeError for anything that is neither text nor a whole number.
        """
        number = value if type(value) is int else _whole_number(value)
        code: Self | None = _CODES[cls].get(number)
        return UnlistedIntCode(number, cls) if code is None else code

    @classmethod
    def documented_as(cls, name: str) -> tuple[Self, ...]:
        """Return every code that the provider documents under this name, in order."""
        return tuple(code for code in cls if name in code.documented_names)


class StrCode(StrEnum):
    """Base of the enums whose values are texts."""

    def __init_subclass__(cls) -> None:
        _CODES[cls] = {str(code): code for code in cls}

    @property
    def code_list(self) -> type[Self]:
        """The list of the code."""
        return type(self)

    @property
    def id(self) -> str:
        """Provider, list and value, such as `infobip.GeneralError:27`. `resolve` finds codes by it."""
        return _id(type(self), self.value)

    @property
    def listed(self) -> Literal[True]:
        """True; False only on an UnlistedCode."""
        return True

    @property
    def documented_name(self) -> str | None:
        """The provider's own name of the code; None if it gives none."""
        return None

    @property
    def documented_names(self) -> tuple[str, ...]:
        """All names that the provider gives the code; the aliases come last."""
        name = self.documented_name
        return (name,) if name else ()

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
        """Return the member for a value as received, or an UnlistedStrCode.

        Raises TypeError for anything that is not text.
        """
        text = value if type(value) is str else _text(value)
        code: Self | None = _CODES[cls].get(text)
        return UnlistedStrCode(text, cls) if code is None else code

    @classmethod
    def documented_as(cls, name: str) -> tuple[Self, ...]:
        """Return every code that the provider documents under this name, in order."""
        return tuple(code for code in cls if name in code.documented_names)


_CODES.update({IntCode: {}, StrCode: {}})

Member = TypeVar("Member", bound=IntCode | StrCode)
IntMember = TypeVar("IntMember", bound=IntCode)
StrMember = TypeVar("StrMember", bound=StrCode)


def find_in(
    lists: Sequence[type[Member]], value: int | str, name: str | None = None
) -> tuple[Member, ...]:
    """Return the codes with this value, in the order of the lists, at most one per list.

    A name restricts them to codes that the provider documents under it. The value is read as
    `parse` reads it: text of digits is a number for a list of numbers. What `parse` refuses
    is not found.
    """
    return tuple(
        code
        for code in _parsed(lists, value)
        if code.listed and (name is None or name in code.documented_names)
    )


def _parsed(lists: Sequence[type[Any]], value: object) -> list[Any]:
    """Return what each list parses the value as, without those that refuse it.

    A family may have lists of numbers and lists of texts.
    """
    codes: list[Any] = []
    for code_list in lists:
        try:
            codes.append(code_list.parse(value))
        except (TypeError, ValueError):
            continue
    return codes


@overload
def parse_in(
    lists: Sequence[type[IntMember]], value: object, name: str | None = None
) -> IntMember | UnlistedIntCode: ...


@overload
def parse_in(
    lists: Sequence[type[StrMember]], value: object, name: str | None = None
) -> StrMember | UnlistedStrCode: ...


@overload
def parse_in(
    lists: Sequence[type[Member]], value: object, name: str | None = None
) -> Member | UnlistedIntCode | UnlistedStrCode: ...


def parse_in(lists: Sequence[type[Any]], value: object, name: str | None = None) -> Any:
    """Return the code for a value as received, of the first list that has it.

    If several lists have it, the first one that documents it under the name decides. A value
    that no list has becomes an unlisted code of the first list that can hold it. A member of
    one of the lists is returned unchanged. Raises what `parse` raises.
    """
    if isinstance(value, tuple(lists)):
        return value
    codes = _parsed(lists, value)
    listed = [code for code in codes if code.listed]
    named = [code for code in listed if name in code.documented_names]
    return (named or listed or codes or [lists[0].parse(value)])[0]


def stored_in(lists: Sequence[type[Any]], value: object) -> int | str:
    """Return the value to store for a code, or for a raw value as `parse_in` reads it.

    Raises TypeError for a code that a column of these lists would not return, and whatever
    `parse` raises.
    """
    names = " or ".join(each.__name__ for each in lists)
    owner = getattr(value, "code_list", None)
    if owner is not None and owner not in lists:
        raise TypeError(f"{value!r} is not a code of {names}")
    code: Code = parse_in(lists, value)
    found: Code = parse_in(lists, code.value)
    if owner is not None and found.listed and found.code_list is not owner:
        raise TypeError(f"{value!r} would come back as another code of {names}")
    return code.value


def resolve(id: str) -> Code:
    """Return the code with this `code.id`; an unlisted code if its list has no such value.

    Raises LookupError if this package has no such list, ValueError if the id has no value or
    one that the list cannot hold, and TypeError for anything but text, such as a code.
    """
    from ._modules import module_of

    _expect_id(id)
    code_list, colon, value = id.partition(":")
    provider, _, name = code_list.partition(".")
    try:
        module = module_of(provider)
    except ValueError:
        module = None
    for found in module.LISTS if module else ():
        if found.__name__ == name:
            if not colon:
                raise ValueError(
                    f'{id!r} is not an id such as "{id}:27": it has no value'
                )
            code: Code = found.parse(value)
            return code
    raise LookupError(f"there is no list of codes {code_list!r} in this package")


def _expect_id(id: object) -> None:
    if not isinstance(id, str) or isinstance(id, (StrCode, UnlistedStrCode)):
        raise TypeError(
            f'an id is text such as "infobip.GeneralError:27", not {type(id).__name__}'
        )


def facts_of(code: IntCode | StrCode, names: Iterable[str]) -> Facts:
    """Return the values of these properties of a code, without those that are None."""
    values = {name: getattr(code, name) for name in names}
    return MappingProxyType(
        {name: value for name, value in values.items() if value is not None}
    )


def lists_of(kind: object) -> tuple[type[IntCode] | type[StrCode], ...]:
    """Return the list of a field or a column, or the lists of a family, their union.

    Raises TypeError for anything else.
    """
    kinds = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    lists = [each for each in kinds if isinstance(each, type)]
    found = [each for each in lists if issubclass(each, (IntCode, StrCode))]
    if len(found) != len(kinds) or not all(map(is_list, found)):
        raise TypeError(
            f"a field of codes is for one list, or for a family of lists, not for {kind}"
        )
    return tuple(found)


@cache
def is_list(kind: type[IntCode] | type[StrCode]) -> bool:
    """Whether the enum has codes: it is neither a base class, nor one of groups."""
    from ._modules import module_of

    if kind in (IntCode, StrCode):
        return False
    package, _, provider = kind.__module__.rpartition(".")
    # Another package may define its own enums with the same bases.
    return package != __package__ or kind in module_of(provider).LISTS


def schema_of(
    lists: Sequence[type[IntCode] | type[StrCode]], *, is_open: bool
) -> dict[str, Any]:
    """Return the JSON Schema of a field for these lists; an open one allows other values."""
    # Only now, because no program needs it to send messages.
    from inspect import getdoc

    kinds = ["string" if issubclass(each, StrCode) else "integer" for each in lists]
    values = [code.value for each in lists for code in each]
    return {
        "type": kinds[0] if len({*kinds}) == 1 else [*dict.fromkeys(kinds)],
        "description": "\n\n".join(getdoc(each) or "" for each in lists),
        "examples" if is_open else "enum": list(dict.fromkeys(values)),
    }


def _whole_number(value: object) -> int:
    """Return the value as a number; `int` alone would accept `2_7`, 27.9 and True."""
    if isinstance(value, str):
        digits = value.strip().removeprefix("-")
        if digits.isascii() and digits.isdigit():
            return int(value.strip())
        raise ValueError(f"a code of this list is a decimal number, not {value[:80]!r}")
    # A class of numbers has __index__, too.
    if isinstance(value, SupportsIndex) and not isinstance(value, (bool, type)):
        return index(value)
    raise TypeError(
        f"a code of this list is a whole number, not {type(value).__name__}"
    )


def _text(value: object) -> str:
    if isinstance(value, str):
        # A subclass, such as an enum, may override __str__.
        return str.__str__(value)
    raise TypeError(f"a code of this list is text, not {type(value).__name__}")
