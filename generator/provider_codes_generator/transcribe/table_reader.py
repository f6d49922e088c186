"""Reads the rows of a table: codes, their continuations, and rows that are not codes."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from ..model import DESCRIPTION, GROUP, NAME, Code, Fact, FactValue, Level, facts_of, set_facts
from ..pages import Row, Table, forms, leading_code, value_of
from .bindings import Binding, is_nothing, uniform
from .groups import GroupReader
from .ledger import Ledger, Problems, Read, first_word, raw_cells
from .rows import Anchors, Fields, read_cells

_WHY = {"bool": "neither true nor false", "int": "not a whole number of at most 18 digits"}


@dataclass(slots=True, kw_only=True)
class _Layout:
    """How to read the next row. `above` is the last row that did not continue another."""

    table: Table
    columns: dict[str, int]
    # Whether the words among the values begin with a capital: both, if some do and some do not.
    capitals: frozenset[bool]
    has_spaces: bool  # in a value
    has_words: bool  # among the values, more than one in ten
    has_bold: bool  # among the rows with several texts
    has_names_in_code: bool  # before their texts, so that a text without code has no name
    shapes: frozenset[str]  # of the values
    group: str | None
    above: Read | None = None

    def struck_value(self, row: Row) -> str:
        """Return the value that a row strikes out beside a remark, or nothing.

        Another value beside it, which looks like the values of other rows, replaces it.
        """
        place = self.columns["value"]
        cell, cells = row.cells[place], (each.cells[place] for each in self.table.rows)
        shapes = {_shape(each.text) for each in cells if not each.struck} if cell.struck else ()
        is_remark = _shape(cell.struck) in shapes and _shape(cell.text) not in shapes
        return cell.struck if is_remark else ""

    def left_out(self, row: Row, reason: str, *clues: str) -> Read:
        """Return a row that gives no code."""
        return Read(self.table, row, "left-out", reason, clues=clues)


class TableReader:
    """Reads the tables of one list. The codes have no names yet, unless they are the spec's."""

    def __init__(self, binding: Binding, tables: Sequence[Table], ledger: Ledger) -> None:
        self.problems = Problems(ledger.page.file)
        self.groups = GroupReader(binding, ledger.page, self.problems)
        self._binding = binding
        self._spec = binding.code_list
        self._ledger = ledger
        self._anchors = Anchors(self._spec)
        self._known = {str(code.value): code for code in self._spec.codes}
        self._texts = _texts_of(self._spec.codes)
        self._tables = tables
        # How many cells of each fact could be read, and those that could not.
        self._read: Counter[Fact] = Counter()
        self._unread: defaultdict[Fact, list[tuple[str, Row]]] = defaultdict(list)
        self._errata: defaultdict[tuple[str, ...], list[Code]] = defaultdict(list)
        for code in self._spec.codes:
            if code.erratum:
                self._errata[raw_cells(code.erratum.page)].append(code)
        self._broken = {str(code.value) for codes in self._errata.values() for code in codes}

    def read(self, table: Table) -> list[Read]:
        """Return what became of each row of the table."""
        above = self._binding.group_above(table) if self._binding.has_sections else None
        group = self.groups.enter(above, table.line)
        columns = self._binding.columns(table)
        value = columns["value"]
        filled = [row for row in table.rows if len(_texts(row)) > 1]
        values = [row.cells[value].text for row in filled]
        has_spaces = any(" " in text and not forms.is_range(text) for text in values)
        has_words = not forms.mostly(values, lambda text: not _is_word(text))
        has_bold = any("bold" in row.marks for row in filled)
        capitals = frozenset(text[:1].isupper() for text in values if _is_word(text))
        # They are needed only beside rows with cells beyond the header.
        whole = [row for row in table.rows if not row.surplus]
        whole = whole if len(whole) < len(table.rows) else []
        shapes = frozenset(_shape(row.cells[value].text) for row in whole)
        layout = _Layout(
            table=table,
            columns=columns,
            capitals=capitals,
            has_spaces=has_spaces,
            has_words=has_words,
            has_bold=has_bold,
            has_names_in_code=columns.get("name") == columns.get("description", -1)
            and forms.mostly(filled, lambda row: row.cells[columns["name"]].code),
            shapes=shapes,
            group=group,
        )
        return [self._row(row, layout) for row in table.rows]

    def erratum(self, read: Read, new_columns: int = 0) -> Read | None:
        """Return the codes of the row's erratum, or None. The page may have `new_columns` now."""
        row = read.row
        parts = raw_cells(row.raw) if self._errata else ()
        codes = self._errata.get(parts) or self._errata.get(parts[: len(parts) - new_columns])
        if not codes:
            return None
        names = " and ".join(code.name for code in codes)
        message = f"{self._spec.name} has {names} by our reading of the row: {row.raw}"
        self.problems.add("erratum", message, line=row.line, level="note")
        place = self.problems.place(row.line)
        found = tuple(replace(self.groups.as_on_page(code), place=place) for code in codes)
        return Read(read.part, row, "taken", "by our reading", found[0].value, found)

    def report(self) -> None:
        """Report the cells that could not be read.

        If that is every cell of a column, and the spec has its facts, changes would go unnoticed.
        """
        for fact, cells in self._unread.items():
            id, what = "number-unreadable", "declare it with values: str"
            if fact.values == "bool":
                id, what = "flag-unreadable", "add the words to flags of tables"
            new = "are left out" if fact.name in self._spec.documents else "lack it"
            help = f"{what}, or bind it to another column; until then, known codes keep what the"
            help = f"{help} spec has, and new ones {new}"
            is_known = any(fact.of(code) is not None for code in self._spec.codes)
            level: Level = "error" if is_known and not self._read[fact] else "warning"
            for text, row in cells:
                message = f'the cell "{text}" of {fact.name} is {_WHY[fact.values]}: {row.raw}'
                about, line = fact.name, row.line
                self.problems.add(id, message, help, line=line, level=level, about=about)

    def _row(self, row: Row, layout: _Layout) -> Read:
        table = layout.table
        if ignored := self._ledger.ignores.reason(table, row=row):
            return Read(table, row, "ignored", ignored)
        texts = _texts(row)
        if not texts:
            return layout.left_out(row, "empty")
        if "cut" in row.marks and not self._ledger.page.is_whole:
            read = self._read_row(row, layout)
            is_sure = any(map(self._is_unchanged, read.codes))
            return read if is_sure else layout.left_out(row, "the page ends in its table")
        is_known = self._has_lost_value(row.cells[layout.columns["value"]].text, texts)
        if not is_known and (continued := _continued(row, layout)):
            return continued
        unbound = len(table.header) - len(set(layout.columns.values()))
        # A row that the page rewords is still broken while its number of cells is wrong.
        bars = row.raw.removeprefix("|").removesuffix("|").count("|")
        is_odd = row.surplus or ("|" in row.raw and bars < len(row.cells) - 1)
        clues = {*row.texts, *raw_cells(row.raw), first_word(row.raw)} if is_odd else ()
        broken = self._broken.intersection(clues)
        read = layout.left_out(row, "not as its erratum quotes it", *broken)
        read = self.erratum(read, unbound) or (read if broken else self._read_row(row, layout))
        struck = dict.fromkeys(cell.struck for cell in row.cells if cell.struck)
        read.left_out += [(text, "struck through") for text in struck]
        layout.above = read
        return read

    def _read_row(self, row: Row, layout: _Layout) -> Read:
        """Return the code of a row, or the reason why it gives none."""
        if "struck" in row.marks:
            return layout.left_out(row, "struck through")
        if struck := layout.struck_value(row):
            return layout.left_out(row, "struck through", struck)
        fields = read_cells(row, layout.columns, self._anchors)
        text = "" if is_nothing(fields.value) else fields.value
        if "hidden" in row.marks:
            return layout.left_out(row, "not shown on the page", text)
        value = None if row.is_across else self._value(text, row, layout)
        if value is None:
            return self._no_code(row, text, fields, layout)
        if self._binding.has_sections and layout.group is None:
            return layout.left_out(row, self.groups.unmatched(layout.table))
        is_cut = bool(row.surplus and layout.shapes) and text not in self._known
        if is_cut and _shape(text) not in layout.shapes:
            reason = f"{text} is not like the other values, and the row has cells beyond the header"
            return layout.left_out(row, reason, *row.texts, *row.surplus)
        return self._code(row, value, fields, layout)

    def _is_unchanged(self, code: Code) -> bool:
        """Whether a code has the name and the text that it has in the spec."""
        known = self._known.get(str(code.value))
        texts = (code.documented_name, code.description)
        return known is not None and texts == (known.documented_name, known.description)

    def _value(self, text: str, row: Row, layout: _Layout) -> int | str | None:
        if self._spec.values == "int":
            return forms.number_of(text)
        if self._heads_section(row, layout) or forms.is_range(text):
            return text if text in self._known else None
        if " " in text and not layout.has_words and _is_word(text) and text not in self._known:
            return None  # such as `any other value` among identifiers
        return text or None

    def _heads_section(self, row: Row, layout: _Layout) -> bool:
        """Whether a row is across the table, or has only a text that does not look like a value.

        A text after the columns of value and name is a stray fact, unless it is bold.
        """
        text, *others = _texts(row)
        value = layout.columns["value"]
        is_alone = not others and row.cells[value].text in ("", text) and "record" not in row.marks
        last = max(value, layout.columns.get("name", 0))
        is_alone &= text in row.texts[: last + 1] or "bold" in row.marks
        if row.is_across or not is_alone:
            return row.is_across
        if self._spec.values == "int":
            return not any(map(str.isdigit, text)) or (" " in text and not leading_code(text))
        is_title = " " in text and (_is_word(text) or not layout.has_spaces)
        is_title |= "bold" in row.marks and not layout.has_bold
        is_other_word = _is_word(text) and text[:1].isupper() not in layout.capitals
        return len(row.cells) > 1 and (is_title or is_other_word)

    def _no_code(self, row: Row, text: str, fields: Fields, layout: _Layout) -> Read:
        """Return why a row gives no code, and whether it looks like one."""
        texts = _texts(row)
        named = self._binding.group(" ".join(texts)) if self._binding.has_sections else None
        if group := self.groups.enter(named, row.line):
            layout.group = group
            return Read(layout.table, row, "taken", "names a group")
        if forms.is_range(text):
            several, reason = tuple(forms.codes_in(text)), f"{text} stands for several codes"
            clues = (text,) if texts[1:] else ()  # alone, it heads a section
            return Read(layout.table, row, "left-out", reason, clues=clues, several=several)
        name = fields.facts.get("name", "")
        is_known = self._has_lost_value(text, (*texts, *fields.facts.values()))
        if self._heads_section(row, layout) and not is_known:
            return layout.left_out(row, "heads a section")
        is_odd = is_known or bool(text) or forms.is_identifier(name)
        # Codes may share a text, but a name belongs to one of them.
        facts = [name] if name in self._texts else fields.facts.values()
        clues = (first_word(text), text, *facts) if is_odd else ()
        reason = f"{text} is not a value of {self._spec.name}" if text else "it has no value"
        return layout.left_out(row, reason, *clues)

    @cached_property
    def _lost_texts(self) -> set[str | None]:
        """The names and descriptions of codes without a row. Others may be those of several codes."""
        values = set(map(value_of, chain.from_iterable(map(self._binding.values, self._tables))))
        values |= {str(forms.number_of(text)) for text in values}
        return _texts_of(code for code in self._spec.codes if str(code.value) not in values)

    def _has_lost_value(self, value: str, texts: Iterable[str]) -> bool:
        """Whether a row without a value has the name or the description of a code without a row."""
        return is_nothing(value) and not self._lost_texts.isdisjoint(texts)

    def _code(self, row: Row, value: int | str, fields: Fields, layout: _Layout) -> Read:
        known = self._known.get(str(value))
        group = layout.group
        if "group" in fields.facts:
            group = self.groups.from_cell(fields.facts["group"], row.line)
        is_unsplit = "name" in layout.columns and "name" not in fields.facts
        is_unsplit &= known is not None or not layout.has_names_in_code
        if is_unsplit:
            message = f"the name of {value} cannot be told from its text: {row.raw}"
            help = f"name the code in the spec, below {self._spec.name}, with its documented_name"
            self.problems.add("row-not-split", message, help, line=row.line)
        read = Read(layout.table, row, "taken", value=value)
        facts = self._facts(fields.facts, known, read)
        text = known.description if known else ""
        if row.surplus and text and text in row.raw and DESCRIPTION in facts:
            facts[DESCRIPTION] = text  # a bar divided it
        place = self.problems.place(row.line)
        bare = Code(name="", value=value, group=group, links=fields.links, place=place)
        code = set_facts(self._spec, bare, facts, name_proposed=is_unsplit)
        if known is None and (missing := self._missing(code, fields.facts, row)):
            read.fate, read.reason = "left-out", f"it has no {missing}"
            return read
        read.codes = (code,)
        read.left_out += [(row.raw, "the row has cells beyond the header")] if row.surplus else []
        if fields.beside_value:
            read.left_out.append((fields.beside_value, "beside the value"))
        return read

    def _facts(
        self, texts: Mapping[str, str], known: Code | None, read: Read
    ) -> dict[Fact, FactValue | None]:
        """Return the facts that texts state, or those of the `known` code for unreadable texts."""
        found: dict[Fact, FactValue | None] = {}
        for fact in facts_of(self._spec):
            if fact is GROUP or fact.name not in texts:
                continue
            text = "" if is_nothing(texts[fact.name]) else texts[fact.name]
            found[fact] = self._fact(fact, text)
            if found[fact] is None and text:
                found[fact] = fact.of(known) if known else None
                read.left_out.append((text, _WHY[fact.values]))
                self._unread[fact].append((text, read.row))
            elif text:
                self._read[fact] += 1
        return found

    def _fact(self, fact: Fact, text: str) -> FactValue | None:
        """Return the value that a text states, or None if it states none or cannot be read."""
        if fact is NAME:
            return text.rstrip(" :") or None
        if fact.values == "bool":
            return self._binding.flags.get(uniform(text))
        if fact.values == "int":
            return int(text) if forms.is_number(text) else None
        return text or (None if fact.is_optional else "")

    def _missing(self, code: Code, texts: Mapping[str, str], row: Row) -> str:
        """Return the facts that every code must have, but this one lacks. Report empty cells."""
        facts = [fact for fact in facts_of(self._spec) if fact.name in self._spec.documents]
        # A proposed name is there, and a person has to separate it from the text.
        facts = [fact for fact in facts if not (fact is NAME and code.name_proposed)]
        missing = [fact.name for fact in facts if fact.of(code) is None]
        # What cannot be read has a finding of its own.
        if empty := ", ".join(name for name in missing if is_nothing(texts.get(name, ""))):
            message = f"the page has no {empty} for {code.value}: {row.raw}"
            help = f"remove {empty} from documents of {self._spec.name} if the page is right"
            self.problems.add("fact-not-found", message, help, line=row.line, about=empty)
        return ", ".join(missing)


