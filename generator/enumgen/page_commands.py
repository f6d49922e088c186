"""The commands that read pages: what changed there, and the spec brought up to date."""

import argparse
import re
import sys
from typing import TYPE_CHECKING

from .commands import Stop, has_colour, load_config, report_findings, say, say_patch, usage

if TYPE_CHECKING:
    from datetime import date

    from .config import Config
    from .documents.page import Page
    from .drift import Drift
    from .findings import Finding
    from .model import Document, Provider, Registry
    from .output import Difference
    from .pages import Source


def drift(options: argparse.Namespace) -> int:
    """Say what changed on the pages of the providers."""
    from datetime import date

    from . import report
    from .changes import Change
    from .findings import Finding, blocks
    from .progress import with_progress

    config = load_config(options)
    registry = _registry(options, config)
    source = _source(options)
    wanted = [
        each for each in registry if not options.providers or each.provider in options.providers
    ]
    changes: list[Change] = []
    unbound: list[dict[str, object]] = []
    findings: list[Finding] = []
    for provider in with_progress(wanted, _reading):
        found = _drift(provider, source, date.today())
        changes += found.changes
        unbound += found.unbound
        findings += found.findings
    colour = has_colour(sys.stdout)
    sys.stdout.write(report.render(changes, unbound, findings, options.format, colour=colour))
    if blocks(findings):
        return 2
    return 1 if changes else 0


def _reading(provider: "Provider") -> str:
    return f"reading the page of {provider.provider}"


def update(options: argparse.Namespace) -> int:
    """Bring a spec up to date with its page."""
    from datetime import date

    from . import output, policies, report, specs
    from .findings import blocks
    from .model import Registry
    from .revise import NotRevised

    config = load_config(options)
    registry = _registry(options, config)
    (slug,) = options.providers
    provider = next(each for each in registry if each.provider == slug)
    found = _drift(provider, _source(options), options.retrieved or date.today())
    if blocks(found.findings):
        report_findings(found.findings, options, sys.stderr)
        return usage(f"nothing was written: {slug} could not be compared with its page")
    problems = [
        finding for finding in policies.check(Registry((found.after,))) if finding.level == "error"
    ]
    report_findings([*found.findings, *problems], options, sys.stderr)
    if problems:
        return usage("nothing was written: the spec would not be valid")
    if not found.changes:
        say(f"{slug} says what its page says")
        return 0
    try:
        differences = _differences(provider, found, config)
        if options.dry_run:
            shown = {each.path: specs.shown(each.path) for each in differences}
            say_patch(output.diff(differences, shown))
            return 1
        # The spec last: until it is written, the next run finds all that is to be done.
        output.write(reversed(differences))
    except NotRevised as problem:
        report_findings([problem.finding], options, sys.stderr)
        return 2
    except (OSError, UnicodeDecodeError) as error:
        return usage(error)
    sys.stdout.write(report.render(found.changes, found.unbound, [], "text"))
    for each in differences:
        say(f"wrote {specs.shown(each.path)}")
    return 0


def _differences(provider: "Provider", found: "Drift", config: "Config") -> "list[Difference]":
    """The revised spec, and the changelog where the project names one."""
    from . import changelog, output, report
    from .revise import revise

    path = config.specs / f"{provider.provider}.yaml"
    texts = {path: path.read_bytes().decode("utf-8")}
    revised = {path: revise(texts[path], provider, found.after)}
    if config.changelog is not None:
        texts[config.changelog] = config.changelog.read_bytes().decode("utf-8")
        fragment = report.changelog(found.changes)
        revised[config.changelog] = changelog.insert(texts[config.changelog], fragment)
    return [
        output.Difference(each, "differs", texts[each], text)
        for each, text in revised.items()
        if text != texts[each]
    ]


def _registry(options: argparse.Namespace, config: "Config") -> "Registry":
    """All specs, of which those that are asked for are sound; raises `Stop`."""
    from . import specs
    from .findings import blocks

    if options.document and len(options.providers) != 1:
        raise Stop(usage("--document is the page of one provider: name it before the option"))
    try:
        registry, findings = specs.check(config, options.providers)
    except specs.NotThere as error:
        raise Stop(usage(error)) from error
    if blocks(findings):
        report_findings(findings, argparse.Namespace(format="text", strict=False), sys.stderr)
        raise Stop(2)
    if options.document:
        (provider,) = (each for each in registry if each.provider in options.providers)
        if len(provider.documents) > 1:
            names = ", ".join(f"{provider.provider}.{each.name}" for each in provider.documents)
            help = f"put its pages into a folder, called {names}, and give that as --documents"
            raise Stop(usage(f"{provider.provider} has several documents: {help}"))
    return registry


