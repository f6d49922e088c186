"""Refuses HTML pages without content: logins, and empty shells for a script."""

import html
import re

from ..model import Finding, Refused

_HTML = re.compile(
    r"(?is)(?>\s|<!--.*?-->|<\?[^>]*>)*+"
    r"<(!doctype html|html|head|body|base|meta|title|link|script|style|noscript|form)\b"
)
# Comments, and elements whose content a browser does not show.
_UNSEEN = re.compile(
    r"(?is)<!--.*?(-->|\Z)|<(script|style|noscript|template|textarea|title)\b.*?(</\2\b|\Z)"
)
_PASSWORD = re.compile(r"(?i)<input\b[^<>]*[\s/\"']type\s*+=\s*+[\"']?password\b")
_LOGIN = "log in with a browser, save the page, and give it with --document"
_SHELL = "save the page from a browser, where its script has run, and give it with --document"


def examine(text: str) -> None:
    """Refuse a login page or a shell without content. Raises `Refused`.

    Text that is not HTML passes. So does a page with a login beside its tables.
    """
    seen = _UNSEEN.sub("", text)
    if not _HTML.match(text) or re.search(r"(?i)<table\b", seen):
        return
    if _PASSWORD.search(seen):
        raise Refused(Finding("page-login", "the page asks for a password", _LOGIN))
    words = html.unescape(re.sub(r"<[^<>]*>", " ", seen)).split()
    if not re.search(r"(?i)<h[2-6]\b", seen) and len(" ".join(words)) < 200:
        message = "the page has no table, no headings and hardly a text: a script would fill it in"
        raise Refused(Finding("page-shell", message, _SHELL))
