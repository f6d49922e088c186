"""Spec files to the model, strictly, with every finding of every file in one run.

A value that cannot be read gets a stand-in, so that the rest of the file is
still looked at; the places of such entries are returned, and policies keep
silent about them.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from . import names, shapes
from .findings import Finding, did_you_mean
from .model import Place, Provider, Registry
from .source import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    Unread,
    hidden_characters,
    read_file,
    read_text,
)

SUFFIX = ".yaml"

# What some YAML reader or other takes a plain scalar for, though it was meant as text:
# the union of YAML 1.1 (PyYAML, Ruby, Go's yaml.v2) and 1.2.
_AMBIGUOUS: tuple[tuple[str, str], ...] = (
    (r"~|null|Null|NULL|", "nothing"),
    (r"(?i:y|yes|on|true|n|no|off|false)", "a truth value"),
    (r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?", "a number to the base of 60"),
    (r"[-+]?0[0-7_]+|0o[0-7]+", "an octal number"),
    (r"[-+]?0x[0-9a-fA-F_]+|[-+]?0b[01_]+", "a number"),
    (r"[-+]?[0-9][0-9_]*", "a number"),
    (
        r"[-+]?(\.[0-9_]+|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?",
        "a number with a fraction",
    ),
    (r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", "a number with a fraction"),
    (r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?", "a date"),
    (r"=|<<", "a sign of YAML's own"),
)
_ANY_AMBIGUOUS = re.compile("|".join(f"(?:{pattern})" for pattern, _ in _AMBIGUOUS))
_WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)")


def load_folder(
    folder: Path, shown_as: str
) -> tuple[Registry, list[Finding], frozenset[Place]]:
    """Every `*.yaml` of the folder, by name, with all findings and the places left unread.

    `shown_as` is what findings call the folder. Raises `OSError` where the
    folder itself cannot be read.
    """
    providers: list[Provider] = []
    findings: list[Finding] = []
    unread: set[Place] = set()
    for path in sorted(path for path in folder.iterdir() if path.suffix == SUFFIX):
        reader = Reader()
        node, problems = read_file(
            path, f"{shown_as}/{path.name}" if shown_as else path.name
        )
        findings += problems
        if node is not None:
            providers.append(reader.provider(node))
            findings += reader.findings
            unread |= reader.unread
    return Registry(tuple(providers)), findings, frozenset(unread)


def load_text(
    text: str, name: str
) -> tuple[Provider | None, list[Finding], frozenset[Place]]:
    """One spec from its text; see `load_folder`."""
    reader = Reader()
    node, findings = read_text(text, name)
    if node is None:
        return None, findings, frozenset()
    provider = reader.provider(node)
    return provider, findings + reader.findings, frozenset(reader.unread)


class Reader:
    """Walks nodes by their shape and collects what is wrong with them."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.unread: set[Place] = set()
        self._owners: list[Place] = []

    def provider(self, node: Node) -> Provider:
        """The spec that the root node of a file holds."""
        provider: Provider = self._record(shapes.SPEC, node, {"place": node.place})
        return provider

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
            case shapes.Value(many=True) if isinstance(node, Sequence):
                return self._items(shapes.Items(shapes.Text()), node)
            case _:
                return self._scalar(kind, node)

    def _record(self, kind: shapes.Record, node: Node, given: dict[str, Any]) -> Any:
        self._owners.append(given["place"])
        fields = dict(given)
        if kind.sole is not None:
            fields[kind.sole] = self._read(kind.keys[kind.sole].kind, node)
        else:
            entries = self._mapping(node, f"{_article(kind.name)} is a mapping of keys")
            present = {key.text: value for key, value in entries}
            for key, value in entries:
                if key.text in kind.keys:
                    fields[key.text] = self._read(kind.keys[key.text].kind, value)
                else:
                    hint = did_you_mean(key.text, kind.keys)
                    self._say(
                        "key-unknown",
                        f"{_article(kind.name)} has no key {key.text}",
                        key.place,
                        hint,
                    )
            for name, wanted in kind.keys.items():
                if wanted.required and name not in present:
                    if not isinstance(node, Unread):
                        message = f"{_article(kind.name)} needs the key {name}"
                        self._say("key-missing", message, given["place"], wanted.doc)
                    fields[name] = _stand_in(wanted.kind, node.place)
        self._owners.pop()
        return kind.build(**fields)

    def _entries(self, kind: shapes.Entries, node: Node) -> tuple[Any, ...]:
        entries = []
        for key, value in self._mapping(node, "names with their entries are expected"):
            self._owners.append(key.place)
            self._scalar(shapes.Text(), key)
            if not names.is_legal(key.text, kind.pattern):
                hint = f"write {names.suggest(key.text, kind.pattern)}"
                if kind.pattern == names.MEMBER and kind.of is not shapes.CONSTANT:
                    hint += ", and keep the page's spelling in documented_name"
                message = (
                    f"the name {key.text} {names.why_illegal(key.text, kind.pattern)}"
                )
                self._say("name-illegal", message, key.place, hint)
            self._owners.pop()
            entries.append(
                self._record(kind.of, value, {"name": key.text, "place": key.place})
            )
        return tuple(entries)

    def _items(self, kind: shapes.Items, node: Node) -> tuple[Any, ...]:
        if isinstance(node, Scalar) and kind.or_one:
            return (self._read(kind.of, node),)
        if not isinstance(node, Sequence):
            if not isinstance(node, Unread):
                self._say(
                    "list-expected",
                    "a list is expected here",
                    node.place,
                    "write [one, two]",
                )
            return ()
        return tuple(self._read(kind.of, item) for item in node.items)

    def _pairs(self, kind: shapes.Pairs, node: Node) -> tuple[tuple[str, str], ...]:
        pairs = []
        for key, value in self._mapping(
            node, f"a mapping is expected, of {', '.join(kind.keys)}"
        ):
            if key.text not in kind.keys:
                self._say(
                    "key-unknown",
                    f"there is no field {key.text}",
                    key.place,
                    did_you_mean(key.text, kind.keys),
                )
            else:
                pairs.append((key.text, self._scalar(shapes.Text(), value)))
        return tuple(pairs)

    def _mapping(self, node: Node, otherwise: str) -> Iterable[tuple[Scalar, Node]]:
        if isinstance(node, Mapping):
            return node.entries
        if not isinstance(node, Unread):
            self._say(
                "mapping-expected",
                otherwise,
                node.place,
                "write each key with a colon on a line of its own",
            )
        self.unread.update(self._owners[-1:])
        return ()

    def _scalar(self, kind: shapes.Kind, node: Node) -> Any:
        if not isinstance(node, Scalar):
            if not isinstance(node, Unread):
                self._say(
                    "text-expected", "a single value is expected here", node.place
                )
            return self._give_up(kind, node)
        for character in hidden_characters(node.text.replace("\n", "")):
            self._say(
                "hidden-character",
                f"the escape of {character} cannot be seen",
                node.place,
                "remove it",
            )
        problem = _SCALARS[type(kind)](kind, node)
        if isinstance(problem, Finding):
            self._add(problem)
            return self._give_up(kind, node)
        return problem

    def _give_up(self, kind: shapes.Kind, node: Node) -> Any:
        self.unread.update(self._owners[-1:])
        return _stand_in(kind, node.place)

    def _say(self, identifier: str, message: str, place: Place, help: str = "") -> None:
        self._add(Finding(identifier, message, help, place))

    def _add(self, finding: Finding) -> None:
        self.findings.append(finding)
        self.unread.update(self._owners[-1:])


