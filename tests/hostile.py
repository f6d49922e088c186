r"""Texts that try to escape from where they are put: into code, a terminal, or a page.

Only data, with escapes for invisible characters. `TEXTS` are tried unchanged, random texts are made
of `PIECES`, and `NAMES` are tried in place of names.
"""

_BOX = "\u202e\u2066"  # reverses the text, and opens an isolate in it

QUOTES = (
    '"', "'", '""', "''", '"""', "'''", '""""', "''''''", '"' * 41, "'" * 41, "\"'" * 30,
    '""" """ """', '" " "', "a\"b'c", 'ends with "', '"begins with', '"both"', '"""both"""',
    "'''both'''",
    "\u201cquoted\u201d \u2018so\u2019 \u00abthen\u00bb \u201elow\u201f \uff02wide\uff02", "`",
    "``", "```", "````", "`` ` ``", "~~~", "\u00b4\u02bc\u2032\u2033", 'x = """',
    '""" + __import__("os").system("true") + """', "''' + __import__('os').system('true') + '''",
    '"), __import__("os").abort(), ("', "'), exec('raise SystemExit'), ('",
    '"\nraise SystemExit\n"', '"""\nraise SystemExit\n"""',
)  # fmt: skip

BACKSLASHES = (
    "\\", "\\\\", "\\\\\\", "\\" * 40, "\\" * 41, '\\"', '\\\\"', '\\\\\\"', '\\\\\\\\"', '\\"""',
    '\\\\"""', '""\\"', '"\\', "'\\'", "\\'''", "ends with \\", "ends with \\\\", "a\\ b",
    "a \\\nb", "\\\n", "\\n", "\\r", "\\t", "\\0", "\\a", "\\x", "\\x4", "\\x41", "\\xZZ", "\\u",
    "\\u12", "\\u0041", "\\uD800", "\\U", "\\U0010FFFF", "\\U00110000", "\\777", "\\8", "\\N",
    "\\N{", "\\N{}", "\\N{BULLET}", "\\N{LINE SEPARATOR}", "\\N{no such name}", "\\\\N{BULLET}",
    "\\\\u0041", "\\{", "\\}", "\\%", "\\d+(?P<x>.)", "C:\\new\\x64\\Users", ("\\" * 9 + '"') * 12,
    ("\\" * 10 + '"') * 12,
)  # fmt: skip

TEMPLATES = (
    "{% %}", "{%", "%}", "{%-", "-%}", "{{ }}", "{{", "}}", "{{-", "-}}", "{# #}", "{#", "#}",
    "{% raw %}", "{% endraw %}", "{% endfor %}", "{% include 'module.py.j2' %}",
    "{{ module.docstring }}", "{{ cycler.__init__.__globals__.os.system('true') }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ 7 * 7 }}", "{{'a' | upper}}",
    "# for x in y", "## x", "{% extends 'a' %}{% block b %}", "{{ self }}", "{% set x = 1 %}", "{}",
    "{", "}", "{0}", "{x!r:>{y}}", "{value}", "{name}", "{name} (group id: {value})",
    "{name}{name}{value}{value}", "{{name}}", "f\"{__import__('os')}\"", "f'{x}'", "rb'\\x'", "%s",
    "%", "%%", "%(x)s", "%d%n%p", "%1$s", "$x", "${x}", "${IFS}", "$(true)", "`true`", "<%= x %>",
    "<?php x ?>", "#{x}", "@{x}", "[[x]]", "<% x %>",
)  # fmt: skip

