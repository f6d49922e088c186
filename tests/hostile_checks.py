"""Promises for every spec, whatever its texts are: shared by the tests and the long runs."""

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from string import ascii_uppercase
from tempfile import mkdtemp
from typing import Any

from helpers_specs import RENDERER, checked, module_of
from provider_codes_generator.emit import views
from provider_codes_generator.model import Finding, blocks, printable, render_findings
from provider_codes_generator.model.registry import Provider, Registry
from provider_codes_generator.pages.text import fold
from provider_codes_generator.prove import prove, prove_modules, prove_notes
from provider_codes_generator.spec import layout
from provider_codes_generator.spec.load import load_text
from test_cases import (
    CHECKS,
    RUNTIME,
    Emitted,
    check_layout,
    executed,
    imported,
    plain,
)

Spec = dict[str, Any]
Check = Callable[[Sequence[str]], int]

SLUG, FILE, DAY = "acme", "acme.yaml", "2026-11-22"


def written(spec: Spec) -> str:
    """The spec as a file can have it, whatever its texts are: JSON with the escapes of YAML."""
    text = json.dumps(spec, ensure_ascii=False)
    return re.sub(r"[^ -~]", lambda found: f"\\U{ord(found[0]):08x}", text)


@cache
def runtime() -> str:
    """The name of a package that has only the runtime."""
    return imported(RUNTIME | {"__init__.py": ""}, Path(mkdtemp())).__name__


def check_spec(spec: Spec, *, with_black: bool = True) -> str | None:
    """The module that is emitted for the spec; None if findings refuse it."""
    text = written(spec)
    provider, findings = checked(text, FILE)
    check_findings(findings)
    if provider is None or blocks(findings):
        assert blocks(findings)
        return None
    written_anew = layout.dump(provider)
    check_lines(written_anew)
    assert load_text(written_anew, FILE) == (provider, [])
    module = check_module(provider, text, with_black)
    assert module_of(provider) == module, "made twice, it differs"
    return module


def check_lines(text: str) -> None:
    """No line of a spec is longer than necessary, and none has an extra space."""
    assert text.endswith("\n") and not text.endswith("\n\n")
    for line in text[:-1].split("\n"):
        assert line and not line.endswith(" ")
        content = line.lstrip(" ")
        assert (len(line) - len(content)) % 2 == 0
        assert "  " not in content
        if len(line) > layout.WIDTH:
            assert re.fullmatch(r"(- )*([\w\"]+: )?\S+", content), line


def check_module(provider: Provider, spec: str, with_black: bool) -> str:
    """The module of a valid provider: proven, and equal to the spec."""
    text = module_of(provider)
    assert prove(provider, {}, text, "acme.py") == []
    assert all(line.isprintable() for line in text.split("\n"))
    emitted = Emitted(plain(spec), text, executed(text, runtime()))
    for check in CHECKS:
        if with_black or check is not check_layout:
            check(emitted)
    registry = Registry((provider,))
    imports = RENDERER.render("_modules.py.j2", package=views.package(registry))
    assert prove_modules(registry, imports, "_modules.py") == []
    notes = RENDERER.render("notes.py.j2", notes=views.notes(provider))
    assert prove_notes(provider, notes, "_acme_notes.py") == []
    return text


def can_hold(text: str) -> bool:
    """Whether a spec can hold the text; if not, there is a finding."""
    provider, findings = load_text(written({"provider": SLUG, "title": text, "lists": {}}), FILE)
    check_findings(findings)
    assert findings or provider is not None and provider.title == text
    return not findings


def check_in_spec(texts: Sequence[str], *, with_black: bool = True) -> int:
    """Check that each text is in the module unchanged, except for folding, or refused.

    Returns how many are in it.
    """
    folded = dict.fromkeys(fold(text) for text in texts)
    standing = [text for text in folded if text and can_hold(text)]
    if standing:
        assert check_spec(everywhere(standing), with_black=with_black) is not None
    return len(standing)