def _source(options: argparse.Namespace) -> "Source":
    """Where the options say that pages are; raises `Stop`."""
    from . import pages

    if options.document:
        return lambda _provider, _document: pages.from_file(options.document)
    if options.documents is None:
        return pages.from_address
    try:
        return pages.from_folder(options.documents)
    except OSError as error:
        raise Stop(usage(error)) from error


def _drift(provider: "Provider", source: "Source", day: "date") -> "Drift":
    from dataclasses import replace

    from .documents.problem import PageProblem
    from .drift import PageText, drift
    from .findings import Finding
    from .pages import pages_of

    texts: dict[str, PageText] = {}
    problems: list[Finding] = []
    asked = False
    for document, page in pages_of(provider, source):
        asked = True
        if isinstance(page, PageProblem):
            problems.append(page.finding)
        else:
            texts[document.name] = page
    if not asked:
        message = f"no list of {provider.provider} is bound to the tables of a page"
        help = "add documents to the spec, and tables to its lists"
        problems.append(Finding("nothing-bound", message, help, provider.place))
    found = drift(provider, texts, day)
    return replace(found, findings=[*problems, *found.findings])


def new(options: argparse.Namespace) -> int:
    """Draft a spec from the page of a provider that there is none of yet."""
    from . import dump, names, output, specs

    config = load_config(options)
    slug, path = options.provider, config.specs / f"{options.provider}.yaml"
    if not names.is_legal(slug, names.SLUG):
        reason = names.why_illegal(slug, names.SLUG)
        return usage(f"the slug {slug} {reason}: try {names.suggest(slug, names.SLUG)}")
    if taken := names.PACKAGE_NAMES.get(slug):
        return usage(f"the slug {slug} {taken}: try {slug}_sms")
    if options.address is not None and not re.fullmatch(r"https?://\S+", options.address):
        return usage(f"{options.address or 'nothing'} is no address: it begins with https://")
    if path.exists():
        return usage(f"{specs.shown(path)} is there already: `update` follows the page")
    if options.document is None and options.address is None:
        return usage("say where the page is: --document FILE, or --address URL")
    provider, findings = _drafted(options)
    report_findings(findings, options, sys.stderr)
    if not provider.lists:
        return usage("nothing was written")
    try:
        output.write([output.Difference(path, "missing", None, dump.spec(provider))])
    except OSError as error:
        return usage(error)
    for code_list in provider.lists:
        say(f"{code_list.name}: {len(code_list.codes)} codes ({code_list.title})")
    say(f"wrote {specs.shown(path)}: review it, above all the names and name_proposed")
    return 1 if any(finding.level == "error" for finding in findings) else 0


def _drafted(options: argparse.Namespace) -> "tuple[Provider, list[Finding]]":
    """The provider that the page gives, and what is to be said of the page; raises `Stop`."""
    from datetime import date

    from .bindings import tables_there
    from .documents.problem import PageProblem
    from .documents.read import read
    from .documents.text import fold
    from .draft import DOCUMENT, draft, with_facts, without_header
    from .drift import in_file
    from .findings import Finding
    from .follow import follow
    from .pages import from_file, from_web
    from .transcribe import transcribe

    day = options.retrieved or date.today()
    try:
        text = from_file(options.document) if options.document else from_web(options.address)
    except PageProblem as problem:
        report_findings([problem.finding], options, sys.stderr)
        raise Stop(2) from problem
    try:
        page = read(text.text, options.reader, options.path)
    except PageProblem as problem:
        report_findings([in_file(problem.finding, text.name)], options, sys.stderr)
        raise Stop(2) from problem
    title = fold(options.title or "") or options.provider.replace("_", " ").title()
    provider = draft(options.provider, title, page, _document(options, page, day), options.path)
    # What all codes of a list have is known only when they have been read.
    transcript = transcribe(provider.lists, page, text.name)
    provider = follow(with_facts(provider, transcript), {DOCUMENT: transcript}, day)
    findings = [*transcript.findings, *without_header(page, text.name)]
    if provider.lists or findings:
        return provider, findings
    message = "no list of codes could be read from the page"
    help = f"{tables_there(page.tables)}; name another --reader, or write the spec by hand"
    return provider, [in_file(Finding("codes-not-found", message, help), text.name)]


def _document(options: argparse.Namespace, page: "Page", day: "date") -> "Document":
    from .draft import DOCUMENT
    from .model import Document

    heading = next((heading.text for heading in page.headings), options.provider)
    return Document(
        name=DOCUMENT, title=heading, retrieved=day, address=options.address, reader=options.reader
    )
