"""Gives tables one header row, one code per row, and a name for each column."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import compress, count

from .code_lines import begins_with_code, split
from .forms import is_surely_code, may_be_code
from .hints import heads_codes
from .page import CAPTION, NOTE_MARKS, Cell, Heading, Row, Table, plain_cell, row_of

# A text that may end in the mark of a note.
_STRIPPED = f"*{NOTE_MARKS} "
_NOTED = re.compile(r"[\w.:-]{4,}|.*[^\W\d_]{4}\W?")
# A word in quotes, perhaps a number that a spreadsheet marks as text.
_QUOTED = re.compile("=?[\"'`“”„‘’«»]([\\w.:-]+)[\"'`“”‘’«»]")
# No column header ends like that.
_SENTENCE = re.compile(r"(?:[a-z]|\S+ \S+ ).*\w{3}\.")
_CAPITAL_HEADERS = frozenset(
    "CODE CODES CONSTANT ERRNO ERROR ERRORS EVENT ID KEY NAME SIGNAL STATE STATUS SYMBOL VALUE".split()
)
# A symbol such as a warning sign, which is not in ASCII. Others compare numbers.
_SYMBOL = re.compile(r"^[^\w\s\x00-\x7f≤≥≠±≈]+\s+")
_LONGEST_NAME = 40
_MINUS = re.compile(r"[−–‐](?=\d+$)")


def regular(table: Table) -> Iterator[Heading | Table]:
    """Yield the table with one header row, one code per row, and a name for each column.

    Lists side by side with different headers become a table each. So do sections that each have a
    title and the header again. The titles are captions.
    """
    path, rows = table.path, list[Row]()
    for row in table.rows:
        if not _repeats(table.header, row):
            rows.append(row)
        elif len(rows) > 1 and _is_title(rows[-1]):
            title = rows.pop()
            yield from _regular(table._replace(path=path), rows)
            caption = Heading(title.cells[0].text, CAPTION, title.line)
            yield caption
            path, rows = (*table.path, caption), []
    yield from _regular(table._replace(path=path), rows)


def _repeats(header: Sequence[str], row: Row) -> bool:
    """Whether a row is the header again. One of at least three names may differ, not the first.

    A table without a header has its first code in place of the header: what differs from it in one
    cell is another code, unless the cells that are the same say that there are codes below them.
    """
    texts = row.texts
    pairs = [(name.casefold(), text.casefold()) for name, text in zip(header, texts, strict=True)]
    if all(name == text for name, text in pairs):
        return True
    same = [name for name, text in pairs if name == text != ""]
    is_similar = pairs[0][0] == pairs[0][1] and len(same) >= max(2, len(pairs) - 1)
    return is_similar and any(map(heads_codes, same)) and not any(map(may_be_code, texts))


def _is_title(row: Row) -> bool:
    """Whether a row above the repeated header is a title: across the table, or a word alone."""
    first = row.cells[0].text
    is_alone = all(text in ("", first) for text in row.texts)
    return row.is_across or (is_alone and first[:1].isupper() and not may_be_code(first))


def _regular(table: Table, rows: list[Row]) -> Iterator[Table]:
    """Yield the tables of a table with these rows, none of which is the header again."""
    kept = [_is_own_column(table.header, rows, column) for column in range(len(table.header))]
    header = tuple(compress(table.header, kept)) or table.header
    if len(header) < len(kept):
        rows = [row._replace(cells=tuple(compress(row.cells, kept))) for row in rows]
    if (
        "" in header
        and len(rows) > 1
        and (names := _second_names(header, *(row.texts for row in rows[:2])))
    ):
        del rows[0]
        pairs = zip(header, names, strict=True)
        header = tuple(" ".join(filter(None, dict.fromkeys(pair))) for pair in pairs)
    if _is_row(header, rows):
        cells = list(map(plain_cell, header))
        rows.insert(0, row_of(cells, len(cells), table.line, f"| {' | '.join(header)} |"))
        header = ("",) * len(header)
        if _are_all_codes(rows):
            rows = [row._replace(cells=(cell,)) for row in rows for cell in row.cells if cell.text]
            header = ("",)
    header = _named(header, rows)
    width = max(number for number, name in enumerate(header, start=1) if name)
    table = table._replace(header=header, rows=tuple(_without_marks(rows)))
    return _sides(table, width)


def _named(header: tuple[str, ...], rows: Sequence[Row]) -> tuple[str, ...]:
    """Return the header with names such as `column 1` above codes, and above what may name them."""
    if not any(header) or ("" in header[1:2] and (len(header) == 2 or _are_names(rows))):
        return tuple(name or f"column {number}" for number, name in enumerate(header, start=1))
    has_codes = sum(is_surely_code(row.cells[0].text) for row in rows) * 2 > len(rows)
    return ("column 1", *header[1:]) if has_codes and not header[0] else header


def _are_names(rows: Sequence[Row]) -> bool:
    """Whether the second cells of at least three rows are different short texts."""
    texts = [row.cells[1].text for row in rows if not row.is_across]
    are_short = all(0 < len(text) <= _LONGEST_NAME for text in texts)
    return are_short and len(set(texts)) == len(texts) > 2


def _is_own_column(header: Sequence[str], rows: Sequence[Row], column: int) -> bool:
    """Whether a column has a text, and does not only span from the column on its left."""
    if not header[column] and not any(row.cells[column].text for row in rows):
        return False
    if column == 0 or header[column] != header[column - 1] or not rows:
        return True
    return any(row.cells[column] is not row.cells[column - 1] for row in rows)


def numbered(table: Table) -> Table:
    """Return a table with a number behind each header that several of its columns have."""
    names = [name.casefold().rstrip(" :") for name in table.header]
    times, numbers = Counter(names), defaultdict[str, Iterator[int]](lambda: count(1))
    header = (
        f"{text} {next(numbers[name])}" if name and times[name] > 1 else text
        for text, name in zip(table.header, names, strict=True)
    )
    return table._replace(header=tuple(header))


def _sides(table: Table, width: int) -> Iterator[Table]:
    """Yield the lists that stand side by side in a table. Columns beyond the width have no name."""
    period = _period(table.header[:width], table.rows)
    sides: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for start in range(0, width, period):
        sides[table.header[start : start + period]].append(start)
    for header, starts in sides.items():
        parts = (part for row in table.rows for part in _parts(row, starts, period, width))
        yield table._replace(header=header, rows=tuple(parts))


def _second_names(
    header: Sequence[str], second: Sequence[str], third: Sequence[str]
) -> Sequence[str]:
    """Return the names in the second row if the head of a table goes on there, or nothing."""
    width = max((column for column, text in enumerate(second, start=1) if text), default=0)
    # A format without cells that span rows moves the names below such cells to the left.
    if width and third[-1] and all(text[:1].isupper() for text in second[:width]):
        second = (*second[width:], *second[:width])
    has_codes = any(map(is_surely_code, third)) and not any(map(is_surely_code, second))
    return second if has_codes and (header[0] or second[0]) and all(second[1:]) else ()


def _without_marks(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows without marks of notes, and without quotes that most words of a column have."""
    bare: dict[int, Cell] = {}
    for column in zip(*(row.cells for row in rows), strict=False):
        bare |= _unquoted(column)
        # Cells that span rows are in the column several times, and may be long.
        bare |= _unmarked({id(cell): cell for cell in column if id(cell) not in bare})
    for row in rows:
        yield row._replace(cells=tuple(bare.get(id(cell), cell) for cell in row.cells))


