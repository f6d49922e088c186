"""Completes arguments in a shell, with argcomplete, which calls the command at each TAB."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from argcomplete import autocomplete
from argcomplete.completers import BaseCompleter, DirectoriesCompleter, FilesCompleter

from ..model import Refused


def complete(parser: argparse.ArgumentParser) -> None:
    """Print the candidates for the argument at the cursor, and end the process."""
    autocomplete(parser, default_completer=_Candidates())


# The files and folders that arguments can be, by what the help calls them
_PATHS: Mapping[str, Callable[[str], Iterable[str]]] = {
    "FILE": FilesCompleter(),
    "PROVIDER": FilesCompleter(["yaml"]),
    **dict.fromkeys(("DIR", "BASE", "HEAD"), DirectoriesCompleter()),
}


class _Candidates(BaseCompleter):
    def __call__(
        self,
        *,
        prefix: str,
        action: argparse.Action,
        parser: argparse.ArgumentParser,
        parsed_args: argparse.Namespace,
    ) -> Iterable[str]:
        """Return the names that an argument can have, and files or folders if it can be one."""
        found: list[str] = []
        # A mistake in the project, or a part that is not installed, must not hide the files.
        with suppress(Refused, ModuleNotFoundError):
            found += _names(action, parsed_args)
        paths = _PATHS.get(str(action.metavar))
        return [*found, *(paths(prefix) if paths else ())]


def _names(action: argparse.Action, options: argparse.Namespace) -> Iterable[str]:
    """Return slugs of the project or the library, or readers. Raises `Refused`."""
    if action.dest == "provider" and action.option_strings:
        from provider_codes import PROVIDERS

        return PROVIDERS
    if action.dest in ("provider", "providers"):
        from .config import config_of

        return [path.stem for path in config_of(options).specs.glob("*.yaml")]
    if action.dest == "reader":
        from ..pages import READERS

        return READERS
    return ()
