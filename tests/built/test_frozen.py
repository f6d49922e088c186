"""A program frozen with the library, as people ship programs to machines without Python."""

from pathlib import Path
from zipfile import ZipFile

from helpers_built import Built, missing, succeed
from helpers_generate import ROOT, write

PROGRAM = """
import sys
from provider_codes import find, infobip, meaning
from provider_codes._export import write_json

print(meaning(infobip.GeneralError(51)).retry)
print(find(404))
write_json(sys.stdout)
"""


def test_a_frozen_program_has_every_provider_and_every_meaning(
    tmp_path: Path, built: Built
) -> None:
    pyinstaller = ROOT / ".venv-release/bin/pyinstaller"
    if not pyinstaller.exists():
        missing("no .venv-release: run make test-built")
    with ZipFile(built.wheel) as wheel:
        wheel.extractall(tmp_path / "library")
    program = write(tmp_path / "shop.py", PROGRAM)
    python = pyinstaller.with_name("python")
    expected = succeed(python, program, folder=tmp_path, PYTHONPATH=str(tmp_path / "library"))
    options = ["--log-level", "ERROR", "--paths", str(tmp_path / "library")]
    cache = str(tmp_path / "cache")
    succeed(pyinstaller, *options, program, folder=tmp_path, PYINSTALLER_CONFIG_DIR=cache)
    assert expected.startswith("later\n")
    assert succeed(tmp_path / "dist/shop/shop", folder=tmp_path) == expected
