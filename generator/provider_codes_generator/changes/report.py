"""Changes as text, as Markdown for a pull request, as JSON, and as lines of a changelog.

Words of a page are not trusted. In text, only printable characters reach the terminal; in
Markdown, no word becomes structure, a link or a mention.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from operator import attrgetter
from types import NoneType
from typing import Any, Literal, get_args

from ..model import (
    Alias,
    Code,
    CodeList,
    Constant,
    Document,
    Entry,
    Erratum,
    Family,
    Finding,
    Group,
    ListFact,
    Provider,
    Withdrawn,
    as_records,
    blocks,
    count,
    counted,
    ledger_lines,
    printable,
    render_findings,
    same_start,
    shortened,
)
from .kinds import ACTED_ON, BUMPS, KINDS, Bump, Change, Content, Effect, bump, ordered
from .matching import grouped

Form = Literal["text", "markdown", "json", "changelog"]
Row = Change | str | Finding
Words = Callable[[str], str]

_COLOURS: dict[Bump, str] = {"none": "32", "patch": "36", "minor": "33", "major": "31"}
# Changes that agree in these share one explanation.
_SAME = ("kind", "effect", "is_cosmetic")
_UNNOTICED: frozenset[Effect] = frozenset(("name-unreserved", "nothing-differs"))

# How much of a text is shown; JSON has all of it.
_WIDTH = 100
_CONTEXT = 20
_RELEASE = re.compile(r"^##(?!#)", re.MULTILINE)
_UNRELEASED = re.compile(r"^(##(?!#).*\bunreleased\b.*)", re.MULTILINE | re.IGNORECASE)

# GitHub refuses more than 65,536 characters. Fewer rows are shown of changes that break nothing.
_ROOM = 65_000
_ROWS = 50


def render(
    changes: Sequence[Change],
    ledger: Sequence[Entry],
    findings: Sequence[Finding],
    form: Form,
    *,
    colour: bool = False,
) -> str:
    """Return a report of the changes, of what was left out of the page, and of the findings."""
    changes = ordered(changes)
    if form == "changelog":
        return changelog(changes)
    if form == "text":
        return _text(changes, ledger, findings, colour)
    if form == "json":
        return _json(changes, ledger, findings)
    return _markdown(changes, ledger, findings)


def changelog(changes: Iterable[Change]) -> str:
    """Return lines for CHANGELOG.md: facts that other programs act on first, then the worst.

    Changes that programs cannot notice are left out.
    """
    noticed = [change for change in ordered(changes) if change.effect not in _UNNOTICED]
    noticed.sort(key=lambda change: change.kind not in ACTED_ON)
    bundles = grouped(noticed, attrgetter("provider", "list", *_SAME))
    return "".join(f"- {_entry(bundle)}\n" for bundle in bundles)


def _sections(changes: Iterable[Change]) -> Iterator[tuple[str, list[list[Change]]]]:
    """Yield the changes of each list, in bundles that share one explanation, the worst first.

    The cosmetic changes of a list are a section of their own, because they come last.
    """
    for section in grouped(changes, attrgetter("provider", "list", "is_cosmetic")):
        yield _path(section[0]), grouped(section, attrgetter(*_SAME))


def _path(change: Change) -> str:
    return f"{change.provider}.{change.list}" if change.list else change.provider


def _summary(changes: Sequence[Change], findings: Sequence[Finding]) -> str:
    summary = "no changes"
    if changes:
        summary = f"{_counts(changes)}: requires a {bump(changes)} release"
    is_part = blocks(findings) or any(each.id == "address-missing" for each in findings)
    return summary + ("; not everything could be compared" if is_part else "")


def _counts(changes: Sequence[Change]) -> str:
    """Return the number of changes, and how many require each bump."""
    bumps = [change.bump for change in changes]
    counts = [f"{bumps.count(each)} {each}" for each in reversed(BUMPS) if each in bumps]
    return f"{counted(len(changes), 'change')} ({', '.join(counts)})"


# What a change says, not escaped yet


def _subject(change: Change, as_name: Words = str, as_text: Words = str) -> str:
    """Return what changed; empty if it is the list or the provider as a whole."""
    value = "" if change.value is None else as_text(_shown(change.value))
    parts = [value]
    if change.name:
        # A move shows the value on its two sides.
        is_shown = value and change.kind != "name-moved"
        parts = [as_name(change.name), f"({value})" if is_shown else ""]
    return " ".join(filter(None, [*parts, as_name(change.fact) if change.fact else ""]))


def _now(change: Change, as_name: Words = str, as_text: Words = str) -> str:
    """Return the names that the two values of a moved name have now; else empty."""
    if change.kind != "name-moved":
        return ""
    names = (change.after, change.name_of_after), (change.before, change.name_of_before)
    words = (
        f"{as_text(_shown(value))} is now {as_name(name) if name else 'unlisted'}"
        for value, name in names
    )
    return f" ({', '.join(words)})"


def _entry_text(entry: Code | Group | Alias) -> str:
    other_name = entry.documented_name if entry.documented_name != entry.name else ""
    return entry.description or other_name or ""


# What matters of a field or of an entry, on one line.
_SHOWN: Mapping[type, Callable[[Any], str]] = {
    NoneType: lambda nothing: "none",
    bool: lambda flag: str(flag).lower(),
    int: str,
    str: lambda text: text or "none",
    tuple: lambda texts: ", ".join(texts) or "none",
    **dict.fromkeys((Code, Withdrawn, Group, Alias), _entry_text),
    Constant: lambda constant: _shown(constant.value),
    Document: lambda page: f"{page.title} ({page.address})" if page.address else page.title,
    Erratum: lambda erratum: erratum.page,
    ListFact: lambda fact: f"{fact.title} ({fact.values})",
    CodeList: lambda code_list: f"{code_list.title} ({counted(len(code_list.codes), 'code')})",
    Provider: lambda provider: f"{provider.title} ({counted(len(provider.lists), 'list')})",
}


def _shown(content: Content) -> str:
    return _SHOWN[type(content)](content)


def _sides(change: Change) -> tuple[str, str]:
    """Return what is before and after; empty on the side that an entry does not have."""
    before, after = _shown(change.before), _shown(change.after)
    if _is_one_sided(change):
        return "" if change.before is None else before, "" if change.after is None else after
    if isinstance(change.before, Code) and isinstance(change.after, Code):
        entry = f"{change.after.name} ({change.after.value})"
        before, after = before or change.before.name, ": ".join(filter(None, (entry, after)))
    elif before == after and change.before != change.after:  # a number and a text, for example
        before, after = repr(change.before), repr(change.after)
    return before, after


def _is_one_sided(change: Change) -> bool:
    """Whether an entry was added or removed as a whole."""
    return None in (KINDS[change.kind].before, KINDS[change.kind].after)


def _short_sides(change: Change) -> tuple[str, str]:
    """Return the sides, shortened. Long texts begin shortly before their first difference."""
    before, after = _sides(change)
    is_text = isinstance(change.before, str) and isinstance(change.after, str)
    if is_text and max(len(before), len(after)) > _WIDTH:
        same = same_start(before, after)
        start = before.rfind(" ", 0, max(same - _CONTEXT, 0)) + 1
        lead = "… " if start else ""
        before, after = lead + before[start:], lead + after[start:]
    return shortened(before, _WIDTH), shortened(after, _WIDTH)


# Text for people


def _text(
    changes: Sequence[Change], ledger: Sequence[Entry], findings: Sequence[Finding], colour: bool
) -> str:
    lines = [_painted(_summary(changes, findings), bump(changes), colour)]
    for path, bundles in _sections(changes):
        lines += ["", printable(path)]
        for bundle in bundles:
            first = bundle[0]
            requires = _painted(first.bump, first.bump, colour)
            lines.append(f"  {requires} {first.kind}: {first.explanation}")
            lines += [f"    {printable(_line(change))}" for change in bundle]
    if left_out := ledger_lines(ledger):
        lines += ["", "left out", *(f"  {line}" for line in left_out)]
    if findings:
        lines += ["", count(findings)]
        lines += render_findings(findings, "text", colour=colour).splitlines()
    # A line that begins with colons would be a command in the log of a workflow.
    return re.sub(r"^(\s*):(?=:)", r"\1\\x3a", "\n".join(lines) + "\n", flags=re.MULTILINE)


def _line(change: Change) -> str:
    before, after = _short_sides(change)
    sides = before or after if _is_one_sided(change) else f"{before} -> {after}"
    return ": ".join(filter(None, (_subject(change), sides))) + _now(change)


def _painted(text: str, release: Bump, colour: bool) -> str:
    return f"\x1b[{_COLOURS[release]}m{text}\x1b[0m" if colour else text


# Markdown for a pull request


def _markdown(
    changes: Sequence[Change], ledger: Sequence[Entry], findings: Sequence[Finding]
) -> str:
    """Return the changes, the worst first, and then the rest, as far as a pull request has room."""
    rows: list[Row] = [*changes, *ledger_lines(ledger), *findings]
    head = f"## Changes of the codes\n\n**{_summary(changes, findings)}**"

    def report(number: int) -> str:
        return "\n\n".join([head, *_omitted(rows[number:]), *_rows(rows[:number])]) + "\n"

    whole = report(len(rows))
    if len(whole) <= _ROOM:
        return whole
    numbers = range(len(rows))
    return report(bisect_right(numbers, _ROOM, key=lambda number: len(report(number))) - 1)


def _omitted(rows: Sequence[Row]) -> Iterator[str]:
    """Yield what the pull request has no room for, if anything."""
    changes = [row for row in rows if isinstance(row, Change)]
    others = len(rows) - len(changes)
    parts = (_counts(changes) if changes else "", counted(others, "other line") if others else "")
    if left := " and ".join(filter(None, parts)):
        yield f"**There is no room here for {left}.** `--format json` has them."


def _rows(rows: Sequence[Row]) -> Iterator[str]:
    for path, bundles in _sections(row for row in rows if isinstance(row, Change)):
        yield f"### {_name(path)}"
        yield from map(_markdown_bundle, bundles)
    if left_out := [f"- {_item(escape(row))}" for row in rows if isinstance(row, str)]:
        yield "### On the page, but left out"
        yield "\n".join(left_out)
    if findings := [row for row in rows if isinstance(row, Finding)]:
        yield f"### {count(findings).capitalize()}"
        yield "\n".join(f"- {_item(_markdown_finding(each))}" for each in findings)


def _markdown_bundle(bundle: list[Change]) -> str:
    first = bundle[0]
    shown = _first_changes(bundle)
    rows = ["| what | before | after |", "|---|---|---|", *map(_row, shown)]
    head = f"**{first.bump}** `{first.kind}`: {first.explanation}"
    left = len(bundle) - len(shown)
    return "\n".join([head, "", *rows]) + (f"\n\n... and {left:,} more" if left else "")


def _first_changes(bundle: list[Change]) -> Sequence[Change]:
    """Return the first changes; all of them if they break programs or change what they do."""
    is_whole = bundle[0].bump == "major" or bundle[0].kind in ACTED_ON
    return bundle if is_whole else bundle[:_ROWS]


def _row(change: Change) -> str:
    before, after = _short_sides(change)
    subject = _subject(change, _name, escape) or _name(_path(change))
    return f"| {subject}{_now(change, _name, escape)} | {_name(before)} | {_name(after)} |"


def _markdown_finding(finding: Finding) -> str:
    where = "" if finding.place.file == "" else f"{escape(str(finding.place))}: "
    help = f" ({escape(finding.help)})" if finding.help else ""
    return f"{where}{finding.level} `{finding.id}`: {escape(finding.message)}{help}"


# Punctuation that can be structure, and what sites make a link, a mention or a picture of.
_SPECIAL = re.compile(r"[\\`*{}\[\]<>|~&$^#@:]")
_LINKED = re.compile(
    r"@\w|#\d|://|:[\w+-]+:|www\.|_|\bGH-\d|\b[0-9a-f]{7,40}\b", re.IGNORECASE | re.ASCII
)


def escape(text: str) -> str:
    """Return the text as Markdown that shows just the text, on one line, inside a block.

    A word that a site would link stands in a code span; a character reference is never structure.
    """
    return re.sub(r"[^\s`|()\"',;]+|[`|]", _harmless, printable(text).strip())


def _harmless(word: re.Match[str]) -> str:
    if _LINKED.search(word[0]):
        return f"`{word[0]}`"
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", word[0])


def _item(text: str) -> str:
    """Escape text at the start of an item, where it could start another list."""
    return re.sub(r"^(\d*)([-+.)])", lambda found: f"{found[1]}&#{ord(found[2])};", text)


def _name(name: str) -> str:
    """Return a Python name in a code span; any other text, escaped."""
    return f"`{name}`" if re.fullmatch(r"[A-Za-z0-9_.]+", name) else escape(name)


# The changelog


def _entry(bundle: list[Change]) -> str:
    """Return one item: the list, the explanation, and what changed."""
    first = bundle[0]
    shown = _first_changes(bundle)
    entries = [words for change in shown if (words := _entry_words(change))]
    if left := len(bundle) - len(shown):
        entries.append(f"and {left:,} more")
    listed = f" {', '.join(entries)}." if entries else ""
    return f"{_name(_path(first))}: {first.explanation}{listed}"


def _entry_words(change: Change) -> str:
    """Return the code, and what is before and after; texts are omitted."""
    subject = _subject(change, _name, escape)
    before, after = map(_name, _sides(change))
    if _is_one_sided(change):
        return subject or before or after
    if change.bump == "patch":
        return subject
    if isinstance(change.after, Code):
        return f"{subject} -> {_name(change.after.name)} ({escape(_shown(change.after.value))})"
    return " ".join(filter(None, (subject, f"{before} -> {after}"))) + _now(change, _name, escape)


def insert_fragment(text: str, fragment: str) -> str:
    """Return the changelog with the fragment at the top of its unreleased section.

    If it has no such section, one is added above the newest release. Lines that the section has
    already are not repeated. Line ends stay the same.
    """
    line_end = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    if not _UNRELEASED.search(text):
        release = _RELEASE.search(text)
        place = release.start() if release else len(text)
        above = text[:place].rstrip("\n")
        head = f"{above}\n\n" if above else ""
        text = f"{head}## Unreleased\n\n{text[place:]}"
    above, heading, rest = _UNRELEASED.split(text, maxsplit=1)
    section = _RELEASE.split(rest, maxsplit=1)[0].split("\n")
    if new := [line for line in fragment.splitlines() if line not in section]:
        below = rest.removeprefix("\n").removeprefix("\n")
        gap = "" if below.startswith(("- ", "\n")) else "\n"
        text = "\n".join([f"{above}{heading}", "", *new, gap + below])
    return (text.rstrip("\n") + "\n").replace("\n", line_end)


# JSON

_CHANGE = ("provider", "list", "kind", "value", "name", "before", "after", "effect", "bump")
_OPTIONAL = ("extent", "fact", "name_of_before", "name_of_after")
# The keys of each entry, named as in a spec: what the page says, without our own additions.
_OURS = "note erratum name_proposed place is_partial retrieved reader tables ignore".split()
KEYS: dict[type, tuple[str, ...]] = {
    kind: tuple(each.name for each in fields(kind) if each.name not in _OURS)
    for kind in (*get_args(Content), Withdrawn, Family)
    if isinstance(kind, type) and is_dataclass(kind)
}
KEYS[Constant] = ("name", "value", "description")


def _json(changes: Sequence[Change], ledger: Sequence[Entry], findings: Sequence[Finding]) -> str:
    report = {
        "changes": changes,
        "ledger": [entry._asdict() for entry in ledger],
        "findings": as_records(findings),
        "bump": bump(changes),
    }
    return json.dumps(report, indent=2, default=_data) + "\n"


def _data(content: object) -> object:
    """Return the JSON data of what JSON has no type for: a change, an entry, a date."""
    if not is_dataclass(content):
        return str(content)
    keys = _CHANGE if isinstance(content, Change) else KEYS[type(content)]
    record = {key: getattr(content, key) for key in keys}
    if isinstance(content, Change):
        optional = ((key, getattr(content, key)) for key in _OPTIONAL)
        record |= {key: value for key, value in optional if value is not None}
    if isinstance(content, Code):
        record["facts"] = dict(content.facts)
    return record
