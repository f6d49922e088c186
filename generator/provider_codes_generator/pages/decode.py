"""Decodes the bytes of a page in the encoding that it declares."""

import codecs
import re

from ..model import Finding, Refused, shortened
from .foreign import expect_text

# The most bytes that a page may have, from any source.
LARGEST = 20 * 2**20

# The longer ones first: the mark of UTF-32 begins with the mark of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In MHTML, `=3D` is an encoded equals sign.
_META = re.compile(
    rb"<meta\b[^<>]*?\bcharset\s*+=(?!3D)\s*+(?:[\"']\s*+)?([^\s\"'/>;]+)", re.IGNORECASE
)
_META_WITHIN = 2048
# Python uses these internally. No page is written in them, and some take very long.
_NO_CHARSETS = frozenset(
    {"idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
    | {"utf-7"}
)
_HELP = (
    "open it in a browser, save the page, and give it with --document; or save the file that you"
    " have in the encoding UTF-8"
)


def decode(body: bytes, charset: str | None = None) -> str:
    """Return the text of a page. Raises `Refused`. Nothing is replaced or guessed.

    The charset is `charset`, that of the byte order mark, the declared one, or UTF-8, in this
    order.
    """
    expect_text(body)
    charset = charset or _marked(body) or _declared(body) or "utf-8"
    try:
        if codecs.lookup(charset).name in _NO_CHARSETS:
            raise LookupError
        text = body.decode(charset)
    except UnicodeError as error:
        at = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise _problem(f"the text is not in {shortened(charset)}, as it should be{at}") from error
    except (LookupError, ValueError):  # no such charset, or not the name of one
        message = f"the text is in {shortened(charset)}, a charset that is not known"
        raise _problem(message) from None
    # Without a byte order mark, these encodings pass for others with additional null characters.
    if "\0" in text[:4]:
        raise _problem(f"the text is not in {shortened(charset)}: it seems to be UTF-16 or UTF-32")
    return text.removeprefix("\ufeff")


def _problem(message: str) -> Refused:
    return Refused(Finding("page-undecodable", message, _HELP))


def _marked(body: bytes) -> str | None:
    """Return the charset of a byte order mark, or None."""
    return next((charset for mark, charset in _MARKS if body.startswith(mark)), None)


def _declared(body: bytes) -> str | None:
    """Return the charset that a page in HTML declares, or None."""
    found = _META.search(body[:_META_WITHIN])
    charset = found[1].decode("latin-1").lower() if found else None
    # If the declaration can be read as single bytes, the page is not in UTF-16. Browsers agree.
    return "utf-8" if charset and charset.startswith("utf-16") else charset
