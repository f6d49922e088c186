"""Spec files to the model, strictly, with every finding of every file in one run.

What cannot be read is reported and left out; the rest of the file is still read. A record that
lacks something for that reason is marked as partial, so that no rule reports a finding that only
follows from another.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias, TypeVar

from ..model import (
    LONGEST_MESSAGE,
    STANDARDS,
    Finding,
    Place,
    Registry,
    did_you_mean,
    names,
    shortened,
)
from . import shapes
from .documented import filled
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

_Wanted = TypeVar("_Wanted", Mapping, Sequence, Scalar)

File: TypeAlias = tuple[str, Callable[[], bytes]]
"""What findings call a file, and its content: the function may raise `OSError`."""

# The first findings of a file mostly cause the others.
_MOST_FINDINGS = 1000


def load_folder(
    folder: Path, shown_as: str, *, with_meanings: bool = True
) -> tuple[Registry, list[Finding]]:
    """Return the registry of every `*.yaml` of the folder, in order of name, and all findings.

    Findings call the folder `shown_as`. Raises `OSError` if the folder itself cannot be read.
    """
    meanings: list[File] = []
    if with_meanings and (folder / MEANINGS).is_dir():
        meanings = _files(folder / MEANINGS, f"{shown_as}/{MEANINGS}")
    return load_files(_files(folder, shown_as), meanings)


def _files(folder: Path, shown_as: str) -> list[File]:
    paths = sorted(folder.iterdir())
    return [(f"{shown_as}/{path.name}", partial(content, path, LARGEST)) for path in paths]


def load_files(specs: Iterable[File], meanings: Collection[File]) -> tuple[Registry, list[Finding]]:
    """Return the registry of the files of both folders; see `load_folder`."""
    findings: list[Finding] = []

    def objects(kind: shapes.Record, files: Iterable[File]) -> Iterator[Any]:
        for name, source in files:
            suffix = PurePosixPath(name).suffix
            if suffix == SUFFIX:
                found, problems = load_node(kind, *read_from(source, name))
                findings.extend(problems)
                if found is not None:
                    yield found
            elif suffix.lower() in (SUFFIX, ".yml"):
                message = f"not read: its name does not end in {SUFFIX}"
                help = "rename or remove it"
                findings.append(Finding("file-misnamed", message, help, Place(name), "warning"))

    providers = tuple(objects(shapes.SPEC, specs))
    shared = [each for each in meanings if PurePosixPath(each[0]).stem == STANDARDS]
    judged = tuple(objects(shapes.MEANINGS, (each for each in meanings if each not in shared)))
    standards = [each for file in objects(shapes.STANDARDS, shared) for each in file.standards]
    return Registry(providers, judged, tuple(standards)), findings


def load_text(text: str, name: str, kind: shapes.Record = shapes.SPEC) -> tuple[Any, list[Finding]]:
    """Return a spec, or a file of meanings, from its text; see `load_folder`."""
    return load_node(kind, *read_text(text, name))


def load_node(
    kind: shapes.Record, node: Node | None, findings: Collection[Finding] = ()
) -> tuple[Any, list[Finding]]:
    """Return the object of a file's root node, or None if it cannot be read, and all findings.

    `findings` are what reading the node found.
    """
    if node is None:
        return None, _first_findings(findings)
    reader = _Reader()
    found = reader.record(kind, node, node.place)
    return found, _first_findings([*findings, *reader.findings])


def _first_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Return the first findings of a file, with long texts shortened."""
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
    help = "fix the first ones and run again"
    return [*kept, Finding("findings-cut", message, help, kept[-1].place)]


# For a node of another type than expected: the id of the finding, what is expected, and the help.
_EXPECTED: dict[type[Node], tuple[str, str, str]] = {
    Mapping: ("mapping-expected", "a mapping", "write each key with a colon on a line of its own"),
    Sequence: ("list-expected", "a list", "write [one, two], or begin each item with a dash"),
    Scalar: ("text-expected", "a single value", ""),
}