INVISIBLE = (
    "\0", "a\0b", "\a", "\b", "a\b\b\bc", "\t", "a\tb", "\n", "a\nb", "\v", "\f", "\r", "a\r\nb",
    "\x1c", "\x1d", "\x1e", "\x1f", "\x7f", "\x80", "\x85", "a\x85b", "\x9b", "\x9d", "\xa0",
    "a\xa0b", "\xad", "a\xadb", "\u034f", "\u061c", "\u115f", "\u1680", "\u17b4", "\u180b",
    "\u180e", "\u2000", "\u2003", "\u2009", "\u200a", "\u200b", "a\u200bb", "\u200c", "\u200d",
    "\u200e", "\u200f", "\u2028", "a\u2028b", "\u2029", "a\u2029b", "\u202a", "\u202b", "\u202c",
    "\u202d", "\u202e", "\u202f", "\u205f", "\u2060", "\u2061", "\u2063", "\u2066", "\u2067",
    "\u2068", "\u2069", "\u206a", "\u206f", "\u2800", "\u3000", "\u3164", "\ufe0f", "a\ufe0e",
    "\ufeff", "a\ufeffb", "\uffa0", "\ufff0", "\ufff9", "\ufffa", "\ufffb", "\ufffc", "\ufffd",
    "\ufffe", "\uffff", "\ud800", "\udbff", "\udc00", "\udfff", "a\ud83db", "\ud83d\ude00",
    "\ude00\ud83d", "\ue000", "\uf8ff", "\U000e0001", "\U000e0041\U000e0042\U000e007f",
    "\U000e0100", "\U000f0000", "\U0001fffe", "\U0010ffff", "\U0001d173", "\U0001bca0",
    f"{_BOX}if admin: pass\u2069", "\u05d0\u05d1\u05d2 abc \u0627\u0628", "safe\u202etxt.exe",
    "e\u0301", "\u0301", "a" + "\u0300" * 200, "\u1100\u1161\u11a8", "\U0001f1e6\U0001f1e7",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001fae8", "\u0149", "\u0f77", "\U0001d17a",
    "\u6f22\u5b57 " * 30, "\U0001f600" * 90, "\u2764\ufe0f", "\u0130\u0131\u017f\u212a", "\ufb01",
)  # fmt: skip

PYTHON = (
    "#", "# type: ignore", "# noqa", "# fmt: off", "# fmt: on", "# fmt: skip", "#!/bin/sh",
    "# -*- coding: utf-7 -*-", "# coding: rot13", "+AGEAYg-", "# pragma: no cover", "None", "True",
    "False", "import", "class", "lambda", "match", "_", "...", "pass", "async", "__name__",
    "__class__", "__dict__", "__file__", "__builtins__", "__import__('os')", "_missing_",
    "_ignore_", "_value_", "_member_map_", "mro", "self", "super().x", "UNLISTED", "LISTS",
    "IntCode", "find_in", "__all__", "from os import *", "import os; os.abort()", ";", "a; b",
    "a = b", "a: int = 1", "@property", "x if y else z", "()", "[", "]", "{1: 2}", ")", "),", "],",
    "},", "a, b, c,", "0x1F", "1e309", "1_0", "-0", "NaN", "1" * 5000, "9" * 4301, ">>> 1 + 1",
    "...     x", ":param x: y", ".. code::", "Args:", "---", "===", "    indented", "trailing ",
    " leading", "two  blanks", "\\\\", "ends with \\\"", "word " * 400,
)  # fmt: skip

# Names that look like another name to Python or to a reader.
NAMES = (
    "\uff33\uff25\uff2e\uff34",  # full-width SENT, which NFKC folds into SENT
    "\u0405\u0415\u039dT",  # the same in Cyrillic and Greek
    "SE\u041dT", "S\u0415NT", "SEN\u03a4", "\U0001d412\U0001d404\U0001d40d\U0001d413", "SENT\u0301",
    "\u212aELVIN", "\u1e9e", "\u00c5", "A\u030a", "\u212b", "\ufb01", "\u017f", "\u2160", "\u00aa",
    "\u00b7A", "A\u00b7", "\u2118", "\u212e", "\u309b", "SENT\u200b", "SE\u200dNT", "\u202eTNES",
    "__class__", "__init__", "__slots__", "__members__", "_missing_", "_order_", "_value_", "__",
    "_", "_A", "A_", "A__B", "mro", "name", "value", "None", "True", "False", "import", "match",
    "NONE", "TRUE", "DEF", "LISTS", "PROVIDERS", "ALL", "Final", "Literal", "IntCode", "StrCode",
    "TypeAlias", "find", "find_in", "annotations", "import_module", "description", "codes", "self",
    "", " ", "A B", "A-B", "A.B", "A'B", 'A"B', "A\nB", "A\\B", "1A", "A#", "A;B", "A:B", "A=B",
    "A(", "A,B", "../A", "/A", "A/B", "..", ".", "CON", "NUL", "con", "aux", "A" * 41, "A" * 300,
    "A" * 5000, "A\0", "\ud800", "NO", "Y", "0", "1e3", "0x1F", "~", "<<", "=", "null", "yes",
)  # fmt: skip

