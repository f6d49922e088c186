"""Reads the fields that a binding names from a row of a table.

If the page does not separate its columns, the spec helps. A line equal to that of a known
code is that code. Otherwise a known name or description shows where the name ends. Nothing
is guessed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import CodeList
from ..pages import Cell, Row, first_word, is_identifier, is_number, value_and_name

# The facts that can be several words of a line that no rule splits into columns.
_TEXTS = ("name", "description")

_SEPARATOR = re.compile(r"\A(?::|[-–—](?= ))\s*")
_NAME_AND_TEXT = re.compile(r"(\S+?)( ?:| [-–—]|) (\S.*)")


@dataclass(frozen=True, slots=True)
class Fields:
    """The texts of a row. `facts` has those that the table has a column for.

    `is_split` is False if the name could not be separated from the text. Then `facts` has no
    name, and its description is the rest of the line. `beside` is what else is in the cell of the
    value.
    """

    value: str
    facts: Mapping[str, str]
    links: tuple[str, ...] = ()
    is_split: bool = True
    beside: str = ""


Lines = Mapping[tuple[str, str, bool], tuple[str, str]]


def whole_lines(code_lists: Iterable[CodeList]) -> Lines:
    """Return the name and description of each value and line, which may have the name last."""
    found: dict[tuple[str, str, bool], tuple[str, str]] = {}
    for value, *texts in (entry for each in code_lists for entry in _entries(each)):
        name, description = texts
        for name_last in (False, True):
            line = " ".join(filter(None, reversed(texts) if name_last else texts))
            found.setdefault((value, line, name_last), (name, description))
    return found


class Anchors:
    """Known values, groups, names and descriptions, used to split lines that no rule can split.

    Of the other lists, only whole lines count. A code may have moved here from there, but the
    names there are ordinary words here.
    """

    def __init__(self, code_list: CodeList, everywhere: Lines) -> None:
        """`everywhere` has the whole lines of all lists."""
        self._takes_numbers = code_list.values == "int"
        self._values = _Phrases(str(code.value) for code in code_list.codes)
        self._groups = _Phrases(
            text for group in code_list.groups for text in (group.documented_name, group.name)
        )
        self._names = _Phrases(name for _, name, _ in _entries(code_list))
        self._lines = whole_lines([code_list])
        self._everywhere = everywhere
        self._known: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for value, name, description in _entries(code_list):
            self._known[value].append((name, description))

    def words(self, field: str, text: str, *, at_end: bool) -> str:
        """Return the field that a text begins or ends with: known words, or else one word."""
        known = {"group": self._groups}
        if not self._takes_numbers:
            known["value"] = self._values
        found = known[field].found(text, at_end=at_end) if field in known else None
        return found or (text.rpartition(" ")[2] if at_end else first_word(text))

    def value_and_name(self, text: str) -> tuple[str, str]:
        """Split a cell such as `200 (OK)` of a list of numbers. Otherwise the name is empty."""
        found = value_and_name(text) if self._takes_numbers else None
        return found or (text, "")

    def is_value(self, word: str) -> bool:
        """Whether a word within a line can only be the value."""
        return is_number(word) if self._takes_numbers else word in self._values

    def is_beside(self, value: str, text: str) -> bool:
        """Whether a text is the known name or the known description of this value."""
        return any(text in texts for texts in self._known.get(value, ()))

    def description(self, value: str, text: str) -> str | None:
        """Return the known description of this value that a text begins with."""
        for _, description in self._known.get(value, []):
            if f"{text} ".startswith(f"{description} "):
                return description
        return None

    def split(self, value: str, text: str, *, name_last: bool = False) -> tuple[str, str] | None:
        """Split the text of a value into name and description. Return None if it is unknown."""
        key = value, text, name_last
        if found := self._lines.get(key) or self._everywhere.get(key):
            return found
        if name := self._names.found(text, at_end=name_last):
            rest = text[: -len(name)] if name_last else text[len(name) :]
            return name, rest.strip()
        for _, description in self._known.get(value, ()):
            if name := _beside(text, description, at_end=name_last):
                return name, description
        return None


def _entries(code_list: CodeList) -> Iterator[tuple[str, str, str]]:
    """Yield value, name and description of each row that the list has or had on the page."""
    for code in (*code_list.codes, *code_list.withdrawn):
        value = str(code.value)
        yield value, code.documented_name or "", code.description
        for alias in code.aliases:
            yield value, alias.documented_name or "", alias.description


def _beside(text: str, description: str, *, at_end: bool) -> str | None:
    """Return the part of a text beside a known description."""
    if not description:
        return None
    if at_end:
        return text[len(description) + 1 :] if text.startswith(f"{description} ") else None
    return text[: -len(description) - 1] if text.endswith(f" {description}") else None


class _Phrases:
    """Known texts of one or more words. The longest match wins."""

    def __init__(self, texts: Iterable[str | None]) -> None:
        self._texts = set(filter(None, texts))
        self._most = max((text.count(" ") + 1 for text in self._texts), default=0)

    def __contains__(self, text: str) -> bool:
        return text in self._texts

    def found(self, text: str, *, at_end: bool) -> str | None:
        """Return the longest known text at the beginning or end of the text."""
        words = text.rsplit(" ", self._most) if at_end else text.split(" ", self._most)
        for number in range(min(self._most, len(words)), 0, -1):
            phrase = " ".join(words[-number:] if at_end else words[:number])
            if phrase in self._texts:
                return phrase
        return None


def read_cells(row: Row, columns: dict[str, int], anchors: Anchors) -> Fields:
    """Return the fields of a row whose columns are separate."""
    cells = {name: row.cells[column] for name, column in columns.items()}
    value, beside = anchors.value_and_name(cells.pop("value").text)
    if columns.get("name") == columns["value"]:
        cells["name"], beside = Cell(beside), ""
    facts = {name: cell.text for name, cell in cells.items() if name not in _TEXTS}
    texts, is_split = _name_and_text(cells, value, anchors)
    links = _links([cells[name] for name in _TEXTS if name in cells])
    return Fields(value, facts | texts, links, is_split, beside)


def _name_and_text(
    cells: dict[str, Cell], value: str, anchors: Anchors
) -> tuple[dict[str, str], bool]:
    """Return name and description, and False if they share a cell and could not be separated."""
    name, text = cells.get("name"), cells.get("description")
    if name is None or text is None or name is not text:
        return {key: cells[key].text for key in _TEXTS if key in cells}, True
    if name.code is not None:
        rest = _SEPARATOR.sub("", name.rest)
        return {"name": name.code.rstrip(" :"), "description": rest}, True
    found = name_before_text(name.text) or anchors.split(value, name.text)
    if found:
        return dict(zip(_TEXTS, found, strict=True)), True
    return {"description": name.text}, False


def name_before_text(text: str) -> tuple[str, str] | None:
    """Split `NAME: text`, `NAME - text` or `A_NAME text`. Return None if it begins otherwise."""
    found = _NAME_AND_TEXT.fullmatch(text)
    is_name = found and is_identifier(found[1]) and (found[2] or "_" in found[1])
    return (found[1], found[3]) if found and is_name else None


def _links(cells: Sequence[Cell]) -> tuple[str, ...]:
    """Return the links of the cells, counting each cell once."""
    once = {id(cell): cell for cell in cells}
    return tuple(link for cell in once.values() for link in cell.links)


def read_line(row: Row, order: Sequence[str], anchors: Anchors, *, has_more: bool) -> Fields:
    """Return the fields of a row that is one line. `order` is the order of columns in the header.

    Value, flag and group are words, read from either end of the line. The rest is name and
    description, or both with the value between them. `has_more` says that the table has
    columns that are not bound.
    """
    line = _Line(row.cells[0].text, anchors)
    left = line.take_words(line.take_words(order)[::-1], at_end=True)[::-1]
    if len(left) > 2:
        line.take_text_before_value(left[0])
        left = line.take_words(left[1:])
    facts = line.taken
    value, text, is_split = facts.pop("value", ""), line.rest, True
    if len(left) == 2:
        found = anchors.split(value, text, name_last=left[1] == "name")
        is_split = found is not None
        if found:
            facts["name"], text = found
        facts["description"] = text
    elif left:
        facts[left[0]] = text
    if has_more and "description" in facts:
        # Only a known description shows where the next column begins.
        known = anchors.description(value, text)
        is_split = known is not None
        facts["description"] = text if known is None else known
    return Fields(value, facts, is_split=is_split)


class _Line:
    """A line that loses a field at one end with each step."""

    def __init__(self, text: str, anchors: Anchors) -> None:
        self.rest = text
        self.taken: dict[str, str] = {}
        self._anchors = anchors

    def take_words(self, order: Sequence[str], *, at_end: bool = False) -> Sequence[str]:
        """Remove the fields before the first text, from an end of the line. Return the others."""
        for place, field in enumerate(order):
            if field in _TEXTS:
                return order[place:]
            self.taken[field] = found = self._anchors.words(field, self.rest, at_end=at_end)
            rest = self.rest[: -len(found)] if at_end else self.rest[len(found) :]
            self.rest = rest.strip() if found else self.rest
        return ()

    def take_text_before_value(self, field: str) -> None:
        """Remove the text before the first word that is a value."""
        words = self.rest.split(" ")
        places = [i for i, word in enumerate(words) if self._anchors.is_value(word)]
        # A text may contain numbers, too. Prefer the one after a known name or description.
        known = (i for i in places if self._anchors.is_beside(words[i], " ".join(words[:i])))
        place = next(known, next(iter(places), 0))
        self.taken[field] = " ".join(words[:place])
        self.rest = " ".join(words[place:])
