"""What holds whatever a text is: the checks that the tests and the long runs share.

Each takes many texts at once, because that is ten times as fast, and fails with an
`AssertionError`; `culprits` then finds the texts that it fails for.
"""

import ast
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import allowed
import black
import yaml
from provider_codes_generator.spec import layout as dump
from provider_codes_generator.rules import codes as policies
from provider_codes_generator.changes import report
from provider_codes_generator.emit import python as views
from provider_codes_generator.model import findings as plain_findings
from provider_codes_generator.changes.kinds import Change, Content, Kind, usual_effect
from provider_codes_generator.project.config import Config
from provider_codes_generator.pages.text import fold
from provider_codes_generator.transcribe.drift import drift
from provider_codes_generator.prove.module import unwrap
from provider_codes_generator.model.findings import Finding, Refused, blocks, printable
from provider_codes_generator.spec.load import load_text
from provider_codes_generator.model.registry import (
    Alias,
    Code,
    CodeList,
    Constant,
    Document,
    Erratum,
    Group,
    Place,
    Provider,
    Registry,
)
from provider_codes_generator.prove.codes import prove, prove_modules
from provider_codes_generator.emit.render import Renderer
from provider_codes_generator.pages.sources import PageText
from provider_codes_generator.spec.edit import revise
from helpers_pages import MARKUP, PageGroup, PageList, PageRow, bindings, fits, write
from markdown_it import MarkdownIt

Spec = dict[str, Any]
Check = Callable[[Sequence[str]], object]

SLUG = "acme"
FILE = f"{SLUG}.yaml"
DAY = "2026-11-22"

RENDERER = Renderer(Config(specs=Path(), output=None).template_folders)


def culprits(check: Check, texts: Sequence[str]) -> dict[str, Exception]:
    """The texts that the check fails for alone, each with its error.

    Where it fails for several together and for none alone, these are one text, in a list.
    """
    try:
        check(texts)
    except Exception as error:  # whatever it is, it is a find
        if len(texts) <= 1:
            return {text: error for text in texts}
        half = len(texts) // 2
        found = culprits(check, texts[:half]) | culprits(check, texts[half:])
        return found or {repr(list(texts)): error}
    return {}


def hold(check: Check, texts: Sequence[str]) -> None:
    """Fail with the texts that the check fails for, and not with all of them."""
    found = culprits(check, texts)
    told = (f"{_shown(text)}: {type(error).__name__}: {error}" for text, error in found.items())
    assert not found, "\n".join(told)


def _shown(text: str) -> str:
    said = ascii(text)
    return said if len(said) <= 200 else f"{said[:150]}... ({len(text):,} characters)"


# From a spec to code


def written(spec: Spec) -> str:
    """The spec as a file can have it, whatever its texts are: JSON with the escapes of YAML."""
    text = json.dumps(spec, ensure_ascii=False)
    return re.sub(r"[^ -~]", lambda found: f"\\U{ord(found[0]):08x}", text)


def load(text: str) -> tuple[Provider | None, list[Finding]]:
    """The provider of a spec with all that is to be said of it."""
    provider, findings, unread = load_text(text, FILE)
    if provider is not None:
        findings = [*findings, *policies.check_codes(Registry((provider,)), unread)]
    return provider, findings


def check_spec(spec: Spec, *, layout: bool = True) -> str | None:
    """The module that is emitted for the spec; None where findings refuse it.

    To compare its layout with that of black takes half of the time, and can be left out.
    """
    text = written(spec)
    provider, findings = load(text)
    check_findings(findings)
    if provider is None or blocks(findings):
        assert blocks(findings)
        return None
    module = check_provider(provider, layout=layout)
    again, _ = load(text)
    assert again is not None and again == provider
    assert render(again) == module, "made twice, it differs"
    assert dump_returns(provider)
    return module


def dump_returns(provider: Provider) -> bool:
    """Whether the provider, written as a spec, is what is read from that."""
    return load_text(dump.dump(provider), FILE) == (provider, [], frozenset())


def render(provider: Provider) -> str:
    """The module of a provider, below its header."""
    return RENDERER.module(views.module(provider))


