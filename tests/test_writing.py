"""Writing, whatever happens meanwhile: kills, Ctrl-C, full disks, links, and other editors.

Each file is the old or the new one, complete; the next run finishes the work; and foreign files are
neither changed nor removed. `PROVIDER_CODES_KILLS` is the number of kills.
"""

import errno
import os
import runpy
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from provider_codes_generator.cli import emitting, update
from provider_codes_generator.transcribe import find_drift
from helpers_generate import (
    EMITTED,
    PACKAGE,
    contents,
    edit,
    from_an_older_release,
    make_project,
    run,
    write,
)

KILLS = int(os.environ.get("PROVIDER_CODES_KILLS", "2"))
HERON, IBIS = f"{PACKAGE}/heron.py", f"{PACKAGE}/ibis.py"
SPEC, CHANGELOG = "docs/codes/wren.yaml", "CHANGELOG.md"
STRANGERS = ("mine.py", "heron.py~", ".heron.py.swp", "heron.py.tmp")
PAGE = "# Codes\n\n| Code | Name |\n|---|---|\n| 10 | SENT |\n| 20 | LOST |\n"


class Work(NamedTuple):
    """A command that writes in a folder, and the files of the folder before and after it."""

    folder: Path
    arguments: tuple[str, ...]
    old: dict[str, bytes]
    new: dict[str, bytes]

    def due(self) -> list[str]:
        """The files that change."""
        paths = sorted(self.old.keys() | self.new.keys())
        return [path for path in paths if self.old.get(path) != self.new.get(path)]

    def reset(self) -> None:
        """Bring the old files back."""
        for path in self.due():
            (self.folder / path).unlink(missing_ok=True)
            if path in self.old:
                (self.folder / path).write_bytes(self.old[path])

    def written(self) -> list[str]:
        """The files that are new by now. Each is the old or the new one, complete."""
        now = contents(self.folder)
        for path in self.old.keys() | self.new.keys():
            assert now.get(path) in (self.old.get(path), self.new.get(path)), path
        return [path for path in self.due() if now.get(path) == self.new.get(path)]

    def finish(self) -> None:
        """Check that the next run writes what an earlier one did not."""
        done = run(*self.arguments)
        assert done.status == 0, done.err
        assert self.written() == self.due()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in which every emitted file is outdated, with foreign files, as the current folder."""
    monkeypatch.chdir(tmp_path)
    make_project(tmp_path)
    for path in EMITTED:
        write(tmp_path / path, from_an_older_release(path))
    (tmp_path / EMITTED[-1]).unlink()
    write(tmp_path / IBIS, from_an_older_release(IBIS))
    for name in STRANGERS:
        write(tmp_path / PACKAGE / name, f"{name} is not yours\n")
    return tmp_path


@pytest.fixture(params=["generate", "update"])
def work(request: pytest.FixtureRequest, project: Path) -> Work:
    """Each command that writes several files, in that project."""
    arguments: tuple[str, ...] = ("generate",)
    if request.param == "update":
        edit(project / "pyproject.toml", "specs =", f'changelog = "{CHANGELOG}"\nspecs =')
        write(project / CHANGELOG, "# Changelog\n\n## Unreleased\n\n## 0.1.0\n\n- All.\n")
        write(project / "page.md", PAGE)
        assert run("new", "wren", "--document", "page.md", "--retrieved", "2026-01-02").status == 0
        edit(project / "page.md", "| 20 | LOST |", "| 20 | LOST |\n| 30 | LATE |")
        arguments = ("update", "wren", "--document", "page.md", "--retrieved", "2027-01-02")
    return expected(project, arguments)


def expected(folder: Path, arguments: tuple[str, ...]) -> Work:
    """The result of an undisturbed run."""
    old = contents(folder)
    assert run(*arguments).status == 0
    found = Work(folder, arguments, old, contents(folder))
    found.reset()
    assert contents(folder) == old
    due = [*EMITTED, IBIS] if arguments[0] == "generate" else [CHANGELOG, SPEC]
    assert found.due() == sorted(due)
    return found


# An audit hook sees what is done to files, and knows nothing of how the tool does it.


class Steps:
    """Counts the steps of a run that writes, and does something right before one of them."""

    def __init__(self) -> None:
        self.disturb: Callable[[], object] | None = None
        self.left = 0
        self.seen: list[str] = []

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Python calls it for everything that it audits."""
        if self.disturb is None or not is_step(event, arguments):
            return
        self.seen.append(event)
        self.left -= 1
        if self.left == 0:
            self.disturb()

    def run(self, work: Work, number: int, disturb: Callable[[], object]) -> Any:
        """Run the command, with the disturbance right before its nth step."""
        self.disturb, self.left, self.seen = disturb, number, []
        try:
            return run(*work.arguments)
        finally:
            self.disturb = None


