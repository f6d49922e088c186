"""The wheel in its users' environments: what it needs, and that all of it works there."""

import csv
import io
import json
from pathlib import Path
from re import fullmatch

import pytest
from helpers_built import VERSIONS, Built, Environment, environment, locked, program
from helpers_documents import blocks
from helpers_generate import ROOT, Run, contents, write

README = (ROOT / "README.md").read_text(encoding="utf-8")

each_python = pytest.mark.parametrize("version", VERSIONS)

LIBRARY = """
import json, sys
from provider_codes import infobip, find
import provider_codes, provider_codes._runtime
code = infobip.VoiceError(5403)
print(json.dumps([
    provider_codes.__file__,
    code.description,
    infobip.VoiceError.parse("5403") is code,
    [repr(found) for found in find(5403)],
    list(provider_codes.PROVIDERS),
]))
"""
# Each command that needs more than the library, with valid arguments.
OF_THE_TOOL = {
    "validate": [],
    "generate": [],
    "site": [],
    "diff": ["v1"],
    "drift": ["acme", "--document", "answers.html"],
    "update": ["acme", "--document", "answers.html"],
    "new": ["acme", "--document", "answers.html"],
    "release-check": ["v1"],
}


def empty(version: str, folder: Path, built: Built) -> Environment:
    """An environment with the wheel and nothing else."""
    made = environment(version, folder / "venv")
    made.install(str(built.wheel))
    return made


def output(run: Run) -> str:
    """The output of a run that must succeed."""
    assert run.status == 0, run.out + run.err
    assert run.err == ""
    return run.out


@each_python
def test_in_an_empty_environment(tmp_path: Path, built: Built, version: str) -> None:
    made = empty(version, tmp_path, built)
    dist_info = built.wheel.name.removesuffix("-py3-none-any.whl") + ".dist-info"
    assert sorted(path.name for path in made.packages.iterdir()) == sorted(
        ["provider_codes_generator", "provider_codes", dist_info]
    )
    work = tmp_path / "work"
    work.mkdir()
    assert_library_works(made, work)
    assert_commands_of_the_library_work(made, work)
    assert_commands_of_the_tool_say_what_to_install(made, work)


def assert_library_works(made: Environment, work: Path) -> None:
    file, *answers = json.loads(output(made.run("-I", "-c", LIBRARY, folder=work)))
    assert Path(file).is_relative_to(made.packages)
    assert answers == [
        "Received request was rejected by the operator.",
        True,
        ["<VoiceError.EC_VOICE_ERROR_FORBIDDEN: 5403>"],
        sorted(path.stem for path in (ROOT / "specs").glob("*.yaml")),
    ]


def assert_commands_of_the_library_work(made: Environment, work: Path) -> None:
    found = output(program(made.command, "lookup", "13", folder=work))
    assert "infobip.GeneralStatus.REJECTED_SENDER = 13\n" in found
    assert "smspartner.HlrError.EC_CALL_BARRED = 13\n" in found
    assert output(made.run("-m", "provider_codes", "13", folder=work)) == found
    codes = json.loads(output(program(made.command, "export", folder=work)))["codes"]
    table = output(program(made.command, "export", "--format", "csv", folder=work))
    assert len(codes) == len(list(csv.reader(io.StringIO(table)))) - 1 > 600


def assert_commands_of_the_tool_say_what_to_install(made: Environment, work: Path) -> None:
    write(work / "pyproject.toml", '[tool.provider-codes]\nspecs = "codes"\n')
    write(work / "codes/acme.yaml", "provider: acme\n")
    write(work / "answers.html", "<h1>Answers</h1>")
    before = contents(work)
    for command, arguments in OF_THE_TOOL.items():
        status, out, err = program(made.command, command, *arguments, folder=work)
        assert (status, out) == (2, "")
        form = rf"provider-codes: {command} needs \w+, which is not installed: run pip install 'provider-codes\[generator\]'\n"
        form += rf"    with uv: uvx --from 'provider-codes\[generator\]' provider-codes {command}\n"
        form += rf"    with pipx: pipx run --spec 'provider-codes\[generator\]' provider-codes {command}\n"
        assert fullmatch(form, err), err
    assert contents(work) == before


@each_python
def test_with_what_the_generator_needs(tmp_path: Path, built: Built, version: str) -> None:
    """The README's own project, in a folder far from this repository."""
    made = environment(version, tmp_path / "venv")
    made.see(locked(version))
    made.install(f"{built.wheel}[generator]")
    work = tmp_path / "work"
    files = {block.title: block.text for block in blocks(README) if block.title}
    write(work / "pyproject.toml", files["pyproject.toml"])
    write(work / "answers.html", files["answers.html"])

    def command(*arguments: str) -> str:
        return output(program(made.command, *arguments, folder=work))

    command("new", "acme", "--document", "answers.html", "--title", "Acme")
    command("validate", "--strict")
    command("generate")
    command("generate", "--check")
    command("site")
    assert "The message is on its way." in (work / "site/acme.html").read_text(encoding="utf-8")
    command("drift", "acme", "--document", "answers.html")
    assert_emitted_package_works(tmp_path, work / "src", version)
    runtime = (made.packages / "provider_codes/_runtime.py").read_bytes()
    assert (work / "src/acme_codes/_runtime.py").read_bytes() == runtime


def assert_emitted_package_works(tmp_path: Path, source: Path, version: str) -> None:
    """An emitted package works with Python alone, without what emitted it."""
    bare = environment(version, tmp_path / "bare")
    script = "from acme_codes.acme import Answer; print(repr(Answer.parse('17')))"
    assert output(bare.run("-c", script, folder=source)) == "<Answer.MAILBOX_FULL: 17>\n"
    assert "acme.Answer.MAILBOX_FULL = 17\n" in output(
        bare.run("-m", "acme_codes", "17", folder=source)
    )
