"""The commands that read pages: report what changed, update a spec, draft a new one."""

import argparse
import re
import sys
from typing import TYPE_CHECKING

from .commands import has_colour, load_config, report_findings, say, say_patch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Provider
    from ..pages import Source
    from ..project import Config


def drift(options: argparse.Namespace) -> int:
    """Report what changed on the pages of the providers."""
    from datetime import date

    from ..changes import Change, render
    from ..model import Finding, blocks
    from ..transcribe import drift_from
    from .progress import with_progress

    wanted = _providers(options, load_config(options))
    source = _source(options)
    changes: list[Change] = []
    unbound: list[dict[str, object]] = []
    findings: list[Finding] = []
    for provider in with_progress(wanted, _reading):
        found = drift_from(provider, source, date.today())
        changes += found.changes
        unbound += found.unbound
        findings += found.findings
    colour = has_colour(sys.stdout)
    sys.stdout.write(render(changes, unbound, findings, options.format, colour=colour))
    if blocks(findings):
        return 2
    return 1 if changes else 0


def _reading(provider: "Provider") -> str:
    return f"reading the page of {provider.provider}"


def update(options: argparse.Namespace) -> int:
    """Bring a spec up to date with its page."""
    from datetime import date

    from ..changes import render
    from ..emit import patch, write
    from ..model import blocks, usage
    from ..project import shown
    from ..transcribe import drift_from
    from .update import files, problems

    config = load_config(options)
    (provider,) = _providers(options, config)
    slug = provider.provider
    found = drift_from(provider, _source(options), options.retrieved or date.today())
    if blocks(found.findings):
        report_findings(found.findings, sys.stderr)
        raise usage(f"nothing was written: {slug} could not be compared with its page")
    invalid = problems(found)
    report_findings([*found.findings, *invalid], sys.stderr)
    if invalid:
        raise usage("nothing was written: the spec would not be valid")
    if not found.changes:
        say(f"{slug} says what its page says")
        return 0
    differences = files(provider, found, config)
    names = {each.path: shown(each.path) for each in differences}
    if options.dry_run:
        say_patch(patch(differences, names))
        return 1
    # The spec comes last: if the run fails before, the next one finds all changes again.
    write(reversed(differences))
    sys.stdout.write(render(found.changes, found.unbound, [], "text"))
    for each in differences:
        say(f"wrote {names[each.path]}")
    return 0


def _providers(options: argparse.Namespace, config: "Config") -> "Sequence[Provider]":
    """The requested providers, or all, if their specs are sound; raises `Refused`."""
    from ..model import blocks, usage
    from ..project import check_specs

    if options.document and len(options.providers) != 1:
        raise usage("--document is the page of one provider: name it before the option")
    registry, findings = check_specs(config, options.providers)
    if blocks(findings):
        report_findings(findings, sys.stderr)
        raise usage("no page was read: correct the specs first")
    wanted = options.providers or [each.provider for each in registry]
    providers = [each for each in registry if each.provider in wanted]
    if options.document and len(providers[0].documents) > 1:
        slug = providers[0].provider
        names = ", ".join(f"{slug}.{each.name}" for each in providers[0].documents)
        help = f"put its pages into a folder, called {names}, and give that as --documents"
        raise usage(f"{slug} has several documents: {help}")
    return providers


def _source(options: argparse.Namespace) -> "Source":
    """The source of the pages that the options name."""
    from ..pages import from_address, from_file, from_folder

    if options.document:
        return lambda _provider, _document: from_file(options.document)
    if options.documents is not None:
        return from_folder(options.documents)
    return from_address


def new(options: argparse.Namespace) -> int:
    """Draft a spec from the page of a provider that has no spec yet."""
    from datetime import date

    from ..emit import Difference, write
    from ..model import usage
    from ..pages import from_file, from_web
    from ..project import shown
    from ..spec import dump
    from .update import first_spec

    path = load_config(options).specs / f"{options.provider}.yaml"
    _expect_slug(options.provider)
    if options.address is not None and not re.fullmatch(r"https?://\S+", options.address):
        raise usage(f"{options.address or 'nothing'} is no address: it begins with https://")
    if path.exists():
        raise usage(f"{shown(path)} is there already: `update` follows the page")
    if options.document is None and options.address is None:
        raise usage("say where the page is: --document FILE, or --address URL")
    text = from_file(options.document) if options.document else from_web(str(options.address))
    provider, findings = first_spec(
        text,
        options.provider,
        title=options.title,
        address=options.address,
        reader=options.reader,
        path=options.path,
        day=options.retrieved or date.today(),
    )
    status = report_findings(findings, sys.stderr)
    if not provider.lists:
        raise usage("nothing was written")
    write([Difference(path, "missing", None, dump(provider))])
    for code_list in provider.lists:
        say(f"{code_list.name}: {len(code_list.codes)} codes ({code_list.title})")
        for fact in code_list.facts:
            say(f"  fact {fact.name}: {fact.values}, from the column {fact.title}")
    say(f"wrote {shown(path)}: review it, above all the names and name_proposed")
    return status


def _expect_slug(slug: str) -> None:
    """Raise `Refused` if a provider may not have this slug."""
    from ..model import names, usage

    if not names.is_legal(slug, names.SLUG):
        reason = names.why_illegal(slug, names.SLUG)
        raise usage(f"the slug {slug} {reason}: try {names.suggest(slug, names.SLUG)}")
    if reserved := names.PACKAGE_NAMES.get(slug):
        raise usage(f"the slug {slug} {reserved}: try {slug}_sms")
