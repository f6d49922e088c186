"""A field of Django models that stores every code of a list, even an unlisted one.

A column of numbers is a `CodeIntegerField`, one of texts a `CodeCharField`. Forms, the admin and
the serializers of Django REST framework read and write the value. The fields in migrations are
plain Django fields with plain values. In conditions and validators of your own, give the value of
a code: Django writes them into migrations as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from ._runtime import Code, IntCode, StrCode, lists_of, parse_in, stored_in

try:
    from django.core.exceptions import ValidationError
    from django.db import models
except ImportError as error:
    raise ImportError(
        f"{__name__} needs Django: run pip install 'django>=4.2'"
    ) from error

__all__ = ["CodeCharField", "CodeIntegerField"]

Lists: TypeAlias = type[IntCode] | type[StrCode] | UnionType


def _plain(option: Any) -> Any:
    """Return the option of a field with values in place of codes, including nested choices."""
    if isinstance(option, (list, tuple)):
        plain = [_plain(each) for each in cast(Sequence[Any], option)]
        # Django compares choices, and a list is not equal to a tuple.
        return tuple(plain) if isinstance(option, tuple) else plain
    return option.value if isinstance(option, Code) else option


# Type checkers know the parameters of Django's fields only from stubs.
if TYPE_CHECKING:
    AnyField: TypeAlias = models.Field[Any, Any]
    IntegerBase: TypeAlias = models.BigIntegerField[Any, Any]
    TextBase: TypeAlias = models.CharField[Any, Any]
else:
    AnyField, IntegerBase, TextBase = object, models.BigIntegerField, models.CharField


class _CodeField(AnyField):
    """Reads and writes codes, in front of the Django field that is the column."""

    migrated_as: str
    _kind: type[IntCode] | type[StrCode]
    _empty: tuple[object, ...] = (None,)

    def __init__(self, code_list: Lists, **options: Any) -> None:
        self._lists = lists_of(code_list)
        for each in self._lists:
            if not issubclass(each, self._kind):
                raise TypeError(
                    f"a {type(self).__name__} cannot store the codes of {each.__name__}:"
                    " a CodeIntegerField stores numbers, a CodeCharField texts"
                )
        self.code_list = code_list
        super().__init__(**options)

    def clone(self) -> Any:
        # Django makes a clone from what migrations have, which is not the list.
        _, _, arguments, options = self.deconstruct()
        return type(self)(self.code_list, *arguments, **options)

    def deconstruct(self) -> Any:
        name, _, arguments, options = super().deconstruct()
        plain = {key: _plain(option) for key, option in options.items()}
        return name, f"django.db.models.{self.migrated_as}", arguments, plain

    def from_db_value(self, value: Any, *_: Any) -> Any:
        return value if value in self._empty else parse_in(self._lists, value)

    def get_prep_value(self, value: Any) -> Any:
        return value if value in self._empty else stored_in(self._lists, value)

    def to_python(self, value: Any) -> Any:
        try:
            return self.from_db_value(self.get_prep_value(value))
        except (TypeError, ValueError) as error:
            raise ValidationError(str(error), code="invalid") from error

    def value_from_object(self, obj: models.Model) -> Any:
        # Forms and all formats of dumps read this.
        return self.get_prep_value(super().value_from_object(obj))


class CodeIntegerField(_CodeField, IntegerBase):
    """A column of numbers: `error = CodeIntegerField(infobip.Error)`."""

    migrated_as = "BigIntegerField"
    _kind = IntCode


class CodeCharField(_CodeField, TextBase):
    """A column of texts: `CodeCharField(smspartner.MessageStatus, max_length=40)`."""

    migrated_as = "CharField"
    _kind = StrCode
    # An absent text is empty in Django.
    _empty = (None, "")
