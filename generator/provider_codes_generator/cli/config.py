"""The configuration of a command, and the provider that it edits."""

import argparse
from dataclasses import replace
from pathlib import Path

from ..model import Provider, usage
from ..project import Config, check_specs, load_config, slug_of, why_not_importable
from .output import expect_sound


def config_of(options: argparse.Namespace) -> Config:
    """Return the configuration, in which options replace settings. Raises `Refused`."""
    try:
        config = load_config(Path.cwd(), options.config)
    except OSError as error:
        raise usage(f"the current folder cannot be read: {error.strerror}") from error
    names = ("specs", "templates", "output", "site")
    overrides = {name: value for name in names if (value := getattr(options, name, None))}
    if "output" in overrides and (reason := why_not_importable(overrides["output"])):
        raise usage(f"{overrides['output']}: {reason}")
    return replace(config, **overrides)


def slugs_of(config: Config, options: argparse.Namespace) -> list[str]:
    """Return the slugs of the requested providers, each once; empty for all. Raises `Refused`."""
    requested = getattr(options, "providers", ())
    return list(dict.fromkeys(slug_of(config, each) for each in requested))


def sound_provider(config: Config, slug: str, refusal: str) -> Provider:
    """Return the provider if its spec has no errors; else raise `Refused` with these words."""
    specs = check_specs(config, [slug])
    expect_sound(specs.findings_of_wanted, refusal)
    return specs.wanted[0]
