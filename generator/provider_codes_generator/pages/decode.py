"""Decodes the bytes of a page as browsers do, and says how to convert formats that are not read."""

import codecs
import re

import webencodings

from ..model import Finding, Refused, shortened

# The most bytes that a page may have, from any source.
LARGEST = 20 * 2**20

# A declaration of UTF-16 that can be read as bytes is wrong. In MHTML, an equals sign is written
# `=3D`, and `=` at the end of a line continues it.
_DECLARED = re.compile(
    rb"(?i)(?:<meta\b[^<>]*?\bcharset|\A\s*<\?xml\b[^<>]*?\bencoding)\s*+=(?!3D|\r?\n)\s*+[\"']?\s*+"
    rb"(?!utf-16)([^\s\"'/>;]+)"
)
_HELP = "open it in a browser or an editor, save it in UTF-8, and give it with --document"

_OFFICE = "save it as HTML with an office program, or with `pandoc -o page.html page.{}`"
_SHEETS = "save each of its sheets as CSV"
_PANDOC = "convert it to HTML, for example with `pandoc -f {} -o page.html page`"

# The name of each format, bytes near its start, bytes further inside, and how to convert it.
_START = 64
_FILES = (
    ("PDF", b"%PDF-", b"", "convert it to text with `pdftotext -layout page.pdf`"),
    ("Word", b"PK\3\4", b"word/", _OFFICE.format("docx")),
    ("Excel", b"PK\3\4", b"xl/", _SHEETS),
    ("OpenDocument", b"PK\3\4", b"vnd.oasis.opendocument", _OFFICE.format("odt")),
    ("Excel", b"\xd0\xcf\x11\xe0", b"W\0o\0r\0k\0b\0", _SHEETS),
    ("Word", b"\xd0\xcf\x11\xe0", b"", _OFFICE.format("docx")),
    ("RTF", b"{\\rtf", b"", _OFFICE.format("rtf")),
    ("ZIP", b"PK\3\4", b"", "unpack it"),
    ("gzip", b"\x1f\x8b\b", b"", "unpack it"),
)
_TEXTS = (
    (
        "DocBook",
        r"\A\s*<[?!a-z](?s:.*)(?:docbook\.org/ns/|//DTD DocBook|<tgroup\b|<variablelist\b)",
        _PANDOC.format("docbook"),
    ),
    (
        "AsciiDoc",
        r"\A\s*= [^\s=]|^\[(?:verse|horizontal|listing)\]$|^[|,:]={3,}[ \t]*$"
        r"|^={2,5} [^\s\"'][^=\n]*$(?s:.*)^={2,5} [^\s\"'][^=\n]*$",
        "convert it to HTML with `asciidoctor page.adoc`",
    ),
    ("Org", r"^#\+\w+:|^[ \t]*\|-+(?:\+-+)+\|[ \t]*$", _PANDOC.format("org")),
    ("Jira wiki", r"^\|\|(?:[^|\n]+\|\|)+[ \t]*$", _PANDOC.format("jira")),
    ("LaTeX", r"^ *\\begin\{(?:document|tabular|longtable)\}", _PANDOC.format("latex")),
    ("man", r"^\.TH ", _PANDOC.format("man")),
    ("MediaWiki", r"^\{\|(?s:.*)^\|-", _PANDOC.format("mediawiki")),
    ("SQL", r"\A\s*(?i:INSERT\s+INTO|CREATE\s+TABLE)\b", "export the rows as CSV"),
    (
        "source code",
        r"\A(?:\s|/\*(?s:.*?)\*/|(?://|#|package|import|syntax).*$)*+(?:\w[\w ]* )?enum\b.*\{[ \t]*$",
        "write the values, the names and the texts into a table of Markdown or CSV",
    ),
)


def decode(body: bytes, label: str | None = None) -> str:
    """Return the text of a page. Raises `Refused`. Nothing is replaced or guessed.

    The encoding is that of a byte order mark, the label, the declaration of the page, or UTF-8.
    """
    expect_text(body)
    declared = _DECLARED.search(body[:2048])
    label = label or (str(declared[1], "latin-1") if declared else "utf-8")
    try:
        text, _ = webencodings.decode(body, label, errors="provider-codes-control")
    except UnicodeDecodeError as error:
        why = f"the text is not in {error.encoding.replace('charmap', label)} at byte {error.start}"
    except LookupError:
        why = f"browsers do not know {shortened(label)}, the encoding of the text"
    else:
        # Without a mark, UTF-16 and UTF-32 decode as other encodings, with null characters.
        if "\0" not in text[:4]:
            return text
        why = f"the text is not in {label}: it seems to be UTF-16 or UTF-32"
    raise Refused(Finding("page-undecodable", why, _HELP))


def _as_control(error: UnicodeError) -> tuple[str, int]:
    """Return the control for a byte that a Windows code page leaves undefined, as browsers do."""
    assert isinstance(error, UnicodeDecodeError)
    byte = error.object[error.start]
    if error.encoding != "charmap" or byte > 0x9F:
        raise error
    return chr(byte), error.start + 1


codecs.register_error("provider-codes-control", _as_control)


def expect_text(body: bytes) -> None:
    """Check that the bytes of a page are not those of another kind of file. Raises `Refused`."""
    for name, start, inside, help in _FILES:
        if start in body[:_START] and inside in body:
            raise _refused(name, help)


def expect_known(text: str) -> None:
    """Check that a text is not in a format that is recognised but not read. Raises `Refused`."""
    for name, sign, help in _TEXTS:
        if re.search(sign, text, re.MULTILINE):
            raise _refused(name, help)


def _refused(name: str, help: str) -> Refused:
    message = f"the page is in the format {name}, which is not read"
    return Refused(Finding("page-format", message, f"{help}, and give that with --document"))
