"""Reads values separated by commas, semicolons or tabs: CSV and TSV.

The first line of several cells is the header. Lines above it are loose.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from .builder import MAX_COLUMNS, PageBuilder, row_of
from .page import Cell, Page
from .problem import unreadable
from .text import fold, normal

# Tabs separate cells in files that know no quotes, so that a cell may begin with one.
_DIALECTS: tuple[tuple[str, Literal[0, 3]], ...] = (
    (",", csv.QUOTE_MINIMAL),
    (";", csv.QUOTE_MINIMAL),
    ("\t", csv.QUOTE_MINIMAL),
    ("\t", csv.QUOTE_NONE),
)
_LONGEST_HEADER = 60
_GAP = re.compile(r"\S(?: {2,}|\t)\s*\S")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9_.-]*")


@dataclass(frozen=True, slots=True)
class _Record:
    """The cells of a row. `raw` is its text on the page, from the line on."""

    cells: tuple[str, ...]
    line: int
    raw: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The lines above the header, the header, and the rows."""

    separator: str
    above: Sequence[_Record]
    header: _Record
    rows: Sequence[_Record]

    @property
    def regular(self) -> int:
        """How many rows are as wide as the header, or lack its last columns: fewer than half."""
        width = len(self.header.cells)
        return sum(width <= 2 * len(row.cells) - 1 <= 2 * width - 1 for row in self.rows)


def read(text: str) -> Page:
    """Return the page of a text in CSV or TSV."""
    sheet, problem = _best(normal(text))
    if sheet is None:
        raise unreadable(problem or "no commas, semicolons or tabs separate columns")
    width = len(sheet.header.cells)
    if width > MAX_COLUMNS:
        raise unreadable(f"line {sheet.header.line}: the header has {width} columns: too many")
    builder = PageBuilder()
    for record in sheet.above:
        builder.loose(record.raw, record.line)
    rows = [
        row_of([Cell(text, None, text) for text in row.cells], width, row.line, row.raw)
        for row in sheet.rows
    ]
    builder.table(sheet.header.cells, rows, sheet.header.line)
    return builder.page()


def is_delimited(text: str) -> bool:
    """Whether separators divide nearly all lines of a text alike.

    Commas divide prose as well, but then no column has a single word in each cell.
    """
    sheet, _ = _best(text)
    if sheet is None or not _nearly_all(sheet.regular, len(sheet.rows)):
        return False
    # Other text in columns may have headings between its tables.
    if sheet.separator == "\t" and (sheet.above or sheet.regular < len(sheet.rows)):
        return False
    header = sheet.header.cells
    # Other separators may be in the text of columns.
    if sheet.separator != "\t" and _GAP.search(text.split("\n")[sheet.header.line - 1]):
        return False
    # Two tables side by side repeat their header.
    if len(set(header)) * 2 < len(header) or max(map(len, header)) > _LONGEST_HEADER:
        return False
    is_spaced = re.search(r"[,;] ", sheet.header.raw) is not None
    return any(_are_words(sheet.rows, column, is_spaced) for column in range(len(header)))


def _are_words(rows: Sequence[_Record], column: int, are_codes: bool) -> bool:
    """Whether a column has one word per cell in nearly all rows, or one code."""
    cells = [row.cells[column] for row in rows if column < len(row.cells)]
    words = [cell for cell in cells if cell and " " not in cell]
    if are_codes:
        words = [word for word in words if _CODE.fullmatch(word)]
    return _nearly_all(len(words), len(rows))


def _nearly_all(number: int, total: int) -> bool:
    """Whether a number is nine tenths of the total, or one less of at least three."""
    return total > 0 and (number * 10 >= total * 9 or number >= max(2, total - 1))


def _best(text: str) -> tuple[_Sheet | None, str]:
    """Return the text in the most consistent dialect, or None and a problem, if there is one."""
    best: _Sheet | None = None
    problem = ""
    for separator, quoting in _DIALECTS:
        if separator not in text:
            continue
        try:
            sheet = _sheet(separator, list(_records(text, separator, quoting)))
        except csv.Error as error:
            problem = problem or f"the quotes of a cell are wrong: {error}"
            continue
        if sheet and (best is None or sheet.regular > best.regular):
            best = sheet
    return best, problem


def _records(text: str, separator: str, quoting: Literal[0, 3]) -> Iterator[_Record]:
    """Yield the records that are not blank. A quoted cell may continue on the next lines."""
    lines = text.split("\n")
    reader = csv.reader(
        io.StringIO(text, newline="\n"),
        delimiter=separator,
        quoting=quoting,
        skipinitialspace=True,
        strict=True,
    )
    start = 0
    for cells in reader:
        folded = tuple(map(fold, cells))
        if any(folded):
            yield _Record(folded, start + 1, fold(" ".join(lines[start : reader.line_num])))
        start = reader.line_num


def _sheet(separator: str, records: list[_Record]) -> _Sheet | None:
    filled = (at for at, record in enumerate(records) if sum(map(bool, record.cells)) > 1)
    place = next(filled, None)
    if place is None:
        return None
    return _Sheet(separator, records[:place], records[place], records[place + 1 :])
