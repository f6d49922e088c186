"""Reads plain text. Blank lines and the look of lines decide what is a heading or a table.

- A heading is a short line alone between blank lines. It does not end a sentence, has no columns,
  and neither begins with a code, as a row does, nor defines several. All headings have level 1,
  except a line directly above lines of codes. A line that repeats on every page is not a heading. A
  rule of one sign is like a blank line, unless it is below columns.
- A table is a header and the lines below it, up to a blank line. Tabs, or two or more spaces,
  separate columns. Lines without columns are then reported, or continue a text that does not end
  with a sentence, if tabs separate the columns. Rows after a blank line belong to the table above.
- Otherwise, a header is a few words without symbols or digits. Below one whose first and last word
  begin with a capital, all lines are rows. The first word of a row is the value, flags may follow,
  and two columns share the remaining text.
- Each cell of a table may also be a paragraph, as in text that was copied from a browser.
- All other lines are loose, or items if several begin with stars. Lines above deeper ones, as in a
  manual page, are codes with their texts, which go on after blank lines, or titles if these have
  codes of their own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, filterfalse, pairwise, takewhile

from ..model import FLAGS
from .aligned import BULLET, AlignedTable, has_columns
from .builder import PageBuilder
from .code_lines import is_constant, is_listing, leading_code
from .forms import defines_several, is_surely_code, mostly
from .hints import heads_codes
from .page import Page, Row, text_cell, row_of
from .text import DEFINE, WIDE_GAP, Line, blocks, depth, fold, lines, title_in_contents

_LONGEST_HEADING = 80
# If its cells are paragraphs, a table has fewer columns.
_MOST_CELLS = 8
_END_OF_SENTENCE = (".", ",", ";", ":", "!")
# A line that is alone this often is a header or footer of the pages.
_REPEATED = 3

_WORDS = re.compile(r"[^\W\d_][^\d.,;:!?]*")
_SENTENCE = re.compile(r"[A-Z][a-z]* [a-z].*[.:]")
_SECTION_NUMBER = re.compile(r"\A\s*(?:\d+\.)+\d*\s+")
_NUMBER = re.compile(r"\d+")
_CODE_BEFORE_SIGN = re.compile(r"[^\s:=]+(?: ?:| =| [–-]| ->) ")
# The sign to click on, in a text copied from a browser.
_PERMALINK = re.compile(r"(?<=\S) ?¶[ \t]*$", re.MULTILINE)
# The number of a page in its head or foot.
_PAGE_NUMBER = re.compile(
    r"\b(?:page|seite|página|pagina)\.? \d+(?: \w+ \d+| ?/ ?\d+)?$", re.IGNORECASE
)


def read(text: str) -> Page:
    text = _PERMALINK.sub("", DEFINE.sub(lambda line: fold(line[0]), text))
    paragraphs = list(_with_rows(list(blocks(lines(text)))))
    reader = _Reader(paragraphs)
    for block in paragraphs:
        reader.read(block)
    reader.end_table()
    return reader.builder.page()


def _with_rows(paragraphs: Sequence[list[Line]]) -> Iterator[list[Line]]:
    """Yield the paragraphs. Those that are the cells of a table become one, with rows of tabs."""
    texts = [fold(" ".join(line.text for line in paragraph)) for paragraph in paragraphs]
    place = 0
    while place < len(texts):
        near = texts[place : place + _MOST_CELLS]
        first = place + next(
            (number for number, text in enumerate(near) if is_surely_code(text)), 0
        )
        names = [fold(line.text) for line in chain(*paragraphs[place:first])]
        width = len(names)
        is_header = width > 1 and list(filter(heads_codes, names)) == names[:1]
        starts = range(first, len(texts) - width + 1, width) if is_header else ()
        rows = list(takewhile(lambda start: is_surely_code(texts[start]), starts))
        if len(rows) > 1:
            cells = [(place, names), *((start, texts[start : start + width]) for start in rows)]
            joined = ((paragraphs[start][0].number, "\t".join(each)) for start, each in cells)
            yield [Line(text, number, text) for number, text in joined]
            place = rows[-1] + width
        else:
            yield paragraphs[place]
            place += 1


def _is_above(block: Sequence[Line]) -> bool:
    """Whether the first line of a block is above lines that are all indented deeper."""
    first, *others = (depth(line.text) for line in block)
    return bool(others) and first < min(others)


def _is_above_codes(block: Sequence[Line]) -> bool:
    """Whether the first line of a block is above lines of codes, and has no code or comment."""
    title = fold(block[0].text)
    return is_listing(block[1:]) and not (leading_code(title) or title[0] in "#*/;")


def _entries(block: Sequence[Line]) -> list[Sequence[Line]]:
    """Return the parts of a block if each is a line that begins with a code, above deeper lines."""
    depths = [depth(line.text) for line in block]
    starts = [place for place, each in enumerate(depths) if each == depths[0]]
    entries = [block[start:end] for start, end in pairwise((*starts, len(block)))]
    are_coded = all(leading_code(fold(entry[0].text)) for entry in entries)
    return entries if are_coded and all(map(_is_above, entries)) else []


def _titles(block: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a block that begin with a code, above deeper ones with similar codes."""
    for title, *below in zip(block, block[1:], block[2:], strict=False):
        if depth(title.text) < depth(below[0].text) == depth(below[1].text) and is_listing(below):
            if len({len(leading_code(fold(line.text))) for line in (title, *below)}) == 1:
                yield title


