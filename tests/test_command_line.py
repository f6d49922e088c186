"""The command line: options that all commands share, and what a shell expects."""

import json
import os
import re
import subprocess
import tomllib
from contextlib import redirect_stdout
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
import yaml
from provider_codes_generator.cli.app import main
from provider_codes_generator.cli.output import has_colour, is_terminal
from provider_codes_generator.model import VERSION
from helpers_generate import COMMAND, PACKAGE, ROOT, command, edit, run, without, write

CONFIGURED = 'specs = "docs/codes"\noutput = "src/birds/codes"'


# The version


def test_the_version_is_that_of_the_package() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert VERSION == declared
    assert run("--version") == run("-V") == (0, f"provider-codes {declared}\n", "")


def test_a_file_says_which_version_made_it(birds: Path) -> None:
    run("generate")
    header = f"by `provider-codes generate`. Do not edit. Version {VERSION}."
    assert header in (birds / PACKAGE / "heron.py").read_text()
    assert f"{header} sha256:" in (birds / "docs/codes/schema.json").read_text()


def test_another_version_alone_is_no_difference(birds: Path) -> None:
    """An upgrade rewrites only what it changes, and no file counts as edited."""
    run("generate")
    for name in (f"{PACKAGE}/heron.py", "docs/codes/schema.json"):
        edit(birds / name, f"Version {VERSION}.", "Version 0.0.9.")
    assert run("generate", "--check") == run("generate") == (0, "", "")
    edit(birds / "docs/codes/heron.yaml", "It was sent.", "It left.")
    errors = run("generate", "--check").out
    made_by = f"provider-codes 0.0.9 made it, and this is {VERSION}"
    assert f"differs from what specs and templates give; {made_by}\n" in errors
    assert run("generate").status == 0
    assert f"Version {VERSION}." in (birds / PACKAGE / "heron.py").read_text()


# Options


