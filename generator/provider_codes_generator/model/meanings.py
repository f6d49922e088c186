"""What codes mean for their caller: our judgement, kept apart from what the pages say."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from .place import Placed

# The states of a message in SMPP (v3.4, 5.2.28; v5.0, 4.7.15), and whether each is final.
STATES: dict[str, bool | None] = {
    "SCHEDULED": False,
    "ENROUTE": False,
    "DELIVERED": True,
    "EXPIRED": True,
    "DELETED": True,
    "UNDELIVERABLE": True,
    "ACCEPTED": True,
    "UNKNOWN": None,
    "REJECTED": True,
    "SKIPPED": True,
}
# A message in one of these states has not failed. Sending it again would send it twice.
NOT_FAILED = ("SCHEDULED", "ENROUTE", "DELIVERED", "ACCEPTED")
RETRIES = ("later", "after_change", "never")
PARTIES = ("recipient", "request", "account", "operator", "provider", "nobody")
# The causes, and the party that each implies.
CAUSES = {
    **dict.fromkeys(("absent", "unable", "do_not_contact"), "recipient"),
    **dict.fromkeys(("address_invalid", "content", "parameter", "rate", "duplicate"), "request"),
    **dict.fromkeys(("sender", "access", "credit", "route"), "account"),
    "network": "operator",
    "internal": "provider",
}
# The name of the file of standards, beside those of meanings
STANDARDS = "standards"
# What to do about a report with a single code, by its state, or by its retry and what follows it.
ADVICE: dict[str | None, str] = {
    "SCHEDULED": "Do not resend: planned for later.",
    "ENROUTE": "Do not resend: still on its way.",
    "DELIVERED": "Do not resend: it arrived.",
    "ACCEPTED": "Do not resend: it arrived.",
    "later": "Retry later.",
    "after_change address_invalid": "Stop sending to this address: correct it first.",
    "after_change do_not_contact": "Stop sending to this address: it opted out or is blocked.",
    "after_change access": "Alert a person: your credentials or permissions do not suffice.",
    "after_change credit": "Alert a person: your account has too little credit.",
    "after_change recipient": "Resend only after the recipient has changed something.",
    "after_change request": "Fix the request, then resend.",
    "after_change account": "Fix your account or contract, then resend.",
    "after_change operator": "Resend only after the operator has fixed it.",
    "after_change provider": "Resend only after the provider has fixed it.",
    "after_change": "Resend only after a change.",
    "never address_invalid": "Never resend, and stop sending to this address: it is invalid.",
    "never do_not_contact": "Never resend, and stop sending to this address: it is blocked.",
    "never duplicate": "Never resend: the provider already has it.",
    "never nobody": "Nothing to do.",
    "never": "Never resend: it cannot succeed.",
    None: "Not stated whether a resend helps: ask a person.",
}

FACETS = ("state", "final", "retry", "party", "cause", "retry_after")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets(Placed):
    """The judgements about a code; None means "not stated"."""

    state: str | None = None
    final: bool | None = None
    retry: str | None = None
    party: str | None = None
    cause: str | None = None
    retry_after: int | None = None

    @property
    def stated(self) -> dict[str, Any]:
        values = {facet: getattr(self, facet) for facet in FACETS}
        return {facet: value for facet, value in values.items() if value is not None}

    def __str__(self) -> str:
        ends = {True: ", final", False: ", not final", None: ""}[self.final]
        after = f" after {self.retry_after} s" if self.retry_after is not None else ""
        parts = [
            f"state {self.state}{ends}" if self.state else "",
            f"retry {self.retry.replace('_', ' ')}{after}" if self.retry else "",
            f"cause {self.cause.replace('_', ' ')}" if self.cause else "",
            f"party {self.party}" if self.party else "",
        ]
        return "; ".join(filter(None, parts)) or "not stated"

    @property
    def advice(self) -> str:
        """The advice about a report with only this code, in words."""
        state, retry = self.state or "", self.retry
        keys = (state, f"{retry} {self.cause}", f"{retry} {self.party}", retry)
        words = next(ADVICE[key] for key in keys if key in ADVICE)
        if self.retry_after:
            words = f"Retry later, after {self.retry_after} seconds."
        if state == "UNKNOWN" and retry != "never":
            return f"{words} A resend may arrive twice."
        return f"Not delivered. {words}" if self.final and retry is None else words


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Facets):
    """What an entry states itself; `name` is the name of the code."""

    name: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardCode(Judgement):
    """The judgements about one code of a standard, and what the standard says."""

    number: int
    documented_name: str
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard(Placed):
    """A standard whose codes providers pass on, with names and numbers of their own making."""

    name: str
    title: str
    source: str
    offset: int = 0
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    codes: tuple[StandardCode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standards(Placed):
    standards: tuple[Standard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning(Judgement):
    """The judgements about one code.

    `basis` says what each facet rests on: "flag", "convention", or words of the page. A single
    basis for all facets has the key "". If the page has other words now, the meaning needs
    `review`, but is still used. `standard` refers to a code of a standard, such as map/27. The file
    leaves open what the standard decides; `following` adds it, with the `label` as its basis.
    """

    standard: str | None = None
    basis: tuple[tuple[str, str], ...] = ()
    review: bool = False
    label: str = ""

    @property
    def facets(self) -> Facets:
        """All facets, including those that follow from the cause and from the state."""
        has_not_failed = self.state in NOT_FAILED
        implied: dict[str, Any] = {
            "final": STATES.get(self.state or ""),
            "retry": "never" if has_not_failed else None,
            "party": CAUSES.get(self.cause or "", "nobody" if has_not_failed else None),
        }
        return Facets(**(implied | self.stated))

    @property
    def basis_by_facet(self) -> dict[str, str]:
        """The basis of each facet, as written; under `not_stated` if no facet is stated."""
        given = dict(self.basis)
        if "" not in given:
            return given
        return dict.fromkeys(self.stated or ("not_stated",), given[""])

    @property
    def basis_in_words(self) -> dict[str, str]:
        fixed = {"flag": "the documented flag", "convention": "convention", self.label: self.label}
        return {name: fixed.get(text, f"“{text}”") for name, text in self.basis_by_facet.items()}

    def following(self, standard: Standard, code: StandardCode) -> "Meaning":
        """Return the meaning with the facets that its standard decides."""
        own = {"party"} | self.stated.keys() if self.cause else self.stated.keys()
        left = {facet: value for facet, value in code.stated.items() if facet not in own}
        label = f"{standard.title} {code.number}, {code.documented_name} ({standard.source})"
        label = f"{label}: “{code.basis}”" if code.basis else label
        basis = (*self.basis_by_facet.items(), *((facet, label) for facet in left))
        # A meaning that departs from its standard has to say why.
        reason = self.reason if self.stated else self.reason or code.reason
        return replace(self, **left, basis=basis, reason=reason, label=label)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListMeanings(Placed):
    name: str
    codes: tuple[Meaning, ...]


Judged: TypeAlias = Mapping[tuple[str, str], Meaning]
"""The meanings of a provider's codes, by list and code; empty if it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings(Placed):
    provider: str
    lists: tuple[ListMeanings, ...]

    def by_code(self) -> dict[tuple[str, str], Meaning]:
        return {(each.name, meaning.name): meaning for each in self.lists for meaning in each.codes}
