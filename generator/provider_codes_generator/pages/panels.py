"""Gives panels, such as those of tabs, the labels of what opens them."""

import re
from collections import defaultdict
from collections.abc import Iterator

from .markup import HEADINGS, Element, label_of
from .text import CONTROL, fold

# The labels of tabs in an attribute of the component around them.
_ITEMS = re.compile(r"([\"'])(.*?)\1")


def label_panels(root: Element) -> None:
    """Give the panels of a page their labels, as screen readers need them."""
    _label_tabs(root)
    _label_opened(root)


def _label_tabs(root: Element) -> None:
    """Give panels without labels the labels of the tabs in the list before them."""
    labels: Iterator[str] = iter(())
    for element in root.iterdescendants():
        role = element.get("role", "")
        if role == "tablist":
            labels = map(_text_of, element.xpath(".//*[@role='tab']"))
        elif items := element.get("items"):
            labels = (label for _, label in _ITEMS.findall(items))
        elif role == "tabpanel" or element.tag in ("tab", "tabs.tab"):
            label = next(labels, "")
            _set_label(element, element.get("aria-label") or label_of(element) or label)


def _label_opened(root: Element) -> None:
    """Give panels with tables the labels of what opens them, if they have different ones.

    A link to a section with a heading is not a tab, but an entry of a table of contents.
    """
    panels, titled = _around(root, "table", "dl"), _around(root, *HEADINGS)
    opened: defaultdict[Element, dict[Element, str]] = defaultdict(dict)
    for tab, panel in _openings(root) if panels else ():
        if panel in panels and not (tab.tag == "a" and panel in titled):
            opened[panel.getparent()].setdefault(panel, _text_of(tab))
    for labels in opened.values():
        if len(set(labels.values()) - {""}) == len(labels) > 1:
            for panel, label in labels.items():
                _set_label(panel, label)


def _openings(root: Element) -> Iterator[tuple[Element, Element]]:
    """Yield links, buttons and labels, each with an element that it may open.

    This has the id that they refer to, or comes next. After a row of buttons or labels, it may be
    in a block of as many elements.
    """
    ids = {each.get("id"): each for each in root.xpath("//*[@id]")}
    for tab in root.iterdescendants("a", "button", "label"):
        targets = filter(None, map(tab.get, ("data-bs-target", "data-target", "for", "href")))
        yield tab, ids.get(next(targets, "").rpartition("#")[2])
        if tab.tag != "a":
            yield tab, tab.getnext()
        if tab.tag != "a" and tab.getprevious() is None:
            row = tab.getparent()
            block = row.getnext() if len(row) == len(row.findall(tab.tag)) else None
            yield from zip(row, block) if block is not None and len(row) == len(block) else ()


def _around(root: Element, *tags: str) -> set[Element]:
    """Return the elements around those with the tags."""
    found: set[Element] = set()
    for element in root.iterdescendants(*tags):
        for outer in element.iterancestors():
            if outer in found:
                break
            found.add(outer)
    return found


def _text_of(element: Element) -> str:
    return fold("".join(element.itertext()))


def _set_label(panel: Element, label: str) -> None:
    panel.set("role", "tabpanel")
    panel.set("aria-label", CONTROL.sub("\ufffd", label))
