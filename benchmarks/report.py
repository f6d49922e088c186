"""Writes docs/performance.md and its chart from the results alone."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, floor, log10
from pathlib import Path
from statistics import median

import jinja2

from . import peers
from .results import Figure, Goal, Result, Results
from .rows import ROWS

BEGIN = "<!-- made by `make bench` from performance.json -->"
END = "<!-- until here -->"

# The rows of the chart with their titles, and the programs that it shows.
_CHARTED = {"five-specs": "648 codes", "codes-10k": "10,000 codes", "codes-100k": "100,000 codes"}
_BARS = (
    *(peers.OURS, peers.PROTOC, peers.DCG_RUFF),
    *(peers.DCG_BUILTIN, peers.DCG, peers.AFTERNOON),
)


def page(text: str, results: Results) -> str:
    """The page with the text between the markers replaced."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page has lost its markers")
    return f"{before}{BEGIN}\n\n{tables(results)}\n{END}{after}"


def tables(results: Results) -> str:
    """The goals, where they were measured and with what, and what each command took."""
    rows = {name: results.rows[name] for name in ROWS if name in results.rows}
    return "\n".join(
        [
            *("| work | goal | measured | met |", "|---|---|---|---|"),
            *_goals(rows),
            "",
            *("| work | command | time | peak memory | rounds |", "|---|---|---|---|---|"),
            *_figures(rows),
            "",
            *_sources(rows),
            f"Versions: {', '.join(f'{name} {at}' for name, at in results.versions.items())}.",
            "",
        ]
    )


def _goals(rows: Mapping[str, Result]) -> Iterator[str]:
    for name, row in rows.items():
        for place, goal in enumerate(row.goals):
            work = ROWS[name].work if place == 0 else ""
            met = "yes" if goal.met else "**no**"
            yield f"| {work} | {goal.text} | {_measured(goal)} | {met} |"


def _measured(goal: Goal) -> str:
    unit = f" {goal.unit}" if goal.unit else ""
    return f"{_spread(goal.values)}{unit}"


def _figures(rows: Mapping[str, Result]) -> Iterator[str]:
    for name, row in rows.items():
        for place, (label, figure) in enumerate(row.figures.items()):
            work = ROWS[name].work if place == 0 else ""
            yield f"| {work} | {label} | {_took(figure)} | {len(figure.seconds)} |"


def _took(figure: Figure) -> str:
    factor, unit = next(
        (factor, unit)
        for factor, unit, least in ((1, "s", 0.1), (1e3, "ms", 1e-4), (1e9, "ns", 0))
        if median(figure.seconds) >= least
    )
    seconds = _spread([value * factor for value in figure.seconds])
    memory = f"{median(figure.mib):.0f} MiB" if figure.mib else ""
    return f"{seconds} {unit} | {memory}"


def _spread(values: Sequence[float], digits: int = 3) -> str:
    """The median, the minimum and the maximum; large numbers without an exponent."""
    low, middle, high = (
        f"{value:.0f}" if value >= 10**digits else f"{value:#.{digits}g}".rstrip(".")
        for value in (min(values), median(values), max(values))
    )
    return middle if len(values) == 1 else f"{middle} ({low}–{high})"


def _sources(rows: Mapping[str, Result]) -> Iterator[str]:
    machines: dict[str, list[str]] = {}
    for name, row in rows.items():
        machines.setdefault(f"{row.machine}, {row.day}", []).append(name)
        for note in row.notes:
            yield f"`{name}`: {note}.\n"
    for machine, names in machines.items():
        which = "" if len(machines) == 1 else f" ({', '.join(names)})"
        yield f"Measured on {machine}{which}.\n"


def chart(results: Results) -> str:
    """The chart as SVG: what each command takes at each size, on a logarithmic scale."""
    groups = [
        (title, [(label, median(figures[label].seconds)) for label in _BARS if label in figures])
        for name, title in _CHARTED.items()
        if (figures := results.rows[name].figures if name in results.rows else {})
    ]
    seconds = [value for _, bars in groups for _, value in bars]
    template = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    ).get_template("chart.svg.j2")
    ticks = range(floor(log10(min(seconds, default=1))), ceil(log10(max(seconds, default=1))) + 1)
    return template.render(groups=groups, ticks=ticks, ours=peers.OURS, log10=log10)
