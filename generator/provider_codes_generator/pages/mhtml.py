"""Reads MHTML, the single file in which a browser saves a page with its pictures and styles."""

import re
from email import message_from_bytes

from . import html
from .decode import decode
from .page import Page
from .problem import unreadable
from .text import Line, normal

_HEADERS = 5_000
_MIME = re.compile(r"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_HTML = ("html", "xhtml+xml")
_HEADER = re.compile(r"[A-Za-z][\w-]*:")


def is_mhtml(text: str) -> bool:
    """Whether a text begins with the headers of a message."""
    head = text.lstrip()[:_HEADERS].partition("\n\n")[0]
    return _HEADER.match(head) is not None and _MIME.search(head) is not None


def read(text: str) -> Page:
    """Return the page of a text in MHTML: that of the first HTML in it."""
    text = normal(text)
    message = message_from_bytes(text.lstrip().encode("utf-8", "surrogatepass"))
    parts = (part for part in message.walk() if part.get_content_subtype() in _HTML)
    part = next(parts, None)
    if part is None:
        raise unreadable("the message has no part in HTML")
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    body = part.get_payload(decode=True)
    assert isinstance(body, bytes)
    if encoding in ("quoted-printable", "base64"):
        encoded, markup = str(part.get_payload()), decode(body, part.get_content_charset())
    else:
        # It was decoded with the file.
        encoded = markup = body.decode("utf-8", "surrogatepass")
    start = text.count("\n", 0, max(text.find(encoded.partition("\n")[0]), 0)) + 1
    starts = [start + place for place in _line_starts(encoded, encoding)]
    return html.read(markup, [Line("", number, "") for number in starts])


def _line_starts(encoded: str, encoding: str) -> list[int]:
    """Return the place in the encoded text at which each line of the HTML begins, from 0.

    In quoted-printable, a line that ends in `=` continues on the next one. In base64, nothing
    but the first line is known.
    """
    if encoding == "base64":
        return [0]
    lines = enumerate(encoded.split("\n"), start=1)
    is_soft = encoding == "quoted-printable"
    return [0, *(place for place, line in lines if not (is_soft and line.rstrip().endswith("=")))]