def check_provider(provider: Provider, *, layout: bool = True) -> str:
    """The module of a sound provider: proven, as black leaves it, and with all that was said."""
    text = render(provider)
    assert prove(provider, text, "acme.py") == []
    if layout:
        assert black.format_str(text, mode=black.Mode()) == text, "black changes it"
    assert allowed.strays(text) == []
    assert not any(map(_hides, text)), "the module hides a character"
    check_module(provider, executed(text))
    registry = Registry((provider,))
    around = RENDERER.package(registry)
    assert prove_modules(registry, around["_modules.py"], "_modules.py") == []
    assert unwrap(ast.get_docstring(ast.parse(around["__init__.py"]), clean=False), "") == [
        f"Status and error codes as typed enums: {provider.title}."
    ]
    if layout:
        for printed in around.values():
            assert black.format_str(printed, mode=black.Mode()) == printed, "black changes it"
    return text


def _hides(character: str) -> bool:
    return not (character.isprintable() or character == "\n")


@cache
def _runtime() -> str:
    """The name of a package that has what modules import from it, and nothing else."""
    package, runtime = ModuleType("hostile_package"), ModuleType("hostile_package._runtime")
    vars(package)["__path__"] = []
    sys.modules |= {module.__name__: module for module in (package, runtime)}
    exec(compile(RENDERER.static()["_runtime.py"], "_runtime.py", "exec"), vars(runtime))
    return package.__name__


def executed(text: str) -> ModuleType:
    """The emitted module, run in a namespace of its own."""
    module = ModuleType(f"{_runtime()}.{SLUG}")
    module.__package__ = _runtime()
    exec(compile(text, f"{SLUG}.py", "exec", dont_inherit=True), vars(module))
    return module


def check_module(provider: Provider, module: ModuleType) -> None:
    """Hold what the module tells when it is asked to the spec; `prove` has read the rest."""
    for constant in provider.constants:
        assert getattr(module, constant.name) == constant.value
    for code_list in provider.lists:
        enum = getattr(module, code_list.name)
        assert [(code.name, code.value, code.description) for code in enum] == [
            (code.name, code.value, code.description) for code in code_list.members
        ]
        for code, told in zip(code_list.members, enum, strict=True):
            assert enum.parse(code.value) is told
            names = [code_list.documented_name(code)]
            names += map(code_list.documented_alias, code.aliases)
            if names[0] is not None:
                assert told.documented_names == tuple(name for name in names if name is not None)
        for group in code_list.groups:
            told = getattr(module, code_list.group_name)(group.value)
            wanted = (group.documented_name or group.name, group.description)
            assert (told.documented_name, told.description) == wanted


# A text in every place of a spec


def everywhere(texts: Sequence[str], titles: int = 1) -> Spec:
    """A spec that has each of the texts in every place that takes one.

    Titles make a class each, which takes time: `titles` says which share has them.
    """
    numbered = list(enumerate(texts))
    places = [(f"_{_letters(number)}", number, text) for number, text in numbered]
    first = texts[0]
    return {
        "provider": SLUG,
        "title": first,
        "note": first,
        "documents": {
            f"page{tail.lower()}": {"title": text, "retrieved": DAY} for tail, _, text in places
        },
        "constants": {
            **{
                f"TEXT{tail}": {"value": text, "description": text, "note": text}
                for tail, _, text in places
            },
            "TEXTS": {"value": [*texts, first], "description": first},
        },
        "families": {"kin": ["Number", "Word"], "rest": ["Number"]},
        "lists": {
            "Number": _numbers(places),
            "Word": {
                "title": texts[-1],
                "values": "str",
                "codes": {
                    f"WORD{tail}": {"value": text, "description": text} for tail, _, text in places
                },
            },
            **{
                f"Title{tail[1:].lower()}": {
                    "title": text,
                    "values": "int",
                    "document": f"page{tail.lower()}",
                    "codes": {"ONE": {"value": 1}},
                }
                for tail, _, text in places[::titles]
            },
        },
    }


def _numbers(places: Sequence[tuple[str, int, str]]) -> Spec:
    """The list that has all that a code, a group, an alias or a binding can say."""
    texts = [text for _, _, text in places]
    fields = ("value", "name", "permanent", "group", "description")
    return {
        "title": texts[0],
        "values": "int",
        "group_values": "str",
        "note": texts[0],
        "tables": {
            "heading": texts,
            "path": texts[0],
            "group": texts,
            "columns": dict.fromkeys(fields, texts[0]),
        },
        "groups": {
            f"GROUP{tail}": {
                "value": text,
                "documented_name": text,
                "description": text,
                "note": text,
            }
            for tail, _, text in places
        },
        "codes": {
            f"CODE{tail}": {
                "value": 7000 + number,
                "documented_name": text,
                "description": text,
                "note": text,
                "group": f"GROUP{tail}",
                "links": [text, text],
                "erratum": {"page": text, "reading": text, "reason": text},
                "aliases": {f"ALIAS{tail}": {"documented_name": text, "description": text}},
            }
            for tail, number, text in places
        },
        "withdrawn": {
            f"GONE{tail}": {"value": 1_000_000 + number, "since": DAY, "description": text}
            for tail, number, text in places
        },
    }


