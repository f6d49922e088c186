"""Pages from a server: the request, and which answers are pages."""

import gzip
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Event, Thread
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from provider_codes_generator.model import Refused
from provider_codes_generator.pages import PageText, fetch, from_web
from provider_codes_generator.pages.fetch import look_up, parse

PAGE = "<!doctype html><title>Codes</title><h1>Codes</h1><table><tr><td>7<td>Größe</table>"
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = "Transfer-Encoding: chunked"
PUBLIC = "93.184.216.34"
Patch = pytest.MonkeyPatch


def answer(body: bytes | str = PAGE, status: str = "200 OK", **headers: str) -> bytes:
    data = body.encode() if isinstance(body, str) else body
    lines = [f"{name.replace('_', '-')}: {text}\r\n" for name, text in headers.items()]
    head = f"HTTP/1.1 {status}\r\n{''.join(lines)}Content-Length: {len(data)}\r\n\r\n"
    return head.encode("latin-1") + data


def moved(location: str) -> bytes:
    return answer("", "302 Found", Location=location)


def sent_as(header: str, body: str = "5\r\nheron\r\n0\r\n\r\n") -> bytes:
    return OK + f"{header}\r\n\r\n{body}".encode()


class Server(ThreadingTCPServer):
    """Gives each path its answer, or does something with the connection, and closes it."""

    daemon_threads = True
    context: ssl.SSLContext | None = None

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), BaseRequestHandler)
        self.answers: dict[str, Any] = {}
        self.asked: list[str] = []
        self.over = Event()
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def gives(self, what: Any, path: str = "/") -> str:
        self.answers[path] = what
        return self.url + path

    def finish_request(self, request: Any, client_address: object) -> None:
        with suppress(OSError):
            if self.context:
                request = self.context.wrap_socket(request, server_side=True)
            asked = request.recv(2**16).decode("latin-1")
            self.asked.append(asked)
            what = self.answers.get(asked.split()[1], answer("", "404 Not Found"))
            request.sendall(what) if isinstance(what, bytes) else what(request)
            request.close()


def serving(server: Server) -> Iterator[Server]:
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.over.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def server(monkeypatch: Patch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "*")
    yield from serving(Server())


@pytest.fixture
def secure(tmp_path: Path, monkeypatch: Patch) -> Iterator[Server]:
    """A server whose certificate is for 127.0.0.1 and heron.example."""
    if not shutil.which("openssl"):
        pytest.skip("openssl is not installed")
    made, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=a"
    command += f" -addext subjectAltName=IP:127.0.0.1,DNS:heron.example -out {made} -keyout {key}"
    subprocess.run(command.split(), check=True, capture_output=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(made))
    server = Server()
    server.url = server.url.replace("http", "https")
    server.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.context.load_cert_chain(made, key)
    yield from serving(server)


def name(monkeypatch: Patch, server: Server, **numbers: list[str]) -> None:
    """Make each look-up of `NAME.example` return the next of its numbers. `PUBLIC` is the server."""
    look_up, connect = socket.getaddrinfo, socket.socket.connect

    def getaddrinfo(host: str, *rest: Any, **more: Any) -> object:
        if host.endswith(".invalid"):
            raise socket.gaierror
        found = numbers.get(host.removesuffix(".example"))
        return look_up(found.pop(0) if found else host, *rest, **more)

    def connected(self: socket.socket, address: tuple[str, int]) -> None:
        connect(self, server.server_address if address[0] == PUBLIC else address)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(socket.socket, "connect", connected)


def behind_proxy(monkeypatch: Patch, proxy: Server, but: str = "") -> None:
    for scheme in ("http", "https"):
        monkeypatch.setenv(f"{scheme}_proxy", proxy.url.replace("//", "//heron:se%20cret@"))
    monkeypatch.setenv("no_proxy", but)


def problem(address: str) -> tuple[str, str]:
    """The id of the finding about an address, and its place with its message."""
    with pytest.raises(Refused) as caught:
        from_web(address)
    finding = caught.value.finding
    assert (finding.level, "--document" in finding.help) == ("error", True)
    assert len(finding.message + finding.place.file) < 1000
    return finding.id, f"{finding.place.file}: {finding.message}"


