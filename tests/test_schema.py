"""specs/schema.json, which editors use, agrees with the loader.

Both are made from the shapes; so an independent reader of JSON Schema reads the same documents as
the loader, valid and defective ones, and has to come to the same result.
"""

import dataclasses
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, Final, cast

import pytest
import yaml
from provider_codes_generator.spec import json_schema
from provider_codes_generator.model import names
from provider_codes_generator.emit.seal import is_same, seal
from provider_codes_generator.spec import shapes
from provider_codes_generator.spec.load import load_text
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from test_bad_input import Fault, faults

ROOT = Path(__file__).parent.parent
SPECS = sorted((ROOT / "specs").glob("*.yaml"))
# Every mapping of the schema, the inner ones first.
MAPPINGS: list[dict[str, Any]] = []


def keep(mapping: dict[str, Any]) -> dict[str, Any]:
    """Add the mapping to `MAPPINGS`, and return it."""
    MAPPINGS.append(mapping)
    return mapping


TEXT = (ROOT / "specs/schema.json").read_text(encoding="utf-8")
SCHEMA: Final[dict[str, Any]] = json.loads(TEXT, object_hook=keep)
# Each key of a spec, with its part of the schema; and the schemas of mappings.
KEYS = [item for each in MAPPINGS for item in each.get("properties", {}).items()]
OBJECTS = [each for each in MAPPINGS if each.get("type") == "object"]
# Editors check the format of dates as well, so it is checked here.
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def is_valid(document: Any) -> bool:
    """Whether the schema accepts the document."""
    return VALIDATOR.is_valid(document)


# Findings of the loader about a text rather than about the structure around it: an editor does not
# check white space and characters while its user types.
OF_TEXT = {"text-not-folded", "hidden-character"}


def loads(document: object) -> list[str]:
    """The ids of the loader's findings about the structure of the document."""
    # JSON is YAML, and quotes what is text.
    _, findings = load_text(json.dumps(document, ensure_ascii=False), "acme.yaml")
    return [found.id for found in findings if found.id not in OF_TEXT]


def assert_agreed(document: object) -> None:
    """The loader and the schema accept the document, or both refuse it."""
    findings = loads(document)
    if is_valid(document) and set(findings) <= {
        "key-unknown",
        "choice-unknown",
    }:
        return  # the schema cannot say which facts a list declares
    assert is_valid(document) == (not findings), f"the loader says {findings or 'nothing'}"


# The schema and the specs


def test_the_schema_is_that_of_the_shapes() -> None:
    found = (ROOT / "specs/schema.json").read_bytes().decode()
    source = "the shapes of a spec"
    # After a release, only a changed schema is rewritten.
    assert is_same(found, seal(json_schema.schema(), source, "provider-codes generate", ".json"))