def _texts_of(codes: Iterable[Code]) -> set[str | None]:
    return {text for code in codes for text in (code.documented_name, code.description)}


def _is_word(text: str) -> bool:
    return not forms.is_identifier(text) and not any(map(str.isdigit, text))


def _shape(value: str) -> str:
    """Return what a value has in common with others of its kind: its signs and kinds of characters."""
    return re.sub(r"[^\W\d_]+", "A", re.sub(r"\d+", "0", value))


def _texts(row: Row) -> list[str]:
    """Return the different texts of a row."""
    return list(dict.fromkeys(text for text in row.texts if not is_nothing(text)))


def _continued(row: Row, layout: _Layout) -> Read | None:
    """Add a row of text alone to the code above. Return None if the row is not one.

    Its other cells are empty, or its value, and its name if any, span from the row above. A dash as
    the value means that there is none. A bold text alone heads a section.
    """
    columns, above = layout.columns, layout.above
    place = columns.get("description")
    if place in (None, columns["value"]) or "record" in row.marks:
        return None
    text = row.cells[place]
    if is_nothing(text.text):
        return None
    is_named = place == columns.get("name") and text.code is not None
    keys = {columns["value"], columns.get("name", place)} - {place}
    has_key = any(row.cells[key].text for key in keys)
    is_alone = all(is_nothing(cell.text) for cell in row.cells if cell is not text)
    is_alone |= len(keys) > 1
    is_alone = is_alone and not has_key and "bold" not in row.marks
    spans = above is not None and all(row.cells[key] is above.row.cells[key] for key in keys)
    if is_named or not (is_alone or spans):
        return None
    if above is None or not above.codes:
        return layout.left_out(row, "continues no row that was read")
    code, first = above.codes[-1], above.row.cells
    if not code.name and text is not first[place]:
        words = f"{code.description} {text.text}".strip()
        code = replace(code, description=words, links=(*code.links, *text.links))
        above.codes = (*above.codes[:-1], code)
    others = [column for column in columns.values() if column != place]
    pairs = [(row.cells[column].text, first[column].text) for column in others]
    texts = [text for text, known in pairs if text != known and not is_nothing(text)]
    read = Read(layout.table, row, "taken", "continues the row above", code.value, above=above)
    read.left_out = [(text, "in a second row of the code") for text in (*texts, *row.surplus)]
    return read
