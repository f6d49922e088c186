"""Gets the pages of a provider from a file, a folder of files, or their addresses."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import NamedTuple

from ..model import Document, Finding, Place, Provider, Refused
from ..spec import content
from . import html
from .decode import LARGEST, decode
from .detect import is_html

# Comments, and elements whose content a browser does not show.
_UNSEEN = re.compile(
    r"(?is)<!--.*?(-->|\Z)|<(script|style|noscript|template|textarea|title)\b.*?(</\2\b|\Z)"
)
_PASSWORD = re.compile(r"(?i)<input\b[^<>]*[\s/\"']type\s*+=\s*+[\"']?password\b")
_ADDRESS = "an address is for `new --address`, and for `address` in the spec"
_LOGIN = "log in with a browser, save the page, and give it with --document"
_SHELL = "save the page from a browser, where its script has run, and give it with --document"


class PageText(NamedTuple):
    """The text of a page, and its name in findings: its file or its address.

    It is whole if all that the server announced has arrived. A file must show by itself that it is.
    """

    text: str
    name: str
    whole: bool = False


Source = Callable[[Provider, Document], PageText]


def in_file(finding: Finding, file: str) -> Finding:
    """Return the finding with the whole page as its place: a file or an address."""
    return replace(finding, place=Place(file))


def from_file(path: Path) -> PageText:
    """Return the page in a file. Raises `Refused`."""
    name = path.as_posix()
    try:
        data = content(path, LARGEST)
        if len(data) > LARGEST:
            message = f"the page is larger than {LARGEST:,} bytes"
            help = "save the page without its pictures, or cut out of it what holds the tables"
            raise Refused(Finding("page-too-large", message, help))
        text = decode(data)
        examine(text)
        return PageText(text, name)
    except OSError as error:
        message = f"cannot be read: {error.strerror or type(error).__name__}"
        help = _ADDRESS if re.match("https?:/", name) else ""
        finding = Finding("file-unreadable", message, help)
    except Refused as refused:
        finding = refused.finding
    raise Refused(in_file(finding, name))


def from_folder(folder: Path) -> Source:
    """Return a source of pages from files named by the slug, with any suffix.

    If a provider has several documents, the names have the slug and the document, such as
    `heron.errors.html`. The source raises `Refused`, and this function raises `OSError`.
    """
    files = sorted(path for path in folder.iterdir() if path.is_file())

    def page(provider: Provider, document: Document) -> PageText:
        stem = _stem(provider, document)
        found = [path for path in files if stem in (path.stem, path.name)]
        if len(found) == 1:
            return from_file(found[0])
        if found:
            names = ", ".join(path.name for path in found)
            message = f"there are {len(found)} pages called {stem}: {names}"
            help = "keep one of them"
        else:
            message = f"there is no page called {stem} in the folder"
            help = f"save the page there, for example as {stem}.html"
        raise Refused(in_file(Finding("page-missing", message, help), folder.as_posix()))

    return page


def from_address(provider: Provider, document: Document) -> PageText:
    """Return the page at the address in the spec. Raises `Refused`."""
    if document.address is None:
        message = f"the spec of {provider.provider} has no address for {document.title}"
        help = "save the page from a browser and give it with --document, or add the address"
        raise Refused(Finding("address-missing", message, help, document.place))
    return from_web(document.address)


def from_web(address: str) -> PageText:
    """Return the page at an address. Raises `Refused`."""
    # The modules for HTTP load slowly, and only fetching needs them.
    from .fetch import fetch, safe_address

    try:
        text, whole = fetch(address)
        examine(text)
        return PageText(text, address, whole)
    except Refused as refused:
        raise Refused(in_file(refused.finding, safe_address(address))) from refused


def pages_of(provider: Provider, source: Source) -> dict[str, PageText | Refused]:
    """Return the page of each document that a list is bound to, or the reason it has none."""
    bound = {each.document for each in provider.lists if each.tables}
    pages: dict[str, PageText | Refused] = {}
    for document in provider.documents:
        if document.name in bound or None in bound:
            try:
                pages[document.name] = source(provider, document)
            except Refused as refused:
                finding = refused.finding
                if len(provider.documents) > 1:  # --document is for a single one.
                    name = f"{_stem(provider, document)}.html"
                    folder = rf"put \1 into a folder for --documents as {name}"
                    help = re.sub("give (it|that) with --document", folder, finding.help)
                    finding = replace(finding, help=help)
                pages[document.name] = Refused(finding)
    return pages


def _stem(provider: Provider, document: Document) -> str:
    """Return the name of a saved page, without its suffix."""
    is_only = len(provider.documents) == 1
    return provider.provider if is_only else f"{provider.provider}.{document.name}"


def examine(text: str) -> None:
    """Refuse a login page, or a page in HTML without content. Raises `Refused`."""
    seen = _UNSEEN.sub("", text)
    if not is_html(text) or re.search(r"(?i)<table\b", seen):
        return
    is_login = _PASSWORD.search(seen) is not None
    words = re.finditer(r"\S+", unescape(re.sub(r"<[^<>]*>", " ", seen)))
    has_text = re.search(r"(?i)<h[2-6]\b", seen) or sum(len(word[0]) + 1 for word in words) > 200
    if (has_text and not is_login) or html.read(text).tables:
        return
    if is_login:
        raise Refused(Finding("page-login", "the page asks for a password", _LOGIN))
    message = "the page has no table and hardly any text: perhaps a script fills it in"
    raise Refused(Finding("page-shell", message, _SHELL))
