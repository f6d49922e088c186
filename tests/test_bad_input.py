"""Everything a user can get wrong, and the findings about it.

The table in tests/inputs shows a spec with one fault, and where `validate` finds which fault. The
messages are in tests/findings, in one file for each id. No input may cause a traceback, however
broken it is.
"""

import json
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from provider_codes_generator.model import names
from provider_codes_generator.model.findings import Finding
from provider_codes_generator.spec.load import load_text
from provider_codes_generator.model.registry import Code, Provider
from helpers_cases import Case, Goldens, rendered
from helpers_generate import Run, command, run
from helpers_specs import checked
from hypothesis import example, given
from hypothesis import strategies as st

FINDINGS = Path(__file__).parent / "findings"

INPUTS = Path(__file__).parent / "inputs"
FAULTS = (INPUTS / "faults.txt").read_text(encoding="utf-8")


def spec(**lines: str) -> str:
    """A valid spec except for these lines; `code` is the content of the braces of SENT."""
    if "whole" in lines:
        return f"{lines['whole']}\n" if lines["whole"] else ""
    code = lines.get("code", "value: 1, description: It left.")
    parts = [
        ("", lines.get("first", "provider: acme")),
        ("", "title: Acme"),
        ("", lines.get("top", "")),
        ("", "lists:"),
        ("  ", lines.get("name", "Result:")),
        ("    ", "title: Results"),
        ("    ", lines.get("type", "values: int")),
        ("    ", lines.get("list", "")),
        ("    ", "codes:"),
        ("      ", lines.get("sent", f"SENT: {{{code}}}")),
        ("      ", lines.get("more", "")),
        ("", lines.get("end", "")),
    ]
    return "".join(
        f"{indent}{line}\n" for indent, text in parts for line in text.split("\n") if line
    )


SPEC = spec()


class Fault(NamedTuple):
    """A faulty spec, and its findings as `line:column level id`; the level of errors is left out."""

    title: str
    spec: str
    found: list[str]


def faults() -> list[Fault]:
    """The cases of the table."""
    found: list[Fault] = []
    title, slots = "", dict[str, list[str]]()
    for line in FAULTS.splitlines():
        if not line or line.startswith("#"):
            continue
        edit, _, places = line.partition("=> ")
        if edit:
            slot, _, text = edit.rstrip().partition(":")
            slots.setdefault(slot, []).append(text.removeprefix(" "))
            title = title or edit
        if places:
            text = spec(**{slot: "\n".join(lines) for slot, lines in slots.items()})
            expected = [str(each) for each in places.split("; ")]
            found.append(Fault(title, text, expected))
            title, slots = "", {}
    return found


# Running the command


def save(name: str, content: str | bytes) -> None:
    """Write a file of the project, in UTF-8 if it is text."""
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def validate(*arguments: str) -> Run:
    """Run `validate` on the folder `specs`."""
    return run("validate", "--specs", "specs", *arguments)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a folder for specs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    (tmp_path / "specs").mkdir()
    return tmp_path


def check(text: str, name: str = "acme.yaml") -> list[Finding]:
    """All findings for the text of a spec."""
    return checked(text, name)[1]


def found_in(findings: Sequence[Finding]) -> list[str]:
    """Findings in the form of the table, in the order of their places."""
    ordered = sorted(findings, key=lambda each: (each.place.line, each.place.column))
    return [
        f"{each.place.line}:{each.place.column} "
        + ("" if each.level == "error" else f"{each.level} ")
        + each.id
        for each in ordered
    ]


def printed(out: str, file: str = "specs/acme.yaml") -> list[str]:
    """The findings that a run printed, in the same form."""
    heads = re.findall(rf"^{re.escape(file)}:(\d+:\d+): (\w+)\[(.+?)\]: ", out, re.MULTILINE)
    return [f"{at} {'' if level == 'error' else f'{level} '}{id}" for at, level, id in heads]


