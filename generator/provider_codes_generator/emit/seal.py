"""The header of an emitted file: its source, its command, and a checksum of the rest.

The checksum distinguishes an edited file from an outdated one. An edited file must not be
overwritten silently.
"""

import json
import re
from hashlib import sha256

# How a comment begins and ends, by the suffix of the file.
_COMMENTS = {
    ".css": ("/* ", " */"),
    ".html": ("<!-- ", " -->"),
    ".js": ("/* ", " */"),
    ".py": ("# ", ""),
}
SUFFIXES = tuple(_COMMENTS)
"""The suffixes of files in folders that we own; a schema is not there, but beside specs."""

_CHECKSUM = r"sha256:[0-9a-f]{64} of all below this line\."
_HEADER = re.compile(
    r"(?:\{\n)?.*Generated from (?P<source>.*) by `(?P<command>.*)`\. Do not edit\."
    rf"(?:.*\n)?.*{_CHECKSUM}.*\n"
)
# A header is still ours if text was added above or inside it.
_TRACE = re.compile(rf"(?:.*\n){{0,8}}.*{_CHECKSUM}")


def seal(body: str, source: str, command: str, suffix: str) -> str:
    """The text of a file with its header, in a comment of its language.

    `source` is what the command made it from. JSON has no comments: there the header is the first
    key. Other kinds of files get no header.
    """
    note = f"Generated from {source} by `{command}`. Do not edit."
    if suffix == ".json":
        rest = body.removeprefix("{\n")
        return f'{{\n  "$comment": {json.dumps(f"{note} {_checksum(rest)}")},\n{rest}'
    if suffix not in _COMMENTS:
        return body
    begin, end = _COMMENTS[suffix]
    return f"{begin}{note}{end}\n{begin}{_checksum(body)}{end}\n{body}"


def is_sealed(text: str, command: str = "") -> bool:
    """Whether the text has one of our headers: that of the command, if one is given."""
    found = _TRACE.match(text)
    return found is not None and (not command or f"by `{command}`." in found[0])


def is_untouched(text: str, suffix: str) -> bool:
    """Whether the header and everything below it are unchanged."""
    found = _HEADER.match(text)
    return found is not None and text == seal(
        text[found.end() :], found["source"], found["command"], suffix
    )


def _checksum(body: str) -> str:
    return f"sha256:{sha256(body.encode('utf-8')).hexdigest()} of all below this line."
