"""Finds records among the nodes of JSON and YAML, and makes tables of records.

Records are a list of mappings, or a mapping of mappings or words, whose keys are the column `key`.
A list of mappings that each have one key of their own is read as one mapping.
A mapping inside a record becomes columns `outer.inner`. So does each code of a list inside a group.
The `enum` of a schema is a list of records, with the names and descriptions beside it. So are
schemas of one `const` each, and lines with codes in the description of a schema, or in another text.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from ..spec import Mapping, Node, Scalar, Sequence
from .builder import PageBuilder
from .code_lines import split
from .forms import is_surely_code, may_be_code, mostly
from .hints import heads_codes, is_key_of_codes, speaks_of_codes
from .page import KEY, MAX_COLUMNS, RECORD, VALUE, Row, text_cell
from .pipes import cells_of
from .text import fold, unreadable

# The line of a record, and its fields in order.
Record = tuple[int, dict[str, str]]

# The columns of a mapping of words.
OF_WORDS = frozenset((KEY, VALUE))
# A field called `key` of a record that has a key.
_INNER_KEY = "inner_key"

# Spellings of an empty value, without quotes.
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

_TEXT = "description"
_COMMENT = "comment"
# Keys beside an `enum`, such as `x-enum-varnames` or `enumDescriptions`, by their columns.
_BESIDE = {
    "name": re.compile(r"enum-?(?:var)?name", re.IGNORECASE),
    _TEXT: re.compile(r"enum-?desc", re.IGNORECASE),
}
# What ends the text of a value, if a further value and a sign follow on the line.
_NEXT = re.compile(
    r"(?:[,;][ \t]*+|(?<=[.:])[ \t]++|,?(?<![ \t])[ \t]++(?:and|or)[ \t]++)"
    r"(?=[`*\"']*+([^\s`*\"':=,;]++)[`*\"']*+\s*+[:=–—-])"
)
# An item of a description that describes a value, or a line that does.
_DESCRIBED = re.compile(r"[ \t]*([*-][ \t]+)?[`*\"']*([^\s`*\"':=]++)[`*\"']*\s*[:=–—-]+\s+(.+)")
_TYPES = frozenset(("array", "boolean", "integer", "number", "object", "string"))


def add(builder: PageBuilder, records: list[Record], line: int, path: str | None = None) -> None:
    """Add a table of records to a page: the keys of all are its header. Raises `Refused`."""
    header = list(dict.fromkeys(name for _, fields in records for name in fields))
    if len(header) > MAX_COLUMNS:
        raise unreadable(f"the records have {len(header)} different keys: no table is that wide")
    rows: list[Row] = []
    for number, fields in records:
        raw = fold(", ".join(f"{name}: {text}" for name, text in fields.items()))
        cells = tuple(text_cell(fields.get(name, "")) for name in header)
        rows.append(Row(cells, number, raw, marks=RECORD))
    if header:
        builder.table(header, rows, line, path)


def with_comments(records: list[Record], comments: dict[int, str]) -> list[Record]:
    """Return the records with the comments on their lines, if most have one."""
    found = [comments.get(line, "") for line, _ in records]
    have_most = sum(map(bool, found)) * 2 > len(records)
    if not have_most or any("#" in text for _, fields in records for text in fields.values()):
        return records
    return [
        (line, fields | {_COMMENT: comment})
        for (line, fields), comment in zip(records, found, strict=True)
    ]


class Found(NamedTuple):
    """Records, the keys that lead to them, their node, and the path by which they were found."""

    keys: tuple[Scalar, ...]
    records: list[Record]
    node: Node
    path: str | None = None

    @property
    def columns(self) -> frozenset[str]:
        return frozenset(name for _, fields in self.records for name in fields)

    @property
    def other_lines(self) -> Iterator[str]:
        """The lines in the description of an `enum` that describe none of its values."""
        values = {fields[VALUE] for _, fields in enumerated(self.node)}
        lines = _described(self.node, values) if values else ()
        return (line for line, value, _ in lines if value not in values)

    @property
    def unpaired(self) -> Iterator[str]:
        """The texts beside an `enum` that are more or fewer than its values."""
        for key, node in entries(self.node) if self.is_enum else ():
            is_beside = any(sign.search(key.text) for sign in _BESIDE.values())
            if is_beside and not _fit(node, self.records):
                yield f"{key.text}: {_text(node)}"

    @property
    def is_coded(self) -> bool:
        """Whether a column has codes: of records with keys, those keys, or one that says so."""
        names = self.columns - {VALUE} if self.columns == OF_WORDS else self.columns
        if KEY in names:
            names = frozenset((KEY, *filter(heads_codes, names)))
        return any(are_codes(self.records, name) for name in names)

    @property
    def is_enum(self) -> bool:
        """Whether these are the values of a schema."""
        return VALUE in self.columns and KEY not in self.columns

    @property
    def is_documented(self) -> bool:
        """Whether these are the values of a schema with descriptions."""
        return self.is_enum and _TEXT in self.columns

    @property
    def is_below_codes(self) -> bool:
        return bool(self.keys) and is_key_of_codes(self.keys[-1].text)

    @property
    def is_likely(self) -> bool:
        return self.is_below_codes or self.is_coded or self.is_documented


def entries(node: Node) -> Iterator[tuple[Scalar, Node]]:
    """Yield what a part of a path can name: a key, or a position in a list, from 0."""
    if isinstance(node, Mapping):
        yield from node.entries
    elif isinstance(node, Sequence):
        for place, item in enumerate(node.items):
            yield Scalar(str(place), True, *item.place), item


def of(node: Node) -> list[Record]:
    """Return the records of a node. Those of a list may have a few other items among them.

    Returns nothing if any entry of a mapping is not a record, unless the keys are codes.
    """
    if values := enumerated(node):
        return values
    keyed = _keyed(node)
    # A schema is not a record, and a mapping of schemas is not a table of records.
    if _is_schema(node) or any(_is_schema(value) for _, value in keyed):
        return []
    if _is_step(node) or _are_steps(keyed):
        return []
    inside = keyed or list(entries(node))
    if has_records(node) and not keyed:
        inside = [(key, value) for key, value in inside if isinstance(value, Mapping)]
    are_alike = {type(value) for _, value in inside} in ({Scalar}, {Mapping})
    if not are_alike and not mostly([key.text for key, _ in keyed], may_be_code):
        return []
    return [
        (line, _with_key(key.text, fields) if keyed else fields)
        for key, value in inside
        for line, fields in _rows(value, key.place.line)
    ]


def _keyed(node: Node) -> list[tuple[Scalar, Node]]:
    """Return the entries of a mapping, or of a list of mappings with one entry each."""
    if isinstance(node, Mapping):
        return list(node.entries)
    inside = [item.entries if isinstance(item, Mapping) else () for _, item in entries(node)]
    pairs = {pairs[0][0].text: pairs[0] for pairs in inside if len(pairs) == 1}
    return list(pairs.values()) if len(pairs) == len(inside) > 1 else []


def _is_schema(node: Node) -> bool:
    return any(
        key.text in ("$ref", "enum") or (key.text == "type" and _text(value) in _TYPES)
        for key, value in entries(node)
    )


def _with_key(key: str, fields: dict[str, str]) -> dict[str, str]:
    return {KEY: key} | {_INNER_KEY if name == KEY else name: fields[name] for name in fields}


def _rows(node: Node, line: int) -> Iterator[Record]:
    """Yield a record, or each code of a group with a list of codes."""
    if not isinstance(node, Mapping):
        yield line, {VALUE: _text(node)}
        return
    fields = dict(_fields(node))
    lists = {
        key.text: value.items
        for key, value in entries(node)
        if isinstance(value, Sequence) and is_key_of_codes(key.text)
    }
    shared = {name: text for name, text in fields.items() if name not in lists}
    inner = [(name, item) for name, items in lists.items() for item in items]
    has_code = any("code" in name.lower() for name in shared)
    if has_code or {type(item) for _, item in inner} != {Mapping}:
        yield line, fields
        return
    for name, item in inner:
        yield item.place.line, shared | dict(_fields(item, f"{name}."))


def below(
    node: Node,
    keys: tuple[Scalar, ...] = (),
    steps: Collection[tuple[str, ...]] = (),
    *,
    inside: bool = False,
) -> Iterator[Found]:
    """Yield all records in a node. The nodes at `steps` lead to records, but are not records.

    `inside` other records, only an `enum` counts.
    """
    if inside and isinstance(node, Scalar):
        return  # the text of a record
    path = tuple(key.text for key in keys)
    enum = enumerated(node)
    records = enum or ([] if inside or path in steps else of(node))
    if records and keys and (enum or _are_records(node, records, path[-1])):
        name = ".".join(map(fold, path))
        yield Found(keys, records, node, name)
        inside = True
    for key, value in entries(node):
        yield from below(value, (*keys, key), steps, inside=inside)


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def has_records(node: Node) -> bool:
    """Whether most items of a list are records."""
    items = _items(node)
    return sum(isinstance(item, Mapping) for item in items) * 2 > len(items)


def odd_items(node: Node) -> Iterator[tuple[int, str]]:
    """Yield what is not a record as lines of text: stray items, and lists of a code and a text."""
    inside = [value for _, value in entries(node)]
    if has_records(node):
        odd = [each for each in inside if not isinstance(each, Mapping)]
        yield from ((each.place.line, _text(each)) for each in odd)
        inside = [each for each in inside if isinstance(each, Mapping)]
    elif isinstance(node, Sequence):
        code, *texts = [_text(item) for item in inside if isinstance(item, Scalar)] or [""]
        if is_surely_code(code) and texts and not any(map(may_be_code, texts)):
            yield node.place.line, f"{code}: {', '.join(texts)}"
    for value in inside:
        yield from odd_items(value)


def are_parts(node: Node, records: list[Record]) -> bool:
    """Whether the entries of a mapping have no key in common, as the parts of a page do.

    Parts that are named by codes, such as an HTTP status, have codes as keys.
    """
    times = Counter(name for _, fields in records for name in fields.keys() - {KEY})
    if not isinstance(node, Mapping) or len(times) < sum(times.values()):
        return False
    return not are_codes(records, KEY) or all(map(may_be_code, times))


def _is_step(node: Node) -> bool:
    """Whether a mapping only leads to records: it has a single key, which is not a code.

    A key such as `errors` may hold texts by their codes.
    """
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        return False
    [(key, value)] = node.entries
    return not may_be_code(key.text) and any(
        speaks_of_codes(key.text) or not isinstance(item, Scalar) for _, item in entries(value)
    )


def _are_steps(parts: Collection[tuple[Scalar, Node]]) -> bool:
    """Whether the entries of a mapping hold records of their own."""
    inside = [pair for _, part in parts for pair in entries(part)]
    are_groups = len(inside) > 1 < len(parts) and _are_groups(parts, inside)
    return bool(inside) and all(
        (
            any(isinstance(item, Mapping) for item in value.items)
            if isinstance(value, Sequence)
            else are_groups
        )
        for _, value in inside
    )


def _are_groups(
    parts: Collection[tuple[Scalar, Node]], inside: Collection[tuple[Scalar, Node]]
) -> bool:
    """Whether the keys inside parts are codes, or each part has one that is its own.

    The same keys in each part, such as those of languages, are columns.
    """
    times = Counter(key.text for key, _ in inside)
    keys = [key.text for key, _ in parts]
    if all(map(is_surely_code, times)) and not mostly(keys, is_surely_code):
        return True
    if mostly(keys, may_be_code):
        has_texts = any(isinstance(value, Scalar) for _, value in inside)
        return len(times) == len(inside) and not has_texts
    return all(any(times[key.text] == 1 for key, _ in entries(part)) for _, part in parts)


def _are_records(node: Node, records: list[Record], key: str) -> bool:
    is_single = isinstance(node, Mapping) and len(records) == 1
    fields = records[0][1]
    # A single key before several texts may lead to records, as may the key around it.
    is_step = len(fields) > 2 and are_texts(records) and not is_key_of_codes(key)
    return is_single and not is_step or fields.keys() != {VALUE} and not are_parts(node, records)


def are_texts(records: list[Record]) -> bool:
    """Whether the fields of records are texts, and not words."""
    return all(" " in fields[name] for _, fields in records for name in fields.keys() - {KEY})


def are_codes(records: list[Record], name: str) -> bool:
    """Whether nearly all records have a number or an identifier in a field, or it is a `code`."""
    texts = [fields.get(name, "") for _, fields in records]
    return "code" in name.lower() or mostly(texts, may_be_code)


def enumerated(node: Node) -> list[Record]:
    """Return the values of a schema, or those that a text describes, with their texts.

    A schema has an `enum`, or a list of schemas that are each a `const`.
    """
    schema = {key.text: value for key, value in entries(node)}
    values = _items(schema.get("enum"))
    texts = [item for item in values if isinstance(item, Scalar)]
    lines = _described(node, set(map(_text, texts)))
    if texts and len(texts) == len(values):
        return _with_texts(texts, schema, {value: text for _, value, text in lines})
    choices = _items(schema.get("oneOf") or schema.get("anyOf"))
    found = [(each.place.line, dict(_fields(each))) for each in choices]
    if found and all("const" in fields for _, fields in found):
        return [(line, {VALUE: fields.pop("const"), **fields}) for line, fields in found]
    line = node.place.line
    coded = [(line, {VALUE: value, _TEXT: text}) for _, value, text in lines if text]
    return coded if len(coded) > 1 and are_codes(coded, VALUE) else []


def _with_texts(
    values: list[Scalar], schema: dict[str, Node], described: dict[str, str]
) -> list[Record]:
    """Return the values of an `enum`, with texts of its schema and those that describe a value."""
    records: list[Record] = [(item.place.line, {VALUE: _text(item)}) for item in values]
    for column, sign in _BESIDE.items():
        for key in filter(sign.search, schema):
            _add_beside(records, column, schema[key])
    for value in schema.values():
        _add_listed(records, value)
    if not described.keys().isdisjoint(fields[VALUE] for _, fields in records):
        for _, fields in records:
            fields.setdefault(_TEXT, described.get(fields[VALUE], ""))
    return records


def _described(node: Node, values: Collection[str]) -> list[tuple[str, str, str]]:
    """Return the lines that describe a node, each with the value that it describes and its text.

    These are the lines of a text, or of the description of a schema. If a line describes several of
    the known values, each has a part of it.
    """
    source = next((value for key, value in entries(node) if key.text == _TEXT), node)
    if not isinstance(source, Scalar):
        return []
    text = _text(source)
    divided = _NEXT.sub(lambda found: "\n" if found[1] in values else found[0], text)
    lines = [_line_of(line, values) for line in divided.split("\n")]
    found = [value for _, value, _ in lines if value in values]
    # A value that occurs twice is mentioned, and not described.
    is_clear = len(found) == len(set(found))
    return lines if is_clear else [_line_of(line, values) for line in text.split("\n")]


def _line_of(line: str, values: Collection[str]) -> tuple[str, str, str]:
    """Return a line of a description, with the value that it describes and the text for it."""
    first, *texts = cells_of(line)
    # A line without a bar before its first value may list the values.
    if texts and line.lstrip().startswith("|") and (value := first.strip("`*\"'")) in values:
        return line, value, " | ".join(texts)
    if (found := _DESCRIBED.match(line)) and (found[1] or found[2] in values):
        return line, found[2], found[3]
    code, name, text = split(fold(line.replace("`", "")))
    return line, code, f"{name} {text}".strip()


def _fit(node: Node, records: list[Record]) -> bool:
    """Whether texts beside an `enum` are by value, or as many as its values."""
    return not isinstance(node, Sequence) or len(node.items) == len(records)


def _add_beside(records: list[Record], column: str, node: Node) -> None:
    """Add texts to the records: by their positions in a list, or by value in a mapping."""
    if not _fit(node, records):
        return
    texts = {key.text: _text(value) for key, value in entries(node)}
    for place, (_, fields) in enumerate(records):
        fields[column] = texts.get(str(place) if isinstance(node, Sequence) else fields[VALUE], "")


def _add_listed(records: list[Record], node: Node) -> None:
    """Add the fields of mappings in a list, such as in the `values` of `x-ms-enum`, by `value`."""
    by_value = {fields[VALUE]: fields for _, fields in records}
    for _, items in entries(node):
        for _, item in entries(items):
            found = dict(_fields(item))
            by_value.get(found.get(VALUE, ""), {}).update(found)


def _fields(node: Node, prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in entries(node):
        name = f"{prefix}{key.text}"
        if isinstance(value, Mapping):
            yield from _fields(value, f"{name}.")
        else:
            yield name, _text(value)


def _text(node: Node) -> str:
    if isinstance(node, Scalar):
        return "" if node.plain and node.text in _NOTHING else node.text
    return ", ".join(_text(value) for _, value in entries(node))
