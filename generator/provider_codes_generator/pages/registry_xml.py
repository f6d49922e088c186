"""Reads records in XML: elements of one name side by side, as in the registries of IANA.

The fields of a record are its attributes, its text, and the elements inside it. An element that
holds records is a heading: its title, name, label or id, or else its tag. Entities are not
resolved, and nothing is fetched.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from markdown_it.common.html_blocks import block_names

from ..model import Refused
from .builder import PageBuilder
from .fields import add_records
from .page import Page
from .problem import unreadable
from .text import fold, normal, prolog_end

# lxml has no types.
_ETREE: Any = import_module("lxml.etree")

# Each costs a kilobyte.
_MOST_TAGS = 1_000_000
_ROOT = re.compile(r"\s*<(?:[\w.-]+:)?([\w.-]+)")
_TITLES = ("title", "name", "label", "id")
_TEXT = "text"
# Registries of IANA end with the people who asked for the codes.
_PEOPLE = "people"
_SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}"


def is_xml(text: str) -> bool:
    """Whether a text is XML other than HTML, by its declaration or because it is well formed."""
    start = prolog_end(text)
    root = _ROOT.match(text, start)
    if root is None or root[1].lower() in block_names:
        return False
    if "<?xml" in text[:start] or "<!DOCTYPE" in text[:start]:
        return True
    try:
        _parse(text)
    except Refused:
        return False
    return True


def read(text: str) -> Page:
    """Return the page of a text in XML."""
    if (tags := text.count("<")) > _MOST_TAGS:
        raise unreadable(f"the page has {tags:,} tags, of which {_MOST_TAGS:,} are read")
    root = _parse(normal(text))
    reader = _Reader(root)
    reader.read(root, 1)
    return reader.builder.page(is_whole=True)


def _parse(text: str) -> Any:
    parser = _ETREE.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return _ETREE.fromstring(text.encode("utf-8", "replace"), parser)
    except _ETREE.XMLSyntaxError as error:
        raise unreadable(f"not XML that can be read: {error.msg}") from error


class _Reader:
    """Reads the elements that hold records, from the outside in."""

    def __init__(self, root: Any) -> None:
        self.builder = PageBuilder()
        self._holders: set[Any] = set()
        for _, element in _ETREE.iterwalk(root, events=("end",)):
            groups = _groups(element)
            words = [tag for tag, group in groups.items() if not _are_tabular(group)]
            words += [name for name, _ in _attributes(element)]
            is_bare = set(words) <= set(_TITLES)
            if any(self._are_records(group, is_bare) for group in groups.values()):
                self._holders.add(element)

    def _are_records(self, group: Sequence[Any], is_bare: bool) -> bool:
        """Whether elements of one name are records. In a bare element, they are not its fields."""
        if len(group) > 1 and (any(map(_has_elements, group)) or is_bare and _are_tabular(group)):
            return True
        return self._hold(group)

    def _hold(self, group: Sequence[Any]) -> bool:
        """Whether most elements of a group hold records."""
        return sum(child in self._holders for child in group) * 2 > len(group)

    def read(self, element: Any, level: int) -> None:
        """Add what an element holds, below its heading."""
        line = element.sourceline
        self.builder.heading(_title(element), level, line)
        self.builder.loose(" ".join(element.xpath("text()")), line)
        for name, text in _attributes(element):
            self._loose(name, text, line)
        groups = _groups(element)
        tables = {tag for tag, group in groups.items() if _are_tabular(group)}
        for tag, group in groups.items():
            if tag != _PEOPLE and self._hold(group):
                for child in group:
                    self.read(child, level + 1)
            elif tag != _PEOPLE and tag in tables:
                if len(tables) > 1:
                    self.builder.heading(tag, level + 1, group[0].sourceline)
                records = [(child.sourceline, _fields(child)) for child in group]
                add_records(self.builder, records, group[0].sourceline)
            else:
                for child in group:
                    self._loose(tag, _text(child), child.sourceline)

    def _loose(self, name: str, text: str, line: int) -> None:
        if text and name not in _TITLES:
            self.builder.loose(f"{name}: {text}", line)


def _groups(element: Any) -> dict[str, list[Any]]:
    """Return the elements inside an element by their names."""
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for child in element:
        if isinstance(child.tag, str):
            groups[_tag(child)].append(child)
    return groups


def _are_tabular(group: Sequence[Any]) -> bool:
    return any(child.attrib or _has_elements(child) for child in group)


def _has_elements(element: Any) -> bool:
    return next(element.iterchildren("*"), None) is not None


def _title(element: Any) -> str:
    """Return the title of an element, or else its tag."""
    groups, attributes = _groups(element), dict(_attributes(element))
    for name in _TITLES:
        if title := attributes.get(name) or _text(*groups.get(name, ())[:1]):
            return title
    return _tag(element)


def _fields(element: Any) -> dict[str, str]:
    """Return the fields of a record. Fields of one name are joined."""
    fields: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name, text in _pairs(element, ""):
        fields[name][text] = None
    return {name: ", ".join(texts) for name, texts in fields.items()}


def _pairs(element: Any, prefix: str) -> Iterator[tuple[str, str]]:
    for name, text in _attributes(element):
        yield prefix + name, text
    # With text of its own, an element is one text, whatever marks it up.
    if not _has_elements(element) or any(map(str.strip, element.xpath("text()"))):
        if text := _text(element):
            yield prefix.removesuffix(".") or _TEXT, text
    else:
        for child in element.iterchildren("*"):
            yield from _pairs(child, f"{prefix}{_tag(child)}.")


def _text(*elements: Any) -> str:
    return fold(" ".join("".join(each.itertext()) for each in elements))


def _attributes(element: Any) -> Iterator[tuple[str, str]]:
    for name, text in element.attrib.items():
        if not name.startswith(_SCHEMA):
            yield _ETREE.QName(name).localname, fold(text)


def _tag(element: Any) -> str:
    return str(_ETREE.QName(element).localname)
