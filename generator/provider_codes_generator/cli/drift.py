"""The command that reports what changed on the pages of providers."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ..changes import render
from ..model import Entry, Finding, Provider, blocks, usage
from ..pages import Source, from_address, from_file, from_folder, pages_of
from ..project import Config, Specs, check_specs
from ..transcribe import find_drift
from .config import config_of, slugs_of
from .output import expect_sound, has_colour, is_terminal


def drift(options: argparse.Namespace) -> int:
    providers = requested_specs(options, config_of(options), with_meanings=False).wanted
    pages = source_of(options)
    today = date.today()
    found = [
        find_drift(each, pages_of(each, pages), today, accept_removals=options.accept_removals)
        for each in (providers if options.quiet else _with_progress(providers))
    ]
    changes = [change for each in found for change in each.changes]
    ledger = [entry for each in found for entry in each.ledger]
    findings = [finding for each in found for finding in each.findings]
    if not options.providers:
        # A provider without an address cannot be compared, but that does not fail the others.
        findings = [
            replace(each, level="note") if each.id == "address-missing" else each
            for each in findings
        ]
    colour = has_colour(sys.stdout)
    sys.stdout.write(render(changes, ledger, findings, options.format, colour=colour))
    if blocks(findings):
        return 2
    differs = any(each.after != provider for each, provider in zip(found, providers, strict=True))
    return 1 if differs or is_incomplete(ledger, findings, strict=options.strict) else 0


def is_incomplete(ledger: Iterable[Entry], findings: Iterable[Finding], *, strict: bool) -> bool:
    """Whether codes on the page were left out, or, if `strict`, there are warnings."""
    is_doubtful = strict and any(each.level == "warning" for each in findings)
    return is_doubtful or any(entry.is_codes for entry in ledger)


def _with_progress(providers: Sequence[Provider]) -> Iterator[Provider]:
    """Yield the providers. A terminal shows which one is read until the next one is wanted."""
    if len(providers) < 2 or not is_terminal(sys.stderr):
        yield from providers
        return
    try:
        for number, each in enumerate(providers, start=1):
            words = f"reading the page of {each.provider} ({number} of {len(providers)}) ..."
            print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)
            yield each
    finally:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def requested_specs(
    options: argparse.Namespace, config: Config, *, with_meanings: bool = True
) -> Specs:
    """Return the checked specs. Raises `Refused` if a wanted one has errors."""
    slugs = slugs_of(config, options)
    if options.document and len(slugs) != 1:
        raise usage("--document is for one provider: name the provider before the option")
    specs = check_specs(config, slugs, with_meanings=with_meanings)
    # A list without codes waits for its page to fill it.
    findings = [each for each in specs.findings_of_wanted if each.id != "list-empty"]
    expect_sound(findings, "no page was read: fix the specs first")
    if options.document and len(specs.wanted[0].documents) > 1:
        slug = slugs[0]
        names = ", ".join(f"{slug}.{each.name}" for each in specs.wanted[0].documents)
        help = f"put its pages in a folder, named {names}, and pass the folder as --documents"
        raise usage(f"{slug} has several documents: {help}")
    return specs


def source_of(options: argparse.Namespace) -> Source:
    """Return the source of the pages that the options name."""
    if options.document:
        return lambda _provider, _document: from_file(options.document)
    if options.documents is not None:
        return from_folder(options.documents)
    return from_address
