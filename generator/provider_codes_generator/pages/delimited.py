"""Reads values separated by commas, semicolons, tabs or pipes: CSV, TSV and database tables.

The first line of several cells is the header. Lines above it are loose. So are remarks, which
begin with `# `, `;` or `//`, and lines without pipes in a table with pipes, such as its frame.
Those that end in a colon are the captions of the rows below them, and a line of one cell is the
caption of a further header.
"""

import csv
import io
import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, zip_longest
from typing import Literal, NamedTuple, TypeAlias

from ..model import Refused
from .builder import PageBuilder
from .forms import is_range, is_surely_code, mostly
from .hints import Hint, hint_of_header
from .page import MAX_COLUMNS, Heading, Page, Row, Table, text_cell, row_of
from .tables_of_lines import caption_of
from .text import fold, normal, unreadable

# Files with tabs or pipes may not use quotes at all, so a cell may begin with a quotation mark.
_Dialect: TypeAlias = tuple[str, Literal[0, 3]]
_DIALECTS: tuple[_Dialect, ...] = (
    (",", csv.QUOTE_MINIMAL),
    (";", csv.QUOTE_MINIMAL),
    ("\t", csv.QUOTE_MINIMAL),
    ("\t", csv.QUOTE_NONE),
    ("|", csv.QUOTE_MINIMAL),
    ("|", csv.QUOTE_NONE),
)
# The line with which Excel says what separates the cells.
_SEPARATOR = re.compile(r"\Asep=.(?=\n)")
# The mark of a row after a blank line.
_APART = "apart"
_COMMENTS = ("#", ";", "//")
# A word or a code, perhaps with a name in brackets.
_WORD = re.compile(r"(?=\S*\w)\S+(?: \([^()]+\))?")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9_.-]*(?: \([^()]+\))?")


class _Sheet(NamedTuple):
    """The lines above the header and the remarks, the header, and the rows."""

    separator: str
    above: Sequence[Row]
    header: Row
    rows: Sequence[Row]

    @property
    def is_spaced(self) -> bool:
        """Whether there are spaces after the commas of the header, as in prose."""
        return self.separator == "," and ", " in self.header.raw

    @property
    def is_called(self) -> bool:
        """Whether the header surely is one, and speaks of codes."""
        hints = map(hint_of_header, self.header.texts)
        return not self.is_spaced and max(hints) >= Hint.LIKELY

    @property
    def regular(self) -> list[bool]:
        """Whether each row is as wide as its header, or lacks less than half of its columns.

        Below a header that speaks of codes, commas in a text may make a row wider.
        """
        width = len(self.header.cells)
        most = MAX_COLUMNS if self.is_called else width
        return [width / 2 < len(row.cells) <= most for row in self.rows]

    @property
    def page(self) -> Page:
        """The page of the tables, not yet divided at captions. Raises `Refused`."""
        builder = PageBuilder()
        for row in self.above:
            builder.loose(row.raw, row.line, intro=row.line < self.header.line)
        if len(self.above) == 1 and self.above[0].line < self.header.line:
            builder.caption(self.above[0].raw.strip("#,; "), self.above[0].line)
        for title, header, *others in self._tables():
            width = len(header.cells)
            if width > MAX_COLUMNS:
                raise unreadable(f"line {header.line}: the header has {width} columns: too many")
            rows = [row_of(row.cells, width, row.line, row.raw) for row in others]
            if title is not header:
                builder.caption(" ".join(title.texts), title.line)
            builder.table(header.texts, rows, header.line)
        return builder.page()

    def _tables(self) -> Iterator[list[Row]]:
        """Yield the lines of each table: its title (or again its header), the header, and the rows.

        Below a code, a line of one cell and a header, which has no code, begin a further table. So
        does a header alone, if it repeats the header, or if it is after a blank line and above a code.
        """
        table = [self.header, self.header]
        for row, below in zip_longest(self.rows, self.rows[1:]):
            *_, last, title = table
            is_header = _has_several_cells(row) and not _has_code(row)
            is_same = len(table) > 2 and row.texts == table[1].texts
            is_other = _APART in row.marks and all(row.texts) and below and _has_code(below)
            is_title = title.cells[0].text and not (_has_several_cells(title) or _has_code(title))
            if is_header and _has_code(last) and is_title:
                yield table[:-1]
                table = [title]
            elif is_header and (is_same or is_other and _has_code(title)):
                yield table
                table = [row]
            table.append(row)
        yield table


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
    return any(is_surely_code(cell.text) or is_range(cell.text) for cell in row.cells)


