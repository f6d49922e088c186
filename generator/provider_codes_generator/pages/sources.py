"""Where the pages of a provider come from: a file, a folder of files, or their addresses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model import Document, Finding, Place, Provider, Refused
from ..spec import TooLarge, content
from .decode import LARGEST, decode
from .shell import examine


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page, and its name in findings: its file, or its address."""

    text: str
    name: str


Source = Callable[[Provider, Document], PageText]


def in_file(finding: Finding, file: str) -> Finding:
    """The finding at a page as a whole: its file, or its address."""
    return Finding(finding.id, finding.message, finding.help, Place(file), finding.level)


def from_file(path: Path) -> PageText:
    """The page in a file; raises `Refused`."""
    name = path.as_posix()
    try:
        text = decode(content(path, LARGEST))
        examine(text)
        return PageText(text, name)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        finding = Finding("file-unreadable", f"cannot be read: {reason}")
        raise Refused(in_file(finding, name)) from error
    except TooLarge as error:
        help = "save the page without its pictures, or cut out of it what holds the tables"
        finding = Finding("page-too-large", f"the page is {error}", help)
        raise Refused(in_file(finding, name)) from error
    except Refused as refused:
        raise Refused(in_file(refused.finding, name)) from refused


def from_folder(folder: Path) -> Source:
    """Pages from files called by the slug, whatever their suffix.

    Of a provider with several documents, they are called by slug and document:
    `heron.errors.html`. The source raises `Refused`; this function `OSError`.
    """
    files = sorted(path for path in folder.iterdir() if path.is_file())

    def page(provider: Provider, document: Document) -> PageText:
        stem = provider.provider
        if len(provider.documents) > 1:
            stem = f"{stem}.{document.name}"
        found = [path for path in files if stem in (path.stem, path.name)]
        if len(found) == 1:
            return from_file(found[0])
        if found:
            message = f"there are {len(found)} pages called {stem}: {_names(found)}"
            help = "leave one of them, or name the one with --document"
        else:
            message = f"there is no page called {stem} in the folder"
            help = f"save the page there as {stem}.html, say"
        raise Refused(in_file(Finding("page-missing", message, help), folder.as_posix()))

    return page


def _names(paths: list[Path]) -> str:
    return ", ".join(path.name for path in paths)


def from_address(provider: Provider, document: Document) -> PageText:
    """The page at the address that the spec records; raises `Refused`."""
    if document.address is None:
        message = f"the spec of {provider.provider} records no address of {document.title}"
        help = "save the page from a browser and give it with --document, or add the address"
        raise Refused(Finding("address-missing", message, help, document.place))
    return from_web(document.address)


def from_web(address: str) -> PageText:
    """The page at an address; raises `Refused`."""
    # Only who asks the web pays for the modules of its protocols.
    from .fetch import fetch

    try:
        return PageText(fetch(address), address)
    except Refused as refused:
        raise Refused(in_file(refused.finding, address)) from refused


def pages_of(provider: Provider, source: Source) -> Iterator[tuple[Document, PageText | Refused]]:
    """The page of each document that a list is bound to, or why there is none."""
    bound = {each.document for each in provider.lists if each.tables}
    for document in provider.documents:
        if document.name in bound or None in bound:
            try:
                yield document, source(provider, document)
            except Refused as refused:
                yield document, refused
