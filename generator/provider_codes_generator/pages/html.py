"""Reads HTML, as a server sends it, as a browser saves it, or as it is made of other formats."""

import re
from collections.abc import Callable

from .builder import PageBuilder
from .cell import CellBuilder
from .grid import Definitions, Grid, Slot
from .markup import (
    BLOCKS,
    HEADINGS,
    Element,
    is_hidden,
    is_permalink,
    is_struck,
    label_of,
    name_of,
    parse,
)
from .page import TITLE, Page
from .problem import unreadable
from .text import normal

# The parser reports this line for every element on a later line.
_LAST_LINE = 65535
_END = re.compile(r"</html\s*>(?:\s|<!--.*?-->)*\Z", re.DOTALL | re.IGNORECASE)
# No comment behind the end of a page is longer.
_LONGEST_END = 1000
_MOST_SPAN = 65534
_LONGEST_TITLE = 80


def read(
    text: str, line_of: Callable[[int], int] = lambda line: line, title: str | None = None
) -> Page:
    """Return the page of a text in HTML.

    `line_of` maps a line of the text to a line of the page that it was made of.
    """
    builder = PageBuilder()
    text = normal(text)
    root = parse(text)
    if root is not None:
        # An entity can represent a line end. The text then seems to have more lines.
        last = text.count("\n") + 1
        try:
            _Reader(builder, lambda line: line_of(min(line, last))).read(root)
        except RecursionError as error:
            raise unreadable("the elements of the page are nested too deep") from error
    return builder.page(is_whole=bool(_END.search(text[-_LONGEST_END:])), title=title)


