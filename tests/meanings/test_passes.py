"""Two passes over all codes, and the decisions where they differ.

Two people made the passes independently, by reading each description; `first/` and `second/` keep
them unchanged, and `causes/` has two passes over the causes, the second of which gives only causes
that have consequences. The released meaning is where both agree, or what `decisions.yaml` says,
with its reason.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from provider_codes_generator.model import CAUSES as PARTIES
from provider_codes_generator.spec.load import load_folder

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
SLUGS = sorted(path.stem for path in (ROOT / "specs").glob("*.yaml"))
PASS_FACETS = ("state", "final", "retry", "party")
FACETS = (*PASS_FACETS, "cause")
# Causes in the second pass: those that suppress, those that alert, and two more
CRITICAL = {"address_invalid", "do_not_contact", "access", "credit", "duplicate", "route"}
NOT_STATED = "not_stated"

Judged = dict[tuple[str, str], str]


def read(path: Path) -> Any:
    """A file of YAML, read by another reader than the tool's."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def judged(folder: Path) -> Judged:
    """The facets of each code in a folder of meanings."""
    found: Judged = {}
    for slug in SLUGS:
        for code_list, codes in read(folder / f"{slug}.yaml")["lists"].items():
            for code, entry in codes.items():
                for facet in PASS_FACETS:
                    value = entry.get(facet, NOT_STATED)
                    found[f"{slug}.{code_list}.{code}", facet] = str(value)
    return found


def released() -> Judged:
    """The facets that the released meanings state, with their standards and consequences of causes."""
    registry, _ = load_folder(ROOT / "specs", "specs")
    found: Judged = {}
    for slug in SLUGS:
        for (code_list, code), entry in registry.judged(slug).items():
            stated = {"party": PARTIES.get(entry.cause or "", NOT_STATED)} | entry.stated
            for facet in FACETS:
                at = f"{slug}.{code_list}.{code}", facet
                found[at] = str(stated.get(facet, NOT_STATED))
    return found


def causes(path: Path) -> Judged:
    """The cause that a pass gives each code in its file."""
    return {
        (f"{slug}.{code_list}.{code}", "cause"): cause
        for slug, code_lists in read(path).items()
        for code_list, codes in code_lists.items()
        for code, cause in codes.items()
    }


CAUSES: Judged = {
    key: (*found, NOT_STATED)[0] for key, found in causes(HERE / "causes/first.yaml").items()
}
FIRST = judged(HERE / "first") | CAUSES
SECOND = {
    **judged(HERE / "second"),
    **{key: NOT_STATED if cause in CRITICAL else cause for key, cause in CAUSES.items()},
    **causes(HERE / "causes/second.yaml"),
}
RELEASED = released()
DECISIONS: list[dict[str, Any]] = read(HERE / "decisions.yaml")["decisions"]
REVISED: list[dict[str, Any]] = read(HERE / "decisions.yaml")["revised"]


def test_both_passes_have_all_codes() -> None:
    registry, _ = load_folder(ROOT / "specs", "specs")
    codes = {
        f"{provider.provider}.{code_list.name}.{code.name}"
        for provider in registry
        for code_list in provider.lists
        for code in code_list.members
    }
    for folder in (FIRST, SECOND, RELEASED):
        assert {code for code, _ in folder} == codes
    assert len(codes) >= 648


def test_only_differences_are_decided_and_all_of_them() -> None:
    decided = Counter(
        (code, decision["facet"]) for decision in DECISIONS for code in decision["codes"]
    )
    assert not [key for key, times in decided.items() if times > 1]
    assert set(decided) == {key for key in FIRST if FIRST[key] != SECOND[key]}


@pytest.mark.parametrize(
    "decision", DECISIONS, ids=lambda decision: f"{decision['codes'][0]}-{decision['facet']}"
)
def test_a_decision_names_both_passes_and_has_a_reason(decision: dict[str, Any]) -> None:
    for code in decision["codes"]:
        key = code, decision["facet"]
        assert (FIRST[key], SECOND[key]) == (str(decision["first"]), str(decision["second"]))
    assert len(decision["reason"].split()) > 3


def settled(entries: list[dict[str, Any]]) -> Judged:
    """The decisions in `decisions.yaml`."""
    return {
        (code, each["facet"]): str(each["decided"]) for each in entries for code in each["codes"]
    }


def test_a_revision_says_what_it_revises_and_why() -> None:
    agreed = FIRST | settled(DECISIONS)
    for each in REVISED:
        for code in each["codes"]:
            assert agreed[code, each["facet"]] == str(each["was"]) != str(each["decided"])
        assert len(each["reason"].split()) > 3


def test_what_is_released_is_agreed_or_decided() -> None:
    decided = FIRST | settled(DECISIONS) | settled(REVISED)
    wrong = {key: (value, decided[key]) for key, value in RELEASED.items() if value != decided[key]}
    assert wrong == {}


def test_the_passes_are_independent() -> None:
    """A copy would also agree in its bases."""
    grounds = [
        [
            str(entry["basis"])
            for slug in SLUGS
            for codes in read(HERE / folder / f"{slug}.yaml")["lists"].values()
            for entry in codes.values()
        ]
        for folder in ("first", "second")
    ]
    assert len(grounds[0]) == len(grounds[1])
    same = sum(one == other for one, other in zip(*grounds, strict=True))
    assert same < len(grounds[0]) * 0.8


def test_a_code_means_the_same_from_every_provider() -> None:
    """SMSPartner sells Infobip's service, whose errors are those of the network."""
    for facet in ("retry", "cause", "party"):
        ours = {key: value for key, value in RELEASED.items() if key[1] == facet}
        for (code, _), value in ours.items():
            twin = code.replace("infobip.GeneralError", "smspartner.HlrError")
            assert ours.get((twin, facet), value) == value, code


def test_a_time_to_wait_is_on_the_page() -> None:
    registry, _ = load_folder(ROOT / "specs", "specs")
    waits = {
        (slug, *code): meaning.retry_after
        for slug in SLUGS
        for code, meaning in registry.judged(slug).items()
        if meaning.retry_after
    }
    assert waits == {
        ("infobip", "GeneralStatus", "REJECTED_FLOODING_FILTER"): 3600,
        ("smsapi", "ErrorCode", "TOO_MANY_MESSAGES_TO_NUMBER"): 60,
        ("smspartner", "MailError", "TOO_MANY_REQUESTS"): 60,
    }
