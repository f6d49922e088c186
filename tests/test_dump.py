"""What `dump` writes is what `load` reads: the same model, in the layout of the specs.

tests/test_hostile.py does so with random specs.
"""

from itertools import takewhile
from pathlib import Path

import hostile
import pytest
import yaml
from hostile_checks import check_lines
from provider_codes_generator.pages.text import fold
from provider_codes_generator.spec import layout
from provider_codes_generator.spec import shapes
from provider_codes_generator.spec.documented import written
from provider_codes_generator.spec.load import load_text
from provider_codes_generator.model.registry import Provider
from provider_codes_generator.spec.nodes import hidden_characters
from hypothesis import example, given
from hypothesis import strategies as st

SPECS = sorted((Path(__file__).parent.parent / "specs").glob("*.yaml"))

HOSTILE = [text for text in map(fold, hostile.TEXTS) if text and not hidden_characters(text)]


def _can_hold(text: str) -> bool:
    return " ".join(text.split()) == text != "" and not hidden_characters(text)


LETTERS = st.sampled_from("abcXYZ019.,;:-_/\\\"'{}[]()#%&*!|>@`?=~<+$^éßЖ漢😀’–")
WORDS = (
    st.sampled_from([text for text in HOSTILE if " " not in text])
    | st.text(LETTERS, min_size=1, max_size=12)
    | st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)
    | st.text(LETTERS, min_size=1, max_size=3).map(lambda some: some * 40)
)
SEVERAL = st.lists(WORDS, min_size=2, max_size=30).map(" ".join)
# Texts that a spec can hold: folded, and without hidden characters
TEXTS = (st.sampled_from(HOSTILE) | WORDS | SEVERAL).filter(_can_hold)


def assert_returns(provider: Provider) -> str:
    """Return the text, after checks of its layout and of the model that is read from it."""
    text = layout.dump(provider)
    read, findings = load_text(text, "acme.yaml")
    assert written(read) == written(provider) and not findings
    check_lines(text)
    return text


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_the_specs_return(path: Path) -> None:
    """A dumped spec is read as the same spec."""
    provider, findings = load_text(path.read_text("utf-8"), path.name)
    assert provider is not None and not findings
    assert_returns(provider)


@given(TEXTS, st.sampled_from([4, 8, 40]))
@example("a " + "- " * 60 + "b", 4)
def test_any_text_is_text_to_any_reader(text: str, indent: int) -> None:
    """Every reader of YAML finds the text, in any version of YAML."""
    check_text(text, indent)


@pytest.mark.parametrize("start", range(0, len(HOSTILE), 100))
def test_any_hostile_text_is_text_to_any_reader(start: int) -> None:
    for text in HOSTILE[start : start + 100]:
        check_text(text, 4)


def check_text(text: str, indent: int) -> None:
    """PyYAML's own reader reads the same text, list and mapping."""
    lines = layout.field("note", text, shapes.Text(), indent)
    lines += layout.field("links", (text, text), shapes.Items(shapes.Text()), indent)
    lines += layout.field("columns", (("name", text),), shapes.Pairs({"name": ""}), indent)
    written = "\n".join(lines) + "\n"
    check_lines(written)
    wanted = {"note": text, "links": [text, text], "columns": {"name": text}}
    # The reader in Python; `load` uses the one in C if there is one.
    assert yaml.safe_load(written) == wanted


def lines_of(path: Path, line: int) -> list[str]:
    """The lines of the entry that begins on that line of the file, counted from 1."""
    first, *others = path.read_text("utf-8").split("\n")[line - 1 :]
    inner = " " * (len(first) - len(first.lstrip(" ")) + 2)
    return [first, *takewhile(lambda other: other.startswith(inner), others)]


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_entries_are_laid_out_as_in_the_specs(path: Path) -> None:
    """An entry is dumped exactly as in the spec, unless a line there is too long."""
    provider, _ = load_text(path.read_text("utf-8"), path.name)
    assert provider is not None
    compared = 0
    for code_list in written(provider).lists:
        for shape, entries in ((shapes.CODE, code_list.codes), (shapes.GROUP, code_list.groups)):
            for record in entries:
                wanted = lines_of(path, record.place.line)
                if max(map(len, wanted)) <= layout.WIDTH:
                    assert layout.field(record.name, record, shape, 6) == wanted
                    compared += 1
    assert compared


LAYOUT = """\
# yaml-language-server: $schema=schema.json
provider: acme
title: "\\"Acme\\" \\\\ Co: all"
constants:
  LIMIT:
    value: -5
  ADDRESSES:
    value:
      - "1.2.3.4"
      - host
families:
  status: [Status, "No"]
  long:
    - XXXXXXXXXXXXXXXXXXXXXXXXXXXXXX1
    - XXXXXXXXXXXXXXXXXXXXXXXXXXXXXX2
    - XXXXXXXXXXXXXXXXXXXXXXXXXXXXXX3
  "no": []
lists:
  Status:
    title: "1"
    values: str
    documents: [name]
    tables:
      group: "{name}"
      columns: {value: "Id, or name", name: "a: b"}
    codes:
      "ON":
        value: "12"
        permanent: false
        links:
          - /a
        former_names: [OLD, "NULL"]
        name_proposed: true
  Empty:
    title: None
    values: int
    codes: {}
"""


def test_layout() -> None:
    """Each kind in its style: flow if it is short, else one line per item."""
    provider, findings = load_text(LAYOUT, "acme.yaml")
    assert provider is not None and not findings
    assert assert_returns(provider) == LAYOUT


def test_a_text_is_folded_at_its_spaces() -> None:
    """Up to the last column, and only at spaces."""
    fits = "x" * 40 + " " + "y" * 53
    assert layout.field("note", fits, shapes.Text(), 0) == [f"note: {fits}"]
    assert layout.field("note", fits, shapes.Text(), 2) == ["  note: >-", f"    {fits}"]
    assert layout.field("note", "z" * 200, shapes.Text(), 2) == [f"  note: {'z' * 200}"]
    parts = ["a", "z" * 200, "b: c"]
    folded = layout.field("note", " ".join(parts), shapes.Text(), 2)
    assert folded == ["  note: >-", *(f"    {part}" for part in parts)]
