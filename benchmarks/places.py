"""Where the programs are that are measured, and what they are run in."""

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTHON = Path(sys.executable)
TOOL = PYTHON.with_name("provider-codes")
SPECS = ROOT / "specs"
LIBRARY = ROOT / "generated/provider_codes"
# As in the tests: the pages are the providers', and no part of the project.
PAGES = Path(os.environ.get("PROVIDER_PAGES", ROOT.parent / "shared/documents"))

_DCG = ROOT / ".venv-bench-dcg/bin"
_PROTOC = ROOT / ".venv-bench-protoc/bin"
DCG = _DCG / "datamodel-codegen"
PROTOC_PYTHON = _PROTOC / "python"
PROTOC_MYPY = _PROTOC / "protoc-gen-mypy"

# What is run, and the lock file that pins it.
_PINNED = {
    "requirements.lock": ("black", "jinja2", "lxml", "markdown-it-py", "mypy", "pyright", "pyyaml"),
    "requirements-bench-dcg.lock": ("datamodel-code-generator", "ruff"),
    "requirements-bench-protoc.lock": ("grpcio-tools", "mypy-protobuf"),
}


def versions() -> dict[str, str]:
    """The versions of what is measured, as the lock files pin them."""
    found: dict[str, str] = {}
    for lock, names in _PINNED.items():
        text = (ROOT / lock).read_text(encoding="utf-8")
        for name in names:
            match = re.search(rf"^{name}(\[.*?\])?==([^\s;\\]+)", text, re.MULTILINE)
            found[name] = match[2] if match else "?"
    return found


def environment() -> dict[str, str]:
    """The environment of what is measured: as a user's, whatever this machine sets."""
    return {
        name: value
        for name, value in os.environ.items()
        # PYTHONDONTWRITEBYTECODE above all: with it, a start compiles all that it imports.
        if not name.startswith("PYTHON")
    }
