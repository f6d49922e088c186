"""Edits only the lines of a spec or its meanings that change, and keeps comments and order.

YAML's own parser reports the positions. The result is read again and compared with what is wanted,
so a spec in an unforeseen layout is refused, and never damaged.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Any, NamedTuple, TypeAlias

import yaml

from ..model import Code, CodeList, Finding, Provider, Refused, Withdrawn, blocks, usage
from . import layout, shapes
from .documented import AnyFile, written
from .load import load_text
from .nodes import LOADER

# A node of the parser of YAML, which has no types.
Yaml: TypeAlias = Any


def revise(text: str, before: AnyFile, after: AnyFile) -> str:
    """Return the text of the file `before`, edited to say `after`. Raises `Refused`.

    Line endings and a byte order mark are kept. A text that does not say `before` is refused.
    """
    if before == after:
        return text
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    plain = text.removeprefix(mark).replace("\r\n", "\n")
    kind = shapes.SPEC if isinstance(before, Provider) else shapes.MEANINGS
    if load_text(plain, before.place.file, kind)[0] != before:
        raise usage(f"{before.place.file}: the file changed meanwhile: run the command again")
    before, after = written(before), written(after)
    lines = plain.split("\n")
    root = yaml.compose(plain, Loader=LOADER)
    edits = list(_Editor(lines).edits(root, len(lines), before, after, kind))
    revised = "\n".join(_applied(lines, edits))
    read, findings = load_text(revised, before.place.file, kind)
    if written(read) != after or blocks(findings):
        message = "the file is laid out in a way that cannot be edited line by line"
        help = "write each key on a line of its own, or make the changes by hand"
        raise Refused(Finding("spec-not-revised", message, help, before.place))
    return mark + (revised.replace("\n", "\r\n") if "\r\n" in text else revised)


class _Edit(NamedTuple):
    """Lines that replace those from `start` up to, but not including, `end`."""

    start: int
    end: int
    lines: Sequence[str] = ()


def _applied(
    lines: Sequence[str], edits: Sequence[_Edit], start: int = 0, end: int | None = None
) -> list[str]:
    """Return the edited lines from `start` to `end`. Edits at one place keep their order."""
    result: list[str] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        result += [*lines[start : edit.start], *edit.lines]
        start = max(start, edit.end)
    return [*result, *lines[start:end]]


class _Part(NamedTuple):
    """A key of a block mapping with its lines; the comments on it begin at `above`."""

    indent: int
    value: Yaml
    above: int
    start: int
    end: int


class _Editor:
    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        # The lines of codes that become withdrawn or return, including comments.
        self._moved: dict[Any, list[str]] = {}

    def edits(self, node: Yaml, end: int, old: Any, new: Any, kind: shapes.Kind) -> Iterator[_Edit]:
        """Yield the edits of a block mapping, a record or entries, whose lines end before `end`.

        Keys are matched by name, and their order does not change.
        """
        parts = self._parts(node, end)
        if isinstance(old, CodeList):
            old = _as_in_file(old, parts)
            self._move(parts.get("codes"), old.codes, new.withdrawn)
            self._move(parts.get("withdrawn"), old.withdrawn, new.codes)
        before = {name: value for name, value, _ in layout.fields(old, kind)}
        after = list(layout.fields(new, kind))
        # A code below `withdrawn` may read as one of `codes`, if the whole list is withdrawn.
        for name in before.keys() & parts.keys() - {name for name, _, _ in after}:
            # A comment above a key may also be about the keys after it.
            above = parts[name].start if isinstance(kind, shapes.Record) else parts[name].above
            yield _Edit(above, parts[name].end)
        first = next(iter(parts.values()))
        place = first.above
        for name, value, of in after:
            part = parts.get(name)
            if part is None:
                yield _Edit(place, place, self._new_lines(name, value, of, first.indent))
                continue
            if before.get(name) != value:
                yield from self._changed(part, name, before.get(name), value, of)
            place = part.end

    def _changed(
        self, part: _Part, name: str, old: Any, new: Any, kind: shapes.Kind
    ) -> Iterator[_Edit]:
        """Yield the edits of a key with another value. Comments in and after the old one are kept."""
        match kind:
            case shapes.Record(sole=str(sole)):
                of = kind.keys[sole].kind
                yield from self._changed(part, name, getattr(old, sole), getattr(new, sole), of)
            case shapes.Entries() | shapes.Record() if old and new and not part.value.flow_style:
                yield from self.edits(part.value, part.end, old, new, kind)
            case _:
                lines = layout.field(name, new, kind, part.indent)
                match _comments(self._lines[part.start : part.end]):
                    case [comment]:
                        lines[0] += f"  {comment}"
                    case comments:
                        lines[:0] = [" " * part.indent + comment for comment in comments]
                yield _Edit(part.start, part.end, lines)

    def _new_lines(self, name: str, value: Any, kind: shapes.Kind, indent: int) -> list[str]:
        """Return the lines of a new key. Codes that were elsewhere in the list keep theirs."""
        if isinstance(kind, shapes.Entries):
            entries = (self._new_lines(each.name, each, kind.of, indent + 2) for each in value)
            return [f"{' ' * indent}{name}:", *chain.from_iterable(entries)]
        if lines := self._moved.get(value):
            return _indented(lines, indent)
        return layout.field(name, value, kind, indent)

    def _move(self, part: _Part | None, old: Sequence[Code], new: Sequence[Code]) -> None:
        """Edit the lines of old entries that are among the new ones of another key."""
        new_by_name = {code.name: code for code in new}
        if part is None or part.value.flow_style:
            return
        parts = self._parts(part.value, part.end)
        for code in old:
            moved, entry = new_by_name.get(code.name), parts.get(code.name)
            if moved and entry:
                edits = list(self._changed(entry, code.name, code, moved, shapes.WITHDRAWN))
                self._moved[moved] = _applied(self._lines, edits, entry.above, entry.end)

    def _parts(self, node: Yaml, end: int) -> dict[str, _Part]:
        """Return the keys of a block mapping whose lines end before `end`."""
        pairs: list[tuple[Yaml, Yaml]] = node.value
        starts = [key.start_mark.line for key, _ in pairs]
        parts: dict[str, _Part] = {}
        last = 0
        for (key, value), start, limit in zip(pairs, starts, [*starts[1:], end], strict=True):
            indent = key.start_mark.column
            above = self._above(start, last, indent)
            last = self._end(start, limit, indent) if _is_open(value) else value.end_mark.line + 1
            parts[key.value] = _Part(indent, value, above, start, last)
        return parts

    def _end(self, start: int, limit: int, indent: int) -> int:
        """Return where the lines of a key end. Empty lines and comments below are for the next."""
        while limit > start + 1:
            line = self._lines[limit - 1]
            bare = line.lstrip()
            if bare and not (bare.startswith("#") and len(line) - len(bare) <= indent):
                break
            limit -= 1
        return limit

    def _above(self, start: int, last: int, indent: int) -> int:
        """Return where the comment directly above a key begins."""
        while start > last and self._lines[start - 1].startswith(" " * indent + "#"):
            start -= 1
        return start


def _as_in_file(code_list: CodeList, parts: Mapping[str, _Part]) -> CodeList:
    """Return a list with the codes below `withdrawn` that a person wrote there.

    They were withdrawn on the day of the whole list.
    """
    if not (code_list.withdrawn_since and "codes" in parts):
        return code_list
    names = {key.value for key, _ in parts["codes"].value.value}
    apart = (code for code in code_list.codes if code.name not in names)
    withdrawn = (Withdrawn.of(code, code_list.withdrawn_since) for code in apart)
    return replace(
        code_list,
        codes=tuple(code for code in code_list.codes if code.name in names),
        withdrawn=(*code_list.withdrawn, *withdrawn),
    )


def _comments(lines: Sequence[str]) -> list[str]:
    """Return the comments in the lines of a key and its value: they are between YAML's tokens."""
    text = "\n".join(lines)
    tokens = pairwise(yaml.scan(text, Loader=LOADER))
    between = (text[one.end_mark.index : next.start_mark.index] for one, next in tokens)
    return [found for each in between for found in re.findall("#.*", each)]


def _is_open(node: Yaml) -> bool:
    """Whether YAML reports no end of a value: of texts after | or >, and of blocks."""
    if isinstance(node, yaml.ScalarNode):
        return node.style in ("|", ">")
    return not node.flow_style


def _indented(lines: Sequence[str], indent: int) -> list[str]:
    """Return the lines of an entry, shifted together until its key has that indentation."""
    key = next(line for line in lines if not line.lstrip().startswith("#"))
    now = len(key) - len(key.lstrip())
    if now <= indent:
        return [" " * (indent - now) + line if line else line for line in lines]
    return [line[now - indent :] if line[: now - indent].isspace() else line for line in lines]
