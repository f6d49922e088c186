"""Builds a cell from its text and tags."""

from .markup import Element
from .page import Cell
from .text import fold


class CellBuilder:
    """Collects text and inline elements in the order of the page, and builds a cell from them.

    `line` is the line of the first word. The text is bold, or struck out, if all of it is.
    """

    def __init__(self) -> None:
        self.line: int | None = None
        self.is_bold = self.is_struck = True
        self._text: list[str] = []
        self._code: list[str] = []
        self._rest: list[str] = []
        self._permalinks: list[str] = []
        self._links: list[str] = []
        self._codes_open = 0
        self._code_found = False

    def text(self, text: str, line: int, *, bold: bool, struck: bool) -> None:
        """Add a piece of text."""
        self.space(text)
        if text.strip():
            self.line = self.line or line
            self.is_bold &= bold
            self.is_struck &= struck

    def space(self, text: str = " ") -> None:
        """Add space between words."""
        self._text.append(text)
        in_first_code = self._codes_open and not self._code_found
        (self._code if in_first_code else self._rest).append(text)

    def permalink(self, text: str) -> None:
        """Add the text of a permalink, which counts if there is no other."""
        self._permalinks.append(text)

    def open(self, element: Element) -> None:
        """Add the start of an inline element."""
        if element.tag == "code":
            # The texts before and after the code are separate words.
            self._rest.append(" ")
            self._codes_open += 1
        elif element.tag == "img":
            self.space(element.get("alt", ""))
        elif element.tag == "a" and (target := fold(element.get("href", ""))):
            self._links.append(target)

    def close(self, element: Element) -> None:
        """Add the end of an inline element. It may have begun in text that has ended since."""
        if element.tag == "code" and self._codes_open:
            self._codes_open -= 1
            self._code_found |= not self._codes_open and bool(fold("".join(self._code)))

    def cell(self) -> Cell:
        """Return the cell."""
        text = fold("".join(self._text)) or fold("".join(self._permalinks))
        if code := fold("".join(self._code)):
            return Cell(text, code, fold("".join(self._rest)), tuple(self._links))
        return Cell(text, None, text, tuple(self._links))
