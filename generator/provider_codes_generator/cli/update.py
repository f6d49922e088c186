"""The command that brings a spec up to date with its page."""

import argparse
import sys
from datetime import date

from ..changes import changelog, insert_fragment, render
from ..emit import Difference, patch, write
from ..model import Provider, Registry, blocks, usage
from ..project import Config, shown
from ..rules import check_codes
from ..spec import revise
from ..transcribe import Drift, drift_from
from .config import load_config
from .drift import requested_providers, source
from .output import report_findings, say, say_patch


def update(options: argparse.Namespace) -> int:
    """Bring a spec up to date with its page."""
    config = load_config(options)
    (provider,) = requested_providers(options, config)
    slug = provider.provider
    found = drift_from(provider, source(options), options.retrieved or date.today())
    if blocks(found.findings):
        report_findings(found.findings, sys.stderr)
        raise usage(f"nothing was written: {slug} could not be compared with its page")
    invalid = [each for each in check_codes(Registry((found.after,))) if each.level == "error"]
    report_findings([*found.findings, *invalid], sys.stderr)
    if invalid:
        raise usage("nothing was written: the spec would not be valid")
    if not found.changes:
        say(f"{slug} is up to date with its page")
        return 0
    differences = _files(provider, found, config)
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


def _files(provider: Provider, found: Drift, config: Config) -> list[Difference]:
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
