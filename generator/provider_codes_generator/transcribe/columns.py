"""Chooses which fact each column of a table of codes holds.

The cells decide, and the header only where they leave a choice: a name is short and hardly
repeats, a description is the longest text, a class of codes is one of few words. What is left
becomes facts of the list's own.
"""

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import FLAGS, NOTHING, FactType, ListFact, names
from ..pages import (
    Cell,
    Table,
    column_of_codes,
    is_code,
    is_identifier,
    is_number,
    is_range,
    mostly,
    value_and_name,
)
from .bindings import plain

_NAME = re.compile(r"\b(?:names?|titles?|symbols?|mnemonics?|constants?|identifiers?)\b")
_GROUP = re.compile(r"(?:error |status |code )?(?:group|category|class)(?: name)?")
# The surest first: `Status Text` is a description only if no other header is a better match.
_TEXTS = tuple(
    map(
        re.compile, ("descri", "meaning|explan|definition", "message|detail|reason|comment", "text")
    )
)
_NAME_AND_TEXT = re.compile(r"[A-Z][A-Z0-9_]+ ?(?:[:–—]|-(?= )) ?\S.*")
_VALUE_WORDS = frozenset({"code", "codes", "id", "number", "no", "value"})
_LONGEST_NAME = 60
_MOST_WORDS = 6
# Fewer texts do not show whether they repeat.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of one or more tables with the same header, without its empty cells.

    `rows` is the number of all cells, and `distinct` that of different texts. Tables may share texts.
    """

    header: str
    cells: Sequence[Cell]
    rows: int
    distinct: int

    @property
    def texts(self) -> list[str]:
        """The texts of the cells."""
        return [cell.text for cell in self.cells]

    @property
    def length(self) -> float:
        """The mean length of a text."""
        return sum(map(len, self.texts)) / len(self.cells) if self.cells else 0

    def holds_flags(self) -> bool:
        """Whether every cell is true or false."""
        return bool(self.cells) and all(plain(text) in FLAGS for text in self.texts)

    def holds_text(self) -> bool:
        """Whether the cells are words, or would be if the page filled them."""
        return not (self.holds_flags() or mostly(self.texts, is_number))

    def holds_code(self) -> bool:
        """Whether the cells are names: in inline code and nothing else, or in capitals."""
        coded = all(cell.code and not cell.rest for cell in self.cells)
        capitals = mostly(self.texts, is_identifier) and not _TEXTS[0].search(
            self.header.casefold()
        )
        return self.hardly_repeats() and (coded or capitals)

    def holds_both(self) -> bool:
        """Whether a cell is a name followed by a text: in inline code, or before a colon."""
        coded = mostly([cell.code or "" for cell in self.cells], bool)
        if coded and any(cell.rest for cell in self.cells):
            return True
        return mostly(self.texts, lambda text: _NAME_AND_TEXT.fullmatch(text) is not None)

    def hardly_repeats(self, share: float = 0.9) -> bool:
        """Whether nearly every row has a text here, of which at least this share differ."""
        filled = len(self.cells) * 10 >= self.rows * 9
        return filled and self.distinct >= len(self.cells) * share

    def is_short(self) -> bool:
        """Whether the texts are as short as names."""
        return mostly(self.texts, _is_short)

    def is_called_name(self) -> bool:
        """Whether the header says that these are names, and the cells do not contradict it."""
        header = self.header.casefold()
        least = 0 if _NAME.fullmatch(header) else 1 / 2
        return bool(_NAME.search(header)) and self.is_short() and self.hardly_repeats(least)


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and len(text.split()) <= _MOST_WORDS


def choose_columns(tables: Sequence[Table]) -> dict[str, str]:
    """Map facts to the columns of tables with one header; to none if no column holds codes."""
    header = tables[0].header
    value = column_of_codes(*tables)
    if value is None:
        return {}
    if not tables[0].split:
        return _header_words(header[0].split())
    # A row without a code heads a section, or continues the row above.
    tables = [
        replace(table, rows=tuple(row for row in table.rows if is_code(row.cells[value].text)))
        for table in tables
    ]
    columns = {place: _column(tables, place) for place in range(len(header))}
    rest = [
        column
        for place, column in columns.items()
        if place != value and column.header and header.count(column.header) == 1
    ]
    flag = _first(rest, lambda each: "permanent" in each.header.casefold() and each.holds_flags())
    group = _first(rest, _is_group)
    name, text = _name_and_text([each for each in rest if each is not group and each.holds_text()])
    found = {"permanent": flag, "group": group, "name": name, "description": text}
    if name is None and mostly(columns[value].texts, lambda each: value_and_name(each) is not None):
        found["name"] = columns[value]
    return {"value": header[value]} | {
        fact: column.header for fact, column in found.items() if column is not None
    }


def _column(tables: Sequence[Table], place: int) -> _Column:
    filled = [
        [
            row.cells[place]
            for row in table.rows_of(place)
            if plain(row.cells[place].text) not in NOTHING
        ]
        for table in tables
    ]
    return _Column(
        header=tables[0].header[place],
        cells=[cell for table in filled for cell in table],
        rows=sum(len(table.rows_of(place)) for table in tables),
        distinct=sum(len({cell.text for cell in table}) for table in filled),
    )


def _first(columns: Iterable[_Column], is_it: Callable[[_Column], bool]) -> _Column | None:
    return next(filter(is_it, columns), None)


def _is_group(column: _Column) -> bool:
    few = column.distinct * 2 <= len(column.cells) and len(column.cells) > _FEWEST
    words = column.holds_text() and not any(map(is_range, column.texts))
    return few and words and _GROUP.fullmatch(column.header.casefold()) is not None


def _name_and_text(texts: Sequence[_Column]) -> tuple[_Column | None, _Column | None]:
    """Return the columns of names and of descriptions. They are one if a cell holds both."""
    if both := _first(texts, _Column.holds_both):
        return both, both
    coded = _first(texts, _Column.holds_code)
    if len(texts) == 1 and coded is None:
        (only,) = texts
        return (only, None) if only.is_called_name() else (None, only)
    name = coded or _first(texts, _Column.is_called_name)
    text = _description([each for each in texts if each is not name])
    if name is None and text is not None:
        shorter = [
            each
            for each in texts
            if each.distinct >= _FEWEST
            and each.hardly_repeats()
            and each.is_short()
            and each.length < text.length
        ]
        name = min(shorter, key=lambda each: each.length, default=None)
    return name, text


def _description(texts: Sequence[_Column]) -> _Column | None:
    """Return the column whose header means description, or else the one with the longest texts."""
    for words in _TEXTS:
        if fitting := [each for each in texts if words.search(each.header.casefold())]:
            return max(fitting, key=lambda each: each.length)
    return max(texts, key=lambda each: each.length, default=None)


def _header_words(words: Sequence[str]) -> dict[str, str]:
    """Return the columns that a header line may name: the value first, the description last."""
    place = next((i for i, word in enumerate(words) if word.lower() in _VALUE_WORDS), 0)
    found = {"value": " ".join(words[: place + 1])}
    rest = list(words[place + 1 :])
    if rest[:1] and rest[0].casefold() == "permanent":
        found["permanent"] = rest.pop(0)
    if len(rest) > 1:
        found["name"] = " ".join(rest[:-1])
    if rest:
        found["description"] = rest[-1]
    return found


def choose_facts(
    tables: Sequence[Table], columns: Mapping[str, str], named: Mapping[str, str]
) -> tuple[ListFact, ...]:
    """Return a fact of the list's own for every further column. `named` names some of them."""
    header = tables[0].header
    if not tables[0].split:
        return ()
    names_of = {plain(column): fact for fact, column in named.items()}
    bound = set(map(plain, columns.values()))
    facts: dict[str, ListFact] = {}
    for place, name in enumerate(header):
        if name and plain(name) not in bound and header.count(name) == 1:
            values = _type(_column(tables, place))
            fact = names_of.get(plain(name)) or _fact_name(name, values, facts.keys() | named)
            facts[fact] = ListFact(name=fact, values=values, title=name)
    return tuple(facts.values())


def _fact_name(header: str, values: FactType, taken: Container[str]) -> str:
    base = names.suggest_fact(header, values)
    name, number = base, 2
    while name in taken:
        name, number = f"{base}_{number}", number + 1
    return name


def _type(column: _Column) -> FactType:
    """Return the type of a column: `int` or `bool` only if every filled cell fits."""
    if column.holds_flags():
        return "bool"
    return "int" if column.cells and all(map(is_number, column.texts)) else "str"
