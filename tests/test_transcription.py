"""Every code of every spec, compared with a second and independent reading of the pages.

`transcription/make.py` makes `transcription.json` from the pages; it shares no code with the tool
and never reads a spec. The hashes replace the pages, which are not part of the project.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest
from helpers_generate import PAGES, ROOT, needs_pages
from provider_codes_generator.spec.load import load_folder
from provider_codes_generator.model.registry import Alias, Code, CodeList

TRANSCRIPTION: dict[str, dict[str, Any]] = json.loads(
    (ROOT / "tests/transcription.json").read_text()
)
LISTS = [(slug, name) for slug, lists in TRANSCRIPTION.items() for name in lists]


@pytest.fixture(scope="module")
def code_lists() -> dict[tuple[str, str], CodeList]:
    registry, findings = load_folder(ROOT / "specs", "specs")
    assert not findings
    return {
        (provider.provider, code_list.name): code_list
        for provider in registry
        for code_list in provider.lists
    }


def rows(code_list: CodeList) -> Iterator[tuple[int | str, str]]:
    """Each row of the page as the spec has it: the value, and the hash of the row."""
    groups = {
        group.name: [group.value, group.documented_name or group.name] for group in code_list.groups
    }
    for code in code_list.codes:
        group = groups[code.group] if code.group else None
        entries: list[Code | Alias] = [code, *code.aliases]
        for entry in entries:
            name = entry.documented_name
            if name is None and "name" in code_list.documents:
                name = entry.name
            row = [code.value, name, code.permanent, group, entry.description]
            text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
            yield code.value, sha256(text.encode()).hexdigest()


def test_no_list_is_missing(code_lists: dict[tuple[str, str], CodeList]) -> None:
    assert sorted(code_lists) == sorted(LISTS)


def test_counts() -> None:
    """The counts of the five pages: 26 lists, 649 rows, of which one is an alias."""
    counts = {
        slug: sum(found["rows"] for found in lists.values())
        for slug, lists in TRANSCRIPTION.items()
    }
    assert counts == dict(ecall=44, infobip=189, smsapi=134, fonedynamics=57, smspartner=225)
    assert len(LISTS) == 26


@pytest.mark.parametrize(("slug", "name"), LISTS)
def test_every_row(slug: str, name: str, code_lists: dict[tuple[str, str], CodeList]) -> None:
    page = TRANSCRIPTION[slug][name]
    expected = [(row["value"], row["sha256"]) for row in page["sha256"]]
    assert len(expected) == page["rows"]
    assert list(rows(code_lists[slug, name])) == expected


@needs_pages
def test_the_transcription_matches_the_pages() -> None:
    script = ROOT / "tests/transcription/make.py"
    command = [sys.executable, str(script), "--check", str(PAGES)]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