def test_the_request_does_not_identify_the_user(
    server: Server, monkeypatch: Patch, tmp_path: Path
) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login heron password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    cookie = answer("", "302 Found", Location="/codes?a=b#c", Set_Cookie="who=me")
    server.gives(answer(), "/codes?a=b")
    assert from_web(server.gives(cookie, "/old")) == PageText(PAGE, f"{server.url}/old", whole=True)
    headers = {"Accept", "Accept-Encoding", "Host", "User-Agent"}
    for path, request in zip(("/old", "/codes?a=b"), server.asked, strict=True):
        first, *rest = request.rstrip().splitlines()
        assert first == f"GET {path} HTTP/1.1"
        assert {each.partition(":")[0] for each in rest} == headers
        assert "User-Agent: provider-codes" in rest


NO_ADDRESS = (
    "codes.html //127.0.0.1/ file:///etc/passwd ftp://127.0.0.1/ data:a,b http: http:// http:///a "
    "http://[ http://[::1 http://[v1.heron]/ http://127.0.0.1:65536/ http://127.0.0.1:-1/ "
    "http://127.0.0.1:port/ http://a%0d%0a.example/ http://xn--\xfc/ http://１２７。0.0.1/"
)


@pytest.mark.parametrize("address", ["", "http://a b/", "http://\ud800/", *NO_ADDRESS.split()])
def test_an_address_that_is_refused(address: str) -> None:
    assert problem(address)[0] == "address-refused"


@pytest.mark.parametrize("login", ["heron:secret", ":secret", "heron:se/secret", "secret"])
def test_a_password_is_neither_sent_nor_printed(login: str) -> None:
    for scheme in ("http://", ""):
        id, message = problem(f"{scheme}{login}@127.0.0.1/")
        assert (id, "secret" in message, "127.0.0.1" in message) == ("address-refused", False, True)


@pytest.mark.parametrize("status", ["301", "302", "303", "307", "308"])
def test_a_redirect_is_followed(server: Server, status: str) -> None:
    server.gives(answer(), "/@a/gr%C3%B6%C3%9Fe")
    sent = answer("", f"{status} Moved", Location="größe".encode().decode("latin-1"))
    assert from_web(server.gives(sent, "/@a/b")).text == PAGE
    missing = f"{server.url}/@a/c"
    assert problem(missing)[1] == f"{missing}: the server answers 404 Not Found"


@pytest.mark.parametrize("location", ["file:///a", "data:a,7", "http://a:secret@a.b/", "http://["])
def test_a_redirect_that_is_refused(server: Server, location: str) -> None:
    id, message = problem(server.gives(moved(location)))
    assert (id, "it redirects to" in message) == ("address-refused", True)
    assert "secret" not in message and len(server.asked) == 1


HOME = (
    "localhost LOCALHOST 127.0.0.1 127.1 2130706433 0x7f.0.0.1 0177.0.0.1 %6cocalhost 0.0.0.0 "
    "10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 [::1] [::] [fe80::1] "
    "[fd00::1] [fec0::1] [::127.0.0.1] [::ffff:127.0.0.1] [2002:7f00:1::] [64:ff9b::7f00:1] "
    "[64:ff9b::a00:1] [64:ff9b:1::5db8:d822]"
)


@pytest.mark.parametrize("proxied", [True, False])
@pytest.mark.parametrize("host", HOME.split())
def test_no_public_host_redirects_to_a_private_one(
    server: Server, monkeypatch: Patch, host: str, proxied: bool
) -> None:
    if proxied:  # but the proxy is not used for this computer
        behind_proxy(monkeypatch, server, but="127.0.0.1")
    name(monkeypatch, server, heron=[PUBLIC])
    server.gives(moved(f"//{host}:80/"), "http://heron.example/" if proxied else "/")
    assert problem("http://heron.example/")[1].endswith("inside this network")
    assert len(server.asked) == 1


def test_public_hosts() -> None:
    for host in (PUBLIC, "[2606:2800::1]", "[64:ff9b::5db8:d822]", "[::ffff:93.184.216.34]"):
        assert list(look_up(parse(f"http://{host}/")).values()) == [True]


