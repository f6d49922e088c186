"""Files that are neither specs nor pages: odd in kind, size, encoding and structure.

For each of them, a finding says what is wrong. `make fuzz` measures how much time they need.
"""

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from provider_codes_generator.pages import decode
from provider_codes_generator.pages.readers import MOST_ROWS, READERS, read
from provider_codes_generator.pages.text import fold
from provider_codes_generator.model.findings import Finding, Refused
from provider_codes_generator.spec.load import load_folder, load_text
from provider_codes_generator.pages.sources import from_file, from_folder
from provider_codes_generator.spec.nodes import LARGEST, hidden_characters
from helpers_generate import Run, git, run, write

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

# libyaml may be missing; then both are the same.
LOADERS: list[Any] = [getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader]


# Invisible characters

# Visible although of the category Cf: they enclose or precede the digits after them, or place
# hieroglyphs.
SEEN = {
    *range(0x0600, 0x0606),
    *(0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD),
    *range(0x13430, 0x13440),
}
# Invisible although of other categories: fillers, joiners, vowels without a shape, variation
# selectors, spaces of other categories, separators, and what is reserved for more of them.
UNSEEN = {
    *(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2028, 0x2029, 0x2065, 0x2800, 0x3164, 0xFFA0),
    *(0x180B, 0x180C, 0x180D, 0x180F, 0xFFFE, 0xFFFF),
    *range(0xFE00, 0xFE0F),
    *range(0xFFF0, 0xFFF9),
    *range(0xE0000, 0xE1000),
}


def is_hidden(code: int) -> bool:
    """Whether a character is invisible, by its category and the lists above."""
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
    hidden = list(filter(is_hidden, range(sys.maxunicode + 1)))
    found = fold("|".join(f"a{chr(code)}b" for code in hidden)).split("|")
    for code, text in zip(hidden, found, strict=True):
        # A control character is kept, so that it is reported with its line.
        is_control = unicodedata.category(chr(code)) == "Cc" and not chr(code).isspace()
        assert text in ([f"a{chr(code)}b"] if is_control else ["ab", "a b"])
    # A character that looks like a space becomes one.
    assert [fold(f"a{blank}b") for blank in "\u2800\u3164\uffa0\u2028\t"] == ["a b"] * 5


def test_a_hidden_character_is_reported_once() -> None:
    findings = load_text(f"a: b\n{'c: d' + chr(0x200B)}\n" + "\x00" * 100_000, "x")[1]
    assert [(each.message, each.place.line, each.place.column) for each in findings] == [
        ("the file contains the invisible character U+200B", 2, 5),
        ("the file contains the invisible character U+0000, 100,000 times", 3, 1),
    ]


# Specs


def validate(folder: Path) -> Run:
    """Validate the specs of a folder."""
    return run("validate", "--specs", folder)


def findings_about(folder: Path, content: str | bytes) -> list[tuple[str, str]]:
    """The ids and messages of the findings about a file as a spec; there is at least one."""
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
    monkeypatch.setattr("provider_codes_generator.spec.nodes.LOADER", request.param)


DEEP = 3_000
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
    assert findings_about(tmp_path, text) == [
        ("nested-too-deep", "nested more than 32 levels deep")
    ]


