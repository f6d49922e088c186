"""The text of saved pages: their encodings as browsers read them, and pages without content."""

from pathlib import Path

import pytest
from provider_codes_generator.model import Refused
from provider_codes_generator.pages import PageText, from_file, read
from provider_codes_generator.pages.decode import decode
from provider_codes_generator.pages.sources import examine

PAGE = "<!doctype html>{}<title>Codes</title><h1>Codes</h1><table><tr><td>7<td>{}</table>"
GERMAN, CHINESE = "“Größe”", "结果"


@pytest.mark.parametrize(
    ("label", "codec", "word"),
    [
        *((label, "cp1252", GERMAN) for label in ("ISO-8859-1", "latin1", "ascii", "windows-1252")),
        *((label, "gbk", CHINESE) for label in ("gb2312", "GBK", "chinese")),
        *(("shift_jis", "cp932", "①"), ("euc-kr", "cp949", "똠"), ("koi8-r", "koi8-r", "Код")),
        *(("utf-8", "utf-8", GERMAN), ("utf-16", "utf-8", GERMAN), ("", "utf-8", GERMAN)),
        *(("ascii", codec, GERMAN) for codec in ("utf-8-sig", "utf-16")),
    ],
)
def test_an_encoding(tmp_path: Path, label: str, codec: str, word: str) -> None:
    page = tmp_path / "page.html"
    for meta in (
        f"<META name=a CHARSET = '{label}' />",
        f'<meta http-equiv="Content-Type" content="text/html; charset={label}">',
        f'<meta charset="{label}">' if label else "",
    ):
        text = PAGE.format(meta, word)
        page.write_bytes(text.encode(codec))
        assert from_file(page) == PageText(text, page.as_posix(), whole=False)
    if label not in ("", "utf-16"):
        assert decode(word.encode(codec), label) == word
        xml = f'<?xml version="1.0" encoding="{label}"?><codes>{word}</codes>'
        assert decode(xml.encode(codec)) == xml


def test_a_declaration_across_lines_of_quoted_printable() -> None:
    """The part of the message has its own encoding."""
    assert decode(b"<meta charset=\n=3Diso-8859-1>") == "<meta charset=\n=3Diso-8859-1>"


@pytest.mark.parametrize("label", ["latin1", "windows-1250", "windows-1255", "tis-620"])
def test_an_undefined_byte_is_a_control(label: str) -> None:
    """As in browsers. Readers report it if it is in a text that they read."""
    assert decode(b"a\x81b", label) == "a\x81b"
    page = PAGE.format(f"<meta charset={label}><script>\x81</script>", "{}")
    read(decode(page.format("a").encode("latin-1")))
    with pytest.raises(Refused, match=r"control character U\+0081 is in .* a\ufffd"):
        read(decode(page.format("a\x81").encode("latin-1")))


@pytest.mark.parametrize(
    ("body", "label"),
    [
        *((b"Gr\xf6\xdfe", "utf-8"), (b"\xaa", "windows-1253"), (b"odd", "utf-16")),
        *((b"heron", label) for label in ("heron", "base64", "utf-7", "unicode_escape", "hz")),
        *((b"heron", "a" * 5000), (b"<meta charset=heron>", None), (b"\xff\xfea", "utf-8")),
        *((GERMAN.encode(f"utf-{bits}"), None) for bits in ("16-le", "16-be", "32", "32-be")),
    ],
)
def test_a_page_that_cannot_be_decoded(body: bytes, label: str | None) -> None:
    with pytest.raises(Refused) as caught:
        decode(body, label)
    assert caught.value.finding.id == "page-undecodable"
    assert len(caught.value.finding.message) < 300


SHELL = "<!doctype html><html><head><title>Codes</title></head><body>{}</body></html>"
NO_PAGES = [
    *(
        ("page-login", f"<h2>Log in</h2><form>{field}</form>")
        for field in (
            "<input type=password>",
            "<INPUT name='a' TYPE = 'Password' />",
            '<input\nclass="a"type="password">',
        )
    ),
    ("page-shell", '<div id="app"></div><script src="a.js"></script>'),
    ("page-shell", "<h1>Codes</h1><p>Loading …"),
    ("page-shell", f"<script>{'word ' * 99}<table><h2>a</h2></script>"),
    ("page-shell", f"<!-- {'word ' * 99}<table> -->"),
    ("page-shell", f"<style>{'a ' * 200}</style><noscript>{'word ' * 99}</noscript>"),
    ("page-shell", " \n" * 200),
]


@pytest.mark.parametrize(("id", "body"), NO_PAGES)
@pytest.mark.parametrize("first", ["", "<!-- saved -->\n", '<?xml version="1.0"?>'])
def test_a_login_or_a_shell(tmp_path: Path, id: str, body: str, first: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(first + SHELL.format(body), encoding="utf-8")
    with pytest.raises(Refused) as caught:
        from_file(page)
    assert (caught.value.finding.id, "--document" in caught.value.finding.help) == (id, True)


@pytest.mark.parametrize(
    "text",
    [
        SHELL.format("<table><tr><td>7</table>"),
        SHELL.format("<form><input type=password></form><table><tr><td>7</table>"),
        SHELL.format("<H2>Codes</H2>"),
        SHELL.format("<ul><li>101 – Tank empty<li>102 – Tank full</ul>"),
        SHELL.format("<input type=password><dl><dt>E1<dd>Bad valve<dt>E2<dd>Bad pump</dl>"),
        SHELL.format("<p>" + "word " * 60),
        SHELL.format("<h2>Codes</h2><script>'<input type=password>'</script>"),
        SHELL.format("<h2>Codes</h2><!--<input type=password>-->"),
        SHELL.format("<h2>Codes</h2>&lt;input type=password><input data-type=password>"),
        *("heron", "# Codes\n\n    <input type=password>\n", '{"heron": "<html>"}'),
        '<?xml version="1.0"?><codes><code value="7"/></codes>',
    ],
)
def test_a_page(text: str) -> None:
    examine(text)
