"""Writing, whatever happens meanwhile: kills, Ctrl-C, full disks, links.

Each file is the old one or the new one, whole; the next run finishes the work; and what is not
ours is neither changed nor removed. `PROVIDER_CODES_KILLS` says how often processes are killed.
"""

import argparse
import errno
import io
import os
import random
import runpy
import signal
import stat
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any, Literal, NamedTuple, TypeAlias, cast

import pytest
from provider_codes_generator.cli import app as cli
from provider_codes_generator.emit.seal import seal_json, seal_python
from helpers_generate import (
    COMMAND,
    EMITTED,
    PACKAGE,
    SCHEMA,
    SHARED,
    contents,
    copy_repository,
    edit,
    make_project,
    run,
    tree,
    write,
)

KILLS = int(os.environ.get("PROVIDER_CODES_KILLS", "20"))
SUFFIX = ".provider-codes.tmp"
HERON = f"{PACKAGE}/heron.py"
IBIS = f"{PACKAGE}/ibis.py"
# Of other programs and other people; some of it looks like ours.
STRANGERS = (
    "notes.txt",
    "mine.py",
    "mine/heron.py",
    "heron.py~",
    "#heron.py#",
    ".#heron.py",
    ".heron.py.swp",
    ".heron.py.k2x9a_1b.tmp",
    "heron.py.tmp",
    ".hidden",
    f"provider-codes{SUFFIX}",
    f"heron.py.0123456789abcdef{SUFFIX}",
    f"{SUFFIX}/kept",
)

Contents: TypeAlias = dict[str, bytes]


class Work(NamedTuple):
    """Something to be written in a folder: its files before and afterwards."""

    folder: Path
    arguments: tuple[str, ...]
    old: Contents
    new: Contents

    def due(self) -> list[str]:
        """The files that change."""
        paths = sorted(self.old.keys() | self.new.keys())
        return [path for path in paths if self.old.get(path) != self.new.get(path)]

    def reset(self) -> None:
        """Bring the old files back."""
        for path in self.due():
            if path in self.old:
                (self.folder / path).write_bytes(self.old[path])
            else:
                (self.folder / path).unlink(missing_ok=True)

    def written(self) -> list[str]:
        """The files that are new by now. Each has to be the old one or the new one, whole."""
        now = self._now()
        for path in now.keys() | self.old.keys() | self.new.keys():
            assert now.get(path) in (self.old.get(path), self.new.get(path)), path
        return [path for path in self.due() if now.get(path) == self.new.get(path)]

    def finish(self) -> None:
        """What the next run has to do, whatever an earlier one has left."""
        done = run(*self.arguments)
        assert done.status == 0, done.err
        assert self._now() == self.new

    def _now(self) -> Contents:
        """The files that are there; a kill may leave temporary ones, which do no harm."""
        return {path: text for path, text in contents(self.folder).items() if not is_ours(path)}


def is_ours(path: str) -> bool:
    """Whether a file is a temporary one of ours."""
    name = Path(path).name
    return name.startswith(".") and name.endswith(SUFFIX) and name != SUFFIX


def temporary(folder: Path) -> list[str]:
    """The temporary files of ours below a folder."""
    return [path for path in contents(folder) if is_ours(path)]


def add_strangers(folder: Path) -> None:
    """Files that are not ours, in a folder where we write."""
    for name in STRANGERS:
        write(folder / name, f"{name} is not yours\n")


def alter_emitted(project: Path) -> None:
    """Make every emitted file old, as that of an earlier release; one is gone, one not due."""
    for path in EMITTED:
        body = seal_json('{\n  "old": 1\n}\n', "it") if path == SCHEMA else seal_python("O=1", "it")
        write(project / path, body)
    (project / SHARED[2]).unlink()
    write(project / PACKAGE / "ibis.py", seal_python("IBIS = 1\n", "ibis.yaml"))