TERMINAL = (
    "\x1b[31mred\x1b[0m", "\x1b[2J\x1b[H", "\x1b]0;title\x07", "\x1b]0;title\x1b\\", "\x1b[6n",
    "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\", "\x1b]52;c;cm0gLXJm\x07",
    "\x1b]1337;File=inline=1:AAAA\x07", "\x1bP+q544e\x1b\\", "\x1b_G\x1b\\", "\x1b^x\x1b\\",
    "\x1bX\x1b\\", "\x1bc", "\x1b7\x1b8", "\x1b[?1049h", "\x1b[1A\x1b[2K", "\x1b(0", "\x1b#8",
    "\x9b31m", "\x9d0;title\x9c", "\x90x\x9c", "\x84\x85\x8d", "\x0e\x0f", "\x05", "\x07" * 9,
    "\r                          overwritten", "\x08" * 40 + "overwritten", "^[[31m", "\\033[31m",
    "\\e[31m", "\u009b2J", "\x1b\x1b\x1b[", "\x1b", "\x1b[" + "9" * 400 + "m", "\x7f" * 9,
)  # fmt: skip

MARKUP = (
    "| a | b |", "|", "||", "| --- |", "|---|---|", "\\|", "a | b", "\\\\|", "`|`", "`a\\|b`",
    "# heading", "###### deep", "heading\n===", "heading\n---", "===", "***", "___", "* * *",
    "- item", "+ item", "* item", "1. item", "1) item", "999999999. item", "- [ ] task", "- - -",
    "> quoted", ">>> deep", "    code", "\tcode", "```\ncode\n```", "```python", "~~~ x", "`code`",
    "**bold**", "__bold__", "*a*", "_a_", "***a***", "~~gone~~", "==mark==", "^up^", "$x^2$",
    "$$x$$", "\\(x\\)", ":::note", ":tada:", "[^1]", "[^1]: note", "[[wiki]]", "a  \nb", "a\\\nb",
    "[x](https://evil.example)", "[x](javascript:alert(1))", "![x](https://evil.example/x.png)",
    "[x]: https://evil.example", "[x][y]", "[x]", "![x]", "](https://evil.example)", "[](a)", "[",
    "](", ")", "[![x](y)](z)", "<https://evil.example>", "<mailto:a@evil.example>", "<x:y>",
    "https://evil.example", "http://evil.example", "www.evil.example", "WWW.evil.example",
    "ftp://evil.example", "a@evil.example", "mailto:a@evil.example", "xmpp:a@evil.example/b",
    "//evil.example", "evil.example", "https://evil.example/`x`|y", "HTTPS://EVIL.example",
    "@everyone", "@team/x", "a@b", "@\u200beveryone", "\uff20everyone", "#1", "GH-1", "x/y#1",
    "owner/repo@0123456789abcdef0123456789abcdef01234567",
    "0123456789abcdef0123456789abcdef01234567", "fixes #1",
    "closes https://github.com/x/y/issues/1", "!1", "~label", "%milestone",
    "<script>alert(1)</script>", "<b>", "</td></tr></table>", "<table><tr><td>x", "<img src=x>",
    "<img src=x onerror=alert(1)>", "<a href='javascript:x'>y</a>", "<!--", "-->", "<!-- x -->",
    "--!>", "<![CDATA[x]]>", "]]>", "<?xml version='1.0'?>", "<!DOCTYPE html>", "<!ENTITY x 'y'>",
    "<details><summary>x</summary>", "<br>", "<br/>", "<p", "<", ">", "</", "<>", "< b>", "<b",
    "<style>*{display:none}</style>", "<svg onload=x>", "<iframe src=x>", "<input type=password>",
    "<template>", "<textarea>", "<plaintext>", "<noscript>", "<title>", "<base href=x>", "<pre>",
    "<html>", "<body>", "<head>", "</html>", "<h2>x</h2>", "<x-y z>", "<code>x</code>", "<Foo/>",
    "&amp;", "&lt;script&gt;", "&#60;b&#62;", "&#x3c;b&#x3e;", "&nbsp;", "&#0;", "&#xD800;", "&",
    "&#x202e;", "&#8203;", "&zwj;", "&NewLine;", "&Tab;", "&bogus;", "&#99999999;", "&amp;lt;b&gt;",
    "---\ntitle: x\n---", "--- x", "+++", "[block:parameters]", "[/block]",
    "[block:x]\n{}\n[/block]", "{% hint %}", "{% endhint %}", "{#anchor}", " {#anchor}", "Node: x",
    "Element:h2", "(type) x",
)  # fmt: skip

