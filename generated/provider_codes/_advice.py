# Generated from the template _advice.py by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:de2b7d4f67799ec2bdc5cd65b872125554d8dae10a84bfee29eac9408c8b8b35 of all below this line.
"""What to do about a code, in words, and our notes on it."""

from __future__ import annotations

from ._meaning import Meaning, MessageState, Retry, meaning
from ._modules import notes_of
from ._runtime import IntCode, StrCode

__all__ = ["ADVICE", "advice", "judgement", "notes"]

# Keys are a state, or a retry, alone or with a cause or a party.
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


def advice(code: IntCode | StrCode) -> str:
    """Return what to do about a report with only this code; empty if we have not judged it."""
    found = meaning(code)
    if not found.basis:
        return ""
    state, retry = found.state or "", found.retry
    keys = (state, f"{retry} {found.cause}", f"{retry} {found.party}", retry)
    words = next(ADVICE[key] for key in keys if key in ADVICE)
    if found.retry_after:
        words = f"Retry later, after {found.retry_after} seconds."
    if state is MessageState.UNKNOWN and retry is not Retry.NEVER:
        return f"{words} A resend may arrive twice."
    return f"Not delivered. {words}" if found.final and retry is None else words


def _facets(found: Meaning) -> str:
    """Return what the meaning states; empty if it states nothing."""
    final = {True: ", final", False: ", not final", None: ""}[found.final]
    after = f" after {found.retry_after} s" if found.retry_after is not None else ""
    parts = [
        f"state {found.state.name}{final}" if found.state else "",
        f"retry {found.retry}{after}".replace("_", " ") if found.retry else "",
        f"cause {found.cause}".replace("_", " ") if found.cause else "",
        f"party {found.party}" if found.party else "",
    ]
    return "; ".join(filter(None, parts))


def judgement(code: IntCode | StrCode) -> str:
    """Return what our meaning of the code states, and why; empty if we have not judged it."""
    found = meaning(code)
    if not found.basis:
        return ""
    words = set(found.basis.values())
    shown = [f"{facet}: {each}" for facet, each in found.basis.items()]
    basis = words.pop() if len(words) == 1 else "; ".join(shown).replace("_", " ")
    return f"{_facets(found) or 'not stated'}. Basis: {basis}. {found.reason}".strip()


def notes(code: IntCode | StrCode) -> tuple[str, ...]:
    """Return our notes on the code, also that its page is broken or no longer has it."""
    provider = type(code).__module__.rpartition(".")[2]
    return notes_of(provider).get(type(code).__name__, {}).get(code.value, ())
