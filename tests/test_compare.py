"""Two editions of a spec, and what is said of their difference.

First one edit for each kind and effect, and exactly that change; then names that shift,
rotate and swap; then random editions. What is said of those is held to a second reading
of the rules by sets, and to the promise that the earlier edition with all changes applied
is the later one. Last, no field of a spec that reaches the emitted code may differ
without a word.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple, cast, get_args

import pytest
from provider_codes_generator.rules import codes as policies
from provider_codes_generator.emit import python as views
from provider_codes_generator.changes.kinds import (
    EFFECTS,
    ACTED_ON,
    KINDS,
    Bump,
    Change,
    Effect,
    Extent,
    Kind,
    bump,
    extent,
    ordered,
    usual_effect,
)
from provider_codes_generator.changes.compare import compare, compare_provider
from provider_codes_generator.model.findings import blocks
from provider_codes_generator.spec.load import load_folder, load_text
from provider_codes_generator.changes.match import match
from provider_codes_generator.model.registry import (
    Alias,
    Code,
    CodeList,
    Constant,
    Document,
    Erratum,
    Family,
    Group,
    Place,
    Provider,
    Registry,
    Withdrawn,
)
from provider_codes_generator.emit.render import Renderer
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent

# Time on a busy machine says nothing about the code.
some_hundred = settings(deadline=None, max_examples=300)


# One edit, one change

BASE = """
provider: acme
title: Acme
documents:
  api: {title: Answers, address: "https://acme.example/a", retrieved: 2026-01-01}
  more: {title: More answers, retrieved: 2026-01-01}
constants:
  LIMIT: {value: 5, description: How many go at once.}
  SOURCES: {value: [10.0.0.1, 10.0.0.2]}
families:
  state: [Delivery, Reason]
lists:
  Delivery:
    title: Delivery states
    document: api
    values: int
    documents: [name, group]
    groups:
      DONE: {value: 1, description: It is over.}
      OPEN: {value: 2}
      IDLE: {value: 3}
    codes:
      SENT: {value: 1, permanent: false, group: OPEN, description: It is on its way.}
      LOST: {value: 2, permanent: true, group: DONE, description: Nobody knows., former_names: [GONE]}
      HELD: {value: 3, group: OPEN, description: A filter holds it., aliases: {BLOCKED: {description: Held.}}}
      LATE:
        value: 4
        group: OPEN
        description: It takes its time.
        erratum: {page: 4 late, reading: As it stands., reason: No cells.}
        links: ["https://acme.example/late"]
    withdrawn:
      ECHO: {value: 8, since: 2026-01-01, group: OPEN, description: It came back.}
      NOISE: {value: 9, since: 2026-01-01, group: OPEN, in_enum: false}
  Reason:
    title: Reasons
    document: api
    values: int
    codes:
      BUSY: {value: 1, description: The line is busy.}
      DEAD: {value: 2, description: The line is dead.}
      FULL: {value: 7, description: There is no room.}
  Third:
    title: Thirds
    values: int
    codes:
      DULL: {value: 30, description: It is dull.}
    withdrawn:
      GREY: {value: 31, since: 2026-01-01, in_enum: false}
      PALE: {value: 32, since: 2026-01-01, description: It is pale.}
      MUTE: {value: 33, since: 2026-01-01}
  Word:
    title: Words
    values: str
    codes:
      OK: {value: ok, documented_name: Okay, description: All is well.}
