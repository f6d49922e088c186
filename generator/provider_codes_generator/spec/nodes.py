"""Strict YAML: the text of a spec to nodes with their positions.

Nodes are made from the parser's events, not from constructed values, because YAML 1.1 misreads
codes: it reads `0123` as 83, `NO` as false and `12:30` as 750. It also lets the second of two equal
keys win silently. So scalars stay text until a kind (see `shapes`) says what they are. Anchors,
merge keys and tags are refused, because they make a document mean more than it says.
"""

import re
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ..model import Finding, Place, Refused

# libyaml reads a spec about ten times faster. The Python parser gives the same events except for
# odd texts: one of the two refuses `[x?]`, `{a: who?}`, `[b:]` or an unknown `%DIRECTIVE`. Their
# error messages also differ.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# A spec nests six levels deep. The limit stops hostile input that nests ten thousand deep.
_MAX_DEPTH = 32

# A spec of a thousand codes takes a fiftieth of this.
LARGEST = 10 * 2**20

# Characters that are invisible, or change the direction of the text around them. They make
# reviewers see a different text. These are:
# - the controls, except line feed, which YAML needs;
# - what Unicode calls default ignorable, including the bidirectional controls, except U+FE0F,
#   which only says that a sign is an emoji;
# - the separators of lines and paragraphs, the Braille space, and the marks of annotations;
# - what is not a character: surrogates, U+FFFE and U+FFFF.
HIDDEN = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufe00-\ufe0e\ufeff"
    "\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)


class Scalar(NamedTuple):
    """A piece of text; `plain` means without quotes, so that YAML would guess its type."""

    text: str
    plain: bool
    file: str
    line: int
    column: int

    @property
    def place(self) -> Place:
        """The place, made on demand because most scalars are never asked for it."""
        return Place(self.file, self.line, self.column)


class Sequence(NamedTuple):
    """A list of nodes."""

    items: "tuple[Node, ...]"
    place: Place


