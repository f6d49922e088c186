"""A fragment into the changelog: below the heading of what is not released yet."""

import re

_UNRELEASED = re.compile(r"^##[^#\n].*\bunreleased\b.*$", re.IGNORECASE | re.MULTILINE)
_RELEASE = re.compile(r"^##[^#\n]", re.MULTILINE)


def insert(text: str, fragment: str) -> str:
    """The changelog with the fragment at the head of its unreleased section.

    Where it has none, one is begun above the newest release. What stands there already
    is not put there a second time.
    """
    new = [line for line in fragment.splitlines(keepends=True) if line not in text]
    if not new:
        return text
    body = "".join(new)
    if found := _UNRELEASED.search(text):
        rest = text[found.end() :].lstrip("\n")
        gap = "" if rest.startswith("- ") or not rest else "\n"
        return f"{text[: found.end()]}\n\n{body}{gap}{rest}"
    released = _RELEASE.search(text)
    start = released.start() if released else len(text)
    head = text[:start].rstrip("\n")
    section = f"## Unreleased\n\n{body}"
    parts = [part for part in (head, section, text[start:]) if part]
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"
