"""The rows of the table: the title of each, and the function that measures it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from . import drifting, generating, library, starting
from .results import Result


@dataclass(frozen=True)
class Row:
    """The title of some work, and the function that measures it in a folder of its own."""

    work: str
    run: Callable[[Path], Result]


ROWS: Mapping[str, Row] = {
    "five-specs": Row("the five specs, nothing emitted yet", generating.five_specs),
    "unchanged": Row("the five specs, nothing changed", generating.unchanged),
    "codes-10k": Row("10,000 codes in 50 specs", generating.codes_10k),
    "codes-100k": Row("100,000 codes in 500 specs", generating.codes_100k),
    "one-list": Row("one spec of 20,000 codes in one list", generating.one_list),
    "drift": Row("`drift` over the five pages", drifting.five_pages),
    "large-page": Row("`drift` of a 10 MB page", drifting.large_page),
    "import": Row("importing a provider's module", library.importing),
    "members": Row("`m.permanent`, `E(v)`, `E.parse(v)`", library.members),
    "checkers": Row("checking the library, cold", library.checkers),
    "start": Row("`provider-codes --help`, `lookup`", starting.start),
}
