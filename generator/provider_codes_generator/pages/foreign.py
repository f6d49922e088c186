"""Recognises formats that are not read, and says how to convert them."""

import re

from ..model import Finding, Refused

_OFFICE = "save it as HTML with an office program, or with `pandoc -o page.html page.{}`"
_PANDOC = "convert it to HTML, such as with `pandoc -f {} -o page.html page`"

# Each with bytes near its start, and with bytes further inside.
_START = 64
_FILES = (
    ("PDF", b"%PDF-", b"", "convert it to text with `pdftotext -layout page.pdf`"),
    ("Word", b"PK\3\4", b"word/", _OFFICE.format("docx")),
    ("Excel", b"PK\3\4", b"xl/", "save each of its sheets as CSV"),
    ("OpenDocument", b"PK\3\4", b"vnd.oasis.opendocument", _OFFICE.format("odt")),
    ("Word", b"\xd0\xcf\x11\xe0", b"W\0o\0r\0d\0", _OFFICE.format("docx")),
    ("RTF", b"{\\rtf", b"", _OFFICE.format("rtf")),
)
_TEXTS = (
    (
        "DocBook",
        r"\A\s*<[?!a-z](?s:.*)(?:docbook\.org/ns/|//DTD DocBook|<tgroup\b|<variablelist\b)",
        _PANDOC.format("docbook"),
    ),
    (
        "AsciiDoc",
        r"\A\s*= \S|^\|={3,}[ \t]*$|^={2,5} \S[^=\n]*$(?s:.*)^={2,5} \S[^=\n]*$",
        "convert it to HTML with `asciidoctor page.adoc`",
    ),
    ("Org", r"^#\+\w+:|^[ \t]*\|-+(?:\+-+)+\|[ \t]*$", _PANDOC.format("org")),
    ("Jira wiki", r"^\|\|(?:[^|\n]+\|\|)+[ \t]*$", _PANDOC.format("jira")),
    ("LaTeX", r"^ *\\begin\{(?:document|tabular|longtable)\}", _PANDOC.format("latex")),
    ("man", r"^\.TH ", _PANDOC.format("man")),
)


def expect_text(body: bytes) -> None:
    """Check that the bytes of a page are not those of another kind of file. Raises `Refused`."""
    for name, start, inside, help in _FILES:
        if start in body[:_START] and inside in body:
            raise _refusal(name, help)


def expect_known(text: str) -> None:
    """Check that a text is not in a format that is recognised but not read. Raises `Refused`."""
    for name, sign, help in _TEXTS:
        if re.search(sign, text, re.MULTILINE):
            raise _refusal(name, help)


def _refusal(name: str, help: str) -> Refused:
    message = f"the page is in the format {name}, which is not read"
    return Refused(Finding("page-format", message, f"{help}, and give that with --document"))
