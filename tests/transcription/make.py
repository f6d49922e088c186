"""Read the five provider pages a second time and write one hash for each code row.

The specs are transcribed from those pages by the tool and corrected by people. A
mistake in the tool's readers would reach both the spec and everything that is proven
equal to the spec, so a test that used the same readers could not see it. This script is
the second opinion: it shares no code with the tool, never looks at a spec, and knows
these five pages only. A test recomputes the hashes from the specs and compares them
with transcription.json: hashes, because the pages are not copied into the project.

A row is hashed as the SHA-256 of the UTF-8 bytes of

    json.dumps(row, ensure_ascii=False, separators=(",", ":"))

where row is [value, documented name, permanent, group, text], group is null or
[id, name], and null means that the page has no such column. The text is "" where
the page has none. Links are omitted.

Usage: make.py DOCUMENTS_DIR            write transcription.json
       make.py DOCUMENTS_DIR --check    compare with it; exit 1 on a difference
       make.py DOCUMENTS_DIR --rows     print the rows as JSON lines, to look into a
                                        mismatch
"""

import argparse
import hashlib
import html
import json
import re
import sys
from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple

OUTPUT = Path(__file__).resolve().parent.parent / "transcription.json"


class Group(NamedTuple):
    """A documented class of codes."""

    id: int
    name: str


class Row(NamedTuple):
    """One code row; the order of the fields is the order in the hash."""

    value: int | str
    name: str | None
    permanent: bool | None
    group: Group | None
    text: str


class TableRow(NamedTuple):
    """One row of a Markdown table, with the headings above it."""

    section: str
    subsection: str
    cells: tuple[str, ...]


class Erratum(NamedTuple):
    """A broken line of a page, and our reading."""

    page: str
    reading: str
    reason: str


class PageError(Exception):
    """The structure of a page is not the one that this script expects."""


Lists = dict[str, list[Row]]

# Header rows are recognised by their words: "the first row" would not do, because the stray 992 is
# read as a row before its table.
HEADERS = {
    ("Status Code", "Status Text", "Description"),
    ("Code", "ResponseText", "Description"),
    ("Codes", "Message"),
    ("Codes", "Description"),
    ("statusId", "Status", "Description"),
    ("errorId", "Permanent", "Error", "Description"),
}

ECALL_LISTS = {
    "HTTP status codes": "HttpStatus",
    "eCall result codes": "ResultCode",
}

INFOBIP_LISTS = {
    "General status codes": "GeneralStatus",
    "Voice status codes": "VoiceStatus",
    "Push notifications status codes": "PushStatus",
    "General error codes": "GeneralError",
    "Voice error codes": "VoiceError",
    "Push notification error codes": "PushError",
    "Email error codes": "EmailError",
    "Chat error codes (Facebook messenger, Line, Viber)": "ChatError",
}

SMSPARTNER_LISTS = {
    "Sending SMS": "SendingError",
    "SMS Cancellation": "CancellationError",
    "Status Retrieval": "StatusRetrievalError",
    "Status List": "MessageStatus",
    "Status Error Codes": "SmsStatus",
    "Number Verification": "NumberVerificationError",
    "Location": "LocationError",
    "Sub-account": "SubaccountError",
    "HLR": "HlrStatus",
    "Error Codes (HLR)": "HlrError",
    "Sending Voice Messages / VMS": "VoiceError",
    "Sending Mail": "MailError",
}

# The only places where the reading is ours. They are fixed in the page's own notation, so that all
# code below reads them like any other row.
SMSPARTNER_ERRATA = (
    Erratum(
        page="\n992 Unauthorized sender\n",
        reading="\n| 992 | Unauthorized sender |\n",
        reason="is between the heading and the table of Sending SMS, outside the table: its first row",
    ),
    Erratum(
        page="| 508 | false | | 509 | false | EC_DUPLICATED_INVOKE_ID |",
        reading="| 508 | false | EC_NOT_SUPPORTED_SERVICE | |\n"
        "| 509 | false | EC_DUPLICATED_INVOKE_ID |",
        reason="two rows in one line: 508 lost its name and text; the provider's "
        "French page has the name; the text is not in this page and stays empty",
    ),
)


def fold(text: str) -> str:
    """Trim the text and fold all white space to single spaces."""
    return " ".join(text.split())


