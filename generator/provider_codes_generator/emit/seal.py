"""The header of an emitted file: its source, its command, and a checksum of the rest.

The checksum distinguishes an edited file from an outdated one. An edited file must not be
overwritten silently.
"""

import json
import re
from hashlib import sha256

COMMAND = "provider-codes generate"
SITE_COMMAND = "provider-codes site"
SUFFIXES = (".css", ".html", ".js", ".py")
"""The suffixes of files in folders that we own; a schema is not there, but beside specs."""

_NOTE = rf"Generated from [^\n]* by `(?:{COMMAND}|{SITE_COMMAND})`\. Do not edit\."
_CHECKSUM = r"sha256:(?P<checksum>[0-9a-f]{64}) of all below this line\."
_PYTHON, _MARKUP, _STYLE = ("# ", ""), ("<!-- ", " -->"), ("/* ", " */")
_HEADERS = (
    *(
        re.compile(f"{begin}{_NOTE}{end}\n{begin}{_CHECKSUM}{end}\n")
        for begin, end in (map(re.escape, comment) for comment in (_PYTHON, _MARKUP, _STYLE))
    ),
    re.compile(rf'{{\n  "\$comment": "{_NOTE} {_CHECKSUM}",\n'),
)
# A header is still ours if text was added above or inside it.
_TRACE = re.compile(rf"\A(?:[^\n]*\n){{0,8}}[^\n]*{_CHECKSUM}")


def seal_python(body: str, source: str) -> str:
    """A Python file with its header; `source` is what it was made from."""
    return _commented(body, source, COMMAND, _PYTHON)


def seal_json(body: str, source: str) -> str:
    """A JSON object with its header as the first key, `$comment`."""
    rest = body.removeprefix("{\n")
    comment = f"Generated from {source} by `{COMMAND}`. Do not edit. {_checksum(rest)}"
    return f'{{\n  "$comment": {json.dumps(comment)},\n{rest}'


def seal_site(body: str, source: str, suffix: str) -> str:
    """A file of the site with its header, in comments of its language."""
    return _commented(body, source, SITE_COMMAND, _MARKUP if suffix == ".html" else _STYLE)


def _commented(body: str, source: str, command: str, comment: tuple[str, str]) -> str:
    begin, end = comment
    note = f"Generated from {source} by `{command}`. Do not edit."
    return f"{begin}{note}{end}\n{begin}{_checksum(body)}{end}\n{body}"


def is_sealed(text: str) -> bool:
    """Whether the text has one of our headers."""
    return _TRACE.match(text) is not None


def is_untouched(text: str) -> bool:
    """Whether the header and everything below it are unchanged."""
    for header in _HEADERS:
        if found := header.match(text):
            return f"sha256:{found['checksum']}" in _checksum(text[found.end() :])
    return False


def _checksum(body: str) -> str:
    return f"sha256:{sha256(body.encode('utf-8')).hexdigest()} of all below this line."