def expect(folder: Path, arguments: tuple[str, ...]) -> Work:
    """What is to be written in the current folder, by a run that nothing disturbs."""
    old = contents(folder)
    assert run(*arguments).status == 0
    work = Work(folder, arguments, old, contents(folder))
    work.reset()
    assert contents(folder) == old
    return work


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """A small project in which every file is due; the current folder."""
    monkeypatch.chdir(tmp_path)
    make_project(tmp_path)
    for folder in (PACKAGE, "docs/codes"):
        add_strangers(tmp_path / folder)
    alter_emitted(tmp_path)
    work = expect(tmp_path, ("generate",))
    assert work.due() == sorted([*EMITTED, f"{PACKAGE}/ibis.py"])
    return work


@pytest.fixture
def altered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """A copy of this repository in which most files are due; the current folder."""
    monkeypatch.chdir(tmp_path)
    copy_repository(tmp_path)
    package = tmp_path / "generated/provider_codes"
    for folder in (package, tmp_path / "specs"):
        add_strangers(folder)
    (tmp_path / "specs/smspartner.yaml").unlink()
    for spec in (tmp_path / "specs").glob("*.yaml"):
        edit(spec, "\ntitle: ", "\ntitle: The new ")
    write(tmp_path / "specs/schema.json", seal_json('{\n  "old": 1\n}\n', "it"))
    (package / "py.typed").unlink()
    work = expect(tmp_path, ("generate",))
    slugs = ("ecall", "fonedynamics", "infobip", "smsapi", "smspartner")
    modules = ("__init__", "_modules", *slugs, *(f"_{slug}_meanings" for slug in slugs))
    names = {f"generated/provider_codes/{name}.py" for name in modules}
    assert {*work.due()} == names | {"generated/provider_codes/py.typed", "specs/schema.json"}
    return work


PAGE = """\
# Answers

## Statuses

| Code | Name | Description |
|---|---|---|
| 10 | SENT | It was sent. |
| 20 | FAILED | It failed for good. |
| 30 | LOST | Nobody knows. |
"""
CHANGELOG = "# Changelog\n\n## Unreleased\n\n## 0.1.0\n\n- All.\n"
SPEC = "specs/wren.yaml"
UPDATE = ("update", "wren", "--document", "page.md", "--retrieved", "2027-01-02")


