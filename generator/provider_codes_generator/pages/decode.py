"""Decodes the bytes of a page as browsers do."""

import re

import webencodings

from ..model import Finding, Refused, shortened
from .foreign import expect_text

# The most bytes that a page may have, from any source.
LARGEST = 20 * 2**20

# A declaration of UTF-16 that can be read as bytes is wrong. In MHTML, `=3D` is an equals sign.
_DECLARED = re.compile(
    rb"(?i)(?:<meta\b[^<>]*?\bcharset|\A\s*<\?xml\b[^<>]*?\bencoding)\s*+=(?!3D)\s*+[\"']?\s*+"
    rb"(?!utf-16)([^\s\"'/>;]+)"
)
_HELP = "open it in a browser or an editor, save it in UTF-8, and give it with --document"


def decode(body: bytes, label: str | None = None) -> str:
    """Return the text of a page. Raises `Refused`. Nothing is replaced or guessed.

    The encoding is that of a byte order mark, the label, the declaration of the page, or UTF-8.
    """
    expect_text(body)
    declared = _DECLARED.search(body[:2048])
    label = label or (str(declared[1], "latin-1") if declared else "utf-8")
    try:
        text, _ = webencodings.decode(body, label, errors="strict")
    except UnicodeDecodeError as error:
        why = f"the text is not in {error.encoding.replace('charmap', label)} at byte {error.start}"
    except LookupError:
        why = f"browsers do not know {shortened(label)}, the encoding of the text"
    else:
        # Without a mark, these encodings pass for others with additional null characters.
        if "\0" not in text[:4]:
            return text
        why = f"the text is not in {label}: it seems to be UTF-16 or UTF-32"
    raise Refused(Finding("page-undecodable", why, _HELP))
