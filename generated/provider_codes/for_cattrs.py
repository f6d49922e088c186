# Generated from the template for_cattrs.py by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:3341a1512172d06221439137dad4387adfd0fafbfe2693de21abd3f018846adf of all below this line.
"""Hooks of cattrs for classes with codes: of a list, or of a family, even unlisted ones."""

from __future__ import annotations

from types import UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin

from ._runtime import (
    Code,
    IntCode,
    StrCode,
    UnlistedCode,
    UnlistedStrCode,
    lists_of,
    parse_in,
)

try:
    from cattrs import Converter
except ImportError as error:
    raise ImportError(
        f"{__name__} needs cattrs: run pip install 'cattrs>=23.2'"
    ) from error

__all__ = ["configure"]

Lists: TypeAlias = tuple[type[IntCode] | type[StrCode], ...]


def configure(converter: Converter) -> None:
    """Let the converter read and write codes of lists, of families, and unlisted ones.

    A class states them as Python does: `error: VoiceError | UnlistedIntCode` accepts every code,
    `error: VoiceError` refuses unlisted ones. `| None` is allowed. Codes become their values.
    """
    converter.register_structure_hook_func(_is_of_codes, _structured)
    converter.register_unstructure_hook_func(_is_of_codes, _unstructured)
    converter.register_unstructure_hook_func(_is_unlisted, _unstructured)
    # The hook of cattrs for str comes before those with a condition.
    converter.register_unstructure_hook(StrCode, _unstructured)
    converter.register_unstructure_hook(UnlistedStrCode, _unstructured)


def _kinds(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def _is_unlisted(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, UnlistedCode)


def _lists(kind: Any) -> Lists:
    """Return the lists of a type, which may also have unlisted codes and None.

    Raises TypeError if it has no lists.
    """
    kinds = [each for each in _kinds(kind) if not _is_unlisted(each)]
    named = [each for each in kinds if each is not type(None)]
    return tuple(each for kind in named or [None] for each in lists_of(kind))


def _is_of_codes(kind: Any) -> bool:
    try:
        return bool(_lists(kind))
    except TypeError:
        return False


def _structured(value: Any, kind: Any) -> Any:
    kinds = _kinds(kind)
    if value is None and type(None) in kinds:
        return None
    code: object = parse_in(_lists(kind), value)
    if isinstance(code, UnlistedCode) and not any(map(_is_unlisted, kinds)):
        raise ValueError(f"{code!s:.80} is not listed")
    return code


def _unstructured(code: Any) -> Any:
    return code.value if isinstance(code, Code) else code