YAML = (
    "a: b", "- a", "? a", "key:", ": value", "a:", ":a", "a #b", "# b", "&a b", "*a", "!a b",
    "!!python/object/apply:os.abort []", "!<tag:x> y", "%YAML 1.2", "%TAG ! x", "---", "...",
    "--- a", "|", "|-", ">", ">-", "| 2", "[a, b]", "{a: b}", "[", "{", "]", "}", "@a", "`a`", "<<",
    "<<: *a", "= a", "~", "null", "yes", "No", "on", "OFF", "0123", "0o17", "0x1F", "1_000", "1e3",
    ".5", ".inf", ".NaN", "12:30", "12:30:45", "2026-11-22", "2026-11-22T10:00:00Z", "1.2.3.4",
    "+1", "-1", "1" * 19, "' '", '" "', "'a''b'", '"a\\qb"', "a\n b", "a\n\nb", "\ta", "a: |\n  b",
    "x: y: z", "? [a]: b", "note: x", "provider: evil", "codes:", "x\nprovider: evil",
    '", "provider": "evil', "}, {", "-",
)  # fmt: skip

COMMANDS = (
    "::error::x", "::error file=a,line=1::x", "::set-output name=x::y", "::add-mask::x",
    "::debug::x", "::stop-commands::x", "::endgroup::", "##[error]x", "##[command]x",
    "x\n::error::y", "%0A::error::x", "%0D%0A::error::x", "%250A", "%25", "%3A", "%2C",
    "file=a,line=1", "title=x,y", "::", ":", ",", "::add-path::/tmp", "x%0Ay", "]]::warning::",
    "; true", "&& true", "| true", "$(true)", "`true`", "> x", "-rf", "--help", "--", "-",
    "../../x", "/dev/null", "file:///dev/null", "\\\\host\\share", "~", "*", "?", "[a-z]", "!!",
    "!x", "' ; true ; '", '" ; true ; "', "\n true", "\\\ntrue", "=1+1", "@SUM(1)", "+1+1", "-1+1",
    "{{github.token}}", "${{ github.token }}", "<<EOF\nx\nEOF", "\x04",
)  # fmt: skip

LONG = (
    "x" * 100, "x" * 10_000, "wide word " * 1_000, "\u6f22" * 5_000, '"' * 10_000, "\\" * 10_001,
    "'\" " * 3_000 + "'", "a " * 5_000 + "a", "x" * 87 + ' "' + "y" * 87 + '" ' + "\\" * 87,
    "\u202e" * 10_000, "| " * 5_000, "`" * 5_000 + "a", "[" * 5_000, "<b>" * 3_000, "*a " * 3_000,
    "{{" * 3_000, "(" * 5_000, "\n" * 5_000, "&" * 5_000,
)  # fmt: skip

# As long as a hostile cell of a page can be
MEGABYTES = (
    "x" * 1_000_000, "word " * 200_000, '"' * 1_000_000, "\\" * 1_000_000,
    "\u6f22\u5b57 " * 333_333, "'\" \\ " * 200_000,
)  # fmt: skip

KINDS: dict[str, tuple[str, ...]] = {
    "quotes": QUOTES,
    "backslashes": BACKSLASHES,
    "templates": TEMPLATES,
    "invisible": INVISIBLE,
    "python": PYTHON,
    "names": NAMES,
    "terminal": TERMINAL,
    "markup": MARKUP,
    "yaml": YAML,
    "commands": COMMANDS,
    "long": LONG,
}

# Every text once, in their order; those of a megabyte are tried separately.
TEXTS: tuple[str, ...] = tuple(dict.fromkeys(text for kind in KINDS.values() for text in kind))

# Parts of random texts: the short ones, and characters that have a meaning anywhere.
PIECES: tuple[str, ...] = (
    *(text for text in TEXTS if 0 < len(text) <= 40),
    *" \"'\\{}%#$&<>[]()|`*_~^!?:;,.-+=/@0123456789aAnNuUxX\n\r\t\0\x1b\xa0\u200b\u202e\u2028",
)
