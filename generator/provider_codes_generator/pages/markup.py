"""Parses HTML into elements, and says what each is. Only this module knows the parser."""

import re
from importlib import import_module
from itertools import islice
from typing import Any, TypeAlias

from markdown_it.common.html_blocks import block_names

from .code_lines import begins_with_code
from .forms import is_surely_code, mostly
from .text import fold, unreadable

# lxml has no types.
_ETREE: Any = import_module("lxml.etree")
Element: TypeAlias = Any

# The content of these is not text of the page.
_DROPPED = frozenset("button head nav script select style svg template textarea".split())
# A word ends at the start and at the end of each of these.
BLOCKS = frozenset(block_names) | {"br", "hgroup", "pre"}
_FLOWING = BLOCKS - {"dl", "pre", "table"}
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark q "
    "s samp small span strike strong sub sup time tt u var wbr".split()
)
# All other tags are components of a site, or no tags at all.
TAGS = _DROPPED | BLOCKS | _INLINE | {"noscript"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}

# Marks that a whole text can have: `link` is a link to another place on the page, and `item` an item
# of a list.
MARKS = frozenset(("bold", "hidden", "item", "link", "struck"))

# The attribute of a row that is a line of the page.
LINE = "data-line"
# The attribute with text to put before that of an element. No attribute of a page is in capitals,
# and the text itself may have characters that the parser does not accept again.
NUMBER = "NUMBER"
# The attribute of an element that is still open where the page ends, and the tag put there.
CUT = "CUT"
_PAGE_END = "wbr"
_LONGEST_START = 100  # elements

# The roles of elements for a screen reader, with the tags that mean the same.
_ROLES = {
    **dict.fromkeys(("table", "grid", "treegrid"), "table"),
    **dict.fromkeys(("cell", "gridcell"), "td"),
    **dict.fromkeys(("columnheader", "rowheader"), "th"),
    "row": "tr",
    "rowgroup": "tbody",
    "tooltip": "div",
    "contentinfo": "footer",
}
# What Sphinx and Doxygen call the footer of a page, and the links to the pages beside it.
_FOOTER = re.compile(r"(?<![\w-])(?:footer|related)(?![\w-])")
# What labels a component, such as `<Tab title="Errors">`, and a tab in particular.
_LABELS = ("title", "label", "header", "heading", "summary")
_TAB_LABELS = (*_LABELS, "name", "value")

# The classes of what is only read aloud, or leads to further pages.
_UNSEEN = re.compile(
    r"(?<![\w-])(?:sr-only|visually-?hidden|screen-reader[\w-]*|pager|pagination)(?![\w-])"
)
_PERMALINK = re.compile(r"(?<![\w-])(?:[\w-]*anchor|(?:header|hash|perma)-?link)(?![\w-])")
# The classes of a font of icons, and a word that it draws as a picture.
_ICONS = re.compile(r"(?<![\w-])(?:[\w-]+-)?(?:icons?|symbols)(?![^\s-])")
_DRAWN = re.compile(r"\s*[a-z][a-z0-9_]*\s*")
_HAS_HEADER_CELLS = "tr/th or thead/tr/th or tbody/tr/th or tfoot/tr/th"

# The time to parse a tag grows with the square of the number of its attributes.
MOST_ATTRIBUTES = 1000
_ATTRIBUTE = r"""\s++[^\s"'<>=/]++(?:=(?:"[^"]*+"|'[^']*+'|[^\s"'<>]*+))?+"""
_OVERLOADED = re.compile(rf"<[A-Za-z][^\s<>/]*+(?:{_ATTRIBUTE}){{{MOST_ATTRIBUTES}}}")

# Advice of the parser to its callers.
_ADVICE = re.compile(r", (?:use|try) XML_PARSE_HUGE.*")


def parse(text: str, *, is_whole: bool = True) -> Element | None:
    """Return the root of a page, or None if the page is empty.

    Unless the page is whole, the elements that it does not close are marked as cut.
    """
    if found := _OVERLOADED.search(text):
        raise overloaded(text.count("\n", 0, found.start()) + 1)
    parser = _ETREE.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        text = text if is_whole else f"{text}<{_PAGE_END}>"
        root: Element | None = _ETREE.fromstring(text.encode("utf-8", "replace"), parser)
    except _ETREE.LxmlError as error:
        raise unreadable(f"not HTML: {error}") from error
    # The parser continues after all errors but these, where it returns only what came before.
    for entry in parser.error_log:
        if entry.level_name == "FATAL":
            words = _ADVICE.sub("", entry.message)
            raise unreadable(f"line {entry.line}: the HTML cannot be read: {words}")
    if root is not None:
        if not is_whole:
            _mark_cut(root)
        for caption in list(root.iterdescendants("figcaption")):
            _move_caption(caption)
    return root


