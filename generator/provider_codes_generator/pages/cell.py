"""Builds a cell from its text and tags, in any markup."""

from collections.abc import Mapping

from markdown_it.common.html_blocks import block_names

from .page import Cell
from .text import fold

# A word ends at the start and at the end of each of these.
BLOCKS = frozenset(block_names) | {"br", "hgroup", "pre"}

# The content of these is not text of the page.
DROPPED = frozenset({"button", "noscript", "script", "select", "style", "template", "textarea"})


class CellBuilder:
    """Collects text and tags in the order of the page, and builds a cell from them."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._code: list[str] = []
        self._rest: list[str] = []
        self._links: list[str] = []
        self._codes_open = 0
        self._code_found = False
        self._dropped: str | None = None

    def text(self, text: str) -> None:
        """Add a piece of text."""
        if self._dropped is None:
            self._text.append(text)
            in_first_code = self._codes_open and not self._code_found
            (self._code if in_first_code else self._rest).append(text)

    def code(self, text: str) -> None:
        """Add a piece of inline code."""
        self.open("code")
        self.text(text)
        self.close("code")

    def open(self, tag: str, attributes: Mapping[str, str] | None = None) -> None:
        """Add an opening tag, with its name in lower case."""
        if tag in DROPPED and self._dropped is None:
            self._dropped = tag
        elif tag in BLOCKS:
            self.text(" ")
        elif tag == "code":
            # The texts before and after the code are separate words.
            self._rest.append(" ")
            self._codes_open += 1
        elif tag == "img" and attributes:
            self.text(attributes.get("alt", ""))
        elif tag == "a" and attributes and self._dropped is None:
            if target := fold(attributes.get("href", "")):
                self._links.append(target)

    def close(self, tag: str) -> None:
        """Add a closing tag."""
        if tag == self._dropped:
            self._dropped = None
        elif tag in BLOCKS:
            self.text(" ")
        elif tag == "code" and self._codes_open:
            self._codes_open -= 1
            self._code_found |= not self._codes_open and bool(fold("".join(self._code)))

    def cell(self) -> Cell:
        """Return the cell."""
        text = fold("".join(self._text))
        if code := fold("".join(self._code)):
            return Cell(text, code, fold("".join(self._rest)), tuple(self._links))
        return Cell(text, None, text, tuple(self._links))
