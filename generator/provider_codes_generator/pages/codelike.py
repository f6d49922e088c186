"""Finds the column of a table that may hold codes.

Used to draft lists, and to find new tables of codes on a page.
"""

import re
from collections.abc import Callable, Sequence

from .page import Table
from .records import KEY, VALUE

_NUMBER = re.compile(r"-?[0-9]{1,18}")
_IDENTIFIER = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{2}[A-Z0-9]*")
_TELLING = re.compile(r"\b(?:codes?|status|errors?|ids?)\b|^(?:value|number)$|(?:Id|ID|Code)$")
_FIRST_WORD = re.compile(r"\S*")

# A code of one or two words. Longer text is not a code.
_LONGEST = 40


def column_of_codes(table: Table) -> int | None:
    """Return the column whose cells look like codes, or None.

    In order of preference, the cells are numbers below a header such as `Code`, other numbers,
    identifiers in capitals, or short texts below such a header. Nearly all of them differ. If
    the table is not split, the first word of each line counts.
    """
    if not table.rows:
        return None
    if not table.split:
        return 0 if _are_codes([first_word(row.cells[0].text) for row in table.rows]) else None
    if table.header == (KEY, VALUE):  # of records: a mapping of codes to words
        return 0
    columns = range(len(table.header))
    cells = [[row.cells[column].text for row in table.rows] for column in columns]
    telling = [column for column in columns if _is_telling(table.header[column])]
    numbers = [column for column in columns if _are_codes(cells[column], is_number)]
    ranked = [
        *(column for column in numbers if column in telling),
        *numbers,
        *(column for column in columns if _are_codes(cells[column], is_identifier)),
        *(column for column in telling if _are_short(cells[column])),
    ]
    return next(iter(ranked), None)


def first_word(text: str) -> str:
    """Return the text up to its first white space."""
    found = _FIRST_WORD.match(text)
    return found[0] if found else ""


def is_number(text: str) -> bool:
    """Whether a text is a whole number that a list of numbers can hold unchanged."""
    return _NUMBER.fullmatch(text) is not None and str(int(text)) == text


def is_identifier(text: str) -> bool:
    """Whether a text is an identifier in capitals, such as codes have."""
    return _IDENTIFIER.fullmatch(text) is not None


def _are_codes(texts: Sequence[str], *kinds: Callable[[str], bool]) -> bool:
    # A page may repeat a code: by mistake, or with a second name.
    if len(set(texts)) * 4 < len(texts) * 3:
        return False
    return any(all(map(is_it, texts)) for is_it in kinds or (is_number, is_identifier))


def _is_telling(header: str) -> bool:
    return _TELLING.search(header) is not None or _TELLING.search(header.lower()) is not None


def _are_short(texts: Sequence[str]) -> bool:
    return len(set(texts)) == len(texts) and all(0 < len(text) <= _LONGEST for text in texts)