def is_step(event: str, arguments: tuple[Any, ...]) -> bool:
    """Whether an event changes something below a folder."""
    if event == "open":
        name, _, flags = arguments
        return bool(flags & (os.O_WRONLY | os.O_RDWR)) and not str(name).startswith("/dev/")
    if event == "os.remove":
        return os.path.lexists(arguments[0])
    return event in ("os.rename", "os.chmod", "os.truncate")


STEPS = Steps()
sys.addaudithook(STEPS.hook)

KILLED = f"""
import os, signal, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from provider_codes_generator.cli.app import main
from test_writing import is_step
left = int(sys.argv.pop(1))
def hook(event, arguments):
    global left
    if is_step(event, arguments):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
raise SystemExit(main(sys.argv[1:]))
"""


def nothing() -> None:
    """Disturb nothing."""


def full() -> None:
    """Raise the error of a full disk."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "a useless name")


def interrupt(*_: object) -> int:
    """Raise what Ctrl-C raises."""
    raise KeyboardInterrupt


def sampled(work: Work) -> list[int]:
    """Some steps of a run, from the last to the first, as many as the wanted number of kills."""
    assert STEPS.run(work, 0, nothing).status == 0
    assert contents(work.folder) == work.new
    work.reset()
    steps = len(STEPS.seen)
    assert steps >= 2 * len(work.due()) - 1
    return list(range(steps, 0, -max(1, steps // KILLS)))


def test_a_kill_leaves_whole_files_which_the_next_run_finishes(work: Work) -> None:
    seen: set[int] = set()
    for step in sampled(work):
        command = [sys.executable, "-B", "-c", KILLED, str(step), *work.arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd=work.folder)
        assert done.returncode == -signal.SIGKILL, done.stderr
        seen.add(len(work.written()))
        work.finish()
        work.reset()
    assert max(seen) == len(work.due()) - 1


def test_an_error_or_ctrl_c_at_any_step_leaves_whole_files_and_nothing_else(work: Work) -> None:
    for step in sampled(work):
        done = STEPS.run(work, step, full)
        line = done.err.splitlines()[-1]
        assert done.status == 2
        assert line.startswith("provider-codes: ") and line.endswith(os.strerror(errno.ENOSPC))
        assert any(path in line for path in work.due()) and "Traceback" not in done.err
        # A full disk is noticed before any file is replaced.
        assert not work.written() or STEPS.seen[step - 1] in ("os.rename", "os.remove")
        assert contents(work.folder).keys() <= work.old.keys() | work.new.keys()
        work.finish()
        work.reset()
        done = STEPS.run(work, step, interrupt)
        assert (done.status, done.out) == (130, "")
        assert done.err.endswith("provider-codes: interrupted\n") and "Traceback" not in done.err
        work.written()
        assert contents(work.folder).keys() <= work.old.keys() | work.new.keys()
        work.reset()


def replace_generate(monkeypatch: pytest.MonkeyPatch, run: Callable[[Any], int]) -> None:
    """Make `generate` run another function."""
    monkeypatch.setattr(emitting, "emit", run)


def test_ctrl_c_has_its_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_generate(monkeypatch, interrupt)
    monkeypatch.setattr(sys, "argv", ["provider-codes", "generate"])
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("provider_codes_generator", run_name="__main__")
    assert stopped.value.code == 130
    assert capsys.readouterr().err == "provider-codes: interrupted\n"


def test_an_interrupt_in_an_import_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted_class(_: object) -> int:
        """What Python 3.11 makes of an interrupt while an import creates a class."""
        raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()

    def mistaken(_: object) -> int:
        raise RuntimeError("out of order")

    replace_generate(monkeypatch, interrupted_class)
    assert run("generate") == (130, "", "provider-codes: interrupted\n")
    replace_generate(monkeypatch, mistaken)
    with pytest.raises(RuntimeError, match="out of order"):
        run("generate")


LIMITED = """
import resource, sys
limit = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
from provider_codes_generator.cli.app import main
raise SystemExit(main(sys.argv[1:]))
"""


def test_a_disk_that_is_full_in_the_middle_of_a_file_changes_nothing(work: Work) -> None:
    limit = max(len(work.new[path]) for path in work.due() if path in work.new) - 1
    command = [sys.executable, "-B", "-c", LIMITED, str(limit), *work.arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=work.folder)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith(f": {os.strerror(errno.EFBIG)}")
    assert contents(work.folder) == work.old


# An edit during the run


def edits(path: Path) -> None:
    """Save another text."""
    path.write_text("mine\n")


def makes_a_folder(path: Path) -> None:
    """Replace the file by a folder."""
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("do", "message"),
    [
        (edits, "the file changed meanwhile"),
        (Path.unlink, "the file changed meanwhile"),
        (makes_a_folder, "exists and is not a file"),
    ],
)
def test_an_edit_during_the_run_is_not_lost(
    work: Work, do: Callable[[Path], object], message: str
) -> None:
    path = next(path for path in reversed(work.due()) if path in work.old and path in work.new)
    after: list[bytes | None] = []

    def read(file: Path) -> bytes | None:
        return file.read_bytes() if file.is_file() else None

    def meddle() -> None:
        do(work.folder / path)
        after.append(read(work.folder / path))

    done = STEPS.run(work, 1, meddle)
    assert done.status == 2
    assert message in done.err.splitlines()[-1] and path in done.err.splitlines()[-1]
    assert [read(work.folder / path)] == after[:1]


def others_save(change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(change(path.read_bytes()))


@pytest.mark.parametrize("work", ["update"], indirect=True)
@pytest.mark.parametrize(
    ("do", "message"),
    [
        (others_save(lambda text: text.replace(b"SENT", b"WENT")), "the file changed meanwhile"),
        (others_save(lambda text: text.partition(b"lists:")[0]), "the file changed meanwhile"),
        (others_save(lambda text: text + b"lists: ["), "the file changed meanwhile"),
        (others_save(lambda _: b""), "the file changed meanwhile"),
        (others_save(lambda text: text + b"# \xe9\n"), "is not UTF-8"),
        (Path.unlink, "the file changed meanwhile"),
        (others_save(lambda text: text.replace(b"provider:", b"# mine\nprovider:")), ""),
    ],
)
def test_an_edit_while_the_page_is_read_is_not_lost(
    work: Work, do: Callable[[Path], object], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    after: list[dict[str, bytes]] = []

    def read_slowly(*arguments: Any, **more: Any) -> Any:
        do(work.folder / SPEC)
        after.append(contents(work.folder))
        return find_drift(*arguments, **more)

    monkeypatch.setattr(update, "find_drift", read_slowly)
    done = run(*work.arguments)
    if message:
        assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
        assert message in done.err and SPEC in done.err
        assert contents(work.folder) == after[0]
    else:
        assert (done.status, done.err) == (0, "")
        text = (work.folder / SPEC).read_bytes()
        assert text == work.new[SPEC].replace(b"provider:", b"# mine\nprovider:")


# Other things at the path of a file


def test_a_link_stays_one_and_the_file_it_leads_to_is_replaced(work: Work) -> None:
    path = next(path for path in reversed(work.due()) if path in work.old and path in work.new)
    kept = work.folder / "elsewhere/kept"
    kept.parent.mkdir()
    (work.folder / path).replace(kept)
    kept.chmod(0o640)
    (work.folder / path).symlink_to(kept)
    assert run(*work.arguments).status == 0
    assert (work.folder / path).readlink() == kept
    assert (kept.read_bytes(), stat.S_IMODE(kept.stat().st_mode)) == (work.new[path], 0o640)
    assert [file.name for file in kept.parent.iterdir()] == ["kept"]


def test_a_link_to_a_foreign_file_is_refused(project: Path) -> None:
    (project / HERON).unlink()
    (project / HERON).symlink_to("mine.py")
    before = contents(project)
    done = run("generate")
    assert (done.status, done.out) == (1, "")
    assert f"{HERON}:1:1: error[file-foreign]" in done.err
    assert contents(project) == before


OBSTACLES: dict[str, Callable[[Path], object]] = {
    "a folder": Path.mkdir,
    "a link to nothing": lambda path: path.symlink_to("nothing"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a pipe": os.mkfifo,
}


@pytest.mark.parametrize("make", OBSTACLES.values(), ids=OBSTACLES.keys())
def test_what_is_not_a_file_is_reported_and_stays(
    project: Path, make: Callable[[Path], object]
) -> None:
    (project / HERON).unlink()
    make(project / HERON)
    before = sorted(project.rglob("*")), contents(project)
    for option in ([], ["--force"], ["--check"], ["--diff"]):
        done = run("generate", *option)
        assert (done.status, done.out) == (2, "")
        assert done.err.endswith(f"{HERON}: exists and is not a file\n")
        assert (sorted(project.rglob("*")), contents(project)) == before


@pytest.mark.parametrize("output", ["made", "made/below"])
def test_a_file_at_the_path_of_a_folder(project: Path, output: str) -> None:
    write(project / "made", "mine\n")
    before = contents(project)
    done = run("generate", "--output", output)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"provider-codes: {output}: ")
    assert contents(project) == before
