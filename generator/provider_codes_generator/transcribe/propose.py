"""Proposes names for new codes, groups and aliases, marked until a person has decided.

A proposal never takes a name that is in use or reserved, and never renames anything.
"""

import re
from collections.abc import Iterator

from ..model import PLACEHOLDER, Code, CodeList, Provider, names

# Words that carry no meaning. `not` and `no` do.
_FILLERS = frozenset("""
    a an the this that these those your you our its it is are was were be been being has have had
    do does did of to for in on at by with from as and or if please there
    """.split())


class Namer:
    """Proposes names for the codes and groups of one list."""

    def __init__(self, code_list: CodeList, provider: Provider) -> None:
        self._taken = {name for code in _all_codes(code_list) for name in _names_of(code)}
        self._taken |= {code_list.name, code_list.group_name}
        self._groups = {group.name for group in code_list.groups}
        self._values = code_list.values
        self._known = _Known(provider, besides=code_list.name)

    def code(self, code: Code, *, is_named: bool = True) -> str:
        """Return a name for a code of the page.

        `is_named` is False if the documented name could not be read.
        """
        base = self._meaning(code) if is_named else None
        room = names.MAX_NAME if code.documented_name else names.MAX_CHOSEN_NAME
        base = base or f"{PLACEHOLDER}{_word(code.value)}"
        return self._free(base, code.value, self._taken, room)

    def alias(self, documented_name: str, code: Code) -> str:
        """Return a name for an alias of the page. It may be a former name of the code."""
        name = names.suggest(documented_name)
        if name in code.former_names:
            return name
        return self._free(name, code.value, self._taken, names.MAX_NAME)

    def group(self, documented_name: str, value: int | str) -> str:
        """Return a name for a group of the page."""
        return self._free(names.suggest(documented_name), value, self._groups, names.MAX_NAME)

    def _meaning(self, code: Code) -> str | None:
        if code.documented_name:
            known = self._known.by_name.get((str(code.value), code.documented_name))
            return known or names.suggest(code.documented_name)
        if self._values == "str":
            return names.suggest(str(code.value))
        return self._known.by_wording.get(names.wording(code.description)) or from_text(
            code.description
        )

    def _free(self, base: str, value: int | str, taken: set[str], room: int) -> str:
        """Return the name, followed by the value if the name is taken.

        `room` is its maximum length.
        """
        name, number = _shortened(base, room), 1
        word = _shortened(_word(value), room // 2)
        while name in taken:
            tail = f"_{word}" + (f"_{number}" if number > 1 else "")
            name = _shortened(base, room - len(tail)) + tail
            number += 1
        taken.add(name)
        return name


def _shortened(name: str, room: int) -> str:
    """Remove words from the end of the name until it fits."""
    while len(name) > room:
        name = name.rpartition("_")[0] if "_" in name else name[:room]
    return name


def from_text(text: str) -> str | None:
    """Return a short name from the words of a description, or None if it has none."""
    words = re.findall(r"[^\W_]+", re.sub(r"['’]", "", text))
    telling = [word for word in words if word.lower() not in _FILLERS] or words
    name = ""
    for word in telling:
        longer = names.suggest(f"{name} {word}")
        if len(longer) > names.MAX_CHOSEN_NAME or longer.count("_") > 4:
            break
        name = longer
    return name or None


def _word(value: int | str) -> str:
    """Return the value as a part of a name."""
    word = re.sub(r"[^A-Z0-9]+", "_", str(value).upper().replace("-", "MINUS_")).strip("_")
    return word or "VALUE"


def _all_codes(code_list: CodeList) -> Iterator[Code]:
    yield from code_list.codes
    yield from code_list.withdrawn


def _names_of(code: Code) -> Iterator[str]:
    yield code.name
    yield from code.former_names
    for alias in code.aliases:
        yield alias.name


class _Known:
    """Names of the same codes in the provider's other lists."""

    def __init__(self, provider: Provider, besides: str) -> None:
        self.by_name: dict[tuple[str, str], str] = {}
        self.by_wording: dict[str, str] = {}
        for code_list in provider.lists:
            for code in code_list.codes if code_list.name != besides else ():
                if name := code_list.documented_name(code):
                    self.by_name.setdefault((str(code.value), name), code.name)
                elif code.description and code_list.values == "int":
                    self.by_wording.setdefault(names.wording(code.description), code.name)
