"""The header of an emitted file: what it was made from, by which command, a checksum of the rest.

The checksum tells an emitted file that somebody has edited from one that is
only old: the first must not be overwritten without a word.
"""

import json
import re
from hashlib import sha256

COMMAND = "provider-codes generate"
SITE_COMMAND = "provider-codes site"
SUFFIXES = (".css", ".html", ".js", ".py")
"""Of what is emitted into folders that are ours alone; a schema stands among specs."""

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
# A header that somebody wrote above, or into, is still one of ours.
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
    """Whether the text has a header of ours."""
    return _TRACE.match(text) is not None


def is_untouched(text: str) -> bool:
    """Whether the header, and all below it, is as it was written."""
    for header in _HEADERS:
        if found := header.match(text):
            return f"sha256:{found['checksum']}" in _checksum(text[found.end() :])
    return False


def _checksum(body: str) -> str:
    return f"sha256:{sha256(body.encode('utf-8')).hexdigest()} of all below this line."
