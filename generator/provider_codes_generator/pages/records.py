"""Reads records in JSON or YAML. A path says where in the page they are.

Both are read as strictly as a spec: no anchors, no tags, no repeated keys. Values stay as
written, so `0123` stays a text of four digits. JSON is nearly a subset of YAML and is read
as YAML, because that reader keeps the lines.

Records are a list of mappings, whose keys become the header. They can also be a mapping of
mappings or of words. Then the first column, `key`, has its keys. A mapping inside a record
becomes columns `outer.inner`. The parts of the path become headings.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator

from ..model import did_you_mean, shortened
from ..spec import Mapping, Node, Scalar, Sequence, read_text
from .builder import PageBuilder
from .fields import add_records
from .page import Page
from .problem import unreadable
from .text import normal, without_hidden

KEY = "key"
VALUE = "value"

# Spellings of an empty value.
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

# An escape in JSON. Two of them can represent one character, which YAML does not support.
_ESCAPE = re.compile(r"\\(?:u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})|.)", re.IGNORECASE)

# The most paths that a help suggests.
_MAX_PATHS = 5

_Fields = dict[str, str]


def read(text: str, path: str | None = None) -> Page:
    """Return the page of a text in JSON or YAML, with the records at the path."""
    root = parse(text)
    builder = PageBuilder()
    node = _at(root, path, builder)
    records = list(_records(node))
    paths = _paths(root)
    if not records or (path is None and paths and _are_unlike(records)):
        place = f"at {path}" if path else "at its top"
        help = f"say where they are with one of these paths: {', '.join(paths)}" if paths else ""
        raise unreadable(f"the page has no records {place}", help)
    add_records(builder, records, node.place.line)
    return builder.page()


def parse(text: str) -> Node:
    """Return the root of a text in JSON or YAML."""
    text = normal(text)
    if text.lstrip().startswith(("{", "[")):
        text = _ESCAPE.sub(_character, text)
    node, findings = read_text(without_hidden(text), "")
    for finding in findings:
        message = f"line {finding.place.line}: {shortened(finding.message)}"
        raise unreadable(f"neither JSON nor YAML that can be read: {message}")
    if node is None:
        raise unreadable("the page is empty")
    return node


def _character(escape: re.Match[str]) -> str:
    if not escape[1]:
        return escape[0]
    return bytes.fromhex(escape[1] + escape[2]).decode("utf-16-be")


def _at(node: Node, path: str | None, builder: PageBuilder) -> Node:
    """Return the node at the path. The parts of the path become headings of the page."""
    for level, part in enumerate(path.split(".") if path else (), start=1):
        found = {key.text: (key, value) for key, value in _entries(node)}
        if part not in found:
            raise unreadable(f"the page has no {part} at {path}", did_you_mean(part, found))
        key, node = found[part]
        builder.heading(part, level, key.place.line)
    return node


def _entries(node: Node) -> Iterator[tuple[Scalar, Node]]:
    """Yield what a part of a path can name: a key, or a position in a list, from 0."""
    if isinstance(node, Mapping):
        yield from node.entries
    elif isinstance(node, Sequence):
        for place, item in enumerate(node.items):
            yield Scalar(str(place), True, *item.place), item


def _records(node: Node) -> Iterator[tuple[int, _Fields]]:
    """Yield the records of a node, each with its line. Yield none if any entry is not a record."""
    entries = list(_entries(node))
    if all(isinstance(value, Mapping) for _, value in entries):
        keyed = isinstance(node, Mapping)
        for key, value in entries:
            yield key.place.line, ({KEY: key.text} if keyed else {}) | dict(_fields(value))
    elif isinstance(node, Mapping) and all(isinstance(value, Scalar) for _, value in entries):
        for key, value in entries:
            yield key.place.line, {KEY: key.text, VALUE: _text(value)}


def _are_unlike(records: list[tuple[int, _Fields]]) -> bool:
    """Whether no two records share a key. Then they are parts of a page, not rows."""
    times = Counter(name for _, fields in records for name in fields.keys() - {KEY})
    return all(number == 1 for number in times.values())


def _fields(node: Node, prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in _entries(node):
        if isinstance(value, Mapping):
            yield from _fields(value, f"{prefix}{key.text}.")
        else:
            yield f"{prefix}{key.text}", _text(value)


def _text(node: Node) -> str:
    if isinstance(node, Scalar):
        return "" if node.plain and node.text in _NOTHING else node.text
    return ", ".join(_text(value) for _, value in _entries(node))


def _paths(root: Node) -> list[str]:
    """Return some paths of records, the shortest first."""
    found: list[str] = []
    waiting: deque[tuple[str, Node]] = deque([("", root)])
    while waiting and len(found) < _MAX_PATHS:
        path, node = waiting.popleft()
        if path and any(isinstance(value, Mapping) for _, value in _entries(node)):
            if next(_records(node), None):
                found.append(path)
                continue
        for key, value in _entries(node):
            waiting.append((f"{path}.{key.text}" if path else key.text, value))
    return found
