"""Errata while the page is edited round them: still broken is still broken, and mended is mended."""

from datetime import date

import pytest
from provider_codes_generator.changes.comparison import compare_provider
from provider_codes_generator.model import NAME
from provider_codes_generator.pages.readers import read
from provider_codes_generator.transcribe.follow import follow
from provider_codes_generator.spec.load import load_text
from provider_codes_generator.transcribe.lists import Transcript, transcribe

SPEC = """\
provider: heron
title: Heron
documents:
  page: {title: Answers, retrieved: 2026-01-02}
lists:
  Answer:
    title: Answers
    document: page
    values: int
    documents: [name]
    tables: {heading: Answers, columns: {value: Id, name: Name, description: Text}}
    codes:
      SENT: {value: 1, description: It left.}
      LOST:
        value: 7
        erratum:
          page: "| 7 | | 8 | LATE | It came too late. |"
          reading: 7, LOST, without a text.
          reason: Two rows stand in one line.
      LATE:
        value: 8
        description: It came too late.
        erratum:
          page: "| 7 | | 8 | LATE | It came too late. |"
          reading: 8, LATE, with the text that ends the line.
          reason: Two rows stand in one line.
"""
PAGE = """\
# Answers

| Id | Name | Text |
|---|---|---|
| 1 | SENT | It left. |
| 7 | | 8 | LATE | It came too late. |
"""
WIDER = """\
# Answers

| Id | Name | Text | Since |
|---|---|---|---|
| 1 | SENT | It left. | ever |
| 7 | | 8 | LATE | It came too late. | today |
"""
LAYOUTS = {
    "as it was": PAGE,
    "a column more": WIDER,
    "no closing pipes": PAGE.replace(" |\n", "\n"),
    "padded": PAGE.replace("| 7 | | 8 |", "| 7   |     | 8 |"),
    "non-breaking": PAGE.replace("It came too", "It\xa0came\xa0too"),
}
MENDED = PAGE.replace("| 7 | | 8 |", "| 7 | LOST | |\n| 8 |")


def kinds(page: str) -> tuple[list[tuple[str, object]], Transcript]:
    provider, findings = load_text(SPEC, "heron.yaml")
    assert provider and not findings
    transcript = transcribe(provider.lists, read(page)._replace(file="page.md", is_whole=True))
    after = follow(provider, {"page": transcript}, date(2026, 2, 3))
    return [(each.kind, each.value) for each in compare_provider(provider, after)], transcript


@pytest.mark.parametrize(("row", "name"), [("| LATE |", "LATE"), ("| TARDY |", None)])
def test_a_name_that_only_the_reading_has_is_not_documented(row: str, name: str | None) -> None:
    provider, _ = load_text(SPEC.replace("| LATE |", row), "heron.yaml")
    assert provider
    names = [code.documented_name for code in provider.lists[0].codes]
    assert names == ["SENT", None, name]
    assert NAME.type_in(provider.lists[0]) == "str | None"


def test_an_escaped_name_is_documented() -> None:
    text = SPEC.replace("      LATE:", "      TOO_LATE:").replace("| LATE |", "| TOO\\_LATE |")
    provider, _ = load_text(text, "heron.yaml")
    assert provider and provider.lists[0].codes[2].documented_name == "TOO_LATE"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_still_broken_is_read_as_the_spec_says(layout: str) -> None:
    changes, transcript = kinds(LAYOUTS[layout])
    assert changes == []
    (finding,) = transcript.findings
    assert (finding.id, finding.level, finding.place.line) == ("erratum", "note", 6)
    assert all(entry.kind == "taken" or entry.what == "column" for entry in transcript.ledger)


@pytest.mark.parametrize("row", ["| 7 | It came later. |", "| 7 Late, or lost |", "| 8 |"])
def test_a_reworded_row_with_too_few_cells_is_still_broken(row: str) -> None:
    changes, transcript = kinds(f"{PAGE[: PAGE.rindex('| 7')]}{row}\n")
    # The other code that the erratum quotes has no row.
    gone = 8 if "7" in row else 7
    assert changes == [("code-removed", gone)]
    assert [each.id for each in transcript.findings] == ["code-unread"]


def test_a_reworded_row_that_is_still_broken_asks_for_review() -> None:
    changes, transcript = kinds(PAGE.replace("too late", "later than agreed"))
    assert changes == []
    assert [(each.id, each.place.line) for each in transcript.findings] == [("code-unread", 6)] * 2


def test_what_is_mended_needs_no_reading() -> None:
    changes, transcript = kinds(MENDED)
    named = [("type-changed", None), ("name-changed", 7)]
    assert changes == [*named, ("erratum-resolved", 7), ("erratum-resolved", 8)]
    assert transcript.findings == []


def test_a_row_that_is_gone_takes_its_codes_along() -> None:
    changes, _ = kinds("\n".join(PAGE.splitlines()[:-1]))
    assert sorted(changes) == [("code-removed", 7), ("code-removed", 8)]
