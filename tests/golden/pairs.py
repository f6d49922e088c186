"""Pages of codes, and lists of the same codes for programs, published together."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from .packages import debian, npm

# The words that each code must have as its name, description or fact, by value.
CodeList = dict[int | str, tuple[str, ...]]


class Pair(NamedTuple):
    """A page, its true lists, and the options for its draft."""

    page: Path
    truth: list[CodeList]
    options: tuple[str, ...] = ()


def _found(path: Path, pattern: str) -> list[Any]:
    return re.findall(pattern, path.read_text("utf-8"), re.M)


def python_http() -> Pair:
    """The documentation of `http.HTTPStatus`, and its source."""
    codes = _found(debian("libpython3-stdlib", "http/*.py"), r"^    ([A-Z_]+) = \(?(\d{3}),")
    return Pair(debian("python3-doc", "library/http.html"), [{int(v): (n,) for n, v in codes}])


def postgresql() -> Pair:
    """The appendix of the error codes, and the list that it is made from."""
    codes = _found(debian("postgresql", "errcodes.txt"), r"^(\w{5}) +[EWS] +\w+ +(\w+)$")
    return Pair(debian("postgresql-doc", "errcodes-appendix.html"), [{v: (n,) for v, n in codes}])


def psycopg() -> Pair:
    """The exceptions of psycopg2, and its constants for the same codes."""
    names = _found(debian("python3-psycopg2", "errorcodes.py"), r"^(\w+) = '(\w{5})'$")
    page = debian("python-psycopg2-doc", "html/errors.html")
    return Pair(page, [{v: (n,) for n, v in names if f">{v}<" in page.read_text("utf-8")}])


def sqlite() -> Pair:
    """The result codes, and the header of the library."""
    source = debian("libsqlite3-dev", "sqlite3.h")
    page = debian("sqlite3-doc", "rescode.html")
    values = {n: int(v) for n, v in _found(source, r"^#define (SQLITE_\w+)\s+(\d+)\b")}
    extended = r"^#define (SQLITE_\w+)\s+\((\w+)\s*\|\s*\((\d+)<<8\)\)"
    values |= {n: values[kind] | int(v) << 8 for n, kind, v in _found(source, extended)}
    listed = _found(page, r"<h3>\(\d+\) (SQLITE_\w+)")
    return Pair(page, [{v: (n,) for n, v in values.items() if n in listed}])


def gnutls() -> Pair:
    """The error codes in the manual, and the header of the library."""
    page = debian("gnutls-doc", "html/gnutls.html")
    source = debian("libgnutls28-dev", "gnutls/gnutls.h")
    codes = _found(source, r"^#define (GNUTLS_E_\w+)[\s\\]+(-?\d+)")
    listed = _found(page, r"<td[^>]*>(GNUTLS_E_\w+)</td>")
    truth: CodeList = {int(v): (n,) for n, v in codes if n in listed}
    return Pair(page, [truth], ("--heading", "Error Codes and Descriptions"))


def libtorrent() -> Pair:
    """Two enumerations of the reference, and the header of the library."""
    header = debian("libtorrent-rasterbar-dev", "libtorrent/error_code.hpp").read_text("utf-8")
    source = re.sub(r"#if TORRENT_ABI_VERSION == 1.*?#e", "", header, flags=re.S)
    truth: list[CodeList] = []
    for enum in re.findall(r"\tenum \w*err\w*\n\t\{\n(.*?)\t\};", source, re.S):
        value = -1
        truth.append({})
        for name, number in re.findall(r"^\t\t(\w+)(?: \w+)?(?: = (\d+))?,?$", enum, re.M):
            value = int(number) if number else value + 1
            truth[-1][value] = (name,)
    return Pair(debian("libtorrent-rasterbar-doc", "reference-Error_Codes.html"), truth)


def libusb() -> Pair:
    """The reference of the errors, and the header that it is made from."""
    pattern = r"/\*\* (.*?) \*/\s+(LIBUSB_(?:SUCCESS|ERROR_[A-Z_]+)) ="
    codes = _found(debian("libusb-1.0-0-dev", "libusb.h"), pattern)
    return Pair(debian("libusb-1.0-doc", "group__libusb__misc.html"), [{n: (t,) for t, n in codes}])


def amqp() -> Pair:
    """The protocol in XML, and the constants that a client makes from it."""
    codes = _found(debian("python3-pika", "pika/spec.py"), r"^([A-Z_]+) = (\d+)$")
    page = debian("amqp-specs", "0-9-1/*.xml")
    names = [name.upper().replace("-", "_") for name in _found(page, r'<constant name="(.*?)"')]
    return Pair(page, [{int(v): (n,) for n, v in codes if n in names}])


def http_status_codes() -> Pair:
    """The table in the description of an npm package, and the constants of the package."""
    codes = _found(npm("http-status-codes", "es/status-codes.js"), r'\["(\w+)"\] = (\d+)')
    phrases = _found(npm("http-status-codes", "es/reason-phrases.js"), r'\["(\w+)"\] = "(.*?)";')
    texts: dict[int | str, tuple[str, ...]] = {int(v): (n, dict(phrases)[n]) for n, v in codes}
    return Pair(npm("http-status-codes", "README.md"), [texts])


def twilio() -> Pair:
    """The table of the errors of voice calls, and the records that it is made from."""
    truth: list[CodeList] = []
    for group in json.loads(npm("@twilio/voice-errors", "dist/errors.json").read_text("utf-8")):
        truth.append({})
        for part in group["subclasses"]:
            start = 1000 * group["code"] + 100 * part.get("code", 0)
            truth[-1] |= {start + each["code"]: (each["description"],) for each in part["errors"]}
    return Pair(npm("@twilio/voice-errors", "table.md"), truth)


PAIRS = (
    *(python_http, postgresql, psycopg, sqlite, gnutls),
    *(libtorrent, libusb, amqp, http_status_codes, twilio),
)
