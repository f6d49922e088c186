"""Compares a spec with its pages.

Reports changes, the ledger of the pages, and findings about what could not be read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import unescape

from ..changes import Change, compare_provider
from ..model import CodeList, Document, Entry, Finding, Ignored, Provider, Refused
from ..pages import Page, PageText, Source, Table, fold, in_file, pages_of, read
from .bindings import IF_GONE
from .follow import follow
from .lists import Transcript, transcribe
from .merge import PageList


@dataclass(frozen=True, slots=True)
class Drift:
    """The differences between a provider's spec and its pages.

    `after` is the spec that would match the pages.
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
    transcripts: dict[str, Transcript] = {}
    findings = [page.finding for page in pages.values() if isinstance(page, Refused)]
    ledger: list[Entry] = []
    for document in provider.documents:
        page = pages.get(document.name)
        if isinstance(page, PageText):
            transcript = _transcribe(provider, document, page, accept_removals)
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
    after = follow(provider, transcripts, day)
    return Drift(after, compare_provider(provider, after), ledger, findings)


def _transcribe(
    provider: Provider, document: Document, page: PageText, accept_removals: bool
) -> Transcript:
    """Return the transcript of a page, which is read once for each path of records."""
    only = len(provider.documents) == 1
    bound: dict[str | None, list[CodeList]] = {}
    for each in provider.lists:
        if each.tables and (each.document == document.name or only and each.document is None):
            bound.setdefault(each.tables.path, []).append(each)
    is_whole = page.whole or accept_removals
    found = Transcript({}, [], [])
    for path, lists in bound.items():
        try:
            read_page = read(page.text, document.reader, path)
        except Refused as refused:
            finding = in_file(refused.finding, page.name)
            if finding.id == "records-not-found":
                names = " and ".join(each.name for each in lists)
                finding = replace(finding, help=f"{finding.help}; {names}: {IF_GONE}".lstrip("; "))
                found.gone.update((each.name, finding) for each in lists)
            found.findings.append(finding)
            continue
        # Where there are several paths, each has the same records beside it.
        beside = () if found.lists else _beside(read_page, bound)
        read_page = replace(read_page, elsewhere=beside)
        found.add(transcribe(lists, read_page, page.name, provider.ignore, is_whole=is_whole))
    # A problem of the whole page occurs at every path.
    findings = list(dict.fromkeys(found.findings))
    if accept_removals:
        gone = set(found.gone.values())
        findings = [each for each in findings if each not in gone]
        for each in provider.lists:
            if each.name in found.gone:
                found.lists[each.name] = PageList(replace(each, codes=(), withdrawn=()))
    return replace(found, findings=findings)


def _beside(page: Page, paths: Iterable[str | None]) -> tuple[Table, ...]:
    """Return the records beside those at the path that are at none of the other paths either."""
    bound = tuple(f"{path}." for path in paths)
    return tuple(
        table
        for table in page.elsewhere
        if not "".join(f"{heading.text}." for heading in table.path).startswith(bound)
    )


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
