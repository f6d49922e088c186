"""The row about commands that do almost nothing."""

from pathlib import Path

from . import peers, places
from .measure import Command, in_turn
from .results import Goal, Result, ratios

_COMMANDS = (("--help",), ("lookup", "13"))


def start(folder: Path) -> Result:
    """`provider-codes --help`, and a lookup in the library."""
    commands = [
        Command(" ".join(("provider-codes", *arguments)), (places.TOOL, *arguments), folder)
        for arguments in _COMMANDS
    ]
    figures = in_turn([peers.bare(folder), *commands], rounds=21)
    goals = [
        Goal(
            f"{command.label} at most 4 times a bare interpreter start",
            4,
            ratios(figures[command.label], figures[peers.BARE]),
        )
        for command in commands
    ]
    return Result(figures, goals)
