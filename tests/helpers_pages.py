"""Pages of a provider in every shape that providers publish, written from rows and groups.

A page has a title and lists below it; a list has one table, or groups with a table each. The reader
of a shape (see `READER`) reads the same texts from such a page, if each list `fits` the shape:

- `markdown`: tables padded to columns, as GitBook writes them.
- `github`: tables without padding, aligned, with values in inline code.
- `html`: a page as a server sends it.
- `readme`: tables as `[block:parameters]`, the title as `[block:api-header]`, other headings
  without the space after their number signs. The form flattened into one line cannot show where a
  heading ends or which backticks belong together, so it is not written here.
- `columns`: plain text whose columns are separated by single spaces. Empty cells leave nothing.
- `tabs`: plain text whose columns are separated by tabs.
- `records-json`, `records-yaml`: the records of each list at a key named after its heading.

The headings of plain text have no levels, so it has no lists with groups, and neither have records.
Both have no inline code: `Style.joined` changes nothing in them.
"""

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

import yaml
from provider_codes_generator.pages.text import fold

# The reader of each shape: the one that is detected, and that a spec can name.
READER: Mapping[str, str] = {
    "markdown": "markdown",
    "github": "markdown",
    "html": "html",
    "readme": "readme",
    "columns": "columns",
    "tabs": "columns",
    "records-json": "records",
    "records-yaml": "records",
}
SHAPES = tuple(READER)
HEADERS: Mapping[str, str] = {
    "value": "Id",
    "permanent": "Permanent",
    "name": "Name",
    "description": "Description",
}
JOINED = "Error"
EXTRA = "Since"
GROUP = "{name} (group id: {value})"
# The shapes that can have groups, and name and description in one cell.
MARKUP = frozenset({"markdown", "github", "html", "readme"})

_MARKDOWN = MARKUP - {"html"}
_PLAIN = frozenset({"columns", "tabs"})
_RECORDS = frozenset({"records-json", "records-yaml"})
_TITLE = "title"
_SINCE = ("version 2", "the spring of 2019", "long ago")
_DEEPEST = 5


@dataclass(frozen=True)
class PageRow:
    """A code as a page has it; None is what the page does not say."""

    value: int | str
    name: str | None
    permanent: bool | None
    description: str


@dataclass(frozen=True)
class PageGroup:
    """A group: its heading, the text below, and the table of its codes."""

    value: int | str
    name: str
    description: str
    rows: tuple[PageRow, ...]

    @property
    def heading(self) -> str:
        """The heading, which names the group and its id."""
        return GROUP.format(name=self.name, value=self.value)


@dataclass(frozen=True)
class PageList:
    """A list below its heading: rows, or groups if it has any."""

    heading: str
    rows: tuple[PageRow, ...] = ()
    groups: tuple[PageGroup, ...] = ()

    @property
    def all_rows(self) -> tuple[PageRow, ...]:
        """The rows, in groups or not."""
        return self.rows + tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True)
class Style:
    """Differences between pages of one shape that are no differences of facts.

    - `level`: of the headings of lists; those of groups are one deeper.
    - `columns`: their order.
    - `extra`: one more column, after the others.
    - `joined`: name and description in one cell, the name as inline code.
    - `pipes`: closing pipes, in `markdown` and `github`.
    - `nbsp`: no-break spaces, in place of every other space of a text.
    - `smart`: typographic quotes in headings; never in the keys of records.
    - `entities`: for `&`, `<`, `>` and quotes in Markdown and HTML; JSON has escapes instead.
    - `flags`: the words for yes and no.
    """

    level: int = 2
    columns: tuple[str, ...] = ("value", "permanent", "name", "description")
    extra: bool = False
    joined: bool = False
    pipes: bool = True
    nbsp: bool = False
    smart: bool = False
    entities: bool = False
    flags: tuple[str, str] = ("true", "false")


class Binding(TypedDict):
    """The `tables` of a spec for a list."""

    heading: str
    group: str | None
    columns: dict[str, str]


