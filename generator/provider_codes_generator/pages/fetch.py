"""Fetches a page from its address. No script runs, and nothing that a server says is trusted."""

import re
import socket
from concurrent.futures import Future
from contextlib import suppress
from email.message import Message
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Thread
from typing import Any
from urllib.parse import unquote, urljoin
from urllib.request import getproxies, proxy_bypass

from urllib3 import BaseHTTPResponse, PoolManager, ProxyManager
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    LocationParseError,
    ReadTimeoutError,
)
from urllib3.util import Url, make_headers, parse_url

from ..model import Finding, Refused, shortened
from .decode import LARGEST, decode, expect_text

# The limits: seconds in total, seconds of waiting for anything at all, and redirects.
SECONDS, WAIT, REDIRECTS = 30, 10, 5

_HEADERS = {
    "User-Agent": "provider-codes",
    "Accept": "text/html, text/markdown, text/plain, application/json;q=0.9, */*;q=0.1",
    "Accept-Encoding": "identity",
}
_TEXT = re.compile(r"text/.+|application/(?:.+[+-])?(?:json|xml|yaml)")
_SAVE = "open it in a browser, save the page, and give it with --document"
_LOGIN = re.compile(r"(?is)\A(https?://)?+[^/?#:]*(?::(?!\d*[/?#]).*)?@")
_NAT64 = IPv6Network("64:ff9b::/96")
# Site-local addresses, and those of a network's own NAT64, are outside this range.
_GLOBAL_UNICAST = IPv6Network("2000::/3")

# The names of hosts inside a network: without a domain, or in one that is reserved for it.
_INSIDE = re.compile(
    r"^[a-z][^.:]*\.?$|\.(?:home\.arpa|internal|lan|local|localhost)\.?$", re.IGNORECASE
)


def fetch(address: str) -> tuple[str, bool]:
    """Return the text of the page at an address, and whether it verifiably arrived as a whole.

    Raises `Refused`. A thread sends the requests, because nothing else limits the time of a
    look-up, or of a server that sends one byte per second. A thread that is too slow is abandoned.
    """
    future: Future[tuple[str, bool]] = Future()

    def work() -> None:
        try:
            future.set_result(_follow(parse(address)))
        except Exception as error:  # the waiting thread handles it
            future.set_exception(error)

    Thread(target=work, daemon=True).start()
    try:
        return future.result(SECONDS)
    except TimeoutError:
        raise refused(f"no complete answer arrived within {SECONDS} seconds") from None
    except ReadTimeoutError as error:
        raise refused(f"the server sends nothing for {WAIT} seconds") from error
    except HTTPError as error:
        raise refused(f"the request fails: {shortened(str(error.args[-1]), 200)}") from error


def _follow(url: Url) -> tuple[str, bool]:
    """Return the page after all redirects. Public hosts may only redirect to public hosts."""
    public = False
    for _ in range(REDIRECTS + 1):
        response, public = _request(url, only_public=public)
        with response:
            location = response.get_redirect_location()
            if not location:
                return _page(response)
        # Headers are read as Latin-1, whatever a server sends.
        location = location.encode("latin-1").decode(errors="replace")
        where = f"it redirects to {safe_address(location)}"
        try:
            last, url = url, parse(urljoin(url.url, location))
        except (Refused, ValueError) as error:
            raise refused(f"{where}: {error}", "address-refused") from None
        if last.scheme == "https" and url.scheme == "http":
            raise refused(f"{where}, which is not secure any more", "address-refused")
    raise refused(f"it redirects more than {REDIRECTS} times")