def _unquoted(column: Sequence[Cell]) -> dict[int, Cell]:
    """Return the words in quotes without them, if most words of a column have quotes."""
    words = {cell.text for cell in column if cell.text}
    quoted = set(filter(_QUOTED.fullmatch, words))
    if len(words) < 2 or 2 * len(quoted) <= len(words):
        return {}
    cells = (cell for cell in column if cell.text in quoted)
    return {id(cell): plain_cell(_QUOTED.sub(r"\1", cell.text)) for cell in cells}


def _unmarked(column: Mapping[int, Cell]) -> dict[int, Cell]:
    """Return the cells with the mark of a note, such as `421*` and `NAME²`, without it, by key.

    A minus sign becomes a hyphen. A text that several cells would have keeps its marks.
    """
    texts = {key: (cell, _MINUS.sub("-", _bare(cell.text))) for key, cell in column.items()}
    marked = Counter(text for cell, text in texts.values() if text != cell.text)
    lengths = {len(text) for cell, text in texts.values() if text == cell.text}
    bare: dict[int, Cell] = {}
    for key, (cell, text) in texts.items():
        if marked[text] == 1 and _is_mark(cell.text, text, lengths):
            code = cell.code and cell.code.rstrip(_STRIPPED)
            bare[key] = Cell(text, code, cell.rest.rstrip(_STRIPPED), cell.links)
    return bare


def _is_mark(text: str, bare: str, lengths: Collection[int]) -> bool:
    """Whether the further characters of a text mark a note, by the lengths of other codes.

    A star may stand for a digit, and a raised number may be an exponent.
    """
    if text.endswith("*"):
        return not text.endswith("**") and bare.isdigit() and len(bare) in lengths
    return is_surely_code(bare) or _NOTED.fullmatch(bare) is not None


