"""Reads values separated by commas, semicolons, tabs or pipes: CSV, TSV and database tables.

The first line of several cells is the header. Lines above it are loose. So are remarks, which
begin with `# `, `;` or `//`, and lines without pipes in a table with pipes, such as its frame.
Below a blank line, those that end in a colon are the captions of the rows below them, and a line
of one cell above a further header is the caption of its table.
"""

import csv
import io
import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import Literal, NamedTuple

from ..model import Refused
from .builder import PageBuilder
from .code_columns import value_of
from .forms import is_surely_code, mostly
from .hints import Hint, heads_codes, hint_of_header
from .page import MAX_COLUMNS, Heading, Page, Row, Table, plain_cell, row_of
from .tables_of_lines import caption_of
from .text import fold, normal, unreadable

# Files with tabs may not use quotes at all, so a cell may begin with a quotation mark.
_DIALECTS: tuple[tuple[str, Literal[0, 3]], ...] = (
    (",", csv.QUOTE_MINIMAL),
    (";", csv.QUOTE_MINIMAL),
    ("\t", csv.QUOTE_MINIMAL),
    ("\t", csv.QUOTE_NONE),
    ("|", csv.QUOTE_NONE),
)
_COMMENTS = ("#", ";", "//")
_LONGEST_HEADER = 60
_GAP = re.compile(r"\S(?:  |\t)\s*[^\s|]")
_QUOTED = re.compile('"[^"]*"')
_AFTER_QUOTE = re.compile(r'(?<=")[ \t]+$', re.MULTILINE)
# A word or a code, perhaps with a name in brackets.
_WORD = re.compile(r"(?=\S*\w)\S+(?: \([^()]+\))?")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9_.-]*(?: \([^()]+\))?")


class _Sheet(NamedTuple):
    """The lines above the header, the header, the rows, and the lines after blank ones and remarks."""

    separator: str
    above: Sequence[Row]
    header: Row
    rows: Sequence[Row]
    starts: frozenset[int]

    @property
    def regular(self) -> list[bool]:
        """Whether each row is as wide as its header, or lacks less than half of its columns."""
        widths = [(len(header.cells), rows) for _, header, *rows in self._tables()]
        return [width / 2 < len(row.cells) <= width for width, rows in widths for row in rows]

    @property
    def page(self) -> Page:
        """The page of the tables, not yet divided at captions. Raises `Refused`."""
        builder = PageBuilder()
        for row in self.above:
            builder.loose(row.raw, row.line, intro=row.line < self.header.line)
        for title, header, *others in self._tables():
            width = len(header.cells)
            if width > MAX_COLUMNS:
                raise unreadable(f"line {header.line}: the header has {width} columns: too many")
            rows = [row_of(row.cells, width, row.line, row.raw) for row in others]
            if title is not header:
                builder.caption(title.raw.strip(" ,;"), title.line)
            builder.table(header.texts, rows, header.line)
        return builder.page()

    def _tables(self) -> Iterator[list[Row]]:
        """Yield the lines of each table: its title (or again its header), the header, and the rows."""
        table = [self.header, self.header]
        for row in self.rows:
            has_title = len(table) > 2 and not _has_several_cells(table[-1])
            title = table[-1] if has_title else row
            end = len(table) - has_title
            if title.line in self.starts and _is_header(row, table[1], table[end - 1]):
                yield table[:end]
                table = [title]
            table.append(row)
        yield table


def _is_header(row: Row, header: Row, last: Row) -> bool:
    """Whether a line is a further header. `header` and `last` are of the table above it.

    It has no code, but the last row has one, or it calls codes as the header above does.
    """
    names = {*header.texts} & {*row.texts}
    is_header = _has_code(last) or any(map(heads_codes, names))
    return is_header and _has_several_cells(row) and not _has_code(row)


def _divided(table: Table, captions: Sequence[Heading]) -> Iterator[Table]:
    """Yield the parts of a table between captions. They have all of its rows."""
    lines = [caption.line for caption in captions]
    for place, rows in groupby(table.rows, lambda row: bisect(lines, row.line)):
        above = captions[place - 1 : place]
        line = max((table.line, *(caption.line for caption in above)))
        yield table._replace(path=tuple(above) or table.path, rows=tuple(rows), line=line)


def _is_remark(row: Row, separator: str) -> bool:
    is_alone = len(row.cells) == 1 and (separator == "|" or row.raw.startswith(_COMMENTS))
    return row.raw.startswith("# ") or is_alone


def _has_several_cells(row: Row) -> bool:
    return sum(bool(cell.text) for cell in row.cells) > 1


def _has_code(row: Row) -> bool:
    return any(is_surely_code(value_of(cell.text)) for cell in row.cells)


def read(text: str) -> Page:
    sheet = _sheet(normal(text))
    page, first = sheet.page, sheet.header.line
    below = (line for line in page.loose if line.line > first and line.line in sheet.starts)
    captions = list(filter(None, map(caption_of, below)))
    tables = chain.from_iterable(list(_divided(each, captions)) or [each] for each in page.tables)
    return page._replace(headings=(*page.headings, *captions), tables=tuple(tables))


