"""Files that are no specs and no pages: odd in kind, in size, in encoding and in shape.

Whatever they are, there is a finding that says what is wrong, soon, and with memory that
grows no faster than the file. Times are CPU times, and only their growth is held to a
limit: a slow machine, or a busy one, changes nothing.
"""

import ast
import gc
import importlib
import json
import os
import pkgutil
import re
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, cast

import provider_codes_generator
import pytest
import yaml
from provider_codes_generator.model import names
from provider_codes_generator.spec import shapes
from provider_codes_generator.transcribe.bindings import Binding
from provider_codes_generator.pages import decode, fetch
from provider_codes_generator.pages.readers import MOST_ROWS, READERS, read
from provider_codes_generator.pages.text import fold
from provider_codes_generator.model.findings import Finding, Refused
from provider_codes_generator.spec.load import load_folder, load_text
from provider_codes_generator.model.registry import CodeList, Tables
from provider_codes_generator.pages.sources import from_file, from_folder
from provider_codes_generator.spec.nodes import LARGEST, hidden_characters
from helpers_generate import Run, run, write

SPEC = """\
provider: acme
title: "Acme SMS"
documents:
  page: {title: Codes, retrieved: 2026-11-22}
lists:
  Result:
    title: Résultats
    document: page
    values: int
    tables: {columns: {value: Code, description: Text}}
    codes:
      SENT: {value: 1, description: It left.}
      LOST:
        value: 2
        former_names: [GONE]
"""
PAGE = "| Code | Text |\n|---|---|\n| 1 | It left. |\n"

# libyaml may be missing; then both are the same one.
LOADERS: list[Any] = [getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader]


# Characters that nobody sees

# Of the category Cf and seen all the same: they enclose or precede the digits behind them,
# or say where hieroglyphs stand.
SEEN = {
    *range(0x0600, 0x0606),
    *(0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD),
    *range(0x13430, 0x13440),
}
# Of other categories, and not seen: fillers, joiners, vowels without a shape, variation
# selectors, blanks that are none, separators, and what is kept free for more of the kind.
UNSEEN = {
    *(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2028, 0x2029, 0x2065, 0x2800, 0x3164, 0xFFA0),
    *(0x180B, 0x180C, 0x180D, 0x180F, 0xFFFE, 0xFFFF),
    *range(0xFE00, 0xFE0F),
    *range(0xFFF0, 0xFFF9),
    *range(0xE0000, 0xE1000),
}


def is_hidden(code: int) -> bool:
    """Whether a character cannot be seen, by its category and the lists above."""
    category = unicodedata.category(chr(code))
    if chr(code) == "\n":
        return False
    return code in UNSEEN or category in ("Cc", "Cs") or category == "Cf" and code not in SEEN


def test_the_characters_that_cannot_be_seen() -> None:
    every = range(sys.maxunicode + 1)
    wanted = [f"U+{code:04X}" for code in every if is_hidden(code)]
    assert hidden_characters("".join(map(chr, every))) == wanted
    assert hidden_characters("\ufe0f\u200d\ufe0f\u200d☃\n") == ["U+200D"]


def test_a_page_loses_what_cannot_be_seen() -> None:
    for code in range(sys.maxunicode + 1):
        if is_hidden(code):
            found = fold(f"a{chr(code)}b")
            assert found in ("ab", "a b") and hidden_characters(found) == []
    # Where a blank seems to be, there is one.
    assert [fold(f"a{blank}b") for blank in "\u2800\u3164\uffa0\u2028\t"] == ["a b"] * 5


def test_a_hidden_character_is_said_once() -> None:
    findings = load_text(f"a: b\n{'c: d' + chr(0x200B)}\n" + "\x00" * 100_000, "x")[1]
    assert [(each.id, each.message, each.place.line, each.place.column) for each in findings] == [
        ("hidden-character", "the character U+200B cannot be seen", 2, 5),
        (
            "hidden-character",
            "the character U+0000 cannot be seen; 100,000 of them are there",
            3,
            1,
        ),
    ]
    assert len(load_text("a" + "".join(map(chr, range(0xE0000, 0xE1000))), "x")[1]) == 100


# Specs


def validate(folder: Path) -> Run:
    """What the command says to the specs of a folder."""
    return run("validate", "--specs", folder)


def said_to(folder: Path, content: str | bytes) -> list[tuple[str, str]]:
    """The ids and messages that are said to a file as a spec; there is one at least."""
    path = folder / "acme.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    done = run("validate", "--specs", os.path.relpath(folder), "--format", "json")
    assert (done.status, done.err) == (1, "")
    findings: list[dict[str, Any]] = json.loads(done.out)["findings"]
    assert {Path(each["file"]).name for each in findings} == {path.name}
    return [(each["id"], each["message"]) for each in findings]


