"""Reads records in XML: elements of one name side by side, as in the registries of IANA.

The fields of a record are its attributes, its text, and the elements inside it. If all cells of a
row have the same tag, their positions name the fields. A text that lists codes line by line is a
part of the page, below the name of its record. So is an element that holds records, below its
title, name, label or id, an attribute that is unique among its siblings, or else its tag.
Elements with the same tags around them are all records, or all parts. Entities are not resolved,
and nothing is fetched.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from itertools import cycle, islice
from typing import Any, TypeAlias

from markdown_it.common.html_blocks import block_names

from ..model import Refused
from . import records
from .builder import PageBuilder
from .code_lines import begins_with_code, leading_code
from .hints import heads_codes, is_key_of_codes, may_count_rows
from .markup import MOST_ATTRIBUTES, overloaded
from .page import KEY, MAX_COLUMNS, Page
from .text import Line, fold, lines, normal, prolog_end, unreadable

# lxml has no types.
_ETREE: Any = import_module("lxml.etree")

# Each costs a kilobyte.
_MOST_TAGS = 1_000_000
_ROOT = re.compile(r"\s*<(?:[\w.-]+:)?([\w.-]+)")
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
# The elements of HTML that a text consists of, without attributes.
_BLOCKS = ("br", "ol", "p", "pre", "ul")
_TITLES = ("title", "name", "label", "id")
# The roots of pages, or of their parts, in HTML.
_OF_HTML = frozenset((*block_names, "template"))
# Attributes that say what an element is.
_KEYS = ("code", "id", "key", "value")
# What registries of IANA have besides codes: who asked for them, and who may ask for which.
_NO_CODES = ("people", "range")

# Tags, with those inside their elements.
_Tags: TypeAlias = dict[str, "_Tags"]


def is_xml(text: str) -> bool:
    """Whether a text is XML other than HTML, by its declaration or because it is well formed."""
    start = prolog_end(text)
    root = _ROOT.match(text, start)
    if root is None or root[1].lower() in _OF_HTML:
        return False
    if "<?xml" in text[:start] or "<!DOCTYPE" in text[:start]:
        return True
    try:
        _parse(text)
    except Refused:
        return False
    return True


def read(text: str) -> Page:
    if (tags := text.count("<")) > _MOST_TAGS:
        raise unreadable(f"the page has {tags:,} tags; the limit is {_MOST_TAGS:,}")
    root = _parse(normal(text))
    builder = PageBuilder()
    _read(builder, root, _inside([root], 1), 1)
    return builder.page(is_whole=True)


def _parse(text: str) -> Any:
    """Return the root of a text, with names that have no namespace. Raises `Refused`."""
    parser = _ETREE.XMLParser(
        encoding="utf-8", resolve_entities=False, remove_comments=True, remove_pis=True
    )
    try:
        root = _ETREE.fromstring(text.encode("utf-8", "replace"), parser)
    except _ETREE.XMLSyntaxError as error:
        raise unreadable(
            f"not XML that can be read: {error.msg}", "check that the page is whole"
        ) from error
    for element in root.iter("*"):
        if len(element.attrib) >= MOST_ATTRIBUTES:
            raise overloaded(element.sourceline)
        names = {name: fold(text) for name, text in element.items()}
        element.attrib.clear()
        element.attrib.update({_ETREE.QName(name).localname: names[name] for name in names})
        element.tag = _ETREE.QName(element).localname
    for reference in root.iterdescendants("xref"):
        # Its text would be lost in that around it. Elsewhere, it is a field.
        if not reference.text and _is_text(reference.getparent()) and reference.get("data"):
            reference.text = f"[{reference.get('data')}]"
    for block in root.iter(*_BLOCKS):  # they separate words
        block.tail = f" {block.tail or ''}"
    for element in list(root.iter("*")):
        _name_cells(element)
        _unite_records(element)
    return root


def _children(*elements: Any) -> list[Any]:
    return [child for element in elements for child in element.iterchildren("*")]


def _name_cells(table: Any) -> None:
    """Number the cells of rows that have nothing else, or name them as the element above does."""
    rows = _children(table)
    cells_of = list(map(_children, rows))
    width = min(map(len, cells_of), default=0)
    if len(rows) < 2 or width < 2 or any(len(cells) > width for cells in cells_of):
        return
    cells = _children(*rows)
    are_alike = len({cell.tag for cell in cells}) == len({row.tag for row in rows}) == 1
    are_texts = all(_is_text(cell) and not cell.attrib for cell in cells)
    if not (are_alike and are_texts) or any(row.attrib or _is_text(row) for row in rows):
        return
    if all(begins_with_code(_text(cell)) for cell in cells):  # lines of codes
        return
    above: list[Any] = [*islice(table.itersiblings("*", preceding=True), 1)]
    names = [", ".join(_fields(part).values()) for part in _children(*above)]
    if len(set(names)) == width == len(names) and all(map(_NAME.fullmatch, names)):
        above[0].getparent().remove(above[0])
    else:
        names = [f"{cells[0].tag}{place}" for place in range(1, width + 1)]
    for cell, name in zip(cells, cycle(names), strict=False):
        cell.tag = name


def _unite_records(element: Any) -> None:
    """Give elements with the same fields, but tags of their own, one tag, and those as their keys."""
    inside = _children(element)
    if not len({child.tag for child in inside}) == len(inside) > 1:
        return
    first, *others = ([field.tag for field in _children(child)] for child in inside)
    if 0 < len(first) == len({*first}) and all(names == first for names in others):
        for child in inside:
            if KEY not in child.attrib:
                child.set(KEY, child.tag)
            child.tag = element.tag


def _inside(elements: list[Any], least: int = 2) -> _Tags:
    """Return the tags of records and parts inside elements. Those of parts have tags inside.

    Records have fields, and half of the elements with records have at least this number of them.
    """
    groups_of: defaultdict[str, list[list[Any]]] = defaultdict(list)
    for element in elements:
        for tag, group in _groups(element).items():
            groups_of[tag].append(group)
    for tag in _NO_CODES:
        groups_of.pop(tag, None)
    tags: _Tags = {}
    for tag, groups in groups_of.items():
        children = [child for group in groups for child in group]
        inside = _inside(children)
        is_often = sum(len(group) >= least for group in groups) * 2 >= len(groups)
        if inside:
            tags[tag] = inside
        elif is_often and _are_records(children, len(elements)):
            tags[tag] = {}
    return tags


def _read(builder: PageBuilder, element: Any, inside: _Tags, level: int, key: str = "") -> None:
    """Add an element with the tags inside it, below its heading, perhaps the attribute `key`."""
    builder.heading(_title_of(element, key), level, element.sourceline)
    builder.loose(" ".join(element.xpath("text()")), element.sourceline)
    for name, text in element.items():
        _add_remark(builder, name, text, element.sourceline)
    groups = _groups(element)
    tables = [tag for tag in groups if inside.get(tag) == {}]
    has_parts = len(tables) > 1
    for tag, group in groups.items():
        line = group[0].sourceline
        if tag in tables and not _are_fields(group):
            builder.heading(tag if has_parts else "", level + 1, line)
            records.add(builder, [(each.sourceline, _fields(each)) for each in group], line)
        elif inside.get(tag):
            has_parts = True
            key = _key_of(group)
            for child in group:
                _read(builder, child, inside[tag], level + 1, key)
        else:
            for child in group:
                if tag in tables or _listing(child):
                    has_parts = True
                    _read_field(builder, child, level + 1)
                else:
                    text = ", ".join(_fields(child).values())
                    _add_remark(builder, tag, text, child.sourceline)


def _read_field(builder: PageBuilder, element: Any, level: int) -> None:
    """Add a field: the values that its texts list line by line, and the rest as one line."""
    builder.heading(_title_of(element), level, element.sourceline)
    fields = _fields(element)
    for part in [element] if _is_text(element) else element.iterchildren("*"):
        for line in _listing(part):
            fields.pop("text" if part is element else part.tag, None)
            number = part.sourceline + line.number - 1
            builder.loose(line.text, number, continues=fold(line.text)[0].islower())
    text = ", ".join(f"{name}: {text}" for name, text in fields.items())
    builder.loose(text, element.sourceline, intro=False, marks=frozenset(("note",)))


def _title_of(element: Any, key: str = "") -> str:
    inside = {child.tag: _text(child) for child in element.iterchildren("*") if _is_text(child)}
    own = {name.lower(): text for name, text in {**element.attrib, **inside}.items()}
    return next(filter(None, map(own.get, (*_TITLES, key))), str(element.tag))


def _key_of(group: list[Any]) -> str:
    """Return the first attribute with a word that no other element has, or nothing."""
    for name in group[0].keys()[:MAX_COLUMNS]:
        texts = {each.get(name, "") for each in group}
        if len(texts) == len(group) > 1 and all(text[:1].isalpha() for text in texts):
            return str(name)
    return ""


def _add_remark(builder: PageBuilder, name: str, text: str, line: int) -> None:
    if text and name.lower() not in _TITLES:
        builder.loose(text if begins_with_code(text) else f"{name}: {text}", line)


def _listing(element: Any) -> list[Line]:
    """Return the lines of a text if several begin with different codes."""
    text = "".join(element.itertext()) if _is_text(element) else ""
    found = [line for line in lines(text) if fold(line.text)]
    texts = (fold(line.text) for line in found)
    codes = {leading_code(text) for text in texts if begins_with_code(text)}
    return found if len(codes) > 1 else []


def _are_fields(group: list[Any]) -> bool:
    """Whether records have no codes but numbers, and the text of one lists the values of a field."""
    names = _fields(group[0])
    has_codes = any(heads_codes(name) and not may_count_rows(name) for name in names)
    parts = (*group, *_children(*group))
    return not has_codes and any(map(_listing, parts))


def _groups(element: Any) -> dict[str, list[Any]]:
    """Return the elements inside an element by their tags."""
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for child in element.iterchildren("*"):
        groups[child.tag].append(child)
    return groups


def _are_records(elements: list[Any], parents: int) -> bool:
    """Whether elements hold further elements, or are all codes with their texts.

    Their attributes show it as well: a code, or any if they have one parent.
    """
    names = elements[0].keys()[:MAX_COLUMNS]
    has_code = any(parents == 1 or name in _KEYS or is_key_of_codes(name) for name in names)
    if has_code or not all(map(_is_text, elements)):
        return True
    return len(elements) > 1 and all(begins_with_code(_text(each)) for each in elements)


def _is_text(element: Any) -> bool:
    """Whether an element is one text, whatever marks it up."""
    are_blocks = (each.tag in _BLOCKS and not each.attrib for each in element.iterchildren("*"))
    return all(are_blocks) or any(map(str.strip, element.xpath("text()")))


def _fields(element: Any) -> dict[str, str]:
    """Return the fields of a record. Different texts of one name are joined."""
    texts: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name, text in _pairs(element, ""):
        texts[name][text] = None
    return {name: ", ".join(each) for name, each in texts.items()}


def _pairs(element: Any, prefix: str) -> Iterator[tuple[str, str]]:
    yield from ((prefix + name, text) for name, text in element.items())
    if not _is_text(element):
        for child in element.iterchildren("*"):
            yield from _pairs(child, f"{prefix}{child.tag}.")
    elif text := _text(element):
        yield prefix.removesuffix(".") or "text", text


def _text(element: Any) -> str:
    return fold("".join(element.itertext()))