def everywhere(texts: Sequence[str]) -> Spec:
    """A spec that has each of the texts in every place for texts."""
    named = {f"_{_letters(number)}": text for number, text in enumerate(texts)}
    first = texts[0]
    titled = {f"Title{tail[1:].lower()}": text for tail, text in [*named.items()][::8]}
    one: Spec = {"values": "int", "codes": {"ONE": {"value": 1}}}
    words = {f"WORD{tail}": {"value": text, "description": text} for tail, text in named.items()}
    constants = {
        f"TEXT{tail}": {"value": text, "description": text, "note": text}
        for tail, text in named.items()
    }
    return {
        "provider": SLUG,
        "title": first,
        "note": first,
        "documents": {
            f"page{tail.lower()}": {"title": text, "retrieved": DAY} for tail, text in named.items()
        },
        "constants": {**constants, "TEXTS": {"value": [*texts, first], "description": first}},
        "families": {"kin": ["Number", "Word"], "rest": ["Number"]},
        "lists": {
            "Number": _numbers(named, first),
            "Word": {"title": texts[-1], "values": "str", "codes": words},
            **{name: {"title": text, **one} for name, text in titled.items()},
        },
    }


_NO_BRACES = str.maketrans("{}", "()")


def _numbers(named: dict[str, str], first: str) -> Spec:
    """A list that uses all keys of a code, a group, an alias and a binding."""
    texts = [*named.values()]
    numbered = [(number, tail, text) for number, (tail, text) in enumerate(named.items())]
    columns = ("value", "name", "permanent", "group", "description")
    return {
        "title": first,
        "values": "int",
        "group_values": "str",
        "note": first,
        "tables": {
            "heading": texts,
            "path": first,
            "group": ["{name}" + text.translate(_NO_BRACES) for text in texts],
            "columns": dict.fromkeys(columns, first),
        },
        "groups": {
            f"GROUP{tail}": {"value": text, "note": text, **_named(text)}
            for _, tail, text in numbered
        },
        "codes": {
            f"CODE{tail}": {
                "value": 7000 + number,
                "note": text,
                "group": f"GROUP{tail}",
                "links": [text, text],
                "erratum": dict.fromkeys(("page", "reading", "reason"), text),
                "aliases": {f"ALIAS{tail}": _named(text)},
                **_named(text),
            }
            for number, tail, text in numbered
        },
        "withdrawn": {
            f"GONE{tail}": {"value": 1_000_000 + number, "since": DAY, "description": text}
            for number, tail, text in numbered
        },
    }


def _named(text: str) -> Spec:
    return {"documented_name": text, "description": text}


def _letters(number: int) -> str:
    """The number in letters, so that no name contains a value."""
    more, last = divmod(number, 26)
    return (_letters(more) if more else "") + ascii_uppercase[last]


def is_printable(text: str) -> bool:
    """Whether nothing in it can control a terminal; a line feed ends a line."""
    return all(line.isprintable() for line in text.split("\n"))


_COMMAND = re.compile(r"::(?:error|warning|notice) (?P<head>[^\n]*?)::(?P<body>[^\n]*)")


def check_findings(findings: Sequence[Finding]) -> None:
    """Each finding is one entry in every format, whatever it quotes."""
    text = render_findings(findings, "text")
    assert is_printable(text)
    assert text.count("\n") == len(findings) + sum(bool(each.help) for each in findings)
    as_json = render_findings(findings, "json")
    assert as_json.isascii() and is_printable(as_json)
    messages: list[str] = json.loads(json.dumps([each.message for each in findings]))
    assert sorted(each["message"] for each in json.loads(as_json)["findings"]) == sorted(messages)
    lines = render_findings(findings, "github").splitlines()
    commands = [_COMMAND.fullmatch(line) for line in lines]
    assert sorted(_unescaped(each["body"]) for each in commands if each) == sorted(
        "\n".join(map(printable, filter(None, (each.message, each.help)))) for each in findings
    )


def _unescaped(text: str) -> str:
    """The text as GitHub's runner reads it."""
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")):
        text = text.replace(escape, character)
    return text.replace("%25", "%")
