"""The rows about the emitted library: importing it, reading its members, and checking its types."""

import json
import os
import shutil
from pathlib import Path
from statistics import median

from . import data, places
from .measure import Command, compile_bytecode, in_turn, printed
from .results import Figure, Goal, Result, ratios
from .translated import plain_enums

_LIBRARY, _PLAIN = "provider_codes", "plain_enums"

# CPU time, because a module takes a few milliseconds. What every user of any of the modules has
# loaded anyway is loaded before the measurement.
_IMPORT = """
import enum, sys, time, typing
sys.path.insert(0, {folder!r})
import {before}
start = time.process_time()
import {module}
print(time.process_time() - start)
"""


def importing(folder: Path) -> Result:
    """Importing a provider's module from compiled bytecode."""
    slugs = _packages(folder)
    compile_bytecode(folder)
    figures: dict[str, Figure] = {}
    for _ in range(31):
        for slug in slugs:
            for package, before in ((_PLAIN, _PLAIN), (_LIBRARY, f"{_LIBRARY}._runtime")):
                module = f"{package}.{slug}"
                code = _IMPORT.format(folder=str(folder), before=before, module=module)
                seconds = float(printed([places.PYTHON, "-c", code]))
                figures.setdefault(module, Figure([])).seconds.append(seconds)
    goals = [
        Goal(
            f"{slug}: at most 1.2 times plain enums",
            1.2,
            ratios(figures[f"{_LIBRARY}.{slug}"], figures[f"{_PLAIN}.{slug}"]),
        )
        for slug in slugs
    ]
    return Result(figures, goals)


def members(folder: Path) -> Result:
    """`m.permanent`, `E(v)` and `E.parse(v)`, within a process."""
    script = Path(__file__).with_name("members.py")
    seconds_of: dict[str, list[float]] = json.loads(printed([places.PYTHON, script]))
    figures = {label: Figure(seconds) for label, seconds in seconds_of.items()}
    tables = [label for label in figures if "[" in label]
    by_hand = min(tables, key=lambda label: median(figures[label].seconds))
    pairs = [
        ("m.permanent", 1.1, by_hand),
        ("E(v)", 1.1, "IntEnum: E(v)"),
        ("E.parse(v)", 0.6, "IntEnum: E(v)"),
        ("E.parse(v), unlisted", 0.6, "IntEnum: E(v) in try/except, unlisted"),
        ("E.parse(text)", 1.1, "StrEnum: E(text)"),
    ]
    return Result(
        figures,
        [
            Goal(
                f"{ours} at most {limit} times {hand}", limit, ratios(figures[ours], figures[hand])
            )
            for ours, limit, hand in pairs
        ],
        ["try/except is in a class method, like `parse`, and returns an unlisted value unchanged"],
    )


def checkers(folder: Path) -> Result:
    """Checking the library, cold."""
    _packages(folder)
    figures: dict[str, Figure] = {}
    goals: list[Goal] = []
    for name, limit, command in (("mypy --strict", 1.3, _mypy), ("pyright", 1.6, _pyright)):
        commands = [command(folder, package, f"{name} {package}") for package in (_PLAIN, _LIBRARY)]
        plain, library = (each.label for each in commands)
        figures |= in_turn(commands, rounds=5)
        text = f"{name} at most {limit} times plain enums"
        goals.append(Goal(text, limit, ratios(figures[library], figures[plain])))
    return Result(figures, goals)


def _packages(folder: Path) -> list[str]:
    """Write the library and a package of plain enums, and return the names of their modules."""
    # Plain enums have nothing like the command line and the pairings with libraries.
    command = (
        "__main__.py",
        "_advice.py",
        "_catalogue.py",
        "_export.py",
        "_lookup.py",
        "_search.py",
    )
    besides = ("__pycache__", *command, "for_*.py")
    shutil.copytree(places.LIBRARY, folder / _LIBRARY, ignore=shutil.ignore_patterns(*besides))
    plain = folder / _PLAIN
    plain.mkdir()
    (plain / "__init__.py").touch()
    providers = data.real()
    for provider in providers:
        (plain / f"{provider.provider}.py").write_text(plain_enums(provider), encoding="utf-8")
    return [provider.provider for provider in providers]


def _mypy(folder: Path, package: str, label: str) -> Command:
    program = places.PYTHON.with_name("mypy")
    arguments = (program, "--strict", "--no-incremental", "--cache-dir", os.devnull, package)
    return Command(label, arguments, folder)


def _pyright(folder: Path, package: str, label: str) -> Command:
    program = places.PYTHON.with_name("pyright")
    return Command(label, (program, "--pythonpath", places.PYTHON, package), folder)
