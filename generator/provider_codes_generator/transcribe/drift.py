"""Compares a spec with its pages.

Reports changes, codes that no list takes, and findings about what could not be read.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import unescape

from ..changes import Change, compare_provider
from ..model import Constant, Document, Finding, Provider, Refused
from ..pages import PageText, Source, fold, in_file, pages_of, read
from .follow import follow
from .lists import PageList, Transcript, transcribe
from .unbound import Unbound


@dataclass(frozen=True, slots=True)
class Drift:
    """The differences between a provider's spec and its pages.

    `after` is the spec that would match the pages.
    """

    after: Provider
    changes: list[Change]
    unbound: list[dict[str, object]]
    findings: list[Finding]


def drift(provider: Provider, pages: Mapping[str, PageText], day: date) -> Drift:
    """Compare the spec with its pages, given by the name of the document.

    `day` is when the pages were retrieved.
    """
    transcripts: dict[str, Transcript] = {}
    findings: list[Finding] = []
    unbound: list[dict[str, object]] = []
    for document in provider.documents:
        if page := pages.get(document.name):
            transcript = _transcribe(provider, document, page)
            transcripts[document.name] = transcript
            findings += transcript.findings
            findings += _missing_constants(provider, document, page)
            unbound += [_news(provider, document, each) for each in transcript.unbound]
    after = follow(provider, transcripts, day)
    return Drift(after, compare_provider(provider, after), unbound, findings)


def drift_from(provider: Provider, source: Source, day: date) -> Drift:
    """Compare the spec with the pages that the source returns.

    A page that the source cannot return is a finding.
    """
    texts: dict[str, PageText] = {}
    problems: list[Finding] = []
    for document, page in pages_of(provider, source):
        if isinstance(page, Refused):
            problems.append(page.finding)
        else:
            texts[document.name] = page
    if not texts and not problems:
        message = f"no list of {provider.provider} is bound to the tables of a page"
        help = "add documents to the spec, and tables to its lists"
        problems.append(Finding("nothing-bound", message, help, provider.place))
    found = drift(provider, texts, day)
    return replace(found, findings=[*problems, *found.findings])


def _transcribe(provider: Provider, document: Document, page: PageText) -> Transcript:
    """Return the transcript of a page, which is read once for each path of records."""
    only = len(provider.documents) == 1
    bound = [
        each
        for each in provider.lists
        if each.tables and (each.document == document.name or only and each.document is None)
    ]
    lists: dict[str, PageList] = {}
    unbound: list[Unbound] = []
    findings: list[Finding] = []
    for path in dict.fromkeys(each.tables.path for each in bound if each.tables):
        there = [each for each in bound if each.tables and each.tables.path == path]
        try:
            found = transcribe(there, read(page.text, document.reader, path), page.name)
        except Refused as refused:
            findings.append(in_file(refused.finding, page.name))
            continue
        lists |= found.lists
        unbound += found.unbound
        findings += found.findings
    # A problem of the whole page occurs at every path.
    return Transcript(lists, unbound, list(dict.fromkeys(findings)))


def _missing_constants(provider: Provider, document: Document, page: PageText) -> Iterator[Finding]:
    """Report constants whose text is not on the page.

    No table binds constants, so nothing else can be checked.
    """
    constants = [each for each in provider.constants if each.document == document.name]
    # A page may write any character as an entity, or with a backslash before it.
    words = fold(unescape(page.text).replace("\\", "")) if constants else ""
    for constant in constants:
        missing = [text for text in _texts(constant) if text.replace("\\", "") not in words]
        if missing:
            message = f"{', '.join(missing)} of {constant.name} is not on the page {page.name}"
            help = "read the page, and change the constant by hand"
            yield Finding("constant-not-found", message, help, constant.place, "warning")


def _texts(constant: Constant) -> Iterable[str]:
    value = constant.value
    return value if isinstance(value, tuple) else (str(value),)


def _news(provider: Provider, document: Document, unbound: Unbound) -> dict[str, object]:
    return {
        "provider": provider.provider,
        "document": document.name,
        "line": unbound.line,
        "heading": unbound.heading,
        "header": list(unbound.header),
        "rows": unbound.rows,
        "first": unbound.first,
    }
