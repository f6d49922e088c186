"""What a person has to decide after a large update, before a release."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import helpers_pages
import pytest
import yaml
from helpers_generate import run, write
from helpers_pages import PageList, PageRow
from provider_codes_generator.model import Finding
from provider_codes_generator.rules import decisions

LISTS = ("Calls", "Chats", "Mails")
MOST = 10


def rows(first: int, number: int) -> list[PageRow]:
    return [
        PageRow(value, f"LOST_{value}", n % 2 == 0, f"The pigeon number {value} lost its way.")
        for n, value in enumerate(range(first, first + number))
    ]


def page(lists: Sequence[Sequence[PageRow]]) -> str:
    found = zip(LISTS, lists, strict=False)
    return helpers_pages.write([PageList(name, tuple(each)) for name, each in found], "markdown")


def meanings(lists: Sequence[Sequence[PageRow]]) -> Iterator[str]:
    """A meaning of every code, with its text as the basis; or with the flag."""
    yield "provider: post\nlists:\n"
    for title, found in zip(LISTS, lists, strict=False):
        yield f"  {title.removesuffix('s')}:\n"
        for row in found:
            retry = "never" if row.permanent else "later"
            basis = (
                "{retry: flag}"
                if int(row.value) % 50 == 0
                else f"{{retry: number {row.value} lost}}"
            )
            yield f"    {row.name}: {{retry: {retry}, basis: {basis}}}\n"


def later(lists: list[list[PageRow]]) -> list[list[PageRow]]:
    """The edition a year later: 350 additions, 17 renames, 130 other texts, and four more changes."""
    calls, chats, mails = lists
    chats = [replace(row, name=f"STRAYED_{row.value}") for row in chats[:17]] + chats[17:]
    words = ("lost its way", "did not find its way")
    mails = [
        replace(row, description=row.description.replace(*words)) for row in mails[:130]
    ] + mails[130:]
    # A name moved to a new value, a flag flipped, and a code moved to another list.
    calls[3] = replace(calls[3], name="ASTRAY_103")
    calls.append(PageRow(199, "LOST_103", False, "The pigeon of another loft lost its way."))
    calls[0] = replace(calls[0], permanent=not calls[0].permanent)
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
    assert (run("validate").out, run("generate").status) == ("1 spec: no findings\n", 0)
    write(Path("post.md"), page(later(lists)))
    done = run("update", "post", "--document", "post.md", "--accept-removals")
    assert done.status == 0, done.err
    assert run("generate").status == 0
    assert run("drift", "post", "--document", "post.md").out == "no changes\n"
    decisions = done.out.partition("to decide before a release:\n")[2]
    reported = re.findall(r"(?m)^specs/\S+: \w+\[([\w-]+)\]: (.*)$", decisions)
    assert 0 < len(reported) <= MOST, decisions
    # Many findings of one kind are one line, with their number. Three of the 130 texts are not
    # quoted.
    assert "127 meanings rest on what changed" in decisions
    # The codes in another list and under another name kept their meanings.
    assert "351 codes have no meaning yet" in decisions
    assert {"name-proposed", "flag-misused"} <= {id for id, _ in reported}


def test_the_help_of_many_findings_fits_all_of_them() -> None:
    def help_of(*helps: str) -> str:
        (one,) = decisions(Finding("meaning-of-nothing", "no code", help) for help in helps)
        return one.help

    assert help_of(*["remove it"] * 4) == "remove it"
    assert "`provider-codes validate`" in help_of("remove it", *["did you mean LOST?"] * 3)


MEANINGS = """\
# Our judgement.
provider: post
lists:
  Call:
    # The words survive, and the comment stays.
    LOST_100: {retry: never, basis: lost its way}  # quoted in part
    LOST_101:
      retry: later
      basis: {retry: "The pigeon number 101 lost its way"}
    # It says something else now.
    LOST_102: {retry: never, party: recipient, basis: {retry: flag, party: lost its way}}
    LOST_103: {retry: later, basis: nobody said this}
    LOST_104: {standard: pigeons/4}
"""
STANDARDS = """\
standards:
  pigeons:
    title: Pigeon code
    source: Pigeon Act
    offset: 100
    codes: {LOST_104: {number: 4, documented_name: Lost 104, retry: never}}
