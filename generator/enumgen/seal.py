"""The header of an emitted file: what it was made from, by which command, a checksum of the rest.

The checksum tells an emitted file that somebody has edited from one that is
only old: the first must not be overwritten without a word.
"""

import json
import re
from hashlib import sha256

COMMAND = "provider-codes generate"

_CHECKSUM = re.compile(r"sha256:([0-9a-f]{64}) of all below this line\.")
_HEADER_LINES = 4


def seal_python(body: str, source: str) -> str:
    """A Python file with its header; `source` is what it was made from."""
    return f"# Generated from {source} by `{COMMAND}`. Do not edit.\n# {_checksum(body)}\n{body}"


def seal_json(body: str, source: str) -> str:
    """A JSON object with its header as the first key, `$comment`."""
    rest = body.removeprefix("{\n")
    comment = f"Generated from {source} by `{COMMAND}`. Do not edit. {_checksum(rest)}"
    return f'{{\n  "$comment": {json.dumps(comment)},\n{rest}'


def is_sealed(text: str) -> bool:
    """Whether the text has a header of ours."""
    return _find(text) is not None


def is_untouched(text: str) -> bool:
    """Whether all below the header is as it was written."""
    found = _find(text)
    return found is not None and f"sha256:{found[1]}" in _checksum(
        text[text.index("\n", found.end()) + 1 :]
    )


def _checksum(body: str) -> str:
    return f"sha256:{sha256(body.encode('utf-8')).hexdigest()} of all below this line."


def _find(text: str) -> re.Match[str] | None:
    head = "\n".join(text.split("\n", _HEADER_LINES)[:_HEADER_LINES])
    found = _CHECKSUM.search(head)
    return found if found and "\n" in text[found.end() :] else None