@pytest.fixture(params=LOADERS, ids=["libyaml", "Python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers of YAML, one after the other."""
    monkeypatch.setattr("provider_codes_generator.spec.nodes._LOADER", request.param)


DEEP = 10_000
NESTED = {
    "flow lists": "[" * DEEP + "]" * DEEP,
    "flow lists without an end": "[" * DEEP,
    "flow mappings": "{a: " * DEEP + "1" + "}" * DEEP,
    "flow mappings without colons": "{" * DEEP,
    "flow of both": "[{a: " * DEEP,
    "flow keys": "{? " * DEEP,
    "block lists": "- " * DEEP + "x",
    "block keys": "? " * DEEP + "x",
    "block mappings": "".join(f"{' ' * depth}a:\n" for depth in range(DEEP // 10)),
    "lists and mappings": "- a:\n" + "".join(f"{' ' * depth}- a:\n" for depth in range(2, 2000, 2)),
}


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED)
def test_a_spec_that_nests_deep(tmp_path: Path, text: str) -> None:
    assert said_to(tmp_path, text) == [("nested-too-deep", "nested more than 32 deep")]


def bomb(levels: int) -> str:
    """A billion laughs, and more of them: each line is nine of the line before."""
    lines = ["a0: &a0 [ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines)


@pytest.mark.usefixtures("loader")
def test_a_spec_that_is_a_bomb(tmp_path: Path) -> None:
    said = said_to(tmp_path, bomb(30))
    assert {id for id, _ in said} == {"yaml-anchor", "yaml-alias", "key-unknown", "key-missing"}
    said = said_to(tmp_path, bomb(1000))
    assert len(said) == 1001 and "findings-cut" in {id for id, _ in said}
    merged = "a: &a {b: 1}\n" + "".join(f"c{n}: {{<<: [*a, *a]}}\n" for n in range(100))
    assert "yaml-alias" in {id for id, _ in said_to(tmp_path, merged)}


def test_a_spec_of_very_many_keys(tmp_path: Path) -> None:
    said = said_to(tmp_path, "".join(f"k{number}: 1\n" for number in range(100_000)))
    assert len(said) == 1001
    assert ("findings-cut", "99,003 more findings are not shown") in said


def test_a_spec_with_a_key_very_many_times(tmp_path: Path) -> None:
    said = said_to(tmp_path, "provider: acme\n" * 20_000)
    assert ("key-twice", "the key provider stands here a second time; first on line 1") in said
    assert len(said) == 1001


HUGE = 10**7


def test_a_message_is_no_longer_than_anybody_reads(tmp_path: Path) -> None:
    long = "x" * 50_000
    for text in (f"!{long} a", f"&{long} a", f"*{long}", f"title: {long} \n? {long}\n: 1\n"):
        assert all(len(message) < 1100 for _, message in said_to(tmp_path, text))
    said = said_to(
        tmp_path, f"provider: {long.upper()}\ntitle: [x]\nlists: {{A: {{values: {long}}}}}"
    )
    assert all(len(message) < 1100 for _, message in said)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("style", ["{}", '"{}"', "'{}'", ">-\n    {}", "|-\n    {}"])
def test_a_spec_with_a_huge_text(tmp_path: Path, style: str) -> None:
    # PyYAML's own parser takes a second for every million characters.
    size = HUGE // 4
    said = said_to(tmp_path, f"{SPEC}notes: {style.format('x' * size)}\n")
    message = f"a text of {size:,} characters, of which 2,097,152 are allowed"
    assert [each for each in said if each[0] != "key-unknown"] == [("text-too-long", message)]


def test_a_spec_with_a_huge_key(tmp_path: Path) -> None:
    said = said_to(tmp_path, "x" * HUGE + ": 1\n")
    assert {id for id, _ in said} == {"text-too-long", "yaml-syntax"}
    assert all(len(words) < 200 for _, words in said)
    said = said_to(tmp_path, f"? {'x' * HUGE}\n: 1\n")
    assert "text-too-long" in {id for id, _ in said} and all(len(words) < 200 for _, words in said)


@pytest.mark.usefixtures("loader")
def test_a_spec_that_is_cut_off(tmp_path: Path) -> None:
    path, whole = tmp_path / "acme.yaml", SPEC.encode()
    silent: list[int] = []
    for end in range(len(whole)):
        path.write_bytes(whole[:end])
        registry, findings, _ = load_folder(tmp_path, "specs")
        assert all(each.message and each.place.file == "specs/acme.yaml" for each in findings)
        if not findings:
            assert registry.providers
            silent.append(end)
    # Where it says less and is whole, nothing can tell.
    assert min(silent) > SPEC.index("SENT")
    path.write_bytes(whole)
    assert validate(tmp_path).status == 0


ENCODINGS = [
    *("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"),
    *("latin-1", "cp1252", "mac-roman", "cp037", "cp850"),
]
JAPANESE = ["shift-jis", "euc-jp", "gb18030", "big5", "iso2022_jp"]


@pytest.mark.parametrize("encoding", [*ENCODINGS, *JAPANESE])
def test_a_spec_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    text = SPEC.replace("Résultats", "結果") if encoding in JAPANESE else SPEC
    ((id, message),) = said_to(tmp_path, text.encode(encoding))
    wanted = "hidden-character" if encoding == "iso2022_jp" else "not-utf-8"
    assert id == wanted and len(message) < 100


@pytest.mark.parametrize("content", [b"\x00", b"\x00" * 10**6, SPEC.encode() + b"\x00"])
def test_a_spec_with_nul_bytes(tmp_path: Path, content: bytes) -> None:
    ((id, message),) = said_to(tmp_path, content)
    assert id in ("not-utf-8", "hidden-character") and len(message) < 100


BYTES = {
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "packed": b"\x1f\x8b\x08\x00" + bytes(range(255, 0, -1)) * 40,
    "all bytes": bytes(range(256)),
    "no YAML": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "line ends of old": SPEC.replace("\n", "\r").encode(),
    "tabs": SPEC.replace("  ", "\t").encode(),
}


@pytest.mark.parametrize("content", BYTES.values(), ids=BYTES)
def test_a_spec_of_other_bytes(tmp_path: Path, content: bytes) -> None:
    ((id, message),) = said_to(tmp_path, content)
    assert id in ("not-utf-8", "hidden-character") and len(message) < 100


def make_directory(path: Path) -> None:
    path.mkdir()


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_dangling_link(path: Path) -> None:
    path.symlink_to("nowhere")


def make_loop(path: Path) -> None:
    path.symlink_to(path.name)


def make_long_loop(path: Path) -> None:
    path.with_suffix(".b").symlink_to(path.name)
    path.symlink_to(path.with_suffix(".b").name)


def make_link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def make_secret(path: Path) -> None:
    path.write_text(SPEC, encoding="utf-8")
    path.chmod(0)


PIPE = "it is a pipe or a device, and no file"
ODD: dict[Callable[[Path], None], str] = {
    make_directory: "Is a directory",
    make_pipe: PIPE,
    make_dangling_link: "No such file or directory",
    make_loop: "Too many levels of symbolic links",
    make_long_loop: "Too many levels of symbolic links",
    make_link_to_a_device: PIPE,
    make_secret: "Permission denied",
}
odd = pytest.mark.parametrize(("make", "reason"), ODD.items())


def skip_what_cannot_be(make: Callable[[Path], None]) -> None:
    """Skip an odd file that this system, or this user, does not have."""
    if make is make_secret and os.geteuid() == 0:
        pytest.skip("root may read every file")
    if make is make_link_to_a_device and not Path("/dev/zero").exists():
        pytest.skip("there is no such device")


@odd
def test_what_is_no_file_of_a_spec(
    tmp_path: Path, make: Callable[[Path], None], reason: str
) -> None:
    skip_what_cannot_be(make)
    make(tmp_path / "acme.yaml")
    write(tmp_path / "bolt.yaml", SPEC.replace("provider: acme", "provider: bolt"))
    done = validate(tmp_path)
    first, *_ = done.out.splitlines()
    assert first.endswith(f"acme.yaml:1:1: error[file-unreadable]: cannot be read: {reason}")
    assert (done.status, done.err, len(done.out.splitlines())) == (2, "", 2)


def sparse(path: Path, size: int, beginning: bytes = b"") -> Path:
    """A file of that size which takes no room on the disk."""
    path.write_bytes(beginning)
    os.truncate(path, size)
    return path


def test_a_spec_that_is_too_large(tmp_path: Path) -> None:
    path = sparse(tmp_path / "acme.yaml", LARGEST + 1, SPEC.encode())
    done = validate(tmp_path)
    assert f"error[file-too-large]: the file is larger than {LARGEST:,} bytes" in done.out
    assert (done.status, done.err) == (1, "")
    path.write_text(SPEC + "#" * (LARGEST - len(SPEC.encode())), encoding="utf-8")
    assert (path.stat().st_size, validate(tmp_path).status) == (LARGEST, 0)


# What a revision has, git gives: the same is said to it.


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=false")
    subprocess.run(["git", "-C", folder, *who, *arguments], check=True, capture_output=True)


def test_odd_files_of_a_revision(tmp_path: Path) -> None:
    specs = tmp_path / "specs"
    write(specs / "acme.yaml", SPEC.replace("\n", "\r\n"))
    write(specs / "dark.yaml/x", "a folder")
    (specs / "elk.yaml").symlink_to("acme.yaml")
    (specs / "fox.yaml").write_bytes(SPEC.encode("utf-16"))
    (specs / "gnu.yaml").write_bytes(b"#" * (LARGEST + 1))
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "x")
    found = run("diff", "HEAD", "--specs", specs)
    assert found.status == 2
    ids = [line.split(": ")[:2] for line in found.err.splitlines() if line.startswith("HEAD/")]
    assert ids == [
        ["HEAD/dark.yaml:1:1", "error[file-unreadable]"],
        ["HEAD/elk.yaml:1:1", "error[file-unreadable]"],
        ["HEAD/fox.yaml:1:1", "error[not-utf-8]"],
        ["HEAD/gnu.yaml:1:1", "error[file-too-large]"],
    ]


# Memory

# The peak of a process by itself: what Linux says of the memory since the program began. A
# child has the peak of its parent, in what getrusage gives.
MEASURE = """
import re, resource, sys
from pathlib import Path
from provider_codes_generator.cli.app import main
from provider_codes_generator.pages.readers import read
from provider_codes_generator.model.findings import Refused
from provider_codes_generator.pages.sources import from_file
import provider_codes_generator.emit.package

def peak():
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit

before = peak()
try:
    if sys.argv[1] == "validate":
        main(["validate", "--specs", sys.argv[2], "--format", "json"])
    else:
        read(from_file(Path(sys.argv[2])).text, sys.argv[1])
except Refused:
    pass
print(peak() - before, file=sys.stderr)
"""


def memory(how: str, path: Path) -> int:
    """The bytes that a process takes at most to read what is there."""
    command = [sys.executable, "-c", MEASURE, how, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert "Traceback" not in done.stderr
    return int(done.stderr)


MEGABYTE = 2**20
# Each with how many times its own size it may take, and two megabytes for whatever is loaded.
SIZES: dict[str, tuple[str, int]] = {
    "one text": (f"{SPEC}note: {'x ' * (HUGE // 2)}\n", 12),
    "one line": ("x" * HUGE, 12),
    "hidden": ("\u200b" * (HUGE // 3), 12),
    "keys": ("".join(f"k{number}: 1\n" for number in range(100_000)), 200),
    "nodes": ("[" + "[],\n" * 100_000 + "]", 300),
    "bomb": (bomb(2000), 100),
}


@pytest.mark.parametrize(("text", "times"), SIZES.values(), ids=SIZES)
def test_the_memory_that_a_spec_takes(tmp_path: Path, text: str, times: int) -> None:
    size = write(tmp_path / "acme.yaml", text).stat().st_size
    assert memory("validate", tmp_path) < times * size + 2 * MEGABYTE


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    specs = tmp_path / "specs"
    specs.mkdir()
    sparse(specs / "acme.yaml", 2**30)
    assert memory("validate", specs) < 4 * MEGABYTE
    assert memory("html", sparse(tmp_path / "page.html", 2**30)) < 4 * MEGABYTE


# Pages


def problem(path: Path) -> Finding:
    """Why there is no page in a file."""
    with pytest.raises(Refused) as caught:
        from_file(path)
    assert caught.value.finding.place.file == path.as_posix()
    return caught.value.finding


@odd
def test_what_is_no_file_of_a_page(
    tmp_path: Path, make: Callable[[Path], None], reason: str
) -> None:
    skip_what_cannot_be(make)
    specs, page = tmp_path / "specs", tmp_path / "acme.html"
    write(specs / "acme.yaml", SPEC)
    make(page)
    assert (problem(page).id, problem(page).message) == (
        "file-unreadable",
        f"cannot be read: {reason}",
    )
    for arguments in (
        ("drift", "acme", "--document", page),
        ("update", "acme", "--document", page),
        ("new", "bolt", "--document", page),
        ("drift", "acme", "--documents", tmp_path),
    ):
        done = run(*arguments, "--specs", specs)
        assert done.status == 2 and "error[" in done.out + done.err
    assert [each.name for each in specs.iterdir()] == ["acme.yaml"]


def test_a_folder_of_pages_is_not_kept_from_its_pages_by_odd_files(tmp_path: Path) -> None:
    spec = write(tmp_path / "specs/acme.yaml", SPEC)
    (provider,) = load_folder(spec.parent, "specs")[0]
    folder = tmp_path / "pages"
    folder.mkdir()
    make_pipe(folder / "acme.txt")
    make_loop(folder / "acme.html")
    make_directory(folder / "acme")
    write(folder / "acme.md", PAGE)
    assert from_folder(folder)(provider, provider.documents[0]).text == PAGE


def test_a_page_that_is_too_large(tmp_path: Path) -> None:
    assert fetch.Limits().size == decode.LARGEST
    path = sparse(tmp_path / "page.md", 100 * MEGABYTE, PAGE.encode())
    found = problem(path)
    assert (found.id, found.help != "") == ("page-too-large", True)
    assert found.message == f"the page is larger than {decode.LARGEST:,} bytes"
    path.write_text(PAGE + " " * (decode.LARGEST - len(PAGE)), encoding="utf-8")
    assert len(from_file(path).text) == decode.LARGEST


@pytest.mark.parametrize("encoding", [*ENCODINGS, "shift-jis", "euc-jp", "gb18030", "big5"])
def test_a_page_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    text = PAGE.replace("It left.", "結果" if encoding not in ENCODINGS else "Prêt à partir")
    path = tmp_path / "page.md"
    path.write_bytes(text.encode(encoding))
    if encoding in ("utf-16", "utf-32"):  # these come with a byte order mark
        assert from_file(path).text == text
    else:
        assert problem(path).id == "page-undecodable"


@pytest.mark.parametrize("name", sorted(BYTES.keys() - {"line ends of old", "tabs", "all bytes"}))
def test_a_page_of_other_bytes(tmp_path: Path, name: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(BYTES[name])
    assert problem(path).id == "page-undecodable"


@pytest.mark.parametrize("reader", [None, *READERS])
def test_a_page_that_is_cut_off(reader: str | None) -> None:
    text = (
        f"# A\n\n{PAGE}\n<table><tr><th>a</th></tr><tr><td>&amp;<code>x</code></td></tr></table>\n"
    )
    text += '[block:parameters]\n{"data": {"h-0": "a", "0-0": "b"}}\n[/block]\n{"a": [{"b": 1}]}\n'
    for end in range(len(text)):
        attempt(text[:end], reader)
        attempt(text[end:], reader)


def attempt(text: str, reader: str | None) -> str | None:
    """Read a page by the reader; what is said where it cannot be read."""
    try:
        read(text, reader)
    except Refused as refused:
        assert refused.finding.id == "page-unreadable"
        assert len(refused.finding.message) + len(refused.finding.help) < 2100
        return refused.finding.message
    return None


DEPTH = "line 1: the HTML cannot be read: Excessive depth in document: 256"
YAML = "neither JSON nor YAML that can be read: line 1: "
DEEP_PAGES: list[tuple[str, str, str | None]] = [
    ("html", "<div>" * DEEP + "x" + "</div>" * DEEP, DEPTH),
    ("html", "<b>" * DEEP, DEPTH),
    ("html", "<table><tr><td>" * DEEP, DEPTH),
    ("html", "<ul><li>" * DEEP, DEPTH),
    ("html", "<p>x" * DEEP, None),
    ("html", "<table><tr>" + "<td>x" * DEEP, None),
    ("html", "<table>" + "<tr><td>x" * DEEP, None),
    ("html", "<!--" * DEEP, None),
    ("html", "<h1>a" * DEEP, DEPTH),
    ("html", "</div>" * DEEP + "x", None),
    ("markdown", "> " * DEEP + "x", None),
    ("markdown", "- " * DEEP + "x", None),
    ("markdown", "[" * DEEP + "x" + "](y)" * DEEP, None),
    ("markdown", "<div>" * DEEP, DEPTH),
    ("markdown", "*a " * DEEP, None),
    ("records", "[" * DEEP + "]" * DEEP, f"{YAML}nested more than 32 deep"),
    ("records", '{"a":' * DEEP, f"{YAML}nested more than 32 deep"),
    ("records", '[{"a":' * DEEP + "1" + "}]" * DEEP, f"{YAML}nested more than 32 deep"),
    ("records", bomb(30), f"{YAML}&a0 marks a value for repetition"),
    ("records", f"- {'x' * 3 * MEGABYTE}", f"{YAML}a text of 3,145,728 characters, of which"),
    ("readme", "[block:parameters]" + '{"data":' * DEEP + "[/block]", None),
    ("readme", "[block:api-header]" + "[" * DEEP + "[/block]", None),
    ("readme", "[block:" * DEEP, None),
    ("readme", "[block:x]" * DEEP, None),
    ("readme", "[block:parameters]{" * DEEP, None),
    ("columns", "A  " * DEEP + "\n" + "1  " * DEEP, None),
]


@pytest.mark.parametrize(("reader", "text", "message"), DEEP_PAGES)
def test_a_page_that_nests_deep_or_does_not_end(
    reader: str, text: str, message: str | None
) -> None:
    said = attempt(text, reader)
    assert said is None if message is None else (said or "").startswith(message)
    attempt(text, None)


@pytest.mark.parametrize("reader", READERS)
def test_a_page_of_very_many_columns(reader: str) -> None:
    wide = 100_000 if reader in ("records", "columns") else 20_000
    text = {
        "columns": "A  " * wide + "\n" + "1  " * wide + "\n",
        "html": "<table><tr>" + "<th>a" * wide + "<tr>" + "<td>1" * wide,
        "markdown": f"|{'a|' * wide}\n|{'-|' * wide}\n|{'1|' * wide}\n",
        "readme": f"|{'a|' * wide} |{'-|' * wide} |{'1|' * wide}",
        "records": json.dumps([{f"k{column}": column for column in range(wide)}]),
    }[reader]
    said = attempt(text, reader)
    assert said == (
        f"the records have {wide} different keys: no table is that wide"
        if reader == "records"
        else None
    )


# Time

ROWS: dict[str, tuple[str, str, str]] = {
    "markdown": ("| code | text |\n|---|---|\n", "| 1 | a |\n", ""),
    "html": ("<table><tr><th>code<th>text", "<tr><td>1<td>a\n", "</table>"),
    "columns": ("Code  Text\n", "1  a\n", ""),
    "records": ("[", '{"code": 1, "text": "a"},\n', '{"code": 1}]'),
    "readme": ("| code | text | |---|---| ", "| 1 | a | ", ""),
}


def seconds(work: Callable[[], object]) -> float:
    """The CPU time that something takes."""
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


@pytest.mark.parametrize("reader", READERS)
def test_very_many_rows_take_time_by_their_number(reader: str) -> None:
    """What holds from a thousand rows to ten thousand holds up to a million."""
    first, row, last = ROWS[reader]

    def per_row(rows: int, times: int) -> float:
        text = first + row * rows + last
        (table,) = read(text, reader).tables
        assert abs(len(table.rows) - rows) <= 1
        return min(seconds(lambda: read(text, reader)) for _ in range(times)) / rows

    assert is_soon(lambda: per_row(10_000, 1) < 3 * per_row(1_000, 3))


@pytest.mark.parametrize("is_named", [True, False])
@pytest.mark.parametrize("reader", READERS)
def test_a_table_of_a_million_rows_is_refused(reader: str, is_named: bool) -> None:
    """And it is before it takes the memory that a parser would need for it."""
    first, row, last = ROWS[reader]
    text = first + row * 1_000_000 + last

    def refused() -> None:
        with pytest.raises(Refused) as caught:
            read(text, reader if is_named else None)
        assert caught.value.finding.id == "page-too-large"
        assert "of which 100,000 are read" in caught.value.finding.message

    assert is_soon(lambda: seconds(refused) < 3)


BLOCKS: dict[str, Callable[[int], str]] = {
    "rows": lambda rows: (
        '[block:parameters]{"data": {"h-0": "Code", "h-1": "Text",\n'
        + "".join(f'"{row}-0": "{row}", "{row}-1": "a",\n' for row in range(rows))
        + f'"{rows}-0": "1"}}}}[/block]'
    ),
    "headings": lambda rows: '[block:api-header]{"title": "Codes"}[/block]\n' * rows,
    "examples": lambda rows: "a\n[block:code]\n[/block]\n" * rows,
}


@pytest.mark.parametrize("kind", BLOCKS)
def test_very_many_blocks_and_rows_of_them_take_time_by_their_number(kind: str) -> None:
    def per_row(rows: int) -> float:
        text = BLOCKS[kind](rows)
        return seconds(lambda: read(text, "readme")) / rows

    assert is_soon(lambda: per_row(20_000) < 2.5 * per_row(2_000))


def test_a_page_may_have_as_many_rows_as_anybody_needs() -> None:
    first, row, last = ROWS["columns"]
    (table,) = read(first + row * (MOST_ROWS - 1) + last, "columns").tables
    assert len(table.rows) == MOST_ROWS - 1


def is_soon(check: Callable[[], bool]) -> bool:
    """Whether a check of times holds in one of three runs: others use the machine as well."""
    return any(check() for _ in range(3))


class Growth(NamedTuple):
    """How long a text may become, and the seconds from which on its time must grow evenly."""

    sizes: tuple[int, ...]
    enough: float
    most: float = 3.2

    def is_too_fast(self, work: Callable[[str], object], text_of: Callable[[int], str]) -> bool:
        """Whether twice the text takes more than about three times as long.

        Short texts come first: so what is far worse than quadratic does not take for ever.
        """

        def takes(size: int) -> float:
            text = text_of(size)
            begun = time.process_time()
            work(text)
            return time.process_time() - begun

        for size in self.sizes:
            if takes(size) > self.enough:
                return not is_soon(lambda: takes(size) < self.enough) and not is_soon(
                    lambda: takes(size) < self.most * takes(size // 2)
                )
        return False


OF_EXPRESSIONS = Growth((128, 1024, 8192), 0.02)
OF_READERS = Growth((1000, 16_000), 0.25)

# As whole pages, and in the cell of a table.
PIECES = [
    *" \t-|[](){}<>`\"'0a_A#*:.,/\\=!&;~%@\n",
    "| ",
    "- ",
    "<a ",
    "[block:a]",
    "\\|",
    "a: ",
    "&#",
]


@pytest.mark.parametrize("reader", READERS)
def test_time_grows_no_faster_than_a_page(reader: str) -> None:
    def attempt_it(text: str) -> None:
        attempt(text, reader)

    slow = [
        piece
        for piece in PIECES
        if OF_READERS.is_too_fast(attempt_it, partial(run_of, "", piece, ""))
    ]
    assert slow == []


# Regular expressions

PARSER: Any = importlib.import_module("re._parser")
RUNS = " \t\n-|[](<`\"'0aA_"
ENDS = ["\n", "!\x00", ""]


class Expression(NamedTuple):
    """A regular expression of the tool, and the ways in which it is used."""

    where: str
    pattern: re.Pattern[Any]
    uses: frozenset[str]


METHODS = {
    "match": "match",
    "fullmatch": "fullmatch",
    "search": "search",
    **dict.fromkeys(("finditer", "findall", "sub", "subn", "split"), "finditer"),
}
CALLS = frozenset({"re.compile", *(f"re.{name}" for name in METHODS)})
EVERY_WAY = frozenset({"match", "fullmatch", "search"})

# Expressions that are made when they are used, with what they are made of.
MADE: dict[tuple[str, str], list[str]] = {
    ("bindings", "''.join(made)"): [],  # these have a test of their own, below
    ("documents.shell", "f\"</{found['unseen']}(?=[\\\\s/>])\""): [r"</script(?=[\s/>])"],
    ("draft", "words"): ["description|meaning|text"],
    ("editor", "pattern"): [],
    ("names", "pattern"): [names.MEMBER, names.CLASS, names.SLUG],
    ("prove", "getter"): [],
    ("scalars", "pattern"): [],
}


def modules() -> Iterator[tuple[str, Any, ast.Module]]:
    """The modules of the tool, each with its name and its tree."""
    for info in pkgutil.walk_packages(
        provider_codes_generator.__path__, "provider_codes_generator."
    ):
        if not info.name.endswith("__main__"):
            module = importlib.import_module(info.name)
            tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
            yield info.name.removeprefix("provider_codes_generator."), module, tree


def compiled(value: object) -> Iterator[re.Pattern[Any]]:
    """The expressions in a value of a module."""
    if isinstance(value, re.Pattern):
        yield cast(Any, value)
    elif isinstance(value, tuple | list | set | frozenset):
        for item in cast("Iterable[object]", value):
            yield from compiled(item)
    elif isinstance(value, dict):
        yield from compiled(list(cast("dict[object, object]", value).values()))


def patterns_of(kind: Any, seen: set[int]) -> Iterator[str]:
    """The patterns of the shapes of a spec."""
    if isinstance(kind, dict):
        for each in cast("dict[str, Any]", kind).values():
            yield from patterns_of(each, seen)
    elif is_dataclass(kind) and id(kind) not in seen:
        seen.add(id(kind))
        for each in fields(kind):
            value = getattr(kind, each.name)
            if each.name == "pattern" and value is not None:
                yield str(value)
            yield from patterns_of(value, seen)


def expressions() -> list[Expression]:
    """Every regular expression of the tool."""
    found: list[Expression] = []
    made: set[tuple[str, str]] = set()
    for name, module, tree in modules():
        parents = {
            id(child): node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)
        }
        settings = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
        outside = {id(inner) for node in settings for inner in ast.walk(node)}
        uses: dict[str, set[str]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                parent = parents[id(node)]
                method = METHODS.get(parent.attr) if isinstance(parent, ast.Attribute) else None
                uses.setdefault(node.id, set()).update({method} if method else EVERY_WAY)
            if not isinstance(node, ast.Call) or ast.unparse(node.func) not in CALLS:
                continue
            pattern = node.args[0]
            method = METHODS.get(ast.unparse(node.func).removeprefix("re."))
            if isinstance(pattern, ast.Constant):
                if method:
                    used = frozenset({method})
                    found.append(Expression(name, re.compile(str(pattern.value)), used))
            elif id(node) not in outside:
                made.add((name, ast.unparse(pattern)))
        for variable in dict.fromkeys(assigned(tree)):
            for each in compiled(getattr(module, variable, None)):
                ways = frozenset(uses.get(variable, EVERY_WAY))
                found.append(Expression(f"{name}.{variable}", each, ways))
    assert made == MADE.keys()
    for where, texts in MADE.items():
        found += [Expression(where[0], re.compile(text), EVERY_WAY) for text in texts]
    for text in sorted(set(patterns_of(shapes.SPEC, set()))):
        found.append(Expression("shapes", re.compile(text), frozenset({"fullmatch"})))
    return found


def assigned(tree: ast.Module) -> Iterator[str]:
    """The names that a module sets itself."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets += [node.target] if isinstance(node, ast.AnnAssign) else []
        yield from (target.id for target in targets if isinstance(target, ast.Name))


CATEGORIES: dict[str, Callable[[str], bool]] = {
    "DIGIT": str.isdigit,
    "SPACE": str.isspace,
    "WORD": lambda character: character.isalnum() or character == "_",
}


def is_in(character: str, op: str, value: Any) -> bool:
    """Whether a part of a set of characters has one."""
    if op == "LITERAL":
        return bool(character == chr(value))
    if op == "RANGE":
        return bool(value[0] <= ord(character) <= value[1])
    kind = str(value).removeprefix("CATEGORY_")
    return CATEGORIES[kind.removeprefix("NOT_")](character) != kind.startswith("NOT_")


def a_character(items: Any) -> str:
    """One that a set of characters has."""
    parts = [(str(op), value) for op, value in items if str(op) != "NEGATE"]
    negated = len(parts) < len(items)
    named = [chr(value if op == "LITERAL" else value[0]) for op, value in parts if op != "CATEGORY"]
    candidates: list[str] = ["a", "A", " ", "1", *named, *"!-\0"]
    return next(each for each in candidates if any(is_in(each, *part) for part in parts) != negated)


def sample(tree: Any) -> str:
    """A text that fits, or nearly: it has one of all that may be there, and looks nowhere."""
    return "".join(sample_of(str(op), value) for op, value in tree)


def sample_of(op: str, value: Any) -> str:
    match op:
        case "LITERAL":
            return chr(value)
        case "NOT_LITERAL":
            return "a" if value != ord("a") else "b"
        case "ANY":
            return "a"
        case "IN":
            return a_character(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return sample(value[2]) * max(int(value[0]), 1)
        case "SUBPATTERN":
            return sample(value[3])
        case "ATOMIC_GROUP":
            return sample(value)
        case "BRANCH":
            return sample(value[1][0])
        case _:
            return ""


def beginnings(tree: Any) -> Iterator[str]:
    """What fits up to every place where something may be repeated, or chosen; and all of it."""
    before = ""
    for op, value in tree:
        match str(op):
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                yield before
                yield from (before + text for text in beginnings(value[2]))
            case "SUBPATTERN":
                yield from (before + text for text in beginnings(value[3]))
            case "ATOMIC_GROUP":
                yield from (before + text for text in beginnings(value))
            case "BRANCH":
                yield from (before + text for each in value[1] for text in beginnings(each))
            case _:
                pass
        before += sample_of(str(op), value)
    yield before


def signs(pattern: re.Pattern[Any]) -> list[str]:
    """The characters that an expression is written with, and some of every kind."""
    text = pattern.pattern.decode("latin-1") if is_bytes(pattern) else pattern.pattern
    return list(dict.fromkeys(text + RUNS))


def is_bytes(pattern: re.Pattern[Any]) -> bool:
    """Whether an expression is one of bytes."""
    return isinstance(pattern.pattern, bytes)


def run_of(start: str, sign: str, end: str, size: int) -> str:
    """A sign very often."""
    return start + sign * (size // len(sign)) + end


def hostile(pattern: re.Pattern[Any]) -> Iterator[Callable[[int], str]]:
    """Texts that an expression could take long for, by their length."""
    for start in dict.fromkeys(["", *beginnings(PARSER.parse(pattern.pattern, pattern.flags))]):
        for sign in signs(pattern):
            for end in ENDS:
                yield partial(run_of, start, sign, end)
            yield partial(run_of, "", start + sign, ENDS[0])
        if start:
            for end in ENDS:
                yield partial(run_of, "", start, end)


def applied(pattern: re.Pattern[Any], use: str) -> Callable[[str], object]:
    """The use of an expression, for any text."""
    method: Callable[[Any], Any] = getattr(pattern, use)

    def work(text: str) -> None:
        found = method(text.encode("latin-1") if is_bytes(pattern) else text)
        if use == "finditer":
            for _ in found:
                pass

    return work


# These are never given a text with a line end in it: what they look at is folded.
FOLDED = frozenset({"dump._INDICATED", "dump._INDICATED_IN_FLOW"})
LEFT: frozenset[str] = frozenset()


def test_every_expression_is_tried() -> None:
    found = expressions()
    assert len(found) > 90
    assert {each.where.split(".")[0] for each in found} > {"bindings", "documents", "scalars"}


def test_no_expression_takes_long_for_any_text() -> None:
    slow: list[tuple[str, str]] = []
    for where, pattern, uses in expressions():
        for text_of in hostile(pattern):
            if where in LEFT or where in FOLDED and "\n" in text_of(20)[:-1] + text_of(21)[-1:]:
                continue
            for use in uses:
                if OF_EXPRESSIONS.is_too_fast(applied(pattern, use), text_of):
                    slow.append((where, text_of(20)))
    assert slow == []


GROUPS = [
    *("{name}", "{name} (group id: {value})", "{value}: {name}", "{name} - {name} - {value}"),
    *("{value} {name} {value}", "Group {name}, {value}."),
]


@pytest.mark.parametrize("text", GROUPS)
def test_no_pattern_of_a_group_takes_long_for_any_text(text: str) -> None:
    tables = Tables(columns=(), group=(text,))
    code_list = CodeList(name="Result", title="", values="int")
    binding = Binding(code_list, tables)
    starts = ["", "a", "a (", "a (group id: ", "a - ", "1", "Group a, "]
    pieces = [*" -(:a1.,", "a ", " - ", "- ", " (group id: ", "a, ", "( "]
    slow = [
        (start, piece)
        for start in starts
        for piece in pieces
        if OF_EXPRESSIONS.is_too_fast(binding.group, partial(run_of, start, piece, "\x00"))
    ]
    assert slow == []
