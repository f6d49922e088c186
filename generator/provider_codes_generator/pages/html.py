"""Reads HTML that a server sends, a browser saves, or another reader makes."""

import re
from collections.abc import Sequence
from itertools import chain, groupby
from operator import itemgetter

from . import markup
from .aligned import table_in
from .builder import PageBuilder
from .code_lines import LEAD, example_rows, is_listing, is_next_row, leading_code
from .forms import is_surely_code
from .grid import Grid, GridRow, Slot
from .markup import MARKS, Element
from .page import EXAMPLE, RAISED, TITLE, Cell, Page, lines_in
from .panels import label_panels
from .text import Line, blocks, fold, lines, normal, unreadable

# The parser reports this line for every element on a later line.
_LAST_LINE = 65535
_END = re.compile(r"</html\s*>(?:\s|<!--.*?-->)*\Z", re.DOTALL | re.IGNORECASE)
# A component of Vue, whose page is a template. Other templates are not shown.
_COMPONENT = re.compile(r"\s*<template\b")
_TEMPLATE = re.compile(r"<(/?)template\b")
# A tag that the end of a page cuts off, which browsers ignore.
_CUT_TAG = re.compile(r"<(?:/?|[/!]?[A-Za-z][^<>]*)\Z")
# No comment after the end of a page is longer.
_LONGEST_END = 1000
_MOST_SPAN = 65534
_LONGEST_TITLE = 80
# The name of the site after the title of the page.
_SITE = re.compile(r"\s[|·–—-]\s.*", re.DOTALL)
_FIRST = 10  # pieces of text
# Bold words at the start of a line that may be a code, below a heading about codes.
_LEAD = re.compile(rf"{LEAD} ?:?")
# The number or letter of a note, or an exponent, in superscript.
_NOTE = re.compile(r"\W*(?:[\d,\s]+|[a-e])\W*")
_HAS_WORD = re.compile(r"\w")
# What ends a line inside a cell. It is white space.
_LINE_END = "\x1e"
_LEVELS = {**markup.HEADINGS, "summary": TITLE, "legend": TITLE}


def read(text: str, origins: Sequence[Line] = (), title: str | None = None) -> Page:
    """Return the page of a text in HTML. `origins` are its lines on the page it was made from."""
    builder = PageBuilder(has_markup=True)
    text = _CUT_TAG.sub("", normal(text))
    if _COMPONENT.match(text):
        text = _TEMPLATE.sub(r"<\1div", text)
    is_whole = _is_whole(text)
    root = markup.parse(text, is_whole=is_whole)
    if root is not None:
        label_panels(root)
        title = title or _SITE.sub("", root.findtext("head/title") or "")
        try:
            _Reader(builder, origins, len(origins) or text.count("\n") + 1).read(root)
        except RecursionError as error:
            raise unreadable("the elements of the page are nested too deep") from error
    return builder.page(is_whole=is_whole, title=title)


def _is_whole(text: str) -> bool:
    """Whether a page ends with its last tag, which is not inside a comment that is cut."""
    end = _END.search(text, max(len(text) - _LONGEST_END, 0))
    before = text[: end.start()] if end else ""
    return end is not None and before.rfind("<!--") <= before.rfind("-->")


class _Words:
    """Collects text in the order of the page: a loose line, or all of a heading or a cell.

    `line` is the line of the first word. `marks` are the marks that all of the text has.
    """

    def __init__(self) -> None:
        self.line: int | None = None
        self.marks = MARKS
        # The bold words that the text begins with, if they are few.
        self.lead = ""
        self.links: list[str] = []
        # The text of permalinks, notes, icons and images, used only if there is no other text.
        self.alternatives: list[str] = []
        # Pieces of text: whether each is inline code, whether it is struck out, and the text.
        self._pieces: list[tuple[bool, bool, str]] = []

    def add(self, text: str, line: int, marks: frozenset[str]) -> None:
        """Add a piece of text with the marks of the elements around it."""
        if "raised" in marks and _NOTE.fullmatch(text):
            if "link" in marks:
                self.alternatives.append(text)
                return
            text = text.translate(RAISED)
        elif text[:2].istitle() and self._pieces and is_surely_code(self._pieces[-1][2]):
            # Only their styles separate a code and a word.
            self._pieces.append(("code" in marks, False, " "))
        self._pieces.append(("code" in marks, "struck" in marks, text))
        if text.strip():
            if self.line is None and "bold" in marks and _LEAD.fullmatch(fold(text)):
                self.lead = fold(text).rstrip(" :")
            self.line = self.line or line
            self.marks &= marks

    def end_line(self, *, in_code: bool) -> None:
        self._pieces.append((in_code, False, _LINE_END))

    @property
    def start(self) -> str:
        """The text of the first pieces, which is long enough for a code and a word."""
        return fold("".join(text for *_, text in self._pieces[:_FIRST]))

    def strike(self) -> None:
        """Strike out all of the text if it begins with a code that is struck out."""
        filled = (piece for piece in self._pieces if piece[2].strip())
        _, is_struck, first = next(filled, (False, False, ""))
        if is_struck and leading_code(fold(first)):
            self.marks |= {"struck"}

    def cell(self) -> Cell:
        """Return the cell. Struck-out text is used only if there is no other text."""
        is_struck = "struck" in self.marks
        shown = [(code, text) for code, struck, text in self._pieces if is_struck or not struck]
        written = "".join(text for _, text in shown)
        text = fold(written) or fold(" ".join(self.alternatives))
        lines = lines_in(written, _LINE_END)
        left = fold("".join(text for _, struck, text in self._pieces if struck and not is_struck))
        links = tuple(self.links)
        groups = groupby(shown, itemgetter(0))
        parts = [(in_code, "".join(text for _, text in pieces)) for in_code, pieces in groups]
        for place, (in_code, code) in enumerate(parts):
            if in_code and (code := fold(code)):
                before = "".join(text for _, text in parts[:place])
                after = "".join(text for _, text in parts[place + 1 :])
                # The texts before and after the code are separate words.
                return Cell(text, code, fold(f"{before} {after}"), links, left, lines)
        return Cell(text, None, text, links, left, lines)


