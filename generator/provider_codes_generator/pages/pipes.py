"""Reads tables in Markdown with rules and rows of any length, and with rows after blank lines."""

import re

from markdown_it.rules_block import StateBlock

from .text import is_rule

PIPE = re.compile(r"(?<!\\)\|")
# Code in HTML. The parser would put the next cell into code that a pipe divides.
_CODE_IN_HTML = re.compile(r"<(code|tt)>(?:(?!</?\1>).)*</\1>", re.IGNORECASE)
# A single backtick is ordinary text, and the next one is in another row.
CODE_SPAN = re.compile(r"`(?:[^`|]|\|(?!\s+\|))*+`")
# In a table, only such a line of dashes is a rule, not a row.
_LONG_RULE = re.compile(r"[|\s]*+(?::?-{3,}+:?[|\s]*+)++")
# The mark of a list item that begins with a table.
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+\|")


def begins_table(text: str, below: str) -> bool:
    """Whether a line is a header, because the line below it is a rule."""
    return is_rule(below) and not is_rule(text) and PIPE.search(text) is not None


def cells_of(row: str) -> list[str]:
    """Return the cells of a row. A pipe in code in HTML does not end a cell."""
    inside = escaped(row, _CODE_IN_HTML).strip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return [cell.strip().replace("\\|", "|") for cell in PIPE.split(inside)]


def escaped(row: str, code: re.Pattern[str] = CODE_SPAN) -> str:
    """Return a row with a backslash before the pipes in code, which Markdown requires."""
    return code.sub(lambda found: PIPE.sub(r"\|", found[0]), row)


def _repaired(row: str, width: int) -> str:
    """Return a row with its pipes in code escaped, if it is as wide as the header only then."""
    if "`" not in row:
        return row
    repaired = escaped(row)
    is_better = len(cells_of(row)) > width == len(cells_of(repaired))
    return repaired if is_better else row


def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table: a rule for the parser, which finds it inside lists and quotations, too.

    It stays open if the page ends in its last row, which alone has no pipe at its end.
    """
    header, rule = _text(state, start, end), _text(state, start + 1, end)
    if _ITEM.match(header) or not begins_table(header, rule):
        return False
    if silent:
        return True
    is_inner = state.level > 0
    state.push("table_open", "table", 1).map = [start, start + 1]
    _push_row(state, start, header, "th")
    width, closed = len(cells_of(header)), [_is_closed(header)]
    state.line = place = start + 2
    while place < end and not _ends(state, place, end):
        below = place + 1
        if not state.isEmpty(place):
            row, below = _row(state, place, end, width)
            _push_row(state, place, _repaired(row, width), "td")
            closed.append(_is_closed(row))
            state.line = below
        place = below
    is_cut = place == end and closed[2:] and not closed[-1] and all(closed[:-1])
    if is_inner or not is_cut:
        state.push("table_close", "table", -1)
    return True


def _row(state: StateBlock, start: int, end: int, width: int) -> tuple[str, int]:
    """Return the row at a line, and the line below it.

    A row that lacks cells goes on until a line ends with a pipe, if only that makes it whole.
    """
    row, place = _text(state, start, end), start + 1
    if not row.startswith("|") or _is_closed(row):
        return row, place
    lines = [row]
    while (line := _text(state, place, end)).strip() and not line.startswith("|"):
        lines.append(line)
        place += 1
        if _is_closed(line):
            break
    whole = " ".join(lines)
    is_whole = _is_closed(whole) and len(cells_of(whole)) == width
    return (whole, place) if is_whole else (row, start + 1)


def _is_closed(row: str) -> bool:
    return row.rstrip().endswith("|")


def _ends(state: StateBlock, place: int, end: int) -> bool:
    """Whether a line is neither blank nor a row of the table above it, which ends at `state.line`."""
    if state.isEmpty(place):
        return False
    row, below = _text(state, place, end), _text(state, place + 1, end)
    if not PIPE.search(row):
        return True
    is_apart = place > state.line
    if begins_table(row, below):
        return is_apart or _LONG_RULE.fullmatch(below) is not None
    return is_apart and not row.startswith("|")


def _push_row(state: StateBlock, place: int, text: str, tag: str) -> None:
    token = state.push("row", tag, 0)
    token.map, token.content = [place, place + 1], text


def _text(state: StateBlock, place: int, end: int) -> str:
    """Return the text of a line without its indent, or "" if its block ends before."""
    # A line outside the quotation above it has a negative indent.
    if place >= end or state.sCount[place] < 0:
        return ""
    return state.src[state.bMarks[place] + state.tShift[place] : state.eMarks[place]]
