"""Fetches the text of a page at an address. No script runs, and there is no login.

A request carries nothing that identifies the user. Nothing in an answer is trusted: neither
its length, nor its charset, nor where it redirects, nor that it ever ends.
"""

import http.client
import socket
import ssl
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import Future
from dataclasses import dataclass, replace

from ..model import Finding, Refused, shortened
from .address import SAVE, Target, is_at_home, masked, redirected, sent_home
from .address import target as address_of
from .decode import LARGEST, decode
from .shell import examine

__all__ = ["Limits", "fetch"]

_HEADERS = {
    "User-Agent": "provider-codes",
    "Accept": "text/html, text/markdown, text/plain, application/json;q=0.9, */*;q=0.1",
    "Accept-Encoding": "identity",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# No content, reset content, and partial content.
_NO_PAGE = frozenset({204, 205, 206})
_PIECE = 2**16

_LONGEST_ADDRESS = 300

_TEXTS = frozenset({"json", "xhtml+xml", "xml", "yaml", "x-yaml"})
_TEXT_SUFFIXES = ("+json", "+xml", "+yaml")


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a fetch: seconds in total, bytes, and redirects."""

    seconds: float = 30
    size: int = LARGEST
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class _Answer:
    body: bytes
    charset: str | None


def fetch(address: str, limits: Limits = Limits()) -> str:
    """Return the text of the page at the address. Raises `Refused`.

    A name in a spec may resolve to an address of this network. A redirect may lead to one only
    from there, whatever its name is. Behind a proxy, only the proxy resolves names.
    """
    try:
        target = address_of(address)
    except Refused as refused:
        raise _about(masked(address), refused) from None
    try:
        answer = _in_time(target, limits)
        text = decode(answer.body, answer.charset)
        examine(text)
    except Refused as refused:
        raise _about(address, refused) from refused
    return text


def _problem(id: str, message: str, help: str = SAVE) -> Refused:
    return Refused(Finding(id, message, help))


def _about(address: str, refused: Refused) -> Refused:
    """Return the refusal with the address before its message."""
    message = f"{shortened(address, _LONGEST_ADDRESS)}: {refused.finding.message}"
    return Refused(replace(refused.finding, message=message))


# Requests


class _Line:
    """The connections for one page, and their common deadline."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._sockets: list[socket.socket] = []
        self._began_at_home: bool | None = None

    def left(self) -> float:
        """Return the seconds left. Raises `TimeoutError`."""
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds

    def hold(self, held: socket.socket) -> None:
        """Register a connection before anything is sent, so that `cut` can close it.

        Raises `TimeoutError`, and `Refused` if a public host redirected to this network.
        """
        self._sockets.append(held)
        at_home = is_at_home(held.getpeername()[0])
        if self._began_at_home is None:
            self._began_at_home = at_home
        elif at_home and not self._began_at_home:
            raise sent_home()
        # `cut` sets the deadline first. So either it sees this connection, or this call fails.
        self.left()

    def cut(self) -> None:
        """Close all connections, so that nothing waits for an answer any longer."""
        self._end = float("-inf")
        for held in self._sockets:
            try:
                # The shutdown method of a TLS socket would break it while another thread reads.
                socket.socket.shutdown(held, socket.SHUT_RDWR)
            except OSError:
                continue  # it is already closed

    def ask(self, address: str) -> http.client.HTTPResponse:
        """Send the request and return the response. Raises what http.client and urllib raise."""
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
    """The same with TLS. Certificates are checked by Python's defaults."""


class _Handler(urllib.request.HTTPHandler):
    """Handles http and https. Python's own handler for https always loads certificates."""

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


def _in_time(target: Target, limits: Limits) -> _Answer:
    """Return the answer, if it is complete in time.

    Socket timeouts do not cover the look-up of a host, or a server that sends a byte a second.
    So another thread sends the request, and this one stops waiting at the deadline.
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


def _work(future: Future[_Answer], line: _Line, target: Target, limits: Limits) -> None:
    try:
        future.set_result(_ask(line, target, limits))
    except urllib.error.URLError as error:
        # The error of the connection says more than the error that wraps it.
        future.set_exception(error.reason if isinstance(error.reason, OSError) else error)
    except Exception as error:  # the waiting thread handles it
        future.set_exception(error)


def _ask(line: _Line, first: Target, limits: Limits) -> _Answer:
    target = first
    for _ in range(limits.redirects + 1):
        with line.ask(target.address) as response:
            location = response.headers.get("Location")
            if location is None or response.status not in _REDIRECTS:
                return _answer(response, limits)
        target = redirected(first, target, location)
    raise _problem("page-unreachable", f"it redirects more than {limits.redirects} times")


def _why(error: Exception) -> str:
    """Describe what went wrong."""
    words = shortened(str(error))
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
    """Check that an answer is a page, and return its body."""
    status = response.status
    if not 200 <= status < 300 or status in _NO_PAGE:
        message = f"the server answers {status} {shortened(response.reason)}".rstrip()
        raise _problem("page-error", message)
    kind = response.headers.get_content_type()
    if not _is_text(kind):
        raise _problem("page-no-text", f"it is {shortened(kind)} and no text")
    coding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if coding != "identity":
        raise _problem("page-undecodable", f"the text is packed ({shortened(coding)}), unasked")
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
    # `read` would trust a negative length and never stop.
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
