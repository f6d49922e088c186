"""The header of an emitted file: its source, command and version, and a checksum of the rest.

A file that differs only in the version counts as equal, so that an upgrade rewrites only the files
that it changes. The checksum distinguishes an edited file from an outdated one. An edited file must not be
overwritten silently.
"""

import json
import re
from hashlib import sha256

from ..model import VERSION

# How a comment begins and ends, and the suffixes of the files that have such comments.
_STYLES = {
    ("/* ", " */"): (
        "c cc cjs cpp cs css cts dart go h hpp java js jsx kt kts mjs mts proto rs scala scss swift "
        "ts tsx"
    ),
    ("# ", ""): "ex exs graphql jl pl ps1 py r rb sh tf toml yaml yml",
    ("-- ", ""): "elm hs lua sql",
    ("<!-- ", " -->"): "html md svelte vue",
}
_COMMENTS = {f".{each}": style for style, all in _STYLES.items() for each in all.split()}
SUFFIXES = tuple(_COMMENTS)
"""The suffixes of files in folders that we own; a schema is not there, but beside specs."""

_CHECKSUM = r"sha256:[0-9a-f]{64} of all below this line\."
_VERSION = r" Version (\S+)\."
_HEADER = re.compile(
    r"(?:\{\n)?.*Generated from (?P<source>.*) by `(?P<command>.*)`\. Do not edit\."
    rf"(?:{_VERSION})?(?:.*\n)?.*{_CHECKSUM}.*\n"
)
# A header is still ours if text was added above or inside it.
_TRACE = re.compile(rf"(?:.*\n){{0,8}}.*{_CHECKSUM}")


def seal(body: str, source: str, command: str, suffix: str) -> str:
    """The text of a file with its header, in a comment of its language.

    `source` is what the command made it from. JSON has no comments: there the header is the first
    key. Other kinds of files get no header.
    """
    note = f"Generated from {source} by `{command}`. Do not edit. Version {VERSION}."
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
    return found is not None and is_same(
        text, seal(text[found.end() :], found["source"], found["command"], suffix)
    )


def version(text: str) -> str | None:
    """The version that made the text, if its header says so."""
    found = _HEADER.match(text)
    return found[3] if found else None


def is_same(old: str, new: str) -> bool:
    """Whether the texts are equal apart from the version that made them."""
    return old == new or _unversioned(old) == _unversioned(new)


def _unversioned(text: str) -> str:
    found = _HEADER.match(text)
    end = found.end() if found else 0
    return re.sub(_VERSION, "", text[:end], count=1) + text[end:]


def _checksum(body: str) -> str:
    return f"sha256:{sha256(body.encode('utf-8')).hexdigest()} of all below this line."