@pytest.mark.parametrize("columns", ["0", "", "80"])
def test_help_is_80_columns_wide_where_no_width_is_known(
    monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for arguments in (["drift", "--help"], ["lookup", "infobip.VoiceError:5003"]):
        assert 70 < max(map(len, run(*arguments).out.split("\n"))) <= 100


def test_without_a_command_there_is_help() -> None:
    done = run()
    assert (done.status, done.out) == (2, "")
    assert "Exit codes: 0 clean" in done.err and "validate" in done.err


QUIET = {
    "generate": ("generate", "wrote src/birds/codes/heron.py"),
    "site": ("site", "wrote site/index.html"),
    "validate": ("validate", "2 specs: no findings"),
    "release-check": ("release-check", "may be released"),
}


@pytest.mark.parametrize(("name", "line"), QUIET.values(), ids=QUIET)
def test_quiet_commands_print_nothing(birds: Path, name: str, line: str) -> None:
    edit(birds / "pyproject.toml", 'version = "1"', 'version = "1.0.0"')
    loud = run(name)
    (birds / PACKAGE / "heron.py").unlink(missing_ok=True)
    (birds / "site/index.html").unlink(missing_ok=True)
    quiet = run(name, "-q")
    assert line in loud.out
    assert (quiet.status, quiet.out) == (loud.status, "")


def test_quiet_commands_print_findings_but_no_notes(birds: Path) -> None:
    erratum = "erratum: {page: FUL, reading: FULL, reason: It is.}"
    edit(birds / "docs/codes/heron.yaml", "FULL: {value: 10,", f"FULL: {{value: 10, {erratum},")
    assert run("validate").out.endswith("1 note\n")
    assert run("validate", "--quiet") == (0, "", "")
    assert run("validate", "--quiet", "--strict").out.endswith("1 note\n")
    assert run("generate").err == ""
    assert run("generate", "--strict").err.endswith("1 note\n")
    edit(birds / "docs/codes/heron.yaml", "title: Moods", "titel: Moods")
    assert "unknown key: titel" in run("validate", "-q").out


def test_another_file_of_configuration(birds: Path) -> None:
    """Its paths are relative to its own folder, not to the current one."""
    write(birds / "other/codes.toml", "[tool.provider-codes]\nspecs = '../docs/codes'\n")
    assert run("validate", "--config", "other/codes.toml") == (0, "2 specs: no findings\n", "")
    write(birds / "other/codes.toml", "[tool.provider-codes]\n\nspec = 'x'\n")
    assert (
        "other/codes.toml:3:1: error[key-unknown]"
        in run("validate", "--config", "other/codes.toml").err
    )
    write(birds / "other/codes.toml", "[tool.other]\n")
    message = "provider-codes: other/codes.toml has no table [tool.provider-codes]\n"
    assert run("generate", "--config", "other/codes.toml") == (2, "", message)


@pytest.mark.parametrize("given", ["no.toml", "", "docs", "pipe"])
@pytest.mark.parametrize("arguments", ["--config {} lookup 404", "validate --config {}"])
def test_a_configuration_is_a_regular_file(birds: Path, given: str, arguments: str) -> None:
    os.mkfifo(birds / "pipe")
    done = run(*(each.format(given) for each in arguments.split()))
    assert (done.status, done.out) == (2, "")
    assert done.err.endswith(f"error: argument --config: there is no file {given!r}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        "-q validate",
        "--config other.toml generate",
        "-q site",
        "-q export",
        "--config other.toml export",
    ],
)
def test_shared_options_come_before_or_after_the_command(birds: Path, arguments: str) -> None:
    write(birds / "other.toml", f"[tool.provider-codes]\n{CONFIGURED}\nblack = 1\n")
    *before, name = arguments.split()
    assert run(*before, name) == run(name, *before)
    assert "--config FILE" in run("--help").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("validate --bogus", "unrecognized arguments: --bogus"),
        ("diff", "the following arguments are required: BASE"),
        ("update heron --retrieved monday", "argument --retrieved: monday is not a day"),
        ("new heron --path a --path b", "argument --path: was given before: pass it once"),
    ],
)
def test_wrong_arguments_have_the_format_of_findings(arguments: str, message: str) -> None:
    done = run(*arguments.split(), "--format", "json")
    assert (done.status, done.err) == (2, "")
    (found,) = json.loads(done.out)["findings"]
    assert found["id"] == "usage" and found["message"].startswith(message)
    text = run(*arguments.split()).err
    assert f"error: {message}" in text
    assert text.startswith(f"usage: provider-codes {arguments.partition(' ')[0]} ")
    assert run("--format=github", "--bogus").err.startswith("::error title=usage::")
    # The format of an export is not one for findings.
    assert "error: unrecognized" in run("export", "--format", "json", "--bogus").err


def test_a_refusal_has_the_format_that_an_abbreviation_asks_for() -> None:
    assert json.loads(run("drift", "nobody", "--f", "json").out)["findings"]


def test_findings_and_differences_are_one_document(birds: Path) -> None:
    edit(birds / "docs/codes/heron.yaml", "FULL: {", "FULL: {name_proposed: true, ")
    assert run("generate", "-q", "--format", "json").err == ""
    edit(birds / PACKAGE / "heron.py", "FULL", "FULLER")
    for arguments in ("--check", ""):
        done = run("generate", *arguments.split(), "--format", "json")
        found = [each["id"] for each in json.loads(done.out)["findings"]]
        assert (done.status, found, done.err) == (1, ["name-proposed", "file-edited"], "")
    patched = run("generate", "--diff", "--format", "json")
    assert patched.out.startswith("diff --git ") and json.loads(patched.err)["findings"]


def test_python_can_import_the_output_of_the_command_line(birds: Path) -> None:
    done = run("generate", "--output", "new/my.codes")
    assert (done.status, done.out) == (2, "")
    assert "Python cannot import a package named my.codes: name it my_codes\n" in done.err
    assert run("generate", "-q", "--output", "my-codes/new") == (0, "", "")


