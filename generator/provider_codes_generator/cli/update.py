"""The command that brings a spec up to date with its pages."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date

from ..changes import changelog, insert_fragment, render
from ..emit import Difference, edited, patch, write
from ..model import Alias, CodeList, Finding, Group, Provider, Registry, names, usage
from ..pages import pages_of
from ..project import Config, Specs, check_specs, shown
from ..rules import check_codes, decisions
from ..spec import MEANINGS, revise
from ..transcribe import MANY_REMOVED, Drift, find_drift, follow_meanings
from .config import config_of
from .drift import is_incomplete, requested_specs, source_of
from .output import expect_sound, has_colour, inform, report_findings, say, say_patch

_CHANGE_NOW = "to give it another name, change it now: after a release, that is a major change"


def update(options: argparse.Namespace) -> int:
    config = config_of(options)
    specs = requested_specs(options, config)
    (provider,) = specs.wanted
    pages, day = pages_of(provider, source_of(options)), options.retrieved or date.today()
    for document in provider.documents:
        if options.retrieved and document.name in pages and day < document.retrieved:
            known = f"the spec has {document.name} as retrieved on {document.retrieved}"
            raise usage(f"--retrieved {day} is too early: {known}")
    found = find_drift(provider, pages, day, accept_removals=options.accept_removals)
    _expect_writable(found)
    unchanged = found.after == provider
    differences = [] if unchanged else _differences(provider, specs.registry, found, config)
    if options.dry_run and differences:
        say_patch(patch(differences))
        return 1
    # The spec comes last: if the run fails before, the next one finds all changes again.
    write(reversed(differences))
    after = check_specs(config, [provider.provider]) if differences else None
    left = list(decisions(after.findings_of_wanted)) if after else []
    left += [*_new_names(after, found), *_changed_names(provider, after)] if after else []
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
    return 1 if is_incomplete(found.ledger, found.findings, strict=options.strict) else 0


def _expect_writable(found: Drift) -> None:
    """Raise `Refused` if the page could not be compared, or the spec would lose too much."""
    slug = found.after.provider
    refusal = f"nothing was written: {slug} could not be compared with its page"
    expect_sound(found.findings, refusal)
    invalid = [each for each in check_codes(Registry((found.after,))) if each.level == "error"]
    expect_sound([*found.findings, *invalid], "nothing was written: the spec would not be valid")
    if many := [each for each in found.findings if each.id == MANY_REMOVED]:
        raise usage("nothing was written: many codes would be withdrawn", many)


def _new_names(after: Specs, found: Drift) -> Iterator[Finding]:
    """Yield the names that new lists got from their headings, as something to decide."""
    added = {change.list for change in found.changes if change.kind == "list-added"}
    for code_list in after.wanted[0].lists:
        if code_list.name in added:
            message = f"the new list {code_list.title} is called {code_list.name}"
            yield Finding("list-name-proposed", message, _CHANGE_NOW, code_list.place, "warning")


def _changed_names(before: Provider, after: Specs) -> Iterator[Finding]:
    """Yield new aliases and groups that could not keep the page's name, as something to decide."""
    known = {(each.name, entry.name) for each in before.lists for entry in _second_names(each)}
    for each in after.wanted[0].lists:
        for entry in _second_names(each):
            name = entry.documented_name
            if name and (each.name, entry.name) not in known and entry.name != names.suggest(name):
                message = f"{name} of {each.name} is called {entry.name}"
                yield Finding("second-name-proposed", message, _CHANGE_NOW, entry.place, "warning")


def _second_names(code_list: CodeList) -> list[Alias | Group]:
    aliases = (alias for code in code_list.codes for alias in code.aliases)
    return [*aliases, *code_list.groups]


def _differences(
    provider: Provider, registry: Registry, found: Drift, config: Config
) -> list[Difference]:
    """Return the changes to spec, meanings and changelog, if there are any. Raises `Refused`."""
    spec = config.specs / f"{provider.provider}.yaml"
    differences = edited(spec, lambda text: revise(text, provider, found.after))
    if meanings := registry.meanings_of(provider.provider):
        standards = registry.standard_codes
        later = follow_meanings(meanings, provider, found.after, found.changes, standards)
        file = config.specs / MEANINGS / spec.name
        differences += edited(file, lambda text: revise(text, meanings, later))
    if config.changelog is not None:
        if not config.changelog.exists():
            help = "create it, or remove changelog from [tool.provider-codes]"
            raise usage(f"there is no changelog {shown(config.changelog)}: {help}")
        fragment = changelog(found.changes)
        differences += edited(config.changelog, lambda text: insert_fragment(text, fragment))
    return differences
