"""Completes arguments in a shell, with argcomplete, which calls the command at each TAB."""

import argparse
from collections.abc import Iterable

from argcomplete import autocomplete
from argcomplete.completers import BaseCompleter, FilesCompleter


def complete(parser: argparse.ArgumentParser) -> None:
    """Print the candidates for the argument at the cursor, and end the process."""
    autocomplete(parser, default_completer=_Candidates())


# What the help calls the arguments that can be files or folders.
_FILES = ("FILE", "DIR", "BASE", "HEAD")


class _Candidates(BaseCompleter):
    def __call__(
        self,
        *,
        prefix: str,
        action: argparse.Action,
        parser: argparse.ArgumentParser,
        parsed_args: argparse.Namespace,
    ) -> Iterable[str]:
        """Return slugs of the project or the library, and files for arguments that can be files."""
        if action.dest == "provider" and action.option_strings:
            from provider_codes import PROVIDERS

            return PROVIDERS
        if action.dest in ("provider", "providers"):
            from .config import config_of

            return [path.stem for path in config_of(parsed_args).specs.glob("*.yaml")]
        return FilesCompleter()(prefix) if action.metavar in _FILES else ()
