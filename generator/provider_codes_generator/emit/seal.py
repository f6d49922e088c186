"""The header of an emitted file: its source, command and version, and a checksum of the rest.

A file that differs only in the version counts as equal, so that an upgrade rewrites only the files
that it changes. The checksum distinguishes an edited file, which must not be overwritten silently,
from an outdated one.
"""

import json
import re
from hashlib import sha256

from ..model import VERSION

# Comments, and the suffixes of the files that have them
_STYLES = {
    "/* ... */": "c cc cjs cpp cs css cts dart go groovy h hpp java js jsx kt kts less mjs mts php proto "
    "rs scala scss swift ts tsx",
    "# ...": "cr ex exs graphql jl nim pl ps1 py r rb sh tf toml yaml yml",
    "-- ...": "elm hs lua sql",
    "<!-- ... -->": "htm html md svelte svg vue xml",
}
COMMENTS = {f".{name}": style for style, names in _STYLES.items() for name in names.split()}
"""The comments of files by suffix. A schema has none, and is not in a folder that we own."""

_CHECKSUM = r"sha256:[0-9a-f]{64} of all below this line\."
_VERSION = r" Version (?P<version>(?>[^\s.]+(?:\.[^\s.]+)*))\."
# These have to be on the first line of a file.
_FIRST = r"(?:#!|<\?).*\n"
_HEADER = re.compile(
    rf"(?P<first>{_FIRST})?(?:\{{\n)?(?P<begin>.*)Generated from (?P<source>.*) by `(?P<command>.*)`\. "
    rf"Do not edit\.(?:{_VERSION})?(?:.*\n)?.*{_CHECKSUM}(?P<end>.*)\n"
)
# A header is still ours if text was added above or inside it.
_TRACE = re.compile(rf"(?:.*\n){{0,8}}.*{_CHECKSUM}")


def seal(body: str, source: str, command: str, suffix: str, comment: str = "") -> str:
    """Return the text of a file with its header, in a comment of its language.

    `source` is what the command made it from. `comment` is how the project writes one, with the
    text at `...`. JSON has no comments: there the header is the first key. Files of other suffixes
    get no header unless the project says how.
    """
    note = f"Generated from {source} by `{command}`. Do not edit. Version {VERSION}."
    if suffix == ".json":
        rest = body.removeprefix("{\n")
        return f'{{\n  "$comment": {json.dumps(f"{note} {_checksum(rest)}")},\n{rest}'
    if not (comment := comment or comment_of(suffix)):
        return body
    begin, _, end = comment.partition("...")
    found = re.match(_FIRST, body)
    first = found[0] if found else ""
    rest = body.removeprefix(first)
    return f"{first}{begin}{note}{end}\n{begin}{_checksum(rest)}{end}\n{rest}"


def comment_of(suffix: str) -> str:
    """Return how files of the suffix, in any case, write a comment; empty if it is unknown."""
    return COMMENTS.get(suffix.lower(), "")


def is_sealed(text: str, command: str = "") -> bool:
    """Whether the text has one of our headers: that of the command, if one is given."""
    found = _TRACE.match(text)
    return found is not None and (not command or f"by `{command}`." in found[0])


def is_untouched(text: str, suffix: str) -> bool:
    """Whether the header and everything below it are unchanged."""
    if not (found := _HEADER.match(text)):
        return False
    body = (found["first"] or "") + text[found.end() :]
    comment = f"{found['begin']}...{found['end']}"
    return is_same(text, seal(body, found["source"], found["command"], suffix, comment))


def version(text: str) -> str | None:
    """Return the version that made the text, if its header says so."""
    found = _HEADER.match(text)
    return found["version"] if found else None


def is_same(old: str, new: str) -> bool:
    """Whether the texts are equal apart from the version that made them."""
    return old == new or _unversioned(old) == _unversioned(new)


def _unversioned(text: str) -> str:
    found = _HEADER.match(text)
    end = found.end() if found else 0
    return re.sub(_VERSION, "", text[:end], count=1) + text[end:]


def _checksum(body: str) -> str:
    return f"sha256:{sha256(body.encode('utf-8')).hexdigest()} of all below this line."
