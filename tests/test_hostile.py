"""Hostile texts on every way that a text takes: refused with a finding, or harmless and whole.

A bounded share of what `make fuzz` tries; what holds for each of them is in `hostile_checks`.
"""

import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import hostile
import hostile_checks
import pytest
from provider_codes_generator.emit import package as build
from provider_codes_generator.cli.app import main
from provider_codes_generator.project.config import Config
from provider_codes_generator.pages.readers import READERS
from provider_codes_generator.pages.text import fold
from provider_codes_generator.model.findings import blocks
from provider_codes_generator.spec.nodes import hidden_characters
from helpers_pages import SHAPES
from hostile_checks import (
    FILE,
    SLUG,
    check_in_spec,
    check_spec,
    everywhere,
    hold,
    may_stand,
    written,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(hostile.PIECES) | st.text(max_size=4)
ANY = st.lists(PIECES, min_size=1, max_size=8).map("".join)
BATCHES = st.lists(ANY, min_size=1, max_size=6)

bounded = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

TEXTS = tuple(text for text in hostile.TEXTS if len(text) <= 1000)


def batches(texts: Sequence[str], size: int = 60) -> list[Sequence[str]]:
    """The texts in parts that fit into one spec."""
    return [texts[start : start + size] for start in range(0, len(texts), size)]


# To code


def test_no_text_is_there_twice() -> None:
    assert len(set(hostile.TEXTS)) == len(hostile.TEXTS)
    assert all(kind for kind in hostile.KINDS.values())


@pytest.mark.parametrize("kind", hostile.KINDS)
def test_a_text_is_refused_or_comes_back_from_code(kind: str) -> None:
    for texts in batches(hostile.KINDS[kind]):
        hold(partial(check_in_spec, titles=20, layout=kind == "quotes"), texts)


@bounded
@given(BATCHES)
def test_so_is_any_text(texts: list[str]) -> None:
    check_in_spec(texts)


@pytest.mark.parametrize("text", [hostile.MEGABYTES[0], hostile.MEGABYTES[-1][:20_000]])
def test_a_text_of_a_megabyte_comes_back(text: str) -> None:
    """One that needs many escapes takes several seconds: of it, a part will do here."""
    hostile_checks.check_long(fold(text))


def test_what_is_refused_in_one_place_is_refused_in_all() -> None:
    refused = [text for text in TEXTS if not may_stand(text)]
    assert len(refused) > 100
    for text in refused[::20]:
        assert check_spec(everywhere([text])) is None


def test_what_is_refused_leaves_nothing_to_write(tmp_path: Path) -> None:
    config = Config(specs=tmp_path, output=None)
    refused = [text for text in TEXTS if not may_stand(text)]
    for text in refused[::40]:
        (tmp_path / FILE).write_text(written(everywhere([text])), encoding="utf-8")
        result = build.build(config, tmp_path / "package")
        assert blocks(result.findings) and result.files == {}


# What Unicode 15 calls default ignorable, but for U+FE0F, which makes an emoji of a sign.
IGNORABLE = (
    "ad 34f 61c 115f-1160 17b4-17b5 180b-180f 200b-200f 202a-202e 2060-206f 3164 fe00-fe0e feff"
    " ffa0 fff0-fff8 1bca0-1bca3 1d173-1d17a e0000-e0fff"
)


def test_what_nobody_sees_is_refused() -> None:
    """Controls, what turns the direction of the text, and what takes no room."""
    codes = {
        code
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(chr(code)) in "LRE RLE PDF LRO RLO LRI RLI FSI PDI".split()
    }
    for part in IGNORABLE.split():
        first, _, last = part.partition("-")
        codes.update(range(int(first, 16), int(last or first, 16) + 1))
    assert [hex(code) for code in sorted(codes) if not hidden_characters(chr(code))] == ["0xa"]


def test_names_are_refused_or_name_what_they_shall() -> None:
    names = [name for name in hostile.NAMES if len(name) <= 80]
    hold(hostile_checks.check_names, names[::9])
    hold(partial(hostile_checks.check_names, places=("code",)), names)


READ = """
import importlib, json, sys
package = importlib.import_module("package")
module = importlib.import_module("package.acme")
facts = []
for enum in module.LISTS:
    for code in enum:
        facts.append([code.value, code.description, *code.documented_names])
        assert code in package.find(code.value)
    for group in getattr(module, enum.__name__ + "Group", ()):
        facts.append([group.value, group.description, group.documented_name])
facts.append([*module.TEXTS])
json.dump([facts, [*package.PROVIDERS]], sys.stdout)
"""


def _begin_project(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with one spec of harmless texts, as the current one."""
    (folder / "specs").mkdir()
    (folder / "specs" / FILE).write_text(written(everywhere(["text"])), encoding="utf-8")
    monkeypatch.chdir(folder)


def run_python(
    arguments: list[str], folder: Path | None = None, environment: dict[str, str] | None = None
) -> bytes:
    """What a Python says that is run for it."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def test_the_package_is_the_same_from_any_process_and_imports(tmp_path: Path) -> None:
    """Made by the command, twice, with other hashes; read by a Python that knows nothing."""
    texts = [text for text in TEXTS if may_stand(text)][::16]
    specs = tmp_path / "specs"
    specs.mkdir()
    (specs / FILE).write_text(written(everywhere(texts, 8)), encoding="utf-8")
    made: list[dict[str, bytes]] = []
    for seed in "12":
        output = tmp_path / seed / "package"
        arguments = ["generate", "--specs", str(specs), "--output", str(output)]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        run_python(["-m", "provider_codes_generator", *arguments], environment=environment)
        made.append({path.name: path.read_bytes() for path in output.glob("*.py")})
    assert made[0] == made[1] and made[0].keys() > {"__init__.py", "_runtime.py", "acme.py"}
    read = run_python(["-I", "-c", f"import sys; sys.path.insert(0, '.'){READ}"], tmp_path / "1")
    facts, providers = json.loads(read)
    assert providers == [SLUG]
    assert facts[-1] == [*texts, texts[0]]
    told = [fact for fact in facts if fact[1:] and isinstance(fact[0], str)]
    assert [fact[0] for fact in told[: len(texts)]] == texts  # the groups
    for fact in facts[:-1]:
        assert all(each in ("", *texts) for each in fact[1:])


# To terminals, pull requests and runners


def test_no_text_steers_a_report() -> None:
    hold(hostile_checks.check_reports, [*hostile.TERMINAL, *hostile.MARKUP, *hostile.COMMANDS])


@bounded
@given(BATCHES)
def test_nor_does_any_text(texts: list[str]) -> None:
    hostile_checks.check_reports(texts)


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_no_spec_steers_what_the_command_says(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Keys, names and values that are refused are quoted in what is said of them."""
    for number, text in enumerate(TEXTS[::80]):
        specs = tmp_path / str(number)
        specs.mkdir()
        spec = everywhere([text]) | {text: text, "families": {text: [text]}}
        (specs / FILE).write_text(written(spec), encoding="utf-8")
        assert main(["validate", "--specs", str(specs), "--format", form]) == 1
        said = capsys.readouterr()
        assert hostile_checks.is_printable(said.out + said.err)
        if form == "github":
            assert all(line.startswith("::") for line in said.out.splitlines())


STEERING = "a\x1b[31m\x9b\u202e"


@pytest.mark.parametrize(
    "arguments",
    [
        ("generate", "--output", STEERING),
        ("generate", "--output", STEERING, "--diff"),
        ("generate", "--output", "package", STEERING),
        ("validate", "--specs", STEERING),
        ("validate", f"--{STEERING}"),
        (STEERING,),
        ("drift", "--document", STEERING, SLUG),
        ("drift", "--documents", STEERING),
        ("update", SLUG, "--retrieved", STEERING),
        ("diff", STEERING),
        ("release-check", "--version", f"1.0{STEERING}"),
        ("new", STEERING),
        ("new", "heron", "--address", STEERING),
    ],
    ids=" ".join,
)
def test_no_argument_and_no_name_of_a_file_steers_what_the_command_says(
    arguments: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _begin_project(tmp_path, monkeypatch)
    try:
        main(arguments)
    except SystemExit as ended:  # argparse says how to use the command
        assert ended.code == 2
    said = capsys.readouterr()
    assert "31m" in said.out + said.err
    assert hostile_checks.is_printable(said.out + said.err)


@pytest.mark.parametrize("is_terminal", [True, False])
def test_an_edited_file_steers_no_terminal_that_shows_the_patch(
    is_terminal: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _begin_project(tmp_path, monkeypatch)
    assert main(["generate", "--output", "package"]) == 0
    with (tmp_path / "package" / "acme.py").open("a", encoding="utf-8") as file:
        file.write(f"# {STEERING}\n")
    capsys.readouterr()
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    assert main(["generate", "--output", "package", "--diff"]) == 1
    said = capsys.readouterr().out
    assert hostile_checks.is_printable(said) == is_terminal
    assert (f"-# {STEERING}\n" in said) != is_terminal  # a program applies it as it is


def test_git_applies_a_patch_to_a_file_of_any_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    output = f'{STEERING}"\\'
    _begin_project(tmp_path, monkeypatch)
    assert main(["generate", "--output", output, "--diff"]) == 1
    patch = capsys.readouterr().out
    subprocess.run(["git", "apply"], input=patch.encode(), cwd=tmp_path, check=True)
    (tmp_path / output / "py.typed").touch()  # of an empty file, a patch says nothing
    assert main(["generate", "--output", output, "--check"]) == 0


# From pages


@pytest.mark.parametrize("shape", SHAPES)
def test_a_text_of_a_page_reaches_the_spec_folded(shape: str) -> None:
    texts = TEXTS[SHAPES.index(shape) :: 2 * len(SHAPES)]
    if shape == "readme":
        texts = tuple(text for text in texts if "\r" not in text)
    hold(partial(hostile_checks.check_on_page, shape=shape), texts)


@bounded
@given(BATCHES, st.sampled_from(SHAPES))
def test_so_does_any_text_of_any_page(texts: list[str], shape: str) -> None:
    if shape == "readme":
        texts = [text.replace("\r", "") for text in texts]
    hostile_checks.check_on_page(texts, shape)


def test_a_carriage_return_in_a_block_is_white_space() -> None:
    hold(partial(hostile_checks.check_on_page, shape="readme"), ["a\rb", "a\r\nb"])


@pytest.mark.parametrize("entity", ["&NewLine;", "&#10;", "&#x0A;"])
def test_a_line_feed_by_its_entity_is_white_space(entity: str) -> None:
    page = READERS["markdown"](f"<h2>{entity}Codes</h2>\n\n<h2>{entity}")
    assert [(heading.text, heading.line) for heading in page.headings] == [("Codes", 1)]


@pytest.mark.parametrize("target", ["a  b", "a\nb", "a\n---\nb", "a\u200bb", "a\u202eb", "a\xa0b"])
def test_a_link_of_a_page_is_a_text_of_a_spec(target: str) -> None:
    hostile_checks.check_link(target)


@pytest.mark.parametrize("place", ["code", "alias"])
def test_a_name_has_a_limit(place: str) -> None:
    """Beyond it, the annotation of a second name could not be laid out as black does."""
    assert check_spec(hostile_checks.named("A" * 74, place))
    assert check_spec(hostile_checks.named("A" * 75, place)) is None
