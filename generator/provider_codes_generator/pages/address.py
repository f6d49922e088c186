"""Checks which addresses may be requested, and where a redirect may lead.

Refuses all others with a `Refused`.
"""

import ipaddress
import re
import socket
import string
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from ..model import Finding, Refused, shortened

SAVE = "open it in a browser, save the page, and give it with --document"
_ADDRESS = "give an address that begins with https:// or http://"
_TARGET = f"give the address that it ends at; or {SAVE}"

_LONGEST_HOST = 253
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_.])?")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """An address that may be requested.

    `private` says whether its host is this computer or on its network.
    """

    address: str
    secure: bool
    private: bool


def masked(address: str) -> str:
    """Remove what may be a password from the address: all up to the last `@`."""
    before, sign, behind = address.rpartition("@")
    scheme = _SCHEME.match(before)
    return f"{scheme[0] if scheme else ''}…@{behind}" if sign else address


def target(address: str) -> Target:
    """Return the address in the form in which it is requested."""
    if re.search(r"[\x00-\x20\x7f]", address):
        raise _refused("an address has no blanks and no control characters")
    try:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https"):
            raise _refused("only http and https are asked for pages")
        if "@" in parts.netloc:
            help = f"leave out name and password; if the page wants them, {SAVE}"
            raise _refused("an address with a name or password is not asked", help)
        host = _host(parts.netloc, parts.hostname or "")
        place = host if parts.port is None else f"{host}:{parts.port}"
        path = quote(parts.path or "/", safe=string.punctuation)
        query = quote(parts.query, safe=string.punctuation)
    except ValueError:  # a malformed URL, or a host that cannot be encoded for a name server
        raise _refused("this is no address of a page") from None
    whole = urlunsplit((parts.scheme, place, path, query, ""))
    return Target(whole, parts.scheme == "https", _is_private(host))


def _refused(message: str, help: str = _ADDRESS) -> Refused:
    return Refused(Finding("address-refused", message, help))


def _host(place: str, name: str) -> str:
    """Return the host in its normal form, so that no other spelling bypasses the checks.

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
        # When connecting, 127.1 and 0x7f000001 are addresses, too.
        return not ipaddress.IPv4Address(socket.inet_aton(name)).is_global
    except OSError:
        return False


def is_at_home(peer: str) -> bool:
    """Whether the peer is this computer or in its network, whatever name led there."""
    number = peer.partition("%")[0]
    return _is_private(f"[{number}]" if ":" in number else number)


def sent_home() -> Refused:
    """Return the refusal of a redirect to a name of this computer or network."""
    return _refused("it redirects to a name of this computer or network", SAVE)


def redirected(first: Target, last: Target, location: str) -> Target:
    """Return the target of a redirect, if it may be followed."""
    try:
        # Python reads headers as Latin-1. Encoding them so restores the bytes of the server.
        location = quote(location.strip(), safe=string.punctuation, encoding="latin-1")
        location = urljoin(last.address, location)
    except ValueError:
        raise _refused("it redirects to what is no address", SAVE) from None
    where = f"it redirects to {shortened(masked(location))}"
    try:
        found = target(location)
    except Refused as refused:
        raise _refused(f"{where}: {refused.finding.message}", SAVE) from None
    if last.secure and not found.secure:
        raise _refused(f"{where}, which is not secure any more", _TARGET)
    if found.private and not first.private:
        raise _refused(f"{where}, which is an address of this computer or network", SAVE)
    return found
