"""Reads MHTML, the single file in which a browser saves a page with its pictures and styles."""

from email import message_from_string
from email.message import Message
from itertools import chain

from . import html
from .decode import decode
from .page import Page
from .text import Line, normal, unreadable

_HTML = ("html", "xhtml+xml")


def read(text: str) -> Page:
    """Return the page of a text in MHTML: of its first HTML part, and of the frames after it."""
    text = normal(text)
    parts = message_from_string(text.lstrip()).walk()
    pages = [_page(part, text) for part in parts if part.get_content_subtype() in _HTML]
    if not pages:
        raise unreadable("the message has no part in HTML")
    return pages[0]._replace(
        headings=tuple(chain.from_iterable(page.headings for page in pages)),
        tables=tuple(chain.from_iterable(page.tables for page in pages)),
        loose=tuple(chain.from_iterable(page.loose for page in pages)),
    )


def _page(part: Message, text: str) -> Page:
    """Return the page of a part of the text."""
    encoded = markup = str(part.get_payload())
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding in ("quoted-printable", "base64"):
        body = part.get_payload(decode=True)
        assert isinstance(body, bytes)
        markup = decode(body, part.get_content_charset())
    # In quoted-printable, a line that ends in `=` continues on the next one.
    lines = encoded.split("\n")
    start = text.count("\n", 0, max(text.find(encoded), 0)) + 1
    is_soft = [encoding == "quoted-printable" and line.rstrip().endswith("=") for line in lines]
    numbers = [start + place for place in range(len(lines)) if not place or not is_soft[place - 1]]
    return html.read(markup, [Line("", number, "") for number in numbers])