def test_a_name_that_becomes_private(server: Server, monkeypatch: Patch) -> None:
    """The checked address is used, whatever a name server answers later."""
    name(monkeypatch, server, heron=[PUBLIC, "127.0.0.1", PUBLIC])
    server.gives(moved("/again"))
    assert "inside this network" in problem("http://heron.example/")[1]
    server.gives(answer())
    assert from_web("http://heron.example/").text == PAGE
    assert ["Host: heron.example\r\n" in each for each in server.asked] == [True, True]


def test_from_a_private_host_to_a_public_one_and_back(server: Server, monkeypatch: Patch) -> None:
    name(monkeypatch, server, heron=[PUBLIC])
    server.gives(moved("http://heron.example/b"), "/a")
    server.gives(moved(server.url + "/c"), "/b")
    assert "inside this network" in problem(server.url + "/a")[1]
    assert [each.split()[1] for each in server.asked] == ["/a", "/b"]


def test_behind_a_proxy(server: Server, monkeypatch: Patch) -> None:
    behind_proxy(monkeypatch, server)
    name(monkeypatch, server)
    server.gives(moved("//only.the.proxy.knows.invalid/b"), "http://heron.invalid/a")
    server.gives(answer(), "http://only.the.proxy.knows.invalid/b")
    assert from_web("http://heron.invalid/a#c").text == PAGE
    assert "authorization: Basic aGVyb246c2UgY3JldA==\r\n" in server.asked[0]
    server.gives(answer("", "403 Forbidden"), "heron.example:443")
    assert "403 Forbidden" in problem("https://heron.example/")[1]


@pytest.mark.parametrize(
    "host", ["intranet", "printer.local", "a.localhost.", "metadata.google.INTERNAL", "127.0.0.1"]
)
def test_a_proxy_is_not_led_inside(server: Server, monkeypatch: Patch, host: str) -> None:
    """Only the proxy looks the names up, but some cannot be public."""
    behind_proxy(monkeypatch, server)
    name(monkeypatch, server)
    server.gives(moved(f"//{host}/b"), "http://heron.invalid/a")
    assert "inside this network" in problem("http://heron.invalid/a")[1]


def test_what_is_compressed_may_lack_its_end(server: Server) -> None:
    packed = gzip.compress(PAGE.encode())[:-9]
    found = from_web(
        server.gives(answer(packed, content_encoding="gzip", content_type="text/html"))
    )
    assert not found.whole and PAGE.startswith(found.text[:40])


def test_redirects_have_an_end(server: Server) -> None:
    for number in range(6):
        server.gives(moved(f"/{number + 1}"), f"/{number}")
    server.gives(answer(), "/6")
    assert from_web(server.url + "/1").text == PAGE
    assert problem(server.url + "/0")[1].endswith("it redirects more than 5 times")


def test_a_secure_page_stays_secure(server: Server, secure: Server, monkeypatch: Patch) -> None:
    name(monkeypatch, secure, heron=[PUBLIC, PUBLIC], other=[PUBLIC])
    secure.gives(answer(), "/codes")
    secure.gives(moved("/codes"))
    assert from_web(server.gives(moved("https://heron.example/"))).text == PAGE
    assert "Hostname mismatch" in problem("https://other.example/")[1]
    assert "not secure any more" in problem(secure.gives(moved(server.url)))[1]
    monkeypatch.delenv("SSL_CERT_FILE")
    assert "certificate verify failed" in problem(secure.url)[1]


@pytest.mark.parametrize("first", [OK + b"A: ", OK + b"\r\na", sent_as(CHUNKED, "1"), b""])
def test_a_server_that_is_too_slow(server: Server, monkeypatch: Patch, first: bytes) -> None:
    def dribble(connection: socket.socket) -> None:
        connection.sendall(first)
        while not server.over.wait(0.05):
            connection.sendall(first[-1:])

    monkeypatch.setattr(fetch, "SECONDS", 0.4)
    address = server.gives(dribble)
    assert problem(address)[1] == f"{address}: no complete answer arrived within 0.4 seconds"
    monkeypatch.setattr(fetch, "WAIT", 0.1)
    assert first or problem(address)[1].endswith("the server sends nothing for 0.1 seconds")


