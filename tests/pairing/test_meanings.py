"""States, advice, parties and causes: plain text in every library, and read back as members."""

import json
from enum import StrEnum

import msgspec
import pytest
from cattrs import Converter
from provider_codes import Action, Cause, MessageState, Party, Retry
from pydantic import TypeAdapter


@pytest.mark.parametrize("kind", [Action, Cause, MessageState, Party, Retry])
def test_round_trip(kind: type[StrEnum]) -> None:
    pydantic, cattrs = TypeAdapter(kind), Converter()
    for member in kind:
        assert kind(json.loads(json.dumps(member))) is member
        assert pydantic.validate_json(pydantic.dump_json(member)) is member
        assert cattrs.structure(cattrs.unstructure(member), kind) is member
        assert msgspec.json.decode(msgspec.json.encode(member), type=kind) is member
        assert pydantic.dump_python(member, mode="json") == cattrs.unstructure(member)