def plain(markup: str) -> str:
    """Reduce Markdown and HTML to their text."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markup)
    # A space, not nothing: the text on either side of a boundary is a separate word.
    text = re.sub(r"</?(?:ul|li|br)\s*/?>", " ", text)
    return fold(html.unescape(text.replace("`", "")))


def number(word: str) -> int | str:
    """Return a value as the API has it: a number, or else the word itself."""
    return int(word) if re.fullmatch(r"[0-9]+", word) else word


def flag(word: str) -> bool:
    """Read a cell of a column `Permanent`."""
    if word not in ("true", "false"):
        raise PageError(f"neither true nor false: {word!r}")
    return word == "true"


def matched(pattern: str, text: str) -> re.Match[str]:
    """Match the whole text, or raise an error that quotes it."""
    match = re.fullmatch(pattern, text)
    if match is None:
        raise PageError(f"cannot read: {text[:80]!r}")
    return match


def codes_of(lists: Lists, names: dict[str, str], heading: str) -> list[Row]:
    """Return the list of a heading, made at its first table."""
    if heading not in names:
        raise PageError(f"a table under an unknown heading: {heading!r}")
    return lists.setdefault(names[heading], [])


def markdown_rows(page: str) -> Iterator[TableRow]:
    """Yield the rows of all Markdown tables, without header and delimiter rows."""
    section = subsection = ""
    for line in map(str.strip, page.splitlines()):
        if line.startswith("### "):
            subsection = fold(line[4:])
        elif line.startswith("## "):
            section, subsection = fold(line[3:]), ""
        elif line.startswith("|"):
            cells = markdown_cells(line)
            if cells not in HEADERS and not re.fullmatch(r"[-:|\s]+", line):
                yield TableRow(section, subsection, cells)


def markdown_cells(line: str) -> tuple[str, ...]:
    """Split a table row into its cells; an empty last cell is a cell too."""
    if not line.endswith("|"):
        raise PageError(f"a table row without its end: {line[:80]!r}")
    return tuple(plain(cell) for cell in line[1:-1].split("|"))


def plain_rows(page: str, header: str) -> list[str]:
    """Return the lines between the header of a plain-text table and the next empty line."""
    lines = page.splitlines()
    if lines.count(header) != 1:
        raise PageError(f"the line {header!r} is not there exactly once")
    rows: list[str] = []
    for line in lines[lines.index(header) + 1 :]:
        if not line.strip():
            break
        rows.append(line)
    return rows


def read_ecall(page: str) -> Lists:
    """Read the eCall page: two tables of value, name and text."""
    lists: Lists = {}
    for row in markdown_rows(page):
        value, name, text = row.cells
        codes = codes_of(lists, ECALL_LISTS, row.subsection)
        codes.append(Row(number(value), name, None, None, text))
    return lists


def read_fonedynamics(page: str) -> Lists:
    """Read the Fone Dynamics page: plain text, columns separated by one space."""
    http_rows = plain_rows(page, "Status Code Name Description")
    code_rows = plain_rows(page, "Error Code Description")
    return {
        "HttpStatus": [fonedynamics_http_row(line) for line in http_rows],
        "ErrorCode": [fonedynamics_code_row(line) for line in code_rows],
    }


def fonedynamics_http_row(line: str) -> Row:
    """Read one HTTP status.

    Nothing in the line separates the name from the text. The names are the standard phrases of
    HTTP, so the standard decides.
    """
    value = int(line.split()[0])
    phrase = HTTPStatus(value).phrase
    text = matched(rf"{value} {re.escape(phrase)} (.+)", line)[1]
    return Row(value, phrase, None, None, fold(text))


def fonedynamics_code_row(line: str) -> Row:
    """Read one error code; the code is a word and has no other name."""
    match = matched(r"([A-Z_]+) (.+)", line)
    return Row(match[1], None, None, None, fold(match[2]))


def read_infobip(page: str) -> Lists:
    """Read the Infobip page, a Markdown page flattened into one line.

    The headings have no space after their number signs and no end, so the page is cut before each
    of them. The JSON examples are removed first, because they look like definitions.
    """
    page = re.sub(r"\[block:code\].*?\[/block\]", "", page, flags=re.DOTALL)
    lists: Lists = {}
    codes: list[Row] = []
    for part in re.split(r"(?<!#)(?=##)", page)[1:]:
        if part.startswith("###"):
            codes.extend(infobip_rows(part))
        else:
            codes = codes_of(lists, INFOBIP_LISTS, fold(part[2:]))
    return lists


def infobip_rows(part: str) -> Iterator[Row]:
    """Read the table of one group. The first inline code of a row is its name."""
    heading = re.match(r"###(.+?) \(group id: (\d+)\)", part)
    if heading is None:
        raise PageError(f"a heading without a group: {part[:80]!r}")
    group = Group(int(heading[2]), heading[1])
    pattern = r"\|(\d+)\|(?:(true|false)\|)?`([^`|]+)`([^|]*)\|"
    for value, permanent, name, text in re.findall(pattern, part):
        permanence = flag(permanent) if permanent else None
        yield Row(int(value), fold(name), permanence, group, plain(text))
    # The rest may be a row that the pattern did not match.
    rest = re.sub(pattern, "", part)
    rest = re.sub(r"\|Id\|(Permanent\|Error|Status)\| (\|-)+\|", "", rest)
    if "|" in rest:
        raise PageError(f"cannot read all rows of {heading[0]!r}")


def read_smsapi(page: str) -> Lists:
    """Read the SMSAPI page: plain text; the error codes have no names."""
    statuses: list[Row] = []
    for line in plain_rows(page, "Number Status Description"):
        match = matched(r"(\d+) ([A-Z_]+) (.+)", line)
        statuses.append(Row(int(match[1]), match[2], None, None, fold(match[3])))
    errors: list[Row] = []
    for line in plain_rows(page, "Error code Description"):
        match = matched(r"(\d+) (.+)", line)
        errors.append(Row(int(match[1]), None, None, None, fold(match[2])))
    return {"DeliveryStatus": statuses, "ErrorCode": errors}


def read_smspartner(page: str) -> Lists:
    """Read the SMSPartner page: Markdown tables of two, three and four columns."""
    lists: Lists = {}
    for row in markdown_rows(with_readings(page)):
        codes = codes_of(lists, SMSPARTNER_LISTS, row.section)
        codes.append(smspartner_row(row.cells, smspartner_group(row.subsection)))
    return lists


def with_readings(page: str) -> str:
    """Replace the broken lines by our readings.

    Each must be there exactly once: when the provider fixes a line, its reading has to go.
    """
    page = "".join(fold(line) + "\n" for line in page.splitlines())
    for erratum in SMSPARTNER_ERRATA:
        if page.count(erratum.page) != 1:
            raise PageError(f"not there exactly once: {erratum.page.strip()!r}")
        page = page.replace(erratum.page, erratum.reading)
    return page


def smspartner_group(heading: str) -> Group | None:
    """Read a group from a heading; the first one has `Code Status:` before the name."""
    pattern = r"(?:Code Status: )?(.+) \((?:status|error)GrpId: (\d+)\)"
    match = re.fullmatch(pattern, heading)
    return Group(int(match[2]), match[1]) if match else None


def smspartner_row(cells: tuple[str, ...], group: Group | None) -> Row:
    """Read one row. The number of its cells says which columns it has."""
    match cells:
        case (value, text):
            return Row(number(value), None, None, group, text)
        case (value, name, text):
            return Row(number(value), name, None, group, text)
        case (value, permanent, name, text):
            return Row(number(value), name, flag(permanent), group, text)
        case _:
            raise PageError(f"a row of {len(cells)} cells: {cells!r}")


READERS: dict[str, tuple[str, Callable[[str], Lists]]] = {
    "ecall": ("ecall.md", read_ecall),
    "fonedynamics": ("fonedynamics.txt", read_fonedynamics),
    "infobip": ("infobip.txt", read_infobip),
    "smsapi": ("smsapi.txt", read_smsapi),
    "smspartner": ("smspartner.md", read_smspartner),
}


def read_pages(documents: Path) -> dict[str, Lists]:
    """Read all pages."""
    pages: dict[str, Lists] = {}
    for provider, (file, read) in READERS.items():
        try:
            lists = read((documents / file).read_text(encoding="utf-8"))
        except (PageError, ValueError) as error:
            raise PageError(f"{file}: {error}") from error
        pages[provider] = lists
    return pages


def canonical(row: Row) -> str:
    """Return the text that is hashed for a row."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def digest(row: Row) -> str:
    """Return the SHA-256 of a row."""
    return hashlib.sha256(canonical(row).encode("utf-8")).hexdigest()


