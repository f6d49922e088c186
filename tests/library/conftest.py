"""Fixtures for the tests of the emitted library. They know nothing of the tool."""

from collections.abc import Iterator
from importlib import import_module

import pytest
from provider_codes import PROVIDERS, IntCode, StrCode


def documented_lists() -> Iterator[type[IntCode] | type[StrCode]]:
    """Every list of every provider, in order."""
    for provider in PROVIDERS:
        yield from import_module(f"provider_codes.{provider}").LISTS


def group_enums() -> Iterator[type[IntCode] | type[StrCode]]:
    """Every group enum: those of the enums that are no list."""
    lists = list(documented_lists())
    for provider in PROVIDERS:
        for found in vars(import_module(f"provider_codes.{provider}")).values():
            if isinstance(found, type) and issubclass(found, (IntCode, StrCode)):
                if found not in (*lists, IntCode, StrCode):
                    yield found


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for a `code_list`, a `group_enum` or either for each of them."""
    lists, groups = list(documented_lists()), list(group_enums())
    for argument, enums in (
        ("code_list", lists),
        ("group_enum", groups),
        ("any_enum", lists + groups),
    ):
        if argument in metafunc.fixturenames:
            metafunc.parametrize(argument, enums, ids=_identifier)


def _identifier(enum: type) -> str:
    return f"{enum.__module__.rpartition('.')[2]}.{enum.__name__}"