# The argument for a provider, and the specs that are checked, or the message
PROVIDERS = {
    "heron": "1 spec: no findings\n",
    "Heron EGRET": "2 specs: no findings\n",
    "docs/codes/heron.yaml": "1 spec: no findings\n",
    "./docs/codes/heron.yaml docs/codes/heron.yaml heron": "1 spec: no findings\n",
    "pyproject.toml": "provider-codes: pyproject.toml is not a spec in docs/codes\n",
    "docs/codes/schema.json": "provider-codes: docs/codes/schema.json is not a spec in docs/codes\n",
    "docs/codes/ibis.yaml": "provider-codes: there is no file docs/codes/ibis.yaml\n",
    "docs/codes/meanings/egret.yaml": "provider-codes: there is no file docs/codes/meanings/egret.yaml\n",
    "ibis": "provider-codes: there is no spec of ibis: known here: egret, heron\n",
    "Hern": "provider-codes: there is no spec of hern: did you mean heron?\n",
}


@pytest.mark.parametrize(("given", "answer"), PROVIDERS.items(), ids=PROVIDERS)
def test_a_provider_by_slug_or_by_file(birds: Path, given: str, answer: str) -> None:
    write(birds / "docs/codes/schema.json", "{}")
    done = run("validate", *given.split())
    assert done.out + done.err == answer
    assert done.status == (2 if done.err else 0)


def test_meanings_are_checked_by_file_as_well(birds: Path) -> None:
    """Even if they have no spec, which is a warning."""
    write(birds / "docs/codes/meanings/egret.yaml", "provider: egret\nlists: {}\n")
    write(birds / "docs/codes/meanings/ibis.yaml", "provider: ibis\nlists: {}\n")
    done = run("validate", "docs/codes/meanings/ibis.yaml")
    assert "ibis.yaml:1:1: warning[meaning-of-nothing]" in done.out
    assert "1 warning" in done.out and done.status == run("validate").status == 0
    by_file = run("validate", "docs/codes/meanings/egret.yaml")
    assert by_file == run("validate", "egret") and "meaning-missing" in by_file.out
    assert "there is no spec of ibis" in run("update", "ibis").err


@pytest.mark.parametrize(
    "arguments",
    ["generate {}", "drift {} --document p.md", "update {} --document p.md", "names {}"],
)
def test_every_command_accepts_files_and_capitals(birds: Path, arguments: str) -> None:
    write(birds / "p.md", "# Nothing\n")
    run("generate")
    errors = {run(*arguments.format(each).split()) for each in ("heron", "Heron")}
    by_file = run(*arguments.format("docs/codes/heron.yaml").split())
    assert by_file in errors
    assert not any("no spec" in each.err for each in errors)


def test_the_library_accepts_capitals(tmp_path: Path) -> None:
    assert run("lookup", "5403", "--provider", "Infobip") == run(
        "lookup", "5403", "--provider", "infobip"
    )


def test_a_configuration_with_a_byte_order_mark(birds: Path) -> None:
    write(birds / "pyproject.toml", f"\ufeff[tool.provider-codes]\n{CONFIGURED}\n")
    assert run("validate") == (0, "2 specs: no findings\n", "")


# Terminals