@dataclass(frozen=True)
class _Cell:
    """The text of a cell, and the inline code before it."""

    text: str
    code: str = ""


@dataclass(frozen=True)
class _Table:
    header: tuple[str, ...]
    rows: tuple[tuple[_Cell, ...], ...]


@dataclass(frozen=True)
class _Heading:
    text: str
    level: int


# A page is a sequence of these; a paragraph is a text.
_Part = _Heading | _Table | str


def write(
    lists: Sequence[PageList], shape: str, style: Style = Style(), title: str = "Error codes"
) -> str:
    """The page of the lists.

    Raises `ValueError` if the shape cannot have them.
    """
    if shape not in SHAPES:
        raise ValueError(f"there is no shape {shape}")
    if not 1 <= style.level <= _DEEPEST:
        raise ValueError(f"no heading below one of level {style.level}")
    if shape not in MARKUP and any(page_list.groups for page_list in lists):
        raise ValueError(f"{shape} has no groups")
    if shape in _RECORDS:
        return _records(lists, shape, style, title)
    parts = list(_parts(lists, shape, style, title))
    return _WRITERS[shape](parts, style)


def bindings(page_list: PageList, shape: str, style: Style = Style()) -> Binding:
    """The `tables` of a spec for a list; the heading is the path of records."""
    joined = _joined(page_list, shape, style)
    columns = {
        field: JOINED if joined and field in ("name", "description") else HEADERS[field]
        for field in _fields(page_list, style)
    }
    group = GROUP if page_list.groups else None
    return {"heading": page_list.heading, "group": group, "columns": columns}


def header(page_list: PageList, shape: str, style: Style = Style()) -> tuple[str, ...]:
    """The headers of the columns of a list, in their order."""
    return tuple(name for name, _ in _columns(page_list, shape, style))


def shown_heading(text: str, shape: str, style: Style = Style()) -> str:
    """A heading as the page has it, except for its spaces."""
    return _smart(text) if style.smart and shape not in _RECORDS else text


def readable(text: str, shape: str) -> bool:
    """Whether the shape can hold a name or a description with this text, also of a group.

    Nothing that misleads `detect` is readable, although the right reader would read it.
    """
    if text != fold(text):
        return False
    if shape in _PLAIN | _MARKDOWN and re.search(r"\[(block:|/block\])", text):
        return False
    if shape in _PLAIN:
        # At the start of a line, it is a heading of Markdown; alone in a row, it is a rule.
        misleads = r"#{1,6}( |$)|[-–—:| ]+$|.*<(html|body|table|[dou]l|h[1-6])\b"
        return not re.match(misleads, text, re.IGNORECASE)
    # Template tags, which no reader shows.
    return shape not in _MARKDOWN or not re.fullmatch(r"\{(?:[%:/]|\{[%<]).*\}", text)


def readable_heading(text: str, shape: str) -> bool:
    """Whether the shape can hold a heading with this text."""
    if not text or not readable(text, shape):
        return False
    if shape in _RECORDS:
        return "." not in text and text != _TITLE
    if shape in _PLAIN:
        is_row = re.match(r"\d+( |$)", text)
        has_words = any(map(str.isalpha, text))
        ends = text.endswith((".", ",", ";", ":", "!"))
        return len(text) <= 80 and has_words and not ends and not is_row
    return shape == "html" or not re.search(r" \{#[^{}]*\}$", text)


