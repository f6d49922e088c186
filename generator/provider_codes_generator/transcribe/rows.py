"""Reads the fields that a binding names from a row of a table.

If the page does not separate name and text, the spec helps. A text equal to that of a known
code is that code. Otherwise a known name or description shows where the name ends. Nothing
is guessed.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..model import Alias, Code, CodeList
from ..pages import NOTE_MARKS, Cell, Row, forms, value_and_name

# The facts that may share a cell.
_TEXTS = ("name", "description")

# What may end a name before a text.
_ENDS = " :;,."
_SEPARATOR = re.compile(r"\A(?: ?:| ?[-–—](?!\S)|[;,.](?!\S)|) *")
_NAME_AND_TEXT = re.compile(r"([^\s：]+?)(?:( ?： ?| ?: | [-–—] )|[;,.]? )(\S.*)")
# An identifier in lower case or with capitals inside. It is a name before a sign.
_JOINED = re.compile(rf"[a-z0-9]+(?:_[a-z0-9]+)+|{forms.OF_WORDS}|{forms.IN_CAMEL_CASE}")


class Fields(NamedTuple):
    """The texts of a row. `facts` has those that the table has a column for.

    If the name could not be separated from the text, `facts` has no name, and its description is
    the rest of the line. `beside_value` is the rest of the cell with the value, unless that is the
    only text.
    """

    value: str
    facts: Mapping[str, str]
    links: tuple[str, ...] = ()
    beside_value: str = ""


class Anchors:
    """Known names and descriptions of a list, used to split texts that no rule can split."""

    def __init__(self, code_list: CodeList) -> None:
        self._are_numbers = code_list.values == "int"
        self._known: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        # The entries that the list has or had on the page, by value.
        for code in (*code_list.codes, *code_list.withdrawn):
            entries: tuple[Code | Alias, ...] = (code, *code.aliases)
            texts = [(each.documented_name or "", each.description) for each in entries]
            self._known[str(code.value)] += texts
        self._names = {name for texts in self._known.values() for name, _ in texts if name}
        self._longest = max((name.count(" ") + 1 for name in self._names), default=0)

    def value_and_name(self, cell: Cell, *, is_joined: bool) -> tuple[str, str]:
        """Split a cell such as `200 (OK)` or `E2 (OK)`. Otherwise the name is empty.

        Unless the cell is joined with the name or text of the code, only a value of the list's type
        is split off. Inline code at the start is the value, and the rest is beside it.
        """
        for text in (cell.text, cell.text.rstrip(f"{NOTE_MARKS} ")):
            if text in self._known:
                return text, ""
        if _are_several(cell.lines):
            return ", ".join(cell.lines), ""
        if found := value_and_name(cell.text):
            is_number = forms.number_of(found[0]) is not None
            if is_joined or is_number is self._are_numbers:
                return found
        code = cell.code or ""
        is_value = code in self._known or cell.text.startswith(code)
        if code and is_value and not forms.is_range(cell.text):
            return code, cell.rest
        return cell.text, ""

    def split(self, value: str, text: str) -> tuple[str, str] | None:
        """Split the text of a value into name and description. Return None if it is unknown."""
        known = self._known.get(value, ())
        whole = ((name, rest) for name, rest in known if f"{name} {rest}".strip() == text)
        if found := next(whole, None):
            return found
        words = text.split(" ", self._longest)[: self._longest]
        for number in range(len(words), 0, -1):
            name = " ".join(words[:number])
            name = name if name in self._names else name.rstrip(_ENDS)
            if name in self._names:
                return name, _SEPARATOR.sub("", text[len(name) :])
        for _, description in known:
            if description and text.endswith(f" {description}"):
                return text[: -len(description) - 1].rstrip(_ENDS), description
        return None


def _are_several(lines: Sequence[str]) -> bool:
    """Whether all lines of a cell are codes of one kind. A number and a name are one code."""
    are_codes = all(forms.may_be_code(line) or _JOINED.fullmatch(line) for line in lines)
    return are_codes and len({line[0].isdigit() for line in lines}) == 1


def read_cells(row: Row, columns: dict[str, int], anchors: Anchors) -> Fields:
    cells = {name: row.cells[column] for name, column in columns.items()}
    different = {id(cell): cell for cell in cells.values()}
    links = tuple(link for cell in different.values() for link in cell.links)
    joined = next((name for name in _TEXTS if columns.get(name) == columns["value"]), "")
    value, beside_value = anchors.value_and_name(cells.pop("value"), is_joined=joined != "")
    if joined:
        cells[joined], beside_value = Cell(beside_value), ""
    shared = {id(cells[name]) for name in _TEXTS if name in cells}
    facts = {
        # A text that spans further columns is not theirs.
        name: "" if id(cell) in shared else cell.text
        for name, cell in cells.items()
        if name not in _TEXTS
    }
    facts |= _name_and_text(cells, value, anchors)
    if beside_value and facts.get("description") == "":
        facts["description"], beside_value = beside_value, ""
    return Fields(value, facts, links, beside_value)


def _name_and_text(cells: dict[str, Cell], value: str, anchors: Anchors) -> dict[str, str]:
    """Return name and description, or no name if they share a cell that cannot be split."""
    name, text = cells.get("name"), cells.get("description")
    if name is None or name is not text:
        return {key: cells[key].text for key in _TEXTS if key in cells}
    if name.code is not None:
        # A name in the middle of a text stays part of the text.
        begins = name.text.startswith(name.code)
        rest = _SEPARATOR.sub("", name.text[len(name.code) :]) if begins else name.text
        return {"name": name.code.rstrip(_ENDS), "description": rest}
    if forms.is_identifier(name.text.rstrip(_ENDS)) and name.text.endswith(":"):
        return {"name": name.text, "description": ""}
    found = name_before_text(name.text) or anchors.split(value, name.text)
    return dict(zip(_TEXTS, found, strict=True)) if found else {"description": name.text}


def name_before_text(text: str) -> tuple[str, str] | None:
    """Split `NAME: text`, `aName - text`, `A_NAME text` or `A_NAME. Text`, or return None."""
    found = _NAME_AND_TEXT.fullmatch(text)
    if found is None:
        return None
    word, sign, rest = found.groups()
    is_name = (
        forms.is_identifier(word) and (sign or "_" in word) or sign and _JOINED.fullmatch(word)
    )
    return (word, rest) if is_name else None