class _Reader:
    def __init__(self, paragraphs: Sequence[Sequence[Line]]) -> None:
        self.builder = PageBuilder()
        singles = (fold(block[0].text) for block in paragraphs if len(block) == 1)
        alone = Counter(_NUMBER.sub("", text) for text in singles)
        self._repeated = {text for text, times in alone.items() if times >= _REPEATED}
        # The titles in a table of contents. They may begin with numbers.
        self._contents = {title_in_contents(line.text) for line in chain(*paragraphs)} - {""}
        # The titles of sections that begin with a code. They are reported.
        self._titles = set(chain.from_iterable(map(_titles, paragraphs)))
        self._table: AlignedTable | None = None
        # How deep the texts of codes are in the block above.
        self._text_depth: int | None = None

    def read(self, block: Sequence[Line]) -> None:
        """Read a block: a heading, a table, more rows of the table above, or loose lines."""
        if self._read_more_text(block):
            return
        if self._table and self._table.continues_with(block[0]):
            self._read_loose(list(filterfalse(self._table.add, block)), are_beside=True)
        elif block[0] in self._titles:
            self._read_loose(block[:1])
            self.read(block[1:])
        elif len(block) == 1 and self._is_heading(block[0]):
            self._read_heading(block[0])
        elif entries := _entries(block):
            self._read_entries(entries)
        elif _is_above(block) and self._is_heading(block[0]) and not depth(block[0].text):
            self._read_heading(block[0])
            self.read(block[1:])
        elif not (self._read_split(block) or self._read_whole(block)):
            if is_titled := self._is_heading(block[0]) and _is_above_codes(block):
                self._read_heading(block[0], is_inner=True)
            self._read_loose(block[is_titled:])

    def _read_entries(self, entries: Sequence[Sequence[Line]]) -> None:
        self.end_table()
        self._text_depth = min(depth(line.text) for entry in entries for line in entry[1:])
        for entry in entries:
            self.builder.loose(" ".join(line.text for line in entry), entry[0].number)

    def _read_more_text(self, block: Sequence[Line]) -> bool:
        """Read a block that continues the text above a blank line. Return whether it is one."""
        is_as_deep = min(depth(line.text) for line in block) == self._text_depth
        if not is_as_deep or any(
            has_columns(line) or leading_code(fold(line.text)) for line in block
        ):
            self._text_depth = None
            return False
        for line in block:
            self.builder.loose(line.text, line.number, continues=True)
        return True

    def end_table(self) -> None:
        if self._table:
            self._table.add_to(self.builder)

    def _is_heading(self, line: Line) -> bool:
        text = fold(line.text)
        return (
            len(text) <= _LONGEST_HEADING
            and any(map(str.isalpha, text))
            and not text.endswith(_END_OF_SENTENCE)
            and not text.startswith(("|", "~~"))
            and (text in self._contents or not leading_code(fold(BULLET.sub("", line.text))))
            and not defines_several(text)
            and not WIDE_GAP.search(_SECTION_NUMBER.sub("", line.text).strip())
            and _NUMBER.sub("", text) not in self._repeated
            and not _PAGE_NUMBER.search(text)
        )

    def _read_heading(self, line: Line, *, is_inner: bool = False) -> None:
        self.end_table()
        self._table = None
        self.builder.heading(line.text, 1 + is_inner, line.number)

    def _read_split(self, block: Sequence[Line]) -> bool:
        """Read a table with columns, and the lines above its header. Return whether it is one."""
        place = next((number for number, line in enumerate(block) if has_columns(line)), None)
        if place is None:
            return False
        table = AlignedTable(block[place])
        # A sign separates a code from its text, whatever white space is around it.
        first, signed = fold(block[place].text), list(filter(has_columns, block))
        has_sign = _CODE_BEFORE_SIGN.match(first) is not None or is_constant(first)
        if has_sign and is_listing(signed):
            return False
        rest = [line for line in block[place + 1 :] if not table.add(line)]
        if self._table and self._table.header == table.header and place == 0:
            # The header repeats on each page.
            self._table.rows += table.rows
            self._table.line = self._table.line or table.line
        elif not table.is_likely() or len(rest) >= len(table.rows):
            return False
        else:
            self._read_loose(block[:place])
            self.end_table()
            self._table = table
        self._read_loose(rest, are_beside=True)
        return True

    def _read_whole(self, block: Sequence[Line]) -> bool:
        """Read a table of single spaces, or a heading and a sentence. Return whether it is one."""
        header, *rows = block
        text = _SECTION_NUMBER.sub("", fold(header.text))
        words = text.split()
        is_numbered = text != fold(header.text)
        are_items = any(BULLET.match(row.text) for row in rows)
        if are_items or not rows or len(words) < 2 or not _WORDS.fullmatch(text):
            return False
        if not (words[0][0].isupper() and words[-1][0].isupper()):
            return False
        below = fold(" ".join(row.raw for row in rows))
        if (len(rows) == 1 or is_numbered) and _SENTENCE.fullmatch(below):
            self._read_heading(header)
            self._read_loose(rows)
        elif is_numbered:
            return False
        else:
            self.end_table()
            self.builder.table(*_of_words(words, rows), header.number)
        return True

    def _read_loose(self, block: Sequence[Line], *, are_beside: bool = False) -> None:
        if block:
            self.end_table()
        # A single star may begin a note.
        are_items = sum(BULLET.match(line.text) is not None for line in block) > 1
        for line in block:
            text = BULLET.sub("-", line.text) if are_items else line.text
            is_note = line in self._titles or (are_beside and any(map(str.isalnum, line.text)))
            marks = frozenset(("note",) if is_note else ())
            is_next = line is not block[0] and not is_note
            self.builder.loose(text, line.number, continues=is_next, marks=marks)


def _of_words(header: Sequence[str], lines: Sequence[Line]) -> tuple[list[str], list[Row]]:
    """Return the columns and the rows of a table whose columns are separated by single spaces.

    The first column ends with a word such as `Code`. Columns of flags may follow. The last word of
    the header is a column, and the words before it are one. These two have the same cells, because
    nothing says where a text begins.
    """
    first = next((place for place, word in enumerate(header) if heads_codes(word)), 0) + 1
    names, texts = [" ".join(header[:first])], list(header[first:])
    words_of = [fold(line.text).split(" ") for line in lines]
    for title in texts[:-1]:
        below = ["".join(words[len(names) : len(names) + 1]).casefold() for words in words_of]
        if title.casefold() not in FLAGS and not mostly(below, lambda word: word in FLAGS):
            break
        names.append(texts.pop(0))
    width = len(names)
    names += filter(None, (" ".join(texts[:-1]), *texts[-1:]))
    rows: list[Row] = []
    for words, line in zip(words_of, lines, strict=True):
        text = text_cell(" ".join(words[width:]))
        cells = [*map(text_cell, words[:width]), *[text] * max(len(names) - width, 1)]
        rows.append(row_of(cells, len(names), line.number, line.raw))
    return names, rows
