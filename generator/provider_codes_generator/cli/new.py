"""The command that drafts a spec from a page, or adds the lists of a further page to one."""

import argparse
import re
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..emit import Difference, edited, write
from ..model import (
    FACTS,
    CodeList,
    Document,
    Entry,
    Finding,
    ListFact,
    Provider,
    Refused,
    blocks,
    counted,
    ledger_lines,
)
from ..model import names, usage
from ..pages import Hint, Page, fold, forms, from_file, from_web, heads_codes, hint_of_header
from ..pages import in_file, read, reader_of_suffix
from ..project import Config, shown
from ..spec import dump, hidden_characters, revise
from ..transcribe import Wanted, draft_chosen, tables_there
from .config import config_of, sound_provider
from .output import inform, report_findings, say


def new(options: argparse.Namespace) -> int:
    """Draft a spec from a page. If the provider has one, add the lists of the page to it."""
    config = config_of(options)
    _expect_valid(options)
    text = from_file(options.document) if options.document else from_web(str(options.address))
    reader: str | None = options.reader
    try:
        if options.document and not (reader or options.path):
            reader = reader_of_suffix(options.document.suffix, text.text)
        page = read(text.text, reader, options.path, text.name)
    except Refused as refused:
        raise Refused(in_file(refused.finding, text.name)) from refused
    path = config.specs / f"{options.provider}.yaml"
    before = _existing(options, config, path)
    document = _document(before, page, reader, options)
    after, findings, ledger = _with_draft(before, page, document, options)
    status = report_findings(findings, sys.stderr)
    for line in ledger_lines(ledger):
        say(f"left out: {line}", sys.stderr)
    added = after.lists[len(before.lists) :]
    if not added:
        raise usage("nothing was written")
    if before.lists:
        write(edited(path, lambda text: revise(text, before, after)))
    else:
        write([Difference(path, "missing", None, dump(after))])
    for code_list in added:
        _describe(options, code_list)
    if ignored := len(set(after.ignore) - set(before.ignore)):
        others = counted(ignored, "other table")
        inform(options, f"ignored: {others} like codes, listed below `ignore` in the spec")
    inform(options, f"wrote {shown(path)}: review it")
    if proposed := sum(code.name_proposed for each in added for code in each.codes):
        command = f"provider-codes names {options.provider}"
        inform(options, f"proposed names: {proposed}; `{command}` lists them")
    return status


def _describe(options: argparse.Namespace, code_list: CodeList) -> None:
    number = counted(len(code_list.codes), "code")
    inform(options, f"{code_list.name}: {number} ({code_list.title})")
    columns = dict(code_list.tables.columns) if code_list.tables else {}
    could_be_value, name = ", which could be the value as well", columns.get("name", "")
    if name != columns.get("value") and heads_codes(name):
        inform(options, f"  name: from the column {name}{could_be_value}")
    for fact in code_list.facts:
        remark = could_be_value if _may_be_value(fact, code_list) else ""
        source = f"from the column {fact.title}{remark}"
        inform(options, f"  fact {fact.name}: {fact.values}, {source}")


def _may_be_value(fact: ListFact, code_list: CodeList) -> bool:
    """Whether a column could hold the values as well: its header says so, or its codes differ."""
    if fact.values == "bool":
        return False
    hint = hint_of_header(fact.title)
    texts = {str(fact.of(code)) for code in code_list.codes}
    are_distinct = len(texts) == len(code_list.codes) > 1
    is_called = heads_codes(fact.title) if fact.values == "int" else hint is Hint.SURE
    are_codes = are_distinct and all(map(forms.is_surely_code, texts))
    return is_called or (are_codes and hint is not Hint.OTHER)


def _expect_valid(options: argparse.Namespace) -> None:
    """Raise `Refused` if an option has no possible value, or the options name no page."""
    slug: str = options.provider
    if not names.is_legal(slug, names.SLUG) and Path(slug).is_file():
        raise usage(f"{slug} is a page, not a slug: pass SLUG --document {slug}")
    _expect_legal("slug", slug, names.SLUG, names.PACKAGE_NAMES, "_sms")
    for option in ("address", "reader", "path", "heading", "list", "columns"):
        given: str | None = getattr(options, option)
        if given is not None and not given.strip():
            raise usage(f"--{option} is empty: omit it")
    if options.list:
        _expect_legal("list", options.list, names.CLASS, names.MODULE_NAMES, "Codes")
    address: str | None = options.address
    if address is not None and not re.fullmatch(r"https?://\S+", address):
        need = "it must begin with https:// or http://, and have no spaces"
        raise usage(f"{address} is not an address: {need}")
    if hidden := hidden_characters(address or ""):
        raise usage(f"the address contains the invisible character {hidden[0]}: remove it")
    if options.document is None and address is None:
        raise usage("no page: pass --document FILE, or --address URL")