class _Reader:
    """Walks through the elements of a page, and gives what it finds to the builder."""

    def __init__(self, builder: PageBuilder, origins: Sequence[Line], last: int) -> None:
        self._builder = builder
        self._origins = origins
        self._line, self._last = 1, last
        # The words being read: loose text, or those of a heading or a cell.
        self._words = _Words()
        self._is_loose = True
        # The table whose rows are being read, and the tables inside its cells.
        self._grid: Grid | None = None
        self._inner: list[Grid] = []
        # The marks that the open elements give their text.
        self._marks: frozenset[str] = frozenset()
        # Whether the next line belongs to the paragraph, and to the item, of the line before.
        self._continues = self._is_inner = False

    def read(self, element: Element) -> None:
        """Read all that is inside an element, and end the text."""
        self._read_inside(element)
        self._break()

    def _origin(self, line: int) -> Line:
        """Return the line of the page that a line of the text comes from."""
        # An entity can represent a line end. The text then seems to have more lines.
        line = min(line, self._last)
        return self._origins[line - 1] if self._origins else Line("", line, "")

    def _read_inside(self, element: Element) -> None:
        self._read_text(element.get(markup.NUMBER, "") + (element.text or ""))
        for child in element:
            if (child.sourceline or _LAST_LINE) < _LAST_LINE:
                self._line = child.sourceline or self._line
            if markup.is_permalink(child) or markup.is_icon(child):
                self._words.alternatives += filter(_HAS_WORD.search, child.itertext())
            elif not markup.is_hidden(child):
                outer = self._marks, self._builder.labels
                self._marks |= markup.marks_of(child)
                self._read_element(child, markup.name_of(child))
                self._marks, self._builder.labels = outer
            self._read_text(child.tail)

    def _read_text(self, text: str | None) -> None:
        if text:
            line = self._line + text.count("\n", 0, len(text) - len(text.lstrip()))
            self._words.add(text, line, self._marks)
            self._line += text.count("\n")

    def _read_element(self, element: Element, tag: str) -> None:
        if self._grid is not None and self._read_part(element, tag, self._grid):
            return
        if tag == "dl" or (tag == "table" and (self._is_loose or markup.has_columns(element))):
            self._read_table(markup.as_table(element) if tag == "dl" else element)
        elif tag == "tr" and self._is_loose and next(element.iterancestors("table"), None) is None:
            self._break()
            cells = [fold("".join(cell.itertext())) for cell in element] or [""]
            text = (": " if is_surely_code(cells[0]) else " | ").join(cells)
            self._builder.loose(text, self._origin(self._line).number)
        elif tag == "br":
            is_row = is_next_row(markup.text_after(element), self._words.start)
            self._break(continues=True, is_row=is_row)
        elif picture := markup.picture_of(element):
            self._words.alternatives.append(picture)
        elif self._is_loose and tag in _LEVELS:
            self._break()
            line, words = self._origin(self._line).number, self._collected(element)
            words.strike()
            is_struck = words.line is not None and "struck" in words.marks
            self._builder.heading(words.cell().text, _LEVELS[tag], line, is_struck=is_struck)
            self._give_inner()
        elif self._is_loose and tag == "pre":
            self._break()
            self._read_listing("".join(element.itertext()))
        else:
            self._read_words(element, tag)

    def _read_listing(self, text: str) -> None:
        """Read tables, or lines of codes, between blank lines. Others are an example."""
        first = self._line - 1
        numbered = (
            line._replace(number=self._origin(first + line.number).number) for line in lines(text)
        )
        found = list(blocks(numbered))
        are_codes = len(found) > 1 and is_listing(list(chain.from_iterable(found)))
        for block in found:
            if table := table_in(block):
                table.add_to(self._builder)
            elif (
                are_codes
                or is_listing(block)
                or any("|" in line.text.rstrip(" |") for line in block[:2])
            ):
                for line in block:
                    is_next = line is not block[0]
                    self._builder.loose(line.text, line.number, intro=False, continues=is_next)
            else:
                for line in example_rows(block, are_below_codes=self._builder.is_about_codes()):
                    self._builder.loose(line.text, line.number, intro=False, marks=EXAMPLE)
        self._line += text.count("\n")

    def _read_words(self, element: Element, tag: str) -> None:
        if self._is_loose and (label := markup.label_of(element)):
            self._break()
            self._builder.label(label, self._origin(self._line).number)
        if tag == "footer":
            self._break()
            self._builder.footer()
        if self._is_loose and tag not in markup.TAGS:
            self._add_component(element)
        if tag in markup.BLOCKS:
            # An item with a table is a section of the page, not a line.
            is_line = tag == "li" and next(element.iterdescendants("table", "dl"), None) is None
            self._break()
            if is_line:
                self._marks |= {"item"}
            if tag == "ol":
                markup.write_numbers(element, is_of_codes=self._builder.is_about_codes())
            self._read_inside(element)
            self._break()
        else:
            if tag == "a" and (target := fold(element.get("href", ""))):
                self._words.links.append(target)
            self._read_inside(element)

    def _add_component(self, element: Element) -> None:
        """Add the attributes of an element that HTML does not have, if one is a code."""
        names = ("code", "name") if self._builder.is_about_codes() else ("code",)
        for code in filter(is_surely_code, (element.get(name, "") for name in names)):
            texts: list[str] = [code, *filter(None, element.values())]
            self._builder.loose(" ".join(dict.fromkeys(texts)), self._origin(self._line).number)

    def _break(self, *, continues: bool = False, is_row: bool = False) -> None:
        """End a line of loose text, or a word of a heading or a cell.

        `continues` says whether the next line belongs to the same paragraph, and `is_row` whether
        it is a row like this one.
        """
        # An item of a list is one line.
        is_line = not is_row and "item" in self._marks
        if not self._is_loose or (continues and is_line):
            self._words.end_line(in_code="code" in self._marks)
        else:
            self._add_line()
            self._continues = continues

    def _add_line(self) -> None:
        """Add the words so far as a title or a line of loose text."""
        words, self._words = self._words, _Words()
        words.strike()
        if "bold" in self._marks:  # a bold text of several lines is not a title
            words.marks, self._words.marks = words.marks - {"bold"}, MARKS - {"bold"}
        cell = words.cell()
        line = self._origin(words.line or self._line).number
        is_title = words.line and "bold" in words.marks and len(cell.text) <= _LONGEST_TITLE
        if is_title and "item" not in self._marks:
            self._builder.title(cell.text, line)
        else:
            marks = words.marks if words.line else frozenset[str]()
            if self._is_inner:
                marks |= {"inner"}
            is_code = words.lead and self._builder.is_about_codes()
            code = cell.code or (words.lead if is_code else "")
            self._builder.loose(cell.text, line, continues=self._continues, marks=marks, code=code)
        self._is_inner = "item" in self._marks and bool(cell.text or self._is_inner)

    def _collected(self, element: Element) -> _Words:
        """Return the words inside a heading or a cell. Tables are set aside."""
        outer = self._words, self._is_loose, self._grid
        self._words, self._is_loose, self._grid = _Words(), False, None
        self._read_inside(element)
        words = self._words
        self._words, self._is_loose, self._grid = outer
        return words

    def _read_table(self, element: Element) -> None:
        self._break()
        place, outer = len(self._inner), self._grid
        line, label = self._origin(self._line).number, element.get("aria-label", "")
        grid = self._grid = Grid(line, label, markup.CUT in element.attrib)
        self._read_inside(element)
        self._grid = outer
        self._break()
        self._inner.insert(place, grid)
        if self._is_loose:
            self._give_inner()

    def _give_inner(self) -> None:
        for grid in self._inner:
            grid.add_to(self._builder)
        self._inner.clear()

    def _begin_row(self, element: Element, grid: Grid) -> None:
        origin, is_line = self._origin(self._line), element.get(markup.LINE, "no") != "no"
        raw = origin.raw if is_line else ""
        grid.rows.append(GridRow(origin.number, element.getparent(), raw))

    def _read_part(self, element: Element, tag: str, grid: Grid) -> bool:
        """Read a part of a table. Return whether it is one."""
        match tag:
            case "tr":
                self._begin_row(element, grid)
                self._read_inside(element)
            case "td" | "th":
                if not grid.rows:  # The page has cells without a row.
                    self._begin_row(element, grid)
                columns, rows = _span(element, "colspan"), _span(element, "rowspan")
                words = self._collected(element)
                marks = words.marks if words.line else frozenset[str]()
                slot = Slot(words.cell(), columns, rows, tag == "th", marks)
                grid.rows[-1].slots.append(slot)
            case "caption":
                grid.caption = self._collected(element).cell().text
            case _:
                return False
        return True


def _span(element: Element, name: str) -> int:
    """Return how many columns or rows a cell spans: 1 unless it has a valid number."""
    span = markup.integer(element.get(name, element.get(f"aria-{name}")), 1)
    return min(max(span, 1), _MOST_SPAN)
