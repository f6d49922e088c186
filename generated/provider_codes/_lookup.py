# Generated from the template _lookup.py by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:8721d05cfbfe31d7b7b4bc1c05938cc1f01b4d284fbedc456bd9d2aa88185a7d of all below this line.
"""Looks codes up by value, name or words, in all lists of all providers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from . import PROVIDERS
from ._catalogue import Record, records

__all__ = ["look_up", "main", "near", "run"]


def look_up(query: str, providers: Sequence[str] = PROVIDERS) -> list[Record]:
    """The codes that match the query.

    These are the codes with this value or name. If there are none, they are the codes whose
    names, description and group contain all its words. Case does not matter.
    """
    words = query.casefold().split()
    exact: list[Record] = []
    loose: list[Record] = []
    for record in records(providers):
        terms = [str(record["value"]).casefold(), *map(str.casefold, _names(record))]
        if query.strip().casefold() in terms:
            exact.append(record)
        elif words and not exact:
            text = " ".join([*_names(record), *_texts(record)]).casefold()
            if all(word in text for word in words):
                loose.append(record)
    return exact or loose


def near(query: str, providers: Sequence[str] = PROVIDERS) -> list[str]:
    """Values and names similar to the query, the nearest first."""
    from difflib import get_close_matches

    spelled: dict[str, str] = {}
    for record in records(providers):
        for term in (str(record["value"]), *_names(record)):
            spelled.setdefault(term.casefold(), term)
    found = get_close_matches(query.strip().casefold(), spelled, n=5)
    return [spelled[term] for term in found]


def run(query: str, providers: Sequence[str], as_json: bool) -> int:
    """Print the codes that match; return 0 if there are any, else 1."""
    found = look_up(query, providers)
    if as_json:
        import json

        print(json.dumps({"codes": found}, indent=2, ensure_ascii=False))
    else:
        print("\n\n".join(map(_shown, found)), end="\n" if found else "")
    if not found:
        print(
            f"no code has the value, the name or the words {query!r}", file=sys.stderr
        )
        if close := near(query, providers):
            print(f"    near: {', '.join(close)}", file=sys.stderr)
    return 0 if found else 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line of `python -m` with this package."""
    package = str(__package__)
    parser = argparse.ArgumentParser(
        prog=f"python -m {package}",
        description="Look codes up, in all lists of all providers.",
    )
    parser.add_argument(
        "query",
        nargs="+",
        metavar="QUERY",
        help="a value, a name or a part of it, or words",
    )
    parser.add_argument(
        "--provider",
        action="append",
        choices=PROVIDERS,
        default=[],
        help="of this provider alone",
    )
    parser.add_argument("--json", action="store_true", help="answer for programs")
    options = parser.parse_args(arguments)
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if options.json and reconfigure is not None:
        # Programs read UTF-8, whatever this console shows.
        reconfigure(encoding="utf-8")
    return run(" ".join(options.query), options.provider or PROVIDERS, options.json)


def _names(record: Record) -> list[str]:
    return [record["name"], *record["documented_names"]]


def _texts(record: Record) -> Iterator[str]:
    yield record["description"]
    if group := record["group"]:
        yield from (group["name"], group["documented_name"] or "")


def _shown(record: Record) -> str:
    head = (
        f"{record['provider']}.{record['list']}.{record['name']} = {record['value']!r}"
    )
    facts: list[str] = []
    if others := [
        name for name in record["documented_names"] if name != record["name"]
    ]:
        facts.append(f"documented as {', '.join(others)}")
    if group := record["group"]:
        facts.append(
            f"group {group['documented_name'] or group['name']} ({group['value']})"
        )
    if record["permanent"] is not None:
        facts.append("permanent" if record["permanent"] else "not permanent")
    for name, value in record["facts"].items():
        shown = str(value).lower() if isinstance(value, bool) else value
        facts.append(f"{name} {shown}")
    lines = [
        record["description"],
        "; ".join(facts),
        f"{record['title']} {record['source']}",
    ]
    return "\n".join([head, *(f"    {line}" for line in lines if line.strip())])
