"""Reads the fields that a binding names from a row of a table.

If the page does not separate its columns, the spec helps. A line equal to that of a known
code is that code. Otherwise a known name or description shows where the name ends. Nothing
is guessed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Code, CodeList
from ..pages import Cell, Row, first_word, is_identifier, is_number, value_and_name

# The facts that can be several words of a line that no rule splits into columns.
_TEXTS = ("name", "description")

_SEPARATOR = re.compile(r"\A(?::|[-–—](?= ))\s*")
_NAME_AND_TEXT = re.compile(r"(\S+?)(?: ?:| [-–—]) (\S.*)")


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


class Anchors:
    """Known values, groups, names and descriptions, used to split lines that no rule can split.

    Of the other lists, only whole lines count. A code may have moved here from there, but the
    names there are ordinary words here.
    """

    def __init__(self, code_list: CodeList, others: Iterable[CodeList] = ()) -> None:
        self._takes_numbers = code_list.values == "int"
        self._values = _Phrases(str(code.value) for code in code_list.codes)
        self._groups = _Phrases(
            text
            for group in code_list.groups
            for text in (group.documented_name, group.name)
            if text
        )
        self._names = _Phrases(name for _, name, _ in _entries(code_list) if name)
        self._known: dict[str, list[tuple[str, str]]] = {}
        for code, name, description in _entries(code_list):
            self._known.setdefault(str(code.value), []).append((name or "", description))
        self._elsewhere: dict[str, list[tuple[str, str]]] = {}
        for code, name, description in (entry for other in others for entry in _entries(other)):
            self._elsewhere.setdefault(str(code.value), []).append((name or "", description))

    def value(self, text: str, *, at_end: bool = False) -> str:
        """Return the value that a text begins or ends with."""
        word = text.rpartition(" ")[2] if at_end else first_word(text)
        return word if self._takes_numbers else self._values.found(text, at_end=at_end) or word

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

    def group(self, text: str, *, at_end: bool = False) -> str:
        """Return the group that a text begins or ends with: a known group, or one word."""
        word = text.rpartition(" ")[2] if at_end else first_word(text)
        return self._groups.found(text, at_end=at_end) or word

    def name(self, text: str, *, at_end: bool = False) -> str | None:
        """Return the known name that a text begins or ends with."""
        return self._names.found(text, at_end=at_end)

    def description(self, value: str, text: str) -> str | None:
        """Return the known description of this value that a text begins with."""
        for _, description in self._known.get(value, []):
            if f"{text} ".startswith(f"{description} "):
                return description
        return None

    def split(self, value: str, text: str, *, name_last: bool = False) -> tuple[str, str] | None:
        """Split the text of a value into name and description. Return None if it is unknown."""
        known = self._known.get(value, [])
        for known_name, description in (*known, *self._elsewhere.get(value, ())):
            parts = (description, known_name) if name_last else (known_name, description)
            if " ".join(filter(None, parts)) == text:
                return known_name, description
        if name := self.name(text, at_end=name_last):
            rest = text[: -len(name)] if name_last else text[len(name) :]
            return name, rest.strip()
        for _, description in known:
            if name := _beside(text, description, at_end=name_last):
                return name, description
        return None


def _entries(code_list: CodeList) -> Iterator[tuple[Code, str | None, str]]:
    """Yield each row that the list has or had on the page: a code, or one of its aliases."""
    for code in code_list.codes:
        yield code, code_list.documented_name(code), code.description
        for alias in code.aliases:
            yield code, code_list.documented_alias(alias), alias.description
    for code in code_list.withdrawn:
        yield code, code_list.documented_name(code), code.description


def _beside(text: str, description: str, *, at_end: bool) -> str | None:
    """Return the part of a text beside a known description."""
    if not description:
        return None
    if at_end:
        return text[len(description) + 1 :] if text.startswith(f"{description} ") else None
    return text[: -len(description) - 1] if text.endswith(f" {description}") else None


class _Phrases:
    """Known texts of one or more words. The longest match wins."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = set(texts)
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
    found = _before_colon(name.text) or anchors.split(value, name.text)
    if found:
        return dict(zip(_TEXTS, found, strict=True)), True
    return {"description": name.text}, False


def _before_colon(text: str) -> tuple[str, str] | None:
    """Split `NAME: text` or `NAME - text`. Return None if no identifier is at its begin."""
    found = _NAME_AND_TEXT.fullmatch(text)
    return (found[1], found[2]) if found and is_identifier(found[1]) else None


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
    line = _Line(row.cells[0].text, anchors, has_more=has_more)
    left, right = list(order), list[str]()
    while left and left[0] not in _TEXTS:
        line.take(left.pop(0), at_end=False)
    while left and left[-1] not in _TEXTS:
        line.take(left.pop(), at_end=True)
    if len(left) > 2:
        left, right = left[:1], left[1:]
        line.take_text_before_value(left[0])
        while right[0] not in _TEXTS:
            line.take(right.pop(0), at_end=False)
        left = right
    return line.fields(left)


class _Line:
    """A line that loses a field at one end with each step."""

    def __init__(self, text: str, anchors: Anchors, *, has_more: bool) -> None:
        self._text = text
        self._anchors = anchors
        self._has_more = has_more
        self._taken: dict[str, str] = {}

    def take(self, field: str, *, at_end: bool) -> None:
        """Remove a field that is one word, or known words, from an end of the line."""
        match field:
            case "value":
                found = self._anchors.value(self._text, at_end=at_end)
            case "group":
                found = self._anchors.group(self._text, at_end=at_end)
            case _:
                found = self._text.rpartition(" ")[2] if at_end else first_word(self._text)
        self._taken[field] = found
        rest = self._text[: -len(found)] if at_end else self._text[len(found) :]
        self._text = rest.strip() if found else self._text

    def take_text_before_value(self, field: str) -> None:
        """Remove the text before the first word that is a value."""
        words = self._text.split(" ")
        places = [i for i, word in enumerate(words) if self._anchors.is_value(word)]
        # A text may contain numbers, too. Prefer the one after a known name or description.
        known = (i for i in places if self._anchors.is_beside(words[i], " ".join(words[:i])))
        place = next(known, next(iter(places), 0))
        self._taken[field] = " ".join(words[:place])
        self._text = " ".join(words[place:])

    def fields(self, rest: Sequence[str]) -> Fields:
        """Return all fields. The rest of the line holds the fields in `rest`."""
        is_split = True
        if len(rest) == 2:
            value, name_last = self._taken.get("value", ""), rest[1] == "name"
            found = self._anchors.split(value, self._text, name_last=name_last)
            is_split = found is not None
            if found:
                self._taken["name"], self._text = found
            self._taken["description"] = self._text
        elif rest:
            self._taken[rest[0]] = self._text
        if self._has_more and "description" in self._taken:
            # Only a known description shows where the next column begins.
            known = self._anchors.description(self._taken.get("value", ""), self._text)
            is_split = known is not None
            self._taken["description"] = self._text if known is None else known
        facts = dict(self._taken)
        return Fields(facts.pop("value", ""), facts, is_split=is_split)
