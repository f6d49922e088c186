"""The command that drafts a spec from a page."""

import argparse
import re
import sys
from datetime import date

from ..emit import Difference, write
from ..model import Document, Finding, Provider, Refused, names, usage
from ..pages import PageText, fold, from_file, from_web, in_file, read
from ..project import shown
from ..spec import dump
from ..transcribe import (
    DOCUMENT,
    draft,
    follow,
    tables_there,
    transcribe,
    with_facts,
    without_header,
)
from .config import load_config
from .output import report_findings, say


def new(options: argparse.Namespace) -> int:
    """Draft a spec from the page of a provider that has no spec yet."""
    path = load_config(options).specs / f"{options.provider}.yaml"
    _expect_slug(options.provider)
    if options.address is not None and not re.fullmatch(r"https?://\S+", options.address):
        raise usage(
            f"{options.address or 'nothing'} is not an address: it must begin with https://"
        )
    if path.exists():
        raise usage(f"{shown(path)} already exists: `update` brings it up to date")
    if options.document is None and options.address is None:
        raise usage("no page: pass --document FILE, or --address URL")
    text = from_file(options.document) if options.document else from_web(str(options.address))
    provider, findings = _first_spec(text, options)
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
    if not names.is_legal(slug, names.SLUG):
        reason = names.why_illegal(slug, names.SLUG)
        raise usage(f"the slug {slug} {reason}: try {names.suggest(slug, names.SLUG)}")
    if reserved := names.PACKAGE_NAMES.get(slug):
        raise usage(f"the slug {slug} {reserved}: try {slug}_sms")


def _first_spec(text: PageText, options: argparse.Namespace) -> tuple[Provider, list[Finding]]:
    """The spec that a page gives, and the findings about the page; raises `Refused`."""
    slug: str = options.provider
    day = options.retrieved or date.today()
    try:
        page = read(text.text, options.reader, options.path)
    except Refused as refused:
        raise Refused(in_file(refused.finding, text.name)) from refused
    document = Document(
        name=DOCUMENT,
        title=next((heading.text for heading in page.headings), slug),
        retrieved=day,
        address=options.address,
        reader=options.reader,
    )
    name = fold(options.title or "") or slug.replace("_", " ").title()
    provider = draft(slug, name, page, document, options.path)
    # Which facts all codes of a list have is known only after the codes have been read.
    transcript = transcribe(provider.lists, page, text.name)
    provider = follow(with_facts(provider, transcript), {DOCUMENT: transcript}, day)
    findings = [*transcript.findings, *without_header(page, text.name)]
    if not provider.lists and not findings:
        message = "no list of codes could be read from the page"
        help = f"{tables_there(page.tables)}; name another --reader, or write the spec by hand"
        findings = [in_file(Finding("codes-not-found", message, help), text.name)]
    return provider, findings
