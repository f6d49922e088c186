"""Markdown as providers publish it, to lines that the parser reads as they were meant.

No line is added or taken away: their places are the places of the parser's tokens.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from .text import Line, is_rule

_FENCE = "---"
_KEY = re.compile(r"[A-Za-z_][\w-]*\s*:")
_PIPE = re.compile(r"(?<!\\)\|")

# The parser takes no other blanks than those of ASCII for blanks.
_BLANKS = {ord(blank): " " for blank in "\xa0\u1680\u202f\u205f\u3000"} | {
    code: " " for code in range(0x2000, 0x200B)
}


def without_front_matter(page: Sequence[Line]) -> Sequence[Line]:
    """The page with its front matter emptied: it is for the site, and no text of the page."""
    end = _front_matter_end([line.text.rstrip() for line in page])
    return [replace(line, text="") for line in page[:end]] + list(page[end:])


def prepared(page: Sequence[Line]) -> list[str]:
    """The text of each line, in blanks and rules as the parser wants them."""
    texts = [_blanked(line.text) for line in page]
    for place, text in enumerate(texts[1:], start=1):
        above = texts[place - 1].strip()
        if is_rule(text) and above.startswith("|") and not is_rule(above):
            if place == 1 or "|" not in texts[place - 2]:
                indent = text[: len(text) - len(text.lstrip())]
                texts[place] = indent + "|" + "---|" * _columns(above)
    return texts


def _front_matter_end(texts: list[str]) -> int:
    """How many lines the front matter has; none where a line in it cannot be YAML."""
    if not texts or texts[0] != _FENCE or _FENCE not in texts[1:]:
        return 0
    end = texts.index(_FENCE, 1)
    inside = texts[1:end]
    plausible = all(not text or text[0] in " \t#-" or ":" in text for text in inside)
    table = any(text.lstrip().startswith("|") for text in inside)
    return end + 1 if plausible and not table and any(map(_KEY.match, inside)) else 0


def _blanked(text: str) -> str:
    """A line with blanks for all that looks like one.

    Where it is indented by such, it is not indented: that much would make it code.
    """
    bare = text.lstrip()
    if text[: len(text) - len(bare)].strip(" \t\v\f"):
        text = bare
    return text.translate(_BLANKS)


def _columns(header: str) -> int:
    """How many columns a header row has, whatever the rule below it says."""
    inside = header.removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return len(_PIPE.findall(inside)) + 1
