"""Where something is in a file."""

from typing import NamedTuple


class Place(NamedTuple):
    """A position in a file; line and column count from 1.

    A tuple, because there are as many as there are scalars in a spec, and none is made as quickly.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Place("")