def fits(page_list: PageList, shape: str, style: Style = Style()) -> bool:
    """Whether the reader returns all of a list: each table has rows, and all texts are readable."""
    if page_list.groups and shape not in MARKUP:
        return False
    tables = [group.rows for group in page_list.groups] or [page_list.rows]
    headings = [page_list.heading, *(group.heading for group in page_list.groups)]
    texts = [
        *(group.description for group in page_list.groups),
        *(row.description for row in page_list.all_rows),
        *(row.name or "" for row in page_list.all_rows),
    ]
    # A line that ends in a colon is the caption of a table, and one with a bullet is an item.
    if any(re.search(r":$|^[-+*] ", group.description) for group in page_list.groups):
        return False
    values = [str(row.value) for row in page_list.all_rows]
    if shape == "tabs":
        # For the reader, a cell is the last one only if the last one alone is empty.
        last = [_cells(page_list, row, 0, shape, style)[-1] for row in page_list.all_rows]
        if not all(cell.text for cell in last):
            return False
    return (
        all(tables)
        and all(readable_heading(text, shape) for text in headings)
        and all(readable(text, shape) for text in texts)
        # In inline code, a backslash before a pipe looks like the escape of the pipe.
        and not (
            _joined(page_list, shape, style)
            and any("\\|" in (row.name or "") for row in page_list.all_rows)
        )
        and all(value and readable(value, shape) for value in values)
    )


# The parts of a page


def _fields(page_list: PageList, style: Style) -> list[str]:
    """The fields that any row has, in the order of the style."""
    missing = {
        field
        for field in ("name", "permanent")
        if all(getattr(row, field) is None for row in page_list.all_rows)
    }
    return [field for field in style.columns if field not in missing]


def _joined(page_list: PageList, shape: str, style: Style) -> bool:
    fields = _fields(page_list, style)
    return style.joined and shape in MARKUP and {"name", "description"} <= set(fields)


def _columns(
    page_list: PageList, shape: str, style: Style
) -> list[tuple[str, Callable[[PageRow, int], _Cell]]]:
    """Each column: its name, and its cell for a row and the row's position."""
    joined = _joined(page_list, shape, style)
    found: list[tuple[str, Callable[[PageRow, int], _Cell]]] = []
    for field in _fields(page_list, style):
        if field == "description" and joined:
            found.append((JOINED, lambda row, _: _Cell(row.description, row.name or "")))
        elif field == "value" and shape == "github":
            found.append((HEADERS[field], lambda row, _: _Cell("", str(row.value))))
        elif field != "name" or not joined:
            found.append((HEADERS[field], _field(field, style)))
    if style.extra:
        found.append((EXTRA, lambda _, place: _Cell(_SINCE[place % len(_SINCE)])))
    return found


def _field(field: str, style: Style) -> Callable[[PageRow, int], _Cell]:
    def cell(row: PageRow, _: int) -> _Cell:
        value: object = getattr(row, field)
        if isinstance(value, bool):
            return _Cell(style.flags[0 if value else 1])
        return _Cell("" if value is None else str(value))

    return cell


def _cells(
    page_list: PageList, row: PageRow, place: int, shape: str, style: Style
) -> tuple[_Cell, ...]:
    return tuple(cell(row, place) for _, cell in _columns(page_list, shape, style))


def _parts(lists: Sequence[PageList], shape: str, style: Style, title: str) -> Iterator[_Part]:
    def heading(text: str, level: int) -> _Heading:
        return _Heading(blanked(shown_heading(text, shape, style)), level)

    def table(page_list: PageList, rows: Sequence[PageRow]) -> _Table:
        cells = [
            tuple(
                _Cell(blanked(cell.text), blanked(cell.code))
                for cell in _cells(page_list, row, place, shape, style)
            )
            for place, row in enumerate(rows)
        ]
        return _Table(header(page_list, shape, style), tuple(cells))

    blanked = _non_breaking if style.nbsp else str
    yield heading(title, 1)
    for page_list in lists:
        yield heading(page_list.heading, style.level)
        if page_list.rows or not page_list.groups:
            yield table(page_list, page_list.rows)
        for group in page_list.groups:
            yield heading(group.heading, style.level + 1)
            if group.description:
                yield blanked(group.description)
            yield table(page_list, group.rows)


def _non_breaking(text: str) -> str:
    """The text with a no-break space for every other space, from the first on."""
    words = text.split(" ")
    blanks = ["\xa0" if place % 2 == 0 else " " for place in range(len(words) - 1)]
    return "".join(word + blank for word, blank in zip(words, [*blanks, ""], strict=True))


