"""The commands to compare, each as its documentation says, in a generated project.

Each emits one module per spec into the empty folder `out`. `translated.write` writes the peers'
input beforehand.
"""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from . import places
from .measure import Command

OURS = "provider-codes"
DCG = "datamodel-code-generator"
DCG_BUILTIN = f"{DCG}, its own formatter"
DCG_RUFF = f"{DCG}, ruff"
PROTOC = "protoc, mypy-protobuf"
AFTERNOON = "the afternoon script"
BARE = "bare interpreter start"

_FORMATTERS = {
    DCG: (),
    DCG_BUILTIN: ("--formatters", "builtin"),
    DCG_RUFF: ("--formatters", "ruff-format", "ruff-check"),
}


def _emptied(folder: Path) -> Callable[[], None]:
    """A function that empties the output, so that everything has to be emitted."""

    def empty() -> None:
        for name in ("out", "black"):
            shutil.rmtree(folder / name, ignore_errors=True)
        (folder / "out").mkdir()

    return empty


def ours(folder: Path, label: str = OURS, *, again: bool = False) -> Command:
    """`generate`, with nothing emitted yet, or if `again`, with everything emitted."""
    arguments = (places.TOOL, "generate")
    return Command(label, arguments, folder) if again else _fresh(label, arguments, folder)


def dcg(folder: Path, label: str) -> Command:
    """datamodel-code-generator: enums with their descriptions, like ours."""
    arguments: list[str | Path] = [
        *(places.DCG, "--input", "schemas", "--input-file-type", "jsonschema"),
        *("--output", "out/models", "--output-model-type", "pydantic_v2.BaseModel"),
        *("--use-specialized-enum", "--use-field-description", "--skip-root-model"),
        *("--target-python-version", "3.11"),
        *_FORMATTERS[label],
    ]
    return _fresh(label, arguments, folder)


def protoc(folder: Path) -> Command:
    """protoc for Python, with the types and docstrings of mypy-protobuf."""
    files = sorted(path.name for path in (folder / "protos").iterdir())
    arguments: list[str | Path] = [
        *(places.PROTOC_PYTHON, "-m", "grpc_tools.protoc", "--proto_path", "protos"),
        *(f"--plugin=protoc-gen-mypy={places.PROTOC_MYPY}", "--python_out=out", "--mypy_out=out"),
        *files,
    ]
    return _fresh(PROTOC, arguments, folder)


def afternoon(folder: Path) -> Command:
    """The script that a user writes in an afternoon."""
    script = Path(__file__).with_name("afternoon.py")
    return _fresh(AFTERNOON, (places.PYTHON, script, "specs", "out/codes"), folder)


def _fresh(label: str, arguments: Sequence[str | Path], folder: Path) -> Command:
    # Otherwise black skips the files that it knows from the last round.
    settings = {"BLACK_CACHE_DIR": str(folder / "black")}
    return Command(label, arguments, folder, prepare=_emptied(folder), settings=settings)


def bare(folder: Path) -> Command:
    """An interpreter that does nothing."""
    return Command(BARE, (places.PYTHON, "-c", "pass"), folder)
