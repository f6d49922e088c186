"""Gives tables one header row, one code per row, and a name for each column."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from operator import ne

from .code_lines import begins_with_code, leading_code, split, without_strike
from .forms import is_range, is_single_value, is_surely_code, mostly, written_twice
from .hints import Hint, heads_codes, heads_texts, hint_of_header
from .page import CAPTION, NOTE_MARKS, Cell, Heading, Row, Table, text_cell, row_of

# A minus sign, or a dash for one.
_MINUS = re.compile(r"^[−–](?=\d+$)")
# A number, and again in brackets: `2 (0x2)`.
_TWICE = re.compile(r"(\w+) \((\w+)\)")
# A word in quotes, perhaps a number that a spreadsheet marks as text.
_QUOTED = re.compile(r"""=?(?:(["'`])[.:-]*+\w[\w.:-]*+\1|[“”„‘’«»][.:-]*+\w[\w.:-]*+[“”‘’«»])""")
_QUOTES = "=\"'`“”„‘’«»"
# A word in capitals, or of parts, such as `line_busy` or `Door.LOCKED`. It may be a code.
_WORD = re.compile(r"[A-Z][A-Z0-9]*|(?=.*\w[._]\w)\w++(?:\.\w++)*+")
# A name such as `bad_sender` before its text.
_NAME_AND_TEXT = re.compile(r"(?=\w+_)\w++ ?[:=–—-] \S")
# What a head that goes on adds to its names.
_CONTINUED = re.compile(r",? \(?cont(?:inued|['’]?d)?\.?\)?$", re.IGNORECASE)
# No header of a column is like that.
_SENTENCE = re.compile(r"(?=.*[a-z]).*(?:\S \S+ \S|\w\.$)")
_CAPITAL_HEADERS = frozenset(
    "CODE CODES CONSTANT ERRNO ERROR ERRORS EVENT ID KEY NAME SIGNAL STATE STATUS SYMBOL VALUE".split()
)


def regular(table: Table) -> list[Table]:
    """Return the table with one header row, one code per row, and a name for each column.

    A row that is the header again is dropped. Lists side by side below titles are several tables.
    """
    if _is_transposed(table):
        table = _transposed(table)
    whole, head = tuple(map(without_continued, table.header)), head_of(table.header)
    # The cells are compared one by one: nearly all rows differ in the first, and texts may be long.
    rows = [row for row in table.rows if any(map(ne, map(_uniform_name, row.texts), head))]
    kept = [_is_own_column(whole, rows, column) for column in range(len(whole))]
    header = tuple(compress(whole, kept)) or whole
    if len(header) < len(kept):
        rows = [row._replace(cells=tuple(compress(row.cells, kept))) for row in rows]
    if header[0] and "" in header and _are_names(rows[:2]):
        # The head of the table goes on in the second row.
        pairs = zip(header, rows.pop(0).texts, strict=True)
        header = tuple(" ".join(filter(None, dict.fromkeys(pair))) for pair in pairs)
    are_entries = len({*header}) == 1 < len(header) and _are_entries(rows)
    if _is_row(header, rows):
        cells = list(map(text_cell, header))
        rows.insert(0, row_of(cells, len(cells), table.line, f"| {' | '.join(header)} |"))
        are_entries = all(map(begins_with_code, header))
        header = ("",) * len(header)
    if are_entries:
        rows = [row._replace(cells=(cell,)) for row in rows for cell in row.cells if cell.text]
        header = header[:1]
    rows = [part for row in rows for part in _divided(row, header)]
    header = tuple(name or f"column {number}" for number, name in enumerate(header, start=1))
    return _sides(table._replace(header=header, rows=tuple(_without_marks(rows))))


def _are_entries(rows: Sequence[Row]) -> bool:
    """Whether each cell, unless it is empty, is a code with its text."""
    return bool(rows) and all(begins_with_code(text) for row in rows for text in row.texts if text)


def _is_transposed(table: Table) -> bool:
    """Whether the first row has the codes, and the first column the names of the facts."""
    name, *codes = table.header
    labels = [row.cells[0].text for row in table.rows]
    are_codes = bool(codes) and all(map(is_surely_code, codes)) and heads_codes(name)
    is_whole = not any(row.surplus or is_surely_code(row.cells[0].text) for row in table.rows)
    return are_codes and is_whole and any(map(heads_texts, labels))


def _transposed(table: Table) -> Table:
    labels, *columns = zip(*(row.cells for row in table.rows), strict=True)
    header = (table.header[0], *(cell.text for cell in labels))
    rows: list[Row] = []
    for code, below in zip(table.header[1:], columns, strict=True):
        cells = (text_cell(code), *below)
        raw = f"| {' | '.join(cell.text for cell in cells)} |"
        rows.append(row_of(cells, len(header), table.line, raw))
    return table._replace(header=header, rows=tuple(rows))


def _divided(row: Row, header: Sequence[str]) -> Iterator[Row]:
    """Yield a row for each line of a cell in which every line is a code with its text, or the row.

    Beside a code, such lines may be its text, unless their header speaks of codes.
    """
    for name, cell in zip(header, row.cells, strict=False):
        if not (cell.lines and all(map(_is_code_with_text, cell.lines))):
            continue
        others = (each.text for each in row.cells if each is not cell)
        if heads_codes(name) or not any(map(leading_code, others)):
            for line in map(text_cell, cell.lines):
                # With a cell of the row above, instead of a copy, a row would continue that one.
                cells = (line if each is cell else each._replace() for each in row.cells)
                yield row._replace(cells=tuple(cells))
            return
    yield row


def _is_code_with_text(line: str) -> bool:
    """Whether a line is a code before a sign or a capital, or a name before a sign and a text."""
    if _NAME_AND_TEXT.match(line):
        return True
    code, *texts = split(line)
    text = "".join(texts)
    return text != "" and (text[0].isupper() or line != f"{code} {text}")


def struck(row: Row) -> Row:
    """Return a row with a mark in place of the tildes that strike out all of it, or its code."""
    bare = {id(cell): text for cell in row.cells if (text := without_strike(cell.text))}
    is_whole = all(id(cell) in bare for cell in row.cells if cell.text)
    if not bare or not (is_whole or any(map(is_surely_code, bare.values()))):
        return row
    cells = (text_cell(bare.get(id(cell), cell.text)) for cell in row.cells)
    return row._replace(cells=tuple(cells), marks=row.marks | {"struck"})


def without_continued(text: str) -> str:
    return _CONTINUED.sub("", text)


def _uniform_name(text: str) -> str:
    return without_continued(text).casefold()


def head_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names in a header for comparisons: a row may be the header again, `continued`."""
    return tuple(map(_uniform_name, texts))


def _are_names(rows: Sequence[Row]) -> bool:
    """Whether the first of two rows has names for all columns, perhaps but the first, and no code."""
    has_codes = [any(map(is_surely_code, row.texts)) for row in rows]
    if has_codes != [False, True]:
        return False
    first, *others = rows[0].texts
    return all(others) and (not first or heads_codes(first))


def _is_own_column(header: Sequence[str], rows: Sequence[Row], column: int) -> bool:
    """Whether a column has a text, and does not only span from the column on its left."""
    if not header[column] and not any(row.cells[column].text for row in rows):
        return False
    if column == 0 or header[column] != header[column - 1]:
        return True
    return any(row.cells[column] is not row.cells[column - 1] for row in rows)


def numbered(table: Table) -> Table:
    """Return a table with a number after each header that several of its columns have."""
    names = [name.casefold().rstrip(" :") for name in table.header]
    times, numbers = Counter(names), defaultdict[str, Iterator[int]](lambda: count(1))
    header = (
        f"{text} {next(numbers[name])}" if times[name] > 1 else text
        for text, name in zip(table.header, names, strict=True)
    )
    return table._replace(header=tuple(header))


def _sides(table: Table) -> list[Table]:
    """Return a table without lists side by side: their rows follow each other.

    They may share their first column. Lists with titles, as in `Day code | Day text | Night code |
    Night text`, are tables of their own.
    """
    header, width = table.header, len(table.header)
    names = tuple(each.rpartition(" ")[2] for each in header)
    period, step = _period(header), _period(names)
    starts = range(0, width, step)
    titles = [_title_of(header[start : start + step]) for start in starts]
    if period == width and len(starts) > 1 and all(titles):
        pairs = zip(titles, starts, strict=True)
        return [_side(table, title, names[:step], start) for title, start in pairs]
    has_codes_inside = any(map(heads_codes, header[1:])) and not heads_codes(header[0])
    shared = int(period == width and has_codes_inside)
    period = _period(header[shared:])
    rows = (part for row in table.rows for part in _parts(row, range(shared, width, period)))
    return [table._replace(header=header[: shared + period], rows=tuple(rows))]


def _title_of(side: Sequence[str]) -> str:
    """Return the title before all names of a side, or only before that of its codes, or nothing."""
    titled = [name for name in side if " " in name]
    titles = {name.rpartition(" ")[0] for name in titled}
    is_sure = len(titled) == len(side) or any(hint_of_header(each) is Hint.SURE for each in titled)
    return titles.pop() if len(titles) == 1 and is_sure else ""


def _period(texts: tuple[str, ...]) -> int:
    """Return after how many texts, of at least two, they repeat, or their number if they do not."""
    width = len(texts)
    periods = (n for n in range(2, width) if texts == texts[:n] * (width // n))
    return next(periods, width)


def _side(table: Table, title: str, names: tuple[str, ...], start: int) -> Table:
    """Return the part of a table whose columns begin at one, below its title."""
    parts = (row._replace(cells=row.cells[start : start + len(names)]) for row in table.rows)
    rows = tuple(row for row in parts if any(row.texts))
    path = (*table.path, Heading(title, CAPTION, table.line))
    return table._replace(path=path, header=names, rows=rows)


def _bare_code(text: str) -> str:
    """Return a code without the mark of a note, or its second spelling. Other text is unchanged."""
    code = _MINUS.sub("-", text.rstrip(f"{NOTE_MARKS} "))
    if (found := _TWICE.fullmatch(code)) and (number := written_twice(found[1], found[2])):
        code = number
    # The unit in `10 m²` is not a note.
    return code if is_surely_code(code) or len(code) > 3 and code.isidentifier() else text


def _without_marks(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows without marks of notes, and without quotes that most words of a column have.

    A minus sign before a code is a hyphen.
    """
    bare: dict[int, Cell] = {}
    for column in zip(*(row.cells for row in rows), strict=False):
        # A cell that spans rows is in the column several times.
        words = {id(cell): cell.text for cell in column if cell.text}
        codes = {key: _bare_code(text) for key, text in words.items()}
        bare |= {key: text_cell(code) for key, code in codes.items() if code != words[key]}
        quoted = {key: text for key, text in words.items() if _QUOTED.fullmatch(text)}
        if 2 * len(quoted) > len(words):
            bare |= {key: text_cell(text.strip(_QUOTES)) for key, text in quoted.items()}
    for row in rows:
        yield row._replace(cells=tuple(bare.get(id(cell), cell) for cell in row.cells))


def _parts(row: Row, starts: range) -> Iterator[Row]:
    """Yield the rows that start at these columns of a row. The last has the surplus cells."""
    shared = row.cells[: starts.start]
    parts = [row.cells[start : start + starts.step] for start in starts]
    # A cell that spans the table is in every part. A row may be empty.
    filled = [cells for cells in parts if any(cell.text for cell in cells)]
    filled = filled[:1] if row.is_across else filled or parts[:1]
    for cells in filled:
        yield row._replace(
            cells=(*shared, *cells), surplus=row.surplus if cells is filled[-1] else ()
        )


def _is_row(header: Sequence[str], rows: Sequence[Row]) -> bool:
    """Whether a header is a row: it has a code where nearly all rows have a similar one."""
    header = [text.rstrip(f"{NOTE_MARKS} *") for text in header]
    if not rows:
        return len(header) > 1 and is_surely_code(header[0])
    # A row without a code continues the one above.
    texts = [row.texts for row in rows if not row.is_across]
    columns = [list(filter(is_single_value, column)) for column in zip(*texts, strict=True)]
    if not texts:
        return False
    if is_range(header[0]) or (header[0] and not header[0].strip("-–—")):
        return mostly(columns[0], is_surely_code)
    # A year above numbers is a header, unless it is above the first column, or they ascend.
    if _is_digits(header[0]) and any(map(_is_digits, columns[0])):
        return True
    if _is_word_among(header, columns) or any(map(_is_code_among, header, columns)):
        return True
    if any(_has_named_codes([name, *below]) for name, below in zip(header, columns, strict=True)):
        return True
    name = _code_before_text(header[0])
    return name != "" and _is_code_among(name, list(map(_code_before_text, columns[0])))


def _is_word_among(header: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether the first header is a word that may be a code, like those below it.

    A text beside it is a sentence, or also one of the cells below.
    """
    is_word = header[0] not in _CAPITAL_HEADERS and _WORD.fullmatch(header[0])
    similar = sum(_WORD.fullmatch(text) is not None for text in columns[0])
    # The others may be words such as `lost`.
    if (
        not is_word
        or similar * 2 < max(len(columns[0]), 1)
        or any(" " in text for text in columns[0])
    ):
        return False
    beside = zip(header[1:], columns[1:], strict=True)
    return any(_SENTENCE.match(text) or text in below for text, below in beside)


def _is_code_among(name: str, below: Sequence[str]) -> bool:
    """Whether a header is a code, like nearly all texts below it. Half of them have its form."""
    if not is_surely_code(name):
        return False

    def is_alike(text: str) -> bool:
        return is_surely_code(text) and _is_digits(text) == _is_digits(name)

    alike = list(filter(is_alike, below))
    # Identifiers are alike if they begin alike: `LC_ALL` and `LC_TIME`.
    start = name[: name.find("_") + 1] or name
    similar = sum(len(text) == len(name) or text.startswith(start) for text in alike)
    numbers = list(map(int, [name, *alike])) if _is_digits(name) else [1, 0]
    is_similar = numbers == sorted(numbers) or similar * 2 >= len(below)
    return is_similar and mostly(below, is_alike)


def _has_named_codes(texts: Sequence[str]) -> bool:
    """Whether a header, and several texts below it, are like `NAME (101)`."""
    named = [all(split(text)[:2]) for text in texts]
    return named[0] and sum(named) > 2


def _code_before_text(text: str) -> str:
    """Return the code that a text begins with, or nothing if it has no other words."""
    code, *texts = split(text)
    return code if any(texts) and text.startswith(code) else ""


def _is_digits(text: str) -> bool:
    return text.lstrip("-").isdigit()