class DatesAsText(yaml.SafeLoader):
    """SafeLoader as editors have it: a date is text, as in JSON."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def read(path: Path) -> Any:
    """The document of a spec."""
    return yaml.load(path.read_text(encoding="utf-8"), DatesAsText)


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_a_spec_is_valid(path: Path) -> None:
    assert is_valid(read(path))
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    assert first == "# yaml-language-server: $schema=schema.json"


# Shapes, classes of the model, and schema


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_an_example_is_valid(name: str, key: dict[str, Any]) -> None:
    validator = Draft202012Validator(
        key | {"$defs": SCHEMA["$defs"]}, format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    for example_of_key in key.get("examples", []):
        validator.validate(example_of_key)


def records(kind: shapes.Kind = shapes.SPEC) -> Iterator[shapes.Record]:
    """Each kind of record of a spec."""
    match kind:
        case shapes.Record():
            yield kind
            for key in kind.keys.values():
                yield from records(key.kind)
        case shapes.Items() | shapes.Entries():
            yield from records(kind.of)
        case _:
            pass


RECORDS = {record.name: record for record in records()}


def fields(record: shapes.Record) -> dict[str, "dataclasses.Field[Any]"]:
    """The fields of its class, except those that no key sets."""
    set_elsewhere = {"place", "is_partial"} | ({"name"} if record is not shapes.SPEC else set())
    return {
        field.name: field
        for field in dataclasses.fields(cast(Any, record.build))
        if field.name not in set_elsewhere
    }


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_the_keys_of_a_record_are_the_fields_of_its_class(record: shapes.Record) -> None:
    assert record.keys.keys() == fields(record).keys()


def test_no_fact_has_the_name_of_a_key() -> None:
    keys = {name for record in RECORDS.values() for name in record.keys}
    assert keys - names.FACT_NAMES.keys() == set()


def test_the_schema_describes_every_key() -> None:
    known = {name for record in RECORDS.values() for name in record.keys if not record.sole}
    assert {name for name, _ in KEYS} >= known
    for name, key in KEYS:
        assert key.get("description", "").endswith((".", "`.")), name


def test_the_schema_refuses_unknown_keys() -> None:
    """Either all keys are known, or they are names of a known kind."""
    for found in OBJECTS:
        if found["additionalProperties"] is not False:
            assert found["propertyNames"]["pattern"]


def test_the_schema_describes_every_name() -> None:
    """At an existing name, and at the place for a new one, with a legal placeholder."""
    entries = [found for found in OBJECTS if "propertyNames" in found]
    assert entries
    for found in entries:
        name = found["propertyNames"]
        assert name["description"] == found["additionalProperties"]["description"]
        assert name["description"].endswith(".")
        assert re.search(name["pattern"], name["title"])


def choices(kind: shapes.Kind = shapes.SPEC) -> Iterator[tuple[str, ...]]:
    """The words of each key that allows only these."""
    match kind:
        case shapes.Choice(options=options, own=False):
            yield options
        case shapes.Record():
            for key in kind.keys.values():
                yield from choices(key.kind)
        case shapes.Items() | shapes.Entries():
            yield from choices(kind.of)
        case _:
            pass


def test_the_schema_has_every_choice() -> None:
    refused = [each["not"] for each in MAPPINGS if "not" in each]
    offered = [each["enum"] for each in MAPPINGS if "enum" in each and each not in refused]
    assert set(map(tuple, offered)) == set(choices())
    assert {"int", "str", "bool"} <= {word for words in choices() for word in words}


# Documents made from the shapes, and defects in them

WORDS = st.sampled_from(
    ["one", "two words", "https://acme.example", "5", "true", "NO", "~", "字", "a: b # c"]
    + ["2026-11-22"]
)
BY_PATTERN = {
    names.MEMBER: st.sampled_from(["SENT", "NOT_SENT", "E5", "A_1_B"]),
    names.CLASS: st.sampled_from(["Result", "SmsError", "X"]),
    names.SLUG: st.sampled_from(["acme", "sms_error", "a1"]),
    shapes.GROUP_PATTERN: st.sampled_from(["{name}", "{name} ({value})"]),
}


def texts(pattern: str | None) -> st.SearchStrategy[str]:
    """Text of the pattern."""
    if pattern is None:
        return WORDS
    return BY_PATTERN.get(pattern, st.just("https://docs.acme.example/codes"))


def sound_scalar(kind: shapes.ScalarKind) -> st.SearchStrategy[Any]:
    """Valid single values of a kind."""
    match kind:
        case shapes.Text(pattern=pattern):
            return texts(pattern)
        case shapes.Boolean():
            return st.booleans()
        case shapes.Number(least=least):
            return st.integers(-(10**17) if least is None else least, 10**17)
        case shapes.Day():
            return st.dates().map(str)
        case shapes.Choice(options=options):
            return st.sampled_from(options)
        case shapes.Value(many=many):
            several = st.lists(WORDS, min_size=1, max_size=2) if many else st.nothing()
            return st.integers(-(10**17), 10**17) | WORDS | several


def sound(kind: shapes.Kind) -> st.SearchStrategy[Any]:
    """Valid values of a kind."""
    match kind:
        case shapes.Pairs(typed=True):
            return st.just({})
        case shapes.Items(of=of, or_one=or_one):
            items = st.lists(sound(of), max_size=2, unique_by=repr if kind.unique else None)
            return items | (sound(of) if or_one else st.nothing())
        case shapes.Pairs(keys=keys, required=must):
            words = {key: WORDS for key in keys}
            needed = {must: words.pop(must)} if must else {}
            return st.fixed_dictionaries(needed, optional=words)
        case shapes.Entries(of=of, pattern=pattern):
            return st.dictionaries(texts(pattern), sound(of), min_size=1, max_size=1)
        case shapes.Record(sole=str() as sole):
            return sound(kind.keys[sole].kind)
        case shapes.Record():
            required = {name: sound(kind.keys[name].kind) for name in kind.required}
            optional = {
                name: sound(key.kind)
                for name, key in kind.keys.items()
                if name not in kind.required
            }
            return st.fixed_dictionaries(required, optional=optional)
        case _:
            return sound_scalar(kind)


# Any value in the wrong place, except numbers with a fraction of zero, which JSON Schema accepts as
# whole numbers.
WRONG_TEXTS = ["", "two words", "lower", "a__b", "UPPER", "None", "class", "2026-02-30", "2026-1-2"]
WRONG_VALUES: list[Any] = [None, True, 0, -(10**18), 1.5, [], {}, [""], ["x"], [0], {"x": {}}]
WRONG = st.sampled_from(WRONG_TEXTS + WRONG_VALUES)
WRONG_NAMES = st.sampled_from(
    ["", "x", "Xy", "X__Y", "1X", "É", "a b", "vaule", "note", "value"] + ["class", "None", "name"]
)

Path_ = tuple[str | int, ...]


def children(value: Any) -> list[tuple[Any, Any]]:
    """The content of a mapping or a list, by key or index."""
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def paths(document: Any, path: Path_ = ()) -> Iterator[Path_]:
    """The path to each value of the document, except the document itself."""
    for key, value in children(document):
        yield (*path, key)
        yield from paths(value, (*path, key))


def replace(holder: Any, key: str | int, name: str, wrong: Any) -> None:
    """Replace it."""
    holder[key] = wrong


def remove(holder: Any, key: str | int, name: str, wrong: Any) -> None:
    """Remove it."""
    del holder[key]


def rename(holder: Any, key: str | int, name: str, wrong: Any) -> None:
    """Give it another name."""
    if isinstance(holder, dict):
        holder[name] = holder.pop(key)


def add(holder: Any, key: str | int, name: str, wrong: Any) -> None:
    """Add something beside it."""
    if isinstance(holder, dict):
        holder.setdefault(name, wrong)


@st.composite
def defective(draw: st.DrawFn) -> Any:
    """A valid document with a change or two, most of which are defects."""
    document: Any = json.loads(json.dumps(draw(sound(shapes.SPEC))))
    for _ in range(draw(st.integers(1, 2))):
        path = draw(st.sampled_from(list(paths(document)) or [("provider",)]))
        holder = document
        for step in path[:-1]:
            holder = holder[step]
        if path[-1] in dict(children(holder)):
            change = draw(st.sampled_from([replace, replace, remove, rename, add]))
            # A copy, because another change may put something inside it.
            change(holder, path[-1], draw(WRONG_NAMES), deepcopy(draw(WRONG)))
    return document


UNHURRIED = settings(
    phases=set(Phase) - {Phase.explain},
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@UNHURRIED
@given(sound(shapes.SPEC))
def test_a_sound_document_is_accepted_by_both(document: Any) -> None:
    assert loads(document) == []
    assert is_valid(document)


@UNHURRIED
@given(defective())
@example(None)
@example([])
@example("text")
@example({})
def test_a_defective_document_is_refused_by_both(document: Any) -> None:
    assert_agreed(document)


# The faults of tests/test_bad_input.py that an editor sees, too: the ids of structure alone.
OF_STRUCTURE = {
    *("key-missing", "mapping-expected", "list-expected", "text-expected", "value-missing"),
    *("text-empty", "text-malformed", "not-a-date", "number-too-small"),
}
STRUCTURAL = [
    fault for fault in faults() if {each.split()[-1] for each in fault.found} <= OF_STRUCTURE
]


@pytest.mark.parametrize("fault", STRUCTURAL, ids=lambda fault: fault.title)
def test_an_editor_refuses_a_fault_of_structure(fault: Fault) -> None:
    assert not is_valid(yaml.load(fault.spec, DatesAsText))


# Faults that the table lacks: constants, and values that are no values.
DEFECTIVE: list[dict[str, Any]] = [
    {"constants": {"LIMIT": {"value": []}}},
    {"constants": {"LIMIT": {"value": [1, 2]}}},
    *({"codes": {"SENT": {"value": value}}} for value in (True, 1.5, ["a"], 10**18, -(10**18), "")),
    {"documents": "name"},
    {"tables": {"columns": {"Id": "Id"}}},
]


@pytest.mark.parametrize("keys", DEFECTIVE, ids=str)
def test_both_refuse(keys: dict[str, Any]) -> None:
    code_list = {"title": "Results", "values": "int", "codes": {"SENT": {"value": 1}}}
    document: dict[str, Any] = {"provider": "acme", "title": "Acme"}
    whole = document | {"lists": {"Result": code_list}}
    assert loads(whole) == [] and is_valid(whole)
    if "constants" in keys:
        whole |= keys
    else:
        whole["lists"] = {"Result": code_list | keys}
    assert loads(whole) and not is_valid(whole)