def _request(url: Url, *, only_public: bool) -> tuple[BaseHTTPResponse, bool]:
    """Return the response, and whether its host is public. A proxy looks up names itself.

    The connection goes to an IP address that was checked. Hosts behind a proxy count as public,
    except those whose names say otherwise. If `only_public`, a host inside this network is refused.
    """
    place = str(url.netloc)
    proxy = None if proxy_bypass(place) else getproxies().get(str(url.scheme))
    hosts = look_up(url) if only_public or not proxy else {}
    if only_public and (not all(hosts.values()) or _INSIDE.search(str(url.host))):
        raise refused(
            f"it redirects to {safe_address(url.url)}, inside this network", "address-refused"
        )
    options: Any = {"headers": _HEADERS | {"Host": place}, "timeout": WAIT, "retries": False}
    manager = PoolManager(server_hostname=url.host, **options)
    if proxy:
        login = make_headers(proxy_basic_auth=unquote(parse_url(proxy).auth or ""))
        manager = ProxyManager(proxy, proxy_headers=login, **options)
        hosts = {str(url.host): True}
    for host, is_public in hosts.items():
        target = url._replace(host=host).url
        with suppress(ConnectTimeoutError):
            return manager.request("GET", target, redirect=False, preload_content=False), is_public
    raise refused("its host cannot be reached" if hosts else "its host is not found")


def _page(response: BaseHTTPResponse) -> tuple[str, bool]:
    """Return the text of the page, and whether its announced end has arrived."""
    if response.status != 200:
        status = f"{response.status} {shortened(response.reason or '')}"
        raise refused(f"the server answers {status}".rstrip(), "page-error")
    head = Message()
    head["Content-Type"] = response.headers.get("Content-Type", "text/plain")
    coding = response.headers.get("Transfer-Encoding", "chunked").lower()
    has_length = "Content-Length" in response.headers
    if coding != "chunked" or (has_length and response.length_remaining is None):
        raise refused("its length or its transfer coding is broken")
    if not _TEXT.fullmatch(kind := head.get_content_type()):
        expect_text(response.read1(2**16))
        raise refused(f"it is {shortened(kind)} and no text", "page-no-text")
    body = bytearray()
    while piece := response.read1(2**16):
        body += piece
        if len(body) > LARGEST:
            raise refused(f"the page is larger than {LARGEST:,} bytes", "page-too-large")
    if not body.strip():
        raise refused("the server answers with an empty page", "page-error")
    # What is compressed may be cut off, although all announced bytes have arrived.
    is_plain = response.headers.get("Content-Encoding", "identity").lower() == "identity"
    whole = is_plain and (has_length or "Transfer-Encoding" in response.headers)
    return decode(bytes(body), head.get_content_charset()), whole


def safe_address(address: str) -> str:
    """Return the address as messages show it: not too long, and without a password."""
    return shortened(_LOGIN.sub(r"\1…@", address), 300)


def refused(message: str, id: str = "page-unreachable") -> Refused:
    """Return the refusal of an address, or of the response from it."""
    return Refused(Finding(id, message, _SAVE))


def parse(address: str) -> Url:
    """Return the parts of an address in their normal form. Raises `Refused`."""
    try:
        url = parse_url(address)
    except LocationParseError:
        raise refused("this is not the address of a page", "address-refused") from None
    if url.scheme not in ("http", "https") or not url.host or url.auth is not None:
        raise refused("only http and https addresses with no login are fetched", "address-refused")
    return url._replace(fragment=None)


def look_up(url: Url) -> dict[str, bool]:
    """Return the IP addresses of the host, each with whether it is public."""
    try:
        found = socket.getaddrinfo(str(url.host).strip("[]"), None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):  # there is no such host, or its name cannot be one
        return {}
    numbers = [ip_address(address[0]) for *_, address in found]
    return {f"[{each}]" if each.version == 6 else str(each): _is_public(each) for each in numbers}


def _is_public(number: IPv4Address | IPv6Address) -> bool:
    """Whether an IP address belongs neither to this computer nor to its network."""
    if isinstance(number, IPv4Address):
        return number.is_global
    inner = number.ipv4_mapped or number.sixtofour
    if number in _NAT64:
        inner = IPv4Address(number.packed[-4:])
    return inner.is_global if inner else number in _GLOBAL_UNICAST and number.is_global
