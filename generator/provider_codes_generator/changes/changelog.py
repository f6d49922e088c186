"""A fragment into the changelog: below the heading of what is not released yet."""

import re

_UNRELEASED = re.compile(r"##(?!#).*\bunreleased\b", re.IGNORECASE)
_RELEASE = re.compile(r"##(?!#)")


def insert_fragment(text: str, fragment: str) -> str:
    """The changelog with the fragment at the head of its unreleased section.

    Where it has none, one is begun above the newest release. What stands in the section
    already is not put there a second time. Line ends stay as they are.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    releases = [place for place, line in enumerate(lines) if _RELEASE.match(line)]
    start = next((place for place in releases if _UNRELEASED.match(lines[place])), None)
    if start is not None:
        end = next((place for place in releases if place > start), len(lines))
        there = set(lines[start:end])
        new = [line for line in fragment.splitlines() if line not in there]
        rest = lines[start + 1 :]
        if rest[:1] == [""]:
            del rest[0]
        is_apart = bool(rest) and rest[0] != "" and not rest[0].startswith("- ")
        if new:
            lines[start + 1 :] = ["", *new, *([""] if is_apart else []), *rest]
    else:
        place = releases[0] if releases else len(lines)
        head = lines[:place]
        while head and not head[-1]:
            head.pop()
        gap = [""] if head else []
        lines = [*head, *gap, "## Unreleased", "", *fragment.splitlines(), "", *lines[place:]]
    found = "\n".join(lines).rstrip("\n") + "\n"
    return found.replace("\n", "\r\n") if "\r\n" in text else found
