"""Where something is in a file."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Place(NamedTuple):
    """A position in a file; line and column count from 1. Tuples are the fastest to create."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Place("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Something that a file says. A comparison ignores where.

    If it `is_partial`, a part of it could not be read, which is already reported.
    """

    place: Place = field(default=NOWHERE, compare=False)
    is_partial: bool = field(default=False, compare=False)