def _mark_cut(root: Element) -> None:
    """Mark the elements around the end of the page, which is an element of its own."""
    last = root
    while len(last):
        last = last[-1]
    if last.tag == _PAGE_END:
        for element in last.iterancestors():
            element.set(CUT, "")
        last.getparent().remove(last)


def overloaded(line: int) -> Exception:
    """Return the refusal of a tag with too many attributes."""
    return unreadable(f"line {line}: a tag has {MOST_ATTRIBUTES:,} attributes or more")


def name_of(element: Element) -> str:
    """Return the tag of an element, or the tag that says the same as its role."""
    tag: str = element.tag
    if tag in ("table", "dl"):
        return "div" if _is_layout(element) else tag
    if tag in ("address", "div") and _FOOTER.search(element.get("class", "")):
        return "footer"
    return _ROLES.get(element.get("role", ""), tag)


def label_of(element: Element) -> str:
    """Return the label of a tab or another component. Anything else has none."""
    names: tuple[str, ...] = _TAB_LABELS if "tab" in element.tag else _LABELS
    if element.get("role", "") == "tabpanel":
        names = ("aria-label",)
    elif element.tag in TAGS:
        return ""
    return next((str(element.get(name)) for name in names if element.get(name)), "")


def as_table(definitions: Element) -> Element:
    """Turn a list of definitions into a table. Terms one below the other share a definition."""
    parts = (child if child.tag == "div" else [child] for child in definitions)
    rows = [_ETREE.fromstring("<tr><th>term</th><th>definition</th></tr>")]
    terms: list[Element] = []
    definition: Element | None = None
    for item in [item for part in parts for item in part if item.tag in ("dt", "dd")]:
        if item.tag == "dt":
            terms = terms if definition is None else []
            terms.append(definitions.makeelement("tr"))
            rows.append(terms[-1])
            terms[-1].sourceline, definition, item.tag = item.sourceline, None, "td"
            terms[-1].append(item)
        elif definition is not None:
            definition.append(item)
        elif terms:
            definition, item.tag = item, "td"
            item.set("rowspan", str(len(terms)))
            terms[0].append(item)
    definitions.extend(rows if len(rows) > 1 else [])
    return definitions


def write_numbers(items: Element, *, is_of_codes: bool) -> None:
    """Mark the items of a list with their numbers if these seem to be codes, not steps.

    The numbers are not codes if the items begin with codes themselves.

    Two of three signs are enough: the words above are about codes, the numbers are unusual for a
    list, and the items are a few words. With the first two, or from 100 on, they are surely codes.
    """
    numbered: list[tuple[int, Element]] = []
    number = integer(items.get("start"), 1)
    for item in items.iterchildren("li"):
        number = integer(item.get("value"), number)
        numbered.append((number, item))
        number += 1
    numbers = [number for number, _ in numbered]
    if items.get("type", "1") != "1" or not numbers:
        return
    texts = [" ".join(islice(item.itertext(), _LONGEST_START)).split() for _, item in numbered]
    if mostly(texts, lambda words: begins_with_code(" ".join(words))):
        return
    is_unusual = not 0 < numbers[0] < 10 or numbers[-1] - numbers[0] > len(numbers)
    is_brief = all(len(text) <= 6 for text in texts)
    is_sure = is_of_codes and is_unusual or numbers[0] > 99
    if is_sure or (is_of_codes, is_unusual, is_brief).count(True) > 1:
        sign = ":" if is_sure else "."
        for number, item in numbered:
            written = item.get("value", "")  # may begin with zeros
            _begin_with(f"{written if written.isdecimal() else number}{sign} ", item)


def _begin_with(text: str, element: Element) -> None:
    """Put a text before that of an element, inside the first of its blocks."""
    while len(element) and element[0].tag in _FLOWING and not (element.text or "").strip():
        element = element[0]
    element.set(NUMBER, text)


def integer(text: str | None, default: int) -> int:
    """Return the value of an attribute that is a number, or the default for any other."""
    return int(text) if text and re.fullmatch(r"\s*-?[0-9]{1,9}\s*", text) else default


def text_after(element: Element) -> str:
    """Return the text that follows an element: its own, or that of the next element."""
    text, following = element.tail or "", element.getnext()
    if not text.strip() and following is not None:
        text = "".join((*following.itertext(), following.tail or ""))
    return fold(text)