def _letters(number: int) -> str:
    """The number in letters, so that no name carries a value."""
    letters = ""
    while number or not letters:
        letters += chr(ord("A") + number % 26)
        number //= 26
    return letters


def may_stand(text: str) -> bool:
    """Whether a spec takes the text; a finding, and nothing but that, says that it does not."""
    spec: Spec = {"provider": SLUG, "title": text, "lists": {}}
    provider, findings, _ = load_text(written(spec), FILE)
    if not findings:
        assert provider is not None and provider.title == text
        assert text and text == " ".join(text.split())
        return True
    check_findings(findings)
    assert blocks(findings)
    return False


def check_in_spec(texts: Sequence[str], titles: int = 1, *, layout: bool = True) -> int:
    """Each text is refused, or in the module to the character; how many are in it.

    What is refused as it stands is tried as a reader of pages would fold it.
    """
    standing: dict[str, None] = {}
    for text in texts:
        if may_stand(text):
            standing[text] = None
        elif folded := fold(text):
            if may_stand(folded):
                standing[folded] = None
    if standing:
        module = check_spec(everywhere(list(standing), titles), layout=layout)
        assert module is not None, "it was refused"
    return len(standing)


def check_long(text: str) -> None:
    """A text of any length comes back: in few places, because each takes its time with it."""
    assert may_stand(text)
    code = {"value": 1, "documented_name": text, "description": text}
    lists = {"Word": {"title": "Words", "values": "int", "codes": {"ONE": code}}}
    assert check_spec({"provider": SLUG, "title": "Acme", "lists": lists}, layout=False)


PLACES_OF_NAMES = (
    "provider document constant family list group code alias withdrawn former chosen".split()
)


def named(name: str, place: str) -> Spec:
    """A spec with that name in that place."""
    names: dict[str, str] = dict(
        zip(PLACES_OF_NAMES, "acme page LIMIT kin Word ALL ONE ALSO GONE OLD TWO".split())
    )
    names[place] = name
    code: Spec = {
        "value": 1,
        "documented_name": "one",
        "group": names["group"],
        "aliases": {names["alias"]: {"description": "x"}},
        "former_names": [names["former"]],
    }
    return {
        "provider": names["provider"],
        "title": "Acme",
        "documents": {names["document"]: {"title": "Page", "retrieved": DAY}},
        "constants": {names["constant"]: {"value": "x", "document": names["document"]}},
        "families": {names["family"]: [names["list"]]},
        "lists": {
            names["list"]: {
                "title": "Words",
                "values": "int",
                "document": names["document"],
                "groups": {names["group"]: {"value": 1}},
                "codes": {names["code"]: code, names["chosen"]: {"value": 2}},
                "withdrawn": {names["withdrawn"]: {"value": 3, "since": DAY}},
            }
        },
    }


def check_names(names: Sequence[str], places: Sequence[str] = PLACES_OF_NAMES) -> int:
    """Each name is refused, or names what it shall, in every place; how often it names."""
    specs = [named(name, place) for name in names for place in places]
    return sum(check_spec(spec) is not None for spec in specs)


# From findings to terminals and runners

_COMMAND = re.compile(r"::(?:error|warning|notice) (?P<head>[^\n]*?)::(?P<body>[^\n]*)")
_COLOUR = re.compile(r"\x1b\[(?:3[0-9]|0)m")


def is_printable(text: str) -> bool:
    """Whether there is nothing in it that could steer a terminal; a line feed ends a line."""
    return all(line.isprintable() for line in text.split("\n"))


def check_findings(findings: Sequence[Finding]) -> None:
    """Whatever findings say, each is told as one, in every form."""
    text = plain_findings.render(findings, "text")
    assert is_printable(text)
    helps = sum(bool(finding.help) for finding in findings)
    assert text.count("\n") == len(findings) + helps
    coloured = plain_findings.render(findings, "text", colour=True)
    assert _COLOUR.sub("", coloured) == text
    said = plain_findings.render(findings, "json")
    assert is_printable(said) and said.isascii()
    messages = [each["message"] for each in json.loads(said)["findings"]]
    wanted = json.loads(json.dumps([finding.message for finding in findings]))
    assert sorted(messages) == sorted(wanted)
    _check_annotations(findings)


