"""Changes as text for people, as Markdown for a pull request, as JSON, and for the changelog.

What stands on a page is nobody's friend: in text nothing of it reaches the terminal but
what can be printed, in Markdown nothing of it is structure, a link or a mention.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from itertools import groupby
from os.path import commonprefix
from typing import Literal, TypeVar, cast, get_args

from ..model import (
    Alias,
    Code,
    CodeList,
    Constant,
    Document,
    Erratum,
    Family,
    Finding,
    Group,
    ListFact,
    Provider,
    Withdrawn,
    printable,
)
from ..model import findings as plain_findings
from .kinds import ACTED_ON, Bump, Change, Content, Effect, bump, ordered

Form = Literal["text", "markdown", "json", "changelog"]
Unbound = Mapping[str, object]
Item = TypeVar("Item")

_JOINT = "\u200b"
_COLOURS: dict[Bump, str] = {"none": "32", "patch": "36", "minor": "33", "major": "31"}
_BUMPS: tuple[Bump, ...] = get_args(Bump)
_UNNOTICED: frozenset[Effect] = frozenset(("name-unreserved", "nothing-differs"))

# How much of a text is shown; programs get all of it.
_WIDTH = 100
_CONTEXT = 20
# A pull request has room for 65,536 characters, and a reader for less.
_ROWS = 50


def render(
    changes: Sequence[Change],
    unbound: Sequence[Unbound],
    findings: Sequence[Finding],
    form: Form,
    colour: bool = False,
) -> str:
    """The changes, the rows of the page that no list takes, and the findings."""
    changes = ordered(changes)
    match form:
        case "json":
            return _json(changes, unbound, findings)
        case "markdown":
            return _markdown(changes, unbound, findings)
        case "changelog":
            return changelog(changes)
        case "text":
            return _text(changes, unbound, findings, colour)


def changelog(changes: Iterable[Change]) -> str:
    """A fragment of CHANGELOG.md: facts that other programs act on first, then the worst.

    What nobody who imports the enums could notice is left out.
    """
    told = [change for change in ordered(changes) if change.effect not in _UNNOTICED]
    told.sort(key=lambda change: change.kind not in ACTED_ON)
    return "".join(f"- {_entry(bundle)}\n" for bundle in _bundles(told))


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Changes of one kind and effect in one list: what they do has to be said only once."""

    path: str
    changes: tuple[Change, ...]

    @property
    def first(self) -> Change:
        """Speaks for all of them."""
        return self.changes[0]


def _bundles(changes: Iterable[Change]) -> list[_Bundle]:
    """In the order in which each bundle is first met."""
    bundles: dict[tuple[str, str, str], list[Change]] = {}
    for change in changes:
        key = _path(change), change.kind, change.effect
        bundles.setdefault(key, []).append(change)
    return [_Bundle(path, tuple(found)) for (path, _, _), found in bundles.items()]


def _sections(changes: Iterable[Change]) -> Iterator[tuple[str, list[_Bundle]]]:
    """The bundles of each list; the list with the worst change comes first."""
    bundles = _bundles(changes)
    order = {path: index for index, path in enumerate(dict.fromkeys(b.path for b in bundles))}
    bundles.sort(key=lambda bundle: order[bundle.path])
    for path, found in groupby(bundles, key=lambda bundle: bundle.path):
        yield path, list(found)


def _path(change: Change) -> str:
    return f"{change.provider}.{change.list}" if change.list else change.provider


def _summary(changes: Sequence[Change], findings: Sequence[Finding]) -> str:
    partly = "; not everything could be compared" if plain_findings.blocks(findings) else ""
    return f"{_counts(changes)}{partly}"


def _counts(changes: Sequence[Change]) -> str:
    if not changes:
        return "no changes"
    bumps = [change.bump for change in changes]
    counts = [f"{bumps.count(each)} {each}" for each in reversed(_BUMPS) if each in bumps]
    total = _counted(len(changes), "change")
    return f"{total} ({', '.join(counts)}): requires a {bump(changes)} release"


