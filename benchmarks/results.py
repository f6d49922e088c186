"""The results, as in docs/performance.json."""

import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, cast


@dataclass
class Figure:
    """What one command took in each round: seconds, and MiB if measured."""

    seconds: list[float]
    mib: list[float] = field(default_factory=list[float])


@dataclass
class Goal:
    """A goal, and its value in each round; the median counts."""

    text: str
    limit: float
    values: list[float]
    unit: str = ""

    @property
    def met(self) -> bool:
        """Whether the median is within the limit."""
        return median(self.values) <= self.limit


@dataclass
class Result:
    """A row of the table: its results, and when and where they were measured."""

    figures: dict[str, Figure]
    goals: list[Goal]
    notes: list[str] = field(default_factory=list[str])
    machine: str = ""
    day: str = ""


@dataclass
class Results:
    """All rows, each as measured last, and the versions of the programs."""

    rows: dict[str, Result] = field(default_factory=dict[str, Result])
    versions: dict[str, str] = field(default_factory=dict[str, str])


def ratios(one: Figure, other: Figure) -> list[float]:
    """The ratio of each round."""
    pairs = zip(one.seconds, other.seconds, strict=True)
    return [seconds / other_seconds for seconds, other_seconds in pairs]


def marginal(figure: Figure, least: Figure, number: int) -> Figure:
    """The seconds per thing, beyond what a run with almost none takes."""
    pairs = zip(figure.seconds, least.seconds, strict=True)
    return Figure([(seconds - start) / number for seconds, start in pairs])


def read(path: Path) -> Results:
    """The results in a file, or none if there is no file."""
    if not path.is_file():
        return Results()
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    rows = {name: _result(row) for name, row in data["rows"].items()}
    return Results(rows, data["versions"])


def _result(row: dict[str, Any]) -> Result:
    figures = {label: Figure(**figure) for label, figure in row.pop("figures").items()}
    goals = [Goal(**goal) for goal in row.pop("goals")]
    return Result(figures, goals, **row)


def write(path: Path, results: Results) -> None:
    """Write the results with their significant digits."""
    text = json.dumps(_rounded(asdict(results)), indent=1, ensure_ascii=False)
    # The rounds of a figure on one line, so that a diff shows which figures are new.
    text = re.sub(r"\[\s+([-+\d.e,\s]+?)\s+\]", lambda found: f"[{_spaced(found[1])}]", text)
    path.write_text(f"{text}\n", encoding="utf-8")


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _rounded(value: object) -> object:
    match value:
        case float():
            return float(f"{value:.4g}")
        case dict():
            items = cast(dict[str, object], value).items()
            return {key: _rounded(item) for key, item in items}
        case list():
            return [_rounded(item) for item in cast(list[object], value)]
        case _:
            return value
