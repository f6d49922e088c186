"""The files of a spec that follows its page, and the first spec of a provider."""

from datetime import date

from ..changes import changelog, insert_fragment
from ..emit import Difference
from ..model import Document, Finding, Provider, Refused, Registry, usage
from ..pages import PageText, fold, in_file, read
from ..project import Config, shown
from ..rules import check_codes
from ..spec import revise
from ..transcribe import (
    DOCUMENT,
    Drift,
    draft,
    follow,
    tables_there,
    transcribe,
    with_facts,
    without_header,
)


def problems(found: Drift) -> list[Finding]:
    """The errors that the spec would have after an update."""
    findings = check_codes(Registry((found.after,)))
    return [finding for finding in findings if finding.level == "error"]


def files(provider: Provider, found: Drift, config: Config) -> list[Difference]:
    """The changes to the spec, and to the changelog if the project has one; raises `Refused`."""
    path = config.specs / f"{provider.provider}.yaml"
    texts = {path: path.read_bytes().decode("utf-8")}
    revised = {path: revise(texts[path], provider, found.after)}
    if config.changelog is not None:
        try:
            texts[config.changelog] = config.changelog.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise usage(f"{shown(config.changelog)} is not UTF-8: {error}") from error
        fragment = changelog(found.changes)
        revised[config.changelog] = insert_fragment(texts[config.changelog], fragment)
    return [
        Difference(each, "differs", texts[each], text)
        for each, text in revised.items()
        if text != texts[each]
    ]


def first_spec(
    text: PageText,
    slug: str,
    *,
    title: str | None,
    address: str | None,
    reader: str | None,
    path: str | None,
    day: date,
) -> tuple[Provider, list[Finding]]:
    """The spec that a page gives, and the findings about the page; raises `Refused`."""
    try:
        page = read(text.text, reader, path)
    except Refused as refused:
        raise Refused(in_file(refused.finding, text.name)) from refused
    document = Document(
        name=DOCUMENT,
        title=next((heading.text for heading in page.headings), slug),
        retrieved=day,
        address=address,
        reader=reader,
    )
    name = fold(title or "") or slug.replace("_", " ").title()
    provider = draft(slug, name, page, document, path)
    # Which facts all codes of a list have is known only after the codes have been read.
    transcript = transcribe(provider.lists, page, text.name)
    provider = follow(with_facts(provider, transcript), {DOCUMENT: transcript}, day)
    findings = [*transcript.findings, *without_header(page, text.name)]
    if not provider.lists and not findings:
        message = "no list of codes could be read from the page"
        help = f"{tables_there(page.tables)}; name another --reader, or write the spec by hand"
        findings = [in_file(Finding("codes-not-found", message, help), text.name)]
    return provider, findings
