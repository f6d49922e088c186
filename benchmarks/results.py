"""What was measured, as it stands in docs/performance.json."""

import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, cast


@dataclass
class Figure:
    """What one command took, round by round: seconds, and MiB where that was looked at."""

    seconds: list[float]
    mib: list[float] = field(default_factory=list[float])


@dataclass
class Goal:
    """A goal and what came of it: one value a round, of which the median counts."""

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
    """A row of the table: when and where it was measured, and all that was."""

    figures: dict[str, Figure]
    goals: list[Goal]
    notes: list[str] = field(default_factory=list[str])
    machine: str = ""
    day: str = ""


@dataclass
class Results:
    """All rows that were ever measured, each as it was the last time, and with what."""

    rows: dict[str, Result] = field(default_factory=dict[str, Result])
    versions: dict[str, str] = field(default_factory=dict[str, str])


def ratios(one: Figure, other: Figure) -> list[float]:
    """One over the other, round by round."""
    pairs = zip(one.seconds, other.seconds, strict=True)
    return [seconds / other_seconds for seconds, other_seconds in pairs]


def marginal(figure: Figure, least: Figure, number: int) -> Figure:
    """Seconds for each of a number of things, without what a run takes for next to none."""
    pairs = zip(figure.seconds, least.seconds, strict=True)
    return Figure([(seconds - start) / number for seconds, start in pairs])


def read(path: Path) -> Results:
    """The results in a file; none where there is none."""
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
    """Write the results, with no more digits than mean anything."""
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
