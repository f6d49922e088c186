"""The commands that follow the pages of providers: report what changed, and update a spec."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ..changes import changelog, insert_fragment, render
from ..emit import Difference, edited, patch, write
from ..model import Entry, Finding, Meanings, Provider, Registry, blocks, usage
from ..pages import Source, from_address, from_file, from_folder, pages_of
from ..project import Config, Specs, check_specs, shown
from ..rules import check_codes, decisions
from ..spec import MEANINGS, revise
from ..transcribe import MANY_REMOVED, Drift, find_drift, follow_meanings
from .config import config_of, slugs_of
from .output import expect_sound, has_colour, inform, is_terminal, report_findings, say, say_patch


def drift(options: argparse.Namespace) -> int:
    providers = _requested_specs(options, config_of(options), with_meanings=False).wanted
    pages = _source(options)
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
    return 1 if differs or _is_incomplete(ledger, findings, strict=options.strict) else 0


def update(options: argparse.Namespace) -> int:
    config = config_of(options)
    specs = _requested_specs(options, config)
    (provider,) = specs.wanted
    pages, day = pages_of(provider, _source(options)), options.retrieved or date.today()
    found = find_drift(provider, pages, day, accept_removals=options.accept_removals)
    _expect_writable(found)
    meanings = specs.registry.meanings_of(provider.provider)
    differences = _differences(provider, meanings, found, config) if found.after != provider else []
    if options.dry_run and differences:
        say_patch(patch(differences))
        return 1
    # The spec comes last: if the run fails before, the next one finds all changes again.
    write(reversed(differences))
    after = check_specs(config, [provider.provider]) if differences else None
    left = decisions(after.findings_of_wanted) if after else []
    # A pull request has only the report.
    findings = [*found.findings, *left] if options.format == "markdown" else found.findings
    colour = has_colour(sys.stdout)
    sys.stdout.write(render(found.changes, found.ledger, findings, options.format, colour=colour))
    # Standard output has the report alone if it is in a format for programs.
    notes = sys.stdout if options.format == "text" else sys.stderr
    for each in differences:
        inform(options, f"wrote {shown(each.path)}", notes)
    if left:
        say("to decide before a release:", notes)
        report_findings(left, notes)
    return 1 if _is_incomplete(found.ledger, found.findings, strict=options.strict) else 0


def _expect_writable(found: Drift) -> None:
    """Raise `Refused` if the page could not be compared, or the spec would lose too much."""
    slug = found.after.provider
    refusal = f"nothing was written: {slug} could not be compared with its page"
    expect_sound(found.findings, refusal)
    invalid = [each for each in check_codes(Registry((found.after,))) if each.level == "error"]
    expect_sound([*found.findings, *invalid], "nothing was written: the spec would not be valid")
    if many := [each for each in found.findings if each.id == MANY_REMOVED]:
        raise usage("nothing was written: many codes would be withdrawn", many)


def _differences(
    provider: Provider, meanings: Meanings | None, found: Drift, config: Config
) -> list[Difference]:
    """Return the changes to spec, meanings and changelog, if there are any. Raises `Refused`."""
    spec = config.specs / f"{provider.provider}.yaml"
    differences = edited(spec, lambda text: revise(text, provider, found.after))
    if meanings is not None:
        later = follow_meanings(meanings, provider, found.after, found.changes)
        file = config.specs / MEANINGS / spec.name
        differences += edited(file, lambda text: revise(text, meanings, later))
    if config.changelog is not None:
        if not config.changelog.exists():
            help = "create it, or remove changelog from [tool.provider-codes]"
            raise usage(f"there is no changelog {shown(config.changelog)}: {help}")
        fragment = changelog(found.changes)
        differences += edited(config.changelog, lambda text: insert_fragment(text, fragment))
    return differences


def _is_incomplete(ledger: Iterable[Entry], findings: Iterable[Finding], *, strict: bool) -> bool:
    """Whether a table of codes belongs to no list, or, if `strict`, there are warnings."""
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


def _requested_specs(
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


def _source(options: argparse.Namespace) -> Source:
    """Return the source of the pages that the options name."""
    if options.document:
        return lambda _provider, _document: from_file(options.document)
    if options.documents is not None:
        return from_folder(options.documents)
    return from_address
