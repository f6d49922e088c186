"""Which column of a table may hold codes: what a list is drafted from, and what is news."""

import re
from collections.abc import Sequence

from .page import Table

_NUMBER = re.compile(r"-?[0-9]{1,18}")
_IDENTIFIER = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{2,}[A-Z0-9]*")
_TELLING = re.compile(r"\b(?:codes?|status|errors?|ids?|value|number)\b|(?:Id|ID|Code)$")
_FIRST_WORD = re.compile(r"\S*")

# A code that is a word or two; anything longer is a text.
_LONGEST = 40


def column_of_codes(table: Table) -> int | None:
    """The first column whose cells look like codes, or None.

    They have to differ, and to be numbers, or identifiers in capitals; or short, below a
    header that speaks of codes. Of a table that is not split, it is the first word.
    """
    if not table.rows:
        return None
    if not table.split:
        return 0 if _are_codes([first_word(row.cells[0].text) for row in table.rows]) else None
    columns = range(len(table.header))
    cells = [[row.cells[column].text for row in table.rows] for column in columns]
    for column in columns:
        if _are_codes(cells[column]):
            return column
    for column in columns:
        if _is_telling(table.header[column]) and _are_short(cells[column]):
            return column
    return None


def first_word(text: str) -> str:
    """The text up to its first blank."""
    found = _FIRST_WORD.match(text)
    return found[0] if found else ""


def is_number(text: str) -> bool:
    """Whether a text is a whole number that a list of numbers can hold as it stands."""
    return _NUMBER.fullmatch(text) is not None and str(int(text)) == text


def is_identifier(text: str) -> bool:
    """Whether a text is a name in capitals, as codes have them."""
    return _IDENTIFIER.fullmatch(text) is not None


def _are_codes(texts: Sequence[str]) -> bool:
    # A page may have a code twice: by mistake, or with a second name.
    if len(set(texts)) * 4 < len(texts) * 3:
        return False
    return all(map(is_number, texts)) or all(map(is_identifier, texts))


def _is_telling(header: str) -> bool:
    return _TELLING.search(header) is not None or _TELLING.search(header.lower()) is not None


def _are_short(texts: Sequence[str]) -> bool:
    return len(set(texts)) == len(texts) and all(0 < len(text) <= _LONGEST for text in texts)
