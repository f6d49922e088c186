"""Spec files to the model, strictly, with every finding of every file in one run.

What cannot be read is reported and left out; the rest of the file is still read. The places of
the records that lack something for that reason are returned, so that no rule reports a finding
that only follows from another.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from ..model import (
    LONGEST_MESSAGE,
    Finding,
    Place,
    Provider,
    Registry,
    did_you_mean,
    names,
    shortened,
)
from . import shapes
from .nodes import (
    LARGEST,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Unreadable,
    content,
    hidden_characters,
    read_from,
    read_text,
)

SUFFIX = ".yaml"
MEANINGS = "meanings"
"""The folder beside the specs that says what their codes mean for callers."""

Loaded: TypeAlias = tuple[Any, list[Finding], frozenset[Place]]
"""The object of a file, or None if it cannot be read; all findings; the unread places."""

Files: TypeAlias = Iterable[tuple[str, Callable[[], bytes]]]
"""Files by what findings call them; a function may raise `OSError` or `TooLarge`."""

# The first findings of a file mostly cause the others.
_MOST_FINDINGS = 1000


def load_folder(folder: Path, shown_as: str) -> tuple[Registry, list[Finding], frozenset[Place]]:
    """Every `*.yaml` of the folder, by name, with all findings and the unread places.

    Findings call the folder `shown_as`. Raises `OSError` if the folder itself cannot be read.
    """
    below = folder / MEANINGS
    meanings = _files(below, f"{shown_as}/{MEANINGS}") if below.is_dir() else []
    return load_files(_files(folder, shown_as), meanings)


def _files(folder: Path, shown_as: str) -> Files:
    paths = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
    return [(f"{shown_as}/{path.name}", partial(content, path, LARGEST)) for path in paths]


def load_files(specs: Files, meanings: Files) -> tuple[Registry, list[Finding], frozenset[Place]]:
    """The registry of these files; see `load_folder`."""
    findings: list[Finding] = []
    unread: set[Place] = set()

    def objects(kind: shapes.Record, files: Files) -> Iterator[Any]:
        for name, source in files:
            found, problems, places = load_node(kind, *read_from(source, name))
            findings.extend(problems)
            unread.update(places)
            if found is not None:
                yield found

    registry = Registry(
        tuple(objects(shapes.SPEC, specs)), tuple(objects(shapes.MEANINGS, meanings))
    )
    return registry, findings, frozenset(unread)


def load_text(text: str, name: str) -> Loaded:
    """One spec from its text; see `load_folder`."""
    return load_node(shapes.SPEC, *read_text(text, name))


def load_node(kind: shapes.Record, node: Node | None, findings: Collection[Finding] = ()) -> Loaded:
    """The object of the root node of a file; `findings` are what reading the node found."""
    if node is None:
        return None, _first(findings), frozenset(finding.place for finding in findings)
    reader = _Reader()
    found = reader.whole(kind, node)
    return found, _first([*findings, *reader.findings]), frozenset(reader.unread)


def _first(findings: Iterable[Finding]) -> list[Finding]:
    """The first findings of a file, with long texts shortened."""
    findings = [
        replace(
            each,
            message=shortened(each.message, LONGEST_MESSAGE),
            help=shortened(each.help, LONGEST_MESSAGE),
        )
        for each in findings
    ]
    if len(findings) <= _MOST_FINDINGS:
        return findings
    kept = sorted(findings, key=lambda finding: finding.place)[:_MOST_FINDINGS]
    message = f"{len(findings) - len(kept):,} more findings are not shown"
    help = "correct the first ones, and run again"
    return [*kept, Finding("findings-cut", message, help, kept[-1].place)]


class _Reader:
    """Walks nodes by their shape and collects findings.

    A method returns None for what it cannot read, and has reported it. `unread` has the place of
    each record that lacks something for that reason.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.unread: set[Place] = set()
        # The facts that the current list declares, with the types of their values.
        self._own: dict[str, shapes.ScalarKind | None] = {}

    def whole(self, kind: shapes.Record, node: Node) -> Any:
        """The object of the root node of a file."""
        return self._record(kind, node, {"place": node.place})

    def _read(self, kind: shapes.Kind, node: Node, owner: Place) -> Any:
        match kind:
            case shapes.Record():
                return self._record(kind, node, {"place": node.place})
            case shapes.Entries():
                return self._entries(kind, node, owner)
            case shapes.Items():
                return self._items(kind, node, owner)
            case shapes.Pairs():
                return self._pairs(kind, node, owner)
            case shapes.Choice(own=True):
                return self._scalar(shapes.Choice((*kind.options, *self._own)), node)
            case shapes.Value(many=True) if isinstance(node, Sequence):
                if not node.items:
                    message, hint = "the list is empty", "write its texts, or remove the constant"
                    self._say("list-empty", message, node.place, hint)
                return self._items(shapes.Items(shapes.Text()), node, owner)
            case _:
                return self._scalar(kind, node)

    def _record(self, kind: shapes.Record, node: Node, given: dict[str, Any]) -> Any:
        place = given["place"]
        if kind is shapes.CODE_LIST:
            self._own = _declared_facts(node)
        fields = self._sole(kind, node, place) if kind.sole else self._keys(kind, node, place)
        if fields is None or not fields.keys() >= set(kind.required):
            self.unread.add(place)
            return None
        return kind.build(**given, **fields)

    def _sole(self, kind: shapes.Record, node: Node, place: Place) -> dict[str, Any] | None:
        name = str(kind.sole)
        found = self._read(kind.keys[name].kind, node, place)
        return None if found is None else {name: found}

    def _keys(self, kind: shapes.Record, node: Node, place: Place) -> dict[str, Any] | None:
        what = _article(kind.name)
        entries = self._mapping(node, f"{what} is a mapping of keys")
        if entries is None:
            return None
        fields: dict[str, Any] = {}
        for key, value in entries:
            if key.text in kind.keys:
                fields[key.text] = self._read(kind.keys[key.text].kind, value, place)
            else:
                hint = self._nearest(key.text, kind.keys)
                self._say("key-unknown", f"{what} has no key {key.text}", key.place, hint)
        present = {key.text for key, _ in entries}
        for name in kind.required:
            if name not in present:
                message = f"{what} needs the key {name}"
                self._say("key-missing", message, place, kind.keys[name].doc)
        return self._complete(fields, place)

    def _complete(self, found: dict[str, Any], owner: Place) -> dict[str, Any]:
        """What could be read; if that is not all, the owner is unread."""
        if None in found.values():
            self.unread.add(owner)
        return {name: value for name, value in found.items() if value is not None}

    def _entries(self, kind: shapes.Entries, node: Node, owner: Place) -> tuple[Any, ...] | None:
        entries = self._mapping(node, "names with their entries are expected")
        if entries is None:
            return None
        found: dict[str, Any] = {}
        for key, value in entries:
            self._name(kind, key)
            given = {"name": key.text, "place": key.place}
            found[key.text] = self._record(kind.of, value, given)
        return tuple(self._complete(found, owner).values())

    def _name(self, kind: shapes.Entries, key: Scalar) -> None:
        self._scalar(shapes.Text(), key)
        if not names.is_legal(key.text, kind.pattern):
            reason = names.why_illegal(key.text, kind.pattern)
            hint = f"write {names.suggest(key.text, kind.pattern)}"
            if "documented_name" in kind.of.keys:
                hint += ", and keep the page's spelling in documented_name"
            message = f"the name {key.text} {reason}"
            self._say("name-illegal", message, key.place, hint)

    def _items(self, kind: shapes.Items, node: Node, owner: Place) -> tuple[Any, ...] | None:
        if isinstance(node, Scalar) and kind.or_one:
            found = self._read(kind.of, node, owner)
            return None if found is None else (found,)
        if not isinstance(node, Sequence):
            if not isinstance(node, Unreadable):
                message = "a list is expected here"
                self._say("list-expected", message, node.place, "write [one, two]")
            return None
        items = {str(at): self._read(kind.of, item, owner) for at, item in enumerate(node.items)}
        return tuple(self._complete(items, owner).values())

    def _pairs(
        self, kind: shapes.Pairs, node: Node, owner: Place
    ) -> tuple[tuple[str, Any], ...] | None:
        if isinstance(node, Scalar) and kind.or_one:
            text = self._scalar(shapes.Text(), node)
            return None if text is None else (("", text),)
        own = self._own if kind.typed else dict.fromkeys(self._own, shapes.Text())
        kinds = dict.fromkeys(kind.keys, shapes.Text()) | (own if kind.own else {})
        entries = self._mapping(node, f"a mapping is expected, of {', '.join(kinds)}")
        if entries is None:
            return None
        found: dict[str, Any] = {}
        for key, value in entries:
            if key.text in kinds:
                # If the declaration of a fact names no type, it has a finding already.
                each = kinds[key.text]
                found[key.text] = self._scalar(each, value) if each else None
            else:
                hint = self._nearest(key.text, kinds) or "declare it under `facts` of the list"
                self._say("key-unknown", f"there is no field {key.text}", key.place, hint)
        found = self._complete(found, owner)
        # A list declares an order for the facts of its codes.
        return tuple(
            (name, found[name]) for name in (kinds if kind.typed else found) if name in found
        )

    def _mapping(self, node: Node, otherwise: str) -> tuple[tuple[Scalar, Node], ...] | None:
        if isinstance(node, Mapping):
            return node.entries
        if not isinstance(node, Unreadable):
            hint = "write each key with a colon on a line of its own"
            self._say("mapping-expected", otherwise, node.place, hint)
        return None

    def _scalar(self, kind: shapes.ScalarKind, node: Node) -> Any:
        if not isinstance(node, Scalar):
            if not isinstance(node, Unreadable):
                self._say("text-expected", "a single value is expected here", node.place)
            return None
        if node.plain and not node.text:
            help = "write a value, or remove the key"
            self._say("value-missing", "nothing stands behind the key", node.place, help)
            return None
        # The file itself has no hidden characters, but an escape in quotes may produce one.
        hidden = () if node.plain else hidden_characters(node.text.replace("\n", ""))
        for character in hidden:
            message = f"the escape of {character} cannot be seen"
            self._say("hidden-character", message, node.place, "remove it")
        value = kind.read(node)
        if isinstance(value, Finding):
            self.findings.append(value)
            return None
        return value

    def _nearest(self, word: str, known: Iterable[str]) -> str:
        # This is slow, and with so many findings this one is not shown.
        return did_you_mean(word, known) if len(self.findings) < _MOST_FINDINGS else ""

    def _say(self, identifier: str, message: str, place: Place, help: str = "") -> None:
        self.findings.append(Finding(identifier, message, help, place))


def _declared_facts(node: Node) -> dict[str, shapes.ScalarKind | None]:
    """How values of the facts that a list declares are written; None if no type can be read."""
    declared = _under(node, "facts")
    entries = declared.entries if isinstance(declared, Mapping) else ()
    types = ((key.text, _under(entry, "values")) for key, entry in entries)
    kinds = {str(type): shapes.FACT_KINDS[type] for type in shapes.OWN_FACT_TYPES}
    return {
        name: kinds.get(type.text) if isinstance(type, Scalar) else None for name, type in types
    }


def _under(node: Node, key: str) -> Node | None:
    """The node under a key of a mapping, or None."""
    entries = node.entries if isinstance(node, Mapping) else ()
    return next((value for name, value in entries if name.text == key), None)


def _article(name: str) -> str:
    """The name of a class of the model in words: "a code list"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
