"""Providers with all documented names filled in, so that an entry can be read without its list."""

from dataclasses import replace
from typing import TypeVar

from ..model import Code, CodeList, Group, Provider

AnyCode = TypeVar("AnyCode", bound=Code)


def whole(provider: Provider) -> Provider:
    """The provider, in which no entry leaves its documented name to the key of the spec."""
    return replace(provider, lists=tuple(map(_list, provider.lists)))


def group_documented_name(group: Group) -> str:
    """The name that the page gives the group."""
    return group.documented_name or group.name


def _list(code_list: CodeList) -> CodeList:
    return replace(
        code_list,
        groups=tuple(
            replace(group, documented_name=group_documented_name(group))
            for group in code_list.groups
        ),
        codes=tuple(_code(code_list, code) for code in code_list.codes),
        withdrawn=tuple(_code(code_list, code) for code in code_list.withdrawn),
    )


def _code(code_list: CodeList, code: AnyCode) -> AnyCode:
    aliases = tuple(
        replace(alias, documented_name=code_list.documented_alias(alias)) for alias in code.aliases
    )
    return replace(code, documented_name=code_list.documented_name(code), aliases=aliases)
