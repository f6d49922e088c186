"""Markdown pages whose code blocks are run, from the first to the last, as a reader would.

The first line of a block determines how:

- `pycon` is a Python session: doctest compares each answer. One session lasts for the page.
- `console` is a shell session: its output, commands (`$`) included, has to equal the block.
- `diff title="F"` is an edit: its old lines are in F exactly once, and are replaced by the new ones.
- Any other with `title="F"` is a file that the reader writes. The `run` steps of a GitHub workflow
  are run.
- A kind in `EXCERPTS` without a title is an excerpt of a file that exists at that point.

Any other block is a failure, unless the page's test excepts it by its whole text.
"""

import contextlib
import doctest
import importlib
import os
import re
import shlex
import subprocess
import sys
import textwrap
from collections.abc import Collection, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

EXCERPTS = frozenset(("html", "json", "markdown", "python", "toml", "yaml"))

_BLOCK = re.compile(
    r'^(?P<indent> *)```(?P<kind>[a-z0-9]*)(?: title="(?P<title>[^"\n]+)")?\n'
    r"(?P<text>.*?)^(?P=indent)```$",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A code block, the text before it, and the line where it begins."""

    kind: str
    title: str | None
    text: str
    lead: str
    line: int


def blocks(page: str) -> list[Block]:
    """The code blocks of a page, in order; every fence belongs to a block."""
    found: list[Block] = []
    end = 0
    for match in _BLOCK.finditer(page):
        text = "".join(
            line.removeprefix(match["indent"]) for line in match["text"].splitlines(True)
        )
        line = page.count("\n", 0, match.start()) + 1
        found.append(Block(match["kind"], match["title"], text, page[end : match.start()], line))
        end = match.end()
    fences = len(re.findall(r"^ *(?:```|~~~)", page, re.MULTILINE))
    assert fences == 2 * len(found), "a fence is not closed, or has an odd first line"
    return found


def run_page(path: Path, folder: Path, excepted: Collection[str] = ()) -> None:
    """Run all blocks of a page in the folder; an AssertionError names the block."""
    page = blocks(path.read_text(encoding="utf-8"))
    session: dict[str, Any] = {}
    with _in_folder(folder):
        for place, block in enumerate(page):
            later = "".join(each.text for each in page[place + 1 :])
            try:
                if block.text not in excepted:
                    _run(block, folder, session, later, excepted)
            except AssertionError as error:
                raise AssertionError(f"{path.name}:{block.line}: {error}") from error


def _run(
    block: Block, folder: Path, session: dict[str, Any], later: str, excepted: Collection[str]
) -> None:
    if block.title is not None:
        assert f"`{block.title}`" in block.lead, f"the text before does not name {block.title}"
    match block.kind, block.title:
        case "pycon", None:
            _run_session(block.text, folder, session)
        case "console", None:
            _run_shell(block.text, folder)
        case "diff", str() as title:
            edit(folder / title, block.text)
        case _, str() as title:
            _write(folder / title, block, later)
            if title.startswith(".github/workflows/"):
                _run_steps(block.text, folder, excepted)
        case kind, None if kind in EXCERPTS:
            assert _is_somewhere(block.text, folder), f"in no file there is\n{block.text}"
        case kind, _:
            raise AssertionError(f"nothing says how to run a block of the kind {kind!r}")


def _run_session(text: str, folder: Path, session: dict[str, Any]) -> None:
    # Modules that were emitted again are imported again.
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", None) or "").startswith(f"{folder}{os.sep}"):
            del sys.modules[name]
    importlib.invalidate_caches()
    test = doctest.DocTestParser().get_doctest(text, session, "session", None, None)
    assert test.examples, "a session without a question"
    report: list[str] = []
    runner = doctest.DocTestRunner()
    runner.run(test, out=report.append, clear_globs=False)
    assert runner.failures == 0, "".join(report)
    session |= test.globs


def _run_shell(text: str, folder: Path) -> None:
    printed = run_commands(_commands(text), folder)
    assert printed == text, f"the shell shows\n{printed}instead of\n{text}"
    for found in re.findall(r"^\$ export PYTHONPATH=(\S+)$", text, re.MULTILINE):
        # The reader's later commands and sessions are in the same terminal.
        os.environ["PYTHONPATH"] = found
        sys.path.insert(0, str(folder / found))


def _commands(text: str) -> list[str]:
    """The commands of a session; a line that begins with `>` continues the line before."""
    found = re.findall(r"^\$ (.*(?:\n> .*)*)$", text, re.MULTILINE)
    assert found and text.startswith("$ "), "a session without a command"
    return found


def run_commands(commands: list[str], folder: Path) -> str:
    """The output of a terminal in which the commands are typed, one after the other."""
    script = "status=0\n"
    for command in commands:
        shown = shlex.quote(f"$ {command}")
        typed = command.replace("\n> ", "\n")
        script += f"printf '%s\\n' {shown}\n(exit $status)\n{typed}\nstatus=$?\n"
    return _shell(script, folder).stdout


def _shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": "utf-8",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_NAME": "Heron" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "heron@example.org" for who in ("AUTHOR", "COMMITTER")},
    }
    return subprocess.run(
        ["sh", "-c", script],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
    )


def edit(path: Path, patch: str) -> None:
    """Replace the old lines of the patch, which are in the file once, by the new ones."""
    lines = patch.splitlines(True)
    odd = [line for line in lines if line[0] not in " -+\n"]
    assert not odd, f"neither kept nor removed nor added: {odd}"
    old = "".join(line[1:] or "\n" for line in lines if line[0] != "+")
    new = "".join(line[1:] or "\n" for line in lines if line[0] != "-")
    text = path.read_text(encoding="utf-8")
    assert f"\n{text}".count(f"\n{old}") == 1, f"{path.name} does not have once:\n{old}"
    path.write_text(f"\n{text}".replace(f"\n{old}", f"\n{new}")[1:], encoding="utf-8")


def _write(path: Path, block: Block, later: str) -> None:
    if block.kind == "python":
        compile(block.text, str(path), "exec")
        assert path.stem in later, f"nothing runs {path.name}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, encoding="utf-8")


def _run_steps(workflow: str, folder: Path, excepted: Collection[str]) -> None:
    for job in yaml.safe_load(workflow)["jobs"].values():
        for step in job["steps"]:
            if (command := step.get("run")) is not None and command not in excepted:
                done = _shell(command, folder)
                assert done.returncode == 0, f"{command} failed:\n{done.stdout}"


def _is_somewhere(excerpt: str, folder: Path) -> bool:
    """Whether a file of the folder has the excerpt, at its indentation."""
    forms = [textwrap.indent(excerpt, " " * depth) for depth in range(0, 13, 2)]
    texts = (
        path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    )
    return any(form in text for text in texts for form in forms)


@contextlib.contextmanager
def _in_folder(folder: Path) -> Generator[None, None, None]:
    """Make the folder current and importable, and forget its modules afterwards."""
    before, path, writes = Path.cwd(), list(sys.path), sys.dont_write_bytecode
    os.chdir(folder)
    # Two files of one second and one size would share their bytecode.
    sys.path[:0], sys.dont_write_bytecode = [str(folder)], True
    # The page says where Python looks.
    python_path = os.environ.pop("PYTHONPATH", None)
    try:
        yield
    finally:
        os.chdir(before)
        os.environ.pop("PYTHONPATH", None)
        if python_path is not None:
            os.environ["PYTHONPATH"] = python_path
        sys.path[:], sys.dont_write_bytecode = path, writes
        for name, module in list(sys.modules.items()):
            if str(getattr(module, "__file__", None) or "").startswith(f"{folder}{os.sep}"):
                del sys.modules[name]
