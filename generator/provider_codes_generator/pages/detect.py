"""Finds the reader for a text by looking at it."""

import re
from collections.abc import Callable

from ..model import Refused
from ..spec import Mapping, Node, Scalar, Sequence
from . import delimited, json_yaml, records, xml_records
from .decode import expect_known
from .prepare import HEADING
from .text import DEFINE, is_rule, normal, prolog_end

_HTML = re.compile(
    r"\s*<(?:!doctype\s+html|html|head|body|base|meta|title|link|script|style|noscript|form)\b",
    re.IGNORECASE,
)
# A line that begins with an element. Prose may have an element as an example.
_HTML_INSIDE = re.compile(
    r"^[ \t]*<(?:.*<)?(?:html|body|table|[dou]l|h[1-6])\b", re.IGNORECASE | re.MULTILINE
)
# An element of text at the start, as in a part of a page. Markdown may begin with one, too.
_FRAGMENT = re.compile(
    r"\s*<(?:article|div|main|p|pre|section|span|template)\b[^<>]*>", re.IGNORECASE
)
_HEADERS = 5_000
_HEADER = re.compile(r"[A-Za-z][\w-]*:")
_MIME = re.compile(r"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_BLOCK = re.compile(r"\[block:[\w-]+\]\s*\{")
_JSON = re.compile(r"\s*(?:(?:\[\s*)?\{\s*[\"}]|\[\s*\[\s*[\"\d-])")
_FRONT_MATTER = re.compile(r"---\n(?:.*\n)*?---[ \t]*(?:\n|$)")
# A bold line, a bullet before a code, a fence, a definition, or the underline of a heading.
_MARKDOWN = re.compile(
    r"^(?:\*\*\S.*\*\*[ \t]*$| {,3}[-*+] +[`*]*(?:\d+|[A-Z][A-Z0-9_]+)\b|```|: +\S"
    r"|\S.*\n(?:=+|-+)[ \t]*$)",
    re.MULTILINE,
)
# A block of code, from its fence to the next one.
_FENCED = re.compile(r"^```\w*\n(?:(?!```).*\n)+```$", re.MULTILINE)
# A directive, a target, a role, the border of a table, or a colon pair before an indented block.
_REST = re.compile(
    r"^[ \t]*\.\. (?:[\w:+.-]+::(?:[ \t]|$)|_[^:\n]+:[ \t]*$)"
    r"|(?<!\w):[a-z][\w:.-]{,60}:`[^`\n]"
    r"|::[ \t]*\n[ \t]*\n[ \t]+\S"
    r"|^[ \t]*=+(?: +={2,})+[ \t]*$|^[ \t]*\+(?:=+\+){2,}[ \t]*$",
    re.MULTILINE,
)
# The underline of a heading, in a page without links and fences of Markdown.
_UNDERLINE = re.compile(
    r"\A(?!(?s:.*)(?:```|\]\())(?s:.*)^\S.*\n([=~^\"'*+#-])\1{2,}[ \t]*$", re.MULTILINE
)
# A rule between several lines and further text, which is not an underline.
_RULED = re.compile(r"^(?:[^\w\n]*+\w.*+\n){2}([=*#_-])\1{3,}[ \t]*\n.*\w", re.MULTILINE)
# The end of a line, with the mark that quotes the next line.
_LINE_END = re.compile(r"\n(?:> ?)*")
# A key that is a sentence, before the bullets of a list, or has a bullet itself.
_PROSE = re.compile(r"^[•·] |(?<!\S)(?:\S++ ){6}")
# A line with a colon, and below it a line that begins with a code, or after an empty line, an item.
_LISTING = re.compile(
    r":[ \t]*\n[ \t]+[A-Z]*\d+ [^:\n]+$|^\S.*:[ \t]*\n[ \t]*\n[-*] ", re.MULTILINE
)
# A line that begins with a code and goes on in a deeper one. In Markdown, items go on less deep.
_WRAPPED = re.compile(
    r"^(\* )?[A-Z]*\d\w* ?(?:[:=–—]|--?) \S.*\n(?(1)[ \t]{3})[ \t]+[a-z]", re.MULTILINE
)
# White space between columns, but not between sentences or after the bullet of an item.
_GAP = re.compile(r"(?![-*+•]\s)[^\s.:?!](?:\t|  +)\S")


def is_html(text: str) -> bool:
    """Whether a text begins like a page in HTML."""
    return _HTML.match(text, prolog_end(text)) is not None


def is_mhtml(text: str) -> bool:
    """Whether a text begins with the headers of a message."""
    head = text.lstrip()[:_HEADERS].partition("\n\n")[0]
    return _HEADER.match(head) is not None and _MIME.search(head) is not None


def detect(text: str) -> str:
    """Return the name of the reader for a text. Raises `Refused` for formats that are not read."""
    text = normal(text)
    for name, suits in _CERTAIN:
        if suits(text):
            return name
    expect_known(text)
    return next((name for name, suits in _LIKELY if suits(text)), "columns")


def _is_markdown(text: str) -> bool:
    return any(sign.search(text) for sign in (HEADING, _MARKDOWN))


def is_yaml(text: str, *, by_name: bool = False) -> bool:
    """Whether a text is records in YAML, or words that are if the name of their file says so."""
    if text.lstrip().startswith("<") or _LISTING.search(text):
        return False
    try:
        root = json_yaml.parse(text)
    except Refused:
        return False
    if not (records.of(root) or any(records.below(root))):
        return False
    if isinstance(root, Sequence):
        return not _are_bullets(root)
    if not isinstance(root, Mapping) or any(_PROSE.search(key.text) for key, _ in root.entries):
        return False
    values = [value for _, value in root.entries]
    is_named = by_name and all(isinstance(value, Scalar) for value in values)
    # A Markdown heading is a comment in YAML. Lines and bullets below it may look like keys.
    may_be_markdown = HEADING.search(text) is not None and all(
        value.plain if isinstance(value, Scalar) else _are_bullets(value) for value in values
    )
    return is_named or not may_be_markdown


def _are_bullets(node: Node) -> bool:
    """Whether a node is a list of texts, or of single keys such as those of `- GONE (101): …`."""
    return isinstance(node, Sequence) and all(
        len(list(records.entries(item))) < 2 for item in node.items
    )


_Sign = tuple[str, Callable[[str], object]]

# The readers with the signs of their formats, the surest first.
_CERTAIN: tuple[_Sign, ...] = (
    ("html", is_html),
    ("readme", _BLOCK.search),
    ("records", _JSON.match),
    ("mhtml", is_mhtml),
    # The texts of a schema may have tables in Markdown.
    ("records", is_yaml),
    # The rows of MediaWiki begin like the row of dashes of Markdown.
    ("markdown", lambda text: "\n{| " not in text and any(map(is_rule, _LINE_END.split(text)))),
)
_LIKELY: tuple[_Sign, ...] = (
    ("xml", xml_records.is_xml),
    ("markdown", _FRONT_MATTER.match),
    ("rst", _REST.search),
    ("html", lambda text: _FRAGMENT.match(text) and not _is_markdown(text)),
    ("markdown", _FENCED.search),
    ("csv", lambda text: not DEFINE.search(text) and delimited.is_delimited(text)),
    ("markdown", HEADING.search),
    ("html", _HTML_INSIDE.search),
    # Plain text in columns may have the same signs.
    ("columns", lambda text: any(sign.search(text) for sign in (_GAP, _RULED, _WRAPPED))),
    ("rst", _UNDERLINE.search),
    ("markdown", _MARKDOWN.search),
)
