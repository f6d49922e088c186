"""Edits the text of a spec: changes only the lines concerned, and keeps comments and order.

The text is edited line by line, at the positions that YAML's own parser reports. The result is
read again and compared with the wanted spec. So a spec in an unforeseen layout is refused, and
never damaged.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from ..model import CodeList, Finding, Provider, Refused
from . import layout, shapes
from .load import load_text
from .nodes import LOADER

Node: TypeAlias = Any
Record: TypeAlias = Any


def revise(text: str, before: Provider, after: Provider) -> str:
    """The text of the spec `before`, edited so that it says `after`. Raises `Refused`.

    Line endings and a byte order mark are kept.
    """
    if before == after:
        return text
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix(mark).replace("\r\n", "\n").split("\n")
    editor = _Editor(lines)
    root = yaml.compose("\n".join(lines), Loader=LOADER)
    edits = list(editor.record(root, len(lines), before, after, shapes.SPEC))
    revised = "\n".join(_applied(lines, edits))
    read, findings, _ = load_text(revised, before.place.file)
    if read != after or findings:
        message = "the spec is laid out in a way that cannot be edited line by line"
        help = "write each key on a line of its own, or make the changes by hand"
        raise Refused(Finding("spec-not-revised", message, help, before.place))
    return mark + (revised.replace("\n", "\r\n") if "\r\n" in text else revised)


@dataclass(frozen=True, slots=True)
class _Edit:
    """Lines that replace those from `start` up to, but not including, `end`."""

    start: int
    end: int
    lines: tuple[str, ...]


def _applied(
    lines: Sequence[str], edits: Sequence[_Edit], start: int = 0, end: int | None = None
) -> list[str]:
    """The lines from `start` to `end` after the edits; edits at one place keep their order."""
    result: list[str] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        result += [*lines[start : edit.start], *edit.lines]
        start = max(start, edit.end)
    return [*result, *lines[start:end]]


@dataclass(frozen=True, slots=True)
class _Part:
    """A key of a block mapping with its lines; the comments on it begin at `above`."""

    key: Node
    value: Node
    above: int
    start: int
    end: int

    @property
    def indent(self) -> int:
        """The number of spaces before the key."""
        return int(self.key.start_mark.column)


class _Editor:
    """Creates the edits of one spec."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        # The lines of codes that become withdrawn or return, including comments.
        self._moved: dict[Record, list[str]] = {}

    def record(
        self, node: Node, end: int, old: Record, new: Record, shape: shapes.Record
    ) -> Iterator[_Edit]:
        """Edits of the keys of a record whose lines end before `end`."""
        parts = self._parts(node, end)
        if isinstance(old, CodeList):
            self._move(parts.get("codes"), old.codes, new.withdrawn)
            self._move(parts.get("withdrawn"), old.withdrawn, new.codes)
        place, indent = node.start_mark.line, node.start_mark.column
        for name, key in shape.keys.items():
            part = parts.get(name)
            before, after = _value(old, name, shape), _value(new, name, shape)
            if before != after:
                if part is None:
                    lines = self._new_field(name, after, key.kind, indent)
                    yield _Edit(place, place, tuple(lines))
                elif after == shape.defaults.get(name):
                    yield _Edit(part.start, part.end, ())
                elif isinstance(key.kind, shapes.Entries) and not part.value.flow_style:
                    yield from self._entries(part, before, after, key.kind.of)
                else:
                    yield self._field(part, name, after, key.kind)
            if part is not None:
                place = part.end

    def _entries(
        self, part: _Part, before: Sequence[Record], after: Sequence[Record], shape: shapes.Record
    ) -> Iterator[_Edit]:
        """Edits of entries, matched by name; their order does not change."""
        parts = self._parts(part.value, part.end)
        old = {record.name: record for record in before}
        for name in old.keys() - {record.name for record in after}:
            yield _Edit(parts[name].above, parts[name].end, ())
        first = next(iter(parts.values()))
        place = first.above
        for record in after:
            if record.name not in old:
                lines = self._new_entry(record, shape, first.indent)
                yield _Edit(place, place, tuple(lines))
                continue
            if old[record.name] != record:
                yield from self._entry(parts[record.name], old[record.name], record, shape)
            place = parts[record.name].end

    def _entry(
        self, part: _Part, old: Record, new: Record, shape: shapes.Record
    ) -> Iterator[_Edit]:
        is_block = isinstance(part.value, yaml.MappingNode) and not part.value.flow_style
        if is_block and shape.sole is None:
            yield from self.record(part.value, part.end, old, new, shape)
        else:
            yield self._field(part, new.name, new, shape)

    def _field(self, part: _Part, name: str, value: object, kind: shapes.Kind) -> _Edit:
        """The key with another value; a comment after the old value is kept."""
        lines = layout.field(name, value, kind, part.indent)
        if comment := self._comment_behind(part.value):
            lines[0] += f"  {comment}"
        return _Edit(part.start, part.end, tuple(lines))

    def _comment_behind(self, node: Node) -> str:
        # A block scalar ends where the next node begins.
        if getattr(node, "style", None) in ("|", ">"):
            return ""
        line, column = int(node.end_mark.line), int(node.end_mark.column)
        behind = self._lines[line][column:].strip() if line < len(self._lines) else ""
        return behind if behind.startswith("#") else ""

    def _new_field(self, name: str, value: Any, kind: shapes.Kind, indent: int) -> list[str]:
        if not isinstance(kind, shapes.Entries):
            return layout.field(name, value, kind, indent)
        entries = [self._new_entry(record, kind.of, indent + 2) for record in value]
        return [f"{' ' * indent}{name}:", *(line for lines in entries for line in lines)]

    def _new_entry(self, record: Record, shape: shapes.Record, indent: int) -> list[str]:
        if lines := self._moved.get(record):
            return _indented(lines, indent)
        return layout.field(record.name, record, shape, indent)

    def _move(self, part: _Part | None, old: Sequence[Record], new: Sequence[Record]) -> None:
        """Edit the lines of old entries that are among the new ones of another key."""
        there = {record.name: record for record in new}
        if part is None or part.value.flow_style:
            return
        parts = self._parts(part.value, part.end)
        for record in old:
            if other := there.get(record.name):
                entry = parts[record.name]
                edits = list(self._entry(entry, record, other, shapes.WITHDRAWN))
                self._moved[other] = _applied(self._lines, edits, entry.above, entry.end)

    def _parts(self, node: Node, end: int) -> dict[str, _Part]:
        """The keys of a block mapping whose lines end before `end`."""
        pairs: list[tuple[Node, Node]] = node.value
        starts = [key.start_mark.line for key, _ in pairs]
        parts: dict[str, _Part] = {}
        floor = 0
        for (key, value), start, limit in zip(pairs, starts, [*starts[1:], end], strict=True):
            indent = key.start_mark.column
            above = self._above(start, floor, indent)
            floor = min(self._end(start, limit, indent), _last_line(value, limit))
            parts[key.value] = _Part(key, value, above, start, floor)
        return parts

    def _end(self, start: int, limit: int, indent: int) -> int:
        """Where the lines of a key end; empty lines and comments after it belong to the next."""
        while limit > start + 1:
            line = self._lines[limit - 1]
            bare = line.lstrip()
            if bare and not (bare.startswith("#") and len(line) - len(bare) <= indent):
                break
            limit -= 1
        return limit

    def _above(self, start: int, floor: int, indent: int) -> int:
        """Where the comment directly above a key begins."""
        while start > floor and self._lines[start - 1].startswith(" " * indent + "#"):
            start -= 1
        return start


def _last_line(node: Node, limit: int) -> int:
    """The line after a value; `limit` if YAML does not report exactly where the value ends."""
    is_open = (
        getattr(node, "style", None) in ("|", ">") or getattr(node, "flow_style", True) is False
    )
    return limit if is_open else int(node.end_mark.line) + 1


def _value(record: Record, name: str, shape: shapes.Record) -> Any:
    """The field, or its default: codes lack some fields of withdrawn codes."""
    return getattr(record, name, shape.defaults.get(name))


def _indented(lines: Sequence[str], indent: int) -> list[str]:
    """The lines of an entry, shifted together so that its key has that indentation."""
    key = next(line for line in lines if not line.lstrip().startswith("#"))
    now = len(key) - len(key.lstrip())
    if now <= indent:
        return [" " * (indent - now) + line if line else line for line in lines]
    return [line[now - indent :] if line[: now - indent].isspace() else line for line in lines]
