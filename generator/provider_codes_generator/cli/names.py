"""The command that lists the names that a tool proposed, and confirms them."""

import argparse
import sys
from dataclasses import replace
from typing import TypeVar

from ..emit import edited, write
from ..model import NAME, Code, CodeList, Provider, counted, usage
from ..project import shown, slug_of
from ..spec import revise
from .config import config_of, sound_provider
from .output import inform, say

AnyCode = TypeVar("AnyCode", bound=Code)


def names(options: argparse.Namespace) -> int:
    """List the proposed names of a provider with their values and texts, or confirm them."""
    config = config_of(options)
    provider = sound_provider(config, slug_of(config, options.provider), "correct the spec first")
    proposed = {
        f"{each.name}.{code.name}": code
        for each in provider.lists
        for code in (*each.codes, *each.withdrawn)
        if code.name_proposed
    }
    if not proposed and not options.accept:
        inform(options, f"all names of {provider.provider} are confirmed", sys.stderr)
        return 0
    if options.accept is None:
        for full_name, code in proposed.items():
            words = code.documented_name or code.description
            say(f"{full_name} = {code.value!r}  {words}".rstrip())
        return 0
    accepted = _accepted(options.accept, list(proposed))
    for full_name in sorted(accepted & _nameless(provider)):
        # Without the mark, its Python name would count as documented.
        say(f"{full_name} stays proposed: state its documented_name in the spec first", sys.stderr)
        accepted.remove(full_name)
    path = config.specs / f"{provider.provider}.yaml"
    lists = tuple(_confirmed(each, accepted) for each in provider.lists)
    confirmed = replace(provider, lists=lists)
    write(edited(path, lambda text: revise(text, provider, confirmed)))
    inform(options, f"confirmed {counted(len(accepted), 'name')} in {shown(path)}")
    return 0


def _nameless(provider: Provider) -> set[str]:
    """Return the codes without the documented name that their list promises."""
    return {
        f"{each.name}.{code.name}"
        for each in provider.lists
        for code in each.codes
        if NAME.name in each.documents
        and not (code.documented_name or each.name_by_key(code) or code.is_nameless)
    }


def _accepted(wanted: list[str], proposed: list[str]) -> set[str]:
    """Return the names to confirm, each with its list; all if none is wanted. Raises `Refused`."""
    accepted = set[str]() if wanted else set(proposed)
    for name in wanted:
        found = [each for each in proposed if name in (each, each.partition(".")[2])]
        if not found:
            raise usage(f"{name} is not a proposed name: `names` without --accept lists them")
        accepted.update(found)
    return accepted


def _confirmed(code_list: CodeList, accepted: set[str]) -> CodeList:
    def confirmed(code: AnyCode) -> AnyCode:
        is_accepted = f"{code_list.name}.{code.name}" in accepted
        return replace(code, name_proposed=False) if is_accepted else code

    codes, withdrawn = map(confirmed, code_list.codes), map(confirmed, code_list.withdrawn)
    return replace(code_list, codes=tuple(codes), withdrawn=tuple(withdrawn))
