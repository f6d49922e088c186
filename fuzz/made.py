"""Random texts and whole specs; the same seed makes the same ones."""

import json
from collections.abc import Mapping
from random import Random
from typing import Any, cast

from provider_codes_generator.pages.text import fold
from provider_codes_generator.spec.nodes import hidden_characters
from hostile import NAMES, PIECES, TEXTS

Spec = dict[str, Any]

_SHORT = tuple(text for text in TEXTS if len(text) <= 200)
_WORDS = "A B C SENT LOST NO ON X1 Y2Z LONGER_NAME OF THE ROUTE N NULL EC 0X1 TRUE E1".split()
_ODD = ("null", "1", "1.5", "[]", "{}", "true", '""', "[[]]", '{"": 0}', "-0", "1e400")
_DAYS = ("2026-11-22", "0001-01-01", "9999-12-31")


def text(random: Random) -> str:
    """Return a text of any kind."""
    match random.randrange(10):
        case 0 | 1:
            return random.choice(_SHORT)
        case 2 | 3:
            return _mutated(random, random.choice(_SHORT))
        case 4 | 5:
            return "".join(random.choices(PIECES, k=random.randint(1, 6)))
        case 6 | 7:
            return " ".join(random.choices(PIECES, k=random.randint(2, 6)))
        case 8:
            return "".join(map(chr, (_code_point(random) for _ in range(random.randint(1, 12)))))
        case _:
            return random.choice(PIECES) * random.randint(1, 60)


def _mutated(random: Random, old: str) -> str:
    start, end = sorted((random.randint(0, len(old)), random.randint(0, len(old))))
    piece = random.choice(PIECES)
    middle = random.choice(["", piece, old[start:end] * 2, old[start:end][::-1], piece + piece])
    return old[:start] + middle + old[end:]


def _code_point(random: Random) -> int:
    most = random.choice([0x7F, 0xFF, 0x2FF, 0x206F, 0x3000, 0xFFFF, 0xFFFF, 0x1FFFF, 0x10FFFF])
    return random.randint(max(0, most - 0x2000), most)


def spec(random: Random) -> Spec:
    """Return a whole spec: two in three are mostly valid, and one is damaged somewhere."""
    made = _Maker(random).spec()
    if random.randrange(3) == 0:
        for _ in range(random.randint(1, 3)):
            _damage(random, made)
    return made