class _Reader:
    """Walks nodes by their shape and collects findings.

    A method reports what it cannot read, and returns None for it.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        # Whether something of the current record could not be read.
        self._is_partial = False
        # The facts that the current list declares, with their kinds; None if it cannot be read.
        self._own: dict[str, shapes.ScalarKind | None] = {}

    def record(self, kind: shapes.Record, node: Node, place: Place, **given: str) -> Any:
        """Return the object of a record; `given` are fields that no key sets."""
        if kind is shapes.CODE_LIST:
            self._own = {}
        nodes = {kind.sole: node} if kind.sole else self._nodes(node, kind.keys)
        if nodes is None:
            return None
        for name in kind.required:
            if name not in nodes:
                self._report("key-missing", f"missing key: {name}", place, kind.keys[name].doc)
        is_outer_partial, self._is_partial = self._is_partial, False
        # In the order of the shape: a list declares its facts before it uses them.
        keys = {name: key for name, key in kind.keys.items() if name in nodes}
        found = self._complete({name: self._read(keys[name].kind, nodes[name]) for name in keys})
        is_partial, self._is_partial = self._is_partial, is_outer_partial
        if not found.keys() >= set(kind.required):
            return None
        built = kind.build(**given, **found, place=place, is_partial=is_partial)
        return filled(built) if kind is shapes.CODE_LIST else built

    def _nodes(self, node: Node, known: Collection[str]) -> dict[str, Node] | None:
        """Return the nodes of a mapping by key. Unknown keys are reported."""
        mapping = self._expect(Mapping, node)
        if mapping is None:
            return None
        for key, _ in mapping.entries:
            if key.text not in known:
                # Finding the nearest is slow, and this one of many findings is not shown.
                few = len(self.findings) < _MOST_FINDINGS
                hint = did_you_mean(key.text, known) if few else ""
                # No key is known only in `facts` of a code, if its list declares none.
                hint = hint or "declare it under `facts` of the list"
                self._report("key-unknown", f"unknown key: {key.text}", key.place, hint)
        return {key.text: value for key, value in mapping.entries if key.text in known}

    def _read(self, kind: shapes.Kind, node: Node) -> Any:
        match kind:
            case shapes.Record():
                return self.record(kind, node, node.place)
            case shapes.Entries():
                return self._entries(kind, node)
            case shapes.Items():
                return self._items(kind, node)
            case shapes.Pairs(or_one=True) if isinstance(node, Scalar):
                text = self._scalar(shapes.Text(), node)
                return None if text is None else (("", text),)
            case shapes.Pairs():
                return self._pairs(kind, node)
            case shapes.Choice(own=True):
                return self._scalar(shapes.Choice((*kind.options, *self._own)), node)
            case shapes.Value(many=True) if isinstance(node, Sequence):
                if not node.items:
                    hint = "write its texts, or remove the constant"
                    self._report("list-empty", "the list is empty", node.place, hint)
                return self._items(shapes.Items(shapes.Text()), node)
            case _:
                return self._scalar(kind, node)

    def _complete(self, found: dict[Any, Any]) -> dict[Any, Any]:
        """Return what could be read. If that is not all, the current record is partial."""
        if None in found.values():
            self._is_partial = True
        return {name: value for name, value in found.items() if value is not None}

    def _entries(self, kind: shapes.Entries, node: Node) -> tuple[Any, ...] | None:
        mapping = self._expect(Mapping, node)
        if mapping is None:
            return None
        found: dict[str, Any] = {}
        for key, value in mapping.entries:
            self._check_name(kind, key)
            found[key.text] = self.record(kind.of, value, key.place, name=key.text)
        if kind.of is shapes.LIST_FACT:
            self._own = {
                name: fact and shapes.FACT_KINDS[fact.values] for name, fact in found.items()
            }
        return tuple(self._complete(found).values())

    def _check_name(self, kind: shapes.Entries, key: Scalar) -> None:
        self._scalar(shapes.Text(), key)
        if not names.is_legal(key.text, kind.pattern):
            message = f"the name {key.text} {names.why_illegal(key.text, kind.pattern)}"
            hint = f"write {names.suggest(key.text, kind.pattern)}"
            if "documented_name" in kind.of.keys:
                hint += ", and keep the page's spelling in documented_name"
            self._report("name-illegal", message, key.place, hint)

    def _items(self, kind: shapes.Items, node: Node) -> tuple[Any, ...] | None:
        if kind.or_one and isinstance(node, Scalar):
            nodes: tuple[Node, ...] = (node,)
        elif sequence := self._expect(Sequence, node):
            nodes = sequence.items
        else:
            return None
        known: set[str] = set()
        for item in (each for each in nodes if kind.unique and isinstance(each, Scalar)):
            if item.text in known:
                message = f"{item.text} is in this list twice"
                self._report("item-twice", message, item.place, "remove one of them")
            known.add(item.text)
        items = {index: self._read(kind.of, item) for index, item in enumerate(nodes)}
        return tuple(self._complete(items).values())

    def _pairs(self, kind: shapes.Pairs, node: Node) -> tuple[tuple[str, Any], ...] | None:
        own = self._own if kind.typed else dict.fromkeys(self._own, shapes.Text())
        kinds = dict.fromkeys(kind.keys, shapes.Text()) | (own if kind.own else {})
        nodes = self._nodes(node, kinds)
        if nodes is None:
            return None
        if (key := kind.required) and key not in nodes:
            self._report("key-missing", f"missing key: {key}", node.place, kind.keys[key])
        # A list declares an order for the facts of its codes.
        order = [name for name in kinds if name in nodes] if kind.typed else nodes
        # If the declaration of a fact cannot be read, it has a finding already.
        found = {
            name: self._scalar(each, nodes[name]) if (each := kinds[name]) else None
            for name in order
        }
        return tuple(self._complete(found).items())

    def _scalar(self, kind: shapes.ScalarKind, node: Node) -> Any:
        scalar = self._expect(Scalar, node)
        if scalar is None:
            return None
        if scalar.plain and not scalar.text:
            help = "write a value, or remove the key"
            self._report("value-missing", "the key has no value", scalar.place, help)
            return None
        # The file itself has no hidden characters, but an escape in quotes may produce one.
        hidden = [] if scalar.plain else hidden_characters(scalar.text)
        for character in hidden:
            message = f"the escape sequence makes the invisible character {character}"
            self._report("hidden-character", message, scalar.place, "remove it")
        value = kind.read(scalar)
        if isinstance(value, Finding):
            self.findings.append(value)
            return None
        return value

    def _expect(self, wanted: type[_Wanted], node: Node) -> _Wanted | None:
        """Return the node if it is of that type; otherwise report it, and return None."""
        if isinstance(node, wanted):
            return node
        if not isinstance(node, Unreadable):
            identifier, what, help = _EXPECTED[wanted]
            self._report(identifier, f"expected {what} here", node.place, help)
        return None

    def _report(self, identifier: str, message: str, place: Place, help: str = "") -> None:
        self.findings.append(Finding(identifier, message, help, place))
