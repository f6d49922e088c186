"""The addresses that may be requested, and the hosts that they lead to."""

import re
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from ..model import Finding, Refused, shortened

_SAVE = "open it in a browser, save the page, and give it with --document"
_LOGIN = re.compile(r"(?is)\A(https?://)?+[^/?#:]*(?::(?!\d*[/?#]).*)?@")
_NAT64 = IPv6Network("64:ff9b::/96")
# Site-local addresses, and those of a network's own NAT64, are outside of it.
_GLOBAL_UNICAST = IPv6Network("2000::/3")


def shown(address: str) -> str:
    """Return the address as messages show it: not too long, and without a password."""
    return shortened(_LOGIN.sub(r"\1…@", address), 300)


def refused(message: str, id: str = "page-unreachable") -> Refused:
    """Return the refusal of an address, or of what is there."""
    return Refused(Finding(id, message, _SAVE))


def parse(address: str) -> Url:
    """Return the parts of an address in their normal form. Raises `Refused`."""
    try:
        url = parse_url(address)
    except LocationParseError:
        raise refused("this is no address of a page", "address-refused") from None
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