def read(text: str) -> Page:
    sheet = _sheet(normal(text))
    page, first = sheet.page, sheet.header.line
    below = (line for line in page.loose if line.line > first)
    captions = sorted(filter(None, map(caption_of, below)), key=lambda caption: caption.line)
    tables = chain.from_iterable(list(_divided(each, captions)) or [each] for each in page.tables)
    return page._replace(headings=(*page.headings, *captions), tables=tuple(tables))


def is_delimited(text: str) -> bool:
    """Whether separators divide nearly all lines of a text alike.

    Commas divide prose as well, but then no column has a single word in each cell, or a code.
    """
    try:
        return _divides(_sheet(text))
    except Refused:
        pass
    try:  # If only a quote is wrong, `read` says so.
        sheet = _sheet(text, [(separator, csv.QUOTE_NONE) for separator, _ in _DIALECTS])
    except Refused:
        return False
    return sheet.is_called and _divides(sheet)


def _divides(sheet: _Sheet) -> bool:
    above = [row.raw for row in sheet.above if not row.raw.startswith(_COMMENTS)]
    prose = [line for line in above if any(map(str.isalnum, line))]
    # Text in columns that is not TSV may have a heading. The header counts as a line.
    if (sheet.separator == "\t" and prose) or not mostly([True, *sheet.regular], bool):
        return False
    table = sheet.page.tables[0]
    if not table.rows:
        return False
    # Without a header, a line is a code and its text, or prose.
    has_header = table.rows[0].line != table.line
    is_prose = len(prose) > len(sheet.rows) and (sheet.separator == "|" or not has_header)
    if is_prose or (sheet.is_spaced and not has_header):
        return False
    if sheet.is_called:
        return True
    columns = zip(*(row.texts for row in table.rows), strict=True)
    word = _CODE if sheet.is_spaced else _WORD
    return any(mostly(column, word.fullmatch) for column in columns)


def _sheet(text: str, dialects: Sequence[_Dialect] = _DIALECTS) -> _Sheet:
    """Return the text in the most consistent dialect. Raises `Refused`."""
    sheets: list[_Sheet] = []
    text = _SEPARATOR.sub("", text)
    problem, help = "no commas, semicolons or tabs separate columns", ""
    for separator, quoting in dialects:
        # If reading quotes makes all rows regular, they do not belong to the cells.
        if any(sheet.separator == separator and all(sheet.regular) for sheet in sheets):
            continue
        try:
            rows = _rows(text, separator, quoting) if separator in text else []
        except csv.Error as error:
            problem = str(error)
            help = (
                "check that the page is whole; close each quote, and double a quote inside a cell"
            )
            continue
        lines = (row for row in rows if not _is_remark(row, separator))
        if header := next(filter(_has_several_cells, lines), None):
            first = rows.index(header)
            remarks = [row for row in rows[first + 1 :] if _is_remark(row, separator)]
            below = [row for row in rows[first + 1 :] if not _is_remark(row, separator)]
            sheets.append(_Sheet(separator, rows[:first] + remarks, rows[first], below))
    if not sheets:
        raise unreadable(problem, help)
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
            cells = tuple(map(text_cell, texts))
            row = Row(cells, start + 1, fold(" ".join(lines[start : reader.line_num])))
            # An indented line without pipes continues the last cell of the row above.
            is_rest = separator == "|" and len(cells) == 1 and lines[start][:1].isspace()
            if is_rest and rows and len(rows[-1].cells) > 1:
                rows[-1] = rows[-1].with_more(row.raw)
            elif any(cell.text for cell in cells):
                is_apart = start and not lines[start - 1].strip()
                rows.append(row._replace(marks=frozenset((_APART,) if is_apart else ())))
            start = reader.line_num
    except csv.Error as error:
        raise csv.Error(f"line {start + 1}: the quotes of a cell are wrong: {error}") from error
    return rows
