"""The text of a page at an address, or why there is none: no script runs, nobody logs in.

A request carries nothing that could tell who asks, and what a server answers is trusted in
nothing: neither its length, nor its charset, nor where it sends us, nor that it ever ends.
"""

import codecs
import html
import http.client
import ipaddress
import re
import socket
import ssl
import string
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import Future
from dataclasses import dataclass, replace
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from ..findings import Finding
from .problem import PageProblem

__all__ = ["Limits", "PageProblem", "examine", "fetch"]

_SAVE = "open it in a browser, save the page, and give it with --document"
_LOGIN = "log in with a browser, save the page, and give it with --document"
_SHELL = "save the page from a browser, where its script has run, and give it with --document"
_ADDRESS = "give an address that begins with https:// or http://"
_TARGET = f"give the address that it ends at; or {_SAVE}"

_HEADERS = {
    "User-Agent": "provider-codes",
    "Accept": "text/html, text/markdown, text/plain, application/json;q=0.9, */*;q=0.1",
    "Accept-Encoding": "identity",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Nothing, nothing, and a part of the page.
_NO_PAGE = frozenset({204, 205, 206})
_PIECE = 2**16

# What a server or an address says is repeated up to here.
_LONGEST_WORDS = 100
_LONGEST_ADDRESS = 300
_LONGEST_HOST = 253

_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_.])?")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)

_TEXTS = frozenset({"json", "xhtml+xml", "xml", "yaml", "x-yaml"})
_TEXT_SUFFIXES = ("+json", "+xml", "+yaml")