# What a change says, in plain words that still have to be escaped


def _subject(change: Change, name: str | None, value: str, fact: str | None) -> str:
    """What changed, where that is not the list or the provider as a whole."""
    # A value that moved is told by the two sides already.
    # A move says its value itself, as what it was before. (0 equals False, a flag.)
    moved = change.kind == "name-moved"
    if change.value is None or (name and moved):
        code = name
    else:
        code = f"{name} ({value})" if name else value
    return " ".join(filter(None, (code, fact)))


def _shown(content: Content) -> str:
    """A field, or the gist of an entry, on one line."""
    match content:
        case None:
            return "none"
        case bool():
            return str(content).lower()
        case int():
            return str(content)
        case str():
            return content or "none"
        case tuple():
            return ", ".join(content) or "none"
        case Constant():
            return _shown(content.value)
        case CodeList():
            return f"{content.title} ({_counted(len(content.codes), 'code')})"
        case Provider():
            return f"{content.title} ({_counted(len(content.lists), 'list')})"
        case Document():
            return f"{content.title} ({content.address})" if content.address else content.title
        case Erratum():
            return content.page
        case ListFact():
            return f"{content.title} ({content.values})"
        case Code() | Group() | Alias():
            other_name = content.documented_name if content.documented_name != content.name else ""
            return content.description or other_name or ""


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _sides(change: Change) -> tuple[str, str]:
    """What stands before and after; nothing on the side where an entry came or went."""
    if _came_or_went(change):
        before = "" if change.before is None else _shown(change.before)
        return before, "" if change.after is None else _shown(change.after)
    before, after = _shown(change.before), _shown(change.after)
    if isinstance(change.before, Code) and isinstance(change.after, Code):
        named = (change.before.name, before), (change.after.name, after)
        before, after = (": ".join(filter(None, pair)) for pair in named)
    elif before == after and change.before != change.after:  # a number and a text, say
        before, after = repr(change.before), repr(change.after)
    return before, after


def _came_or_went(change: Change) -> bool:
    """Whether it is about an entry as a whole, and not about a field of one."""
    one, other = change.before, change.after
    return (one is None and _is_entry(other)) or (other is None and _is_entry(one))


def _is_entry(content: Content) -> bool:
    return not isinstance(content, None | bool | int | str)


def _glance(change: Change) -> tuple[str, str]:
    """The sides, short enough to be read at a glance."""
    before, after = _sides(change)
    if isinstance(change.before, str) and isinstance(change.after, str):
        return _apart(before, after)
    return _cut(before), _cut(after)


def _apart(before: str, after: str) -> tuple[str, str]:
    """Both texts from shortly before the place where they part."""
    if max(len(before), len(after)) <= _WIDTH:
        return before, after
    start = before.rfind(" ", 0, max(len(commonprefix((before, after))) - _CONTEXT, 0)) + 1
    lead = "... " if start else ""
    return _cut(lead + before[start:]), _cut(lead + after[start:])


def _cut(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 3] + "..."


# Text for people


def _text(
    changes: Sequence[Change],
    unbound: Sequence[Unbound],
    findings: Sequence[Finding],
    colour: bool,
) -> str:
    head = _painted(_summary(changes, findings), bump(changes), colour)
    lines = [head]
    for path, bundles in _sections(changes):
        lines += ["", printable(path)]
        for bundle in bundles:
            lines += _text_bundle(bundle, colour)
    if unbound:
        lines += ["", f"{len(unbound):,} on the page that no list takes"]
        lines += [f"  {printable(_unbound(each))}" for each in unbound]
    if findings:
        lines += ["", plain_findings.count(findings)]
        lines += plain_findings.render(findings, "text", colour=colour).splitlines()
    return "\n".join(lines) + "\n"


