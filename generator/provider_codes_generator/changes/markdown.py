"""Changes as Markdown for a pull request, in which no word of a page is structure or a link."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..model import Entry, Finding, count, counted, ledger_lines, printable
from . import words
from .kinds import Change
from .words import Style

Row = Change | str | Finding

# GitHub refuses more than 65,536 characters.
_ROOM = 65_000


def as_markdown(
    changes: Sequence[Change], ledger: Sequence[Entry], findings: Sequence[Finding]
) -> str:
    """Return the changes, the worst first, and then the rest, as far as a pull request has room."""
    rows: list[Row] = [*changes, *ledger_lines(ledger), *findings]
    head = f"## Changes of the codes\n\n**{words.summary(changes, ledger, findings)}**"

    def report(number: int) -> str:
        return "\n\n".join([head, *_omitted(rows[number:]), *_rows(rows[:number])]) + "\n"

    whole = report(len(rows))
    if len(whole) <= _ROOM:
        return whole
    numbers = range(len(rows))
    return report(bisect_right(numbers, _ROOM, key=lambda number: len(report(number))) - 1)


def _omitted(rows: Sequence[Row]) -> Iterator[str]:
    changes = [row for row in rows if isinstance(row, Change)]
    others = len(rows) - len(changes)
    parts = (
        words.counts(changes) if changes else "",
        counted(others, "other line") if others else "",
    )
    if left := " and ".join(filter(None, parts)):
        yield f"**There is no room here for {left}.** `--format json` has them."


def _rows(rows: Sequence[Row]) -> Iterator[str]:
    for path, bundles in words.sections(row for row in rows if isinstance(row, Change)):
        yield f"### {code_span(path)}"
        yield from map(_bundle, bundles)
    if left_out := [f"- {_item(escape(row))}" for row in rows if isinstance(row, str)]:
        yield "### On the page, but left out"
        yield "\n".join(left_out)
    if findings := [row for row in rows if isinstance(row, Finding)]:
        yield f"### {count(findings).capitalize()}"
        yield "\n".join(f"- {_item(_finding(each))}" for each in findings)


def _bundle(bundle: list[Change]) -> str:
    first = bundle[0]
    shown = words.first_changes(bundle)
    rows = ["| what | before | after |", "|---|---|---|", *map(_row, shown)]
    head = f"**{first.bump}** `{first.kind}`: {first.explanation}"
    left = len(bundle) - len(shown)
    return "\n".join([head, "", *rows]) + (f"\n\n... and {left:,} more" if left else "")


def _row(change: Change) -> str:
    before, after = map(code_span, words.short_sides(change))
    subject = words.subject(change, MARKDOWN) or code_span(words.path(change))
    return f"| {subject}{words.moved_names(change, MARKDOWN)} | {before} | {after} |"


def _finding(finding: Finding) -> str:
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

    A word that a site would link is in a code span; a character reference is never structure.
    """
    return re.sub(r"[^\s`|()\"',;]+|[`|]", _harmless, printable(text).strip())


def _harmless(word: re.Match[str]) -> str:
    if _LINKED.search(word[0]):
        return f"`{word[0]}`"
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", word[0])


def _item(text: str) -> str:
    """Escape text at the start of an item, where it could start another list."""
    return re.sub(r"^(\d*)([-+.)])", lambda found: f"{found[1]}&#{ord(found[2])};", text)


def code_span(name: str) -> str:
    """Return a Python name in a code span; any other text, escaped."""
    return f"`{name}`" if re.fullmatch(r"[A-Za-z0-9_.]+", name) else escape(name)


MARKDOWN = Style(code_span, escape)