def has_columns(table: Element) -> bool:
    """Whether a table inside a cell has rows and columns, and does not only arrange a text."""
    return bool(table.xpath(".//tr[position() > 1][count(*) > 1]"))


def is_hidden(element: Element) -> bool:
    """Whether an element has nothing to read: it is not shown, only read aloud, or a pager.

    A closed tab or a closed panel with a table counts as shown. Hidden rows are marked.
    """
    role = element.get("role", "")
    if element.tag in _DROPPED or role in ("button", "tablist"):
        return True
    if role == "tabpanel" or element.tag == "tr" or not _is_unseen(element):
        return False
    return next(element.iterdescendants("tr"), None) is None


def _is_unseen(element: Element) -> bool:
    return (
        element.tag == "noscript"
        or element.get("hidden", "no") != "no"
        or element.get("aria-hidden", "") == "true"
        or "display:none" in "".join(element.get("style", "").lower().split())
        or _UNSEEN.search(element.get("class", "")) is not None
    )


def is_permalink(element: Element) -> bool:
    """Whether an element is the link of a heading or a row to itself, or to a note.

    A button outside tables counts too: it is the text of a heading that folds its section.
    """
    if "button" in (element.tag, element.get("role", "")):
        return next(element.iterancestors("td", "th"), None) is None
    if element.tag != "a":
        return False
    if _PERMALINK.search(element.get("class", "")):
        return True
    text = "".join(element.itertext())
    return text.strip() != "" and not any(map(str.isalnum, text))


def picture_of(element: Element) -> str:
    """Return what an image, an icon or a box to tick says, or nothing."""
    if element.tag == "img":
        return str(element.get("alt", ""))
    if element.tag == "input" and element.get("type") in ("checkbox", "radio"):
        return "no" if element.get("checked") is None else "yes"
    is_empty = element.tag in ("i", "span") and not len(element) and not element.text
    return str(element.get("aria-label", "")) if is_empty else ""


def is_icon(element: Element) -> bool:
    """Whether an element is a drawing, or a word that a font of icons draws as a picture."""
    if element.tag == "svg":
        return True
    is_drawn = element.tag in ("i", "span") and _DRAWN.fullmatch("".join(element.itertext()))
    return bool(is_drawn) and _ICONS.search(element.get("class", "")) is not None


def marks_of(element: Element) -> frozenset[str]:
    """Return the marks that an element gives its text: those of `MARKS`, code and raised."""
    tag = element.tag
    marks = {
        "bold": tag in ("b", "strong"),
        "hidden": tag == "tr" and _is_unseen(element),
        "code": tag in ("code", "tt"),
        "link": tag == "a" and "#" in element.get("href", ""),
        "raised": tag == "sup",
        "struck": tag in ("del", "s", "strike") or "line-through" in element.get("style", ""),
    }
    return frozenset(mark for mark, is_set in marks.items() if is_set)


def _move_caption(caption: Element) -> None:
    """Move a caption into the table of its figure, or into the table that it directly follows."""
    outer, table = caption.getparent(), caption.getprevious()
    table = outer.find("table") if outer.tag == "figure" else table
    if table is not None and table.tag == "table":
        caption.tag = "caption"
        table.insert(0, caption)


def _is_layout(element: Element) -> bool:
    """Whether a table or a list of definitions holds parts of the page, not facts in columns."""
    is_plain = element.get("role", "") in ("presentation", "none")
    if is_plain and not has_columns(element):
        return True
    if element.tag == "dl":
        parts = [*element.xpath("(. | div)/dd"), *element.xpath("(. | div)/dd/*/li")]
        texts = (islice(each.itertext(), _LONGEST_START) for each in parts)
        codes = sum(begins_with_code(fold("".join(text))) for text in texts)
        if codes > len(element.xpath("(. | div)/dt")):
            return True  # Several codes below a term are lines.
        # Some definitions may have a note with a heading.
        headings = sum(1 for _ in element.iterdescendants(*HEADINGS))
        return 2 * headings >= sum(1 for _ in element.iterdescendants("dd"))
    has_table = next(element.iterdescendants("table"), None) is not None
    if element.xpath(_HAS_HEADER_CELLS):
        return has_table and next(element.iterdescendants(*HEADINGS), None) is not None
    return has_table and not _has_rows_of_codes(element)


def _has_rows_of_codes(table: Element) -> bool:
    """Whether most rows with several cells begin with a code."""
    rows = table.xpath("(. | thead | tbody)/tr[count(*) > 1]")
    texts = (islice(row[0].itertext(), _LONGEST_START) for row in rows)
    return 2 * sum(is_surely_code(fold("".join(text))) for text in texts) > len(rows)
