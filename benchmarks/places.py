"""The paths of the measured programs, and their environment."""

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTHON = Path(sys.executable)
TOOL = PYTHON.with_name("provider-codes")
SPECS = ROOT / "specs"
LIBRARY = ROOT / "generated/provider_codes"
# As in the tests: the pages belong to the providers, and are not part of the project.
PAGES = Path(os.environ.get("PROVIDER_PAGES", ROOT.parent / "shared/documents"))

_DCG = ROOT / ".venv-bench-dcg/bin"
_PROTOC = ROOT / ".venv-bench-protoc/bin"
DCG = _DCG / "datamodel-codegen"
PROTOC_PYTHON = _PROTOC / "python"
PROTOC_MYPY = _PROTOC / "protoc-gen-mypy"

# The programs, and the lock files that pin them.
_PINNED = {
    "requirements.lock": ("black", "jinja2", "lxml", "markdown-it-py", "mypy", "pyright", "pyyaml"),
    "requirements-bench-dcg.lock": ("datamodel-code-generator", "ruff"),
    "requirements-bench-protoc.lock": ("grpcio-tools", "mypy-protobuf"),
}


def versions() -> dict[str, str]:
    """The versions of the programs, from the lock files."""
    found: dict[str, str] = {}
    for lock, names in _PINNED.items():
        text = (ROOT / lock).read_text(encoding="utf-8")
        for name in names:
            match = re.search(rf"^{name}(\[.*?\])?==([^\s;\\]+)", text, re.MULTILINE)
            found[name] = match[2] if match else "?"
    return found


def environment() -> dict[str, str]:
    """The environment of a measured program: that of a user, independent of this machine."""
    return {
        name: value
        for name, value in os.environ.items()
        # Above all PYTHONDONTWRITEBYTECODE: with it, each start compiles all that it imports.
        if not name.startswith("PYTHON")
    }
