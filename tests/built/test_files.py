"""The contents of wheel and sdist, which depend only on the project's files."""

import os
import tarfile
import tomllib
from email.message import Message
from email.parser import Parser
from pathlib import Path
from re import findall
from typing import Any
from zipfile import ZipFile

import pytest
from helpers_built import Built, build, checkout, copy_checkout, missing, succeed
from helpers_generate import ROOT, edit, write

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECLARED: dict[str, Any] = PROJECT["project"]
NAME = f"provider_codes-{DECLARED['version']}"
# Source root or folder, and where it is installed.
INSTALLED = {
    "generator/": "",
    "generated/": "",
    "templates/": "provider_codes_generator/templates/",
}
ABOUT = ["METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"]


def in_wheel(path: Path) -> dict[str, bytes]:
    """The files of a wheel."""
    with ZipFile(path) as wheel:
        return {name: wheel.read(name) for name in wheel.namelist()}


def in_sdist(path: Path) -> dict[str, bytes]:
    """The files of an sdist, below its only folder."""
    files: dict[str, bytes] = {}
    with tarfile.open(path) as sdist:
        for member in sdist.getmembers():
            file = sdist.extractfile(member)
            assert file and member.name.startswith(f"{NAME}/")
            files[member.name.removeprefix(f"{NAME}/")] = file.read()
    return files


def unpack(path: Path, folder: Path) -> Path:
    """The sdist, unpacked as for a build."""
    with tarfile.open(path) as sdist:
        sdist.extractall(folder, filter="data")
    return folder / NAME


@pytest.fixture(scope="module")
def metadata(built: Built) -> "Message[str, str]":
    """The metadata of the wheel."""
    return Parser().parsestr(in_wheel(built.wheel)[f"{NAME}.dist-info/METADATA"].decode())


# Contents


def test_file_names(built: Built) -> None:
    assert built.wheel.name == f"{NAME}-py3-none-any.whl"
    assert built.sdist.name == f"{NAME}.tar.gz"


def test_the_wheel_has_library_tool_and_templates_and_nothing_else(built: Built) -> None:
    expected = {
        installed + name.removeprefix(root): (ROOT / name).read_bytes()
        for root, installed in INSTALLED.items()
        for name in checkout()
        if name.startswith(root)
    }
    found = in_wheel(built.wheel)
    about = {name: found.pop(name) for name in list(found) if ".dist-info/" in name}
    assert found == expected
    assert sorted(about) == [f"{NAME}.dist-info/{name}" for name in ABOUT]


def test_the_sdist_has_what_belongs_to_the_project(built: Built) -> None:
    found = in_sdist(built.sdist)
    assert Parser().parsestr(found.pop("PKG-INFO").decode())["Name"] == DECLARED["name"]
    assert found == {name: (ROOT / name).read_bytes() for name in checkout()}


# Stray files: of tools, of editors, of merges, of a killed run, and of unknown origin.
LITTER = [
    ".venv/lib/python3.11/site-packages/yaml/__init__.py",
    ".venv-3.12/pyvenv.cfg",
    ".mypy_cache/3.11/cache.json",
    ".env",
    ".idea/workspace.xml",
    "build.log",
    "dist/provider_codes-0.0.1-py3-none-any.whl",
    "notes.txt",
    "page.html",
    "scratch.py",
    "site-packages/left.py",
    "generated/provider_codes/.infobip.py.4711.tmp",
    "generated/provider_codes/__pycache__/infobip.cpython-311.pyc",
    "generated/provider_codes/infobip.py.orig",
    "generated/provider_codes/notes.txt",
    "generator/provider_codes_generator/.views.py.swp",
    "generator/provider_codes_generator/load.py~",
    "generator/provider_codes.egg-info/PKG-INFO",
    "specs/.infobip.yaml.4711.tmp",
    "specs/infobip.yaml.bak",
    "templates/module.py.j2.rej",
    "templates/static/.mypy_cache/missing_stubs",
    "templates/static/__pycache__/_runtime.cpython-311.pyc",
    "tests/.pytest_cache/README.md",
    "tests/__pycache__/conftest.cpython-311.pyc",
    "tests/.hypothesis/unicode_data/charmap.json.gz",
]


