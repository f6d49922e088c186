"""Makes HTML of a document parsed by docutils. Its lines are those of the page."""

import re
from collections.abc import Sequence
from html import escape

from docutils import nodes

# The elements of HTML for nodes. The content of other nodes stands for itself.
_TAGS = {
    "block_quote": "blockquote",
    "bullet_list": "ul",
    "caption": "figcaption",
    "classifier": "dd",
    "definition": "dd",
    "definition_list": "dl",
    "description": "dd",
    "doctest_block": "pre",
    "enumerated_list": "ol",
    "field_body": "dd",
    "field_list": "dl",
    "field_name": "dt",
    "line": "p",
    "list_item": "li",
    "literal_block": "pre",
    "option_group": "dt",
    "option_list": "dl",
    "paragraph": "p",
    "row": "tr",
    "strong": "strong",
    "table": "table",
    "tbody": "tbody",
    "term": "dt",
    "thead": "thead",
}
# The level of messages about what is not in the document.
_ERROR = 3
# What a page does not show where it stands.
_APART = (nodes.comment, nodes.substitution_definition, nodes.target)

# Markup inside a text, after its signs of HTML are escaped: a code, a piece of text with an end, a name of
# something elsewhere, or an escaped character. The limits keep the search for an end short.
_MARKUP = re.compile(
    r"""
    ``(?=\S)(?P<code>.{1,1000}?)(?<=\S)``(?!`)
    | (?<![\w:])(?::[a-z][\w:+.-]{0,60}:)?`(?=\S)(?P<interpreted>[^`]{1,1000})(?<=\S)`
      (?:_{1,2}|:[a-z][\w:+.-]{0,60}:)?
    | (?<![\w*])\*\*(?=\S)(?P<strong>[^*]{1,1000})(?<=\S)\*\*(?!\w)
    | (?<![\w*])\*(?=\S)(?P<em>[^*]{1,1000})(?<=\S)\*(?!\w)
    | (?<!\w)\|(?=\S)(?P<substitution>[^|\n]{1,100})(?<=\S)\|_{0,2}
    | [ ]?\[(?:\d+|\#\w*|\*)\]_(?P<footnote>)
    | (?<![\w.+:-])(?P<reference>[a-z0-9]+(?:[-._+:][a-z0-9]+)*)_{1,2}(?!\w)
    | \\(?P<escaped>.)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def as_html(document: nodes.document, text: str) -> str:
    """Return the HTML of a document. `text` is the page that it was parsed from."""
    writer = _Writer(document, text.split("\n"))
    writer.write(document)
    return "".join(writer.parts)


class _Writer:
    """Writes nodes, each of them on its line of the page if that is known and still ahead."""

    def __init__(self, document: nodes.document, lines: Sequence[str]) -> None:
        self.parts: list[str] = []
        self._line = 1
        self._level = 0
        self._lines = lines
        self._substitutions = document.substitution_defs

    def write(self, node: nodes.Node) -> None:
        """Write a node and what is in it."""
        match node:
            case nodes.Text():
                self._add(_MARKUP.sub(self._marked_up, escape(node.astext())))
            case nodes.section():
                self._level += 1
                self._write_inside(node)
                self._level -= 1
            case nodes.title() | nodes.rubric():
                self._write_title(node)
            case nodes.entry():
                columns, rows = node.get("morecols", 0) + 1, node.get("morerows", 0) + 1
                self._write_as(node, "td", f' colspan="{columns}" rowspan="{rows}"')
            case nodes.image():
                self._add(escape(node.get("alt", "")))
            case nodes.system_message():
                self._write_unread(node)
            case nodes.Element() if node.tagname in _TAGS:
                self._write_as(node, _TAGS[node.tagname])
            case nodes.Element() if not isinstance(node, _APART):
                self._write_inside(node)
            case _:
                pass

    def _write_inside(self, node: nodes.Element) -> None:
        for child in node.children:
            self.write(child)

    def _write_as(self, node: nodes.Element, tag: str, attributes: str = "") -> None:
        """Write an element. A definition list continues the one directly above it."""
        if tag == "dl" and self.parts[-1:] == ["</dl>"]:
            self.parts.pop()
        else:
            if not isinstance(node, nodes.title | nodes.rubric):
                lines = (each.line for each in (*node.findall(), node.parent) if each.line)
                self._go_to(next(lines, 0))
            self._add(f"<{tag}{attributes}>")
        self._write_inside(node)
        self._add(f"</{tag}>")

    def _write_title(self, node: nodes.Element) -> None:
        """Write the title of a section, a table, or anything else: a label in bold."""
        if isinstance(node, nodes.title) and isinstance(node.parent, nodes.section):
            line = node.line or 0
            # Without an overline, the parser gives the line of the underline.
            is_rule = not any(map(str.isalnum, self._lines[line - 1]))
            self._go_to(line - is_rule)
            self._write_as(node, f"h{min(self._level, 6)}")
        elif isinstance(node.parent, nodes.table):
            self._write_as(node, "caption")
        else:
            self._add("<p>")
            self._write_as(node, "strong")
            self._add("</p>")

    def _write_unread(self, node: nodes.system_message) -> None:
        """Write the lines that the parser could not read, such as a malformed table."""
        for block in node.findall(nodes.literal_block):
            lines = block.astext().splitlines()
            if node["level"] >= _ERROR or lines[0].startswith(".."):
                ahead = range(self._line, len(self._lines) + 1)
                first = lines[0].strip()
                self._go_to(next((at for at in ahead if self._lines[at - 1].strip() == first), 0))
                for line in lines:
                    self._add(f"<p>{escape(line)}</p>\n")

    def _go_to(self, line: int) -> None:
        self._add("\n" * (line - self._line))

    def _add(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self._line += text.count("\n")

    def _marked_up(self, match: re.Match[str]) -> str:
        """Return the HTML of a piece of markup. Of a reference or a role, only the text stays."""
        kind = str(match.lastgroup)
        text = match[kind]
        match kind:
            case "code" | "strong" | "em":
                return f"<{kind}>{text}</{kind}>"
            case "substitution":
                found = self._substitutions.get(text)
                return escape(found.astext()) if found else match[0]
            case "interpreted":
                label, _, target = text.removesuffix("&gt;").partition("&lt;")
                label = (label.strip() or target).lstrip("!~")
                return f'<a href="{target}">{label}</a>' if "://" in target else label
            case _:
                return text.strip()
