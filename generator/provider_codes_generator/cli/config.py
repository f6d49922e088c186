"""The configuration of a command."""

import argparse
from dataclasses import replace
from pathlib import Path

from ..model import usage
from ..project import Config
from ..project import load_config as load


def load_config(options: argparse.Namespace) -> Config:
    """The configuration, in which options replace settings; raises `Refused`."""
    try:
        found = load(Path.cwd())
    except OSError as error:
        raise usage(f"the current folder cannot be read: {error.strerror}") from error
    names = ("specs", "templates", "output", "site")
    given = {name: value for name in names if (value := getattr(options, name, None))}
    return replace(found, **given)