def _bare(text: str) -> str:
    """Return a text without the mark of a note, and a code without the symbol before it."""
    text = text.rstrip(_STRIPPED)
    code = _SYMBOL.sub("", text)
    return code if is_surely_code(code) else text


def _period(header: tuple[str, ...], rows: Sequence[Row]) -> int:
    """Return after how many columns a header repeats itself, except perhaps names of codes."""
    width = len(header)
    for period in (number for number in range(2, width) if width % number == 0):
        starts = range(period, width, period)
        if any(header[start + 1 : start + period] != header[1:period] for start in starts):
            continue
        cells = (row.cells[start].text for row in rows for start in starts)
        codes = list(filter(None, cells))
        are_codes = bool(codes) and all(map(is_surely_code, codes))
        if are_codes or len(set(header[::period])) == 1:
            return period
    return width


def _parts(row: Row, starts: Sequence[int], period: int, width: int) -> Iterator[Row]:
    """Yield the rows that start at these columns of a row. Cells beyond the width are surplus."""
    surplus = row_of(row.cells, width, row.line, row.raw).surplus + row.surplus
    texts = row.texts
    filled = [start for start in starts if any(texts[start : start + period])]
    if row.is_across or not any(texts[:width]):
        filled = [*starts[:1]]
    for start in filled:
        cells = row.cells[start : start + period]
        yield row._replace(cells=cells, surplus=surplus if start == filled[-1] else ())


def _are_all_codes(rows: Sequence[Row]) -> bool:
    """Whether each cell is a code with its text, so that codes stand side by side."""
    parts = [split(cell.text) for row in rows for cell in row.cells if cell.text]
    codes = {code for code, *texts in parts if any(texts)}
    return len(codes) == len(parts)


def _is_row(header: Sequence[str], rows: Sequence[Row]) -> bool:
    """Whether a header is a row: it has a code where nearly all rows have a similar one."""
    if not rows:
        return len(header) > 1 and is_surely_code(header[0])
    if begins_with_code(header[0]) and all(begins_with_code(row.cells[0].text) for row in rows):
        return True
    # A row without a code continues the one above.
    texts = [row.texts for row in rows if not row.is_across]
    columns = [[row[column] for row in texts if row[column]] for column in range(len(header))]
    # A year above numbers is a header, unless it is above the first column, or they ascend.
    if _is_digits(header[0]) and any(map(_is_digits, columns[0])):
        return True
    is_alike = [name.isupper() for name in header] == [text.isupper() for text in rows[0].texts]
    return _is_word_among(header, columns) or any(
        is_surely_code(name) and (is_alike or _is_digits(name)) and _is_code_among(name, below)
        for name, below in zip(header, columns, strict=True)
    )


def _is_word_among(header: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether the first header is a word in capitals, or with a `_` or a dot, like those below it."""
    words, texts = [header[0], *columns[0]], header[1:]
    owners = {word.rpartition(".")[0] for word in words}  # of names such as `Door.LOCKED`
    if len(words) > 2 and len(owners) == 1 and owners != {""}:
        return True
    are_identifiers = all("_" in word and word.isidentifier() for word in words)
    if not (are_identifiers or all(map(str.isupper, words))):
        return False
    # The names of errors, signals or events may all begin with the same letter.
    have_same_start = len(words) > 2 and len({word[:1] for word in words}) == 1
    least = 1 if have_same_start else 2
    are_words = header[0] not in _CAPITAL_HEADERS and all(map(str.isalnum, words))
    # No header is also one of the cells below it.
    is_below = any(text in below for text, below in zip(texts, columns[1:], strict=True))
    is_long = any(text.count(" ") >= least for text in texts)
    return are_words and (is_below or is_long) or any(map(_SENTENCE.fullmatch, texts))


def _is_code_among(name: str, below: Sequence[str]) -> bool:
    """Whether a header is a code, like nearly all texts below it. Half of them have its form."""
    is_number = _is_digits(name)
    alike = [text for text in below if is_surely_code(text) and _is_digits(text) == is_number]
    numbers = list(map(int, [name, *alike])) if is_number else []
    # Identifiers are alike if they begin alike: `LC_ALL` and `LC_TIME`.
    start = name[: name.find("_") + 1] or name
    is_like = (len(text) == len(name) or text.startswith(start) for text in alike)
    similar = len(alike) if is_number and numbers == sorted(numbers) else sum(is_like)
    return len(alike) * 10 >= len(below) * 9 and similar * 2 >= len(below) > 0


def _is_digits(text: str) -> bool:
    return text.lstrip("-").isdigit()