def _text(kind: shapes.Text, node: Scalar) -> str | Finding:
    if ambiguous := _ambiguity(node):
        return ambiguous
    if not node.text:
        return Finding(
            "text-empty",
            "the text is empty",
            "leave the key out where the page says nothing",
            node.place,
        )
    if " ".join(node.text.split()) != node.text:
        return Finding(
            "text-not-folded",
            "the text has a line break, a tab, or a blank too many",
            "fold white space to single blanks and trim the ends",
            node.place,
        )
    if kind.pattern is not None and not re.fullmatch(kind.pattern, node.text):
        return Finding(
            "text-malformed",
            f"{node.text} does not match {kind.pattern}",
            "",
            node.place,
        )
    return node.text


def _value(kind: shapes.Value, node: Scalar) -> int | str | Finding:
    if node.plain and _WHOLE_NUMBER.fullmatch(node.text) and node.text != "-0":
        return int(node.text)
    return _text(shapes.Text(), node)


def _boolean(kind: shapes.Boolean, node: Scalar) -> bool | Finding:
    if node.plain and node.text in ("true", "false"):
        return node.text == "true"
    return Finding(
        "not-boolean",
        f"{node.text} is neither true nor false",
        "write true or false",
        node.place,
    )


def _day(kind: shapes.Day, node: Scalar) -> date | Finding:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", node.text):
            return date.fromisoformat(node.text)
        reason = "is not of the form YYYY-MM-DD"
    except ValueError:
        reason = "is no day of the calendar"
    return Finding(
        "not-a-date", f"{node.text} {reason}", "write it like 2026-11-22", node.place
    )


def _choice(kind: shapes.Choice, node: Scalar) -> str | Finding:
    if node.text in kind.options:
        return node.text
    hint = did_you_mean(node.text, kind.options)
    return Finding(
        "choice-unknown",
        f"{node.text} is none of {', '.join(kind.options)}",
        hint,
        node.place,
    )


_SCALARS: dict[type, Callable[[Any, Scalar], Any]] = {
    shapes.Text: _text,
    shapes.Value: _value,
    shapes.Boolean: _boolean,
    shapes.Day: _day,
    shapes.Choice: _choice,
}


def _ambiguity(node: Scalar) -> Finding | None:
    """The finding for a plain scalar that some YAML reader takes for something else than text."""
    if not node.plain or not _ANY_AMBIGUOUS.fullmatch(node.text):
        return None
    for pattern, meaning in _AMBIGUOUS:
        if re.fullmatch(pattern, node.text):
            if not node.text:
                return Finding(
                    "value-missing",
                    "nothing stands behind the key",
                    "write a value, or remove the key",
                    node.place,
                )
            return Finding(
                "scalar-ambiguous",
                f"YAML may read {node.text} as {meaning}",
                f'write "{node.text}" for the text, or a plain decimal number where a number is meant',
                node.place,
            )
    return None


def _stand_in(kind: shapes.Kind, place: Place) -> Any:
    """Something of the right type, and unlike any other stand-in where that matters."""
    match kind:
        case shapes.Day():
            return date.min
        case shapes.Boolean():
            return False
        case shapes.Choice():
            return kind.options[0]
        case shapes.Text() | shapes.Value():
            return f"?{place.line}:{place.column}"
        case shapes.Record():
            return kind.build(
                **{
                    name: _stand_in(key.kind, place)
                    for name, key in kind.keys.items()
                    if key.required
                }
            )
        case _:
            return ()


def _article(name: str) -> str:
    """ "a code list", from the name of a class of the model."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
