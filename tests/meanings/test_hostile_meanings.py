"""Texts that try to escape from where they are put, as reasons and bases of meanings."""

import json
import subprocess
import sys
from pathlib import Path

import black
import hostile
from hostile_checks import SLUG, can_hold, written
from helpers_generate import run, write

PROGRAM = """
import json
from acme_codes import acme, meaning
found = [meaning(code) for code in acme.Status]
print(json.dumps([[each.basis["state"], each.reason] for each in found]))
"""


def words(text: str) -> str:
    """The basis as a program sees it."""
    known = {"flag": "the documented flag", "convention": "convention"}
    return known.get(text, f"\u201c{text}\u201d")


def test_hostile_texts_are_unchanged(tmp_path: Path) -> None:
    texts = [text for text in dict.fromkeys(hostile.TEXTS) if can_hold(text)]
    codes = {f"CODE_{n}": {"value": n} for n in range(len(texts))}
    status = {"title": "Statuses", "values": "int", "codes": codes}
    spec = {"provider": SLUG, "title": "Acme", "lists": {"Status": status}}
    judged = {
        f"CODE_{n}": {"state": "REJECTED", "basis": text, "reason": text}
        for n, text in enumerate(texts)
    }
    write(tmp_path / "specs/acme.yaml", written(spec))
    meanings = {"provider": SLUG, "lists": {"Status": judged}}
    write(tmp_path / "specs/meanings/acme.yaml", written(meanings))
    package = tmp_path / "acme_codes"
    assert run("generate", "--specs", tmp_path / "specs", "--output", package).status == 0
    done = subprocess.check_output([sys.executable, "-c", PROGRAM], cwd=tmp_path)
    assert json.loads(done) == [[words(text), text] for text in texts]
    module = (package / "_acme_meanings.py").read_text(encoding="utf-8")
    assert black.format_str(module, mode=black.Mode()) == module