@pytest.mark.parametrize("fault", faults(), ids=lambda fault: fault.title)
def test_a_fault_is_found_at_its_place(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    save("specs/acme.yaml", fault.spec)
    done = validate()
    assert printed(done.out) == fault.found
    errors = [each for each in fault.found if each.count(" ") == 1]
    assert (done.status, done.err) == (1 if errors else 0, "")
    assert validate("--strict").status == any(" note " not in each for each in fault.found)
    # Without libyaml, PyYAML's own parser reads the specs; its error messages differ.
    wanted = check(fault.spec)
    monkeypatch.setattr("provider_codes_generator.spec.nodes.LOADER", yaml.SafeLoader)
    if any("yaml-syntax" in each for each in fault.found):
        assert check(fault.spec)
    else:
        assert check(fault.spec) == wanted


def test_messages_of_findings(goldens: Goldens) -> None:
    goldens(FINDINGS, words(each for fault in faults() for each in check(fault.spec)))


def words(findings: Iterable[Finding]) -> dict[str, str]:
    """The messages of findings, as a file for each id."""
    texts: dict[str, set[str]] = {}
    for each in findings:
        # The messages of parsers differ.
        message = each.message.partition(": ")[0] if each.id == "yaml-syntax" else each.message
        texts.setdefault(f"{each.id}.txt", set()).add(f"{message}\n    {each.help}".rstrip())
    return {name: "".join(f"{text}\n" for text in sorted(kept)) for name, kept in texts.items()}


# Scalars that some YAML reader would change

MEANINGS = {
    "an octal number": "0123 007 00 -012 0o17",
    "a number": "08 +5 -0 1_000 0x10 0b1",
    "a base-60 number": "12:30 190:20:30",
    "a float": "1.0 1. .5 1e3 -1.5E-3 1_0.5 .inf -.INF .nan",
    "true or false": "NO no ON Off y N Yes true FALSE",
    "nothing": "~ null NULL",
    "a date": "2024-01-02 2024-1-2 2024-01-02T03:04:05Z",
    "YAML syntax": "= <<",
}
AMBIGUOUS = {text: meaning for meaning, texts in MEANINGS.items() for text in texts.split()}
WHOLE_NUMBERS = {"0": 0, "5": 5, "-5": -5, "10": 10, "999999999999999999": 10**18 - 1}
# Digits and words that YAML seems to change, but does not.
TEXTS_AS_THEY_ARE = ["1a", "--", "1.2.3", "1 000", "0x", "o17", "none", "inf", "yess", "24-01-02"]


def at(findings: Sequence[Finding], line: int, column: int) -> list[tuple[str, str]]:
    """The ids and messages at a place."""
    where = line, column
    return [
        (found.id, found.message)
        for found in findings
        if (found.place.line, found.place.column) == where
    ]


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_an_ambiguous_scalar_is_refused_everywhere(text: str) -> None:
    wanted = "scalar-ambiguous", f"YAML may read {text} as {AMBIGUOUS[text]}"
    assert at(check(spec(code=f"value: {text}")), 8, 21) == [wanted]
    assert at(check(spec(code=f"value: 1, description: {text}")), 8, 37) == [wanted]
    assert at(check(spec(code=f"value: 1, links: [{text}]")), 8, 32) == [wanted]
    if text != "<<":
        assert wanted in at(check(f"{SPEC}      {text}: {{value: 2}}\n"), 9, 7)


@pytest.mark.parametrize("text", [*AMBIGUOUS, *WHOLE_NUMBERS, *TEXTS_AS_THEY_ARE])
def test_a_scalar_in_quotes_is_text(text: str) -> None:
    quoted = spec(type="values: str", code=f"value: '{text}', description: \"{text}\"")
    assert check(quoted) == []
    assert (only_code(quoted).value, only_code(quoted).description) == (text, text)


@pytest.mark.parametrize("text", WHOLE_NUMBERS)
def test_a_whole_number_is_a_value_and_not_text(text: str) -> None:
    assert check(spec(code=f"value: {text}")) == []
    assert only_code(spec(code=f"value: {text}")).value == WHOLE_NUMBERS[text]
    assert found_in(check(spec(code=f"value: 1, description: {text}"))) == ["8:37 scalar-ambiguous"]


@pytest.mark.parametrize("text", TEXTS_AS_THEY_ARE)
def test_what_only_looks_ambiguous_is_text(text: str) -> None:
    found = spec(code=f"value: 1, description: {text}")
    assert check(found) == []
    assert only_code(found).description == text


def only_code(text: str) -> Code:
    """The code of the spec."""
    provider: Provider | None
    provider, _ = load_text(text, "acme.yaml")
    assert provider is not None
    return provider.lists[0].codes[0]


def guess(text: str) -> str | None:
    """The tag that PyYAML's SafeLoader guesses for the text as a plain scalar; None if it has none."""
    try:
        node: Any = yaml.compose(f"- {text}\n", Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    item = node.value[0] if isinstance(node, yaml.SequenceNode) else None
    plain = isinstance(item, yaml.ScalarNode) and item.style is None and item.value == text
    return str(item.tag) if plain and item is not None else None


SCALARS = st.text("0123456789+-._:eExXobBinfaINFATtZ ~=<>nullyesNO", min_size=1, max_size=12)


@given(SCALARS | st.sampled_from(sorted(AMBIGUOUS)) | st.text(max_size=8))
def test_nothing_that_pyyaml_guesses_becomes_text(text: str) -> None:
    tag = guess(text)
    if tag in (None, "tag:yaml.org,2002:str"):
        return
    assert any(found.level == "error" for found in check(spec(top=f"note: {text}")))
    findings = check(spec(sent=f"SENT:\n  value: {text}"))
    if re.fullmatch("0|-?[1-9][0-9]*", text) and tag == "tag:yaml.org,2002:int":
        assert findings == []
    else:
        assert any(found.level == "error" for found in findings)


# Characters and names

HIDDEN = (
    "\x00\x07\t\x0b\r\x1b\x7f\x85\xad\u061c\u180e\u200b\u200d\u2060\ufeff\U000e0041"
    "\u200e\u202a\u202e\u2066\u2069\u2028\u2029"
)


@pytest.mark.parametrize("character", HIDDEN, ids=ascii)
def test_a_character_that_cannot_be_seen(character: str) -> None:
    number = f"the invisible character U+{ord(character):04X}"
    what = "a tab" if character == "\t" else number
    raw = at(check(spec(code=f"value: 1, description: a{character}b")), 8, 38)
    assert raw == [("hidden-character", f"the file contains {what}")]
    escaped = at(check(spec(code=f'value: 1, description: "a\\U{ord(character):08x}b"')), 8, 37)
    assert escaped[0] == ("hidden-character", f"the escape sequence makes {number}")


@pytest.mark.parametrize("character", ["\uffff", "\ufffe"])
def test_a_character_that_yaml_refuses_is_reported_at_its_place(character: str) -> None:
    (found,) = check(spec(top=f"note: a{character}b"))
    assert (found.place.line, found.place.column, "\n" in found.message) == (3, 8, False)


# A module with the name would replace one that the emitted package needs.
@pytest.mark.parametrize("slug", sorted(names.PACKAGE_NAMES))
def test_a_slug_that_the_package_needs(slug: str) -> None:
    found = found_in(check(spec(first=f"provider: {slug}"), f"{slug}.yaml"))
    assert found == ["1:1 slug-reserved"]


@pytest.mark.parametrize("name", sorted(names.MODULE_NAMES))
def test_a_list_with_a_name_that_the_module_needs(name: str) -> None:
    found = at(check(spec(name=f"{name}:")), 4, 3)
    assert found == [("name-reserved", f"{name} {names.MODULE_NAMES[name]}")]


# Values that cannot be emitted well


@pytest.mark.parametrize("digits", ["1" + "0" * 18, "-" + "9" * 19, "9" * 5000])
def test_a_number_that_is_too_long(digits: str) -> None:
    (found,) = check(spec(code=f"value: {digits}"))
    assert (found.place.line, found.place.column) == (8, 21)
    assert "plain decimal number" not in found.help and len(found.message) < 200


def test_a_list_of_more_than_a_thousand_codes() -> None:
    codes = [f"      C{number}: {{value: {number}}}\n" for number in range(2, 1002)]
    save("specs/acme.yaml", SPEC + "".join(codes[:-1]))
    assert validate() == (0, "1 spec: no findings\n", "")
    save("specs/acme.yaml", SPEC + "".join(codes))
    done = validate()
    assert (printed(done.out), done.status) == (["4:3 warning list-long"], 0)
    assert "Result has 1,001 codes" in done.out
    assert validate("--strict").status == 1


# Files and folders

FILES = [
    (b"\xff", "1:1", "0xff"),
    (b"a: b\nc: \xe9t\xe9\n", "2:4", "0xe9"),
    ("a: é\nb: ü".encode() + b"\x80", "2:5", "0x80"),
    (b"a: \xc3", "1:4", "0xc3"),
    (b"a: \xed\xa0\x80", "1:4", "0xed"),
    ("provider: acme".encode("utf-16"), "1:1", "0xff"),
]


@pytest.mark.parametrize(("content", "place", "byte"), FILES)
def test_a_file_that_is_not_utf_8(content: bytes, place: str, byte: str) -> None:
    save("specs/acme.yaml", content)
    done = validate()
    assert printed(done.out) == [f"{place} not-utf-8"]
    assert f"not UTF-8: byte {byte} cannot be read" in done.out
    assert done.status in (1, 2)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "byte order mark"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_what_windows_editors_write_is_read(mark: bytes, end: bytes) -> None:
    save("specs/acme.yaml", mark + SPEC.encode().replace(b"\n", end))
    assert validate("--strict") == (0, "1 spec: no findings\n", "")
    save("specs/acme.yaml", mark + spec(code="valeu: 1").encode().replace(b"\n", end))
    assert "8:14 key-unknown" in printed(validate().out)


def test_all_findings_of_all_files_in_one_run(project: Path) -> None:
    save("specs/bolt.yaml", spec(first="provider: volt", code="value: 1, description: It  left."))
    save("specs/acme.yaml", spec(code="valeu: 1, permanent: yes"))
    save("specs/core.yaml", b"\xff")
    (project / "specs/dusk.yaml").mkdir()
    done = validate()
    assert re.findall(r"^specs/(\w+\.yaml:\d+:\d+): error\[(.+?)\]", done.out, re.MULTILINE) == [
        ("acme.yaml:8:7", "key-missing"),
        ("acme.yaml:8:14", "key-unknown"),
        ("acme.yaml:8:35", "not-boolean"),
        ("bolt.yaml:1:1", "slug-differs-from-file"),
        ("bolt.yaml:8:37", "text-not-folded"),
        ("core.yaml:1:1", "not-utf-8"),
        ("dusk.yaml:1:1", "file-unreadable"),
    ]
    assert (done.status, done.out.splitlines()[-1]) == (2, "7 errors")


def test_generate_writes_nothing_under_strict_for_a_warning(project: Path) -> None:
    save("specs/acme.yaml", spec(code="value: 1, name_proposed: true"))
    assert run("generate", "--output", "out", "--strict").status == 1
    assert not (project / "out").exists()
    assert run("generate", "--output", "out").status == 0
    assert (project / "out/acme.py").exists()


# Formats of output

THREE_LEVELS = spec(
    code="value: 1, name_proposed: true, erratum: {page: 1 50% A, reading: r, reason: s}, groop: 1"
)


def test_formats_of_output(goldens: Goldens, monkeypatch: pytest.MonkeyPatch) -> None:
    save("specs/a,b:c%.yaml", THREE_LEVELS)
    forms = {form: validate("--format", form) for form in ("text", "json", "github")}
    assert {done.status for done in forms.values()} == {1}
    goldens(FINDINGS / "forms", {f"{form}.txt": done.out for form, done in forms.items()})
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = validate().out
    for start in ("\x1b[36mnote[", "\x1b[33mwarning[", "\x1b[31merror["):
        assert start in coloured
    assert re.sub("\x1b\\[[0-9]*m", "", coloured) == forms["text"].out
    for form in ("json", "github"):
        assert validate("--format", form) == forms[form]


@pytest.mark.parametrize("form", ["text", "github"])
def test_any_encoding_of_the_output(project: Path, form: str) -> None:
    save("specs/acme.yaml", spec(code="value: 1, 配信エラー: 1"))
    (project / os.fsdecode(b"specs/\xff.yaml")).write_text(SPEC)  # a name that is not text
    arguments = ("validate", "--specs", "specs", "--format", form)
    done = command(*arguments, folder=project, PYTHONIOENCODING="ascii")
    assert (done.status, done.err) == (1, "")
    assert "unknown key: " in done.out and "slug-differs-from-file" in done.out


# The configuration

CONFIGS = FINDINGS / "config/cases.txt"


def test_a_configuration_that_cannot_be_used(goldens: Goldens) -> None:
    def shown(case: Case) -> list[str]:
        lines = [line[2:] for line in case.lines if line.startswith("|")]
        return findings_about_configuration("\n".join(lines))

    goldens(CONFIGS.parent, {CONFIGS.name: rendered(CONFIGS, shown)})


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a = " + b"[" * 5000, b"a = " + b"9" * 5000])
def test_a_configuration_that_cannot_be_read(content: bytes) -> None:
    (message,) = findings_about_configuration(content)
    assert message.endswith("error[config-unreadable]: cannot be read")


def findings_about_configuration(content: str | bytes) -> list[str]:
    """The findings about the configuration, in each format."""
    save("pyproject.toml", content)
    done = run("validate")
    assert run("generate") == done and (done.status, done.out) == (2, "")
    first, *help = done.err.splitlines()[:-1]
    found, *_ = json.loads(run("validate", "--format", "json").out)["findings"]
    line, column = found["line"], found["column"]
    assert first.endswith(
        f"pyproject.toml:{line}:{column}: error[{found['id']}]: {found['message']}"
    )
    start = f"::error file={found['file']},line={line},"
    assert run("validate", "--format", "github").err.startswith(start)
    if (
        found["id"] == "config-unreadable"
    ):  # Parsers of TOML differ in their messages, and in the column.
        return [f"{line}: error[{found['id']}]: {found['message'].partition(': ')[0]}"]
    return [first, *help]


def test_the_table_of_a_parent_folder_is_found(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save("pyproject.toml", '[tool.provider-codes]\nspecs = "specs"')
    save("specs/acme.yaml", spec(code="valeu: 1"))
    save("below/pyproject.toml", "[project]\nname = 'other'")
    monkeypatch.chdir(project / "below")
    done = run("validate")
    assert (done.status, printed(done.out, "../specs/acme.yaml")[0]) == (1, "8:7 key-missing")


# Usage

USAGE = {
    "validate --specs missing": "the specs cannot be read: missing: No such file or directory; ",
    "validate --specs specs/acme.yaml": "the specs cannot be read: specs/acme.yaml: Not a directory",
    "validate acm": "there is no spec of acm: did you mean acme?",
    "validate acme zzz": "there is no spec of zzz: known here: acme",
    "generate --output out zzz": "there is no spec of zzz: known here: acme",
    "generate": "no output folder: set output in [tool.provider-codes] of pyproject.toml, or ",
    "generate --output specs/acme.yaml": "specs/acme.yaml",
}


@pytest.mark.parametrize("arguments", USAGE)
def test_wrong_usage(arguments: str) -> None:
    save("specs/acme.yaml", SPEC)
    done = run(*arguments.split())
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"provider-codes: {USAGE[arguments]}")


def test_wrong_usage_in_the_format_of_findings() -> None:
    save("specs/acme.yaml", spec(code="valeu: 1"))
    done = run("drift", "acme", "--document", "page.md", "--format", "json")
    found = json.loads(done.out)["findings"]
    assert (done.status, done.err) == (2, "")
    assert [each["id"] for each in found] == ["usage", "key-missing", "key-unknown"]
    assert found[0]["message"] == "no page was read: fix the specs first"
    done = run("validate", "acm", "--format", "github")
    assert done.err.startswith("::error title=usage::there is no spec of acm")
    # The format of an export is not one for findings.
    done = run("export", "--provider", "nobody", "--format", "json")
    assert done.err.startswith("provider-codes: the library has no provider nobody")


# A wrong folder must not pass for a valid one, nor empty the package that was emitted before.
@pytest.mark.parametrize("name", [None, "acme.yml", "acme.yaml.orig", ".yaml"])
def test_a_folder_without_specs(project: Path, name: str | None) -> None:
    save("specs/acme.yaml", SPEC)
    assert run("generate", "--output", "out").status == 0
    (project / "specs/acme.yaml").unlink()
    if name is not None:
        save(f"specs/{name}", SPEC)
    message = "provider-codes: there are no specs in specs: no file is called *.yaml\n"
    assert validate() == (2, "", message)
    assert run("generate", "--output", "out") == (2, "", message)
    assert (project / "out/acme.py").exists()


@pytest.mark.parametrize(
    "arguments",
    ["", "validat", "validate --format xml", "validate --output out", "generate --check --diff"],
)
def test_arguments_that_are_not_understood(arguments: str) -> None:
    done = run(*arguments.split())
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("usage: provider-codes")


# Any input

VALID = """\
# A spec with something of everything.
provider: acme
title: "Acme SMS"
documents:
  codes: {title: Codes, address: "https://docs.acme.example", retrieved: 2026-11-22}
constants:
  LIMITS: {value: [a, "2"], description: Two of them., document: codes}
families:
  error: [Result, Reason]
lists:
  Result:
    title: Results
    document: codes
    values: int
    documents: [name, permanent, group]
    tables: {heading: Results, group: "{name} ({value})", columns: {value: Id, name: Name}}
    groups:
      SOFT: {value: 1, documented_name: Soft}
    codes:
      SENT:
        value: 1
        permanent: false
        group: SOFT
        description: >-
          It left
          our hands.
        aliases: {LEFT: {description: The same.}}
        former_names: [GONE]
    withdrawn:
      LOST: {value: 2, since: 2026-01-01, permanent: true, group: SOFT, in_enum: true}
  Reason:
    title: Reasons
    values: str
    codes:
      NO_ROUTE: {value: "no route", erratum: {page: x, reading: r, reason: z}}
"""


def assert_only_findings(text: str) -> list[Finding]:
    """Check that there are only findings, each with a place in the text and with words."""
    findings = check(text)
    lines = text.split("\n")
    for found in findings:
        assert found.id
        assert found.message.strip()
        assert found.place.file == "acme.yaml"
        assert 1 <= found.place.line <= len(lines) + 1
        assert 1 <= found.place.column
    return findings


def test_a_sound_spec_has_no_findings() -> None:
    assert [found.level for found in check(VALID)] == ["note"]
    save("specs/acme.yaml", SPEC)
    save("specs/notes.txt", b"\xff")  # other files are left alone
    save("specs/bolt.yaml", spec(first="provider: bolt\nnotte: x"))
    assert validate("--strict", "acme") == (0, "1 spec: no findings\n", "")
    done = validate("--format", "json", "acme")
    assert (json.loads(done.out), done.status) == ({"findings": []}, 0)
    assert validate("acme", "bolt").status == 1


@given(st.text())
@example("")
@example("\ufeff")
@example("\ud800")
@example("\uffff")
@example("---\n...\n---\n")
@example("? ? ? a\n")
@example("- [" * 20000)
@example("a: " + "9" * 5000)
@example("!<tag:yaml.org,2002:python/object/apply:os.system> [x]")
def test_any_text_gives_findings_and_no_traceback(text: str) -> None:
    assert assert_only_findings(text)


WORDS = st.sampled_from(sorted(set(re.findall(r"\w+|\W", VALID))))
CHARACTERS = (
    st.sampled_from("\t\r\n\x00\u202e\ufeff '\"\\#&*!|>%@`{}[],:?-~0aA_é字") | st.characters()
)
PLACES = st.integers(0, len(VALID)), st.integers(0, 40)


@given(st.lists(st.tuples(*PLACES, st.lists(WORDS | CHARACTERS, max_size=3)), min_size=1))
def test_a_damaged_spec_gives_findings_and_no_traceback(
    changes: list[tuple[int, int, list[str]]],
) -> None:
    text = VALID
    for start, length, instead in changes[:4]:
        text = text[:start] + "".join(instead) + text[start + length :]
    assert_only_findings(text)