class _Reader:
    """Walks through the elements of a page, and gives what it finds to the builder."""

    def __init__(self, builder: PageBuilder, line_of: Callable[[int], int]) -> None:
        self._builder = builder
        self._line_of = line_of
        self._line = 1
        # The words that are being read: loose text, or those of a heading or a cell.
        self._words = CellBuilder()
        self._is_loose = True
        # The table whose rows are being read, and the tables inside its cells.
        self._grid: Grid | Definitions | None = None
        self._inner: list[Grid | Definitions] = []
        # The labels of tabs whose panels follow, by the ids of the tabs.
        self._labels: dict[str, str] = {}
        # How many of the open elements are of these kinds.
        self._bold = self._struck = self._items = 0
        self._continues = False

    def read(self, element: Element) -> None:
        """Read all that is inside an element, and end the text."""
        self._read_inside(element)
        self._break()

    def _read_inside(self, element: Element) -> None:
        self._read_text(element.text)
        for child in element:
            if child.sourceline < _LAST_LINE:
                self._line = child.sourceline
            if is_permalink(child):
                self._words.permalink("".join(child.itertext()))
            elif not is_hidden(child):
                struck = is_struck(child)
                self._struck += struck
                self._read_element(child)
                self._struck -= struck
            self._read_text(child.tail)

    def _read_text(self, text: str | None) -> None:
        if text:
            line = self._line + text.count("\n", 0, len(text) - len(text.lstrip()))
            self._words.text(text, line, bold=self._bold > 0, struck=self._struck > 0)
            self._line += text.count("\n")

    def _read_element(self, element: Element) -> None:
        tag = name_of(element)
        if self._grid is not None and self._read_part(element, tag, self._grid):
            return
        if tag == "table":
            label = element.get("aria-label", "")
            self._read_table(element, Grid(self._line_of(self._line), label))
        elif tag == "dl":
            self._read_table(element, Definitions(self._line_of(self._line)))
        elif tag == "br":
            self._break(continues=True)
        elif not (self._is_loose and self._read_section(element, tag)):
            self._read_words(element, tag)

    def _read_section(self, element: Element, tag: str) -> bool:
        """Read an element that only loose text can have. Return whether it is one."""
        match tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._read_heading(element, HEADINGS[tag])
            case "summary" | "legend":
                self._read_heading(element, TITLE)
            case "pre":
                # Like a fenced block in Markdown, this is an example and not the page's own text.
                self._break()
            case "tablist":
                self._read_labels(element)
            case "tabpanel":
                self._read_titled(element, self._label(element))
            case _ if label := label_of(element):
                self._read_titled(element, label)
            case _:
                return False
        return True

    def _read_heading(self, element: Element, level: int) -> None:
        self._break()
        line = self._line
        self._builder.heading(self._collected(element).cell().text, level, self._line_of(line))
        self._give_inner()

    def _read_titled(self, element: Element, title: str) -> None:
        self._break()
        self._builder.heading(title, TITLE, self._line_of(self._line))
        self._read_inside(element)
        self._break()

    def _read_labels(self, element: Element) -> None:
        for tab in element.xpath(".//*[@role='tab']"):
            name = tab.get("id", f"tab {len(self._labels)}")
            self._labels[name] = "".join(tab.itertext())

    def _label(self, panel: Element) -> str:
        """Return the label of a panel: of the tab that it names, or of the next tab."""
        name = panel.get("aria-labelledby", "")
        if name not in self._labels:
            name = next(iter(self._labels), "")
        return panel.get("aria-label", "") or self._labels.pop(name, "")

    def _read_words(self, element: Element, tag: str) -> None:
        if tag in BLOCKS:
            self._break()
            self._items += tag == "li"
            self._read_inside(element)
            self._items -= tag == "li"
            self._break()
        else:
            bold = tag in ("b", "strong")
            self._bold += bold
            self._words.open(element)
            self._read_inside(element)
            self._words.close(element)
            self._bold -= bold

    def _break(self, *, continues: bool = False) -> None:
        """End a line of loose text, or a word of a heading or a cell.

        `continues` says whether the next line belongs to the same paragraph.
        """
        # An item of a list is one line.
        if not self._is_loose or (continues and self._items):
            self._words.space()
            return
        words, self._words = self._words, CellBuilder()
        # A bold text of several lines is no title.
        words.is_bold &= not self._bold
        self._words.is_bold = not self._bold
        text = words.cell().text
        line = self._line_of(words.line or self._line)
        if words.is_bold and not self._items and len(text) <= _LONGEST_TITLE:
            self._builder.title(text, line)
        else:
            self._builder.loose(text, line, continues=self._continues)
        self._continues = continues

    def _collected(self, element: Element, words: CellBuilder | None = None) -> CellBuilder:
        """Return the words inside a heading or a cell, behind others. Tables are put aside."""
        outer = self._words, self._is_loose, self._grid
        self._words, self._is_loose, self._grid = words or CellBuilder(), False, None
        self._break()
        self._read_inside(element)
        words = self._words
        self._words, self._is_loose, self._grid = outer
        return words

    def _read_table(self, element: Element, grid: Grid | Definitions) -> None:
        self._break()
        place = len(self._inner)
        outer, self._grid = self._grid, grid
        self._read_inside(element)
        self._grid = outer
        self._break()
        if self._is_loose:
            grid.give(self._builder)
            self._give_inner()
        elif isinstance(grid, Definitions) or grid.is_data:
            self._inner.insert(place, grid)
        else:
            self._words.space(grid.text)
            self._break()

    def _give_inner(self) -> None:
        for grid in self._inner:
            grid.give(self._builder)
        self._inner.clear()

    def _read_part(self, element: Element, tag: str, grid: Grid | Definitions) -> bool:
        """Read a part of a table. Return whether it is one."""
        line = self._line_of(self._line)
        if isinstance(grid, Definitions):
            if tag == "dt":
                grid.begin_term(line, self._collected(element).cell())
            elif tag == "dd" and grid.entries:
                self._collected(element, grid.entries[-1][1])
            return tag in ("dt", "dd")
        match tag:
            case "thead" | "tbody" | "tfoot":
                grid.begin(in_head=tag == "thead")
                self._read_inside(element)
                grid.begin(in_head=False)
            case "tr":
                grid.begin_row(line, element.get("data-raw", ""))
                self._read_inside(element)
            case "caption":
                grid.caption = self._collected(element).cell().text
            case "td" | "th" if grid.rows:
                grid.rows[-1].slots.append(self._slot(element, tag))
            case _:
                return False
        return True

    def _slot(self, element: Element, tag: str) -> Slot:
        columns = _span(element.get("colspan", element.get("aria-colspan", "1")))
        rows = _span(element.get("rowspan", element.get("aria-rowspan", "1")))
        words = self._collected(element)
        # A span of no rows means all rows that follow.
        return Slot(words.cell(), columns or 1, rows or _MOST_SPAN, tag == "th", words.is_struck)


def _span(value: str) -> int:
    """Return the span that a cell declares, or 1 if it declares none that is valid."""
    value = value.strip()
    if value.isascii() and value.isdigit() and len(value) <= len(str(_MOST_SPAN)):
        return min(int(value), _MOST_SPAN)
    return 1