@pytest.fixture
def update(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """A project whose spec and changelog are due after its page has changed."""
    monkeypatch.chdir(tmp_path)
    table = '[tool.provider-codes]\nspecs = "specs"\nchangelog = "CHANGELOG.md"\n'
    write(tmp_path / "pyproject.toml", table)
    write(tmp_path / "CHANGELOG.md", CHANGELOG)
    write(tmp_path / "page.md", PAGE)
    for folder in (tmp_path, tmp_path / "specs"):
        add_strangers(folder)
    drafted = run("new", "wren", "--document", "page.md", "--retrieved", "2026-01-02")
    assert drafted.status == 0, drafted.err
    edit(tmp_path / "page.md", "It was sent.", "It has been sent.")
    edit(tmp_path / "page.md", "| 30 |", "| 25 | LATE | It comes. |\n| 30 |")
    work = expect(tmp_path, UPDATE)
    assert work.due() == ["CHANGELOG.md", SPEC]
    return work


# A process that ends at a random point

# As the installed command does it; but it says when Python itself has come up, and leaves at
# once when all is done, because what Ctrl-C does before and after that is not ours.
DRIVER = """
import os, sys
from provider_codes_generator.__main__ import run
print("ready", flush=True)
status = run()
sys.stdout.flush()
sys.stderr.flush()
os._exit(status)
"""
Signal: TypeAlias = Literal[signal.Signals.SIGKILL, signal.Signals.SIGINT]


class Ended(NamedTuple):
    """How a process ended."""

    was_writing: bool
    status: int
    err: str


class Ender:
    """Starts a command over and over, and ends it at random points."""

    def __init__(self, work: Work, how: Signal) -> None:
        self._work = work
        self._how = how
        self._folders = sorted({work.folder / Path(path).parent for path in work.due()})
        self._random = random.Random(20270102)
        runs = [self._measure() for _ in range(3)]
        self._whole = median(whole for whole, _ in runs)
        self._writing = median(writing for _, writing in runs)

    def end(self, *, when_writing: bool) -> Ended:
        """End a run within the time that one takes, or once it has begun to write."""
        process = self._start()
        if when_writing:
            self._wait_for_writing(process)
        time.sleep(self._random.uniform(0, self._writing if when_writing else self._whole))
        was_writing = self._is_writing()
        process.send_signal(self._how)
        _, err = process.communicate(timeout=60)
        return Ended(was_writing, process.returncode, err)

    def _start(self) -> "subprocess.Popen[str]":
        is_kill = self._how is signal.SIGKILL
        command = [str(COMMAND)] if is_kill else [sys.executable, "-c", DRIVER]
        process = subprocess.Popen(
            [*command, *self._work.arguments],
            cwd=self._work.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        if not is_kill:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        return process

    def _measure(self) -> tuple[float, float]:
        """How long a run takes in all, and how long it writes."""
        begin = time.monotonic()
        process = self._start()
        self._wait_for_writing(process)
        first = last = time.monotonic()
        while process.poll() is None:
            if self._is_writing():
                last = time.monotonic()
            time.sleep(0.0002)
        end = time.monotonic()
        process.communicate()
        self._work.reset()
        return end - begin, last - first

    def _wait_for_writing(self, process: "subprocess.Popen[str]") -> None:
        while process.poll() is None and not self._is_writing():
            time.sleep(0.0002)

    def _is_writing(self) -> bool:
        return any(is_ours(name) for folder in self._folders for name in os.listdir(folder))


def end_often(work: Work, how: Signal, times: int) -> str:
    """End that many runs; what they leave, and what the next one makes of it, has to be right."""
    ender = Ender(work, how)
    figures: Counter[str] = Counter()
    for number in range(times):
        ended = ender.end(when_writing=number % 2 == 1)
        written, unfinished = work.written(), temporary(work.folder)
        if how is signal.SIGINT:
            assert unfinished == []
            if "Exception ignored in" not in ended.err:  # Python itself has lost the signal
                assert "Traceback" not in ended.err
                is_told = ended.err.endswith("provider-codes: interrupted\n")
                assert (ended.status, is_told) in ((130, True), (0, False)), ended
        else:
            assert ended.status in (-how, 0), ended
        if ended.status == 0:
            assert written == work.due()
            figures["came too late"] += 1
        elif ended.was_writing or unfinished or 0 < len(written) < len(work.due()):
            figures["while writing"] += 1
            figures["with some files new"] += bool(written)
        else:
            figures["after writing" if written else "before writing"] += 1
        work.finish()
        work.reset()
        for path in temporary(work.folder):
            (work.folder / path).unlink()
    return f"{times} times {how.name}, {work.arguments[0]}: {dict(sorted(figures.items()))}"


def test_a_kill_leaves_whole_files_which_the_next_run_finishes(altered: Work) -> None:
    print(end_often(altered, signal.SIGKILL, KILLS))


def test_a_kill_of_update_leaves_a_whole_spec_and_a_whole_changelog(update: Work) -> None:
    print(end_often(update, signal.SIGKILL, KILLS // 4))


def replace_generate(
    monkeypatch: pytest.MonkeyPatch, run: Callable[[argparse.Namespace], int]
) -> None:
    """Let `generate` run another function."""
    table = [replace(each, run=run) if each.name == "generate" else each for each in cli.COMMANDS]
    monkeypatch.setattr(cli, "COMMANDS", tuple(table))


def interrupted_class(options: object) -> int:
    """What Python 3.11 makes of an interrupt while an import makes a class."""
    raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()


def mistaken(options: object) -> int:
    """A mistake of the tool, which must not pass for an interrupt."""
    raise RuntimeError("out of order")


def test_an_interrupt_in_an_import_is_one(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_generate(monkeypatch, interrupted_class)
    assert run("generate") == (130, "", "provider-codes: interrupted\n")
    replace_generate(monkeypatch, mistaken)
    with pytest.raises(RuntimeError, match="out of order"):
        run("generate")


def test_ctrl_c_leaves_whole_files_and_no_traceback(work: Work) -> None:
    print(end_often(work, signal.SIGINT, KILLS // 4))


def test_ctrl_c_in_update_leaves_whole_files_and_no_traceback(update: Work) -> None:
    print(end_often(update, signal.SIGINT, KILLS // 8))


def test_ctrl_c_is_told_by_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_options: object) -> int:
        raise KeyboardInterrupt

    replace_generate(monkeypatch, interrupt)
    assert run("generate") == (130, "", "provider-codes: interrupted\n")
    monkeypatch.setattr(sys, "argv", ["provider-codes", "generate"])
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("provider_codes_generator", run_name="__main__")
    assert stopped.value.code == 130
    assert capsys.readouterr().err == "provider-codes: interrupted\n"


@pytest.mark.parametrize("function", ["open", "chmod", "replace"])
def test_ctrl_c_at_every_step_leaves_nothing_temporary(
    work: Work, function: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    numbers = iter(range(1, 100))
    while disturbed(monkeypatch, function, next(numbers), interrupt).status == 130:
        work.written()
        assert temporary(work.folder) == []
        work.reset()
    assert contents(work.folder) == work.new
    assert next(numbers) > 3


def disturbed(
    monkeypatch: pytest.MonkeyPatch,
    function: str,
    number: int,
    what: Callable[[], object],
    arguments: tuple[str, ...] = ("generate",),
) -> "Outcome":
    """A run during which something happens right before a function is called the nth time."""
    calls = 0
    module = io if function == "open" else os
    real = getattr(module, function)

    def call(*given: object, **options: object) -> object:
        nonlocal calls
        is_counted = function != "open" or "x" in given
        calls += is_counted
        if is_counted and calls == number:
            what()
        return real(*given, **options)

    with monkeypatch.context() as patch:
        if function == "open":
            patch.setattr("builtins.open", call)
        else:
            patch.setattr(module, function, call)
        done = run(*arguments)
    return Outcome(done.status, done.out, done.err, calls)


class Outcome(NamedTuple):
    """What a disturbed run leaves to be seen, and how often the function was called."""

    status: int
    out: str
    err: str
    calls: int


# Disks and folders that cannot be written


def failing(number: int) -> Callable[[], object]:
    """What raises this error."""

    def fail() -> None:
        raise OSError(number, os.strerror(number), "a name of no use to anybody")

    return fail


def expect_message(err: str, number: int, work: Work) -> None:
    """One line, which names the file that could not be written, and says why."""
    line = err.splitlines()[-1]
    assert line.startswith("provider-codes: ") and line.endswith(f": {os.strerror(number)}")
    assert any(path in line for path in work.due()), line
    assert "Traceback" not in err and err.count("provider-codes:") == 1


@pytest.mark.parametrize("kind", ["work", "update"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
@pytest.mark.parametrize("function", ["open", "chmod", "replace"])
def test_an_error_at_every_step_leaves_whole_files(
    kind: str,
    number: int,
    function: str,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    work: Work = request.getfixturevalue(kind)
    for call in range(1, 100):
        done = disturbed(monkeypatch, function, call, failing(number), work.arguments)
        if done.calls < call:
            assert done.status == 0
            break
        assert done.status == 2
        expect_message(done.err, number, work)
        assert len(work.written()) == (call - 1 if function == "replace" else 0)
        assert temporary(work.folder) == []
        work.finish()
        work.reset()
    else:
        raise AssertionError("no end")
    assert contents(work.folder) == work.new


class FullDisk(io.FileIO):
    """A file on a disk that has so many bytes left."""

    left = 0

    def write(self, data: object, /) -> int:
        """Write what there is place for."""
        text = bytes(cast(memoryview, data))
        if text and not FullDisk.left:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        FullDisk.left -= (count := min(len(text), FullDisk.left))
        return super().write(text[:count])


def test_a_disk_that_is_full_at_any_byte_changes_nothing(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[..., object] = open

    def opened(path: str, mode: str = "r", **options: Any) -> object:
        if mode != "x":
            return real(path, mode, **options)
        return io.TextIOWrapper(io.BufferedWriter(FullDisk(path, mode)), **options)

    needed = sum(len(work.new[path]) for path in work.due() if path in work.new)
    for left in (0, 1, *range(1000, needed, 3000), needed - 1):
        FullDisk.left = left
        with monkeypatch.context() as patch:
            patch.setattr("builtins.open", opened)
            done = run("generate")
        assert done.status == 2
        expect_message(done.err, errno.ENOSPC, work)
        assert contents(work.folder) == work.old
    work.finish()


LIMITED = """
import resource, sys
limit = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
from provider_codes_generator.cli.app import main
raise SystemExit(main())
"""


@pytest.mark.parametrize("share", [0, 0.5, 0.9, 1])
def test_a_file_that_may_not_become_so_large_changes_nothing(work: Work, share: float) -> None:
    largest = max(len(work.new[path]) for path in EMITTED)
    done = subprocess.run(
        [sys.executable, "-B", "-c", LIMITED, str(max(0, int(largest * share) - 1)), "generate"],
        cwd=work.folder,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (2, "")
    expect_message(done.stderr, errno.EFBIG, work)
    assert contents(work.folder) == work.old
    work.finish()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere; see EACCES above")
@pytest.mark.parametrize("folder", [PACKAGE, "docs/codes"])
def test_a_folder_that_may_not_be_written_changes_nothing(work: Work, folder: str) -> None:
    (work.folder / folder).chmod(0o555)
    try:
        done = run("generate")
    finally:
        (work.folder / folder).chmod(0o755)
    assert done.status == 2
    expect_message(done.err, errno.EACCES, work)
    assert contents(work.folder) == work.old
    work.finish()


def entries(folder: Path) -> dict[str, tuple[str, bytes]]:
    """What is below a folder, links and folders as such."""
    found: dict[str, tuple[str, bytes]] = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = (f"link to {os.readlink(path)}", b"")
        else:
            found[name] = ("file", path.read_bytes()) if path.is_file() else ("folder", b"")
    return found


# What else may be where a file goes


@pytest.mark.parametrize("path", [HERON, SCHEMA])
def test_a_link_stays_one_and_what_it_leads_to_is_brought_up_to_date(work: Work, path: str) -> None:
    kept = work.folder / "elsewhere/kept"
    kept.parent.mkdir()
    add_strangers(kept.parent)
    strangers = contents(kept.parent)
    (work.folder / path).replace(kept)
    kept.chmod(0o640)
    (work.folder / path).symlink_to(kept)
    assert run("generate").status == 0
    assert (work.folder / path).readlink() == kept
    assert (kept.read_bytes(), stat.S_IMODE(kept.stat().st_mode)) == (work.new[path], 0o640)
    assert contents(kept.parent) == strangers | {"kept": work.new[path]}
    assert f"{path}:1:1: error" not in run("generate", "--check").out


def test_a_spec_that_is_a_link_stays_one(update: Work) -> None:
    (update.folder / SPEC).rename(update.folder / "kept.yaml")
    (update.folder / SPEC).symlink_to("../kept.yaml")
    assert run(*update.arguments).status == 0
    assert os.readlink(update.folder / SPEC) == "../kept.yaml"
    assert (update.folder / "kept.yaml").read_bytes() == update.new[SPEC]


def test_a_link_to_what_is_not_ours_is_refused(work: Work) -> None:
    (work.folder / HERON).unlink()
    (work.folder / HERON).symlink_to("mine.py")
    before = tree(work.folder)
    done = run("generate")
    assert (done.status, done.out) == (1, "")
    assert f"{HERON}:1:1: error[file-foreign]" in done.err
    assert tree(work.folder) == before


def test_a_link_where_no_file_is_to_be_any_more_stays(work: Work) -> None:
    (work.folder / IBIS).rename(work.folder / "ibis.py")
    (work.folder / IBIS).symlink_to(work.folder / "ibis.py")
    assert run("generate", "--force").status == 0
    assert (work.folder / IBIS).readlink() == work.folder / "ibis.py"
    assert (work.folder / "ibis.py").read_bytes() == work.old[IBIS]
    assert f"{IBIS}:1:1: error[file-foreign]" in run("generate", "--check").out


OBSTACLES: dict[str, Callable[[Path], object]] = {
    "a folder": Path.mkdir,
    "a folder with files": lambda path: write(path / "mine", "mine"),
    "a link to nothing": lambda path: path.symlink_to("nothing"),
    "a link to nothing elsewhere": lambda path: path.symlink_to("nowhere/nothing"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to a folder": lambda path: path.symlink_to("mine"),
    "a pipe": os.mkfifo,
}


@pytest.mark.parametrize("path", [HERON, SCHEMA, SHARED[2]])
@pytest.mark.parametrize("make", OBSTACLES.values(), ids=OBSTACLES.keys())
def test_what_is_no_file_is_told_and_stays(
    work: Work, make: Callable[[Path], object], path: str
) -> None:
    (work.folder / path).unlink(missing_ok=True)
    make(work.folder / path)
    before = entries(work.folder)
    for option in ([], ["--force"], ["--check"], ["--diff"]):
        done = run("generate", *option)
        assert (done.status, done.out) == (2, "")
        assert done.err.endswith(f"{path}: is there, and is no file\n")
        assert entries(work.folder) == before


def test_an_output_folder_that_is_a_link_stays_one(work: Work) -> None:
    package = work.folder / PACKAGE
    package.rename(work.folder / "kept")
    package.symlink_to(work.folder / "kept")
    assert run("generate").status == 0
    assert package.readlink() == work.folder / "kept"
    made = contents(work.folder / "kept")
    new = work.new.items()
    assert made == {p.removeprefix(f"{PACKAGE}/"): t for p, t in new if p.startswith(PACKAGE)}


def test_one_folder_under_two_names(work: Work) -> None:
    """The specs and the package in one folder."""
    (work.folder / "other").symlink_to("docs/codes")
    done = run("generate", "--output", "other")
    assert (done.status, temporary(work.folder)) == (0, [])
    assert (work.folder / "docs/codes/heron.py").read_bytes() == work.new[HERON]


@pytest.mark.parametrize("kind", ["a file", "a link to itself"])
@pytest.mark.parametrize("output", ["made", "made/below"])
def test_something_else_where_a_folder_goes(work: Work, kind: str, output: str) -> None:
    if kind == "a file":
        write(work.folder / "made", "mine\n")
    else:
        (work.folder / "made").symlink_to("made")
    before = entries(work.folder)
    done = run("generate", "--output", output)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"provider-codes: {output}: ")
    assert entries(work.folder) == before


def test_a_link_to_a_folder_that_is_not_there_yet(work: Work) -> None:
    (work.folder / "made").symlink_to("build/codes")
    assert run("generate", "--output", "made").status == 0
    assert os.readlink(work.folder / "made") == "build/codes"
    assert (work.folder / "build/codes/heron.py").read_bytes() == work.new[HERON]


# What stays


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444, 0o755])
def test_a_file_keeps_its_mode(work: Work, mode: int) -> None:
    paths = [path for path in EMITTED if path in work.old]
    for path in paths:
        (work.folder / path).chmod(mode)
    work.finish()
    modes = {path: stat.S_IMODE((work.folder / path).stat().st_mode) for path in paths}
    assert modes == dict.fromkeys(paths, mode)


def test_a_spec_and_a_changelog_keep_their_modes(update: Work) -> None:
    (update.folder / SPEC).chmod(0o640)
    (update.folder / "CHANGELOG.md").chmod(0o600)
    update.finish()
    assert stat.S_IMODE((update.folder / SPEC).stat().st_mode) == 0o640
    assert stat.S_IMODE((update.folder / "CHANGELOG.md").stat().st_mode) == 0o600
