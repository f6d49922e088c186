"""Prepares Markdown as providers publish it, so that the parser reads it as intended.

Blank lines set off headings, tables, and tags of components. Comments and tags of templates alone
on their lines are dropped. What labels a tab becomes HTML, and what is inside it loses its indent.
Each line keeps its number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from .pipes import PIPE, begins_table
from .text import Line, depth, normal

# Lines that can be YAML or TOML, and are not rows of a table.
_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?:(?:[ \t#-](?![ \t]*\|).*|[^ \t#|:\n-][^:\n]*:.*)?\n)+?---[ \t]*(?:\n|\Z)"
    r"|\+{3}[ \t]*\n(?:[^|\n]*\n)+?\+{3}[ \t]*(?:\n|\Z)"
)
_KEY = re.compile(r"^[A-Za-z_][\w-]*\s*[:=]", re.MULTILINE)
# The title may stand in indented lines of its own.
_TITLE = re.compile(
    r"^title[ \t]*[:=][ \t]*(?:[>|]-?\n((?:[ \t]+\S.*\n)+)|([\"']?)([^>|\s](?:.*\S)?)\2[ \t]*$)",
    re.MULTILINE,
)
HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
# The anchor or the class of a heading, if the page sets one.
_ANCHOR = re.compile(r"(?<![ \t])[ \t]*\{[#.][^{}]*\}[ \t]*$")
_COMPONENTS = re.compile(r"\s*(?:</?[A-Z][^<>]*>\s*)+")
# A string, or a list of strings, as the value of an attribute in MDX.
_BRACED = re.compile(r"=\{(?:([\"'])([^\"'{}]*)\1|\[([^\[\]{}]*)\])\}")
# A comment at the start of a line, or fenced code, which may contain such a comment.
_COMMENT = re.compile(
    r"^[ \t]*(?:<!--(?:(?!-->).)*+(-->|\Z)|(`{3,}+|~{3,}+).*?^[ \t]*\2)", re.DOTALL | re.MULTILINE
)
# Tags of templates, and the ends and kinds of notes.
_UNSEEN = re.compile(r"\s*(?:\{[%:/][^{}]*\}|\{\{[%<][^{}]*\}\}|:{3,}(?:\s*+[A-Za-z-]+)?+)\s*")
# The label of a tab, or of a folded text: in GitBook and Hugo, MkDocs, VitePress, and Sphinx.
_LABEL = re.compile(
    r"""\s*(?:(?:\{[{%<\s-]+tab\s+(?:\w+=)?|===\s+|\?\?\?\+?\s[\w\s-]+)(["'])(.*?)\1.*"""
    r"""|(?:(?:@|:{3,}\s*)(?:tab|details)\s+|:{3,}\{[\w-]+\}\s*)(\S.*)?)""",
    re.DOTALL,
)
# The start of a tab or a note in MkDocs, whose content is indented.
_START = re.compile(r"(?:===|!!!|\?\?\?\+?) ")
# The caption of the table above, in Kramdown.
_CAPTION_BELOW = re.compile(r"\{:[^{}]*\bcaption=([\"'])(.*?)\1[^{}]*\}\s*")
# Sphinx has tables between colons, which the parser does not know as a fence.
_FENCE = re.compile(r"`{3,}[^`]*$|~~~|:::+(?=\{(?:list|csv)-table\})")
# A title between two items of a list, which the parser would add to the text of the first.
_CAPTION = re.compile(r"[A-Z\d].*:\s*$")
_ITEM = re.compile(r"[-*+] ")

# An indent with spaces outside ASCII would turn its line into code.
_INDENT = re.compile(r"^(?=[ \t\v\f]*+[^\S \t\v\f\n])[^\S\n]+", re.MULTILINE)
# The parser treats only ASCII spaces as spaces.
_BLANK = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def without_front_matter(text: str) -> tuple[str, str | None]:
    """Return a page with its front matter emptied, and the title in the front matter."""
    text = normal(text)
    found = _FRONT_MATTER.match(text)
    if found is None or not _KEY.search(found[0]):
        return text, None
    title = _TITLE.search(found[0])
    emptied = "\n" * found[0].count("\n") + text[found.end() :]
    return emptied, title and (title[1] or title[3])


def prepared(page: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines for the parser, each with the number that it has on the page."""
    text = _INDENT.sub("", "\n".join(line.text for line in page))
    text = _BLANK.sub(" ", text)
    # Without an end, it is not a comment.
    text = _COMMENT.sub(lambda each: "\n" * each[0].count("\n") if each[1] else each[0], text)
    texts = list(_dedented(text.split("\n")))
    fence = ""
    around = zip(page, ["", *texts], texts, [*texts[1:], ""], strict=False)
    for line, above, text, below in around:
        bare = _bare(text).rstrip()
        if fence or _FENCE.match(bare):
            is_end = fence and bare.startswith(fence) and len(set(bare)) == 1
            mark = fence or bare[: len(bare) - len(bare.lstrip(bare[0]))]
            is_border = mark[0] == ":" and (is_end or not fence)
            parts = ["```" + bare.lstrip(":") if is_border else text]
            fence = "" if is_end else mark
        else:
            parts = _set_apart(above, text, below)
        yield from (line._replace(text=part) for part in parts)


def _dedented(texts: Iterable[str]) -> Iterator[str]:
    """Yield the lines. Those inside a component, or a tab or a note of MkDocs, lose their indent."""
    is_inside = is_first = False
    outer = 0
    for text in texts:
        if _COMPONENTS.fullmatch(text):
            is_first, outer = True, 0
        elif is_first and text.strip():
            is_first, outer = False, depth(text)
        text = text[min(outer, depth(text)) :]
        is_inside &= text.startswith("    ") or not text.strip()
        yield text[4:] if is_inside else text
        is_inside |= _START.match(text) is not None


def _set_apart(above: str, text: str, below: str) -> list[str]:
    """Return a line in the form that the parser reads, between blank lines if it is a block."""
    if found := _LABEL.fullmatch(text):
        label = escape(found[2] or found[3] or "")
        return ["", f'<Tab title="{label}"/>', ""]
    if _COMPONENTS.fullmatch(text):
        return ["", _BRACED.sub(_quoted, text.strip()), ""]
    if found := _CAPTION_BELOW.fullmatch(text):
        return ["", f"<figcaption>{escape(found[2])}</figcaption>", ""]
    if _UNSEEN.fullmatch(text):
        return [""]
    if HEADING.match(text):
        return ["", _ANCHOR.sub("", text)]
    is_caption = _CAPTION.match(text) and _ITEM.match(above) and _ITEM.match(below)
    if is_caption or not PIPE.search(above) and begins_table(_bare(text), _bare(below)):
        return ["", text]
    return [text]


def _quoted(found: re.Match[str]) -> str:
    """Return the value of an attribute in MDX as that of one in HTML."""
    return f'="{escape(found[2] or found[3] or "")}"'


def _bare(text: str) -> str:
    """Return a line without its indent and the marks of a quotation."""
    return text.lstrip("> \t")