def _expect_legal(
    what: str, name: str, pattern: str, reserved: Mapping[str, str], tail: str
) -> None:
    if not names.is_legal(name, pattern):
        reason = names.why_illegal(name, pattern)
        raise usage(f"the {what} {name} {reason}: try {names.suggest(name, pattern)}")
    if name in reserved:
        raise usage(f"the {what} {name} {reserved[name]}: try {name}{tail}")


def _existing(options: argparse.Namespace, config: Config, path: Path) -> Provider:
    """Return the provider of the spec, or one without lists if there is none. Raises `Refused`."""
    slug: str = options.provider
    if not path.exists():
        title = fold(options.title or "") or slug.replace("_", " ").title()
        return Provider(provider=slug, title=title, lists=())
    return sound_provider(config, slug, f"no list can be added to {shown(path)}: correct it first")


def _document(
    before: Provider, page: Page, reader: str | None, options: argparse.Namespace
) -> Document:
    """Return the document of the provider with the title of the page, or else a new one."""
    title = _title(page) or before.provider
    for document in before.documents:
        if document.title == title:
            return document
    name = names.suggest(title, names.SLUG) if before.documents else "codes"
    while name in (each.name for each in before.documents):
        name = f"{name}_more"
    return Document(
        name=name,
        title=title,
        retrieved=options.retrieved or date.today(),
        address=options.address,
        reader=reader,
    )


def _title(page: Page) -> str | None:
    """Return the title of a page: its main heading, else the one that browsers show."""
    if any(each.records_path for each in page.tables):  # The headings are keys of records.
        return Path(page.file).name
    # The first of the highest headings. A heading below the first table is that of others.
    first = min((table.line for table in page.tables), default=0)
    headings = (each for each in page.headings if each.line <= first)
    heading = min(headings, key=lambda each: each.level, default=None)
    is_main = heading and (heading.level == 1 or not page.title)
    title = heading.text if heading and is_main else page.title
    return title and (title.rstrip(" :") or title)


def _with_draft(
    before: Provider, page: Page, document: Document, options: argparse.Namespace
) -> tuple[Provider, list[Finding], list[Entry]]:
    """Return the provider with the lists of the page, and the findings and ledger of the page."""
    if len(before.documents) == 1:
        only = before.documents[0].name
        before = replace(before, lists=tuple(replace(each, document=only) for each in before.lists))
    after, transcript = draft_chosen(before, page, document, _wanted(options))
    findings = list(transcript.findings)
    if after.lists == before.lists and not blocks(findings):
        if document in before.documents:
            raise usage("the spec has all lists of the page: `update` brings it up to date")
        columns = " in these --columns" if options.columns else ""
        message = f"no list of codes{columns} could be read from the page"
        ways = "name another --reader, or write the spec by hand"
        if page.tables and not options.columns:
            ways = f"say which column has the codes, with --columns value=HEADER, {ways}"
        help = f"{tables_there(page.tables)}; {ways}"
        findings.append(in_file(Finding("codes-not-found", message, help), page.file))
    return after, findings, transcript.ledger


def _wanted(options: argparse.Namespace) -> Wanted:
    """Return what options such as `--columns value=Code,name=Title` decide. Raises `Refused`."""
    columns: dict[str, str] = {}
    for part in options.columns.split(",") if options.columns else ():
        fact, _, header = map(str.strip, part.partition("="))
        if not fact or not header or fact in columns:
            like = "like value=Code,name=Title, with each fact once"
            raise usage(f"--columns must be {like}, not {part or 'empty'}")
        columns[fact] = header
    if columns and "value" not in columns:
        raise usage("--columns has no column for the value: add value=HEADER")
    built_in = {"value", *(fact.name for fact in FACTS)}
    for fact in columns.keys() - built_in:
        _expect_legal("fact", fact, names.SLUG, names.FACT_NAMES, "_text")
    return Wanted(
        columns={fact: header for fact, header in columns.items() if fact in built_in},
        facts={fact: header for fact, header in columns.items() if fact not in built_in},
        path=options.path,
        heading=options.heading,
        name=options.list,
    )
