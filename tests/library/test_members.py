"""What members are and say, for every list and every group enum that was emitted."""

import copy
import inspect
import json
import pickle
from collections.abc import Callable, Mapping
from enum import IntEnum, StrEnum
from importlib import import_module
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from provider_codes import PROVIDERS, Code, IntCode, StrCode, resolve, smspartner

Enum = type[IntCode] | type[StrCode]

FACTS = [name for name, _ in inspect.getmembers(Code, lambda x: isinstance(x, property))]


def declared_type(enum: Enum, fact: str) -> Any:
    """What the property says that it returns; names of the module are looked up there."""
    return get_type_hints(getattr(enum, fact).fget)["return"]


def test_protocol_has_the_facts() -> None:
    """The other tests go by this list, and would pass were it empty."""
    assert FACTS == [
        "code_list",
        "description",
        "documented_name",
        "documented_names",
        "facts",
        "group",
        "id",
        "listed",
        "name",
        "permanent",
        "value",
    ]


def test_members_are_numbers_or_texts(any_enum: Enum) -> None:
    kind = IntEnum if issubclass(any_enum, IntCode) else StrEnum
    value_type = int if kind is IntEnum else str
    assert issubclass(any_enum, kind)
    assert len(any_enum) > 0
    for code in any_enum:
        assert isinstance(code, any_enum) and isinstance(code, value_type)
        assert type(code.value) is value_type
        assert code == code.value and hash(code) == hash(code.value)


def test_members_print_as_their_value(any_enum: Enum) -> None:
    """So they do in SQL, in URLs and in `%s`: anything else would go over the wire."""
    for code in any_enum:
        assert str(code) == format(code) == "%s" % code == str(code.value)
        assert json.dumps(code) == json.dumps(code.value)
        assert json.dumps({code: 1}) == json.dumps({code.value: 1})
        assert code.name in repr(code)


def test_names_are_public_and_unique(any_enum: Enum) -> None:
    """No name is a silent alias of another: that would be a value listed twice."""
    assert list(any_enum.__members__) == [code.name for code in any_enum]
    for code in any_enum:
        assert any_enum[code.name] is getattr(any_enum, code.name) is code


def test_strict_call(any_enum: Enum) -> None:
    """As with every enum: a member, or ValueError."""
    call: Callable[[Any], object] = any_enum
    for code in any_enum:
        assert call(code.value) is call(code) is code
    for unlisted in (-987654321, "no such code", None, 0.5, b""):
        with pytest.raises(ValueError, match="is not a valid"):
            call(unlisted)


def test_facts_have_the_types_they_are_declared_with(any_enum: Enum) -> None:
    """A row of the table behind a list in the wrong order would show here."""
    for code in any_enum:
        assert code.listed is True
        for fact in set(FACTS) - {"name", "value", "listed", "code_list", "documented_names"}:
            declared, said = declared_type(any_enum, fact), getattr(code, fact)
            declared = Mapping if fact == "facts" else declared
            assert isinstance(said, declared), f"{code!r}.{fact} is {said!r}"
        assert all(isinstance(name, str) for name in code.documented_names)
        assert code.documented_names[:1] == (
            () if code.documented_name is None else (code.documented_name,)
        )


def test_declared_types_are_those_of_the_protocol_or_narrower(any_enum: Enum) -> None:
    for fact in set(FACTS) - {"name", "value", "listed", "code_list"}:
        allowed = get_type_hints(getattr(Code, fact).fget)["return"]
        declared = declared_type(any_enum, fact)
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
        again = resolve(code.id)
        assert again is code or repr(again) == repr(code)


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


def test_documented_as_finds_every_code_by_each_of_its_names(any_enum: Enum) -> None:
    """Held to a plain scan; a name that no code has finds none."""
    names = {name for code in any_enum for name in code.documented_names}
    for name in names:
        having = tuple(code for code in any_enum if name in code.documented_names)
        assert any_enum.documented_as(name) == having != ()
    assert any_enum.documented_as("no such name") == any_enum.documented_as("") == ()


def test_documented_as_without_documented_names() -> None:
    """The list gives its codes no names: ours are not the provider's."""
    assert smspartner.SendingError.API_KEY_INVALID.documented_names == ()
    assert smspartner.SendingError.documented_as("API_KEY_INVALID") == ()
    assert smspartner.MessageStatus.documented_as("delivered") == ()


def test_alias_is_the_member() -> None:
    """The page has two names for 2053. The second is no member, and no second entry."""
    errors = smspartner.HlrError
    alias, member = "EC_SOURCE_ADDRESS_BLACKLISTED", errors.EC_BLACKLISTED_SENDERADDRESS
    assert errors.EC_SOURCE_ADDRESS_BLACKLISTED is member
    assert alias not in errors.__members__
    assert [code.value for code in errors].count(2053) == 1
    assert member.documented_names == ("EC_BLACKLISTED_SENDERADDRESS", alias)
    assert errors.documented_as(alias) == errors.documented_as(member.name) == (member,)


def test_every_alias_is_declared_and_assigned(any_enum: Enum) -> None:
    """What the annotation in the body promises to type checkers is there at run time."""
    for name, hint in get_type_hints(any_enum).items():
        if get_origin(hint) is Literal:
            assert [getattr(any_enum, name)] == [*get_args(hint)]
            assert getattr(any_enum, name) in any_enum
            assert name not in any_enum.__members__


def test_groups_have_their_codes(group_enum: Enum) -> None:
    """Each code of the list in exactly one group, and each group in documented order."""
    module = import_module(group_enum.__module__)
    code_list: Enum = getattr(module, group_enum.__name__.removesuffix("Group"))
    codes: list[IntCode | StrCode] = []
    for group in group_enum:
        of_group: tuple[IntCode | StrCode, ...] = getattr(group, "codes")
        assert of_group == tuple(code for code in code_list if code.group is group)
        codes += of_group
    assert len(codes) == len(code_list)


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


@pytest.mark.parametrize("provider", PROVIDERS)
def test_lists_are_all_there(provider: str) -> None:
    """LISTS names each enum of the module that is no group, in the order of the module."""
    module = import_module(f"provider_codes.{provider}")
    enums = [
        value
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__ == module.__name__
    ]
    assert list(module.LISTS) == [enum for enum in enums if not hasattr(enum, "codes")]