def _smart(text: str) -> str:
    for plain, opening, closing in (("'", "‘", "’"), ('"', "“", "”")):
        text = re.sub(rf"(^|(?<=[\s(])){plain}(?=\S)", opening, text)
        text = text.replace(plain, closing)
    return text


# Markdown, and formats made from it


def _markdown(parts: Sequence[_Part], style: Style) -> str:
    return _blocks(parts, style, _padded_table)


def _github(parts: Sequence[_Part], style: Style) -> str:
    note = "> Something is missing? Open an [issue](https://codes.example/issues).\n\n"
    return note + _blocks(parts, style, _narrow_table)


def _blocks(parts: Sequence[_Part], style: Style, table: Callable[[_Table, Style], str]) -> str:
    texts: list[str] = []
    for part in parts:
        match part:
            case _Heading():
                texts.append(f"{'#' * part.level} {_escaped(part.text, style)}")
            case _Table():
                texts.append(table(part, style))
            case _:
                texts.append(_escaped(part, style))
    return "\n\n".join(texts) + "\n"


def _padded_table(table: _Table, style: Style) -> str:
    rows = [table.header, *(_markdown_row(row, style) for row in table.rows)]
    widths = [max(3, *map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, tuple("-" * width for width in widths))
    end = " |" if style.pipes else ""
    padded = [[text.ljust(width) for text, width in zip(row, widths, strict=True)] for row in rows]
    return "\n".join("| " + " | ".join(row) + end for row in padded)


def _narrow_table(table: _Table, style: Style) -> str:
    rows = [table.header, *(_markdown_row(row, style) for row in table.rows)]
    rows.insert(1, (":-:", *["---"] * (len(table.header) - 1)))
    end = "|" if style.pipes else ""
    # A backslash would escape the pipe after it.
    narrow = [[f"{text} " if text.endswith("\\") else text for text in row] for row in rows]
    return "\n".join("|" + "|".join(row) + end for row in narrow)


def _readme(parts: Sequence[_Part], style: Style) -> str:
    texts: list[str] = []
    for part in parts:
        match part:
            case _Heading(text, 1):
                texts.append(
                    _block("api-header", {"type": "basic", "title": _escaped(text, style)})
                )
            case _Heading():
                texts.append(f"{'#' * part.level}{_escaped(part.text, style)}")
            case _Table():
                data = {f"h-{place}": name for place, name in enumerate(part.header)}
                for place, row in enumerate(part.rows):
                    for column, text in enumerate(_markdown_row(row, style, listed=True)):
                        data[f"{place}-{column}"] = text
                size = {"cols": len(part.header), "rows": len(part.rows)}
                texts.append(_block("parameters", {"data": data, **size}))
            case _:
                texts.append(_escaped(part, style))
    return "\n\n".join(texts) + "\n"


def _block(kind: str, body: Mapping[str, object]) -> str:
    return f"[block:{kind}]\n{json.dumps(body, indent=2, ensure_ascii=False)}\n[/block]"


def _markdown_row(cells: Sequence[_Cell], style: Style, *, listed: bool = False) -> tuple[str, ...]:
    """The cells in Markdown; `listed` has the text behind inline code in a list."""
    texts: list[str] = []
    for cell in cells:
        text = _escaped(cell.text, style)
        if cell.code and cell.text and listed:
            text = f"<ul><li>{text}</li></ul>"
        elif cell.code and cell.text:
            text = f" {text}"
        texts.append((_code(cell.code) if cell.code else "") + text)
    return tuple(texts)


_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}


def _escaped(text: str, style: Style) -> str:
    """Escape a text so that Markdown reads no markup in it, wherever it is."""
    entities = _ENTITIES if style.entities else {}
    escaped = re.sub(
        r"[\\`*_\[\]<>&|~#\"']",
        lambda sign: entities.get(sign[0]) or (sign[0] if sign[0] in "\"'" else f"\\{sign[0]}"),
        text,
    )
    # What would begin a list or underline a heading
    return re.sub(r"^(\d*)([-+=.)])", r"\1\\\2", escaped)


