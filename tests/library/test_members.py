"""Members of every list and every group enum that was emitted.

tests/test_cases.py compares them with the specs.
"""

import copy
import inspect
import json
import pickle
from collections.abc import Callable
from importlib import import_module
from typing import Any, get_args, get_type_hints

import pytest
from provider_codes import PROVIDERS, Code, IntCode, StrCode, resolve, smspartner

Enum = type[IntCode] | type[StrCode]

FACTS = [name for name, _ in inspect.getmembers(Code, lambda x: isinstance(x, property))]


def test_protocol_has_the_facts() -> None:
    """The other tests loop over this list, and would pass if it were empty."""
    names = "code_list description documented_name documented_names facts group id listed name"
    assert FACTS == [*names.split(), "permanent", "value"]


def test_members_print_as_their_value(any_enum: Enum) -> None:
    """So they do in SQL, in URLs and in `%s`: programs would send anything else."""
    for code in any_enum:
        assert str(code) == format(code) == "%s" % code == str(code.value)
        assert json.dumps(code) == json.dumps(code.value)
        assert json.dumps({code: 1}) == json.dumps({code.value: 1})
        assert code.name in repr(code)


def test_strict_call(any_enum: Enum) -> None:
    """As for every enum: a member, or ValueError."""
    call: Callable[[Any], object] = any_enum
    for code in any_enum:
        assert call(code.value) is call(code) is code
    for unlisted in (-987654321, "no such code", None, 0.5, b""):
        with pytest.raises(ValueError, match="is not a valid"):
            call(unlisted)


def test_declared_types_are_those_of_the_protocol_or_narrower(any_enum: Enum) -> None:
    for fact in set(FACTS) - {"name", "value", "listed", "code_list"}:
        allowed = get_type_hints(getattr(Code, fact).fget)["return"]
        declared = get_type_hints(getattr(any_enum, fact).fget)["return"]
        if fact in ("facts", "documented_names"):
            assert declared == allowed
            continue
        for one in get_args(declared) or (declared,):
            assert issubclass(one, allowed), fact


def test_every_code_has_an_id_and_leads_to_its_list(any_enum: Enum) -> None:
    """A table of codes of several lists needs one name for each, and a way back."""
    provider = any_enum.__module__.rpartition(".")[2]
    for code in [*any_enum, any_enum.parse("-987654321")]:
        assert isinstance(code, Code)
        assert code.code_list is any_enum
        assert code.id == f"{provider}.{any_enum.__name__}:{code.value}"
        if any_enum in import_module(any_enum.__module__).LISTS:
            again = resolve(code.id)
            assert again is code or repr(again) == repr(code)
        else:
            with pytest.raises(LookupError, match=f"no list of codes '{provider}"):
                resolve(code.id)


def test_facts_cannot_be_overwritten(any_enum: Enum) -> None:
    code = next(iter(any_enum))
    for fact in FACTS:
        with pytest.raises(AttributeError):
            setattr(code, fact, None)
        with pytest.raises(AttributeError):
            delattr(code, fact)
    with pytest.raises(AttributeError):
        setattr(any_enum, code.name, None)


def test_members_pickle_to_themselves(any_enum: Enum) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        for code in any_enum:
            assert pickle.loads(pickle.dumps(code, protocol)) is code
    assert [copy.copy(code) for code in any_enum] == [*any_enum]


def test_documented_as_without_documented_names() -> None:
    """The list gives its codes no names: ours are not the provider's."""
    assert smspartner.SendingError.API_KEY_INVALID.documented_names == ()
    assert smspartner.SendingError.documented_as("API_KEY_INVALID") == ()
    assert smspartner.MessageStatus.documented_as("delivered") == ()


@pytest.mark.parametrize("provider", PROVIDERS)
def test_exports(provider: str) -> None:
    """`from provider_codes.<provider> import *` gives the enums and what goes with them."""
    module = import_module(f"provider_codes.{provider}")
    exported: dict[str, object] = {name: getattr(module, name) for name in module.__all__}
    own = {
        name
        for name, value in vars(module).items()
        if getattr(value, "__module__", None) == module.__name__ and not name.startswith("_")
    }
    assert own <= set(exported)
    assert len(set(module.__all__)) == len(module.__all__)
    assert not any(name.startswith("_") for name in exported)
