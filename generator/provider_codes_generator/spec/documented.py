"""What a spec says only once: filled in when it is read, omitted when it is written.

These are documented names that equal their keys, and the withdrawal of all codes of a list.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias, TypeVar

from ..model import Alias, Code, CodeList, Group, Meanings, Provider, Withdrawn

Name: TypeAlias = str | None
AnyFile = TypeVar("AnyFile", Provider, Meanings)
AnyEntry = TypeVar("AnyEntry", bound=Group | Code | Alias)
AnyCode = TypeVar("AnyCode", bound=Code)


def filled(code_list: CodeList) -> CodeList:
    """Return the list with all documented names. If it is withdrawn, so are all its codes."""
    named = _with_names(code_list, lambda name, key: name or key)
    if since := named.withdrawn_since:
        codes = tuple(Withdrawn.of(code, since) for code in named.codes)
        return replace(named, codes=(), withdrawn=codes + named.withdrawn)
    return named


def written(content: AnyFile) -> AnyFile:
    """Return the content as its file has it: without documented names that equal their keys."""
    if not isinstance(content, Provider):
        return content
    lists = (
        _with_names(_with_codes(each), lambda name, key: None if name == key else name)
        for each in content.lists
    )
    return replace(content, lists=tuple(lists))


def _with_codes(code_list: CodeList) -> CodeList:
    """Return the list with the codes that were withdrawn together with it back in `codes`."""
    day = code_list.withdrawn_since
    if day is None:
        return code_list
    codes = [code for code in code_list.withdrawn if code.in_enum and code.since == day]
    rest = tuple(code for code in code_list.withdrawn if code not in codes)
    return replace(code_list, codes=tuple(code.documented() for code in codes), withdrawn=rest)


def _with_names(code_list: CodeList, choose: Callable[[Name, Name], Name]) -> CodeList:
    """Return the list with each documented name chosen from the stated one and the key's."""

    def renamed(entry: AnyEntry) -> AnyEntry:
        name = choose(entry.documented_name, code_list.name_by_key(entry))
        return entry if name == entry.documented_name else replace(entry, documented_name=name)

    def code_renamed(code: AnyCode) -> AnyCode:
        aliases = tuple(map(renamed, code.aliases))
        return renamed(replace(code, aliases=aliases) if aliases else code)

    return replace(
        code_list,
        groups=tuple(map(renamed, code_list.groups)),
        codes=tuple(map(code_renamed, code_list.codes)),
        withdrawn=tuple(map(code_renamed, code_list.withdrawn)),
    )
