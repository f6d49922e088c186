"""Compares a spec with its pages.

Reports changes, the ledger of the pages, and findings about what could not be read.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import unescape

from ..changes import Change, compare_provider
from ..model import CodeList, Document, Entry, Finding, Ignored, Provider, Refused, blocks
from ..pages import Page, PageText, Source, fold, in_file, pages_of, read
from .bindings import IF_GONE
from .draft import Wanted, draft
from .follow import follow
from .lists import Transcript, transcribe
from .merge import emptied


@dataclass(frozen=True, slots=True)
class Drift:
    """The differences between a provider's spec and its pages.

    `after` is the spec that would match the pages, with a list for each new table of codes.
    """

    after: Provider
    changes: list[Change]
    ledger: list[Entry]
    findings: list[Finding]


def drift_from(
    provider: Provider, source: Source, day: date, *, accept_removals: bool = False
) -> Drift:
    """Compare the spec with the pages that the source returns; see `drift`."""
    pages = {document.name: page for document, page in pages_of(provider, source)}
    return drift(provider, pages, day, accept_removals=accept_removals)


def drift(
    provider: Provider,
    pages: Mapping[str, PageText | Refused],
    day: date,
    *,
    accept_removals: bool = False,
) -> Drift:
    """Compare the spec with its pages, given by the name of the document.

    `day` is when the pages were retrieved. A code that a page lacks, and may only have lost, is
    removed only if `accept_removals`, and so is a list that has no table any more.
    """
    spec = provider
    transcripts: dict[str, Transcript] = {}
    findings = [page.finding for page in pages.values() if isinstance(page, Refused)]
    ledger: list[Entry] = []
    for document in provider.documents:
        page = pages.get(document.name)
        if isinstance(page, PageText):
            dated = replace(document, retrieved=day)
            spec, transcript = _transcribe(spec, dated, page, accept_removals)
            transcripts[document.name] = transcript
            findings += transcript.findings
            findings += _missing_constants(provider, document, page)
            ledger += [
                replace(entry, provider=provider.provider, document=document.name)
                for entry in transcript.ledger
            ]
    if not pages:
        message = f"no list of {provider.provider} is bound to the tables of a page"
        help = "add documents to the spec, and tables to its lists"
        findings.append(Finding("nothing-bound", message, help, provider.place))
    if len(transcripts) == len(provider.documents):
        findings += _ignored_in_vain(provider.ignore, transcripts.values())
    after = follow(spec, transcripts, day)
    return Drift(after, compare_provider(provider, after), ledger, findings)


def _transcribe(
    provider: Provider, document: Document, text: PageText, accept_removals: bool
) -> tuple[Provider, Transcript]:
    """Return the transcript of a page, and the provider with a list for each new table of codes.

    While a list cannot be found, or is not sure, a table may be its own: then none is new.
    """
    found = Transcript({}, [], [])
    for path, page in _pages(document, text, _bound(provider, document)):
        lists = _bound(provider, document)[path]
        if isinstance(page, Refused):
            finding = in_file(page.finding, text.name)
            is_gone = finding.id == "records-not-found"
            if is_gone and accept_removals:
                found.lists.update((each.name, emptied(each)) for each in lists)
                continue
            if is_gone:
                names = " and ".join(each.name for each in lists)
                finding = replace(finding, help=f"{finding.help}; {names}: {IF_GONE}".lstrip("; "))
            found.findings.append(finding)
            continue
        given = {"is_whole": text.whole, "accept_removals": accept_removals}
        part = transcribe(lists, page, text.name, provider.ignore, **given)
        is_new = any(entry.is_codes for entry in part.ledger)
        if is_new and not blocks([*found.findings, *part.findings]):
            drafted, _ = draft(provider, page, document, text.name, Wanted(path=path))
            more = _bound(drafted, document)[path]
            again = transcribe(more, page, text.name, provider.ignore, **given)
            if not blocks(again.findings):
                provider, part = drafted, again
        if not lists:  # only the path says where it is
            part.ledger[:] = [replace(each, heading=path) for each in part.ledger]
        found.add(part)
    # A problem of the whole page occurs at every path.
    return provider, replace(found, findings=list(dict.fromkeys(found.findings)))


def _bound(provider: Provider, document: Document) -> Mapping[str | None, list[CodeList]]:
    """Return the lists that are bound to a document, by the path of their records."""
    only = len(provider.documents) == 1
    bound: defaultdict[str | None, list[CodeList]] = defaultdict(list)
    for each in provider.lists:
        if each.tables and (each.document == document.name or only and each.document is None):
            bound[each.tables.path].append(each)
    return bound


def _pages(
    document: Document, text: PageText, paths: Collection[str | None]
) -> Iterator[tuple[str | None, Page | Refused]]:
    """Yield what the page has at each path, and then what it has beside them."""
    beside: dict[str, Page] = {}
    for path in paths:
        try:
            page = read(text.text, document.reader, path)
        except Refused as refused:
            yield path, refused
            continue
        for table in page.elsewhere:
            beside.setdefault(table.keys, Page(table.path, (table,)))
        yield path, replace(page, elsewhere=())
    bound = tuple(f"{path}." for path in paths)
    yield from ((keys, page) for keys, page in beside.items() if not f"{keys}.".startswith(bound))


def _ignored_in_vain(
    ignore: Sequence[Ignored], transcripts: Iterable[Transcript]
) -> Iterator[Finding]:
    """Report what the spec ignores, but no page has."""
    there = {each for transcript in transcripts for each in transcript.ignored}
    for each in ignore:
        if each not in there:
            parts = (*each.heading, *each.columns, each.row, each.column)
            message = f"no page has what is to be ignored: {', '.join(filter(None, parts))}"
            help = "remove the entry, or correct it"
            yield Finding("ignored-in-vain", message, help, each.place, "warning")


def _missing_constants(provider: Provider, document: Document, page: PageText) -> Iterator[Finding]:
    """Report constants whose text is not on the page.

    No table binds constants, so nothing else can be checked.
    """
    # A page may write any character as an entity, or with a backslash before it.
    words = fold(unescape(page.text).replace("\\", "")) if provider.constants else ""
    for constant in provider.constants:
        value = constant.value if isinstance(constant.value, tuple) else (str(constant.value),)
        missing = [text for text in value if text.replace("\\", "") not in words]
        if constant.document == document.name and missing:
            message = f"{', '.join(missing)} of {constant.name} is not on the page {page.name}"
            help = "read the page, and change the constant by hand"
            yield Finding("constant-not-found", message, help, constant.place, "warning")
