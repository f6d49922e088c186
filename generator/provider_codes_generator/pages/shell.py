"""Checks that an HTML page has content. A login or an empty shell for a script is refused.

The page is not parsed. Parsing takes long, and a shell may be one huge script.
"""

import html
import re

from ..model import Finding, Refused

_LOGIN = "log in with a browser, save the page, and give it with --document"
_SHELL = "save the page from a browser, where its script has run, and give it with --document"

_BEFORE_HTML = re.compile(r"\s*(?:<!--.*?-->|<\?.*?>)", re.DOTALL)
_HTML = re.compile(
    r"\s*<(?:!doctype\s+html|(?:html|head|body|base|meta|title|link|script|style|noscript|form)"
    r"(?=[\s/>]))",
    re.IGNORECASE,
)
# What decides about an HTML page, and elements whose content a browser does not show.
_TELLING = re.compile(
    r"<!--"
    r"|<(?P<unseen>script|style|noscript|template|textarea|title)(?=[\s/>])"
    r"|<(?P<content>(?P<table>table)|h[2-6])(?=[\s/>])"
    r"|<input(?P<input>[\s/][^<>]*)",
    re.IGNORECASE,
)
_PASSWORD = re.compile(r"[\s/\"']type\s*+=\s*+(?:[\"']\s*+)?password\b", re.IGNORECASE)
_SHOWN = re.compile(r">\s*([^\s<][^<]*)")
_ENOUGH = 200


def examine(text: str) -> None:
    """Refuse a login page or a shell without content. Raises `Refused`.

    Text that is not HTML passes. So does a page with a login beside its tables.
    """
    if not _HTML.match(text, _behind_comments(text)):
        return
    has_content, has_table, asks, shown, at = False, False, False, 0, 0
    while found := _TELLING.search(text, at):
        shown += _shown(text, at, found.start(), _ENOUGH - shown)
        has_content |= found["content"] is not None
        has_table |= found["table"] is not None
        asks |= found["input"] is not None and _PASSWORD.search(found["input"]) is not None
        at = _behind(text, found)
    shown += _shown(text, at, len(text), _ENOUGH - shown)
    if asks and not has_table:
        raise Refused(Finding("page-login", "the page asks for a password", _LOGIN))
    if not has_content and shown < _ENOUGH:
        message = "the page has no table, no headings and hardly a text: a script would fill it in"
        raise Refused(Finding("page-shell", message, _SHELL))


def _behind_comments(text: str) -> int:
    at = len("\ufeff") if text.startswith("\ufeff") else 0
    while found := _BEFORE_HTML.match(text, at):
        at = found.end()
    return at


def _behind(text: str, found: re.Match[str]) -> int:
    """Return the offset after a tag, or after the end of an element that is not shown."""
    if found[0] == "<!--":
        end = text.find("-->", found.end())
        return len(text) if end < 0 else end + len("--")
    if found["unseen"]:
        close = re.compile(rf"</{found['unseen']}(?=[\s/>])", re.IGNORECASE)
        closed = close.search(text, found.end())
        return closed.end() if closed else len(text)
    return found.end()


def _shown(text: str, start: int, end: int, wanted: int) -> int:
    """Count the characters between tags that a browser shows. Stop once there are `wanted`."""
    count = 0
    while count < wanted and (found := _SHOWN.search(text, start, end)):
        start = found.end()
        words = found[1][: 10 * _ENOUGH]
        count += len(" ".join(html.unescape(words).split()))
    return count
