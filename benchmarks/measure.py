"""Measures whole processes: their wall-clock time and their peak memory.

The machine may be slow one minute and fast the next. So competing commands run alternately, round
by round, and each ratio compares results of the same round.
"""

import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from . import places
from .results import Figure


def _nothing() -> None:
    """Prepare nothing."""


@dataclass(frozen=True)
class Command:
    """A command to measure; `prepare` runs before each measurement."""

    label: str
    arguments: Sequence[str | Path]
    folder: Path
    prepare: Callable[[], None] = _nothing
    exits: int = 0
    settings: Mapping[str, str] = field(default_factory=dict[str, str])


class Failed(Exception):
    """A command failed."""


def in_turn(commands: Sequence[Command], rounds: int, *, warm: bool = True) -> dict[str, Figure]:
    """What each command took in each round; if `warm`, after a round that does not count."""
    if warm:
        for command in commands:
            _run(command)
    figures = {command.label: Figure([], []) for command in commands}
    for _ in range(rounds):
        for command in commands:
            seconds, mib = _run(command)
            figures[command.label].seconds.append(seconds)
            figures[command.label].mib.append(mib)
    return figures


def _run(command: Command) -> tuple[float, float]:
    command.prepare()
    spawn = Path(__file__).with_name("spawn.py")
    with TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        # -I and -S: its own start must not show in the figures.
        spawned = (places.PYTHON, "-I", "-S", spawn, log, *command.arguments)
        output = printed(spawned, command.folder, command.settings)
        seconds, kib, exited = output.split()
        if int(exited) != command.exits:
            end = log.read_text(encoding="utf-8", errors="replace")[-2000:]
            raise Failed(f"{command.label} ended with {exited}:\n{end}")
    return float(seconds), int(kib) / 1024


def printed(
    arguments: Sequence[str | Path],
    folder: Path = places.ROOT,
    settings: Mapping[str, str] | None = None,
) -> str:
    """The output of a process, run in the folder with these environment variables."""
    result = subprocess.run(
        arguments,
        cwd=folder,
        env=places.environment() | dict(settings or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return result.stdout


def compile_bytecode(*folders: Path) -> None:
    """Compile all modules below the folders, as an installer does."""
    for folder in folders:
        # Some packages contain files for other Pythons, which do not compile.
        subprocess.run(
            [places.PYTHON, "-m", "compileall", "-q", folder],
            env=places.environment(),
            stdout=subprocess.DEVNULL,
            check=False,
        )