def summary(rows: list[Row]) -> dict[str, object]:
    """Return the entry of one list, with the values: a failing test can name the row."""
    hashes = [{"value": row.value, "sha256": digest(row)} for row in rows]
    return {"rows": len(rows), "sha256": hashes}


def transcription(pages: dict[str, Lists]) -> str:
    """Return the text of transcription.json."""
    content = {
        provider: {name: summary(rows) for name, rows in lists.items()}
        for provider, lists in pages.items()
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def row_lines(pages: dict[str, Lists]) -> str:
    """Return all rows as JSON lines: provider, list, the hashed row."""
    return "".join(
        f"[{json.dumps(provider)},{json.dumps(name)},{canonical(row)}]\n"
        for provider, lists in pages.items()
        for name, rows in lists.items()
        for row in rows
    )


def parse_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Hash the code rows of the provider pages.")
    parser.add_argument("documents", metavar="DOCUMENTS_DIR", type=Path)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="compare, write nothing")
    what.add_argument("--rows", action="store_true", help="print the rows, write nothing")
    return parser.parse_args()


def check(text: str) -> int:
    """Compare with the file that was written before."""
    if OUTPUT.is_file() and OUTPUT.read_text("utf-8", errors="replace") == text:
        return 0
    print(f"{OUTPUT.name} differs from the pages; write it anew and look at the diff")
    return 1


def main() -> int:
    """Run the command and return its exit status."""
    arguments = parse_arguments()
    try:
        pages = read_pages(arguments.documents)
        if arguments.rows:
            # As bytes: the texts are not ASCII, whatever the terminal's encoding is.
            sys.stdout.buffer.write(row_lines(pages).encode("utf-8"))
        elif arguments.check:
            return check(transcription(pages))
        else:
            OUTPUT.write_text(transcription(pages), encoding="utf-8", newline="\n")
    except (PageError, OSError) as error:
        print(f"make.py: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