def _check_annotations(findings: Sequence[Finding]) -> None:
    """One line, one command, of which the runner reads what was said."""
    lines = plain_findings.render(findings, "github").split("\n")
    assert lines.pop() == ""
    read: list[tuple[str, str]] = []
    for line in lines:
        command = _COMMAND.fullmatch(line)
        assert command and line.isprintable(), line
        pairs = [part.split("=", 1) for part in command["head"].split(",")]
        properties = {key: _unescaped(value) for key, value in pairs}
        assert len(properties) == len(pairs)
        assert properties.keys() <= {"file", "line", "col", "title"}
        read.append((properties.get("file", ""), _unescaped(command["body"])))
    wanted = [
        (
            printable(finding.place.file),
            "\n".join(map(printable, filter(None, (finding.message, finding.help)))),
        )
        for finding in findings
    ]
    assert sorted(read) == sorted(wanted)


def _unescaped(text: str) -> str:
    """As the runner reads it."""
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")):
        text = text.replace(escape, character)
    return text.replace("%25", "%")


# From changes to terminals and pull requests

PARSER = MarkdownIt("gfm-like", {"linkify": False})
_HARMLESS = frozenset("""
    heading_open heading_close paragraph_open paragraph_close inline strong_open strong_close
    bullet_list_open bullet_list_close list_item_open list_item_close table_open table_close
    thead_open thead_close tbody_open tbody_close tr_open tr_close th_open th_close td_open td_close
    text code_inline
    """.split())

# What GitHub makes links, mentions and references of in the text of a page that is made.
_LINKED = re.compile(
    r"(?<![\w/])@\w|\w@\w[\w-]*\.\w|(?<!\w)#\d|\b(?:https?|ftp)://|\bwww\."
    r"|\b(?:mailto|xmpp):\S+@\w",
    re.IGNORECASE | re.ASCII,
)


def check_markdown(text: str) -> list[str]:
    """The structure of a report, in which nothing is a link, an image, HTML or a mention."""
    assert is_printable(text.replace("\u200b", ""))
    found: list[str] = []
    for token in PARSER.parse(text):
        children = token.children or []
        for child in children:
            assert child.type in _HARMLESS, child.type
        for run in _runs((child.type, child.content) for child in children):
            assert not (linked := _LINKED.search(run)), linked
        assert token.type in _HARMLESS, token.type
        found.append(token.tag or token.type)
        found += [child.type for child in children if child.type not in ("text", "code_inline")]
    return found