# The longer ones first: a mark of UTF-32 begins like one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([^\s\"'/>;]+)", re.IGNORECASE)
_META_WITHIN = 2048
# Python has these for its own ends; no page is written in them, and some take very long.
_NO_CHARSETS = frozenset(
    {"idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
    | {"utf-7"}
)

_BEFORE_HTML = re.compile(r"\s*(?:<!--.*?-->|<\?.*?>)", re.DOTALL)
_HTML = re.compile(
    r"\s*<(?:!doctype\s+html|(?:html|head|body|base|meta|title|link|script|style|noscript|form)"
    r"(?=[\s/>]))",
    re.IGNORECASE,
)
# What decides about a page in HTML, and what holds nothing that a browser shows.
_TELLING = re.compile(
    r"<!--"
    r"|<(?P<unseen>script|style|noscript|template|textarea|title)(?=[\s/>])"
    r"|<(?P<content>table|h[2-6])(?=[\s/>])"
    r"|<input(?P<input>[\s/][^<>]*)",
    re.IGNORECASE,
)
_PASSWORD = re.compile(r"[\s/\"']type\s*=\s*[\"']?\s*password\b", re.IGNORECASE)
_SHOWN = re.compile(r">\s*([^\s<][^<]*)")
_ENOUGH = 200


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page may cost: seconds for everything together, bytes, and redirects."""

    seconds: float = 30
    size: int = 20 * 2**20
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class _Target:
    """An address that may be asked; `private` says that its host is nobody's but ours."""

    address: str
    secure: bool
    private: bool


@dataclass(frozen=True, slots=True)
class _Answer:
    body: bytes
    charset: str | None


def fetch(address: str, limits: Limits = Limits()) -> str:
    """The text of the page at the address. Raises `PageProblem`.

    That a name of a public host stands for a private address is not looked for: only
    addresses in numbers and `localhost` are private.
    """
    try:
        target = _target(address)
    except PageProblem as problem:
        raise _about(_masked(address), problem) from None
    try:
        text = _decoded(_in_time(target, limits))
        examine(text)
    except PageProblem as problem:
        raise _about(address, problem) from problem
    return text


def examine(text: str) -> None:
    """See whether a text is a page, and no login or shell of one. Raises `PageProblem`.

    What is not in HTML is let through.
    """
    if not _HTML.match(text, _behind_comments(text)):
        return
    has_content, shown, at = False, 0, 0
    while found := _TELLING.search(text, at):
        shown += _shown(text, at, found.start(), _ENOUGH - shown)
        has_content |= found["content"] is not None
        if found["input"] and _PASSWORD.search(found["input"]):
            raise _problem("page-login", "the page asks for a password", _LOGIN)
        at = _behind(text, found)
    shown += _shown(text, at, len(text), _ENOUGH - shown)
    if not has_content and shown < _ENOUGH:
        message = "the page has no table, no headings and hardly a text: a script would fill it in"
        raise _problem("page-shell", message, _SHELL)


def _problem(id: str, message: str, help: str = _SAVE) -> PageProblem:
    return PageProblem(Finding(id, message, help))


def _about(address: str, problem: PageProblem) -> PageProblem:
    """The problem with the address that it is about."""
    message = f"{_cut(address, _LONGEST_ADDRESS)}: {problem.finding.message}"
    return PageProblem(replace(problem.finding, message=message))


def _cut(words: str, longest: int = _LONGEST_WORDS) -> str:
    return words if len(words) <= longest else words[:longest] + "…"


def _masked(address: str) -> str:
    """The address without what may be a password: all up to the last sign for one."""
    before, sign, behind = address.rpartition("@")
    scheme = _SCHEME.match(before)
    return f"{scheme[0] if scheme else ''}…@{behind}" if sign else address


# Addresses


def _target(address: str) -> _Target:
    if re.search(r"[\x00-\x20\x7f]", address):
        raise _refused("an address has no blanks and no control characters")
    try:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https"):
            raise _refused("only http and https are asked for pages")
        if "@" in parts.netloc:
            help = f"leave out name and password; if the page wants them, {_SAVE}"
            raise _refused("an address with a name or password is not asked", help)
        host = _host(parts.netloc, parts.hostname or "")
        place = host if parts.port is None else f"{host}:{parts.port}"
        path = quote(parts.path or "/", safe=string.punctuation)
        query = quote(parts.query, safe=string.punctuation)
    except ValueError:  # what is broken in a URL, and a host that no name server knows to write
        raise _refused("this is no address of a page") from None
    whole = urlunsplit((parts.scheme, place, path, query, ""))
    return _Target(whole, parts.scheme == "https", _is_private(host))


def _refused(message: str, help: str = _ADDRESS) -> PageProblem:
    return _problem("address-refused", message, help)


def _host(place: str, name: str) -> str:
    """The host as it will be asked, so that no other spelling gets past what is refused.

    Raises `ValueError`.
    """
    if "[" in place:
        if "%" in name:
            raise ValueError("the scope of an address is not for others")
        return f"[{ipaddress.IPv6Address(name)}]"
    if len(name) > _LONGEST_HOST:
        raise ValueError("too long for a host")
    host = name.encode("idna").decode("ascii").lower()
    if not _HOST.fullmatch(host):
        raise ValueError("no host")
    return host


def _is_private(host: str) -> bool:
    name = host.removesuffix(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    if host.startswith("["):
        address = ipaddress.IPv6Address(host[1:-1])
        inner = address.ipv4_mapped or address.sixtofour
        return not (inner or address).is_global
    try:
        # Also 127.1 and 0x7f000001 are addresses to those who connect.
        return not ipaddress.IPv4Address(socket.inet_aton(name)).is_global
    except OSError:
        return False


def _redirected(first: _Target, last: _Target, location: str) -> _Target:
    """Where a redirect leads, if it may be followed."""
    try:
        # The header is read as Latin-1; so the bytes are written as the server meant them.
        location = quote(location.strip(), safe=string.punctuation, encoding="latin-1")
        location = urljoin(last.address, location)
    except ValueError:
        raise _refused("it redirects to what is no address", _SAVE) from None
    where = f"it redirects to {_cut(_masked(location))}"
    try:
        target = _target(location)
    except PageProblem as problem:
        raise _refused(f"{where}: {problem.finding.message}", _SAVE) from None
    if last.secure and not target.secure:
        raise _refused(f"{where}, which is not secure any more", _TARGET)
    if target.private and not first.private:
        raise _refused(f"{where}, which is an address of this computer or network", _SAVE)
    return target


# Asking


class _Line:
    """The connections of one page, and when all has to be over."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._sockets: list[socket.socket] = []

    def left(self) -> float:
        """The seconds left. Raises `TimeoutError`."""
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds

    def hold(self, held: socket.socket) -> None:
        """Take a connection, to be cut with the others. Raises `TimeoutError`."""
        self._sockets.append(held)
        # Whoever cuts says first that time is over: so either he or we see the other.
        self.left()

    def cut(self) -> None:
        """End it all, so that nobody goes on waiting for an answer."""
        self._end = float("-inf")
        for held in self._sockets:
            try:
                # The shutdown of a TLS socket would take it apart under its reader.
                socket.socket.shutdown(held, socket.SHUT_RDWR)
            except OSError:
                continue  # it is closed already

    def ask(self, address: str) -> http.client.HTTPResponse:
        """What the server says first. Raises what http.client and urllib raise."""
        self.left()
        opener = urllib.request.OpenerDirector()
        opener.addheaders = []
        for handler in (
            urllib.request.ProxyHandler(),
            _Handler(self),
            urllib.request.UnknownHandler(),
        ):
            opener.add_handler(handler)
        response: http.client.HTTPResponse = opener.open(
            urllib.request.Request(address, headers=_HEADERS)
        )
        return response


class _Connection(http.client.HTTPConnection):
    """A connection that can be cut."""

    def __init__(self, host: str, line: _Line) -> None:
        super().__init__(host, timeout=line.left())
        self._line = line

    def connect(self) -> None:
        super().connect()
        self._line.hold(self.sock)


class _SecureConnection(_Connection, http.client.HTTPSConnection):
    """The same with TLS: certificates are checked as Python does by itself."""


class _Handler(urllib.request.HTTPHandler):
    """Of http and https: the handler of Python for https loads certificates also without need."""

    def __init__(self, line: _Line) -> None:
        super().__init__()
        self._line = line

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._plain, req)

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._secure, req)

    def https_request(self, req: urllib.request.Request) -> urllib.request.Request:
        return self.http_request(req)

    def _plain(self, host: str, /, **_: object) -> _Connection:
        return _Connection(host, self._line)

    def _secure(self, host: str, /, **_: object) -> _SecureConnection:
        return _SecureConnection(host, self._line)


def _in_time(target: _Target, limits: Limits) -> _Answer:
    """The answer, if it is whole in time.

    No time limit of sockets holds for the look-up of a host, or for a server that sends a
    byte a second. So another thread asks, and this one waits no longer than it should.
    """
    line = _Line(limits.seconds)
    future: Future[_Answer] = Future()
    work = threading.Thread(target=_work, args=(future, line, target, limits), daemon=True)
    work.start()
    try:
        return future.result(limits.seconds)
    except TimeoutError:
        message = f"there was no whole answer within {limits.seconds:g} seconds"
        raise _problem("page-unreachable", message) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _problem("page-unreachable", _why(error)) from error
    finally:
        line.cut()


def _work(future: Future[_Answer], line: _Line, target: _Target, limits: Limits) -> None:
    try:
        future.set_result(_ask(line, target, limits))
    except urllib.error.URLError as error:
        # It is a wrapping of what happened to a connection, and that says more.
        future.set_exception(error.reason if isinstance(error.reason, OSError) else error)
    except Exception as error:  # whoever waits for the answer judges it
        future.set_exception(error)


def _ask(line: _Line, first: _Target, limits: Limits) -> _Answer:
    target = first
    for _ in range(limits.redirects + 1):
        with line.ask(target.address) as response:
            location = response.headers.get("Location")
            if location is None or response.status not in _REDIRECTS:
                return _answer(response, limits)
        target = _redirected(first, target, location)
    raise _problem("page-unreachable", f"it redirects more than {limits.redirects} times")


def _why(error: Exception) -> str:
    """What went wrong, in words."""
    words = _cut(str(error))
    match error:
        case ssl.SSLError():
            return f"there is no secure connection to it: {words}"
        case socket.gaierror():
            return "its host is not found"
        case ConnectionRefusedError():
            return "its host refuses the connection"
        case http.client.IncompleteRead():
            return "the answer ends before it is whole"
        case ConnectionError():
            return f"the server broke the connection: {words}"
        case http.client.HTTPException():
            return f"the answer is broken: {type(error).__name__}: {words}"
        case _:
            return f"the connection failed: {words}"


# Answers


def _answer(response: http.client.HTTPResponse, limits: Limits) -> _Answer:
    """The body of an answer that is a page."""
    status = response.status
    if not 200 <= status < 300 or status in _NO_PAGE:
        message = f"the server answers {status} {_cut(response.reason)}".rstrip()
        raise _problem("page-error", message)
    kind = response.headers.get_content_type()
    if not _is_text(kind):
        raise _problem("page-no-text", f"it is {_cut(kind)} and no text")
    coding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if coding != "identity":
        raise _problem("page-undecodable", f"the text is packed ({_cut(coding)}), unasked")
    body = _read(response, limits)
    if not body.strip():
        raise _problem("page-error", "the server answers with an empty page")
    return _Answer(body, response.headers.get_content_charset())


def _is_text(kind: str) -> bool:
    main, _, sub = kind.partition("/")
    return main == "text" or (
        main == "application" and (sub in _TEXTS or sub.endswith(_TEXT_SUFFIXES))
    )


def _read(response: http.client.HTTPResponse, limits: Limits) -> bytes:
    body = bytearray()
    # `read` would believe a length that is negative, and read on for ever.
    while len(body) + (response.length or 0) <= limits.size:
        piece = response.read1(_PIECE)
        if not piece:
            break
        body += piece
    else:
        raise _problem("page-too-large", f"the page is larger than {limits.size} bytes")
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)
    return bytes(body)


def _decoded(answer: _Answer) -> str:
    charset = answer.charset or _marked(answer.body) or _declared(answer.body) or "utf-8"
    try:
        if codecs.lookup(charset).name in _NO_CHARSETS:
            raise LookupError
        text = answer.body.decode(charset)
    except UnicodeError as error:
        at = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        message = f"the text is not in {_cut(charset)}, as it should be{at}"
        raise _problem("page-undecodable", message) from error
    except (LookupError, ValueError):  # no such charset, and no name of one
        message = f"the text is in {_cut(charset)}, a charset that is not known"
        raise _problem("page-undecodable", message) from None
    return text.removeprefix("\ufeff")


def _marked(body: bytes) -> str | None:
    """The charset of a byte order mark."""
    return next((charset for mark, charset in _MARKS if body.startswith(mark)), None)


def _declared(body: bytes) -> str | None:
    """The charset that a page in HTML says it has."""
    found = _META.search(body[:_META_WITHIN])
    charset = found[1].decode("latin-1").lower() if found else None
    # Who can read this in single bytes has no text in double ones; browsers know it, too.
    return "utf-8" if charset and charset.startswith("utf-16") else charset


# Pages in HTML. They are not parsed: that takes long, and a shell may be one huge script.


def _behind_comments(text: str) -> int:
    at = len("\ufeff") if text.startswith("\ufeff") else 0
    while found := _BEFORE_HTML.match(text, at):
        at = found.end()
    return at


def _behind(text: str, found: re.Match[str]) -> int:
    """Where the page goes on behind a tag, or behind the end of what nobody sees."""
    if found[0] == "<!--":
        end = text.find("-->", found.end())
        return len(text) if end < 0 else end + len("--")
    if found["unseen"]:
        close = re.compile(rf"</{found['unseen']}(?=[\s/>])", re.IGNORECASE)
        closed = close.search(text, found.end())
        return closed.end() if closed else len(text)
    return found.end()


def _shown(text: str, start: int, end: int, wanted: int) -> int:
    """How many characters between tags a browser shows; no more are counted than wanted."""
    count = 0
    while count < wanted and (found := _SHOWN.search(text, start, end)):
        start = found.end()
        words = found[1][: 10 * _ENOUGH]
        count += len(" ".join(html.unescape(words).split()))
    return count