class _Maker:
    """Makes the parts of a spec by the rules for specs."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def spec(self) -> Spec:
        """Return a spec."""
        pages = self._names(3, lower=True)
        lists = {f"List{_capital(name)}": self._list(pages) for name in self._names(3, least=1)}
        made: Spec = {"provider": "acme", "title": self._text()}
        if pages:
            made["documents"] = {
                page: self._some(
                    {"title": self._text(), "retrieved": self._random.choice(_DAYS)},
                    {"address": f"https://x/{''.join(self._text().split())}", "reader": "html"},
                )
                for page in pages
            }
        made["constants"] = {f"C_{name}"[:40]: self._constant(pages) for name in self._names(3)}
        made["families"] = {
            f"kin_{name}": self._random.sample(list(lists), self._random.randint(1, len(lists)))
            for name in self._names(2, lower=True)
        }
        return self._some(made, {"note": self._text()}) | {"lists": lists}

    def _constant(self, pages: list[str]) -> Spec:
        value = self._random.choice(
            [
                self._text(),
                self._number(),
                [self._text() for _ in range(self._random.randint(1, 3))],
            ]
        )
        more: Spec = {"description": self._text(), "note": self._text()}
        if pages:
            more["document"] = self._random.choice(pages)
        return self._some({"value": value}, more)

    def _list(self, pages: list[str]) -> Spec:
        values, group_values = self._random.choices(["int", "str"], k=2)
        named = self._random.random() < 0.5
        groups = self._names(3)
        always: list[str] = [fact for fact in ("permanent",) if self._random.random() < 0.3]
        always += [fact for fact in ("group",) if groups and self._random.random() < 0.3]
        kinds = self._random.choices(["int", "bool", "str"], k=2)
        facts = dict(zip(self._names(2, lower=True), kinds, strict=False))
        names = self._names(8, least=1)
        numbers = self._values(values, len(names))
        codes = {
            name: self._code(number, name, groups, always) | self._facts(facts)
            for name, number in zip(names, numbers, strict=True)
        }
        gone = dict(list(codes.items())[: self._random.randint(0, len(codes) - 1)])
        for name, code in gone.items():
            del codes[name]
            code.pop("erratum", None)
            code["since"] = self._random.choice(_DAYS)
            if self._random.random() < 0.3:
                code["in_enum"] = self._random.random() < 0.5
            if not code.get("in_enum", True):
                code.pop("aliases", None)
        made: Spec = {
            "title": self._text(),
            "values": values,
            "documents": [*(["name"] if named else []), *always],
            "codes": codes,
        }
        if facts:
            made["facts"] = {
                name: {"values": kind, "title": self._text()} for name, kind in facts.items()
            }
        if gone:
            made["withdrawn"] = gone
        if groups:
            made["group_values"] = group_values
            numbers = self._values(group_values, len(groups))
            made["groups"] = {
                group: self._some({"value": number}, self._of_code())
                for group, number in zip(groups, numbers, strict=True)
            }
        more: Spec = {"note": self._text(), "tables": self._tables(), "field": self._text()}
        if pages:
            more["document"] = self._random.choice(pages)
        return self._some(made, more)

    def _code(self, value: int | str, name: str, groups: list[str], always: list[str]) -> Spec:
        made: Spec = {"value": value}
        more: Spec = {
            **self._of_code(),
            "permanent": self._random.random() < 0.5,
            "links": [self._text() for _ in range(self._random.randint(1, 3))],
            "erratum": {"page": self._text(), "reading": self._text(), "reason": self._text()},
            "aliases": {f"{name}_ALSO": self._some({}, {"description": self._text()})},
            "former_names": [f"{name}_ONCE"],
            "name_proposed": self._random.random() < 0.5,
        }
        if groups:
            more["group"] = self._random.choice(groups)
        return self._some(made | {key: more.pop(key) for key in always}, more)

    def _facts(self, facts: Mapping[str, str]) -> Spec:
        values = {"int": self._number(), "bool": self._random.random() < 0.5, "str": self._text()}
        found = self._some({}, {name: values[kind] for name, kind in facts.items()})
        return {"facts": found} if found else {}

    def _of_code(self) -> Spec:
        return {
            "documented_name": self._text(),
            "description": self._text(),
            "note": self._text(),
        }

    def _tables(self) -> Spec:
        columns = {"value": self._text(), "description": self._text()}
        more: Spec = {"heading": [self._text()], "group": self._text(), "path": self._text()}
        return self._some({"columns": columns}, more)

    def _some(self, always: Spec, more: Spec) -> Spec:
        chosen = {key: value for key, value in more.items() if self._random.random() < 0.5}
        return always | chosen

    def _text(self) -> str:
        found = ""
        while not found or hidden_characters(found):  # these are refused
            found = fold(text(self._random)).encode("utf-8", "ignore").decode()
        return found

    def _number(self) -> int:
        return self._random.choice([0, 1, -1, 7, 10**17, self._random.randint(-9999, 9999)])

    def _values(self, kind: str, count: int) -> list[int | str]:
        found: dict[int | str, None] = {}
        while len(found) < count:
            found[self._number() if kind == "int" else self._text()] = None
        return list(found)

    def _names(self, most: int, *, least: int = 0, lower: bool = False) -> list[str]:
        count = self._random.randint(least, most)
        found: dict[str, None] = {}
        while len(found) < count:
            name = "_".join(self._random.choices(_WORDS, k=self._random.randint(1, 3)))
            if name[0].isalpha() and len(name) <= 24:
                found[f"x_{name.lower()}" if lower else name] = None
        return list(found)


def _capital(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def _damage(random: Random, made: Spec) -> None:
    """Replace, remove or rename a part."""
    here: Any = made
    while keys := keys_of(here):
        key = random.choice(keys)
        if not is_open(here[key]) or random.random() < 0.2:
            match random.randrange(4):
                case 0:
                    here[key] = text(random)
                case 1:
                    del here[key]
                case 2 if isinstance(here, Mapping):
                    _rename(here, key, random.choice([*NAMES, text(random)]))
                case _:
                    here[key] = json.loads(random.choice(_ODD))
            return
        here = here[key]


def is_open(part: Any) -> bool:
    """Whether it is a mapping or a list that is not empty."""
    return isinstance(part, Mapping | list) and bool(cast(Any, part))


def _rename(here: Any, old: str, new: str) -> None:
    here[new] = here.pop(old)


def keys_of(here: Mapping[Any, Any] | list[Any]) -> list[Any]:
    """Return the keys of a mapping, or the indexes of a list."""
    return list(here) if isinstance(here, Mapping) else list(range(len(here)))


def copied(made: Spec) -> Spec:
    """Return a copy of the spec."""
    same: Spec = json.loads(json.dumps(made))
    return same
