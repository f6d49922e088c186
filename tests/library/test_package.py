"""The package as a whole: what it loads, what it needs, and that it can be moved."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any

import provider_codes
import pytest
from provider_codes import PROVIDERS, smspartner

PACKAGE = Path(provider_codes.__file__).parent
SOURCES = sorted(PACKAGE.glob("**/*.py"))
# What a module that pairs the package with a library may also import.
PAIRINGS = {
    "for_cattrs": {"cattrs"},
    "for_django": {"django"},
    "for_msgspec": set[str](),
    "for_pydantic": {"pydantic", "pydantic_core"},
    "for_sqlalchemy": {"sqlalchemy"},
}
LIBRARIES = ["cattrs", "django", "fastapi", "msgspec", "pydantic", "pydantic_core", "sqlalchemy"]


def in_new_python(program: str, *folders: Path) -> Any:
    """The output of the program, as JSON, run without site-packages and environment."""
    setup = f"import sys; sys.path[:0] = {[str(folder) for folder in folders]!r}\n"
    command = [sys.executable, "-I", "-S", "-c", setup + program]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize("module", ["", *(f".{provider}" for provider in PROVIDERS)])
def test_an_import_loads_no_other_provider(module: str) -> None:
    """Each costs time and memory, and a project uses one or two."""
    program = f"""
import json, provider_codes{module}
print(json.dumps(sorted(name for name in sys.modules if name.startswith("provider_codes."))))
"""
    loaded = in_new_python(program, PACKAGE.parent)
    assert loaded == sorted(
        {"provider_codes._runtime", f"provider_codes{module}"} - {"provider_codes"}
    )


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_the_docstring_of_a_property_does_not_begin_with_a_type(path: Path) -> None:
    """Sphinx's napoleon takes what is before a colon in its first line as the type."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and "property" in map(
            ast.unparse, node.decorator_list
        ):
            line = (ast.get_docstring(node) or "").partition("\n")[0]
            assert ":" not in re.sub("`.*?`", "", line), line


@pytest.mark.parametrize("missing", ["infobip", "_infobip_meanings", "_meaning"])
def test_a_missing_module_is_an_error(tmp_path: Path, missing: str) -> None:
    """As in a frozen program that lacks it: the answer would look like "not stated"."""
    copytree(PACKAGE, tmp_path / "provider_codes", ignore=ignore_patterns("__pycache__"))
    (tmp_path / f"provider_codes/{missing}.py").unlink()
    program = """
import json, provider_codes
try:
    provider_codes.find(404)
    from provider_codes import infobip
    provider_codes.meaning(infobip.VoiceError(5403))
except ImportError as error:
    print(json.dumps(str(error)))
"""
    assert missing in in_new_python(program, tmp_path)