def is_delimited(text: str) -> bool:
    """Whether separators divide nearly all lines of a text alike.

    Commas divide prose as well, but then no column has a single word in each cell, or a code.
    """
    try:
        return _divides(_sheet(text), text)
    except Refused:  # If only the quotes are wrong, the reader says so. JSON has quotes as well.
        is_quoted = '"' in text and not re.search(r"^\s*[\[{]", text, re.MULTILINE)
        return is_quoted and is_delimited(text.replace('"', ""))


def _divides(sheet: _Sheet, text: str) -> bool:
    above = [row.raw for row in sheet.above if not row.raw.startswith(_COMMENTS)]
    prose = [line for line in above if any(map(str.isalnum, line))]
    if sheet.separator == "\t":
        # Text in columns that is not TSV may have headings between its tables.
        width = len(sheet.header.cells)
        if prose or any(len(row.cells) * 2 <= width for row in sheet.rows):
            return False
    # Other separators occur in columns of text, or in prose.
    elif _GAP.search(text.split("\n")[sheet.header.line - 1]):
        return False
    # The header counts as a line.
    if not mostly([True, *sheet.regular], bool):
        return False
    table = sheet.page.tables[0]
    if not table.rows or max(map(len, table.header)) > _LONGEST_HEADER:
        return False
    names = _QUOTED.sub("", sheet.header.raw)
    is_spaced = sheet.separator in ",;" and f"{sheet.separator} " in names
    # Without a header, a line is a code and its text, or prose.
    has_header = table.rows[0].line != table.line
    is_prose = len(prose) > len(sheet.rows) and (sheet.separator == "|" or not has_header)
    # Semicolons that divide all lines into three or more cells are no prose.
    is_even = sheet.separator == ";" and len(table.header) > 2 and all(sheet.regular)
    if is_prose or (is_spaced and not has_header and not is_even):
        return False
    # A header that speaks of codes is enough. No prose has one without a space after the comma.
    if not is_spaced and any(hint_of_header(title) >= Hint.LIKELY for title in table.header):
        return True
    word = _CODE if is_spaced else _WORD
    # A row without a code continues the one above.
    texts = (row.texts for row in table.rows)
    columns = ([text for text in column if text] for column in zip(*texts, strict=True))
    filled = (column for column in columns if len(column) * 2 >= len(table.rows))
    return any(mostly(column, word.fullmatch) for column in filled)


def _sheet(text: str) -> _Sheet:
    """Return the text in the most consistent dialect. Raises `Refused`."""
    sheets: list[_Sheet] = []
    text = _AFTER_QUOTE.sub("", text)
    numbered = enumerate(text.split("\n"), start=2)
    starts = frozenset(
        number for number, line in numbered if line.startswith("# ") or not line.strip(" ,;\t")
    )
    problem = "no commas, semicolons or tabs separate columns"
    for separator, quoting in _DIALECTS:
        try:
            rows = _rows(text, separator, quoting) if separator in text else []
        except csv.Error as error:
            problem = str(error)
            continue
        lines = (row for row in rows if not _is_remark(row, separator))
        if header := next(filter(_has_several_cells, lines), None):
            first = rows.index(header)
            # The header may be a remark as well.
            same_width = len(rows[first - 1].cells) == len(header.cells)
            if first and same_width and _has_code(header):
                first -= 1
            remarks = [row for row in rows[first + 1 :] if _is_remark(row, separator)]
            below = [row for row in rows[first + 1 :] if not _is_remark(row, separator)]
            sheets.append(_Sheet(separator, rows[:first] + remarks, rows[first], below, starts))
    if not sheets:
        raise unreadable(problem)
    return max(sheets, key=lambda sheet: sum(sheet.regular))


def _rows(text: str, separator: str, quoting: Literal[0, 3]) -> list[Row]:
    """Return the rows that are not blank. A quoted cell may continue on the next lines."""
    lines = text.split("\n")
    file = io.StringIO(text, newline="\n")
    reader = csv.reader(
        file, delimiter=separator, quoting=quoting, skipinitialspace=True, strict=True
    )
    rows, start = list[Row](), 0
    try:
        for texts in reader:
            cells = tuple(map(plain_cell, texts))
            row = Row(cells, start + 1, fold(" ".join(lines[start : reader.line_num])))
            # An indented line without pipes continues the last cell of the row above.
            is_rest = separator == "|" and len(cells) == 1 and lines[start][:1].isspace()
            if is_rest and rows and len(rows[-1].cells) > 1:
                *others, last = rows[-1].cells
                whole = plain_cell(f"{last.text} {row.raw}")
                rows[-1] = Row((*others, whole), rows[-1].line, f"{rows[-1].raw} {row.raw}")
            elif any(cell.text for cell in cells):
                rows.append(row)
            start = reader.line_num
    except csv.Error as error:
        raise csv.Error(f"line {start + 1}: the quotes of a cell are wrong: {error}") from error
    return rows
