"""Compares a spec with its pages: changes, the ledger, and findings about what was not read."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from html import unescape
from itertools import starmap
from operator import attrgetter
from typing import NamedTuple

from ..changes import Change, compare_provider, grouped, pair_up
from ..model import Code, CodeList, Document, Entry, Finding, Place, Provider, Refused, names
from ..pages import Page, PageText, fold, read_all
from .bindings import unnumbered
from .draft import draft
from .follow import follow
from .lists import Transcript, bound_to, transcribe
from .propose import is_about_another

_IF_GONE = (
    "if the list has moved, bind it there; if the page is whole and the list is gone,"
    " --accept-removals withdraws it"
)

# More removals at once in a list, in number and as a share, may be an accident: `update` asks.
MANY_REMOVED = "many-removed"
_FEW, _SHARE = 4, 0.2


class Drift(NamedTuple):
    """What differs between a spec and its pages. `after` is the spec that would match them."""

    after: Provider
    changes: list[Change]
    ledger: list[Entry]
    findings: list[Finding]


def find_drift(
    provider: Provider,
    pages: Mapping[str, PageText | Refused],
    day: date,
    *,
    accept_removals: bool = False,
) -> Drift:
    """Compare the spec with its pages, given by the name of the document.

    `day` is when the pages were retrieved. What a page lacks, perhaps because it was cut off, is
    removed only if `accept_removals`.
    """
    texts = {
        name: page._replace(whole=page.whole or accept_removals)
        for name, page in pages.items()
        if isinstance(page, PageText)
    }
    findings = [page.finding for page in pages.values() if isinstance(page, Refused)]
    spec, transcripts, doubts = _read_all(provider, texts, accept_removals)
    ledger: list[Entry] = []
    for name, transcript in transcripts.items():
        findings += transcript.findings
        findings += [doubts[name] for name in transcript.gone if name in doubts]
        findings += _missing_constants(provider, name, texts[name])
        entries = transcript.ledger
        ledger += [each._replace(provider=provider.provider, document=name) for each in entries]
    if not pages:
        message = f"no list of {provider.provider} is bound to the tables of a page"
        help = "add documents to the spec, and tables to its lists"
        findings.append(Finding("nothing-bound", message, help, provider.place))
    after = follow(spec, transcripts, day)
    changes = compare_provider(provider, after)
    findings += [*_new_headings(provider, after), *_reassigned(provider, after)]
    findings += _new_sections(provider, ledger)
    findings += () if accept_removals else _many_removed(provider, changes)
    # A problem of the whole page occurs at every path, and several lists may have one path.
    findings = list(dict.fromkeys(findings))
    return Drift(after, changes, ledger, findings)


def _read_all(
    provider: Provider, texts: Mapping[str, PageText], accept_removals: bool
) -> tuple[Provider, dict[str, Transcript], dict[str, Finding]]:
    """Return the provider with moved and new lists, the transcripts, and findings about doubts.

    A list that is gone beyond doubt is in its transcript, without codes.
    """
    spec, transcripts = _read(provider, texts)
    moved = _moved(provider, transcripts.values())
    lists = (moved.get(each.name, each) for each in provider.lists)
    followed = replace(provider, lists=tuple(lists))
    if moved:
        spec, transcripts = _read(followed, texts)
    if not moved.keys() <= {name for each in transcripts.values() for name in each.lists}:
        followed = provider
        spec, transcripts = _read(provider, texts)
    doubts = {} if accept_removals else _doubts(followed, transcripts.values())
    if doubts:  # Any new table may be that of a list in doubt, so none is drafted.
        spec, transcripts = _read(followed, texts, may_draft=False)
    for transcript in transcripts.values():
        for name, gone in transcript.gone.items():
            if name not in doubts and not gone.code_list.is_gone:
                transcript.lists[name] = replace(gone.code_list, codes=(), withdrawn=())
    return spec, transcripts, doubts


def _read(
    provider: Provider, texts: Mapping[str, PageText], *, may_draft: bool = True
) -> tuple[Provider, dict[str, Transcript]]:
    """Return the provider with a list for each new table, and the transcript of each page."""
    transcripts: dict[str, Transcript] = {}
    for document in (each for each in provider.documents if each.name in texts):
        page, transcript = _transcript(provider, document, texts[document.name])
        if may_draft and transcript.unbound and transcript.is_clear:
            drafted, found = draft(provider, page, document)
            if found.is_clear:
                provider, transcript = drafted, found
        transcripts[document.name] = transcript
    return provider, transcripts


def _transcript(provider: Provider, document: Document, text: PageText) -> tuple[Page, Transcript]:
    bound = bound_to(provider, document)
    paths = dict.fromkeys(each.tables.path for each in bound if each.tables)
    try:
        page = read_all(text.text, document.reader, paths, text.name) if paths else Page((), ())
    except Refused as refused:
        page = Page((), (), missing=dict.fromkeys(paths, refused.finding))
    page = page._replace(file=text.name, is_whole=page.is_whole or text.whole)
    return page, transcribe(bound, page, provider.ignore)


def _moved(provider: Provider, transcripts: Collection[Transcript]) -> Mapping[str, CodeList]:
    """Return each list that is gone, and is like a single new one, bound where that one is."""
    new = _new_lists(provider, transcripts)
    gone = [gone.code_list for each in transcripts for gone in each.gone.values()]
    pairs = [(old, each) for old in gone for each in new if _is_moved(old, each)]
    times = Counter(each.name for pair in pairs for each in pair)
    found: dict[str, CodeList] = {}
    for old, now in pairs:
        if times[old.name] == times[now.name] == 1 and old.tables and now.tables:
            tables = replace(old.tables, heading=now.tables.heading)
            found[old.name] = replace(old, document=now.document, tables=tables)
    return found


def _new_lists(before: Provider, transcripts: Iterable[Transcript]) -> list[CodeList]:
    lists = (each for transcript in transcripts for each in transcript.lists.values())
    return [each for each in lists if before.code_list(each.name) is None]


def _doubts(before: Provider, transcripts: Collection[Transcript]) -> dict[str, Finding]:
    """Return the lists without a table that may still be on a page, with a finding for each.

    A list may have become a new one that has its codes. So may one that is withdrawn already.
    """
    new = _new_lists(before, transcripts)
    is_unread = any(each.unbound for each in transcripts)
    doubts: dict[str, Finding] = {}
    listed: set[str] = set()
    for name, gone in (item for each in transcripts for item in each.gone.items()):
        same = [each for each in new if _is_same(gone.code_list, each)]
        is_open = not gone.code_list.is_gone and (is_unread or not gone.is_certain)
        if same or is_open:
            now = ""
            best = max(same, key=lambda each: _texts_in_common(gone.code_list, each), default=None)
            if best and best.tables and _texts_in_common(gone.code_list, best):
                below = "".join(f"below {text}, " for text in best.tables.heading[-1:])
                now = f"its codes are {below}at {best.codes[0].place} now"
            # What is on the page is listed once.
            on_page = "" if gone.on_page in listed else gone.on_page
            listed.add(gone.on_page)
            help = "; ".join(filter(None, (now, gone.finding.help, on_page, _IF_GONE)))
            doubts[name] = replace(gone.finding, help=help)
    return doubts


def _reassigned(before: Provider, after: Provider) -> Iterator[Finding]:
    """Report codes whose Python name does not fit the new words of the page."""
    for old_list, new_list in pair_up(before.lists, after.lists, attrgetter("name")).pairs:
        texts = {names.wording(each.description) for each in old_list.codes}
        for code, now in pair_up(old_list.codes, new_list.codes, attrgetter("name")).pairs:
            wording = names.wording(now.description)
            is_new = wording not in ("", names.wording(code.description))
            has_name = now.documented_name == code.documented_name is not None
            # Its text may be that of another code.
            if is_new and wording in texts and not has_name or is_about_another(code, now):
                message = f"{code.value} is described in other words: is it still {code.name}?"
                help = "if it is another code, give it a new name in the spec"
                yield Finding("code-reassigned", message, help, code.place, "warning")


def _many_removed(provider: Provider, changes: Collection[Change]) -> Iterator[Finding]:
    gone = Counter((each.kind, each.list) for each in changes)
    moved = Counter(each.before for each in changes if each.kind == "list-changed")
    for code_list in provider.lists:
        name, total = code_list.name, len(code_list.codes)
        left = gone["code-removed", name] + moved[name]
        number = total if gone["list-withdrawn", name] else left
        if number > max(_FEW, total * _SHARE):
            where = "gone, or in another list" if moved[name] else "gone"
            message = f"{number} of {total} codes of {name} are {where}"
            help = "if the page is whole, update withdraws them with --accept-removals"
            yield Finding(MANY_REMOVED, message, help, code_list.place, "warning")


def _is_same(old: CodeList, new: CodeList) -> bool:
    """Whether most codes of a list are in another one, by value, and by name if both have one.

    If the list is withdrawn already, codes without names need the same text: any new list may have
    the same numbers.
    """

    def is_same(code: Code, now: Code) -> bool:
        if None in (code.documented_name, now.documented_name):
            return not old.is_gone or code.description == now.description
        return code.documented_name == now.documented_name

    codes = old.codes or old.members
    return sum(starmap(is_same, _same_values(codes, new))) * 2 > len(codes)


def _is_moved(old: CodeList, new: CodeList) -> bool:
    """Whether the new list is the old one at another place, with nearly all codes and most texts.

    Below the same heading, their names are enough.
    """
    if not (old.tables and new.tables) or old.tables.position or new.tables.position:
        return False
    values = {str(code.value) for code in old.codes}
    if not values.isdisjoint(" ".join(new.tables.heading).split()):
        return False  # A code is the heading of the others.
    pairs = _same_values(old.codes, new)
    has_heading = old.tables.heading[-1:] == new.tables.heading[-1:] != ()
    same = [
        code
        for code, other in pairs
        if _words(code) == _words(other) != ""
        or (has_heading and code.documented_name == other.documented_name is not None)
    ]
    return len(pairs) >= len(old.codes) * (1 - _SHARE) and len(same) * 2 > len(old.codes)


def _same_values(codes: Iterable[Code], other: CodeList) -> list[tuple[Code, Code]]:
    return pair_up(codes, other.codes, lambda code: str(code.value)).pairs


def _texts_in_common(old: CodeList, new: CodeList) -> int:
    """Return how many codes of a list have the same value and text in another one."""
    pairs = _same_values(old.codes or old.members, new)
    return sum(_words(code) == _words(other) != "" for code, other in pairs)


def _words(code: Code) -> str:
    """Return the text that tells a code from others."""
    return code.description or code.documented_name or ""


def _new_headings(before: Provider, after: Provider) -> Iterator[Finding]:
    """Report lists that are below another heading than that to which they are bound."""
    for old, new in zip(before.lists, after.lists, strict=False):
        if old.tables and new.tables and old.tables.heading != new.tables.heading:
            was, now = (
                " > ".join(each.heading) or "no heading" for each in (old.tables, new.tables)
            )
            message = f"{old.name} is below {now} now"
            help = f"update binds it there, instead of {was}"
            yield Finding("heading-renamed", message, help, old.tables.place, "warning")


def _new_sections(before: Provider, ledger: Iterable[Entry]) -> Iterator[Finding]:
    """Report sections of a list that have none of its codes. They may be another list."""
    taken = (each for each in ledger if each.kind == "taken")
    for rows in grouped(taken, attrgetter("code_list", "heading")):
        first = rows[0]
        spec = before.code_list(first.code_list or "")
        if spec is None or spec.tables is None or spec.tables.group or not spec.codes:
            continue
        is_new = {code.value for code in spec.codes}.isdisjoint(row.value for row in rows)
        bound = {unnumbered(each) for each in (*spec.tables.heading, spec.tables.path) if each}
        if is_new and first.heading and unnumbered(first.heading) not in bound:
            message = f"no code of {spec.name} was below {first.heading} before"
            help = "if the section is a list of its own, bind that list to this heading"
            place = Place(first.file, first.line)
            yield Finding("section-new", message, help, place, "warning")


def _missing_constants(provider: Provider, document: str, page: PageText) -> Iterator[Finding]:
    """Report constants whose text is not on the page. No table binds them."""
    # A page may write any character as an entity, or with a backslash before it.
    words = fold(unescape(page.text).replace("\\", "")) if provider.constants else ""
    for constant in provider.constants:
        texts = map(str, constant.values)
        missing = [text for text in texts if text.replace("\\", "") not in words]
        if constant.document == document and missing:
            message = f"{', '.join(missing)} of {constant.name} is not on the page {page.name}"
            help = "read the page, and change the constant by hand"
            yield Finding("constant-not-found", message, help, constant.place, "warning")