def _text_bundle(bundle: _Bundle, colour: bool) -> Iterator[str]:
    first = bundle.first
    yield f"  {_painted(first.bump, first.bump, colour)} {first.kind}: {first.explanation}"
    for change in bundle.changes:
        yield f"    {printable(_line(change))}"


def _line(change: Change) -> str:
    before, after = _glance(change)
    said = before or after if _came_or_went(change) else f"{before} -> {after}"
    cosmetic = " [cosmetic]" if change.extent == "cosmetic" else ""
    subject = _subject(change, change.name, _shown(change.value), change.fact)
    return ": ".join(filter(None, (subject, said))) + cosmetic


def _painted(text: str, each: Bump, colour: bool) -> str:
    return f"\x1b[{_COLOURS[each]}m{text}\x1b[0m" if colour else text


def _unbound(each: Unbound) -> str:
    return ", ".join(f"{key}: {_cut(str(value))}" for key, value in each.items())


# Markdown for a pull request


def _markdown(
    changes: Sequence[Change], unbound: Sequence[Unbound], findings: Sequence[Finding]
) -> str:
    blocks = [f"## Changes of the codes\n\n**{_summary(changes, findings)}**"]
    for path, bundles in _sections(changes):
        blocks.append(f"### {_name(path)}")
        blocks += [_markdown_bundle(bundle) for bundle in bundles]
    if unbound:
        blocks.append(f"### On the page, and in no list ({len(unbound):,})")
        blocks.append(_items(unbound, lambda each: escape(_unbound(each))))
    if findings:
        blocks.append(f"### {plain_findings.count(findings).capitalize()}")
        blocks.append(_items(findings, _markdown_finding))
    return "\n\n".join(blocks) + "\n"


def _markdown_bundle(bundle: _Bundle) -> str:
    first = bundle.first
    shown = bundle.changes if _is_told_in_full(first) else bundle.changes[:_ROWS]
    rows = ["| what | before | after |", "|---|---|---|", *map(_row, shown)]
    head = f"**{first.bump}** `{first.kind}`: {first.explanation}"
    return "\n".join([head, "", *rows]) + _more(len(bundle.changes) - len(shown))


def _is_told_in_full(change: Change) -> bool:
    """What breaks programs, or changes what they do, is never left out."""
    return change.bump == "major" or change.kind in ACTED_ON


def _more(number: int) -> str:
    return f"\n\n... and {number:,} more" if number else ""


def _row(change: Change) -> str:
    before, after = _glance(change)
    subject = _markdown_subject(change) or _name(_path(change))
    if change.extent == "cosmetic":
        subject += " (cosmetic)"
    return f"| {subject} | {_name(before)} | {_name(after)} |"


def _markdown_subject(change: Change) -> str:
    name = _name(change.name) if change.name else None
    fact = _name(change.fact) if change.fact else None
    return _subject(change, name, escape(_shown(change.value)), fact)


def _items(each: Sequence[Item], shown: Callable[[Item], str]) -> str:
    lines = [f"- {_item(shown(one))}" for one in each[:_ROWS]]
    return "\n".join(lines) + _more(len(each) - len(lines))


def _markdown_finding(finding: Finding) -> str:
    where = "" if finding.place.file == "" else f"{escape(str(finding.place))}: "
    help = f" ({escape(finding.help)})" if finding.help else ""
    return f"{where}{finding.level} `{finding.id}`: {escape(finding.message)}{help}"


# Punctuation that can be structure, and what sites make links, mentions and pictures of.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~&$^#@:]")
_JOINTS = re.compile(r"@(?=\w)|\#(?=\d)|:(?=//)|:(?=[\w+-]+:)|(?<=www)(?=\.)", re.IGNORECASE)


