"""Emitted modules say nothing but the allowed shapes; static files are what they were made from."""

from hashlib import sha256
from pathlib import Path

import allowed
import provider_codes
import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = Path(provider_codes.__file__).parent
STATIC = {
    path.name: path
    for folder in ("static", "pairings")
    for path in sorted((ROOT / "templates" / folder).glob("*.py"))
}
MODULES = [
    path
    for folder in (PACKAGE, *sorted((ROOT / "tests/cases").glob("*/expected")))
    for path in sorted(folder.glob("*.py"))
    if path.name not in {"__init__.py", "_modules.py", *STATIC}
]

HARMLESS = "from __future__ import annotations\nclass Word(IntCode):\n    ONE = 1\n"


def test_the_five_providers_are_among_them() -> None:
    assert {path.stem for path in MODULES} >= set(provider_codes.PROVIDERS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_a_module_says_only_what_is_allowed(path: Path) -> None:
    assert allowed.strays(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", STATIC)
def test_a_static_file_has_the_digest_of_its_source(name: str) -> None:
    _, checksum, body = (PACKAGE / name).read_text(encoding="utf-8").split("\n", 2)
    digest = sha256(STATIC[name].read_bytes()).hexdigest()
    assert sha256(body.encode()).hexdigest() == digest
    assert f"sha256:{digest}" in checksum


@pytest.mark.parametrize(
    "stray",
    [
        "import os",
        "from os import system",
        "from typing import Any",
        "from ._runtime import find_in as find",
        "print(1)",
        "X: Final = f'{1}'",
        "X: Final = open('x')",
        "X: Final = (1, [])",
        "_X: Final[dict[int, str]] = {1: f()}",
        "_X: Final[dict[int, f()]] = {1: ''}",
        "Word.ONE = print",
        "@final\nclass Other(IntCode):\n    ONE = 1",
        "class Other(IntCode, metaclass=Meta):\n    ONE = 1",
        "class Other(Enum):\n    ONE = 1",
        "class Other(IntCode):\n    ONE = f()",
        "class Other(IntCode):\n    def run(self):\n        return 1",
        "class Other(IntCode):\n    @property\n    def run(self) -> str:\n        return f()",
        "class Other(IntCode):\n    class Inner:\n        pass",
        "def find_word(value: int) -> tuple[Word, ...]:\n    return ()",
        "def find_word(value: int=f()) -> tuple[Word, ...]:\n    lists = (Word,)\n"
        "    return find_in(lists, value)",
        "if True:\n    pass",
        "[].append(1)",
        "True",
        "b''",
    ],
)
def test_what_is_not_allowed_is_a_stray(stray: str) -> None:
    assert allowed.strays(HARMLESS) == []
    assert len(allowed.strays(HARMLESS + stray)) == 1
