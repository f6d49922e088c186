"""Where something is in a file."""

from typing import NamedTuple


class Place(NamedTuple):
    """A position in a file; line and column count from 1.

    A tuple, because a spec has a place per scalar, and tuples are the fastest to create.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Place("")
