"""The commands of the installed library, which do not need the rest of the tool."""

import argparse
import sys
from collections.abc import Sequence

from provider_codes import PROVIDERS


def lookup(options: argparse.Namespace) -> int:
    from provider_codes._lookup import run

    query, providers = " ".join(options.query), _providers(options)
    return run(query, providers, as_json=options.json, short=options.short)


def export(options: argparse.Namespace) -> int:
    from provider_codes._export import write_csv, write_json

    write = write_json if options.format == "json" else write_csv
    write(sys.stdout, _providers(options))
    return 0


def _providers(options: argparse.Namespace) -> Sequence[str]:
    wanted = list(dict.fromkeys(slug.lower() for slug in options.provider))
    for slug in wanted:
        if slug not in PROVIDERS:
            from ..model import usage

            raise usage(f"the library has no provider {slug}; it has {', '.join(PROVIDERS)}")
    return wanted or PROVIDERS
