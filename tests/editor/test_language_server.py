"""What an editor shows to those who import the enums, asked of the language server of pyright.

The library lies in an environment as it does once it is installed; beside it, as `acme`, one
with former names. What is offered stands in the order of the alphabet, kind by kind.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copy, copytree, ignore_patterns
from typing import Any

import provider_codes
import pytest
from helpers_generate import ROOT
from helpers_language_server import CURSOR, Document, LanguageServer
from provider_codes import IntCode, infobip

LIBRARY = ROOT / "generated/provider_codes"
FORMER = ROOT / "tests/cases/former_and_withdrawn/expected/acme.py"
INFOBIP = "from provider_codes import infobip\n"
ACME = "from acme.acme import Delivery\n"


class Editor:
    """An editor in which one file after the other is opened."""

    def __init__(self, server: LanguageServer, packages: Path) -> None:
        self._server = server
        self._opened = 0
        self.packages = packages

    def __call__(self, text: str) -> Document:
        """A new file with that text."""
        self._opened += 1
        return self._server.open(f"file_{self._opened}.py", text)


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor in a project whose environment has the library."""
    folder = tmp_path_factory.mktemp("shop").resolve()
    environment, project = folder / "environment", folder / "project"
    project.mkdir()
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    (packages,) = environment.glob("lib/python*/site-packages")
    copytree(LIBRARY, packages / "provider_codes", ignore=ignore_patterns("__pycache__"))
    copytree(LIBRARY, packages / "acme", ignore=ignore_patterns("__pycache__", "[a-z]*.py"))
    copy(FORMER, packages / "acme")
    command: list[str | Path] = [Path(sys.executable).with_name("pyright-langserver"), "--stdio"]
    settings = {"python": {"pythonPath": str(environment / "bin/python")}}
    with LanguageServer(command, project, settings) as server:
        yield Editor(server, packages)


def shown(document: Document) -> tuple[str, str]:
    """What a hover says it is, and what it says about it, on one line."""
    form = re.fullmatch(r"```python\n(.*?)\n```(?:\n---\n(.*))?", document.hover(), re.DOTALL)
    assert form, document.hover()
    return form[1], folded(form[2])


def folded(text: str | None) -> str:
    """The text on one line."""
    return " ".join((text or "").split())


def public(items: list[dict[str, Any]]) -> list[str]:
    """What is offered, but for what begins with an underscore."""
    return [item["label"] for item in items if not item["label"].startswith("_")]


# Hover


@pytest.mark.parametrize(
    "code",
    [
        infobip.VoiceError.EC_VOICE_ERROR_BAD_REQUEST_5403,
        infobip.GeneralStatus.EXPIRED_DLR_UNKNOWN,
        infobip.VoiceErrorGroup.OPERATOR_ERRORS,
    ],
    ids=lambda code: code.name,
)
def test_hover_on_a_member(editor: Editor, code: IntCode) -> None:
    """The second has a description of several lines."""
    name = f"{type(code).__name__}.{code.name}"
    assert shown(editor(f"{INFOBIP}infobip.{name}{CURSOR}")) == (
        f"(constant) {code.name}: Literal[{name}]",
        code.description,
    )


def test_hover_on_a_list_names_its_page(editor: Editor) -> None:
    signature, text = shown(editor(f"{INFOBIP}infobip.Voice¦Error"))
    assert signature == "class VoiceError(value: int)"
    assert text == folded(infobip.VoiceError.__doc__)
    assert text.endswith('From the page "Response status and error codes".')


