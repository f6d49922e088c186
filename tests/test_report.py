"""Reports of changes: readable for people, safe in a terminal and a pull request, exact for
programs.

Reports of every change are goldens in tests/reports. The JSON is checked against its schema, and
the Markdown is read by a Markdown parser. Whatever a page says, the structure of a report is the
same as with harmless words.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from provider_codes_generator.changes.kinds import KINDS, Change, extent
from provider_codes_generator.changes.comparison import compare, compare_provider
from provider_codes_generator.model.ledger import Entry
from provider_codes_generator.model import Finding, printable
from provider_codes_generator.model.meanings import ListMeanings, Meaning, Meanings
from provider_codes_generator.model.place import Place
from provider_codes_generator.model.registry import Code, Provider, Registry
from provider_codes_generator.changes import changelog, render
from provider_codes_generator.changes.markdown import escape
from helpers_cases import Goldens
from helpers_specs import sound
from hostile import TEXTS
from hostile_checks import is_printable
from hypothesis import assume, example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from markdown_it.token import Token

from test_compare import BASE, CASES, changes_of, pairs

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "docs/changes.schema.json").read_text()
)
VALIDATOR: Any = Draft202012Validator(SCHEMA)


def _every_change() -> list[Change]:
    before = sound(BASE)
    found = [change for case in CASES for change in changes_of(case)]
    other = replace(before, provider="other")
    found += compare(Registry((before,)), Registry((before, other)))
    found += compare(Registry((before, other)), Registry((before,)))
    one, another = (_judged(before, retry) for retry in ("later", "never"))
    found += compare(Registry((before,), (one,)), Registry((before,), (another,)))
    return found


def _judged(provider: Provider, retry: str) -> Meanings:
    """The meaning of the first code only."""
    first = provider.lists[0]
    meaning = Meaning(name=first.codes[0].name, basis=(("", "words"),), retry=retry)
    return Meanings(
        provider=provider.provider, lists=(ListMeanings(name=first.name, codes=(meaning,)),)
    )


EVERY = _every_change()
LEDGER = [
    Entry(kind="taken", what="row", rows=1, code_list="Delivery", value=1, text="1 Sent"),
    Entry(kind="ignored", what="column", reason="It is ours.", text="Since"),
    Entry(kind="left-out", what="line", file="page.md", line=9, reason="outside", text="7 Seven"),
    Entry(kind="left-out", what="cells", code_list="Delivery", value=1, reason="odd", text="maybe"),
    Entry(kind="left-out", what="table", heading="Fees", header=("Code", "Fee"), rows=2),
]
FINDINGS = [
    Finding("erratum", "the page is broken", "ask them", Place("acme.yaml", 4, 2), "note"),
    Finding("page-empty", "there is nothing"),
]


def _change(**facts: Any) -> Change:
    """A change of one code; by default, of its description."""
    kind = facts.get("kind", "description-changed")
    usual: dict[str, Any] = {
        "provider": "acme",
        "list": "Delivery",
        "kind": kind,
        "value": 1,
        "name": "SENT",
        "before": "It is sent.",
        "after": "It flies.",
        "effect": KINDS[kind].effects[0],
    }
    return Change(**(usual | facts))


FLIPPED = _change(kind="permanent-changed", before=False, after=True)


def _added(value: int, description: str = "") -> Change:
    code = Code(name=f"NEW_{value}", value=value, description=description)
    return _change(
        kind="code-added",
        value=value,
        name=code.name,
        before=None,
        after=code,
        effect="match-not-exhaustive",
    )


# For programs


def _json(changes: Sequence[Change], **rest: Any) -> Any:
    report = json.loads(render(changes, rest.get("ledger", []), rest.get("findings", []), "json"))
    VALIDATOR.validate(report)
    return report


def test_every_change_keeps_to_the_schema() -> None:
    report = _json(EVERY, ledger=LEDGER, findings=FINDINGS)
    assert len(report["changes"]) == len(EVERY)
    assert {change["kind"] for change in report["changes"]} == set(KINDS)
    assert report["bump"] == "major"


@pairs
def test_the_changes_of_any_editions_keep_to_the_schema(before: Provider, after: Provider) -> None:
    _json(compare_provider(before, after))


WRONG: list[dict[str, Any]] = [
    *({"kind": "description-lost"}, {"effect": "nobody-knows"}, {"effect": "retry-differs"}),
    *({"bump": "major"}, {"before": 3}, {"list": 3}, {"value": 1.5}, {"value": True}),
    *({"extent": "some"}, {"fact": "http_status"}, {"more": 1}),
]


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_the_schema_refuses(wrong: dict[str, Any]) -> None:
    report = _json([_change()])
    report["changes"][0] |= wrong
    assert not VALIDATOR.is_valid(report)


# For people


def test_reports_of_every_change(goldens: Goldens) -> None:
    """Of all changes together, and of a change of one and of two kinds."""
    texts = {
        "all.txt": render(EVERY, LEDGER, FINDINGS, "text"),
        "all.md": render(EVERY, LEDGER, FINDINGS, "markdown"),
        "changelog.md": changelog(EVERY),
        "few.txt": "",
    }
    few = [[], [_change()], [_change(after="it is sent")], [_change(), FLIPPED, _added(5, "New.")]]
    moved = _change(
        kind="name-moved",
        value="1",
        before="1",
        after="2",
        name_of_before="GONE",
        name_of_after="SENT_2",
    )
    few += [[moved], [replace(moved, name_of_before=None)]]
    # The list with the worst change comes first, and long texts show only their differences.
    gone = Code(name="X", value=1)
    worst = _change(
        list="Zoo", kind="code-removed", before=gone, after=None, effect="import-breaks"
    )
    few.append([_change(), _change(list="Zoo"), worst])
    words = "words and words " * 20
    few += [[_change(before=f"{words}before", after=f"{words}after")], [_change(after=words)]]
    for changes in few:
        for form in ("text", "markdown", "json"):
            texts["few.txt"] += f"# {form}\n{render(changes, [], [], form)}"
        texts["few.txt"] += f"# changelog\n{changelog(changes)}"
    goldens(Path(__file__).parent / "reports", texts)


def _text(changes: Sequence[Change], **rest: Any) -> list[str]:
    return render(changes, rest.get("ledger", []), rest.get("findings", []), "text").splitlines()


def test_effects_are_stated_once_per_list() -> None:
    lines = _text([_added(value) for value in range(350)])
    assert len(lines) == 350 + 4
    assert [line for line in lines if "Exhaustive" in line] == [lines[3]]


def test_colour_on_request_only() -> None:
    plain = render(EVERY, [], FINDINGS, "text")
    coloured = render(EVERY, [], FINDINGS, "text", colour=True)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[\d*m", "", coloured) == plain != coloured


# What the runner of a workflow would read as a command in its log.
COMMAND = re.compile(r"##\[|^\s*::", re.MULTILINE)
HOSTILE = (
    st.text()
    | st.text("\x00\x07\x1b\r\n\t\u2028\u202e\u200b\\|`<>*_[]()!#@&;:/.~$^-+=1aw \"'{}")
    | st.sampled_from([text for text in TEXTS if len(text) < 300])
)


# For a pull request

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _tokens(text: str) -> list[Token]:
    return PARSER.parse(text)


def _structure(text: str) -> list[str]:
    """The blocks of a text, and the parts of each that are not plain words."""
    found: list[str] = []
    for token in _tokens(text):
        found.append(token.type)
        for child in token.children or []:
            if child.type not in ("text", "code_inline"):
                found.append(child.type)
    return found


def _cells(text: str) -> list[str]:
    """The visible text of each cell."""
    tokens = _tokens(text)
    return [
        "".join(child.content for child in token.children or []).replace("\u200b", "")
        for before, token in zip(tokens, tokens[1:], strict=False)
        if before.type == "td_open"
    ]


def _markdown(changes: Sequence[Change], **rest: Any) -> str:
    return render(changes, rest.get("ledger", []), rest.get("findings", []), "markdown")


def test_a_long_run_is_cut_short_unless_it_breaks_programs() -> None:
    added = _markdown([_added(value, "x" * 300) for value in range(350)])
    assert "... and 300 more" in added
    assert len(added) < 65536 / 4
    assert "more" not in _markdown(_moved(350))
    assert len(_markdown(_moved(350))) < 65536 / 2


def _moved(number: int) -> list[Change]:
    kind = "name-moved"
    return [_change(kind=kind, value=i, name=f"N{i}", before=i, after=i + 1) for i in range(number)]


@pytest.mark.parametrize(
    ("changes", "rows", "note"),
    [
        ([*_moved(300), _change()], 90, r"\*\*There is no room here for \d\d other lines"),
        (
            [*_moved(600), *(_change(list=f"L{i}") for i in range(600))],
            0,
            r"no room here for \d+ changes \(\d+ patch\)\.",
        ),
        (_moved(3000), 3, r"no room here for [\d,]+ changes \([\d]+ major\) and 3 other lines\."),
    ],
)
def test_a_pull_request_has_room_for_it(changes: list[Change], rows: int, note: str) -> None:
    findings = [Finding(f"f{i}", "::" * 500) for i in range(rows)]
    text = _markdown(changes, findings=findings)
    assert 60_000 < len(text) < 65_536
    assert re.search(note, text.split("###")[0])


@given(HOSTILE.map(lambda text: text[:90]), HOSTILE.map(lambda text: text[:90]))
@example("| a | b |", "`x`")
@example("<b>", "</td></table><script>")
@example("@everyone #1", "[x](https://evil.example) ![x](y)")
@example("https://evil.example", "www.evil.example")
@example("\n\n# Heading\n\n- item", "- item")
@example("1. one", "+ two")
@example("<!--", "-->")
@example("&amp;", "&#124;")
@example("fixes GH-26, octo/repo#1", "##[error] ::add-mask::a")
@example("d62cd95c0ffed62cd95c0ffed62cd95c0ffed62c", "octo@d62cd95, octo/repo@d62cd95")
def test_no_text_of_a_page_becomes_structure(before: str, after: str) -> None:
    assume(extent(before, after) == "words")
    text = _markdown([_change(before=before, after=after)])
    assert _structure(text) == _structure(
        _markdown([_change(before="plain words", after="others")])
    )
    assert _cells(text)[1:] == [
        printable(each).strip() if each else "none" for each in (before, after)
    ]
    _is_harmless(text)


@given(HOSTILE, HOSTILE)
@example("- a", "b")
@example("1) a", "b")
@example("    a", "b")
@example("\x1b]0;title\x07", "\n\nacme.Other")
@example("##[error]", "::add-mask::a")
def test_no_row_or_finding_becomes_structure(key: str, message: str) -> None:
    ledger = [LEDGER[2]._replace(text=message, reason=key)]
    finding = Finding("x", message, key, Place(message or "f"), "note")
    text = _markdown([], ledger=ledger, findings=[finding])
    usual = Finding("x", "message", "help" if key else "", Place("file"), "note")
    assert _structure(text) == _structure(_markdown([], ledger=LEDGER[2:3], findings=[usual]))
    _is_harmless(text)
    text = render([], ledger, [], "text")
    assert is_printable(text) and not COMMAND.search(text)
    assert text.count("\n") == render([], LEDGER[2:3], [], "text").count("\n")


# What GitHub turns into links, mentions and references in text outside code.
_LINKED = re.compile(
    r"(?<![\w/])@\w|\w@\w[\w-]*\.\w|(?<!\w)#\d(?!\d*;)|\b(?:https?|ftp)://|\bwww\."
    r"|\b(?:mailto|xmpp):\S+@\w|<|\bGH-\d|\b[0-9a-f]{7,40}\b",
    re.IGNORECASE | re.ASCII,
)


def _is_harmless(text: str) -> None:
    """Check that nothing becomes a link or a mention, and that nothing controls a terminal."""
    assert not COMMAND.search(text)
    assert is_printable(text.replace("\u200b", ""))
    # An entity separates the characters beside it.
    assert not _LINKED.search(re.sub(r"`[^`\n]*`|&#\d+;", "``", text))


def _with_texts(part: Any, text: str) -> Any:
    """A part of a change with that text in place of every text."""
    match part:
        case str():
            return text
        case tuple():
            return tuple(_with_texts(each, text) for each in part)
        case _ if is_dataclass(part) and not isinstance(part, type | Place):
            names = [field.name for field in fields(part) if field.name != "values"]
            return replace(part, **{each: _with_texts(getattr(part, each), text) for each in names})
        case _:
            return part


def _hostile(change: Change, text: str) -> Change:
    names = [field.name for field in fields(change) if field.name not in ("kind", "effect")]
    return replace(change, **{each: _with_texts(getattr(change, each), text) for each in names})


@given(st.sampled_from(EVERY), HOSTILE.filter(str.strip))
@example(_change(), "\x1b]0;title\x07\n\nacme.Other")
@example(_added(5), "##[error] ::add-mask::a")
def test_no_text_in_any_place_of_any_change_becomes_structure(change: Change, text: str) -> None:
    hostile, usual = _hostile(change, text), _hostile(change, "word")
    for form in ("text", "markdown"):
        found, wanted = (render([each], [], [], form) for each in (hostile, usual))
        assert is_printable(found.replace("\u200b", ""))
        assert not COMMAND.search(found)
        assert form == "text" or _structure(found) == _structure(wanted)
        assert found.count("\n") == wanted.count("\n")
    for report in (_markdown([hostile]), changelog([hostile])):
        _is_harmless(report)
    assert render([hostile], [], [], "json").isascii()


def test_plain_words_stay_plain() -> None:
    words = "The sender isn't known, or it's blocked (see 5.1); try again - later."
    assert escape(words) == words