"""
LATER = {
    100: "It lost its way in the fog.",
    101: "“The Pigeon-number 101 lost its way…”",
    102: "The pigeon number 102 lost its waybill.",
    103: "The pigeon number 103 came home.",
    104: "The pigeon number 104 came home.",
}


@pytest.fixture
def before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[PageRow]:
    """The rows of a list with meanings, in the spec of the current folder."""
    monkeypatch.chdir(tmp_path)
    write(Path("pyproject.toml"), '[tool.provider-codes]\nspecs = "specs"\noutput = "codes"\n')
    before = rows(100, 5)
    write(Path("post.md"), page([before]))
    assert run("new", "post", "--document", "post.md").status == 0
    write(Path("specs/meanings/standards.yaml"), STANDARDS)
    write(Path("specs/meanings/post.yaml"), MEANINGS)
    return before


def test_a_meaning_follows_its_code_to_another_list(before: list[PageRow]) -> None:
    strays = [before[4], replace(before[2], description="The pigeon number 102 was shot.")]
    write(Path("post.md"), page([[before[0], before[1], before[3]], strays]))
    done = run("update", "post", "--document", "post.md", "--accept-removals")
    assert done.status == 0, done.err
    found = yaml.safe_load(Path("specs/meanings/post.yaml").read_text(encoding="utf-8"))["lists"]
    was = yaml.safe_load(MEANINGS)["lists"]["Call"]
    assert found["Call"] == was
    assert found["Chat"] == {
        "LOST_104": was["LOST_104"],
        "LOST_102": was["LOST_102"] | {"review": True},
    }
    assert "meaning-missing" not in done.out


def test_a_meaning_follows_its_name_to_another_value(before: list[PageRow]) -> None:
    moved = replace(before[1], name="LOST_100", description=before[0].description)
    other = replace(before[2], name="LOST_103")
    write(Path("post.md"), page([[moved, other, before[4]]]))
    assert run("update", "post", "--document", "post.md", "--accept-removals").status == 0
    found = yaml.safe_load(Path("specs/meanings/post.yaml").read_text(encoding="utf-8"))["lists"]
    was = yaml.safe_load(MEANINGS)["lists"]["Call"]
    assert found["Call"]["LOST_100_101"] == was["LOST_100"] and "LOST_100" not in found["Call"]
    # The text of 103 is gone.
    assert found["Call"]["LOST_103"] == was["LOST_103"] and "LOST_103_102" not in found["Call"]


@pytest.mark.parametrize("end", [".", "", ". It was on its way."])
def test_a_meaning_stays_with_the_value_whose_name_moved(before: list[PageRow], end: str) -> None:
    moved = replace(before[0], value=99, name="LOST_102", description="It is late.")
    text = before[2].description.removesuffix(".") + end
    shot = replace(before[2], name="SHOT", description=text)
    write(Path("post.md"), page([[moved, *before[:2], shot, *before[3:]]]))
    assert run("update", "post", "--document", "post.md").status == 0
    found = yaml.safe_load(Path("specs/meanings/post.yaml").read_text(encoding="utf-8"))["lists"]
    was = yaml.safe_load(MEANINGS)["lists"]["Call"]
    was["SHOT"] = was.pop("LOST_102")
    if len(end) > 1:  # It may be another code.
        was["SHOT"]["review"] = True
    assert found["Call"] == was


def test_a_code_that_left_its_standard_is_to_review(before: list[PageRow]) -> None:
    write(Path("post.md"), page([[*before[:4], replace(before[4], name="CAME_HOME")]]))
    done = run("update", "post", "--document", "post.md")
    assert "meaning-to-review" in done.out
    found = yaml.safe_load(Path("specs/meanings/post.yaml").read_text(encoding="utf-8"))["lists"]
    assert found["Call"]["LOST_104"] == {"standard": "pigeons/4", "review": True}
    # It still answers, until a person has read the page.
    assert run("generate").status == 0
    text = Path("codes/_post_meanings.py").read_text(encoding="utf-8")
    assert "104: Meaning(retry=Retry.NEVER" in text
    assert run("release-check", "--version", "1.0.0", "--strict").status == 1


def test_meanings_follow_the_words_of_the_page(before: list[PageRow]) -> None:
    write(
        Path("post.md"), page([[replace(row, description=LATER[int(row.value)]) for row in before]])
    )
    done = run("update", "post", "--document", "post.md")
    assert done.status == 0, done.err
    text = Path("specs/meanings/post.yaml").read_text(encoding="utf-8")
    found = yaml.safe_load(text)["lists"]["Call"]
    assert found["LOST_100"] == {"retry": "never", "basis": "lost its way"}
    assert found["LOST_101"] == {
        "retry": "later",
        "basis": {"retry": "“The Pigeon-number 101 lost its way…”"},
    }
    assert found["LOST_102"].pop("review") is True
    assert found["LOST_102"] == yaml.safe_load(MEANINGS)["lists"]["Call"]["LOST_102"]
    assert "review" not in found["LOST_103"]  # nor did the page say so before
    assert found["LOST_104"] == {"standard": "pigeons/4"}
    assert re.findall("#.*", text) == re.findall("#.*", MEANINGS)
    assert (
        "warning[meaning-to-review]: the page no longer says what the meaning of LOST_102"
        in done.out
    )
    assert run("generate").status == 0
    assert "102: Meaning(" in Path("codes/_post_meanings.py").read_text(encoding="utf-8")
    release = run("release-check", "--version", "1.0.0")
    assert (release.status, "meaning-to-review" in release.err) == (0, True)
    assert run("release-check", "--version", "1.0.0", "--strict").status == 1


def test_drift_needs_no_meanings_and_an_update_does(before: list[PageRow]) -> None:
    write(Path("specs/meanings/post.yaml"), "provider: post\nlists: wrong\n")
    assert run("drift", "post", "--document", "post.md").out == "no changes\n"
    refused = run("update", "post", "--document", "post.md")
    assert refused.status == 2 and "fix the specs first" in refused.err