def _code(text: str) -> str:
    """Inline code for the cell of a table, where a pipe is escaped even inside it."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    blank = " " if text.startswith("`") or text.endswith("`") else ""
    return fence + blank + text.replace("|", "\\|") + blank + fence


# HTML


def _html(parts: Sequence[_Part], style: Style) -> str:
    title = next((part.text for part in parts if isinstance(part, _Heading)), "")
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        f'<head><meta charset="utf-8"><title>{_html_text(title, style)}</title></head>',
        "<body>",
    ]
    for part in parts:
        match part:
            case _Heading(text, level):
                lines.append(f"<h{level}>{_html_text(text, style)}</h{level}>")
            case _Table():
                lines.extend(_html_table(part, style))
            case _:
                lines.append(f"<p>{_html_text(part, style)}</p>")
    return "\n".join([*lines, "</body>", "</html>"]) + "\n"


def _html_table(table: _Table, style: Style) -> Iterator[str]:
    yield "<table>"
    yield f"<thead><tr>{''.join(f'<th>{name}</th>' for name in table.header)}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = "".join(f"<td>{_html_cell(cell, style)}</td>" for cell in row)
        yield f"<tr>{cells}</tr>"
    yield "</tbody>"
    yield "</table>"


def _html_cell(cell: _Cell, style: Style) -> str:
    text = _html_text(cell.text, style)
    if not cell.code:
        return text
    code = f"<code>{_html_text(cell.code, style)}</code>"
    return f"{code}<br>{text}" if text else code


def _html_text(text: str, style: Style) -> str:
    return html.escape(text, quote=style.entities)


# Plain text


def _plain(parts: Sequence[_Part], between: str) -> str:
    blocks: list[str] = []
    for part in parts:
        match part:
            case _Heading():
                blocks.append(part.text)
            case _Table() if part.rows:
                rows = [part.header, *([cell.text for cell in row] for row in part.rows)]
                blocks.append("\n".join(_plain_row(row, between) for row in rows))
            case _Table():
                pass  # a header alone would look like a heading
            case _:
                blocks.append(part)
    return "\n\n".join(blocks) + "\n"


def _plain_row(cells: Sequence[str], between: str) -> str:
    return between.join(cells if between == "\t" else filter(None, cells))


_WRITERS: Mapping[str, Callable[[Sequence[_Part], Style], str]] = {
    "markdown": _markdown,
    "github": _github,
    "html": _html,
    "readme": _readme,
    "columns": lambda parts, _: _plain(parts, " "),
    "tabs": lambda parts, _: _plain(parts, "\t"),
}


# Records


def _records(lists: Sequence[PageList], shape: str, style: Style, title: str) -> str:
    page: dict[str, object] = {_TITLE: title}
    for each in lists:
        if not readable_heading(each.heading, shape):
            raise ValueError(f"no path leads to {each.heading}")
        page[each.heading] = [
            _record(each, row, place, style) for place, row in enumerate(each.rows)
        ]
    if shape == "records-json":
        return json.dumps(page, indent=2, ensure_ascii=style.entities) + "\n"
    return yaml.safe_dump(page, allow_unicode=True, sort_keys=False, width=60)


def _record(page_list: PageList, row: PageRow, place: int, style: Style) -> dict[str, object]:
    record: dict[str, object] = {}
    for field in _fields(page_list, style):
        value: object = getattr(row, field)
        if isinstance(value, bool) and style.flags != Style.flags:
            value = style.flags[0 if value else 1]
        if isinstance(value, str) and style.nbsp:
            value = _non_breaking(value)
        record[HEADERS[field]] = value
    if style.extra:
        record[EXTRA] = _SINCE[place % len(_SINCE)]
    return record
