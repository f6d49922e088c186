"""Reads records in JSON or YAML. A path says where in the page they are.

Both are read as strictly as a spec: no anchors, no tags, no repeated keys. Values stay as written,
so `0123` remains a text of four digits. JSON is read as YAML, because that reader keeps the lines.

The keys of the path become headings. If it leads to a mapping of records, each is a table.
A comment after the first line of a record in YAML is the column `comment`.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator

from ..model import Finding, Refused, did_you_mean
from ..spec import Mapping, Node, Scalar, read_text
from . import records
from .builder import PageBuilder
from .page import EXAMPLE, Page
from .records import Found
from .text import fold, lines, normal, unreadable, without_hidden

# An escape in JSON. Two of them can represent one character, which YAML does not support.
_ESCAPE = re.compile(r"\\(?:u(d[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}|.)", re.IGNORECASE)

_BEFORE_JSON = "\ufeff \t\r\n"
# The end of an object above another one, which begins its line. Inside an object, a comma is missing.
_NEXT_OBJECT = re.compile(r"\}(?=[ \t\r]*\n(?:[ \t\r]*\n)*\{)")

# A comment after something else.
_COMMENT = re.compile(r"\S[ \t]+#[ \t]*(.*)")

# The most paths that a help suggests.
_MAX_PATHS = 8


def read(text: str, paths: Collection[str | None] = (None,)) -> Page:
    """Return the page of a text, with the records at the paths and beside them."""
    root = parse(text)
    found: list[Found] = []
    own: list[tuple[Scalar, ...]] = []
    missing: dict[str | None, Finding] = {}
    for path in paths:
        try:
            keys, wanted = _records_at(root, path)
        except Refused as refused:
            missing[path] = refused.finding
            continue
        found += [each._replace(path=path or each.path) for each in wanted]
        own += [keys] if path else [each.keys for each in wanted]
    if any(own):
        found += _related(root, own, {each.columns for each in found})
    # JSON that can be read has closed all its brackets. Three dots end YAML.
    is_closed = _is_json(text) and not _are_objects(text)
    is_whole = is_closed or text.rstrip().endswith("\n...")
    found_in = ((line.number, _COMMENT.search(line.text)) for line in lines(text))
    comments = {number: comment[1] for number, comment in found_in if comment}
    builder = PageBuilder()
    for number, line_text in records.odd_items(root):
        builder.loose(line_text, number, intro=False, marks=EXAMPLE)
    _add_tables(builder, found, comments)
    return builder.page(is_whole=is_whole)._replace(missing=missing)


def _records_at(root: Node, path: str | None) -> tuple[tuple[Scalar, ...], list[Found]]:
    """Return the keys and the records at a path, one table or several. Raises `Refused`."""
    keys, node = _node_at(root, path) if path else ((), root)
    own = records.of(node)
    found = list(records.below(node, keys))
    if own and (keys or not records.are_parts(root, own) or not found):
        return keys, [Found(keys, own, node)]
    likely = [each for each in found if each.is_likely]
    documented = [each for each in likely if each.is_documented]
    is_sure = documented == likely or any(each.is_below_codes for each in documented)
    if path is None and documented and is_sure:
        return (), documented
    enums = [each for each in found if each.is_enum] if _is_interface(root) else []
    if path is None and enums:
        return (), [each for each in enums if each.is_likely] or enums
    # Without a path, other records are read only if they are the only ones, and not any words.
    is_any = [each.columns for each in found] == [records.OF_WORDS] and not found[0].is_likely
    if isinstance(node, Mapping) and (keys and found or len(found) == 1 and not is_any):
        return keys, found
    raise _no_records(path, records.below(root))


def parse(text: str) -> Node:
    """Return the root of a text in JSON or YAML. Objects in JSON, one after another, are a list."""
    text = normal(text)
    if _are_objects(text):
        text = f"[{_NEXT_OBJECT.sub('},', text)}]"
    if _is_json(text):
        text = _ESCAPE.sub(lambda each: json.loads(f'"{each[0]}"') if each[1] else each[0], text)
    node, findings = read_text(without_hidden(text), "")
    for finding in findings:
        where = f"line {finding.place.line}: {finding.message}"
        message = f"neither JSON nor YAML that can be read: {where}"
        raise unreadable(message, "check that the page is whole, and in JSON or YAML")
    assert node is not None  # an empty text has a finding
    return node


def _is_json(text: str) -> bool:
    return text.lstrip(_BEFORE_JSON).startswith(("{", "["))


def _are_objects(text: str) -> bool:
    """Whether a text is objects in JSON, one after another, without brackets around them."""
    return text.lstrip(_BEFORE_JSON).startswith("{") and _NEXT_OBJECT.search(text) is not None


def _is_interface(root: Node) -> bool:
    """Whether a page describes an interface, in OpenAPI."""
    return any(key.text in ("openapi", "swagger") for key, _ in records.entries(root))


def _node_at(root: Node, path: str) -> tuple[tuple[Scalar, ...], Node]:
    """Return the keys of a path and the node there: for an `enum`, the schema with its texts."""
    node = root
    keys: list[Scalar] = []
    rest = f"{fold(path)}."
    while rest:
        entries = {fold(key.text): (key, value) for key, value in records.entries(node)}
        names = (name for name in entries if rest.startswith(f"{name}."))
        name = max(names, key=len, default=None)
        if name is None:
            part = rest.partition(".")[0]
            known = [str(each.path) for each in records.below(root)]
            help = did_you_mean(path, known)
            raise unreadable(f"the page has no {part} at {path}", help, "records-not-found")
        rest = rest[len(name) + 1 :]
        key, value = entries[name]
        keys.append(key)
        if name != "enum" or not records.enumerated(node):
            node = value
    return tuple(keys), node


def _no_records(path: str | None, others: Iterable[Found]) -> Exception:
    """Return the refusal that names the paths of records, the most code-like first."""

    def likeness(each: Found) -> tuple[bool, bool, int]:
        return each.is_enum, each.is_likely, -len(each.keys)

    ranked = sorted(others, key=likeness, reverse=True)
    paths = [str(each.path) for each in ranked[:_MAX_PATHS]]
    place = f"at {path}" if path else "at its top"
    known = f": {', '.join(paths)}" if paths else " with their keys, such as errors.sms"
    help = f"set path in tables of the spec, or pass --path{known}"
    id = "records-not-found" if path else "page-unreadable"
    return unreadable(f"the page has no records {place}", help, id)


def _related(
    root: Node, own: Iterable[tuple[Scalar, ...]], columns: Collection[frozenset[str]]
) -> Iterator[Found]:
    """Yield the records that may belong to those wanted, by their columns, place or codes."""
    paths = [tuple(key.text for key in keys) for keys in own]
    steps = {path[:length] for path in paths for length in range(len(path))}
    # The responses of an interface are by HTTP status: its codes are the values of schemas.
    has_responses = _is_interface(root)
    for other in records.below(root, steps=steps):
        path = tuple(key.text for key in other.keys)
        if any(path[: len(each)] == each[: len(path)] for each in paths):
            continue  # around or inside them
        # A mapping of single words may be anything, unless its key is that of the records wanted.
        is_near = path[:-1] in [each[:-1] for each in paths]
        is_like = path[-1:] in [each[-1:] for each in paths]
        is_any = other.columns == records.OF_WORDS and not (
            is_like or records.are_texts(other.records)
        )
        is_parameter = has_responses and path[0] == "paths"
        is_alike = not (is_any or is_parameter) and (is_near or other.columns in columns)
        if is_alike or other.is_likely and (is_near or other.is_enum or not has_responses):
            yield other


def _add_tables(builder: PageBuilder, found: Iterable[Found], comments: dict[int, str]) -> None:
    """Add the tables of records. A key that leads to several of them is one heading."""
    before: tuple[Scalar, ...] = ()
    for each in found:
        for level, key in enumerate(each.keys, start=1):
            if each.keys[:level] != before[:level]:
                builder.heading(key.text, level, key.place.line)
        before = each.keys
        line = each.node.place.line
        records.add(builder, records.with_comments(each.records, comments), line, each.path)
        for text in each.other_lines:
            builder.loose(text, line, marks=frozenset(("item",)))
        for text in each.unpaired:
            builder.loose(text, line, marks=frozenset(("note",)))
