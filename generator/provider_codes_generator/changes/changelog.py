"""Changes as lines of a changelog, and their place in it."""

import re
from collections.abc import Iterable
from operator import attrgetter

from ..model import Code
from . import words
from .kinds import ACTED_ON, Change, Effect, ordered
from .markdown import MARKDOWN, code_span, escape
from .matching import grouped

_UNNOTICED: frozenset[Effect] = frozenset(("name-unreserved", "nothing-differs"))
_RELEASE = re.compile(r"^##(?!#)", re.MULTILINE)
_UNRELEASED = re.compile(r"^(##(?!#).*\bunreleased\b.*)", re.MULTILINE | re.IGNORECASE)


def changelog(changes: Iterable[Change]) -> str:
    """Return lines for what programs notice: facts that others act on first, then the worst."""
    noticed = [change for change in ordered(changes) if change.effect not in _UNNOTICED]
    noticed.sort(key=lambda change: change.kind not in ACTED_ON)
    bundles = grouped(noticed, attrgetter("provider", "list", *words.SAME))
    return "".join(f"- {_entry(bundle)}\n" for bundle in bundles)


def _entry(bundle: list[Change]) -> str:
    first = bundle[0]
    shown = words.first_changes(bundle)
    entries = [text for change in shown if (text := _entry_words(change))]
    if left := len(bundle) - len(shown):
        entries.append(f"and {left:,} more")
    listed = f" {', '.join(entries)}." if entries else ""
    return f"{code_span(words.path(first))}: {first.explanation}{listed}"


def _entry_words(change: Change) -> str:
    """Return the code, and what is before and after; texts are omitted."""
    subject = words.subject(change, MARKDOWN)
    before, after = map(code_span, words.sides(change))
    if words.is_one_sided(change):
        return subject or before or after
    if change.bump == "patch" and change.kind != "document-changed":
        return subject
    if isinstance(change.after, Code):
        value = escape(words.shown(change.after.value))
        return f"{subject} -> {code_span(change.after.name)} ({value})"
    moved = words.moved_names(change, MARKDOWN)
    return " ".join(filter(None, (subject, f"{before} -> {after}"))) + moved


def insert_fragment(text: str, fragment: str) -> str:
    """Return the changelog with the fragment at the top of its unreleased section.

    If it has no such section, one is added above the newest release. Lines that the section has
    already are not repeated. Line ends stay the same.
    """
    if not fragment:
        return text
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
