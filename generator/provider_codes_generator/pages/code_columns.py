"""Finds the column of codes in a table, for drafts, and to report tables that no list is bound to.

A majority decides: nine cells in ten, or all but one. A cell that is empty, a range, or alone in
its row does not count.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from http import HTTPStatus
from typing import NamedTuple, TypeAlias

from . import forms
from .code_lines import leading_code, split
from .hints import Hint, hint_of, hint_of_header, may_count_rows, speaks_of_codes
from .page import KEY, TERM, UNNAMED, VALUE, Cell, Table

_BRACKETS = re.compile(r" ?[(（]([^()（）]+)[)）]$")
_NAME_AND_VALUE = re.compile(
    rf"(?P<name>[A-Za-z][\w. ]{{,40}}?) ?\((?P<value>{forms.IN_BRACKETS})\)"
)
# A number after letters, or two hexadecimal digits. A word in capitals beside it is its name.
_NUMBERED = re.compile(r"[A-Z]{1,6}-?\d+|\d[0-9a-f]")
_DOTTED = re.compile(forms.DOTTED)

_AMOUNT_OR_FLAG = re.compile(
    r"(?i)\bper\b|^up to\b|^(?:amount|limit|price)s?$|^(?:is )?(?:permanent|final|retr[iy]able)\??$"
)
# Columns that name or count something else.
_NO_CODES = re.compile(
    r"(?i)(?:\w+ )?(?:abbreviations?|arguments?|firmware|heights?|minutes|param(?:eter)?s?|seconds|settings?"
    r"|steps?|variables?|weights?|widths?|years?)"
)
_PROPERTY = re.compile(r"(?i:attribute|field|option|parameter|property|setting)s?")
_FIELDS = frozenset("code message error_code errorcode error_message errormessage".split())
_TYPE = re.compile(
    r"(?i)(?:string|str|int(?:eger)?|bool(?:ean)?|number|decimal|float|double|array|object)(?:\[\])?"
)
_METHODS = frozenset(("GET", "POST"))
_STATUSES = frozenset(str(status.value) for status in HTTPStatus)
_UNIT = re.compile(r"-?[0-9.]+ ?([a-zµ°]{1,3})")
# A heading of HTTP statuses, and their column beside the codes that each stands for.
_HTTP = re.compile(r"HTTPS? (?:status|code|response)", re.IGNORECASE)

# A code of one or two words, without brackets. Longer text is not a code.
_WORDS = re.compile(r"(?=.{1,40}$)[\w.:/+#&'*-]+(?: [\w.:/+#&'*-]+)?(?<!\.)")
# A term in a list of definitions that is a code. A term with dots is a name such as `errno.EPERM`.
_TERM = re.compile(r"(?=.{1,40}$)(?:[\w:/+#&'*-]+|(?:\w+\.)+[A-Z0-9_]+)")


def _is_code_of_digits(text: str) -> bool:
    text = value_of(text)
    return forms.is_decimal(text) or forms.is_hexadecimal(text)


def _is_in_capitals(text: str) -> bool:
    # Among identifiers, a number is one, too: `02000` beside `0200A`.
    text = value_of(text)
    owner, _, name = text.rpartition(".")
    is_owned = owner.replace(".", "").isidentifier()
    return forms.is_identifier(name if is_owned else text) or forms.is_decimal(text)


class _Ranks(NamedTuple):
    """How likely cells of a form are codes, by the hint about them. Only the order counts.

    0 means never. Below 4, they lose beside a column of types.
    """

    other: int
    none: int
    likely: int
    sure: int
    term: int


_Forms: TypeAlias = tuple[tuple[Callable[[str], object], _Ranks], ...]
_FORMS: _Forms = (
    (_is_code_of_digits, _Ranks(other=1, none=4, likely=6, sure=9, term=6)),
    (
        lambda text: _NUMBERED.fullmatch(value_of(text)),
        _Ranks(other=1, none=4, likely=9, sure=9, term=5),
    ),
    (
        lambda text: _DOTTED.fullmatch(text) or forms.are_bytes(text),
        _Ranks(other=0, none=4, likely=9, sure=9, term=5),
    ),
    (_is_in_capitals, _Ranks(other=1, none=3, likely=5, sure=8, term=5)),
    (_TERM.fullmatch, _Ranks(other=0, none=0, likely=2, sure=7, term=2)),
    (_WORDS.fullmatch, _Ranks(other=0, none=0, likely=2, sure=7, term=0)),
)

# The lowest rank of codes beside a column of types. Words have a lower one.
_RANK_BESIDE_TYPES = 4

# Any short text in inline code is like a word below a header that says so.
_FORMS_IN_CODE: _Forms = (
    *_FORMS[:-2],
    (re.compile(r".{1,40}").fullmatch, _Ranks(other=0, none=0, likely=7, sure=7, term=2)),
)


def _values(cells: Iterable[Cell]) -> list[Cell]:
    return [cell for cell in cells if forms.is_single_value(cell.text)]


class _Column:
    """A column of tables with one header: its cells, by table, that may be codes."""

    def __init__(self, header: str, cells: Sequence[Sequence[Cell]]) -> None:
        self.header = header
        self._cells = cells
        self.texts = [cell.text for table in cells for cell in table]

    @property
    def are_distinct(self) -> bool:
        """Whether few cells repeat: by mistake, or with a second name. Tables may share codes."""
        distinct = sum(len({cell.text for cell in table}) for table in self._cells)
        # A cell that spans rows is in each of them.
        total = sum(len(set(map(id, table))) for table in self._cells)
        return distinct > 0 and distinct * 4 >= total * 3

    @property
    def are_fields(self) -> bool:
        """Whether the cells are the fields of an error response, one of which has the code."""
        return any(text.casefold() in _FIELDS for text in self.texts)

    @property
    def numbers(self) -> list[int | None]:
        """The numbers that the cells are, decimal or hexadecimal."""
        return list(map(forms.number_of, self.texts))

    @property
    def are_statuses(self) -> bool:
        """Whether the cells are HTTP statuses, and the header calls them a status."""
        is_called = "status" in self.header.casefold()
        return is_called and _STATUSES.issuperset(map(value_of, self.texts))

    @property
    def are_surely_codes(self) -> bool:
        """Whether the cells are codes with letters, whatever the header says."""
        are_codes = all(map(forms.is_surely_code, self.texts))
        return are_codes and not any(map(forms.is_decimal, self.texts))

    @property
    def are_others(self) -> bool:
        """Whether the cells are fields, HTTP methods, or numbers with one unit, such as `30 s`."""
        units = {found and found[1] for found in map(_UNIT.fullmatch, self.texts)}
        are_amounts = len(units) == 1 < len(self.texts) and None not in units
        return self.are_fields or are_amounts or not _METHODS.isdisjoint(self.texts)

    @property
    def are_in_code(self) -> bool:
        """Whether the cells are inline code and nothing else."""
        return all(cell.code and not cell.rest for cells in self._cells for cell in cells)

    @property
    def has_codes(self) -> bool:
        """Whether the column has codes that are not words, and its header says so."""
        is_sure = hint_of_header(self.header) is Hint.SURE
        is_called = is_sure and not may_count_rows(self.header)
        return is_called and self.are_distinct and all(map(forms.is_surely_code, self.texts))

    def rank(self, hint: Hint) -> int:
        """Return how likely the cells are codes, by what is said about them. 0 means never."""
        texts, different = self.texts, set(self.texts)
        is_sure = hint is Hint.SURE
        if len(texts) < 2 and hint in (Hint.OTHER, Hint.NONE):
            return 0  # a single row proves nothing
        # If the header says that these are codes, a code may have further rows.
        may_repeat = is_sure and len(different) * 2 > len(texts)
        if self.are_others or not (self.are_distinct or may_repeat):
            return 0
        for has_form, ranks in _FORMS_IN_CODE if self.are_in_code else _FORMS:
            # If the header says that these are codes, three in four are enough.
            are_enough = is_sure and sum(map(bool, map(has_form, texts))) * 4 >= len(texts) * 3
            if are_enough or forms.mostly(texts, has_form):
                if not self.are_distinct:
                    return 1
                # Numbers that repeat may be those of another standard.
                repeat = has_form is _is_code_of_digits and len(different) * 10 < len(texts) * 9
                return min(ranks[hint], ranks[Hint.LIKELY]) if repeat else ranks[hint]
        return 0


def _columns(tables: Sequence[Table]) -> list[_Column]:
    """Return the columns of tables with one header.

    Repeated rows count once. A cell alone in its row heads a section, unless all rows are like
    that.
    """
    rows = [{row.texts: row.cells for row in table.rows}.values() for table in tables]
    several = [[cells for cells in each if len(set(map(id, _values(cells)))) > 1] for each in rows]
    kept = several if any(several) else rows
    return [
        _Column(header, [_values(cells[place] for cells in table) for table in kept])
        for place, header in enumerate(tables[0].header)
    ]


def column_of_codes(*tables: Table) -> int | None:
    """Return the column of codes of tables with one header, or None.

    The header and the form of the cells decide: numbers come before identifiers in capitals, and
    these before words.
    """
    header, rows = tables[0].header, max(len(table.rows) for table in tables)
    if sum(map(forms.is_surely_code, header)) > max(rows, 1):
        return None  # its columns are codes
    columns = _columns(tables)
    if header[0] == TERM and len({*columns[0].texts}) == 1 < len(columns[0].texts):
        return None  # a label before each text
    if tuple(map(str.casefold, header)) == (KEY, VALUE):
        are_numbers = [forms.mostly(column.texts, forms.is_number) for column in columns]
        if are_numbers == [True, False]:
            return 0  # the values are names, which may look like codes
    if header[0] == KEY:
        # The keys of records are the codes, unless a field says that it has them.
        coded = (place for place, column in enumerate(columns) if place and column.has_codes)
        are_keys = columns[0].texts and not columns[0].are_fields
        return next(coded, 0) if are_keys else None
    return _most_likely(columns, tables[0])


def _most_likely(columns: Sequence[_Column], table: Table) -> int | None:
    """Return the place of the column that most likely has the codes, by header and cells."""
    most = max(len(column.texts) for column in columns)
    ranked = [(0, False, False, 0, 0)]
    # Words beside a column of types are fields.
    are_fields = any(forms.mostly(column.texts, _TYPE.fullmatch) for column in columns)
    hints = _hints(columns, table, most)
    for place, (column, hint) in enumerate(zip(columns, hints, strict=True)):
        is_filled = len(column.texts) * 2 >= most and not _describes(column.header, table)
        if is_filled and (rank := column.rank(hint)):
            if hint is not Hint.SURE and _are_amounts(columns):
                continue
            is_bare = hint is Hint.NONE and all(map(forms.is_decimal, column.texts))
            if is_bare and place and _has_amounts(table, columns[0], len(column.texts)):
                continue
            # The numbers may be those of a scale, unless they are the codes in another form.
            is_scale = is_bare and [each.numbers for each in columns].count(column.numbers) == 1
            may_count = may_count_rows(column.header)
            ranked.append((-rank, may_count, is_scale, -len(column.texts), place))
    rank, *_, place = min(ranked)
    return place if -rank >= (_RANK_BESIDE_TYPES if are_fields else 1) else None


def _are_amounts(columns: Sequence[_Column]) -> bool:
    """Whether a table has only numbers beside numbers."""
    are_numbers = (forms.mostly(column.texts, forms.is_decimal) for column in columns)
    return len(columns) > 1 and all(are_numbers)


def _hints(columns: Sequence[_Column], table: Table, most: int) -> Sequence[Hint]:
    """Return what the headers say about the cells. HTTP statuses beside other codes do not count."""
    hints = [hint_in(column.header, table) for column in columns]
    if not any(each.are_statuses for each in columns):
        return hints
    pairs = list(zip(columns, hints, strict=True))
    whole = [each for each, hint in pairs if hint is Hint.SURE or each.are_surely_codes]
    whole = [each for each in whole if len(each.texts) == most and each.rank(Hint.SURE) > 1]
    if all(each.are_statuses for each in whole):
        return hints
    return [Hint.OTHER if each.are_statuses else hint for each, hint in pairs]


def _has_amounts(table: Table, first: _Column, number: int) -> bool:
    """Whether numbers beside the first column are amounts, as in a table of settings or sizes.

    Codes are below a heading about codes, or beside names, sentences, or labels that repeat or are
    missing.
    """
    are_labels = forms.mostly(first.texts, _WORDS.fullmatch)
    if not are_labels or len(set(first.texts)) < number:
        return False
    is_named = first.header.casefold() == "name" or forms.mostly(first.texts, forms.is_identifier)
    is_named &= hint_of_header(first.header) is not Hint.OTHER
    is_section = bool(table.path) and table.records_path is None
    return is_section and not (is_named or speaks_of_codes(table.path[-1].text))


def values_in(tables: Sequence[Table], column: int) -> list[str]:
    """Return the values in a column of codes. Its cells may hold names as well."""
    return list(map(value_of, _columns(tables)[column].texts))


def _describes(header: str, table: Table) -> bool:
    """Whether a column has amounts, flags or values of properties, or is below a heading with a code."""
    is_value = header.casefold() == "value" and _PROPERTY.fullmatch(table.header[0])
    if is_value or _AMOUNT_OR_FLAG.search(header) or _NO_CODES.fullmatch(header):
        return True
    code = leading_code(table.path[-1].text) if table.path else ""
    return len(code) > 2 and hint_of_header(header) in (Hint.OTHER, Hint.NONE)


def value_and_name(text: str) -> tuple[str, str] | None:
    """Split `200 (OK)`, `200 OK`, `E2 - OK` or `OK (200)` into value and name, or return None.

    The name is empty in `Error 200:`, and in other texts with signs around a code.
    A number that is there twice, as in `OK 200 (0xC8)`, is the value.
    """
    if forms.are_bytes(text):
        return None
    if found := _NAME_AND_VALUE.fullmatch(text):
        name, _, word = found["name"].rpartition(" ")
        if name and (number := forms.written_twice(word, found["value"])):
            return number, name
        return found["value"], found["name"]
    value, *words = split(_BRACKETS.sub(r" \1", text).rstrip(" :"))
    is_code = value not in ("", text) and not forms.is_range(text)
    return (value, " ".join(words).strip()) if is_code else None


def value_of(text: str) -> str:
    """Return the value of a cell that may hold a name as well."""
    return (value_and_name(text) or [text])[0]


def hint_in(header: str, table: Table) -> Hint:
    """Return what a header, or the heading of a list of definitions, says about the cells."""
    if header == TERM:
        *outer, hint = [Hint.NONE, *(hint_of(heading.text) for heading in table.path)]
        is_below_codes = hint is Hint.NONE and Hint.SURE in outer
        return Hint.TERM if is_below_codes or hint >= Hint.LIKELY else hint
    hint, heading = hint_of_header(header), table.path[-1].text if table.path else ""
    if hint is Hint.OTHER and _HTTP.match(header) and _HTTP.match(heading):
        return Hint.SURE
    # A column with the name of the heading has what the section lists: types, below `Error types`.
    listed = heading.casefold()
    if speaks_of_codes(heading):
        listed = listed.rpartition(" ")[2].removesuffix("s")
    is_listed = header.casefold() in (heading.casefold(), listed)
    is_listed |= header == UNNAMED and speaks_of_codes(heading)
    return Hint.LIKELY if hint is Hint.NONE and is_listed else hint
