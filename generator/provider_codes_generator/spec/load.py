"""Spec files to the model, strictly, with every finding of every file in one run.

What cannot be read gets a stand-in, so that the rest of the file is still looked
at: `model.Unread` for a value, nothing for the entries of a mapping or a list. The
places of what lacks entries for that reason are returned, and policies keep silent
about them.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from ..model import (
    Finding,
    Meanings,
    Place,
    Provider,
    Registry,
    Unread,
    UnreadEntries,
    did_you_mean,
    names,
)
from . import scalars, shapes
from .nodes import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    Unreadable,
    hidden_characters,
    read_file,
    read_from,
    read_text,
    shortened,
)

SUFFIX = ".yaml"
MEANINGS = "meanings"
"""The folder, beside the specs, of what their codes mean for callers."""

Of = TypeVar("Of")
Loaded: TypeAlias = tuple[Of | None, list[Finding], frozenset[Place]]
"""What a file holds, None where it cannot be read; all findings; the places left unread."""

# More than anybody reads of one file; the first ones are mostly the cause of the others.
_MOST_FINDINGS = 1000


def load_folder(folder: Path, shown_as: str) -> tuple[Registry, list[Finding], frozenset[Place]]:
    """Every `*.yaml` of the folder, by name, with all findings and the places left unread.

    `shown_as` is what findings call the folder. Raises `OSError` where the
    folder itself cannot be read.
    """
    providers, findings, unread = _load_all(shapes.SPEC, folder, shown_as)
    meanings: list[Any] = []
    if (below := folder / MEANINGS).is_dir():
        meanings, more, places = _load_all(shapes.MEANINGS, below, f"{shown_as}/{MEANINGS}")
        findings += more
        unread |= places
    return Registry(tuple(providers), tuple(meanings)), findings, unread


def _load_all(
    kind: shapes.Record, folder: Path, shown_as: str
) -> tuple[list[Any], list[Finding], frozenset[Place]]:
    paths = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
    return gathered(_load(kind, *read_file(path, f"{shown_as}/{path.name}")) for path in paths)


def gathered(loaded: Iterable[Loaded[Of]]) -> tuple[list[Of], list[Finding], frozenset[Place]]:
    """What several files hold, of those that could be read, with what is to be said of all."""
    read: list[Of] = []
    findings: list[Finding] = []
    unread: frozenset[Place] = frozenset()
    for found, problems, places in loaded:
        if found is not None:
            read.append(found)
        findings += problems
        unread |= places
    return read, findings, unread


def load_from(source: Callable[[], bytes], name: str) -> Loaded[Provider]:
    """One spec from what gives its bytes, or raises `OSError` or `TooLarge`; see `load_folder`."""
    return _load(shapes.SPEC, *read_from(source, name))


def load_meanings_from(source: Callable[[], bytes], name: str) -> Loaded[Meanings]:
    """One file of meanings, as `load_from` one spec."""
    return _load(shapes.MEANINGS, *read_from(source, name))


def load_text(text: str, name: str) -> Loaded[Provider]:
    """One spec from its text; see `load_folder`."""
    return _load(shapes.SPEC, *read_text(text, name))


def _load(kind: shapes.Record, node: Node | None, findings: list[Finding]) -> Loaded[Any]:
    if node is None:
        return None, _cut(findings), frozenset()
    reader = _Reader()
    found = reader.whole(kind, node)
    return found, _cut(findings + reader.findings), frozenset(reader.unread)


def _cut(findings: list[Finding]) -> list[Finding]:
    """The findings of a file, no more and no longer ones than can be of use."""
    findings = [
        replace(each, message=shortened(each.message), help=shortened(each.help))
        for each in findings
    ]
    if len(findings) <= _MOST_FINDINGS:
        return findings
    kept = sorted(findings, key=lambda finding: finding.place)[:_MOST_FINDINGS]
    message = f"{len(findings) - len(kept):,} more findings are not shown"
    help = "mend the first ones, and look again"
    return [*kept, Finding("findings-cut", message, help, kept[-1].place)]


class _Reader:
    """Walks nodes by their shape and collects what is wrong with them."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.unread: set[Place] = set()
        self._owners: list[Place] = []
        # The facts that the list at hand declares, with the types of their values.
        self._own: dict[str, str] = {}

    def whole(self, kind: shapes.Record, node: Node) -> Any:
        """What the root node of a file holds."""
        return self._record(kind, node, {"place": node.place})

    def _read(self, kind: shapes.Kind, node: Node) -> Any:
        match kind:
            case shapes.Record():
                return self._record(kind, node, {"place": node.place})
            case shapes.Entries():
                return self._entries(kind, node)
            case shapes.Items():
                return self._items(kind, node)
            case shapes.Pairs():
                return self._pairs(kind, node)
            case shapes.Choice(own=True):
                return self._scalar(shapes.Choice((*kind.options, *self._own)), node)
            case shapes.OwnFacts():
                return self._own_facts(node)
            case shapes.Value(many=True) if isinstance(node, Sequence):
                if not node.items:
                    message, hint = "the list is empty", "write its texts, or remove the constant"
                    self._say("list-empty", message, node.place, hint)
                return self._items(shapes.Items(shapes.Text()), node)
            case _:
                return self._scalar(kind, node)

    def _record(self, kind: shapes.Record, node: Node, given: dict[str, Any]) -> Any:
        self._owners.append(given["place"])
        if kind is shapes.CODE_LIST:
            self._own = _declared_facts(node)
        fields = dict(given)
        if kind.sole is not None:
            fields[kind.sole] = self._read(kind.keys[kind.sole].kind, node)
        else:
            fields |= self._keys(kind, node)
            for name, wanted in kind.keys.items():
                if wanted.required and name not in fields:
                    if isinstance(node, Mapping):
                        message = f"{_article(kind.name)} needs the key {name}"
                        self._say("key-missing", message, given["place"], wanted.doc)
                        if not isinstance(wanted.kind, shapes.ScalarKind):
                            self.unread.add(given["place"])
                    fields[name] = _stand_in(wanted.kind, node.place)
        self._owners.pop()
        return kind.build(**fields)

    def _keys(self, kind: shapes.Record, node: Node) -> dict[str, Any]:
        what = _article(kind.name)
        fields: dict[str, Any] = {}
        for key, value in self._mapping(node, f"{what} is a mapping of keys"):
            if key.text in kind.keys:
                fields[key.text] = self._read(kind.keys[key.text].kind, value)
            else:
                hint = self._nearest(key.text, kind.keys)
                message = f"{what} has no key {key.text}"
                self._say("key-unknown", message, key.place, hint)
        return fields

    def _entries(self, kind: shapes.Entries, node: Node) -> tuple[Any, ...]:
        entries: list[Any] = []
        if not isinstance(node, Mapping):
            self._expect_mapping(node, "names with their entries are expected")
            return UnreadEntries()
        for key, value in node.entries:
            self._name(kind, key)
            given = {"name": key.text, "place": key.place}
            entries.append(self._record(kind.of, value, given))
        return tuple(entries)

    def _name(self, kind: shapes.Entries, key: Scalar) -> None:
        self._scalar(shapes.Text(), key)
        if not names.is_legal(key.text, kind.pattern):
            reason = names.why_illegal(key.text, kind.pattern)
            hint = f"write {names.suggest(key.text, kind.pattern)}"
            if "documented_name" in kind.of.keys:
                hint += ", and keep the page's spelling in documented_name"
            message = f"the name {key.text} {reason}"
            self._say("name-illegal", message, key.place, hint)

    def _items(self, kind: shapes.Items, node: Node) -> tuple[Any, ...]:
        if isinstance(node, Scalar) and kind.or_one:
            return (self._read(kind.of, node),)
        if not isinstance(node, Sequence):
            if not isinstance(node, Unreadable):
                message = "a list is expected here"
                self._say("list-expected", message, node.place, "write [one, two]")
            return UnreadEntries()
        return tuple(self._read(kind.of, item) for item in node.items)

    def _pairs(self, kind: shapes.Pairs, node: Node) -> tuple[tuple[str, str], ...]:
        if isinstance(node, Scalar) and kind.or_one:
            return (("", self._scalar(shapes.Text(), node)),)
        pairs: list[tuple[str, str]] = []
        known = [*kind.keys, *(self._own if kind.own else ())]
        otherwise = f"a mapping is expected, of {', '.join(known)}"
        for key, value in self._mapping(node, otherwise):
            if key.text in known:
                pairs.append((key.text, self._scalar(shapes.Text(), value)))
            else:
                hint = self._nearest(key.text, known)
                message = f"there is no field {key.text}"
                self._say("key-unknown", message, key.place, hint)
        return tuple(pairs)

    def _own_facts(self, node: Node) -> tuple[tuple[str, Any], ...]:
        found: dict[str, Any] = {}
        for key, value in self._mapping(node, "facts with their values are expected"):
            if key.text in self._own:
                kind = _FACT_KINDS.get(self._own[key.text])
                # The declaration has a finding already if it names no type.
                stand_in = _stand_in(shapes.Text(), value.place)
                found[key.text] = self._scalar(kind, value) if kind else stand_in
            else:
                hint = self._nearest(key.text, self._own) or "declare it under `facts` of the list"
                message = f"the list declares no fact {key.text}"
                self._say("key-unknown", message, key.place, hint)
        return tuple((name, found[name]) for name in self._own if name in found)

    def _mapping(self, node: Node, otherwise: str) -> Iterable[tuple[Scalar, Node]]:
        if isinstance(node, Mapping):
            return node.entries
        self._expect_mapping(node, otherwise)
        return ()

    def _expect_mapping(self, node: Node, message: str) -> None:
        if not isinstance(node, Unreadable):
            hint = "write each key with a colon on a line of its own"
            self._say("mapping-expected", message, node.place, hint)
        self.unread.add(self._owners[-1])

    def _scalar(self, kind: shapes.ScalarKind, node: Node) -> Any:
        if not isinstance(node, Scalar):
            if not isinstance(node, Unreadable):
                message = "a single value is expected here"
                self._say("text-expected", message, node.place)
            return _stand_in(kind, node.place)
        # What stands in the file itself was looked at there: only quotes can hold an escape.
        hidden = () if node.plain else hidden_characters(node.text.replace("\n", ""))
        for character in hidden:
            message = f"the escape of {character} cannot be seen"
            self._say("hidden-character", message, node.place, "remove it")
        value = scalars.read(kind, node)
        if isinstance(value, Finding):
            self.findings.append(value)
            return _stand_in(kind, node.place)
        return value

    def _nearest(self, word: str, known: Iterable[str]) -> str:
        # It takes long, and of so many findings nobody sees this one.
        return did_you_mean(word, known) if len(self.findings) < _MOST_FINDINGS else ""

    def _say(self, identifier: str, message: str, place: Place, help: str = "") -> None:
        self.findings.append(Finding(identifier, message, help, place))


