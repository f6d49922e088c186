"""Pages from a server: what it is asked, what of its answers is a page, and what is none."""

import shutil
import socket
import ssl
import subprocess
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from provider_codes_generator.pages.fetch import Limits, fetch
from provider_codes_generator.pages.shell import examine
from provider_codes_generator.model.findings import Refused
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PAGE = "<!doctype html><title>Codes</title><h1>Codes</h1><table><tr><td>7<td>Größe</table>"
SHORT = Limits(seconds=0.4)
SAVE = "--document"

# The server is one for all examples, and keeps nothing of one for the next.
SAME_SERVER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@dataclass
class Answer:
    """What the server sends: all of it as it stands here."""

    body: bytes = PAGE.encode()
    kind: str | None = "text/html"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict[str, str])
    reason: str | None = None
    length: int | None = None


class Server(ThreadingHTTPServer):
    """A server whose answers are laid ready by path, and which keeps what it was asked."""

    scheme = "http"

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.raw: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.over = Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def at(self, path: str = "/") -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}{path}"

    def gives(self, answer: Answer, path: str = "/") -> str:
        self.answers[path] = answer
        return self.at(path)

    def does(self, act: Callable[[BaseHTTPRequestHandler], None]) -> str:
        self.raw["/"] = act
        return self.at()

    def redirects(self, location: str, path: str = "/", status: int = 302) -> str:
        return self.gives(Answer(status=status, headers={"Location": location}), path)


class Handler(BaseHTTPRequestHandler):
    """Answers as the server was told to."""

    # Or each body would wait for somebody to confirm its headers.
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        server.asked.append((self.path, dict(self.headers)))
        try:
            if act := server.raw.get(self.path):
                act(self)
            else:
                self.give(server.answers.get(self.path, Answer(b"none", status=404)))
        except OSError:
            self.close_connection = True  # who asked has gone

    def give(self, answer: Answer) -> None:
        self.send_response(answer.status, answer.reason)
        if answer.kind is not None:
            self.send_header("Content-Type", answer.kind)
        length = len(answer.body) if answer.length is None else answer.length
        self.send_header("Content-Length", str(length))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(autouse=True)
