"""Reads records in JSON or YAML. A path says where in the page they are.

Both are read as strictly as a spec: no anchors, no tags, no repeated keys. Values stay as written,
so `0123` remains a text of four digits. JSON is read as YAML, because that reader keeps the lines.

The keys of the path become headings. If it leads to a mapping of records, each is a table.
A comment behind the first line of a record in YAML is the column `comment`. Comments with codes on
lines of their own are an example.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from ..model import Finding, Refused, did_you_mean
from ..spec import Mapping, Node, Scalar, read_text
from . import records
from .builder import PageBuilder
from .code_lines import example_rows
from .page import VALUE, Page
from .records import Found
from .text import Line, blocks, fold, lines, normal, unreadable, without_hidden

# An escape in JSON. Two of them can represent one character, which YAML does not support.
_ESCAPE = re.compile(r"\\(?:u(d[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}|.)", re.IGNORECASE)

# The start of a document in YAML, and that of any other line.
_START = re.compile(r"^---[ \t]*$", re.MULTILINE)
_INDENT = re.compile(r"^(?!---[ \t]*$)", re.MULTILINE)

# JSON Lines, with a record on each line.
_LINES = re.compile(r"(?:\s*+\{.*\}[ \t]*+(?:\n|\Z)){2,}+\s*")
_RECORD = re.compile(r"^[ \t]*(?=\{)", re.MULTILINE)

_COMMENT = re.compile(r"(?:^|[ \t])#[ \t]*(.*)")

# The most paths that a help suggests.
_MAX_PATHS = 5


def read(text: str, paths: Collection[str | None] = (None,)) -> Page:
    """Return the page of a text, with the records at the paths and beside them."""
    root = parse(text)
    others = cache(lambda: list(records.below(root)))  # Most pages have no path.
    chosen: str | None = None
    found: list[Found] = []
    own: list[Found] = []
    related: dict[str | None, Found] = {}
    missing: dict[str | None, Finding] = {}
    for path in paths:
        try:
            keys, wanted = _records_at(root, path)
        except Refused as refused:
            missing[path] = refused.finding
            related |= {each.path: each for each in others() if _is_renamed(path, each.path)}
            continue
        path = chosen = path or ".".join(fold(key.text) for key in keys) or None
        found += [each._replace(path=path or each.path) for each in wanted]
        own += [wanted[0]._replace(keys=keys)] if path else wanted
    if own := [each for each in own if each.keys]:
        related |= {each.path: each for each in _related(others(), own)}
    prefixes = tuple(f"{each.path}." for each in found)
    found += [each for path, each in related.items() if not f"{path}.".startswith(prefixes)]
    # JSON that can be read has closed all its brackets. Three dots end YAML.
    is_closed = _is_json(text) and not _LINES.fullmatch(normal(text))
    is_whole = is_closed or text.rstrip().endswith("\n...")
    comments = [] if _is_json(text) else list(_comments(lines(text)))
    return _page(found, comments, is_whole=is_whole)._replace(missing=missing, path=chosen)


def _records_at(root: Node, path: str | None) -> tuple[tuple[Scalar, ...], list[Found]]:
    """Return the keys and the records at a path, one table or several. Raises `Refused`."""
    keys, node = _node_at(root, path) if path else ((), root)
    own = records.of(node)
    is_sure = own and (keys or not records.are_parts(root, own))
    found = [] if is_sure else list(records.below(node, keys))
    if own and not found:
        others = records.other_lines(node, records.enumerated(node))
        return keys, [Found(keys, own, node.place.line, other_lines=others)]
    sure = [each for each in found if each.is_coded and each.is_below_codes and not each.is_enum]
    if path is None and len(found) > 1 and len(sure) == 1:
        return _records_at(root, sure[0].path)
    documented = [each for each in found if each.is_documented]
    if path is None and any(each.is_below_codes for each in documented):
        return (), documented
    # Without a path, other records are read only if they are the only ones.
    is_only = len(found) == 1 and not found[0].is_setting
    if isinstance(node, Mapping) and found and (keys or is_only):
        return keys, [each for each in found if each.is_enum] or found
    raise _no_records(path, records.below(root))


def parse(text: str) -> Node:
    """Return the root of a text in JSON or YAML."""
    text = normal(text)
    if len(_START.findall(text)) > 1:
        # Each document becomes an item of a list.
        text = _START.sub("-", _INDENT.sub("  ", text))
        text = f"- {text[2:]}" if text.startswith("  ") else text
    if _is_json(text):
        text = _ESCAPE.sub(lambda each: json.loads(f'"{each[0]}"') if each[1] else each[0], text)
    if _LINES.fullmatch(text):
        text = _RECORD.sub("- ", text)
    node, findings = read_text(without_hidden(text), "")
    for finding in findings:
        message = f"line {finding.place.line}: {finding.message}"
        message = f"neither JSON nor YAML that can be read: {message}"
        raise unreadable(message, "check that the page is whole, and in JSON or YAML")
    assert node is not None  # an empty text has a finding
    return node


def _is_json(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith(("{", "["))


def _node_at(node: Node, path: str) -> tuple[tuple[Scalar, ...], Node]:
    """Return the keys of a path and the node there: for an `enum`, the schema with its texts."""
    keys: list[Scalar] = []
    rest = f"{fold(path)}."
    while rest:
        entries = {fold(key.text): (key, value) for key, value in records.entries(node)}
        names = (name for name in entries if rest.startswith(f"{name}."))
        name = max(names, key=len, default=None)
        if name is None:
            part = rest.partition(".")[0]
            help = did_you_mean(part, entries)
            raise unreadable(f"the page has no {part} at {path}", help, "records-not-found")
        rest = rest[len(name) + 1 :]
        key, value = entries[name]
        keys.append(key)
        if name != "enum" or rest or not records.enumerated(node):
            node = value
    return tuple(keys), node


def _no_records(path: str | None, others: Iterable[Found]) -> Exception:
    """Return the refusal that names the paths of records, the most code-like first."""

    def likeness(each: Found) -> tuple[bool, bool, bool, int]:
        return each.is_enum, each.is_coded, each.is_below_codes, -len(each.keys)

    ranked = sorted(others, key=likeness, reverse=True)
    paths = [str(each.path) for each in ranked[:_MAX_PATHS]]
    place = f"at {path}" if path else "at its top"
    help = f"set path in tables of the spec, or pass --path: {', '.join(paths)}" if paths else ""
    id = "records-not-found" if path else "page-unreadable"
    return unreadable(f"the page has no records {place}", help, id)


def _related(others: Iterable[Found], own: Sequence[Found]) -> Iterator[Found]:
    """Yield the records that may belong to those wanted: they have the same columns, or codes."""
    own_paths = [[key.text for key in each.keys] for each in own]
    around = {tuple(path[:end]) for path in own_paths for end in range(len(path) + 1)}
    parents = {tuple(path[:-1]) for path in own_paths}
    columns = {each.columns for each in own}
    for other in others:
        path = tuple(key.text for key in other.keys)
        # At the top of a page, a mapping of words may be anything.
        is_any = other.columns == records.OF_WORDS and len(path) == 1
        has_columns = other.columns in columns and not is_any
        is_alike = has_columns or other.is_enum and other.is_below_codes
        # Further inside, keys with texts are codes, and keys with single words are settings.
        are_texts = all(" " in fields.get(VALUE, "") for _, fields in other.records)
        is_likely = other.is_coded or other.is_below_codes or (are_texts and not is_any)
        if path not in around and (is_alike or (path[:-1] in parents and is_likely)):
            yield other


def _is_renamed(*paths: str | None) -> bool:
    """Whether two paths differ in one key."""
    old, new = (str(path).split(".") for path in paths)
    return len(old) == len(new) and sum(map(str.__ne__, old, new)) == 1


def _comments(page: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of a page in YAML, each with its comment, and what is before it as `raw`."""
    for line in page:
        before, comment, *_ = [*_COMMENT.split(line.text, maxsplit=1), ""]
        yield line._replace(text=comment, raw=before.strip())


def _page(found: Iterable[Found], comments: Collection[Line], *, is_whole: bool) -> Page:
    """Return the page of records. A key that leads to several of them is one heading."""
    builder = PageBuilder()
    alone = (line._replace(text="" if line.raw else line.text) for line in comments)
    for line in chain.from_iterable(map(example_rows, blocks(alone))):
        builder.loose(line.text, line.number, intro=False, marks=frozenset(("example",)))
    behind = {line.number: line.text for line in comments if line.raw and line.text}
    before: tuple[Scalar, ...] = ()
    for each in found:
        for level, key in enumerate(each.keys, start=1):
            if each.keys[:level] != before[:level]:
                builder.heading(key.text, level, key.place.line)
        before = each.keys
        records.add(builder, records.with_comments(each.records, behind), each.line, each.path)
        for text in each.other_lines:
            builder.loose(text.lstrip(" *-"), each.line, marks=frozenset(("item",)))
    return builder.page(is_whole=is_whole)