_FACT_KINDS: dict[str, shapes.ScalarKind] = {
    "int": shapes.Number(),
    "bool": shapes.Boolean(),
    "str": shapes.Text(),
}


def _declared_facts(node: Node) -> dict[str, str]:
    """The facts that a list declares, with the type of their values, "" if it cannot be read."""
    declared = _under(node, "facts")
    entries = declared.entries if isinstance(declared, Mapping) else ()
    types = ((key.text, _under(entry, "values")) for key, entry in entries)
    return {name: type.text if isinstance(type, Scalar) else "" for name, type in types}


def _under(node: Node, key: str) -> Node | None:
    """What is under a key of a mapping."""
    entries = node.entries if isinstance(node, Mapping) else ()
    return next((value for name, value in entries if name.text == key), None)


def _stand_in(kind: shapes.Kind, place: Place) -> Any:
    """Something of the right type for what could not be read."""
    match kind:
        case shapes.Day():
            return date.min
        case shapes.Boolean():
            return False
        case shapes.Number():
            return 0
        case shapes.Text() | shapes.Value() | shapes.Choice():
            return Unread(f"?{place.line}:{place.column}")
        case shapes.Record():
            required = {name: key.kind for name, key in kind.keys.items() if key.required}
            return kind.build(**{name: _stand_in(of, place) for name, of in required.items()})
        case _:
            return UnreadEntries()


def _article(name: str) -> str:
    """ "a code list", from the name of a class of the model."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