def test_every_module_is_imported_by_name() -> None:
    """So that tools that freeze programs find them all."""
    tree = ast.parse((PACKAGE / "_modules.py").read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    imported = {name.name for node in imports if node.module is None for name in node.names}
    ours = [path.stem for kind in ("meanings", "notes") for path in PACKAGE.glob(f"_*_{kind}.py")]
    assert imported == {*PROVIDERS, *ours}
    assert not any("import_module" in path.read_text(encoding="utf-8") for path in SOURCES)


def test_providers_are_the_modules_of_the_package() -> None:
    modules = [path.stem for path in SOURCES if not path.stem.startswith("_")]
    assert [*PROVIDERS, *PAIRINGS] == sorted(modules, key=lambda name: (name in PAIRINGS, name))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_imports_are_of_python_or_relative(path: Path) -> None:
    """No dependency, and no import that contains the name of the package."""
    allowed = sys.stdlib_module_names | PAIRINGS.get(path.stem, set())
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert all(name.name.split(".")[0] in allowed for name in node.names)
        if isinstance(node, ast.ImportFrom):
            module = str(node.module).split(".")[0]
            assert node.level == 1 or module in allowed


@pytest.mark.parametrize("module", ["", *(f".{name}" for name in PROVIDERS)])
def test_only_requested_libraries_are_loaded(module: str) -> None:
    """Not even if all of them are installed."""
    program = f"""
import json, sys, provider_codes{module}
print(json.dumps([name for name in {LIBRARIES} if name in sys.modules]))
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (result.returncode, result.stdout) == (0, "[]\n"), result.stderr


@pytest.mark.parametrize(
    ("module", "message"),
    [
        ("for_cattrs", "needs cattrs: run pip install 'cattrs>=23.2'"),
        ("for_django", "needs Django: run pip install 'django>=4.2'"),
        ("for_pydantic", "needs pydantic 2: run pip install 'pydantic>=2'"),
        ("for_sqlalchemy", "needs SQLAlchemy 2: run pip install 'sqlalchemy>=2'"),
    ],
)
def test_a_pairing_says_what_to_install(module: str, message: str) -> None:
    program = f"""
import json
import re
try:
    import provider_codes.{module}
except ImportError as error:
    print(json.dumps(str(error)))
"""
    assert in_new_python(program, PACKAGE.parent) == f"provider_codes.{module} {message}"


@pytest.mark.parametrize(
    ("id", "message"),
    [
        ("infobip.GoneError:27", "no list of codes 'infobip.GoneError'"),
        ("gone.Error:27", "no list of codes 'gone.Error'"),
        ("infobip.IntCode:27", "no list of codes 'infobip.IntCode'"),
        ("infobip.LISTS:27", "no list of codes 'infobip.LISTS'"),
        ("27", "no list of codes '27'"),
    ],
)
def test_an_id_of_no_list(id: str, message: str) -> None:
    with pytest.raises(LookupError, match=message):
        provider_codes.resolve(id)


DELIVERED = smspartner.MessageStatus.DELIVERED
NO_IDS = [5, None, b"infobip.GeneralError:27", DELIVERED, smspartner.MessageStatus.parse("read")]


@pytest.mark.parametrize("id", NO_IDS)
def test_what_is_no_id(id: Any) -> None:
    with pytest.raises(TypeError, match=f"an id is text .*, not {type(id).__name__}"):
        provider_codes.resolve(id)


def test_an_id_is_split_at_the_first_colon() -> None:
    code = smspartner.MessageStatus.parse("a:b:27")
    assert repr(provider_codes.resolve(code.id)) == "<MessageStatus unlisted: 'a:b:27'>"
    with pytest.raises(ValueError, match="decimal number"):
        provider_codes.resolve("infobip.GeneralError:soon")
    for code_list in (smspartner.MessageStatus, smspartner.HlrError):
        with pytest.raises(ValueError, match="it has no value"):
            provider_codes.resolve([*code_list][0].id.partition(":")[0])


def test_dir_has_the_public_names_and_nothing_else() -> None:
    """Completion in a shell uses it, also before the meanings are loaded."""
    program = "import json, provider_codes\nprint(json.dumps(dir(provider_codes)))"
    assert in_new_python(program, PACKAGE.parent) == sorted(provider_codes.__all__)
    assert {"meaning", "resolve", "__version__"} <= {*provider_codes.__all__}
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", provider_codes.__version__)


def test_it_is_marked_as_typed() -> None:
    """Without the file, no checker would read the annotations."""
    assert (PACKAGE / "py.typed").read_bytes() == b""
    assert not list(PACKAGE.glob("**/*.pyi"))


def test_copied_into_another_project(tmp_path: Path) -> None:
    """It works under any name, and knows nothing of its old one."""
    target = tmp_path / "shop" / "vendored" / "codes"
    copytree(PACKAGE, target, ignore=ignore_patterns("__pycache__"))
    program = """
import copy, json, pickle
from shop.vendored import codes
from shop.vendored.codes import infobip, smspartner
unlisted = infobip.VoiceError.parse("4711")
print(json.dumps([
    [repr(code) for code in codes.find(5403)],
    type(codes.find(5403)[0]).__module__,
    infobip.VoiceError(5403) is infobip.find_error(5403)[0],
    isinstance(unlisted, codes.UnlistedIntCode),
    pickle.loads(pickle.dumps(unlisted)) == copy.copy(unlisted) == 4711,
    pickle.loads(pickle.dumps(smspartner.MessageStatus.KO)) is smspartner.MessageStatus.KO,
    [name for name in sys.modules if name.startswith("provider_codes")],
]))
"""
    assert in_new_python(program, tmp_path) == [
        ["<VoiceError.EC_VOICE_ERROR_FORBIDDEN: 5403>"],
        "shop.vendored.codes.infobip",
        True,
        True,
        True,
        True,
        [],
    ]


def test_threads() -> None:
    """All start at once, in a process that has loaded no provider yet."""
    program = """
import json
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
import provider_codes
sys.setswitchinterval(1e-6)
barrier = Barrier(8)

def work(number):
    barrier.wait()
    found = [repr(code) for code in provider_codes.find(13)]
    from provider_codes.infobip import VoiceError
    from provider_codes.smspartner import MessageStatus
    codes = [VoiceError.parse(raw) for raw in [*range(4990, 5510), *map(str, range(number, 999))]]
    texts = [MessageStatus.parse(raw) for raw in ("ko", f"text {number}") * 99]
    assert codes == [*range(4990, 5510), *range(number, 999)]
    assert all(code.listed is isinstance(code, VoiceError) for code in codes)
    assert texts == ["ko", f"text {number}"] * 99
    return found, sum(code.listed for code in codes), VoiceError.parse(5002) is VoiceError(5002)

with ThreadPoolExecutor(8) as pool:
    print(json.dumps(list(pool.map(work, range(8)))))
"""
    results = in_new_python(program, PACKAGE.parent)
    assert len(results) == 8
    assert results[0][0] and results[0][1] == 23 and results[0][2]
    assert all(result == results[0] for result in results)