"""

SENT = "      SENT: {value: 1, permanent: false, group: OPEN, description: It is on its way.}\n"
LOST = (
    "      LOST: {value: 2, permanent: true, group: DONE, description: Nobody knows.,"
    " former_names: [GONE]}\n"
)
HELD = (
    "      HELD: {value: 3, group: OPEN, description: A filter holds it.,"
    " aliases: {BLOCKED: {description: Held.}}}\n"
)
ECHO = "      ECHO: {value: 8, since: 2026-01-01, group: OPEN, description: It came back.}\n"
NOISE = "      NOISE: {value: 9, since: 2026-01-01, group: OPEN, in_enum: false}\n"
FULL = "      FULL: {value: 7, description: There is no room.}\n"
DULL = "      DULL: {value: 30, description: It is dull.}\n"
GREY = "      GREY: {value: 31, since: 2026-01-01, in_enum: false}\n"
PALE = "      PALE: {value: 32, since: 2026-01-01, description: It is pale.}\n"
MUTE = "      MUTE: {value: 33, since: 2026-01-01}\n"
WORD = BASE[BASE.index("  Word:") :]

SINCE = "since: 2026-02-02"
SENT_WITHDRAWN = SENT.replace("value: 1,", f"value: 1, {SINCE},")
SENT_RESERVED = SENT_WITHDRAWN.replace("}", ", in_enum: false}")

Edit = tuple[str, str]


class Said(NamedTuple):
    """What a change says; of a whole entry, its name."""

    kind: Kind
    list: str | None
    value: int | str | None
    name: str | None
    before: Any
    after: Any
    effect: Effect
    bump: Bump
    extent: Extent | None = None


def said(change: Change) -> Said:
    return Said(
        change.kind,
        change.list,
        change.value,
        change.name,
        _gist(change.before),
        _gist(change.after),
        change.effect,
        change.bump,
        change.extent,
    )


def _gist(content: object) -> object:
    match content:
        case Provider():
            return content.provider
        case Erratum():
            return content.page
        case Document():
            return content.title, content.address
        case CodeList() | Code() | Group() | Alias() | Constant():
            return content.name
        case _:
            return content


def load(text: str) -> Provider:
    provider, findings, _ = load_text(text, "acme.yaml")
    assert provider is not None
    found = [*findings, *policies.check_codes(Registry((provider,)))]
    assert not blocks(found), found
    return provider


def edited(*edits: Edit) -> Provider:
    text = BASE
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return load(text)


D: Final = "Delivery"
R: Final = "Reason"
W: Final = "Word"

ADDED: Final = "match-not-exhaustive"

CASES: dict[str, tuple[list[Edit], list[Said]]] = {
    # Wording
    "a code described otherwise": (
        [("It is on its way.", "It flies.")],
        [
            Said(
                "description-changed",
                D,
                1,
                "SENT",
                "It is on its way.",
                "It flies.",
                "text-differs",
                "patch",
                "words",
            )
        ],
    ),
    "only a full stop": (
        [("It is on its way.", "it is on its way")],
        [
            Said(
                "description-changed",
                D,
                1,
                "SENT",
                "It is on its way.",
                "it is on its way",
                "text-differs",
                "patch",
                "cosmetic",
            )
        ],
    ),
    "an alias described otherwise": (
        [("{description: Held.}", "{description: Kept.}")],
        [
            Said(
                "description-changed",
                D,
                3,
                "BLOCKED",
                "Held.",
                "Kept.",
                "text-differs",
                "patch",
                "words",
            )
        ],
    ),
    "a constant described otherwise": (
        [("How many go at once.", "How many.")],
        [
            Said(
                "description-changed",
                None,
                None,
                "LIMIT",
                "How many go at once.",
                "How many.",
                "text-differs",
                "patch",
                "words",
            )
        ],
    ),
    "a withdrawn member described otherwise": (
        [("It came back.", "It returned.")],
        [
            Said(
                "description-changed",
                D,
                8,
                "ECHO",
                "It came back.",
                "It returned.",
                "text-differs",
                "patch",
                "words",
            )
        ],
    ),
    "another documented name": (
        [("SENT: {value: 1,", "SENT: {value: 1, documented_name: Sent,")],
        [Said("name-changed", D, 1, "SENT", "SENT", "Sent", "name-differs", "patch")],
    ),
    "another documented name of an alias": (
        [("{description: Held.}", "{documented_name: Blocked, description: Held.}")],
        [Said("name-changed", D, 3, "BLOCKED", "BLOCKED", "Blocked", "name-differs", "patch")],
    ),
    "a name that the page no longer gives": (
        [("documented_name: Okay, ", "")],
        [Said("name-changed", W, "ok", "OK", "Okay", None, "name-differs", "patch")],
    ),
    "a list titled otherwise": (
        [("title: Reasons", "title: Causes")],
        [
            Said(
                "list-description-changed",
                R,
                None,
                None,
                "Reasons",
                "Causes",
                "text-differs",
                "patch",
            )
        ],
    ),
    "a provider titled otherwise": (
        [("title: Acme\n", "title: Acme Inc.\n")],
        [
            Said(
                "provider-description-changed",
                None,
                None,
                None,
                "Acme",
                "Acme Inc.",
                "text-differs",
                "patch",
            )
        ],
    ),
    "a group described otherwise": (
        [("It is over.", "It is all over.")],
        [
            Said(
                "group-description-changed",
                D,
                1,
                "DONE",
                "It is over.",
                "It is all over.",
                "text-differs",
                "patch",
                "words",
            )
        ],
    ),
    "another documented name of a group": (
        [("OPEN: {value: 2}", "OPEN: {value: 2, documented_name: Open}")],
        [Said("group-name-changed", D, 2, "OPEN", "OPEN", "Open", "name-differs", "patch")],
    ),
    "a page at another address": (
        [("https://acme.example/a", "https://acme.example/b")],
        [
            Said(
                "document-changed",
                None,
                None,
                None,
                ("Answers", "https://acme.example/a"),
                ("Answers", "https://acme.example/b"),
                "text-differs",
                "patch",
            )
        ],
    ),
    "a list on another page": (
        [("title: Reasons\n    document: api", "title: Reasons\n    document: more")],
        [
            Said(
                "document-changed",
                R,
                None,
                None,
                ("Answers", "https://acme.example/a"),
                ("More answers", None),
                "text-differs",
                "patch",
            )
        ],
    ),
    "a link that leads elsewhere": (
        [("https://acme.example/late", "https://acme.example/slow")],
        [
            Said(
                "links-changed",
                D,
                4,
                "LATE",
                ("https://acme.example/late",),
                ("https://acme.example/slow",),
                "nothing-differs",
                "patch",
            )
        ],
    ),
    "a mended page": (
        [("        erratum: {page: 4 late, reading: As it stands., reason: No cells.}\n", "")],
        [Said("erratum-resolved", D, 4, "LATE", "4 late", None, "nothing-differs", "patch")],
    ),
    # More
    "a new code": (
        [(SENT, SENT + "      NEW: {value: 5, group: OPEN}\n")],
        [Said("code-added", D, 5, "NEW", None, "NEW", ADDED, "minor")],
    ),
    "a new withdrawn member": (
        [(ECHO, ECHO + f"      OLD: {{value: 5, {SINCE}, group: OPEN}}\n")],
        [Said("code-added", D, 5, "OLD", None, "OLD", ADDED, "minor")],
    ),
    "a withdrawn code documented again": (
        [(ECHO, ""), (SENT, SENT + ECHO.replace(" since: 2026-01-01,", ""))],
        [Said("code-added", D, 8, "ECHO", None, "ECHO", "documented-again", "minor")],
    ),
    "a new code under a name that meant another value": (
        [
            (SENT, SENT + "      NOISE: {value: 5, documented_name: new, group: OPEN}\n"),
            (NOISE, ""),
        ],
        [Said("code-added", D, 5, "NOISE", None, "NOISE", "meaning-changes", "major")],
    ),
    "a new code with an alias that meant another value": (
        [
            (SENT, SENT + "      NEW: {value: 5, group: OPEN, aliases: {NOISE: {}}}\n"),
            (NOISE, ""),
        ],
        [Said("code-added", D, 5, "NEW", None, "NEW", "meaning-changes", "major")],
    ),
    "a new group": (
        [("OPEN: {value: 2}", "OPEN: {value: 2}\n      HALF: {value: 4}")],
        [Said("group-added", D, 4, "HALF", None, "HALF", ADDED, "minor")],
    ),
    "a new group under the name of another": (
        [("IDLE: {value: 3}", "IDLE: {value: 4, documented_name: idler}")],
        [
            Said("group-added", D, 4, "IDLE", None, "IDLE", "meaning-changes", "major"),
            Said("group-removed", D, 3, "IDLE", "IDLE", None, "import-breaks", "major"),
        ],
    ),
    "a new alias": (
        [("{BLOCKED: {description: Held.}}", "{BLOCKED: {description: Held.}, KEPT: {}}")],
        [Said("alias-added", D, 3, "KEPT", None, "KEPT", "more-to-import", "minor")],
    ),
    "an alias under a name that meant another value": (
        [
            ("{BLOCKED: {description: Held.}}", "{BLOCKED: {description: Held.}, NOISE: {}}"),
            (NOISE, ""),
        ],
        [Said("alias-added", D, 3, "NOISE", None, "NOISE", "meaning-changes", "major")],
    ),
    "a second name of ours": (
        [("former_names: [GONE]", "former_names: [GONE, MISSING]")],
        [Said("alias-added", D, 2, "MISSING", None, "MISSING", "more-to-import", "minor")],
    ),
    "a new constant": (
        [("  SOURCES:", "  PORT: {value: 443}\n  SOURCES:")],
        [Said("constant-added", None, None, "PORT", None, "PORT", "more-to-import", "minor")],
    ),
    "a new family": (
        [("families:\n", "families:\n  text: [Word]\n")],
        [Said("family-added", None, None, "text", None, ("Word",), "more-to-import", "minor")],
    ),
    "a new list": (
        [(WORD, WORD + WORD.replace("Word", "Saying"))],
        [Said("list-added", "Saying", None, None, None, "Saying", "more-to-import", "minor")],
    ),
    # Facts that other programs act on
    "a flipped flag": (
        [("permanent: false", "permanent: true")],
        [Said("permanent-changed", D, 1, "SENT", False, True, "retry-differs", "minor")],
    ),
    "a flag that the page no longer has": (
        [("permanent: true, ", "")],
        [Said("permanent-changed", D, 2, "LOST", True, None, "retry-differs", "minor")],
    ),
    "another group": (
        [("group: DONE", "group: OPEN")],
        [Said("group-changed", D, 2, "LOST", "DONE", "OPEN", "grouping-differs", "minor")],
    ),
    "another list, with a withdrawn member in the old one": (
        [
            (FULL, "    withdrawn:\n" + FULL.replace("value: 7,", f"value: 7, {SINCE},")),
            (DULL, DULL + FULL),
        ],
        [Said("list-changed", "Third", 7, "FULL", R, "Third", "list-differs", "minor")],
    ),
    "another list, with nothing in the old one": (
        [(FULL, ""), (DULL, DULL + FULL)],
        [Said("list-changed", "Third", 7, "FULL", R, "Third", "import-breaks", "major")],
    ),
    "another list, where the name meant another value": (
        [(FULL, ""), (DULL, DULL + FULL.replace("FULL", "GREY")), (GREY, "")],
        [Said("list-changed", "Third", 7, "FULL", R, "Third", "meaning-changes", "major")],
    ),
    "another list, where a second name meant another value": (
        [
            (FULL, ""),
            (DULL, DULL + FULL.replace("value: 7,", "value: 7, former_names: [GREY],")),
            (GREY, ""),
        ],
        [Said("list-changed", "Third", 7, "FULL", R, "Third", "meaning-changes", "major")],
    ),
    "another list, and another flag": (
        [(FULL, ""), (DULL, DULL + FULL.replace("value: 7,", "value: 7, permanent: true,"))],
        [
            Said("list-changed", "Third", 7, "FULL", R, "Third", "import-breaks", "major"),
            Said("permanent-changed", "Third", 7, "FULL", None, True, "retry-differs", "minor"),
        ],
    ),
    "another value of a constant": (
        [("LIMIT: {value: 5,", "LIMIT: {value: 6,")],
        [Said("constant-changed", None, None, "LIMIT", 5, 6, "constant-differs", "minor")],
    ),
    "another address among the constants": (
        [("[10.0.0.1, 10.0.0.2]", "[10.0.0.1]")],
        [
            Said(
                "constant-changed",
                None,
                None,
                "SOURCES",
                ("10.0.0.1", "10.0.0.2"),
                ("10.0.0.1",),
                "constant-differs",
                "minor",
            )
        ],
    ),
    "a constant of another type": (
        [("LIMIT: {value: 5,", 'LIMIT: {value: "5",')],
        [Said("constant-changed", None, None, "LIMIT", 5, "5", "type-breaks", "major")],
    ),
    "a list that joins a family": (
        [("[Delivery, Reason]", "[Delivery, Reason, Word]")],
        [
            Said(
                "family-changed",
                None,
                None,
                "state",
                (D, R),
                (D, R, W),
                "lookup-differs",
                "minor",
            )
        ],
    ),
    "another order of a family": (
        [("[Delivery, Reason]", "[Reason, Delivery]")],
        [Said("family-changed", None, None, "state", (D, R), (R, D), "lookup-differs", "minor")],
    ),
    # No longer documented
    "a code that leaves a withdrawn member": (
        [(SENT, ""), (ECHO, ECHO + SENT_WITHDRAWN)],
        [Said("code-removed", D, 1, "SENT", "SENT", None, "stays-withdrawn", "minor")],
    ),
    "a member renamed, with a former name": (
        [("SENT: {value: 1,", "GOES: {value: 1, documented_name: SENT, former_names: [SENT],")],
        [Said("member-renamed", D, 1, "SENT", "SENT", "GOES", "name-deprecated", "minor")],
    ),
    "an alias that becomes a former name": (
        [("aliases: {BLOCKED: {description: Held.}}", "former_names: [BLOCKED]")],
        [Said("alias-removed", D, 3, "BLOCKED", "BLOCKED", None, "name-deprecated", "minor")],
    ),
    # What breaks
    "a code that leaves nothing": (
        [(SENT, "")],
        [Said("code-removed", D, 1, "SENT", "SENT", None, "import-breaks", "major")],
    ),
    "a code that leaves its name reserved": (
        [(SENT, ""), (ECHO, ECHO + SENT_RESERVED)],
        [Said("code-removed", D, 1, "SENT", "SENT", None, "import-breaks", "major")],
    ),
    "a name that moved": (
        [("SENT: {value: 1,", "SENT: {value: 5,")],
        [Said("name-moved", D, 1, "SENT", 1, 5, "meaning-changes", "major")],
    ),
    "a name that moved, as it has to be written down": (
        [
            (SENT, SENT.replace("SENT: {value: 1,", "SENT_NOW: {value: 5, documented_name: SENT,")),
            (ECHO, ECHO + SENT_RESERVED),
        ],
        [Said("name-moved", D, 1, "SENT", 1, 5, "meaning-changes", "major")],
    ),
    "a name that moved, and leaves a withdrawn member": (
        [
            (SENT, SENT.replace("SENT: {value: 1,", "SENT_NOW: {value: 5, documented_name: SENT,")),
            (ECHO, ECHO + SENT_WITHDRAWN),
        ],
        [Said("name-moved", D, 1, "SENT", 1, 5, "meaning-changes", "major")],
    ),
    "a withdrawn value that means something else": (
        [
            (SENT, SENT + "      NEW: {value: 8, group: OPEN}\n"),
            (ECHO, ECHO.replace("}", ", in_enum: false}")),
        ],
        [Said("value-reused", D, 8, "ECHO", "ECHO", "NEW", "meaning-changes", "major")],
    ),
    "a value that means something else at once": (
        [
            (SENT, "      NEW: {value: 1, permanent: false, group: OPEN}\n"),
            (ECHO, ECHO + SENT_RESERVED),
        ],
        [Said("value-reused", D, 1, "SENT", "SENT", "NEW", "meaning-changes", "major")],
    ),
    "a group of another id": (
        [("IDLE: {value: 3}", "IDLE: {value: 4}")],
        [Said("group-moved", D, 3, "IDLE", 3, 4, "meaning-changes", "major")],
    ),
    "a member renamed, without a former name": (
        [("SENT: {value: 1,", "GOES: {value: 1, documented_name: SENT,")],
        [Said("member-renamed", D, 1, "SENT", "SENT", "GOES", "import-breaks", "major")],
    ),
    "a member renamed to a name that meant another value": (
        [("SENT: {value: 1,", "NOISE: {value: 1, documented_name: SENT,"), (NOISE, "")],
        [Said("member-renamed", D, 1, "SENT", "SENT", "NOISE", "meaning-changes", "major")],
    ),
    "an alias renamed": (
        [("BLOCKED: {", "STOPPED: {documented_name: BLOCKED, ")],
        [Said("member-renamed", D, 3, "BLOCKED", "BLOCKED", "STOPPED", "import-breaks", "major")],
    ),
    "a group renamed": (
        [("IDLE: {value: 3}", "REST: {value: 3, documented_name: IDLE}")],
        [Said("group-renamed", D, 3, "IDLE", "IDLE", "REST", "import-breaks", "major")],
    ),
    "a group renamed to the name of another": (
        [
            ("IDLE: {value: 3}", "BUSY: {value: 3, documented_name: IDLE}"),
            (
                "OPEN: {value: 2}",
                "OPEN: {value: 2}\n      IDLE: {value: 4, documented_name: IDLER}",
            ),
        ],
        [
            Said("group-renamed", D, 3, "IDLE", "IDLE", "BUSY", "meaning-changes", "major"),
            Said("group-added", D, 4, "IDLE", None, "IDLE", "meaning-changes", "major"),
        ],
    ),
    "a group renamed to the name of one that is gone": (
        [
            ("      IDLE: {value: 3}\n", ""),
            ("OPEN: {value: 2}", "IDLE: {value: 2, documented_name: OPEN}"),
            *((code, code.replace("OPEN", "IDLE")) for code in (SENT, HELD, ECHO, NOISE)),
            ("        value: 4\n        group: OPEN\n", "        value: 4\n        group: IDLE\n"),
        ],
        [
            Said("group-renamed", D, 2, "OPEN", "OPEN", "IDLE", "meaning-changes", "major"),
            Said("group-removed", D, 3, "IDLE", "IDLE", None, "import-breaks", "major"),
        ],
    ),
    "a list renamed": (
        [("  Word:", "  Saying:")],
        [Said("list-renamed", "Saying", None, None, "Word", "Saying", "import-breaks", "major")],
    ),
    "a list renamed in a family": (
        [("  Reason:", "  Cause:"), ("[Delivery, Reason]", "[Delivery, Cause]")],
        [Said("list-renamed", "Cause", None, None, "Reason", "Cause", "import-breaks", "major")],
    ),
    "a list renamed and titled otherwise": (
        [
            ("  Reason:\n    title: Reasons", "  Cause:\n    title: Causes"),
            ("[Delivery, Reason]", "[Delivery, Cause]"),
        ],
        [
            Said("list-renamed", "Cause", None, None, "Reason", "Cause", "import-breaks", "major"),
            Said(
                "list-description-changed",
                "Cause",
                None,
                None,
                "Reasons",
                "Causes",
                "text-differs",
                "patch",
            ),
        ],
    ),
    "a list gone": (
        [(WORD, "")],
        [Said("list-removed", W, None, None, W, None, "import-breaks", "major")],
    ),
    "a withdrawn member that leaves the enum": (
        [(ECHO, ECHO.replace("}", ", in_enum: false}"))],
        [Said("withdrawn-dropped", D, 8, "ECHO", "ECHO", None, "import-breaks", "major")],
    ),
    "a withdrawn member forgotten": (
        [(ECHO, "")],
        [Said("withdrawn-dropped", D, 8, "ECHO", "ECHO", None, "import-breaks", "major")],
    ),
    "a reserved name forgotten": (
        [(NOISE, "")],
        [Said("withdrawn-dropped", D, 9, "NOISE", "NOISE", None, "name-unreserved", "patch")],
    ),
    "a fact that not every code has any more": (
        [("documents: [name, group]", "documents: [name]")],
        [
            Said(
                "type-changed",
                D,
                None,
                "group",
                "DeliveryGroup",
                "DeliveryGroup | None",
                "type-breaks",
                "major",
            )
        ],
    ),
    "values of another type": (
        [
            ("value: ok, documented_name: Okay", "value: 1, documented_name: Okay"),
            ("values: str", "values: int"),
        ],
        [
            Said("name-moved", W, "ok", "OK", "ok", 1, "meaning-changes", "major"),
            Said("type-changed", W, None, "value", "str", "int", "type-breaks", "major"),
        ],
    ),
    "numbers that become text": (
        [
            ("FULL: {value: 7", 'FULL: {value: "7"'),
            ("BUSY: {value: 1", 'BUSY: {value: "1"'),
            ("DEAD: {value: 2", 'DEAD: {value: "2"'),
            (
                "title: Reasons\n    document: api\n    values: int",
                "title: Reasons\n    document: api\n    values: str",
            ),
        ],
        [Said("type-changed", R, None, "value", "int", "str", "type-breaks", "major")],
    ),
    "ids of groups that become text": (
        [
            ("DONE: {value: 1", 'DONE: {value: "1"'),
            ("OPEN: {value: 2", 'OPEN: {value: "2"'),
            ("IDLE: {value: 3", 'IDLE: {value: "3"'),
            ("documents: [name, group]", "documents: [name, group]\n    group_values: str"),
        ],
        [Said("type-changed", D, None, "group.value", "int", "str", "type-breaks", "major")],
    ),
    "an alias gone": (
        [(", aliases: {BLOCKED: {description: Held.}}", "")],
        [Said("alias-removed", D, 3, "BLOCKED", "BLOCKED", None, "import-breaks", "major")],
    ),
    "a former name gone": (
        [(", former_names: [GONE]", "")],
        [Said("alias-removed", D, 2, "GONE", "GONE", None, "import-breaks", "major")],
    ),
    "a former name that becomes another's": (
        [
            (", former_names: [GONE]", ""),
            ("{BLOCKED: {description: Held.}}", "{BLOCKED: {description: Held.}, GONE: {}}"),
        ],
        [
            Said("alias-removed", D, 2, "GONE", "GONE", None, "meaning-changes", "major"),
            Said("alias-added", D, 3, "GONE", None, "GONE", "meaning-changes", "major"),
        ],
    ),
    "a group gone": (
        [("      IDLE: {value: 3}\n", "")],
        [Said("group-removed", D, 3, "IDLE", "IDLE", None, "import-breaks", "major")],
    ),
    "a constant gone": (
        [("  SOURCES: {value: [10.0.0.1, 10.0.0.2]}\n", "")],
        [
            Said(
                "constant-removed", None, None, "SOURCES", "SOURCES", None, "import-breaks", "major"
            )
        ],
    ),
    "a list that leaves a family": (
        [("[Delivery, Reason]", "[Delivery]")],
        [Said("family-changed", None, None, "state", (D, R), (D,), "lookup-breaks", "major")],
    ),
    "a family gone": (
        [("families:\n  state: [Delivery, Reason]\n", "")],
        [Said("family-removed", None, None, "state", (D, R), None, "import-breaks", "major")],
    ),
    # What says nothing to anybody who imports
    "a note, a proposal, a day, a binding": (
        [
            ("title: Words", "title: Words\n    note: Ours."),
            ("SENT: {value: 1,", "SENT: {value: 1, name_proposed: true,"),
            (
                'api: {title: Answers, address: "https://acme.example/a", retrieved: 2026-01-01}',
                'api: {title: Answers, address: "https://acme.example/a", retrieved: 2026-03-03, reader: html}',
            ),
            (
                "title: Reasons",
                "title: Reasons\n    tables: {heading: Reasons, columns: {value: Id}}",
            ),
        ],
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_edit_gives_these_changes_and_no_other(case: str) -> None:
    edits, expected = CASES[case]
    changes = compare_provider(load(BASE), edited(*edits))
    assert [said(change) for change in changes] == expected
    assert all(change.provider == "acme" for change in changes)


def test_every_kind_and_effect_has_its_edit() -> None:
    seen = {(row.kind, row.effect) for _, rows in CASES.values() for row in rows}
    # What is judged stands in files of its own: tests/test_diff.py has it.
    seen |= {("meaning-changed", "judgement-differs")}
    seen |= {("provider-added", "more-to-import"), ("provider-removed", "import-breaks")}
    assert seen == {(kind, effect) for kind, effects in KINDS.items() for effect in effects}


def test_providers_come_and_go() -> None:
    acme, other = load(BASE), replace(load(BASE), provider="other")
    [change] = compare(Registry((acme,)), Registry((other, acme)))
    assert said(change)[:1] + said(change)[4:8] == (
        "provider-added",
        None,
        "other",
        "more-to-import",
        "minor",
    )
    [change] = compare(Registry((acme, other)), Registry((acme,)))
    assert said(change)[:1] + said(change)[4:8] == (
        "provider-removed",
        "other",
        None,
        "import-breaks",
        "major",
    )


def test_an_entry_can_be_read_without_its_list() -> None:
    edit = SENT, SENT + "      NEW: {value: 5, group: OPEN, aliases: {NEWER: {}}}\n"
    [change] = compare_provider(load(BASE), edited(edit))
    assert isinstance(change.after, Code)
    assert change.after.documented_name == "NEW"
    assert change.after.aliases[0].documented_name == "NEWER"


def test_committed_specs_do_not_differ_from_themselves() -> None:
    registry, _, _ = load_folder(ROOT / "specs", "specs")
    again, _, _ = load_folder(ROOT / "specs", "specs")
    assert compare(registry, again) == []


# Whether two are one

AGAIN: Final = "code-added documented-again"
MOVED: Final = "name-moved meaning-changes"
RETURNED: Final = "member-renamed meaning-changes"
REUSED: Final = "value-reused meaning-changes"
RENAMED: Final = "member-renamed import-breaks"

FATES: dict[str, tuple[list[Edit], list[str]]] = {
    "again, by its documented name": (
        [
            (ECHO, ""),
            (SENT, SENT + "      ECHOES: {value: 8, documented_name: ECHO, group: OPEN}\n"),
        ],
        [AGAIN, RENAMED, "description-changed text-differs"],
    ),
    "again, by its Python name": (
        [(ECHO, ""), (SENT, SENT + "      ECHO: {value: 8, documented_name: Back, group: OPEN}\n")],
        [AGAIN, "name-changed name-differs", "description-changed text-differs"],
    ),
    "again, by its words": (
        [(PALE, ""), (DULL, DULL + "      WAN: {value: 32, description: It is pale.}\n")],
        [AGAIN, RENAMED],
    ),
    "other words": (
        [(PALE, ""), (DULL, DULL + "      WAN: {value: 32, description: It is wan.}\n")],
        [REUSED],
    ),
    "no words, which say nothing": (
        [(MUTE, ""), (DULL, DULL + "      DUMB: {value: 33}\n")],
        [REUSED],
    ),
    "a name where there was none": (
        [
            (PALE, ""),
            (
                DULL,
                DULL + "      WAN: {value: 32, documented_name: wan, description: It is pale.}\n",
            ),
        ],
        [AGAIN, RENAMED, "name-changed name-differs"],
    ),
    "another name": (
        [
            (ECHO, ""),
            (SENT, SENT + ECHO.replace("ECHO", "BACK").replace(" since: 2026-01-01,", "")),
        ],
        [REUSED],
    ),
    "its own name, but the old member is withdrawn for good": (
        [
            (ECHO, ECHO.replace("}", ", in_enum: false}")),
            (SENT, SENT + "      ECHOES: {value: 8, documented_name: ECHO, group: OPEN}\n"),
        ],
        [REUSED],
    ),
    "a name that moved to a withdrawn value": (
        [(ECHO, ECHO.replace("}", ", in_enum: false}")), ("SENT: {value: 1,", "SENT: {value: 8,")],
        [MOVED, REUSED],
    ),
    "a name that moved to a withdrawn value, under its Python name": (
        [(ECHO, ""), ("SENT: {value: 1,", "ECHO: {value: 8, documented_name: SENT,")],
        [MOVED, REUSED],
    ),
    "a name that moved, under a Python name that had left the enum": (
        [(NOISE, ""), ("SENT: {value: 1,", "NOISE: {value: 5, documented_name: SENT,")],
        [MOVED, RETURNED],
    ),
    "a name that moved, under a Python name that was withdrawn": (
        [(ECHO, ""), ("SENT: {value: 1,", "ECHO: {value: 5, documented_name: SENT,")],
        [MOVED, RETURNED, "withdrawn-dropped import-breaks"],
    ),
    "a name that moved, with a second name of ours that had left the enum": (
        [(NOISE, ""), ("SENT: {value: 1,", "SENT: {value: 5, former_names: [NOISE],")],
        [MOVED, RETURNED],
    ),
    "a name that moved, with an alias whose Python name had left the enum": (
        [
            (NOISE, ""),
            ("HELD: {value: 3,", "HELD: {value: 5,"),
            ("aliases: {BLOCKED: {", "aliases: {NOISE: {documented_name: BLOCKED, "),
        ],
        [MOVED, RETURNED],
    ),
    "the same words of a code that another list has": (
        [(PALE, ""), (FULL, FULL + "      PALE: {value: 32, description: It is pale.}\n")],
        ["withdrawn-dropped import-breaks", "code-added match-not-exhaustive"],
    ),
    "withdrawn under another Python name": (
        [
            (SENT, ""),
            (ECHO, ECHO + SENT_WITHDRAWN.replace("SENT: {", "GONE_BY: {documented_name: SENT, ")),
        ],
        [RENAMED, "code-removed stays-withdrawn"],
    ),
    "withdrawn, and listed under another Python name and the same documented one": (
        [
            (SENT, SENT.replace("SENT: {", "GOES: {documented_name: SENT, ")),
            (ECHO, ECHO + SENT_RESERVED),
        ],
        [RENAMED],
    ),
    "withdrawn, and its value listed under another Python name and no other": (
        [
            (
                FULL,
                FULL.replace("FULL", "CROWDED")
                + "    withdrawn:\n"
                + FULL.replace("}", f", {SINCE}, in_enum: false}}"),
            ),
        ],
        [REUSED],
    ),
}


@pytest.mark.parametrize("fate", FATES)
def test_whether_two_are_one(fate: str) -> None:
    edits, expected = FATES[fate]
    changes = compare_provider(load(BASE), edited(*edits))
    assert sorted(f"{change.kind} {change.effect}" for change in changes) == sorted(expected)


# The withdrawn member of value 8 had the name that SENT has now.
BACK: dict[str, tuple[str, list[str]]] = {
    "the withdrawn member": (
        "ECHO: {value: 8, documented_name: SENT,",
        [MOVED, AGAIN, "permanent-changed retry-differs", "description-changed text-differs"],
    ),
    "a member of another Python name": (
        "SENT_AGAIN: {value: 8, documented_name: SENT,",
        [MOVED, REUSED],
    ),
}


@pytest.mark.parametrize("fate", BACK)
def test_a_name_moves_back_to(fate: str) -> None:
    sent, expected = BACK[fate]
    before = edited((ECHO, ECHO.replace("value: 8,", "value: 8, documented_name: SENT,")))
    after = edited((ECHO, ""), ("SENT: {value: 1,", sent))
    found = [f"{change.kind} {change.effect}" for change in compare_provider(before, after)]
    assert sorted(found) == sorted(expected)


def test_a_name_moves_to_a_withdrawn_member_without_one() -> None:
    """The member has the Python name it had, and means what another meant."""
    named = DULL.replace("value: 30,", "value: 30, documented_name: Dull,")
    moved = named.replace("DULL: {value: 30", "PALE: {value: 32")
    before, after = edited((DULL, named)), edited((DULL, moved), (PALE, ""))
    kinds = sorted((change.kind, change.name) for change in compare_provider(before, after))
    assert kinds == [("name-moved", "DULL"), ("value-reused", "PALE")]


# The tables


def test_the_tables_are_whole_and_closed() -> None:
    assert {effect for effects in KINDS.values() for effect in effects} == set(EFFECTS)
    assert set(KINDS) > ACTED_ON


def test_effects_stand_from_the_worst_to_the_least() -> None:
    bumps = [get_args(Bump).index(consequence.bump) for consequence in EFFECTS.values()]
    assert bumps == sorted(bumps, reverse=True)
    assert set(bumps) == {1, 2, 3}


# The table of the design, kind by kind: the bump of what usually happens.
DESIGN: dict[Bump, tuple[Kind, ...]] = {
    "patch": (
        "description-changed",
        "name-changed",
        "erratum-resolved",
        "list-description-changed",
        "group-description-changed",
    ),
    "minor": (
        "code-added",
        "list-added",
        "group-added",
        "alias-added",
        "constant-added",
        "provider-added",
        "permanent-changed",
        "group-changed",
        "list-changed",
        "constant-changed",
        "code-removed",
    ),
    "major": (
        "name-moved",
        "value-reused",
        "member-renamed",
        "list-renamed",
        "list-removed",
        "provider-removed",
        "withdrawn-dropped",
        "type-changed",
    ),
}


@pytest.mark.parametrize("asked", DESIGN)
def test_the_usual_effect_asks_for_the_bump_of_the_design(asked: Bump) -> None:
    for kind in DESIGN[asked]:
        assert EFFECTS[usual_effect(kind)].bump == asked, kind


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It is sent.", "It is sent"),
        ("It is  sent", "it is sent."),
        ("the “sender”", 'the "sender"'),
        ("re-sent – later", "resent - later"),
        ("Wait...", "Wait…"),
        ("don't", "don’t"),
        ("", "."),
    ],
)
def test_cosmetic(before: str, after: str) -> None:
    assert extent(before, after) == extent(after, before) == "cosmetic"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It is sent", "It was sent"),
        ("", "It is sent"),
        ("version 1.5", "version 15"),
        ("code -1", "code 1"),
        ("codes 1 2", "codes 12"),
        ("2-3 days", "23 days"),
        ("is it?", "is it"),
    ],
)
def test_words(before: str, after: str) -> None:
    assert extent(before, after) == extent(after, before) == "words"


# Runs of names


def _table(text: str) -> tuple[Code, ...]:
    """Codes from `1:A 2:B`; their Python names are of no matter here."""
    rows = [row.split(":") for row in text.split()]
    return tuple(
        Code(name=f"{name}_{value}", value=int(value), documented_name=name or None)
        for value, name in rows
    )


def _told(before: str, after: str) -> list[str]:
    lists = [CodeList(name="L", title="L", values="int", codes=_table(x)) for x in (before, after)]
    old, new = (Provider(provider="p", title="P", lists=(each,)) for each in lists)
    told: list[str] = []
    for change in compare_provider(old, new):
        match change:
            case Change(kind="name-moved", name=str(name), before=int(), after=int()):
                told.append(f"{name.split('_')[0]}:{change.before}>{change.after}")
            case Change(kind="code-added", after=Code() as code):
                told.append(f"+{code.value}:{code.documented_name}")
            case Change(kind="code-removed", before=Code() as code):
                told.append(f"-{code.value}:{code.documented_name}")
            case Change(kind="name-changed"):
                told.append(f"{change.value}:{change.before}>{change.after}")
            case Change(kind="member-renamed"):
                continue
            case _:
                raise AssertionError(change)
    return sorted(told)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        # Down, up, with a hole, with another name at the end of the run
        ("1:A 2:B 3:C", "1:Z 2:A 3:B 4:C", "A:1>2 B:2>3 C:3>4 +1:Z"),
        ("1:A 2:B 3:C", "1:B 2:C", "B:2>1 C:3>2 -1:A"),
        ("1:A 2:B 3:C 4:D", "1:A 3:B 4:C 5:D", "B:2>3 C:3>4 D:4>5"),
        ("1:A 2:B 3:C", "1:Z 2:A 3:B", "A:1>2 B:2>3 +1:Z -3:C"),
        ("1:A 2:B 3:C", "1:B 2:C 3:Z", "B:2>1 C:3>2 +3:Z -1:A"),
        # Rotations and swaps
        ("1:A 2:B 3:C", "1:C 2:A 3:B", "A:1>2 B:2>3 C:3>1"),
        ("1:A 2:B 3:C", "1:B 2:C 3:A", "A:1>3 B:2>1 C:3>2"),
        ("1:A 2:B", "1:B 2:A", "A:1>2 B:2>1"),
        # A name moved, and its old value has another name
        ("1:X 2:Y", "1:Z 2:X", "X:1>2 +1:Z -2:Y"),
        ("1:X", "1:Z 2:X", "X:1>2 +1:Z"),
        # Renames are renames
        ("1:A 2:B", "1:Z 2:Y", "1:A>Z 2:B>Y"),
        ("1:A 2:B", "1:A 2:Y", "2:B>Y"),
        # A name that one side has twice says nothing of where it went
        ("1:A 2:A 3:B", "2:A 3:A 4:B", "B:3>4 -1:A +3:A"),
        ("1:A 2:B", "1:B 2:B", "1:A>B"),
        ("1:A 2:B", "2:A 3:A", "-1:A +3:A 2:B>A"),
        ("1:A", "2:A 3:A", "-1:A +2:A +3:A"),
        ("1:A 2:A", "3:A", "-1:A -2:A +3:A"),
        # Without names, the value is all there is
        ("1: 2: 3:", "2: 3: 4:", "-1:None +4:None"),
        ("1: 2:B", "1:B 2:", "B:2>1 -1:None +2:None"),
        ("1:A", "1:", "1:A>None"),
    ],
)
def test_runs(before: str, after: str, told: str) -> None:
    assert _told(before, after) == sorted(told.split())


def test_a_shift_of_a_long_run_is_nothing_but_moves() -> None:
    before = " ".join(f"{value}:N{value}" for value in range(200))
    after = " ".join(f"{value + 1}:N{value}" for value in range(200))
    assert _told(before, after) == sorted(f"N{v}:{v}>{v + 1}" for v in range(200))


def test_a_move_takes_its_facts_along() -> None:
    """The flag of a name is that of the name, wherever it stands."""
    before = edited()
    after = edited(
        ("SENT: {value: 1, permanent: false", "SENT: {value: 2, permanent: true"),
        ("LOST: {value: 2, permanent: true", "LOST: {value: 1, permanent: true"),
    )
    assert [said(change)[:6] for change in compare_provider(before, after)] == [
        ("name-moved", D, 1, "SENT", 1, 2),
        ("name-moved", D, 2, "LOST", 2, 1),
        ("permanent-changed", D, 1, "SENT", False, True),
    ]


def test_matching_leaves_nobody_out() -> None:
    before, after = _table("1:A 2:B 3:C 4:C 5:"), _table("2:A 3:C 4:D 6:")
    found = match(before, after, _documented_name, _documented_name)
    assert Counter([*(old for old, _ in (*found.kept, *found.moved)), *found.removed]) == Counter(
        before
    )
    assert Counter([*(new for _, new in (*found.kept, *found.moved)), *found.added]) == Counter(
        after
    )


def _documented_name(code: Code) -> str | None:
    return code.documented_name


# Between lists


def _lists(**tables: str) -> Provider:
    return Provider(
        provider="p",
        title="P",
        lists=tuple(
            CodeList(name=name, title=name, values="int", codes=_table(text))
            for name, text in tables.items()
        ),
    )


def _kinds(before: Provider, after: Provider) -> list[str]:
    return [
        f"{change.list} {change.kind} {change.value}" for change in compare_provider(before, after)
    ]


def test_a_list_that_is_split_gives_its_codes_to_the_other() -> None:
    before = _lists(L="1:A 2:B 3:C 4:D 5:E")
    after = _lists(L="1:A 2:B 3:C", M="4:D 5:E")
    assert sorted(_kinds(before, after)) == [
        "M list-added None",
        "M list-changed 4",
        "M list-changed 5",
    ]


def test_a_list_that_is_merged_gives_its_codes_to_the_other() -> None:
    before = _lists(L="1:A 2:B 3:C", M="4:D 5:E")
    after = _lists(L="1:A 2:B 3:C 4:D 5:E")
    assert sorted(_kinds(before, after)) == [
        "L list-changed 4",
        "L list-changed 5",
        "M list-removed None",
    ]


def test_two_that_fit_are_none() -> None:
    before = _lists(L="1:A 2:B", M="1:A 3:C", N="4:D")
    after = _lists(L="2:B", M="3:C", N="4:D 1:A")
    assert sorted(_kinds(before, after)) == [
        "L code-removed 1",
        "M code-removed 1",
        "N code-added 1",
    ]


def test_a_nameless_code_changes_its_list_with_its_words() -> None:
    def with_words(words: str, provider: Provider) -> Provider:
        lists = [
            replace(each, codes=tuple(replace(code, description=words) for code in each.codes))
            for each in provider.lists
        ]
        return replace(provider, lists=tuple(lists))

    before, after = _lists(L="1: 2:", M="3:"), _lists(L="1:", M="3: 2:")
    gone_and_come = ["L code-removed 2", "M code-added 2"]
    assert _kinds(with_words("W.", before), with_words("W.", after)) == ["M list-changed 2"]
    assert sorted(_kinds(before, after)) == gone_and_come


def test_a_number_is_never_text_between_lists() -> None:
    before, after = _lists(L="1:A 2:B", M="3:C"), _lists(L="1:A", M="3:C")
    [first, second] = after.lists
    code = Code(name="B_2", value="2", documented_name="B")
    second = replace(second, values="str", codes=(*second.codes, code))
    kinds = _kinds(before, replace(after, lists=(first, second)))
    assert "L code-removed 2" in kinds and "M code-added 2" in kinds


def test_a_list_without_name_or_title_in_common_is_known_by_its_codes() -> None:
    before, after = _lists(L="1:A 2:B 3:C", M="7:X"), _lists(N="1:A 2:B 4:D", M="7:X")
    assert sorted(_kinds(before, after)) == [
        "N code-added 4",
        "N code-removed 3",
        "N list-description-changed None",
        "N list-renamed None",
    ]


def test_half_of_the_codes_is_not_enough_to_know_a_list() -> None:
    before, after = _lists(L="1:A 2:B", M="7:X"), _lists(N="1:A 4:D", M="7:X")
    assert sorted(_kinds(before, after)) == [
        "L list-removed None",
        "N list-added None",
        "N list-changed 1",
    ]


def test_two_lists_alike_are_not_taken_for_one() -> None:
    before, after = _lists(L="1:A 2:B 3:C"), _lists(M="1:A 2:B 3:C", N="1:A 2:B 3:C")
    assert sorted(_kinds(before, after)) == [
        "L list-removed None",
        "M list-added None",
        "N list-added None",
    ]


def test_one_object_in_two_lists_is_two_codes() -> None:
    shared = _table("1:A 2:B")
    one, two, three = (
        CodeList(name=name, title=name, values="int", codes=codes)
        for name, codes in (("L", shared), ("M", (shared[0],)), ("N", shared[1:]))
    )
    before = Provider(provider="p", title="P", lists=(one, two, three))
    moved = replace(two, codes=shared)
    flipped = replace(one, codes=(shared[0], replace(shared[1], permanent=True)))
    after = replace(before, lists=(flipped, moved))
    assert sorted(_kinds(before, after)) == [
        "L permanent-changed 2",
        "M list-changed 2",
        "N list-removed None",
    ]


# Random editions
#
# Few names, few values, few words, so that everything collides with everything.

WORDS = ["", "w", "W.", "v"]
NAMES = [None, "A", "B", "C"]
FLAGS = [None, True, False]
LISTS = ["L0", "L1", "L2"]
SINCE_DAY = date(2026, 1, 1)


class Pool:
    """One drawn number, from which choices are taken: quicker than a draw for each."""

    def __init__(self, number: int) -> None:
        self.number = number

    def one(self, choices: Sequence[Any]) -> Any:
        self.number, index = divmod(self.number, len(choices))
        return choices[index]


def _some_code(pool: Pool, name: str, value: int, groups: Sequence[Group], second: str) -> Any:
    aliases = tuple(
        Alias(name=f"{second}{index}", documented_name=pool.one(NAMES), description=pool.one(WORDS))
        for index in range(pool.one([0, 0, 0, 0, 1, 2]))
    )
    return {
        "name": name,
        "value": value,
        "documented_name": pool.one(NAMES),
        "permanent": pool.one(FLAGS),
        "group": pool.one([None, *(group.name for group in groups)]),
        "description": pool.one(WORDS),
        "links": pool.one([(), ("x",)]),
        "aliases": aliases,
    }


def _rotated(items: Sequence[Any], pool: Pool) -> list[Any]:
    """The items in another order; not every order, but enough of them to collide."""
    turned = pool.one(range(len(items)))
    items = [*items[turned:], *items[:turned]]
    return list(reversed(items)) if pool.one([False, True]) else items


@st.composite
def _code_list(draw: st.DrawFn, name: str) -> CodeList:
    pool = Pool(draw(st.integers(0, 10**12)))
    names, ids = _rotated(["G0", "G1", "G2"], pool), _rotated(range(4), pool)
    groups = tuple(
        Group(
            name=each,
            value=ids[index],
            documented_name=pool.one(NAMES),
            description=pool.one(WORDS),
        )
        for index, each in enumerate(names[: pool.one(range(4))])
    )
    # Python names are told apart between lists, so that a change says whose it is.
    python = _rotated([f"{name}_P{index}" for index in range(8)], pool)
    second = _rotated([f"{name}_S{index}" for index in range(5)], pool)
    values = draw(st.lists(st.integers(0, 6), max_size=6, unique=True))
    rows = [
        _some_code(Pool(draw(st.integers(0, 10**8))), python[index], value, groups, second[index])
        for index, value in enumerate(values[:5])
    ]
    kept = pool.one([5, 5, 4, 3])
    withdrawn = [Withdrawn(**row, since=SINCE_DAY) for row in rows[kept:]]
    for value in values[5:] if pool.one([False, True]) else ():
        row = _some_code(Pool(0), python[5], value, groups, "")
        withdrawn.append(Withdrawn(**row, since=SINCE_DAY, in_enum=False))
    return CodeList(
        name=name,
        title=pool.one(["one", "two", "three"]),
        values="int",
        document=pool.one([None, "page", "leaf"]),
        documents=pool.one([(), ("permanent",)]),
        groups=groups,
        codes=tuple(Code(**row) for row in rows[:kept]),
        withdrawn=tuple(withdrawn),
    )


@st.composite
def _provider(draw: st.DrawFn, names: list[str] | None = None) -> Provider:
    pool = Pool(draw(st.integers(0, 10**9)))
    names = names or _rotated(LISTS, pool)[: pool.one([3, 2, 1])]
    values = [1, 2, "1", ("a",), ("a", "b")]
    return Provider(
        provider="p",
        title=pool.one(WORDS),
        lists=tuple(draw(_code_list(name)) for name in names),
        documents=tuple(
            Document(name=name, title=pool.one(WORDS), retrieved=SINCE_DAY)
            for name in ("page", "leaf")
        ),
        constants=tuple(
            Constant(name=name, value=pool.one(values), description=pool.one(WORDS))
            for name in pool.one(["", "K", "M", "KM"])
        ),
        families=tuple(
            Family(name=name, lists=tuple(_rotated(names, pool)[: pool.one([1, 2])]))
            for name in pool.one(["", "f", "g", "fg"])
        ),
    )


def _shuffled(provider: Provider, order: random.Random) -> Provider:
    """The same in another order, but for families, whose order is what they say."""

    def some(items: Iterable[Any]) -> tuple[Any, ...]:
        items = list(items)
        order.shuffle(items)
        return tuple(items)

    return replace(
        provider,
        documents=some(provider.documents),
        constants=some(provider.constants),
        families=some(provider.families),
        lists=some(
            replace(
                each,
                groups=some(each.groups),
                codes=some(replace(code, aliases=some(code.aliases)) for code in each.codes),
                withdrawn=some(each.withdrawn),
                documents=some(each.documents),
            )
            for each in provider.lists
        ),
    )


@some_hundred
@given(_provider(), _provider(), st.integers(0, 10**6))
def test_order_means_nothing(before: Provider, after: Provider, seed: int) -> None:
    order = random.Random(seed)
    assert compare_provider(before, before) == []
    assert compare_provider(before, _shuffled(before, order)) == []
    changes = compare_provider(before, after)
    again = compare_provider(_shuffled(before, order), _shuffled(after, order))
    # What a change holds whole may be in the other order.
    assert [said(change) for change in again] == [said(change) for change in changes]


@some_hundred
@given(_provider(), _provider())
def test_changes_are_sound(before: Provider, after: Provider) -> None:
    changes = compare_provider(before, after)
    assert len(set(changes)) == len(changes)
    assert changes == ordered(reversed(changes))
    ranks = get_args(Bump)
    bumps = [ranks.index(change.bump) for change in changes]
    assert bumps == sorted(bumps, reverse=True)
    assert bump(changes) == ranks[max(bumps, default=0)]
    for change in changes:
        assert change.effect in KINDS[change.kind]
        assert (change.extent is not None) == (
            change.kind in ("description-changed", "group-description-changed")
        )
        # Groups may have swapped their names, and a code its group with them.
        assert change.before != change.after or change.kind == "group-changed"


@some_hundred
@given(_provider(LISTS[:1]), _provider(LISTS[:1]))
def test_backwards_moves_go_back(before: Provider, after: Provider) -> None:
    there = {
        (change.before, change.after)
        for change in compare_provider(before, after)
        if change.kind == "name-moved"
    }
    back = {
        (change.after, change.before)
        for change in compare_provider(after, before)
        if change.kind == "name-moved"
    }
    assert there == back


# The earlier edition, with all changes applied, is the later one

Key = tuple[str, int | str]


@dataclass
class Member:
    """A member as flat facts; what no change can tell is None."""

    name: str | None
    documented_name: str | None
    permanent: bool | None
    group: str | None
    description: str
    links: tuple[str, ...]
    withdrawn: bool
    aliases: dict[str, tuple[str | None, str]]


@dataclass
class Shape:
    """What a provider says to people who import its enums, without any order."""

    title: str
    pages: dict[str, tuple[str, str | None]]
    constants: dict[str, tuple[object, str]]
    families: dict[str, tuple[str, ...]]
    titles: dict[str, str] = field(default_factory=dict[str, str])
    types: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    groups: dict[tuple[str, str], tuple[Any, ...]] = field(
        default_factory=dict[tuple[str, str], tuple[Any, ...]]
    )
    members: dict[Key, Member] = field(default_factory=dict[Key, Member])


def shape(provider: Provider) -> Shape:
    made = Shape(
        title=provider.title,
        pages={page.name: (page.title, page.address) for page in provider.documents},
        constants={each.name: (each.value, each.description) for each in provider.constants},
        families={family.name: family.lists for family in provider.families},
    )
    for code_list in provider.lists:
        _put_list(made, code_list)
    return made


def _put_list(made: Shape, code_list: CodeList) -> None:
    made.titles[code_list.name] = code_list.title
    made.types[code_list.name] = frozenset(code_list.documents)
    for group in code_list.groups:
        _put_group(made, code_list.name, group)
    for code in code_list.members:
        made.members[code_list.name, code.value] = _flat(code)


def _put_group(made: Shape, code_list: str, group: Group) -> None:
    facts = group.value, group.documented_name or group.name, group.description
    made.groups[code_list, group.name] = facts


def _flat(code: Code) -> Member:
    return Member(
        name=code.name,
        documented_name=code.documented_name,
        permanent=code.permanent,
        group=code.group,
        description=code.description,
        links=code.links,
        withdrawn=isinstance(code, Withdrawn),
        aliases={each.name: (each.documented_name, each.description) for each in code.aliases},
    )


@dataclass
class Edition:
    """An edition that comes from changes; it knows nothing of how they were found.

    `untold` are codes that went elsewhere and took Python names that no change tells;
    where they `left`, the enum may keep a withdrawn member.
    """

    shape: Shape
    untold: set[Key] = field(default_factory=set[Key])
    left: set[Key] = field(default_factory=set[Key])


def apply(provider: Provider, changes: list[Change]) -> Edition:
    before, told = shape(provider), Told(changes)
    made = Edition(replace(before, titles={}, types={}, groups={}, members={}))
    for change in changes:
        _apply_to_provider(made.shape, change, change.after)
    _apply_to_lists(made.shape, before, told)
    groups = _apply_to_groups(made.shape, before, told)
    for (name, value), member in before.members.items():
        _apply_to_member(made, told, name, value, member, groups)
    for change in told.of("code-added", "value-reused"):
        _apply_addition(made, told, change)
    for change in told.of("alias-added"):
        assert isinstance(change.after, Alias) and change.list and change.value is not None
        alias = change.after
        facts = alias.documented_name, alias.description
        made.shape.members[change.list, change.value].aliases[alias.name] = facts
    return made


class Told:
    """Changes, looked up by what they are told of."""

    def __init__(self, changes: list[Change]) -> None:
        self.changes = changes
        self.removed = {change.list for change in self.of("list-removed")}
        self.added = {change.list for change in self.of("list-added")}
        self.renamed = {str(each.before): str(each.after) for each in self.of("list-renamed")}
        self.crossed = {
            (each.name, str(each.before)): str(each.after) for each in self.of("list-changed")
        }
        self.moved = {(each.list, each.after) for each in self.of("name-moved")}
        self.again = {
            (each.list, each.value) for each in changes if each.effect == "documented-again"
        }

    def of(self, *kinds: Kind) -> Iterator[Change]:
        return (change for change in self.changes if change.kind in kinds)

    def head(self, name: str) -> str:
        """What the later edition calls a list."""
        return self.renamed.get(name, name)


def _apply_to_provider(made: Shape, change: Change, content: Any) -> None:
    name = str(change.name)
    match change.kind:
        case "provider-description-changed":
            made.title = content
        case "document-changed" if change.list is None:
            made.pages = made.pages | {content.name: (content.title, content.address)}
        case "constant-added":
            made.constants = made.constants | {name: (content.value, content.description)}
        case "constant-removed":
            made.constants = {k: v for k, v in made.constants.items() if k != name}
        case "constant-changed":
            made.constants = made.constants | {name: (content, made.constants[name][1])}
        case "description-changed" if change.list is None:
            made.constants = made.constants | {name: (made.constants[name][0], content)}
        case "family-added" | "family-changed":
            made.families = made.families | {name: content}
        case "family-removed":
            made.families = {k: v for k, v in made.families.items() if k != name}
        case _:
            pass


def _apply_to_lists(made: Shape, before: Shape, told: Told) -> None:
    for name in before.titles.keys() - told.removed:
        made.titles[told.head(name)] = before.titles[name]
        made.types[told.head(name)] = before.types[name]
    for change in told.of("list-description-changed"):
        made.titles[str(change.list)] = str(change.after)
    for change in told.of("type-changed"):
        name, fact = str(change.list), {str(change.name)}
        is_optional = str(change.after).endswith("None")
        made.types[name] = made.types[name] - fact if is_optional else made.types[name] | fact
    for change in told.of("list-added"):
        assert isinstance(change.after, CodeList)
        _put_list(made, change.after)
    # A family names its lists as they are called now, which is no change of the family.
    for name, lists in made.families.items():
        if not any(change.name == name for change in told.of("family-added", "family-changed")):
            made.families = made.families | {name: tuple(map(told.head, lists))}


GROUP_FACTS: tuple[Kind, ...] = (
    "group-renamed",
    "group-moved",
    "group-name-changed",
    "group-description-changed",
)


def _apply_to_groups(made: Shape, before: Shape, told: Told) -> dict[tuple[str, str], str]:
    """Returns what the groups of the earlier edition are called in the later one."""
    called: dict[tuple[str, str], str] = {}
    by_group = {(c.list, c.name, c.kind): c for c in told.of("group-removed", *GROUP_FACTS)}
    for (name, group), known in before.groups.items():
        head = told.head(name)
        if name in told.removed or (head, group, "group-removed") in by_group:
            continue
        facts: list[Any] = [group, *known]
        for index, kind in enumerate(GROUP_FACTS):
            if change := by_group.get((head, group, kind)):
                assert change.before == facts[index]
                facts[index] = change.after
        called[name, group] = facts[0]
        made.groups[head, facts[0]] = tuple(facts[1:])
    for change in told.of("group-added"):
        assert isinstance(change.after, Group) and change.list
        _put_group(made, change.list, change.after)
    return called


def _apply_to_member(
    made: Edition,
    told: Told,
    name: str,
    value: int | str,
    member: Member,
    groups: dict[tuple[str, str], str],
) -> None:
    facts = replace(member, aliases=dict(member.aliases))
    if head := told.crossed.get((member.name, name)):
        made.left.add((told.head(name), value))
        if head in told.added:
            return  # it came with the list, whole
        made.untold.add((head, value))
    elif name in told.removed:
        return
    else:
        head = told.head(name)
        facts.group = member.group and groups.get((name, member.group))
    at = value
    for change in told.changes:
        is_added = change.kind == "alias-added"
        if change.list != head or change.value != value or is_added:
            continue
        if change.name in member.aliases:
            _apply_to_alias(facts.aliases, change, change.after)
        elif change.name == member.name and change.kind == "name-moved":
            assert isinstance(change.after, int)
            at = change.after
            made.left.add((head, value))
            if (head, at) in told.again:
                return  # the withdrawn member there says more: its names
            made.untold.add((head, at))
        elif change.name == member.name and not _apply_to_facts(facts, change, change.after):
            return
    # All at once: a name may be free only when its bearer has taken another.
    names = {
        change.name: str(change.after)
        for change in told.of("member-renamed")
        if change.list == head and change.value == value
    }
    facts.aliases = {names.get(each, each): said for each, said in facts.aliases.items()}
    assert (head, at) not in made.shape.members, "two members at one value"
    made.shape.members[head, at] = facts


def _apply_to_facts(facts: Member, change: Change, content: Any) -> bool:
    """Whether the member is still there."""
    match change.kind, change.effect:
        case "name-changed", _:
            assert facts.documented_name == change.before
            facts.documented_name = content
        case "permanent-changed", _:
            assert facts.permanent == change.before
            facts.permanent = content
        case "group-changed", _:
            facts.group = content
        case "links-changed", _:
            assert facts.links == change.before
            facts.links = content
        case "description-changed", _:
            assert facts.description == change.before
            facts.description = content
        case "member-renamed", _:
            assert facts.name == change.before
            facts.name = content
        case "code-removed", "stays-withdrawn":
            facts.withdrawn = True
        case "code-removed" | "withdrawn-dropped" | "value-reused", _:
            return False
        case _:
            pass
    return True


def _apply_to_alias(
    aliases: dict[str, tuple[str | None, str]], change: Change, content: Any
) -> None:
    name = str(change.name)
    documented_name, description = aliases[name]
    match change.kind:
        case "alias-removed":
            del aliases[name]
        case "name-changed":
            aliases[name] = content, description
        case "description-changed":
            aliases[name] = documented_name, content
        case _:
            pass


def _apply_addition(made: Edition, told: Told, change: Change) -> None:
    code = change.after
    assert isinstance(code, Code) and change.list
    if change.effect == "documented-again":
        made.shape.members[change.list, code.value].withdrawn = False
        return
    # A name that moved to a withdrawn value is told by its move as well.
    if change.kind == "value-reused" and (change.list, code.value) in told.moved:
        return
    assert (change.list, code.value) not in made.shape.members, "two members at one value"
    made.shape.members[change.list, code.value] = _flat(code)


def _without(edition: Edition, members: dict[Key, Member]) -> dict[Key, Any]:
    """The members without what no change tells."""
    found: dict[Key, Any] = {}
    for key, member in members.items():
        if key in edition.untold:
            aliases = sorted(map(repr, member.aliases.values()))
            found[key] = replace(member, name=None, aliases={}), aliases
        elif not (key in edition.left and member.withdrawn):
            found[key] = member
    return found


@some_hundred
@given(_provider(), _provider())
def test_the_changes_make_the_later_edition(before: Provider, after: Provider) -> None:
    edition = apply(before, compare_provider(before, after))
    expected = shape(after)
    made = edition.shape
    assert _without(edition, made.members) == _without(edition, expected.members)
    made.members = expected.members = {}
    # Pages that no list stands on come and go without a word.
    assert made == expected


# A second reading of the rules, by sets

Row = tuple[int | str, str | None]


def _rows(code_list: CodeList) -> dict[Row, Code]:
    return {(code.value, code.documented_name): code for code in code_list.codes}


def _expected_inside(
    before: CodeList, after: CodeList
) -> tuple[set[tuple[Row, Row]], set[Row], set[Row]]:
    """Pairs of rows, and the rows left over on either side."""
    old, new = set(_rows(before)), set(_rows(after))
    pairs = {(row, row) for row in old & new}
    for name in {name for _, name in old} - {None}:
        there = [row for row in old if row[1] == name]
        here = [row for row in new if row[1] == name]
        if len(there) == len(here) == 1 and there != here:
            pairs.add((there[0], here[0]))
    left = old - {one for one, _ in pairs}
    right = new - {other for _, other in pairs}
    by_value = {(one, other) for one in left for other in right if one[0] == other[0]}
    return (
        pairs | by_value,
        left - {one for one, _ in by_value},
        right - {other for _, other in by_value},
    )


def _expected(before: Provider, after: Provider) -> set[tuple[object, ...]]:
    """What is to be said of codes, where the lists are the same and nothing is withdrawn."""
    told: set[tuple[object, ...]] = set()
    gone: list[tuple[CodeList, Code]] = []
    come: list[tuple[CodeList, Code]] = []
    for old_list in before.lists:
        new_list = next(each for each in after.lists if each.name == old_list.name)
        pairs, left, right = _expected_inside(old_list, new_list)
        for one, other in pairs:
            old, new = _rows(old_list)[one], _rows(new_list)[other]
            told |= _expected_facts(new_list, old, new)
            values = {code.name: code.value for code in old_list.codes}
            # A move says that the old name goes, and not that the new one was another's.
            is_anothers = values.get(new.name, new.value) != new.value
            if old.value != new.value and old.name != new.name and is_anothers:
                names = old.name, new.name
                told.add((new_list.name, "member-renamed", old.value, old.name, *names))
        gone += [(old_list, _rows(old_list)[row]) for row in left]
        come += [(new_list, _rows(new_list)[row]) for row in right]
    for old_list, code in gone:
        if found := _crosses(code, gone, come):
            new_list, new = found
            told.add(
                (new_list.name, "list-changed", code.value, code.name, old_list.name, new_list.name)
            )
            told |= {
                row for row in _expected_facts(new_list, code, new) if row[1] != "member-renamed"
            }
        else:
            told.add((old_list.name, "code-removed", code.value, code.name, code.name, None))
    for new_list, code in come:
        if not _crosses(code, come, gone):
            told.add((new_list.name, "code-added", code.value, code.name, None, code.name))
    return told


def _crosses(
    code: Code, mine: list[tuple[CodeList, Code]], others: list[tuple[CodeList, Code]]
) -> tuple[CodeList, Code] | None:
    def fits(other: Code) -> bool:
        if code.documented_name or other.documented_name:
            return (code.value, code.documented_name) == (other.value, other.documented_name)
        return bool(code.description) and (code.value, code.description) == (
            other.value,
            other.description,
        )

    found = [each for each in others if fits(each[1])]
    rivals = [each for each in mine if fits(each[1])]
    return found[0] if len(found) == len(rivals) == 1 else None


def _expected_facts(code_list: CodeList, old: Code, new: Code) -> set[tuple[object, ...]]:
    at = old.value, old.name
    facts: dict[str, tuple[object, object]] = {
        "name-moved": (old.value, new.value),
        "name-changed": (old.documented_name, new.documented_name),
        "permanent-changed": (old.permanent, new.permanent),
        "description-changed": (old.description, new.description),
        "links-changed": (old.links, new.links),
    }
    if old.value == new.value:
        facts["member-renamed"] = old.name, new.name
    return {
        (code_list.name, kind, *at, before, after)
        for kind, (before, after) in facts.items()
        if before != after
    }


def _plain(provider: Provider) -> Provider:
    """Only codes, and of those only what the second reading looks at."""
    lists = [
        replace(
            each,
            withdrawn=(),
            groups=(),
            codes=tuple(replace(code, aliases=(), group=None) for code in each.codes),
        )
        for each in provider.lists
    ]
    return Provider(provider="p", title="P", lists=tuple(lists))


@some_hundred
@given(_provider(LISTS), _provider(LISTS))
def test_a_second_reading_says_the_same(before: Provider, after: Provider) -> None:
    before, after = _plain(before), _plain(after)
    of_lists = ("type-changed", "list-description-changed", "document-changed")
    found = [
        said(change)[1:2] + said(change)[:1] + said(change)[2:6]
        for change in compare_provider(before, after)
        if change.kind not in of_lists
    ]
    assert len(found) == len(set(found))
    assert set(found) == _expected(before, after)


# Edits of different codes have nothing to do with each other

EDITS: dict[str, Callable[[Code, int], Code | None]] = {
    "nothing": lambda code, _: code,
    "remove": lambda _code, _: None,
    "rename": lambda code, i: replace(code, documented_name=f"NEW{i}"),
    "call": lambda code, i: replace(code, name=f"NEW_P{i}"),
    "call with a former name": lambda code, i: replace(
        code, name=f"NEW_P{i}", former_names=(code.name,)
    ),
    "move": lambda code, i: replace(code, value=100 + i),
    "flip": lambda code, _: replace(code, permanent=not code.permanent),
    "reword": lambda code, i: replace(code, description=f"new {i}"),
    "regroup": lambda code, _: replace(code, group="G1" if code.group == "G0" else "G0"),
    "alias": lambda code, i: replace(code, aliases=(Alias(name=f"SECOND{i}"),)),
}

Done = list[tuple[str, bool]]


def _steady(size: int) -> CodeList:
    return CodeList(
        name="L",
        title="L",
        values="int",
        groups=(Group(name="G0", value=0), Group(name="G1", value=1)),
        codes=tuple(
            Code(name=f"P{i}", value=i, documented_name=f"N{i}", permanent=False, group="G0")
            for i in range(size)
        ),
    )


def _done(code_list: CodeList, edits: list[str], new: list[int]) -> Provider:
    edited = [EDITS[edit](code, i) for i, (code, edit) in enumerate(zip(code_list.codes, edits))]
    codes = [code for code in edited if code]
    codes += [Code(name=f"MORE{i}", value=200 + i, documented_name=f"M{i}") for i in new]
    return Provider(provider="p", title="P", lists=(replace(code_list, codes=tuple(codes)),))


@some_hundred
@given(st.lists(st.sampled_from(list(EDITS)), min_size=2, max_size=8), st.data())
def test_edits_of_different_codes_add_up(edits: list[str], data: st.DataObject) -> None:
    code_list = _steady(len(edits))
    mine = data.draw(st.lists(st.booleans(), min_size=len(edits), max_size=len(edits)))
    one = [edit if mine[i] else "nothing" for i, edit in enumerate(edits)]
    other = ["nothing" if mine[i] else edit for i, edit in enumerate(edits)]
    before = _done(code_list, [], [])
    before = replace(before, lists=(code_list,))
    both = compare_provider(before, _done(code_list, edits, [1, 2]))
    first = compare_provider(before, _done(code_list, one, [1]))
    second = compare_provider(before, _done(code_list, other, [2]))
    assert both == ordered([*first, *second])
    assert len(both) == 2 + sum(edit != "nothing" for edit in edits)


# Nothing that is emitted differs without a word


def _leaves(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], object]]:
    """Every field of a provider, and what else it could be."""
    if isinstance(value, Place):
        return
    if is_dataclass(value):
        for each in fields(value):
            yield from _leaves(getattr(value, each.name), (*path, each.name))
        return
    match value:
        case bool():
            yield path, not value
        case int():
            yield path, value + 1000
        case str():
            yield path, f"{value}X"
        case tuple():
            items = cast("tuple[object, ...]", value)
            for index, item in enumerate(items):
                yield path, items[:index] + items[index + 1 :]
                yield from _leaves(item, (*path, index))
        case date():
            yield path, date(2001, 1, 1)
        case _:
            pass


def _with(value: Any, path: tuple[Any, ...], leaf: Any) -> Any:
    if not path:
        return leaf
    first, *rest = path
    if isinstance(first, int):
        items: tuple[Any, ...] = value
        return (*items[:first], _with(items[first], tuple(rest), leaf), *items[first + 1 :])
    return replace(value, **{first: _with(getattr(value, first), tuple(rest), leaf)})


MUTATIONS = {
    ".".join(map(str, path)) + f"={leaf!r}"[:20]: (path, leaf) for path, leaf in _leaves(load(BASE))
}
RENDERER = Renderer([ROOT / "templates"])


def _emitted(provider: Provider) -> str:
    return RENDERER.module(views.module(provider))


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_what_is_emitted_differs_only_with_a_word(mutation: str) -> None:
    path, leaf = MUTATIONS[mutation]
    before = load(BASE)
    after = _with(before, path, leaf)
    if path == ("provider",):
        return  # another provider
    changes = compare_provider(before, after)
    differs = _emitted(before) != _emitted(after)
    if path[-1] in ("retrieved", "since"):
        assert not changes  # a date alone is no news
    elif differs:
        assert changes and bump(changes) != "none"
    else:
        unseen = ("nothing-differs", "name-unreserved")
        assert all(
            change.effect in unseen or change.kind == "document-changed" for change in changes
        )
