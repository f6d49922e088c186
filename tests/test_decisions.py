"""What a person has to decide after a large update, before a release."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from helpers_generate import run, write


class Row(NamedTuple):
    """A row of the page."""

    value: int
    permanent: bool
    name: str
    text: str


LISTS = ("Calls", "Chats", "Mails")
MOST = 10


def rows(first: int, number: int) -> list[Row]:
    texts = (f"The pigeon number {value} lost its way." for value in range(first, first + number))
    return [Row(first + n, n % 2 == 0, f"LOST_{first + n}", text) for n, text in enumerate(texts)]


def page(lists: Sequence[Sequence[Row]]) -> str:
    head = "| Code | Permanent | Name | Meaning |\n|---|---|---|---|\n"
    return "".join(
        f"## {title}\n\n{head}"
        + "".join(
            f"| {row.value} | {str(row.permanent).lower()} | {row.name} | {row.text} |\n"
            for row in found
        )
        + "\n"
        for title, found in zip(LISTS, lists, strict=True)
    )


def meanings(lists: Sequence[Sequence[Row]]) -> Iterator[str]:
    """A meaning of every code, which quotes its text; those of flags rest on the flag."""
    yield "provider: post\nlists:\n"
    for title, found in zip(LISTS, lists, strict=True):
        yield f"  {title.removesuffix('s')}:\n"
        for row in found:
            retry = "never" if row.permanent else "later"
            basis = (
                "{retry: flag}" if row.value % 50 == 0 else f"{{retry: number {row.value} lost}}"
            )
            yield f"    {row.name}: {{retry: {retry}, basis: {basis}}}\n"


def later(lists: list[list[Row]]) -> list[list[Row]]:
    """The edition a year later: 350 additions, 17 renames, 130 other texts, and four more."""
    calls, chats, mails = lists
    chats = [row._replace(name=f"STRAYED_{row.value}") for row in chats[:17]] + chats[17:]
    words = ("lost its way", "did not find its way")
    mails = [row._replace(text=row.text.replace(*words)) for row in mails[:130]] + mails[130:]
    # A name moved to a new value, a flag flipped, and a code moved to another list.
    calls[3] = calls[3]._replace(name="ASTRAY_103")
    calls.append(Row(199, False, "LOST_103", "The pigeon of another loft lost its way."))
    calls[0] = calls[0]._replace(permanent=not calls[0].permanent)
    chats.append(calls.pop(10))
    return [calls + rows(1000, 200), chats + rows(2000, 100), mails + rows(3000, 50)]


def test_a_large_edition_leaves_few_decisions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lists = [rows(100, 90), rows(300, 60), rows(500, 150)]
    write(Path("pyproject.toml"), '[tool.provider-codes]\nspecs = "specs"\noutput = "codes"\n')
    write(Path("post.md"), page(lists))
    assert run("new", "post", "--document", "post.md").status == 0
    write(Path("specs/meanings/post.yaml"), "".join(meanings(lists)))
    assert (run("validate").out, run("generate").status) == ("", 0)
    write(Path("post.md"), page(later(lists)))
    done = run("update", "post", "--document", "post.md", "--accept-removals")
    assert done.status == 0, done.err
    assert run("generate").status == 0
    assert run("drift", "post", "--document", "post.md").out == "no changes\n"
    decisions = done.out.partition("to decide before a release:\n")[2]
    told = re.findall(r"(?m)^specs/\S+: \w+\[([\w-]+)\]: (.*)$", decisions)
    assert 0 < len(told) <= MOST, decisions
    # Many of one kind are one line, with their number. Three of the 130 texts are not quoted.
    assert "127 meanings quote words that changed" in decisions
    assert "353 codes have no meaning yet" in decisions
    assert {"name-proposed", "flag-misused", "meaning-of-nothing"} <= {id for id, _ in told}