def test_a_slow_look_up(server: Server, monkeypatch: Patch) -> None:
    def look_up(*_: object, **__: object) -> None:
        server.over.wait(5)

    monkeypatch.setattr(fetch, "SECONDS", 0.4)
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert "no complete answer arrived within 0.4 seconds" in problem("http://heron.invalid/")[1]


def test_no_connection(server: Server, monkeypatch: Patch) -> None:
    name(monkeypatch, server)
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    assert problem(f"http://127.0.0.1:{port}/")[1].endswith("its host cannot be reached")
    assert "SSL" in problem(server.url.replace("http", "https"))[1]
    for host in ("heron.invalid", "a..b", f"{'a' * 64}.example", f"{'a.' * 9999}example"):
        assert problem(f"http://{host}/")[1].endswith("its host is not found")


PAGES = [
    ("Content-Length: 5", "heron", True),
    ("Content-Length: 5, 5\r\nContent-Type: TEXT/HTML", "heron", True),
    (CHUNKED, "3\r\nher\r\n2;a=b\r\non\r\n0\r\n\r\n", True),
    ("Content-Type: application/a+json", "heron", False),
]


@pytest.mark.parametrize(("head", "body", "whole"), PAGES)
def test_a_page(server: Server, head: str, body: str, whole: bool) -> None:
    address = server.gives(sent_as(head, body))
    assert from_web(address) == PageText("heron", address, whole)


BROKEN = [
    *(b"", b"\0\xff\n", b"HTTP/1.1 two OK\r\n\r\n", OK + b"A: b\r\n" * 200 + b"\r\n"),
    OK + b"A: " + b"a" * 2**17 + b"\r\n\r\n",
    *(sent_as(f"Content-Length: {each}", "heron") for each in ("9", "5, 9", "-5", "abc", "")),
    *(sent_as(f"Transfer-Encoding: {each}") for each in ("gzip", "gzip, chunked", "")),
    *(sent_as(f"{CHUNKED}\r\n{each}") for each in ("Content-Length: 5", CHUNKED)),
    *(sent_as(CHUNKED, f"5\r\nheron\r\n{each}") for each in ("", "9\r\na", "x")),
]
LARGE = b"a" * (20 * 2**20 + 1)
NO_PAGE = [
    *((sent, "page-unreachable", "") for sent in BROKEN),
    (answer(status="404 Not Found"), "page-error", "404 Not Found"),
    (answer(status="503 Gone fishing"), "page-error", "503 Gone fishing"),
    *((answer(status=f"{each} "), "page-error", each) for each in ("204", "206", "304", "999")),
    (answer(" \r\n\t"), "page-error", "empty"),
    (answer(Content_Type="image/svg+xml"), "page-no-text", "image/svg+xml"),
    (answer(Content_Type="application/pdf"), "page-no-text", "application/pdf"),
    (answer("%PDF-1.7", Content_Type="application/pdf"), "page-format", "the format PDF"),
    (answer("odd", Content_Type="text/html; charset=utf-16"), "page-undecodable", "utf-16"),
    (answer("<form><input type=password>"), "page-login", "password"),
    (OK + b"\r\n" + LARGE, "page-too-large", "20,971,520 bytes"),
    (answer(gzip.compress(LARGE), Content_Encoding="gzip"), "page-too-large", "20,971,520 bytes"),
]


@pytest.mark.parametrize(("sent", "id", "words"), NO_PAGE)
def test_an_answer_that_is_not_a_page(server: Server, sent: bytes, id: str, words: str) -> None:
    found, message = problem(server.gives(sent))
    assert (found, words in message) == (id, True)


TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=255))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.text(), body=st.binary(), kind=TEXTS, status=st.integers(200, 999), location=TEXTS)
def test_anything_is_a_page_or_a_problem(
    server: Server, path: str, body: bytes, kind: str, status: int, location: str
) -> None:
    sent = answer(body, f"{status} {kind}", Content_Type=kind, Location="/a" + location)
    server.answers = {"/": sent, "/a": sent}
    for address in (server.url, f"{server.url}/{path}", f"ftp://{path}", f"http://[{path}"):
        with suppress(Refused):
            assert from_web(address)