def without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(Server()) as made:
        yield made


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for this computer, that nobody trusts, in one file with its key."""
    if not shutil.which("openssl"):
        pytest.skip("there is no openssl to make a certificate with")
    made = tmp_path / "certificate.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2"
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(tmp_path / "key.pem"), "-out", str(made)]
    subprocess.run([*command.split(), *names, *files], check=True, capture_output=True)
    made.write_text(made.read_text() + (tmp_path / "key.pem").read_text())
    return made


@pytest.fixture
def secure(certificate: Path) -> Iterator[Server]:
    made = Server()
    made.scheme = "https"
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    made.socket = context.wrap_socket(made.socket, server_side=True)
    with serving(made):
        yield made


@contextmanager
def serving(server: Server) -> Generator[Server, None, None]:
    # The poll is what a shutdown waits for.
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.over.set()
    server.shutdown()
    server.server_close()
    thread.join()


def problem(address: str, limits: Limits = Limits()) -> tuple[str, str, str]:
    """The id, the message and the help of what is wrong with an address."""
    with pytest.raises(Refused) as caught:
        fetch(address, limits)
    finding = caught.value.finding
    assert finding.level == "error"
    assert finding.help
    return finding.id, finding.message, finding.help


# What a server is asked


def test_the_request_says_nothing_about_who_asks(
    server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / ".netrc").write_text("machine 127.0.0.1 login heron password secret\n")
    (home / ".netrc").chmod(0o600)
    monkeypatch.setenv("HOME", str(home))
    first = server.redirects("/codes?a=b#c", "/old")
    server.answers["/old"].headers["Set-Cookie"] = "who=me"
    server.gives(Answer(), "/codes?a=b")
    assert fetch(first) == PAGE
    expected = {
        "Host": f"127.0.0.1:{server.port}",
        "User-Agent": "provider-codes",
        "Accept": "text/html, text/markdown, text/plain, application/json;q=0.9, */*;q=0.1",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    assert server.asked == [("/old", expected), ("/codes?a=b", expected)]


NO_ADDRESS = [
    *("", "codes.html", "//127.0.0.1/", "file:///etc/passwd", "ftp://127.0.0.1/"),
    *("data:text/plain,7", "http:", "http://", "http:///codes", "http://[", "http://[::1"),
    *("http://[v1.heron]/", "http://[fe80::1%25eth0]/", "http://127.0.0.1:65536/"),
    *("http://127.0.0.1:-1/", "http://127.0.0.1:port/", "http://127.0.0.1/a b"),
    *("http://127.0.0.1/\r\nCookie: a", "http://127.0.0.1/\x7f", "http://127.0.0.1\\codes/"),
    *("http://%6cocalhost/", "http://a..b/", "http://.../", f"http://{'a' * 64}.example/"),
    *(f"http://{'a.' * 9999}example/", "http://xn--\xfc/", "http://\ud800/"),
]


@pytest.mark.parametrize("address", NO_ADDRESS)
def test_an_address_that_is_not_asked(address: str) -> None:
    id, message, _ = problem(address)
    assert id == "address-refused"
    assert message.startswith(address[:30])
    assert len(message) < 500


@pytest.mark.parametrize(
    "address",
    [
        "http://heron:secret@127.0.0.1/",
        "http://:secret@127.0.0.1/",
        "http://heron:se/secret@127.0.0.1/",
        "heron:secret@127.0.0.1",
    ],
)
def test_a_password_is_neither_sent_nor_said(address: str) -> None:
    id, message, help = problem(address)
    assert id == "address-refused"
    assert "secret" not in message + help
    assert "127.0.0.1" in message


# Where it may send us


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(server: Server, status: int) -> None:
    server.gives(Answer(), "/a/c")
    assert fetch(server.redirects("c", "/a/b", status)) == PAGE


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "data:text/html,7", "http://heron:secret@127.0.0.1/", "http://["],
)
def test_a_redirect_that_is_refused(server: Server, location: str) -> None:
    address = server.redirects(location)
    id, message, help = problem(address)
    assert id == "address-refused"
    assert message.startswith(f"{address}: it redirects to ")
    assert "secret" not in message
    assert SAVE in help
    assert len(server.asked) == 1


HOME = (
    "localhost LOCALHOST. heron.localhost 127.0.0.1 127.0.0.1. 127.1 2130706433 0x7f.0.0.1 "
    "0177.0.0.1 １２７。0.0.1 0.0.0.0 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 [::1] [::] "
    "[fe80::1] [fd00::1] [::ffff:127.0.0.1] [2002:7f00:1::]"
)


@pytest.mark.parametrize("host", HOME.split())
def test_no_public_host_sends_us_home(
    server: Server, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    """A name that a proxy knows stands for the public host, so that nobody leaves this one."""
    behind_proxy(monkeypatch, server)
    name = host.encode().decode("latin-1")
    if not host.isascii():
        name = host.encode("idna").decode("ascii")
    server.redirects(f"http://{name}:{server.port}/", "http://heron.example/")
    id, message, _ = problem("http://heron.example/")
    assert id == "address-refused"
    assert "this computer or network" in message
    assert len(server.asked) == 1


def behind_proxy(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    for name in ("no_proxy", "NO_PROXY", "HTTP_PROXY", "REQUEST_METHOD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", server.at(""))


def test_redirects_have_an_end(server: Server) -> None:
    for number in range(3):
        server.redirects(f"/{number + 1}", f"/{number}")
    server.gives(Answer(), "/3")
    assert fetch(server.at("/0"), Limits(redirects=3)) == PAGE
    id, message, _ = problem(server.at("/0"), Limits(redirects=2))
    assert (id, "more than 2 times" in message) == ("page-unreachable", True)
    assert problem(server.redirects("/"))[0] == "page-unreachable"


# How long it may take


def test_a_server_that_never_answers(server: Server) -> None:
    address = server.does(lambda _: wait(server))
    assert_in_time(address)


def test_a_server_that_dribbles_its_headers(server: Server) -> None:
    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\nA: ")
        dribble(server, handler, b"a")

    assert_in_time(server.does(act))


def test_redirects_share_the_time(server: Server) -> None:
    def act(handler: BaseHTTPRequestHandler) -> None:
        server.over.wait(0.15)
        handler.wfile.write(b"HTTP/1.0 302 Found\r\nLocation: /\r\n\r\n")

    assert_in_time(server.does(act))


def test_a_server_that_never_shakes_hands() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert_in_time(f"https://127.0.0.1:{silent.getsockname()[1]}/")


def test_the_look_up_of_a_host_takes_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    over = Event()

    def look_up(*_: object) -> list[object]:
        over.wait(5)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert_in_time("http://heron.invalid/")
    over.set()


def assert_in_time(address: str) -> None:
    id, message, help = problem(address, SHORT)
    assert id == "page-unreachable"
    assert message == f"{address}: there was no whole answer within 0.4 seconds"
    assert SAVE in help


def wait(server: Server) -> None:
    server.over.wait(5)


def dribble(server: Server, handler: BaseHTTPRequestHandler, piece: bytes) -> None:
    while not server.over.wait(0.05):
        handler.wfile.write(piece)


# Servers that are none


def test_nobody_is_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    id, message, help = problem(f"http://127.0.0.1:{port}/")
    assert (id, SAVE in help) == ("page-unreachable", True)
    assert "refuses the connection" in message


def test_a_host_that_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: object) -> list[object]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    id, message, _ = problem("http://heron.invalid/")
    assert (id, message) == (
        "page-unreachable",
        "http://heron.invalid/: its host is not found",
    )


def test_a_server_without_tls(server: Server) -> None:
    id, message, _ = problem(f"https://127.0.0.1:{server.port}/")
    assert (id, "no secure connection" in message) == ("page-unreachable", True)


def test_a_certificate_that_nobody_trusts(secure: Server) -> None:
    id, message, _ = problem(secure.gives(Answer()))
    assert (id, "certificate" in message) == ("page-unreachable", True)
    assert secure.asked == []


def test_a_secure_page_stays_secure(
    server: Server, secure: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    target = secure.gives(Answer(), "/codes")
    assert fetch(secure.redirects("/codes")) == PAGE
    assert fetch(server.redirects(target)) == PAGE
    id, message, _ = problem(secure.redirects(server.gives(Answer())))
    assert (id, "not secure any more" in message) == ("address-refused", True)
    assert_in_time(secure.does(lambda handler: dribble(secure, handler, b"a")))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0\xff\n",
        b"HTTP/1.1 two OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nA: " + b"a" * 2**17 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n9\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nten\r\nshort\r\n",
    ],
)
def test_an_answer_that_is_broken(server: Server, answer: bytes) -> None:
    id, message, help = problem(server.does(lambda handler: send(handler, answer)))
    assert (id, SAVE in help) == ("page-unreachable", True)
    assert len(message) < 300


def test_a_page_in_chunks(server: Server) -> None:
    answer = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nheron\r\n3\r\n, 7\r\n0\r\n\r\n"
    )
    assert fetch(server.does(lambda handler: send(handler, answer))) == "heron, 7"


def send(handler: BaseHTTPRequestHandler, answer: bytes) -> None:
    handler.wfile.write(answer)
    handler.close_connection = True


# Answers that are no page


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(status=404), "404 Not Found"),
        (Answer(status=503, reason="Gone fishing"), "503 Gone fishing"),
        (Answer(b"", status=204), "204"),
        (Answer(b"", status=304), "304"),
        (Answer(b""), "empty"),
        (Answer(b" \r\n\t"), "empty"),
    ],
)
def test_an_error(server: Server, answer: Answer, words: str) -> None:
    id, message, help = problem(server.gives(answer))
    assert (id, SAVE in help) == ("page-error", True)
    assert words in message


@pytest.mark.parametrize(
    "kind", ["image/png", "image/svg+xml", "application/pdf", "application/octet-stream"]
)
def test_no_text(server: Server, kind: str) -> None:
    id, message, help = problem(server.gives(Answer(kind=kind)))
    assert (id, kind in message, SAVE in help) == ("page-no-text", True, True)


@pytest.mark.parametrize("kind", [None, "TEXT/HTML", "text/plain", "application/problem+json"])
def test_text(server: Server, kind: str | None) -> None:
    assert fetch(server.gives(Answer(kind=kind))) == PAGE


def test_a_page_has_an_end(server: Server) -> None:
    limits = Limits(size=1000)
    assert fetch(server.gives(Answer(b"a" * 1000)), limits) == "a" * 1000
    announced = server.gives(Answer(b"a", length=2**40))
    assert problem(announced, limits)[0] == "page-too-large"


@pytest.mark.parametrize("head", ["", "Transfer-Encoding: chunked\r\n"])
def test_a_page_without_an_end(server: Server, head: str) -> None:
    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(f"HTTP/1.1 200 OK\r\n{head}\r\n".encode())
        while not server.over.is_set():
            handler.wfile.write(b"ffff\r\n" + b"a" * 0xFFFF + b"\r\n")

    id, message, help = problem(server.does(act), Limits(size=10**6))
    assert (id, SAVE in help) == ("page-too-large", True)
    assert "1000000 bytes" in message


# Charsets


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Größe".encode(), "text/plain"),
        ("Größe".encode("latin-1"), "text/plain; charset=ISO-8859-1"),
        ("Größe".encode("latin-1"), 'text/plain; charset="latin1"'),
        ("Größe".encode("utf-8-sig"), "text/plain"),
        ("Größe".encode("utf-8-sig"), "text/plain; charset=utf-8"),
        ("Größe".encode("utf-16"), "text/plain"),
        ("\ufeffGröße".encode("utf-16-be"), "text/plain"),
        ("Größe".encode("utf-16"), "text/plain; charset=utf-16"),
    ],
)
def test_the_charset(server: Server, body: bytes, kind: str) -> None:
    assert fetch(server.gives(Answer(body, kind))) == "Größe"


@pytest.mark.parametrize(
    "meta",
    [
        "<meta charset=windows-1252>",
        "<META name=a CHARSET = 'windows-1252' />",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
    ],
)
def test_the_charset_that_a_page_says(server: Server, meta: str) -> None:
    page = PAGE.replace("<title>", f"{meta}<title>")
    assert fetch(server.gives(Answer(page.encode("cp1252")))) == page
    server.gives(Answer(page.encode(), "text/html; charset=utf-8"))
    assert fetch(server.at()) == page, "the header goes first"
    late = PAGE.replace("<title>", " " * 2048 + meta + "<title>")
    assert fetch(server.gives(Answer(late.encode()))) == late


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"Gr\xf6\xdfe", "text/plain"),
        (b"Gr\xf6\xdfe", "text/plain; charset=us-ascii"),
        (b"odd", "text/plain; charset=utf-16"),
        (b"heron", "text/plain; charset=heron"),
        (b"heron", "text/plain; charset=base64"),
        (b"\\ud800", "text/plain; charset=unicode_escape"),
        (b"heron", f"text/plain; charset={'a' * 5000}"),
        (b"<meta charset=heron>", "text/html"),
    ],
)
def test_what_cannot_be_decoded(server: Server, body: bytes, kind: str) -> None:
    id, message, help = problem(server.gives(Answer(body, kind)))
    assert (id, SAVE in help) == ("page-undecodable", True)
    assert len(message) < 300


# Logins and shells


@pytest.mark.parametrize(
    "field",
    [
        "<input type=password>",
        "<INPUT name='a' TYPE = 'Password' />",
        '<input\nclass="a"type="password">',
    ],
)
def test_a_login(server: Server, field: str) -> None:
    page = f"<html><h2>Log in</h2><form>{field}</form>"
    address = server.gives(Answer(page.encode()))
    id, message, help = problem(address)
    assert (id, message.startswith(address), SAVE in help) == ("page-login", True, True)


SHELL = "<!doctype html><html><head><title>Codes</title></head><body>{}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        '<div id="app"></div><script src="a.js"></script>',
        "<h1>Codes</h1><p>Loading …",
        f"<script>{'word ' * 99}<table><h2>a</h2></script>",
        f"<!-- {'word ' * 99}<table> -->",
        f"<style>{'a ' * 200}</style><noscript>{'word ' * 99}</noscript>",
        " \n" * 200,
    ],
)
def test_a_shell(server: Server, body: str) -> None:
    for page in (SHELL.format(body), "<!-- saved -->\n" + SHELL.format(body)):
        address = server.gives(Answer(page.encode()))
        id, message, help = problem(address)
        assert (id, message.startswith(address), SAVE in help) == ("page-shell", True, True)


@pytest.mark.parametrize(
    "text",
    [
        SHELL.format("<table><tr><td>7</table>"),
        SHELL.format("<form><input type=password></form><table><tr><td>7</table>"),
        SHELL.format("<H2>Codes</H2>"),
        SHELL.format("<p>" + "word " * 60),
        SHELL.format("<h2>Codes</h2><script>'<input type=password>'</script>"),
        SHELL.format("<h2>Codes</h2><!--<input type=password>-->"),
        SHELL.format("<h2>Codes</h2>&lt;input type=password><input data-type=password>"),
        "heron",
        "# Codes\n\n    <input type=password>\n",
        '{"heron": "<html>"}',
    ],
)
def test_a_page(text: str) -> None:
    examine(text)


# Whatever comes


NO_ADDRESSES = st.one_of(
    st.text().filter(lambda text: "http" not in text.casefold()),
    st.text().map("http://{}\0".format),
    st.text().map("https://heron@{}".format),
    st.text().map("http://[{}".format).filter(lambda text: "]" not in text),
    st.text().map("ftp://{}".format),
)


@given(NO_ADDRESSES)
def test_any_text_is_refused_as_an_address(address: str) -> None:
    assert problem(address)[0] == "address-refused"


@SAME_SERVER
@given(path=st.text())
def test_any_path_can_be_asked_for(server: Server, path: str) -> None:
    assert_text_or_problem(server.at("/" + path))


@SAME_SERVER
@given(
    body=st.binary() | st.text().map(lambda text: ("<html>" + text).encode("utf-8", "replace")),
    charset=st.text(st.characters(min_codepoint=32, max_codepoint=255)),
    reason=st.text(st.characters(min_codepoint=32, max_codepoint=255)),
    status=st.integers(200, 999),
)
def test_any_answer_is_a_text_or_a_problem(
    server: Server, body: bytes, charset: str, reason: str, status: int
) -> None:
    answer = Answer(body, f"text/html; charset={charset}", status, reason=reason)
    assert_text_or_problem(server.gives(answer))


@SAME_SERVER
@given(location=st.text(st.characters(min_codepoint=32, max_codepoint=255)))
def test_any_place_can_be_redirected_to(server: Server, location: str) -> None:
    # Behind two slashes stands a host, and this one is the only host to ask.
    assert_text_or_problem(server.redirects("/a" + location))


def assert_text_or_problem(address: str) -> None:
    with suppress(Refused):
        assert fetch(address)
