"""Strict YAML: the text of a spec to nodes that know where they stand.

Read from the parser's events and not from constructed values, because codes are
exactly what YAML 1.1 spoils: it reads `0123` as 83, `NO` as false and `12:30` as
750, and lets the second of two equal keys win without a word. So scalars stay
text until a kind (see `shapes`) says what they are, and whatever makes a
document mean more than it says (anchors, merge keys, tags) is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .findings import Finding
from .model import Place

# libyaml reads a spec about ten times faster; the Python parser gives the same events.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# A spec nests six deep; a limit keeps hostile input from nesting ten thousand deep.
_MAX_DEPTH = 32

# Controls (but for line feed, which YAML needs), and what is invisible or turns the
# direction of the text round it: such characters make a reviewer see another text.
_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text; `plain` means without quotes, where YAML would guess its type."""

    text: str
    plain: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: "tuple[Node, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their nodes, in order, each key once."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class Refused:
    """Stands for a node that was refused, of which a finding speaks already."""

    place: Place


Node = Scalar | Sequence | Mapping | Refused


def hidden_characters(text: str) -> list[str]:
    """The control, invisible and direction-changing characters of a text, as `U+XXXX`."""
    return [f"U+{ord(match[0]):04X}" for match in _HIDDEN.finditer(text)]


def read_file(path: Path, name: str) -> tuple[Node | None, list[Finding]]:
    """The root node of a file, or None with the findings that say why not.

    `name` is what findings call the file.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return None, [_finding("file-unreadable", f"cannot be read: {reason}", Place(name))]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _place_of(name, data[: error.start].decode("utf-8", "replace"))
        message = f"not UTF-8: byte 0x{data[error.start]:02x} cannot be read"
        return None, [_finding("not-utf-8", message, place, "save the file in the encoding UTF-8")]
    return read_text(text.replace("\r\n", "\n"), name)


def read_text(text: str, name: str) -> tuple[Node | None, list[Finding]]:
    """As `read_file`, for a text at hand."""
    findings = [
        _finding(
            "hidden-character",
            f"the character U+{ord(match[0]):04X} cannot be seen",
            _place_of(name, text[: match.start()]),
            "remove it, or indent with blanks where it is a tab",
        )
        for match in _HIDDEN.finditer(text)
    ]
    if findings:
        return None, findings
    reader = _Reader(name)
    try:
        node = reader.read(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        return None, [*reader.findings, _syntax_finding(error, name)]
    return node, reader.findings


class _Reader:
    """Composes nodes from events, with a stack of its own: depth costs no recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def read(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        open_nodes: list[tuple[Any, list[Node]]] = []
        for event in events:
            node: Node
            if isinstance(event, yaml.CollectionStartEvent):
                self._refuse_magic(event)
                if len(open_nodes) >= _MAX_DEPTH:
                    self._say("nested-too-deep", f"nested more than {_MAX_DEPTH} deep", event)
                    return None
                open_nodes.append((event, []))
                continue
            if isinstance(event, yaml.CollectionEndEvent):
                start, children = open_nodes.pop()
                node = self._collection(start, children)
            elif isinstance(event, yaml.ScalarEvent):
                self._refuse_magic(event)
                node = Scalar(event.value, event.style in (None, ""), self._place(event))
            elif isinstance(event, yaml.AliasEvent):
                self._say(
                    "yaml-alias",
                    f"*{event.anchor} repeats another part of the file",
                    event,
                    "write the value out: a spec says everything where it stands",
                )
                node = Refused(self._place(event))
            elif isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self._say(
                    "second-document",
                    "a second YAML document begins here",
                    event,
                    "one file, one spec",
                )
                return root
            else:
                continue
            if open_nodes:
                open_nodes[-1][1].append(node)
            else:
                root = node
        if root is None:
            self.findings.append(_finding("empty-file", "the file is empty", Place(self.file)))
        return root

    def _collection(self, start: Any, children: list[Node]) -> Node:
        place = self._place(start)
        if isinstance(start, yaml.SequenceStartEvent):
            return Sequence(tuple(children), place)
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.findings.append(
                    _finding("key-not-text", "a key must be a single word", key.place)
                )
            elif key.plain and key.text == "<<":
                self.findings.append(
                    _finding(
                        "yaml-merge",
                        "a merge key hides what the entry says",
                        key.place,
                        "write the keys out",
                    )
                )
            elif first := entries.get(key.text):
                line = first[0].place.line
                message = f"the key {key.text} stands here a second time; first on line {line}"
                self.findings.append(
                    _finding(
                        "key-twice",
                        message,
                        key.place,
                        "remove one, or give one of them another name",
                    )
                )
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), place)

    def _refuse_magic(self, event: Any) -> None:
        if event.anchor is not None:
            self._say(
                "yaml-anchor",
                f"&{event.anchor} marks a value for repetition",
                event,
                "remove the mark",
            )
        if event.tag is not None:
            self._say(
                "yaml-tag",
                f"{event.tag} sets a type",
                event,
                "remove it: the key sets the type",
            )

    def _say(self, identifier: str, message: str, event: Any, help: str = "") -> None:
        self.findings.append(_finding(identifier, message, self._place(event), help))

    def _place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)


def _syntax_finding(error: yaml.YAMLError, file: str) -> Finding:
    place, words = Place(file), [str(error)]
    if isinstance(error, yaml.MarkedYAMLError):
        words = [word for word in (error.context, error.problem) if word]
        if mark := error.problem_mark or error.context_mark:
            place = Place(file, mark.line + 1, mark.column + 1)
    return _finding(
        "yaml-syntax",
        f"not YAML: {', '.join(words)}",
        place,
        "quote text that holds `: ` or ` #`, or begins with [ ] { } & * ! | > % @ or `",
    )


def _place_of(file: str, before: str) -> Place:
    return Place(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _finding(identifier: str, message: str, place: Place, help: str = "") -> Finding:
    return Finding(identifier, message, help, place)
