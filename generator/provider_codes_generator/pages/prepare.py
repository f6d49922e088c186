"""Prepares Markdown as providers publish it, so that the parser reads it as intended.

Never adds or removes a line, because the positions of tokens are positions of lines.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from .text import Line, is_rule

_FENCE = "---"
_KEY = re.compile(r"[A-Za-z_][\w-]*\s*:")
_PIPE = re.compile(r"(?<!\\)\|")

# The parser treats only ASCII spaces as spaces.
_BLANKS = {ord(blank): " " for blank in "\xa0\u1680\u202f\u205f\u3000"} | {
    code: " " for code in range(0x2000, 0x200B)
}


def without_front_matter(page: Sequence[Line]) -> Sequence[Line]:
    """Return the page with its front matter emptied, because that is not text of the page."""
    end = _front_matter_end([line.text.rstrip() for line in page])
    return [replace(line, text="") for line in page[:end]] + list(page[end:])


def prepared(page: Sequence[Line]) -> list[str]:
    """Return the text of each line, with spaces and rules in the form that the parser reads."""
    texts = [_blanked(line.text) for line in page]
    for place, text in enumerate(texts[1:], start=1):
        above = texts[place - 1].strip()
        if is_rule(text) and above.startswith("|") and not is_rule(above):
            if place == 1 or "|" not in texts[place - 2]:
                indent = text[: len(text) - len(text.lstrip())]
                texts[place] = indent + "|" + "---|" * _columns(above)
    return texts


def _front_matter_end(texts: list[str]) -> int:
    """Return the number of lines of front matter: 0 if a line in it cannot be YAML."""
    if not texts or texts[0] != _FENCE or _FENCE not in texts[1:]:
        return 0
    end = texts.index(_FENCE, 1)
    inside = texts[1:end]
    plausible = all(not text or text[0] in " \t#-" or ":" in text for text in inside)
    table = any(text.lstrip().startswith("|") for text in inside)
    return end + 1 if plausible and not table and any(map(_KEY.match, inside)) else 0


def _blanked(text: str) -> str:
    """Replace each character that looks like a space with a space.

    If other spaces than those of ASCII indent the line, the indent is removed. Otherwise it
    would make the line code.
    """
    bare = text.lstrip()
    if text[: len(text) - len(bare)].strip(" \t\v\f"):
        text = bare
    return text.translate(_BLANKS)


def _columns(header: str) -> int:
    """Return the number of columns of a header row, whatever the rule below it says."""
    inside = header.removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return len(_PIPE.findall(inside)) + 1