class Mapping(NamedTuple):
    """Keys with their nodes, in order, each key once."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    place: Place


class Unreadable(NamedTuple):
    """A node that cannot be read; already reported."""

    place: Place


Node = Scalar | Sequence | Mapping | Unreadable


def hidden_characters(text: str) -> list[str]:
    """Return the hidden characters of a text, each once in order, as `U+XXXX`."""
    return [f"U+{ord(found):04X}" for found in dict.fromkeys(HIDDEN.findall(text))]


def content(path: Path, largest: int) -> bytes:
    """Return the bytes of a file: at most one more than `largest`, to show that it is too large.

    Raises `OSError`, even for a pipe or a device, whose bytes may never come or never end.
    """
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(None, "it is a pipe or a device, not a file")
    with path.open("rb") as file:
        return file.read(largest + 1)


def read_from(source: Callable[[], bytes], name: str) -> tuple[Node | None, list[Finding]]:
    """Return the root node of a file and the findings; None if it cannot be read.

    `source` returns the bytes of the file, and `name` is what findings call it. If it raises
    `OSError`, that becomes a finding.
    """
    help = "save the file as UTF-8"
    try:
        data = source()
        if len(data) > LARGEST:
            message = f"the file is larger than {LARGEST:,} bytes"
            help = "a spec describes one provider: check what else is in the file"
            return None, [Finding("file-too-large", message, help, Place(name))]
        text = data.decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return None, [Finding("file-unreadable", f"cannot be read: {reason}", "", Place(name))]
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", "replace")
        message = f"not UTF-8: byte 0x{error.object[error.start]:02x} cannot be read"
        place = _place_of(name, before, len(before))
        return None, [Finding("not-utf-8", message, help, place)]
    # Without a byte order mark, these encodings decode as UTF-8 with extra null characters.
    if "\0" in text[:4]:
        message = "not UTF-8: it looks like UTF-16 or UTF-32"
        return None, [Finding("not-utf-8", message, help, Place(name))]
    return read_text(text.replace("\r\n", "\n"), name)


def read_text(text: str, name: str) -> tuple[Node | None, list[Finding]]:
    """Return the root node of a text and the findings; see `read_from`."""
    if hidden := Counter(HIDDEN.findall(text)):
        return None, [_hidden(each, count, text, name) for each, count in hidden.items()]
    composer = _Composer(name, iter(LOADER(text).get_event, None))
    try:
        return composer.root(), composer.findings
    except yaml.YAMLError as error:
        return None, [*composer.findings, _syntax_finding(error, name)]
    except Refused as refused:
        return None, [*composer.findings, refused.finding]


class _Composer:
    """Makes nodes from the events of a text."""

    def __init__(self, file: str, events: Iterator[Any]) -> None:
        self._file = file
        self._events = events
        self.findings: list[Finding] = []

    def root(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                help = "write each spec into its own file"
                self._report("second-document", "second YAML document", self._place(event), help)
                return root
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, 1)
        if root is None:
            help = "write a spec, or remove the file"
            self._report("empty-file", "the file is empty", Place(self._file), help)
        return root

    def _node(self, event: Any, depth: int) -> Node:
        mark = event.start_mark
        if event.anchor is not None:
            place = self._place(event)
            if isinstance(event, yaml.AliasEvent):
                message = f"YAML alias *{event.anchor}"
                self._report("yaml-alias", message, place, "write the value itself")
                return Unreadable(place)
            message = f"YAML anchor &{event.anchor}"
            self._report("yaml-anchor", message, place, "remove the anchor")
        if event.tag is not None:
            help = "remove the tag: the key determines the type"
            self._report("yaml-tag", f"YAML tag {event.tag}", self._place(event), help)
        if isinstance(event, yaml.ScalarEvent):
            is_plain = event.style in (None, "")
            return Scalar(event.value, is_plain, self._file, mark.line + 1, mark.column + 1)
        place = self._place(event)
        if depth > _MAX_DEPTH:
            raise Refused(_too_deep(place))
        children: list[Node] = []
        while not isinstance(each := next(self._events), yaml.CollectionEndEvent):
            children.append(self._node(each, depth + 1))
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(children), place)
        return Mapping(tuple(self._entries(children)), place)

    def _entries(self, children: list[Node]) -> Iterable[tuple[Scalar, Node]]:
        """Return the keys with their nodes. Of equal keys, the first counts."""
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                help = "write `key: value`"
                self._report("key-not-text", "a key must be a single value", key.place, help)
            elif key.plain and key.text == "<<":
                message = "YAML merge key <<"
                self._report("yaml-merge", message, key.place, "write the keys themselves")
            elif first := entries.get(key.text):
                line = first[0].place.line
                message = f"duplicate key: {key.text}; first on line {line}"
                help = "remove or rename one of them"
                self._report("key-twice", message, key.place, help)
            else:
                entries[key.text] = (key, value)
        return entries.values()

    def _report(self, identifier: str, message: str, place: Place, help: str) -> None:
        self.findings.append(Finding(identifier, message, help, place))

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self._file, mark.line + 1, mark.column + 1)


def _hidden(character: str, count: int, text: str, file: str) -> Finding:
    """Return the finding about a hidden character, at its first position."""
    is_tab = character == "\t"
    what = "a tab" if is_tab else f"the invisible character U+{ord(character):04X}"
    times = f", {count:,} times" if count > 1 else ""
    message = f"the file contains {what}{times}"
    help = "use spaces" if is_tab else "remove it"
    place = _place_of(file, text, text.index(character))
    return Finding("hidden-character", message, help, place)


def _too_deep(place: Place) -> Finding:
    help = "a spec is six levels deep: check for an unclosed bracket"
    return Finding("nested-too-deep", f"nested more than {_MAX_DEPTH} levels deep", help, place)


def _syntax_finding(error: yaml.YAMLError, file: str) -> Finding:
    place, words = Place(file), [str(error)]
    if isinstance(error, yaml.MarkedYAMLError):
        words = [word for word in (error.context, error.problem) if word]
        if mark := error.problem_mark or error.context_mark:
            place = Place(file, mark.line + 1, mark.column + 1)
    # Newer parsers have a limit of their own, and read ahead: they may reach theirs before ours.
    if "nesting depth" in words[-1]:
        return _too_deep(place)
    help = (
        "check the indentation; resolve conflicts of a merge; quote text that contains `: ` or ` #`,"
        " or begins with [ ] { } & * ! | > % @ or `"
    )
    return Finding("yaml-syntax", f"not YAML: {', '.join(words)}", help, place)


def _place_of(file: str, text: str, offset: int) -> Place:
    return Place(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