def test_stray_files_are_not_built(tmp_path: Path, built: Built) -> None:
    project = copy_checkout(tmp_path / "project")
    for name in LITTER:
        write(project / name, "left behind")
    littered = build(project, tmp_path / "dist")
    assert in_sdist(littered.sdist) == in_sdist(built.sdist)
    assert in_wheel(littered.wheel) == in_wheel(built.wheel)


# Builds


def test_sdist_and_checkout_build_the_same_wheel(tmp_path: Path, built: Built) -> None:
    again = build(unpack(built.sdist, tmp_path), tmp_path / "dist")
    assert again.wheel.read_bytes() == built.wheel.read_bytes()
    assert again.sdist.read_bytes() == built.sdist.read_bytes()


@pytest.mark.parametrize("epoch", [{}, {"SOURCE_DATE_EPOCH": "1764000000"}], ids=["", "epoch"])
def test_two_builds_give_the_same_bytes(tmp_path: Path, epoch: dict[str, str]) -> None:
    """On any machine, at any time: files of another age, readable only by their owner."""
    first = build(ROOT, tmp_path / "first", PYTHONHASHSEED="1", TZ="UTC", **epoch)
    project = copy_checkout(tmp_path / "elsewhere")
    for path in project.rglob("*"):
        os.utime(path, (10**9, 10**9))
        path.chmod(path.stat().st_mode & 0o700)
    second = build(project, tmp_path / "second", PYTHONHASHSEED="2", TZ="Asia/Tokyo", **epoch)
    assert first.wheel.read_bytes() == second.wheel.read_bytes()
    assert first.sdist.read_bytes() == second.sdist.read_bytes()


def test_the_index_would_accept_them(built: Built) -> None:
    twine = ROOT / ".venv-release/bin/twine"
    if not twine.exists():
        missing("no .venv-release: run make test-built")
    printed = succeed(twine, "--no-color", "check", "--strict", *built, folder=ROOT)
    assert printed.count(": PASSED") == len(built)


# What the index shows


def test_the_metadata_of_the_wheel(metadata: "Message[str, str]") -> None:
    for field in ("Name", "Version"):
        assert metadata[field] == DECLARED[field.lower()]
    assert metadata["Summary"] == DECLARED["description"]
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"
    assert metadata.get_all("Classifier") == DECLARED["classifiers"]
    assert "Typing :: Typed" in DECLARED["classifiers"]


EXTRAS = "black cattrs completion django generator msgspec pydantic sqlalchemy".split()


def test_the_description_is_the_readme_in_markdown(metadata: "Message[str, str]") -> None:
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert metadata.get_payload() == (ROOT / "README.md").read_text(encoding="utf-8")


def test_without_an_extra_nothing_is_required(metadata: "Message[str, str]") -> None:
    assert metadata.get_all("Provides-Extra") == EXTRAS
    for required in metadata.get_all("Requires-Dist", []):
        assert required.endswith(tuple(f"; extra == '{extra}'" for extra in EXTRAS)), required


def test_links_of_the_description_are_complete_if_there_is_an_address(
    metadata: "Message[str, str]",
) -> None:
    """An index shows only the README: a link to a file beside it leads nowhere there."""
    links: list[str] = findall(r"\]\(([^)#]+)", str(metadata.get_payload()))
    beside = [link for link in links if not link.startswith("https://")]
    assert all((ROOT / link).is_file() for link in beside)
    assert not (metadata.get_all("Project-URL") and beside), beside


def test_all_links_follow_from_one_address(tmp_path: Path) -> None:
    project = copy_checkout(tmp_path / "project")
    edit(project / "pyproject.toml", 'address = ""', 'address = "https://example.com/codes/"')
    wheel = build(project, tmp_path / "dist").wheel
    found = Parser().parsestr(in_wheel(wheel)[f"{NAME}.dist-info/METADATA"].decode())
    links: list[str] = findall(r"\]\(([^)#]+)", str(found.get_payload()))
    assert all(link.startswith("https://") for link in links)
    tag = f"https://example.com/codes/{{}}/v{DECLARED['version']}/"
    assert any(link == tag.format("raw") + "docs/site.png" for link in links)
    assert tag.format("blob") + "SECURITY.md" in links
    assert "Source, https://example.com/codes" in found.get_all("Project-URL", [])
    assert found["Author"] == "the provider-codes authors"
