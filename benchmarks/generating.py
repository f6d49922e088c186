"""The rows about `generate`: five specs, and up to 100,000 codes."""

from pathlib import Path

from provider_codes_generator.model.registry import Provider

from . import data, peers, translated
from .measure import in_turn
from .results import Figure, Goal, Result, marginal, ratios

_ONE_CODE = "one code"


def five_specs(folder: Path) -> Result:
    """The five specs, nothing emitted yet."""
    _project(folder, data.real())
    fastest = [peers.dcg(folder, peers.DCG_BUILTIN), peers.dcg(folder, peers.DCG_RUFF)]
    default, protoc = peers.dcg(folder, peers.DCG), peers.protoc(folder)
    commands = [peers.ours(folder), protoc, *fastest, default, peers.afternoon(folder)]
    figures = in_turn([*commands, peers.bare(folder)], rounds=7)
    ours = figures[peers.OURS]
    return Result(
        figures,
        [
            Goal(f"at most 0.22 of {peers.DCG}", 0.22, ratios(ours, figures[peers.DCG])),
            Goal(f"at most 1.5 times {peers.PROTOC}", 1.5, ratios(ours, figures[peers.PROTOC])),
        ],
    )


def unchanged(folder: Path) -> Result:
    """The five specs, nothing changed."""
    _project(folder, data.real())
    before, again = "nothing emitted yet", "nothing changed"
    commands = [peers.ours(folder, before), peers.ours(folder, again, again=True)]
    figures = in_turn(commands, rounds=21)
    values = ratios(figures[again], figures[before])
    return Result(figures, [Goal("no slower than with nothing emitted yet", 1, values)])


def codes_10k(folder: Path) -> Result:
    """10,000 codes in 50 specs."""
    _project(folder, data.providers(50, 200))
    fastest = [peers.dcg(folder, peers.DCG_BUILTIN), peers.dcg(folder, peers.DCG_RUFF)]
    commands = [peers.ours(folder), peers.protoc(folder), *fastest]
    figures = in_turn(
        [*commands, peers.dcg(folder, peers.DCG), peers.afternoon(folder)], rounds=3, warm=False
    )
    modes = (figures[peers.DCG_BUILTIN].seconds, figures[peers.DCG_RUFF].seconds)
    quickest = Figure([min(pair) for pair in zip(*modes, strict=True)])
    text = f"at most 0.6 of {peers.DCG} at its fastest"
    return Result(figures, [Goal(text, 0.6, ratios(figures[peers.OURS], quickest))])


def codes_100k(folder: Path) -> Result:
    """100,000 codes in 500 specs."""
    sizes = {_ONE_CODE: (1, 1), "10,000 codes": (50, 200), peers.OURS: (500, 200)}
    figures = _sizes(folder, sizes, rounds=3)
    many = folder / peers.OURS
    translated.write(many, data.providers(500, 200))
    fastest = [peers.dcg(many, peers.DCG_BUILTIN), peers.dcg(many, peers.DCG_RUFF)]
    figures |= in_turn([*fastest, peers.protoc(many)], rounds=1, warm=False)
    ours, least = figures[peers.OURS], figures[_ONE_CODE]
    a_code = marginal(ours, least, 100_000)
    values = ratios(a_code, marginal(figures["10,000 codes"], least, 10_000))
    return Result(
        figures,
        [
            Goal("a code takes at most 1.2 times what it takes at 10,000", 1.2, values),
            Goal("peak memory at most 150 MiB", 150, ours.mib, "MiB"),
        ],
        [f"{peers.DCG} and {peers.PROTOC}: one round"],
    )


def one_list(folder: Path) -> Result:
    """20,000 codes in one list."""
    sizes = {_ONE_CODE: (1, 1), "1,000 codes": (1, 1_000), "20,000 codes": (1, 20_000)}
    figures = _sizes(folder, sizes, rounds=7)
    a_code = {
        label: marginal(figures[label], figures[_ONE_CODE], number)
        for label, (_, number) in sizes.items()
    }
    values = ratios(a_code["20,000 codes"], a_code["1,000 codes"])
    return Result(
        figures,
        [
            Goal("a code takes at most 1.2 times what it takes at 1,000", 1.2, values),
            Goal("peak memory at most 200 MiB", 200, figures["20,000 codes"].mib, "MiB"),
        ],
    )


def _project(folder: Path, providers: tuple[Provider, ...]) -> None:
    data.write_project(folder, providers)
    translated.write(folder, providers)


def _sizes(folder: Path, sizes: dict[str, tuple[int, int]], rounds: int) -> dict[str, Figure]:
    """`generate` in projects of several sizes, each in a folder named by its label."""
    for label, (number, codes) in sizes.items():
        data.write_project(folder / label, data.providers(number, codes))
    return in_turn([peers.ours(folder / label, label) for label in sizes], rounds, warm=False)