def bomb(levels: int) -> str:
    """A billion laughs, and more: each line is nine of the line before."""
    lines = ["a0: &a0 [ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines)


@pytest.mark.usefixtures("loader")
def test_a_spec_that_is_a_bomb(tmp_path: Path) -> None:
    found = findings_about(tmp_path, bomb(30))
    assert {id for id, _ in found} == {"yaml-anchor", "yaml-alias", "key-unknown", "key-missing"}
    found = findings_about(tmp_path, bomb(1000))
    assert len(found) == 1001 and "findings-cut" in {id for id, _ in found}
    merged = "a: &a {b: 1}\n" + "".join(f"c{n}: {{<<: [*a, *a]}}\n" for n in range(100))
    assert "yaml-alias" in {id for id, _ in findings_about(tmp_path, merged)}


HUGE = 2_200_000


def test_a_message_is_short_enough_to_read(tmp_path: Path) -> None:
    long = "x" * 50_000
    for text in (f"!{long} a", f"&{long} a", f"*{long}", f"title: {long} \n? {long}\n: 1\n"):
        assert all(len(message) < 1100 for _, message in findings_about(tmp_path, text))
    found = findings_about(
        tmp_path, f"provider: {long.upper()}\ntitle: [x]\nlists: {{A: {{values: {long}}}}}"
    )
    assert all(len(message) < 1100 for _, message in found)


def test_a_spec_with_a_huge_key(tmp_path: Path) -> None:
    found = findings_about(tmp_path, "x" * HUGE + ": 1\n")
    assert "yaml-syntax" in {id for id, _ in found}
    assert all(len(words) < 200 for _, words in found)


def test_a_spec_that_is_cut_off(tmp_path: Path) -> None:
    path, whole = tmp_path / "acme.yaml", SPEC.encode()
    silent: list[int] = []
    for end in range(len(whole)):
        path.write_bytes(whole[:end])
        registry, findings = load_folder(tmp_path, "specs")
        assert all(each.message and each.place.file == "specs/acme.yaml" for each in findings)
        if not findings:
            assert registry.providers
            silent.append(end)
    # A file may be shorter and still complete.
    assert min(silent) > SPEC.index("SENT")
    path.write_bytes(whole)
    assert validate(tmp_path).status == 0


JAPANESE = ["shift-jis", "big5"]


BYTES = {
    **{each: SPEC.encode(each) for each in ("utf-16-le", "utf-32", "latin-1", "cp037")},
    **{each: SPEC.replace("é", "結果").encode(each) for each in (*JAPANESE, "iso2022_jp")},
    "NUL": b"\x00",
    "much of it": b"\x00" * 10**6,
    "NUL at the end": SPEC.encode() + b"\x00",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "packed": b"\x1f\x8b\x08\x00" + bytes(range(255, 0, -1)) * 40,
    "all bytes": bytes(range(256)),
    "no YAML": b"%!PS-1.7\n%\xe2\xe3\xcf\xd3\n",
    "line ends of old": SPEC.replace("\n", "\r").encode(),
    "tabs": SPEC.replace("  ", "\t").encode(),
}


@pytest.mark.parametrize("content", BYTES.values(), ids=BYTES)
def test_a_spec_of_other_bytes(tmp_path: Path, content: bytes) -> None:
    ((id, message),) = findings_about(tmp_path, content)
    assert id in ("not-utf-8", "hidden-character") and len(message) < 100


def make_secret(path: Path) -> None:
    path.write_text(SPEC, encoding="utf-8")
    path.chmod(0)


PIPE = "it is a pipe or a device, not a file"
ODD: dict[Callable[[Path], object], str] = {
    Path.mkdir: "Is a directory",
    os.mkfifo: PIPE,
    lambda path: path.symlink_to("nowhere"): "No such file or directory",
    lambda path: path.symlink_to(path.name): "Too many levels of symbolic links",
    lambda path: path.symlink_to("/dev/zero"): PIPE,
    make_secret: "Permission denied",
}
odd = pytest.mark.parametrize(("make", "reason"), ODD.items())


def make_or_skip(make: Callable[[Path], object], path: Path) -> None:
    """Make an odd file, unless this user may read every file."""
    if make is make_secret and os.geteuid() == 0:
        pytest.skip("root may read every file")
    make(path)


@odd
def test_what_is_not_a_file_of_a_spec(
    tmp_path: Path, make: Callable[[Path], object], reason: str
) -> None:
    make_or_skip(make, tmp_path / "acme.yaml")
    write(tmp_path / "bolt.yaml", SPEC.replace("provider: acme", "provider: bolt"))
    done = validate(tmp_path)
    first, *_ = done.out.splitlines()
    assert first.endswith(f"acme.yaml:1:1: error[file-unreadable]: cannot be read: {reason}")
    assert (done.status, done.err, len(done.out.splitlines())) == (2, "", 2)


def sparse(path: Path, size: int, beginning: bytes = b"") -> Path:
    """A file of that size which needs no space on the disk."""
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


# Git reads the files of a revision, with the same findings.


def test_odd_files_of_a_revision(tmp_path: Path) -> None:
    specs = tmp_path / "specs"
    write(specs / "acme.yaml", SPEC.replace("\n", "\r\n"))
    write(specs / "dark.yaml/x", "a folder")
    (specs / "elk.yaml").symlink_to("acme.yaml")
    (specs / "fox.yaml").write_bytes(SPEC.encode("utf-16"))
    (specs / "gnu.yaml").write_bytes(b"#" * (LARGEST + 1))
    for command in ("init", "add -A", "commit -m x"):
        git(*command.split(), folder=tmp_path)
    found = run("diff", "HEAD", "--specs", specs)
    assert found.status == 2
    ids = [line.split(": ")[:2] for line in found.err.splitlines() if line.startswith("HEAD/")]
    assert ids == [
        ["HEAD/dark.yaml:1:1", "error[file-unreadable]"],
        ["HEAD/elk.yaml:1:1", "error[file-unreadable]"],
        ["HEAD/fox.yaml:1:1", "error[not-utf-8]"],
        ["HEAD/gnu.yaml:1:1", "error[file-too-large]"],
    ]


# Pages


def problem(path: Path) -> Finding:
    """The reason why there is no page in a file."""
    with pytest.raises(Refused) as caught:
        from_file(path)
    assert caught.value.finding.place.file == path.as_posix()
    return caught.value.finding


@odd
def test_what_is_not_a_file_of_a_page(
    tmp_path: Path, make: Callable[[Path], object], reason: str
) -> None:
    specs, page = tmp_path / "specs", tmp_path / "acme.html"
    write(specs / "acme.yaml", SPEC)
    make_or_skip(make, page)
    assert problem(page).id == "file-unreadable"
    assert problem(page).message == f"cannot be read: {reason}"
    for arguments in (
        ("drift", "acme", "--document", page),
        ("update", "acme", "--document", page),
        ("new", "bolt", "--document", page),
        ("drift", "acme", "--documents", tmp_path),
    ):
        done = run(*arguments, "--specs", specs)
        assert done.status == 2 and "error[" in done.out + done.err
    assert [each.name for each in specs.iterdir()] == ["acme.yaml"]


def test_odd_files_in_a_folder_of_pages(tmp_path: Path) -> None:
    spec = write(tmp_path / "specs/acme.yaml", SPEC)
    (provider,) = load_folder(spec.parent, "specs")[0]
    folder = tmp_path / "pages"
    folder.mkdir()
    os.mkfifo(folder / "acme.txt")
    (folder / "acme.html").symlink_to("acme.html")
    (folder / "acme").mkdir()
    write(folder / "acme.md", PAGE)
    assert from_folder(folder)(provider, provider.documents[0]).text == PAGE


def test_a_page_that_is_too_large(tmp_path: Path) -> None:
    path = sparse(tmp_path / "page.md", 100 * 2**20, PAGE.encode())
    found = problem(path)
    assert (found.id, found.help != "") == ("page-too-large", True)
    assert found.message == f"the page is larger than {decode.LARGEST:,} bytes"
    path.write_text(PAGE + " " * (decode.LARGEST - len(PAGE)), encoding="utf-8")
    assert len(from_file(path).text) == decode.LARGEST


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "latin-1", "cp037", *JAPANESE])
def test_a_page_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    text = PAGE.replace("It left.", "結果" if encoding in JAPANESE else "Prêt à partir")
    path = tmp_path / "page.md"
    path.write_bytes(text.encode(encoding))
    if encoding == "utf-16":  # this comes with a byte order mark
        assert from_file(path).text == text
    else:
        assert problem(path).id == "page-undecodable"


