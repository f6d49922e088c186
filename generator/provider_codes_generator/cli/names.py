"""The command that lists the names that a tool proposed, and confirms them."""

import argparse
import sys
from collections.abc import Collection
from dataclasses import replace

from ..emit import Difference, write
from ..model import Code, CodeList, Provider, blocks, usage
from ..project import check_specs, shown
from ..spec import revise
from .config import load_config
from .output import report_findings, say


def names(options: argparse.Namespace) -> int:
    """List the proposed names of a provider with their values and texts, or confirm them."""
    config = load_config(options)
    registry, findings = check_specs(config, [options.provider])
    if blocks(findings):
        report_findings(findings, sys.stderr)
        raise usage("correct the spec first")
    provider = next(each for each in registry if each.provider == options.provider)
    proposed = {
        f"{each.name}.{code.name}": code
        for each in provider.lists
        for code in (*each.codes, *each.withdrawn)
        if code.name_proposed
    }
    if options.accept is None:
        for full_name, code in proposed.items():
            words = code.documented_name or code.description
            say(f"{full_name} = {code.value!r}  {words}".rstrip())
        return 0
    accepted = _accepted(options.accept, list(proposed))
    path = config.specs / f"{provider.provider}.yaml"
    text = path.read_bytes().decode("utf-8")
    revised = revise(text, provider, _confirmed(provider, accepted))
    if revised != text:
        write([Difference(path, "differs", text, revised)])
    say(f"confirmed {len(accepted)} names in {shown(path)}")
    return 0


def _accepted(wanted: list[str], proposed: list[str]) -> set[str]:
    """Return the names to confirm, each with its list. None named means all. Raises `Refused`."""
    accepted = set[str]() if wanted else set(proposed)
    for name in wanted:
        found = [each for each in proposed if name in (each, each.partition(".")[2])]
        if not found:
            raise usage(f"{name} is no proposed name: without --accept, the command lists them")
        accepted.update(found)
    return accepted


def _confirmed(provider: Provider, accepted: Collection[str]) -> Provider:
    """Return the provider with these names confirmed."""

    def waits(code_list: CodeList, code: Code) -> bool:
        return code.name_proposed and f"{code_list.name}.{code.name}" not in accepted

    return replace(
        provider,
        lists=tuple(
            replace(
                each,
                codes=tuple(replace(code, name_proposed=waits(each, code)) for code in each.codes),
                withdrawn=tuple(
                    replace(code, name_proposed=waits(each, code)) for code in each.withdrawn
                ),
            )
            for each in provider.lists
        ),
    )
