"""Recognises formats that are not read, and says how to convert them."""

import re

from ..model import Finding, Refused

_OFFICE = "save it as HTML with an office program, or with `pandoc -o page.html page.{}`"
_PANDOC = "convert it to HTML, such as with `pandoc -f {} -o page.html page`"

# Each with the first bytes, and with bytes further inside.
_FILES = (
    ("PDF", b"%PDF-", b"", "convert it to text with `pdftotext -layout page.pdf`"),
    ("Word", b"PK\3\4", b"word/", _OFFICE.format("docx")),
    ("Excel", b"PK\3\4", b"xl/", "save each of its sheets as CSV"),
    ("OpenDocument", b"PK\3\4", b"vnd.oasis.opendocument", _OFFICE.format("odt")),
    ("Word", b"\xd0\xcf\x11\xe0", b"W\0o\0r\0d\0", _OFFICE.format("docx")),
    ("RTF", b"{\\rtf", b"", _OFFICE.format("rtf")),
)
_DOCBOOK = r"\A\s*<(?s:.){,2000}?(?:docbook\.org/ns/|//DTD DocBook|<tgroup\b)"
_TEXTS = (
    ("DocBook", _DOCBOOK, _PANDOC.format("docbook")),
    ("AsciiDoc", r"\A\s*= \S|^\|===[ \t]*$", "convert it to HTML with `asciidoctor page.adoc`"),
    ("LaTeX", r"^ *\\begin\{(?:document|tabular|longtable)\}", _PANDOC.format("latex")),
)


def expect_text(body: bytes) -> None:
    """Check that the bytes of a page are not those of another kind of file. Raises `Refused`."""
    for name, start, inside, help in _FILES:
        if body.startswith(start) and inside in body:
            raise _refusal(name, help)


def expect_known(text: str) -> None:
    """Check that a text is not in a format that is recognised but not read. Raises `Refused`."""
    for name, sign, help in _TEXTS:
        if re.search(sign, text, re.MULTILINE):
            raise _refusal(name, help)


def _refusal(name: str, help: str) -> Refused:
    message = f"the page is in the format {name}, which is not read"
    return Refused(Finding("page-format", message, f"{help}, and give that with --document"))
