"""Serializers that restore Python objects: unlisted codes return, as members do."""

from collections.abc import Callable
from functools import partial
from typing import Any

import jsonpickle  # type: ignore[import-untyped]
import pytest
import yaml
from provider_codes import Code
from provider_codes.infobip import VoiceError
from provider_codes.smspartner import MessageStatus

WAYS: dict[str, tuple[Callable[[Any], str], Callable[[str], Any]]] = {
    "jsonpickle": (partial(jsonpickle.dumps, keys=True), partial(jsonpickle.loads, keys=True)),
    "yaml": (yaml.dump, yaml.unsafe_load),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "code",
    [VoiceError(5403), VoiceError.parse(5999), MessageStatus.KO, MessageStatus.parse("read")],
    ids=repr,
)
def test_round_trip(way: str, code: Code) -> None:
    dump, load = WAYS[way]
    (again,) = load(dump([code]))
    assert repr(again) == repr(code) and again.code_list is code.code_list
