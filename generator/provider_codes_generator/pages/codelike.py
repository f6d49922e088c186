"""Finds the column of codes in a table, for drafts, and to report tables that no list is bound to.

Real pages are not clean, so a majority decides: nine cells in ten, or all but one. A cell that is
empty, a range, or alone in its row does not vote.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from . import forms
from .coded import is_like_row as is_like_row, split as split
from .implied import TERM as TERM
from .page import Cell, Table
from .records import KEY
from .words import (
    LIKELY,
    NO_HINT,
    OTHER,
    SURE,
    heads_codes,
    hint_of,
    hint_of_header,
    may_count_rows,
    speaks_of_codes,
)

_BRACKETS = re.compile(r" ?[(（]([^()（）]+)[)）]$")
_NAME_AND_VALUE = re.compile(rf"(?P<name>[A-Za-z][\w.]*) ?\((?P<value>{forms.IN_BRACKETS})\)")
# A number behind letters. A word in capitals beside it is its name.
_NUMBERED = re.compile(r"[A-Z]{1,6}-?\d+")

_PROPERTY = re.compile(r"(?i:attribute|field|option|parameter|property|setting)s?")
_FIELDS = frozenset("code message error_code errorcode error_message errormessage".split())
# A heading of HTTP statuses, and their column beside the codes that each stands for.
_HTTP = re.compile(r"HTTPS? (?:status|code|response)", re.IGNORECASE)

# A code of one or two words, without brackets. Longer text is not a code.
_WORDS = re.compile(r"(?=.{1,40}$)[\w.:/+#&'*-]+(?: [\w.:/+#&'*-]+)?(?<!\.)")
# A term in a list of definitions that is a code. A term with dots is a name such as `errno.EPERM`.
_TERM = re.compile(r"(?=.{1,40}$)(?:[\w:/+#&'*-]+|(?:\w+\.)+[A-Z0-9_]+)")


def column_of_codes(*tables: Table) -> int | None:
    """Return the column of codes of tables with one header, or None. It must have a name."""
    header, rows = tables[0].header, max(len(table.rows) for table in tables)
    if sum(map(forms.is_surely_code, header)) > max(rows, 1):
        return None  # its columns are codes
    column = next(iter(columns_of_codes(*tables)), None)
    return column if column is not None and header[column] else None


def columns_of_codes(*tables: Table) -> list[int]:
    """Return every column that could hold the codes, the likeliest first.

    The header and the form of the cells decide: numbers come before identifiers in capitals, and
    these before words. Decimal numbers come before the same numbers in another form.
    """
    header = tables[0].header
    ranked: list[tuple[int, bool, int]] = []
    cells = [votes(tables, column) for column in range(len(header))]
    if header[0] == KEY and _are_fields(cells[0]):
        return []
    if header[0] == KEY and _are_distinct(cells[0]):
        # The keys of records are the codes, unless a field says that it has them.
        fields = range(1, len(header))
        return [*(column for column in fields if _has_codes(header[column], cells[column])), 0]
    most = max(sum(map(len, each)) for each in cells)
    for column, name in enumerate(header):
        is_filled = sum(map(len, cells[column])) * 2 > most and not _describes(name, tables[0])
        rank = _rank(cells[column], hint_in(name, tables[0])) if is_filled else 0
        if rank:
            is_last = may_count_rows(name) or _are_in_hexadecimal_again(cells, column)
            ranked.append((-rank, is_last, column))
    return [column for *_, column in sorted(ranked)]


def _describes(header: str, table: Table) -> bool:
    """Whether a column has the values of properties, or is below a heading with a code."""
    if header.casefold() == "value" and _PROPERTY.fullmatch(table.header[0]):
        return True
    code = split(table.path[-1].text)[0] if table.path else ""
    return len(code) > 2 and hint_of_header(header) in (OTHER, NO_HINT)


def _are_in_hexadecimal_again(cells: Sequence[Sequence[Sequence[Cell]]], column: int) -> bool:
    """Whether a column has the numbers of another one in hexadecimal."""
    texts = [[cell.text for table in each for cell in table] for each in cells]
    if not forms.is_hexadecimal(texts[column][0]):
        return False
    numbers = [list(map(forms.number_of, each)) for each in texts]
    return numbers.count(numbers[column]) > 1


def _has_codes(header: str, votes: Sequence[Sequence[Cell]]) -> bool:
    """Whether a column has codes that are not words, and its header says so."""
    texts = [cell.text for table in votes for cell in table]
    is_called = heads_codes(header) and not may_count_rows(header)
    return is_called and _are_distinct(votes) and all(map(forms.is_surely_code, texts))


def value_and_name(text: str) -> tuple[str, str] | None:
    """Split `200 (OK)`, `200 OK`, `E2 - OK` or `OK (200)` into value and name, or return None."""
    if found := _NAME_AND_VALUE.fullmatch(text):
        return found["value"], found["name"]
    value, *words = split(_BRACKETS.sub(r" \1", text))
    name = " ".join(words).strip()
    are_codes = text == f"{value} {name}" and value[:1].isalpha() and forms.is_identifier(name)
    # Otherwise, a word without a digit beside a code is its name.
    are_alike = any(map(str.isdigit, value)) is any(map(str.isdigit, name))
    is_split = name and not (are_codes and are_alike) and not forms.is_range(text)
    return (value, name) if is_split else None


def mostly(items: Sequence[Any], is_of_kind: Callable[[Any], object]) -> bool:
    """Whether nine in ten of the items, or all but one of at least four, are of a kind."""
    odd = sum(not is_of_kind(item) for item in items)
    return bool(items) and (odd * 10 <= len(items) or odd == 1 and len(items) >= 4)


def value_of(text: str) -> str:
    """Return the value of a cell that may hold a name as well."""
    return (value_and_name(text) or [text])[0]


def _is_code_of_digits(text: str) -> bool:
    text = value_of(text)
    return forms.is_decimal(text) or forms.is_hexadecimal(text)


def _is_numbered(text: str) -> bool:
    return _NUMBERED.fullmatch(value_of(text)) is not None


def _is_in_capitals(text: str) -> bool:
    # Among identifiers, a number is one, too: `02000` beside `0200A`.
    text = value_of(text)
    owner, _, name = text.rpartition(".")
    is_owned = name[:1].isalpha() and owner.replace(".", "").isidentifier()
    return forms.is_identifier(name if is_owned else text) or forms.is_decimal(text)


# How likely cells of a form are codes, by what the header says, from `OTHER` to `SURE`, or among
# terms. 0 means never.
_FORMS: tuple[tuple[Callable[[str], object], tuple[int, int, int, int, int]], ...] = (
    (_is_code_of_digits, (1, 4, 6, 9, 6)),
    (_is_numbered, (1, 4, 9, 9, 5)),
    (_is_in_capitals, (1, 3, 5, 8, 5)),
    (_TERM.fullmatch, (0, 0, 2, 7, 2)),
    (_WORDS.fullmatch, (0, 0, 2, 7, 0)),
)
_TERMS = SURE + 1


def _rank(votes: Sequence[Sequence[Cell]], hint: int) -> int:
    """Return how likely the cells of a column are codes. 0 means never."""
    cells = [cell.text for table in votes for cell in table]
    is_sure = hint == SURE
    if len(cells) < 2 and hint in (OTHER, NO_HINT):
        return 0  # a single row proves nothing
    are_distinct = _are_distinct(votes)
    # If the header says that these are codes, a code may have further rows.
    if not are_distinct and not (is_sure and len(set(cells)) * 2 > len(cells)):
        return 0
    if _are_fields(votes):
        return 0
    for has_form, ranks in _FORMS:
        # If the header says that these are codes, three in four are enough.
        are_enough = is_sure and len(list(filter(has_form, cells))) * 4 >= len(cells) * 3
        if are_enough or mostly(cells, has_form):
            if not are_distinct:
                return 1
            # Numbers that repeat may be those of another standard.
            repeat = has_form is _is_code_of_digits and len(set(cells)) * 10 < len(cells) * 9
            return min(ranks[hint], ranks[LIKELY]) if repeat else ranks[hint]
    return 0


def _are_distinct(votes: Sequence[Sequence[Cell]]) -> bool:
    # A page may repeat a code: by mistake, or with a second name. Tables may share codes.
    distinct = sum(len({cell.text for cell in table}) for table in votes)
    # A cell that spans rows is in each of them.
    total = sum(len(set(map(id, table))) for table in votes)
    return distinct > 0 and distinct * 4 >= total * 3


def _are_fields(votes: Sequence[Sequence[Cell]]) -> bool:
    """Whether the cells are the fields of an error response, one of which has the code."""
    return any(cell.text.casefold() in _FIELDS for table in votes for cell in table)


def votes(tables: Sequence[Table], column: int) -> list[list[Cell]]:
    """Return the cells of the column that may be codes, for each table, without repeated rows.

    A cell alone in its row heads a section, unless all rows are like that.
    """
    counted: list[list[tuple[int, Cell]]] = []
    for table in tables:
        rows = {tuple(cell.text for cell in row.cells): row.cells for row in table.rows}.values()
        filled = [{id(cell) for cell in cells if forms.is_code(cell.text)} for cells in rows]
        counted.append([(len(ids), cells[column]) for ids, cells in zip(filled, rows, strict=True)])
    least = min(2, max((number for table in counted for number, _ in table), default=0))
    cells = ([cell for number, cell in table if number >= least] for table in counted)
    return [[cell for cell in table if forms.is_code(cell.text)] for table in cells]


def hint_in(header: str, table: Table) -> int:
    """Return what a header, or the heading of a list of definitions, says about the cells."""
    if header == TERM:
        *outer, hint = [NO_HINT, *(hint_of(heading.text) for heading in table.path)]
        is_below_codes = hint == NO_HINT and SURE in outer
        return _TERMS if is_below_codes or hint in (LIKELY, SURE) else hint
    hint, heading = hint_of_header(header), table.path[-1].text if table.path else ""
    if hint == OTHER and _HTTP.match(header) and _HTTP.match(heading):
        return SURE
    # A column with the name of the heading has what the section lists: types, below `Error types`.
    listed = heading.casefold()
    if speaks_of_codes(heading):
        listed = listed.rpartition(" ")[2].removesuffix("s")
    return LIKELY if hint == NO_HINT and header.casefold() in (heading.casefold(), listed) else hint
