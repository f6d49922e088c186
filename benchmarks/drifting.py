"""The rows about `drift`: the five pages, and pages of up to 10 MB."""

import shutil
from dataclasses import replace
from pathlib import Path

from . import data, pages, peers, places
from .measure import Command, in_turn
from .results import Figure, Goal, Result, marginal, ratios

_MB = 1_000_000
# As many rows as a spec may have: 10 MB of rows alone would be a spec beyond the limit of 10 MiB.
_ROWS_OF_MB = 5_000
_SHAPES = {"Markdown": "markdown", "columns": "columns", "HTML": "html"}


def five_pages(folder: Path) -> Result:
    """`drift` over the five pages."""
    saved = folder / "pages"
    if places.PAGES.is_dir():
        shutil.copytree(places.SPECS, folder / "specs")
        shutil.copytree(places.PAGES, saved, ignore=shutil.ignore_patterns("NOTES*"))
        note = "the pages as the providers had them"
    else:
        providers = [pages.bound(provider, "markdown") for provider in data.real()]
        data.write_project(folder, providers)
        saved.mkdir()
        for provider in providers:
            text = pages.page(provider, "markdown")
            (saved / f"{provider.provider}.md").write_text(text, encoding="utf-8")
        note = "the pages are made from the specs: those of the providers are not here"
    drift = Command("drift", (places.TOOL, "drift", "--documents", saved), folder)
    figures = in_turn([peers.bare(folder), drift], rounds=15)
    values = ratios(figures["drift"], figures[peers.BARE])
    return Result(figures, [Goal("at most 20 times a bare interpreter start", 20, values)], [note])


def large_page(folder: Path) -> Result:
    """`drift` of a page of 10 MB, whose last row is new."""
    goals: list[Goal] = []
    figures: dict[str, Figure] = {}
    for name, shape in _SHAPES.items():
        one, small, large = f"{name}, one row", f"{name}, 100 kB", f"{name}, 10 MB"
        sizes = {one: 0.0, small: 0.1, large: 10.0}
        commands = [_drift(folder / label, label, shape, mb) for label, mb in sizes.items()]
        figures |= in_turn(commands, rounds=3, warm=False)
        a_row = {
            label: marginal(figures[label], figures[one], _rows(sizes[label]))
            for label in (small, large)
        }
        text = f"{name}: a row takes at most 1.3 times what it takes at 100 kB"
        goals.append(Goal(text, 1.3, ratios(a_row[large], a_row[small])))
        size = (folder / large / "page").stat().st_size / 2**20
        peaks = [mib / size for mib in figures[large].mib]
        goals.append(Goal(f"{name}: peak memory at most 15 times the page", 15, peaks))
    note = f"{_rows(0.1):,} and {_rows(10):,} rows, the rest prose: as many as a spec may have"
    return Result(figures, goals, [note])


def _rows(mb: float) -> int:
    return max(1, round(mb * _ROWS_OF_MB))


def _drift(folder: Path, label: str, shape: str, mb: float) -> Command:
    """The command for a page of that size, and a spec that lacks only its last row."""
    full = pages.bound(data.provider(0, _rows(mb) + 1, grouped=False), shape)
    (code_list,) = full.lists
    known = replace(full, lists=(replace(code_list, codes=code_list.codes[:-1]),))
    data.write_project(folder, [known])
    text = pages.page(full, shape, size=round(mb * _MB))
    (folder / "page").write_text(text, encoding="utf-8")
    arguments = (places.TOOL, "drift", known.provider, "--document", "page")
    return Command(label, arguments, folder, exits=1)