@pytest.mark.parametrize("reader", [None, *READERS])
def test_a_page_that_is_cut_off(reader: str | None) -> None:
    text = (
        f"# A\n\n{PAGE}\n<table><tr><th>a</th></tr><tr><td>&amp;<code>x</code></td></tr></table>\n"
    )
    text += '[block:parameters]\n{"data": {"h-0": "a", "0-0": "b"}}\n[/block]\n{"a": [{"b": 1}]}\n'
    for end in range(0, len(text), 3):
        attempt(text[:end], reader)
        attempt(text[end:], reader)


def attempt(text: str, reader: str | None, id: str = "page-unreadable") -> str | None:
    """Read a page by the reader; return the finding if it cannot be read."""
    try:
        read(text, reader)
    except Refused as problem:
        assert problem.finding.id == id
        assert len(problem.finding.message) + len(problem.finding.help) < 2100
        return problem.finding.message
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
    ("records", "[" * DEEP + "]" * DEEP, f"{YAML}nested more than 32 levels deep"),
    ("records", '{"a":' * DEEP, f"{YAML}nested more than 32 levels deep"),
    ("records", '[{"a":' * DEEP + "1" + "}]" * DEEP, f"{YAML}nested more than 32 levels deep"),
    ("records", bomb(30), f"{YAML}YAML anchor &a0"),
    ("readme", "[block:parameters]" + '{"data":' * DEEP + "[/block]", None),
    ("readme", "[block:api-header]" + "[" * DEEP + "[/block]", None),
    ("readme", "[block:" * DEEP, None),
    ("readme", "[block:x]" * DEEP, None),
    ("readme", "[block:parameters]{" * DEEP, None),
    ("columns", "A  " * DEEP + "\n" + "1  " * DEEP, None),
    ("csv", "a," * DEEP + "\n" + "1," * DEEP, "line 1: the header has"),
    ("csv", '"' * (DEEP + 1), "no commas"),
    ("csv", '"a\n,' * DEEP, "line 1: the quotes of a cell are wrong"),
    ("rst", "".join(f"{' ' * depth}a\n" for depth in range(DEEP // 5)), "the blocks of the page"),
    ("rst", "* " * (DEEP // 5) + "a", "the blocks of the page"),
    ("rst", "".join(f"{' ' * depth}* a\n\n" for depth in range(0, 200, 2)), None),
    ("rst", "`" * 4 * DEEP, "line 1 has more than 10,000 characters"),
    ("rst", "*a `" * 2_000, None),
    ("rst", f".. |a| replace:: {'b' * 9_000}\n\n" + f"{'|a| ' * 2_000}\n" * 50, None),
    ("xml", "<a>" * DEEP, "not XML that can be read: Excessive depth"),
    ("xml", "<a " * DEEP, "not XML that can be read"),
    ("mhtml", "MIME-Version: 1.0\n" + "a:\n" * DEEP, "the message has no part in HTML"),
    ("mhtml", "Content-Type: multipart/mixed; boundary=a\n\n" + "--a\n" * DEEP, "the message has"),
]


@pytest.mark.parametrize(("reader", "text", "message"), DEEP_PAGES)
def test_a_page_that_nests_deep_or_does_not_end(
    reader: str, text: str, message: str | None
) -> None:
    found = attempt(text, reader)
    assert found is None if message is None else (found or "").startswith(message)
    attempt(text, None)


MIME = "MIME-Version: 1.0\nContent-Type: text/html\n\n"


@pytest.mark.parametrize("reader", READERS)
def test_a_page_of_very_many_columns(reader: str) -> None:
    wide = 1_000
    text = {
        "columns": "A  " * wide + "\n" + "1  " * wide + "\n",
        "csv": "a," * wide + "\n" + "1," * wide + "\n",
        "html": "<table><tr>" + "<th>a" * wide + "<tr>" + "<td>1" * wide,
        "markdown": f"|{'a|' * wide}\n|{'-|' * wide}\n|{'1|' * wide}\n",
        "mhtml": f"{MIME}<table><tr>{'<th>a' * wide}<tr>{'<td>1' * wide}",
        "readme": f"|{'a|' * wide} |{'-|' * wide} |{'1|' * wide}",
        "rst": "\n".join(sign * wide for sign in ("== ", "a  ", "== ", "1  ", "== ")),
        "xml": "<a><b " + " ".join(f"k{column}='1'" for column in range(wide)) + "/></a>",
        "records": json.dumps([{f"k{column}": column for column in range(wide)}]),
    }[reader]
    assert attempt(text, reader) == {
        "csv": f"line 1: the header has {wide + 1} columns: too many",
        "records": f"the records have {wide} different keys: no table is that wide",
        "xml": "line 1: a tag has 1,000 attributes or more",
    }.get(reader)


# Many rows

ROWS: dict[str, tuple[str, str, str]] = {
    "markdown": ("| code | text |\n|---|---|\n", "| 1 | a |\n", ""),
    "html": ("<table><tr><th>code<th>text", "<tr><td>1<td>a\n", "</table>"),
    "columns": ("Code  Text\n", "1  a\n", ""),
    "csv": ("code,text\n", "1,a\n", ""),
    "mhtml": (f"{MIME}<table><tr><th>code<th>text", "<tr><td>1<td>a\n", "</table>"),
    "rst": ("====  ====\ncode  text\n====  ====\n", "1     a\n", "====  ====\n"),
    "xml": ("<a>", '<b code="1" text="a"/>\n', "</a>"),
    "records": ("[", '{"code": 1, "text": "a"},\n', '{"code": 1}]'),
    "readme": ("| code | text | |---|---| ", "| 1 | a | ", ""),
}


@pytest.mark.parametrize("is_named", [True, False])
@pytest.mark.parametrize("reader", READERS)
def test_a_table_of_very_many_rows_is_refused(reader: str, is_named: bool) -> None:
    first, row, last = ROWS[reader]
    found = attempt(
        first + row * (2 * MOST_ROWS) + last, reader if is_named else None, "page-too-large"
    )
    assert found is not None and "the limit is 100,000" in found


# Output that cannot be written

COMMANDS = (
    "provider_codes_generator --help",
    "provider_codes_generator validate --format json",
    "provider_codes_generator generate --output made",
    "provider_codes_generator diff specs specs --format json",
    "provider_codes_generator drift acme --document page.md",
    "provider_codes_generator new bolt --document page.md",
    "provider_codes_generator export",
    "provider_codes --help",
    "provider_codes --json 5403",
)


def closed_pipe() -> int:
    """The end of a pipe without a reader."""
    reading, writing = os.pipe()
    os.close(reading)
    return writing


OUTPUTS: dict[str, Callable[[], int] | None] = {
    "No space left on device": lambda: os.open("/dev/full", os.O_WRONLY),
    "Broken pipe": closed_pipe,
    "is closed": None,
}
# Each command has two of the six ways, and each way some of the commands.
WAYS = [*product(OUTPUTS, ("", "1"))]
FAILING = [
    (command, *WAYS[(place + shift) % len(WAYS)])
    for place, command in enumerate(COMMANDS)
    for shift in (0, 3)
]


@pytest.mark.parametrize(("command", "reason", "unbuffered"), FAILING)
def test_output_that_cannot_be_written_is_one_line(
    tmp_path: Path, command: str, reason: str, unbuffered: str
) -> None:
    output = OUTPUTS[reason]
    write(tmp_path / "specs/acme.yaml", SPEC)
    write(tmp_path / "page.md", f"{PAGE}| 2 | |\n")
    opened = output() if output else None
    close = "" if output else ">&-"
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" -m {command} {close}', sys.executable],
        stdout=opened,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    )
    if opened is not None:
        os.close(opened)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert done.stderr.endswith(f"{reason}\n")


@pytest.mark.parametrize("command", ["provider_codes", "provider_codes_generator lookup"])
def test_output_and_errors_that_cannot_be_written_are_a_status(command: str) -> None:
    words = f'exec "$0" -m {command} 27 > /dev/full 2>&1'
    assert subprocess.run(["sh", "-c", words, sys.executable], check=False).returncode == 2


# Names of files

LONG = "x" * 300


@pytest.mark.parametrize(
    "arguments",
    [
        *("new {} --document page.md", "new acme --document {}", "validate --specs {}"),
        *("generate --output {}", "generate --output out --templates {}", "site --output {}"),
        *("drift acme --document {}", "update acme --documents {}", "diff {}", "names {}"),
        "--config {} validate",
    ],
)
def test_a_name_that_is_too_long_for_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "specs/acme.yaml", SPEC)
    write(tmp_path / "page.md", PAGE)
    done = run(*arguments.format(LONG).split())
    assert done.status == 2
    # From 3.14 on, Python reports some paths as missing.
    reasons = (
        f"File name too long|no spec of {LONG}|no folder of templates|neither a folder nor|no file"
    )
    assert re.search(reasons, done.out + done.err)


@pytest.mark.parametrize("name", ["acme.yml", "bolt.yml", "bolt.YAML", "meanings/acme.yml"])
def test_a_file_that_only_looks_like_a_spec(tmp_path: Path, name: str) -> None:
    write(tmp_path / "acme.yaml", SPEC)
    write(tmp_path / "meanings/notes.md", "")
    write(tmp_path / name, SPEC)
    done = validate(tmp_path)
    message = "warning[file-misnamed]: not read: its name does not end in .yaml"
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[0].endswith(f"{name}:1:1: {message}")
