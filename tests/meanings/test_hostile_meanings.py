"""Texts that were made to get out of where they are put, as reasons and grounds of meanings."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import black
import hostile
from provider_codes_generator.emit import TARGETS, build
from provider_codes_generator.project.config import Config
from hostile_checks import can_stand
from helpers_generate import write

PROGRAM = """
import json
from heron_codes import heron, meaning
found = [meaning(code) for code in heron.Status]
print(json.dumps([[each.basis["state"], each.reason] for each in found]))
"""


def quoted(text: str) -> str:
    """The text as a file has it: YAML, unlike JSON, has no pairs of escapes for one character."""
    return json.dumps(text, ensure_ascii=False)


def emit(folder: Path, texts: Sequence[str]) -> str:
    """Emit a package with a code for each text, and return the module of the meanings."""
    codes = "".join(f"\n      CODE_{n}: {{value: {n}}}" for n in range(len(texts)))
    entries = "".join(
        f"\n    CODE_{n}: {{state: REJECTED, basis: {quoted(text)}, reason: {quoted(text)}}}"
        for n, text in enumerate(texts)
    )
    head = (
        "provider: heron\ntitle: Heron\nlists:\n  Status:\n    title: Statuses\n    values: int\n"
    )
    write(folder / "specs/heron.yaml", f"{head}    codes:{codes}\n")
    write(folder / "specs/meanings/heron.yaml", f"provider: heron\nlists:\n  Status:{entries}\n")
    output = folder / "heron_codes"
    built = build(TARGETS["generate"], Config(specs=folder / "specs", output=output))
    assert [each for each in built.findings if each.level == "error"] == []
    for path, text in built.files.items():
        write(path, text)
    return built.files[output / "_heron_meanings.py"]


def loaded(folder: Path) -> list[list[str]]:
    """What a program gets of the basis and the reason of each code."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=folder, capture_output=True, text=True, check=True
    )
    found: list[list[str]] = json.loads(done.stdout)
    return found


def words(text: str) -> str:
    """The basis as a program sees it."""
    known = {"flag": "the documented flag", "convention": "convention"}
    return known.get(text, f"\u201c{text}\u201d")


def test_hostile_texts_come_through_whole(tmp_path: Path) -> None:
    texts = [text for text in dict.fromkeys(hostile.TEXTS) if can_stand(text)]
    module = emit(tmp_path, texts)
    assert loaded(tmp_path) == [[words(text), text] for text in texts]
    assert black.format_str(module, mode=black.Mode()) == module
