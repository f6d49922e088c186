"""Documented names that a spec leaves to its keys: filled in when read, left out when written."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias, TypeVar

from ..model import Alias, Code, CodeList, Group, Provider

Name: TypeAlias = str | None
AnyEntry = TypeVar("AnyEntry", bound=Group | Code | Alias)
AnyCode = TypeVar("AnyCode", bound=Code)


def filled(code_list: CodeList) -> CodeList:
    """The list, in which no entry leaves its documented name to its key."""
    return _named(code_list, lambda name, key: name or key)


def written(provider: Provider) -> Provider:
    """The provider as its file says it: without the documented names that are the keys."""
    lists = (
        _named(each, lambda name, key: None if name == key else name) for each in provider.lists
    )
    return replace(provider, lists=tuple(lists))


def _named(code_list: CodeList, choose: Callable[[Name, Name], Name]) -> CodeList:
    """The list with names chosen from the documented one and the one by the key."""

    def named(entry: AnyEntry) -> AnyEntry:
        name = choose(entry.documented_name, code_list.name_by_key(entry))
        return entry if name == entry.documented_name else replace(entry, documented_name=name)

    def code(each: AnyCode) -> AnyCode:
        return named(replace(each, aliases=tuple(map(named, each.aliases))))

    return replace(
        code_list,
        groups=tuple(map(named, code_list.groups)),
        codes=tuple(map(code, code_list.codes)),
        withdrawn=tuple(map(code, code_list.withdrawn)),
    )
