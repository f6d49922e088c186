"""What changes say, in words that no report has laid out or escaped yet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from types import NoneType
from typing import Any, NamedTuple

from ..model import (
    Alias,
    Code,
    CodeList,
    Constant,
    Document,
    Entry,
    Erratum,
    Finding,
    Group,
    ListFact,
    Provider,
    Withdrawn,
    blocks,
    counted,
    same_start,
    shortened,
)
from .kinds import ACTED_ON, BUMPS, KINDS, Change, Content, bump
from .matching import grouped

# Changes that agree in these share one explanation.
SAME = ("kind", "effect", "is_cosmetic")

# How much of a text is shown; JSON has all of it.
_WIDTH = 100
_CONTEXT = 20
# Fewer changes are shown of a kind that breaks nothing.
_MOST = 50


class Style(NamedTuple):
    """How a report writes a Python name, and any other text."""

    name: Callable[[str], str] = str
    text: Callable[[str], str] = str


PLAIN = Style()


def sections(changes: Iterable[Change]) -> Iterator[tuple[str, list[list[Change]]]]:
    """Yield the changes of each list, in bundles of one explanation, cosmetic ones apart."""
    for section in grouped(changes, attrgetter("provider", "list", "is_cosmetic")):
        yield path(section[0]), grouped(section, attrgetter(*SAME))


def path(change: Change) -> str:
    """Return the list of the change, or the provider if it is about no list."""
    return f"{change.provider}.{change.list}" if change.list else change.provider


def summary(changes: Sequence[Change], ledger: Sequence[Entry], findings: Sequence[Finding]) -> str:
    """Return the number of changes and the release that they require."""
    ids = {each.id for each in findings}
    is_part = blocks(findings) or "address-missing" in ids
    if changes:
        words = f"{counts(changes)}: requires a {bump(changes)} release"
    elif is_part and not ledger:  # It has every row that was read.
        return "nothing was compared"
    else:
        words = "no changes of codes, but of headings" if "heading-renamed" in ids else "no changes"
    return f"{words}; not everything could be compared" if is_part else words


def counts(changes: Sequence[Change]) -> str:
    """Return the number of changes, and how many require each bump."""
    bumps = [change.bump for change in changes]
    numbers = [f"{bumps.count(each)} {each}" for each in reversed(BUMPS) if each in bumps]
    return f"{counted(len(changes), 'change')} ({', '.join(numbers)})"


def first_changes(bundle: list[Change]) -> Sequence[Change]:
    """Return the first changes; all of them if they break programs or change what they do."""
    is_whole = bundle[0].bump == "major" or bundle[0].kind in ACTED_ON
    return bundle if is_whole else bundle[:_MOST]


def subject(change: Change, style: Style = PLAIN) -> str:
    """Return what changed; empty if it is the list or the provider as a whole."""
    value = "" if change.value is None else style.text(shown(change.value))
    parts = [value]
    if change.name:
        # A move shows the value on its two sides.
        is_shown = value and change.kind != "name-moved"
        parts = [style.name(change.name), f"({value})" if is_shown else ""]
    return " ".join(filter(None, [*parts, style.name(change.fact) if change.fact else ""]))


def moved_names(change: Change, style: Style = PLAIN) -> str:
    """Return the names that the two values of a moved name have now; else empty."""
    if change.kind != "name-moved":
        return ""
    names = (change.after, change.name_of_after), (change.before, change.name_of_before)
    words = (
        f"{style.text(shown(value))} is now {style.name(name) if name else 'unlisted'}"
        for value, name in names
    )
    return f" ({', '.join(words)})"


def sides(change: Change) -> tuple[str, str]:
    """Return what is before and after; empty on the side that an entry does not have."""
    before, after = shown(change.before), shown(change.after)
    if is_one_sided(change):
        return "" if change.before is None else before, "" if change.after is None else after
    if isinstance(change.before, Code) and isinstance(change.after, Code):
        entry = f"{change.after.name} ({change.after.value})"
        before, after = before or change.before.name, ": ".join(filter(None, (entry, after)))
    elif before == after and change.before != change.after:  # a number and a text, for example
        before, after = repr(change.before), repr(change.after)
    return before, after


def is_one_sided(change: Change) -> bool:
    """Whether an entry was added or removed as a whole."""
    return None in (KINDS[change.kind].before, KINDS[change.kind].after)


def short_sides(change: Change) -> tuple[str, str]:
    """Return the sides, shortened. Long texts begin shortly before their first difference."""
    before, after = sides(change)
    is_text = isinstance(change.before, str) and isinstance(change.after, str)
    if is_text and max(len(before), len(after)) > _WIDTH:
        same = same_start(before, after)
        start = before.rfind(" ", 0, max(same - _CONTEXT, 0)) + 1
        lead = "… " if start else ""
        before, after = lead + before[start:], lead + after[start:]
    return shortened(before, _WIDTH), shortened(after, _WIDTH)


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
    Constant: lambda constant: shown(constant.value),
    Document: lambda page: f"{page.title} ({page.address})" if page.address else page.title,
    Erratum: lambda erratum: erratum.page,
    ListFact: lambda fact: f"{fact.title} ({fact.values})",
    CodeList: lambda code_list: f"{code_list.title} ({counted(len(code_list.codes), 'code')})",
    Provider: lambda provider: f"{provider.title} ({counted(len(provider.lists), 'list')})",
}


def shown(content: Content) -> str:
    """Return what a side of a change contains, on one line."""
    return _SHOWN[type(content)](content)