class Terminal(StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        """True, always."""
        return True


COLOURS = [
    ({}, True, False),
    ({"TERM": "dumb"}, False, False),
    ({"NO_COLOR": "1"}, False, False),
    ({"FORCE_COLOR": "1"}, True, True),
    ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
    ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ({"FORCE_COLOR": "", "NO_COLOR": ""}, True, False),
]


@pytest.mark.parametrize(("variables", "on_a_terminal", "elsewhere"), COLOURS)
def test_colours_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    on_a_terminal: bool,
    elsewhere: bool,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert (has_colour(Terminal()), has_colour(StringIO())) == (on_a_terminal, elsewhere)
    assert is_terminal(Terminal()) == ("TERM" not in variables)


@pytest.mark.parametrize("arguments", [["validate"], ["diff", "docs/codes", "new"]])
def test_colours_of_findings_and_reports(birds: Path, arguments: list[str]) -> None:
    edit(birds / "docs/codes/heron.yaml", "It is over.", "It is  over.")
    write(birds / "new/heron.yaml", (birds / "docs/codes/heron.yaml").read_text())
    edit(birds / "docs/codes/heron.yaml", "It is  over.", "It is over.")
    edit(birds / "new/heron.yaml", "It is  over.", "It ended.")
    edit(birds / "docs/codes/egret.yaml", "title: Words", "titel: Words")
    plain = command(*arguments, folder=birds, NO_COLOR="1")
    forced = command(*arguments, folder=birds, FORCE_COLOR="1", NO_COLOR="")
    assert "\x1b[" not in plain.out + plain.err
    assert "\x1b[" in forced.out + forced.err


def test_the_streams_of_a_caller_stay_as_they_are(tmp_path: Path) -> None:
    stream = TextIOWrapper(BytesIO(), encoding="latin-1", errors="ignore")
    with redirect_stdout(stream):
        main(["lookup", "27", "--json"])
    assert (stream.encoding, stream.errors) == ("latin-1", "ignore")
    line = f"'{COMMAND}' lookup zzz 2>&-"
    done = subprocess.run(["sh", "-c", line], stdout=subprocess.PIPE, check=False)
    assert (done.returncode, done.stdout) == (1, b"")


# Completion


# The text before the cursor, and some of the completions
TYPED = {
    "provider-codes val": ["validate"],
    "provider-codes validate --for": ["--format"],
    "provider-codes validate --format ": ["text", "json", "github"],
    "provider-codes drift ": ["heron", "egret"],
    "provider-codes validate docs/codes/h": ["docs/codes/heron.yaml"],
    "provider-codes update do": ["docs"],
    "provider-codes generate --specs do": ["docs"],
    "provider-codes new acme --reader m": ["markdown", "mhtml"],
    "provider-codes lookup --provider info": ["infobip"],
    "provider-codes generate --output sr": ["src"],
    "provider-codes diff docs/co": ["docs/codes"],
    "provider-codes names heron --accept ": [],
    "provider-codes new acme --title ": [],
}


def completed(folder: Path, typed: str, **more: str) -> set[str]:
    """What a shell is offered at the end of what is typed."""
    answer = folder / "answer"
    answer.write_text("")
    variables = {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "COMP_LINE": typed,
        "COMP_POINT": str(len(typed)),
        "COMP_TYPE": "9",
    }
    assert "Traceback" not in command(folder=folder, **variables, **more).err
    return {each.strip("/ ") for each in answer.read_text().split("\x0b") if each}


@pytest.mark.parametrize(("typed", "offered"), TYPED.items(), ids=TYPED)
def test_a_shell_completes(birds: Path, typed: str, offered: list[str]) -> None:
    (birds / "src").mkdir(exist_ok=True)
    found = completed(birds, typed)
    assert set(offered) <= found
    assert "pyproject.toml" not in found


def test_a_shell_completes_what_needs_no_project(birds: Path) -> None:
    """With a mistake in the configuration, or with parts of the tool not installed."""
    edit(birds / "pyproject.toml", "output", "ouput")
    assert completed(birds, "provider-codes validate do") == {"docs"}
    library = without("yaml", "lxml", folder=birds / "library")
    for typed, offered in (
        ("validate do", {"docs"}),
        ("upd", {"update"}),
        ("new --reader c", set()),
    ):
        assert completed(birds, f"provider-codes {typed}", PYTHONPATH=library) == offered
    nothing = without("argcomplete", folder=birds / "nothing")
    assert completed(birds, "provider-codes upd", PYTHONPATH=nothing) == set()


# Hooks


def test_the_hooks_name_commands_and_the_files_of_specs(birds: Path) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    validate, check = hooks
    files = ["specs/heron.yaml", "specs/meanings/heron.yaml", "specs/schema.json", "a/specs.yaml"]
    assert [bool(re.search(validate["files"], each)) for each in files] == [
        True,
        True,
        False,
        False,
    ]
    # These hold for projects that set `files`, too.
    assert validate["types"] == ["yaml"]
    assert re.search(validate["exclude"], "codes/meanings/standards.yaml")
    assert not re.search(validate["exclude"], "codes/meanings/heron.yaml")
    (birds / "docs/codes").rename(birds / "specs")
    edit(birds / "pyproject.toml", "docs/codes", "specs")
    run("generate")
    for hook, given in ((validate, ["specs/heron.yaml"]), (check, [])):
        assert hook["additional_dependencies"] == [".[generator]"]
        assert run(*hook["entry"].split()[1:], *given).status == 0