def _runs(children: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The texts between pieces of code and marks, as a site looks for links in them."""
    run = ""
    for kind, content in children:
        if kind == "text":
            run += content
        else:
            yield run
            run = ""
    yield run


def contents(text: str) -> list[Change]:
    """Changes that have the text in every place of what they tell."""
    alias = Alias(name="ALSO", documented_name=text, description=text)
    erratum = Erratum(page=text, reading=text, reason=text)
    code = Code(name="ONE", value=1, documented_name=text, description=text, links=(text,))
    word = Code(name="WORD", value=text, aliases=(alias,), erratum=erratum)
    group = Group(name="ALL", value=text, documented_name=text, description=text)
    document = Document(name="page", title=text, retrieved=date(2026, 11, 22), address=text)
    code_list = CodeList(name="Word", title=text, values="str", codes=(word,), groups=(group,))
    provider = Provider(provider=SLUG, title=text, lists=(code_list,), documents=(document,))

    def constant(value: str | tuple[str, ...]) -> Constant:
        return Constant(name="LIMIT", value=value, description=text)

    told: list[tuple[Kind, int | str | None, str, Content, Content]] = [
        ("code-added", 1, "ONE", None, code),
        ("code-removed", text, "WORD", word, None),
        ("code-removed", 1, "ONE", code, word),
        ("description-changed", 1, "ONE", text, "x"),
        ("description-changed", text, "ONE", "x", text),
        ("name-changed", 1, text, text, text),
        ("name-moved", text, text, text, "x"),
        ("group-added", text, "ALL", None, group),
        ("alias-added", 1, "ALSO", None, alias),
        ("erratum-resolved", 1, "ONE", erratum, None),
        ("links-changed", 1, "ONE", (text,), (text, "x")),
        ("list-added", None, "Word", None, code_list),
        ("provider-added", None, SLUG, None, provider),
        ("document-changed", None, "page", document, None),
        ("constant-changed", None, "LIMIT", text, (text,)),
        ("constant-added", None, "LIMIT", None, constant(text)),
        ("constant-added", None, "LIMIT", None, constant((text, text))),
        ("group-changed", 1, text, text, None),
    ]
    return [
        Change(
            provider=SLUG,
            list="Word",
            kind=kind,
            value=value,
            name=name,
            before=before,
            after=after,
            effect=usual_effect(kind),
            extent="cosmetic" if kind == "description-changed" else None,
        )
        for kind, value, name, before, after in told
    ]


# So many texts fit into one report: of many changes that are alike, no more are told.
_IN_ONE_REPORT = 16


def check_reports(texts: Sequence[str]) -> None:
    """Whatever the texts are, reports have the structure that they have with harmless words."""
    for start in range(0, len(texts), _IN_ONE_REPORT):
        some = texts[start : start + _IN_ONE_REPORT]
        are_empty = tuple(not text for text in some)
        assert _structures(some) == _usual_structures(are_empty), "it has another structure"
    said = report.render(_changes(texts), _unbound(texts), _findings(texts), "json")
    assert said.isascii() and is_printable(said)
    read = json.loads(said)
    wanted: list[str] = json.loads(json.dumps(texts))  # two surrogates may have become a pair
    assert [each["line"] for each in read["unbound"]] == wanted
    moved = {each["before"] for each in read["changes"] if each["kind"] == "name-moved"}
    assert moved == set(wanted)
    check_findings(_findings(texts))


@cache
def _usual_structures(are_empty: tuple[bool, ...]) -> list[object]:
    return _structures(["" if is_empty else "word" for is_empty in are_empty])


def _structures(texts: Sequence[str]) -> list[object]:
    """What reports are made of, besides words: lines, and what a parser of Markdown finds."""
    told = _changes(texts), _unbound(texts), _findings(texts)
    lines: list[object] = []
    for colour in (False, True):
        said = report.render(*told, "text", colour)
        assert is_printable(_COLOUR.sub("", said) if colour else said)
        lines.append(said.count("\n"))
    escaped = "\n".join(f"- x {report.escape(text)}" for text in texts)
    reports = [report.render(*told, "markdown"), report.changelog(told[0]), escaped]
    return [*lines, *map(check_markdown, reports)]


def _changes(texts: Sequence[str]) -> list[Change]:
    return [change for text in texts for change in contents(text)]


def _unbound(texts: Sequence[str]) -> list[dict[str, object]]:
    return [{"line": text, "heading": None, "header": [text], text: text} for text in texts]


def _findings(texts: Sequence[str]) -> list[Finding]:
    return [Finding("x", text or "x", text, Place(text), "note") for text in texts]


def check_told(
    changes: Sequence[Change], unbound: Sequence[report.Unbound], findings: Sequence[Finding]
) -> None:
    """As `check_reports`, for what was found between a spec and a page."""
    assert is_printable(report.render(changes, unbound, findings, "text"))
    check_markdown(report.render(changes, unbound, findings, "markdown"))
    check_markdown(report.changelog(changes) or "x")
    json.loads(report.render(changes, unbound, findings, "json"))
    check_findings(findings)


# From pages to specs


def _page_spec(shape: str) -> Spec:
    """A spec that is bound to the lists of a page, and knows one code of each."""
    place = "path" if shape.startswith("records") else "heading"
    lists: Spec = {}
    for name, each in _lists(shape, []).items():
        binding = bindings(each, shape)
        tables: Spec = {place: each.heading, "columns": binding["columns"]}
        if each.groups:
            tables["group"] = binding["group"]
        row = each.all_rows[0]
        code: Spec = {"value": row.value, "description": row.description}
        if row.name:
            code["documented_name"] = row.name
        lists[name] = {
            "title": each.heading,
            "values": "int" if isinstance(row.value, int) else "str",
            "documents": ["name"] if row.name else [],
            "tables": tables,
            "codes": {"KNOWN": code},
        }
        if each.groups:
            lists[name]["groups"] = {"ALL": {"value": 1, "documented_name": "All"}}
            code["group"] = "ALL"
    page = {"title": "Codes", "retrieved": DAY}
    return {"provider": SLUG, "title": "Acme", "documents": {"page": page}, "lists": lists}


def _lists(shape: str, texts: Sequence[str], known: str = "It is known.") -> dict[str, PageList]:
    """The lists of a page: each text is a name, a description, a value, and a group."""
    named = shape != "columns"  # there, nothing tells a name from the text behind it
    rows = [
        PageRow(7000 + number, text if named else None, None, text)
        for number, text in enumerate(texts)
    ]
    words = [PageRow(text, None, None, text) for text in dict.fromkeys(texts)]
    lists = {
        "Number": PageList(
            "Numbers", rows=(PageRow(5, "Known" if named else None, None, known), *rows)
        ),
        "Word": PageList("Words", rows=(PageRow("known", None, None, "It is known."), *words)),
    }
    if shape in MARKUP:
        groups = [
            PageGroup(900 + number, text, text, (PageRow(8000 + number, text, None, text),))
            for number, text in enumerate(texts)
        ]
        first = PageGroup(1, "All", "", (PageRow(6, "Known", None, "It is known."),))
        lists["Grouped"] = PageList("Groups of codes", groups=(first, *groups))
    return lists


def _page(lists: Mapping[str, PageList], shape: str) -> str:
    if not shape.startswith("records"):
        return write(list(lists.values()), shape)
    page: Spec = {}
    for each in lists.values():
        page |= json.loads(write([each], "records-json"))
    if shape == "records-json":
        return json.dumps(page, indent=2, ensure_ascii=False)
    return dumped(json.loads(json.dumps(page, ensure_ascii=False).encode("utf-8", "replace")))


def dumped(content: object) -> str:
    """Anything as YAML."""
    dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(content, Dumper=dumper, sort_keys=False, allow_unicode=True, width=60)
    return text


def check_page(page: str, spec: Spec) -> Provider | None:
    """What the spec becomes by the page, which is a spec again; None where it stays as it is."""
    text = dumped(spec)
    provider, findings = load(text)
    assert provider is not None and not blocks(findings), findings
    found = drift(provider, {"page": PageText(page, "page")}, date(2026, 12, 24))
    check_told(found.changes, found.unbound, found.findings)
    if found.after == provider:
        return None
    assert dump_returns(found.after), "the spec that would be is none"
    after, findings = load(dump.dump(found.after))
    check_findings(findings)
    assert after is not None
    try:
        assert load_text(revise(text, provider, found.after), FILE)[0] == found.after
    except Refused as refused:
        raise AssertionError("the spec cannot be brought up to date") from refused
    if not blocks(findings):
        check_provider(after, layout=False)
    return after


def check_link(target: str) -> None:
    """The target of a link reaches the spec folded, as the text around it does."""
    page = _page(_lists("html", []), "html")
    linked = page.replace("It is known.", f'It <a href="{target}">is</a> known.', 1)
    assert linked != page
    after = check_page(linked, _page_spec("html"))
    assert after is not None
    assert [code.links for code in after.lists[0].codes] == [(fold(target),)]


def check_on_page(texts: Sequence[str], shape: str) -> int:
    """Each text reaches the spec folded, from names, descriptions, values and headings alike.

    How many do: what the shape cannot hold is only tried for the harm that it may do.
    """
    spec = _page_spec(shape)
    check_page(_page(_lists(shape, texts, "".join(texts[:1])), shape), spec)
    wanted = [text for text in dict.fromkeys(map(fold, texts)) if _can_hold(shape, text)]
    if not wanted:
        return 0
    after = check_page(_page(_lists(shape, wanted), shape), spec)
    assert after is not None
    lists = {each.name: each for each in after.lists}
    by_value = {code.value: code for code in lists["Number"].codes}
    for number, text in enumerate(wanted):
        code = by_value[7000 + number]
        assert code.description == text, (code.description, text)
        if shape != "columns":
            name = lists["Number"].documented_name(code)
            assert name == text, (name, text)
    words = {code.value: code.description for code in lists["Word"].codes if code.value != "known"}
    assert words == {text: text for text in wanted}
    if "Grouped" in lists:
        groups = {group.value: group for group in lists["Grouped"].groups}
        for number, text in enumerate(wanted):
            group = groups[900 + number]
            assert (group.documented_name or group.name) == text, (group.documented_name, text)
            assert group.description == text, (group.description, text)
    return len(wanted)


def _can_hold(shape: str, text: str) -> bool:
    if not text or text == "known":
        return False
    if shape == "columns" and " " in text:
        return False  # of a value that nobody knows, only the first word can be told
    if shape in MARKUP and len(text) > 250:
        return False  # no heading that is so long names a group
    return all(fits(each, shape) for each in _lists(shape, [text]).values())