def escape(text: str) -> str:
    """Text as Markdown that says just that, on one line, after the beginning of a block.

    A character reference is never structure. Where a site looks for mentions,
    references or links once the page is made, a joint that takes no room stops it.
    """
    jointed = _JOINTS.sub(lambda found: f"{found[0]}{_JOINT}", printable(text).strip())
    return _SPECIAL.sub(_reference, jointed).replace(_JOINT, "&#8203;")


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def _item(text: str) -> str:
    """Escaped text at the beginning of an item, where it could begin another list."""
    return re.sub(r"^(\d*)([-+.)])", lambda found: f"{found[1]}&#{ord(found[2])};", text)


def _name(name: str) -> str:
    """A Python name in a code span; anything else that claims to be one, escaped."""
    return f"`{name}`" if re.fullmatch(r"[A-Za-z0-9_.]+", name) else escape(name)


# The changelog


def _entry(bundle: _Bundle) -> str:
    """One bullet: where, what it does, and to what."""
    first = bundle.first
    shown = bundle.changes if _is_told_in_full(first) else bundle.changes[:_ROWS]
    said = [words for change in shown if (words := _entry_words(change))]
    if left := len(bundle.changes) - len(shown):
        said.append(f"and {left:,} more")
    told = f" {', '.join(said)}." if said else ""
    return f"{_name(bundle.path)}: {first.explanation}{told}"


def _entry_words(change: Change) -> str:
    """The code, and what it was and is; but texts are left to the code's own documentation."""
    subject = _markdown_subject(change)
    if change.bump == "patch" or _came_or_went(change):
        return subject
    if isinstance(change.after, Code):
        return f"{subject} -> {_name(change.after.name)}"
    before, after = map(_name, _sides(change))
    return " ".join(filter(None, (subject, f"{before} -> {after}")))


# JSON

# The keys of each entry, named as in a spec: what the page says, and nothing of ours.
_OURS = ("note", "erratum", "name_proposed", "place")
_CODE = tuple(each.name for each in fields(Code) if each.name not in _OURS)
KEYS: Mapping[type, tuple[str, ...]] = {
    Code: _CODE,
    Withdrawn: (*_CODE, "since", "in_enum"),
    Group: ("name", "value", "documented_name", "description"),
    Alias: ("name", "documented_name", "description"),
    Constant: ("name", "value", "description"),
    Document: ("name", "title", "address"),
    Erratum: ("page", "reading", "reason"),
    ListFact: ("name", "values", "title"),
    Family: ("name", "lists"),
    # fmt: off
    CodeList: (
        "name", "title", "values", "facts", "documents", "document", "group_values", "groups",
        "codes", "withdrawn",
    ),
    # fmt: on
    Provider: ("provider", "title", "documents", "constants", "families", "lists"),
}


def _json(
    changes: Sequence[Change], unbound: Sequence[Unbound], findings: Sequence[Finding]
) -> str:
    said = {
        "changes": [_as_json(change) for change in changes],
        "unbound": [dict(each) for each in unbound],
        **json.loads(plain_findings.render(findings, "json")),
        "bump": bump(changes),
    }
    return json.dumps(said, indent=2, default=str) + "\n"


def _as_json(change: Change) -> dict[str, object]:
    said: dict[str, object] = {
        "provider": change.provider,
        "list": change.list,
        "kind": change.kind,
        "value": change.value,
        "name": change.name,
        "before": _data(change.before),
        "after": _data(change.after),
        "effect": change.effect,
        "bump": change.bump,
    }
    if change.extent is not None:
        said["extent"] = change.extent
    if change.fact is not None:
        said["fact"] = change.fact
    return said


def _data(content: object) -> object:
    match content:
        case tuple():
            return [_data(each) for each in cast("tuple[object, ...]", content)]
        case date():
            return content.isoformat()
        case None | bool() | int() | str():
            return content
        case _:
            found = {key: _data(getattr(content, key)) for key in KEYS[type(content)]}
            return found | ({"facts": dict(content.facts)} if isinstance(content, Code) else {})
