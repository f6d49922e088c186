"""A cell from the text and the tags that stand in it, whatever the markup was."""

from collections.abc import Mapping

from markdown_it.common.html_blocks import block_names

from .page import Cell
from .text import fold

# Where one of these begins or ends, so does a word.
BLOCKS = frozenset(block_names) | {"br", "hgroup", "pre"}

# What these hold is no text of the page.
DROPPED = frozenset({"button", "noscript", "script", "select", "style", "template", "textarea"})


class CellBuilder:
    """Takes text and tags in the order of the page, and gives the cell they make."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._code: list[str] = []
        self._rest: list[str] = []
        self._links: list[str] = []
        self._codes_open = 0
        self._code_found = False
        self._dropped: str | None = None

    def text(self, text: str) -> None:
        """Take a piece of text."""
        if self._dropped is None:
            self._text.append(text)
            in_first_code = self._codes_open and not self._code_found
            (self._code if in_first_code else self._rest).append(text)

    def code(self, text: str) -> None:
        """Take a piece of inline code."""
        self.open("code")
        self.text(text)
        self.close("code")

    def open(self, tag: str, attributes: Mapping[str, str] | None = None) -> None:
        """Take a tag that opens, its name in lower case."""
        if tag in DROPPED and self._dropped is None:
            self._dropped = tag
        elif tag in BLOCKS:
            self.text(" ")
        elif tag == "code":
            # What stands on the two sides of the code are two words.
            self._rest.append(" ")
            self._codes_open += 1
        elif tag == "img" and attributes:
            self.text(attributes.get("alt", ""))
        elif tag == "a" and attributes and self._dropped is None:
            if target := fold(attributes.get("href", "")):
                self._links.append(target)

    def close(self, tag: str) -> None:
        """Take a tag that closes."""
        if tag == self._dropped:
            self._dropped = None
        elif tag in BLOCKS:
            self.text(" ")
        elif tag == "code" and self._codes_open:
            self._codes_open -= 1
            self._code_found |= not self._codes_open and bool(fold("".join(self._code)))

    def cell(self) -> Cell:
        """The cell."""
        text = fold("".join(self._text))
        if code := fold("".join(self._code)):
            return Cell(text, code, fold("".join(self._rest)), tuple(self._links))
        return Cell(text, None, text, tuple(self._links))
