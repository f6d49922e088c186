"""Reads tables that a page draws in signs, with bars between cells and with borders."""

from collections.abc import Sequence

from .page import Heading, Table, plain_cell, row_of
from .regular import regular
from .sections import Item, Paragraph
from .text import fold

# The signs that tables are drawn with: the bars between cells, and those of borders.
_BARS = {ord(sign): "|" for sign in "│┃║"}
_RULES = {ord(sign): "-" for sign in "=:─━═"}
_BORDERS = _BARS | _RULES | {ord(sign): "|" for sign in "+┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╞╡╪┏┓┗┛┣┫┳┻╋"}


def read_drawing(paragraph: Paragraph, path: tuple[Heading, ...]) -> Sequence[Item]:
    """Return the table that a paragraph draws, after its other lines, or else the paragraph."""
    cells = drawn([line.text for line in paragraph])
    if not cells:
        return [paragraph]
    width = len(next(filter(None, cells)))
    pairs = list(zip(paragraph, cells, strict=True))
    header, *rows = (
        row_of(list(map(plain_cell, texts)), width, line.line, line.text)
        for line, texts in pairs
        if texts
    )
    others = [line for line, texts in pairs if not texts and any(map(str.isalnum, line.text))]
    table = regular(Table(path, header.texts, tuple(rows), header.line))
    return [others, table] if others else [table]


def drawn(texts: Sequence[str]) -> list[list[str]]:
    """Return the cells of lines that draw a table in signs, or nothing. Others have no cells."""
    if len(texts) < 3:
        return []
    cells: list[list[str]] = []
    borders: list[int] = []
    for text in map(fold, texts):
        row: list[str] = []
        border = _between_bars(text.translate(_BORDERS))
        if len(border) > 1 and all(set(cell.strip()) == {"-"} for cell in border):
            borders.append(len(border))
        elif any(map(str.isalnum, text)):
            row = _between_bars(text.translate(_BARS))
        cells.append(row if len(row) > 1 else [])
    widths = [len(row) for row in cells if row]
    is_table = len(widths) > 1 and set(widths) == set(borders)
    return cells if is_table and 2 * len(widths + borders) > len(cells) else []


def _between_bars(text: str) -> list[str]:
    return text.removeprefix("|").removesuffix("|").split("|")