@pytest.mark.parametrize(
    ("text", "signature", "said"),
    [
        (
            "infobip.VoiceError(5403).perma¦nent",
            "(property) permanent: bool",
            "Whether the provider calls the condition permanent.",
        ),
        (
            "infobip.GeneralStatus(3).perma¦nent",
            "(property) permanent: bool | None",
            "Whether the provider calls the condition permanent; None if it does not say.",
        ),
        (
            "infobip.VoiceError(5403).gro¦up",
            "(property) group: VoiceErrorGroup",
            "The group that the provider lists the code in.",
        ),
        (
            "info¦bip.LISTS",
            "(module) infobip",
            folded(infobip.__doc__),
        ),
        (
            "found¦ = infobip.VoiceError.parse('5403')",
            "(variable) found: VoiceError | UnlistedIntCode",
            "",
        ),
        (
            "number¦ = infobip.VoiceError.EC_VOICE_USER_BUSY.value",
            "(variable) number: Literal[5002]",
            "",
        ),
    ],
)
def test_hover(editor: Editor, text: str, signature: str, said: str) -> None:
    assert shown(editor(INFOBIP + text)) == (signature, said)


def test_hover_on_a_former_name_says_that_it_is_deprecated(editor: Editor) -> None:
    """Pyright strikes out functions and classes alone, so the name itself is not."""
    document = editor(f"{ACME}Delivery.QUE¦UED")
    assert shown(document) == (
        "(constant) QUEUED: Literal[Delivery.ACCEPTED]",
        "Deprecated: the former name of ACCEPTED.",
    )


# Completion


def test_completion_of_the_package(editor: Editor) -> None:
    offered = public(editor("from provider_codes import ¦").completion())
    pairings = [path.stem for path in Path(provider_codes.__file__).parent.glob("for_*.py")]
    assert offered == sorted([*provider_codes.__all__, *provider_codes.PROVIDERS, *pairings])


def test_completion_of_a_list_begins_with_its_members(editor: Editor) -> None:
    document = editor(f"{INFOBIP}infobip.VoiceError.¦")
    offered = document.completion()
    assert [item["label"] for item in offered[: len(infobip.VoiceError)]] == sorted(
        infobip.VoiceError.__members__
    )
    for item in offered[: len(infobip.VoiceError)]:
        code = infobip.VoiceError[item["label"]]
        said = document.documentation(item)
        assert said.startswith(f"```python\n{code.name}: Literal[{code.value}]\n```\n---\n")
        assert folded(said.split("---\n")[1]) == code.description


def test_completion_of_a_code_begins_with_what_its_list_documents(editor: Editor) -> None:
    document = editor(f"{INFOBIP}infobip.VoiceError(5403).¦")
    offered = document.completion()
    first = [item["label"] for item in offered[:4]]
    assert first == ["description", "documented_name", "group", "permanent"]
    assert "permanent: bool (property)" in document.documentation(offered[3])


def test_completion_of_former_names_comes_after_the_members(editor: Editor) -> None:
    document = editor(f"{ACME}Delivery.¦")
    names = [item["label"] for item in document.completion()]
    members = ["ACCEPTED", "BLOCKED", "DELIVERED", "SILENT"]
    assert names[: len(members)] == members
    former = next(item for item in document.completion() if item["label"] == "QUEUED")
    assert "Deprecated: the former name of ACCEPTED." in document.documentation(former)


# The way to where it is defined


@pytest.mark.parametrize(
    ("module", "text", "line"),
    [
        (
            "provider_codes/infobip.py",
            f"{INFOBIP}infobip.VoiceError.EC_VOICE_ERROR_BAD_REQUEST¦_5403",
            "    EC_VOICE_ERROR_BAD_REQUEST_5403 = 5403",
        ),
        (
            "provider_codes/infobip.py",
            f"{INFOBIP}infobip.Voice¦Error",
            "class VoiceError(IntCode):",
        ),
        ("acme/acme.py", f"{ACME}Delivery.QUE¦UED", "    QUEUED: Literal[Delivery.ACCEPTED]"),
    ],
)
def test_definition(editor: Editor, module: str, text: str, line: str) -> None:
    (found,) = editor(text).definition()
    path = editor.packages / module
    assert found["uri"] == path.as_uri()
    assert path.read_text(encoding="utf-8").splitlines()[found["range"]["start"]["line"]] == line
